/* The table behind date_word: mkwords writes it. */
#ifndef KTAG_DATE_TABLE_H
#define KTAG_DATE_TABLE_H

#include "date_word.h"
#include "load.h"
#include "words.h"

#define DATE_SLOTS 1024 /* a power of two, twice the words */
#define DATE_LONGEST 15

/* A word of at most 15 bytes as two numbers that tell it apart from any other of its length; ASCII letters in lower case, which sets
 * bit 5 of the other bytes too, but they do not meet in these words. */
struct date_key {
	uint64_t a, b;
};

/* The key of a word that is not empty. */
static inline struct date_key
date_key(struct str word)
{
	struct date_key k = { 0, 0 };

	if (word.n >= 8) {
		k.a = load64(word.p);
		k.b = load64(word.p + word.n - 8);
	} else if (word.n >= 4) {
		k.a = load32(word.p);
		k.b = load32(word.p + word.n - 4);
	} else {
		k.a = (uint8_t)word.p[0] | (uint64_t)(uint8_t)word.p[word.n / 2] << 8 | (uint64_t)(uint8_t)word.p[word.n - 1] << 16;
	}
	k.a |= 0x2020202020202020;
	k.b |= 0x2020202020202020;
	return k;
}

extern const struct date_key date_keys[DATE_SLOTS];
extern const struct word_filter date_filter;

/* Where a word is, or the free slot where it belongs. */
static inline size_t
date_place(const struct date_key *keys, const struct date_word *words, struct str word)
{
	struct date_key k = date_key(word);
	uint64_t h = (k.a * 0x9E3779B97F4A7C15) ^ (k.b * 0xBF58476D1CE4E5B9) ^ word.n;

	for (h ^= h >> 32;; h++) {
		size_t i = h % DATE_SLOTS;
		if (words[i].n == 0 || (keys[i].a == k.a && keys[i].b == k.b && words[i].n == word.n))
			return i;
	}
}

#endif
