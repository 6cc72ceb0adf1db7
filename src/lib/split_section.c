#include "split_page.h"
#include "split_words.h"

/* The line without the headline that a trail ends with, `Home > Press Releases > HEADLINE`. */
static struct str
without_title(const struct page *p, struct str s)
{
	const struct words signs = WORDS(" ", ">", "/", "|", "»", "›", ":", "-");
	struct str title = p->title < p->n ? title_of(p, p->title) : STR("");

	if (!title.n || s.n <= title.n || !str_ends(s, title))
		return s;
	s.n -= title.n;
	for (size_t n; (n = words_end(s, signs)) > 0;)
		s.n -= n;
	return s;
}

/* How well line i tells the section: a trail best, `Home > National > Defense`, else a name; menus stand above it, so the lowest one above
 * the headline. */
static unsigned
section_points(const struct page *p, size_t i)
{
	unsigned char class = p->line[i].class;
	bool led = class == CLASS_NAV && i < p->title && without_title(p, page_line(p, i)).n + 3 <= p->line[i].n;

	if (p->fate[i] != FATE_DROP || !(led || class_in(class, IN(CRUMB) | IN(SECTION))) || p->line[i].n < 3) /* × */
		return 0;
	return 1 + (i < p->title) + 2 * (led || class == CLASS_CRUMB);
}

/* `Apr 30, 2025 - World`: a section beside the date. */
static struct str
beside_date(const struct page *p)
{
	for (size_t i = 0; i < p->first; i++) {
		struct str side[2];

		if (p->line[i].class == CLASS_DATE && stamp_sides(p->rules, page_line(p, i), side))
			for (size_t k = 0; k < 2; k++)
				if (str_digit(side[k], 0) == side[k].n && rules_match_whole(p->rules, side[k]) /* no `2면` */
				    && rules_match(p->rules, side[k])->class == CLASS_SECTION)
					return side[k];
	}
	return str_of(NULL, 0);
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
		article_set(a, KEY_SECTION, without_title(p, without_bullet(page_line(p, i))));
	}
	if (!most)
		article_set(a, KEY_SECTION, beside_date(p));
}
