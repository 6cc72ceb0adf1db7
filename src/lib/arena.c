#include "arena.h"
#include "err.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#define BLOCK ((size_t)64 << 10)

struct arena_block {
	struct arena_block *next;
	size_t size;
	alignas(max_align_t) char bytes[];
};

static struct arena_block *
block_new(size_t n)
{
	size_t size = n > BLOCK ? n : BLOCK;
	struct arena_block *b = malloc(sizeof *b + size);

	if (!b)
		err_die("out of memory");
	b->next = NULL;
	b->size = size;
	return b;
}

/* Goes on to a block with room for n bytes: the next one if it is large enough, else a new one before it. */
static void
block_next(struct arena *a, size_t n)
{
	struct arena_block *next = a->now ? a->now->next : a->first;

	if (!next || next->size < n) {
		struct arena_block *b = block_new(n);

		b->next = next;
		if (a->now)
			a->now->next = b;
		else
			a->first = b;
		next = b;
	}
	a->now = next;
	a->used = 0;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	void *p;

	if (n > SIZE_MAX / 4)
		err_die("out of memory");
	n = (n + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	if (!a->now || a->now->size - a->used < n)
		block_next(a, n);
	p = a->now->bytes + a->used;
	a->used += n;
	return p;
}

void *
arena_room(struct arena *a, size_t n)
{
	block_next(a, n);
	return a->now->bytes;
}

void *
arena_array(struct arena *a, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / 4 / size)
		err_die("out of memory");
	return arena_alloc(a, count * size);
}

void *
arena_grow(struct arena *a, void *p, size_t n, size_t *cap, size_t size)
{
	void *q;

	if (p && *cap > n)
		return p;
	if (p || !*cap)
		*cap = n < 8 ? 16 : n * 2;
	q = arena_array(a, *cap, size);
	if (n)
		memcpy(q, p, n * size);
	return q;
}

struct str
arena_str(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n ? s.n : 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return str_of(p, s.n);
}

/* Big blocks (one huge record) are given back, so that memory follows the longest record only while it is there. */
void
arena_reset(struct arena *a)
{
	struct arena_block **at = &a->first;

	while (*at) {
		struct arena_block *b = *at;

		if (b->size > BLOCK * 16) {
			*at = b->next;
			free(b);
		} else {
			at = &b->next;
		}
	}
	a->now = NULL;
	a->used = 0;
}

void
arena_free(struct arena *a)
{
	for (struct arena_block *b = a->first, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	*a = (struct arena) { 0 };
}
