/* Lists of words, written into the rules as string literals: "said told added". */
#ifndef KTAG_LIST_H
#define KTAG_LIST_H

#include "str.h"

/* Is w, of at least one byte, among the words of a list separated by blanks, whatever its case? */
bool word_among(struct str w, const char *words);

/* Does w begin with one of the words of a list in Hangul? */
bool word_begins(struct str w, const char *words);

#endif
