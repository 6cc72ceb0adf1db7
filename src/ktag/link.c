/* Joins the mentions of one entity: by id, else by name, else by the words themselves. */
#include "link.h"

#include "hash.h"

struct seen {
	struct str key;
	uint32_t type, first;
};

static struct str
key_of(const struct doc *d, const struct mention *m)
{
	if (m->id.n)
		return m->id;
	return m->name.n ? m->name : str_of(d->text.p + m->start, m->end - m->start);
}

void
link_mentions(struct doc *d)
{
	struct seen *table;
	size_t size = 16;

	while (size < d->mentions_n * 2)
		size *= 2;
	table = arena_array(d->arena, size, sizeof *table);
	memset(table, 0, size * sizeof *table);
	for (size_t i = 0; i < d->mentions_n; i++) {
		struct mention *m = &d->mentions[i];
		struct str key = key_of(d, m);
		size_t at = (hash64(key) + m->type) & (size - 1);
		while (table[at].key.p && !(table[at].type == m->type && str_eq(table[at].key, key)))
			at = (at + 1) & (size - 1);
		if (!table[at].key.p)
			table[at] = (struct seen) { key, m->type, (uint32_t)i };
		m->entity = table[at].first;
	}
}
