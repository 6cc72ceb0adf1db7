/* Phrases that name an office: "deputy minister for policy", "Director of the Security Office at the Sejong Institute". */
#ifndef KTAG_ROLE_TITLE_H
#define KTAG_ROLE_TITLE_H

#include "role_unit.h"

enum { LONGEST = 10 }; /* units of a title before its preposition */

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

/* The organisation at unit i, behind "at" or "of", with the article before it and the parent after it ("X of the Y Navy"); sets it
 * in t and returns the unit after it, or i. */
size_t title_org_at(struct units *us, size_t i, struct title *t);

/* In a list of persons: "TITLE, ORGANISATION;", "TITLE, UNIT, ORGANISATION" at the end of its entry. */
void title_listed(struct units *us, struct title *t);

/* The title that ends just before unit i ("U.S. Defense Secretary"). */
bool title_before(struct units *us, size_t i, struct title *t);

/* The mention whose name is the organisation's, NONE without one. */
uint32_t title_org(const struct units *us, const struct title *t);

/* Over a parenthesis of at most some words: "(DAPA)". Returns i itself if there is none. */
size_t over_parenthesis(const struct units *us, size_t i);

/* The end of what belongs to a head from unit i on ("in charge", "d'affaires", "1st Class"), or i. */
size_t head_tail(const struct units *us, size_t i);

/* For role_title.c and role_complement.c alone. */

/* An article, or a pronoun in its place. */
bool determiner(struct units *us, size_t i);

/* A word that may stand inside a title or a subject: nothing that opens a clause. */
bool inner(struct units *us, size_t i);

/* "Treasury" in "Treasury Secretary", "Army" in "Army chief": marked as an organisation, yet part of the title. Not "Korea Coast Guard". */
bool part_of_title(struct units *us, size_t i);

/* A lower-case word that looks like a verb form or an adverb: not the first word of an unknown title. */
bool verb_like(const struct units *us, size_t i);

/* "Under Secretary": a preposition elsewhere. */
bool under_secretary(struct units *us, size_t i);

/* "South Korean president's" from unit i: the unit after it, or i. */
size_t possessor_end(struct units *us, size_t i);

/* The organisation stands in units [first, end). */
void set_org(struct title *t, size_t first, size_t end);

/* Everything that may follow the head: sets the end of the title, its organisation and where to go on. */
void complements(struct units *us, struct title *t);

#endif
