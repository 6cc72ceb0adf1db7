#include "str.h"
#include "load.h"
#include "sse.h"

#include <stdint.h>

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = smaller(a.n, b.n);
	int order = n ? memcmp(a.p, b.p, n) : 0;

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

/* Eight bytes against eight: where they differ, is it only in the case of an ASCII letter? */
static inline bool
same_but_case(uint64_t a, uint64_t b)
{
	const uint64_t each = 0x0101010101010101;
	uint64_t differ = a ^ b, small = (a | 0x20 * each) & 0x7F * each;
	/* the high bit of every byte from 'a' to 'z'; non-ASCII bytes have theirs already, and drop out */
	uint64_t letters = (small + (0x80 - 'a') * each) & ~(small + (0x7F - 'z') * each) & ~a & 0x80 * each;

	return (differ & ~(letters >> 2)) == 0;
}

bool
str_same_nocase(const char *a, const char *b, size_t n)
{
	if (n < 4) {
		for (size_t i = 0; i < n; i++)
			if (lower(a[i]) != lower(b[i]))
				return false;
		return true;
	}
	if (n < 8) /* the first four and the last four */
		return same_but_case(load32(a) | load32(a + n - 4) << 32, load32(b) | load32(b + n - 4) << 32);
	for (size_t i = 0;; i += 8) {
		if (i + 8 > n)
			i = n - 8;
		if (!same_but_case(load64(a + i), load64(b + i)))
			return false;
		if (i + 8 == n)
			return true;
	}
}

bool
str_among(const struct str *list, size_t n, struct str s)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq_nocase(list[i], s))
			return true;
	return false;
}

void
str_lower(char *to, struct str s)
{
#ifdef __SSE2__
	for (size_t i = 0; s.n >= 16; i += 16) { /* the last 16 begin among those before */
		size_t at = i + 16 < s.n ? i : s.n - 16;
		__m128i c = sse_load(s.p + at);

		_mm_storeu_si128(
		    (__m128i *)(void *)(to + at), _mm_or_si128(c, _mm_and_si128(sse_between(c, 'A', 'Z'), _mm_set1_epi8(0x20))));
		if (at + 16 == s.n)
			return;
	}
#endif
	for (size_t i = 0; i < s.n; i++)
		to[i] = lower(s.p[i]);
}

static bool
blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str
str_trim(struct str s)
{
	while (s.n && blank(s.p[0]))
		s = str_from(s, 1);
	while (s.n && blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

#ifdef __SSE2__
/* What is looked for: the first and the last byte, in all of 16, at their distance. */
struct ends {
	__m128i first, last, bits; /* set in both, if case tells nothing */
	size_t behind;
};

/* A bit for each of the 16 places from p on that has both. */
static inline unsigned
places(const char *p, const struct ends *e)
{
	__m128i a = _mm_or_si128(sse_load(p), e->bits), b = _mm_or_si128(sse_load(p + e->behind), e->bits);

	return sse_mask(_mm_and_si128(_mm_cmpeq_epi8(a, e->first), _mm_cmpeq_epi8(b, e->last)));
}

/* Looks at `step` places at a time, 16 or 32, of [from, to), for the first and the last byte of the needle: places that have both are few.
 * (W. Mula, SIMD-friendly algorithms for substring searching.) The last of them begin among those before; to >= step. */
static inline size_t
find_blocks(struct str s, struct str needle, size_t from, size_t to, size_t step, bool nocase)
{
	const char bit = nocase ? 0x20 : 0;
	const struct ends ends = { _mm_set1_epi8(needle.p[0] | bit), _mm_set1_epi8(needle.p[needle.n - 1] | bit), _mm_set1_epi8(bit),
		needle.n - 1 };

	for (size_t at = from; at < to; at += step) {
		size_t begin = at + step <= to ? at : to - step;
		uint32_t mask = places(s.p + begin, &ends) | (step > 16 ? places(s.p + begin + 16, &ends) << 16 : 0);

		if (!mask)
			continue;
		for (mask = mask >> (at - begin) << (at - begin); mask; mask &= mask - 1) {
			const char *p = s.p + begin + __builtin_ctz(mask);

			if (nocase ? str_same_nocase(p, needle.p, needle.n) : load_same(p, needle.p, needle.n))
				return (size_t)(p - s.p);
		}
	}
	return s.n;
}
#endif

static inline size_t
find(struct str s, struct str needle, size_t from, bool nocase)
{
	size_t to = s.n - needle.n + 1; /* behind the last place */

	if (needle.n == 0)
		return smaller(from, s.n);
	if (needle.n > s.n || from >= to)
		return s.n;
#ifdef __SSE2__
	if (to >= 32)
		return find_blocks(s, needle, from, to, 32, nocase);
	if (to >= 16)
		return find_blocks(s, needle, from, to, 16, nocase);
#endif
	for (; from < to; from++)
		if (nocase ? str_starts_nocase(str_from(s, from), needle)
			   : s.p[from] == *needle.p && s.p[from + needle.n - 1] == needle.p[needle.n - 1]
			&& load_same(s.p + from, needle.p, needle.n))
			return from;
	return s.n;
}

size_t
str_find_byte(struct str s, char c, size_t from)
{
	const char *hit = from < s.n ? memchr(s.p + from, c, s.n - from) : NULL;

	return hit ? (size_t)(hit - s.p) : s.n;
}

size_t
str_find_text(struct str s, struct str needle, size_t from)
{
	return find(s, needle, from, false);
}

size_t
str_find_nocase(struct str s, struct str needle, size_t from)
{
	return find(s, needle, from, true);
}

size_t
str_digit(struct str s, size_t from)
{
	size_t i = from;

#ifdef __SSE2__
	for (; i < s.n; i += 16) {
		unsigned mask = sse_mask(sse_between(sse_most(s.p + i, s.n - i), '0', '9'));

		if (mask)
			return i + (size_t)__builtin_ctz(mask);
	}
	return s.n;
#else
	while (i < s.n && !(s.p[i] >= '0' && s.p[i] <= '9'))
		i++;
	return i;
#endif
}

size_t
str_digits_end(struct str s, size_t from)
{
	while (from < s.n && s.p[from] >= '0' && s.p[from] <= '9')
		from++;
	return from;
}

struct str
str_cut(struct str *rest, char sep)
{
	struct str part = str_of(rest->p, str_find_byte(*rest, sep, 0));

	if (part.n == rest->n) {
		*rest = str_of(NULL, 0);
		return part;
	}
	*rest = str_from(*rest, part.n + 1);
	return part;
}

size_t
str_count(struct str s, char c)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == c;
	return n;
}
