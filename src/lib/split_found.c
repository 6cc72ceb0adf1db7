#include "split_found.h"

/* What only the page's own outlet prints weighs more than all that names others as well, taken together. Of a name that no table
 * knows two weak kinds are enough, one is not. */
static const unsigned char weights[] = {
	[BY_DATELINE] = 2,
	[BY_AGENCY] = 3,
	[BY_PICTURE] = 5,
	[BY_MENTION] = 6,
	[BY_AGAIN] = 12,
	[BY_SAID] = 12,
	[BY_TAIL] = 12,
	[BY_FIRST] = 12,
	[BY_NAME] = 12,
	[BY_SELF] = 14,
	[BY_SHAPE] = 20,
	[BY_DOMAIN] = 24,
	[BY_WORD] = 26,
	[BY_MAIL] = 30,
	[BY_OWN] = 36,
	[BY_TITLE] = 50,
	[BY_PLATE] = 60,
	[BY_LABEL] = 80,
	[BY_COPYRIGHT] = 100,
	[BY_ARCHIVE] = 250,
};

#define LEAST 20 /* points */

static bool
same_name(struct str a, struct str b)
{
	struct str the = STR("The ");

	a = str_from(a, str_starts(a, the) ? the.n : 0);
	b = str_from(b, str_starts(b, the) ? the.n : 0);
	return a.n == b.n && str_starts_nocase(a, b);
}

static struct candidate *
candidate_of(struct found *f, const struct outlet *outlet, struct str as)
{
	for (size_t i = 0; i < f->n; i++)
		if (outlet ? f->list[i].outlet == outlet : !f->list[i].outlet && same_name(f->list[i].as, as))
			return &f->list[i];
	if (f->n == CANDIDATES)
		return NULL;
	f->list[f->n] = (struct candidate) { .outlet = outlet };
	return &f->list[f->n++];
}

void
offer(struct found *f, const struct outlet *outlet, struct str as, enum evidence how)
{
	struct candidate *c;

	if (!as.n || (outlet && outlet->owner))
		return;
	if (outlet && outlet->wire && how != BY_OWN && how != BY_DOMAIN && how != BY_MAIL && how != BY_TITLE && how != BY_ARCHIVE) {
		f->wire = f->wire.n ? f->wire : as;
		return;
	}
	c = candidate_of(f, outlet, as);
	if (!c)
		return;
	if (how > c->how) {
		c->as = (how == BY_DOMAIN || how == BY_MAIL) && c->how == BY_DATELINE ? c->as : as; /* its own spelling is on the page */
		c->how = how;
	}
	if (!(c->kinds >> how & 1))
		c->points += weights[how];
	c->kinds |= 1u << how;
}

static bool
better(const struct candidate *a, const struct candidate *b)
{
	return a->points > b->points || (a->points == b->points && a->how > b->how);
}

#define BIT(how) (1u << (how))
#define HEADS (BIT(BY_MAIL) | BIT(BY_TITLE) | BIT(BY_PLATE)) /* what a page prints of its own paper alone */

/* The paper of a house that no table knows and that the page names only as the holder of its rights: `38 North` above
 * `© 2024 The Harbin Center`. */
static const struct candidate *
paper_of(const struct found *f, const struct candidate *house)
{
	const struct candidate *paper = house;

	if (house->outlet || (house->kinds & ~BIT(BY_AGAIN)) != BIT(BY_COPYRIGHT))
		return house;
	for (size_t i = 0; i < f->n; i++) {
		const struct candidate *c = &f->list[i];

		if (c->outlet && !c->outlet->agency && (c->kinds & HEADS) && (paper == house || better(c, paper)))
			paper = c;
	}
	return paper;
}

struct candidate
found_best(const struct found *f)
{
	const struct candidate none = { .outlet = NULL }, *best = &none;

	for (size_t i = 0; i < f->n; i++) {
		const struct candidate *c = &f->list[i];

		if ((c->outlet || c->points >= LEAST) && better(c, best))
			best = c;
	}
	return *paper_of(f, best);
}
