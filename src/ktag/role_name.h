/* Persons' names within an article: which full name a surname stands for, and the fullest form of each. */
#ifndef KTAG_ROLE_NAME_H
#define KTAG_ROLE_NAME_H

#include "role_unit.h"

/* Per entity (index of its first mention): its longest mention in Latin and in Hangul letters, and its last row. */
struct fullest {
	uint32_t latin, hangul;
	uint32_t row; /* index + 1 */
};

/* The words of mention m. */
struct str name_str(const struct doc *d, uint32_t m);

/* Is it written in Hangul? */
bool name_hangul(struct str s);

/* What is still a surname alone is linked to the last full name that has it, else to the first one. */
void names_link(struct doc *d);

/* An item for each mention of d; those of the first mentions are filled in. In the arena. */
struct fullest *names_fullest(struct doc *d);

#endif
