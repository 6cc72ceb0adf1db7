#include "ktsv.h"
#include "fuzz.h"

/* The length of the input chooses the table and the dialect, so that the seeds serve all of them. */
static struct ktsv_opt opt;

static void
run(struct in *in, struct out *out)
{
	ktsv_run(in, out, &opt);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const tables[] = { "articles", "mentions", "roles", "quotes", "dates", "pairs", "counts", "paragraphs" };
	static const char *const formats[] = { "tsv", "csv", "jsonl", "tsv", "csv" };
	size_t dialect = n / 8 % 5;

	opt = (struct ktsv_opt) { .common.max_article = 4096, .table = tables[n % 8], .format = formats[dialect],
		.escape = dialect == 3, .excel = dialect == 4 };
	fuzz(data, n, run);
	return 0;
}
