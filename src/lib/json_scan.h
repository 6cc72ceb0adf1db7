/* The pieces that the reader and the writer are made of, for code that decodes while it checks and writes many small values
 * (annot.c).
 *
 * Those of the reader take the place where something begins and return the place behind it, or NULL after json_fail. They pass the place on
 * by value: a pointer kept in *j would have to be stored and loaded again at every token. */
#ifndef KWIRE_JSON_SCAN_H
#define KWIRE_JSON_SCAN_H

#include "json.h"
#include "load.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Notes an error and where it is. Returns NULL. */
const char *json_fail(struct json *j, const char *at, const char *error);

/* A value of any kind, without white space round it. */
const char *json_skip(struct json *j, const char *p);

/* The rest of a string that is not plain to its end: p is where it stops being so. Behind the closing quote. */
const char *json_mixed(struct json *j, const char *p);

/* Over white space. */
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
		__m128i stop = _mm_or_si128(_mm_cmplt_epi8(v, space), _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, slash)));
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

#ifdef __SSE2__
/* A bit for each of 16 bytes that must be escaped: quote, backslash, control. */
static inline unsigned
find_escapes(__m128i v)
{
	const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\'), control = _mm_set1_epi8(0x1F);

	return (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(v, control), v),
	    _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, slash))));
}

static inline unsigned
scan_escapes(const char *p)
{
	return find_escapes(_mm_loadu_si128((const __m128i *)(const void *)p));
}

/* Copies at most 15 bytes without a loop, as two pieces that may overlap, and looks at them on the way: what has just been written
 * in pieces is slow to read as a whole. False if a byte must be escaped. */
static inline bool
put_few(char *to, const char *p, size_t n)
{
	uint64_t a = 0x2020202020202020, b = a;

	if (n >= 8) {
		a = load64(p);
		b = load64(p + n - 8);
		memcpy(to, &a, 8);
		memcpy(to + n - 8, &b, 8);
	} else if (n >= 4) {
		a = load32(p) | load32(p + n - 4) << 32;
		memcpy(to, p, 4);
		memcpy(to + n - 4, p + n - 4, 4);
		b = a;
	} else if (n) {
		to[0] = p[0];
		to[n / 2] = p[n / 2];
		to[n - 1] = p[n - 1];
		a = b << 24 | (uint64_t)(uint8_t)p[0] << 16 | (uint64_t)(uint8_t)p[n / 2] << 8 | (uint8_t)p[n - 1];
	}
	return find_escapes(_mm_set_epi64x((long long)b, (long long)a)) == 0;
}
#endif

enum { PLAIN_LONGEST = 48, PLAIN_ROOM = 64 };

/* Writes s with its quotes to `to` if it is short and nothing in it must be escaped, as most strings of a record are; else NULL.
 * `to` has PLAIN_ROOM bytes, all of which may be written to. Returns the place behind the string. */
static inline char *
put_plain(char *to, struct str s)
{
#ifdef __SSE2__
	if (s.n > PLAIN_LONGEST)
		return NULL;
	*to++ = '"';
	if (s.n < 16) {
		if (!put_few(to, s.p, s.n))
			return NULL;
	} else {
		/* blocks that may overlap */
		if (s.n > 32) {
			memcpy(to + 16, s.p + 16, 16);
			if (scan_escapes(s.p + 16))
				return NULL;
		}
		memcpy(to, s.p, 16);
		memcpy(to + s.n - 16, s.p + s.n - 16, 16);
		if (scan_escapes(s.p) | scan_escapes(s.p + s.n - 16))
			return NULL;
	}
	to[s.n] = '"';
	return to + s.n + 1;
#else
	(void)to, (void)s;
	return NULL;
#endif
}

#endif
