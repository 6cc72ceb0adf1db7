/* What the rules for places and for facilities share. Internal to place.c and facility.c. */
#ifndef KTAG_PLACE_H
#define KTAG_PLACE_H

#include "scan.h"

/* The last token of "X" in "Camp X", "Gulf of X"; i - 1 if there is none. */
size_t place_named_after(const struct scan *s, size_t i);

/* "Hill 303", "Tunnel No. 3", "Guard Post 219": the last token of the number behind a type word, i if there is none. */
size_t place_numbered(const struct doc *d, size_t i);

/* Do the words from a to before the type word at h make a name with it? */
bool place_left(const struct scan *s, size_t a, size_t h);

/* "on Mansu Hill", "at Rocket Valley", "at Barker Field": one free word before the type word, a preposition before both; but not "of Anita
 * Hill". */
bool place_where(const struct scan *s, size_t a);

#endif
