/* Lengths of texts. */
#ifndef KWIRE_KTSV_LENGTH_H
#define KWIRE_KTSV_LENGTH_H

#include "str.h"

/* Code points of a raw JSON string, which is not decoded for it; 0 for {NULL, 0}. */
size_t length_of(struct str raw);

/* Words: runs without white space. */
size_t length_words(struct str text);

#endif
