/* A stretch of calendar time as a text names it: a day, a week, a season, a decade. Arithmetic only; no text here. */
#ifndef KTAG_DATE_H
#define KTAG_DATE_H

#include "arena.h"
#include "cal.h"

/* From coarse to fine. */
enum grain {
	GRAIN_NONE, /* nothing known */
	GRAIN_CENTURY,
	GRAIN_DECADE,
	GRAIN_YEAR,
	GRAIN_HALF,
	GRAIN_SEASON,
	GRAIN_QUARTER,
	GRAIN_MONTH,
	GRAIN_WEEK,
	GRAIN_WEEKEND, /* its value is that of the week */
	GRAIN_DAY
};

struct date {
	enum grain grain;
	int year;  /* of the decade or century: its first; 0 if unknown: the date has no value then */
	int month; /* of GRAIN_MONTH and GRAIN_DAY */
	int day;   /* of GRAIN_DAY */
	int part;  /* number of the half, season (1 spring ... 4 winter), quarter or ISO week */
};

/* The day so many days from 1970-01-01; a year; a month. */
struct date date_day(long days);
struct date date_year(int year);
struct date date_month(int year, int month);

/* A day of the calendar; without value if there is no such day. */
struct date date_full(int year, int month, int day);

/* ISO 8601, with TIMEX3's SP SU FA WI for seasons; empty if d has no value. In the arena. */
struct str date_value(struct arena *a, struct date d);

/* "2025-11-04T...", "2025-11", "2025". GRAIN_NONE if it is none of these. */
struct date date_read(struct str iso);

/* Its first day, counted from 1970-01-01; d has a value. */
long date_first(struct date d);

/* The stretch of `unit` that d lies in, moved by n units: (2025-11-04, GRAIN_WEEK, -1) is 2025-W44. Without value where d is too
 * coarse to tell. */
struct date date_shift(struct date d, enum grain unit, int n);

/* The nth week of a month, that of its nth Thursday; -1: the last. */
struct date date_week_in(struct date month, int n);

/* The season `part` of a year nearest before (-1), around (0) or after (1) d. */
struct date date_season(struct date d, int part, int direction);

#endif
