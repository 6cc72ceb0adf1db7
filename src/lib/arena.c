#include "arena.h"
#include "err.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#if defined __SANITIZE_ADDRESS__ || defined ARENA_APART
#define APART true
#elif defined __has_feature
#define APART __has_feature(address_sanitizer)
#else
#define APART false
#endif

#define BLOCK (APART ? 0 : (size_t)64 << 10) /* apart: a block of its own for each piece, so that a memory checker sees where it ends */
#define LARGE ((size_t)1 << 20) /* what is larger has a block of its own, which is given back with the record */

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
	size_t room;
	void *p;

	if (n > SIZE_MAX / 4)
		err_die("out of memory");
	room = (n + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	if (!a->now || a->now->size - a->used < room)
		block_next(a, APART ? n : room);
	p = a->now->bytes + a->used;
	a->used = APART ? smaller(a->used + room, a->now->size) : a->used + room;
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

/* The link to the block of a large array; NULL if there is none. */
static struct arena_block **
own_block(struct arena *a, const void *p)
{
	struct arena_block **at = &a->first;

	while (*at && (*at)->bytes != p)
		at = &(*at)->next;
	return *at && (*at)->size > LARGE ? at : NULL;
}

/* Moves a large array with its block: no copy of it stays behind. */
static void *
grow_block(struct arena *a, struct arena_block **at, size_t n)
{
	bool now = *at == a->now;
	struct arena_block *b = realloc(*at, sizeof *b + n);

	if (!b)
		err_die("out of memory");
	b->size = n;
	*at = b;
	if (now) {
		a->now = b;
		a->used = n;
	}
	return b->bytes;
}

void *
arena_grow(struct arena *a, void *p, size_t n, size_t *cap, size_t size)
{
	struct arena_block **at;
	void *q;

	if (p && *cap > n)
		return p;
	if (p || !*cap)
		*cap = n < 8 ? 16 : n * 2;
	if (n > LARGE / size && *cap <= SIZE_MAX / 4 / size && (at = own_block(a, p)) != NULL)
		return grow_block(a, at, *cap * size);
	q = arena_array(a, *cap, size);
	if (n)
		memcpy(q, p, n * size);
	return q;
}

void
arena_drop(struct arena *a, const void *p)
{
	struct arena_block **at = own_block(a, p), *b;

	if (!at || *at == a->now)
		return;
	b = *at;
	*at = b->next;
	free(b);
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

		if (APART || b->size > LARGE) {
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
