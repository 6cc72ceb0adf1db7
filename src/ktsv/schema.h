/* CREATE TABLE statements for the tables that -t names. */
#ifndef KWIRE_KTSV_SCHEMA_H
#define KWIRE_KTSV_SCHEMA_H

#include "buf.h"
#include "ktsv.h"
#include "tables.h"

/* The tables of -t, as a bit set (mentions if it is not given). */
unsigned schema_tables(const struct ktsv_opt *o);

/* The statement for one of `tables`; database is "sqlite", "postgres" or "duckdb". Where articles is among several, it has a
 * primary key and the others refer to it. */
void schema_put(struct buf *b, const struct ktsv_opt *o, const char *database, unsigned tables, size_t table);

#endif
