/* Coding the gazetteer's text in units (src/ktag/gaz_text.h): first every text is counted, then the units are numbered, then every
 * text is coded. */
#ifndef GAZUNITS_H
#define GAZUNITS_H

#include "gaz_text.h"

void units_count(struct str text);

/* The same for an id; nothing is to be counted where it is its name. */
void units_count_id(struct str id, struct str name);

void units_number(void);

/* A gaz_encode. */
void units_encode(struct str text, struct str name, struct buf *to);

/* Prints `static const struct gaz_units units`. */
void units_print(void);

#endif
