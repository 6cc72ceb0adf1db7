/* The table counts: entities by period. Memory is bounded: when the table is full, what it holds comes out as a part. */
#ifndef KWIRE_KTSV_COUNTS_H
#define KWIRE_KTSV_COUNTS_H

#include "doc.h"
#include "filter.h"
#include "sheet.h"

struct counts;

/* --by: the number of day (also NULL), week, month or source; a usage error if it is something else, or counts is no table
 * of the set. */
size_t counts_by(const char *by, unsigned tables);

/* Nothing counted; `by` is what counts_by returned. counts_close frees it. */
struct counts *counts_open(size_t by);

/* Counts the names of an article that pass the filter. Rows go to the sheet only when the table is full. */
void counts_add(struct counts *c, struct sheet *s, const struct doc *d, const struct filter *f);

/* Writes the rows, sorted by type, id, name and period, and frees all. */
void counts_close(struct counts *c, struct sheet *s);

#endif
