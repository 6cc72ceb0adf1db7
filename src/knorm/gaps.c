/* Spaces that a scraper lost where it joined paragraphs or dropped mark-up: `Tuesday.The`, `seas.”Leader`, `Staff(JCS)`. Not in
 * U.S., a.m., en.yna.co.kr, N.Korea, (10.30), Node.js. */
#include "gaps.h"
#include "ascii.h"
#include "list.h"

/* Byte at offset i of the line, 0 beyond its ends. */
static int
at(struct str s, size_t i)
{
	return i < s.n ? (unsigned char)s.p[i] : 0;
}

/* Is the stretch without spaces round i an address? */
static bool
in_address(struct str s, size_t i)
{
	size_t from = i, to = i;

	while (from && i - from < 100 && s.p[from - 1] > ' ')
		from--;
	while (to < s.n && to - i < 100 && s.p[to] > ' ')
		to++;
	for (size_t k = from; k < to; k++) {
		struct str rest = str_of(s.p + k, to - k);

		if (s.p[k] == '@' || s.p[k] == '_' || str_starts(rest, STR("://")) || str_starts_nocase(rest, STR("www.")))
			return true;
	}
	return false;
}

/* Does the word that ends before the stop at i have a capital? */
static bool
behind_capital(struct str s, size_t i)
{
	while (i && is_letter(at(s, i - 1)))
		i--;
	return is_capital(at(s, i));
}

/* Does the word of n letters at i, behind a stop, end a name that has the stop inside? Of a site (Naver.Com, Caliber.Az, T.Me/x),
 * a firm (Apple.Inc) or a file. Two letters are a country's domain, unless they open sentences or names (Ri Yong-ho). */
static bool
ends_name(struct str s, size_t i, size_t n)
{
	struct str word = str_of(s.p + i, n);

	if (word_among(word, "com net org gov edu mil biz co kr tv js inc ltd corp llc news pro pdf doc jpg png txt htm html php zip"))
		return true;
	if (at(s, i + n) == '/')
		return true;
	return n == 2 && is_small(at(s, i + 1)) && behind_capital(s, i - 1)
	    && !word_among(word, "he it in at on as an if no so we by to of or my up do is mr ms dr st lt")
	    && !(at(s, i + n) == ' ' && is_capital(at(s, i + n + 1)));
}

/* Does a sentence begin at i? A word with a capital, a one-letter word, an acronym that a word follows, N.Korea. */
static bool
begins_sentence(struct str s, size_t i)
{
	size_t n = 1;
	int c = at(s, i + 1);

	if (!is_capital(at(s, i)))
		return false;
	if (c == '.' || c == ' ' || c == '\'')
		return (c == '.') == is_capital(at(s, i + 2)) || c != '.';
	while (is_letter(at(s, i + n)))
		n++;
	if (ends_name(s, i, n))
		return false;
	if (is_small(c))
		return at(s, i + n) != '.' || !is_small(at(s, i + n + 1));
	return is_capital(c) && at(s, i + n) == ' ' && is_letter(at(s, i + n + 1));
}

/* Can a sentence end with the stop at i? The word before has two small letters, or it is a year, a closing mark, or p.m. */
static bool
ends_sentence(struct str s, size_t i)
{
	int a = i ? at(s, i - 1) : 0, b = i > 1 ? at(s, i - 2) : 0;

	if (is_small(a))
		return is_small(b) || (a == 'm' && b == '.') || is_digit(b)
		    || (is_capital(b) && !is_letter(i > 2 ? at(s, i - 3) : 0)); /* Mr.Kim */
	if (is_digit(a))
		return is_digit(b) && at(s, i) == '.' && i > 3 && is_digit(at(s, i - 3)) && is_digit(at(s, i - 4));
	if (is_capital(a))
		return is_capital(b) && at(s, i) != '!' && i > 2 && at(s, i - 3) != '.';
	return a == ')' || a == ']' || a == '%' || a == '"' || (a == 0x9D && b == 0x80) || (a == 0x99 && b == 0x80);
}

static bool
is_stop(int c)
{
	return c == '.' || c == '?' || c == '!';
}

/* `SEOUL(Yonhap)`, `NATO(North`: capitals alone, and a word in the bracket at i. */
static bool
bracket_behind_capitals(struct str s, size_t i)
{
	size_t n = 0;

	while (n < i && is_capital(at(s, i - 1 - n)))
		n++;
	return n >= 4 && (n == i || at(s, i - 1 - n) == ' ') && is_capital(at(s, i + 1)) && is_small(at(s, i + 2))
	    && is_small(at(s, i + 3));
}

/* Are the n bytes before i digits? */
static bool
digits_before(struct str s, size_t i, size_t n)
{
	for (; n && is_digit(at(s, i - n)); n--)
		;
	return n == 0;
}

/* `12:55:33Updated`, `2024.10.14Updated`: a word at i behind a time or date that the page's fields end with. */
static bool
field_ends(struct str s, size_t i)
{
	int mark = i > 4 ? at(s, i - 3) : 0;
	bool dated = (mark == '.' || mark == '-' || mark == '/') && i > 9 && at(s, i - 6) == mark && digits_before(s, i - 6, 4);

	return (mark == ':' || dated) && is_digit(at(s, i - 2)) && digits_before(s, i - 3, 2) && is_small(at(s, i + 1))
	    && is_small(at(s, i + 2));
}

/* `Staff(JCS)`, `Lee(Head of`: a bracket at i that opens behind a word. Not `word(s)`, `f(x)`, `KN-25(M)`. */
static bool
bracket_opens(struct str s, size_t i)
{
	if (i > 3 && is_capital(at(s, i - 1)))
		return bracket_behind_capitals(s, i);
	return i > 2 && is_small(at(s, i - 1)) && is_letter(at(s, i - 2)) && is_letter(at(s, i - 3)) && is_capital(at(s, i + 1))
	    && is_letter(at(s, i + 2));
}

/* `(ICBM).` needs nothing; `(JCS)said` and `left.)The` do; `(s)he` does not. */
static bool
bracket_closes(struct str s, size_t i)
{
	if (i > 3 && is_stop(at(s, i - 2)))
		return is_small(at(s, i - 3)) && is_capital(at(s, i)) && is_small(at(s, i + 1));
	return is_letter(at(s, i)) && is_letter(at(s, i + 1)) && i > 3 && is_letter(at(s, i - 2)) && is_letter(at(s, i - 3))
	    && (is_capital(at(s, i)) ? is_small(at(s, i + 1)) : is_small(at(s, i + 2)));
}

/* Behind what a page says of its rights: no blank is missing there, the next page was glued to it, `All rights reserved.The launch`. */
static bool
behind_rights(struct str s, size_t i)
{
	struct str before = str_of(s.p, i), head = str_head(before, 30);

	return str_ends(before, STR("eserved.")) || str_has(head, STR("opyright")) || str_has(head, STR("©")) || str_has(head, STR("ⓒ"));
}

/* `Mr.Kim` */
static bool
behind_title(struct str s, size_t i)
{
	return is_capital(at(s, i - 3)) && is_small(at(s, i - 2));
}

/* Does the line end without a stop soon behind i? Then it is no sentence of the paragraph: the next page's first line was glued to it, `...
 * a site with the U.S.World News`, `More from KCNA (En)First Launched in 2023`. */
static bool
opens_page(struct str s, size_t i)
{
	enum { MOST = 60 }; /* bytes: a wrapped line may have more behind a stop */
	struct str rest = str_head(str_from(s, i), MOST + 1);
	const char *end = memchr(rest.p, '\n', rest.n);

	if (end)
		rest.n = (size_t)(end - rest.p);
	if (rest.n > MOST)
		return false;
	while (str_ends_in(rest, " \r\"')]"))
		rest.n--;
	return rest.n && !str_ends_in(rest, ".!?:;,") && !(str_last(rest) & 0x80);
}

bool
gap_before(struct str s, size_t i, bool quoted)
{
	int a = i ? at(s, i - 1) : 0, c = at(s, i);

	if (is_capital(c) && is_stop(a))
		return ends_sentence(s, i - 1) && begins_sentence(s, i) && !in_address(s, i) && !behind_rights(s, i)
		    && (behind_title(s, i) || !opens_page(s, i));
	if (is_capital(c) && is_digit(a))
		return field_ends(s, i) && !in_address(s, i);
	if (c == '(')
		return bracket_opens(s, i) && !in_address(s, i);
	if ((a == ')' || a == ']') && is_letter(c))
		return bracket_closes(s, i) && !in_address(s, i) && !(is_capital(c) && opens_page(s, i));
	if (c == 0xE2 && at(s, i + 1) == 0x80 && at(s, i + 2) == 0x9C) /* .“We */
		return is_stop(a) && i > 1 && (is_small(at(s, i - 2)) || at(s, i - 2) == ')') && is_letter(at(s, i + 3));
	if (is_letter(c) && i > 3 && a == 0x9D && at(s, i - 2) == 0x80 && at(s, i - 3) == 0xE2) /* .”Leader, ,”he */
		return (is_stop(at(s, i - 4)) || at(s, i - 4) == ',') && is_letter(at(s, i + 1));
	if (c == '"' && !quoted) /* said."He */
		return is_stop(a) && i > 1 && is_small(at(s, i - 2)) && is_capital(at(s, i + 1));
	if (a == '"' && !quoted) /* done."The, yes,"he */
		return is_letter(c) && i > 1 && (is_stop(at(s, i - 2)) || at(s, i - 2) == ',') && is_letter(at(s, i + 1));
	return false;
}

bool
gaps_step(struct fix *f)
{
	struct str s = fix_text(f);
	bool quoted = false;

	for (size_t i = 1; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (s.p[i - 1] == '"')
			quoted = !quoted;
		if (s.p[i - 1] == '\n')
			quoted = false;
		if ((c >= 'A' || c == '(' || c == '"') && (c == '(' || !is_small(s.p[i - 1])) && gap_before(s, i, quoted))
			fix_change(f, RULE_GAP, i, 0, " ", 1);
	}
	return fix_end(f);
}
