#include "pair.h"

/* The share of the threshold at which facts that agree still make a copy: a story whose every third word was changed or damaged
 * keeps its names and figures, a sibling story does not. */
#define DOUBT 0.75
#define SURE_FACTS 0.7
#define LEAST_FACTS 4

/* The share of other facts in the same places that makes two articles of one form. */
#define OTHER_FIGURES 0.18
#define OTHER_NAMES 0.4
#define OTHER_FACTS 0.25

/* A text of fewer shingles is a brief: its wording is that of many others, so most of it must be shared and no fact may differ. */
#define BRIEF 28
#define SURE_BRIEF 0.8

/* How many of the keys expected at the threshold must be shared before two articles are compared: keys are a sample. */
#define LEAST_HITS 0.35

/* From this share of stock among the sampled shingles on, what is left without it must be a copy by itself. */
#define MUCH_STOCK 0.25

struct side
side_of(const struct sketch *s)
{
	return (struct side) { s->shingles.v, s->facts.v, s->shingles.n, s->facts.n, s->keys, s->samples, s->day };
}

/* End of the facts that stand in the same place as fact i. */
static size_t
place_end(const struct side *s, size_t i)
{
	size_t end = i;

	while (end < s->n_facts && FACT_PLACE(s->facts[end]) == FACT_PLACE(s->facts[i]))
		end++;
	return end;
}

static void
compare_facts(struct pair *p, const struct side *new, const struct side *old)
{
	size_t i = 0, k = 0;

	while (i < new->n_facts && k < old->n_facts) {
		size_t i_end = place_end(new, i), k_end = place_end(old, k);
		uint32_t x = FACT_PLACE(new->facts[i]), y = FACT_PLACE(old->facts[k]);

		if (x == y) {
			struct agreement *a = new->facts[i] & FACT_FIGURE ? &p->figures : &p->names;
			bool same = set_shared(new->facts + i, i_end - i, old->facts + k, k_end - k) > 0;

			a->same += same;
			a->differ += !same;
		}
		i = x <= y ? i_end : i;
		k = y <= x ? k_end : k;
	}
}

static int32_t
days_between(int32_t new, int32_t old)
{
	return new == NO_DAY || old == NO_DAY ? NO_DAY : new - old;
}

void
pair_compare(struct pair *p, const struct side *new, const struct side *old)
{
	*p = (struct pair) {
		.shared = set_shared(new->shingles, new->n, old->shingles, old->n),
		.n_new = new->n,
		.n_old = old->n,
		.samples_new = new->samples,
		.samples_old = old->samples,
		.keys_new = new->keys,
		.keys_old = old->keys,
		.keys_both = set_shared(new->shingles, new->keys, old->shingles, old->keys),
		.days = days_between(new->day, old->day),
	};
	compare_facts(p, new, old);
}

void
pair_exact(struct pair *p, const struct side *new, int32_t day_old)
{
	*p = (struct pair) {
		.shared = new->n, .n_new = new->n, .n_old = new->n, .days = days_between(new->day, day_old)
	};
}

size_t
pair_needed(size_t samples_new, size_t samples_old, double threshold)
{
	double needed = LEAST_HITS * DOUBT * threshold * (double)smaller(samples_new, samples_old);

	return needed <= 1 ? 1 : (size_t)(needed + 0.999999);
}

static bool
in_window(int32_t days, unsigned window)
{
	return !window || days == NO_DAY || (days < 0 ? -(int64_t)days : days) <= (int64_t)window;
}

static bool
reaches(size_t part, size_t whole, double share)
{
	return (double)part + 1e-9 >= share * (double)whole;
}

static bool
differs(struct agreement a, double share)
{
	return a.differ >= 2 && reaches(a.differ, a.same + a.differ, share);
}

/* The same frame round other figures or names. One alone may be a correction. Copies that passed through many hands differ in
 * names (romanisation, misreading) sooner than in figures. */
static bool
is_template(const struct pair *p)
{
	struct agreement all = { p->figures.same + p->names.same, p->figures.differ + p->names.differ };

	if (all.differ && smaller(p->n_new, p->n_old) < BRIEF)
		return true;
	return differs(p->figures, OTHER_FIGURES) || differs(p->names, OTHER_NAMES) || differs(all, OTHER_FACTS);
}

static bool
facts_agree(const struct pair *p)
{
	size_t same = p->figures.same + p->names.same;

	return !p->figures.differ && same >= LEAST_FACTS && reaches(same, same + p->figures.differ + p->names.differ, SURE_FACTS);
}

/* Stock sentences, which many kept articles share, prove nothing: what is left without them must still be a copy. That is a
 * sample of few, so it is allowed 1.64 standard deviations (one copy in twenty is lost at the very threshold). */
static bool
stock_only(const struct pair *p, double threshold)
{
	size_t stock_both = p->keys_both - smaller(p->hits, p->keys_both);
	size_t rest_new = p->samples_new - smaller(p->stock_new, p->samples_new);
	size_t rest_old = p->samples_old - smaller(stock_both, p->samples_old);
	double rest = (double)smaller(rest_new, rest_old), short_of = threshold * rest - (double)p->hits;

	if (p->hits < pair_needed(p->samples_new, p->samples_old, threshold))
		return true;
	if ((double)p->stock_new < MUCH_STOCK * (double)p->samples_new || short_of <= 0)
		return false;
	return short_of * short_of > 1.64 * 1.64 * rest * threshold * (1 - threshold);
}

enum relation
pair_judge(const struct pair *p, const struct judge_opt *opt)
{
	size_t shorter = smaller(p->n_new, p->n_old), all = p->n_new + p->n_old - p->shared;
	double t = opt->threshold;

	if (!shorter || !in_window(p->days, opt->window) || stock_only(p, t))
		return REL_NONE;
	if (shorter < BRIEF && !reaches(p->shared, shorter, t < SURE_BRIEF ? SURE_BRIEF : t))
		return REL_NONE;
	if (!reaches(p->shared, shorter, t) && !reaches(p->shared, all, t)) {
		if (!reaches(p->shared, shorter, t * DOUBT) || !facts_agree(p))
			return REL_NONE;
		t *= DOUBT;
	}
	if (is_template(p))
		return REL_TEMPLATE;
	if (reaches(p->shared, p->n_new, t))
		return reaches(p->shared, p->n_old, t) ? REL_SAME : REL_SUBSET;
	return REL_SUPERSET;
}

/* a / b > c / d */
static int
compare_ratios(size_t a, size_t b, size_t c, size_t d)
{
	unsigned long long x = (unsigned long long)a * d, y = (unsigned long long)c * b;

	return x < y ? -1 : x > y;
}

static int
rank(enum relation rel)
{
	return relation_drops(rel) ? 3 : rel == REL_SUPERSET ? 2 : rel == REL_TEMPLATE ? 1 : 0;
}

bool
pair_better(enum relation rel_a, const struct pair *a, enum relation rel_b, const struct pair *b)
{
	int c = rank(rel_a) - rank(rel_b);

	if (!c)
		c = compare_ratios(a->shared, smaller(a->n_new, a->n_old), b->shared, smaller(b->n_new, b->n_old));
	if (!c)
		c = compare_ratios(a->shared, a->n_new + a->n_old - a->shared, b->shared, b->n_new + b->n_old - b->shared);
	return c > 0;
}

static const struct str names[] = { [REL_NONE] = STR_ITEM("none"), [REL_TEMPLATE] = STR_ITEM("template"),
	[REL_SUPERSET] = STR_ITEM("superset"), [REL_SUBSET] = STR_ITEM("subset"), [REL_SAME] = STR_ITEM("same"),
	[REL_EXACT] = STR_ITEM("exact") };

static struct str
relation_name(enum relation rel)
{
	return names[rel];
}

enum relation
relation_of(struct str name)
{
	for (enum relation rel = REL_TEMPLATE; rel <= REL_EXACT; rel++)
		if (str_eq(name, names[rel]))
			return rel;
	return REL_NONE;
}

bool
pair_figures_differ(const struct pair *p)
{
	return p->figures.differ > 0;
}

void
put_ratio(struct buf *b, size_t part, size_t whole)
{
	unsigned long long thousandths = whole ? ((unsigned long long)part * 2000 + whole) / (2 * (unsigned long long)whole) : 1000;

	buf_format(b, "%llu.%03llu", thousandths / 1000, thousandths % 1000);
}

void
pair_columns(struct buf *b, enum relation rel, const struct pair *p)
{
	buf_str(b, relation_name(rel));
	buf_char(b, '\t');
	put_ratio(b, p->shared, p->n_new + p->n_old - p->shared);
	buf_char(b, '\t');
	put_ratio(b, p->shared, p->n_new);
	buf_char(b, '\t');
	put_ratio(b, p->shared, p->n_old);
	buf_format(b, "\t%zu\t%zu\t%zu\t", p->shared, p->n_new, p->n_old);
	if (p->days != NO_DAY)
		buf_format(b, "%d", p->days);
	buf_str(b, pair_figures_differ(p) ? STR("\tyes") : STR("\tno"));
}

void
pair_members(struct buf *b, enum relation rel, const struct pair *p)
{
	buf_str(b, STR("\"rel\":\""));
	buf_str(b, relation_name(rel));
	buf_str(b, STR("\",\"jaccard\":"));
	put_ratio(b, p->shared, p->n_new + p->n_old - p->shared);
	buf_str(b, STR(",\"c_new\":"));
	put_ratio(b, p->shared, p->n_new);
	buf_str(b, STR(",\"c_old\":"));
	put_ratio(b, p->shared, p->n_old);
	if (p->days != NO_DAY)
		buf_format(b, ",\"days\":%d", p->days);
	buf_str(b, pair_figures_differ(p) ? STR(",\"figs\":true") : STR(",\"figs\":false"));
}
