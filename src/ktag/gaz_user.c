/* The user's part: -g FILE, --block FILE, --only TYPES. */
#include "err.h"
#include "gaz_fold.h"
#include "gaz_open.h"
#include "mem.h"
#include "opt.h"

#include <stdlib.h>

void
gaz_load_names(struct gaz *g, const struct opt_list *files)
{
	gaz_build_open(&g->user_build, GAZ_VARIANTS, GAZ_USER);
	for (size_t i = 0; i < files->n; i++) {
		struct str text = table_load(files->items[i]);
		struct table t;

		table_open(&t, str_z(files->items[i]), text);
		while (table_row(&t, 3))
			gaz_build_row(&g->user_build, &t);
		free((char *)text.p);
	}
	gaz_build_close(&g->user_build);
	gaz_build_image(&g->user_build, &g->user_image, NULL);
	g->user.image = &g->user_image;
	g->user.base = g->titles.base + g->titles.image->records_n;
}

static void
block_id(struct gaz_set *set, uint32_t entity)
{
	if (!set->blocked)
		set->blocked = mem_new(set->image->records_n, sizeof *set->blocked);
	set->blocked[entity - set->base] = true;
}

static void
block(struct gaz *g, struct str what)
{
	uint32_t entity = gaz_find(g, what);

	if (entity != GAZ_NONE) {
		block_id(g->user.image && entity >= g->user.base ? &g->user : &g->names, entity);
		return;
	}
	g->blocked = mem_resize(g->blocked, g->blocked_n + 1, sizeof *g->blocked);
	g->blocked[g->blocked_n++] = fold_hash(what);
}

void
gaz_load_blocks(struct gaz *g, const struct opt_list *files)
{
	for (size_t i = 0; i < files->n; i++) {
		struct str text = table_load(files->items[i]);
		struct table t;

		table_open(&t, str_z(files->items[i]), text);
		while (table_row(&t, 1))
			block(g, t.field[0]);
		free((char *)text.p);
	}
	if (g->blocked_n)
		qsort(g->blocked, g->blocked_n, sizeof *g->blocked, mem_order64);
}

bool
gaz_blocked_form(const struct gaz *g, uint64_t key)
{
	return bsearch(&key, g->blocked, g->blocked_n, sizeof key, mem_order64) != NULL;
}

bool
gaz_blocked(const struct gaz *g, struct str name)
{
	return g->blocked_n && gaz_blocked_form(g, fold_hash(name));
}
