/* Lists of words and phrases, looked for in a line all at once: `words_any(s, WORDS(" said", " told"))`. */
#ifndef KWIRE_SPLIT_WORDS_H
#define KWIRE_SPLIT_WORDS_H

#include "str.h"

#define WORDS_MOST 255 /* to a list */

#define WORDS_BYTES 3 /* of each word, looked for at 16 places at a time */

/* The words of a list by their first bytes, and by their last ones. Zero-initialised: not yet made. */
struct words_index {
	unsigned char first[256], next[WORDS_MOST];  /* number + 1 of a word, and of another one with the same first pair */
	unsigned char last[256], before[WORDS_MOST]; /* the same by the last byte */
	unsigned char length[WORDS_MOST];            /* bytes of a word */
	bool alone[256]; /* bytes that are words */
	unsigned char low[WORDS_BYTES][16],
	    high[WORDS_BYTES][16]; /* by the halves of a byte: the groups of words that have it there, a bit each */
	bool vector;     /* the machine can look into them */
	bool ready;
};

/* A list, none of whose words is empty. Its index is made when it is first asked, as that takes longer than to search a line. */
struct words {
	const char *const *list; /* ended by NULL */
	struct words_index *index;
};

#define WORDS(...)                                                    \
	__extension__({                                               \
		static const char *const list_[] = { __VA_ARGS__, NULL }; \
		static struct words_index index_;                     \
		(struct words) { list_, &index_ };                    \
	})

/* The initialiser of a list outside of functions. */
#define WORDS_ITEM(...) { (const char *const[]) { __VA_ARGS__, NULL }, &(struct words_index) { .ready = false } }

/* The first place where one of the words stands; s.n if there is none. */
size_t words_find(struct str s, struct words words);

/* A number for the first two bytes of a word. */
static inline unsigned char
words_pair(const char *p)
{
	return (unsigned char)((unsigned char)p[0] * 7 + (unsigned char)p[1]);
}

/* Bytes of the longest word that s begins with, or ends with; 0 if there is none, as its first two bytes, or the last one, mostly tell. */
size_t words_at_start(struct str s, struct words words);
size_t words_at_end(struct str s, struct words words);

static inline size_t
words_start(struct str s, struct words w)
{
	const struct words_index *x = w.index;

	return s.n && (!x->ready || x->alone[(unsigned char)*s.p] || (s.n > 1 && x->first[words_pair(s.p)])) ? words_at_start(s, w) : 0;
}

static inline size_t
words_end(struct str s, struct words w)
{
	return s.n && (!w.index->ready || w.index->last[(unsigned char)s.p[s.n - 1]]) ? words_at_end(s, w) : 0;
}

/* The i-th word of a list; empty behind the last. */
static inline struct str
words_item(struct words words, size_t i)
{
	return str_z(words.list[i]);
}

/* Does one of the words stand in s? */
static inline bool
words_any(struct str s, struct words words)
{
	return words_find(s, words) < s.n;
}

/* Is s one of the words? */
static inline bool
words_are(struct str s, struct words words)
{
	return s.n && words_start(s, words) == s.n;
}

#endif
