/* Walking over well-formed text without decoding what does not matter. */
#ifndef KNORM_WALK_H
#define KNORM_WALK_H

#include "utf8.h"

/* Length of the character that starts with this byte. */
static inline size_t
walk_length(char lead)
{
	unsigned char c = (unsigned char)lead;

	return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

/* The next character beyond ASCII at or after i; s.n if there is none. */
static inline size_t
walk_foreign(struct str s, size_t i)
{
	if (i < s.n && s.p[i] & 0x80)
		return i;
	return i + utf8_ascii(str_from(s, i));
}

/* Does a Hangul syllable start here? (EA B0 80 to ED 9E A3; a few others with these first bytes do not matter to those who ask.) */
static inline bool
walk_is_hangul(const char *p)
{
	unsigned char c = (unsigned char)*p;

	return c >= 0xEB ? c <= 0xEC || (c == 0xED && (unsigned char)p[1] < 0x9E) : c == 0xEA && (unsigned char)p[1] >= 0xB0;
}

#endif
