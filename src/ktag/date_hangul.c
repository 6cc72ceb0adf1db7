/* Dates in Hangul: "2025년 2월 12일", "지난달 30일", "오는 9월", "이날", "3~5일". Particles are glued to the words, so
 * these rules read bytes, from a token's start on: `at` is always a byte of the text. */
#include "date_find.h"
#include "err.h"
#include "table.h"
#include "utf8.h"

#include <stdlib.h>

#define WORDS 160

extern const struct str table_ktag_dates_hangul;

enum kind { KIND_MOVE, KIND_COUNT, KIND_TOWARD, KIND_WEEKDAY, KIND_HALF, KIND_SEASON, KIND_ENDS };

struct hangul_word {
	struct str word;
	enum kind kind;
	enum grain unit; /* of KIND_MOVE and KIND_COUNT */
	int value;
	bool then; /* counts from the date named before */
	uint8_t next; /* index + 1 of the next word that begins with a syllable of the same slot */
};

static struct hangul_word words[WORDS];
static size_t words_n;
static uint8_t heads[256]; /* by the first syllable: index + 1 of a word */

static const struct {
	const char *name;
	enum kind kind;
	enum grain unit;
} kinds[] = {
	{ "day", KIND_MOVE, GRAIN_DAY },
	{ "week", KIND_MOVE, GRAIN_WEEK },
	{ "weekend", KIND_MOVE, GRAIN_WEEKEND },
	{ "month", KIND_MOVE, GRAIN_MONTH },
	{ "year", KIND_MOVE, GRAIN_YEAR },
	{ "days", KIND_COUNT, GRAIN_DAY },
	{ "weeks", KIND_COUNT, GRAIN_WEEK },
	{ "months", KIND_COUNT, GRAIN_MONTH },
	{ "toward", KIND_TOWARD, GRAIN_NONE },
	{ "weekday", KIND_WEEKDAY, GRAIN_DAY },
	{ "half", KIND_HALF, GRAIN_HALF },
	{ "season", KIND_SEASON, GRAIN_SEASON },
	{ "ends", KIND_ENDS, GRAIN_NONE },
};

/* A slot for the syllable (3 bytes) at p. */
static uint8_t
slot_of(const char *p)
{
	return (uint8_t)((uint8_t)p[1] * 37 + (uint8_t)p[2]);
}

static void
add(const struct table *t)
{
	struct hangul_word *w = &words[words_n++];
	size_t k = 0, n = sizeof kinds / sizeof *kinds;

	while (k < n && !str_eq(t->field[1], str_z(kinds[k].name)))
		k++;
	if (k == n || words_n == WORDS || t->field[0].n < 3)
		table_die(t, "no such kind of word, or too many words");
	*w = (struct hangul_word) { t->field[0], kinds[k].kind, kinds[k].unit, atoi(t->field[2].p), str_eq(t->field[3], STR("then")),
		heads[slot_of(t->field[0].p)] };
	heads[slot_of(w->word.p)] = (uint8_t)words_n;
}

void
date_hangul_load(void)
{
	struct table t;

	words_n = 0;
	memset(heads, 0, sizeof heads);
	table_open(&t, STR("dates_hangul.tsv"), table_ktag_dates_hangul);
	while (words_n < WORDS && table_row(&t, 4))
		add(&t);
}

static struct str
from(const struct finder *f, size_t at)
{
	return str_from(f->d->text, smaller(at, f->d->text.n));
}

/* Inline, so that the length of a literal is known. */
static inline __attribute__((always_inline)) bool
starts(const struct finder *f, size_t at, const char *what)
{
	struct str s = f->d->text;
	size_t n = strlen(what);

	return at <= s.n && n <= s.n - at && memcmp(s.p + at, what, n) == 0;
}

static size_t
skip_space(const struct finder *f, size_t at)
{
	return at < f->d->text.n && f->d->text.p[at] == ' ' ? at + 1 : at;
}

static bool
hangul_at(const struct finder *f, size_t at)
{
	struct str s = from(f, at);
	size_t len;

	return s.n >= 3 && (uint8_t)s.p[0] >= 0x80 && utf8_is_hangul(utf8_decode(s.p, s.n, &len));
}

/* Does a word end at `at`: no Hangul follows, or a particle? */
static bool
word_ends(const struct finder *f, size_t at)
{
	struct str s = from(f, at);

	if (!hangul_at(f, at))
		return true;
	for (size_t i = heads[slot_of(s.p)]; i != 0; i = words[i - 1].next)
		if (words[i - 1].kind == KIND_ENDS && str_starts(s, words[i - 1].word))
			return true;
	return false;
}

/* The longest word of the table that stands at `at`. */
static const struct hangul_word *
word_at(const struct finder *f, size_t at)
{
	struct str s = from(f, at);
	const struct hangul_word *best = NULL;

	if (s.n < 3)
		return NULL;
	for (size_t i = heads[slot_of(s.p)]; i != 0; i = words[i - 1].next) {
		const struct hangul_word *w = &words[i - 1];
		if (w->kind != KIND_ENDS && str_starts(s, w->word) && (!best || w->word.n > best->word.n))
			best = w;
	}
	return best;
}

/* A number of up to 4 digits with its unit ("일"): the byte behind the unit; 0 if there is none. */
static size_t
count_at(const struct finder *f, size_t at, const char *unit, int *n)
{
	size_t k = at;
	struct str s = f->d->text;

	*n = 0;
	for (; k < s.n && k < at + 5 && is_digit(s.p[k]); k++)
		*n = *n * 10 + (s.p[k] - '0');
	return k > at && k < at + 5 && starts(f, k, unit) ? k + strlen(unit) : 0;
}

/* "3일간", "5년 만에", "12일째": a length of time. `at`: behind the unit. */
static bool
lasts(const struct finder *f, size_t at)
{
	static const char *const apart[] = { "만", "만으로", "동안", "이내", "이상", "연속", "내내", "전", "후", "뒤", "간", "가량", "넘", "가까이" };

	if (word_begins(from(f, at), "간 째 동안 만 여 차 가량 이내 이상 치 짜리 분 내내 전 후 뒤 씩 장"))
		return true;
	at = skip_space(f, at);
	/* 11일 전, but 11일 전했다 and 11일 후보 */
	for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
		if (starts(f, at, apart[i]) && (word_ends(f, at + strlen(apart[i])) || starts(f, at, "넘")))
			return true;
	return false;
}

/* "8월 초", "지난해 말", "이달 중순": belongs to the date before `at`; the byte behind it. */
static size_t
edge(const struct finder *f, size_t at)
{
	static const char *const words_of_edge[] = { "초순", "중순", "하순", "상순", "중반", "초반", "후반", "초", "말" };
	size_t k = skip_space(f, at);

	for (size_t i = 0; i < sizeof words_of_edge / sizeof *words_of_edge; i++)
		if (starts(f, k, words_of_edge[i]) && word_ends(f, k + strlen(words_of_edge[i])))
			return k + strlen(words_of_edge[i]);
	return at;
}

/* "17일 월요일": the weekday belongs to the day. */
static size_t
with_weekday(const struct finder *f, size_t end)
{
	size_t at = skip_space(f, end);
	const struct hangul_word *w = at > end ? word_at(f, at) : NULL;

	return w && w->kind == KIND_WEEKDAY && word_ends(f, at + w->word.n) ? at + w->word.n : end;
}

/* Adds the mention from token i up to byte `end`. */
static size_t
emit(struct finder *f, size_t i, size_t end, struct date date, bool told)
{
	size_t last = i;

	if (date.grain == GRAIN_DAY)
		end = with_weekday(f, end);
	while (last + 1 < f->d->tokens_n && date_token(f, last + 1)->start < end)
		last++;
	return date_found_part(f, i, last, end, date, told, "date-hangul");
}

/* "둘째 주", "마지막 주" behind a month that ends at byte `at`; 0 if there is none. */
static size_t
week_of_month(struct finder *f, size_t i, size_t at, struct date month, bool told)
{
	static const char *const weeks[] = { "첫", "둘째", "셋째", "넷째", "다섯째", "마지막" };
	int n = 0;

	if ((at = skip_space(f, at)) + 6 > f->d->text.n)
		return 0;
	for (int k = 0; k < 6 && !n; k++)
		if (starts(f, at, weeks[k])) {
			n = k + 1;
			at += strlen(weeks[k]);
		}
	at = skip_space(f, n == 1 && starts(f, at, "째") ? at + 3 : at);
	if (!n || !starts(f, at, "주") || starts(f, at + 3, "말") || !word_ends(f, at + 3))
		return 0;
	return emit(f, i, at + 3, date_week_in(month, n < 6 ? n : -1), told);
}

/* The days of "18~28일", "11·12일" up to the last: the first has been read up to `at`, its date is `date`. */
static size_t
more_days(struct finder *f, size_t i, size_t at, struct date date, bool told)
{
	static const char *const marks[] = { "~", "∼", "·", "-", "–", "," };
	size_t k = at, end = 0, second = i;
	int day = 0;

	for (size_t m = 0; m < sizeof marks / sizeof *marks && !end; m++)
		if (starts(f, at, marks[m])) {
			k = skip_space(f, at + strlen(marks[m]));
			end = count_at(f, k, "일", &day);
		}
	while (second < f->d->tokens_n && date_token(f, second)->start < k)
		second++;
	/* the second day is a token of its own: not "1,022일" */
	if (!end || day > 31 || lasts(f, end) || date_token(f, second)->start != k)
		return 0;
	emit(f, i, at, date, told);
	return emit(f, second, end, date_full(date.year, date.month, day), told);
}

/* A month of a year that another word has named (0: none has), at byte `at`, with its day or days. */
static size_t
month_day(struct finder *f, size_t i, size_t at, int year, int direction, bool told)
{
	int month, day = 0;
	size_t end = count_at(f, at, "월", &month), behind, k;
	struct date date;

	if (!end || month < 1 || month > 12)
		return 0;
	k = skip_space(f, end);
	behind = count_at(f, k, "일", &day);
	if (!behind && day > 0 && day < 32) {
		/* "8월 18~28일" */
		size_t digits = k + (day > 9 ? 2 : 1);
		if (!year)
			year = date_year_of(f, month, day, i, i + 1, &told);
		size_t next = more_days(f, i, digits, date_full(year, month, day), told);
		if (next)
			return next;
	}
	if (!behind || day < 1 || day > 31)
		day = 0;
	if (!year && direction) {
		date = date_month_toward(f->published, month, direction);
		if (f->published.month == month && day && (day - f->published.day) * direction >= 0)
			date.year = f->published.year;
		year = date.year;
	} else if (!year) {
		year = date_year_of(f, month, day, i, i + 1, &told);
	}
	if (day)
		return emit(f, i, behind, date_full(year, month, day), told);
	k = week_of_month(f, i, end, date_month(year, month), told);
	return k ? k : emit(f, i, edge(f, end), date_month(year, month), told);
}

/* "1분기", "상반기", "봄" behind a year; 0 if there is none. */
static size_t
part_of_year(struct finder *f, size_t i, size_t at, int year, bool told)
{
	int n;
	size_t end = count_at(f, at, "분기", &n);
	const struct hangul_word *w;
	struct date date = { .year = year };

	if (end && n >= 1 && n <= 4) {
		date.grain = GRAIN_QUARTER;
		date.part = n;
		return emit(f, i, end, date, told);
	}
	w = word_at(f, at);
	if (!w || (w->kind != KIND_HALF && w->kind != KIND_SEASON) || !word_ends(f, at + w->word.n))
		return 0;
	date.grain = w->unit;
	date.part = w->value;
	return emit(f, i, at + w->word.n, date, told);
}

/* Behind a year that ends at byte `end`: a month, a part of the year, or nothing. */
static size_t
in_year(struct finder *f, size_t i, size_t end, int year, bool told)
{
	size_t at = skip_space(f, end), next = month_day(f, i, at, year, 0, told);

	if (!next)
		next = part_of_year(f, i, at, year, told);
	return next ? next : emit(f, i, edge(f, end), date_year(year), told);
}

/* "열린다", "방문한다": a verb in the present tense tells what is to come. `s` ends behind its last syllable. */
static bool
present(struct str s)
{
	size_t len;

	if (!str_ends(s, STR("다")) || s.n < 6)
		return false;
	return utf8_final(utf8_decode(s.p + s.n - 6, 3, &len)) == UTF8_FINAL_N;
}

/* Does the clause go on to tell of a plan ("18일부터 열릴 예정", "18일 열린다")? `at`: behind the date. */
static bool
planned(const struct finder *f, size_t at)
{
	struct str s = from(f, at);

	s = str_head(s, 120);
	s.n = str_find(s, STR("\n"), 0);
	s.n = str_find(s, STR("."), 0);
	return present(s) || str_has(s, STR("예정")) || str_has(s, STR("계획")) || str_has(s, STR("앞두"));
}

/* "4일" by itself is one of the article's month, for one of the last month is written "지난달 30일"; but not every desk does so. */
static struct date
plain_day(const struct finder *f, int day, size_t at)
{
	struct date today = f->published;

	if (f->last.year && !f->last_weekday && f->last.grain == GRAIN_DAY && f->last.month && f->last_at >= f->sentence)
		return date_full(f->last.year, f->last.month, day);
	if (today.grain < GRAIN_MONTH)
		return (struct date) { .grain = GRAIN_DAY };
	if (today.grain == GRAIN_DAY && day - today.day > 15 && !planned(f, at))
		today = date_shift(today, GRAIN_MONTH, -1);
	return date_full(today.year, today.month, day);
}

/* "지난 3일", "오는 18일" */
static struct date
day_toward(struct date today, int day, int direction)
{
	if (today.grain != GRAIN_DAY)
		return (struct date) { .grain = GRAIN_DAY };
	if (direction < 0 ? day > today.day : day < today.day)
		today = date_shift(today, GRAIN_MONTH, direction);
	return date_full(today.year, today.month, day);
}

/* Behind "3년", "이틀": "전" counts back from now, "뒤" and "후" on from the date named before. `at` is behind the unit. */
static size_t
counted(struct finder *f, size_t i, size_t at, enum grain unit, int n)
{
	size_t k = skip_space(f, at);
	bool back = starts(f, k, "전");

	if (n > 200 || !(back || starts(f, k, "뒤") || starts(f, k, "후")) || !word_ends(f, k + 3))
		return 0;
	return emit(f, i, k + 3, back ? date_shift(f->published, unit, -n) : date_shift(date_told(f, unit), unit, n), false);
}

static size_t
number_counted(struct finder *f, size_t i, size_t at)
{
	static const struct {
		const char *unit;
		enum grain grain;
	} units[] = { { "년", GRAIN_YEAR }, { "개월", GRAIN_MONTH }, { "주일", GRAIN_WEEK }, { "주", GRAIN_WEEK }, { "일", GRAIN_DAY } };
	int n;

	for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
		size_t end = count_at(f, at, units[u].unit, &n);
		if (end)
			return counted(f, i, end, units[u].grain, n);
	}
	return 0;
}

/* "’22년", "97년 6월 5일", "94년 들어", "02년 6월": the year that two digits at byte `at` stand for; n, a length of time, if for none. */
static int
short_year(const struct finder *f, size_t i, size_t at, size_t end, int n)
{
	int month, century = n < 50 ? 2000 : 1900;
	size_t k = skip_space(f, end);
	bool dated = count_at(f, k, "월", &month) && month > 0 && month < 13;

	if (i > 0 && date_mark(f, i - 1, MARK_APOSTROPHE) && date_glued(f, i))
		return n + century;
	return (dated && (n >= 80 || starts(f, at, "0"))) || (n >= 80 && starts(f, end, " 들어")) ? n + century : n;
}

/* A number with a Hangul unit: "2025년 ...", "9월 ...", "4일", "1990년대", "21세기", "3~5일". */
static size_t
number(struct finder *f, size_t i)
{
	size_t at = date_token(f, i)->start, end, next;
	int n;
	bool told = true;

	if ((next = number_counted(f, i, at)) != 0)
		return next;
	if ((end = count_at(f, at, "년대", &n)) != 0) {
		n += n < 100 ? 1900 : 0;
		return emit(f, i, edge(f, end), (struct date) { .grain = GRAIN_DECADE, .year = n / 10 * 10 }, true);
	}
	if ((end = count_at(f, at, "세기", &n)) != 0 && n > 1 && n < 30 && word_ends(f, end))
		return emit(f, i, end, (struct date) { .grain = GRAIN_CENTURY, .year = (n - 1) * 100 }, true);
	if ((end = count_at(f, at, "회계연도", &n)) != 0 && n > 1900 && n < 2999)
		return emit(f, i, end, date_year(n), true);
	end = count_at(f, at, "년", &n);
	n = end && n < 100 ? short_year(f, i, at, end, n) : n;
	if (end && n > 1900 && n < 2100 && starts(f, end, " 전") && word_ends(f, end + strlen(" 전"))) /* 2030년 전에 */
		return emit(f, i, end, date_year(n), told);
	if (end)
		return n < 1000 || n > 2999 || lasts(f, end) ? 0 : in_year(f, i, starts(f, end, "도") ? end + 3 : end, n, told);
	if ((end = count_at(f, at, "분기", &n)) != 0)
		return part_of_year(f, i, at, f->published.year, false);
	if ((next = month_day(f, i, at, 0, 0, false)) != 0)
		return next;
	end = count_at(f, at, "일", &n);
	if (end)
		return n < 1 || n > 31 || lasts(f, end) ? 0 : emit(f, i, end, plain_day(f, n, end), f->last_told);
	if (n >= 1 && n <= 31)
		return more_days(f, i, date_token(f, i)->end, plain_day(f, n, at), f->last_told);
	return 0;
}

/* Behind "지난", "오는": a month, a day, a weekday, a season. */
static size_t
toward(struct finder *f, size_t i, size_t at, int direction)
{
	size_t next = month_day(f, i, at, 0, direction, false), end;
	const struct hangul_word *w;
	int n, year;

	if (next)
		return next;
	end = count_at(f, at, "일", &n);
	if (end && n >= 1 && n <= 31 && !lasts(f, end))
		return emit(f, i, end, day_toward(f->published, n, direction), false);
	if (!end && n >= 1 && n <= 31 && (next = more_days(f, i, at + (n > 9 ? 2 : 1), day_toward(f->published, n, direction), false)) != 0)
		return next;
	end = count_at(f, at, "년", &year);
	if (end && direction < 0 && year >= 80 && year < 100) /* 지난 97년 */
		year += 1900;
	if (end && year >= 1000 && year <= 2999 && !lasts(f, end))
		return in_year(f, i, end, year, true);
	w = word_at(f, at);
	if (!w || !word_ends(f, at + w->word.n))
		return 0;
	if (w->kind == KIND_SEASON)
		return emit(f, i, at + w->word.n, date_season(f->published, w->value, direction), false);
	if (w->kind == KIND_WEEKDAY && f->published.grain == GRAIN_DAY) {
		long today = date_first(f->published);
		int days = direction > 0 ? (w->value - cal_weekday(today) + 6) % 7 + 1 : -((cal_weekday(today) - w->value + 6) % 7) - 1;
		return emit(f, i, at + w->word.n, date_day(today + days), false);
	}
	return 0;
}

/* What 이날, 전날 count from: the date named before, but no day to come if the clause tells of the past. 전날 is that before the article's
 * unless its own sentence names another day, or the story is of another month. */
static struct date
base_of(const struct finder *f, size_t end, const struct hangul_word *w)
{
	struct date told = date_told(f, w->unit);
	long days;

	if (w->unit != GRAIN_DAY || f->published.grain != GRAIN_DAY || !told.year)
		return told;
	days = date_first(f->published) - date_first(told);
	if (w->value < 0 && f->last_day_at < f->sentence && days >= 0 && days <= 31)
		return f->published;
	/* a paragraph of its own goes on with the news, not with what was told of long ago */
	if (days > NEAR && f->near.year && f->last_day_at < f->paragraph[0])
		return w->value < 0 ? f->published : f->near;
	return days < 0 && !planned(f, end) ? f->published : told;
}

/* "30일", "2∼5일" behind "지난달" */
static size_t
day_of_month(struct finder *f, size_t i, size_t at, struct date month, bool told)
{
	int day;
	size_t end = count_at(f, at, "일", &day);
	struct date date = date_full(month.year, month.month, day);

	if (day < 1 || day > 31 || lasts(f, end))
		return 0;
	return end ? emit(f, i, end, date, told) : more_days(f, i, at + (day > 9 ? 2 : 1), date, told);
}

/* A week, month or year that a word moves to, with what follows: "지난달 30일", "다음 주 금요일", "내년 3월". */
static size_t
move(struct finder *f, size_t i, size_t end, const struct hangul_word *w)
{
	struct date date = date_shift(w->then ? base_of(f, end, w) : f->published, w->unit, w->value);
	size_t at = skip_space(f, end), next;
	const struct hangul_word *day;
	bool told = w->then && f->last_told;

	if (w->unit == GRAIN_YEAR) {
		next = month_day(f, i, at, date.year, 0, told);
		if (!next)
			next = part_of_year(f, i, at, date.year, told);
		if (next)
			return next;
	}
	if (w->unit == GRAIN_MONTH
	    && ((next = day_of_month(f, i, at, date, told)) != 0 || (next = week_of_month(f, i, at, date, told)) != 0))
		return next;
	day = w->unit == GRAIN_WEEK ? word_at(f, at) : NULL;
	if (day && day->kind == KIND_WEEKDAY) {
		if (date.year)
			date = date_day(date_first(date) + day->value - 1);
		date.grain = GRAIN_DAY;
		return emit(f, i, at + day->word.n, date, told);
	}
	/* "올" needs what follows it */
	if (w->word.n == 3 || !word_ends(f, end))
		return 0;
	return emit(f, i, w->unit == GRAIN_DAY ? end : edge(f, end), date, told);
}

/* "주체106(2017)년", "주체 106년" */
static size_t
juche(struct finder *f, size_t i, size_t at)
{
	size_t k = skip_space(f, at + 6), end;
	int n, year;

	end = count_at(f, k, "", &n);
	if (!end || n < 1 || n > 200)
		return 0;
	if (starts(f, end, "(") && count_at(f, end + 1, ")", &year) && year == 1911 + n)
		end = count_at(f, end + 1, ")", &year);
	if (starts(f, end, "년"))
		end += 3;
	return in_year(f, i, end, 1911 + n, true);
}

size_t
date_at_hangul(struct finder *f, size_t i)
{
	size_t at = date_token(f, i)->start, end;
	const struct hangul_word *w;

	if (date_token(f, i)->kind == TOKEN_NUMBER)
		return number(f, i);
	if (starts(f, at, "주체"))
		return juche(f, i, at);
	w = word_at(f, at);
	if (!w)
		return 0;
	end = at + w->word.n;
	switch (w->kind) {
	case KIND_MOVE: return move(f, i, end, w);
	case KIND_COUNT: return counted(f, i, end, w->unit, w->value);
	case KIND_TOWARD: return toward(f, i, skip_space(f, end), w->value);
	case KIND_WEEKDAY:
		return word_ends(f, end) ? emit(f, i, end, date_weekday_of(f, w->value, i, i + 1), false) : 0;
	case KIND_HALF:
		return word_ends(f, end) ? part_of_year(f, i, at, f->published.year, false) : 0;
	default: return 0;
	}
}
