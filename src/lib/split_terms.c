#include "split_terms.h"
#include "load.h"
#include "mem.h"
#include "split_view.h"

#include <stdlib.h>

#define SLOTS 4096 /* a power of two */
#define TERMS_MOST 2048 /* of a page; what comes behind them is not remembered */
#define SHARED_MOST 3 /* words: more tell no more */
#define LETTERS 6 /* that tell a word from others; endings come behind them. Of Hangul: two syllables */

enum { WINDOW = 600, WINDOW_KOREAN = 1500, WINDOW_LINES = 16 }; /* bytes and lines of a paragraph or two */

/* A set of words, each by 32 bits of its hash. */
struct terms {
	uint32_t slot[SLOTS]; /* 0 is free */
	unsigned n;
	size_t lines; /* of the page that are in it */
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
	if (t->n)
		*t = (struct terms) { .n = 0 };
	t->lines = 0;
}

/* The place of a word: its own, or a free one. */
static uint32_t *
find(struct terms *t, uint32_t hash)
{
	size_t at = hash & (SLOTS - 1);

	while (t->slot[at] && t->slot[at] != hash)
		at = (at + 1) & (SLOTS - 1);
	return &t->slot[at];
}

static void
add(struct terms *t, uint32_t hash)
{
	uint32_t *slot = find(t, hash);

	if (*slot || t->n == TERMS_MOST)
		return;
	*slot = hash;
	t->n++;
}

/* The first letters of the next word of four letters or two syllables; empty behind the last. */
static struct str
next_term(struct str s, size_t *at)
{
	for (size_t i = *at, from; i < s.n;) {
		size_t n;

		for (; i < s.n && !is_wordy(s.p[i]); i++)
			;
		for (from = i; i < s.n && is_wordy(s.p[i]); i++)
			;
		n = i - from < LETTERS ? i - from : LETTERS;
		if ((s.p[from] & 0x80) ? n < LETTERS : n < 4 || is_digit(s.p[from]))
			continue;
		*at = i;
		return str_of(s.p + from, n);
	}
	*at = s.n;
	return str_of(s.p, 0);
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

static void
add_line(struct terms *t, struct str s)
{
	struct str term;

	for (size_t at = 0; (term = next_term(s, &at)).n;)
		add(t, hash_of(term));
}

/* Brings the set up to line `before`. The last line of a page that ends within it may yet get longer. */
static void
add_lines(struct terms *t, const struct view *v, size_t before)
{
	for (; t->lines < before && t->n < TERMS_MOST; t->lines++)
		if (class_in(class(v, t->lines), IN(NONE) | IN(CAPTION)))
			add_line(t, text(v, t->lines));
	if (v->stuck && t->lines >= v->stuck)
		t->lines = v->stuck - 1;
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
	uint32_t found[SHARED_MOST];
	unsigned shared = 0;

	add_lines(t, v, before);
	for (; i < end && left; i++) {
		struct str s = str_head(text(v, i), left), term;

		left -= s.n;
		for (size_t at = 0; shared < SHARED_MOST && (term = next_term(s, &at)).n;) {
			uint32_t hash = hash_of(term);

			if (*find(t, hash) && !among(found, shared, hash) && !common(v->rules, term))
				found[shared++] = hash;
		}
	}
	return shared;
}
