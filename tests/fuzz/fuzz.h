/* What every fuzz target shares: the input is one file in memory, the output must be well-formed UTF-8. */
#include "buf.h"
#include "err.h"
#include "in.h"
#include "out.h"
#include "utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static inline void
fuzz(const uint8_t *data, size_t n, void (*run)(struct in *, struct out *))
{
	struct buf written = { 0 };
	struct in *in = in_memory(STR("fuzz"), str_of((const char *)data, n));
	struct out *out = out_memory(&written);

	err_reset();
	run(in, out);
	in_close(in);
	out_close(out);
	if (utf8_valid(buf_view(&written)) != written.n)
		abort();
	buf_free(&written);
}
