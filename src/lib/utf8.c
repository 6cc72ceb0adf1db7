#include "utf8.h"
#include "load.h"

#include "sse.h"

#include <utf8proc.h>

/* Ill-formed sequences end where Unicode 15, table 3-7 allows no further byte: the second byte's range depends on the first. */
uint32_t
utf8_decode(const char *p, size_t n, size_t *len)
{
	const unsigned char *u = (const unsigned char *)p;
	unsigned char low = 0x80, high = 0xBF;
	uint32_t c = u[0];
	size_t need;

	*len = 1;
	if (c < 0x80)
		return c;
	if (c < 0xC2 || c > 0xF4)
		return UTF8_BAD;
	need = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
	if (c == 0xE0)
		low = 0xA0;
	else if (c == 0xED)
		high = 0x9F;
	else if (c == 0xF0)
		low = 0x90;
	else if (c == 0xF4)
		high = 0x8F;
	c &= 0x7Fu >> need;
	for (size_t i = 1; i < need; i++) {
		if (i == n || u[i] < low || u[i] > high) {
			*len = i;
			return UTF8_BAD;
		}
		c = c << 6 | (u[i] & 0x3F);
		low = 0x80;
		high = 0xBF;
	}
	*len = need;
	return c;
}

size_t
utf8_cut(struct str s)
{
	for (size_t back = 1; back <= 3 && back <= s.n; back++) {
		unsigned char c = (unsigned char)s.p[s.n - back];
		size_t len;

		if (c < 0x80)
			return 0;
		if (c < 0xC0)
			continue;
		if ((c < 0xE0 ? 2u : c < 0xF0 ? 3u : 4u) <= back)
			return 0;
		return utf8_decode(s.p + s.n - back, back, &len) == UTF8_BAD && len == back && c >= 0xC2 && c <= 0xF4 ? back
		                                                                                                     : 0;
	}
	return 0;
}

size_t
utf8_ascii(struct str s)
{
	size_t i = 0;

#ifdef __SSE2__
	for (; i < s.n; i += 16) {
		unsigned mask = sse_mask(sse_most(s.p + i, s.n - i));

		if (mask)
			return i + (size_t)__builtin_ctz(mask);
	}
	return s.n;
#else
	while (i < s.n && (unsigned char)s.p[i] < 0x80)
		i++;
	return i;
#endif
}

size_t
utf8_valid(struct str s)
{
	size_t i = 0;

	for (;;) {
		i += utf8_ascii(str_from(s, i));
		if (i == s.n)
			return i;
		while (i < s.n && (unsigned char)s.p[i] >= 0x80) {
			size_t len = utf8_three(s.p + i, s.n - i);

			if (!len && utf8_decode(s.p + i, s.n - i, &len) == UTF8_BAD)
				return i;
			i += len;
		}
	}
}

#ifdef __SSE2__
/* Bytes of s that continue a code point, in its first n bytes (n a multiple of 16, at most 255 * 16): as signed numbers they are less
 * than -64. Every comparison subtracts -1 from a counter of 8 bits. */
static inline size_t
count_blocks(const char *p, size_t n)
{
	__m128i sum = _mm_setzero_si128();

	for (const char *end = p + n; p != end; p += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);

		sum = _mm_sub_epi8(sum, _mm_cmplt_epi8(v, _mm_set1_epi8(-64)));
	}
	sum = _mm_sad_epu8(sum, _mm_setzero_si128());
	return (size_t)_mm_cvtsi128_si64(sum) + (size_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(sum, sum));
}
#endif

/* A one in each byte that continues a code point (10xxxxxx). */
static inline uint64_t
continuations(uint64_t v)
{
	return v >> 7 & ~(v >> 6) & 0x0101010101010101;
}

/* Of eight bytes, how many of the last `left` continue a code point? */
static inline size_t
count_last(const char *p, size_t left)
{
	uint64_t ones = continuations(load64(p));

	ones = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? ones >> (64 - 8 * left) : ones << (64 - 8 * left);
	return (size_t)(ones * 0x0101010101010101 >> 56);
}

size_t
utf8_count(struct str s)
{
	size_t n = s.n, i = 0;

	if (s.n < 8) {
		for (; i < s.n; i++)
			n -= (s.p[i] & 0xC0) == 0x80;
		return n;
	}
#ifdef __SSE2__
	while (s.n - i >= 16) {
		size_t block = s.n - i < 255 * 16 ? (s.n - i) & ~(size_t)15 : 255 * 16;

		n -= count_blocks(s.p + i, block);
		i += block;
	}
#endif
	for (; s.n - i >= 8; i += 8)
		n -= count_last(s.p + i, 8);
	return i < s.n ? n - count_last(s.p + s.n - 8, s.n - i) : n; /* the last eight bytes, without those counted already */
}

size_t
utf8_offset(struct str s, size_t index)
{
	size_t i = 0;

	while (i < s.n) {
		if ((s.p[i] & 0xC0) != 0x80 && index-- == 0)
			return i;
		i++;
	}
	return s.n;
}

size_t
utf8_encode(char *p, uint32_t c)
{
	if (c < 0x80) {
		p[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		p[0] = (char)(0xC0 | c >> 6);
		p[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		p[0] = (char)(0xE0 | c >> 12);
		p[1] = (char)(0x80 | (c >> 6 & 0x3F));
		p[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	p[0] = (char)(0xF0 | c >> 18);
	p[1] = (char)(0x80 | (c >> 12 & 0x3F));
	p[2] = (char)(0x80 | (c >> 6 & 0x3F));
	p[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

uint32_t
utf8_before(const char *p, size_t at, size_t *len)
{
	size_t start = at - 1;

	while (start > 0 && at - start < 4 && (p[start] & 0xC0) == 0x80)
		start--;
	return utf8_decode(p + start, at - start, len);
}

bool
utf8_is_word(uint32_t c)
{
	utf8proc_category_t category;

	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	if (c >= 0xAC00 && c <= 0xD7A3)
		return true;
	category = utf8proc_category((utf8proc_int32_t)c);
	return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO);
}

unsigned
utf8_final(uint32_t c)
{
	return c >= 0xAC00 && c <= 0xD7A3 ? (c - 0xAC00) % 28 : 0;
}

bool
utf8_is_hangul(uint32_t c)
{
	return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3130 && c <= 0x318F)
	    || (c >= 0xA960 && c <= 0xA97F) || (c >= 0xD7B0 && c <= 0xD7FF);
}
