#include "kdedup.h"
#include "emit.h"
#include "reader.h"
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
	uint64_t seq;
	struct emit emit;
};

static void
run_open(struct run *r, const struct kdedup_opt *opt, struct out *out)
{
	*r = (struct run) {
		.opt = opt,
		.sketching = { opt->shingle, opt->rate, opt->min_words },
		.judging = { opt->threshold, opt->window },
	};
	store_open(&r->store, opt->stock);
	emit_open(&r->emit, opt, out);
}

static void
run_close(struct run *r)
{
	emit_close(&r->emit);
	store_close(&r->store);
	words_free(&r->words);
	sketch_free(&r->sketch);
	free(r->candidates.doc);
}

static bool
find_exact(struct run *r, struct verdict *v)
{
	const struct doc *d = store_exact(&r->store, r->sketch.hash);
	struct side new = side_of(&r->sketch);

	if (!d)
		return false;
	v->rel = REL_EXACT;
	v->match = doc_id(d);
	v->cluster = doc_cluster(d);
	pair_exact(&v->pair, &new, d->day);
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

	store_probe(st, &r->sketch, c);
	for (size_t i = 0; i < c->n; i++) {
		const struct doc *d = &st->docs[c->doc[i]];
		struct side old = doc_side(d);
		struct pair p;
		enum relation rel;

		if (st->hits[c->doc[i]] < pair_needed(new.samples, old.samples, r->opt->threshold))
			continue;
		pair_compare(&p, &new, &old);
		p.hits = st->hits[c->doc[i]];
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
		v->match = doc_id(best);
		v->cluster = doc_cluster(best);
	}
}

static void
take_article(struct run *r, struct article *a)
{
	struct verdict v = { .rel = REL_NONE };
	struct sketch *s = &r->sketch;

	sketch_make(s, &r->words, article_text(a, KEY_TITLE), article_text(a, KEY_TEXT), &r->sketching);
	s->day = day_of(article_text(a, KEY_DATE));
	if (s->words && !find_exact(r, &v) && s->shingles.n)
		find_near(r, &v);
	emit_article(&r->emit, a, &v);
	if (s->words && !relation_drops(v.rel)) {
		struct str cluster = v.rel == REL_SUPERSET ? v.cluster : str_of("", 0);

		store_add(&r->store, s, article_id(a), cluster, r->seq++);
	}
}

void
kdedup_run(struct in *in, struct out *out, const struct kdedup_opt *opt)
{
	struct split_opt split = { .max_article = opt->common.max_article };
	struct reader *reader = reader_open(in, &split);
	struct run r;
	struct article a;

	run_open(&r, opt, out);
	while (reader_next(reader, &a))
		take_article(&r, &a);
	emit_sync(&r.emit);
	run_close(&r);
	reader_close(reader);
}
