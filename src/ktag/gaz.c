#include "err.h"
#include "gaz_open.h"

#include <stdlib.h>

struct gaz *
gaz_open(const struct gaz_opt *opt)
{
	struct gaz *g = calloc(1, sizeof *g);

	if (!g || !(g->memos = calloc(GAZ_MEMOS, sizeof *g->memos)))
		err_die("gazetteer:");
	g->tables = &gaz_builtin;
	g->names.image = &g->tables->names;
	g->titles.image = &g->tables->titles;
	g->titles.base = g->names.image->records_n;
	if (opt)
		gaz_user(g, opt);
	return g;
}

void
gaz_close(struct gaz *g)
{
	if (g->user.image)
		gaz_build_free(&g->user_build);
	free(g->names.blocked);
	free(g->user.blocked);
	free(g->blocked);
	for (size_t i = 0; i < GAZ_MEMOS; i++)
		free(g->memos[i].at);
	free(g->memos);
	free(g);
}

static const struct gaz_set *
set_of(const struct gaz *g, uint32_t entity)
{
	if (entity < g->titles.base)
		return &g->names;
	return g->user.image && entity >= g->user.base ? &g->user : &g->titles;
}

struct gaz_entity
gaz_entity(const struct gaz *g, uint32_t entity)
{
	const struct gaz_set *set = set_of(g, entity);
	const struct gaz_record *r = &set->image->records[entity - set->base];
	const char *pool = set->image->pool;

	return (struct gaz_entity){
	    .id = str_of(pool + r->id, r->id_n),
	    .name = str_of(pool + r->name, r->name_n),
	    .hangul = str_of(pool + r->hangul, r->hangul_n),
	    .kind = str_of(pool + r->kind, r->kind_n),
	    .wikidata = str_of(pool + r->wikidata, r->wikidata_n),
	    .type = (enum entity_type)r->type,
	    .country = str_z(r->country),
	    .flags = r->flags,
	};
}

static uint32_t
find_in(const struct gaz_set *set, struct str id)
{
	uint32_t low = 0, high = set->image->records_n;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2, record = set->image->by_id[middle];
		int order = str_cmp(id, str_z(set->image->pool + set->image->records[record].id));

		if (order == 0)
			return record + set->base;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return GAZ_NONE;
}

uint32_t
gaz_find(const struct gaz *g, struct str id)
{
	uint32_t found = g->user.image ? find_in(&g->user, id) : GAZ_NONE;

	return found != GAZ_NONE ? found : find_in(&g->names, id);
}

uint32_t
gaz_pick(const struct gaz *g, const struct gaz_hit *hit, struct str country)
{
	for (size_t i = 0; i < hit->n; i++)
		if (str_eq(gaz_entity(g, hit->at[i].entity).country, country))
			return hit->at[i].entity;
	return GAZ_NONE;
}
