/* What single words mean for dates: src/ktag/data/dates.tsv, looked up without regard to case. */
#ifndef KTAG_DATE_WORD_H
#define KTAG_DATE_WORD_H

#include "str.h"

#include <stdint.h>

enum {
	DATE_MONTH = 1 << 0,
	DATE_SHORT_MONTH = 1 << 1,
	DATE_WEEKDAY = 1 << 2,
	DATE_SHORT_WEEKDAY = 1 << 3,
	DATE_UNIT = 1 << 4,
	DATE_UNITS = 1 << 5,
	DATE_SEASON = 1 << 6,
	DATE_DAY_WORD = 1 << 7,
	DATE_REL_NOW = 1 << 8,
	DATE_REL_NEAR = 1 << 9,
	DATE_REL_THEN = 1 << 11,
	DATE_EDGE = 1 << 12,
	DATE_COMPARE = 1 << 13,
	DATE_AGO = 1 << 14,
	DATE_BEFORE = 1 << 15,
	DATE_AFTER = 1 << 16,
	DATE_CARDINAL = 1 << 17,
	DATE_ORDINAL = 1 << 18,
	DATE_ARTICLE = 1 << 19,
	DATE_THE = 1 << 20,
	DATE_FISCAL = 1 << 21,
	DATE_LEAD = 1 << 22,
	DATE_FUNCTION = 1 << 23,
	DATE_SET = 1 << 24,
	DATE_OF_YEAR = 1 << 25,
	DATE_MEASURE = 1 << 26,
	DATE_NO_YEAR = 1 << 27,
	DATE_FUTURE = 1 << 28,
	DATE_TOWARD = 1 << 29,
	DATE_BE = 1 << 30
};

#define DATE_PAST (1ULL << 31)
#define DATE_PRESENT (1ULL << 32)
#define DATE_FAMOUS (1ULL << 33)

/* What may begin or hold a date. */
#define DATE_TRIGGERS (DATE_MONTH | DATE_SHORT_MONTH | DATE_WEEKDAY | DATE_SHORT_WEEKDAY | DATE_REL_NOW | DATE_REL_THEN | DATE_REL_NEAR \
	| DATE_UNIT | DATE_UNITS | DATE_COMPARE | DATE_SEASON | DATE_DAY_WORD | DATE_ORDINAL)

struct date_word {
	uint64_t classes; /* DATE_... */
	int value;
	uint32_t n; /* bytes of the word; 0: there is none */
};

/* The entry of a word; an empty one (no classes) if it has none. */
const struct date_word *date_word(struct str word);

/* The same as an index into date_words. */
uint32_t date_word_index(struct str word);
extern const struct date_word date_words[]; /* mkwords writes them; the last one is none */

#endif
