/* UTF-8 (RFC 3629): decoding, checking, counting. Strict: no overlong form, no surrogate, nothing above U+10FFFF. */
#ifndef KWIRE_UTF8_H
#define KWIRE_UTF8_H

#include "str.h"

#include <stdint.h>

#define UTF8_BAD UINT32_MAX

/* Decodes the code point at p (n >= 1 bytes are there). Stores its length in *len and returns it. On ill-formed bytes returns
 * UTF8_BAD and the length of the maximal subpart to replace by one U+FFFD (Unicode 15, 3.9, table 3-8), at least 1.
 * A sequence that is merely cut off at p + n is ill-formed as well; utf8_cut tells the two apart. */
uint32_t utf8_decode(const char *p, size_t n, size_t *len);

/* 3 if a character of three bytes stands at p (most of what is not ASCII: Hangul, curly quotes), else 0: ask utf8_decode. */
static inline size_t
utf8_three(const char *p, size_t n)
{
	uint32_t c;

	if (n < 4)
		return 0;
	memcpy(&c, p, 4);
	if (__BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__ || (c & 0xC0C0F0) != 0x8080E0)
		return 0;
	c &= 0x200F; /* the bits that tell an overlong form and a surrogate */
	return c != 0 && c != 0x200D ? 3 : 0;
}

/* The same as utf8_decode, without a call for most of what is three bytes long, as Hangul is. */
static inline uint32_t
utf8_point(const char *p, size_t n, size_t *len)
{
	const unsigned char *b = (const unsigned char *)p;

	if (!utf8_three(p, n))
		return utf8_decode(p, n, len);
	*len = 3;
	return (b[0] & 0xfu) << 12 | (b[1] & 0x3fu) << 6 | (b[2] & 0x3fu);
}

/* Bytes at the end of s that begin a code point whose rest may still come (0 to 3). */
size_t utf8_cut(struct str s);

/* Length of the well-formed prefix; s.n if all is well-formed. SSE2 where there is. */
size_t utf8_valid(struct str s);

/* Length of the pure ASCII prefix. */
size_t utf8_ascii(struct str s);

/* Number of code points in well-formed text. */
size_t utf8_count(struct str s);

/* Byte offset of code point number `index` in well-formed text; s.n if there are fewer. */
size_t utf8_offset(struct str s, size_t index);

/* Writes c as UTF-8 to p (room for 4); returns its length. */
size_t utf8_encode(char *p, uint32_t c);

/* The code point that ends before offset `at` (> 0) of well-formed text; stores its length. */
uint32_t utf8_before(const char *p, size_t at, size_t *len);

/* Letters and numbers of any script, and combining marks: what words are made of. */
bool utf8_is_word(uint32_t c);

/* Hangul syllables and jamo. */
bool utf8_is_hangul(uint32_t c);

/* Ideographs of the block that Korean takes its Hanja from (NFC has no others of them). */
static inline bool
utf8_is_hanja(uint32_t c)
{
	return c >= 0x4E00 && c <= 0x9FFF;
}

/* Letters that Korean is written in: Southern headlines set 美, 北 and 李 among Hangul. */
static inline bool
utf8_is_korean(uint32_t c)
{
	return utf8_is_hangul(c) || utf8_is_hanja(c);
}

/* The final consonant of a Hangul syllable by its number in the Unicode Standard, 3.12; 0 if it has none or is no syllable. */
enum { UTF8_FINAL_N = 4, UTF8_FINAL_SS = 20 };
unsigned utf8_final(uint32_t c);

#endif
