#include "annot.h"
#include "json.h"

static const struct {
	const char *p;
	size_t n;
} labels[TYPES] = {
#define LABEL(label) [TYPE_##label] = { #label, sizeof #label - 1 }
	LABEL(PERSON),
	LABEL(ORG),
	LABEL(GPE),
	LABEL(LOC),
	LABEL(FAC),
	LABEL(NORP),
	LABEL(EVENT),
	LABEL(WEAPON),
	LABEL(LAW),
	LABEL(DATE),
	LABEL(MONEY),
	LABEL(PERCENT),
#undef LABEL
};

struct str
entity_label(enum entity_type type)
{
	return str_of(labels[type].p, labels[type].n);
}

enum entity_type
entity_type(struct str label)
{
	enum entity_type t = 0;

	while (t < TYPES && !str_eq(label, entity_label(t)))
		t++;
	return t;
}

/* A field of a record: where it is kept, as a string or as a number. */
struct field {
	struct str name;
	size_t at;
	bool number;
};

#define TEXT(type, member) { { #member, sizeof #member - 1 }, offsetof(struct type, member), false }
#define NUMBER(type, member) { { #member, sizeof #member - 1 }, offsetof(struct type, member), true }

/* In the order of kwire.5, which is the order of writing. */
static const struct field entity_fields[] = { TEXT(entity, type), NUMBER(entity, start), NUMBER(entity, end),
	TEXT(entity, text), TEXT(entity, id), TEXT(entity, name), TEXT(entity, value), TEXT(entity, field),
	TEXT(entity, rule), { { NULL, 0 }, 0, false } };
static const struct field role_fields[] = { TEXT(role, person), TEXT(role, person_id), TEXT(role, title),
	TEXT(role, org), TEXT(role, org_id), NUMBER(role, start), NUMBER(role, end), { { NULL, 0 }, 0, false } };
static const struct field quote_fields[] = { TEXT(quote, speaker), TEXT(quote, speaker_id), TEXT(quote, verb),
	TEXT(quote, text), NUMBER(quote, start), NUMBER(quote, end), { { NULL, 0 }, 0, false } };

static const struct field *
field_named(const struct field *fields, struct str raw_key)
{
	struct str name = str_of(raw_key.p + 1, raw_key.n - 2);

	while (fields->name.p && !str_eq(fields->name, name))
		fields++;
	return fields->name.p ? fields : NULL;
}

static const char *
read_record(struct arena *arena, struct str raw, const struct field *fields, char *record)
{
	struct json j;
	struct str key, value;

	json_open(&j, raw, '{');
	while (json_member(&j, &key, &value)) {
		const struct field *f = field_named(fields, key);
		int64_t number;

		if (!f)
			continue;
		if (f->number) {
			if (!json_int(value, &number) || number < 0)
				return "an offset is no whole number";
			*(size_t *)(void *)(record + f->at) = (size_t)number;
		} else {
			*(struct str *)(void *)(record + f->at) = json_text(value, arena);
		}
	}
	return j.error;
}

/* Decodes the array at `key` into records of `size` bytes. */
static long
read_records(struct article *a, enum key key, const struct field *fields, void **items, size_t size, const char **why)
{
	struct json j;
	struct str raw;
	size_t n = 0, cap = 0;
	char *records = NULL;

	*items = NULL;
	*why = NULL;
	if (!a->key[key].p)
		return 0;
	json_open(&j, a->key[key], '[');
	while (!*why && json_item(&j, &raw)) {
		records = arena_grow(a->arena, records, n, &cap, size);
		memset(records + n * size, 0, size);
		*why = read_record(a->arena, raw, fields, records + n++ * size);
	}
	if (!*why)
		*why = j.error;
	*items = records;
	return *why ? -1 : (long)n;
}

long
article_entities(struct article *a, struct entity **items, const char **why)
{
	void *p;
	long n = read_records(a, KEY_ENTITIES, entity_fields, &p, sizeof **items, why);

	*items = p;
	return n;
}

long
article_roles(struct article *a, struct role **items, const char **why)
{
	void *p;
	long n = read_records(a, KEY_ROLES, role_fields, &p, sizeof **items, why);

	*items = p;
	return n;
}

long
article_quotes(struct article *a, struct quote **items, const char **why)
{
	void *p;
	long n = read_records(a, KEY_QUOTES, quote_fields, &p, sizeof **items, why);

	*items = p;
	return n;
}

static struct buf scratch;

static void
put_record(const struct field *fields, const char *record)
{
	char mark = '{';

	for (const struct field *f = fields; f->name.p; f++) {
		const struct str *text = (const struct str *)(const void *)(record + f->at);

		if (!f->number && text->n == 0)
			continue;
		buf_char(&scratch, mark);
		mark = ',';
		json_put(&scratch, f->name);
		buf_char(&scratch, ':');
		if (f->number)
			buf_uint(&scratch, *(const size_t *)(const void *)(record + f->at));
		else
			json_put(&scratch, *text);
	}
	buf_char(&scratch, '}');
}

static void
set_records(struct article *a, enum key key, const struct field *fields, const void *items, size_t n, size_t size)
{
	if (n == 0) {
		article_set_raw(a, key, str_of(NULL, 0));
		return;
	}
	scratch.n = 0;
	buf_char(&scratch, '[');
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_char(&scratch, ',');
		put_record(fields, (const char *)items + i * size);
	}
	buf_char(&scratch, ']');
	article_set_raw(a, key, arena_str(a->arena, buf_view(&scratch)));
}

void
article_set_entities(struct article *a, const struct entity *items, size_t n)
{
	set_records(a, KEY_ENTITIES, entity_fields, items, n, sizeof *items);
}

void
article_set_roles(struct article *a, const struct role *items, size_t n)
{
	set_records(a, KEY_ROLES, role_fields, items, n, sizeof *items);
}

void
article_set_quotes(struct article *a, const struct quote *items, size_t n)
{
	set_records(a, KEY_QUOTES, quote_fields, items, n, sizeof *items);
}
