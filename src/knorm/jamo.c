/* --jamo: compatibility jamo that spell a syllable (ㅎㅏㄴ) become it; others (ㅋㅋㅋ) stay. */
#include "fix.h"
#include "utf8.h"

#define COUNT 30u /* consonants U+3131-314E */
#define NONE 0xFF

/* Of each consonant from U+3131 on: its number as an initial and as a final of a syllable (Unicode 15, 3.12). */
static const unsigned char initial[COUNT] = { 0, 1, NONE, 2, NONE, NONE, 3, 4, 5, NONE, NONE, NONE, NONE, NONE, NONE, NONE, 6, 7, 8,
	NONE, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 };
static const unsigned char final[COUNT] = { 1, 2, 3, 4, 5, 6, 7, NONE, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, NONE, 18, 19, 20, 21, 22,
	NONE, 23, 24, 25, 26, 27 };

/* Compatibility jamo number k from offset i: consonants 0-29, vowels 30-50; NONE if it is something else. */
static unsigned
jamo(struct str s, size_t i)
{
	size_t len;
	uint32_t c = i < s.n ? utf8_decode(s.p + i, s.n - i, &len) : 0;

	return c >= 0x3131 && c <= 0x3163 ? c - 0x3131 : NONE;
}

static bool
is_vowel(unsigned k)
{
	return k >= COUNT && k != NONE;
}

bool
jamo_step(struct fix *f)
{
	struct str s = fix_text(f);

	for (size_t i = 0; (i += utf8_ascii(str_from(s, i))) < s.n;) {
		unsigned first = jamo(s, i), vowel = jamo(s, i + 3), last = jamo(s, i + 6);
		uint32_t c;
		size_t len;
		char u[4];

		utf8_decode(s.p + i, s.n - i, &len);
		if (first >= COUNT || initial[first] == NONE || !is_vowel(vowel)) {
			i += len;
			continue;
		}
		len = 6;
		c = 0xAC00 + (initial[first] * 21u + vowel - COUNT) * 28u;
		if (last < COUNT && final[last] != NONE && !is_vowel(jamo(s, i + 9))) {
			c += final[last];
			len = 9;
		}
		fix_change(f, RULE_WIDTH, i, len, u, utf8_encode(u, c));
		i += len;
	}
	return fix_end(f);
}
