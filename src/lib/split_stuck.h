/* Pages that cat glued in the middle of a line: `...since 2012.First Launched by`. */
#ifndef KWIRE_SPLIT_STUCK_H
#define KWIRE_SPLIT_STUCK_H

#include "split_bound.h"

/* Offset in line i where another page begins, 0 if it holds none. There is room for a line behind the last one of the view. */
size_t stuck_find(const struct bound *b, const struct view *v, size_t i, bool paragraph);

/* A sentence of paragraph i stands right behind the one before it, without a blank. */
bool stuck_sentence(const struct view *v, size_t i);

#endif
