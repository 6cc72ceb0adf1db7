/* Walking over JSON that has been checked (json.h): the same steps with nothing left to verify. The value handed in must be
 * well-formed; `end` is the end of it, so that inside of it there is always a next byte. */
#ifndef KWIRE_WALK_H
#define KWIRE_WALK_H

#include "str.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static inline const char *
walk_space(const char *p)
{
	while (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')
		p++;
	return p;
}

/* p is behind the opening quote of a string; the result is at the closing one. Sets *escaped if there is an escape. */
static inline const char *
walk_string(const char *p, const char *end, bool *escaped)
{
	for (;;) {
#ifdef __SSE2__
		const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\');

		for (; end - p >= 16; p += 16) {
			__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
			int mask = _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, slash)));

			if (mask) {
				p += __builtin_ctz((unsigned)mask);
				break;
			}
		}
#endif
		while (*p != '"' && *p != '\\')
			p++;
		if (*p == '"')
			return p;
		*escaped = true;
		p += 2;
	}
}

/* Behind the value at p. */
static inline const char *
walk_value(const char *p, const char *end)
{
	size_t depth = 0;
	bool escaped;

	do {
		if (*p == '"')
			p = walk_string(p + 1, end, &escaped);
		else if (*p == '{' || *p == '[')
			depth++;
		else if (*p == '}' || *p == ']')
			depth--;
		p++;
	} while (depth || (p < end && *p != ',' && *p != '}' && *p != ']' && (unsigned char)*p > ' '));
	return p;
}

#endif
