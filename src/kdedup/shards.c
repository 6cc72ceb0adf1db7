#include "base64.h"
#include "emit.h"
#include "err.h"
#include "lines.h"
#include "stages.h"

#include <inttypes.h>

/* A shard of articles and their order keys. */
struct shard {
	const struct kdedup_opt *opt;
	struct reader *reader;
	unsigned long long n;
	struct buf order;
};

static void
shard_open(struct shard *s, struct in *in, const struct kdedup_opt *opt)
{
	struct split_opt split = { .max_article = opt->common.max_article };

	*s = (struct shard) { .opt = opt, .reader = reader_open(in, &split) };
}

static bool
shard_next(struct shard *s, struct article *a)
{
	if (!reader_next(s->reader, a))
		return false;
	s->order.n = 0;
	buf_format(&s->order, "%s%012llu", s->opt->shard, ++s->n);
	return true;
}

static void
shard_close(struct shard *s)
{
	reader_close(s->reader);
	buf_free(&s->order);
}

static void
put_id(struct buf *b, struct str id)
{
	for (size_t i = 0; i < id.n; i++)
		buf_char(b, (unsigned char)id.p[i] < ' ' ? ' ' : id.p[i]);
}

static void
put_day(struct buf *b, int32_t day)
{
	if (day != NO_DAY)
		buf_format(b, "%" PRId32, day);
}

static void
put_keys(struct buf *b, struct str order, struct sketch *s, struct str id)
{
	buf_format(b, "x%016" PRIx64 "%016" PRIx64 "\t", s->hash.high, s->hash.low);
	buf_str(b, order);
	buf_format(b, "\t%zu\t", s->shingles.n);
	put_id(b, id);
	buf_char(b, '\t');
	put_day(b, s->day);
	buf_char(b, '\n');
	for (size_t i = 0; i < s->keys; i++) {
		buf_format(b, "%08" PRIx32 "\t", s->shingles.v[i]);
		buf_str(b, order);
		buf_format(b, "\t%zu\n", s->samples);
	}
}

static void
put_sketch(struct buf *b, struct str order, struct sketch *s, struct str id)
{
	buf_str(b, order);
	buf_char(b, '\t');
	put_id(b, id);
	buf_char(b, '\t');
	put_day(b, s->day);
	buf_format(b, "\t%zu\t%zu\t", s->shingles.n, s->facts.n);
	for (size_t i = 0; i < s->facts.n; i++) /* one list: the shingles, then the facts */
		set_add(&s->shingles, s->facts.v[i]);
	base64_put(b, s->shingles.v, s->shingles.n);
	buf_char(b, '\n');
}

static void
emit_lines(struct in *in, struct out *out, const struct kdedup_opt *opt,
    void (*put)(struct buf *, struct str, struct sketch *, struct str))
{
	struct sketch_opt sketching = { opt->shingle, opt->rate, opt->min_words };
	struct shard shard;
	struct words words = { 0 };
	struct sketch s = { 0 };
	struct article a;
	struct buf b = { 0 };

	shard_open(&shard, in, opt);
	while (shard_next(&shard, &a)) {
		sketch_make(&s, &words, &a, &sketching);
		b.n = 0;
		if (s.words)
			put(&b, buf_view(&shard.order), &s, article_id(&a));
		out_str(out, buf_view(&b));
	}
	shard_close(&shard);
	words_free(&words);
	sketch_free(&s);
	buf_free(&b);
}

void
stage_keys(struct in *in, struct out *out, const struct kdedup_opt *opt)
{
	emit_lines(in, out, opt, put_keys);
}

void
stage_sketch(struct in *in, struct out *out, const struct kdedup_opt *opt)
{
	emit_lines(in, out, opt, put_sketch);
}

/* A decision: ORDER keep|drop, then the columns of the report. */
enum { ORDER, ACTION, ID, OF, REL, JACCARD, C_NEW, C_OLD, SHARED, N_NEW, N_OLD, DAYS_APART, FIGS, CLUSTER, COLUMNS };

static void
read_verdict(const struct lines *l, struct verdict *v)
{
	*v = (struct verdict) { .rel = relation_of(l->field[REL]), .match = l->field[OF], .cluster = l->field[CLUSTER] };
	if (v->rel == REL_NONE)
		lines_die(l, "no decision");
	v->pair.shared = lines_uint(l, SHARED);
	v->pair.n_new = lines_uint(l, N_NEW);
	v->pair.n_old = lines_uint(l, N_OLD);
	v->pair.days = lines_days(l, DAYS_APART);
	if (str_eq(l->field[FIGS], STR("yes")))
		v->pair.figures = (struct agreement) { 0, 1 };
}

/* Goes on to the decision about `order`; true if there is one. Decisions and articles come in the same order. */
static bool
find_decision(struct lines *l, struct str order, bool *more)
{
	while (*more && str_cmp(l->field[ORDER], order) < 0) {
		struct str before = l->field[ORDER];
		char kept[256];
		size_t n = smaller(before.n, sizeof kept);

		memcpy(kept, before.p, n);
		*more = lines_next(l, COLUMNS);
		if (*more && str_cmp(str_of(kept, n), l->field[ORDER]) > 0)
			lines_die(l, "decisions are not sorted by order");
	}
	return *more && str_eq(l->field[ORDER], order);
}

void
stage_apply(struct in *in, struct out *out, const struct kdedup_opt *opt)
{
	char *path[] = { (char *)(uintptr_t)opt->apply, NULL };
	struct in *decisions = in_open(path);
	struct shard shard;
	struct lines l;
	struct emit e;
	struct article a;
	bool more;

	shard_open(&shard, in, opt);
	lines_open(&l, decisions);
	emit_open(&e, opt, out);
	more = lines_next(&l, COLUMNS);
	while (err_status() < STATUS_ERROR && shard_next(&shard, &a)) {
		struct verdict v = { .rel = REL_NONE };

		if (find_decision(&l, buf_view(&shard.order), &more))
			read_verdict(&l, &v);
		emit_report(&e, article_id(&a), &v);
		emit_article(&e, &a, &v);
	}
	emit_sync(&e);
	emit_close(&e);
	lines_close(&l);
	in_close(decisions);
	shard_close(&shard);
}
