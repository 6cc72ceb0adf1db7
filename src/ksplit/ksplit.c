#include "ksplit.h"
#include "err.h"
#include "progress.h"
#include "reader.h"

static void
check_count(unsigned expected, unsigned long long count)
{
	if (expected != count)
		err_warn(STATUS_INPUT, "articles expected: %u, found: %llu", expected, count);
}

void
ksplit_run(struct in *in, struct out *out, const struct ksplit_opt *opt)
{
	struct out *report = opt->report ? out_report(opt->report, STR("file\t"), out) : NULL;
	struct split_opt split = { .max_article = opt->common.max_article, .whole = opt->whole, .keep_furniture = opt->keep_furniture,
		.rules = opt->rules, .report = report };
	struct reader *r = reader_open(in, &split);
	struct article a;
	unsigned long long bytes;

	progress_open(opt->common.progress, in);
	while (reader_next(r, &a))
		article_write(out, &a);
	bytes = in_bytes(in);
	if (opt->expect != EXPECT_ANY)
		check_count(opt->expect, reader_count(r));
	if (opt->common.stats)
		opt_stats((struct opt_stat[]) { { "bytes", bytes }, { "articles", reader_count(r) }, { NULL, 0 } });
	reader_close(r);
	if (report)
		out_close(report);
}
