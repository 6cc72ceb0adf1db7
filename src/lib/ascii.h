/* Classes of ASCII characters, whatever the locale; all else is in none of them. */
#ifndef KWIRE_ASCII_H
#define KWIRE_ASCII_H

#include "digit.h"

static inline bool
is_small(int c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
is_capital(int c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
is_letter(int c)
{
	return is_small(c | 0x20);
}

#endif
