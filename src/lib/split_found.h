/* The outlet of a page as far as it is found: what the files that look for it share. */
#ifndef KWIRE_SPLIT_FOUND_H
#define KWIRE_SPLIT_FOUND_H

#include "split_page.h"

/* Where the outlet's name was found, the surest first. */
enum evidence { BY_NOTHING, BY_DATELINE, BY_AGENCY, BY_PICTURE, BY_MENTION, BY_SELF, BY_NAME, BY_SHAPE, BY_DOMAIN, BY_WORD, BY_OWN, BY_TITLE, BY_PLATE, BY_LABEL, BY_COPYRIGHT, BY_ARCHIVE };

struct found {
	const struct outlet *outlet;
	struct str as;
	enum evidence how;
	struct str wire; /* an agency that is named only for its text */
};

/* The outlet, or one that no table knows by that name, is taken if its evidence is surer than what there is. */
static inline void
offer(struct found *best, const struct outlet *outlet, struct str as, enum evidence how)
{
	if (how == BY_DOMAIN && best->outlet == outlet && best->how == BY_DATELINE) /* its own spelling is on the page */
		as = best->as;
	if (outlet && outlet->owner)
		return;
	if (outlet && outlet->wire && how != BY_OWN && how != BY_DOMAIN && how != BY_TITLE && how != BY_ARCHIVE) {
		best->wire = best->wire.n ? best->wire : as;
		return;
	}
	if (how > best->how && as.n)
		*best = (struct found) { outlet, as, how, best->wire };
}

/* How the page would call the outlet. */
static inline struct str
name_for(const struct page *p, const struct outlet *o)
{
	return p->korean && o->ko.n ? o->ko : o->name;
}

/* What line i, in the head of the page, says as the plate of an outlet. */
void plate_read(const struct page *p, size_t i, struct found *best);

#endif
