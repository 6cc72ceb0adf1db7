/* kdedup: leaves out articles that were seen before, exactly or nearly (kdedup.1). */
#ifndef KDEDUP_H
#define KDEDUP_H

#include "in.h"
#include "opt.h"
#include "out.h"

struct kdedup_opt {
	struct opt_common common;
	bool annotate, duplicates;
	const char *report;     /* file for one line a decision, or NULL */
	const char *prefer;     /* "first", "longest" or "latest" */
	const char *paragraphs; /* "mark", "remove" or NULL */
	double threshold;       /* containment or resemblance from which two articles are copies */
	unsigned shingle;       /* words in a shingle */
	unsigned rate;          /* one shingle in so many is indexed */
	unsigned window;        /* days that copies may lie apart; 0: any number */
	unsigned min_words;     /* shorter texts are compared exactly only */
	unsigned stock;         /* a shingle in more kept articles than this is stock and proves nothing */
	const char *state;      /* database, or NULL */
	unsigned expire;        /* days after which the state forgets; 0: never */
	unsigned lock_wait;     /* seconds to wait for another run on the same state */
	unsigned commit_every;  /* articles a transaction; 0: one transaction a run */
	const char *emit;       /* stage: "keys" or "sketch" */
	const char *shard;      /* opens the order keys of this shard */
	bool pairs, count, verify, decide; /* stages */
	const char *apply;      /* stage: file of decisions */
	unsigned cap;           /* holders of one key that are paired with later ones */
};

/* What a run starts from. */
#define OPT_DEFAULTS                                                                                                    \
	{ .common = { .max_article = MAX_ARTICLE }, .prefer = "first", .threshold = 0.5, .shingle = 3, .rate = 8,       \
	    .window = 7, .min_words = 20, .stock = 15, .lock_wait = 60, .shard = "", .cap = 64 }

/* Reads articles (or the lines of a stage), writes what is kept. With a state: commits after `out` was flushed and checked. */
void kdedup_run(struct in *in, struct out *out, const struct kdedup_opt *opt);

#endif
