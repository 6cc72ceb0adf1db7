#include "cal.h"

long
cal_days(struct cal c)
{
	long y = c.year - (c.month <= 2);
	long era = (y >= 0 ? y : y - 399) / 400;
	long yoe = y - era * 400;
	long doy = (153L * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 + c.day - 1;
	long doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * 146097 + doe - 719468;
}

struct cal
cal_date(long days)
{
	long z = days + 719468;
	long era = (z >= 0 ? z : z - 146096) / 146097;
	long doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long mp = (5 * doy + 2) / 153;
	int month = (int)(mp < 10 ? mp + 3 : mp - 9);

	return (struct cal) { (int)(yoe + era * 400) + (month <= 2), month, (int)(doy - (153 * mp + 2) / 5 + 1) };
}

int
cal_weekday(long days)
{
	long d = (days + 3) % 7; /* 1970-01-01 was a Thursday */

	return (int)(d < 0 ? d + 7 : d) + 1;
}

int
cal_week(long days, int *year)
{
	long thursday = days - cal_weekday(days) + 4;

	*year = cal_date(thursday).year;
	return (int)((thursday - cal_days((struct cal) { *year, 1, 1 })) / 7) + 1;
}

int
cal_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

bool
cal_valid(struct cal c)
{
	return c.year >= 1000 && c.year <= 2999 && c.month >= 1 && c.month <= 12 && c.day >= 1 && c.day <= cal_month_days(c.year, c.month);
}

/* n digits at byte `at`; -1 if they are not there. */
static int
digits(struct str s, size_t at, size_t n)
{
	int value = 0;

	if (s.n < at + n)
		return -1;
	for (size_t i = at; i < at + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		value = value * 10 + (s.p[i] - '0');
	}
	return value;
}

size_t
cal_read(struct str s, struct cal *c)
{
	size_t n = 4;

	*c = (struct cal) { digits(s, 0, 4), 1, 1 };
	if (s.n > 4 && s.p[4] == '-') {
		c->month = digits(s, 5, 2);
		n = 7;
	}
	if (n == 7 && s.n > 7 && s.p[7] == '-') {
		c->day = digits(s, 8, 2);
		n = 10;
	}
	if (!cal_valid(*c) || (s.n > n && s.p[n] != 'T' && s.p[n] != ' '))
		return 0;
	return n;
}
