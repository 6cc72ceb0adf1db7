#include "split_page.h"
#include "split_source.h"
#include "split_words.h"

/* The line without the headline that a trail ends with, `Home > Press Releases > HEADLINE`. */
static struct str
without_title(const struct page *p, struct str s)
{
	struct str title = p->title < p->n ? title_of(p, p->title) : STR("");

	if (!title.n || s.n <= title.n || !str_ends(s, title))
		return s;
	s.n -= title.n;
	for (size_t n; (n = words_end(s, WORDS(" ", ">", "/", "|", "»", "›", ":", "-"))) > 0;)
		s.n -= n;
	return s;
}

/* A menu of the site itself looks like a trail: `About | Routes | Shop | Contact`. */
static bool
serves_readers(const struct page *p, size_t i)
{
	struct str rest = text(p, i);
	const struct rule *rule;

	if (class(p, i) != CLASS_CRUMB || !memchr(rest.p, '|', rest.n))
		return false;
	while (rest.p) {
		struct str part = str_trim(str_cut(&rest, '|'));

		rule = rules_match_whole(p->rules, part) ? rules_match(p->rules, part) : NULL;
		if (rule && class_in(rule->class, IN(NAV) | IN(SUBSCRIBE) | IN(CONTACT) | IN(LEGAL)) && !str_eq_nocase(part, STR("home")))
			return true;
	}
	return false;
}

/* One of the menu's lines again, right above the headline: the page's section. */
static bool
in_menu(const struct page *p, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(text(p, k), text(p, i)))
			return true;
	return false;
}

/* How well line i tells the section: a trail best, `Home > National > Defense`, else a name; menus stand above it, so the lowest one above
 * the headline. */
static unsigned
section_points(const struct page *p, size_t i)
{
	unsigned char c = class(p, i);
	bool led;

	if (!class_in(c, IN(NAV) | IN(CRUMB) | IN(SECTION)))
		return 0;
	led = c == CLASS_NAV && i < p->title && without_title(p, text(p, i)).n + 3 <= p->line[i].n;

	if (i + 1 == p->title && c == CLASS_NAV && !p->line[i].rule && in_menu(p, i))
		return 3;
	if (p->fate[i] != FATE_DROP || !(led || class_in(c, IN(CRUMB) | IN(SECTION))) || p->line[i].n < 3 /* × */
	    || serves_readers(p, i))
		return 0;
	return 1 + (i < p->title) + 2 * (led || c == CLASS_CRUMB);
}

/* `Apr 30, 2025 - World`: a section beside the date. */
static struct str
beside_date(const struct page *p)
{
	for (size_t i = 0; i < p->first; i++) {
		struct str side[2];

		if (class(p, i) == CLASS_DATE && stamp_sides(p->rules, text(p, i), side))
			for (size_t k = 0; k < 2; k++)
				while (side[k].p) { /* Harbor Notes | Photo | 3 June 2025 */
					struct str part = str_trim(str_cut(&side[k], '|'));

					if (str_digit(part, 0) == part.n && rules_section(p->rules, part)) /* no `2면` */
						return part;
				}
	}
	return str_of(NULL, 0);
}

/* The section without the paper's name before it: `서울동네뉴스 사회`, `Harbor Notes | Photo`. */
static struct str
without_source(const struct page *p, struct str s, struct str source)
{
	struct str rest = str_from(s, smaller(source.n, s.n));
	size_t sign = words_start(rest, WORDS(" | ", " · ", " "));

	if (!source.n || !sign || !str_starts(s, source) || !rules_section(p->rules, str_from(rest, sign)))
		return s;
	return str_from(rest, sign);
}

void
section_find(const struct page *p, struct article *a)
{
	unsigned most = 0;

	for (size_t i = 0; i < p->first; i++) {
		unsigned points = section_points(p, i);

		if (points == 0 || points < most || (points == most && i > p->title)
		    || str_eq(text(p, i), article_text(a, KEY_SOURCE)))
			continue;
		most = points;
		article_set(a, KEY_SECTION,
		    without_source(p, without_title(p, without_bullet(text(p, i))), article_text(a, KEY_SOURCE)));
	}
	if (!most)
		article_set(a, KEY_SECTION, beside_date(p));
}
