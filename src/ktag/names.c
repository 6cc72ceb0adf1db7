#include "names.h"
#include "words.h"

/* Adds what the gazetteer knows, the longest name at each word. */
static void
find_known(struct doc *d, const struct gaz *g)
{
	struct gaz_hit hit;

	for (size_t i = 0; i < d->tokens_n; i++) {
		if (d->tokens[i].kind != TOKEN_WORD && d->tokens[i].kind != TOKEN_NUMBER)
			continue;
		if (!gaz_match(g, d, i, 0, &hit))
			continue;
		struct gaz_entity e = gaz_entity(g, hit.at[0].entity);
		struct mention *m = doc_mention(d, e.type, hit.start, hit.end, "gazetteer");
		m->id = e.id;
		m->name = e.name;
		i += hit.tokens - 1;
	}
}

void
names_find(struct doc *d, const struct gaz *g)
{
	find_known(d, g);
}
