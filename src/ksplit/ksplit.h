/* ksplit: cuts a stream of scraped pages into articles. */
#ifndef KSPLIT_H
#define KSPLIT_H

#include "in.h"
#include "opt.h"
#include "out.h"

#include <limits.h>

#define EXPECT_ANY UINT_MAX

struct ksplit_opt {
	struct opt_common common;
	bool whole;          /* each input is one article */
	bool keep_furniture; /* list removed lines */
	const char *rules;   /* file of further rules, or NULL */
	const char *report;  /* file for the account of bytes, or NULL */
	unsigned expect;     /* number of articles that must come, or EXPECT_ANY */
};

/* Reads all inputs, writes their articles to `out`, then --report and --stats. The status is that of err.h. */
void ksplit_run(struct in *in, struct out *out, const struct ksplit_opt *opt);

#endif
