/* Pages that cat glued in the middle of a line: `...since 2012.First Launched by`. */
#ifndef KWIRE_SPLIT_STUCK_H
#define KWIRE_SPLIT_STUCK_H

#include "split_bound.h"

/* Offset in line i where another page begins, 0 if it holds none. There is room for a line behind the last one of the view. */
size_t stuck_find(const struct bound *b, const struct view *v, size_t i, bool paragraph);

/* Offset in line i where a page begins rather than with the line or, if it is the `last` one of the page before, with the next; 0 if it
 * does not. */
size_t stuck_in(const struct view *v, size_t i, bool last);

/* A sentence of paragraph i stands right behind the one before it, without a blank. */
bool stuck_sentence(const struct view *v, size_t i);

#endif
