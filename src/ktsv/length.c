#include "length.h"
#include "utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* A high surrogate escape that a low one follows: the two are one code point. */
static bool
is_pair(const char *p, const char *end)
{
	return end - p >= 12 && (p[2] | 32) == 'd' && strchr("89abAB", p[3]) && p[6] == '\\' && p[7] == 'u'
	    && (p[8] | 32) == 'd' && strchr("cdefCDEF", p[9]);
}

size_t
length_of(struct str raw)
{
	const char *p, *end, *slash;
	size_t n = 0;

	if (raw.n < 2)
		return 0;
	p = raw.p + 1;
	end = raw.p + raw.n - 1;
	while ((slash = memchr(p, '\\', (size_t)(end - p)))) {
		n += utf8_count(str_of(p, (size_t)(slash - p))) + 1;
		p = slash + (slash[1] != 'u' ? 2 : is_pair(slash, end) ? 12 : 6);
	}
	return n + utf8_count(str_of(p, (size_t)(end - p)));
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

size_t
length_words(struct str text)
{
	size_t n = 0, i = 0;
	bool before = true; /* white space stood before */

#ifdef __SSE2__
	const __m128i blank = _mm_set1_epi8(' '), tab = _mm_set1_epi8('\t'), four = _mm_set1_epi8(4);
	__m128i carry = _mm_set_epi32(0, 0, 0, 0xFF); /* lane 0: what stood before the block */

	while (i + 16 <= text.n) {
		__m128i sum = _mm_setzero_si128();
		size_t stop = text.n - i < 255 * 16 ? i + (text.n - i) / 16 * 16 : i + 255 * 16; /* a lane counts to 255 */

		for (; i < stop; i += 16) {
			__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(text.p + i)), low = _mm_sub_epi8(v, tab);
			__m128i space = _mm_or_si128(_mm_cmpeq_epi8(v, blank), _mm_cmpeq_epi8(_mm_min_epu8(low, four), low));

			sum = _mm_sub_epi8(sum, _mm_andnot_si128(space, _mm_or_si128(_mm_slli_si128(space, 1), carry)));
			carry = _mm_srli_si128(space, 15);
		}
		sum = _mm_sad_epu8(sum, _mm_setzero_si128());
		n += (size_t)_mm_cvtsi128_si32(sum) + (size_t)_mm_extract_epi16(sum, 4);
		before = is_space(text.p[i - 1]);
	}
#endif
	for (; i < text.n; i++) {
		n += before && !is_space(text.p[i]);
		before = is_space(text.p[i]);
	}
	return n;
}
