#include "doc.h"
#include "err.h"
#include "length.h"
#include "utf8.h"

struct cell
doc_ready(struct doc *d, struct dialect *dialect, struct str text)
{
	struct cell c = { 0 };

	cell_text(&c, text);
	d->scratch.n = 0;
	dialect_cell(dialect, &d->scratch, &c);
	return (struct cell) { .kind = CELL_READY, .s = arena_str(d->a->arena, buf_view(&d->scratch)) };
}

static bool
refuse(const struct article *a, const char *what, size_t i, size_t start, size_t end, size_t length)
{
	err_at(STATUS_INPUT, a->file, a->line, "%s %zu (%zu to %zu) lies outside its text of %zu: article skipped", what, i + 1,
	    start, end, length);
	return false;
}

static bool
inside(size_t start, size_t end, size_t length)
{
	return start <= end && end <= length;
}

struct str
doc_joined(struct article *a, enum key key, struct str separator)
{
	struct str *items;
	size_t n = article_list(a, key, &items), length = 0;
	char *p, *to;

	for (size_t i = 0; i < n; i++)
		length += items[i].n + (i ? separator.n : 0);
	to = p = arena_alloc(a->arena, length + 1);
	for (size_t i = 0; i < n; i++) {
		if (i)
			to = mempcpy(to, separator.p, separator.n);
		to = mempcpy(to, items[i].p, items[i].n);
	}
	return str_of(p, length);
}

enum place
doc_place(const struct entity *e)
{
	if (e->field.n == 0 || str_eq(e->field, STR("text")))
		return IN_TEXT;
	return str_eq(e->field, STR("title")) ? IN_TITLE : str_eq(e->field, STR("captions")) ? IN_CAPTIONS : PLACES;
}

/* Captions count as joined by one LF (kwire.5). */
static const struct points *
points_of(struct doc *d, enum place place)
{
	struct points *p = &d->points[place];
	struct article *a = d->a;

	if (!p->text.p)
		points_open(p, a->arena,
		    place == IN_CAPTIONS ? doc_joined(a, KEY_CAPTIONS, STR("\n"))
		                         : article_text(a, place == IN_TEXT ? KEY_TEXT : KEY_TITLE));
	return p;
}

static bool
check_spans(struct doc *d)
{
	size_t text = length_of(d->a->key[KEY_TEXT]), title = length_of(d->a->key[KEY_TITLE]);

	for (size_t i = 0; i < d->n_entities; i++) {
		const struct entity *e = &d->entities[i];
		enum place place = doc_place(e);
		size_t length = place == IN_TEXT ? text : place == IN_TITLE ? title : SIZE_MAX;

		if (place == IN_CAPTIONS)
			length = points_of(d, place)->length;
		if (!inside(e->start, e->end, length))
			return refuse(d->a, "entity", i, e->start, e->end, length);
	}
	for (size_t i = 0; i < d->n_roles; i++)
		if (!inside(d->roles[i].start, d->roles[i].end, text))
			return refuse(d->a, "role", i, d->roles[i].start, d->roles[i].end, text);
	for (size_t i = 0; i < d->n_quotes; i++)
		if (!inside(d->quotes[i].start, d->quotes[i].end, text))
			return refuse(d->a, "quote", i, d->quotes[i].start, d->quotes[i].end, text);
	return true;
}

static bool
load_annotations(struct doc *d)
{
	const char *why = NULL, *what = "entities";
	long n = article_entities(d->a, &d->entities, &why);

	if (n >= 0) {
		d->n_entities = (size_t)n;
		what = "roles";
		n = article_roles(d->a, &d->roles, &why);
	}
	if (n >= 0) {
		d->n_roles = (size_t)n;
		what = "quotes";
		n = article_quotes(d->a, &d->quotes, &why);
	}
	if (n >= 0) {
		d->n_quotes = (size_t)n;
		return true;
	}
	err_at(STATUS_INPUT, d->a->file, d->a->line, "%s: %s: article skipped", what, why);
	return false;
}

bool
doc_load(struct doc *d, struct article *a, struct dialect *dialect)
{
	*d = (struct doc) { .a = a, .scratch = d->scratch };
	if (!load_annotations(d) || !check_spans(d))
		return false;
	d->id = article_id(a);
	d->date = article_text(a, KEY_DATE);
	d->source = article_text(a, KEY_SOURCE);
	d->id_cell = doc_ready(d, dialect, d->id);
	d->date_cell = doc_ready(d, dialect, d->date);
	d->source_cell = doc_ready(d, dialect, d->source);
	return true;
}

void
doc_close(struct doc *d)
{
	buf_free(&d->scratch);
}

bool
doc_next_paragraph(struct str *rest, struct str *paragraph)
{
	while (rest->p) {
		*paragraph = str_cut(rest, '\n');
		if (str_trim(*paragraph).n)
			return true;
	}
	return false;
}

static void
find_breaks(struct doc *d)
{
	struct str text = article_text(d->a, KEY_TEXT), rest = text, paragraph;
	size_t cap = 0, at = 0, first = 1;
	const char *from = text.p;

	d->has_breaks = true;
	while (doc_next_paragraph(&rest, &paragraph)) {
		at += utf8_count(str_of(from, (size_t)(paragraph.p - from)));
		from = paragraph.p;
		if (first) {
			first = 0;
			continue;
		}
		d->breaks = arena_grow(d->a->arena, d->breaks, d->n_breaks, &cap, sizeof *d->breaks);
		d->breaks[d->n_breaks++] = at;
	}
}

size_t
doc_paragraph(struct doc *d, size_t at)
{
	size_t low = 0, high;

	if (!d->has_breaks)
		find_breaks(d);
	high = d->n_breaks;
	while (low < high) { /* the number of breaks at or before `at` */
		size_t middle = (low + high) / 2;

		if (d->breaks[middle] <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low + 1;
}

struct str
doc_slice(struct doc *d, enum place place, size_t start, size_t end)
{
	return place < PLACES ? points_slice(points_of(d, place), start, end) : str_of(NULL, 0);
}
