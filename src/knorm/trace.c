#include "trace.h"
#include "mem.h"
#include "utf8.h"

#include <stdlib.h>

void
trace_start(struct trace *t, uint64_t start, uint64_t end)
{
	t->n = 0;
	t->start = start;
	t->end = end;
}

void
trace_add(struct trace *t, struct edit e)
{
	if (t->n == t->cap) {
		t->cap = t->cap ? 2 * t->cap : 16;
		t->p = mem_resize(t->p, t->cap, sizeof *t->p);
	}
	t->p[t->n++] = e;
}

void
trace_replace(struct trace *t, uint64_t start, uint64_t end, size_t n, unsigned rules)
{
	trace_start(t, start, end);
	trace_add(t, (struct edit) { start, end - start, 0, n, rules });
}

void
trace_free(struct trace *t)
{
	free(t->p);
	*t = (struct trace) { 0 };
}

void
trace_copy(struct trace *to, const struct trace *from)
{
	trace_start(to, from->start, from->end);
	for (size_t i = 0; i < from->n; i++)
		trace_add(to, from->p[i]);
}

/* Both lists are walked along the old text; edits that touch become one. */
void
trace_apply(struct trace *t, const struct trace *step)
{
	struct trace made = { 0 };
	uint64_t to_raw = t->start, to_new = 0; /* what to add to an offset in the old text; wraps round below zero */
	size_t i = 0, j = 0;

	trace_start(&made, t->start, t->end);
	while (i < t->n || j < step->n) {
		uint64_t from = i < t->n ? t->p[i].at : UINT64_MAX, end;
		struct edit e = { 0 };

		if (j < step->n && step->p[j].raw < from)
			from = step->p[j].raw;
		end = from;
		e.raw = from + to_raw;
		e.at = from + to_new;
		for (;;) {
			if (i < t->n && t->p[i].at <= end) {
				end = t->p[i].at + t->p[i].n > end ? t->p[i].at + t->p[i].n : end;
				to_raw += t->p[i].raw_n - t->p[i].n;
				e.rules |= t->p[i++].rules;
			} else if (j < step->n && step->p[j].raw <= end) {
				end = step->p[j].raw + step->p[j].raw_n > end ? step->p[j].raw + step->p[j].raw_n : end;
				to_new += step->p[j].n - step->p[j].raw_n;
				e.rules |= step->p[j++].rules;
			} else
				break;
		}
		e.raw_n = end + to_raw - e.raw;
		e.n = end + to_new - e.at;
		trace_add(&made, e);
	}
	trace_free(t);
	*t = made;
}

void
trace_append(struct trace *t, size_t length, size_t m, const struct trace *next)
{
	struct trace all = { 0 };
	struct edit seam = { t->end, next->start - t->end, length, m, 1u << RULE_JOIN };
	struct trace none = { 0 };

	trace_copy(&all, t);
	all.end = next->end;
	trace_add(&all, seam);
	for (size_t i = 0; i < next->n; i++) {
		struct edit e = next->p[i];

		e.at += length + m;
		trace_add(&all, e);
	}
	trace_apply(&all, &none); /* joins edits that touch the seam */
	trace_free(t);
	*t = all;
}

struct report {
	struct out *out;
	struct buf row;
};

struct report *
report_open(struct out *to)
{
	struct report *r = mem_new(1, sizeof *r);

	r->out = to;
	out_str(to, STR("input\toutput\trule\tbefore\tafter\tfile\n"));
	return r;
}

void
report_close(struct report *r)
{
	if (r)
		buf_free(&r->row);
	free(r);
}

/* A cell: tab, newline, backslash and what cannot be seen as \t \n \\ \xHH. */
static void
cell(struct buf *b, struct str s)
{
	size_t len;

	for (size_t i = 0; i < s.n; i += len) {
		uint32_t c = utf8_decode(s.p + i, s.n - i, &len);

		if (c == '\t' || c == '\n' || c == '\r' || c == '\\')
			buf_format(b, "\\%c", c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\\');
		else if (c == UTF8_BAD || c < 0x20 || (c >= 0x7F && c < 0xA0))
			for (size_t k = 0; k < len; k++)
				buf_format(b, "\\x%02X", (unsigned char)s.p[i + k]);
		else
			buf_add(b, s.p + i, len);
	}
}

void
report_row(struct report *r, struct str file, uint64_t in, uint64_t out, unsigned rules, struct str before, struct str after)
{
	struct buf *b = &r->row;
	const char *sign = "";

	b->n = 0;
	buf_uint(b, in);
	buf_char(b, '\t');
	buf_uint(b, out);
	buf_char(b, '\t');
	for (unsigned rule = 0; rule < RULES; rule++)
		if (rules >> rule & 1) {
			buf_format(b, "%s%s", sign, rule_name(rule));
			sign = "+";
		}
	buf_char(b, '\t');
	cell(b, before);
	buf_char(b, '\t');
	cell(b, after);
	buf_char(b, '\t');
	cell(b, file);
	buf_char(b, '\n');
	out_str(r->out, buf_view(b));
}
