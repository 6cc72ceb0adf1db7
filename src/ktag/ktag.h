/* ktag: adds entities, dates, roles and quotes to articles (ktag.1). */
#ifndef KTAG_KTAG_H
#define KTAG_KTAG_H

#include "opt.h"

enum ktag_format { FORMAT_JSON, FORMAT_TEXT, FORMAT_CONLL, FORMAT_BRAT, FORMAT_EXPLAIN, FORMAT_UNKNOWN };

struct ktag_opt {
	struct opt_common common;
	struct opt_list gazetteer; /* -g FILE */
	struct opt_list block;     /* --block FILE */
	const char *only;          /* --only TYPE,TYPE... or NULL */
	enum ktag_format format;
	bool colour;  /* FORMAT_TEXT: colours of the terminal instead of brackets */
	bool nested;  /* keep names inside names */
	bool replace; /* drop the entities, roles and quotes that are there already */
};

/* Reads all inputs, writes what `opt->format` asks for to `out`. The status is that of err.h. */
void ktag_run(struct in *in, struct out *out, const struct ktag_opt *opt);

#endif
