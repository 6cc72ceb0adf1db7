/* The proleptic Gregorian calendar. Days count from 1970-01-01. */
#ifndef KWIRE_CAL_H
#define KWIRE_CAL_H

#include <stdbool.h>

struct cal {
	int year, month, day; /* month 1-12, day 1-31 */
};

/* Days from 1970-01-01 and back (Howard Hinnant, chrono-compatible low-level date algorithms). */
long cal_days(struct cal c);
struct cal cal_date(long days);

/* Monday 1 ... Sunday 7 (ISO 8601). */
int cal_weekday(long days);

/* ISO 8601 week number of a day; its week-year goes to *year. */
int cal_week(long days, int *year);

int cal_month_days(int year, int month);

/* A date that exists, of the years 1000 to 2999. */
bool cal_valid(struct cal c);

#endif
