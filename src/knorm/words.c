/* Letters and hyphens of Latin words that are other characters in disguise: Vostochny Сosmodrome (Cyrillic С), Hwasong‑20
 * (U+2011), ２０２３ (full width), eﬀort (a ligature). */
#include "ascii.h"
#include "fix.h"
#include "walk.h"

#include <utf8proc.h>

/* Cyrillic and Greek letters that look like Latin ones, sorted. */
static const struct {
	uint16_t c;
	char latin;
} lookalikes[] = { { 0x391, 'A' }, { 0x392, 'B' }, { 0x395, 'E' }, { 0x396, 'Z' }, { 0x397, 'H' }, { 0x399, 'I' }, { 0x39A, 'K' },
	{ 0x39C, 'M' }, { 0x39D, 'N' }, { 0x39F, 'O' }, { 0x3A1, 'P' }, { 0x3A4, 'T' }, { 0x3A5, 'Y' }, { 0x3A7, 'X' },
	{ 0x3BF, 'o' }, { 0x405, 'S' }, { 0x406, 'I' }, { 0x408, 'J' }, { 0x410, 'A' }, { 0x412, 'B' }, { 0x415, 'E' },
	{ 0x41A, 'K' }, { 0x41C, 'M' }, { 0x41D, 'H' }, { 0x41E, 'O' }, { 0x420, 'P' }, { 0x421, 'C' }, { 0x422, 'T' },
	{ 0x423, 'Y' }, { 0x425, 'X' }, { 0x430, 'a' }, { 0x435, 'e' }, { 0x43E, 'o' }, { 0x440, 'p' }, { 0x441, 'c' },
	{ 0x443, 'y' }, { 0x445, 'x' }, { 0x455, 's' }, { 0x456, 'i' }, { 0x458, 'j' }, { 0x4BB, 'h' }, { 0x501, 'd' },
	{ 0x51B, 'q' }, { 0x51D, 'w' } };

static char
lookalike(uint32_t c)
{
	for (size_t i = 0; i < sizeof lookalikes / sizeof *lookalikes; i++)
		if (lookalikes[i].c == c)
			return lookalikes[i].latin;
	return 0;
}

static bool
is_latin(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7);
}

static bool
is_foreign(uint32_t c)
{
	return c >= 0x370 && c < 0x530;
}

/* The word round `at`, hyphens and digits included. */
static struct str
word_at(struct str s, size_t at)
{
	size_t from = at, to = at, len;

	while (from) {
		uint32_t c = utf8_before(s.p, from, &len);

		if (!is_latin(c) && !is_digit(c) && !is_foreign(c) && c != '-')
			break;
		from -= len;
	}
	while (to < s.n) {
		uint32_t c = utf8_decode(s.p + to, s.n - to, &len);

		if (!is_latin(c) && !is_digit(c) && !is_foreign(c) && c != '-')
			break;
		to += len;
	}
	return str_of(s.p + from, to - from);
}

/* Latin letters are in the majority, and all others look like Latin ones. КN-23 counts: one against one. */
static bool
is_disguised(struct str word)
{
	size_t latin = 0, other = 0, len;

	for (size_t i = 0; i < word.n; i += len) {
		uint32_t c = utf8_decode(word.p + i, word.n - i, &len);

		latin += is_latin(c);
		if (!is_foreign(c))
			continue;
		if (!lookalike(c))
			return false;
		other++;
	}
	return latin && latin >= other;
}

/* The rest of the word from `at` on; returns where it ends. */
static size_t
undisguise(struct fix *f, struct str s, size_t at)
{
	struct str word = word_at(s, at);
	size_t end = (size_t)(word.p + word.n - s.p), len;

	if (!is_disguised(word))
		return end;
	for (size_t i = at; i < end; i += len) {
		char latin = lookalike(utf8_decode(s.p + i, s.n - i, &len));

		if (latin)
			fix_change(f, RULE_LOOKALIKE, i, len, &latin, 1);
	}
	return end;
}

/* U+2010 and U+2011 are hyphens wherever they stand; figure dash, small and full-width hyphen and minus only inside a word. */
static bool
hyphen(struct fix *f, struct str s, size_t at, size_t len, uint32_t c)
{
	size_t l;
	uint32_t before = at ? utf8_before(s.p, at, &l) : 0;
	uint32_t after = at + len < s.n ? utf8_decode(s.p + at + len, s.n - at - len, &l) : 0;
	bool always = c == 0x2010 || c == 0x2011, inside = c == 0x2012 || c == 0xFE63 || c == 0xFF0D || c == 0x2212;

	if (!always && !(inside && is_latin(before) && (is_latin(after) || is_digit(after))))
		return false;
	fix_change(f, RULE_HYPHEN, at, len, "-", 1);
	return true;
}

/* Full-width letters and digits belong to Chinese and Japanese setting; in a line of Latin words they are damage. */
static bool
is_latin_line(struct str s)
{
	size_t latin = 0, len;

	for (size_t i = 0; i < s.n; i += len) {
		uint32_t c = utf8_decode(s.p + i, s.n - i, &len);

		if ((c >= 0x3040 && c <= 0x30FF) || (c >= 0x4E00 && c <= 0x9FFF))
			return false;
		latin += c < 0x80 && is_latin(c);
	}
	return latin > 0;
}

static bool
is_wide(uint32_t c)
{
	return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

/* --width: what NFKC makes of full and half width forms. */
static void
narrow(struct fix *f, size_t at, size_t len, uint32_t c)
{
	utf8proc_int32_t to[8];
	int class = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, to, 8, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &class);
	char u[4];

	if (n == 1 && (uint32_t)to[0] != c)
		fix_change(f, RULE_WIDTH, at, len, u, utf8_encode(u, (uint32_t)to[0]));
}

/* What PDF makes of "ff", "fi" ...: U+FB00 to U+FB06. */
static void
ligature(struct fix *f, size_t at, size_t len, uint32_t c)
{
	static const char *const letters[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
	const char *to = letters[c - 0xFB00];

	fix_change(f, RULE_LOOKALIKE, at, len, to, strlen(to));
}

bool
words_step(struct fix *f)
{
	struct str s = fix_text(f);
	int latin_line = -1;

	for (size_t i = 0, len; (i = walk_foreign(s, i)) < s.n; i += len) {
		uint32_t c;

		if (walk_is_hangul(s.p + i)) {
			len = 3;
			continue;
		}
		c = utf8_decode(s.p + i, s.n - i, &len);
		if (is_foreign(c) && lookalike(c)) {
			len = undisguise(f, s, i) - i;
		} else if (c >= 0xFB00 && c <= 0xFB06) {
			ligature(f, i, len, c);
		} else if (hyphen(f, s, i, len, c)) {
			continue;
		} else if (is_wide(c)) {
			if (latin_line < 0)
				latin_line = is_latin_line(s);
			if (latin_line || f->opt->width)
				narrow(f, i, len, c);
		} else if (f->opt->width && c >= 0xFF01 && c <= 0xFFE6)
			narrow(f, i, len, c);
	}
	return fix_end(f);
}
