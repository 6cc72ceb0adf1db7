#include "kdedup.h"
#include "emit.h"
#include "paragraphs.h"
#include "prefer.h"
#include "reader.h"
#include "stages.h"
#include "store.h"

#include <stdlib.h>

struct run {
	const struct kdedup_opt *opt;
	struct sketch_opt sketching;
	struct judge_opt judging;
	struct store store;
	struct words words;
	struct sketch sketch;
	struct candidates candidates;
	struct state *state; /* or NULL */
	uint64_t seq;        /* number of the next article that is kept */
	unsigned uncommitted;
	struct paragraphs paragraphs;
	struct prefer prefer;
	bool prefers; /* --prefer longest or latest */
	struct emit emit;
};

static void
run_open(struct run *r, const struct kdedup_opt *opt, struct out *out)
{
	*r = (struct run) {
		.opt = opt,
		.sketching = { opt->shingle, opt->rate, opt->min_words },
		.judging = { opt->threshold, opt->window },
		.prefers = strcmp(opt->prefer, "first") != 0,
		.prefer.longest = strcmp(opt->prefer, "longest") == 0,
	};
	store_open(&r->store, opt->stock);
	if (opt->state) {
		r->state = state_open(opt);
		state_load(r->state, &r->store);
	}
	emit_open(&r->emit, opt, out);
}

/* Output first, then the state: whatever kills us in between costs a repetition, never an article. */
static void
commit(struct run *r)
{
	emit_sync(&r->emit);
	if (r->state)
		state_commit(r->state);
	r->uncommitted = 0;
}

static void
run_close(struct run *r)
{
	emit_close(&r->emit);
	if (r->state)
		state_close(r->state);
	paragraphs_free(&r->paragraphs);
	prefer_free(&r->prefer);
	store_close(&r->store);
	words_free(&r->words);
	sketch_free(&r->sketch);
	free(r->candidates.doc);
}

static bool
find_exact(struct run *r, struct verdict *v, struct arena *arena)
{
	const struct doc *d = store_exact(&r->store, r->sketch.hash);
	struct side new = side_of(&r->sketch);
	struct found found;

	if (d)
		found = (struct found) { doc_id(d), doc_cluster(d), d->day };
	else if (!r->state || !state_exact(r->state, r->sketch.hash, &found, arena))
		return false;
	v->rel = REL_EXACT;
	v->group = d ? d->group : 0;
	v->match = found.id;
	v->cluster = found.cluster;
	pair_exact(&v->pair, &new, found.day);
	return true;
}

/* Compares the article with each kept one that shares enough keys; the best match decides. */
static void
find_near(struct run *r, struct verdict *v)
{
	struct store *st = &r->store;
	struct candidates *c = &r->candidates;
	struct side new = side_of(&r->sketch);
	const struct doc *best = NULL;

	store_probe(st, &r->sketch, r->opt->threshold, c);
	for (size_t i = 0; i < c->n; i++) {
		const struct doc *d = &st->docs[c->doc[i]];
		struct side old = doc_side(d);
		struct pair p;
		enum relation rel;

		pair_compare(&p, &new, &old);
		p.hits = st->tally[c->doc[i]].hits;
		if (p.hits == UINT16_MAX) /* it stops there */
			p.hits = p.keys_both;
		p.stock_new = c->stock;
		rel = pair_judge(&p, &r->judging);
		r->emit.counts.candidates++;
		if (rel == REL_NONE || (best && !pair_better(rel, &p, v->rel, &v->pair)))
			continue;
		best = d;
		v->rel = rel;
		v->pair = p;
	}
	store_forget(st, c);
	if (best) {
		v->group = best->group;
		v->match = doc_id(best);
		v->cluster = doc_cluster(best);
	}
}

static struct doc *
remember(struct run *r, struct article *a, struct str id, struct str of, struct str cluster)
{
	if (r->state) {
		r->seq = state_next(r->state);
		state_add(r->state, &r->sketch, id, of, cluster, article_text(a, KEY_SOURCE));
	}
	return store_add(&r->store, &r->sketch, of.n ? of : id, cluster, r->seq++);
}

/* What is kept is what later articles are compared with. Of a copy nothing but its hash is remembered, with the id of what it is
 * a copy of, so that the very same text is known again whatever happens to its neighbours. */
static void
remember_as(struct run *r, struct article *a, struct str id, const struct verdict *v, uint32_t group)
{
	struct doc *d;
	struct str none = str_of("", 0);

	if (v->rel == REL_EXACT)
		return;
	if (relation_drops(v->rel)) {
		r->sketch.shingles.n = r->sketch.facts.n = 0;
		sketch_sample(&r->sketch, r->opt->rate);
	}
	d = remember(r, a, id, relation_drops(v->rel) ? v->match : none, v->rel >= REL_SUPERSET ? v->cluster : none);
	d->group = group;
}

static void
judge(struct run *r, struct article *a, struct verdict *v)
{
	struct sketch *s = &r->sketch;

	sketch_make(s, &r->words, a, &r->sketching);
	if (r->state)
		state_load_day(r->state, &r->store, s->day);
	if (s->words && !find_exact(r, v, a->arena) && s->shingles.n)
		find_near(r, v);
}

static void
take_article(struct run *r, struct article *a)
{
	struct verdict v = { .rel = REL_NONE };
	struct str id = article_id(a);

	uint32_t group = 0;

	judge(r, a, &v);
	if (r->prefers)
		group = prefer_hold(&r->prefer, a, id, &v, r->sketch.words);
	if (r->sketch.words)
		remember_as(r, a, id, &v, group);
	if (r->opt->paragraphs && !relation_drops(v.rel)) {
		paragraphs_look(&r->paragraphs, a, r->opt->paragraphs[0] == 'r', r->state);
		v.members = buf_view(&r->paragraphs.json);
	}
	emit_report(&r->emit, id, &v);
	if (!r->prefers)
		emit_article(&r->emit, a, &v);
	if (r->opt->commit_every && ++r->uncommitted == r->opt->commit_every) {
		commit(r);
		state_begin(r->state, &r->store);
	}
}

void
kdedup_run(struct in *in, struct out *out, const struct kdedup_opt *opt)
{
	struct split_opt split = { .max_article = opt->common.max_article };
	struct reader *reader;
	struct run r;
	struct article a;

	if (is_stage(opt)) {
		stage_run(in, out, opt);
		return;
	}
	reader = reader_open(in, &split);
	run_open(&r, opt, out);
	while (reader_next(reader, &a))
		take_article(&r, &a);
	if (r.prefers)
		prefer_release(&r.prefer, &r.emit);
	commit(&r);
	run_close(&r);
	reader_close(reader);
}
