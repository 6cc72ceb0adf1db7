/* What the files refer*.c share while they read a settled text for the second time: its full names are learned first, then surnames,
 * acronyms and sides are understood by them. */
#ifndef KTAG_REFER_H
#define KTAG_REFER_H

#include "gaz.h"
#include "memory.h"

struct referrer {
	struct doc *d;
	const struct gaz *g;
	struct memory *m;
	size_t next; /* the first mention that does not end before the token at work */
	bool kcna;      /* the article writes "south Korea" */
};

/* Puts what the settled mentions name into the memory (refer_learn.c). */
void refer_learn(struct referrer *r);

/* The last token that a mention covers whole. */
size_t refer_last(const struct doc *d, const struct mention *m);

/* The surname of the person that tokens a to b name; a Hangul name is one token, its first syllable the surname. */
struct str refer_surname_of(const struct doc *d, const struct mention *m, size_t a, size_t b);

/* Where the surname at tokens i to last of person p begins: with its particle, al-Halbousi, De Vega. A token. */
size_t refer_surname_start(const struct doc *d, const struct person *p, size_t i, size_t last);

/* The person named in full before whose surname the word is: 파텔, after 베단트 파텔. NULL if there is none. */
struct person *refer_bearer(const struct referrer *r, struct str surname);

/* "Ms Kim": does such a title stand before token i? */
bool refer_woman(const struct doc *d, size_t i);

/* An unknown name at token i, which no mention covers, among others of one kind: persons or bodies (refer_list.c). Returns whether it added
 * it. */
bool refer_list(struct referrer *r, size_t i);

/* North, South and Koreas with capitals at token i, which no mention covers (refer_korea.c). */
void refer_korea(struct referrer *r, size_t i);

/* The north and the south in small letters, where KCNA writes "south Korea". */
void refer_sides(struct referrer *r);

#endif
