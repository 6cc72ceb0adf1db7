/* Finding names in tokens: the hash of the folded text grows token by token; a filter of all beginnings ends most
 * attempts at the first word. */
#include "gaz_open.h"
#include "hangul_word.h"
#include "lexicon.h"

enum { MOST_TOKENS = 32, LONGEST_NAME = 96 /* bytes, of one looked up in two parts */ };

struct walk {
	const struct gaz *g;
	const struct gaz_set *set;
	const struct doc *d;
	size_t token; /* the first */
	uint64_t h;
	struct gaz_hit *best;
};

/* `U.S.`: the period that ends initials is part of the name. */
static size_t
with_period(const struct doc *d, size_t last, size_t *tokens)
{
	const struct token *t = &d->tokens[last];
	size_t end = t->end;
	bool initial = t->end - t->start == 1 && last >= 2 && d->text.p[d->tokens[last - 1].start] == '.' && !(t->flags & TOKEN_SPACE)
	    && !(d->tokens[last - 1].flags & TOKEN_SPACE);
	struct str word = str_of(d->text.p + t->start, t->end - t->start);
	bool company = str_eq(word, STR("Co")) || str_eq(word, STR("Corp")) || str_eq(word, STR("Ltd")) || str_eq(word, STR("Inc"));

	if ((initial || company) && last + 1 < d->tokens_n && d->text.p[d->tokens[last + 1].start] == '.'
	    && d->tokens[last + 1].start == end) {
		++*tokens;
		end++;
	}
	return end;
}

static void
try_here(struct walk *w, uint64_t mixed, size_t last, size_t end, bool plural)
{
	struct gaz_hit *hit = w->best;
	size_t start = w->d->tokens[w->token].start;

	if (!gaz_candidates(w->g, w->set, mixed, str_of(w->d->text.p + start, end - start - plural), plural, hit))
		return;
	hit->tokens = last - w->token + 1;
	hit->end = end == w->d->tokens[last].end && !plural ? with_period(w->d, last, &hit->tokens) : end;
}

/* May the name go on behind this token? Where the tables have no period between letters, the text may ("K.A.I."). */
static inline bool
may_go_on(const struct walk *w, unsigned known, size_t last)
{
	return known & GAZ_IS_START || (last + 1 < w->d->tokens_n && w->d->text.p[w->d->tokens[last + 1].start] == '.');
}

/* 김정은동지께서는: does a title follow the name in the same word? */
static inline bool
glued_title(const struct walk *w, size_t last, size_t n)
{
	return lexeme_of(w->d, last)->memo[MEMO_NAME] & SAYS_GLUED && last == w->token && hangul_fused(doc_span(w->d, last, last)) == n;
}

/* Would the name end in the first syllable of 인도? 호주 인도: two countries, and no Australian, 호주인, with a particle. */
static inline bool
opens_india(const struct walk *w, size_t last, struct str word, size_t n)
{
	return n == STR("인").n && last != w->token && str_starts(word, STR("인도"));
}

/* A word of Hangul carries its particles: every syllable may end the name. */
static bool
walk_hangul(struct walk *w, size_t last)
{
	const struct token *t = &w->d->tokens[last];
	struct str word = str_of(w->d->text.p + t->start, t->end - t->start);
	uint64_t mixed = fold_mix(w->h);
	unsigned known = gaz_filter(w->set->image, mixed);

	for (size_t i = 0; i < word.n;) {
		struct fold_letter l = fold_letter(word.p + i, word.n - i);

		for (unsigned k = 0; k < l.n; k++)
			w->h = fold_byte(w->h, l.byte[k]);
		i += l.len;
		if (l.n == 0)
			continue;
		mixed = fold_mix(w->h);
		known = gaz_filter(w->set->image, mixed);
		if (known & GAZ_IS_FORM && !opens_india(w, last, word, i)
		    && (i == word.n || gaz_particle(str_from(word, i)) || glued_title(w, last, i)))
			try_here(w, mixed, last, t->start + i, false);
	}
	return may_go_on(w, known, last);
}

static bool
walk_word(struct walk *w, size_t last)
{
	const struct token *t = &w->d->tokens[last];
	const struct lexeme *l = &w->d->lexicon->items[t->lexeme];
	uint64_t mixed;
	unsigned known;

	if (l->hangul)
		return walk_hangul(w, last);
	w->h = fold_join(w->h, &l->fold);
	mixed = fold_mix(w->h);
	known = gaz_filter(w->set->image, mixed);
	if (known & GAZ_IS_FORM) {
		try_here(w, mixed, last, t->end, false);
		return may_go_on(w, known, last);
	}
	if (known)
		return true;
	if (l->plural && gaz_filter(w->set->image, mixed = fold_mix(fold_singular(w->h))) & GAZ_IS_FORM)
		try_here(w, mixed, last, t->end, true);
	return false;
}

/* What a mark does inside a name: nothing (hyphens, the periods of initials), it counts (apostrophe), or it ends the
 * name. */
static bool
walk_mark(struct walk *w, size_t at)
{
	const struct token *t = &w->d->tokens[at], *before = &w->d->tokens[at - 1];
	const char *mark = w->d->text.p + t->start;
	struct fold_letter l;

	if (*mark == '-')
		return true;
	if (*mark == '.') /* but "Lee Ji-won. Park" are two sentences */
		return !(t->flags & TOKEN_SPACE)
		    && before->end - before->start <= (at > w->token + 1 && before[-1].mark == MARK_HYPHEN ? 1 : 4);
	l = fold_letter(mark, t->end - t->start);
	if (l.n == 0)
		return l.space || t->mark == MARK_MIDDLE; /* 9·19 */
	for (unsigned k = 0; k < l.n; k++)
		w->h = fold_byte(w->h, l.byte[k]);
	return true;
}

static void
walk(struct walk *w, size_t limit)
{
	size_t n = w->d->tokens_n - w->token;

	if (n > MOST_TOKENS)
		n = MOST_TOKENS;
	if (limit && n > limit)
		n = limit;
	for (size_t last = w->token; last < w->token + n; last++) {
		uint8_t kind = w->d->tokens[last].kind;

		if (kind == TOKEN_BREAK)
			return;
		if (kind == TOKEN_PUNCT ? !walk_mark(w, last) : !walk_word(w, last))
			return;
	}
}

/* In lower case only few words begin a form. */
static inline bool
may_begin(const struct gaz_image *im, struct str word, uint8_t kind, uint8_t flags)
{
	const unsigned char *p = (const unsigned char *)word.p;
	uint32_t bit;

	if (kind == TOKEN_NUMBER || flags & (TOKEN_HANGUL | TOKEN_CAPITAL) || p[0] >= 0x80)
		return true;
	bit = gaz_lower_bit(p[0] | 0x20, word.n > 1 ? p[1] | 0x20 : 0, p[word.n - 1] | 0x20, word.n);
	return im->lower[bit / 64] >> bit % 64 & 1;
}

/* Does a form begin with the word, or lie in it before its particle? */
static bool
begins(const struct gaz_image *im, struct str word, const struct token_word *w, const struct lexeme *l)
{
	uint64_t h = fold_join(FOLD_START, &l->fold);

	if (!may_begin(im, word, w->kind, w->flags))
		return false;
	if (gaz_filter(im, fold_mix(h)))
		return true;
	if (!l->hangul)
		return l->plural && gaz_filter(im, fold_mix(fold_singular(h)));
	h = FOLD_START;
	for (size_t i = 0; i < word.n;) {
		struct fold_letter f = fold_letter(word.p + i, word.n - i);

		for (unsigned k = 0; k < f.n; k++)
			h = fold_byte(h, f.byte[k]);
		i += f.len;
		if (f.n && gaz_filter(im, fold_mix(h)))
			return true;
	}
	return false;
}

bool
gaz_begins(const struct gaz *g, struct str word, const struct token_word *w, const struct lexeme *l)
{
	return begins(g->names.image, word, w, l) || (g->user.image && begins(g->user.image, word, w, l));
}

bool
gaz_alone(const struct gaz *g, const struct lexeme *l)
{
	uint64_t h = fold_join(FOLD_START, &l->fold);

	/* the rare plural, particles and names of the user's are left to the walk */
	return l->hangul || g->user.image || gaz_filter(g->names.image, fold_mix(h)) != GAZ_IS_START;
}

static inline bool
match(const struct gaz *g, const struct gaz_set *set, bool any_case, const struct doc *d, size_t token, size_t limit, struct gaz_hit *hit)
{
	const struct token *t = &d->tokens[token];

	hit->n = 0;
	hit->tokens = 0;
	hit->end = 0;
	if (!may_begin(set->image, doc_span(d, token, token), t->kind, any_case ? 0 : t->flags))
		return false;
	walk(&(struct walk) { g, set, d, token, FOLD_START, hit }, limit);
	return hit->n > 0;
}

/* The user's names win where they are as long. */
static void
match_user(const struct gaz *g, const struct doc *d, size_t token, size_t limit, struct gaz_hit *hit)
{
	struct gaz_hit own = { .n = 0 };

	if (match(g, &g->user, false, d, token, limit, &own) && own.end >= hit->end)
		*hit = own;
}

/* Most words that begin a name stand before others than it goes on with. */
static inline bool
goes_on(const struct gaz *g, const struct doc *d, size_t token)
{
	const struct gaz_image *im = g->names.image;
	const struct lexeme *one = &d->lexicon->items[d->tokens[token].lexeme], *two;
	uint64_t h;

	if (one->alone || token + 1 == d->tokens_n || d->tokens[token + 1].kind > TOKEN_NUMBER)
		return true;
	two = &d->lexicon->items[d->tokens[token + 1].lexeme];
	if (two->hangul)
		return true;
	h = fold_join(fold_join(FOLD_START, &one->fold), &two->fold);
	return gaz_filter(im, fold_mix(h)) || (two->plural && gaz_filter(im, fold_mix(fold_singular(h))));
}

bool
gaz_match(const struct gaz *g, const struct doc *d, size_t token, size_t limit, struct gaz_hit *hit)
{
	hit->n = 0;
	hit->tokens = 0;
	if (token >= d->tokens_n || !(d->tokens[token].calls & CALL_GAZETTEER) || !goes_on(g, d, token))
		return false;
	match(g, &g->names, false, d, token, limit, hit);
	if (g->user.image)
		match_user(g, d, token, limit, hit);
	return hit->n > 0;
}

bool
gaz_title(const struct gaz *g, const struct doc *d, size_t token, size_t limit, struct gaz_hit *hit)
{
	hit->n = 0;
	hit->tokens = 0;
	return token < d->tokens_n && d->tokens[token].kind <= TOKEN_NUMBER && match(g, &g->titles, true, d, token, limit, hit);
}

bool
gaz_lookup(const struct gaz *g, struct str name, struct gaz_hit *hit)
{
	uint64_t key = fold_hash(name);

	hit->tokens = 0;
	hit->end = name.n;
	if (g->user.image && gaz_filter(g->user.image, key) & GAZ_IS_FORM && gaz_candidates(g, &g->user, key, name, false, hit))
		return true;
	hit->n = 0;
	return gaz_filter(g->names.image, key) & GAZ_IS_FORM && gaz_candidates(g, &g->names, key, name, false, hit);
}

bool
gaz_lookup_two(const struct gaz *g, struct str left, struct str right, struct gaz_hit *hit)
{
	char name[LONGEST_NAME];

	hit->n = 0;
	if (left.n + 1 + right.n > sizeof name)
		return false;
	memcpy(name, left.p, left.n);
	name[left.n] = ' ';
	memcpy(name + left.n + 1, right.p, right.n);
	return gaz_lookup(g, str_of(name, left.n + 1 + right.n), hit);
}
