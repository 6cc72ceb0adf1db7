#include "pagedate.h"
#include "err.h"
#include "table.h"
#include "utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define TOKENS 24 /* a date with weekday, time and zone has less */
#define WORD_MAX 24
#define SLOTS 2048

enum word_kind { WORD_NONE, WORD_MONTH, WORD_DAY, WORD_ZONE, WORD_AM, WORD_PM, WORD_AT, WORD_UNIT, WORD_LABEL };

struct word {
	unsigned char text[WORD_MAX + 1]; /* length first */
	unsigned char kind;
	short value;
};

struct pagedate_words {
	struct word slot[SLOTS];
	uint32_t length[256]; /* by the first two bytes: a bit for each length of a word */
};

enum token_kind { T_END, T_NUMBER, T_WORD, T_SIGN };

struct token {
	enum token_kind kind;
	struct str s;
	int value, digits;       /* of a number */
	enum word_kind word;     /* of a word: what it means */
	char sign;               /* ASCII sign; '-' for all dashes, '|' for all middle dots and bars */
	bool spaced;             /* white space before it */
};

struct scan {
	const struct pagedate_words *words;
	struct str s;
	struct token token[TOKENS];
	size_t n;   /* cut so far: most texts are no dates by their second token */
	size_t at;  /* the next one begins here */
	bool ended; /* token[n] is T_END */
};

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

static size_t
slot_of(const unsigned char *p, size_t n)
{
	unsigned h = 2166136261u;

	for (size_t i = 0; i < n; i++)
		h = (h ^ p[i]) * 16777619u;
	return h % SLOTS;
}

/* The place of the words that begin like p in any case of letters. */
static size_t
opening(const char *p, size_t n)
{
	return ((unsigned char)(p[0] | 0x20) * 7u + (unsigned char)(n > 1 ? p[1] | 0x20 : 0)) % 256;
}

static const struct word *
word_find(const struct pagedate_words *w, struct str s)
{
	unsigned char low[WORD_MAX];

	if (s.n == 0 || s.n > WORD_MAX || !(w->length[opening(s.p, s.n)] >> s.n & 1))
		return NULL;
	str_lower((char *)low, s);
	for (size_t i = slot_of(low, s.n); w->slot[i].kind; i = (i + 1) % SLOTS)
		if (w->slot[i].text[0] == s.n && memcmp(w->slot[i].text + 1, low, s.n) == 0)
			return &w->slot[i];
	return NULL;
}

static enum word_kind
kind_of(const struct table *t, struct str name)
{
	static const struct {
		struct str name;
		enum word_kind kind;
	} names[] = { { { "month", 5 }, WORD_MONTH }, { { "weekday", 7 }, WORD_DAY }, { { "zone", 4 }, WORD_ZONE },
		{ { "am", 2 }, WORD_AM }, { { "pm", 2 }, WORD_PM }, { { "at", 2 }, WORD_AT }, { { "label", 5 }, WORD_LABEL } };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(names[i].name, name))
			return names[i].kind;
	table_die(t, "unknown kind of date word: %.*s", (int)name.n, name.p);
}

static short
value_of(struct str s)
{
	bool minus = s.n && *s.p == '-';
	int v = 0;

	for (size_t i = minus; i < s.n && is_digit(s.p[i]) && v < 1000; i++)
		v = v * 10 + (s.p[i] - '0');
	return (short)(minus ? -v : v);
}

static void
word_add(struct pagedate_words *w, const struct table *t)
{
	struct str text = t->field[1];
	struct word word = { .kind = (unsigned char)kind_of(t, t->field[0]) };
	size_t i;

	if (text.n == 0 || text.n > WORD_MAX)
		table_die(t, "date word of %zu bytes: 1 to %d can be", text.n, WORD_MAX);
	word.text[0] = (unsigned char)text.n;
	str_lower((char *)word.text + 1, text);
	w->length[opening(text.p, text.n)] |= (uint32_t)1 << text.n;
	word.value = value_of(t->field[2]);
	for (i = slot_of(word.text + 1, text.n); w->slot[i].kind; i = (i + 1) % SLOTS) {
	}
	w->slot[i] = word;
}

struct pagedate_words *
pagedate_words_open(struct str name, struct str table)
{
	struct pagedate_words *w = calloc(1, sizeof *w);
	struct table t;
	size_t n = 0;

	if (!w)
		err_die("out of memory");
	table_open(&t, name, table);
	while (table_row(&t, 2)) {
		if (++n > SLOTS / 2)
			table_die(&t, "more than %d date words", SLOTS / 2);
		word_add(w, &t);
	}
	return w;
}

void
pagedate_words_close(struct pagedate_words *w)
{
	free(w);
}

enum pagedate_label
pagedate_label(const struct pagedate_words *w, struct str word)
{
	const struct word *found = word_find(w, word);

	if (!found)
		return LABEL_NONE;
	return found->kind == WORD_LABEL ? (enum pagedate_label)found->value : found->kind == WORD_MONTH ? LABEL_NONE : LABEL_NEUTRAL;
}

/* Tokens. ------------------------------------------------------------------------------------------------------------- */

static size_t
blank(struct str s, size_t i)
{
	size_t from = i;

	while (i < s.n) {
		if (s.p[i] == ' ' || s.p[i] == '\t')
			i++;
		else if (s.p[i] == '\xC2' && i + 1 < s.n && s.p[i + 1] == '\xA0')
			i += 2;
		else
			break;
	}
	return i - from;
}

/* `202417 Oct 2024`: the day of the same date printed again is stuck to the year. */
static bool
glued_day(struct str s)
{
	size_t n = 0;

	while (n < s.n && is_digit(s.p[n]))
		n++;
	return n >= 1 && n <= 2 && n + 1 < s.n && s.p[n] == ' ' && is_letter(s.p[n + 1]);
}

static size_t
token_number(struct str s, size_t i, struct token *t)
{
	size_t n = 0;

	t->kind = T_NUMBER;
	while (i + n < s.n && is_digit(s.p[i + n])) {
		if (n == 4 && t->value >= 1990 && t->value <= 2099 && glued_day(str_from(s, i + 4)))
			break;
		if (n < 9)
			t->value = t->value * 10 + (s.p[i + n] - '0');
		n++;
	}
	t->digits = n < 99 ? (int)n : 99;
	return n;
}

/* A word of letters. `5:37pmEDT` and `10:46Updated` glue words to numbers, `2026Jan` as well: a change of kind ends a token, and
 * so does an upper-case letter behind a lower-case one. Korean units end at the next digit or blank. */
static size_t
token_word(struct str s, size_t i, struct token *t)
{
	size_t n = 0;

	t->kind = T_WORD;
	while (i + n < s.n && is_letter(s.p[i + n])) {
		if (n && s.p[i + n] >= 'A' && s.p[i + n] <= 'Z' && s.p[i + n - 1] >= 'a' && s.p[i + n - 1] <= 'z')
			break;
		if (s.n - (i + n) >= 2 && s.p[i + n] == '\xC2')
			break;
		if (s.n - (i + n) >= 3 && s.p[i + n] == '\xE2')
			break;
		n++;
	}
	return n;
}

static size_t
token_sign(struct str s, size_t i, struct token *t)
{
	size_t len;
	uint32_t c = utf8_decode(s.p + i, s.n - i, &len);

	t->kind = T_SIGN;
	t->sign = c < 128 ? (char)c : '?';
	if (c >= 0x2010 && c <= 0x2015)
		t->sign = '-';
	if (c == 0xB7 || c == 0x2022 || c == 0x2503 || c == 0x318D || c == 0xFF5C)
		t->sign = '|';
	return len;
}

static void
token_mean(const struct pagedate_words *words, struct token *t)
{
	static const struct str units[] = { { "년", 3 }, { "월", 3 }, { "일", 3 }, { "시", 3 }, { "분", 3 }, { "초", 3 } };
	const struct word *w = word_find(words, t->s);

	for (size_t i = 0; !w && (*t->s.p & 0x80) && i < sizeof units / sizeof *units; i++)
		if (str_starts(t->s, units[i])) { /* 4일에는: the unit, then particles */
			t->word = WORD_UNIT;
			t->value = "ymdhis"[i];
			return;
		}
	if (w) {
		t->word = (enum word_kind)w->kind;
		t->value = w->value;
	}
}

/* Cuts the next token; behind TOKENS of them the text counts as ended. */
static void
scan_token(struct scan *c)
{
	struct token *t = &c->token[c->n];
	size_t n = blank(c->s, c->at);

	*t = (struct token) { .spaced = n > 0 };
	c->at += n;
	if (c->at >= c->s.n || c->n == TOKENS - 1) {
		*t = (struct token) { .kind = T_END, .s = { c->s.p + c->s.n, 0 } };
		c->ended = true;
		return;
	}
	n = 0;
	if (is_digit(c->s.p[c->at]))
		n = token_number(c->s, c->at, t);
	else if (is_letter(c->s.p[c->at]))
		n = token_word(c->s, c->at, t);
	if (n == 0)
		n = token_sign(c->s, c->at, t);
	t->s = str_of(c->s.p + c->at, n);
	if (t->kind == T_WORD)
		token_mean(c->words, t);
	c->at += n;
	c->n++;
}

/* Grammar: each reader takes the token number to read from and returns the one behind what it read, or 0. --------------- */

static const struct token *
tok(struct scan *c, size_t i)
{
	while (i >= c->n && !c->ended)
		scan_token(c);
	return &c->token[i < c->n ? i : c->n];
}

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
	bool korean = unit(c, i + 1, 'y');
	char sep = tok(c, i + 1)->sign;

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
	int a = tok(c, i)->value, b = tok(c, i + 2)->value, y = tok(c, i + 4)->value;
	bool two = tok(c, i + 4)->digits == 2 && sep == '/';

	if (!number(c, i, 1, 31, 2) || !number(c, i + 2, 1, 31, 2) || !(year4(c, i + 4) || (two && y <= 99)))
		return 0;
	if (tok(c, i + 1)->kind != T_SIGN || !strchr("-./", sep) || !sign(c, i + 3, sep) || tok(c, i + 1)->spaced)
		return 0;
	if (a > 12 && b > 12)
		return 0;
	d->either = a <= 12 && b <= 12 && a != b;
	d->day = (struct cal) { two ? (y < 70 ? 2000 + y : 1900 + y) : y, b, a };
	if (b > 12 || (d->either && sep == '/' && us_clock(c, i + 5)))
		d->day = (struct cal) { d->day.year, a, b };
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

/* 28 Oct. 2025 · 21st November 2023 · 23 Aug 17 · 11. august 2017 · 6 Oct */
static size_t
read_dmony(struct scan *c, size_t i, struct cal *d)
{
	size_t k = i + 1;

	if (!number(c, i, 1, 31, 2))
		return 0;
	if (ordinal(tok(c, k)) || sign(c, k, '.') || sign(c, k, '-'))
		k++;
	if (tok(c, k)->word != WORD_MONTH)
		return 0;
	*d = (struct cal) { 0, tok(c, k)->value, tok(c, i)->value };
	k++;
	if (sign(c, k, '.') || sign(c, k, '-'))
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
		else if (sign(c, i, '(') && tok(c, i + 1)->word == WORD_DAY && sign(c, i + 2, ')'))
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

/* Reads a whole date from token i: weekday, time before, day, time behind. */
static size_t
read_date(struct scan *c, size_t i, struct pagedate *d)
{
	size_t k = i, end, time;

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
		size_t at = skip_between(c, end);

		at = read_time(c, at, d);
		if (at)
			end = at;
		if (at && !d->day.year && year4(c, at)) { /* asctime: Thu Oct 17 11:00:00 2024 */
			d->day.year = tok(c, at)->value;
			end = at + 1;
		}
	}
	return end;
}

/* Can the word open a date: a weekday, a month, or a word for half of the day? */
static bool
opens(const struct pagedate_words *w, struct str s)
{
	const struct word *word = word_find(w, s);

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
	end = read_date(&c, 0, d);
	if (!end)
		return false;
	d->start = at;
	d->end = (size_t)(c.token[end - 1].s.p - s.p) + c.token[end - 1].s.n;
	return true;
}

bool
pagedate_find(const struct pagedate_words *w, struct str s, size_t from, struct pagedate *d)
{
	size_t digit = str_digit(s, from); /* the next one: no date is without */

	for (size_t i = from; digit < s.n;) {
		struct token skip = { 0 };
		size_t n = 0;

		if (is_digit(s.p[i])) {
			if (read_at(w, s, i, d))
				return true;
			n = token_number(s, i, &skip);
		} else if (is_letter(s.p[i])) {
			n = token_word(s, i, &skip);
			if (opens(w, str_of(s.p + i, n)) && read_at(w, s, i, d))
				return true;
		}
		i += n ? n : 1;
		if (digit < i)
			digit = str_digit(s, i);
	}
	return false;
}

bool
pagedate_opens(const struct pagedate_words *w, struct str s, struct pagedate *d)
{
	struct token word = { 0 };

	if (s.n == 0 || !(is_digit(*s.p) || (is_letter(*s.p) && opens(w, str_of(s.p, token_word(s, 0, &word))))))
		return false;
	return read_at(w, s, 0, d);
}

size_t
pagedate_iso(const struct pagedate *d, char out[PAGEDATE_ISO])
{
	int n, zone = d->zone < 0 ? -d->zone : d->zone;

	if (!d->day.year)
		return 0;
	if (!d->day.day)
		return (size_t)snprintf(out, PAGEDATE_ISO, "%04d-%02d", d->day.year, d->day.month);
	n = snprintf(out, PAGEDATE_ISO, "%04d-%02d-%02d", d->day.year, d->day.month, d->day.day);
	if (d->hour < 0 || !d->zoned)
		return (size_t)n;
	n += snprintf(out + n, PAGEDATE_ISO - (size_t)n, "T%02d:%02d", d->hour, d->minute);
	n += snprintf(out + n, PAGEDATE_ISO - (size_t)n, "%c%02d:%02d", d->zone < 0 ? '-' : '+', zone / 60, zone % 60);
	return (size_t)n;
}
