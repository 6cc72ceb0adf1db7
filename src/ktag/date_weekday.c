/* Weekdays, English: "Monday", "Tuesday last week", "next week Monday", "Friday the 13th", "Thursday (Nov. 6)". */
#include "date_find.h"

/* "every Monday", "Black Friday" */
static bool
not_a_day(const struct finder *f, size_t i)
{
	if (i > 0 && (date_is(f, i - 1, DATE_SET) || date_among(f, i - 1, "black good bloody super palm easter cyber")))
		return true;
	return date_capital(f, i + 1) && date_among(f, i + 1, "times post telegraph mirror school");
}

/* "Tuesday last week", "Monday of next week" */
static size_t
weekday_of_week(struct finder *f, size_t i, int weekday)
{
	size_t k = date_says(f, i + 1, "of") ? i + 2 : i + 1;
	k += k == i + 2 && date_is(f, k, DATE_THE) && date_is(f, k + 1, DATE_REL_THEN);
	const struct date_word *w = date_word_at(f, k);
	struct date week;

	if (!(w->classes & (DATE_REL_NOW | DATE_REL_THEN)) || !date_says(f, k + 1, "week"))
		return 0;
	week = date_shift(w->classes & DATE_REL_NOW ? f->published : date_told(f, GRAIN_WEEK), GRAIN_WEEK, w->value);
	if (week.year)
		week = date_day(date_first(week) + weekday - 1);
	week.grain = GRAIN_DAY;
	return date_found(f, i, k + 1, week, false, "date-weekday");
}

/* "Nov. 6 (Thursday)", "Thursday (Nov. 6)": the date that stands beside the weekday at i and falls on it. */
static struct date
beside(const struct finder *f, size_t i, size_t k, int weekday)
{
	struct date date = { .grain = GRAIN_NONE };
	int month, day;
	bool told;
	size_t next;

	if (i > 0 && date_mark(f, i - 1, MARK_OPEN) && f->done + 1 == i && f->last.grain == GRAIN_DAY)
		date = f->last;
	else if (date_mark(f, k, MARK_OPEN) && (next = date_month_word(f, k + 1, &month)) != 0 && date_day_at(f, next, &day))
		date = date_full(date_year_of(f, month, day, i, k, &told), month, day);
	if (date.year && cal_weekday(date_first(date)) != weekday)
		date.year = 0;
	return date;
}

/* The end of "Monday to Wednesday", "next Monday and Tuesday" lies behind its start. */
static struct date
behind_last(const struct finder *f, size_t i, struct date date)
{
	if (i == 0 || !f->last_weekday || f->done + 1 != i || !date.year || !f->last.year || date_first(date) >= date_first(f->last))
		return date;
	if (date_among(f, i - 1, "to through until") || date_hyphen(f, i - 1)
	    || (date_joint(f, i - 1) && date_first(f->last) > date_first(f->published)))
		return date_day(date_first(date) + 7);
	return date;
}

/* "held from Wednesday to Friday" on a Thursday was last week; "Wednesday to Friday next week" is told by its end. `k` is behind
 * the first weekday, whose date by itself is `date`. */
static struct date
range_opens(const struct finder *f, size_t i, size_t k, struct date date)
{
	size_t end = date_joint(f, k);
	const struct date_word *w = date_word_at(f, end), *rel = date_word_at(f, date_says(f, end + 1, "of") ? end + 2 : end + 1);
	long first, days;

	if (!end || !(w->classes & DATE_WEEKDAY) || !date.year)
		return date;
	first = date_first(date);
	days = (w->value - cal_weekday(first) + 7) % 7;
	if (rel->classes & DATE_REL_NOW && date_says(f, date_says(f, end + 1, "of") ? end + 3 : end + 2, "week"))
		return date_day(date_first(date_shift(f->published, GRAIN_WEEK, rel->value)) + cal_weekday(first) - 1);
	if (date_among(f, k, "to through until") && first + days > date_first(f->published) && first <= date_first(f->published)
	    && date_tense(f, i, k) == TENSE_PAST)
		return date_day(first - 7);
	return date;
}

size_t
date_at_weekday(struct finder *f, size_t i)
{
	const struct date_word *w = date_word_at(f, i);
	bool dot = date_mark(f, i + 1, MARK_DOT) && date_glued(f, i + 1);
	size_t k = dot && w->classes & DATE_SHORT_WEEKDAY ? i + 2 : i + 1, next;
	struct date date;

	if (!date_capital(f, i) && !(w->classes & DATE_WEEKDAY && i > 0 && date_is(f, i - 1, DATE_LEAD)))
		return 0;
	next = date_weekday_date(f, i, date_mark(f, k, MARK_COMMA) ? k + 1 : k);
	if (next)
		return next;
	if (w->classes & DATE_SHORT_WEEKDAY && !(dot && i > 0 && date_is(f, i - 1, DATE_LEAD)))
		return 0;
	if (not_a_day(f, i))
		return 0;
	next = weekday_of_week(f, i, w->value);
	if (next)
		return next;
	date = beside(f, i, k, w->value);
	if (!date.year)
		date = range_opens(f, i, k, behind_last(f, i, date_weekday_of(f, w->value, i, k)));
	next = date_found(f, i, k - 1, date, false, "date-weekday");
	f->last_weekday = true;
	return next;
}
