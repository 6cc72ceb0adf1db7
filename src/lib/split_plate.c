/* A line in the head of a page that is nothing but the outlet's name, or holds it beside a headline. */
#include "split_found.h"
#include "split_source.h"
#include "split_words.h"

#define HEAD_PLATES 4 /* lines of a head in which a paper says its name */

/* The outlet behind a headline. `| Local` is not The Local. */
static const struct outlet *
site_of(const struct rules *r, struct str s, struct str *as)
{
	const struct outlet *o = rules_outlet(r, s, as);

	return o && o->plain && str_starts(*as, STR("The ")) && !str_starts_nocase(s, STR("the ")) ? NULL : o;
}

/* What stands between a headline and the outlet's name. */
static const struct words plate_cuts = WORDS_ITEM(" | ", " - ", " – ", " by ", " < ", " • ");

static bool
has_cut(const struct rules *r, struct str s)
{
	(void)r;
	return words_any(s, plate_cuts);
}

/* `국방부`, `방위사업청` */
static bool
is_office(struct str s)
{
	return words_end(s, WORDS("부", "청", "처", "원", "실", "회", "대")) && line_hangul(s) * 3 == s.n;
}

/* By its class and, among menus, its last word, line i could be the name of a paper. */
static bool
could_be_plate(const struct page *p, size_t i)
{
	struct str s = text(p, i);

	switch (class(p, i)) {
	case CLASS_OTHER:
		return true;
	case CLASS_SECTION:
		return i == 0 || (i < HEAD_PLATES && !p->line[i].rule && !str_ends(s, STR(" News")));
	case CLASS_NAV:
		return paper_noun(line_last_word(s)) && !words_start(s, WORDS("Log", "Sign")); /* Login Register */
	default:
		return false;
	}
}

/* A name that no table knows: on a line of its own above the headline, or a Korean one before a section. */
static void
read_unknown(const struct page *p, size_t i, struct found *f)
{
	struct str s = text(p, i), name;
	unsigned char c = class(p, i);
	bool plate = i < HEAD_PLATES && class_in(c, IN(OTHER) | IN(SECTION) | IN(TITLE));

	name = plate ? plate_name(p->rules, s) : STR("");
	if (name.n)
		offer(f, NULL, name, BY_SHAPE);
	if (i > p->title && c == CLASS_OTHER && str_starts(s, STR("The ")) && line_words(s) <= 4 && outlet_shape(s)
	    && paper_noun(line_last_word(s))) /* in the byline's place */
		offer(f, NULL, s, BY_SHAPE);
	if (i < p->title && could_be_plate(p, i) && outlet_shape(s) && (c == CLASS_OTHER || !section_word(s)))
		offer(f, NULL, s, c != CLASS_NAV || i == 0 || str_starts(s, STR("The ")) ? BY_SHAPE : BY_FIRST);
}

/* The line is nothing but a name. */
static void
read_name(const struct page *p, size_t i, struct found *f)
{
	struct str s = text(p, i), as;
	const struct outlet *o = page_asks(p, i, ASK_NAME, names_outlet) ? rules_outlet(p->rules, s, &as) : NULL, *first;

	if (o && o->plain && p->korean && str_eq(s, as) && is_office(as)
	    && (i <= 2 || (i < p->title && p->title < i + 4))) /* 국방부, above 보도자료 */
		offer(f, o, as, BY_PLATE);
	if (o && o->plain
	    && (!((str_eq(s, as) || line_words(s) >= 3) && line_words(s) > 1)
		|| class_in(class(p, i), IN(SECTION) | IN(NAV) | IN(STAFF))))
		o = NULL;
	if (o && class(p, i) != CLASS_AGENCY)
		offer(f, o, as, o->agency ? BY_AGENCY : BY_PLATE);
	else if (!o && p->title < p->n)
		read_unknown(p, i, f);
	if (i < p->title && p->title < p->n && is(p, i, LINE_UPPER) && line_words(s) <= 5) { /* CNN NEWSROOM */
		first = rules_outlet(p->rules, str_of(s.p, str_find(s, STR(" "), 0)), &as);
		if (first && !first->agency && !first->plain)
			offer(f, first, as, BY_PLATE);
	}
}

/* The name stands before or behind the k-th cut, beside a headline. */
static void
read_cut(const struct page *p, size_t i, size_t k, struct found *f)
{
	struct str s = text(p, i), cut = words_item(plate_cuts, k), as, other, rest;
	size_t at = str_find(s, cut, 0);
	const struct outlet *left, *right;

	if (at == s.n)
		return;
	rest = str_trim(str_from(s, at + cut.n));
	right = site_of(p->rules, rest, &other);
	left = rules_outlet(p->rules, str_of(s.p, at), &as);
	if (left && (!left->plain || right)) /* Pulse by Maeil Business News Korea */
		offer(f, left, as, left->agency ? BY_AGENCY : BY_TITLE);
	if (right)
		offer(f, right, other, right->agency ? BY_AGENCY : BY_TITLE);
	else if (k < 2 && line_words(str_of(s.p, at)) >= 4 && (i == p->title || class(p, i) == CLASS_TITLE) && !section_word(rest)
	    && outlet_shape(rest))
		offer(f, NULL, rest, BY_SHAPE);
}

/* `2023.02.15 국방부`, `Yonhap  2024-05-01 10:20`: who stands beside the date. */
static void
from_stamp(const struct page *p, size_t i, struct found *f)
{
	struct str side[2], as;

	if (i >= p->first || !stamp_sides(p->rules, text(p, i), side))
		return;
	for (size_t k = 0; k < 2; k++) {
		const struct outlet *o = rules_outlet(p->rules, side[k], &as), *site = o ? NULL : rules_domain(p->rules, side[k]);

		if (site) { /* FOXNews.com Monday, 27 April 2020 () */
			o = site;
			as = site->name;
		}
		if (o && (!o->plain || (str_eq(side[k], as) && (line_hangul(as) || line_words(as) > 1))))
			offer(f, o, as, o->agency ? BY_AGENCY : BY_PLATE);
		else if (!o && outlet_shape(side[k]) && !section_word(side[k]) && !names_lead(p->rules, side[k]).n)
			offer(f, NULL, side[k], BY_SHAPE);
	}
}

/* `Asia Timesa day ago`, `UPI3 hours ago`: the outlet of a page that an aggregator shows, and when. */
static void
from_ago(const struct page *p, size_t i, struct found *f)
{
	struct str as;
	const struct outlet *o = i < p->first ? rules_outlet(p->rules, name_and_age(text(p, i)), &as) : NULL;

	if (o)
		offer(f, o, as, BY_PLATE);
}

/* `Caliber.Az`, `Gull.news`: a site that calls itself by its address. */
static bool
site_name(struct str s)
{
	const char *sign = s.n < 24 && is_capital(*s.p) ? memchr(s.p, '.', s.n) : NULL;
	size_t dot = sign ? (size_t)(sign - s.p) : s.n;

	if (dot < 3 || dot + 3 > s.n || dot + 5 < s.n)
		return false;
	for (size_t i = 1; i < s.n; i++)
		if (i != dot && !is_small(s.p[i]) && !is_capital(s.p[i]))
			return false;
	return true;
}

/* Is it a name by its form alone? Most lines are none. */
static bool
is_plate(const struct rules *r, struct str s)
{
	return s.n < 60 && (site_name(s) || rules_outlet(r, name_and_age(s), NULL));
}

/* The name of a paper on the first line, above the headline. */
static void
from_first_line(const struct page *p, size_t i, struct found *f)
{
	struct str s = text(p, i), as = s;
	const struct outlet *o;

	if (i || p->title == 0 || p->title == p->n || p->fate[0] != FATE_DROP
	    || !class_in(class(p, 0), IN(OTHER) | IN(SECTION) | IN(SOURCE)) || p->line[0].rule || p->line[0].words > 4 || s.n < 4
	    || s.n > 40 || !is_capital(*s.p) || section_word(s) || str_has(text(p, p->title), s)) /* what the story is about */
		return;
	o = rules_outlet(p->rules, s, &as);
	offer(f, o, as, o ? BY_SHAPE : BY_FIRST);
}

/* PressReader's line above the headline, `The Harbor Herald (South Africa)`, or that below it, `Harbor News (Sunday) - - WORLD -`. */
static void
from_reader(const struct page *p, size_t i, struct found *f)
{
	struct str s = text(p, i), as, name = str_of(s.p, words_find(s, WORDS(" (Sunday)", " (Saturday)", " - - ")));

	if (i == 0 ? p->title == 1 && class(p, 0) == CLASS_SOURCE : i == p->title + 1 && str_has(s, STR(" - - ")))
		if (outlet_shape(str_of(name.p, str_find(name, STR(" ("), 0))))
			offer(f, rules_outlet(p->rules, name, &as), name, BY_PLATE);
}

/* Names beside a headline. */
static void
read_cuts(const struct page *p, size_t i, struct found *f)
{
	struct str site = str_of(NULL, 0), as;
	const struct outlet *o = i == p->title || class(p, i) == CLASS_TITLE ? title_outlet(p, i, &as) : NULL;

	if (o)
		offer(f, o, as, o->agency ? BY_AGENCY : BY_TITLE);
	if (is(p, i, LINE_PROSE) || class(p, i) == CLASS_CAPTION || !page_asks(p, i, ASK_CUT, has_cut))
		return;
	if (class_in(class(p, i), IN(TITLE) | IN(HEADER_TITLE)) && p->title < p->n)
		site = title_site(header_value(p, i), title_of(p, p->title));
	if (site.n && !rules_outlet(p->rules, site, &as) && !section_word(site))
		offer(f, NULL, site, BY_TITLE);
	for (size_t k = 0; words_item(plate_cuts, k).n; k++)
		read_cut(p, i, k, f);
}

void
plate_read(const struct page *p, size_t i, struct found *f)
{
	struct str s = text(p, i);

	if (p->fate[i] == FATE_DROP && page_asks(p, i, ASK_PLATE, is_plate)) {
		from_ago(p, i, f);
		if (site_name(s))
			offer(f, NULL, s, BY_SHAPE);
	}
	if ((i >= p->first && p->first != p->n) || str_starts(s, STR("• ")))
		return;
	if (class(p, i) == CLASS_DATE)
		from_stamp(p, i, f);
	from_first_line(p, i, f);
	if (i < 3)
		from_reader(p, i, f);
	read_name(p, i, f);
	read_cuts(p, i, f);
}
