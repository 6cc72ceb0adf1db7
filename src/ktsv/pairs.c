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

/* One of the different names, with its cells as they are to be written. */
struct name {
	const struct entity *entity;
	struct cell id, name, type;
	size_t paragraph; /* the last one it was seen in */
};

struct spot {
	size_t paragraph;
	uint32_t name; /* number */
};

#define NO_NAME UINT32_MAX

/* How often two names stand in one paragraph: the lesser in the upper half. */
struct pair {
	uint64_t names;
	uint32_t count;
};

/* A square of counters where the names are few; else a hash table. */
struct pair_table {
	uint32_t *square;
	size_t side;
	struct pair *slots; /* count 0: free */
	size_t n, mask;
};

#define SQUARE 128 /* names at most */

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
by_paragraph(const void *a, const void *b)
{
	const struct spot *x = a, *y = b;

	return x->paragraph < y->paragraph ? -1 : x->paragraph > y->paragraph;
}

static int
by_names(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	return x->names < y->names ? -1 : x->names > y->names;
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

/* Are the three columns of a name printed side by side from `first` on? Then they are one cell of a row that comes many times. */
static bool
side_by_side(const struct pick *p, size_t first)
{
	for (size_t i = 0; i + 2 < p->n; i++)
		if (p->at[i] == first)
			return p->at[i + 1] == first + 1 && p->at[i + 2] == first + 2;
	return false;
}

/* The columns without the two that are part of the cell at `first`. */
static void
leave_out(struct pick *p, size_t first)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->at[i] != first + 1 && p->at[i] != first + 2)
			p->at[n++] = p->at[i];
	p->n = n;
}

static struct name
name_of(struct sheet *s, struct doc *d, const struct entity *e, bool joined)
{
	struct name name = { e, doc_ready(d, s->dialect, e->id), doc_ready(d, s->dialect, e->name.n ? e->name : e->text),
		doc_ready(d, s->dialect, e->type), 0 };
	char separator = s->dialect->format == CSV ? ',' : '\t';

	if (!joined)
		return name;
	d->scratch.n = 0;
	buf_str(&d->scratch, name.id.s);
	buf_char(&d->scratch, separator);
	buf_str(&d->scratch, name.name.s);
	buf_char(&d->scratch, separator);
	buf_str(&d->scratch, name.type.s);
	name.id.s = arena_str(d->a->arena, buf_view(&d->scratch));
	return name;
}

/* Numbers the different names in the order of their keys; number[i] is that of entity i, NO_NAME if it counts nowhere. */
static size_t
number_names(struct sheet *s, struct doc *d, const struct node *nodes, size_t n, uint32_t *number, struct name *names, bool joined)
{
	size_t first = 0, different = 0;

	memset(number, 0xFF, d->n_entities * sizeof *number);
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || !is_same(&nodes[i], &nodes[first])) {
			first = i;
			names[different++] = name_of(s, d, nodes[i].entity, joined);
		}
		number[nodes[i].index] = (uint32_t)different - 1;
	}
	return different;
}

/* Where each stands, by paragraphs: entities come in the order of the text, or are sorted. */
static size_t
locate(struct doc *d, const uint32_t *number, struct spot *spots)
{
	size_t n = 0;
	bool sorted = true;

	for (size_t i = 0; i < d->n_entities; i++) {
		if (number[i] == NO_NAME)
			continue;
		spots[n] = (struct spot) { doc_paragraph(d, d->entities[i].start), number[i] };
		sorted = sorted && (n == 0 || spots[n - 1].paragraph <= spots[n].paragraph);
		n++;
	}
	if (!sorted)
		qsort(spots, n, sizeof *spots, by_paragraph);
	return n;
}

static struct pair *
pair_slot(const struct pair_table *t, uint64_t names)
{
	size_t at = (names * 0x9E3779B97F4A7C15u >> 20) & t->mask;

	while (t->slots[at].count && t->slots[at].names != names)
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
			*pair_slot(t, old.slots[i].names) = old.slots[i];
}

static void
pair_add(struct pair_table *t, struct arena *arena, uint32_t a, uint32_t b)
{
	struct pair *p;

	if (a > b) {
		uint32_t c = a;

		a = b;
		b = c;
	}
	if (t->square) {
		t->square[a * t->side + b]++;
		return;
	}
	if (t->n * 2 >= t->mask)
		pair_grow(t, arena);
	p = pair_slot(t, (uint64_t)a << 32 | b);
	t->n += p->count == 0;
	p->names = (uint64_t)a << 32 | b;
	p->count++;
}

/* The pairs of one paragraph; a name that stands there twice counts once. */
static void
pair_up(struct doc *d, struct pair_table *t, struct name *names, struct spot *spots, size_t n)
{
	size_t different = 0, paragraph = spots[0].paragraph;

	for (size_t i = 0; i < n; i++) {
		struct name *name = &names[spots[i].name];

		if (name->paragraph == paragraph)
			continue;
		name->paragraph = paragraph;
		spots[different++].name = spots[i].name;
	}
	if (different > CROWD) {
		err_at(STATUS_INPUT, d->a->file, d->a->line, "paragraph %zu names %zu entities: no pairs made of it", paragraph, different);
		return;
	}
	for (size_t i = 0; i < different; i++)
		for (size_t k = i + 1; k < different; k++)
			pair_add(t, d->a->arena, spots[i].name, spots[k].name);
}

static void
put_pair(struct sheet *s, struct cell *c, const struct filter *f, const struct name *a, const struct name *b, uint32_t count)
{
	if (!filter_id(f, a->entity->id) && !filter_id(f, b->entity->id))
		return;
	c[P_A_ID] = a->id;
	c[P_A_NAME] = a->name;
	c[P_A_TYPE] = a->type;
	c[P_B_ID] = b->id;
	c[P_B_NAME] = b->name;
	c[P_B_TYPE] = b->type;
	cell_number(&c[P_COUNT], count);
	sheet_row(s, c);
}

static void
put_square(struct sheet *s, struct cell *c, const struct filter *f, const struct name *names, const struct pair_table *t)
{
	for (size_t a = 0; a < t->side; a++)
		for (size_t b = a + 1; b < t->side; b++)
			if (t->square[a * t->side + b])
				put_pair(s, c, f, &names[a], &names[b], t->square[a * t->side + b]);
}

static void
put_slots(struct sheet *s, struct cell *c, const struct filter *f, const struct name *names, struct pair_table *t)
{
	size_t n = 0;

	for (size_t i = 0; t->slots && i <= t->mask; i++)
		if (t->slots[i].count)
			t->slots[n++] = t->slots[i];
	if (n)
		qsort(t->slots, n, sizeof *t->slots, by_names);
	for (size_t i = 0; i < n; i++)
		put_pair(s, c, f, &names[t->slots[i].names >> 32], &names[t->slots[i].names & UINT32_MAX], t->slots[i].count);
}

static void
open_table(struct pair_table *t, struct arena *arena, size_t names)
{
	*t = (struct pair_table) { 0 };
	if (names > SQUARE)
		return;
	t->side = names;
	t->square = arena_array(arena, names * names + 1, sizeof *t->square);
	memset(t->square, 0, names * names * sizeof *t->square);
}

void
rows_pairs(struct sheet *s, struct doc *d, const struct filter *f)
{
	struct arena *arena = d->a->arena;
	struct node *nodes = arena_array(arena, d->n_entities + 1, sizeof *nodes);
	struct spot *spots = arena_array(arena, d->n_entities + 1, sizeof *spots);
	struct name *names = arena_array(arena, d->n_entities + 1, sizeof *names);
	struct cell c[COLUMNS] = { [P_ARTICLE] = d->id_cell, [P_DATE] = d->date_cell, [P_SOURCE] = d->source_cell };
	uint32_t *number = arena_array(arena, d->n_entities + 1, sizeof *number);
	struct pick all = s->pick;
	bool joined = s->dialect->format != JSONL && side_by_side(&all, P_A_ID) && side_by_side(&all, P_B_ID);
	size_t n = collect(d, f, nodes), different = number_names(s, d, nodes, n, number, names, joined);
	struct pair_table table;

	n = locate(d, number, spots);
	open_table(&table, arena, different);
	for (size_t from = 0, to; from < n; from = to) {
		for (to = from + 1; to < n && spots[to].paragraph == spots[from].paragraph; to++) {
		}
		pair_up(d, &table, names, spots + from, to - from);
	}
	if (joined) {
		leave_out(&s->pick, P_A_ID);
		leave_out(&s->pick, P_B_ID);
	}
	if (table.square)
		put_square(s, c, f, names, &table);
	else
		put_slots(s, c, f, names, &table);
	s->pick = all;
}
