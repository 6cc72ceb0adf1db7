#include "hash.h"
#include "lines.h"
#include "mem.h"
#include "pair.h"
#include "stages.h"

#include <stdlib.h>

/* The articles that were left out, and the clusters of all but first articles: by the hash of their order keys. */
struct fate {
	uint64_t order; /* 0: free slot */
	bool dropped;
	char *cluster; /* id, NUL-terminated */
	char *of;      /* id of what a dropped one is a copy of */
};

struct fates {
	struct fate *slots;
	size_t n, cap;
};

/* An older article that shares keys with the one at hand. */
struct rival {
	struct buf order;
	bool kept;
	size_t hits;
};

/* A comparison of it (an edge of --verify). */
struct edge {
	struct pair pair;
	struct buf id_new, id_old;
	size_t rival;
};

struct decide {
	const struct kdedup_opt *opt;
	struct judge_opt judging;
	struct fates fates;
	struct buf order; /* of the article at hand */
	struct rival *rivals;
	size_t n_rivals, cap_rivals;
	uint64_t *shared; /* key << 32 | number of the rival */
	size_t n_shared, cap_shared;
	struct edge *edges;
	size_t n_edges, cap_edges;
	struct buf first, id_new, id_first; /* an older article of the same normal form; empty if none */
	struct pair exact;
	struct buf line; /* scratch */
};

static void *
room(void *p, size_t n, size_t *cap, size_t size)
{
	size_t old = *cap;

	if (n < old)
		return p;
	*cap = old ? old * 2 : 64;
	p = mem_resize(p, *cap, size);
	memset((char *)p + old * size, 0, (*cap - old) * size);
	return p;
}

static void
assign(struct buf *b, struct str s)
{
	b->n = 0;
	buf_str(b, s);
}

static struct fate *
fate_of(struct fates *f, struct str order)
{
	uint64_t hash = hash64(order) | 1;
	size_t i;

	if ((f->n + 1) * 4 > f->cap * 3) {
		struct fate *old = f->slots;
		size_t cap = f->cap;

		f->cap = cap ? cap * 2 : 1024;
		f->slots = mem_new(f->cap, sizeof *f->slots);
		for (size_t k = 0; k < cap; k++) {
			if (!old[k].order)
				continue;
			for (i = old[k].order >> 1 & (f->cap - 1); f->slots[i].order; i = (i + 1) & (f->cap - 1)) { }
			f->slots[i] = old[k];
		}
		free(old);
	}
	for (i = hash >> 1 & (f->cap - 1); f->slots[i].order && f->slots[i].order != hash; i = (i + 1) & (f->cap - 1)) { }
	return &f->slots[i];
}

static void
set_fate(struct fates *f, struct str order, bool dropped, struct str of, struct str cluster)
{
	struct fate *fate = fate_of(f, order);

	if (!fate->order)
		f->n++;
	fate->order = hash64(order) | 1;
	fate->dropped = dropped;
	fate->cluster = mem_string(cluster);
	fate->of = mem_string(of);
}

static struct str
cluster_of(struct decide *d, struct str order, struct str id)
{
	const struct fate *fate = fate_of(&d->fates, order);

	return fate->order ? str_z(fate->cluster) : id;
}

/* The rival of that order key: lines come sorted, so it is the last one or a new one. */
static size_t
rival_of(struct decide *d, struct str order)
{
	struct rival *r;

	if (d->n_rivals && str_eq(buf_view(&d->rivals[d->n_rivals - 1].order), order))
		return d->n_rivals - 1;
	d->rivals = room(d->rivals, d->n_rivals, &d->cap_rivals, sizeof *d->rivals);
	r = &d->rivals[d->n_rivals++];
	assign(&r->order, order);
	r->kept = !fate_of(&d->fates, order)->dropped;
	r->hits = 0;
	return d->n_rivals - 1;
}

static uint32_t
key_of(const struct lines *l)
{
	struct str s = l->field[2];
	uint32_t key = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;

		if (digit < 0 || s.n != 8)
			lines_die(l, "a key is wanted");
		key = key << 4 | (uint32_t)digit;
	}
	return key;
}

static void
take_exact(struct decide *d, const struct lines *l)
{
	size_t n = lines_uint(l, 3);

	assign(&d->first, l->field[1]);
	assign(&d->id_new, l->field[4]);
	assign(&d->id_first, l->field[5]);
	d->exact = (struct pair) { .shared = n, .n_new = n, .n_old = n, .days = lines_days(l, 6) };
}

static void
take_edge(struct decide *d, const struct lines *l)
{
	struct edge *e;
	struct pair p = { .days = lines_days(l, 5) };
	size_t *const numbers[] = { &p.shared, &p.n_new, &p.n_old, &p.samples_new, &p.samples_old, &p.keys_new, &p.keys_old,
		&p.keys_both, &p.figures.same, &p.figures.differ, &p.names.same, &p.names.differ };

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		*numbers[i] = lines_uint(l, 6 + i);
	d->edges = room(d->edges, d->n_edges, &d->cap_edges, sizeof *d->edges);
	e = &d->edges[d->n_edges++];
	e->pair = p;
	assign(&e->id_new, l->field[3]);
	assign(&e->id_old, l->field[4]);
	e->rival = rival_of(d, l->field[1]);
}

static void
take_line(struct decide *d, const struct lines *l)
{
	if (str_eq(l->field[2], STR("="))) {
		take_edge(d, l);
	} else if (str_starts(l->field[2], STR("x"))) {
		take_exact(d, l);
	} else {
		uint64_t key = key_of(l);

		d->shared = room(d->shared, d->n_shared, &d->cap_shared, sizeof *d->shared);
		d->shared[d->n_shared++] = key << 32 | rival_of(d, l->field[1]);
	}
}

/* Counts what each rival shares, without the keys that are stock; returns how many samples are. */
static size_t
count_hits(struct decide *d)
{
	size_t stock = 0;

	if (d->n_shared)
		qsort(d->shared, d->n_shared, sizeof *d->shared, mem_order64);
	for (size_t i = 0, end; i < d->n_shared; i = end) {
		size_t held = 0;

		for (end = i; end < d->n_shared && d->shared[end] >> 32 == d->shared[i] >> 32; end++)
			held += d->rivals[(uint32_t)d->shared[end]].kept;
		if (held > d->opt->stock) {
			stock += d->shared[i] >> 32 <= sample_limit(d->opt->rate);
			continue;
		}
		for (size_t k = i; k < end; k++)
			d->rivals[(uint32_t)d->shared[k]].hits++;
	}
	return stock;
}

static void
put_decision(struct decide *d, struct out *out, enum relation rel, const struct pair *p, struct str id, struct str of,
    struct str cluster)
{
	struct buf *b = &d->line;

	b->n = 0;
	buf_str(b, buf_view(&d->order));
	buf_str(b, relation_drops(rel) ? STR("\tdrop\t") : STR("\tkeep\t"));
	buf_str(b, id);
	buf_char(b, '\t');
	buf_str(b, of);
	buf_char(b, '\t');
	pair_columns(b, rel, p);
	buf_char(b, '\t');
	buf_str(b, cluster);
	buf_char(b, '\n');
	out_str(out, buf_view(b));
	if (rel > REL_TEMPLATE)
		set_fate(&d->fates, buf_view(&d->order), relation_drops(rel), of, cluster);
}

static void
decide_exact(struct decide *d, struct out *out)
{
	struct str first = buf_view(&d->first), cluster = cluster_of(d, first, buf_view(&d->id_first));
	const struct fate *fate = fate_of(&d->fates, first);
	struct str of = fate->dropped ? str_z(fate->of) : buf_view(&d->id_first);

	put_decision(d, out, REL_EXACT, &d->exact, buf_view(&d->id_new), of, cluster);
}

/* The same choice as one pass makes (find_near). */
static void
decide_near(struct decide *d, struct out *out)
{
	size_t stock = count_hits(d);
	const struct edge *best = NULL;
	enum relation best_rel = REL_NONE;
	struct str order;

	for (size_t i = 0; i < d->n_edges; i++) {
		struct edge *e = &d->edges[i];
		const struct rival *r = &d->rivals[e->rival];
		enum relation rel;

		e->pair.hits = r->hits;
		e->pair.stock_new = stock;
		if (!r->kept || r->hits < pair_needed(e->pair.samples_new, e->pair.samples_old, d->opt->threshold))
			continue;
		rel = pair_judge(&e->pair, &d->judging);
		if (rel == REL_NONE || (best && !pair_better(rel, &e->pair, best_rel, &best->pair)))
			continue;
		best = e;
		best_rel = rel;
	}
	if (!best)
		return;
	order = buf_view(&d->rivals[best->rival].order);
	put_decision(d, out, best_rel, &best->pair, buf_view(&best->id_new), buf_view(&best->id_old),
	    cluster_of(d, order, buf_view(&best->id_old)));
}

static void
decide(struct decide *d, struct out *out)
{
	if (d->first.n)
		decide_exact(d, out);
	else if (d->n_edges)
		decide_near(d, out);
	d->n_rivals = d->n_shared = d->n_edges = d->first.n = 0;
}

static void
decide_close(struct decide *d)
{
	for (size_t i = 0; i < d->cap_rivals; i++)
		buf_free(&d->rivals[i].order);
	for (size_t i = 0; i < d->cap_edges; i++) {
		buf_free(&d->edges[i].id_new);
		buf_free(&d->edges[i].id_old);
	}
	for (size_t i = 0; i < d->fates.cap; i++)
		free(d->fates.slots[i].cluster), free(d->fates.slots[i].of);
	free(d->rivals);
	free(d->edges);
	free(d->shared);
	free(d->fates.slots);
	buf_free(&d->order);
	buf_free(&d->first);
	buf_free(&d->id_new);
	buf_free(&d->id_first);
	buf_free(&d->line);
}

void
stage_decide(struct in *in, struct out *out, const struct kdedup_opt *opt)
{
	struct decide d = { .opt = opt, .judging = { opt->threshold, opt->window } };
	struct lines l;
	struct buf old = { 0 };

	lines_open(&l, in);
	while (lines_next(&l, 5)) {
		int c = str_cmp(buf_view(&d.order), l.field[0]);

		if (c > 0 || (c == 0 && str_cmp(buf_view(&old), l.field[1]) > 0))
			lines_die(&l, "not sorted by both orders: LC_ALL=C sort -t TAB -k1,1 -k2,2 is wanted");
		if (c != 0) {
			decide(&d, out);
			assign(&d.order, l.field[0]);
		}
		assign(&old, l.field[1]);
		take_line(&d, &l);
	}
	decide(&d, out);
	buf_free(&old);
	decide_close(&d);
	lines_close(&l);
}
