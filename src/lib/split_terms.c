#include "split_terms.h"
#include "load.h"
#include "mem.h"
#include "split_flow.h"
#include "split_letters.h"
#include "split_view.h"
#include "split_words.h"

#include <stdlib.h>

#define SLOTS 4096 /* a power of two */
#define TERMS_MOST 2048 /* of a page; what comes behind them is not remembered */
#define LETTERS 6 /* that tell a word from others; endings come behind them. Of Hangul: two syllables */

enum { HAND_LINES = 4 }; /* of a text, whose quotes are looked at */
enum { WINDOW = 600, WINDOW_KOREAN = 1500, WINDOW_LINES = 16 }; /* bytes and lines of a paragraph or two */

/* A set of words, each by 32 bits of its hash. */
struct terms {
	uint32_t slot[SLOTS]; /* 0 is free */
	unsigned short used[TERMS_MOST]; /* slots: few of many are cleared for the next page */
	unsigned n;
	size_t lines; /* of the page that are in it */
	size_t named; /* of which the names are as well */
	unsigned hand; /* of its paragraphs */
};

struct terms *
terms_open(void)
{
	return mem_new(1, sizeof(struct terms));
}

void
terms_close(struct terms *t)
{
	free(t);
}

void
terms_clear(struct terms *t)
{
	while (t->n)
		t->slot[t->used[--t->n]] = 0;
	t->lines = t->named = 0;
	t->hand = 0;
}

/* The place of a word: its own, or a free one. */
static size_t
find(const struct terms *t, uint32_t hash)
{
	size_t at = hash & (SLOTS - 1);

	while ((t->slot[at] != 0) & (t->slot[at] != hash)) /* one branch: new or known, nobody can foretell */
		at = (at + 1) & (SLOTS - 1);
	return at;
}

static void
add(struct terms *t, uint32_t hash)
{
	size_t at = find(t, hash);

	if (t->slot[at] || t->n == TERMS_MOST)
		return;
	t->slot[at] = hash;
	t->used[t->n++] = (unsigned short)at;
}

void
terms_mark(struct terms *t, uint32_t mark)
{
	add(t, mark | 1);
}

bool
terms_marked(const struct terms *t, uint32_t mark)
{
	return t->slot[find(t, mark | 1)];
}

/* The first letters of the next word of four letters or two syllables; empty behind the last. */
static struct str
next_term(struct stems *t)
{
	struct str term;

	while ((term = stems_next(t)).n) {
		term = str_head(term, LETTERS);
		if ((*term.p & 0x80) ? term.n == LETTERS : !is_digit(*term.p))
			break;
	}
	return term;
}

/* Of the letters in lower case. */
static uint32_t
hash_of(struct str term)
{
	uint64_t bytes = load_few(term.p, term.n);

	if (!(*term.p & 0x80))
		bytes |= 0x202020202020;
	return (uint32_t)((bytes << 8 | term.n) * 0x9E3779B97F4A7C15u >> 32) | 1;
}

/* Is it one of the words that any page may hold? */
static bool
common(const struct rules *r, struct str term)
{
	char low[LETTERS];

	str_lower(low, term);
	return rules_common(r, str_of(low, term.n));
}

void
terms_add(struct terms *t, struct str s)
{
	struct stems stems = { .s = s };
	struct str term;

	while ((term = next_term(&stems)).n)
		add(t, hash_of(term));
}

enum hand { HAND_STRAIGHT = 1, HAND_CURLY = 2 };

/* An apostrophe or a quote of the keyboard; behind a figure it may be feet or inches. */
static bool
has_straight(struct str s)
{
	for (size_t i = 1; i + 1 < s.n; i++) {
		const char *p = memchr(s.p + i, '\'', s.n - i - 1);

		if (!p)
			break;
		i = (size_t)(p - s.p);
		if (is_wordy(p[-1]) && is_wordy(p[1]))
			return true;
	}
	return memchr(s.p, '"', s.n);
}

/* Quotes in a text and those known of others. */
static unsigned
add_hand(unsigned known, struct str s)
{
	return known | (!(known & HAND_STRAIGHT) && has_straight(s) ? HAND_STRAIGHT : 0)
	    | (!(known & HAND_CURLY) && words_any(s, WORDS("’", "“")) ? HAND_CURLY : 0);
}

/* Brings the set up to line `before`. The last line of a page that ends within it may yet get longer. */
static void
add_lines(struct terms *t, const struct view *v, size_t before)
{
	for (; t->lines < before && t->n < TERMS_MOST; t->lines++)
		if (class_in(class(v, t->lines), IN(NONE) | IN(CAPTION))) {
			terms_add(t, text(v, t->lines));
			t->hand = is(v, t->lines, LINE_PROSE) ? add_hand(t->hand, text(v, t->lines)) : t->hand;
		}
	if (v->stuck && t->lines >= v->stuck)
		t->lines = v->stuck - 1;
}

void
terms_names(const struct view *v, size_t before)
{
	struct terms *t = v->terms;

	for (; t->named < before && t->n < TERMS_MOST; t->named++)
		if (prose(v, t->named) && !is(v, t->named, LINE_KOREAN))
			flow_note(t, v->rules, text(v, t->named));
	if (v->stuck && t->named >= v->stuck)
		t->named = v->stuck - 1;
}

static bool
among(const uint32_t *hash, unsigned n, uint32_t wanted)
{
	while (n && hash[n - 1] != wanted)
		n--;
	return n;
}

unsigned
terms_shared(const struct view *v, size_t before, size_t i)
{
	size_t left = is(v, i, LINE_KOREAN) ? WINDOW_KOREAN : WINDOW, end = i + WINDOW_LINES < v->n ? i + WINDOW_LINES : v->n;
	struct terms *t = v->terms;
	uint32_t found[TERMS_SHARED];
	unsigned shared = 0;

	add_lines(t, v, before);
	for (; i < end && left; i++) {
		struct stems stems = { .s = str_head(text(v, i), left) };
		struct str term;

		left -= stems.s.n;
		while (shared < TERMS_SHARED && (term = next_term(&stems)).n) {
			uint32_t hash = hash_of(term);

			if (t->slot[find(t, hash)] && !among(found, shared, hash) && !common(v->rules, term))
				found[shared++] = hash;
		}
	}
	return shared;
}

bool
terms_other_hand(const struct view *v, size_t before, size_t i)
{
	size_t end = i + HAND_LINES < v->n ? i + HAND_LINES : v->n;
	unsigned here = 0;

	add_lines(v->terms, v, before);
	if (v->terms->hand != HAND_STRAIGHT && v->terms->hand != HAND_CURLY)
		return false;
	for (; i < end; i++)
		here = prose(v, i) ? add_hand(here, text(v, i)) : here;
	return here == (v->terms->hand ^ (HAND_STRAIGHT | HAND_CURLY));
}

unsigned
terms_count(const struct terms *t, const struct rules *r, struct str s, unsigned *known)
{
	struct stems stems = { .s = s };
	struct str term;
	unsigned n = 0;

	*known = 0;
	while ((term = next_term(&stems)).n)
		if (!common(r, term)) {
			*known += t->slot[find(t, hash_of(term))] != 0;
			n++;
		}
	return n;
}
