/* Months and days of months, English: "Nov. 4, 2024", "4th of November", "Aug. 18-28", "Thursday, January 18", "the 26th". */
#include "date_find.h"

bool
date_day_at(const struct finder *f, size_t i, int *day)
{
	struct number n;

	if (!date_number(f, i, &n) || n.digits > 2 || !n.plain || n.value < 1 || n.value > 31)
		return false;
	*day = n.value;
	return n.suffix.n == 0 || str_eq(n.suffix, STR("st")) || str_eq(n.suffix, STR("nd")) || str_eq(n.suffix, STR("rd"))
	    || str_eq(n.suffix, STR("th"));
}

size_t
date_joint(const struct finder *f, size_t i)
{
	bool joins = date_token(f, i)->kind == TOKEN_WORD ? date_among(f, i, "and to or through until")
	    : date_hyphen(f, i) || date_mark(f, i, MARK_AMPERSAND) || date_mark(f, i, MARK_SLASH);

	return joins ? i + 1 : 0;
}

/* The year that a list or range gives at its end: "Nov. 3-5, 2025", "from March to May last year", "from November to August
 * 2021". i: behind the first day or month, which is in month `first`. 0 if there is none. */
static int
year_ahead(const struct finder *f, size_t i, int first)
{
	int year, month = first, day;
	bool joined = false, dated = false, told;

	for (size_t n = 0; n < 5; n++) {
		size_t next = date_joint(f, i);
		if (dated && (date_mark(f, i, MARK_COMMA) ? date_year_at(f, i + 1, &year) : date_year_named(f, i, &year, &told) && year))
			return year - (first > month);
		if (next || (date_mark(f, i, MARK_COMMA) && date_day_at(f, i + 1, &day))) {
			joined = true;
			i = next ? next : i + 1;
		} else if (joined && (next = date_month_word(f, i, &month)) != 0) {
			dated = true;
			i = next;
		} else if (joined && date_day_at(f, i, &day)) {
			dated = true;
			i++;
		} else {
			break;
		}
	}
	return 0;
}

/* May the number at i be a further day of the month named before ("July 29 and 30", "Feb. 6 to 8", "Aug. 18-28")? */
static bool
further_day(const struct finder *f, size_t i, int *day)
{
	bool range = i > 0 && date_hyphen(f, i - 1) && date_glued(f, i - 1) && date_glued(f, i);
	int year, month;

	if (!date_day_at(f, i, day))
		return false;
	if (date_month_word(f, i + 1, &month))
		return false;
	if (date_year_at(f, i + 1, &year) || date_joint(f, i + 1))
		return true;
	if (date_is(f, i + 1, DATE_MEASURE))
		return false;
	return date_ends(f, i + 1) || (range && date_token(f, i + 1)->kind == TOKEN_WORD);
}

/* The days that follow behind token i - 1, the first day's last token, each a mention. */
static size_t
further_days(struct finder *f, size_t i, struct date date, bool told)
{
	for (;;) {
		size_t k = date_joint(f, i), last;
		int day, year;
		if (!k && date_mark(f, i, MARK_COMMA) && (date_says(f, i + 2, "and") || date_mark(f, i + 2, MARK_COMMA)))
			k = i + 1;
		if (!k || !further_day(f, k, &day))
			return i;
		last = k;
		if (date_mark(f, k + 1, MARK_COMMA) && date_year_at(f, k + 2, &year))
			last = k + 2;
		else if (date_year_at(f, k + 1, &year))
			last = k + 1;
		date = date_full(last == k ? date.year : year, date.month, day);
		date.month = date.month ? date.month : 1;
		i = date_found(f, k, last, date, told || last != k, "date-range");
	}
}

/* "the week of Nov. 3", "the week starting on Nov. 3": its first token; `first`, the month's, if no week is named. */
static size_t
week_before(const struct finder *f, size_t first)
{
	size_t i = first;

	if (i > f->done && date_says(f, i - 1, "on"))
		i--;
	if (i < f->done + 2 || !date_among(f, i - 1, "of beginning starting commencing") || !date_says(f, i - 2, "week"))
		return first;
	i -= 2;
	return i > f->done && date_is(f, i - 1, DATE_THE) ? i - 1 : i;
}

/* "the last week of July", "the first week in September": its first token, and the week for the month; `first` if no week is named. */
static size_t
week_in_month(const struct finder *f, size_t first, struct date *date)
{
	size_t i = first;
	int n;

	if (i < f->done + 3 || !date_among(f, i - 1, "of in") || !date_says(f, i - 2, "week"))
		return first;
	i -= 3;
	n = date_among(f, i, "last final") ? -1 : date_is(f, i, DATE_ORDINAL) ? date_word_at(f, i)->value : 0;
	if (n == 0 || n > 5)
		return first;
	*date = date_week_in(*date, n);
	return i > f->done && date_is(f, i - 1, DATE_THE) ? i - 1 : i;
}

/* A month without its day, from token `first` to `last`, or one of its weeks. */
static size_t
month_found(struct finder *f, size_t first, size_t last, struct date date, bool told, const char *rule)
{
	first = week_in_month(f, first, &date);
	return date_found(f, first, last, date, told, rule);
}

/* "Nov. 4" at first, the day's token at `at`. */
static size_t
month_day(struct finder *f, size_t first, size_t at, int month, int day)
{
	int year = 0;
	bool told = false;
	size_t next = date_year_named(f, at + 1, &year, &told), end = next ? next : at + 1;
	struct date date;

	if (!next) {
		year = year_ahead(f, at + 1, month);
		/* "On June 29 during the 2002 World Cup" */
		told = year != 0 || (date_says(f, at + 1, "during") && date_says(f, at + 2, "the") && date_year_at(f, at + 3, &year));
		if (!told)
			year = date_year_of(f, month, day, first, end, &told);
	}
	date = date_full(year, month, day);
	size_t week = end == at + 1 ? week_before(f, first) : first;
	if (week < first)
		return date_found(f, week, at, date_shift(date, GRAIN_WEEK, 0), false, "date-week");
	next = date_found(f, first, end - 1, date, told, "date-month-day");
	date.month = month;
	return end == at + 1 ? further_days(f, next, date, told) : next;
}

/* May a month that stands by itself at i be one ("in March", "the May summit"; not "March on Washington", "June Lee")? */
static bool
bare_month(const struct finder *f, size_t first, size_t i, size_t next)
{
	bool led = first != i || (first > 0 && (date_is(f, first - 1, DATE_LEAD) || (f->done == first - 1 && date_hyphen(f, first - 1))));
	bool named = date_token(f, next)->kind == TOKEN_WORD && date_capital(f, next) && !(date_token(f, next)->flags & TOKEN_OPENS);
	int month = date_word_at(f, i)->value;

	if (next == i + 1 && date_is(f, i, DATE_SHORT_MONTH) && (!led || month == 3 || !date_ends(f, next)))
		return false;
	if (date_token(f, next)->kind == TOKEN_NUMBER || (named && date_glued(f, next))
	    || date_is(f, next, DATE_SET) || (i > 0 && date_is(f, i - 1, DATE_SET))) /* "every March" */
		return false;
	/* "by May Lee", "with June Park", but "in April President Lee" */
	if (named && first == i && !date_attributive(f, first, next)
	    && !(i > 0 && date_among(f, i - 1, "in since until during before after")))
		return false;
	/* verbs: a word of time must lead, or a noun follow an article ("the March summit") */
	if (month == 3 || month == 5) {
		if (first > 0 && date_is(f, first - 1, DATE_THE | DATE_ARTICLE))
			return !date_is(f, next, DATE_LEAD | DATE_FUNCTION);
		return led && !(date_token(f, i)->flags & TOKEN_OPENS);
	}
	return first == 0 || led || !date_capital(f, first - 1) || date_token(f, first - 1)->kind != TOKEN_WORD
	    || date_token(f, first - 1)->flags & TOKEN_OPENS;
}

static bool
ordinal_at(const struct finder *f, size_t i)
{
	struct number n;

	return date_number(f, i, &n) && n.suffix.n == 2;
}

/* "Nov. 4,2025", its blank lost */
static bool
day_comma_year(const struct finder *f, size_t i, int *day, int *year)
{
	struct number n;
	struct str s, d;

	if (!date_number(f, i, &n) || n.plain || n.suffix.n)
		return false;
	s = n.text;
	d = str_cut(&s, ',');
	if (d.n == 0 || d.n > 2 || s.n != 4 || (s.p[0] != '1' && s.p[0] != '2') || memchr(s.p, '.', 4) || memchr(s.p, ',', 4))
		return false;
	*day = d.n == 2 ? (d.p[0] - '0') * 10 + d.p[1] - '0' : d.p[0] - '0';
	*year = n.value % 10000;
	return date_full(*year, 1, *day).year != 0;
}

/* "March eighth", "January first, 2000": not "in March first ladies" */
static bool
spoken_day(const struct finder *f, size_t i, int *day)
{
	int year;

	if (!date_is(f, i, DATE_ORDINAL) || date_capital(f, i))
		return false;
	*day = date_word_at(f, i)->value;
	return date_ends(f, i + 1) || date_year_at(f, i + 1, &year) || (*day > 2 && date_capital(f, i + 1));
}

/* "from May to September": the months of a range without a year lie in order. The first, whose mention is the last one found, or
 * the second, at `first`, moves by a year if they do not. */
static int
in_order(struct finder *f, size_t first, size_t next, struct date second)
{
	struct date start = f->last;
	struct date today = f->published;

	if (f->done + 1 != first || !(date_hyphen(f, first - 1) || date_among(f, first - 1, "to through until"))
	    || !f->last_month || start.grain != GRAIN_MONTH || !start.year || !second.year
	    || date_first(start) < date_first(second))
		return second.year;
	if (f->last_told)
		return start.year + 1;
	if (date_tense(f, first, next) == TENSE_FUTURE && today.year && date_first(second) < date_first(date_shift(today, GRAIN_MONTH, 0)))
		return second.year + 1;
	start.year--;
	f->last = start;
	f->d->mentions[f->d->mentions_n - 1].value = date_value(f->d->arena, start);
	return second.year;
}

size_t
date_at_month(struct finder *f, size_t first, size_t i)
{
	int month, day, year = 0;
	bool told;
	size_t next = date_month_word(f, i, &month), end;

	if (!next)
		return 0;
	if ((date_mark(f, next, MARK_COMMA) || date_is(f, next, DATE_THE)) && date_day_at(f, next + 1, &day) && ordinal_at(f, next + 1))
		return month_day(f, first, next + 1, month, day); /* "October, 1st", "October the 1st" */
	if (day_comma_year(f, next, &day, &year))
		return date_found(f, first, next, date_full(year, month, day), true, "date-month-day");
	if (spoken_day(f, next, &day))
		return month_day(f, first, next, month, day);
	if (date_day_at(f, next, &day) && !date_is(f, next + 1, DATE_MEASURE))
		return month_day(f, first, next, month, day);
	end = date_year_named(f, next, &year, &told);
	if (end && !(date_mark(f, next, MARK_COMMA) && !date_year_at(f, end - 1, &year)))
		return told ? month_found(f, first, end - 1, date_month(year, month), true, "date-month-year") : 0;
	if (!bare_month(f, first, i, next))
		return 0;
	year = year_ahead(f, next, month);
	told = year != 0;
	if (!told) {
		year = date_year_of(f, month, 0, first, next, &told);
		year = in_order(f, first, next, date_month(year, month));
	}
	return month_found(f, first, next - 1, date_month(year, month), told, "date-month");
}

/* "4 November 2024", "4th of November", with the month at `at`: `first` is the day's token. */
static size_t
day_then_month(struct finder *f, size_t first, size_t at, int day)
{
	int month, year = 0;
	bool told;
	size_t next = date_month_word(f, at, &month), end;
	struct date date;

	end = date_year_named(f, date_hyphen(f, next) && date_glued(f, next) ? next + 1 : next, &year, &told);
	if (!end) {
		end = next;
		year = year_ahead(f, next, month);
		told = year != 0;
		if (!told)
			year = date_year_of(f, month, day, first, next, &told);
	}
	date = date_full(year, month, day);
	/* "the 4th of November", but "the 4 November launch" */
	if (first > 0 && date_is(f, first - 1, DATE_THE) && !date_attributive(f, first, end))
		first--;
	return date_found(f, first, end - 1, date, told, "date-month-day");
}

/* The year behind "3 to 5 November 2024" whose month stands at `at`. */
static struct date
range_start(const struct finder *f, size_t first, size_t at, int day)
{
	int month, year = 0;
	bool told;
	size_t next = date_month_word(f, at, &month);

	if (!date_year_named(f, next, &year, &told))
		year = date_year_of(f, month, day, first, next, &told);
	return date_full(year, month, day);
}

size_t
date_ordinal_of_month(struct finder *f, size_t i, int day)
{
	int month;

	if (day > 31 || !date_says(f, i + 1, "of") || !date_month_word(f, i + 2, &month))
		return 0;
	return day_then_month(f, i, i + 2, day);
}

size_t
date_day_month(struct finder *f, size_t i)
{
	int day, day2, month, other;
	bool of = date_says(f, i + 1, "of");
	size_t k = i + 1 + (of || date_mark(f, i + 1, MARK_HYPHEN)); /* 15-Nov-2023 */
	size_t behind = date_month_word(f, k, &month), second = behind ? 0 : date_joint(f, i + 1), at;

	/* most numbers have neither a month nor another number behind them */
	if (!(behind || (second && date_token(f, second)->kind == TOKEN_NUMBER)) || !date_day_at(f, i, &day))
		return 0;
	/* "in 2024 19 March 5 ..." does not happen; "No. 4 May 5" and "Day 4 Nov. 5" do */
	if (behind)
		return date_day_at(f, behind, &other) && !date_year_at(f, behind, &other) && !of ? 0 : day_then_month(f, i, k, day);
	at = date_says(f, second + 1, "of") ? second + 2 : second + 1; /* "9 to 12 of June" */
	if (!date_day_at(f, second, &day2) || !date_month_word(f, at, &month) || date_day_at(f, at + 1, &other))
		return 0;
	date_found(f, i, i, range_start(f, i, at, day), true, "date-range");
	return day_then_month(f, second, at, day2);
}

size_t
date_ordinal_day(struct finder *f, size_t i, const struct number *n)
{
	size_t first = i, next = i + 1;
	bool led = i > 0 && date_is(f, i - 1, DATE_THE), month = f->last_month;
	struct date date;

	if (n->value < 1 || n->value > 31 || n->digits > 2 || str_eq(n->suffix, STR("ID")))
		return 0; /* the 2ID is a division */
	if (!led && !(i > 0 && date_among(f, i - 1, "on from since until"))
	    && !(i > 0 && date_mark(f, i - 1, MARK_OPEN) && date_mark(f, i + 1, MARK_CLOSE)))
		return 0;
	if (led)
		first--;
	if (first > 0 && date_is(f, first - 1, DATE_SET))
		return 0;
	/* "the 5th of last month" */
	size_t k = date_says(f, next, "of") ? next : next - 1;
	if (date_is(f, k + 1, DATE_REL_NOW | DATE_REL_THEN) && date_says(f, k + 2, "month")) {
		const struct date_word *w = date_word_at(f, k + 1);
		date = date_shift(w->classes & DATE_REL_NOW ? f->published : date_told(f, GRAIN_MONTH), GRAIN_MONTH, w->value);
		return date_found(f, first, k + 2, date_full(date.year, date.month, n->value), false, "date-day");
	}
	if (!date_ends(f, next) || date_hyphen(f, next) || date_mark(f, next, MARK_QUOTE) || date_mark(f, next, MARK_APOSTROPHE)
	    || date_says(f, next, "of") || date_is(f, next, DATE_THE | DATE_ARTICLE))
		return 0;
	/* "the 26th and last meeting" */
	if (led && date_says(f, next, "and") && date_token(f, next + 1)->kind == TOKEN_WORD
	    && !date_is(f, next + 1, DATE_LEAD | DATE_THE) && !(first > 0 && date_says(f, first - 1, "on")))
		return 0;
	date = date_day_of(f, n->value, first, next);
	next = date_found(f, first, i, date, false, "date-day");
	f->last_month = month;
	return next;
}

size_t
date_weekday_date(struct finder *f, size_t first, size_t k)
{
	int month, day;
	size_t next = date_month_word(f, k, &month);

	if (next && date_day_at(f, next, &day))
		return month_day(f, first, next, month, day);
	if (date_day_at(f, k, &day) && date_month_word(f, k + 1, &month))
		return day_then_month(f, first, k + 1, day);
	return 0;
}
