/* Data tables: text files of tab-separated fields, one row a line; lines that are blank or open with '#' are skipped. The same
 * reader serves the tables compiled in (table_text) and the files named by options. */
#ifndef KWIRE_TABLE_H
#define KWIRE_TABLE_H

#include "buf.h"
#include "str.h"

#include <stdint.h>

#define TABLE_FIELDS 24

struct table {
	struct str rest;
	struct str file;         /* for messages */
	unsigned long long line; /* of the row */
	struct str field[TABLE_FIELDS];
	size_t fields;
	struct str kind;         /* see table_open_kind; empty otherwise */
};

/* A table in memory: `name` is used in messages. */
void table_open(struct table *t, struct str name, struct str text);

/* The same for a text that holds the rows of several tables: those whose first field is `kind`, without it. */
void table_open_kind(struct table *t, struct str name, struct str text, struct str kind);

/* Lines of the text, comments included: not less than its rows. */
size_t table_lines(struct str text);

/* The table NAME.tsv of a directory, loaded. */
struct table table_in(const char *directory, const char *name);

/* The next row, fields trimmed; false at the end. A row with less than `least` fields ends the program with FILE:LINE. Missing
 * fields up to TABLE_FIELDS are empty. */
bool table_row(struct table *t, size_t least);

/* A message about the current row, then the end of the program (status 2). */
_Noreturn void table_die(const struct table *t, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A whole file in memory (malloc, never freed); ends the program if it cannot be read. */
struct str table_load(const char *path);

#endif
