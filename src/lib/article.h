/* The article record (kwire.5): one JSON object a line.
 *
 * Known values are kept as raw JSON until somebody asks for them, so what a filter does not touch passes byte for byte.
 * All memory belongs to the article's arena and is valid until the next article is read. */
#ifndef KWIRE_ARTICLE_H
#define KWIRE_ARTICLE_H

#include "arena.h"
#include "buf.h"
#include "out.h"
#include "str.h"

#include <stdint.h>

/* In the order in which they are written. */
enum key {
	KEY_ID, KEY_FILE, KEY_LINE, KEY_TITLE, KEY_DECK, KEY_DATE, KEY_UPDATED, KEY_DATE_FROM, KEY_AUTHOR, KEY_SOURCE,
	KEY_AGENCY, KEY_PLACE, KEY_SECTION, KEY_URL, KEY_LANG, KEY_TEXT, KEY_CAPTIONS, KEY_FURNITURE, KEY_TRUNCATED,
	KEY_DUP, KEY_ENTITIES, KEY_ROLES, KEY_QUOTES,
	KEYS
};

struct article {
	struct str key[KEYS]; /* raw JSON values; p is NULL where the key is absent */
	struct str extra;     /* unknown members, verbatim: `"k":v,"k2":v2`, without outer commas */
	struct str raw;       /* the line as read, without its newline; empty if the article was made from text or changed */
	struct str file;      /* where it was read, for messages */
	unsigned long long line;
	struct arena *arena;
	size_t extra_cap;          /* room behind extra.p */
	struct str decoded[KEYS];  /* what article_text has decoded; p is NULL where it has not */
	bool eager;                /* annotations are decoded while they are checked (annot.h) */
	struct records {
		void *items; /* NULL until decoded */
		size_t n;
		const char *why; /* what is wrong with their form */
	} records[3]; /* of KEY_ENTITIES, KEY_ROLES, KEY_QUOTES */
};

/* Parses one line into an article that article_init has emptied. NULL if all is well, else a text of its arena that says what
 * is wrong, with the byte offset in *at. Types of known keys are checked (kwire.5): null counts as absent, a single string as a
 * list of one, a number as an id, so that other programs' records can be read. The line must stay valid as long as the article. */
const char *article_parse(struct article *a, struct str line, size_t *at);

/* An empty article in `arena`. */
void article_init(struct article *a, struct arena *arena);

/* Appends the article as one line with its newline. */
void article_write(struct out *out, const struct article *a);

/* The text of a string key, empty if absent. Decoded once, then kept. */
struct str article_text(struct article *a, enum key key);

/* The items of a key that holds an array of strings; returns their number, 0 if absent. The array is in the arena. */
size_t article_list(struct article *a, enum key key, struct str **items);

/* Sets a string key (well-formed UTF-8; empty removes it). s is copied. */
void article_set(struct article *a, enum key key, struct str s);

/* Sets the text, one that stays valid as long as the article: nobody has to decode it. */
void article_set_text(struct article *a, struct str s);

/* Sets an array of strings; n == 0 removes the key. */
void article_set_list(struct article *a, enum key key, const struct str *items, size_t n);

/* Sets a raw JSON value, which must stay valid as long as the article; {NULL, 0} removes the key. */
void article_set_raw(struct article *a, enum key key, struct str raw);

/* The id: the one it has, else computed: 80 bits of XXH3-128 over the normal form of title and text, 20 hex digits.
 * Normal form: title, newline, text, each case-folded by NFKC_Casefold, only letters and digits kept, runs of anything
 * else one space. */
struct str article_id(struct article *a);

#endif
