#include "gaz_fold.h"
#include "ascii.h"
#include "utf8.h"

/* Base letters of U+00C0 to U+017F; '.' is no letter. */
static const char latin[] = "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
			    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
			    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static bool
is_apostrophe(uint32_t c)
{
	return c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xB4 || c == 0x2BB || c == 0x2032;
}

static void
keep(struct fold_letter *l, const char *p)
{
	memcpy(l->byte, p, l->len);
	l->n = l->len;
}

static void
fold_latin(struct fold_letter *l, uint32_t c)
{
	char base = latin[c - 0xC0];

	/* In Latin Extended-A capitals and small letters alternate; which of the two is even changes at the gaps of the
	 * block. */
	l->upper = c < 0xE0 || (c >= 0x100 && (c >= 0x139 && c <= 0x148 ? c & 1 : c >= 0x179 ? c & 1 : !(c & 1)));
	if (base == '.')
		return;
	l->byte[0] = (unsigned char)base;
	l->n = 1;
}

/* Cyrillic and Greek capitals become small ones; other scripts have no case that matters here. */
static void
fold_other(struct fold_letter *l, const char *p, uint32_t c)
{
	char small[4];

	l->upper = (c >= 0x410 && c <= 0x42F) || (c >= 0x400 && c <= 0x40F) || (c >= 0x391 && c <= 0x3A9);
	if (!l->upper) {
		keep(l, p);
		return;
	}
	l->n = (unsigned char)utf8_encode(small, c + (c >= 0x400 && c <= 0x40F ? 80 : 32));
	memcpy(l->byte, small, l->n);
}

static struct fold_letter
fold_ascii(unsigned char c)
{
	struct fold_letter l = { .len = 1, .n = 1, .byte = { c } };

	if (is_capital(c)) {
		l.byte[0] = c | 0x20;
		l.upper = true;
	} else if (is_digit(c)) {
		l.digit = true;
	} else if (c == '`') {
		l.byte[0] = '\'';
	} else if (!is_small(c) && c != '\'' && c != ',' && c != '&' && c != '/' && c != '+') {
		l.n = 0;
		l.space = c == ' ' || c == '-';
	}
	return l;
}

/* An ASCII letter or digit: folding only makes it small, which leaves a digit as it is. */
static inline bool
is_simple(char c)
{
	return is_digit(c) || is_letter(c);
}

/* Most of Hangul, U+B000 to U+CFFF: a letter as it stands. */
static inline bool
is_hangul(const char *p, size_t n)
{
	return ((unsigned char)p[0] == 0xEB || (unsigned char)p[0] == 0xEC) && n >= 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80;
}

struct fold_letter
fold_letter(const char *p, size_t n)
{
	struct fold_letter l = { 0 };
	size_t len;
	uint32_t c;

	if ((unsigned char)*p < 0x80)
		return fold_ascii((unsigned char)*p);
	if (is_hangul(p, n)) {
		memcpy(l.byte, p, 3);
		l.n = l.len = 3;
		return l;
	}
	c = utf8_point(p, n, &len);
	l.len = (unsigned char)len;
	if (c == UTF8_BAD)
		return l;
	if (is_apostrophe(c)) {
		l.byte[0] = '\'';
		l.n = 1;
	} else if (c >= 0xC0 && c <= 0x17F) {
		fold_latin(&l, c);
	} else if (c != 0x318D && utf8_is_word(c)) { /* ㆍ is a dot: 9ㆍ19 */
		/* Combining marks vanish like the diacritics of composed letters. */
		if (c < 0x300 || c > 0x36F)
			fold_other(&l, p, c);
	} else {
		l.space = c == 0xA0 || (c >= 0x2000 && c <= 0x2015) || c == 0x2212 || c == 0x3000;
	}
	return l;
}

struct fold
fold_word(struct str s)
{
	struct fold f = { 0, 1 };

	for (size_t i = 0; i < s.n;) {
		if (is_simple(s.p[i])) {
			f.sum = fold_byte(f.sum, (unsigned char)s.p[i++] | 0x20);
			f.power *= FOLD_BASE;
			continue;
		}
		struct fold_letter l = fold_letter(s.p + i, s.n - i);

		/* "1,022" and "9.19" are single tokens: marks between digits do not count */
		for (unsigned k = 0; k < l.n && s.p[i] != ','; k++) {
			f.sum = fold_byte(f.sum, l.byte[k]);
			f.power *= FOLD_BASE;
		}
		i += l.len;
	}
	return f;
}

bool
fold_plural(struct str s)
{
	bool plural = false;

	if (s.n && is_simple(str_last(s)))
		return (str_last(s) | 0x20) == 's';
	for (size_t i = 0; i < s.n;) {
		struct fold_letter l = fold_letter(s.p + i, s.n - i);

		if (l.n)
			plural = (s.p[i] | 0x20) == 's';
		i += l.len;
	}
	return plural;
}

uint64_t
fold_hash(struct str s)
{
	uint64_t h = FOLD_START;

	for (size_t i = 0; i < s.n;) {
		if (is_simple(s.p[i])) {
			h = fold_byte(h, (unsigned char)s.p[i++] | 0x20);
			continue;
		}
		struct fold_letter l = fold_letter(s.p + i, s.n - i);

		for (unsigned k = 0; k < l.n && !fold_groups(s, i); k++)
			h = fold_byte(h, l.byte[k]);
		i += l.len;
	}
	return fold_mix(h);
}
