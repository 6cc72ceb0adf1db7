#include "split_page.h"

/* How well line i tells the section: a trail best, `Home > National > Defense`, else a name; menus stand above it, so the lowest one above
 * the headline. */
static unsigned
section_points(const struct page *p, size_t i)
{
	if (p->fate[i] != FATE_DROP || !class_in(p->line[i].class, IN(CRUMB) | IN(SECTION)) || p->line[i].n < 3) /* × */
		return 0;
	return 1 + (i < p->title) + 2 * (p->line[i].class == CLASS_CRUMB);
}

void
section_find(const struct page *p, struct article *a)
{
	unsigned most = 0;

	for (size_t i = 0; i < p->first; i++) {
		unsigned points = section_points(p, i);

		if (points == 0 || points < most || (points == most && i > p->title)
		    || str_eq(page_line(p, i), article_text(a, KEY_SOURCE)))
			continue;
		most = points;
		article_set(a, KEY_SECTION, without_bullet(page_line(p, i)));
	}
}
