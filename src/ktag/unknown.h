/* --unknown: capitalised names that no rule took, counted over the whole input. */
#ifndef KTAG_UNKNOWN_H
#define KTAG_UNKNOWN_H

#include "doc.h"
#include "out.h"

struct unknown;

/* Nothing counted yet. */
struct unknown *unknown_new(void);

/* Counts the names in d, whose mentions are settled. */
void unknown_count(struct unknown *u, const struct doc *d);

/* Writes a line a name, its number, a tab and the name, the most frequent first; then frees. */
void unknown_write(struct unknown *u, struct out *out);

#endif
