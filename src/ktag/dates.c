/* Finds dates: one pass over the tokens. A number or a word of the table sets off the rules of its kind; the story's own time is
 * kept on the way, so that what a text leaves out is filled in from what it said before. */
#include "dates.h"
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
	if ((!date.year && date.grain != GRAIN_DAY) || looked_back(f, end))
		return f->done;
	f->last = date;
	f->last_at = first;
	/* "the first since November 2017" looks back: the story does not go on from there */
	f->last_told = told && (first == 0 || !date_says(f, first - 1, "since")) && !date_attributive(f, first, last + 1);
	f->last_weekday = false;
	f->last_month = date.grain >= GRAIN_MONTH && strncmp(rule, "date-month", 10) == 0;
	if (date.grain == GRAIN_DAY) {
		f->last_day = date;
		f->last_day_at = first;
		if (f->published.grain == GRAIN_DAY && date.year && date_first(f->published) - date_first(date) <= NEAR
		    && date_first(f->published) >= date_first(date))
			f->near = date;
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
juche_at(const struct finder *f, size_t i, int *year)
{
	struct number n;

	if (!date_says(f, i, "juche") || !date_capital(f, i) || !date_number(f, i + 1, &n) || !n.plain || n.suffix.n || n.value < 1
	    || n.value > 199)
		return false;
	*year = 1911 + n.value;
	return true;
}

/* What "the previous year" behind a month, at token i, counts from: "since August of the previous year. ... on August 20 of the previous
 * year" means the same year twice. */
static struct date
previous_from(const struct finder *f, size_t i)
{
	for (size_t k = f->last_at; f->last.year && k < f->last_at + 6 && k < i; k++)
		if (date_is(f, k, DATE_REL_THEN) && date_says(f, k + 1, "year"))
			return date_year(f->last.year - date_word_at(f, k)->value);
	return date_told(f, GRAIN_YEAR);
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
	if (juche_at(f, i, year))
		return i + 2;
	if (date_says(f, i, "the") && date_is(f, i + 1, DATE_REL_THEN))
		i++;
	w = date_word_at(f, i);
	if (!(w->classes & (DATE_REL_NOW | DATE_REL_THEN)) || !date_says(f, i + 1, "year"))
		return 0;
	base = w->classes & DATE_REL_NOW ? f->published : previous_from(f, i);
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

	/* "early in August" */
	if (i > f->done + 1 && date_says(f, i - 1, "in") && date_among(f, i - 2, "early late"))
		return i - 2;
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

/* The rule that the word's class calls for. */
static size_t
at_word(struct finder *f, size_t i, const struct date_word *w)
{
	uint64_t c = w->classes;

	if (c & (DATE_MONTH | DATE_SHORT_MONTH))
		return date_at_month(f, date_edge(f, i), i);
	if (c & (DATE_WEEKDAY | DATE_SHORT_WEEKDAY))
		return date_at_weekday(f, i);
	if (c & (DATE_REL_NOW | DATE_REL_THEN | DATE_REL_NEAR))
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
	if (juche_at(f, i, &year))
		return date_found(f, i, i + 1, date_year(year), true, "date-juche");
	if (word.n != 6 || word.p[0] != 'F' || word.p[1] != 'Y')
		return 0;
	for (size_t k = 2; k < 6; k++) {
		if (!is_digit(word.p[k]))
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
		return at_word(f, i, w);
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
