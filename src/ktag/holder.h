/* Who an office's title and a surname mean on the article's day: "President Lee" of 2011 is not that of 2025. */
#ifndef KTAG_HOLDER_H
#define KTAG_HOLDER_H

#include "doc.h"
#include "gaz.h"

/* The person who held the office named before token `name`, whose surname that token is; GAZ_NONE if the tables know none.
 * `country`: two letters of the state named with the office, or empty. */
uint32_t holder(const struct gaz *g, struct doc *d, size_t name, struct str country);

#endif
