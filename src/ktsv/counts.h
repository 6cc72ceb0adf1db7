/* The table counts: entities by period. Memory is bounded: when the table is full, what it holds comes out as a part. */
#ifndef KWIRE_KTSV_COUNTS_H
#define KWIRE_KTSV_COUNTS_H

#include "doc.h"
#include "filter.h"
#include "sheet.h"

struct counts;

/* by: day, week, month or source (NULL: day); a usage error if it is something else. */
struct counts *counts_open(const char *by);

void counts_add(struct counts *c, struct sheet *s, const struct doc *d, const struct filter *f);

/* Writes the rows, sorted by type, id, name and period, and frees all. */
void counts_close(struct counts *c, struct sheet *s);

#endif
