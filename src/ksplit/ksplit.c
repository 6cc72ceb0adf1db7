#include "ksplit.h"
#include "err.h"
#include "progress.h"
#include "reader.h"

#include <stdlib.h>

static void
check_count(const char *expect, unsigned long long count)
{
	char *end;
	unsigned long long n = strtoull(expect, &end, 10);

	if (*end || end == expect)
		err_usage("--expect: no number: %s", expect);
	if (n != count)
		err_warn(STATUS_INPUT, "%llu articles found where %llu were expected", count, n);
}

void
ksplit_run(struct in *in, struct out *out, const struct ksplit_opt *opt)
{
	struct out *report = opt->report ? out_file(opt->report) : NULL;
	struct split_opt split = { .max_article = opt->common.max_article, .whole = opt->whole, .keep_furniture = opt->keep_furniture,
		.rules = opt->rules, .report = report };
	struct reader *r = reader_open(in, &split);
	struct article a;
	unsigned long long bytes;

	progress_open(opt->common.progress, in);
	while (reader_next(r, &a))
		article_write(out, &a);
	bytes = in_bytes(in);
	if (opt->expect)
		check_count(opt->expect, reader_count(r));
	if (opt->common.stats)
		opt_stats((struct opt_stat[]) { { "bytes", bytes }, { "articles", reader_count(r) }, { NULL, 0 } });
	reader_close(r);
	if (report)
		out_close(report);
}
