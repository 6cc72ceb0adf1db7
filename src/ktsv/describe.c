#include "buf.h"
#include "err.h"
#include "ktsv.h"
#include "tables.h"

static void
describe(struct out *out, const struct table_def *t)
{
	struct buf b = { 0 };

	buf_format(&b, "%s: %s\n", t->name, t->about);
	for (size_t i = 0; i < t->n; i++)
		buf_format(&b, "  %-10s  %-6s  %s%s\n", t->columns[i].name, t->columns[i].kind == NUMBER ? "number" : "text",
		    t->columns[i].about, t->columns[i].extra ? " (with -f only)" : "");
	out_str(out, buf_view(&b));
	buf_free(&b);
}

void
ktsv_describe(struct out *out)
{
	for (size_t t = 0; t < TABLES; t++) {
		if (t)
			out_char(out, '\n');
		describe(out, &table_defs[t]);
	}
}
