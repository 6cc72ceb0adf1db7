#include "split_map.h"
#include "hash.h"

#define SIZE 1024 /* to begin with; a power of two */

static struct slot *
place(const struct map *m, uint64_t hash)
{
	size_t k = hash & (m->size - 1);

	while (m->slot[k].value && m->slot[k].hash != hash)
		k = (k + 1) & (m->size - 1);
	return &m->slot[k];
}

static void
grow(struct map *m, struct arena *a)
{
	struct slot *old = m->slot;
	size_t size = m->size;

	m->size = size ? size * 4 : SIZE;
	m->slot = arena_array(a, m->size, sizeof *m->slot);
	memset(m->slot, 0, m->size * sizeof *m->slot);
	for (size_t i = 0; i < size; i++)
		if (old[i].value)
			*place(m, old[i].hash) = old[i];
}

void
map_put(struct map *m, struct arena *a, struct str key, unsigned index)
{
	uint64_t hash = hash64(key);
	struct slot *s;

	if (m->n * 2 >= m->size)
		grow(m, a);
	m->lengths[map_start(key)] |= map_length(key.n);
	s = place(m, hash);
	m->n += s->value == 0;
	*s = (struct slot) { hash, (size_t)index + 1 };
}

unsigned
map_get(const struct map *m, struct str key)
{
	if (!key.n || !(map_lengths(m, key) & map_length(key.n)))
		return 0;
	return (unsigned)place(m, hash64(key))->value;
}
