/* Whose ministry, navy or council it is, where several states have one of that name. */
#ifndef KTAG_BODY_H
#define KTAG_BODY_H

#include "doc.h"
#include "gaz.h"

enum { SERVICES = 4 }; /* army, navy, air force, marines */

struct bodies {
	const struct doc *d;
	const struct gaz *g;
	bool south;                 /* South Korea or something of it has been named */
	struct str country;         /* ISO code of the state or people named last */
	struct str only[SERVICES];  /* the one state whose service the article names with its owner */
	struct str latest[SERVICES]; /* the state of the service named last with its owner */
	unsigned several;           /* a bit for each service that has more than one owner in the article */
	struct str council, council_name; /* the security council of a state, where it was named as such */
};

/* "country/kp", "people/kr", "kr/jcs": the code in it. */
struct str body_country(struct str id);

/* A first look at all mentions: which services have one owner only. */
void body_learn(struct bodies *b);

/* Gives the body its right id; the mentions come in their order. */
void body_refer(struct bodies *b, struct mention *m);

#endif
