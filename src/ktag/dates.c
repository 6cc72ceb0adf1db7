/* Finds dates: one pass over the tokens. A number or a word of the table sets off the rules of its kind; the story's own time is
 * kept on the way, so that what a text leaves out is filled in from what it said before. */
#include "dates.h"
#include "ascii.h"
#include "date_find.h"
#include "words.h"

#include <limits.h>

void
dates_load(void)
{
	static bool loaded;

	if (loaded) /* a second run in one process: fuzzers, unit tests */
		return;
	loaded = true;
	date_hangul_load();
	amounts_load();
}

bool
date_number(const struct finder *f, size_t i, struct number *n)
{
	struct str s = date_text(f, i);
	unsigned digits = 0;
	bool plain = true;
	int value = 0;
	size_t k;

	if (date_token(f, i)->kind != TOKEN_NUMBER)
		return false;
	for (k = 0; k < s.n; k++) {
		if (is_digit(s.p[k]))
			value = digits++ < 8 ? value * 10 + (s.p[k] - '0') : INT_MAX;
		else if (s.p[k] == ',' || s.p[k] == '.')
			plain = false;
		else
			break;
	}
	*n = (struct number) { .value = value, .digits = digits, .plain = plain, .text = s, .suffix = str_from(s, k) };
	return digits > 0;
}

/* ", adopted in December 2020, punishes": told in passing about a noun, the story does not go on from there. */
static bool
in_passing(const struct finder *f, size_t first, size_t next)
{
	struct str verb;

	if (first < 3 || !date_mark(f, next, MARK_COMMA) || !date_among(f, first - 1, "in on") || !date_mark(f, first - 3, MARK_COMMA))
		return false;
	verb = date_text(f, first - 2);
	return str_ends(verb, STR("ed")) || date_among(f, first - 2, "held made built set begun won sunk shot");
}

/* "지난해 9월 2일 이후": a date looked back at. */
static bool
looked_back(const struct finder *f, size_t end)
{
	struct str rest = str_from(f->d->text, end);

	return str_starts(rest, STR(" 이후")) || str_starts(rest, STR(" 이래")) || str_starts(rest, STR("에 이어"));
}

/* A text without a date of its own was written after what it tells of the past. */
static void
latest(struct finder *f, struct date date, size_t first, size_t next)
{
	if (f->latest.year && date_first(f->latest) >= date_first(date))
		return;
	if (date.grain == GRAIN_DAY || (date.grain == GRAIN_YEAR && f->latest.year && date.year > f->latest.year
	    && date_tense(f, first, next) == TENSE_PAST))
		f->latest = date;
}

size_t
date_found_part(struct finder *f, size_t first, size_t last, size_t end, struct date date, bool told, const char *rule)
{
	doc_mention(f->d, TYPE_DATE, first, end, rule)->value = date_value(f->d->arena, date);
	f->done = last + 1;
	f->last_ordinal = false;
	if ((!date.year && date.grain != GRAIN_DAY) || looked_back(f, end))
		return f->done;
	f->last = date;
	f->last_at = first;
	/* "the first since November 2017" looks back: the story does not go on from there */
	f->last_told = told && (first == 0 || !date_says(f, first - 1, "since")) && !date_attributive(f, first, last + 1)
	    && !in_passing(f, first, last + 1);
	f->last_weekday = false;
	f->last_month = date.grain >= GRAIN_MONTH && strncmp(rule, "date-month", 10) == 0;
	if (date.grain == GRAIN_DAY) {
		f->last_day = date;
		f->last_day_at = first;
	}
	if (told && date.year && !f->published.year)
		latest(f, date, first, last + 1);
	return f->done;
}

size_t
date_found(struct finder *f, size_t first, size_t last, struct date date, bool told, const char *rule)
{
	return date_found_part(f, first, last, date_token(f, last)->end, date, told, rule);
}

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

#define REACH 12 /* tokens */

#define PARAGRAPH 150 /* tokens */

#define RECENT 45 /* days */

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

/* "1996 -- South Korean troops ...": a year that heads the paragraph of token i is that of all it tells. */
static bool
heads_paragraph(const struct finder *f, size_t i)
{
	size_t at = f->last_at, from = i > PARAGRAPH ? i - PARAGRAPH : 0;

	if ((at > 0 && date_token(f, at - 1)->kind != TOKEN_BREAK) || date_token(f, at + 1)->kind != TOKEN_PUNCT)
		return false;
	while (i > at && i > from && date_token(f, i)->kind != TOKEN_BREAK)
		i--;
	return i == at;
}

/* "In 2010 ... On March 26 ...": a paragraph that looks back years goes on there, a sentence or more later. `limit`: the last token at
 * which the date may stand. */
static bool
in_same_past(const struct finder *f, int month, int day, size_t limit)
{
	return day > 0 && looks_back(f) && f->last_at >= f->paragraph[0] && f->last_at <= limit && !is_recent(f, month, day)
	    && date_first(date_full(f->last.year, month, day)) >= date_first(f->last);
}

/* Does the date named last give its year to the month (and day, or 0) at token i: "on Dec. 3, 2023, ... Later, on Dec. 15"; "twice in 2017, in
 * July and ..."? A year by itself reaches a few words only. */
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
		return just_before(f) || in_same_past(f, month, day, f->last_at);
	}
	/* "In 2010 ..." opens the paragraph or the sentence before */
	if (heads_paragraph(f, i) || in_same_past(f, month, day, f->paragraph[0] + 2)
	    || (f->last_at >= f->before && in_same_past(f, month, day, f->before + 1)))
		return true;
	/* "in 2017", "the following year", "two years later"; not "the 2017 report" */
	if (f->last_at == 0 || !(date_among(f, f->last_at - 1, "in during of")
	    || date_is(f, f->last_at, DATE_EDGE | DATE_REL_THEN | DATE_THE | DATE_ARTICLE | DATE_CARDINAL)))
		return false;
	return f->last_at >= (f->published.year ? f->sentence : f->before) && i - f->last_at <= REACH;
}

/* The year that a story goes on in: "impeached on Dec. 14, 2024, and removed on April 4" steps into the next. */
static int
year_onward(const struct finder *f, int month, int day)
{
	struct date that = day ? date_full(f->last.year, month, day) : date_month(f->last.year, month);
	struct date next = day ? date_full(f->last.year + 1, month, day) : date_month(f->last.year + 1, month);

	if (f->last.grain < GRAIN_MONTH || !that.year || !next.year || !f->published.year
	    || date_first(f->last) - date_first(that) < 183 || date_first(next) > date_first(f->published))
		return f->last.year;
	return f->last.year + 1;
}

int
date_year_of(const struct finder *f, int month, int day, size_t first, size_t next, bool *told)
{
	struct date today = now(f);
	enum tense tense;

	*told = false;
	if (year_carries(f, month, day, first)) {
		tense = date_tense(f, first, next);
		if (tense != TENSE_FUTURE || f->last_at >= f->sentence) {
			*told = true;
			return year_onward(f, month, day);
		}
	}
	if (!today.year)
		return 0;
	*told = !f->published.year;
	tense = date_tense(f, first, next);
	/* "On Nov. 23 it restored ..." */
	if (tense == TENSE_PAST && day && f->published.grain == GRAIN_DAY && first <= f->sentence + 1
	    && (month > today.month || (month == today.month && day > today.day)))
		return today.year - 1;
	return nearest_year(today, month, day, tense);
}

struct date
date_day_of(const struct finder *f, int day, size_t first, size_t next)
{
	struct date today = now(f), month = date_shift(today, GRAIN_MONTH, 0), that;
	enum tense tense;

	if (just_before(f) && f->last.year && f->last_month
	    && (!today.year || f->last.year != today.year || f->last.month != today.month))
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
	if (date_tense(f, first, next) != TENSE_FUTURE && days > 0)
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

bool
date_ends(const struct finder *f, size_t i)
{
	const struct token *t = date_token(f, i);
	struct str s = date_text(f, i);

	switch (t->kind) {
	case TOKEN_BREAK: return true;
	case TOKEN_NUMBER: return false;
	case TOKEN_WORD: return date_is(f, i, DATE_FUNCTION) || (t->flags & TOKEN_HANGUL && date_glued(f, i));
	default: break;
	}
	if (t->mark == MARK_HYPHEN)
		return !date_glued(f, i) || date_token(f, i + 1)->kind != TOKEN_WORD;
	return !(s.n == 1 && (s.p[0] == '%' || s.p[0] == '$' || s.p[0] == '#'));
}

bool
date_year_at(const struct finder *f, size_t i, int *year)
{
	struct number n;

	if (!date_number(f, i, &n) || n.digits != 4 || !n.plain || n.suffix.n || n.value < 1000 || n.value > 2999)
		return false;
	*year = n.value;
	return true;
}

/* "Juche 106": the North's era, whose first year is 1912. */
static bool
date_juche_at(const struct finder *f, size_t i, int *year)
{
	struct number n;

	if (!date_says(f, i, "juche") || !date_capital(f, i) || !date_number(f, i + 1, &n) || !n.plain || n.suffix.n || n.value < 1 || n.value > 199)
		return false;
	*year = 1911 + n.value;
	return true;
}

size_t
date_year_named(const struct finder *f, size_t i, int *year, bool *told)
{
	const struct date_word *w;
	struct date base;

	if (date_mark(f, i, MARK_COMMA) || date_says(f, i, "of") || date_says(f, i, "in"))
		i++;
	*told = true;
	if (date_year_at(f, i, year))
		return i + 1;
	if (date_juche_at(f, i, year))
		return i + 2;
	if (date_says(f, i, "the") && date_is(f, i + 1, DATE_REL_THEN))
		i++;
	w = date_word_at(f, i);
	if (!(w->classes & (DATE_REL_NOW | DATE_REL_THEN)) || !date_says(f, i + 1, "year"))
		return 0;
	base = w->classes & DATE_REL_NOW ? f->published : date_told(f, GRAIN_YEAR);
	*year = base.year ? base.year + w->value : 0;
	return i + 2;
}

size_t
date_month_word(const struct finder *f, size_t i, int *month)
{
	const struct date_word *w = date_word_at(f, i);
	bool dot = date_mark(f, i + 1, MARK_DOT) && date_glued(f, i + 1);

	if (!(w->classes & (DATE_MONTH | DATE_SHORT_MONTH)))
		return 0;
	/* pages in small letters write "november 4"; "march 5" and "may 5" may be verbs */
	if (!date_capital(f, i) && (!(w->classes & DATE_MONTH) || w->value == 3 || w->value == 5
	    || date_token(f, i + 1)->kind != TOKEN_NUMBER))
		return 0;
	*month = w->value;
	if (dot && (w->classes & DATE_SHORT_MONTH || date_token(f, i + 2)->kind == TOKEN_NUMBER))
		return i + 2;
	return i + 1;
}

size_t
date_edge(const struct finder *f, size_t i)
{
	size_t first = i, k = i;

	for (;;) {
		if (k > f->done && date_hyphen(f, k - 1))
			k--;
		if (k <= f->done || !date_is(f, k - 1, DATE_EDGE))
			break;
		first = --k;
		/* "mid-to-late" */
		if (k > f->done && date_hyphen(f, k - 1))
			k--;
		if (k <= f->done || !date_says(f, k - 1, "to"))
			break;
		k--;
	}
	return first;
}

/* "Yesterday", "the day before yesterday" is elsewhere; not "USA Today" */
static size_t
day_word(struct finder *f, size_t i, const struct date_word *w)
{
	if (date_capital(f, i) && !(date_token(f, i)->flags & TOKEN_OPENS) && i > 0 && date_capital(f, i - 1))
		return 0;
	return date_found(f, i, i, date_shift(f->published, GRAIN_DAY, w->value), false, "date-day-word");
}

static size_t
date_at_word(struct finder *f, size_t i, const struct date_word *w)
{
	uint64_t c = w->classes;

	if (c & (DATE_MONTH | DATE_SHORT_MONTH))
		return date_at_month(f, date_edge(f, i), i);
	if (c & (DATE_WEEKDAY | DATE_SHORT_WEEKDAY))
		return date_at_weekday(f, i);
	if (c & (DATE_REL_NOW | DATE_REL_THEN | DATE_REL_ODD | DATE_REL_NEAR))
		return date_at_relative(f, i, w);
	if (c & (DATE_UNIT | DATE_UNITS))
		return date_at_unit(f, i, w);
	if (c & DATE_COMPARE)
		return date_at_compare(f, i);
	if (c & DATE_SEASON)
		return date_at_season(f, i, w);
	if (c & DATE_DAY_WORD)
		return day_word(f, i, w);
	if (!(c & DATE_ORDINAL))
		return 0;
	size_t next = date_ordinal_part(f, i, w->value);
	return next ? next : date_ordinal_of_month(f, i, w->value);
}

/* "Juche 106"; "FY2026"; "Q3 2025" */
static size_t
era(struct finder *f, size_t i, struct str word)
{
	int year = 0;

	if (word.p[0] == 'Q' || word.p[0] == 'H')
		return date_part_sign(f, i);
	if (date_juche_at(f, i, &year))
		return date_found(f, i, i + 1, date_year(year), true, "date-juche");
	if (word.n != 6 || word.p[0] != 'F' || word.p[1] != 'Y')
		return 0;
	for (size_t k = 2; k < 6; k++) {
		if (word.p[k] < '0' || word.p[k] > '9')
			return 0;
		year = year * 10 + word.p[k] - '0';
	}
	return year > 1900 && year < 2100 ? date_found(f, i, i, date_year(year), true, "date-year") : 0;
}

bool
date_calls(struct str word)
{
	if (date_word(word)->classes & DATE_TRIGGERS || str_eq_nocase(word, STR("juche")))
		return true;
	/* FY2026, Q3, H1 */
	return (word.n == 2 || word.n == 6) && (word.p[0] == 'F' || word.p[0] == 'Q' || word.p[0] == 'H');
}

static size_t
find_at(struct finder *f, size_t i, const struct token *t)
{
	const struct date_word *w;

	if (t->kind == TOKEN_NUMBER)
		return date_at_number(f, i);
	if (t->flags & TOKEN_HANGUL)
		return date_at_hangul(f, i);
	w = date_word_at(f, i);
	if (w->classes & DATE_TRIGGERS)
		return date_at_word(f, i, w);
	return era(f, i, date_text(f, i));
}

/* Keeps track of the sentences; the one before counts in the same paragraph only. */
static void
step(struct finder *f, size_t i)
{
	const struct token *t = &f->d->tokens[i];

	if (t->kind == TOKEN_BREAK) {
		f->before = f->sentence = i;
		f->paragraph[2] = f->paragraph[1];
		f->paragraph[1] = f->paragraph[0];
		f->paragraph[0] = i;
	} else if (t->flags & TOKEN_SENTENCE) {
		f->before = f->sentence;
		f->sentence = i;
	}
}

void
dates_find(struct doc *d, struct str published)
{
	struct finder f = { .d = d, .published = date_read(published) };

	for (size_t i = 0, next = 0; (i = doc_next(d, i, CALL_DATE | CALL_STEP)) < d->tokens_n; i++) {
		if (d->calls[i] & CALL_STEP)
			step(&f, i);
		if (i >= next && d->calls[i] & CALL_DATE)
			next = find_at(&f, i, &d->tokens[i]);
	}
}
