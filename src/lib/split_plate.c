/* A line in the head of a page that is nothing but the outlet's name, or holds it beside a headline. */
#include "split_found.h"
#include "split_source.h"
#include "split_words.h"

static bool
opens_with_domain(const struct rules *r, struct str s)
{
	return domain_opens(r, s);
}

static bool
is_name(const struct rules *r, struct str s)
{
	return rules_outlet(r, s, NULL);
}

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

/* The line is nothing but a name. */
static void
read_name(const struct page *p, size_t i, struct found *best)
{
	struct str s = page_line(p, i), as;
	const struct outlet *o = page_asks(p, i, ASK_NAME, is_name) ? rules_outlet(p->rules, s, &as) : NULL, *first;

	if (o && o->plain && p->korean && str_eq(s, as) && is_office(as) && (i <= 2 || (i < p->title && p->title < i + 4))) /* 국방부, above 보도자료 */
		offer(best, o, as, BY_PLATE);
	if (o && o->agency && i <= 1 && i < p->title && line_words(s) >= 2 && p->line[i].class == CLASS_AGENCY) /* the page's first line */
		offer(best, o, as, BY_PLATE);
	if (o && o->plain && (!((str_eq(s, as) || line_words(s) >= 3) && line_words(s) > 1) || class_in(p->line[i].class, IN(SECTION) | IN(NAV))))
		o = NULL;
	if (o && p->line[i].class != CLASS_AGENCY)
		offer(best, o, as, o->agency ? BY_AGENCY : BY_PLATE);
	else if (!o && i < p->title && p->title < p->n && (p->line[i].class == CLASS_OTHER || (i == 0 && p->line[i].class == CLASS_SECTION && !section_word(s))) && outlet_shape(s))
		offer(best, NULL, s, BY_SHAPE);
	if (i < p->title && p->title < p->n && (p->line[i].flags & LINE_UPPER) && line_words(s) <= 5) { /* CNN NEWSROOM */
		first = rules_outlet(p->rules, str_of(s.p, str_find(s, STR(" "), 0)), &as);
		if (first && !first->agency && !first->plain)
			offer(best, first, as, BY_PLATE);
	}
}

/* The name stands before or behind the k-th cut, beside a headline. */
static void
read_cut(const struct page *p, size_t i, size_t k, struct found *best)
{
	struct str s = page_line(p, i), cut = words_item(plate_cuts, k), as, other, rest;
	size_t at = str_find(s, cut, 0);
	const struct outlet *left, *right;

	if (at == s.n)
		return;
	rest = str_trim(str_from(s, at + cut.n));
	right = site_of(p->rules, rest, &other);
	left = rules_outlet(p->rules, str_of(s.p, at), &as);
	if (right && k == 0 && left) /* CSIS | Beyond Parallel: the house and its paper */
		offer(best, right, other, right->agency ? BY_AGENCY : BY_TITLE);
	if (left && (!left->plain || right)) /* Pulse by Maeil Business News Korea */
		offer(best, left, as, left->agency ? BY_AGENCY : BY_TITLE);
	if (right)
		offer(best, right, other, right->agency ? BY_AGENCY : BY_TITLE);
	else if (k < 2 && line_words(str_of(s.p, at)) >= 4 && (i == p->title || p->line[i].class == CLASS_TITLE) && !section_word(rest) && outlet_shape(rest))
		offer(best, NULL, rest, BY_SHAPE);
}

void
plate_read(const struct page *p, size_t i, struct found *best)
{
	struct str s = page_line(p, i), site, as;

	if (p->fate[i] == FATE_DROP && page_asks(p, i, ASK_DOMAIN, opens_with_domain)) {
		const struct outlet *o = domain_opens(p->rules, s);

		offer(best, o, name_for(p, o), BY_DOMAIN);
	}
	read_name(p, i, best);
	if ((p->line[i].flags & LINE_PROSE) || p->line[i].class == CLASS_CAPTION || !page_asks(p, i, ASK_CUT, has_cut))
		return;
	site = p->line[i].class == CLASS_TITLE ? title_site(p, i, title_of(p, p->title)) : str_of(s.p, 0);
	if (site.n && !rules_outlet(p->rules, site, &as) && !section_word(site))
		offer(best, NULL, site, BY_TITLE);
	for (size_t k = 0; words_item(plate_cuts, k).n; k++)
		read_cut(p, i, k, best);
}
