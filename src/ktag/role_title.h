/* Phrases that name an office: "deputy minister for policy", "Director of the Security Office at the Sejong Institute". */
#ifndef KTAG_ROLE_TITLE_H
#define KTAG_ROLE_TITLE_H

#include "role_unit.h"

struct title {
	size_t first, end;       /* units of the title as written */
	size_t head;             /* unit of its head noun */
	size_t next;             /* unit after the phrase, its organisation included */
	size_t org_first, org_end; /* units of the organisation; equal if there is none */
	size_t limit;            /* where the phrase must stop */
	size_t former;           /* index + 1 of a "former" that an organisation parts from the title */
	bool determined;         /* an article or a possessor opens it */
	bool plural;
};

/* The title that opens at unit i ("a research fellow at X"). */
bool title_after(struct units *us, size_t i, struct title *t);

/* The organisation at unit i, behind "at" or "of"; sets it in t and returns the unit after it, or i. */
size_t title_org_at(struct units *us, size_t i, struct title *t);

/* In a list of persons: "TITLE, ORGANISATION;", "TITLE, UNIT, ORGANISATION" at the end of its entry. */
void title_listed(struct units *us, struct title *t);

/* The title that ends just before unit i ("U.S. Defense Secretary"). */
bool title_before(struct units *us, size_t i, struct title *t);

/* The mention whose name is the organisation's, NONE without one. */
uint32_t title_org(const struct units *us, const struct title *t);

/* Over a parenthesis of at most some words: "(DAPA)". Returns i itself if there is none. */
size_t over_parenthesis(const struct units *us, size_t i);

#endif
