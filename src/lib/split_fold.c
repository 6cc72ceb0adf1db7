#include "split_fold.h"
#include "split_words.h"

/* A sign of more than one byte out of the list: its length, or 0. */
static size_t
sign_at(struct str s, bool at_end)
{
	const struct words signs = WORDS("›", "»", "•", "·", "▶", "►", "◆", "■", "□", "○", "●", "ㆍ", "…", "→", "▲", "▼", "※", "《", "》", "◇", "★", "☞", "↑", "«");

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
	char c = at_end ? s.p[s.n - 1] : s.p[0];

	if (c == ' ' || c == ':' || c == '>' || c == '|' || c == '*' || (at_end && (c == '.' || c == '!')))
		return 1;
	if (!(c & 0x80))
		return 0;
	if (at_end ? (s.n >= 3 && leads(s.p[s.n - 3])) || (s.n >= 2 && leads(s.p[s.n - 2])) : leads(c))
		return sign_at(s, at_end);
	return 0;
}

size_t
fold_line(struct str s, char *out, size_t room)
{
	size_t n = 0, drop;

	while (s.n && (drop = ornament(s, false)) > 0)
		s = str_from(s, drop);
	while (s.n && (drop = ornament(s, true)) > 0)
		s.n -= drop;
	for (size_t i = 0; i < s.n; i++) {
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
