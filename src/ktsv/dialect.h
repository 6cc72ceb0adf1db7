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

static inline struct cell
cell_text(struct str s)
{
	return (struct cell) { .kind = s.n ? CELL_TEXT : CELL_NOTHING, .s = s };
}

static inline struct cell
cell_number(uint64_t number)
{
	return (struct cell) { .kind = CELL_NUMBER, .number = number };
}

/* Appends a cell. */
void dialect_cell(struct dialect *d, struct buf *b, const struct cell *c);

/* Appends the text of a cell that is never nothing: a column's name. */
void dialect_text(struct dialect *d, struct buf *b, struct str s);

#endif
