/* The outlet's line in documents of archives: LexisNexis and Nexis Uni set it over the day, Factiva under it, before its code. */
#include "split_archive.h"
#include "split_words.h"

/* More than one label of an archive, or the mark of a document, tells that a page comes from one. */
static bool
archived(const struct page *p)
{
	unsigned labels = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (class_in(class(p, i), IN(DOCUMENT) | IN(END)))
			return true;
		labels += class(p, i) == CLASS_HEADER;
	}
	return labels >= 2;
}

/* `YONH`, `LBA`: what stands under the outlet's name. */
static bool
is_code(const struct page *p, size_t i)
{
	return i < p->first && is(p, i, LINE_UPPER) && p->line[i].words == 1 && p->line[i].n <= 8;
}

/* A few words that are no label, no headline, and nobody's name: `Incheon Ledger` may look like one. */
static bool
could_name(const struct page *p, size_t i, bool like_person)
{
	uint64_t classes = IN(NONE) | IN(SOURCE) | IN(AGENCY) | IN(SECTION) | IN(OTHER);

	if (like_person && !str_starts_nocase(text(p, i), STR("by ")))
		classes |= IN(BYLINE);
	return i < p->first && i != p->title && p->line[i].words <= 7 && class_in(class(p, i), classes)
	    && !line_stops(text(p, i));
}

size_t
archive_source(const struct page *p)
{
	size_t day = 0, below;

	if (!page_has(p, IN(HEADER) | IN(DOCUMENT) | IN(END)))
		return p->n;
	for (size_t i = 0; i + 1 < p->first; i++)
		if (class(p, i) == CLASS_HEADER && str_eq(text(p, i), STR("SN"))) /* Factiva's label */
			return i + 1;
	while (day < p->first && class(p, day) != CLASS_DATE)
		day++;
	if (day == 0 || day >= p->first || !archived(p))
		return p->n;
	below = day + 1;
	while (below < p->first && class_in(class(p, below), IN(DATE) | IN(COUNTER))) /* the time */
		below++;
	if (is_code(p, below + 1) && could_name(p, below, true))
		return below;
	return could_name(p, day - 1, page_has(p, IN(HEADER_AUTHOR))) ? day - 1 : p->n;
}

struct str
archive_name(const struct rules *r, struct str s)
{
	struct str name = str_trim(str_of(s.p, words_find(s, WORDS(" (", " [", ";")))), paper;

	paper = str_of(name.p, name.n - words_end(name, WORDS(" Online", ".com")));
	return rules_outlet(r, paper, NULL) ? paper : name;
}
