/* Folding: what two spellings of one name have in common, as a hash that grows letter by letter.
 *
 * Letters count without case and diacritics; hyphens, spaces and periods do not count at all, so that "Hwasong-17",
 * `Hwasong 17` and `Hwasong17` are one. Apostrophes, commas, '&', '/' and '+' count: "Korea's" is not "Koreas". */
#ifndef KTAG_GAZ_FOLD_H
#define KTAG_GAZ_FOLD_H

#include "str.h"

#include <stdint.h>

#define FOLD_START 0xCBF29CE484222325u

/* FNV-1a, one byte. */
static inline uint64_t
fold_byte(uint64_t h, unsigned char c)
{
	return (h ^ c) * 0x100000001B3u;
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
struct fold_letter fold_letter(const char *p, size_t n);

/* ASCII letters and digits, folded; 0 for all other bytes. */
extern const unsigned char fold_plain[256];

/* fold_word for any word. */
uint64_t fold_mixed(uint64_t h, struct str s, uint64_t *shorter);

/* Continues h with all of s. *shorter becomes the hash without the last letter if that is an 's', else 0. */
static inline uint64_t
fold_word(uint64_t h, struct str s, uint64_t *shorter)
{
	uint64_t start = h, before = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char small = fold_plain[(unsigned char)s.p[i]];

		if (!small)
			return fold_mixed(start, s, shorter);
		before = h;
		h = fold_byte(h, small);
	}
	*shorter = s.n && (s.p[s.n - 1] | 0x20) == 's' ? before : 0;
	return h;
}

/* The mixed hash of a whole string. */
uint64_t fold_hash(struct str s);

/* Writes the folded bytes of s to `to` (room for s.n + 1); returns their number. */
size_t fold_string(struct str s, char *to);

#endif
