/* Fingerprints (xxHash, XXH3) and a hash table of strings. Fingerprints are the same on every machine. */
#ifndef KWIRE_HASH_H
#define KWIRE_HASH_H

#include "load.h"
#include "str.h"

/* XXH3 64 bits. */
uint64_t hash64(struct str s);

/* XXH3 128 bits: high and low half. */
struct hash128 {
	uint64_t high, low;
};
struct hash128 hash128(struct str s);

/* For tables of ids and names that live no longer than the program: the first and last eight bytes and the length, without a call. */
static inline uint64_t
hash_ends(struct str s)
{
	uint64_t h = s.n;

	if (s.n >= 8)
		h ^= load64(s.p) ^ load64(s.p + s.n - 8) * 0xC2B2AE3D27D4EB4F;
	else if (s.n >= 4)
		h ^= load32(s.p) << 8 ^ load32(s.p + s.n - 4) << 32;
	else if (s.n)
		h ^= (uint64_t)(uint8_t)s.p[0] << 8 | (uint64_t)(uint8_t)s.p[s.n / 2] << 16 | (uint64_t)(uint8_t)s.p[s.n - 1] << 24;
	h *= 0x9E3779B97F4A7C15;
	return h ^ h >> 32;
}

#endif
