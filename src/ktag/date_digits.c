/* Dates that begin with a number: ISO, American, Korean press (2025.2.12), years and their ranges, decades; other numbers
 * go on to the rules of months and of Hangul. */
#include "date_find.h"

static struct date
told(int year, int month, int day)
{
	return date_full(year < 100 ? year + (year < 35 ? 2000 : 1900) : year, month, day);
}

/* "2025-02-12", "2025/02/12", "02/12/2025", "12-02-2025", "28/2/2025", "2025-02-12T07:00": the separator is one of `-` and `/`. */
static size_t
three_parts(struct finder *f, size_t i, const struct number *n)
{
	struct number b, c;
	struct date date;
	bool slash = date_mark(f, i + 1, MARK_SLASH);

	if (!(slash || date_mark(f, i + 1, MARK_HYPHEN)) || !date_glued(f, i + 1) || !date_glued(f, i + 2)
	    || !date_glued(f, i + 3) || !date_glued(f, i + 4))
		return 0;
	if (!str_eq(date_text(f, i + 1), date_text(f, i + 3)) || !date_number(f, i + 2, &b) || !date_number(f, i + 4, &c))
		return 0;
	if (!n->plain || !b.plain || !c.plain || b.suffix.n || (c.suffix.n && c.suffix.p[0] != 'T'))
		return 0;
	if (n->digits == 4)
		date = date_full(n->value, b.value, c.value);
	else if ((c.digits == 4 || (slash && c.digits == 2)) && n->digits <= 2)
		date = n->value > 12 ? told(c.value, b.value, n->value) : told(c.value, n->value, b.value);
	else
		return 0;
	if (!date.year)
		return 0;
	date_found(f, i, i + 4, date, true, "date-iso");
	f->d->mentions[f->d->mentions_n - 1].end -= (uint32_t)c.suffix.n;
	return i + 5;
}

/* The parts of "2025.2.12" or "19.09.2018" in one token. */
static size_t
dotted(struct finder *f, size_t i, const struct number *n)
{
	struct str s = str_of(n->text.p, n->text.n - n->suffix.n);
	int part[3], parts = 0;
	struct date date;

	while (s.p) {
		struct str p = str_cut(&s, '.');
		if (parts == 3 || p.n == 0 || p.n > 4)
			return 0;
		part[parts] = 0;
		for (size_t k = 0; k < p.n; k++) {
			if (!is_digit(p.p[k]))
				return 0;
			part[parts] = part[parts] * 10 + (p.p[k] - '0');
		}
		parts++;
	}
	if (parts < 3)
		return 0;
	date = part[0] > 31 ? date_full(part[0], part[1], part[2]) : date_full(part[2], part[1], part[0]);
	return date.year ? date_found(f, i, i, date, true, "date-dotted") : 0;
}

/* "2025. 2. 12", as Korean offices write it */
static size_t
dotted_wide(struct finder *f, size_t i, int year)
{
	struct number m, d;
	struct date date;

	if (!date_mark(f, i + 1, MARK_DOT) || !date_mark(f, i + 3, MARK_DOT) || !date_number(f, i + 2, &m)
	    || !date_number(f, i + 4, &d) || !m.plain || !d.plain)
		return 0;
	date = date_full(year, m.value, d.value);
	return date.year ? date_found(f, i, i + 4, date, true, "date-dotted") : 0;
}

/* "1950-53", "2018-2019": two mentions; "2024-04": a month */
static size_t
year_range(struct finder *f, size_t i, int year)
{
	struct number n;
	int end;

	if (!date_hyphen(f, i + 1) || !date_number(f, i + 2, &n) || !n.plain || n.suffix.n || (n.digits != 2 && n.digits != 4)
	    || (n.digits == 2 && (!date_glued(f, i + 1) || !date_glued(f, i + 2))))
		return 0;
	if (date_hyphen(f, i + 3) && date_token(f, i + 4)->kind == TOKEN_NUMBER && date_glued(f, i + 4))
		return 0;
	if (n.digits == 2 && n.value >= 1 && n.value <= 12 && n.value <= year % 100 && date_mark(f, i + 1, MARK_HYPHEN))
		return date_found(f, i, i + 2, date_month(year, n.value), true, "date-iso");
	end = n.digits == 2 ? year / 100 * 100 + n.value : n.value;
	if (end <= year || end > year + 200 || end > 2150)
		return 0;
	date_found(f, i, i, date_year(year), true, "date-range");
	return date_found(f, i + 2, i + 2, date_year(end), true, "date-range");
}

/* A word that ends in a plural s: "2000 soldiers", "2000 USBs", not "in 2000 as" */
static bool
plural(const struct finder *f, size_t i)
{
	struct str s = date_text(f, i);

	return date_token(f, i)->kind == TOKEN_WORD && s.n > 3 && str_last(s) == 's' && s.p[s.n - 2] != 's'
	    && (!date_capital(f, i) || (uint8_t)(s.p[s.n - 2] - 'A') < 26) && !date_is(f, i, DATE_FUNCTION | DATE_PRESENT | DATE_PAST);
}

/* Is what stands before the number at i something that numbers belong to ("Resolution 2094", "$2000", "Hwasong-2018")? */
static bool
named_number(const struct finder *f, size_t i)
{
	const struct token *before = date_token(f, i - 1);

	if (i == 0 || before->kind == TOKEN_BREAK)
		return false;
	if (before->kind == TOKEN_NUMBER)
		return date_glued(f, i);
	if (before->kind == TOKEN_WORD) {
		if (date_says(f, i - 1, "DOB"))
			return false; /* date of birth, in lists of sanctions */
		if (date_is(f, i - 1, DATE_NO_YEAR))
			return true;
		return date_capital(f, i - 1) && !date_is(f, i - 1, DATE_LEAD | DATE_FUNCTION | DATE_THE | DATE_SEASON)
		    && !(before->flags & TOKEN_OPENS);
	}
	if (word_exactly(date_text(f, i - 1), "$ ₩ € £ ¥ # № @ ="))
		return true;
	if (before->mark == MARK_HYPHEN && date_glued(f, i) && i > 1 && date_glued(f, i - 1))
		return date_token(f, i - 2)->kind != TOKEN_WORD || !date_is(f, i - 2, DATE_EDGE | DATE_LEAD);
	if (before->mark == MARK_DOT && i > 1)
		return date_is(f, i - 2, DATE_NO_YEAR) || (date_glued(f, i) && date_glued(f, i - 1));
	return (before->mark == MARK_SLASH || before->mark == MARK_COLON) && date_glued(f, i);
}

static bool
bare_year(const struct finder *f, size_t i, int year)
{
	bool led = i > 0 && date_is(f, i - 1, DATE_LEAD);
	struct number n;

	if (named_number(f, i))
		return false;
	if (date_is(f, i + 1 + date_hyphen(f, i + 1), DATE_MEASURE)) /* "2000 tons", "a 2000-ton ship" */
		return false;
	if (date_mark(f, i + 1, MARK_COLON) && date_glued(f, i + 1) && date_number(f, i + 2, &n) && date_glued(f, i + 2))
		return false;
	if ((date_hyphen(f, i + 1) || date_mark(f, i + 1, MARK_SLASH)) && date_glued(f, i + 1) && date_glued(f, i + 2)
	    && date_number(f, i + 2, &n) && n.digits != 4)
		return false;
	if (year < 1900 && year >= 1300 && i == f->sentence
	    && (date_mark(f, i + 1, MARK_DASH) || date_mark(f, i + 1, MARK_COLON) || date_mark(f, i + 1, MARK_HYPHEN)))
		return true; /* 1898 -- */
	if (year < 1900 || year > 2059)
		return led && year >= 1300 && year < 2200 && date_ends(f, i + 1);
	if (plural(f, i + 1))
		return led && !date_among(f, i - 1, "than about over around of with");
	return !date_is(f, i + 1, DATE_UNITS);
}

/* "fiscal 2025", "fiscal year 2025", "the year 2030", "FY 2025": the first token of the mention whose year stands at i */
static size_t
year_opens(const struct finder *f, size_t i)
{
	size_t first = i;

	if (first > 0 && (date_says(f, first - 1, "year") || date_says(f, first - 1, "FY")))
		first--;
	if (first > 0 && date_is(f, first - 1, DATE_FISCAL))
		first--;
	if (first < i && date_says(f, first, "year") && first > 0 && date_is(f, first - 1, DATE_THE))
		first--;
	else if (first < i && date_says(f, first, "year"))
		return i;
	return first;
}

static size_t
year(struct finder *f, size_t i, int value)
{
	size_t next = dotted_wide(f, i, value), first;

	if (!next && !named_number(f, i))
		next = year_range(f, i, value);
	if (!next && value > 1900 && value < 2100)
		next = date_year_part(f, i, value);
	if (next)
		return next;
	first = year_opens(f, i);
	if (first == i && !bare_year(f, i, value))
		return 0;
	first = date_edge(f, first);
	return date_found(f, first, i, date_year(value), true, "date-year");
}

/* "1990s", "the early 1980s", "the '90s" */
static size_t
decade(struct finder *f, size_t i, const struct number *n)
{
	size_t first = i;
	int value = n->value;

	if (!n->plain || !str_eq(n->suffix, STR("s")) || n->value % 10 != 0)
		return 0;
	if (n->digits == 2) {
		struct number before;
		bool second = i > 1 && date_among(f, i - 1, "and or") && date_number(f, i - 2, &before) && before.digits == 4
		    && str_eq(before.suffix, STR("s")); /* "in the 1970s and 80s" */
		if (i == 0 || value < 20 || !(second || (date_mark(f, i - 1, MARK_APOSTROPHE) && date_glued(f, i))))
			return 0;
		value += 1900;
		first -= !second;
	} else if (n->digits != 4 || value < 1000 || value > 2090) {
		return 0;
	}
	first = date_edge(f, first);
	if (first > f->done && date_is(f, first - 1, DATE_THE))
		first--;
	return date_found(f, first, i, (struct date) { .grain = GRAIN_DECADE, .year = value }, true, "date-decade");
}

size_t
date_at_number(struct finder *f, size_t i)
{
	struct number n, second;
	size_t next;

	if (!date_number(f, i, &n))
		return 0;
	if (n.suffix.n && (uint8_t)n.suffix.p[0] >= 0x80)
		return date_at_hangul(f, i);
	if (!n.plain)
		return dotted(f, i, &n);
	if (n.digits > 4)
		return 0;
	next = three_parts(f, i, &n);
	if (next)
		return next;
	if (n.digits == 4 && n.suffix.n == 0)
		return n.value >= 1000 && n.value <= 2999 ? year(f, i, n.value) : 0;
	if (str_eq(n.suffix, STR("s")))
		return decade(f, i, &n);
	if (n.digits == 1 && n.suffix.n && (n.suffix.p[0] == 'Q' || n.suffix.p[0] == 'H'))
		return date_part_sign(f, i);
	if (n.digits > 2)
		return 0;
	next = date_day_month(f, i);
	if (!next && n.suffix.n == 0 && date_number(f, i + 2, &second) && second.suffix.n && (uint8_t)second.suffix.p[0] >= 0x80)
		next = date_at_hangul(f, i); /* "3~5일" */
	if (next || n.suffix.n != 2)
		return next;
	next = date_ordinal_part(f, i, n.value);
	return next ? next : date_ordinal_day(f, i, &n);
}
