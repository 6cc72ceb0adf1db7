/* Lists of words, written into the rules where they are asked: "said told added". */
#ifndef KWIRE_LIST_H
#define KWIRE_LIST_H

#include "str.h"

#include <stdint.h>

struct list_entry {
	uint32_t key;    /* 0 is free */
	uint32_t offset; /* in the words */
};

/* Its words are hashed when it is first asked. */
struct list {
	const char *words;
	uint32_t filter[8]; /* a bit a hash: most words are turned away by it */
	const struct list_entry *entries;
	uint32_t mask;
};

/* The initializer of a list, and a list that stands for a string literal. */
#define LIST_UNREAD { UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX }
#define LIST_ITEM(literal) { (literal), LIST_UNREAD, NULL, 0 }
#define LIST(literal) (__extension__({ static struct list list_ = LIST_ITEM(literal); &list_; }))

/* Is w among the words, whatever its case? */
bool list_has(struct list *l, struct str w);

/* The same, letter by letter: for Hangul, and where the case matters. */
bool list_holds(struct list *l, struct str w);

/* Does w begin with one of the words, all of them Hangul? */
bool list_begins(struct list *l, struct str w);

/* Bytes of the longest word, all of them Hangul, that w ends in; 0 if there is none. */
size_t list_ends(struct list *l, struct str w);

#define word_among(w, words) list_has(LIST(words), w)
#define word_exactly(w, words) list_holds(LIST(words), w)
#define word_begins(w, words) list_begins(LIST(words), w)
#define word_ends_in(w, words) list_ends(LIST(words), w)

#endif
