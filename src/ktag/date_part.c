/* Quarters, halves and centuries: "the third quarter", "Q3 2025", "2024 second half", "the 21st century". */
#include "date_find.h"

/* "Q3", "H1", "3Q", "1H", "3Q25": a part of a year by its sign. */
static bool
part_sign(struct str s, struct date *part)
{
	char unit, n;

	if (s.n != 2 && s.n != 4)
		return false;
	unit = s.p[0] == 'Q' || s.p[0] == 'H' ? s.p[0] : s.p[1];
	n = unit == s.p[0] ? s.p[1] : s.p[0];
	if ((unit != 'Q' && unit != 'H') || n < '1' || n > (unit == 'Q' ? '4' : '2'))
		return false;
	*part = (struct date) { .grain = unit == 'Q' ? GRAIN_QUARTER : GRAIN_HALF, .part = n - '0' };
	if (s.n == 2)
		return true;
	if (unit == s.p[0] || !is_digit(s.p[2]) || !is_digit(s.p[3]))
		return false;
	part->year = 2000 + (s.p[2] - '0') * 10 + s.p[3] - '0';
	return true;
}

size_t
date_year_part(struct finder *f, size_t i, int year)
{
	size_t k = date_hyphen(f, i + 1) && date_glued(f, i + 1) ? i + 2 : i + 1;
	struct date part;

	/* "2025 Q3", "2025-Q3", "2025 3Q" */
	if (part_sign(date_text(f, k), &part) && !part.year) {
		part.year = year;
		return date_found(f, i, k, part, true, "date-part");
	}
	return 0;
}

/* The year, told or not, of a quarter or half; `i` is the token behind the word. The token behind all of it. */
static size_t
part_year(struct finder *f, size_t i, int *year, bool *told)
{
	size_t next = 0, k = i;

	if (date_says(f, k, "of") && date_is(f, k + 1, DATE_FISCAL))
		k += date_says(f, k + 2, "year") ? 2 : 1;
	if (!date_mark(f, k, MARK_COMMA))
		next = date_year_named(f, k == i ? i : k + 1, year, told);
	if (next)
		return next;
	*told = false;
	*year = f->published.year;
	if (date_says(f, i, "of") && date_says(f, i + 1, "the") && date_says(f, i + 2, "year"))
		return i + 3;
	return i;
}

/* "the 21st century" */
static size_t
century(struct finder *f, size_t first, size_t last, int n)
{
	struct date date = { .grain = GRAIN_CENTURY, .year = (n - 1) * 100 };

	first = date_edge(f, first);
	if (n < 2 || n > 25)
		return 0;
	if (first > f->done && date_is(f, first - 1, DATE_THE))
		first--;
	return date_found(f, first, last, date, false, "date-century");
}

size_t
date_ordinal_part(struct finder *f, size_t i, int n)
{
	size_t k = i + 1, first = i, next;
	const struct date_word *w;
	bool hyphen = date_hyphen(f, k) && date_glued(f, k), told;
	struct date date;
	int year;

	k += hyphen;
	if (!hyphen && date_is(f, k, DATE_FISCAL))
		k++;
	w = date_word_at(f, k);
	if (!(w->classes & DATE_UNIT) || (date_token(f, k)->flags & TOKEN_SENTENCE))
		return 0; /* "third quarter-final" */
	if (w->value == GRAIN_CENTURY)
		return century(f, i, k, n);
	if (!(w->value == GRAIN_QUARTER && n <= 4) && !(w->value == GRAIN_HALF && n <= 2))
		return 0;
	next = part_year(f, k + 1, &year, &told);
	if (next == k + 1 && (date_says(f, next, "of") || date_says(f, next, "final")))
		return 0;
	if (!told && !hyphen && first > f->done + 2 && date_says(f, first - 3, "year") && date_hyphen(f, first - 2)
	    && date_among(f, first - 1, "ago earlier")) {
		first -= 3; /* "the year-ago third quarter" */
		year -= year > 0;
	}
	if (date_the_before(f, first) && !hyphen)
		first--;
	if (w->value == GRAIN_HALF && !told && !hyphen && next == k + 1 && first > 0 && !date_is(f, first - 1, DATE_LEAD | DATE_EDGE))
		return 0; /* "the second half focuses on counterattacks" */
	date = (struct date) { .grain = (enum grain)w->value, .year = year, .part = n };
	if (!told && next == k + 1 && year && date_first(date) > date_first(f->published) && date_tense(f, first, next) == TENSE_PAST)
		date.year--;
	return date_found(f, first, next - 1, date, told, "date-part");
}

size_t
date_part_sign(struct finder *f, size_t i)
{
	struct date part = { .grain = GRAIN_NONE };
	size_t next;
	bool told = true;

	if (!part_sign(date_text(f, i), &part))
		return 0;
	if (part.year)
		return date_found(f, i, i, part, true, "date-part");
	next = i + 1;
	if (date_hyphen(f, next) && date_glued(f, next) && date_year_at(f, next + 1, &part.year))
		next += 2;
	else
		next = part_year(f, next, &part.year, &told);
	/* "in Q3", but "Q3" by itself may be a car */
	if (next == i + 1 && (i == 0 || !date_is(f, i - 1, DATE_LEAD | DATE_THE) || !date_ends(f, next)))
		return 0;
	return date_found(f, i, next - 1, part, told, "date-part");
}
