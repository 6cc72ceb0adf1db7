#include "doc.h"
#include "words.h"

/* Which type wins when two mentions of one length overlap: names before dates before amounts. */
static const uint8_t priority[TYPES] = {
	[TYPE_LAW] = 12, [TYPE_EVENT] = 11, [TYPE_WEAPON] = 10, [TYPE_ORG] = 9, [TYPE_FAC] = 8, [TYPE_PERSON] = 7,
	[TYPE_LOC] = 6, [TYPE_GPE] = 5, [TYPE_NORP] = 4, [TYPE_DATE] = 3, [TYPE_MONEY] = 2, [TYPE_PERCENT] = 1,
};

size_t
doc_token_at(const struct doc *d, size_t at)
{
	size_t low = 0, high = d->tokens_n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (d->tokens[mid].start < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

size_t
doc_token_of(const struct doc *d, size_t at)
{
	size_t behind = doc_token_at(d, at + 1);

	return behind > 0 && d->tokens[behind - 1].end > at ? behind - 1 : behind;
}

struct mention *
doc_mention(struct doc *d, enum entity_type type, size_t token, size_t end, const char *rule)
{
	struct mention *m;

	if (d->mentions_n == d->mentions_cap)
		d->mentions = arena_grow(d->arena, d->mentions, d->mentions_n, &d->mentions_cap, sizeof *d->mentions);
	m = &d->mentions[d->mentions_n];
	*m = (struct mention) {
		.type = type, .start = d->tokens[token].start, .end = (uint32_t)end, .token = (uint32_t)token, .rule = rule
	};
	d->mentions_n++;
	return m;
}

/* Where a mention stands in the order, and which it is: by its start, the longer one first. */
struct place {
	uint64_t order;
	size_t index;
};

/* Merges the runs [a, b) and [b, c) of `from` into the same places of `to`. */
static void
merge(struct place *to, const struct place *from, size_t a, size_t b, size_t c)
{
	size_t n = a, x = a, y = b;

	while (x < b && y < c) { /* without a branch: which is next is anybody's guess */
		bool later = from[y].order < from[x].order;

		to[n++] = from[later ? y : x];
		y += later;
		x += !later;
	}
	while (x < b)
		to[n++] = from[x++];
	while (y < c)
		to[n++] = from[y++];
}

/* The stages add their mentions in runs that are nearly sorted: a merge sort that takes the runs as they are. Returns NULL if there
 * is but one. */
static const struct place *
sorted(const struct doc *d)
{
	size_t n = d->mentions_n, runs = 0;
	struct place *from = arena_array(d->arena, n, sizeof *from), *to;
	size_t *ends = arena_array(d->arena, n, sizeof *ends);

	for (size_t i = 0; i < n; i++) {
		from[i] = (struct place) { (uint64_t)d->mentions[i].start << 32 | (UINT32_MAX - d->mentions[i].end), i };
		if (i > 0 && from[i].order < from[i - 1].order)
			ends[runs++] = i;
	}
	if (runs == 0) {
		arena_drop(d->arena, from);
		return NULL;
	}
	ends[runs++] = n;
	to = arena_array(d->arena, n, sizeof *to);
	while (runs > 1) {
		size_t left = 0;
		for (size_t r = 0, a = 0; r < runs; r += 2) {
			size_t end = ends[r + 1 < runs ? r + 1 : r];
			merge(to, from, a, ends[r], end);
			a = ends[left++] = end;
		}
		runs = left;
		struct place *swap = from;
		from = to;
		to = swap;
	}
	arena_drop(d->arena, to);
	arena_drop(d->arena, ends);
	return from;
}

/* Is a to be kept rather than b? */
static bool
beats(const struct mention *a, const struct mention *b)
{
	if ((a->flags ^ b->flags) & MENTION_FIXED)
		return a->flags & MENTION_FIXED;
	if ((a->flags ^ b->flags) & MENTION_WEAK)
		return b->flags & MENTION_WEAK;
	if (a->end - a->start != b->end - b->start)
		return a->end - a->start > b->end - b->start;
	if ((a->id.n > 0) != (b->id.n > 0))
		return a->id.n > 0;
	return priority[a->type] > priority[b->type];
}

static bool
overlap(const struct mention *a, const struct mention *b)
{
	return a->start < b->end && b->start < a->end;
}

/* Clusters of overlapping mentions are small; a hostile one is cut and settled by parts. */
enum { CLUSTER = 64 };

/* m[best] is kept: what overlaps it goes, or stays as its inner part. */
static void
strike(struct mention *m, size_t n, size_t best, bool nested, bool *done, bool *lost)
{
	for (size_t i = 0; i < n; i++) {
		bool inside = m[i].start >= m[best].start && m[i].end <= m[best].end && m[i].end - m[i].start < m[best].end - m[best].start;
		if (done[i] || !overlap(&m[i], &m[best]))
			continue;
		if (nested && inside && !(m[i].flags & MENTION_WEAK)) {
			m[i].flags |= MENTION_INNER;
		} else {
			done[i] = lost[i] = true;
		}
	}
}

static size_t
settle_cluster(struct mention *m, size_t n, bool nested)
{
	bool done[CLUSTER], lost[CLUSTER];
	size_t out = 0;

	if (n < 2)
		return n;
	memset(done, false, n);
	memset(lost, false, n);
	for (;;) {
		size_t best = n;
		for (size_t i = 0; i < n; i++)
			if (!done[i] && (best == n || beats(&m[i], &m[best])))
				best = i;
		if (best == n)
			break;
		done[best] = true;
		strike(m, n, best, nested, done, lost);
	}
	for (size_t i = 0; i < n; i++)
		if (!lost[i])
			m[out++] = m[i];
	return out;
}

void
doc_settle(struct doc *d, bool nested)
{
	const struct place *order;
	struct mention *all;
	size_t settled = 0, cluster = 0, end = 0; /* the cluster's mentions stand behind those settled */

	if (d->mentions_n == d->settled_n) /* nothing is new */
		return;
	order = sorted(d);
	all = order ? arena_array(d->arena, d->mentions_cap, sizeof *all) : d->mentions;
	for (size_t i = 0; i < d->mentions_n; i++) {
		const struct mention *m = &d->mentions[order ? order[i].index : i];
		if (m->start >= end || cluster == CLUSTER) {
			settled += settle_cluster(&all[settled], cluster, nested);
			cluster = 0;
			end = 0;
		}
		if (m->end > end)
			end = m->end;
		all[settled + cluster++] = *m;
	}
	if (order) {
		arena_drop(d->arena, order);
		arena_drop(d->arena, d->mentions);
	}
	d->mentions = all;
	d->mentions_n = d->settled_n = settled + settle_cluster(&all[settled], cluster, nested);
}
