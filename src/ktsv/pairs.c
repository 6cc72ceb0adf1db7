/* The table pairs: which entities share paragraphs of an article. */
#include "err.h"
#include "hash.h"
#include "rows.h"

#include <stdlib.h>

/* A paragraph that names more entities than this is a list, whose members have nothing to do with each other; and their pairs
 * grow with the square. It is reported and passed over. */
#define CROWD 300

struct node {
	struct str key; /* the id, or the name of what has none */
	const struct entity *entity;
	size_t index; /* in the order of the mentions */
};

struct spot {
	size_t paragraph;
	uint32_t node;
};

struct pair {
	uint64_t nodes; /* the lesser node in the upper half */
	uint32_t count;
};

struct pair_table {
	struct pair *slots; /* count 0: free */
	size_t n, mask;
};

static struct str
key_of(const struct entity *e)
{
	return e->id.n ? e->id : e->name.n ? e->name : e->text;
}

static int
by_key(const void *a, const void *b)
{
	const struct node *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	if (order == 0)
		order = (y->entity->id.n > 0) - (x->entity->id.n > 0);
	if (order == 0 && !x->entity->id.n)
		order = str_cmp(x->entity->type, y->entity->type);
	return order ? order : x->index < y->index ? -1 : x->index > y->index;
}

/* The same id, or the same name and type of what has none. */
static bool
is_same(const struct node *x, const struct node *y)
{
	bool id = x->entity->id.n > 0;

	return str_eq(x->key, y->key) && id == (y->entity->id.n > 0) && (id || str_eq(x->entity->type, y->entity->type));
}

static int
by_spot(const void *a, const void *b)
{
	const struct spot *x = a, *y = b;

	if (x->paragraph != y->paragraph)
		return x->paragraph < y->paragraph ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

static int
by_nodes(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	return x->nodes < y->nodes ? -1 : x->nodes > y->nodes;
}

/* The names of the text, sorted by key; equal ones side by side. */
static size_t
collect(struct doc *d, const struct filter *f, struct node *nodes)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n_entities; i++) {
		const struct entity *e = &d->entities[i];

		if (filter_name(f, e->type) && doc_place(e) == IN_TEXT && key_of(e).n)
			nodes[n++] = (struct node) { key_of(e), e, i };
	}
	qsort(nodes, n, sizeof *nodes, by_key);
	return n;
}

/* Where each stands: the first of equal nodes stands for all of them. */
static void
locate(struct doc *d, const struct node *nodes, size_t n, struct spot *spots)
{
	uint32_t first = 0;

	for (size_t i = 0; i < n; i++) {
		if (!is_same(&nodes[i], &nodes[first]))
			first = (uint32_t)i;
		spots[i] = (struct spot) { doc_paragraph(d, nodes[i].entity->start), first };
	}
	qsort(spots, n, sizeof *spots, by_spot);
}

static struct pair *
pair_slot(const struct pair_table *t, uint64_t nodes)
{
	size_t at = (nodes * 0x9E3779B97F4A7C15u >> 20) & t->mask;

	while (t->slots[at].count && t->slots[at].nodes != nodes)
		at = (at + 1) & t->mask;
	return &t->slots[at];
}

static void
pair_grow(struct pair_table *t, struct arena *arena)
{
	struct pair_table old = *t;

	t->mask = old.slots ? old.mask * 2 + 1 : 255;
	t->slots = arena_array(arena, t->mask + 1, sizeof *t->slots);
	memset(t->slots, 0, (t->mask + 1) * sizeof *t->slots);
	for (size_t i = 0; old.slots && i <= old.mask; i++)
		if (old.slots[i].count)
			*pair_slot(t, old.slots[i].nodes) = old.slots[i];
}

static void
pair_add(struct pair_table *t, struct arena *arena, uint32_t a, uint32_t b)
{
	struct pair *p;

	if (t->n * 2 >= t->mask)
		pair_grow(t, arena);
	p = pair_slot(t, (uint64_t)a << 32 | b);
	t->n += p->count == 0;
	p->nodes = (uint64_t)a << 32 | b;
	p->count++;
}

/* The pairs of one paragraph; spots are sorted by node, equal nodes count once. */
static void
pair_up(struct doc *d, struct pair_table *t, struct spot *spots, size_t n)
{
	size_t different = 0;

	for (size_t i = 0; i < n; i++)
		if (i == 0 || spots[i].node != spots[different - 1].node)
			spots[different++] = spots[i];
	if (different > CROWD) {
		err_at(STATUS_INPUT, d->a->file, d->a->line, "paragraph %zu names %zu entities: no pairs made of it",
		    spots[0].paragraph, different);
		return;
	}
	for (size_t i = 0; i < different; i++)
		for (size_t k = i + 1; k < different; k++)
			pair_add(t, d->a->arena, spots[i].node, spots[k].node);
}

static void
put_pair(struct sheet *s, struct cell *c, const struct filter *f, const struct node *nodes, const struct pair *p)
{
	const struct entity *a = nodes[p->nodes >> 32].entity, *b = nodes[p->nodes & UINT32_MAX].entity;

	if (!filter_id(f, a->id) && !filter_id(f, b->id))
		return;
	cell_text(&c[P_A_ID], a->id);
	cell_text(&c[P_A_NAME], a->name.n ? a->name : a->text);
	cell_text(&c[P_A_TYPE], a->type);
	cell_text(&c[P_B_ID], b->id);
	cell_text(&c[P_B_NAME], b->name.n ? b->name : b->text);
	cell_text(&c[P_B_TYPE], b->type);
	cell_number(&c[P_COUNT], p->count);
	sheet_row(s, c);
}

static void
put_pairs(struct sheet *s, struct doc *d, const struct filter *f, const struct node *nodes, struct pair_table *t)
{
	struct cell c[COLUMNS] = { 0 };
	size_t n = 0;

	for (size_t i = 0; t->slots && i <= t->mask; i++)
		if (t->slots[i].count)
			t->slots[n++] = t->slots[i];
	if (n)
		qsort(t->slots, n, sizeof *t->slots, by_nodes);
	c[P_ARTICLE] = d->id_cell;
	c[P_DATE] = d->date_cell;
	c[P_SOURCE] = d->source_cell;
	for (size_t i = 0; i < n; i++)
		put_pair(s, c, f, nodes, &t->slots[i]);
}

void
rows_pairs(struct sheet *s, struct doc *d, const struct filter *f)
{
	struct node *nodes = arena_array(d->a->arena, d->n_entities + 1, sizeof *nodes);
	struct spot *spots = arena_array(d->a->arena, d->n_entities + 1, sizeof *spots);
	struct pair_table table = { 0 };
	size_t n = collect(d, f, nodes);

	locate(d, nodes, n, spots);
	for (size_t from = 0, to; from < n; from = to) {
		for (to = from + 1; to < n && spots[to].paragraph == spots[from].paragraph; to++) {
		}
		pair_up(d, &table, spots + from, to - from);
	}
	put_pairs(s, d, f, nodes, &table);
}
