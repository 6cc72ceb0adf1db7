/* What the story leaves out of a date: the year of a day or month, the month of a day, the week of a weekday. */
#include "date_find.h"

#include <limits.h>

enum {
	REACH = 12,      /* tokens from a year by itself to the month it is of */
	RECENT = 45 /* days before the article that count as shortly before */
};

/* The story's "now" where the text must give it: the article's date, else the latest full date told so far. */
static struct date
now(const struct finder *f)
{
	return f->published.year ? f->published : f->latest;
}

/* How far a day lies from now in days, times a penalty if it lies on the side that the tense speaks against. */
static long
distance(long today, long day, enum tense tense)
{
	if (day > today)
		return (day - today) * (tense == TENSE_PAST ? 8 : tense == TENSE_FUTURE ? 1 : 2);
	return (today - day) * (tense == TENSE_FUTURE ? 5 : 1);
}

static int
nearest_year(struct date today, int month, int day, enum tense tense)
{
	int best = today.year;
	long least = LONG_MAX, now_day;

	if (today.grain == GRAIN_YEAR || (day == 0 && month == today.month))
		return today.year;
	if (today.grain == GRAIN_MONTH)
		today = date_full(today.year, today.month, 15);
	now_day = date_first(today);
	for (int year = today.year - 1; year <= today.year + 1; year++) {
		struct date that = day ? date_full(year, month, day) : date_month(year, month);
		long days = that.year ? distance(now_day, date_first(that), tense) : LONG_MAX;
		if (days < least) {
			least = days;
			best = year;
		}
	}
	return best;
}

/* Does the date named last stand in this sentence or the one before? */
static bool
just_before(const struct finder *f)
{
	return f->last.grain != GRAIN_NONE && f->last_at >= f->before;
}

/* Is the article years behind the date named last? */
static bool
looks_back(const struct finder *f)
{
	return f->published.grain == GRAIN_DAY && f->last.year < f->published.year - 1;
}

/* Did this day come round shortly before the article, which looks back? */
static bool
is_recent(const struct finder *f, int month, int day)
{
	struct date that;
	long days;

	if (!looks_back(f))
		return false;
	that = date_full(f->published.year, month, day);
	if (!that.year)
		return false;
	days = date_first(f->published) - date_first(that);
	return days >= 0 && days <= RECENT;
}

/* Does the date named last give its year to the month (and day, or 0) at token i: "on Dec. 3, 2023, ... Later, on Dec. 15"; "twice in 2017,
 * in July and ..."? A year by itself reaches a few words only. */
static bool
year_carries(const struct finder *f, int month, int day, size_t i)
{
	if (!f->last_told || !f->last.year || f->last.grain < GRAIN_YEAR)
		return false;
	if (f->last.grain == GRAIN_DAY || f->last.grain == GRAIN_MONTH) {
		if (day && f->last.grain == GRAIN_MONTH && is_recent(f, month, day) && f->last_at < f->sentence)
			return false;
		/* "announced in January 2021. It said ... a drill in March": a look years back ends with its sentence */
		if (day == 0 && f->last_at < f->sentence && f->published.year && f->last.year < f->published.year - 1
		    && i > f->sentence + 2)
			return false;
		return just_before(f);
	}
	/* "shrank in 2010, the bank said in November": the year is not that of the saying */
	if (day == 0 && i > 1 && f->last.grain == GRAIN_YEAR && f->published.year && date_among(f, i - 2, "said reported announced"))
		return false;
	if (day == 0 && looks_back(f) && f->last_at >= f->before && i <= f->sentence + 2)
		return true; /* "... in 2011. In January ..." */
	/* "in 2017", "the following year", "two years later"; not "the 2017 report" */
	if (f->last_at == 0 || !(date_among(f, f->last_at - 1, "in during of")
	    || date_is(f, f->last_at, DATE_EDGE | DATE_REL_THEN | DATE_THE | DATE_ARTICLE | DATE_CARDINAL)))
		return false;
	if (f->last_at >= f->sentence && looks_back(f) && !is_recent(f, month, day ? day : 1))
		return true;
	return f->last_at >= (f->published.year ? f->sentence : f->before) && i - f->last_at <= REACH;
}

/* The year that a story goes on in: "impeached on Dec. 14, 2024, and removed on April 4" steps into the next; so does "in December last
 * year. In August, ...", a month that opens the sentence, shortly before the article. */
static int
year_onward(const struct finder *f, int month, int day, size_t i)
{
	long back = day == 0 && i <= f->sentence + 2 && f->last.year == f->published.year - 1 ? 92 : 183;

	struct date that = day ? date_full(f->last.year, month, day) : date_month(f->last.year, month);
	struct date next = day ? date_full(f->last.year + 1, month, day) : date_month(f->last.year + 1, month);

	if (f->last.grain < GRAIN_MONTH || !that.year || !next.year || !f->published.year
	    || date_first(f->last) - date_first(that) < back || date_first(next) > date_first(f->published))
		return f->last.year;
	return f->last.year + 1;
}

/* "the Dec. 3 martial law": a day whose year everybody knows by what is told of it in the same sentence; 0 if it is none. */
static int
famous_year(const struct finder *f, int day_of_year, size_t first, size_t next)
{
	enum { BEFORE = 14, BEHIND = 10 };

	for (size_t i = first > f->sentence + BEFORE ? first - BEFORE : f->sentence; i < next + BEHIND; i++) {
		if (i >= next && (date_token(f, i)->kind == TOKEN_BREAK || date_token(f, i)->flags & TOKEN_SENTENCE))
			break;
		int known = date_is(f, i, DATE_FAMOUS) ? date_word_at(f, i)->value : 0, year = known / 10000;
		if (known % 10000 == day_of_year && (f->published.year == 0 || f->published.year >= year))
			return year;
	}
	return 0;
}

int
date_year_of(const struct finder *f, int month, int day, size_t first, size_t next, bool *told)
{
	struct date today = now(f);
	enum tense tense;

	int famous = day ? famous_year(f, 100 * month + day, first, next) : 0;
	if (famous)
		return famous;
	if (year_carries(f, month, day, first)) {
		tense = date_tense(f, first, next);
		if (tense != TENSE_FUTURE || f->last_at >= f->sentence) {
			*told = true;
			return year_onward(f, month, day, first);
		}
	}
	if (!today.year)
		return 0;
	*told = !f->published.year;
	tense = date_tense(f, first, next);
	bool ahead = month > today.month || (month == today.month && day > today.day);
	/* "On Nov. 23 it restored ...", "had grown between January and October" */
	bool past = (day && ahead && first <= f->sentence + 1)
	    || (!day && date_joint(f, next) && first > 0 && date_says(f, first - 1, "between"));
	if (tense == TENSE_PAST && f->published.grain == GRAIN_DAY && past)
		return today.year - ahead;
	return nearest_year(today, month, day, tense);
}

struct date
date_day_of(const struct finder *f, int day, size_t first, size_t next)
{
	struct date today = now(f), month = date_shift(today, GRAIN_MONTH, 0), that;
	enum tense tense;

	if (just_before(f) && f->last.year && f->last_month && (!today.year || f->last.year != today.year || f->last.month != today.month))
		return date_full(f->last.year, f->last.month, day);
	if (today.grain != GRAIN_DAY)
		return date_full(month.year, month.month, day);
	tense = date_tense(f, first, next);
	if (tense == TENSE_FUTURE ? day < today.day : day > today.day)
		month = date_shift(month, GRAIN_MONTH, tense == TENSE_FUTURE ? 1 : -1);
	that = date_full(month.year, month.month, day);
	if (!that.year)
		that.grain = GRAIN_DAY;
	return that;
}

struct date
date_weekday_of(const struct finder *f, int weekday, size_t first, size_t next)
{
	long today;
	int days;

	if (f->published.grain != GRAIN_DAY)
		return (struct date) { .grain = GRAIN_DAY };
	today = date_first(f->published);
	days = (weekday - cal_weekday(today) + 7) % 7;
	if (days > 0 && date_tense(f, first, next) != TENSE_FUTURE)
		days -= 7;
	return date_day(today + days);
}

struct date
date_told(const struct finder *f, enum grain unit)
{
	if (unit == GRAIN_DAY && (f->last_day.grain != GRAIN_DAY || f->last_day_at < f->paragraph[2]))
		return f->published;
	/* a day says in which month and week it lies, a year or month does not */
	if (f->last_day.year && f->last.grain < (unit == GRAIN_DAY ? GRAIN_DAY : unit >= GRAIN_WEEK ? GRAIN_WEEK : GRAIN_MONTH)
	    && unit >= GRAIN_MONTH)
		return f->last_day;
	return f->last.grain != GRAIN_NONE ? f->last : f->published;
}
