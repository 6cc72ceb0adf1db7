/* The words of a headline, without what sites and agencies print beside it. */
#include "split_head.h"
#include "split_naming.h"
#include "split_source.h"
#include "split_words.h"

/* Signs between a headline and its site. */
static const struct words signs = WORDS_ITEM(" | ", " - ", " – ", " — ", " :: ", " • ", " : ", " < ", " > ", " » ", " | ", " / ");

static const struct words stuck_signs = WORDS_ITEM("--", "-", "|", "｜", " l ");

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

static bool
is_section(const struct rules *r, struct str s)
{
	return rules_vocabulary(r, s) || section_word(s) || str_among((struct str[]) { STR_ITEM("뉴스"), STR_ITEM("모바일") }, 2, s);
}

/* The outlet that s is, or with what of it or what it is: `RT World News`, `KBS 뉴스`, `38 North: Informed Analysis of North Korea`. */
static const struct outlet *
outlet_of(const struct rules *r, struct str s, struct str *as)
{
	const struct outlet *o = rules_outlet(r, s, as);
	size_t end = words_find(s, WORDS(" ", ": "));

	for (unsigned words = 0; !o && end < s.n && words < 4; words++) {
		if (s.p[end] == ':' || is_section(r, str_from(s, end + 1)))
			o = rules_outlet(r, str_of(s.p, end), as);
		end += 1 + words_find(str_from(s, end + 1), WORDS(" ", ": "));
	}
	return o;
}

static bool
is_portal(struct str s)
{
	return words_start(s, WORDS("네이버 ", "Daum ", "다음 "));
}

/* `harborsignal.example` */
static bool
is_domain(struct str s)
{
	return s.n >= 5 && s.n < 40 && !memchr(s.p, ' ', s.n) && memchr(s.p + 1, '.', s.n - 3) && is_small(str_last(s));
}

/* Does one part of a headline name its site? Behind a bar or colons few words do. */
static bool
names_site(const struct page *p, struct str part, bool bar)
{
	return outlet_of(p->rules, part, NULL) || (bar && line_words(part) <= 4) || is_domain(part)
	    || (line_words(part) >= 2 && line_words(part) <= 5 && outlet_shape(part)) || is_portal(part);
}

/* Without an outlet that stands behind a sign without blanks: `HEADLINE-국민일보`, `HEADLINE--Xinhua`. */
static struct str
without_stuck_site(const struct rules *r, struct str s)
{
	size_t at = s.n > SITE_MOST / 2 ? s.n - SITE_MOST / 2 : 0, n;

	for (at += words_find(str_from(s, at), stuck_signs); at < s.n; at += 1 + words_find(str_from(s, at + 1), stuck_signs)) {
		const struct outlet *o;

		n = words_start(str_from(s, at), stuck_signs);
		o = rules_outlet(r, str_from(s, at + n), NULL);
		if (o && !o->plain && at >= SITE_MOST / 4)
			return str_of(s.p, at);
	}
	return s;
}

/* Without ` | site`, ` - site`, ` :: site ::`, ` : section : site` at its end. */
static struct str
without_known_site(const struct page *p, struct str s)
{
	size_t best, end, n;

	best = end = s.n;
	for (size_t at = sign_before(s, s.n, &n); at < s.n; at = sign_before(s, at, &n)) {
		size_t from = at + n < end ? at + n : end; /* ` | - `: two signs, one blank between them */
		struct str part = str_trim(str_of(s.p + from, end - from)), before = str_of(s.p, at);
		bool bar = strchr("|<>", s.p[at + 1]) || words_start(str_from(s, at), WORDS(" :: ", " » "));

		if (line_words(before) < (s.p[at + 1] == '>' ? 6 : 3) && line_hangul(before) < 5)
			break;
		if (names_site(p, part, bar)
		    || (best < s.n && (is_section(p->rules, part) || (s.p[at + 1] == ':' && line_words(part) <= 2))))
			best = at;
		end = at;
	}
	return best < s.n ? str_of(s.p, best) : without_stuck_site(p->rules, s);
}

/* The wire's count of versions behind a headline: `...(2보)`, `...(종합2보)`, `... (2nd LD)`. */
static struct str
without_version(struct str s)
{
	size_t open = s.n - 1;

	if (s.n < 12 || str_last(s) != ')')
		return s;
	while (open > 0 && s.n - open < 20 && s.p[open] != '(')
		open--;
	if (s.p[open] != '(' || open < 6)
		return s;
	for (size_t i = open + 1; i + 1 < s.n;) {
		size_t n = words_start(str_from(s, i),
		    WORDS("종합", "보", "속보", "LEAD", "LD", "UPDATE", "Update", "URGENT", "2nd", "3rd", "4th", "5th"));

		if (!n && !is_digit(s.p[i]) && s.p[i] != ' ')
			return s;
		i += n ? n : 1;
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

/* Without the wire's count of versions before a headline: `UPDATE 2-`, `WRAPUP 1-`. */
static struct str
without_count(struct str s)
{
	size_t n = words_start(s, WORDS("UPDATE ", "WRAPUP "));

	return n && n + 3 < s.n && is_digit(s.p[n]) && s.p[n + 1] == '-' ? str_from(s, n + 2) : s;
}

struct str
title_clean(const struct page *p, struct str s)
{
	s = str_trim(str_starts(s, STR("• ")) ? str_from(s, 4) : s);
	if (str_starts(s, TITLE_FIELD) && s.n > 14)
		s = str_trim(str_from(s, TITLE_FIELD.n));
	s = without_sections(p, without_count(s));
	s = without_known_site(p, s);
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

const struct outlet *
title_outlet(const struct page *p, size_t i, struct str *as)
{
	struct str s = text(p, i), clean = title_of(p, i), part;
	const struct outlet *o = NULL;

	for (s = str_from(s, (size_t)(clean.p + clean.n - s.p)); s.n && !o; s = str_from(s, part.n)) {
		s = str_from(s, words_start(s, signs));
		s = str_from(s, words_start(s, stuck_signs));
		part = str_of(s.p, words_find(s, signs));
		o = outlet_of(p->rules, str_trim(part), as);
		if (o && o->plain && line_words(part) < 2) /* ` - World` */
			o = NULL;
	}
	return o;
}

struct str
title_site(struct str s, struct str clean)
{
	struct str site;

	if (clean.n < 16 || s.n < clean.n + 5 || s.n > clean.n + 100 || s.p[clean.n] != ' ' || !str_starts(s, clean))
		return str_of(s.p, 0);
	site = str_from(s, clean.n);
	site = str_from(site, words_start(site, signs));
	if (line_words(site) > 5) /* `KXQR 7 News, Cedar Bluffs, Iowa` */
		site.n = str_find(site, STR(", "), 0);
	return could_be_site(site) ? site : str_of(site.p, 0);
}

struct str
title_suffix(struct str s)
{
	size_t n = 0, at = sign_before(s, s.n, &n);
	struct str site = str_from(s, at < s.n ? at + n : s.n);

	return at >= 16 && could_be_site(site) ? site : str_of(s.p, 0);
}

struct str
title_without(struct str title, struct str source)
{
	struct str site = source.n && str_has_nocase(str_tail(title, source.n + 3), source) ? title_suffix(title) : STR("");
	size_t n;

	if (site.n && str_starts_nocase(site, source) && site.n <= source.n + 3)
		title.n = sign_before(title, title.n, &n);
	return title;
}
