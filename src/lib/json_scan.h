/* The pieces that the reader is made of, for code that decodes while it checks (annot.c).
 *
 * They take the place where something begins and return the place behind it, or NULL after json_fail. They pass the place on by
 * value: a pointer kept in *j would have to be stored and loaded again at every token. */
#ifndef KWIRE_JSON_SCAN_H
#define KWIRE_JSON_SCAN_H

#include "json.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Notes an error and where it is. Returns NULL. */
const char *json_fail(struct json *j, const char *at, const char *error);

/* A value of any kind, without white space round it. */
const char *json_skip(struct json *j, const char *p);

/* The rest of a string that is not plain to its end: p is where it stops being so. Behind the closing quote. */
const char *json_mixed(struct json *j, const char *p);

static inline const char *
scan_space(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
		p++;
	return p;
}

/* The first byte that ends a run of plain ASCII string characters: quote, backslash, control or non-ASCII. */
static inline const char *
scan_plain(const char *p, const char *end)
{
#ifdef __SSE2__
	const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\'), space = _mm_set1_epi8(0x20);

	for (; end - p >= 16; p += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
		/* signed: bytes from 0x80 on are negative, so one comparison finds them and the controls */
		__m128i stop = _mm_or_si128(_mm_cmplt_epi8(v, space),
		    _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, slash)));
		int mask = _mm_movemask_epi8(stop);

		if (mask)
			return p + __builtin_ctz((unsigned)mask);
	}
#endif
	while (p < end && (unsigned char)*p >= 0x20 && (unsigned char)*p < 0x80 && *p != '"' && *p != '\\')
		p++;
	return p;
}

/* p is behind the opening quote; the result is behind the closing one. */
static inline const char *
scan_string(struct json *j, const char *p)
{
	p = scan_plain(p, j->end);
	return p < j->end && *p == '"' ? p + 1 : json_mixed(j, p);
}

#endif
