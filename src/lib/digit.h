/* The digits of ASCII; of ascii.h alone what files need that have a word for capitals of their own. */
#ifndef KWIRE_DIGIT_H
#define KWIRE_DIGIT_H

#include <stdbool.h>

static inline bool
is_digit(int c)
{
	return c >= '0' && c <= '9';
}

#endif
