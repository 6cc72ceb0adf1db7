/* Finding names in tokens: the hash of the folded text grows token by token; a filter of all beginnings ends most
 * attempts at the first word, and what the hash finds is compared letter by letter. */
#include "err.h"
#include "gaz_open.h"
#include "lexicon.h"
#include "utf8.h"

#include <stdlib.h>

#define MOST_TOKENS 32

/* --- comparison of a form with the text --- */

struct side {
	struct str s;
	size_t at;
	bool gap;     /* a space or hyphen lay before the letter */
	bool white;   /* ... and it was a space */
	bool period;  /* a period lay before it */
	bool skipped; /* anything lay before it */
};

/* An ASCII letter, the common case; false if it is anything else. */
static inline bool
plain_letter(char c, struct fold_letter *l)
{
	unsigned char small = (unsigned char)c | 0x20;

	if (small < 'a' || small > 'z')
		return false;
	*l = (struct fold_letter){.byte = {small}, .n = 1, .len = 1, .upper = !(c & 0x20)};
	return true;
}

/* The next letter that counts. */
static bool
next_letter(struct side *side, struct fold_letter *l)
{
	side->gap = side->at == 0;
	side->white = side->at == 0;
	side->period = side->skipped = false;
	while (side->at < side->s.n) {
		const char *p = side->s.p + side->at;

		if (plain_letter(*p, l)) {
			side->at++;
			return true;
		}

		*l = fold_letter(p, side->s.n - side->at);
		/* A mark between digits does not count: 1,022. */
		if (l->n && !(*p == ',' && side->at + 1 < side->s.n && (unsigned)p[1] - '0' < 10 && side->at > 0 &&
			      (unsigned)p[-1] - '0' < 10)) {
			side->at += l->len;
			return true;
		}
		side->gap |= l->space;
		side->skipped = true;
		side->white |= *p == ' ' || (unsigned char)*p == 0xC2;
		side->period |= *p == '.';
		side->at += l->len;
	}
	return false;
}

static bool
same_letter(const struct fold_letter *a, const struct fold_letter *b)
{
	return a->n == b->n && memcmp(a->byte, b->byte, a->n) == 0;
}

/* May the text have a gap before this letter where the form has none? After initials, between letters and digits,
 * between syllables of Hangul. */
static bool
gap_allowed(const struct side *form, const struct side *text, const struct fold_letter *before,
	    const struct fold_letter *now)
{
	return (text->period && (form->period || !text->white)) || before->digit != now->digit ||
	       (before->n == 3 && now->n == 3);
}

/* Where the letter-by-letter comparison may begin: at the last ASCII letter before the first difference, as bytes that are equal
 * cannot fail it. */
static size_t
same_beginning(struct str form, struct str text)
{
	size_t n = form.n < text.n ? form.n : text.n, i = 0;

	while (i < n && form.p[i] == text.p[i])
		i++;
	while (i > 0 && (unsigned)((unsigned char)form.p[i - 1] | 0x20) - 'a' >= 26)
		i--;
	return i > 0 ? i - 1 : 0;
}

bool
gaz_same(struct str form, struct str text, unsigned flags)
{
	struct side f = {.s = form}, t = {.s = text};
	struct fold_letter fl, tl, before = {0};
	bool first = true;

	if (form.n == text.n && memcmp(form.p, text.p, form.n) == 0)
		return true;
	f.at = t.at = same_beginning(form, text);
	while (next_letter(&f, &fl)) {
		if (!next_letter(&t, &tl) || !same_letter(&fl, &tl))
			return false;
		if (flags & GAZ_EXACT && fl.upper != tl.upper)
			return false;
		if (fl.upper && !tl.upper && f.gap && t.white)
			return false;
		/* "U.S." is listed; K.T. are the initials of somebody, not the company KT. */
		if (t.period && !f.period && form.n == 2 && flags & GAZ_ACRONYM)
			return false;
		/* 9.19 and 9·19, but not 919. */
		if (fl.digit && before.digit && f.skipped != t.skipped)
			return false;
		if (!first && t.gap && !f.gap && !gap_allowed(&f, &t, &before, &tl) && !(fl.upper && !before.upper))
			return false;
		before = fl;
		first = false;
	}
	return true;
}

/* --- candidates --- */

static bool
is_blocked(const struct gaz *g, const struct gaz_set *set, uint32_t record, uint64_t key)
{
	return (set->blocked && set->blocked[record]) || (g->blocked_n && gaz_blocked_form(g, key));
}

/* Who needs evidence comes last; who is called just so comes before those of whom it is a by-name: Sunchon in the North
 * before Suncheon in the South, Liaoning the province before Liaoning the ship. */
static int
rank(unsigned flags)
{
	return (flags & GAZ_EVIDENCE ? 2 : 0) + (flags & GAZ_OWN_NAME ? 0 : 1);
}

static void
insert_candidate(struct gaz_hit *hit, uint32_t entity, unsigned flags)
{
	size_t at = 0;

	while (at < hit->n && rank(hit->at[at].flags) <= rank(flags))
		at++;
	memmove(hit->at + at + 1, hit->at + at, (hit->n - at) * sizeof *hit->at);
	hit->at[at] = (struct gaz_candidate){entity, flags};
	hit->n++;
}

static void
add_candidate(const struct gaz_set *set, const struct gaz_form *form, struct gaz_hit *hit)
{
	uint32_t entity = form->record + set->base;
	unsigned flags = (form->flags & GAZ_FORM_FLAGS) | set->image->records[form->record].flags;

	for (size_t i = 0; i < hit->n; i++) {
		if (hit->at[i].entity != entity)
			continue;
		/* The form with the fewest doubts counts. */
		flags &= hit->at[i].flags | ~(unsigned)(GAZ_EVIDENCE | GAZ_COMMON);
		hit->n--;
		memmove(hit->at + i, hit->at + i + 1, (hit->n - i) * sizeof *hit->at);
		break;
	}
	if (hit->n < GAZ_CANDIDATES)
		insert_candidate(hit, entity, flags);
}

/* Another form of an entity that is there already, without a doubt, adds nothing. */
static bool
is_certain(const struct gaz_hit *hit, uint32_t entity)
{
	for (size_t i = 0; i < hit->n; i++)
		if (hit->at[i].entity == entity)
			return !(hit->at[i].flags & (GAZ_EVIDENCE | GAZ_COMMON));
	return false;
}

/* Does any form have this hash? */
static inline bool
has_forms(const struct gaz_image *im, uint64_t key)
{
	uint32_t i = (uint32_t)(key >> 32) & im->slots_mask;

	while (im->slots[i].first && im->slots[i].check != (uint32_t)key)
		i = (i + 1) & im->slots_mask;
	return im->slots[i].first;
}

bool
gaz_candidates(const struct gaz *g, const struct gaz_set *set, uint64_t key, struct str text, bool plural,
	       struct gaz_hit *hit)
{
	const struct gaz_image *im = set->image;
	uint32_t i = (uint32_t)(key >> 32) & im->slots_mask;

	hit->n = 0;
	while (im->slots[i].first && im->slots[i].check != (uint32_t)key)
		i = (i + 1) & im->slots_mask;
	for (uint32_t f = im->slots[i].first; f; f = im->forms[f - 1].next) {
		const struct gaz_form *form = &im->forms[f - 1];
		uint32_t type = im->records[form->record].type;

		if (is_certain(hit, form->record + set->base))
			continue;
		if (plural && type != TYPE_WEAPON && type != TYPE_NORP)
			continue;
		if (is_blocked(g, set, form->record, key))
			continue;
		if (gaz_same(str_of(im->pool + form->text, GAZ_FORM_LENGTH(form)), text, form->flags))
			add_candidate(set, form, hit);
	}
	return hit->n > 0;
}

/* --- the walk over tokens --- */

struct walk {
	const struct gaz *g;
	const struct gaz_set *set;
	const struct doc *d;
	size_t token; /* the first */
	uint64_t h;
	struct gaz_hit *best;
};

static bool
is_start(const struct gaz_image *im, uint64_t mixed)
{
	uint64_t bits = gaz_start_bits(mixed);

	return (im->starts[gaz_start_word(im, mixed)] & bits) == bits;
}

/* `U.S.`: the period that ends initials is part of the name. */
static size_t
with_period(const struct doc *d, size_t last, size_t *tokens)
{
	const struct token *t = &d->tokens[last];
	size_t end = t->end;
	bool initial = t->end - t->start == 1 && last >= 2 && d->text.p[d->tokens[last - 1].start] == '.' &&
		       !(t->flags & TOKEN_SPACE) && !(d->tokens[last - 1].flags & TOKEN_SPACE);
	struct str word = str_of(d->text.p + t->start, t->end - t->start);
	bool company = str_eq(word, STR("Co")) || str_eq(word, STR("Corp")) || str_eq(word, STR("Ltd")) ||
		       str_eq(word, STR("Inc"));

	if ((initial || company) && last + 1 < d->tokens_n && d->text.p[d->tokens[last + 1].start] == '.' &&
	    d->tokens[last + 1].start == end) {
		++*tokens;
		end++;
	}
	return end;
}

/* gaz_candidates; the same names stand in one text after another, so what a span was found to be is kept for the spans met last. */
static bool
recall(const struct gaz *g, const struct gaz_set *set, uint64_t key, struct str text, bool plural, struct gaz_hit *hit)
{
	/* capitals do not change the key */
	struct gaz_memo *m = &g->memos[(key >> 20 ^ (uintptr_t)set >> 4 ^ (text.n ? (uint64_t)(uint8_t)text.p[0] << 4 : 0)) % GAZ_MEMOS];

	if (text.n > sizeof m->text)
		return gaz_candidates(g, set, key, text, plural, hit);
	if (m->set == set && m->key == key && m->plural == plural && m->text_n == text.n && memcmp(m->text, text.p, text.n) == 0) {
		hit->n = m->n;
		for (size_t i = 0; i < m->n; i++)
			hit->at[i] = m->at[i];
		return m->n > 0;
	}
	gaz_candidates(g, set, key, text, plural, hit);
	if (hit->n > m->cap) {
		free(m->at);
		m->cap = (uint8_t)hit->n;
		m->at = malloc(hit->n * sizeof *m->at);
		if (!m->at)
			err_die("out of memory");
	}
	m->set = set;
	m->key = key;
	m->plural = plural;
	m->n = (uint8_t)hit->n;
	m->text_n = (uint8_t)text.n;
	memcpy(m->text, text.p, text.n);
	if (hit->n > 0)
		memcpy(m->at, hit->at, hit->n * sizeof *hit->at);
	return hit->n > 0;
}

static void
try_here(struct walk *w, uint64_t mixed, size_t last, size_t end, bool plural)
{
	struct gaz_hit *hit = w->best, found;
	size_t start = w->d->tokens[w->token].start;

	if (!recall(w->g, w->set, mixed, str_of(w->d->text.p + start, end - start - plural), plural, &found))
		return;
	hit->n = found.n;
	for (size_t i = 0; i < found.n; i++)
		hit->at[i] = found.at[i];
	hit->tokens = last - w->token + 1;
	hit->start = start;
	hit->end = end == w->d->tokens[last].end && !plural ? with_period(w->d, last, &hit->tokens) : end;
}

/* A word of Hangul carries its particles: every syllable may end the name. */
static bool
walk_hangul(struct walk *w, size_t last)
{
	const struct token *t = &w->d->tokens[last];
	struct str word = str_of(w->d->text.p + t->start, t->end - t->start);

	for (size_t i = 0; i < word.n;) {
		struct fold_letter l = fold_letter(word.p + i, word.n - i);
		uint64_t mixed;

		for (unsigned k = 0; k < l.n; k++)
			w->h = fold_byte(w->h, l.byte[k]);
		i += l.len;
		if (l.n == 0)
			continue;
		mixed = fold_mix(w->h);
		if (is_start(w->set->image, mixed) && has_forms(w->set->image, mixed) && (i == word.n || gaz_particle(str_from(word, i))))
			try_here(w, mixed, last, t->start + i, false);
	}
	return is_start(w->set->image, fold_mix(w->h));
}

static bool
walk_word(struct walk *w, size_t last)
{
	const struct token *t = &w->d->tokens[last];
	const struct lexeme *l = &w->d->lexicon->items[t->lexeme];
	uint64_t mixed;

	if (l->hangul)
		return walk_hangul(w, last);
	w->h = fold_join(w->h, &l->fold);
	mixed = fold_mix(w->h);
	if (is_start(w->set->image, mixed)) {
		if (has_forms(w->set->image, mixed))
			try_here(w, mixed, last, t->end, false);
		return true;
	}
	if (l->plural && is_start(w->set->image, mixed = fold_mix(fold_before(w->h, 's'))))
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
	if (*mark == '.')
		return !(t->flags & TOKEN_SPACE) && before->end - before->start <= 4;
	l = fold_letter(mark, t->end - t->start);
	if (l.n == 0)
		return l.space ||
		       (t->end - t->start == 2 && memcmp(mark, "\302\267", 2) == 0); /* the middle dot of 9·19 */
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
begins(const struct gaz_image *im, struct str word, const struct lexeme *l)
{
	uint64_t h = fold_join(FOLD_START, &l->fold);

	if (!may_begin(im, word, l->word.kind, l->word.flags))
		return false;
	if (is_start(im, fold_mix(h)))
		return true;
	if (!l->hangul)
		return l->plural && is_start(im, fold_mix(fold_before(h, 's')));
	h = FOLD_START;
	for (size_t i = 0; i < word.n;) {
		struct fold_letter f = fold_letter(word.p + i, word.n - i);

		for (unsigned k = 0; k < f.n; k++)
			h = fold_byte(h, f.byte[k]);
		i += f.len;
		if (f.n && is_start(im, fold_mix(h)))
			return true;
	}
	return false;
}

bool
gaz_begins(const struct gaz *g, struct str word, const struct lexeme *l)
{
	return begins(g->names.image, word, l) || (g->user.image && begins(g->user.image, word, l));
}

bool
gaz_alone(const struct gaz *g, const struct lexeme *l)
{
	uint64_t h = fold_join(FOLD_START, &l->fold);

	/* the rare plural, particles and names of the user's are left to the walk */
	return l->hangul || g->user.image || has_forms(g->names.image, fold_mix(h)) || !is_start(g->names.image, fold_mix(h));
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
	struct gaz_hit own = {.n = 0};

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
	return is_start(im, fold_mix(h)) || (two->plural && is_start(im, fold_mix(fold_before(h, 's'))));
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
	return d->tokens[token].kind <= TOKEN_NUMBER && match(g, &g->titles, true, d, token, limit, hit);
}

bool
gaz_lookup(const struct gaz *g, struct str name, struct gaz_hit *hit)
{
	uint64_t key = fold_hash(name);

	hit->tokens = 0;
	hit->start = 0;
	hit->end = name.n;
	if (g->user.image && recall(g, &g->user, key, name, false, hit))
		return true;
	return recall(g, &g->names, key, name, false, hit);
}
