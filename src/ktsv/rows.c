#include "rows.h"
#include "json.h"
#include "length.h"

static bool
in_title(struct str field)
{
	return str_eq(field, STR("title"));
}

/* The items of a list in one cell. */
static struct cell
joined(struct article *a, enum key key)
{
	struct str *items;
	size_t n = article_list(a, key, &items), length = 0;
	char *p;

	if (n == 0)
		return (struct cell) { .kind = CELL_NOTHING };
	if (n == 1)
		return cell_text(items[0]);
	for (size_t i = 0; i < n; i++)
		length += items[i].n + 2;
	p = arena_alloc(a->arena, length);
	length = 0;
	for (size_t i = 0; i < n; i++) {
		if (i) {
			memcpy(p + length, "; ", 2);
			length += 2;
		}
		if (items[i].n)
			memcpy(p + length, items[i].p, items[i].n);
		length += items[i].n;
	}
	return cell_text(str_of(p, length));
}

static struct cell
dup_of(struct article *a)
{
	struct json j;
	struct str key, value, of = { NULL, 0 };

	if (a->key[KEY_DUP].p) {
		json_open(&j, a->key[KEY_DUP], '{');
		while (json_member(&j, &key, &value))
			if (str_eq(key, STR("\"of\"")))
				of = json_text(value, a->arena);
	}
	return cell_text(of);
}

static struct cell
integer(const struct article *a, enum key key)
{
	int64_t value;

	if (!a->key[key].p || !json_int(a->key[key], &value) || value < 0)
		return (struct cell) { .kind = CELL_NOTHING };
	return cell_number((uint64_t)value);
}

void
rows_articles(struct sheet *s, struct doc *d, const struct filter *f)
{
	static const enum key texts[A_COLUMNS] = { [A_UPDATED] = KEY_UPDATED, [A_DATE_FROM] = KEY_DATE_FROM,
		[A_AGENCY] = KEY_AGENCY, [A_TITLE] = KEY_TITLE, [A_PLACE] = KEY_PLACE, [A_SECTION] = KEY_SECTION,
		[A_LANG] = KEY_LANG, [A_FILE] = KEY_FILE, [A_URL] = KEY_URL };
	struct cell c[COLUMNS] = { 0 };
	struct article *a = d->a;
	struct str *captions;

	if (!filter_article(f, d))
		return;
	for (size_t i = 0; i < A_COLUMNS; i++)
		if (texts[i])
			c[i] = cell_text(article_text(a, texts[i]));
	c[A_ID] = d->id_cell;
	c[A_DATE] = d->date_cell;
	c[A_SOURCE] = d->source_cell;
	c[A_AUTHOR] = joined(a, KEY_AUTHOR);
	if (sheet_wants(s, A_WORDS))
		c[A_WORDS] = cell_number(length_words(article_text(a, KEY_TEXT)));
	c[A_CAPTIONS] = cell_number(article_list(a, KEY_CAPTIONS, &captions));
	c[A_TRUNCATED] = cell_number(a->key[KEY_TRUNCATED].p != NULL);
	c[A_LINE] = integer(a, KEY_LINE);
	c[A_DUP_OF] = dup_of(a);
	if (sheet_wants(s, A_DECK))
		c[A_DECK] = joined(a, KEY_DECK);
	if (sheet_wants(s, A_TEXT))
		c[A_TEXT] = cell_text(article_text(a, KEY_TEXT));
	sheet_row(s, c);
}

/* The words of an entity: as the stream has them, else cut out of the text. */
static struct str
words_of(struct doc *d, const struct entity *e)
{
	if (e->text.n)
		return e->text;
	return doc_slice(article_text(d->a, in_title(e->field) ? KEY_TITLE : KEY_TEXT), e->start, e->end);
}

static struct cell
paragraph(struct doc *d, const struct entity *e)
{
	return in_title(e->field) ? (struct cell) { .kind = CELL_NOTHING } : cell_number(doc_paragraph(d, e->start));
}

static struct cell
field_of(const struct entity *e)
{
	return cell_text(e->field.n ? e->field : STR("text"));
}

void
rows_mentions(struct sheet *s, struct doc *d, const struct filter *f)
{
	bool numbered = sheet_wants(s, M_PARAGRAPH);
	struct cell c[COLUMNS] = { 0 };

	c[M_ARTICLE] = d->id_cell;
	c[M_DATE] = d->date_cell;
	c[M_SOURCE] = d->source_cell;
	c[M_TITLE] = cell_text(article_text(d->a, KEY_TITLE));
	c[M_URL] = cell_text(article_text(d->a, KEY_URL));
	for (size_t i = 0; i < d->n_entities; i++) {
		const struct entity *e = &d->entities[i];

		if (!filter_entity(f, e))
			continue;
		c[M_TYPE] = cell_text(e->type);
		c[M_ID] = cell_text(e->id);
		c[M_NAME] = cell_text(e->name);
		c[M_TEXT] = cell_text(words_of(d, e));
		c[M_START] = cell_number(e->start);
		c[M_END] = cell_number(e->end);
		c[M_VALUE] = cell_text(e->value);
		c[M_FIELD] = field_of(e);
		c[M_RULE] = cell_text(e->rule);
		if (numbered)
			c[M_PARAGRAPH] = paragraph(d, e);
		sheet_row(s, c);
	}
}

void
rows_roles(struct sheet *s, struct doc *d, const struct filter *f)
{
	struct cell c[COLUMNS] = { 0 };

	c[R_ARTICLE] = d->id_cell;
	c[R_DATE] = d->date_cell;
	c[R_SOURCE] = d->source_cell;
	for (size_t i = 0; i < d->n_roles; i++) {
		const struct role *r = &d->roles[i];

		if (!filter_id(f, r->person_id) && !filter_id(f, r->org_id))
			continue;
		c[R_PERSON] = cell_text(r->person);
		c[R_PERSON_ID] = cell_text(r->person_id);
		c[R_TITLE] = cell_text(r->title);
		c[R_ORG] = cell_text(r->org);
		c[R_ORG_ID] = cell_text(r->org_id);
		c[R_START] = cell_number(r->start);
		c[R_END] = cell_number(r->end);
		sheet_row(s, c);
	}
}

void
rows_quotes(struct sheet *s, struct doc *d, const struct filter *f)
{
	bool numbered = sheet_wants(s, Q_PARAGRAPH);
	struct cell c[COLUMNS] = { 0 };

	c[Q_ARTICLE] = d->id_cell;
	c[Q_DATE] = d->date_cell;
	c[Q_SOURCE] = d->source_cell;
	c[Q_TITLE] = cell_text(article_text(d->a, KEY_TITLE));
	c[Q_URL] = cell_text(article_text(d->a, KEY_URL));
	for (size_t i = 0; i < d->n_quotes; i++) {
		const struct quote *q = &d->quotes[i];

		if (!filter_id(f, q->speaker_id))
			continue;
		c[Q_SPEAKER] = cell_text(q->speaker);
		c[Q_SPEAKER_ID] = cell_text(q->speaker_id);
		c[Q_VERB] = cell_text(q->verb);
		c[Q_TEXT] = cell_text(q->text.n ? q->text : doc_slice(article_text(d->a, KEY_TEXT), q->start, q->end));
		c[Q_START] = cell_number(q->start);
		c[Q_END] = cell_number(q->end);
		if (numbered)
			c[Q_PARAGRAPH] = cell_number(doc_paragraph(d, q->start));
		sheet_row(s, c);
	}
}

void
rows_dates(struct sheet *s, struct doc *d, const struct filter *f)
{
	bool numbered = sheet_wants(s, D_PARAGRAPH);
	struct cell c[COLUMNS] = { 0 };

	if (!filter_article(f, d))
		return;
	c[D_ARTICLE] = d->id_cell;
	c[D_DATE] = d->date_cell;
	c[D_SOURCE] = d->source_cell;
	for (size_t i = 0; i < d->n_entities; i++) {
		const struct entity *e = &d->entities[i];

		if (!str_eq(e->type, STR("DATE")))
			continue;
		c[D_VALUE] = cell_text(e->value);
		c[D_TEXT] = cell_text(words_of(d, e));
		c[D_START] = cell_number(e->start);
		c[D_END] = cell_number(e->end);
		c[D_FIELD] = field_of(e);
		if (numbered)
			c[D_PARAGRAPH] = paragraph(d, e);
		sheet_row(s, c);
	}
}

void
rows_paragraphs(struct sheet *s, struct doc *d, const struct filter *f)
{
	struct str rest = article_text(d->a, KEY_TEXT), paragraph;
	struct cell c[COLUMNS] = { 0 };

	if (!filter_article(f, d))
		return;
	c[G_ARTICLE] = d->id_cell;
	for (size_t n = 1; doc_next_paragraph(&rest, &paragraph); n++) {
		c[G_N] = cell_number(n);
		c[G_TEXT] = cell_text(paragraph);
		sheet_row(s, c);
	}
}
