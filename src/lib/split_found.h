/* Who could be the outlet of a page: each name that something speaks for is a candidate, and the evidence for it adds up. */
#ifndef KWIRE_SPLIT_FOUND_H
#define KWIRE_SPLIT_FOUND_H

#include "split_page.h"

/* Where the outlet's name was found, the surest last. How much each weighs stands in split_found.c. */
enum evidence {
	BY_NOTHING,
	BY_DATELINE,
	BY_AGENCY,
	BY_PICTURE,
	BY_MENTION,
	BY_AGAIN,
	BY_SAID,
	BY_TAIL,
	BY_FIRST,
	BY_NAME,
	BY_SELF,
	BY_SHAPE,
	BY_DOMAIN,
	BY_WORD,
	BY_MAIL,
	BY_OWN,
	BY_TITLE,
	BY_PLATE,
	BY_LABEL,
	BY_COPYRIGHT,
	BY_ARCHIVE
};

struct candidate {
	const struct outlet *outlet; /* NULL: no table knows it */
	struct str as;               /* as the surest evidence spells it */
	enum evidence how;           /* the surest */
	unsigned kinds;              /* of evidence, a bit each */
	unsigned points;
};

#define CANDIDATES 24

struct found {
	struct candidate list[CANDIDATES];
	size_t n;
	struct str wire; /* an agency that is named only for its text */
};

/* Nothing said yet; the list is not cleared. */
static inline void
found_begin(struct found *f)
{
	f->n = 0;
	f->wire = str_of(NULL, 0);
}

/* Evidence for the outlet, or for one that no table knows by that name. */
void offer(struct found *f, const struct outlet *outlet, struct str as, enum evidence how);

/* The candidate that most speaks for; a nameless one if that is too little. */
struct candidate found_best(const struct found *f);

/* How the page would call the outlet. */
static inline struct str
name_for(const struct page *p, const struct outlet *o)
{
	return p->korean && o->ko.n ? o->ko : o->name;
}

/* What line i, in the head of the page, says as the plate of an outlet. */
void plate_read(const struct page *p, size_t i, struct found *f);

/* What line i of the furniture says of its site. */
void site_read(const struct page *p, size_t i, struct found *f);

/* For whom the author that line i names works; and those whom the text itself names. */
void employer_read(const struct page *p, size_t i, struct found *f);
void employer_in_text(const struct page *p, struct found *f);

/* Names that only papers have and no table knows, if little speaks for any other so far. */
void papers_read(const struct page *p, struct found *f);

/* Names that no table knows and little speaks for, so far: are they printed again? */
void again_read(const struct page *p, struct found *f);

/* The best candidate's name as the page spells it. */
struct str found_spelling(const struct page *p, const struct candidate *best);

#endif
