#include "gaz_open.h"
#include "gaz_text.h"
#include "mem.h"
#include "opt.h"

#include <stdlib.h>

static void
open_cache(struct gaz *g)
{
	size_t entities = (size_t)g->titles.base + g->titles.image->records_n + (g->user.image ? g->user.image->records_n : 0);

	g->cache->entities = mem_new(entities, sizeof *g->cache->entities);
	g->cache->offices = mem_new(g->tables->offices_n, sizeof *g->cache->offices);
	g->cache->memos = mem_new(GAZ_MEMOS, sizeof *g->cache->memos);
}

struct gaz *
gaz_open(const struct gaz_opt *opt)
{
	struct gaz *g = mem_new(1, sizeof *g);

	g->cache = mem_new(1, sizeof *g->cache);
	g->tables = &gaz_builtin;
	g->names.image = &g->tables->names;
	g->titles.image = &g->tables->titles;
	g->titles.base = g->names.image->records_n;
	if (opt && opt->user && opt->user->n)
		gaz_load_names(g, opt->user);
	open_cache(g);
	if (opt && opt->block && opt->block->n)
		gaz_load_blocks(g, opt->block);
	return g;
}

static void
close_cache(struct gaz_cache *c)
{
	for (size_t i = 0; i < GAZ_MEMOS && c->long_memos; i++)
		free(c->memos[i].more);
	free(c->memos);
	free(c->entities);
	free(c->offices);
	buf_free(&c->text);
	arena_free(&c->arena);
	free(c);
}

void
gaz_close(struct gaz *g)
{
	if (g->user.image)
		gaz_build_free(&g->user_build);
	free(g->names.blocked);
	free(g->user.blocked);
	free(g->blocked);
	close_cache(g->cache);
	free(g);
}

static const struct gaz_set *
set_of(const struct gaz *g, uint32_t entity)
{
	if (entity < g->titles.base)
		return &g->names;
	return g->user.image && entity >= g->user.base ? &g->user : &g->titles;
}

void
gaz_read_texts(const struct gaz *g, const struct gaz_image *image, const uint8_t *p, struct str *texts, size_t n)
{
	struct buf *text = &g->cache->text;

	for (size_t i = 0; i < n; i++) {
		size_t length = gaz_length(&p);

		if (image->units) {
			text->n = 0;
			gaz_expand(image->units, p, length, texts[0], text);
			buf_char(text, '\0');
			texts[i] = arena_str(&g->cache->arena, buf_view(text));
			texts[i].n--;
		} else {
			texts[i] = str_of((const char *)p, length);
		}
		p += length;
	}
}

static struct gaz_entity *
read_entity(const struct gaz *g, uint32_t entity)
{
	const struct gaz_set *set = set_of(g, entity);
	const struct gaz_image *im = set->image;
	uint32_t record = entity - set->base;
	struct gaz_entity *e = arena_alloc(&g->cache->arena, sizeof *e);
	struct str texts[4];

	gaz_read_texts(g, im, im->pool + im->records[record] + 1, texts, sizeof texts / sizeof *texts);
	*e = (struct gaz_entity) { .name = texts[0], .id = texts[1], .kind = texts[2], .country = texts[3],
		.type = (enum entity_type)gaz_record_type(im, record) };
	return e;
}

struct gaz_entity
gaz_entity(const struct gaz *g, uint32_t entity)
{
	struct gaz_entity **e = &g->cache->entities[entity];

	if (!*e)
		*e = read_entity(g, entity);
	return **e;
}

static uint32_t
find_in(const struct gaz *g, const struct gaz_set *set, struct str id)
{
	uint32_t low = 0, high = set->image->records_n;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = str_cmp(id, gaz_entity(g, set->base + middle).id);

		if (order == 0)
			return set->base + middle;
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
	uint32_t found = g->user.image ? find_in(g, &g->user, id) : GAZ_NONE;

	return found != GAZ_NONE ? found : find_in(g, &g->names, id);
}
