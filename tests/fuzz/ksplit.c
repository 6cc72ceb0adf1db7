#include "ksplit.h"
#include "fuzz.h"

static void
run(struct in *in, struct out *out)
{
	const struct ksplit_opt opt = { .common.max_article = 4096 };

	ksplit_run(in, out, &opt);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	fuzz(data, n, run);
	return 0;
}
