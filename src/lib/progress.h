/* --progress: a line on standard error, drawn over itself at most five times a second: bytes, articles, rate, and percent and
 * time left where the size of the input is known. */
#ifndef KWIRE_PROGRESS_H
#define KWIRE_PROGRESS_H

#include "in.h"

/* Turns it on: `times` is how often --progress was given. Once draws only on a terminal, twice draws anyway. */
void progress_open(unsigned times, const struct in *in);

/* Call it now and then with the number of articles so far (0: they are not counted). Costs next to nothing when off. */
void progress_tick(unsigned long long articles);

/* Draws the last state and ends the line. */
void progress_close(unsigned long long articles);

#endif
