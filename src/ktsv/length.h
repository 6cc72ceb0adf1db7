/* Measures of a raw JSON string, taken without decoding it. */
#ifndef KWIRE_KTSV_LENGTH_H
#define KWIRE_KTSV_LENGTH_H

#include "str.h"

/* Code points of the string; 0 for {NULL, 0}. */
size_t length_of(struct str raw);

/* Words of the string: runs without white space. */
size_t length_words(struct str text);

#endif
