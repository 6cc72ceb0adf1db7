/* What is kept of an article to compare others with it: its set of shingles and its facts.
 *
 * A shingle is the hash of k words in a row, 32 bits of it. Sets are sorted and hold each value once, so that the sampled
 * shingles (the smallest values: one in `rate`) come first. */
#ifndef KDEDUP_SKETCH_H
#define KDEDUP_SKETCH_H

#include "article.h"
#include "hash.h"
#include "words.h"

#define NO_DAY INT32_MIN

struct set {
	uint32_t *v;
	size_t n, cap;
};

struct sketch {
	struct hash128 hash; /* of the normal form; of title and text where the text is short */
	struct set shingles; /* empty where the text is short */
	struct set facts;    /* figures and names in their places */
	size_t samples;      /* shingles that are sampled by the rate */
	size_t keys;         /* the first so many shingles are the index keys: the samples, or a few more in a short text */
	int32_t day;         /* from 1970-01-01, NO_DAY if unknown */
	size_t words;
};

struct sketch_opt {
	unsigned shingle, rate, min_words;
};

/* Fills `s` (zero-initialised before the first call; its memory is used again). A date that rests on the text or the crawl alone
 * is too unsure to keep two articles apart: such an article has no day. */
void sketch_make(struct sketch *s, struct words *w, struct article *a, const struct sketch_opt *opt);

/* A shingle is sampled if it is no larger. */
uint32_t sample_limit(unsigned rate);

/* samples and keys from the shingles. */
void sketch_sample(struct sketch *s, unsigned rate);

/* Frees the sets. */
void sketch_free(struct sketch *s);

/* Sorts and removes repetitions; linear for hashes. */
void set_sort(struct set *s);

/* Room for n values. */
void set_reserve(struct set *s, size_t n);

/* Adds a value at the end: set_sort makes it a set. */
void set_add(struct set *s, uint32_t value);

/* Values that both hold. */
size_t set_shared(const uint32_t *a, size_t n, const uint32_t *b, size_t m);

/* Day number of an ISO 8601 date ("2025-11-04T09:00"); NO_DAY unless it is precise to the day. */
int32_t day_of(struct str date);

#endif
