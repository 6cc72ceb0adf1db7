/* Folding: what two spellings of one name have in common, as a hash that grows letter by letter.
 *
 * Letters count without case and diacritics; hyphens, spaces and periods do not count at all, so that "Hwasong-17",
 * `Hwasong 17` and `Hwasong17` are one. Apostrophes, commas, '&', '/' and '+' count: "Korea's" is not "Koreas". */
#ifndef KTAG_GAZ_FOLD_H
#define KTAG_GAZ_FOLD_H

#include "digit.h"
#include "str.h"

#include <stdint.h>

#define FOLD_START 0xCBF29CE484222325u

/* The hash is a polynomial of the bytes: so those of two words give that of both together, however a text is cut (fold_join). */
#define FOLD_BASE 0x9E3779B97F4A7C15u
#define FOLD_INVERSE 0xF1DE83E19937733Du
_Static_assert((uint64_t)FOLD_BASE * FOLD_INVERSE == 1, "one is the inverse of the other modulo 2^64");

/* The hash with one byte more. */
static inline uint64_t
fold_byte(uint64_t h, unsigned char c)
{
	return h * FOLD_BASE + c;
}

/* Spreads the hash over all its bits before it is used. */
static inline uint64_t
fold_mix(uint64_t h)
{
	h ^= h >> 29;
	h *= 0xBF58476D1CE4E5B9u;
	return h ^ h >> 32;
}

/* One letter, folded: up to 3 bytes, none for what does not count. */
struct fold_letter {
	unsigned char byte[4];
	unsigned char n;
	unsigned char len; /* bytes of the source */
	bool upper, digit, space;
};

/* The letter at p, of which n bytes are there. */
struct fold_letter fold_letter(const char *p, size_t n);

/* Is byte i of s a comma between digits, as in 1,022? It does not count. */
static inline bool
fold_groups(struct str s, size_t i)
{
	return s.p[i] == ',' && i > 0 && i + 1 < s.n && is_digit(s.p[i - 1]) && is_digit(s.p[i + 1]);
}

/* A word by itself: what it adds to a hash. */
struct fold {
	uint64_t sum, power;
};

/* What a whole word adds. */
struct fold fold_word(struct str s);

/* Does it end in an s? */
bool fold_plural(struct str s);

/* The hash with a word more. */
static inline uint64_t
fold_join(uint64_t h, const struct fold *word)
{
	return h * word->power + word->sum;
}

/* The hash before its last byte, which is an s. */
static inline uint64_t
fold_singular(uint64_t h)
{
	return (h - 's') * FOLD_INVERSE;
}

/* The mixed hash of a whole string. */
uint64_t fold_hash(struct str s);

#endif
