/* How stories open: signs of a headline, and of a first paragraph. Each reads one line. */
#ifndef KWIRE_SPLIT_OPENING_H
#define KWIRE_SPLIT_OPENING_H

#include "str.h"

#include <stdbool.h>

/* 0 to 4: a headline says what happens, in seven words or more; a cross-heading names a thing, in fewer. */
int opening_headline(struct str s);

/* Does its first word tell what happens, as headlines do: `Makes Press Statement`? */
bool opening_acts(struct str s);

/* -3 to 2: a first paragraph says who said or did something and on which day; it does not lean on what went before (`The launch`,
 * `However`, `He`). */
int opening_lede(struct str s);

/* Names the day, as first paragraphs do: `on Friday`, `3일`. */
bool opening_names_day(struct str s);

/* Goes on with what was said, by one of its first words: `also`, `such`, `he said`. */
bool opening_lags(struct str s);

/* Tells what was or had been: background. */
bool opening_looks_back(struct str s);

/* Ends with a word that does not end a phrase, as a line does that was cut. */
bool opening_cut(struct str s);

/* `Remarks at the Ceremony for the 71st Anniversary`: no longer word is in small letters. */
bool opening_in_title_case(struct str s);

/* Does the line break off in mid-sentence, as the last one of a page that was cut? */
bool opening_stump(struct str s);

/* Could it? Of four such lines three do, and one headline of twenty seems to: asked where the next page's headline stands below,
 * or nothing. */
bool opening_half(struct str s);

#endif
