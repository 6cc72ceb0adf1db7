/* Two articles side by side: how much of each is in the other, and what that makes of the new one. */
#ifndef KDEDUP_PAIR_H
#define KDEDUP_PAIR_H

#include "buf.h"
#include "sketch.h"

enum relation {
	REL_NONE,
	REL_TEMPLATE, /* the same frame round other figures and names: kept */
	REL_SUPERSET, /* the new one holds the old one and more: kept */
	REL_SUBSET,   /* the new one is a cut copy */
	REL_SAME,
	REL_EXACT
};

/* One article as a comparison needs it; not owned. */
struct side {
	const uint32_t *shingles, *facts;
	size_t n, n_facts, keys, samples;
	int32_t day;
};

/* Places (words.h) that hold facts of one kind in both articles: with a fact in common, and without. */
struct agreement {
	size_t same, differ;
};

struct pair {
	size_t shared, n_new, n_old;           /* shingles */
	size_t samples_new, samples_old;       /* sampled shingles */
	size_t keys_new, keys_old, keys_both;  /* index keys */
	struct agreement figures, names;
	int32_t days;                          /* new minus old; NO_DAY if a date is unknown */
	/* Known only while the whole stream is looked at: keys that are not stock and that both hold; samples of the new
	 * article that are stock. */
	size_t hits, stock_new;
};

struct judge_opt {
	double threshold;
	unsigned window;
};

/* The sketch as one side; valid as long as the sketch is not changed. */
struct side side_of(const struct sketch *s);

/* Fills in all but hits and stock_new. */
void pair_compare(struct pair *p, const struct side *new, const struct side *old);

/* A pair for two articles of one normal form. */
void pair_exact(struct pair *p, const struct side *new, int32_t day_old);

/* Keys that two articles must share before they are compared at all. */
size_t pair_needed(size_t samples_new, size_t samples_old, double threshold);

/* What the pair makes of the new article; REL_NONE if they are no copies. */
enum relation pair_judge(const struct pair *p, const struct judge_opt *opt);

/* Is a (with its relation) a better match than b? Not symmetric on ties: the earlier kept article wins, which is b. */
bool pair_better(enum relation rel_a, const struct pair *a, enum relation rel_b, const struct pair *b);

/* Is the article left out? */
static inline bool
relation_drops(enum relation rel)
{
	return rel >= REL_SUBSET;
}

/* The relation of that name; REL_NONE if there is none. */
enum relation relation_of(struct str name);

/* Is there another figure in the same place? */
bool pair_figures_differ(const struct pair *p);

/* Appends part / whole with three decimals. */
void put_ratio(struct buf *b, size_t part, size_t whole);

/* Appends "rel<TAB>jaccard ... figs": the columns of a report that describe the pair. */
void pair_columns(struct buf *b, enum relation rel, const struct pair *p);

/* Appends `"rel":...,"figs":...`: the members of the object `dup` that describe the pair (kwire.5). */
void pair_members(struct buf *b, enum relation rel, const struct pair *p);

#endif
