#include "article.h"
#include "annot.h"
#include "ascii.h"
#include "hash.h"
#include "json.h"
#include "normal.h"

#include <stdint.h>

enum form { STRING, STRINGS, INTEGER, TRUTH, OBJECT, ARRAY };

static const struct {
	struct str name, opening; /* opening: the member's name as written, behind a comma */
	enum form form;
} keys[KEYS] = {
#define KEY(key, name, form) [key] = { { name, sizeof name - 1 }, { ",\"" name "\":", sizeof name + 3 }, form }
	KEY(KEY_ID, "id", STRING),
	KEY(KEY_FILE, "file", STRING),
	KEY(KEY_LINE, "line", INTEGER),
	KEY(KEY_TITLE, "title", STRING),
	KEY(KEY_DECK, "deck", STRINGS),
	KEY(KEY_DATE, "date", STRING),
	KEY(KEY_UPDATED, "updated", STRING),
	KEY(KEY_DATE_FROM, "date_from", STRING),
	KEY(KEY_AUTHOR, "author", STRINGS),
	KEY(KEY_SOURCE, "source", STRING),
	KEY(KEY_AGENCY, "agency", STRING),
	KEY(KEY_PLACE, "place", STRING),
	KEY(KEY_SECTION, "section", STRING),
	KEY(KEY_URL, "url", STRING),
	KEY(KEY_LANG, "lang", STRING),
	KEY(KEY_TEXT, "text", STRING),
	KEY(KEY_CAPTIONS, "captions", STRINGS),
	KEY(KEY_FURNITURE, "furniture", ARRAY),
	KEY(KEY_TRUNCATED, "truncated", TRUTH),
	KEY(KEY_DUP, "dup", OBJECT),
	KEY(KEY_ENTITIES, "entities", ARRAY),
	KEY(KEY_ROLES, "roles", ARRAY),
	KEY(KEY_QUOTES, "quotes", ARRAY),
#undef KEY
};

void
article_init(struct article *a, struct arena *arena)
{
	*a = (struct article) { .arena = arena };
}

static enum key
key_of(struct str name)
{
	for (enum key k = 0; k < KEYS; k++)
		if (str_eq(name, keys[k].name))
			return k;
	return KEYS;
}

/* A single string where a list belongs becomes a list of one, a number where an id belongs the string of its digits: databases
 * number their rows. */
static struct str
wrap(struct arena *arena, char before, struct str raw, char after)
{
	char *p = arena_alloc(arena, raw.n + 2);

	p[0] = before;
	memcpy(p + 1, raw.p, raw.n);
	p[raw.n + 1] = after;
	return str_of(p, raw.n + 2);
}

/* `what` behind the name of the key. */
static const char *
complaint(struct arena *arena, enum key key, const char *what)
{
	struct str name = keys[key].name;
	size_t n = strlen(what) + 1;
	char *p = arena_alloc(arena, name.n + 2 + n);

	memcpy(p, name.p, name.n);
	memcpy(p + name.n, ": ", 2);
	memcpy(p + name.n + 2, what, n);
	return p;
}

static bool
all_strings(struct str raw)
{
	struct json j;
	struct str item;

	json_open(&j, raw, '[');
	while (json_item(&j, &item))
		if (item.p[0] != '"')
			return false;
	return !j.error;
}

static const char *
set_checked(struct article *a, enum key key, struct str raw)
{
	static const char *const wanted[] = { "a string is wanted", "an array of strings is wanted", "an integer is wanted",
		"true is wanted", "an object is wanted", "an array is wanted" };
	char c = raw.p[0];
	bool good = false;
	int64_t value;

	if (c == 'n')
		return NULL;
	switch (keys[key].form) {
	case STRING:
		if (key == KEY_ID && (is_digit(c) || c == '-'))
			raw = wrap(a->arena, '"', raw, '"');
		good = raw.p[0] == '"';
		break;
	case STRINGS:
		if (c == '"')
			raw = wrap(a->arena, '[', raw, ']');
		good = raw.p[0] == '[' && all_strings(raw);
		break;
	case INTEGER:
		good = json_int(raw, &value);
		break;
	case TRUTH:
		if (c == 'f')
			return NULL;
		good = c == 't';
		break;
	case OBJECT:
		good = c == '{';
		break;
	case ARRAY:
		good = c == '[';
		break;
	}
	a->key[key] = raw;
	return good ? NULL : complaint(a->arena, key, wanted[keys[key].form]);
}

/* Appends `"k":v` to the unknown members. Room doubles, so that thousands of them cost linear time. */
static void
add_extra(struct article *a, struct str key, struct str value)
{
	size_t n = a->extra.n, need = n + key.n + value.n + 2;
	char *p = (char *)(uintptr_t)a->extra.p;

	if (need > a->extra_cap) {
		a->extra_cap = need * 2;
		p = arena_alloc(a->arena, a->extra_cap);
		if (n)
			memcpy(p, a->extra.p, n);
	}
	if (n)
		p[n++] = ',';
	memcpy(p + n, key.p, key.n);
	n += key.n;
	p[n++] = ':';
	memcpy(p + n, value.p, value.n);
	a->extra = str_of(p, n + value.n);
}

const char *
article_parse(struct article *a, struct str line, size_t *at)
{
	struct json j;
	struct str name, value;
	const char *wrong = NULL;

	json_open(&j, line, '{');
	while (!wrong && json_key(&j, &name)) {
		enum key key = key_of(json_text(name, a->arena));

		if (!(a->eager && key >= KEY_ENTITIES && key < KEYS ? article_annotation(a, key, &j, &value) : json_value(&j, &value)))
			break;
		if (key == KEYS)
			add_extra(a, name, value);
		else if (a->key[key].p)
			wrong = complaint(a->arena, key, "given twice");
		else
			wrong = set_checked(a, key, value);
	}
	*at = (size_t)((wrong ? value.p : j.p) - line.p);
	a->raw = line;
	return wrong ? wrong : j.error;
}

void
article_write(struct out *out, const struct article *a)
{
	size_t comma = 1; /* the first member has none before it */
	unsigned set = 0; /* a bit for each key */

	out_char(out, '{');
	for (enum key k = 0; k < KEYS; k++)
		set |= (unsigned)(a->key[k].p != NULL) << k;
	for (; set; set &= set - 1) {
		enum key k = (enum key)__builtin_ctz(set);

		out_str(out, str_from(keys[k].opening, comma));
		out_str(out, a->key[k]);
		comma = 0;
	}
	if (a->extra.n) {
		if (!comma)
			out_char(out, ',');
		out_str(out, a->extra);
	}
	out_str(out, STR("}\n"));
}

struct str
article_text(struct article *a, enum key key)
{
	if (!a->key[key].p)
		return str_of("", 0);
	if (!a->decoded[key].p)
		a->decoded[key] = json_text(a->key[key], a->arena);
	return a->decoded[key];
}

size_t
article_list(struct article *a, enum key key, struct str **items)
{
	struct json j;
	struct str item;
	size_t n = 0, cap = 0;

	*items = NULL;
	if (!a->key[key].p)
		return 0;
	json_open(&j, a->key[key], '[');
	while (json_item(&j, &item)) {
		*items = arena_grow(a->arena, *items, n, &cap, sizeof **items);
		(*items)[n++] = json_text(item, a->arena);
	}
	return n;
}

void
article_set_raw(struct article *a, enum key key, struct str raw)
{
	a->key[key] = raw;
	a->decoded[key] = str_of(NULL, 0);
	if (key >= KEY_ENTITIES)
		a->records[key - KEY_ENTITIES] = (struct records) { 0 };
	a->raw = str_of(NULL, 0);
}

/* Values are built here and copied into the article's arena; kept, so that no record allocates. */
static struct buf scratch;

static struct str
settle(struct article *a)
{
	struct str s = arena_str(a->arena, buf_view(&scratch));

	scratch.n = 0;
	return s;
}

void
article_set(struct article *a, enum key key, struct str s)
{
	if (s.n == 0) {
		article_set_raw(a, key, str_of(NULL, 0));
		return;
	}
	json_put(&scratch, s);
	article_set_raw(a, key, settle(a));
}

void
article_set_text(struct article *a, struct str s)
{
	article_set(a, KEY_TEXT, s);
	if (s.n)
		a->decoded[KEY_TEXT] = s;
}

void
article_set_list(struct article *a, enum key key, const struct str *items, size_t n)
{
	if (n == 0) {
		article_set_raw(a, key, str_of(NULL, 0));
		return;
	}
	buf_char(&scratch, '[');
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_char(&scratch, ',');
		json_put(&scratch, items[i]);
	}
	buf_char(&scratch, ']');
	article_set_raw(a, key, settle(a));
}

struct str
article_id(struct article *a)
{
	static const char hex[] = "0123456789abcdef";
	struct hash128 h;
	char id[20];

	if (a->key[KEY_ID].p)
		return article_text(a, KEY_ID);
	normal_form(&scratch, article_text(a, KEY_TITLE));
	buf_char(&scratch, '\n');
	normal_form(&scratch, article_text(a, KEY_TEXT));
	h = hash128(buf_view(&scratch));
	scratch.n = 0;
	for (int i = 0; i < 16; i++)
		id[i] = hex[h.high >> (60 - 4 * i) & 15];
	for (int i = 0; i < 4; i++)
		id[16 + i] = hex[h.low >> (60 - 4 * i) & 15];
	return arena_str(a->arena, str_of(id, sizeof id));
}
