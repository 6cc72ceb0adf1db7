#include "postings.h"
#include "mem.h"

#include <malloc.h>
#include <stdlib.h>

/* Instead of the number of a document: the slot may be used again. */
#define FREED (UINT32_MAX - 1)

#define LEAST_SLOTS 64

/* Keys are small numbers (they are the smallest hashes): they are mixed before they are spread over the table. */
static uint32_t
mix(uint32_t key)
{
	uint32_t h = key * 0x9E3779B1u;

	return (h ^ h >> 15) * 0x85EBCA77u;
}

static size_t
segment_of(uint32_t key)
{
	return mix(key) % SEGMENTS;
}

static size_t
home(uint32_t key, size_t cap)
{
	return (size_t)((uint64_t)mix(key) * cap >> 32);
}

static size_t
after(size_t i, size_t cap)
{
	return i + 1 == cap ? 0 : i + 1;
}

void
postings_open(struct postings *p, unsigned stock)
{
	/* Tables that were outgrown go back to the system: in the heap their room would fit no later one. */
	mallopt(M_MMAP_THRESHOLD, 1 << 15);
	p->stock = stock;
	for (size_t i = 0; i < SEGMENTS; i++)
		p->segments[i] = (struct segment) { mem_new(LEAST_SLOTS, sizeof(struct slot)), 0, LEAST_SLOTS };
}

void
postings_close(struct postings *p)
{
	for (size_t i = 0; i < SEGMENTS; i++)
		free(p->segments[i].slots);
}

static void
post(struct segment *s, struct slot slot)
{
	size_t i = home(slot.key, s->cap);

	while (s->slots[i].doc)
		i = after(i, s->cap);
	s->slots[i] = slot;
	s->n++;
}

static void
grow(struct segment *s, size_t cap)
{
	struct segment old = *s;

	*s = (struct segment) { mem_new(cap, sizeof(struct slot)), 0, cap };
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i].doc && old.slots[i].doc != FREED)
			post(s, old.slots[i]);
	free(old.slots);
}

void
postings_reserve(struct postings *p, size_t n)
{
	for (size_t i = 0; i < SEGMENTS; i++) {
		struct segment *s = &p->segments[i];
		size_t cap = (s->n + n / SEGMENTS) / 2 * 3;

		if (cap > s->cap)
			grow(s, cap);
	}
}

void
postings_prefetch(const struct postings *p, const uint32_t *keys, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		const struct segment *s = &p->segments[segment_of(keys[k])];

		__builtin_prefetch(&s->slots[home(keys[k], s->cap)]);
	}
}

/* A key that one article too many holds becomes stock: one slot says so, the others are free for other keys. */
static void
make_stock(struct segment *s, uint32_t key)
{
	uint32_t mark = POSTING_STOCK;

	for (size_t i = home(key, s->cap); s->slots[i].doc; i = after(i, s->cap)) {
		if (s->slots[i].key != key || s->slots[i].doc == FREED)
			continue;
		s->slots[i].doc = mark;
		mark = FREED;
	}
}

void
postings_add(struct postings *p, uint32_t key, uint32_t doc)
{
	struct segment *s = &p->segments[segment_of(key)];
	size_t held = 0, i, free_slot = SIZE_MAX;

	if (s->n * 5 >= s->cap * 4)
		grow(s, s->cap + s->cap / 4);
	for (i = home(key, s->cap); s->slots[i].doc; i = after(i, s->cap)) {
		if (s->slots[i].doc == FREED) {
			free_slot = free_slot == SIZE_MAX ? i : free_slot;
		} else if (s->slots[i].key == key) {
			if (s->slots[i].doc == POSTING_STOCK)
				return;
			held++;
		}
	}
	if (held >= p->stock) {
		make_stock(s, key);
		return;
	}
	s->n += free_slot == SIZE_MAX;
	s->slots[free_slot == SIZE_MAX ? i : free_slot] = (struct slot) { key, doc };
}

struct posting
posting_of(const struct postings *p, uint32_t key)
{
	const struct segment *s = &p->segments[segment_of(key)];

	return (struct posting) { s, key, home(key, s->cap) };
}

uint32_t
posting_next(struct posting *at)
{
	const struct segment *s = at->segment;

	while (s->slots[at->at].doc) {
		struct slot slot = s->slots[at->at];

		at->at = after(at->at, s->cap);
		if (slot.key == at->key && slot.doc != FREED)
			return slot.doc;
	}
	return 0;
}
