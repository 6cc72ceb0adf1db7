/* The normal form under which two texts count as the same: what ids and exact duplicates rest on. */
#ifndef KWIRE_NORMAL_H
#define KWIRE_NORMAL_H

#include "buf.h"
#include "str.h"

#include <stdint.h>
#include <utf8proc.h>

/* Appends the normal form of well-formed text: folded by NFKC_Casefold (Unicode 15, 3.13), letters, marks and digits kept, each
 * run of anything else one space, none at the ends. */
void normal_form(struct buf *b, struct str s);

/* The code points of well-formed text, decomposed in that form: as many as there are, of which the first `room` are put into `to`. */
size_t normal_decompose(struct str s, int32_t *to, size_t room, utf8proc_option_t form);

/* Canonical ordering of n code points: each run of marks sorted by class, stable; linear whatever the input (a line may be a megabyte of
 * marks). `spare` has room for as many. */
void normal_order(int32_t *c, size_t n, int32_t *spare);

#endif
