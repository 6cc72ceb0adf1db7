/* The table behind words_of: mkwords writes it. */
#ifndef KTAG_WORDS_TABLE_H
#define KTAG_WORDS_TABLE_H

#include "load.h"

#include <stddef.h>

/* A word is known by 32 bits of a hash: no two of the lists share them, and a word of the text that does by chance (1 in 10^6
 * articles) gains a class that the context must still bear out. 256 KiB, looked at once for each word that is new. */
enum { WORD_SLOTS = 1 << 15 };

struct word_slot {
	uint32_t key; /* 0: the slot is free */
	uint32_t classes;
};

/* Open addressing; made by mkwords. */
extern const struct word_slot word_slots[WORD_SLOTS];

/* The first and the last eight bytes and the length tell words of up to 16 bytes apart. ASCII letters fold by bit 5; other bytes
 * keep apart well enough with it set. */
static inline uint32_t
word_key(const char *p, size_t n)
{
	const uint64_t fold = 0x2020202020202020;
	uint64_t a, b = 0;

	if (n >= 8) {
		a = load64(p);
		b = load64(p + n - 8) | fold;
	} else if (n >= 4) {
		a = load32(p) | load32(p + n - 4) << 32;
	} else if (n >= 2) {
		a = (uint8_t)p[0] | (uint32_t)(uint8_t)p[1] << 8 | (uint32_t)(uint8_t)p[n - 1] << 16;
	} else {
		a = n ? (uint8_t)p[0] : 0;
	}
	a |= fold;
	a *= 0x9E3779B97F4A7C15;
	a ^= a >> 29;
	a = (a ^ b ^ n) * 0xBF58476D1CE4E5B9;
	return (uint32_t)(a >> 32) | 1;
}

/* Where a key is, or the free slot where it belongs. */
static inline size_t
word_place(const struct word_slot *slots, uint32_t key)
{
	size_t i = (key >> 7) % WORD_SLOTS;

	while (slots[i].key != 0 && slots[i].key != key)
		i = (i + 1) % WORD_SLOTS;
	return i;
}

/* What a syllable tells of names, data/hangul_names.tsv. */
struct hangul_weight {
	uint16_t point;    /* U+AC00 to U+D7A3; 0 is the row of all others */
	int8_t weights[4]; /* as surname, NO_SURNAME if it is none, as first and second syllable of the given name, and in a foreign name */
};

enum { NO_SURNAME = INT8_MIN };

/* Ascending by their code points; made by mkwords. */
extern const struct hangul_weight hangul_weights[];
extern const size_t hangul_weights_n;

#endif
