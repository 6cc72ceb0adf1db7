/* Which kept articles hold a key: an open hash table of 8 bytes a posting, in segments that grow one by one, so that growth never
 * takes much memory besides. A key that more than `stock` articles hold is stock, and then takes one slot. */
#ifndef KDEDUP_POSTINGS_H
#define KDEDUP_POSTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SEGMENTS 64

struct slot {
	uint32_t key, doc; /* doc counts from 1; 0: never used */
};

struct segment {
	struct slot *slots;
	size_t n, cap; /* n: slots that were ever used */
};

struct postings {
	struct segment segments[SEGMENTS];
	unsigned stock;
};

/* The largest number of a document. */
#define DOC_MAX (UINT32_MAX - 2)

/* Empty; a key that more than `stock` articles hold is stock. */
void postings_open(struct postings *p, unsigned stock);

/* Frees all. */
void postings_close(struct postings *p);

/* Room for so many more. */
void postings_reserve(struct postings *p, size_t n);

/* Fetches the places of the keys into the cache. */
void postings_prefetch(const struct postings *p, const uint32_t *keys, size_t n);

/* Article `doc`, from 1 to DOC_MAX, holds the key. */
void postings_add(struct postings *p, uint32_t key, uint32_t doc);

/* Goes through the documents of a key:
 *
 *	struct posting at = posting_of(p, key);
 *	while ((doc = posting_next(&at))) ...
 *
 * POSTING_STOCK tells, as the only one, that the key is stock. */
#define POSTING_STOCK UINT32_MAX

struct posting {
	const struct segment *segment;
	uint32_t key;
	size_t at;
};

struct posting posting_of(const struct postings *p, uint32_t key);
uint32_t posting_next(struct posting *at);

#endif
