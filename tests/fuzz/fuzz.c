/* libFuzzer target of one filter, named by -DROOM=knorm: any bytes as its only input, its options' defaults and a small
 * --max-article. It must not crash, and what it writes must be well-formed UTF-8. */
#define TEXT(name) #name
#define HEADER(name) TEXT(name.h)
#define JOIN(a, b) a##b
#define RUN(name) JOIN(name, _run)
#define OPT(name) JOIN(name, _opt)
#include HEADER(ROOM)
#ifndef OPT_DEFAULTS /* of a room whose defaults are not all zero */
#define OPT_DEFAULTS { 0 }
#endif

#ifdef VARY /* ROOM_vary.h: lets the length of the input choose among the options, so that the seeds serve all of them */
#include VARY
#else
#define OPT_VARY(opt, n) (void)(opt)
#endif

#include "buf.h"
#include "err.h"
#include "utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct OPT(ROOM) opt = OPT_DEFAULTS;
	struct buf written = { 0 };
	struct in *in = in_memory(STR("fuzz"), str_of((const char *)data, n));
	struct out *out = out_memory(&written);

	opt.common.max_article = 4096;
	OPT_VARY(opt, n);
	err_reset();
	RUN(ROOM)(in, out, &opt);
	in_close(in);
	out_close(out);
	if (utf8_valid(buf_view(&written)) != written.n)
		abort();
	buf_free(&written);
	return 0;
}
