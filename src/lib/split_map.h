/* A map from strings to indices: open addressing, in an arena. 64 bits of hash stand for the key. */
#ifndef KWIRE_SPLIT_MAP_H
#define KWIRE_SPLIT_MAP_H

#include "arena.h"

#include <stdint.h>

struct map {
	struct slot {
		uint64_t hash;
		size_t value; /* index + 1 */
	} *slot;
	size_t size, n;
};

/* Adds a key, or gives it another index. */
void map_put(struct map *m, struct arena *a, struct str key, unsigned index);

/* Index + 1; 0 if absent. */
unsigned map_get(const struct map *m, struct str key);

#endif
