/* Joins the mentions of one entity: by id, else by name, else by the words themselves. Of those types alone that bear titles, give
 * them or speak. */
#include "link.h"

#include "hash.h"

enum { JOINED = 1 << TYPE_PERSON | 1 << TYPE_ORG | 1 << TYPE_GPE | 1 << TYPE_FAC };

static struct str
key_of(const struct doc *d, const struct mention *m)
{
	if (m->id.n)
		return m->id;
	return m->name.n ? m->name : mention_str(d, m);
}

static inline bool
same(const struct doc *d, const struct mention *m, enum entity_type type, struct str key)
{
	struct str other = key_of(d, m);

	return m->type == type && ((other.p == key.p && other.n == key.n) || str_eq(other, key));
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
		m->entity = (uint32_t)i;
		if (!(JOINED >> m->type & 1))
			continue;
		struct str key = key_of(d, m);
		size_t at = (hash_ends(key) + m->type) & (size - 1);
		while (table[at] && !same(d, &d->mentions[table[at] - 1], m->type, key))
			at = (at + 1) & (size - 1);
		if (table[at])
			m->entity = table[at] - 1;
		else
			table[at] = (uint32_t)i + 1;
	}
	arena_drop(d->arena, table);
}
