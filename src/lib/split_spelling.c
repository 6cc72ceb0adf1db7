/* By which of its names a page calls its outlet. */
#include "split_found.h"
#include "split_naming.h"
#include "split_source.h"
#include "split_words.h"

/* The outlet as this page spells it: its other name if only that is printed, with `The` or without. */
static struct str
own_spelling(const struct page *p, const struct candidate *best)
{
	struct str as = best->as, bare = str_starts(as, STR("The ")) ? str_from(as, 4) : as, spelt = as, other;
	bool with = bare.n < as.n;

	if (!with && (best->outlet->agency || str_has(as, STR("Ministry"))))
		return as;
	for (size_t i = 0; i < p->n; i++) {
		struct str s = text(p, i);

		if (p->fate[i] == FATE_BODY || s.n >= RULES_SHORT || s.n < bare.n)
			continue;
		for (size_t at = str_find_nocase(s, bare, 0); at < s.n; at = str_find_nocase(s, bare, at + 1)) {
			bool the = at >= 4 && str_starts_nocase(str_from(s, at - 4), STR("the "));

			size_t n = 0;

			if (!stands_alone(s, at, bare.n)
			    || (at + bare.n < s.n && name_opens(p->rules, str_from(s, at), &other, &n)
				&& n > bare.n)) /* Guardian News & Media */
				continue;
			if (the == with) /* as it is told once, it is called */
				return as;
			if (!the)
				spelt = bare;
			else if (s.p[at - 4] == 'T' && line_words(s) <= line_words(bare) + 5 && !line_stops(s))
				spelt = str_of(s.p + at - 4, bare.n + 4);
		}
	}
	return spelt;
}

/* Does a line round the text of a page in Korean give that name? The copyright line may be in English. */
static bool
printed_round(const struct page *p, struct str name)
{
	for (size_t i = 0; i < p->n; i++) {
		struct str s = text(p, i);

		if ((p->fate[i] == FATE_DROP || is(p, i, LINE_DATELINE)) && s.n < RULES_SHORT
		    && class(p, i) != CLASS_CAPTION && str_has(s, name))
			return true;
	}
	return false;
}

struct str
found_spelling(const struct page *p, const struct candidate *best)
{
	struct candidate c = *best;
	const struct outlet *o = c.outlet;

	if (!o)
		return c.as;
	if (!p->korean && line_hangul(c.as)) /* an English page with a Korean copyright line */
		c.as = o->name;
	if (p->korean && o->ko.n && (printed_round(p, o->ko) || (str_eq(c.as, o->name) && !printed_round(p, o->name))))
		c.as = o->ko;
	return own_spelling(p, &c);
}
