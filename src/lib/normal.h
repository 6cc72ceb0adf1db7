/* The normal form under which two texts count as the same: what ids and exact duplicates rest on. */
#ifndef KWIRE_NORMAL_H
#define KWIRE_NORMAL_H

#include "buf.h"
#include "str.h"

/* Appends the normal form of well-formed text: folded by NFKC_Casefold (Unicode 15, 3.13), letters, marks and digits kept, each
 * run of anything else one space, none at the ends. */
void normal_form(struct buf *b, struct str s);

#endif
