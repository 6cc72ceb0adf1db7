/* Sets mention.entity: the index of the first mention of the same entity. */
#ifndef KTAG_LINK_H
#define KTAG_LINK_H

#include "doc.h"

/* Mentions must be settled for good. */
void link_mentions(struct doc *d);

#endif
