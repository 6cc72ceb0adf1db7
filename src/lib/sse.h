/* Sixteen bytes at a time, where SSE2 is. */
#ifndef KWIRE_SSE_H
#define KWIRE_SSE_H

#include "load.h"

#ifdef __SSE2__
#include <emmintrin.h>

static inline __m128i
sse_load(const char *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}

/* The n < 16 bytes at p, and zeros behind them, in pieces. */
static inline __m128i
sse_few(const char *p, size_t n)
{
	uint64_t low = n < 8 ? load_few(p, n) : load64(p), high = n > 8 ? load64(p + n - 8) >> 8 * (16 - n) : 0;

	return _mm_set_epi64x((long long)high, (long long)low);
}

/* The 16 bytes of n at p, or as many as there are, and zeros behind them. */
static inline __m128i
sse_most(const char *p, size_t n)
{
	return n < 16 ? sse_few(p, n) : sse_load(p);
}

/* A bit for each byte whose highest bit is set. */
static inline unsigned
sse_mask(__m128i bytes)
{
	return (unsigned)_mm_movemask_epi8(bytes);
}

/* The bytes from `first` to `last`: less than so many, once `first` is moved down to the least of signed bytes. */
static inline __m128i
sse_between(__m128i c, char first, char last)
{
	return _mm_cmplt_epi8(_mm_add_epi8(c, _mm_set1_epi8((char)(-128 - first))), _mm_set1_epi8((char)(last - first - 127)));
}
#endif

#endif
