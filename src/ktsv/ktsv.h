/* ktsv: articles in, tables out (ktsv.1). */
#ifndef KWIRE_KTSV_H
#define KWIRE_KTSV_H

#include "in.h"
#include "opt.h"
#include "out.h"

struct ktsv_opt {
	struct opt_common common;
	const char *table;   /* -t: one name; several, or "all", with --outdir, --schema and --load */
	const char *columns; /* -f */
	const char *types, *ids, *since, *until;
	const char *by;
	const char *format, *null;
	const char *outdir, *schema, *load;
	bool no_header, escape, excel;
};

/* Reads articles (or text) and writes one table to `out`, or several into --outdir. */
void ktsv_run(struct in *in, struct out *out, const struct ktsv_opt *o);

/* -t help: the tables and what their columns mean. */
void ktsv_describe(struct out *out);

/* --schema and --load: what a database or a statistics program needs to take the tables in. */
void ktsv_schema(struct out *out, const struct ktsv_opt *o);
void ktsv_load(struct out *out, const struct ktsv_opt *o, char **operands);

#endif
