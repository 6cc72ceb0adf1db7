/* Where a blank was lost between two words. */
#ifndef KNORM_GAPS_H
#define KNORM_GAPS_H

#include "fix.h"

/* Is a space missing before byte i (> 0) of the line? `quoted`: an odd number of '"' stands before it. */
bool gap_before(struct str s, size_t i, bool quoted);

#endif
