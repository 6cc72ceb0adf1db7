#include "date.h"

struct date
date_day(long days)
{
	struct cal c = cal_date(days);

	return (struct date) { .grain = GRAIN_DAY, .year = c.year, .month = c.month, .day = c.day };
}

struct date
date_year(int year)
{
	return (struct date) { .grain = GRAIN_YEAR, .year = year };
}

struct date
date_month(int year, int month)
{
	return (struct date) { .grain = GRAIN_MONTH, .year = year, .month = month };
}

struct date
date_full(int year, int month, int day)
{
	struct date d = { .grain = GRAIN_DAY, .month = month, .day = day };

	if (cal_valid((struct cal) { year, month, day }))
		d.year = year;
	return d;
}

/* A number of two digits. */
static char *
put(char *p, int n)
{
	p[0] = (char)('0' + n / 10);
	p[1] = (char)('0' + n % 10);
	return p + 2;
}

static char *
put_part(char *p, int n)
{
	*p = '-';
	return put(p + 1, n);
}

struct str
date_value(struct arena *a, struct date d)
{
	static const char season[4][4] = { "-WI", "-SP", "-SU", "-FA" };
	char s[16], *p;

	if (d.year <= 0 || d.year > 9999 || d.grain == GRAIN_NONE)
		return STR("");
	p = put(s, d.year / 100);
	if (d.grain != GRAIN_CENTURY)
		p = put(p, d.year % 100);
	switch (d.grain) {
	case GRAIN_DECADE: *p++ = 's'; break;
	case GRAIN_HALF:
	case GRAIN_QUARTER:
		*p++ = '-';
		*p++ = d.grain == GRAIN_HALF ? 'H' : 'Q';
		*p++ = (char)('0' + d.part);
		break;
	case GRAIN_SEASON:
		memcpy(p, season[d.part & 3], 3);
		p += 3;
		break;
	case GRAIN_MONTH: p = put_part(p, d.month); break;
	case GRAIN_WEEK:
	case GRAIN_WEEKEND:
		*p++ = '-';
		*p++ = 'W';
		p = put(p, d.part);
		break;
	case GRAIN_DAY: p = put_part(put_part(p, d.month), d.day); break;
	default: break;
	}
	return arena_str(a, str_of(s, (size_t)(p - s)));
}

struct date
date_read(struct str iso)
{
	struct cal c;

	switch (cal_read(iso, &c)) {
	case 10: return (struct date) { .grain = GRAIN_DAY, .year = c.year, .month = c.month, .day = c.day };
	case 7: return date_month(c.year, c.month);
	case 4: return date_year(c.year);
	default: return (struct date) { .grain = GRAIN_NONE };
	}
}

/* Its first month, as far as it has one. */
static int
first_month(struct date d)
{
	switch (d.grain) {
	case GRAIN_HALF: return d.part * 6 - 5;
	case GRAIN_QUARTER: return d.part * 3 - 2;
	case GRAIN_SEASON: return d.part * 3;
	case GRAIN_MONTH:
	case GRAIN_DAY: return d.month;
	default: return 1;
	}
}

long
date_first(struct date d)
{
	if (d.grain == GRAIN_WEEK || d.grain == GRAIN_WEEKEND) {
		long january4 = cal_days((struct cal) { d.year, 1, 4 });
		return january4 - cal_weekday(january4) + 1 + (d.part - 1) * 7L + (d.grain == GRAIN_WEEKEND ? 5 : 0);
	}
	return cal_days((struct cal) { d.year, first_month(d), d.grain == GRAIN_DAY ? d.day : 1 });
}

static struct date
week_of(long days, enum grain grain)
{
	struct date d = { .grain = grain };

	d.part = cal_week(days, &d.year);
	return d;
}

/* Moves by months and cuts the year into stretches of `months` months. */
static struct date
part_of_year(struct date d, enum grain unit, int months, int n)
{
	int parts = 12 / months;
	int count = d.year * parts + (first_month(d) - 1) / months + n;

	if (months == 1)
		return date_month(count / parts, count % parts + 1);
	return (struct date) { .grain = unit, .year = count / parts, .part = count % parts + 1 };
}

struct date
date_shift(struct date d, enum grain unit, int n)
{
	if (d.grain == GRAIN_NONE || d.year == 0 || n < -3000 || n > 3000)
		return (struct date) { .grain = unit };
	switch (unit) {
	case GRAIN_DAY:
		return d.grain == GRAIN_DAY ? date_day(date_first(d) + n) : (struct date) { .grain = unit };
	case GRAIN_WEEK:
	case GRAIN_WEEKEND:
		if (d.grain != GRAIN_DAY && d.grain != GRAIN_WEEK && d.grain != GRAIN_WEEKEND)
			return (struct date) { .grain = unit };
		return week_of(date_first(d) + n * 7L, unit);
	case GRAIN_MONTH:
		if (d.grain < GRAIN_MONTH)
			return (struct date) { .grain = unit };
		return part_of_year(d.grain == GRAIN_DAY || d.grain == GRAIN_MONTH ? d : date_day(date_first(d)), unit, 1, n);
	case GRAIN_QUARTER: return part_of_year(d, unit, 3, n);
	case GRAIN_HALF: return part_of_year(d, unit, 6, n);
	case GRAIN_YEAR: return date_year(d.year + n);
	case GRAIN_DECADE: return (struct date) { .grain = unit, .year = (d.year / 10 + n) * 10 };
	case GRAIN_CENTURY: return (struct date) { .grain = unit, .year = (d.year / 100 + n) * 100 };
	default: return (struct date) { .grain = unit };
	}
}

struct date
date_week_in(struct date month, int n)
{
	struct date none = { .grain = GRAIN_WEEK };

	if (!month.year || month.grain != GRAIN_MONTH)
		return none;
	long day = date_first(month), end = day + cal_month_days(month.year, month.month);
	day += (11 - cal_weekday(day)) % 7; /* its first Thursday */
	day += n < 0 ? (end - 1 - day) / 7 * 7 : 7L * (n - 1);
	return day < end ? date_shift(date_day(day), GRAIN_WEEK, 0) : none;
}

struct date
date_season(struct date d, int part, int direction)
{
	struct date s = { .grain = GRAIN_SEASON, .part = part };
	int month = d.grain >= GRAIN_MONTH ? first_month(d) : part * 3;

	if (d.year == 0)
		return s;
	if (d.grain == GRAIN_WEEK || d.grain == GRAIN_WEEKEND)
		month = date_day(date_first(d)).month;
	s.year = d.year;
	/* January and February belong to the winter that began the year before */
	if (part == 4 && month <= 2)
		s.year--;
	int first = part * 3 + (s.year - d.year) * 12;
	if (direction < 0 && month <= first + 2)
		s.year--;
	else if (direction > 0 && month >= first)
		s.year++;
	return s;
}
