#include "sketch.h"
#include "cal.h"
#include "mem.h"

#include <stdlib.h>

/* A text with few samples is indexed by so many of its shingles. */
#define LEAST_KEYS 8

void
set_reserve(struct set *s, size_t n)
{
	if (n <= s->cap)
		return;
	s->cap = n < 64 ? 64 : n + n / 2;
	s->v = mem_resize(s->v, s->cap, sizeof *s->v);
}

void
set_add(struct set *s, uint32_t value)
{
	set_reserve(s, s->n + 1);
	s->v[s->n++] = value;
}

/* Hashes are spread evenly, so one pass by their upper bits nearly sorts them and insertion does the rest in linear time. A set
 * made to crowd in one place gives up and is sorted the slow way. */
static bool
insertion(uint32_t *v, size_t n)
{
	size_t moves = 0;

	for (size_t i = 1; i < n; i++) {
		uint32_t value = v[i];
		size_t k = i;

		for (; k > 0 && v[k - 1] > value; k--)
			v[k] = v[k - 1];
		v[k] = value;
		moves += i - k;
		if (moves > 16 * n)
			return false;
	}
	return true;
}

static void
scatter(struct set *s)
{
	uint32_t start[1 << 12], *to;
	unsigned bits = 1, sum = 0;

	while (bits < 12 && (size_t)1 << bits < s->n)
		bits++;
	memset(start, 0, sizeof *start << bits);
	set_reserve(s, s->n * 2);
	to = s->v + s->n;
	for (size_t i = 0; i < s->n; i++)
		start[s->v[i] >> (32 - bits)]++;
	for (size_t b = 0; b < (size_t)1 << bits; b++) {
		unsigned count = start[b];

		start[b] = sum;
		sum += count;
	}
	for (size_t i = 0; i < s->n; i++)
		to[start[s->v[i] >> (32 - bits)]++] = s->v[i];
	memcpy(s->v, to, s->n * sizeof *to);
}

void
set_sort(struct set *s)
{
	size_t n = 0;

	if (s->n > 1 << 16) {
		qsort(s->v, s->n, sizeof *s->v, mem_order32);
	} else if (s->n > 1) {
		scatter(s);
		if (!insertion(s->v, s->n))
			qsort(s->v, s->n, sizeof *s->v, mem_order32);
	}
	for (size_t i = 0; i < s->n; i++)
		if (!n || s->v[n - 1] != s->v[i])
			s->v[n++] = s->v[i];
	s->n = n;
}

/* Order matters: "A shot B" is not "B shot A". */
static uint32_t
shingle_of(const uint64_t *word, size_t k)
{
	uint64_t h = 0;

	for (size_t i = 0; i < k; i++)
		h = (h ^ word[i]) * 0x9FB21C651E98DF25u, h ^= h >> 35;
	return (uint32_t)(h >> 32) ^ (uint32_t)h;
}

static void
make_shingles(struct set *s, const struct words *w, size_t k)
{
	s->n = 0;
	if (w->n < k)
		return;
	set_reserve(s, w->n);
	for (size_t i = 0; i + k <= w->n; i++)
		s->v[s->n++] = shingle_of(w->hash + i, k);
	set_sort(s);
}

/* A page all in capitals has no names to tell. */
static void
make_facts(struct set *s, const struct words *w)
{
	bool names = w->capitals * 2 < w->n;

	s->n = 0;
	for (size_t i = 0; i < w->facts; i++)
		if (names || (w->fact[i] & FACT_FIGURE))
			set_add(s, w->fact[i]);
	set_sort(s);
}

uint32_t
sample_limit(unsigned rate)
{
	return UINT32_MAX / rate;
}

void
sketch_sample(struct sketch *s, unsigned rate)
{
	uint32_t limit = sample_limit(rate);
	size_t n = 0, end = s->shingles.n;

	while (n < end) { /* the first value above the limit */
		size_t mid = n + (end - n) / 2;

		if (s->shingles.v[mid] <= limit)
			n = mid + 1;
		else
			end = mid;
	}
	s->samples = n;
	s->keys = n >= LEAST_KEYS ? n : s->shingles.n < LEAST_KEYS ? s->shingles.n : LEAST_KEYS;
}

void
sketch_make(struct sketch *s, struct words *w, struct article *a, const struct sketch_opt *opt)
{
	struct str title = article_text(a, KEY_TITLE), text = article_text(a, KEY_TEXT), from = article_text(a, KEY_DATE_FROM);
	bool unsure = str_eq(from, STR("text")) || str_eq(from, STR("crawl"));

	s->day = unsure ? NO_DAY : day_of(article_text(a, KEY_DATE));
	words_clear(w);
	words_add(w, words_skip_dateline(text));
	s->words = w->n;
	s->shingles.n = s->facts.n = 0;
	if (w->n < opt->min_words) { /* so little text says nothing without its title */
		words_clear(w);
		words_add(w, title);
		words_add(w, STR("/"));
		words_add(w, text);
		s->words = w->n;
	} else {
		make_shingles(&s->shingles, w, opt->shingle);
		make_facts(&s->facts, w);
	}
	s->hash = words_hash(w);
	sketch_sample(s, opt->rate);
}

void
sketch_free(struct sketch *s)
{
	free(s->shingles.v);
	free(s->facts.v);
	*s = (struct sketch) { 0 };
}

size_t
set_shared(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
	size_t i = 0, k = 0, shared = 0;

	while (i < n && k < m) { /* without branches: the order of hashes cannot be foretold */
		uint32_t x = a[i], y = b[k];

		shared += x == y;
		i += x <= y;
		k += y <= x;
	}
	return shared;
}

int32_t
day_of(struct str date)
{
	struct cal c;

	return cal_read(date, &c) == 10 ? (int32_t)cal_days(c) : NO_DAY;
}
