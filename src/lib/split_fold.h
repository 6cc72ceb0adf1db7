/* Forms of a line for comparison. */
#ifndef KWIRE_SPLIT_FOLD_H
#define KWIRE_SPLIT_FOLD_H

#include "str.h"

/* ASCII lower case, each run of digits `0`, white space one blank, bullets and colons off the ends. Returns its length, 0 if it
 * does not fit. */
size_t fold_line(struct str s, char *out, size_t room);

#endif
