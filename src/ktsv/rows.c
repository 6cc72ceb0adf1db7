#include "rows.h"
#include "json.h"
#include "length.h"

/* A member of the object that kdedup adds; `name` with its quotes. */
static struct str
dup_member(struct article *a, struct str name)
{
	struct json j;
	struct str key, value, found = { NULL, 0 };

	if (a->key[KEY_DUP].p) {
		json_open(&j, a->key[KEY_DUP], '{');
		while (json_member(&j, &key, &value))
			if (str_eq(key, name))
				found = json_text(value, a->arena);
	}
	return found;
}

static void
set_integer(struct cell *c, const struct article *a, enum key key)
{
	int64_t value;

	if (a->key[key].p && json_int(a->key[key], &value) && value >= 0)
		cell_number(c, (uint64_t)value);
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
			cell_text(&c[i], article_text(a, texts[i]));
	c[A_ID] = d->id_cell;
	c[A_DATE] = d->date_cell;
	c[A_SOURCE] = d->source_cell;
	cell_text(&c[A_AUTHOR], doc_joined(a, KEY_AUTHOR, STR("; ")));
	if (sheet_wants(s, A_WORDS))
		cell_number(&c[A_WORDS], length_words(article_text(a, KEY_TEXT)));
	cell_number(&c[A_CAPTIONS], article_list(a, KEY_CAPTIONS, &captions));
	cell_number(&c[A_TRUNCATED], a->key[KEY_TRUNCATED].p != NULL);
	set_integer(&c[A_LINE], a, KEY_LINE);
	cell_text(&c[A_DUP_OF], dup_member(a, STR("\"of\"")));
	cell_text(&c[A_DUP_REL], dup_member(a, STR("\"rel\"")));
	if (sheet_wants(s, A_DECK))
		cell_text(&c[A_DECK], doc_joined(a, KEY_DECK, STR("; ")));
	if (sheet_wants(s, A_TEXT))
		cell_text(&c[A_TEXT], article_text(a, KEY_TEXT));
	sheet_row(s, c);
}

/* The words of an entity: as the stream has them, else cut out of the text. */
static struct str
words_of(struct doc *d, const struct entity *e)
{
	if (e->text.n)
		return e->text;
	return doc_slice(d, doc_place(e), e->start, e->end);
}

static void
set_paragraph(struct cell *c, struct doc *d, const struct entity *e)
{
	c->kind = CELL_NOTHING;
	if (doc_place(e) == IN_TEXT)
		cell_number(c, doc_paragraph(d, e->start));
}

static struct str
field_of(const struct entity *e)
{
	return e->field.n ? e->field : STR("text");
}

void
rows_mentions(struct sheet *s, struct doc *d, const struct filter *f)
{
	bool numbered = sheet_wants(s, M_PARAGRAPH);
	struct cell c[COLUMNS] = { 0 };

	c[M_ARTICLE] = d->id_cell;
	c[M_DATE] = d->date_cell;
	c[M_SOURCE] = d->source_cell;
	cell_text(&c[M_TITLE], article_text(d->a, KEY_TITLE));
	cell_text(&c[M_URL], article_text(d->a, KEY_URL));
	for (size_t i = 0; i < d->n_entities; i++) {
		const struct entity *e = &d->entities[i];

		if (!filter_entity(f, e))
			continue;
		cell_text(&c[M_TYPE], e->type);
		cell_text(&c[M_ID], e->id);
		cell_text(&c[M_NAME], e->name);
		cell_text(&c[M_TEXT], words_of(d, e));
		cell_number(&c[M_START], e->start);
		cell_number(&c[M_END], e->end);
		cell_text(&c[M_VALUE], e->value);
		cell_text(&c[M_FIELD], field_of(e));
		cell_text(&c[M_RULE], e->rule);
		if (numbered)
			set_paragraph(&c[M_PARAGRAPH], d, e);
		sheet_row(s, c);
	}
}

void
rows_roles(struct sheet *s, struct doc *d, const struct filter *f)
{
	struct cell c[COLUMNS] = { 0 };

	if (!filter_article_type(f, d))
		return;
	c[R_ARTICLE] = d->id_cell;
	c[R_DATE] = d->date_cell;
	c[R_SOURCE] = d->source_cell;
	for (size_t i = 0; i < d->n_roles; i++) {
		const struct role *r = &d->roles[i];

		if (!filter_id(f, r->person_id) && !filter_id(f, r->org_id))
			continue;
		cell_text(&c[R_PERSON], r->person);
		cell_text(&c[R_PERSON_ID], r->person_id);
		cell_text(&c[R_TITLE], r->title);
		cell_text(&c[R_ORG], r->org);
		cell_text(&c[R_ORG_ID], r->org_id);
		cell_number(&c[R_START], r->start);
		cell_number(&c[R_END], r->end);
		sheet_row(s, c);
	}
}

void
rows_quotes(struct sheet *s, struct doc *d, const struct filter *f)
{
	bool numbered = sheet_wants(s, Q_PARAGRAPH);
	struct cell c[COLUMNS] = { 0 };

	if (!filter_article_type(f, d))
		return;
	c[Q_ARTICLE] = d->id_cell;
	c[Q_DATE] = d->date_cell;
	c[Q_SOURCE] = d->source_cell;
	cell_text(&c[Q_TITLE], article_text(d->a, KEY_TITLE));
	cell_text(&c[Q_URL], article_text(d->a, KEY_URL));
	for (size_t i = 0; i < d->n_quotes; i++) {
		const struct quote *q = &d->quotes[i];

		if (!filter_id(f, q->speaker_id))
			continue;
		cell_text(&c[Q_SPEAKER], q->speaker);
		cell_text(&c[Q_SPEAKER_ID], q->speaker_id);
		cell_text(&c[Q_VERB], q->verb);
		cell_text(&c[Q_TEXT], q->text.n ? q->text : doc_slice(d, IN_TEXT, q->start, q->end));
		cell_number(&c[Q_START], q->start);
		cell_number(&c[Q_END], q->end);
		if (numbered)
			cell_number(&c[Q_PARAGRAPH], doc_paragraph(d, q->start));
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
		cell_text(&c[D_VALUE], e->value);
		cell_text(&c[D_TEXT], words_of(d, e));
		cell_number(&c[D_START], e->start);
		cell_number(&c[D_END], e->end);
		cell_text(&c[D_FIELD], field_of(e));
		if (numbered)
			set_paragraph(&c[D_PARAGRAPH], d, e);
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
		cell_number(&c[G_N], n);
		cell_text(&c[G_TEXT], paragraph);
		sheet_row(s, c);
	}
}
