#include "ktsv.h"
#include "fuzz.h"

static void
run(struct in *in, struct out *out)
{
	const struct ktsv_opt opt = { .common.max_article = 4096 };

	ktsv_run(in, out, &opt);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	fuzz(data, n, run);
	return 0;
}
