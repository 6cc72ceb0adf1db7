#include "encoding.h"
#include "ascii.h"
#include "utf8.h"

static uint32_t
unit16(const char *p, bool big)
{
	unsigned char a = (unsigned char)p[0], b = (unsigned char)p[1];

	return big ? (uint32_t)a << 8 | b : (uint32_t)b << 8 | a;
}

static uint32_t
unit32(const char *p, bool big)
{
	return big ? unit16(p, true) << 16 | unit16(p + 2, true) : unit16(p + 2, false) << 16 | unit16(p, false);
}

/* What news text in UTF-16 is made of; pairs of bytes of other files fall elsewhere half of the time. */
static bool
is_texty(uint32_t u)
{
	return u == '\n' || u == '\r' || u == '\t' || (u >= 0x20 && u < 0x7F) || (u >= 0xA0 && u < 0x250)
	    || (u >= 0x2010 && u <= 0x2026) || (u >= 0x3000 && u <= 0x303F) || (u >= 0xAC00 && u <= 0xD7A3)
	    || (u >= 0x4E00 && u <= 0x9FFF);
}

/* How many units are texty, if it looks like UTF-16 without byte order mark: nine units of ten are, there are spaces or line ends, and
 * no unit is NUL; 0 if it does not. */
static size_t
looks_utf16(struct str s, bool big)
{
	size_t texty = 0, ascii = 0, n = s.n / 2;

	for (size_t i = 0; i < n; i++) {
		uint32_t u = unit16(s.p + 2 * i, big);

		if (u == 0)
			return 0;
		texty += is_texty(u);
		ascii += u == ' ' || u == '\n' || (u >= 'a' && u <= 'z');
	}
	return n >= 4 && texty * 10 >= n * 9 && ascii * 20 >= n ? texty : 0;
}

static bool
looks_utf32(struct str s, bool big)
{
	for (size_t i = 0; i + 4 <= s.n; i += 4)
		if (!is_texty(unit32(s.p + i, big)))
			return false;
	return s.n >= 8;
}

static enum unit
by_mark(struct str s, size_t *bom)
{
	*bom = 4;
	if (str_starts(s, STR("\xFF\xFE\0\0")))
		return UNIT_UTF32LE;
	if (str_starts(s, STR("\0\0\xFE\xFF")))
		return UNIT_UTF32BE;
	*bom = 3;
	if (str_starts(s, STR("\xEF\xBB\xBF")))
		return UNIT_BYTE;
	*bom = 2;
	if (str_starts(s, STR("\xFF\xFE")))
		return UNIT_UTF16LE;
	if (str_starts(s, STR("\xFE\xFF")))
		return UNIT_UTF16BE;
	*bom = 0;
	return UNIT_UNKNOWN;
}

enum unit
unit_find(struct str start, bool end, size_t *bom)
{
	struct str s = str_head(start, SNIFF);
	const char *lf = s.n ? memchr(s.p, '\n', s.n) : NULL;
	size_t line = lf ? (size_t)(lf - s.p) : s.n, valid = utf8_valid(str_of(s.p, line));
	enum unit unit;

	*bom = 0;
	if (s.n < 4 && !end && (s.n == 0 || strchr("\xEF\xFE\xFF", s.p[0])))
		return UNIT_UNKNOWN;
	unit = by_mark(s, bom);
	if (unit != UNIT_UNKNOWN)
		return unit;
	if (lf && valid == line && !memchr(s.p, 0, smaller(line + 2, s.n))) /* 0A 00 ends a line of UTF-16 */
		return UNIT_BYTE;
	if (s.n < SNIFF && !end)
		return UNIT_UNKNOWN;
	if (utf8_valid(s) + utf8_cut(s) == s.n && !memchr(s.p, 0, s.n))
		return UNIT_BYTE;
	if (looks_utf32(s, false))
		return UNIT_UTF32LE;
	if (looks_utf32(s, true))
		return UNIT_UTF32BE;
	if (looks_utf16(s, false))
		return UNIT_UTF16LE;
	return looks_utf16(s, true) ? UNIT_UTF16BE : UNIT_BYTE;
}

static void
put(struct buf *to, uint32_t c, unsigned long long *bad)
{
	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
		c = 0xFFFD;
		++*bad;
	}
	to->n += utf8_encode(buf_reserve(to, 4), c);
}

/* Are all bytes ASCII or in pairs of EUC-KR, of which the last may be cut? */
static bool
is_euc_kr(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] & 0x80 && ((unsigned char)s.p[i] < 0xA1 || (++i < s.n && (unsigned char)s.p[i] < 0xA1)))
			return false;
	return true;
}

bool
unit_ended(struct str bytes, bool end)
{
	struct str s = str_head(bytes, NARROW);

	return s.n >= (end ? NARROW / 4 : NARROW) && !memchr(s.p, 0, s.n)
	    && (utf8_valid(s) + utf8_cut(s) == s.n || is_euc_kr(s));
}

size_t
unit_decode(enum unit unit, struct str s, bool end, struct buf *to, unsigned long long *bad)
{
	bool wide = unit == UNIT_UTF32LE || unit == UNIT_UTF32BE, big = unit == UNIT_UTF16BE || unit == UNIT_UTF32BE;
	size_t i = 0, size = wide ? 4 : 2;

	while (i + size <= s.n && (end || i + NARROW <= s.n) && !unit_ended(str_from(s, i), end)) {
		uint32_t c = wide ? unit32(s.p + i, big) : unit16(s.p + i, big), low;

		if (!wide && c >= 0xD800 && c < 0xDC00) {
			if (i + 4 > s.n && !end)
				break;
			low = i + 4 <= s.n ? unit16(s.p + i + 2, big) : 0;
			if (low >= 0xDC00 && low < 0xE000) {
				c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
				i += 2;
			}
		}
		put(to, c, bad);
		i += size;
	}
	if (end && i < s.n && i + size > s.n) {
		put(to, UINT32_MAX, bad);
		i = s.n;
	}
	return i;
}

/* What speaks for CP949 in a line that is no UTF-8. */
struct korean {
	size_t strong; /* Hangul and signs of KS X 1001 */
	size_t weak;   /* pairs of the extension, where quotes of Windows-1252 before a letter fall too */
	size_t hanja, broken;
};

static struct korean
weigh_korean(struct fix *f, struct str s)
{
	struct korean k = { 0 };

	for (size_t i = 0; i < s.n; i++) {
		unsigned char a = (unsigned char)s.p[i], b;

		if (a < 0x80)
			continue;
		b = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
		if (a == 0x80 || a == 0xFF || !legacy_twin(f->legacy, TWIN_CP949, a, b)) {
			k.broken += i + 1 < s.n; /* the last byte may be half of a pair */
			continue;
		}
		if (b < 0xA1 || a < 0xA1)
			k.weak++;
		else if (a <= 0xC8)
			k.strong++;
		else
			k.hanja++;
		i++;
	}
	return k;
}

/* What speaks for UTF-8: whole sequences against ill-formed ones. */
struct shape {
	size_t two, more, bad;
};

static struct shape
weigh_utf8(struct str s)
{
	struct shape shape = { 0 };
	size_t len;

	for (size_t i = 0; (i += utf8_ascii(str_from(s, i))) < s.n; i += len) {
		if (utf8_decode(s.p + i, s.n - i, &len) == UTF8_BAD)
			shape.bad++;
		else if (len == 2)
			shape.two++;
		else
			shape.more++;
	}
	return shape;
}

static bool
is_korean(struct fix *f, struct str s, const struct encoding *e, const struct shape *u)
{
	struct korean k;

	if (u->more > u->bad)
		return false;
	k = weigh_korean(f, s);
	if (e->cp949 > e->cp1252)
		return k.broken * 4 <= k.strong + k.weak + k.hanja;
	return k.strong > k.weak && k.broken * 8 <= k.strong + k.hanja && k.strong * 2 >= k.hanja;
}

static void
from_korean(struct fix *f)
{
	struct str s = fix_text(f);

	for (size_t i = 0; i < s.n; i++) {
		unsigned char a = (unsigned char)s.p[i];
		uint32_t c = a < 0x80 || i + 1 == s.n ? 0 : legacy_twin(f->legacy, TWIN_CP949, a, (unsigned char)s.p[i + 1]);
		char u[4];

		if (a < 0x80)
			continue;
		if (c) {
			fix_change(f, RULE_ENCODING, i, 2, u, utf8_encode(u, c));
			i++;
		} else
			fix_change(f, RULE_INVALID, i, 1, "\xEF\xBF\xBD", 3);
	}
	fix_end(f);
}

static bool
is_gap(int c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == 0;
}

/* Is the byte what Windows-1252 says, going by its neighbours? `before` and `after` are 0 at the ends of the line. */
static bool
fits_cp1252(unsigned char b, int before, int after)
{
	bool word_before = is_letter(before) || is_digit(before), word_after = is_letter(after) || is_digit(after);

	if (before == ' ' && after == ' ') /* 3 hours ago · Seoul, 2025 – 26: no half of a pair and no rest of UTF-8 stands so */
		return true;
	switch (b) {
	case 0x91:
	case 0x93:
		return word_after && (is_gap(before) || strchr("(['\"-", before)) && (before || after);
	case 0x92:
		return is_letter(before) && (is_letter(after) || is_gap(after) || strchr(",.;:!?)\"", after));
	case 0x94:
		return (word_before || (before && strchr(",.!?;)'", before))) && !word_after;
	case 0x85:
		return word_before || (before == ' ' && is_gap(after));
	case 0x96:
	case 0x97:
		return word_before && word_after;
	case 0x80:
	case 0xA3:
	case 0xA5:
		return (is_gap(before) || before == '(') && is_digit(after);
	case 0x95:
		return is_gap(before) && after == ' ';
	case 0x99:
	case 0xAE:
	case 0xB0:
	case 0xBD:
		return word_before && !is_letter(after);
	case 0xA9:
		return is_gap(before) && after == ' ';
	case 0xA0:
		return before && after && (word_before || word_after);
	default:
		return b >= 0xC0 && (is_letter(before) || is_letter(after));
	}
}

/* CESU-8: a character beyond U+FFFF as two surrogates of three bytes each (Unicode technical report 26). 0 if there is none. */
static uint32_t
surrogates(struct str s, size_t i)
{
	const unsigned char *u = (const unsigned char *)s.p + i;

	if (s.n - i < 6 || u[0] != 0xED || (u[1] & 0xF0) != 0xA0 || (u[2] & 0xC0) != 0x80 || u[3] != 0xED || (u[4] & 0xF0) != 0xB0
	    || (u[5] & 0xC0) != 0x80)
		return 0;
	return 0x10000 + ((uint32_t)(u[1] & 0x0F) << 16 | (uint32_t)(u[2] & 0x3F) << 10 | (uint32_t)(u[4] & 0x0F) << 6 | (u[5] & 0x3F));
}

/* Bytes that are no UTF-8: those that can only be Windows-1252 become it, the others U+FFFD. In a file, or a line, of Windows-1252
 * all of them are it. */
static void
from_bytes(struct fix *f, struct encoding *e, const struct shape *u, bool guess)
{
	struct str s = fix_text(f);
	size_t len, fit = 0;
	bool all;

	for (size_t i = 0; guess && (i += utf8_valid(str_from(s, i))) < s.n; i += len) {
		utf8_decode(s.p + i, s.n - i, &len);
		fit += fits_cp1252((unsigned char)s.p[i], i ? s.p[i - 1] : 0, i + 1 < s.n ? s.p[i + 1] : 0);
	}
	all = guess && u->more + u->two == 0 && ((fit && fit * 2 >= u->bad) || e->cp1252 > e->utf8);
	for (size_t i = 0; (i += utf8_valid(str_from(s, i))) < s.n; i += len) {
		unsigned char b = (unsigned char)s.p[i];
		uint32_t c = legacy_single(f->legacy, SINGLE_CP1252, b);
		char to[4];

		utf8_decode(s.p + i, s.n - i, &len);
		if (guess && surrogates(s, i)) {
			fix_change(f, RULE_ENCODING, i, 6, to, utf8_encode(to, surrogates(s, i)));
			len = 6;
		} else if (c >= 0xA0 && guess && (all || fits_cp1252(b, i ? s.p[i - 1] : 0, i + 1 < s.n ? s.p[i + 1] : 0))) {
			len = 1;
			fix_change(f, RULE_ENCODING, i, 1, to, utf8_encode(to, c));
		} else
			fix_change(f, RULE_INVALID, i, len, "\xEF\xBF\xBD", 3);
	}
	e->cp1252 += fit > 0;
	fix_end(f);
}

/* A line of a page in UTF-16 among others in UTF-8, as cat glues them. A line end is 0A 00 or 00 0A, so the line begins with the end
 * of the one before it, or ends with the begin of its own; its page may begin behind a byte order mark. */
static void
from_wide(struct fix *f)
{
	struct str s = fix_text(f), little, big;
	size_t mark, from, used;
	unsigned long long bad = 0;
	bool is_big;

	if (s.n < 8 || !memchr(s.p, 0, s.n))
		return;
	mark = str_find(s, STR("\xFF\xFE"), 0);
	mark = mark < s.n ? mark : str_find(s, STR("\xFE\xFF"), 0);
	from = mark < s.n ? mark : 0;
	little = big = str_from(s, mark < s.n ? mark + 2 : 0);
	if (little.n % 2) {
		little = str_from(little, *little.p == 0);
		big.n -= big.p[big.n - 1] == 0;
	}
	is_big = looks_utf16(big, true) > looks_utf16(little, false);
	if (is_big)
		little = big;
	if (little.n % 2 || !looks_utf16(little, is_big))
		return;
	f->scratch.n = 0;
	used = unit_decode(is_big ? UNIT_UTF16BE : UNIT_UTF16LE, little, true, &f->scratch, &bad);
	used = used == little.n ? s.n : (size_t)(little.p - s.p) + used;
	fix_change(f, RULE_ENCODING, from, used - from, f->scratch.p, f->scratch.n);
	fix_end(f);
}

void
encoding_line(struct fix *f, struct encoding *e)
{
	struct str s;
	struct shape u;

	if (f->opt->from == FROM_AUTO && step_on(f->opt, STEP_ENCODING))
		from_wide(f);
	s = fix_text(f);
	if (utf8_valid(s) == s.n && f->opt->from != FROM_CP949 && f->opt->from != FROM_CP1252) {
		e->utf8 += utf8_ascii(s) < s.n;
		return;
	}
	if (!f->legacy)
		f->legacy = legacy_open();
	u = weigh_utf8(s);
	if (f->opt->from == FROM_CP949 || (f->opt->from == FROM_AUTO && is_korean(f, s, e, &u))) {
		from_korean(f);
		e->cp949++;
	} else
		from_bytes(f, e, &u, f->opt->from != FROM_UTF8 && step_on(f->opt, STEP_ENCODING));
}
