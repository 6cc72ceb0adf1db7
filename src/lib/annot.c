#include "annot.h"
#include "json.h"
#include "walk.h"

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

static inline bool
same(const char *p, struct str name)
{
	size_t i = 0;

	while (i < name.n && p[i] == name.p[i])
		i++;
	return i == name.n && p[i] == '"';
}

/* The field whose name stands at p, behind the opening quote; the end of the fields if none has it. Members mostly come in the
 * order of the fields, so the search begins at `from`. */
static const struct field *
field_at(const struct field *fields, const struct field *from, const char *p)
{
	const struct field *f;

	for (f = from; f->name.p; f++)
		if (same(p, f->name))
			return f;
	for (f = fields; f != from; f++)
		if (same(p, f->name))
			return f;
	while (f->name.p)
		f++;
	return f;
}

static const char *
read_number(const char *p, size_t *value)
{
	size_t n = 0;
	const char *start = p;

	for (; *p >= '0' && *p <= '9'; p++)
		if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, (size_t)(*p - '0'), &n))
			return NULL;
	*value = n;
	return p > start && *p != '.' && (*p | 32) != 'e' ? p : NULL;
}

/* The value at p into its place in the record. Returns the place behind it; NULL if an offset is no whole number. */
static inline const char *
read_field(struct arena *arena, const char *p, const char *end, const struct field *f, char *record)
{
	bool escaped = false;
	const char *quote;
	struct str *text;

	if (f->number)
		return read_number(p, (size_t *)(void *)(record + f->at));
	text = (struct str *)(void *)(record + f->at);
	if (*p != '"') { /* null, or something that is not ours to read */
		*text = str_of(NULL, 0);
		return walk_value(p, end);
	}
	quote = walk_string(p + 1, end, &escaped);
	*text = str_of(p + 1, (size_t)(quote - p - 1));
	if (escaped)
		*text = json_text(str_of(p, (size_t)(quote + 1 - p)), arena);
	return quote + 1;
}

/* The record behind the brace at p. */
static const char *
read_record(struct arena *arena, const char *p, const char *end, const struct field *fields, char *record)
{
	const struct field *next = fields;

	p = walk_space(p);
	while (*p != '}') {
		const struct field *f = field_at(fields, next, p + 1);
		bool escaped;

		if (f->name.p)
			p += f->name.n + 2, next = f + 1;
		else
			p = walk_string(p + 1, end, &escaped) + 1;
		p = walk_space(walk_space(p) + 1);
		p = f->name.p ? read_field(arena, p, end, f, record) : walk_value(p, end);
		if (!p)
			return NULL;
		p = walk_space(p);
		if (*p == ',')
			p = walk_space(p + 1);
	}
	return p + 1;
}

/* Decodes the array at `key` into records of `size` bytes. */
static long
read_records(struct article *a, enum key key, const struct field *fields, void **items, size_t size, const char **why)
{
	const char *p = a->key[key].p, *end;
	size_t n = 0, cap = 0;
	char *records = NULL;

	*items = NULL;
	*why = NULL;
	if (!p)
		return 0;
	end = p + a->key[key].n;
	for (p = walk_space(p + 1); *p != ']'; n++) {
		records = arena_grow(a->arena, records, n, &cap, size);
		memset(records + n * size, 0, size);
		if (*p != '{')
			*why = "an item is no object";
		else if (!(p = read_record(a->arena, p + 1, end, fields, records + n * size)))
			*why = "an offset is no whole number";
		if (*why)
			return -1;
		p = walk_space(p);
		if (*p == ',')
			p = walk_space(p + 1);
	}
	*items = records;
	return (long)n;
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
