/* Dates of a text (type DATE, with their values in ISO 8601 / TIMEX3) and amounts (types MONEY and PERCENT).
 *
 * A value is as precise as the text: 2025-11-04, 2025-11, 2025, 2025-W44, 2025-Q3, 2025-H1, 2025-SU, 1990s. Relative dates are
 * resolved against the article's own date, never the clock; what stays open has no value. */
#ifndef KTAG_DATES_H
#define KTAG_DATES_H

#include "doc.h"

/* Reads the table of date words; once, at the start of the program. */
void dates_load(void);

/* Adds the DATE mentions of d. `published` is the article's `date` as ISO 8601 ("2025-11-04", "2024-11-28T07:37+09:00",
 * "2023-04"), empty if unknown. Looks at tokens only; run it after the names, before overlaps are settled. */
void dates_find(struct doc *d, struct str published);

/* May a date begin at that word or hang on it? */
bool date_calls(struct str word);

/* The same for amounts, with their table. Values: "6500000000 USD" (ISO 4217), "4.7". */
void amounts_load(void);
void amounts_find(struct doc *d);
bool amount_calls(struct str word);

#endif
