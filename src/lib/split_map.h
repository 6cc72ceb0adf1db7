/* A map from strings to indices: open addressing, in an arena. 44 bits of hash stand for the key. */
#ifndef KWIRE_SPLIT_MAP_H
#define KWIRE_SPLIT_MAP_H

#include "arena.h"
#include "load.h"

#include <stdint.h>

#define MAP_STARTS 2048
#define MAP_START 3 /* bytes of a key that are its start */
#define MAP_LONG 63 /* bytes: keys as long or longer share a bit */

#define MAP_FIVE 5 /* and so many are looked up, too */
#define MAP_FIVES ((size_t)1 << 15)

struct map {
	uint64_t lengths[MAP_STARTS]; /* by the first three bytes of keys: a bit for each length */
	uint64_t fives[MAP_FIVES / 64]; /* a bit by the first five bytes of keys that have so many */
	uint64_t *slot; /* the upper bits of a hash, and below them an index + 1; 0: free */
	size_t size, n;
	size_t shift; /* of a hash to its place */
};

/* Adds a key, or gives it another index. */
void map_put(struct map *m, struct arena *a, struct str key, unsigned index);

/* Index + 1 of a key whose length is among those of keys that begin like it (map_lengths); 0 if absent. */
unsigned map_find(const struct map *m, struct str key);

static inline uint64_t
map_length(size_t n)
{
	return (uint64_t)1 << (n < MAP_LONG ? n : MAP_LONG);
}

static inline size_t
map_start(struct str s)
{
	uint32_t three =
	    (uint32_t)((unsigned char)s.p[0] | (s.n > 1 ? (unsigned char)s.p[1] << 8 : 0) | (s.n > 2 ? (unsigned char)s.p[2] << 16 : 0));

	return (three * 2654435761u >> 16) % MAP_STARTS;
}

/* The longest of those lengths that is no more than n, 0 if there is none. */
static inline size_t
map_most(uint64_t lengths, size_t n)
{
	if (n >= MAP_LONG && lengths >> MAP_LONG)
		return n;
	if (n < MAP_LONG)
		lengths &= map_length(n + 1) - 1;
	return lengths ? 63 - (size_t)__builtin_clzll(lengths) : 0;
}

/* A number for the first five bytes at p. */
static inline size_t
map_five(const char *p)
{
	return (load32(p) << 8 | (unsigned char)p[4]) * 0x9E3779B97F4A7C15u >> 32 & (MAP_FIVES - 1);
}

/* Could a key begin with the five bytes at p? */
static inline bool
map_begins(const struct map *m, const char *p)
{
	return m->fives[map_five(p) / 64] >> map_five(p) % 64 & 1;
}

/* Could the key be one, by its first five bytes? */
static inline bool
map_may(const struct map *m, struct str key)
{
	return key.n < MAP_FIVE || map_begins(m, key.p);
}

/* How long keys are that begin like s: most strings are no key by that. */
static inline uint64_t
map_lengths(const struct map *m, struct str s)
{
	return m->lengths[map_start(s)];
}

/* Index + 1; 0 if absent. */
static inline unsigned
map_get(const struct map *m, struct str key)
{
	return key.n && (map_lengths(m, key) & map_length(key.n)) && map_may(m, key) ? map_find(m, key) : 0;
}

#endif
