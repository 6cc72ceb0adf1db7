/* One table on its way out: its columns, its dialect, its rows. */
#ifndef KWIRE_KTSV_SHEET_H
#define KWIRE_KTSV_SHEET_H

#include "dialect.h"
#include "out.h"
#include "tables.h"

struct sheet {
	const struct table_def *def;
	struct pick pick;
	struct dialect *dialect;
	struct buf rows; /* not yet given to out */
	struct out *out;
	unsigned long long n;
};

/* The header line, unless it is not wanted. */
void sheet_header(struct sheet *s, bool wanted);

/* A row: a cell for each column of the definition; only those picked are looked at. */
void sheet_row(struct sheet *s, const struct cell *cells);

/* Hands the rows so far to out. */
void sheet_pour(struct sheet *s);

/* Is the column picked, so that it pays to find its value? */
static inline bool
sheet_wants(const struct sheet *s, size_t column)
{
	return pick_has(&s->pick, column);
}

#endif
