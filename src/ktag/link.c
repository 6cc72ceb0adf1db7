/* Joins the mentions of one entity: by id, else by name, else by the words themselves. */
#include "link.h"

#include "hash.h"

static struct str
key_of(const struct doc *d, const struct mention *m)
{
	if (m->id.n)
		return m->id;
	return m->name.n ? m->name : str_of(d->text.p + m->start, m->end - m->start);
}

static inline bool
same(const struct doc *d, const struct mention *m, enum entity_type type, struct str key)
{
	return m->type == type && str_eq(key_of(d, m), key);
}

void
link_mentions(struct doc *d)
{
	uint32_t *table; /* open addressing: 1 + index of the first mention, 0 is free */
	size_t size = 16;

	while (size < d->mentions_n * 2)
		size *= 2;
	table = arena_array(d->arena, size, sizeof *table);
	memset(table, 0, size * sizeof *table);
	for (size_t i = 0; i < d->mentions_n; i++) {
		struct mention *m = &d->mentions[i];
		struct str key = key_of(d, m);
		size_t at = (hash64(key) + m->type) & (size - 1);
		while (table[at] && !same(d, &d->mentions[table[at] - 1], m->type, key))
			at = (at + 1) & (size - 1);
		if (!table[at])
			table[at] = (uint32_t)i + 1;
		m->entity = table[at] - 1;
	}
}
