/* Quotation marks. By default only what can be no quote as it stands is set right: Korea`s, Seoul´s, he said ”no, “the opposite“. */
#include "fix.h"
#include "walk.h"

static bool
is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250);
}

static bool
is_word(uint32_t c)
{
	return is_letter(c) || (c >= '0' && c <= '9');
}

static bool
opens(uint32_t before)
{
	return before == 0 || before == ' ' || before == '\n' || before == '(' || before == '[' || before == 0x2014 || before == 0x2013;
}

static bool
closes(uint32_t after)
{
	return after == 0 || after == ' ' || after == '\n' || (after < 0x80 && strchr(",.;:!?)]", (int)after)) || after == 0x2014;
}

static void
change(struct fix *f, size_t at, size_t len, uint32_t to)
{
	char u[4];

	fix_change(f, RULE_QUOTE, at, len, u, utf8_encode(u, to));
}

/* A backtick or acute accent: an apostrophe between letters; a pair of them is a pair of quotes. */
static void
accent(struct fix *f, size_t at, size_t len, uint32_t before, uint32_t after)
{
	if (before == '`' || after == '`' || before == 0xB4 || after == 0xB4)
		return;
	if ((is_letter(before) && (is_letter(after) || (before == 's' && closes(after)))) || (opens(before) && is_word(after))
	    || (before && !opens(before) && closes(after)))
		change(f, at, len, '\'');
}

/* What other quotes the line has; looked up once. */
struct marks {
	bool known, single_open, german;
};

static void
look_up(struct marks *m, struct str s)
{
	if (m->known)
		return;
	m->known = true;
	m->single_open = str_has(s, STR("\xE2\x80\x98"));
	m->german = str_has(s, STR("\xE2\x80\x9E")) || str_has(s, STR("\xE2\x80\x9A"));
}

/* ’90s and ’em are right as they stand; ’resolutely opposes’ is a quote: the next such mark comes behind some words. */
static bool
has_closer(struct str s, size_t from)
{
	size_t end = str_find(s, STR("\xE2\x80\x99"), from), len;

	if (end == s.n || end - from < 4)
		return false;
	return end + 3 == s.n || closes(utf8_decode(s.p + end + 3, s.n - end - 3, &len));
}

/* A curly quote that looks the wrong way. German „…“ closes with the English opening mark. */
static void
turn(struct fix *f, struct str s, size_t at, size_t len, uint32_t c, uint32_t before, uint32_t after, struct marks *m)
{
	bool closing = c == 0x201D || c == 0x2019, twice = c >= 0x201C;
	uint32_t other = c ^ 1;

	look_up(m, s);
	if (closing && opens(before) && is_letter(after)) {
		if (twice || (!m->single_open && has_closer(s, at + len)))
			change(f, at, len, other);
	} else if (!closing && !opens(before) && closes(after) && !m->german)
		change(f, at, len, other);
}

static void
straighten(struct fix *f, size_t at, size_t len, uint32_t c)
{
	if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B)
		change(f, at, len, '\'');
	else if (c >= 0x201C && c <= 0x201F)
		change(f, at, len, '"');
}

static void
curl(struct fix *f, size_t at, uint32_t c, uint32_t before)
{
	if (c == '"')
		change(f, at, 1, opens(before) || before == 0x2018 ? 0x201C : 0x201D);
	else if (c == '\'')
		change(f, at, 1, opens(before) || before == 0x201C ? 0x2018 : 0x2019);
}

/* --guess: what U+FFFD most likely was, going by the quote that is open and by its neighbours; 0 if nothing tells. */
static uint32_t
guess(uint32_t before, uint32_t after, bool quoted)
{
	if (before == ' ' && after == ' ')
		return 0x2014;
	if (!closes(after) || before == 0 || before == ' ')
		return 0;
	if (quoted && (is_word(before) || (before < 0x80 && strchr(",.!?", (int)before))))
		return 0x201D;
	return before == 's' ? 0x2019 : 0;
}

/* ``TeX'' quotes: pairs of two accents and two apostrophes. */
static void
tex(struct fix *f, struct str s)
{
	for (size_t i = 0, end; (i = str_find(s, STR("``"), i)) < s.n; i = end + 2) {
		end = str_find(s, STR("''"), i + 2);
		if (end == s.n)
			return;
		fix_change(f, RULE_QUOTE, i, 2, "\"", 1);
		fix_change(f, RULE_QUOTE, end, 2, "\"", 1);
	}
}

/* The next character that may be a quote, an accent or lost; with --quotes also the ASCII ones. */
static size_t
next_mark(struct str s, size_t i, bool ascii)
{
	while (i < s.n) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '`' || c == 0xE2 || c == 0xC2 || c == 0xEF || (ascii && (c == '"' || c == '\'')))
			return i;
		i++;
	}
	return i;
}

bool
quotes_step(struct fix *f)
{
	struct str s = fix_text(f);
	bool quoted = false, backtick = s.n && memchr(s.p, '`', s.n), curls = f->opt->quotes == QUOTES_CURLY;
	struct marks marks = { 0 };
	size_t len;

	if (backtick && step_on(f->opt, STEP_QUOTES)) {
		tex(f, s);
		if (fix_end(f))
			return true;
	}
	for (size_t i = 0; i < s.n; i += len) {
		uint32_t c, before, after, lost;
		size_t l;

		i = backtick || curls ? next_mark(s, i, curls) : walk_foreign(s, i);
		if (i == s.n)
			break;
		if ((s.p[i] & 0x80) && (unsigned char)s.p[i] != 0xE2 && (unsigned char)s.p[i] != 0xC2 && (unsigned char)s.p[i] != 0xEF) {
			len = walk_length(s.p[i]);
			continue;
		}
		c = utf8_decode(s.p + i, s.n - i, &len);
		before = i ? utf8_before(s.p, i, &l) : 0;
		after = i + len < s.n ? utf8_decode(s.p + i + len, s.n - i - len, &l) : 0;
		quoted = c == 0x201C || (quoted && c != 0x201D);
		if (c == 0xFFFD && f->opt->guess && (lost = guess(before, after, quoted))) {
			change(f, i, len, lost);
			quoted = quoted && lost != 0x201D;
		} else if (f->opt->quotes == QUOTES_STRAIGHT && c >= 0x2018 && c <= 0x201F)
			straighten(f, i, len, c);
		else if (curls && c < 0x80)
			curl(f, i, c, before);
		else if (!step_on(f->opt, STEP_QUOTES))
			continue;
		else if (c == '`' || c == 0xB4)
			accent(f, i, len, before, after);
		else if (c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D)
			turn(f, s, i, len, c, before, after, &marks);
	}
	return fix_end(f);
}
