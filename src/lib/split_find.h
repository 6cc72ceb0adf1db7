/* Many words looked for at once, by S. Wu and U. Manber's algorithm (A fast algorithm for multi-pattern searching, 1994): the three
 * bytes at the end of a window as long as the shortest word tell how far it can move. The few words that would make it narrow are
 * looked for one by one. */
#ifndef KWIRE_SPLIT_FIND_H
#define KWIRE_SPLIT_FIND_H

#include "arena.h"

#include <stdint.h>

#define FIND_THREES 8192
#define FIND_BITS 32768
#define FIND_CHAINS 1024
#define FIND_SHORT 8 /* bytes: words of less are few */

struct find {
	struct needle {
		struct str text;
		uint64_t head; /* its first bytes, if they are FIND_SHORT */
		unsigned next; /* with the same first two bytes, or another of the few; index + 1 */
		unsigned rare; /* where the byte stands by which one of the few is looked for */
	} *needle;
	size_t n, cap, least;            /* least: bytes of the window */
	size_t few;                      /* words looked for one by one: index + 1 */
	unsigned first[FIND_CHAINS];     /* by the first two bytes: index + 1 */
	unsigned char shift[FIND_THREES];
	uint64_t within[FIND_BITS / 64]; /* three bytes that stand in a word at all: most windows move by all they can */
};

/* Adds a word of at least two bytes, which must stay where it is; its index is their number so far. */
void find_add(struct find *f, struct arena *a, struct str text);

/* To be called when all words are there. */
void find_ready(struct find *f);

/* The first place at or after `from` where a word stands, s.n if there is none. *which: the index of the word; of several, the one
 * that was added last. */
size_t find_next(const struct find *f, struct str s, size_t from, unsigned *which);

#endif
