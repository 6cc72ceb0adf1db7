/* Roles: which title, at which organisation, the text gives to which person (kwire.5, key "roles"). */
#ifndef KTAG_ROLE_H
#define KTAG_ROLE_H

#include "doc.h"

struct units;
struct fullest;

/* One row found: the members written to the article, and the mentions they rest on. */
struct role_found {
	struct role row;      /* start and end in bytes until it is written */
	uint32_t person, org; /* mention.entity; org is UINT32_MAX if there is none */
	uint32_t head;        /* unit of the title's head noun */
	uint32_t before;      /* index + 1 of the same person's row before this one */
};

struct role_list {
	struct role_found *items; /* in text order; in the document's arena */
	size_t n, cap;
	struct units *units;          /* the text in phrases, for quotes_find */
	const struct fullest *names;
};

/* The fullest form of an entity's name in the article, in the script of mention m: index of a mention. */
uint32_t role_fullest(const struct role_list *list, const struct doc *d, uint32_t m);

/* Finds the roles in d, whose mentions are settled, and sets them in d->article. `found` is for quotes_find. */
void roles_find(struct doc *d, struct role_list *found);

#endif
