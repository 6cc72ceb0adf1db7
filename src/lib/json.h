/* A strict JSON reader and writer (RFC 8259) that keeps values verbatim.
 *
 * The reader checks and slices; it never builds a tree. Raw values are slices of the input. No recursion: nesting is
 * bounded by JSON_DEPTH. */
#ifndef KWIRE_JSON_H
#define KWIRE_JSON_H

#include "arena.h"
#include "buf.h"
#include "str.h"

#include <stdint.h>

#define JSON_DEPTH 10000

/* A place in a text that has passed json_check, or is being checked. */
struct json {
	const char *p, *end;
	const char *error; /* static text, NULL while all is well; p is then where */
	bool first;        /* no member or item has been read yet */
	char close;        /* the bracket that ends it */
};

/* Is s exactly one well-formed JSON value with optional white space round it, in well-formed UTF-8? NULL if so;
 * otherwise a static text that says what is wrong. */
const char *json_check(struct str s);

/* Iterates over the members of an object, or the items of an array. Checks as it goes.
 *
 *	struct json j;
 *	struct str key, value;
 *	json_open(&j, raw, '{');
 *	while (json_member(&j, &key, &value)) ...
 *	if (j.error) ...
 *
 * key is raw, with its quotes; value is raw, without white space round it. */
void json_open(struct json *j, struct str raw, char bracket);
bool json_member(struct json *j, struct str *key, struct str *value);
bool json_item(struct json *j, struct str *value);

/* json_member in two steps: after json_key, j->p is where the value begins. */
bool json_key(struct json *j, struct str *key);
bool json_value(struct json *j, struct str *value);

/* The text of a raw string (with quotes): a slice of it where it holds no escape, else decoded into the arena.
 * A lone surrogate escape becomes U+FFFD. {NULL, 0} if raw is no string. */
struct str json_text(struct str raw, struct arena *a);

/* A raw integer; false if raw is something else or does not fit. */
bool json_int(struct str raw, int64_t *value);

/* Appends s as a JSON string: escapes only what RFC 8259 asks for (quote, backslash, U+0000-001F, short forms where they
 * exist). s must be well-formed UTF-8. */
void json_put(struct buf *b, struct str s);

#endif
