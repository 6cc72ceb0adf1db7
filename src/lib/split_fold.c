#include "split_fold.h"
#include "split_words.h"
#include "sse.h"

/* A sign of more than one byte out of the list: its length, or 0. */
static size_t
sign_at(struct str s, bool at_end)
{
	const struct words signs = WORDS(
	    "›", "»", "•", "·", "▶", "►", "◆", "■", "□", "○", "●", "ㆍ", "…", "→", "▲", "▼", "※", "《", "》", "◇", "★", "☞", "↑", "«");

	return at_end ? words_end(s, signs) : words_start(s, signs);
}

/* All signs begin like this; Hangul does not. */
static bool
leads(char c)
{
	return c == '\xC2' || c == '\xE2' || c == '\xE3';
}

/* Bullets, arrows, colons and dots that decorate a line. Length of the one at the start (or end) of s, 0 if there is none. */
static size_t
ornament(struct str s, bool at_end)
{
	char c = at_end ? str_last(s) : s.p[0];

	if (c == ' ' || c == ':' || c == '>' || c == '|' || c == '*' || (at_end && (c == '.' || c == '!')))
		return 1;
	if (!(c & 0x80))
		return 0;
	if (at_end ? (s.n >= 3 && leads(s.p[s.n - 3])) || (s.n >= 2 && leads(s.p[s.n - 2])) : leads(c))
		return sign_at(s, at_end);
	return 0;
}

#ifdef __SSE2__
/* 16 bytes that only go down to lower case: no digit, tab or hard blank, nor two blanks in a row; *blank: one ended the bytes before. */
static inline bool
fold_block(__m128i c, char *to, unsigned *blank)
{
	__m128i digit = sse_between(c, '0', '9'), upper = sse_between(c, 'A', 'Z');
	__m128i other = _mm_or_si128(_mm_cmpeq_epi8(c, _mm_set1_epi8('\t')), _mm_cmpeq_epi8(c, _mm_set1_epi8('\xC2')));
	unsigned blanks = sse_mask(_mm_cmpeq_epi8(c, _mm_set1_epi8(' ')));

	if (sse_mask(_mm_or_si128(digit, other)) || (blanks & (blanks << 1 | *blank)))
		return false;
	*blank = blanks >> 15;
	_mm_storeu_si128((__m128i *)(void *)to, _mm_or_si128(c, _mm_and_si128(upper, _mm_set1_epi8(0x20))));
	return true;
}

/* As many bytes as go down in blocks; their number. Behind them up to 15 bytes more of `out` are written. */
static size_t
fold_blocks(struct str s, char *out, size_t room)
{
	unsigned blank = 0;
	size_t i = 0;

	while (i < s.n && i + 16 <= room && fold_block(sse_most(s.p + i, s.n - i), out + i, &blank))
		i += 16;
	return smaller(i, s.n);
}
#endif

size_t
fold_line(struct str s, char *out, size_t room)
{
	size_t i = 0, n = 0, drop;

	while (s.n && (drop = ornament(s, false)) > 0)
		s = str_from(s, drop);
	while (s.n && (drop = ornament(s, true)) > 0)
		s.n -= drop;
#ifdef __SSE2__
	i = n = fold_blocks(s, out, room);
#endif
	for (; i < s.n; i++) {
		char c = s.p[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		else if ((unsigned char)c <= '9' || c == '\xC2') {
			if (c == '\t' || (c == '\xC2' && i + 1 < s.n && s.p[i + 1] == '\xA0')) {
				i += c != '\t';
				c = ' ';
			} else if (c >= '0' && c <= '9') {
				c = '0';
			}
			if ((c == ' ' || c == '0') && n && out[n - 1] == c)
				continue;
		}
		if (n == room)
			return 0;
		out[n++] = c;
	}
	return n;
}
