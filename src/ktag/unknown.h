/* --unknown: capitalised names that no rule took, counted over the whole input. */
#ifndef KTAG_UNKNOWN_H
#define KTAG_UNKNOWN_H

#include "doc.h"
#include "out.h"

struct unknown;
struct unknown *unknown_new(void);
void unknown_count(struct unknown *u, const struct doc *d);
void unknown_write(struct unknown *u, struct out *out);

#endif
