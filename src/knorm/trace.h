/* How a line came to be what it is: the map between the bytes that were read and the text they became. --report prints it. */
#ifndef KNORM_TRACE_H
#define KNORM_TRACE_H

#include "knorm.h"

#include <stdint.h>

/* raw_n bytes of input at `raw` became n bytes at `at`. Between edits input and text are the same bytes. */
struct edit {
	uint64_t raw, raw_n;
	size_t at, n;
	unsigned rules; /* bit set */
};

/* Edits in order; no two of them touch. */
struct trace {
	struct edit *p;
	size_t n, cap;
	uint64_t start, end; /* the input that the text comes from */
};

/* A text that is just these bytes of input. */
void trace_start(struct trace *t, uint64_t start, uint64_t end);

/* A text that has nothing in common with them. */
void trace_replace(struct trace *t, uint64_t start, uint64_t end, size_t n, unsigned rules);

/* Adds an edit behind the others, none of which it may touch. */
void trace_add(struct trace *t, struct edit e);

/* A step changed the text: its edits have offsets of the old text in raw and raw_n. */
void trace_apply(struct trace *t, const struct trace *step);

/* Appends the trace of a text that follows after m other bytes put in place of the input between the two. `length` is that of
 * the first text. */
void trace_append(struct trace *t, size_t length, size_t m, const struct trace *next);

/* Makes `to`, whose memory is used again, a copy. */
void trace_copy(struct trace *to, const struct trace *from);
void trace_free(struct trace *t);

/* The rows of a report. */
struct report;

/* Writes the header. */
struct report *report_open(struct out *to);

/* One change: `before` is input, `after` is text. */
void report_row(struct report *r, struct str file, uint64_t in, uint64_t out, unsigned rules, struct str before, struct str after);

/* Frees the report; what it writes to stays open. */
void report_close(struct report *r);

#endif
