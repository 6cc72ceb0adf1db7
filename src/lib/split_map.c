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
	struct map bigger = { .size = m->size ? m->size * 4 : SIZE, .n = m->n };

	bigger.slot = arena_array(a, bigger.size, sizeof *bigger.slot);
	memset(bigger.slot, 0, bigger.size * sizeof *bigger.slot);
	for (size_t i = 0; i < m->size; i++)
		if (m->slot[i].value)
			*place(&bigger, m->slot[i].hash) = m->slot[i];
	*m = bigger;
}

void
map_put(struct map *m, struct arena *a, struct str key, unsigned index)
{
	uint64_t hash = hash64(key);
	struct slot *s;

	if (m->n * 2 >= m->size)
		grow(m, a);
	s = place(m, hash);
	m->n += s->value == 0;
	*s = (struct slot) { hash, (size_t)index + 1 };
}

unsigned
map_get(const struct map *m, struct str key)
{
	return m->size ? (unsigned)place(m, hash64(key))->value : 0;
}
