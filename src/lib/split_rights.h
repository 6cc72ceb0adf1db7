/* Copyright lines, and who holds the rights. */
#ifndef KWIRE_SPLIT_RIGHTS_H
#define KWIRE_SPLIT_RIGHTS_H

#include "split_found.h"

/* Speaks of rights, or shows their sign. */
bool claims_rights(const struct rules *r, struct str s);

/* Does a byline give that name? */
bool page_signed_by(const struct page *p, struct str name);

/* What line i tells of the outlet if it is a copyright line. */
void rights_read(const struct page *p, size_t i, struct found *f);

#endif
