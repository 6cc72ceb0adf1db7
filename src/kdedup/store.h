/* The kept articles in memory, and the index that finds those which share shingles with a new one.
 *
 * Nothing is ever removed: what leaves the window stays until the run ends. */
#ifndef KDEDUP_STORE_H
#define KDEDUP_STORE_H

#include "arena.h"
#include "pair.h"
#include "postings.h"

struct doc {
	struct hash128 hash;
	const uint32_t *values; /* the shingles, the facts, then the bytes of the id and of the cluster's id */
	uint64_t seq;           /* order of acceptance */
	uint32_t n, n_facts, keys, samples;
	int32_t day;
	uint32_t id_n, cluster_n; /* no cluster: its own */
	uint32_t group;           /* prefer.h; 0 if it comes from an earlier run */
};

/* What probing needs of a document, close together; both stop at 65,535. */
struct tally {
	uint16_t hits; /* while one article is looked at; 0 between */
	uint16_t samples;
};

struct store {
	struct doc *docs;
	size_t n, cap;
	struct arena arena;
	struct postings postings;
	uint32_t *exact; /* open hash table by normal form: document numbers from 1 */
	size_t exact_cap;
	struct tally *tally; /* of each document */
};

struct candidates {
	uint32_t *doc; /* numbers from 0: first those that share enough keys, in order, then the others */
	size_t n, all, cap;
	size_t stock; /* samples of the new article that are stock */
};

/* Empty; `stock` as in postings.h. */
void store_open(struct store *st, unsigned stock);
void store_close(struct store *st);

/* Room for so many more. */
void store_reserve(struct store *st, size_t docs, size_t postings);

/* Adds an article; the document is valid until the next call. `cluster` may be empty. */
struct doc *store_add(struct store *st, const struct sketch *s, struct str id, struct str cluster, uint64_t seq);

/* The first kept article of that normal form, or NULL. */
const struct doc *store_exact(const struct store *st, struct hash128 hash);

/* Finds the kept articles that share enough keys with s for that threshold; st->tally[doc].hits tells how many. Call
 * store_forget afterwards. */
void store_probe(struct store *st, const struct sketch *s, double threshold, struct candidates *c);

/* Sets the tallies of the candidates back to 0. */
void store_forget(struct store *st, struct candidates *c);

/* The document as one side of a comparison; not owned. */
struct side doc_side(const struct doc *d);

/* Its id; valid as long as the store. */
struct str doc_id(const struct doc *d);

/* Id of the first article of its cluster. */
struct str doc_cluster(const struct doc *d);

#endif
