/* The words of a headline, without what sites and agencies print beside it. */
#include "split_head.h"
#include "split_words.h"

/* Signs between a headline and its site. */
static const struct words signs = WORDS_ITEM(" | ", " - ", " – ", " — ", " :: ", " • ", " : ", " < ", " | ");

#define SITE_MOST 80 /* bytes of a site's name with its sign */

/* The last sign before byte `end`, and its length; s.n if there is none near the end of the line. */
static size_t
sign_before(struct str s, size_t end, size_t *n)
{
	size_t least = s.n > SITE_MOST ? s.n - SITE_MOST : 1;

	for (size_t at = end; at-- > least;)
		if (s.p[at] == ' ' && at + 2 < s.n && !is_letter(s.p[at + 1]) && !is_digit(s.p[at + 1])
		    && (*n = words_start(str_from(s, at), signs)) > 0)
			return at;
	return s.n;
}

/* A few words that begin with a capital or in Hangul. */
static bool
could_be_site(struct str s)
{
	return s.n >= 3 && line_words(s) <= 5 && !line_stops(s) && (is_capital(*s.p) || (*s.p & 0x80));
}

/* What a station calls itself, before what it is and sends: `WKBX TV: Maple Falls, WI NEWS9 News, Weather, and Sports`. Empty if s is
 * no such line. */
static struct str
station(struct str s)
{
	bool sends = is_capital(*s.p) && words_any(s, WORDS("News, ", "Weather", "Sports")) && !line_stops(s);

	return str_of(s.p, sends && str_has(s, STR(": ")) ? str_find(s, STR(": "), 0) : 0);
}

/* Without the colons that close ` :: site ::`. */
static struct str
without_colons(struct str s)
{
	return str_ends(s, STR(" ::")) ? str_of(s.p, s.n - strlen(" ::")) : s;
}

/* Without ` | site`, ` - site`, ` :: site ::` at its end, where the site is known or stands behind a bar or colons. */
static struct str
without_known_site(const struct page *p, struct str s)
{
	size_t best, n;

	s = without_colons(s);
	best = s.n;
	for (size_t at = sign_before(s, s.n, &n); at < s.n; at = sign_before(s, at, &n)) {
		struct str rest = str_trim(str_from(s, at + n)), as;
		bool bar = s.p[at + 1] == '|' || s.p[at + 1] == '<' || str_starts(str_from(s, at), STR(" :: "));

		if (line_words(str_of(s.p, at)) < 3 && line_hangul(str_of(s.p, at)) < 5)
			break;
		if (rules_outlet(p->rules, rest, &as) || (bar && line_words(rest) <= 4))
			best = at;
	}
	return str_of(s.p, best);
}

/* The wire's count of versions behind a headline: `...(2보)`, `...(종합2보)`, `... (2nd LD)`. */
static struct str
without_version(struct str s)
{
	static const char *const marks[] = { "종합", "보", "속보", "LEAD", "LD", "UPDATE", "Update", "URGENT", "2nd", "3rd", "4th", "5th",
		NULL };
	size_t open = s.n;

	if (s.n < 12 || s.p[s.n - 1] != ')')
		return s;
	while (open > 0 && s.n - open < 20 && s.p[open] != '(')
		open--;
	if (s.p[open] != '(' || open < 6)
		return s;
	for (size_t i = open + 1; i + 1 < s.n;) {
		size_t k = 0;

		while (marks[k] && !str_starts(str_from(s, i), str_z(marks[k])))
			k++;
		if (!marks[k] && !is_digit(s.p[i]) && s.p[i] != ' ')
			return s;
		i += marks[k] ? strlen(marks[k]) : 1;
	}
	if (is_digit(s.p[s.n - 2])) /* (2), (2024) */
		return s;
	return str_trim(str_of(s.p, open));
}

/* Sections before a headline on one line with it, two and more: `정치 국방 [포토] 눈 덮인 ...` */
static struct str
without_sections(const struct page *p, struct str s)
{
	size_t at = 0;
	unsigned n = 0;

	while (at + 30 < s.n) {
		size_t end = str_find(s, STR(" "), at);

		if (!(s.p[at] & 0x80) || end - at > 18 || !rules_match_whole(p->rules, str_of(s.p + at, end - at)))
			break;
		at = end + 1;
		n++;
	}
	return n >= 2 ? str_from(s, at) : s;
}

struct str
title_clean(const struct page *p, struct str s)
{
	s = str_trim(str_starts(s, STR("• ")) ? str_from(s, 4) : s);
	if (str_starts(s, TITLE_FIELD) && s.n > 14)
		s = str_trim(str_from(s, TITLE_FIELD.n));
	s = without_sections(p, s);
	s = without_known_site(p, s);
	s = without_known_site(p, s); /* ` - Politics | site` */
	s.n -= words_end(s, WORDS(" News Today", " NEWS TODAY", " News Brief", " NEWS BRIEF")); /* a broadcaster's programme */
	s.n = line_aired(s);
	while (s.n && s.p[0] == '(') { /* (LEAD), (2nd LD), (News Focus) */
		size_t end = str_find(s, STR(")"), 0);

		if (end > 40 || end + 3 >= s.n || line_words(str_of(s.p, end)) > 4 || line_hangul(str_of(s.p, end)))
			break;
		s = str_trim(str_from(s, end + 1));
	}
	return without_version(str_trim(s));
}

struct str
title_site(struct str s, struct str clean)
{
	struct str site;

	if (clean.n < 16 || s.n < clean.n + 5 || s.n > clean.n + 100 || s.p[clean.n] != ' ' || !str_starts(s, clean))
		return str_of(s.p, 0);
	site = str_from(s, clean.n);
	site = str_from(site, words_start(site, signs));
	return could_be_site(site) ? site : station(site);
}

struct str
title_suffix(struct str s)
{
	s = without_colons(s);
	size_t n = 0, at = sign_before(s, s.n, &n);
	struct str site = str_from(s, at < s.n ? at + n : s.n);

	return at >= 16 && could_be_site(site) ? site : str_of(s.p, 0);
}

struct str
title_without(struct str title, struct str source)
{
	struct str site = title_suffix(title);
	size_t n;

	if (source.n && site.n && str_starts_nocase(site, source) && site.n <= source.n + 3)
		title.n = sign_before(title, title.n, &n);
	return title;
}
