/* --outdir: a file a table, which appears under its name only when all tables are complete. */
#ifndef KWIRE_KTSV_FOLDER_H
#define KWIRE_KTSV_FOLDER_H

#include "dialect.h"
#include "out.h"

struct folder;

/* Makes the folder where there is none. `format` is a dialect's and gives the ending of the names. */
struct folder *folder_open(const char *path, int format);

/* The file of a table, under a name that ends in .part. */
struct out *folder_add(struct folder *f, const char *table);

/* Completes all files and puts each in the place of an older one. Ends the program if anything fails. Files that were not
 * completed are removed when the program ends. */
void folder_close(struct folder *f);

#endif
