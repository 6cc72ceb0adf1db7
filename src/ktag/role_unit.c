#include "role_unit.h"

#include "utf8.h"

#include <assert.h>

enum { LONGEST_ABBREVIATION = 5 }; /* bytes */

struct lexeme *
unit_lexeme(struct units *us, size_t i)
{
	struct unit *u = &us->items[i];

	if (u->kind != UNIT_WORD)
		return us->lexicon->items; /* that of no word */
	if (!u->lexeme)
		u->lexeme = lexicon_word(us->lexicon, unit_str(us, i))->lexeme;
	return &us->lexicon->items[u->lexeme];
}

static uint32_t
word_of(struct units *us, uint32_t lexeme, struct str word)
{
	uint32_t *memo = &us->lexicon->items[lexeme].memo[MEMO_ROLE];

	if (!*memo)
		*memo = WORD_KNOWN | role_word(us->words, word);
	return *memo & ~(uint32_t)WORD_KNOWN;
}

uint32_t
unit_word_asked(struct units *us, size_t i)
{
	if (i >= us->n || us->items[i].kind != UNIT_WORD)
		return 0;
	unit_lexeme(us, i);
	return word_of(us, us->items[i].lexeme, unit_str(us, i));
}

size_t
persons_before(const struct units *us, size_t i)
{
	size_t low = 0, high = us->persons_n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (us->persons[mid] < i)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static inline struct unit *
add(struct units *us, enum unit_kind kind, size_t start, size_t end, uint8_t flags)
{
	struct unit *u = us->end++;

	*u = (struct unit){ .start = (uint32_t)start, .end = (uint32_t)end, .kind = (uint8_t)kind, .flags = flags };
	return u;
}

static void
note(const struct units *us, uint32_t **list, size_t *n, size_t *cap, struct arena *arena)
{
	if (*n == *cap)
		*list = arena_grow(arena, *list, *n, cap, sizeof **list);
	(*list)[(*n)++] = (uint32_t)(us->end - us->items); /* the one to come */
}

static bool
glued(const struct doc *d, size_t t)
{
	return t < d->tokens_n && !(d->tokens[t].flags & TOKEN_SPACE);
}

static struct str
token_str(const struct doc *d, size_t t)
{
	return str_of(d->text.p + d->tokens[t].start, d->tokens[t].end - d->tokens[t].start);
}

static bool
token_char(const struct doc *d, size_t t, char c)
{
	return t < d->tokens_n && d->tokens[t].end - d->tokens[t].start == 1 && d->text.p[d->tokens[t].start] == c;
}

static bool
abbreviation(struct units *us, const struct doc *d, size_t t)
{
	const struct role_words *w = us->words;
	struct str s = token_str(d, t);

	if (s.n > LONGEST_ABBREVIATION)
		return false;
	if (!word_filter_has(&w->abbreviations, s)
	    && !((str_last(s) | 0x20) == 's' && s.n > 3
		&& (word_filter_has(&w->abbreviations, str_of(s.p, s.n - 1)) || (s.p[s.n - 2] | 0x20) == 'e')))
		return false;
	return word_of(us, d->tokens[t].lexeme, s) & WORD_ABBR;
}

/* The token after a word that begins at t: over hyphens, and over the stops of initials and abbreviations. `limit` is where the
 * next mention begins. */
static size_t
word_end(struct units *us, const struct doc *d, size_t t, size_t limit)
{
	size_t e = t + 1;
	bool single = d->tokens[t].end - d->tokens[t].start == 1;

	if (!glued(d, e) || d->tokens[e].kind != TOKEN_PUNCT || (d->tokens[e].mark != MARK_DOT && d->tokens[e].mark != MARK_HYPHEN))
		return e;
	while (single && token_char(d, e, '.') && glued(d, e)) {
		e++;
		if (!glued(d, e) || d->tokens[e].kind != TOKEN_WORD || d->tokens[e].end - d->tokens[e].start != 1
		    || d->tokens[e].start >= limit)
			return e;
		e++;
	}
	while (e + 1 < d->tokens_n && glued(d, e) && glued(d, e + 1) && d->tokens[e].kind == TOKEN_PUNCT
	    && role_joins(token_str(d, e)) && d->tokens[e + 1].kind <= TOKEN_NUMBER && d->tokens[e + 1].start < limit)
		e += 2;
	if ((e == t + 1 || e == t + 3) && token_char(d, e, '.') && abbreviation(us, d, e - 1))
		e++; /* Adm., Vice-Adm. */
	return e;
}

/* 's and the apostrophe that ends a plural; returns the token after it, or t. */
static size_t
possessive(const struct doc *d, size_t t)
{
	struct str s = token_str(d, t);

	if (!glued(d, t) || d->tokens[t].mark != MARK_APOSTROPHE || !word_exactly(s, "' ’ ` ´"))
		return t;
	if (glued(d, t + 1) && (token_char(d, t + 1, 's') || token_char(d, t + 1, 'S')))
		return t + 2;
	return t > 0 && d->text.p[d->tokens[t].start - 1] == 's' && !glued(d, t + 1) ? t + 1 : t;
}

/* A paragraph that ends in mid-sentence, before a word in small letters: the page broke it, the text goes on. */
static bool
broken_line(const struct units *us, const struct doc *d, size_t t)
{
	const struct unit *last = us->end > us->items ? us->end - 1 : NULL;
	const struct token *next = t + 1 < d->tokens_n ? &d->tokens[t + 1] : NULL;

	if (next && next->kind == TOKEN_PUNCT && next->mark == MARK_QUOTE && t + 2 < d->tokens_n)
		next++;
	if (!last || !next || next->kind != TOKEN_WORD || (next->flags & (TOKEN_CAPITAL | TOKEN_HANGUL)))
		return false;
	return last->kind == UNIT_WORD || last->kind == UNIT_MENTION || last->kind == UNIT_NUMBER
	    || (last->kind == UNIT_PUNCT && d->text.p[last->start] == ',');
}

/* A word or number that what is glued to it may join to the next. */
static const struct token *
word(struct units *us, const struct doc *d, const struct token *k, size_t limit)
{
	const struct token *end = d->tokens + word_end(us, d, (size_t)(k - d->tokens), limit);

	add(us, (enum unit_kind)k->kind, k->start, end[-1].end, k->flags)->lexeme = end == k + 1 ? k->lexeme : 0;
	return end;
}

/* The unit behind a broken line opens no sentence. */
static void
close_joined(struct units *us)
{
	if (us->joined && us->joined < us->end)
		us->joined->flags &= (uint8_t)~TOKEN_SENTENCE;
	us->joined = NULL;
}

/* A break or a mark that calls for a closer look. */
static const struct token *
mark(struct units *us, const struct doc *d, const struct token *k)
{
	size_t t = (size_t)(k - d->tokens), e;

	if (k->kind == TOKEN_BREAK) {
		close_joined(us);
		if (broken_line(us, d, t)) {
			us->joined = us->end;
			return k + 1;
		}
	} else if (k->mark == MARK_APOSTROPHE && (e = possessive(d, t)) > t) {
		add(us, UNIT_POSS, k->start, d->tokens[e - 1].end, k->flags);
		return d->tokens + e;
	} else if (k->mark == MARK_APOSTROPHE && glued(d, t + 1) && str_eq(token_str(d, t), token_str(d, t + 1))) {
		note(us, &us->marks, &us->marks_n, &us->marks_cap, d->arena);
		add(us, UNIT_PUNCT, k->start, k[1].end, k->flags)->mark = MARK_QUOTE; /* two apostrophes are a double mark */
		return k + 2;
	}
	if (k->kind == TOKEN_BREAK || k->mark == MARK_QUOTE || k->mark == MARK_APOSTROPHE || k->mark == MARK_OTHER)
		note(us, &us->marks, &us->marks_n, &us->marks_cap, d->arena);
	add(us, (enum unit_kind)k->kind, k->start, k->end, k->flags)->mark = k->mark;
	return k + 1;
}

/* A mention may begin or end inside a token (Korean particles): what is left of the token is a word of its own. */
static const struct token *
whole(struct units *us, const struct doc *d, const struct token *k, const struct mention *x)
{
	const struct token *end = d->tokens + d->tokens_n;
	uint8_t flags = k->flags;

	if (x->start > k->start) {
		add(us, UNIT_WORD, k->start, x->start, flags);
		flags = 0;
	}
	if (x->type == TYPE_PERSON)
		note(us, &us->persons, &us->persons_n, &us->persons_cap, d->arena);
	add(us, UNIT_MENTION, x->start, x->end, flags)->what = (uint32_t)(x - d->mentions);
	while (k < end && k->end <= x->end)
		k++;
	if (k < end && k->start < x->end) {
		add(us, UNIT_WORD, x->end, k->end, k->flags & TOKEN_HANGUL);
		k++;
	}
	return k;
}

static_assert(sizeof(struct unit) == sizeof(struct token) && offsetof(struct unit, kind) == offsetof(struct token, kind)
	&& offsetof(struct unit, mark) == offsetof(struct token, mark) && offsetof(struct unit, lexeme) == offsetof(struct token, lexeme)
	&& (int)UNIT_WORD == (int)TOKEN_WORD && (int)UNIT_NUMBER == (int)TOKEN_NUMBER && (int)UNIT_PUNCT == (int)TOKEN_PUNCT
	&& (int)UNIT_BREAK == (int)TOKEN_BREAK,
    "most tokens are units as they are");

/* Does the stop or hyphen at `joint` join the word before it to what follows? word_end will tell. */
static bool
may_join(const struct doc *d, const struct token *joint)
{
	return joint > d->tokens && !(joint->flags & TOKEN_SPACE) && joint[-1].kind <= TOKEN_NUMBER
	    && (joint->mark == MARK_HYPHEN || joint[-1].end - joint[-1].start <= LONGEST_ABBREVIATION);
}

/* The next token from k on that may be no unit as it is: a break, an apostrophe or quotation mark, a stop or hyphen behind a word. */
static const struct token *
next_joint(const struct doc *d, const struct token *k)
{
	for (;; k++) {
		k = d->tokens + doc_next(d, (size_t)(k - d->tokens), CALL_JOINT);
		if (k == d->tokens + d->tokens_n || !(k->mark == MARK_HYPHEN || k->mark == MARK_DOT) || may_join(d, k))
			return k;
	}
}

enum { AHEAD = 8 /* tokens */ };

/* The tokens from k up to `stop` are units as they are, as most of a text is. Mostly more is copied than there is: how many they are is
 * hard to foresee. `end` is where the last token ends. */
static inline const struct token *
copy(struct units *us, const struct token *k, const struct token *stop, const struct token *end)
{
	struct unit *u = us->end;

	if (k >= stop)
		return k;
	us->end += stop - k;
	for (; k < stop && end - k >= AHEAD; k += AHEAD, u += AHEAD)
		memcpy(u, k, AHEAD * sizeof *u);
	if (k < stop)
		memcpy(u, k, (size_t)(stop - k) * sizeof *u);
	return stop;
}

/* A stretch of tokens up to a joint. */
struct run {
	const struct token *joint, *stop; /* stop: one before the joint if that may join what stands before it */
};

/* All tokens from k on that stand before token `limit`. */
static const struct token *
tokens_before(struct units *us, const struct doc *d, struct run *r, const struct token *k, const struct token *limit)
{
	const struct token *end = d->tokens + d->tokens_n;

	while (k < limit) {
		if (r->joint < k) {
			r->joint = next_joint(d, k);
			r->stop = r->joint < end && r->joint > k && (r->joint->mark == MARK_HYPHEN || r->joint->mark == MARK_DOT)
			    ? r->joint - 1
			    : r->joint;
		}
		k = copy(us, k, r->stop < limit ? r->stop : limit, end);
		if (k < limit)
			k = k == r->joint ? mark(us, d, k) : word(us, d, k, limit < end ? limit->start : d->text.n);
	}
	return k;
}

void
units_build(struct units *us, const struct doc *d, const struct role_words *w)
{
	const struct token *k = d->tokens, *end = k ? k + d->tokens_n : k;
	const struct mention *m = d->mentions, *none = m ? m + d->mentions_n : m;
	struct run r = { 0 };

	*us = (struct units){ .text = d->text, .mentions = m, .words = w, .lexicon = d->lexicon };
	us->end = us->items =
	    arena_array(d->arena, d->tokens_n + 2 * d->mentions_n + AHEAD, sizeof *us->items); /* see whole() and copy() */
	while (k < end) {
		while (m < none && (m->end <= k->start || m->start >= m->end)) /* inside the one before, or empty */
			m++;
		k = tokens_before(us, d, &r, k, m < none ? d->tokens + m->token : end);
		if (k < end)
			k = whole(us, d, k, m++);
	}
	close_joined(us);
	us->n = (size_t)(us->end - us->items);
	*us->end = (struct unit) { .start = (uint32_t)d->text.n, .end = (uint32_t)d->text.n, .kind = UNIT_BREAK, .flags = TOKEN_SENTENCE };
}
