#include "split_map.h"
#include "err.h"
#include "hash.h"

#define FIRST_BITS 10
#define VALUES ((uint64_t)1 << 20)

/* The slot of a hash, or the one it would have. A slot is small, and few are free: maps that are asked all the time stay in the cache. */
static uint64_t *
place(const struct map *m, uint64_t hash)
{
	size_t k = hash >> m->shift;

	while ((m->slot[k] != 0) & ((m->slot[k] ^ hash) >= VALUES)) /* one branch, mostly not taken */
		k = (k + 1) & (m->size - 1);
	return &m->slot[k];
}

static void
grow(struct map *m, struct arena *a)
{
	uint64_t *old = m->slot;
	size_t size = m->size;

	m->size = size ? size * 2 : (size_t)1 << FIRST_BITS;
	m->shift = size ? m->shift - 1 : 64 - FIRST_BITS;
	m->slot = arena_array(a, m->size, sizeof *m->slot);
	memset(m->slot, 0, m->size * sizeof *m->slot);
	for (size_t i = 0; i < size; i++)
		if (old[i])
			*place(m, old[i]) = old[i];
}

void
map_put(struct map *m, struct arena *a, struct str key, unsigned index)
{
	uint64_t hash = hash64(key), *s;

	if (index + 1 >= VALUES)
		err_die("a table of more than %u rows", (unsigned)VALUES - 2);
	if (m->n * 3 >= m->size * 2)
		grow(m, a);
	m->lengths[map_start(key)] |= map_length(key.n);
	if (key.n >= MAP_FIVE)
		m->fives[map_five(key.p) / 64] |= (uint64_t)1 << map_five(key.p) % 64;
	s = place(m, hash);
	m->n += *s == 0;
	*s = (hash & ~(VALUES - 1)) | (index + 1);
}

unsigned
map_find(const struct map *m, struct str key)
{
	return (unsigned)(*place(m, hash64(key)) & (VALUES - 1));
}
