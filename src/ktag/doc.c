#include "doc.h"

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

struct mention *
doc_mention(struct doc *d, enum entity_type type, size_t start, size_t end, const char *rule)
{
	struct mention *m;

	if (d->mentions_n == d->mentions_cap)
		d->mentions = arena_grow(d->arena, d->mentions, d->mentions_n, &d->mentions_cap, sizeof *d->mentions);
	m = &d->mentions[d->mentions_n];
	*m = (struct mention) { .type = type, .start = (uint32_t)start, .end = (uint32_t)end,
		.entity = (uint32_t)d->mentions_n, .rule = rule };
	d->mentions_n++;
	return m;
}

static bool
before(const struct mention *a, const struct mention *b)
{
	return a->start != b->start ? a->start < b->start : a->end > b->end;
}

/* Merges the runs [a, b) and [b, c) of `from` into `to`. */
static size_t
merge(struct mention *to, const struct mention *from, size_t a, size_t b, size_t c)
{
	size_t n = 0, x = a, y = b;

	while (x < b || y < c)
		to[n++] = x < b && (y >= c || !before(&from[y], &from[x])) ? from[x++] : from[y++];
	return n;
}

static size_t
run_end(const struct mention *m, size_t i, size_t n)
{
	if (i < n)
		i++;
	while (i < n && !before(&m[i], &m[i - 1]))
		i++;
	return i;
}

/* The stages add their mentions in runs that are nearly sorted: a merge sort that takes the runs as they are. */
static void
sort(struct doc *d)
{
	struct mention *from = d->mentions, *to = NULL;
	size_t n = d->mentions_n;

	while (run_end(from, 0, n) < n) {
		if (!to)
			to = arena_array(d->arena, n, sizeof *to);
		for (size_t i = 0, out = 0; i < n;) {
			size_t b = run_end(from, i, n), c = run_end(from, b, n);
			out += merge(&to[out], from, i, b, c);
			i = c;
		}
		struct mention *swap = from;
		from = to;
		to = swap;
	}
	if (from != d->mentions)
		memcpy(d->mentions, from, n * sizeof *from);
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
		bool inside = m[i].start >= m[best].start && m[i].end <= m[best].end
		    && m[i].end - m[i].start < m[best].end - m[best].start;
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
	bool done[CLUSTER] = { false }, lost[CLUSTER] = { false };
	size_t out = 0;

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
	size_t out = 0;

	sort(d);
	for (size_t i = 0; i < d->mentions_n;) {
		size_t n = 1, end = d->mentions[i].end;
		while (i + n < d->mentions_n && d->mentions[i + n].start < end && n < CLUSTER) {
			if (d->mentions[i + n].end > end)
				end = d->mentions[i + n].end;
			n++;
		}
		size_t left = n > 1 ? settle_cluster(&d->mentions[i], n, nested) : 1;
		if (out < i) /* something has been struck before */
			memmove(&d->mentions[out], &d->mentions[i], left * sizeof *d->mentions);
		out += left;
		i += n;
	}
	d->mentions_n = out;
	for (size_t i = 0; i < out; i++)
		d->mentions[i].entity = (uint32_t)i;
}
