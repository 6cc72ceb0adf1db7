#include "annot.h"
#include "err.h"
#include "json_scan.h"

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

unsigned
entity_types(const char *option, const char *list)
{
	struct str rest = str_z(list);
	struct buf known = { 0 };
	unsigned set = 0;

	while (rest.p) {
		struct str label = str_trim(str_cut(&rest, ','));
		enum entity_type type = 0;

		while (type < TYPES && !str_eq_nocase(label, entity_label(type)))
			type++;
		if (type < TYPES) {
			set |= 1u << type;
			continue;
		}
		for (type = 0; type < TYPES; type++)
			buf_format(&known, " %.*s", (int)entity_label(type).n, entity_label(type).p);
		err_usage("%s: no type '%.*s': the types are%.*s", option, (int)label.n, label.p, (int)known.n, known.p);
	}
	return set;
}

/* A field of a record: where it is kept, as a string or as a number. */
struct field {
	char key[16]; /* ,"name": */
	size_t n;     /* length of the name */
	size_t at;
	bool number;
};

#define TEXT(type, member) { ",\"" #member "\":", sizeof #member - 1, offsetof(struct type, member), false }
#define NUMBER(type, member) { ",\"" #member "\":", sizeof #member - 1, offsetof(struct type, member), true }
#define END { "", 0, 0, false }
#define LENGTH(fields) (sizeof(fields) / sizeof *(fields) - 1)

/* In the order of kwire.5, which is the order of writing. */
static const struct field entity_fields[] = { TEXT(entity, type), NUMBER(entity, start), NUMBER(entity, end),
	TEXT(entity, text), TEXT(entity, id), TEXT(entity, name), TEXT(entity, value), TEXT(entity, field),
	TEXT(entity, rule), END };
static const struct field role_fields[] = { TEXT(role, person), TEXT(role, person_id), TEXT(role, title),
	TEXT(role, org), TEXT(role, org_id), NUMBER(role, start), NUMBER(role, end), END };
static const struct field quote_fields[] = { TEXT(quote, speaker), TEXT(quote, speaker_id), TEXT(quote, verb),
	TEXT(quote, text), NUMBER(quote, start), NUMBER(quote, end), END };

/* KEY_ENTITIES and the two keys behind it. */
static const struct {
	const struct field *fields;
	size_t size;
} shapes[] = { { entity_fields, sizeof(struct entity) }, { role_fields, sizeof(struct role) },
	{ quote_fields, sizeof(struct quote) } };

/* Does the field's name stand at p? Names are short: mostly this is one comparison. */
static inline bool
same(const char *p, const char *end, const struct field *f)
{
	uint64_t here, name;

	if (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ && f->n < 8 && end - p >= 8) {
		memcpy(&here, p, 8);
		memcpy(&name, f->key + 2, 8);
		return (here ^ name) << (56 - 8 * f->n) == 0;
	}
	return (size_t)(end - p) > f->n && memcmp(p, f->key + 2, f->n + 1) == 0;
}

/* The field whose name stands at p, behind the opening quote; NULL if none has it. Members mostly come in the order of the
 * fields, so the search begins at `from`. */
static inline const struct field *
field_at(const struct field *fields, const struct field *from, const char *p, const char *end)
{
	for (const struct field *f = from; f->n; f++)
		if (same(p, end, f))
			return f;
	for (const struct field *f = fields; f != from; f++)
		if (same(p, end, f))
			return f;
	return NULL;
}

/* A whole number as JSON writes it; NULL if it is something else. */
static inline const char *
read_number(const char *p, const char *end, size_t *value)
{
	const char *start = p;
	size_t n = 0;

	for (; p < end && *p >= '0' && *p <= '9'; p++)
		n = n * 10 + (size_t)(*p - '0');
	*value = n;
	if (p == start || p - start > 18 || (*start == '0' && p - start > 1) || p == end || *p == '.' || (*p | 32) == 'e')
		return NULL;
	return p;
}

/* The value at p into its place in the record. NULL: j->error or *why says what is wrong. */
static inline const char *
read_value(struct json *j, const char *p, const struct field *f, char *record, struct arena *arena, const char **why)
{
	const char *start = p;
	struct str *text = (struct str *)(void *)(record + f->at);

	if (f->number) {
		p = read_number(p, j->end, (size_t *)(void *)(record + f->at));
		if (!p)
			*why = "an offset is no whole number";
		return p;
	}
	if (p == j->end || *p != '"') { /* null, or something that is not ours to read */
		*text = str_of(NULL, 0);
		return json_skip(j, p);
	}
	p = scan_plain(p + 1, j->end);
	if (p < j->end && *p == '"') {
		*text = str_of(start + 1, (size_t)(p - start - 1));
		return p + 1;
	}
	p = json_mixed(j, p);
	if (p)
		*text = json_text(str_of(start, (size_t)(p - start)), arena);
	return p;
}

/* The record behind the brace before p. */
static const char *
read_record(struct json *j, const char *p, const struct field *fields, char *record, struct arena *arena, const char **why)
{
	const struct field *f, *next = fields;

	p = scan_space(p, j->end);
	if (p < j->end && *p == '}')
		return p + 1;
	for (;;) {
		if (p == j->end || *p != '"')
			return json_fail(j, p, "key expected");
		f = field_at(fields, next, p + 1, j->end);
		p = f ? p + f->n + 2 : scan_string(j, p + 1);
		if (!p)
			return NULL;
		p = scan_space(p, j->end);
		if (p == j->end || *p != ':')
			return json_fail(j, p, "colon expected");
		p = scan_space(p + 1, j->end);
		p = f ? read_value(j, p, f, record, arena, why) : json_skip(j, p);
		if (!p)
			return NULL;
		next = f ? f + 1 : next;
		p = scan_space(p, j->end);
		if (p < j->end && *p == '}')
			return p + 1;
		if (p == j->end || *p != ',')
			return json_fail(j, p, "comma or closing bracket expected");
		p = scan_space(p + 1, j->end);
	}
}

/* The array behind the bracket before p. */
static const char *
read_array(struct json *j, const char *p, enum key key, struct records *to, struct arena *arena)
{
	size_t size = shapes[key - KEY_ENTITIES].size, cap = 0;
	char *items = arena_grow(arena, NULL, 0, &cap, size);

	to->n = 0;
	p = scan_space(p, j->end);
	for (bool more = p == j->end || *p != ']'; more; to->n++) {
		const char *start = p;

		items = arena_grow(arena, items, to->n, &cap, size);
		memset(items + to->n * size, 0, size);
		if (p == j->end || *p != '{') {
			to->why = "an item is no object";
			return NULL;
		}
		p = read_record(j, p + 1, shapes[key - KEY_ENTITIES].fields, items + to->n * size, arena, &to->why);
		if (!p)
			return NULL;
		if (key == KEY_ENTITIES)
			((struct entity *)(void *)items)[to->n].raw = str_of(start, (size_t)(p - start));
		p = scan_space(p, j->end);
		if (p == j->end || (*p != ',' && *p != ']'))
			return json_fail(j, p, "comma or closing bracket expected");
		more = *p == ',';
		if (more)
			p = scan_space(p + 1, j->end);
	}
	to->items = items;
	return p + 1;
}

bool
article_annotation(struct article *a, enum key key, struct json *j, struct str *value)
{
	struct records *to = &a->records[key - KEY_ENTITIES];
	const char *start = j->p, *p = NULL;

	if (start < j->end && *start == '[' && !a->key[key].p)
		p = read_array(j, start + 1, key, to, a->arena);
	if (!p && !j->error) /* not of our form, but perhaps JSON: article_entities will tell */
		return json_value(j, value);
	if (!p)
		return false;
	*value = str_of(start, (size_t)(p - start));
	j->p = p;
	return true;
}

static long
records(struct article *a, enum key key, void **items, const char **why)
{
	struct records *r = &a->records[key - KEY_ENTITIES];

	*items = NULL;
	*why = NULL;
	if (!a->key[key].p)
		return 0;
	if (!r->items && !r->why) {
		struct json j = { .p = a->key[key].p, .end = a->key[key].p + a->key[key].n };

		read_array(&j, j.p + 1, key, r, a->arena);
		if (j.error)
			r->why = j.error;
	}
	*items = r->items;
	*why = r->why;
	return r->why ? -1 : (long)r->n;
}

long
article_entities(struct article *a, struct entity **items, const char **why)
{
	void *p;
	long n = records(a, KEY_ENTITIES, &p, why);

	*items = p;
	return n;
}

long
article_roles(struct article *a, struct role **items, const char **why)
{
	void *p;
	long n = records(a, KEY_ROLES, &p, why);

	*items = p;
	return n;
}

long
article_quotes(struct article *a, struct quote **items, const char **why)
{
	void *p;
	long n = records(a, KEY_QUOTES, &p, why);

	*items = p;
	return n;
}

enum { LARGE = 4 << 20 };

static struct buf scratch;

/* A number in decimal, two digits at a time; the place behind it. */
static inline char *
put_number(char *p, size_t n)
{
	static const char pairs[] = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
	                            "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
	enum { MOST = 20 };
	char digits[2 * MOST]; /* the second half is copied along, as a copy of fixed length needs no call */
	size_t at = MOST;

	if (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ && n < 10000) { /* as most are: in a register */
		unsigned skip = n >= 100 ? n < 1000 : 2 + (n < 10);
		uint32_t four = (uint32_t)(load16(pairs + (uint32_t)n / 100 * 2) | load16(pairs + (uint32_t)n % 100 * 2) << 16) >> 8 * skip;
		memcpy(p, &four, 4);
		return p + 4 - skip;
	}
	do {
		at -= 2;
		memcpy(digits + at, pairs + n % 100 * 2, 2);
		n /= 100;
	} while (n);
	at += digits[at] == '0';
	memcpy(p, digits + at, MOST);
	return p + MOST - at;
}

/* Room for any number of fields that are short: `fields` are at most FIELDS. */
enum { FIELDS = 9, ROOM = FIELDS * (sizeof(struct field) + PLAIN_ROOM) };

static inline char *
reserve(void)
{
	return scratch.cap - scratch.n < ROOM ? buf_reserve(&scratch, ROOM) : scratch.p + scratch.n;
}

/* A string that is long or holds what must be escaped. */
static __attribute__((noinline)) char *
put_any(char *p, struct str s)
{
	scratch.n = (size_t)(p - scratch.p);
	json_put(&scratch, s);
	return reserve();
}

/* All fields that are present. Inline and unrolled, as the fields are constants to every caller. */
static inline __attribute__((always_inline)) void
put_record(const struct field *fields, size_t n, const char *record)
{
	const size_t start = scratch.n;
	char *p = reserve(), *to;

#pragma GCC unroll 9
	for (size_t i = 0; i < n; i++) {
		const struct field *f = &fields[i];
		const struct str *text = (const struct str *)(const void *)(record + f->at);

		if (!f->number && text->n == 0)
			continue;
		memcpy(p, f->key, sizeof f->key); /* of a fixed length: no call */
		p += f->n + 4;
		if (f->number)
			p = put_number(p, *(const size_t *)(const void *)(record + f->at));
		else if ((to = put_plain(p, *text)) != NULL)
			p = to;
		else
			p = put_any(p, *text);
	}
	*p++ = '}';
	scratch.p[start] = '{'; /* every record has its numbers, so there is a comma */
	scratch.n = (size_t)(p - scratch.p);
}

static inline __attribute__((always_inline)) void
set_records(struct article *a, enum key key, const struct field *fields, size_t fields_n, const void *items, size_t n, size_t size)
{
	const struct entity *entities = key == KEY_ENTITIES ? items : NULL;

	if (n == 0) {
		article_set_raw(a, key, str_of(NULL, 0));
		return;
	}
	scratch.n = 0;
	buf_char(&scratch, '[');
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_char(&scratch, ',');
		if (entities && entities[i].raw.n)
			buf_str(&scratch, entities[i].raw);
		else
			put_record(fields, fields_n, (const char *)items + i * size);
	}
	buf_char(&scratch, ']');
	article_set_raw(a, key, arena_str(a->arena, buf_view(&scratch)));
	if (scratch.cap > LARGE) /* memory follows the longest record only while it is there */
		buf_free(&scratch);
}

void
article_set_entities(struct article *a, const struct entity *items, size_t n)
{
	set_records(a, KEY_ENTITIES, entity_fields, LENGTH(entity_fields), items, n, sizeof *items);
}

void
article_set_roles(struct article *a, const struct role *items, size_t n)
{
	set_records(a, KEY_ROLES, role_fields, LENGTH(role_fields), items, n, sizeof *items);
}

void
article_set_quotes(struct article *a, const struct quote *items, size_t n)
{
	set_records(a, KEY_QUOTES, quote_fields, LENGTH(quote_fields), items, n, sizeof *items);
}
