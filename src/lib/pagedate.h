/* The dates that pages print about themselves, in whatever form: `Posted November. 28, 2024 07:37`, `2018-12-12 18:20:44`,
 * `21:31 JST, June 15, 2023`, `2024년 8월 4일 오후 3시 2분`, `Wed, 23 Aug 17 07:39:08 +0900`. A tokenising reader, no list of
 * patterns. Month, weekday and zone words are data (ksplit's table datewords). */
#ifndef KWIRE_PAGEDATE_H
#define KWIRE_PAGEDATE_H

#include "arena.h"
#include "cal.h"
#include "str.h"
#include "table.h"

/* Longest ISO 8601 form that pagedate_iso writes, with room to spare. */
#define PAGEDATE_ISO 40

struct pagedate {
	struct cal day;          /* year 0: the text gives none; day 0: a month only */
	int hour, minute;        /* -1: no time of day */
	int second;              /* -1: none */
	bool zoned;              /* a zone is written */
	int zone;                /* minutes east of Greenwich */
	bool american;           /* the zone is that of a clock, `ET`: its summer time is worked in */
	bool either;             /* day and month are numbers that can change places: day.month holds the D/M reading */
	size_t start, end;       /* bytes of the text, weekday, time and zone included */
};

struct pagedate_words;

/* None yet, in an arena; and the rows of an open table (kind, word, value) added, which end the program if one is wrong. A word that is
 * there already stays as it is. */
struct pagedate_words *pagedate_words_new(struct arena *a);
void pagedate_words_add(struct pagedate_words *w, struct table *t);

/* What a word next to a date says about it: `Posted`, `Updated`, `입력`, `Date`. */
enum pagedate_label { LABEL_NONE, LABEL_PUBLISHED, LABEL_UPDATED, LABEL_NEUTRAL };
enum pagedate_label pagedate_label(const struct pagedate_words *w, struct str word);

/* The first date at or after byte `from`. A bare year or clock time is no date. */
bool pagedate_find(const struct pagedate_words *w, struct str s, size_t from, struct pagedate *d);

/* The date that s begins with. */
bool pagedate_opens(const struct pagedate_words *w, struct str s, struct pagedate *d);

/* Writes `2024-11-28T07:37+09:00`, as precise as known, and returns its length; 0 without a year. A time is written only if its
 * zone is known. */
size_t pagedate_iso(const struct pagedate *d, char out[PAGEDATE_ISO]);

#endif
