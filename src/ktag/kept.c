#include "kept.h"
#include "err.h"
#include "utf8.h"

#include <stdlib.h>

/* The field in which an entity lies; FIELDS if it is none of the article's texts. */
static size_t
field_of(const struct entity *e)
{
	static const struct str names[FIELDS] = { STR_ITEM("title"), STR_ITEM("text"), STR_ITEM("captions") };
	size_t f = 0;

	if (!e->field.n)
		return FIELD_TEXT;
	while (f < FIELDS && !str_eq(e->field, names[f]))
		f++;
	return f;
}

/* By field, then by start, then as they came. */
static int
by_place(const void *pa, const void *pb)
{
	const struct entity *a = pa, *b = pb;
	size_t fa = field_of(a), fb = field_of(b);

	if (fa != fb)
		return fa < fb ? -1 : 1;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->raw.p < b->raw.p ? -1 : a->raw.p > b->raw.p;
}

/* Do all lie inside their texts? Says which one does not. */
static bool
fit(const struct article *a, const struct entity *items, size_t n, const struct doc *docs)
{
	size_t length[FIELDS];

	for (size_t f = 0; f < FIELDS; f++)
		length[f] = utf8_count(docs[f].text);
	for (size_t i = 0; i < n; i++) {
		const struct entity *e = &items[i];
		size_t f = field_of(e);

		if (f == FIELDS || (e->start <= e->end && e->end <= length[f]))
			continue;
		err_at(STATUS_INPUT, a->file, a->line, "entities are dropped: entity %zu (%zu to %zu) lies outside its text of %zu", i + 1,
		    e->start, e->end, length[f]);
		return false;
	}
	return true;
}

void
kept_read(struct kept kept[FIELDS + 1], struct article *a, const struct doc *docs)
{
	struct entity *items;
	const char *why;
	long n = article_entities(a, &items, &why);

	memset(kept, 0, (FIELDS + 1) * sizeof *kept);
	if (n < 0)
		err_at(STATUS_INPUT, a->file, a->line, "entities are dropped: %s", why);
	if (n <= 0 || !fit(a, items, (size_t)n, docs))
		return;
	qsort(items, (size_t)n, sizeof *items, by_place);
	for (struct entity *e = items; e < items + n; e++) {
		struct kept *k = &kept[field_of(e)];

		if (!k->n)
			k->items = e;
		k->n++;
	}
}

/* A copy that ends in NUL, as the rule of a mention does. */
static const char *
text_z(struct arena *arena, struct str s)
{
	char *p = arena_alloc(arena, s.n + 1);

	memcpy(p, s.n ? s.p : "", s.n);
	p[s.n] = '\0';
	return p;
}

void
kept_mark(const struct kept *k, struct doc *d)
{
	size_t at = 0, points = 0;

	for (size_t i = 0; i < k->n; i++) { /* the items are NULL where there are none */
		const struct entity *e = &k->items[i];
		enum entity_type type = entity_type(e->type);
		size_t end;
		struct mention *m;

		if (type == TYPES)
			continue;
		at += utf8_offset(str_from(d->text, at), e->start - points);
		points = e->start;
		end = at + utf8_offset(str_from(d->text, at), e->end - e->start);
		m = doc_mention(d, type, 0, end, "");
		*m = (struct mention) { .type = type, .token = (uint32_t)doc_token_of(d, at), .start = (uint32_t)at, .end = m->end,
			.flags = MENTION_FIXED, .id = e->id, .name = e->name, .value = e->value, .rule = text_z(d->arena, e->rule) };
	}
}
