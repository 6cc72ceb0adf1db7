/* Memory for one record: taken piece by piece, given back all at once. Zero-initialised is empty and valid.
 * Blocks are kept over arena_reset, so that in steady state no record allocates. Out of memory ends the program (2). */
#ifndef KWIRE_ARENA_H
#define KWIRE_ARENA_H

#include "str.h"

struct arena_block;

struct arena {
	struct arena_block *first; /* all blocks, in order of use */
	struct arena_block *now;   /* the block that pieces come from */
	size_t used;               /* bytes used of `now` */
};

/* n bytes, aligned for any type, not cleared. Valid until arena_reset or arena_free. */
void *arena_alloc(struct arena *a, size_t n);

/* count pieces of `size` bytes; ends the program if the product overflows. */
void *arena_array(struct arena *a, size_t count, size_t size);

/* Grows an array in the arena: if *cap > n returns `p`, else its n items with at least twice the room, elsewhere: the old place is
 * lost. A new array, NULL, gets room for *cap items if that is not 0. */
void *arena_grow(struct arena *a, void *p, size_t n, size_t *cap, size_t size);

/* Nobody needs the array any more: a large one is given back at once. */
void arena_drop(struct arena *a, const void *p);

/* A copy of s in the arena. */
struct str arena_str(struct arena *a, struct str s);

/* Room for n bytes in one block of an empty arena, which the next pieces are taken from. */
void *arena_room(struct arena *a, size_t n);

/* Gives all pieces back and keeps the blocks; arena_free gives the blocks back, too. */
void arena_reset(struct arena *a);
void arena_free(struct arena *a);

#endif
