/* One character at a time: what must not be in text, what is a space, what is a line end. */
#include "ascii.h"
#include "fix.h"
#include "walk.h"

/* What Windows-1252 has at 0x80-0x9F; controls of ISO 6429 in text are nearly always these (the WHATWG standard reads &#146; so). */
static const uint16_t c1[32] = { 0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
	0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
	0x0178 };

static bool
is_space(uint32_t c)
{
	return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

static bool
is_line_end(uint32_t c)
{
	return c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Invisible: soft hyphen, zero-width space, word joiner, marks of direction, byte order mark inside the text. */
static bool
is_invisible(uint32_t c)
{
	return c == 0xAD || c == 0x061C || c == 0x180E || c == 0x200B || c == 0x200E || c == 0x200F
	    || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF
	    || (c >= 0xFFF9 && c <= 0xFFFB);
}

/* ESC [ 1 ; 31 m and its like (ECMA-48): length of the sequence at p. */
static size_t
escape(const char *p, size_t n)
{
	size_t i = 2;

	if (n < 2)
		return n;
	if (p[1] == '[') {
		while (i < n && p[i] >= 0x20 && p[i] <= 0x3F)
			i++;
		return i < n && p[i] >= 0x40 && p[i] <= 0x7E ? i + 1 : i;
	}
	if (p[1] == ']') {
		while (i < n && (unsigned char)p[i] >= 0x20)
			i++;
		return i < n && p[i] == '\a' ? i + 1 : i;
	}
	return p[1] >= 0x40 && p[1] <= 0x5F ? 2 : 1;
}

/* Joiners belong to Arabic, Indic scripts and emoji; between Latin or Hangul letters they are left-overs. */
static bool
joiner_is_lost(struct str s, size_t at)
{
	size_t len;
	uint32_t before = at ? utf8_before(s.p, at, &len) : 0;

	return before < 0x590 || (before >= 0x1E00 && before < 0x1F00) || utf8_is_hangul(before) || is_space(before)
	    || (before & ~1u) == 0x200C;
}

static void
control(struct fix *f, size_t at, size_t len, uint32_t c)
{
	char u[4];

	if (c >= 0x80 && c1[c - 0x80])
		fix_change(f, RULE_CONTROL, at, len, u, utf8_encode(u, c1[c - 0x80]));
	else
		fix_change(f, RULE_CONTROL, at, len, "", 0);
}

static bool
is_control(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
}

/* U+0085 is an ellipsis of Windows-1252 (`he said\x85 then`) where a word stands right before it and a space behind it. */
static bool
is_ellipsis(struct str s, size_t at)
{
	unsigned char before = at ? (unsigned char)s.p[at - 1] : 0;

	return (is_letter(before) || before >= 0x80) && at + 2 < s.n && s.p[at + 2] == ' ';
}

/* Handles the character at `at`; returns how many bytes it took. */
static size_t
one(struct fix *f, struct str s, size_t at)
{
	bool spaces = step_on(f->opt, STEP_SPACES), controls = step_on(f->opt, STEP_CONTROLS);
	size_t len;
	uint32_t c = utf8_decode(s.p + at, s.n - at, &len);

	if (is_line_end(c) && !(controls && c == 0x85 && is_ellipsis(s, at))) {
		size_t end = at + len;

		if (!spaces)
			return len;
		while (c == '\r' && end < s.n && s.p[end] == '\r')
			end++;
		if (c == '\r' && (end == s.n || s.p[end] == '\n'))
			fix_change(f, RULE_LINE_END, at, end - at, "", 0);
		else
			fix_change(f, RULE_LINE_END, at, len, "\n", 1);
		return c == '\r' && (end == s.n || s.p[end] == '\n') ? end - at : len;
	}
	if (controls && c == 0x1B) {
		len = escape(s.p + at, s.n - at);
		fix_change(f, RULE_CONTROL, at, len, "", 0);
	} else if (controls && is_control(c))
		control(f, at, len, c);
	else if (controls && (is_invisible(c) || ((c & ~1u) == 0x200C && joiner_is_lost(s, at))))
		fix_change(f, RULE_INVISIBLE, at, len, "", 0);
	else if (spaces && is_space(c))
		fix_change(f, RULE_SPACE, at, len, " ", 1);
	return len;
}

/* Dashes, curly quotes, ellipsis by their third byte. */
static bool
plain(char third)
{
	unsigned char c = (unsigned char)third;

	return c >= 0x90 && c <= 0xA6;
}

bool
chars_step(struct fix *f)
{
	struct str s = fix_text(f);
	size_t i = 0;

	while (i < s.n) {
		unsigned char c = (unsigned char)s.p[i];

		if (c >= 0x20 && c < 0x7F)
			i++;
		else if (walk_is_hangul(s.p + i) || (c == 0xE2 && (unsigned char)s.p[i + 1] == 0x80 && plain(s.p[i + 2])))
			i += 3;
		else
			i += one(f, s, i);
	}
	return fix_end(f);
}
