/* Lists of words, ended by NULL, looked for in a line all at once. At most WORDS_MOST to a list. */
#ifndef KWIRE_SPLIT_WORDS_H
#define KWIRE_SPLIT_WORDS_H

#include "str.h"

#define WORDS_MOST 255

/* Does s begin with one of the words? */
bool words_start(struct str s, const char *const *list);

/* The first place where one of the words stands; s.n if there is none. */
size_t words_find(struct str s, const char *const *list);

/* Is w, in any case of letters, one of the words? They stand in lists by their first letter, between blanks. */
bool words_listed(const char *const lists[26], struct str w);

static inline bool
words_any(struct str s, const char *const *list)
{
	return words_find(s, list) < s.n;
}

#endif
