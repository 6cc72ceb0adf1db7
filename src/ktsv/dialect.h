/* How a cell is written: TSV, CSV or JSON Lines, and what becomes of the characters that break readers (ktsv.1, CELLS). */
#ifndef KWIRE_KTSV_DIALECT_H
#define KWIRE_KTSV_DIALECT_H

#include "buf.h"
#include "str.h"

#include <stdint.h>

struct dialect {
	enum { TSV, CSV, JSONL } format;
	bool escape;     /* \t \n \r \\ instead of a space */
	bool excel;      /* guards for spreadsheets */
	struct str null; /* what stands for nothing */
	bool cut;        /* set when a cell was cut to a spreadsheet's limit; the caller reports and clears it */
};

struct cell {
	enum { CELL_NOTHING, CELL_TEXT, CELL_NUMBER, CELL_READY } kind; /* READY: s is as it is to be written */
	struct str s;
	uint64_t number;
};

/* Into place, not by value: a struct built and copied costs more than the row. */
static inline void
cell_text(struct cell *c, struct str s)
{
	c->kind = s.n ? CELL_TEXT : CELL_NOTHING;
	c->s = s;
}

/* A cell that holds a number. */
static inline void
cell_number(struct cell *c, uint64_t number)
{
	c->kind = CELL_NUMBER;
	c->number = number;
}

/* Appends a cell. */
void dialect_cell(struct dialect *d, struct buf *b, const struct cell *c);

/* Appends cells[at[0]] to cells[at[n - 1]] with separators. For TSV and CSV. */
void dialect_cells(struct dialect *d, struct buf *b, const struct cell *cells, const size_t *at, size_t n);

/* Appends the text of a cell that is never nothing: a column's name. */
void dialect_text(struct dialect *d, struct buf *b, struct str s);

#endif
