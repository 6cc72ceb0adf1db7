#include "counts.h"
#include "cal.h"
#include "err.h"
#include "hash.h"
#include "mem.h"

#include <stdlib.h>

#ifndef COUNTS_ROWS
#define COUNTS_ROWS 300000 /* a part has at most so many rows */
#endif
#define NAMES_BYTES ((size_t)8 << 20) /* and at most so many bytes of names and periods */

/* Strings, each kept once and known by its number. */
struct names {
	struct arena bytes;
	struct str *items;
	size_t n, cap, total;
	uint32_t *slots; /* number + 1; 0 is free */
	size_t mask;
};

struct row {
	uint32_t entity, period; /* numbers in names */
	uint32_t articles, mentions;
	uint64_t last; /* the article counted last, from 1; 0: the slot is free */
};

struct counts {
	enum { DAY, WEEK, MONTH, SOURCE } by;
	struct names names; /* an entity is "TYPE \x1f id \x1f name" */
	struct row *rows;
	size_t n, mask;
	uint64_t article;
	bool parts; /* a part has been written */
	struct buf key;
};

static void
names_grow(struct names *s)
{
	size_t mask = s->mask ? s->mask * 2 + 1 : 255;

	free(s->slots);
	s->slots = mem_new(mask + 1, sizeof *s->slots);
	s->mask = mask;
	for (size_t i = 0; i < s->n; i++) {
		size_t at = hash64(s->items[i]) & mask;

		while (s->slots[at])
			at = (at + 1) & mask;
		s->slots[at] = (uint32_t)i + 1;
	}
}

static uint32_t
names_add(struct names *s, struct str name)
{
	size_t at;

	if (s->n * 2 >= s->mask)
		names_grow(s);
	at = hash64(name) & s->mask;
	while (s->slots[at]) {
		if (str_eq(s->items[s->slots[at] - 1], name))
			return s->slots[at] - 1;
		at = (at + 1) & s->mask;
	}
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 256;
		s->items = mem_resize(s->items, s->cap, sizeof *s->items);
	}
	s->items[s->n] = arena_str(&s->bytes, name);
	s->total += name.n + 16;
	s->slots[at] = (uint32_t)s->n + 1;
	return (uint32_t)s->n++;
}

static void
names_free(struct names *s)
{
	arena_free(&s->bytes);
	free(s->items);
	free(s->slots);
	*s = (struct names) { 0 };
}

size_t
counts_by(const char *by, unsigned tables)
{
	static const char *const names[] = { "day", "week", "month", "source", NULL };

	if (by && !(tables >> COUNTS & 1))
		err_usage("--by is for the table counts");
	return by ? opt_choice("by", str_z(by), names) : 0;
}

struct counts *
counts_open(size_t by)
{
	struct counts *c = mem_new(1, sizeof *c);

	c->by = by;
	return c;
}

static size_t
slot_of(const struct row *rows, size_t mask, uint32_t entity, uint32_t period)
{
	uint32_t pair[2] = { entity, period };
	size_t at = hash64(str_of((const char *)pair, sizeof pair)) & mask;

	while (rows[at].last && (rows[at].entity != entity || rows[at].period != period))
		at = (at + 1) & mask;
	return at;
}

static void
rows_grow(struct counts *c)
{
	size_t mask = c->mask ? c->mask * 2 + 1 : 1023;
	struct row *rows = mem_new(mask + 1, sizeof *rows);

	for (size_t i = 0; c->mask && i <= c->mask; i++)
		if (c->rows[i].last)
			rows[slot_of(rows, mask, c->rows[i].entity, c->rows[i].period)] = c->rows[i];
	free(c->rows);
	c->rows = rows;
	c->mask = mask;
}

/* "2025-W45" */
static struct str
week_of(struct counts *c, struct cal day)
{
	int year, week = cal_week(cal_days(day), &year);

	c->key.n = 0;
	buf_format(&c->key, "%04d-W%02d", year, week);
	return buf_view(&c->key);
}

/* Empty where the article's date does not tell it. */
static struct str
period_of(struct counts *c, const struct doc *d)
{
	size_t need = c->by == MONTH ? 7 : 10;
	struct cal day;

	if (c->by == SOURCE)
		return d->source;
	if (cal_read(d->date, &day) < need)
		return STR("");
	return c->by == WEEK ? week_of(c, day) : str_head(d->date, need);
}

static uint32_t
entity_number(struct counts *c, const struct entity *e)
{
	c->key.n = 0;
	buf_str(&c->key, e->type);
	buf_char(&c->key, '\x1f');
	buf_str(&c->key, e->id);
	buf_char(&c->key, '\x1f');
	buf_str(&c->key, e->name.n ? e->name : e->text);
	return names_add(&c->names, buf_view(&c->key));
}

static void
count(struct counts *c, uint32_t entity, uint32_t period)
{
	struct row *r;

	if (c->n * 3 >= c->mask * 2)
		rows_grow(c);
	r = &c->rows[slot_of(c->rows, c->mask, entity, period)];
	if (!r->last) {
		*r = (struct row) { .entity = entity, .period = period };
		c->n++;
	}
	r->articles += r->last != c->article;
	r->mentions++;
	r->last = c->article;
}

static int
by_names(const void *a, const void *b, void *of)
{
	const struct row *x = a, *y = b;
	const struct str *names = of;
	int order = str_cmp(names[x->entity], names[y->entity]);

	return order ? order : str_cmp(names[x->period], names[y->period]);
}

static void
put_row(struct sheet *s, const struct names *names, const struct row *r)
{
	struct str entity = names->items[r->entity];
	struct cell c[COLUMNS] = { 0 };

	cell_text(&c[C_TYPE], str_cut(&entity, '\x1f'));
	cell_text(&c[C_ID], str_cut(&entity, '\x1f'));
	cell_text(&c[C_NAME], entity);
	cell_text(&c[C_PERIOD], names->items[r->period]);
	cell_number(&c[C_ARTICLES], r->articles);
	cell_number(&c[C_MENTIONS], r->mentions);
	sheet_row(s, c);
}

static void
put_part(struct counts *c, struct sheet *s)
{
	size_t n = 0;

	for (size_t i = 0; c->mask && i <= c->mask; i++)
		if (c->rows[i].last)
			c->rows[n++] = c->rows[i];
	if (n)
		qsort_r(c->rows, n, sizeof *c->rows, by_names, c->names.items);
	for (size_t i = 0; i < n; i++)
		put_row(s, &c->names, &c->rows[i]);
	names_free(&c->names);
	free(c->rows);
	c->rows = NULL;
	c->n = c->mask = 0;
}

void
counts_add(struct counts *c, struct sheet *s, const struct doc *d, const struct filter *f)
{
	uint32_t period = 0;
	bool has_period = false;

	if (c->n >= COUNTS_ROWS || c->names.total >= NAMES_BYTES) {
		if (!c->parts)
			err_warn(STATUS_INPUT, "counts: too many entities and periods: the table comes in parts, to be summed");
		c->parts = true;
		put_part(c, s);
	}
	c->article++;
	for (size_t i = 0; i < d->n_entities; i++) {
		const struct entity *e = &d->entities[i];

		if (!filter_name(f, e->type) || !filter_id(f, e->id))
			continue;
		if (!has_period) /* copied by names_add before the key is used again */
			period = names_add(&c->names, period_of(c, d));
		has_period = true;
		count(c, entity_number(c, e), period);
	}
}

void
counts_close(struct counts *c, struct sheet *s)
{
	put_part(c, s);
	buf_free(&c->key);
	free(c);
}
