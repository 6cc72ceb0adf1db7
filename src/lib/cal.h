/* The proleptic Gregorian calendar. Days count from 1970-01-01. */
#ifndef KWIRE_CAL_H
#define KWIRE_CAL_H

#include "str.h"

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

/* Days of a month, 1 to 12. */
int cal_month_days(int year, int month);

/* Reads the ISO 8601 date at the start of s: YYYY, YYYY-MM or YYYY-MM-DD, and then nothing more or a time behind `T` or a blank.
 * Returns the bytes of the date, 0 if there is none or it does not exist. A month or day that is not told is 1. */
size_t cal_read(struct str s, struct cal *c);

/* A date that exists, of the years 1000 to 2999. */
bool cal_valid(struct cal c);

#endif
