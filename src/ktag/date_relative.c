/* Relative dates, English: "last week", "the following day", "two weeks ago", "a day earlier", "earlier this year", seasons. */
#include "date_find.h"

bool
date_the_before(const struct finder *f, size_t i)
{
	return i > f->done && date_is(f, i - 1, DATE_THE);
}

struct date
date_month_toward(struct date today, int month, int direction)
{
	int year = today.year;

	if (!year || today.grain < GRAIN_MONTH)
		return date_month(0, month);
	if (direction < 0 && month >= today.month)
		year--;
	else if (direction > 0 && month <= today.month)
		year++;
	return date_month(year, month);
}

/* "last November", "next May 15": the month stands at i. */
static size_t
relative_month(struct finder *f, size_t first, size_t i, int direction, bool near)
{
	int month;
	size_t next = date_month_word(f, i, &month);
	struct date date = date_month_toward(f->published, month, direction);
	struct number n;
	int year;

	/* the month before this one is "last month"; "last October" in November is that of the year before */
	if (direction < 0 && !near && date.year == f->published.year && month + 1 == f->published.month)
		date.year--;

	if (date_number(f, next, &n) && n.plain && n.digits <= 2 && n.suffix.n == 0 && !date_is(f, next + 1, DATE_MEASURE)) {
		/* "In this March 12, 2016, file photo" */
		size_t at = date_mark(f, next + 1, MARK_COMMA) ? next + 2 : next + 1;
		if (date_year_at(f, at, &year))
			return date_found(f, i, at, date_full(year, month, n.value), true, "date-month-day");
		return date_found(f, first, next, date_full(date.year, month, n.value), false, "date-relative");
	}
	return date_found(f, first, next - 1, date, false, "date-relative");
}

/* "next Monday" is that of next week, "last Tuesday" the latest before this day; "this Friday" this week's. */
static struct date
weekday_toward(struct date today, int weekday, int direction, bool near)
{
	long day, monday;

	if (today.grain != GRAIN_DAY)
		return (struct date) { .grain = GRAIN_DAY };
	day = date_first(today);
	monday = day - cal_weekday(day) + 1;
	if (direction == 0)
		return date_day(monday + weekday - 1);
	if (direction > 0)
		return date_day(near ? day + (weekday - cal_weekday(day) + 6) % 7 + 1 : monday + 6 + weekday);
	return date_day(day - (cal_weekday(day) - weekday + 6) % 7 - 1);
}

static struct date
unit_of_now(const struct finder *f, enum grain unit, int n)
{
	struct date base = f->published;

	/* "next summer", "next year" told by somebody on a day that the text names, where the article has no date */
	if (!base.year && f->last_told && f->last_at >= f->sentence && f->last.year)
		base = f->last;
	return date_shift(base, unit, n);
}

static size_t
relative_season(struct finder *f, size_t first, size_t i, int part, int direction)
{
	struct date base = f->published;

	if (!base.year && f->last_told && f->last_at >= f->sentence)
		base = f->last;
	if (date_capital(f, i + 1) && date_token(f, i + 1)->kind == TOKEN_WORD && !date_is(f, i + 1, ~0ULL))
		return 0;
	return date_found(f, first, i, date_season(base, part, direction), false, "date-season");
}

/* A day, month or year that is told by what stands before it, from token `first` to `last`: "the same day", "the same day last year". */
static size_t
of_year(struct finder *f, size_t first, size_t last, struct date date)
{
	int year;
	bool told;
	size_t next = date.grain >= GRAIN_MONTH && !date_mark(f, last + 1, MARK_COMMA) ? date_year_named(f, last + 1, &year, &told) : 0;

	if (!next || !date.year || !year || date.grain == GRAIN_WEEK)
		return date_found(f, first, last, date, f->last_told, "date-then");
	date.year = year;
	return date_found(f, first, next - 1, date, told, "date-then");
}

/* "the next day", "the same month", "that year": counted from what the text named last. */
static size_t
then(struct finder *f, size_t first, size_t i, int n)
{
	const struct date_word *w = date_word_at(f, i);
	struct date base;

	if (date_says(f, i + 1, "and") && date_says(f, i + 2, "a") && date_says(f, i + 3, "half"))
		return 0; /* "the next year and a half" */
	if (w->classes & DATE_UNIT) {
		if (w->value == GRAIN_CENTURY || w->value == GRAIN_HALF)
			return 0;
		base = date_told(f, (enum grain)w->value);
		if (f->last.grain != GRAIN_NONE && !f->last.year)
			base = f->last; /* what it counts from is open: so is this */
		base = date_shift(base, (enum grain)w->value, n);
		return of_year(f, first, i, base);
	}
	if (w->classes & DATE_SEASON)
		return date_found(f, first, i, date_season(date_told(f, GRAIN_SEASON), w->value, n), false, "date-then");
	if (w->classes & DATE_WEEKDAY && date_capital(f, i))
		return date_found(f, first, i, weekday_toward(date_told(f, GRAIN_DAY), w->value, n, true), false, "date-then");
	return 0;
}

/* "last", "this", "next" with what follows at i; `first` is where the mention begins. */
static size_t
counted(struct finder *f, size_t first, size_t i, int n, bool near)
{
	const struct date_word *w;
	bool fiscal = date_is(f, i, DATE_FISCAL);

	i += fiscal;
	w = date_word_at(f, i);
	if (w->classes & (DATE_MONTH | DATE_SHORT_MONTH) && date_capital(f, i))
		return relative_month(f, first, i, n, near);
	if (w->classes & DATE_WEEKDAY && date_capital(f, i)) {
		size_t next = date_weekday_date(f, first, date_mark(f, i + 1, MARK_COMMA) ? i + 2 : i + 1);
		if (next)
			return next;
		next = date_found(f, first, i, weekday_toward(f->published, w->value, n, near), false, "date-relative");
		f->last_weekday = true;
		return next;
	}
	if (w->classes & DATE_SEASON)
		return relative_season(f, first, i, w->value, n);
	if (!(w->classes & DATE_UNIT) || w->value == GRAIN_HALF || (w->value == GRAIN_DAY && !near))
		return 0;
	if (n < 0 && date_says(f, i + 1, "of"))
		return 0; /* "last week of 2016" */
	return date_found(f, first, i, unit_of_now(f, (enum grain)w->value, n), false, "date-relative");
}

/* "coming Monday", "the coming weeks", "upcoming summer" */
static size_t
at_near(struct finder *f, size_t i, int n)
{
	bool the = date_the_before(f, i);

	if (n > 0 && date_is(f, i + 1, DATE_WEEKDAY | DATE_MONTH | DATE_SEASON))
		return counted(f, the ? i - 1 : i, i + 1, n, true);
	if (n > 0 && the && date_is(f, i + 1, DATE_UNIT) && date_word_at(f, i + 1)->value < GRAIN_DAY)
		return counted(f, i - 1, i + 1, n, true);
	return 0;
}

/* "the same day", "the following month", "that year", "that same month" */
static size_t
at_then(struct finder *f, size_t i, int n)
{
	bool the = date_the_before(f, i), that = date_says(f, i, "that");

	if (that && date_is(f, i + 1, DATE_REL_THEN))
		return then(f, i, i + 2, date_word_at(f, i + 1)->value);
	if (that ? the || !date_is(f, i + 1, DATE_UNIT | DATE_SEASON) : !the && !date_is(f, i + 1, DATE_UNIT))
		return 0;
	return then(f, date_edge(f, the ? i - 1 : i), i + 1, n);
}

size_t
date_at_relative(struct finder *f, size_t i, const struct date_word *w)
{
	/* "that" and "this" mostly stand before other words than those of time */
	const uint64_t time =
	    DATE_MONTH | DATE_SHORT_MONTH | DATE_WEEKDAY | DATE_UNIT | DATE_SEASON | DATE_REL_NEAR | DATE_REL_THEN | DATE_FISCAL;
	int n = w->value;
	bool the;

	if (!date_is(f, i + 1, time))
		return 0;
	if (w->classes & DATE_REL_NEAR)
		return at_near(f, i, n);
	if (w->classes & DATE_REL_THEN)
		return at_then(f, i, n);
	the = date_the_before(f, i);
	if (date_is(f, i + 1, DATE_REL_NEAR)) /* "this past Monday" */
		return n == 0 && !the ? counted(f, i, i + 2, date_word_at(f, i + 1)->value, true) : 0;
	if (n == 1 && date_says(f, i + 1, "day"))
		return then(f, the ? i - 1 : i, i + 1, n);
	/* "on this day", of the day told; not "on this day in 1968" */
	if (n == 0 && date_says(f, i, "this") && date_says(f, i + 1, "day") && i > 0 && date_says(f, i - 1, "on")
	    && date_ends(f, i + 2) && !date_says(f, i + 2, "in"))
		return then(f, i, i + 1, n);
	if (the && n == 1 && date_is(f, i + 1, DATE_UNIT | DATE_MONTH | DATE_WEEKDAY | DATE_SEASON))
		return then(f, i - 1, i + 1, n);
	if (the && !date_says(f, i, "current") && !date_says(f, i + 1, "quarter"))
		return 0;
	return counted(f, the ? i - 1 : date_edge(f, i), i + 1, n, false);
}

size_t
date_at_compare(struct finder *f, size_t i)
{
	size_t k = i + 1, next;
	const struct date_word *w;

	if (date_is(f, k, DATE_REL_NOW | DATE_REL_THEN) && date_is(f, k + 1, DATE_UNIT | DATE_SEASON) && !date_says(f, k + 1, "day")) {
		w = date_word_at(f, k);
		return w->classes & DATE_REL_NOW ? counted(f, i, k + 1, w->value, false) : then(f, i, k + 1, w->value);
	}
	/* "earlier in the week" */
	if (!date_says(f, k, "in") || !date_says(f, k + 1, "the"))
		return 0;
	w = date_word_at(f, k + 2);
	if (!(w->classes & DATE_UNIT) || w->value == GRAIN_DAY || w->value < GRAIN_YEAR)
		return 0;
	next = date_found(f, i, k + 2, unit_of_now(f, (enum grain)w->value, 0), false, "date-relative");
	return next;
}

/* How many of the unit at i stand before it: "two", "12", "a"; 0 if no number does. *first: where it begins. */
static int
quantity(const struct finder *f, size_t i, size_t *first)
{
	const struct date_word *w;
	struct number n;

	if (i == 0 || i - 1 < f->done)
		return 0;
	*first = i - 1;
	if (date_number(f, i - 1, &n))
		return n.plain && n.suffix.n == 0 && n.value < 3000 ? n.value : 0;
	w = date_word_at(f, i - 1);
	if (w->classes & DATE_ARTICLE)
		return i > 1 && date_says(f, i - 2, "half") ? 0 : 1;
	if (!(w->classes & DATE_CARDINAL))
		return 0;
	/* "seventy-five years later" */
	if (i > 2 && i - 3 >= f->done && w->value < 10 && date_mark(f, i - 2, MARK_HYPHEN) && date_glued(f, i - 2)
	    && date_glued(f, i - 1)) {
		const struct date_word *tens = date_word_at(f, i - 3);
		if (tens->classes & DATE_CARDINAL && tens->value >= 20 && tens->value % 10 == 0) {
			*first = i - 3;
			return tens->value + w->value;
		}
	}
	return w->value;
}

/* "two weeks ago", "a day earlier", "three months later", "the year before": the unit stands at i. */
static size_t
moved(struct finder *f, size_t i, enum grain unit)
{
	size_t first = i;
	int n = quantity(f, i, &first);
	const struct date_word *w = date_word_at(f, i + 1);
	struct date base;

	if (n == 0 && date_the_before(f, i) && w->classes & (DATE_BEFORE | DATE_AFTER)) {
		n = 1;
		first = i - 1;
	}
	if (n == 0 || !(w->classes & (DATE_AGO | DATE_COMPARE | DATE_BEFORE | DATE_AFTER)))
		return 0;
	if (w->classes & DATE_AGO)
		return date_found(f, first, i + 1, date_shift(f->published, unit, -n), false, "date-ago");
	if (w->classes & (DATE_BEFORE | DATE_AFTER)) {
		if (date_is(f, i + 2, DATE_DAY_WORD) && first + 1 == i && date_is(f, first, DATE_THE))
			return date_found(f, first, i + 2, date_shift(f->published, GRAIN_DAY, 2 * w->value), false, "date-day-word");
		if (date_token(f, i + 2)->kind == TOKEN_WORD && !date_says(f, i + 2, "and") && !date_says(f, i + 2, "but"))
			return 0;
		if (date_token(f, i + 2)->kind == TOKEN_NUMBER || date_mark(f, i + 2, MARK_QUOTE))
			return 0;
	} else if (date_says(f, i + 2, "than")) {
		return 0;
	}
	base = date_told(f, unit);
	if (f->last.grain != GRAIN_NONE && !f->last.year)
		base = f->last;
	return date_found(f, first, i + 1, date_shift(base, unit, n * w->value), f->last_told, "date-then");
}

/* "over the weekend": this one if it has come or is said to come, else the last. */
static struct date
weekend(const struct finder *f, size_t first, size_t next)
{
	int n = 0;

	if (f->published.grain == GRAIN_DAY && cal_weekday(date_first(f->published)) < 6 && date_tense(f, first, next) != TENSE_FUTURE)
		n = -1;
	return date_shift(f->published, GRAIN_WEEKEND, n);
}

/* "by year's end", "by year-end", "by year end" */
static size_t
year_end(struct finder *f, size_t i)
{
	size_t k = i + 1;

	if (i == 0 || !date_among(f, i - 1, "by before until at around the"))
		return 0;
	if (date_hyphen(f, k))
		k++;
	else if (date_mark(f, k, MARK_APOSTROPHE) && date_says(f, k + 1, "s"))
		k += 2;
	if (!date_says(f, k, "end") || !date_ends(f, k + 1))
		return 0;
	return date_found(f, i, k, unit_of_now(f, GRAIN_YEAR, 0), false, "date-relative");
}

size_t
date_at_unit(struct finder *f, size_t i, const struct date_word *w)
{
	enum grain unit = (enum grain)w->value;
	size_t next = unit == GRAIN_HALF || unit == GRAIN_WEEKEND ? 0 : moved(f, i, unit);

	if (!next && unit == GRAIN_YEAR)
		next = year_end(f, i);
	if (next || !(w->classes & DATE_UNIT))
		return next;
	if (!date_the_before(f, i))
		return 0;
	if (unit == GRAIN_WEEKEND)
		return i > 1 && (date_among(f, i - 2, "over during") || (date_is(f, i - 2, DATE_LEAD) && date_ends(f, i + 1)))
		    ? date_found(f, i - 1, i, weekend(f, i - 1, i + 1), false, "date-relative") : 0;
	/* "the end of the year" */
	if (unit == GRAIN_YEAR || unit == GRAIN_MONTH || unit == GRAIN_WEEK)
		if (i > 2 && date_among(f, i - 2, "of in") && date_is(f, i - 3, DATE_OF_YEAR) && date_ends(f, i + 1)
		    && !date_says(f, i + 1, "of"))
			return date_found(f, i - 1, i, unit_of_now(f, unit, 0), false, "date-relative");
	return 0;
}

/* The season of the article's time that a bare "the summer" means. */
static struct date
season_near(const struct finder *f, int part, size_t first, size_t next)
{
	struct date today = f->published.year ? f->published : f->last_told && f->last_at >= f->before ? f->last : f->published;
	/* "two years ago it tested none in the summer" */
	if (f->last.grain == GRAIN_YEAR && f->last_at >= f->sentence && f->last.year)
		today = f->last;
	struct date s = date_season(today, part, 0);
	enum tense tense = date_tense(f, first, next);

	if (!s.year || today.grain != GRAIN_DAY)
		return s;
	if (tense == TENSE_PAST && date_first(s) > date_first(today))
		s.year--;
	else if (tense == TENSE_FUTURE && date_first(s) + 92 < date_first(today))
		s.year++;
	return s;
}

size_t
date_at_season(struct finder *f, size_t i, const struct date_word *w)
{
	size_t first = date_edge(f, i), next, end;
	int year;
	bool told, fall = date_says(f, i, "fall"), the = first > f->done && date_is(f, first - 1, DATE_THE);
	size_t before;
	struct number n;

	next = date_year_named(f, i + 1, &year, &told);
	if (next && !date_mark(f, i + 1, MARK_COMMA)) {
		if (fall && !the && !date_capital(f, i) && !date_year_at(f, i + 1, &year) && first == i)
			return 0;
		end = next;
		/* "the winter of 2017-18" */
		if (date_hyphen(f, end) && date_glued(f, end) && date_number(f, end + 1, &n) && n.digits == 2)
			end += 2;
		return date_found(f, the ? first - 1 : first, end - 1, (struct date) { .grain = GRAIN_SEASON, .year = year,
			.part = w->value }, true, "date-season");
	}
	before = the ? first - 1 : first;
	if (date_capital(f, i) || before == 0 || (fall && !the) || !date_ends(f, i + 1) || date_says(f, i + 1, "of"))
		return 0;
	if (!(the && date_among(f, before - 1, "into of"))
	    && !date_among(f, before - 1, "in by before until since during after over from throughout through"))
		return 0;
	return date_found(f, before, i, season_near(f, w->value, before, i + 1), false, "date-season");
}
