/* Rows of roles: what is a new one, and what repeats a row that the person has. */
#ifndef KTAG_ROLE_ROW_H
#define KTAG_ROLE_ROW_H

#include "role_name.h"

/* Adds a row unless the person has it; a longer form takes the place of the shorter one. */
void role_add(struct role_list *l, struct fullest *name, const struct role_found *row, struct arena *arena);

#endif
