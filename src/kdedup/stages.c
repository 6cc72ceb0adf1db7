#include "stages.h"
#include "base64.h"
#include "err.h"
#include "lines.h"
#include "mem.h"
#include "pair.h"

#include <stdlib.h>

/* --pairs: KEY ORDER SAMPLES ID DAY -> ORDER_NEW ORDER_OLD KEY SAMPLES_NEW SAMPLES_OLD, and for the key of a normal form
 * ("x...") ORDER_NEW ORDER_FIRST KEY N ID_NEW ID_FIRST DAYS. */
struct holder {
	struct buf order, id;
	uint64_t samples;
	int32_t day;
};

struct holders {
	struct holder *item;
	size_t n, cap;
	struct buf key, order;    /* of the line before */
	unsigned long long count; /* holders of this key, also those beyond the cap */
	unsigned long long over;  /* keys with more holders than the cap */
	unsigned limit;
};

static void
remember(struct holders *h, const struct lines *l)
{
	struct holder *to;

	if (h->n == h->limit)
		return;
	if (h->n == h->cap) {
		size_t cap = h->cap ? h->cap * 2 : 16;

		h->item = mem_resize(h->item, cap, sizeof *h->item);
		memset(h->item + h->cap, 0, (cap - h->cap) * sizeof *h->item);
		h->cap = cap;
	}
	to = &h->item[h->n++];
	to->order.n = to->id.n = 0;
	buf_str(&to->order, l->field[1]);
	buf_str(&to->id, l->field[3]);
	to->samples = lines_uint(l, 2);
	to->day = lines_days(l, 4);
}

static void
put_same_form(struct out *out, struct buf *b, const struct lines *l, const struct holder *first)
{
	int32_t day = lines_days(l, 4);

	b->n = 0;
	buf_format(b, "%.*s\t", (int)l->field[1].n, l->field[1].p);
	buf_str(b, buf_view(&first->order));
	buf_format(b, "\t%.*s\t%.*s\t", (int)l->field[0].n, l->field[0].p, (int)l->field[2].n, l->field[2].p);
	buf_str(b, l->field[3]);
	buf_char(b, '\t');
	buf_str(b, buf_view(&first->id));
	buf_char(b, '\t');
	if (day != NO_DAY && first->day != NO_DAY)
		buf_format(b, "%d", day - first->day);
	buf_char(b, '\n');
	out_str(out, buf_view(b));
}

static void
put_pairs(struct out *out, struct buf *b, const struct lines *l, const struct holders *h)
{
	for (size_t i = 0; i < h->n; i++) {
		b->n = 0;
		buf_str(b, l->field[1]);
		buf_char(b, '\t');
		buf_str(b, buf_view(&h->item[i].order));
		buf_char(b, '\t');
		buf_str(b, l->field[0]);
		buf_char(b, '\t');
		buf_str(b, l->field[2]);
		buf_char(b, '\t');
		buf_uint(b, h->item[i].samples);
		buf_char(b, '\n');
		out_str(out, buf_view(b));
	}
}

static void
check_sorted(struct holders *h, const struct lines *l)
{
	int c = str_cmp(buf_view(&h->key), l->field[0]);

	if (c > 0 || (c == 0 && h->key.n && str_cmp(buf_view(&h->order), l->field[1]) >= 0))
		lines_die(l, "not sorted by key and order: LC_ALL=C sort -t TAB -k1,1 -k2,2 is wanted");
	if (c != 0)
		h->n = h->count = 0;
	h->key.n = h->order.n = 0;
	buf_str(&h->key, l->field[0]);
	buf_str(&h->order, l->field[1]);
	h->over += ++h->count == (unsigned long long)h->limit + 1 && l->field[0].p[0] != 'x';
}

static void
stage_pairs(struct in *in, struct out *out, const struct kdedup_opt *opt)
{
	struct lines l;
	struct holders h = { .limit = opt->cap };
	struct buf b = { 0 };

	lines_open(&l, in);
	while (lines_next(&l, 3)) {
		if (!l.field[0].n)
			lines_die(&l, "empty key");
		check_sorted(&h, &l);
		if (l.field[0].p[0] != 'x')
			put_pairs(out, &b, &l, &h);
		else if (h.n)
			put_same_form(out, &b, &l, &h.item[0]);
		remember(&h, &l);
	}
	if (h.over)
		err_warn(STATUS_OK, "%llu keys have more than %u holders (--cap): decisions may differ from those of one pass",
		    h.over, opt->cap);
	for (size_t i = 0; i < h.cap; i++) {
		buf_free(&h.item[i].order);
		buf_free(&h.item[i].id);
	}
	free(h.item);
	buf_free(&h.key);
	buf_free(&h.order);
	buf_free(&b);
	lines_close(&l);
}

/* --count: the pairs, sorted by their first two fields -> ORDER_NEW ORDER_OLD HITS for each that is worth comparing. */
struct tally {
	struct buf new, old;
	uint64_t hits, needed;
	bool same_form;
};

static void
put_tally(struct out *out, const struct tally *t, struct buf *b)
{
	if (t->same_form || !t->hits || t->hits < t->needed)
		return;
	b->n = 0;
	buf_str(b, buf_view(&t->new));
	buf_char(b, '\t');
	buf_str(b, buf_view(&t->old));
	buf_format(b, "\t%llu\n", (unsigned long long)t->hits);
	out_str(out, buf_view(b));
}

static void
stage_count(struct in *in, struct out *out, const struct kdedup_opt *opt)
{
	struct lines l;
	struct tally t = { 0 };
	struct buf b = { 0 };

	lines_open(&l, in);
	while (lines_next(&l, 5)) {
		int c = str_cmp(buf_view(&t.new), l.field[0]), d = str_cmp(buf_view(&t.old), l.field[1]);

		if (c > 0 || (c == 0 && d > 0))
			lines_die(&l, "not sorted by both orders: LC_ALL=C sort -t TAB -k1,1 -k2,2 is wanted");
		if (c || d) {
			put_tally(out, &t, &b);
			t.new.n = t.old.n = t.hits = 0;
			t.same_form = false;
			buf_str(&t.new, l.field[0]);
			buf_str(&t.old, l.field[1]);
		}
		if (str_starts(l.field[2], STR("x"))) {
			t.same_form = true;
			continue;
		}
		t.hits++;
		t.needed = pair_needed(lines_uint(&l, 3), lines_uint(&l, 4), opt->threshold);
	}
	put_tally(out, &t, &b);
	buf_free(&t.new);
	buf_free(&t.old);
	buf_free(&b);
	lines_close(&l);
}

/* --verify: ORDER_NEW ORDER_OLD HITS, then ID DAY SHINGLES FACTS SKETCH of the old and of the new article -> ORDER_NEW
 * ORDER_OLD "=" and what decide.c reads. */
static void
read_sketch(const struct lines *l, size_t field, struct sketch *s, unsigned rate)
{
	size_t n = lines_uint(l, field + 2), facts = lines_uint(l, field + 3);

	s->shingles.n = s->facts.n = 0;
	if (!base64_take(&s->shingles, l->field[field + 4]) || s->shingles.n != n + facts || n > s->shingles.n)
		lines_die(l, "damaged sketch");
	for (size_t i = n; i < n + facts; i++)
		set_add(&s->facts, s->shingles.v[i]);
	s->shingles.n = n;
	s->day = lines_days(l, field + 1);
	sketch_sample(s, rate);
}

static void
put_edge(struct out *out, struct buf *b, const struct lines *l, const struct pair *p)
{
	const size_t numbers[] = { p->shared, p->n_new, p->n_old, p->samples_new, p->samples_old, p->keys_new, p->keys_old,
		p->keys_both, p->figures.same, p->figures.differ, p->names.same, p->names.differ };

	b->n = 0;
	buf_str(b, l->field[0]);
	buf_char(b, '\t');
	buf_str(b, l->field[1]);
	buf_str(b, STR("\t=\t"));
	buf_str(b, l->field[8]);
	buf_char(b, '\t');
	buf_str(b, l->field[3]);
	buf_char(b, '\t');
	if (p->days != NO_DAY)
		buf_format(b, "%d", p->days);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		buf_char(b, '\t');
		buf_uint(b, numbers[i]);
	}
	buf_char(b, '\n');
	out_str(out, buf_view(b));
}

static void
stage_verify(struct in *in, struct out *out, const struct kdedup_opt *opt)
{
	struct judge_opt judging = { opt->threshold, opt->window };
	struct sketch new = { 0 }, old = { 0 };
	struct lines l;
	struct buf b = { 0 };

	lines_open(&l, in);
	while (lines_next(&l, 13)) {
		struct side a, c;
		struct pair p;

		read_sketch(&l, 3, &old, opt->rate);
		read_sketch(&l, 8, &new, opt->rate);
		a = side_of(&new);
		c = side_of(&old);
		pair_compare(&p, &a, &c);
		p.hits = p.keys_both; /* what is stock is not known here: decide.c judges again */
		if (pair_judge(&p, &judging) != REL_NONE)
			put_edge(out, &b, &l, &p);
	}
	sketch_free(&new);
	sketch_free(&old);
	buf_free(&b);
	lines_close(&l);
}

bool
is_stage(const struct kdedup_opt *opt)
{
	return opt->emit || opt->pairs || opt->count || opt->verify || opt->decide || opt->apply;
}

void
stage_run(struct in *in, struct out *out, const struct kdedup_opt *opt)
{
	if (opt->emit && opt->emit[0] == 'k')
		stage_keys(in, out, opt);
	else if (opt->emit)
		stage_sketch(in, out, opt);
	else if (opt->pairs)
		stage_pairs(in, out, opt);
	else if (opt->count)
		stage_count(in, out, opt);
	else if (opt->verify)
		stage_verify(in, out, opt);
	else if (opt->decide)
		stage_decide(in, out, opt);
	else
		stage_apply(in, out, opt);
}
