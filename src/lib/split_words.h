/* Lists of words, ended by NULL, looked for in a line all at once. At most WORDS_MOST to a list. */
#ifndef KWIRE_SPLIT_WORDS_H
#define KWIRE_SPLIT_WORDS_H

#include "str.h"

#define WORDS_MOST 255

#define WORDS_FIRSTS 24 /* bytes that words begin with, looked for 16 places at a time; a list of more is looked for at each place */

/* The words of a list by their first bytes. Zero-initialised: not yet made. */
struct words_index {
	unsigned char first[256], next[WORDS_MOST]; /* number + 1 of a word, and of the one before it with the same pair */
	unsigned char length[WORDS_MOST];           /* bytes of a word */
	char byte[WORDS_FIRSTS];
	size_t bytes; /* more than WORDS_FIRSTS: not all of them are known */
	bool single;  /* there are words of one byte */
	bool ready;
};

/* Each place in the program that asks keeps the index of its list, which is always the same one: making it takes longer than searching
 * a line. */
#define WORDS_INDEXED(ask, s, list)                      \
	__extension__({                                  \
		static struct words_index index_of_list; \
		ask(&index_of_list, s, list);            \
	})

/* The first place where one of the words stands; s.n if there is none. */
#define words_find(s, list) WORDS_INDEXED(words_find_with, s, list)
size_t words_find_with(struct words_index *x, struct str s, const char *const *list);

/* Does s begin with one of the words? */
#define words_start(s, list) WORDS_INDEXED(words_start_with, s, list)
bool words_start_with(struct words_index *x, struct str s, const char *const *list);

/* Does one of the words stand in s? */
#define words_any(s, list) (words_find_any((s), words_find((s), (list))))

static inline bool
words_find_any(struct str s, size_t at)
{
	return at < s.n;
}

#endif
