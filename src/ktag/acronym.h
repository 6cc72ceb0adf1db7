/* Acronyms: bound where they are introduced, "Security Consultative Meeting (SCM)", or by the initials of a name. */
#ifndef KTAG_ACRONYM_H
#define KTAG_ACRONYM_H

#include "memory.h"

/* Learns what a settled mention's initials, or the brackets behind it, stand for. Its tokens are a to b. */
void acronym_learn(struct memory *m, const struct doc *d, const struct mention *mention, size_t b);

#endif
