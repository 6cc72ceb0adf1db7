/* Fingerprints (xxHash, XXH3) and a hash table of strings. Fingerprints are the same on every machine. */
#ifndef KWIRE_HASH_H
#define KWIRE_HASH_H

#include "str.h"

#include <stdint.h>

/* XXH3 64 bits. */
uint64_t hash64(struct str s);

/* XXH3 128 bits: high and low half. */
struct hash128 {
	uint64_t high, low;
};
struct hash128 hash128(struct str s);

#endif
