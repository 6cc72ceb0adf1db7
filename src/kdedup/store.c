#include "store.h"
#include "err.h"
#include "mem.h"

#include <stdlib.h>

void
store_open(struct store *st, unsigned stock)
{
	*st = (struct store) { .exact_cap = 1 << 10 };
	postings_open(&st->postings, stock);
	st->exact = mem_new(st->exact_cap, sizeof *st->exact);
}

void
store_close(struct store *st)
{
	arena_free(&st->arena);
	free(st->docs);
	postings_close(&st->postings);
	free(st->exact);
	free(st->tally);
}

static void
put_exact(struct store *st, uint32_t doc)
{
	size_t i = st->docs[doc - 1].hash.low & (st->exact_cap - 1);

	while (st->exact[i])
		i = (i + 1) & (st->exact_cap - 1);
	st->exact[i] = doc;
}

static void
grow_exact(struct store *st, size_t cap)
{
	free(st->exact);
	st->exact_cap = cap;
	st->exact = mem_new(st->exact_cap, sizeof *st->exact);
	for (size_t i = 0; i < st->n; i++)
		put_exact(st, (uint32_t)i + 1);
}

void
store_reserve(struct store *st, size_t docs, size_t postings)
{
	size_t exact = st->exact_cap;

	while ((st->n + docs) * 4 > exact * 3)
		exact *= 2;
	if (exact > st->exact_cap)
		grow_exact(st, exact);
	postings_reserve(&st->postings, postings);
}

struct doc *
store_add(struct store *st, const struct sketch *s, struct str id, struct str cluster, uint64_t seq)
{
	struct doc *d;
	size_t n = s->shingles.n + s->facts.n;
	uint32_t *values = arena_alloc(&st->arena, n * sizeof *values + id.n + cluster.n + 1);
	char *text = (char *)(values + n);

	if (st->n == DOC_MAX)
		err_die("too many articles for one run");
	if (st->n == st->cap) {
		st->cap = st->cap ? st->cap * 2 : 1024;
		st->docs = mem_resize(st->docs, st->cap, sizeof *st->docs);
		st->tally = mem_resize(st->tally, st->cap, sizeof *st->tally);
	}
	if ((st->n + 1) * 4 > st->exact_cap * 3)
		grow_exact(st, st->exact_cap * 2);
	if (s->shingles.n)
		memcpy(values, s->shingles.v, s->shingles.n * sizeof *values);
	if (s->facts.n)
		memcpy(values + s->shingles.n, s->facts.v, s->facts.n * sizeof *values);
	memcpy(text, id.p, id.n);
	if (cluster.n)
		memcpy(text + id.n, cluster.p, cluster.n);
	st->tally[st->n] = (struct tally) { 0, (uint16_t)(s->samples < UINT16_MAX ? s->samples : UINT16_MAX) };
	d = &st->docs[st->n++];
	*d = (struct doc) { .hash = s->hash, .values = values, .seq = seq, .n = (uint32_t)s->shingles.n,
		.n_facts = (uint32_t)s->facts.n, .keys = (uint32_t)s->keys, .samples = (uint32_t)s->samples, .day = s->day,
		.id_n = (uint32_t)id.n, .cluster_n = (uint32_t)cluster.n };
	put_exact(st, (uint32_t)st->n);
	postings_prefetch(&st->postings, values, s->keys);
	for (size_t i = 0; i < s->keys; i++)
		postings_add(&st->postings, values[i], (uint32_t)st->n);
	return d;
}

const struct doc *
store_exact(const struct store *st, struct hash128 hash)
{
	const struct doc *best = NULL;

	for (size_t i = hash.low & (st->exact_cap - 1); st->exact[i]; i = (i + 1) & (st->exact_cap - 1)) {
		const struct doc *d = &st->docs[st->exact[i] - 1];

		if (d->hash.low == hash.low && d->hash.high == hash.high && (!best || d->seq < best->seq))
			best = d;
	}
	return best;
}

static void
add_candidate(struct candidates *c, uint32_t doc)
{
	if (c->all == c->cap) {
		c->cap = c->cap ? c->cap * 2 : 64;
		c->doc = mem_resize(c->doc, c->cap, sizeof *c->doc);
	}
	c->doc[c->all++] = doc;
}

/* Counts a hit for each holder of one key; true if there are none because the key is stock. */
static bool
probe_key(struct store *st, uint32_t key, struct candidates *c)
{
	struct posting at = posting_of(&st->postings, key);
	uint32_t doc;

	while ((doc = posting_next(&at))) {
		if (doc == POSTING_STOCK)
			return true;
		doc--;
		if (!st->tally[doc].hits)
			add_candidate(c, doc);
		st->tally[doc].hits += st->tally[doc].hits < UINT16_MAX;
	}
	return false;
}

/* Brings those that share enough keys to the front. */
static void
choose(struct store *st, const struct sketch *s, double threshold, struct candidates *c)
{
	for (size_t i = 0; i < c->all; i++) {
		uint32_t doc = c->doc[i];

		if (st->tally[doc].hits < pair_needed(s->samples, st->tally[doc].samples, threshold))
			continue;
		c->doc[i] = c->doc[c->n];
		c->doc[c->n++] = doc;
	}
	if (c->n > 1)
		qsort(c->doc, c->n, sizeof *c->doc, mem_order32);
}

void
store_probe(struct store *st, const struct sketch *s, double threshold, struct candidates *c)
{
	c->n = c->all = c->stock = 0;
	postings_prefetch(&st->postings, s->shingles.v, s->keys);
	for (size_t i = 0; i < s->keys; i++) {
		bool is_stock = probe_key(st, s->shingles.v[i], c);

		c->stock += is_stock && i < s->samples;
	}
	choose(st, s, threshold, c);
}

void
store_forget(struct store *st, struct candidates *c)
{
	for (size_t i = 0; i < c->all; i++)
		st->tally[c->doc[i]].hits = 0;
	c->n = c->all = 0;
}

struct side
doc_side(const struct doc *d)
{
	return (struct side) { d->values, d->values + d->n, d->n, d->n_facts, d->keys, d->samples, d->day };
}

static const char *
text_of(const struct doc *d)
{
	return (const char *)(d->values + d->n + d->n_facts);
}

struct str
doc_id(const struct doc *d)
{
	return str_of(text_of(d), d->id_n);
}

struct str
doc_cluster(const struct doc *d)
{
	return d->cluster_n ? str_of(text_of(d) + d->id_n, d->cluster_n) : doc_id(d);
}
