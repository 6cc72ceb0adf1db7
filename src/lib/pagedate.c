#include "pagedate_token.h"

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Grammar: each reader takes the token number to read from and returns the one behind what it read, or 0. --------------- */

static bool
sign(struct scan *c, size_t i, char ch)
{
	return tok(c, i)->kind == T_SIGN && tok(c, i)->sign == ch;
}

static bool
unit(struct scan *c, size_t i, int u)
{
	return tok(c, i)->word == WORD_UNIT && tok(c, i)->value == u;
}

static bool
number(struct scan *c, size_t i, int least, int most, int digits)
{
	const struct token *t = tok(c, i);

	return t->kind == T_NUMBER && t->digits <= digits && t->value >= least && t->value <= most;
}

static bool
year4(struct scan *c, size_t i)
{
	return tok(c, i)->digits == 4 && number(c, i, 1900, 2099, 4);
}

/* 2018-12-12, 2018.12.12., 2018/12/12, 2018년 12월 12일, 2024-04, 2025. 2. 12 */
static size_t
read_ymd(struct scan *c, size_t i, struct cal *d)
{
	bool korean = unit(c, i + 1, 'y'), juche = sign(c, i + 1, ')') && unit(c, i + 2, 'y') && year4(c, i); /* 주체107(2018)년 7월 9일 */
	char sep = tok(c, i + 1)->sign;

	if (juche) {
		struct cal year = { tok(c, i)->value, 0, 0 };

		if (!number(c, i + 3, 1, 12, 2) || !unit(c, i + 4, 'm') || !number(c, i + 5, 1, 31, 2) || !unit(c, i + 6, 'd'))
			return 0;
		*d = (struct cal) { year.year, tok(c, i + 3)->value, tok(c, i + 5)->value };
		return i + 7;
	}
	if (!year4(c, i) || !(korean || (tok(c, i + 1)->kind == T_SIGN && strchr("-./", sep))))
		return 0;
	*d = (struct cal) { tok(c, i)->value, 0, 0 };
	if (!number(c, i + 2, 1, 12, 2))
		return 0;
	d->month = tok(c, i + 2)->value;
	i += 3;
	if (korean ? unit(c, i, 'm') : sign(c, i, sep)) {
		if (number(c, i + 1, 1, 31, 2)) {
			d->day = tok(c, i + 1)->value;
			i += 2;
			if (unit(c, i, 'd') || (sep == '.' && sign(c, i, '.')))
				i++;
			return i;
		}
		return korean ? i + 1 : 0;
	}
	if (tok(c, i)->kind == T_NUMBER || sep == '/')
		return 0;
	return i;
}

/* 5/1/2025 3:14:48 AM: whoever writes half days puts the month first. */
static bool
us_clock(struct scan *c, size_t i)
{
	if (!number(c, i, 1, 12, 2) || !sign(c, i + 1, ':') || !number(c, i + 2, 0, 59, 2))
		return false;
	i += sign(c, i + 3, ':') ? 5 : 3;
	return tok(c, i)->word == WORD_AM || tok(c, i)->word == WORD_PM;
}

/* 03/04/2024, 16.09.2021, 01/06/22: D/M where both can be. */
static size_t
read_dmy(struct scan *c, size_t i, struct pagedate *d)
{
	char sep = tok(c, i + 1)->sign;
	int a, b, y;
	bool two;

	if (!number(c, i, 1, 31, 2) || tok(c, i + 1)->kind != T_SIGN || !strchr("-./", sep)
	    || tok(c, i + 1)->spaced) /* first of all: no more tokens are cut */
		return 0;
	if (!number(c, i + 2, 1, 31, 2) || !sign(c, i + 3, sep))
		return 0;
	a = tok(c, i)->value;
	b = tok(c, i + 2)->value;
	y = tok(c, i + 4)->value;
	two = tok(c, i + 4)->digits == 2 && (sep == '/' || (sep == '.' && b > 12 && sign(c, i + 5, '|')));
	if (!year4(c, i + 4) && !(two && y <= 99))
		return 0;
	if (a > 12 && b > 12)
		return 0;
	d->either = a <= 12 && b <= 12 && a != b;
	d->day = (struct cal) { two ? (y < 70 ? 2000 + y : 1900 + y) : y, b, a };
	if (b > 12 || (d->either && sep == '/' && us_clock(c, i + 5)))
		d->day = (struct cal) { d->day.year, a, b };
	return i + 5;
}

/* 25-01-23 14:20, as boards print it: two digits are a year only before a clock. */
static size_t
read_short_ymd(struct scan *c, size_t i, struct cal *d)
{
	char sep = tok(c, i + 1)->sign;

	if (tok(c, i)->digits != 2 || !number(c, i, 10, 69, 2) || tok(c, i + 1)->kind != T_SIGN || !strchr("-.", sep)
	    || !sign(c, i + 3, sep))
		return 0;
	if (!number(c, i + 2, 1, 12, 2) || !number(c, i + 4, 1, 31, 2) || !number(c, i + 5, 0, 23, 2) || !tok(c, i + 5)->spaced
	    || !sign(c, i + 6, ':'))
		return 0;
	*d = (struct cal) { 2000 + tok(c, i)->value, tok(c, i + 2)->value, tok(c, i + 4)->value };
	return i + 5;
}

static bool
ordinal(const struct token *t)
{
	return t->kind == T_WORD && !t->spaced
	    && (str_eq_nocase(t->s, STR("st")) || str_eq_nocase(t->s, STR("nd")) || str_eq_nocase(t->s, STR("rd"))
	        || str_eq_nocase(t->s, STR("th")));
}

/* A year behind a day or month: `, 2024`, ` 2024`, `, '24`. */
static size_t
read_year(struct scan *c, size_t i, int *year)
{
	size_t k = sign(c, i, ',') || sign(c, i, '.') ? i + 1 : i;

	if (!year4(c, k) || (tok(c, k + 1)->kind == T_SIGN && tok(c, k + 1)->sign == ':' && !tok(c, k + 1)->spaced))
		return i;
	*year = tok(c, k)->value;
	return k + 1;
}

/* September. 30, 2016 · Nov. 2 · June 15th, 2023 · October 2024 */
static size_t
read_mdy(struct scan *c, size_t i, struct cal *d)
{
	size_t k = i + 1, end;

	if (tok(c, i)->word != WORD_MONTH)
		return 0;
	*d = (struct cal) { 0, tok(c, i)->value, 0 };
	if (sign(c, k, '.'))
		k++;
	if (sign(c, k, ','))
		k++;
	if (number(c, k, 1, 31, 2)) {
		d->day = tok(c, k)->value;
		k += ordinal(tok(c, k + 1)) ? 2 : 1;
		return read_year(c, k, &d->year);
	}
	end = read_year(c, k, &d->year);
	return d->year ? end : 0;
}

/* 2 de diciembre de 2022 */
static bool
spanish_of(const struct token *t)
{
	return t->kind == T_WORD && (str_eq(t->s, STR("de")) || str_eq(t->s, STR("del")));
}

/* 28 Oct. 2025 · 21st November 2023 · 23 Aug 17 · 11. august 2017 · 6 Oct */
static size_t
read_dmony(struct scan *c, size_t i, struct cal *d)
{
	size_t k = i + 1;

	if (!number(c, i, 1, 31, 2))
		return 0;
	if (ordinal(tok(c, k)) || sign(c, k, '.') || sign(c, k, '-') || spanish_of(tok(c, k)))
		k++;
	if (tok(c, k)->word != WORD_MONTH)
		return 0;
	*d = (struct cal) { 0, tok(c, k)->value, tok(c, i)->value };
	k++;
	if (sign(c, k, '.') || sign(c, k, '-') || spanish_of(tok(c, k)))
		k++;
	if (tok(c, k)->digits == 2 && number(c, k, 0, 99, 2) && number(c, k + 1, 0, 23, 2) && sign(c, k + 2, ':')) {
		d->year = 2000 + tok(c, k)->value; /* RFC 822, two digits */
		return k + 1;
	}
	return read_year(c, k, &d->year);
}

/* A zone: KST, EDT, Z, +0900, +09:00, GMT+03:00. */
static size_t
read_zone(struct scan *c, size_t i, struct pagedate *d)
{
	size_t k = i;
	int base = 0, minutes;
	bool paren = sign(c, k, '(');

	if (paren)
		k++;
	if (tok(c, k)->word == WORD_ZONE) {
		base = tok(c, k)->value;
		d->zoned = true;
		d->zone = base;
		d->american = str_ends(tok(c, k)->s, STR("T")) && tok(c, k)->s.n == 2;
		k++;
		if (paren)
			k += sign(c, k, ')');
		i = k;
		if (base != 0)
			return i;
	} else if (tok(c, k)->spaced && sign(c, k, '-')) {
		return i; /* `13:08 - By`: no offset */
	}
	if (!(sign(c, k, '+') || sign(c, k, '-')) || tok(c, k + 1)->kind != T_NUMBER || tok(c, k + 1)->spaced)
		return i;
	if (tok(c, k + 1)->digits == 4) {
		minutes = tok(c, k + 1)->value / 100 * 60 + tok(c, k + 1)->value % 100;
		i = k + 2;
	} else if (tok(c, k + 1)->digits <= 2 && sign(c, k + 2, ':') && number(c, k + 3, 0, 59, 2)) {
		minutes = tok(c, k + 1)->value * 60 + tok(c, k + 3)->value;
		i = k + 4;
	} else if (d->zoned && tok(c, k + 1)->digits <= 2) { /* UTC-4 */
		minutes = tok(c, k + 1)->value * 60;
		i = k + 2;
	} else {
		return i;
	}
	if (minutes > 14 * 60)
		return i;
	d->zoned = true;
	d->zone = sign(c, k, '+') ? minutes : -minutes;
	return i;
}

/* am, p.m., 오후 */
static size_t
read_half(struct scan *c, size_t i, int *half)
{
	const struct token *t = tok(c, i);

	if (t->word == WORD_AM || t->word == WORD_PM) {
		*half = t->word == WORD_AM ? 1 : 2;
		return i + 1;
	}
	if (t->kind == T_WORD && t->s.n == 1 && (lower(*t->s.p) == 'a' || lower(*t->s.p) == 'p') && sign(c, i + 1, '.')
	    && tok(c, i + 2)->s.n == 1 && lower(*tok(c, i + 2)->s.p) == 'm') {
		*half = lower(*t->s.p) == 'a' ? 1 : 2;
		return i + 3 + sign(c, i + 3, '.');
	}
	return i;
}

static bool
set_time(struct pagedate *d, int hour, int minute, int second, int half)
{
	if (half == 1 && hour == 12)
		hour = 0;
	if (half == 2 && hour < 12)
		hour += 12;
	if (hour > 23 || minute > 59)
		return false;
	d->hour = hour;
	d->minute = minute;
	d->second = second;
	return true;
}

/* What follows a time with a full stop, `06.21 BST`, `5.37pm`. */
static bool
clock_word(const struct token *t)
{
	return t->word == WORD_ZONE || t->word == WORD_AM || t->word == WORD_PM;
}

/* 07:37 · 5:37pm EDT · 오후 4:12 · PM 04:12 · 10시 12분 · 1407 GMT */
static size_t
read_time(struct scan *c, size_t i, struct pagedate *d)
{
	int half = 0, second = -1, hour, minute;
	size_t k = read_half(c, i, &half), from = i;

	if (tok(c, k)->kind != T_NUMBER)
		return 0;
	hour = tok(c, k)->value;
	if (tok(c, k)->digits <= 2 && (sign(c, k + 1, ':') || (sign(c, k + 1, '.') && (half || clock_word(tok(c, k + 3)))))
	    && tok(c, k + 2)->digits == 2 && number(c, k + 2, 0, 59, 2)) {
		minute = tok(c, k + 2)->value;
		k += 3;
		if (sign(c, k, ':') && tok(c, k + 1)->digits == 2 && number(c, k + 1, 0, 60, 2)) {
			second = tok(c, k + 1)->value;
			k += 2;
			if (sign(c, k, '.') && !tok(c, k + 1)->spaced && tok(c, k + 1)->kind == T_NUMBER)
				k += 2; /* milliseconds */
		}
	} else if (tok(c, k)->digits <= 2 && unit(c, k + 1, 'h')) {
		minute = 0;
		k += 2;
		if (number(c, k, 0, 59, 2) && unit(c, k + 1, 'i')) {
			minute = tok(c, k)->value;
			k += 2;
			if (number(c, k, 0, 60, 2) && unit(c, k + 1, 's')) {
				second = tok(c, k)->value;
				k += 2;
			}
		}
	} else if (tok(c, k)->digits == 4 && tok(c, k + 1)->word == WORD_ZONE) {
		minute = hour % 100;
		hour /= 100;
		k++;
	} else {
		return 0;
	}
	if (!half)
		k = read_half(c, k, &half);
	if (!set_time(d, hour, minute, second, half))
		return 0;
	k = read_zone(c, k, d);
	return k > from ? k : 0;
}

/* `(Thu)`, `(월)`: Monday and Sunday in short are the words for month and day as well, and weekdays only between brackets. */
static bool
bracketed_day(struct scan *c, size_t i)
{
	const struct token *t = tok(c, i + 1);

	return sign(c, i, '(') && sign(c, i + 2, ')') && (t->word == WORD_DAY || str_eq(t->s, STR("월")) || str_eq(t->s, STR("일")));
}

/* Signs and words that stand between a date and its time: `, - · | / at T (Thu)`. */
static size_t
skip_between(struct scan *c, size_t i)
{
	for (int n = 0; n < 5; n++) {
		const struct token *t = tok(c, i);

		if (t->kind == T_SIGN && t->sign && strchr(",-|/.", t->sign))
			i++;
		else if (t->word == WORD_AT || t->word == WORD_DAY)
			i++;
		else if (bracketed_day(c, i))
			i += 3;
		else
			break;
	}
	return i;
}

static size_t
read_day(struct scan *c, size_t i, struct pagedate *d)
{
	size_t end = read_ymd(c, i, &d->day);

	if (!end)
		end = read_short_ymd(c, i, &d->day);

	if (!end)
		end = read_dmy(c, i, d);
	if (!end)
		end = read_mdy(c, i, &d->day);
	if (!end)
		end = read_dmony(c, i, &d->day);
	if (end && d->day.year && d->day.day && !cal_valid(d->day))
		return 0;
	if (end && !d->day.year && d->day.day > cal_month_days(2000, d->day.month))
		return 0;
	return end;
}

/* From the second Sunday of March to the first one of November, since 2007. */
static bool
american_summer(struct cal day)
{
	struct cal from = { day.year, 3, 8 }, to = { day.year, 11, 1 };
	long at = cal_days(day), begins = cal_days(from), ends = cal_days(to);

	begins += 7 - cal_weekday(begins);
	ends += 7 - cal_weekday(ends);
	return at >= begins && at < ends;
}

/* Reads a whole date from the first token: weekday, time before, day, time behind. */
static size_t
read_date(struct scan *c, struct pagedate *d)
{
	size_t k = 0, end, time;

	*d = (struct pagedate) { .hour = -1, .minute = -1, .second = -1 };
	if (tok(c, k)->word == WORD_DAY) {
		k++;
		while (sign(c, k, ',') || sign(c, k, '.') || sign(c, k, '-'))
			k++;
	}
	time = read_time(c, k, d);
	if (time) {
		k = time;
		for (int n = 0; n < 3 && (sign(c, k, ',') || sign(c, k, '-') || sign(c, k, '|') || tok(c, k)->word == WORD_DAY
		                             || tok(c, k)->word == WORD_AT);
		     n++)
			k++;
	}
	end = read_day(c, k, d);
	if (!end)
		return 0;
	if (!time && d->day.day) {
		size_t between = skip_between(c, end), at = read_time(c, between, d);

		if (!at && sign(c, between, '(')) { /* 2025.04.10 (10:14) */
			at = read_time(c, between + 1, d);
			at = at && sign(c, at, ')') ? at + 1 : 0;
		}
		if (at)
			end = at;
		if (at && !d->day.year && year4(c, at)) { /* asctime: Thu Oct 17 11:00:00 2024 */
			d->day.year = tok(c, at)->value;
			end = at + 1;
		}
	}
	if (d->american && d->day.year && d->day.day && american_summer(d->day))
		d->zone += 60;
	return end;
}

/* Can the word open a date: a weekday, a month, or a word for half of the day? */
static bool
opens(const struct pagedate_words *w, struct str s)
{
	const struct word *word = pagedate_word(w, s);

	return word && (word->kind == WORD_MONTH || word->kind == WORD_DAY || word->kind == WORD_AM || word->kind == WORD_PM);
}

static bool
read_at(const struct pagedate_words *w, struct str s, size_t at, struct pagedate *d)
{
	struct scan c;
	size_t end;

	c.words = w;
	c.s = s;
	c.n = 0;
	c.at = at;
	c.ended = false;
	end = read_date(&c, d);
	if (!end)
		return false;
	d->start = at;
	d->end = (size_t)(c.token[end - 1].s.p - s.p) + c.token[end - 1].s.n;
	return true;
}

/* Where a date could begin that has its first digit at `digit`: no more than three words stand before it, `Monday p.m. 3:30`. */
static size_t
before_digit(struct str s, size_t from, size_t digit)
{
	size_t i = digit;

	for (int words = 0; words < 3 && i > from; words++) {
		while (i > from && !in_word(s.p[i - 1]))
			i--;
		while (i > from && in_word(s.p[i - 1]))
			i--;
	}
	return i;
}

/* A date that begins with a number goes on with a sign of dates, a letter, or what is no ASCII. */
static bool
goes_on(struct str s, size_t i)
{
	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t'))
		i++;
	return i < s.n
	    && (in_word(s.p[i]) || (s.p[i] >= '-' && s.p[i] <= '/') || s.p[i] == ':' || is_digit(s.p[i])
		|| (s.p[i] == ')' && i + 1 < s.n && (s.p[i + 1] & 0x80)));
}

bool
pagedate_find(const struct pagedate_words *w, struct str s, size_t from, struct pagedate *d)
{
	size_t digit = str_digit(s, from); /* the next one: no date is without */

	for (size_t i = before_digit(s, from, digit); digit < s.n;) {
		struct token skip = { 0 };
		size_t n = 0;

		if (is_digit(s.p[i])) {
			n = pagedate_number(s, i, &skip);
			if (goes_on(s, i + n) && read_at(w, s, i, d))
				return true;
		} else if (in_word(s.p[i])) {
			n = pagedate_letters(s, i, &skip);
			if (opens(w, str_of(s.p + i, n)) && read_at(w, s, i, d))
				return true;
		}
		i += n ? n : 1;
		if (digit < i) {
			digit = str_digit(s, i);
			i = before_digit(s, i, digit);
		}
	}
	return false;
}

bool
pagedate_opens(const struct pagedate_words *w, struct str s, struct pagedate *d)
{
	struct token word = { 0 };

	if (s.n == 0 || !(is_digit(*s.p) || (in_word(*s.p) && opens(w, str_of(s.p, pagedate_letters(s, 0, &word))))))
		return false;
	return read_at(w, s, 0, d);
}

static char *
put_two(char *p, int n)
{
	*p++ = (char)('0' + n / 10 % 10);
	*p++ = (char)('0' + n % 10);
	return p;
}

size_t
pagedate_iso(const struct pagedate *d, char out[PAGEDATE_ISO])
{
	int zone = d->zone < 0 ? -d->zone : d->zone;
	const int part[] = { d->day.month, d->day.day, d->hour, d->minute, zone / 60, zone % 60 };
	const char sign[] = { '-', '-', 'T', ':', d->zone < 0 ? '-' : '+', ':' };
	size_t parts = !d->day.day ? 1 : d->hour < 0 || !d->zoned ? 2 : 6;
	char *p = out;

	if (!d->day.year)
		return 0;
	p = put_two(put_two(p, d->day.year / 100), d->day.year % 100);
	for (size_t i = 0; i < parts; i++) {
		*p++ = sign[i];
		p = put_two(p, part[i]);
	}
	*p = 0;
	return (size_t)(p - out);
}
