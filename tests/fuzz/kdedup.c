#include "kdedup.h"
#include "fuzz.h"

static void
run(struct in *in, struct out *out)
{
	struct kdedup_opt opt = KDEDUP_DEFAULTS;

	opt.common.max_article = 4096;
	kdedup_run(in, out, &opt);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	fuzz(data, n, run);
	return 0;
}
