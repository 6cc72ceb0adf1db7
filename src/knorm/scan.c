#include "scan.h"
#include "ascii.h"
#include "breaks.h"
#include "gaps.h"
#include "join.h"
#include "misread.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static bool
is_stop(unsigned char c)
{
	return c == '.' || c == '?' || c == '!';
}

/* May byte c, after byte b, be the place of any change in a line? Both are ASCII or the first byte of a character. */
static bool
is_special(unsigned char b, unsigned char c)
{
	if (c < 0x20 || c >= 0x7F || c == '&' || c == '`' || c == '<')
		return true;
	if (c == ' ')
		return b == ' ';
	if (c >= 'A' && c <= 'Z' && (is_stop(b) || (b >= '0' && b <= '9')))
		return true;
	if (is_letter(c))
		return b == ')' || b == ']' || b == '"';
	return (c == '(' && is_letter(b)) || (c == '"' && is_stop(b));
}

#ifdef __SSE2__
static __m128i
in_range(__m128i v, char low, char high)
{
	return _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8((char)(low - 1))), _mm_cmplt_epi8(v, _mm_set1_epi8((char)(high + 1))));
}

static __m128i
is_byte(__m128i v, char c)
{
	return _mm_cmpeq_epi8(v, _mm_set1_epi8(c));
}

/* is_special for the 16 bytes at p; p[-1] can be read. Signed comparison: bytes beyond ASCII are below the space. */
static unsigned
specials(const char *p)
{
	__m128i b = _mm_loadu_si128((const __m128i *)(const void *)(p - 1)), c = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i stop = _mm_or_si128(is_byte(b, '.'), _mm_or_si128(is_byte(b, '?'), is_byte(b, '!')));
	__m128i closer = _mm_or_si128(is_byte(b, ')'), _mm_or_si128(is_byte(b, ']'), is_byte(b, '"')));
	__m128i letter = in_range(_mm_or_si128(c, _mm_set1_epi8(0x20)), 'a', 'z');
	__m128i found = _mm_or_si128(_mm_cmplt_epi8(c, _mm_set1_epi8(0x20)), is_byte(c, 0x7F));

	found = _mm_or_si128(found, _mm_or_si128(is_byte(c, '<'), _mm_or_si128(is_byte(c, '&'), is_byte(c, '`'))));
	found = _mm_or_si128(found, _mm_and_si128(is_byte(c, ' '), is_byte(b, ' ')));
	found = _mm_or_si128(found, _mm_and_si128(letter, closer));
	found = _mm_or_si128(found, _mm_and_si128(stop, is_byte(c, '"')));
	found = _mm_or_si128(found, _mm_and_si128(_mm_or_si128(stop, in_range(b, '0', '9')), in_range(c, 'A', 'Z')));
	found = _mm_or_si128(found, _mm_and_si128(is_byte(c, '('), in_range(_mm_or_si128(b, _mm_set1_epi8(0x20)), 'a', 'z')));
	return (unsigned)_mm_movemask_epi8(found);
}
#endif

/* Offset of the next special byte at or after i; i > 0. There is one: the newline at the end. */
static size_t
next_special(struct str s, size_t i)
{
#ifdef __SSE2__
	for (; i + 16 <= s.n; i += 16) {
		unsigned mask = specials(s.p + i);

		if (mask)
			return i + (size_t)__builtin_ctz(mask);
	}
#endif
	while (i < s.n && !is_special((unsigned char)s.p[i - 1], (unsigned char)s.p[i]))
		i++;
	return i;
}

/* Is there a character reference at '&'? */
static bool
is_reference(struct str s, size_t i)
{
	for (size_t k = i + 1; k < s.n && k < i + 40; k++) {
		unsigned char c = (unsigned char)s.p[k];

		if (c == ';')
			return true;
		if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '#' && c != '&')
			return false;
	}
	return true;
}

static unsigned char
byte(struct str s, size_t i)
{
	return i < s.n ? (unsigned char)s.p[i] : 0;
}

/* Curly quotes, dashes, ellipsis, bullet: E2 80 xx. A quote must look the right way, and no space may be missing at it. */
static bool
punctuation(struct str s, size_t i)
{
	unsigned char third = byte(s, i + 2), before = i ? byte(s, i - 1) : ' ', after = byte(s, i + 3);
	bool open = before == ' ' || before == '(' || before == '[' || before == '\n' || before >= 0x80;
	bool close = after == ' ' || after == '\n' || after >= 0x80 || strchr(".,;:!?)]", after); /* 0: the end of the line */

	switch (third) {
	case 0x93:
	case 0x94:
	case 0xA6:
	case 0xA2:
		return true;
	case 0x98:
	case 0x9C:
		return !close && !gap_before(s, i, false);
	case 0x99:
	case 0x9D:
		return !(open && (is_letter(after) || after >= 0x80)) && !(is_letter(after) && gap_before(s, i + 3, false));
	default:
		return false;
	}
}

/* The letters that stand for quotes where Windows-1252 and Mac Roman were mixed up, by their second byte after C3. */
static bool
is_roman(unsigned char second)
{
	return second == 0x90 || (second >= 0x91 && second <= 0x95) || second == 0xAB || second == 0xAC || second == 0xAD
	    || second == 0xAE || second == 0xB1 || second == 0xB3;
}

/* One Latin letter or sign of two bytes between ASCII: é in café, £. */
static bool
latin(struct str s, size_t i)
{
	unsigned char first = byte(s, i), second = byte(s, i + 1), before = i ? byte(s, i - 1) : ' ', after = byte(s, i + 2);

	if (before >= 0x80 || after >= 0x80 || (second & 0xC0) != 0x80)
		return false;
	if (first == 0xC2)
		return second == 0xA3 || second == 0xA5 || second == 0xA7 || second == 0xA9 || second == 0xAE || second == 0xB0
		    || second == 0xB7 || second == 0xBD;
	if (first == 0xC3 && is_letter(before) && strchr("\xA1\xA4\xA7\xA8\xA9\xAA\xB6\xBA\xBC", second)) /* fiancé */
		return true;
	if (first == 0xC3)
		return second != 0x82 && second != 0x83 && is_letter(after)
		    && (!is_roman(second) || (is_letter(before) && second != 0xAD && second != 0x95));
	return is_letter(before) || is_letter(after);
}

/* A run of Hangul syllables from i on: its length, 0 if it must be looked at. A lone one, as in `Korea?셲` and `caf챕`, may be what a
 * wrong table made. */
static size_t
hangul(struct str s, size_t i)
{
	size_t from = i, n = 0;
	uint32_t c = 0;
	unsigned char before = i ? byte(s, i - 1) : ' ';
	bool stuck = before == '?' || is_letter(before);

	for (; i + 3 <= s.n; i += 3, n++) {
		const unsigned char *u = (const unsigned char *)s.p + i;

		c = (uint32_t)(u[0] & 0x0F) << 12 | (uint32_t)(u[1] & 0x3F) << 6 | (u[2] & 0x3F);
		if (u[0] < 0xEA || u[0] > 0xED || (u[1] & 0xC0) != 0x80 || (u[2] & 0xC0) != 0x80 || c < 0xAC00 || c > 0xD7A3)
			break;
		if (n == 0 && (stuck || misread_quote(c)) && (byte(s, i + 3) < 0xEA || byte(s, i + 3) > 0xED))
			return 0;
	}
	return i - from;
}

/* Length of the character beyond ASCII (or the run of Hangul) at i; 0 if a step might change it. */
static size_t
foreign(struct str s, size_t i)
{
	unsigned char c = byte(s, i), second = byte(s, i + 1);

	if (c >= 0xEA && c <= 0xED)
		return hangul(s, i);
	if (c == 0xE2 && second == 0x80)
		return punctuation(s, i) ? 3 : 0;
	if (c == 0xC2 || c == 0xC3 || c == 0xC4 || c == 0xC5)
		return latin(s, i) ? 2 : 0;
	return 0;
}

/* Quotes up to a place in the line. */
struct parity {
	size_t at;
	bool odd;
};

/* Is a space missing before i? Whether quotes are open matters only then, so it is counted only then. */
static bool
lacks_space(struct str line, size_t i, struct parity *q)
{
	if (!gap_before(line, i, false))
		return false;
	for (; q->at < i; q->at++)
		q->odd ^= line.p[q->at] == '"';
	return gap_before(line, i, q->odd);
}

/* One line, from the start of s: its length without the newline if all of it is clean. Counts bytes that begin no character.
 * `whole`: s is a line without its newline. */
static bool
line_is_clean(struct str s, size_t *length, size_t *extra, bool whole)
{
	struct parity quotes = { 0 };
	size_t i = 0, n;

	*extra = 0;
	while (i < s.n) {
		unsigned char c = byte(s, i);

		if (c == '\n')
			break;
		if (c < 0x20 || c == 0x7F || c == '`' || c == '<' || (c == ' ' && (i == 0 || s.p[i - 1] == ' '))
		    || (c == '&' && is_reference(s, i)))
			return false;
		if (c >= 0x80) {
			n = foreign(s, i);
			if (n == 0)
				return false;
			*extra += n - (c >= 0xEA ? n / 3 : 1);
			i += n;
			if (i < s.n && (unsigned char)s.p[i] >= 0x80)
				continue;
			if (is_special((unsigned char)s.p[i - 1], byte(s, i)))
				continue;
		} else if (i && c != '&' && c != ' ' && lacks_space(s, i, &quotes))
			return false;
		else
			i++;
		i = next_special(s, i);
	}
	*length = i;
	return (i < s.n || (whole && i == s.n)) && (i == 0 || s.p[i - 1] != ' ');
}

bool
scan_line(struct str line)
{
	size_t length, extra;

	return line.n && line_is_clean(line, &length, &extra, true) && length == line.n;
}

/* Does the line stay by itself whatever the joiner knows? */
static bool
stays(struct str line, size_t columns, struct str rest, unsigned long long at)
{
	return ((rest.n && rest.p[0] == '\n') || join_is_final(columns, line)) && !is_chunk_end(at, columns);
}

struct scan
scan_clean(struct str s, unsigned long long at)
{
	struct scan scan = { 0 };
	unsigned long long lines = 0, chars = 0;
	size_t i = 0;

	while (i < s.n) {
		struct str rest = str_from(s, i);
		size_t n, extra;

		if (rest.p[0] == '\n') { /* one blank line behind a line of text */
			if (i == 0 || s.p[i - 1] != '\n' || (i > 1 && s.p[i - 2] == '\n') || is_chunk_end(at + chars, 0))
				break;
			lines++;
			chars++;
			i++;
			continue;
		}
		if (!line_is_clean(rest, &n, &extra, false)
		    || !stays(str_of(rest.p, n), n - extra, str_from(rest, n + 1), at + chars + n - extra))
			break;
		lines++;
		chars += n - extra + 1;
		i += n + 1;
		scan.bytes = i;
		scan.lines = lines;
		scan.chars = chars;
		scan.foreign += extra > 0;
		scan.unwrapped |= n - extra > JOIN_WRAPPED;
	}
	return scan;
}
