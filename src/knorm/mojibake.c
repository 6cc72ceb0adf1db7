/* UTF-8 that was read by the table of a one-byte encoding: `Ã©`, `â€™`, `‚Äô`, `РїСЂ`, `ΓÇÖ`.
 *
 * Nothing is decided for a line: each stretch of characters that turns back into one well-formed UTF-8 sequence is a candidate,
 * judged by what it would become and by its company, so that a page which mixes right and wrong quotes keeps the right ones. */
#include "fix.h"
#include "legacy.h"
#include "mem.h"
#include "walk.h"

#include <stdlib.h>

enum strength {
	NEVER,
	NEEDS_NEIGHBOUR, /* `é…”` is French as well as a Chinese character: only beside another of its kind */
	NEEDS_PARTY,     /* beside another, or where the line has a certain one or two likely ones of the same table */
	NEEDS_COMPANY,   /* the same, and likely itself */
	CERTAIN
};

struct candidate {
	size_t at, n;   /* bytes of the line */
	uint32_t to;    /* 0: nothing (a no-break space whose second half is a space) */
	enum single set;
	enum strength strength;
};

struct found {
	struct candidate *p;
	size_t n, cap;
	size_t certain[SINGLES]; /* by table; two that need company are company to each other */
};

static bool
in(uint32_t c, uint32_t low, uint32_t high)
{
	return c >= low && c <= high;
}

static bool
is_lower(uint32_t c)
{
	return in(c, 'a', 'z') || in(c, 0xDF, 0xF6) || in(c, 0xF8, 0xFF);
}

static bool
is_upper(uint32_t c)
{
	return in(c, 'A', 'Z') || in(c, 0xC0, 0xD6) || in(c, 0xD8, 0xDE);
}

static bool
is_latin(uint32_t c)
{
	return in(c | 0x20, 'a', 'z') || in(c, 0xC0, 0x24F);
}

/* Marks that may well follow a word: `MANHÃ…`, `SENSÉ”`. */
static bool
follows_words(uint32_t c)
{
	return in(c, 0x2013, 0x2026) || in(c, 0x2039, 0x203A) || c == 0xBB || c == 0xAB || c == 0xA0 || c == 0x2122 || c == 0xAE
	    || c == 0xA9 || c == 0xB0 || c == 0xBA || c == 0xAA;
}

static bool
is_spacing_accent(uint32_t c)
{
	return c == 0x2C7 || c == 0x2D8 || c == 0x2D9 || c == 0x2DB || c == 0x2DD;
}

/* What one sequence looks like. */
struct shape {
	enum single set;
	unsigned char lead;
	uint32_t to, first, second;
	uint32_t before, after; /* 0 at the ends of the line */
	bool letters;           /* all its characters are letters: `Ôôô` */
};

/* What a character of three or four bytes proves by itself. */
static enum strength
judge_long(const struct shape *x)
{
	uint32_t to = x->to;
	bool c1 = in(x->second, 0x80, 0x9F);

	if (in(to, 0x2010, 0x205E) || to == 0xFEFF || to == 0xFFFD || in(to, 0xFB00, 0xFB06) || to == 0x20AC || to == 0x2122)
		return CERTAIN;
	if (in(to, 0xE000, 0xF8FF) || to == 0xFFFE || to == 0xFFFF)
		return NEVER;
	if (x->letters)
		return NEEDS_NEIGHBOUR;
	if (x->lead == 0xE0 && x->second == 0xB8) /* `à¸‡`: a cedilla by itself is written nowhere; Thai */
		return CERTAIN;
	if (in(to, 0x2000, 0x200F) || in(to, 0x2060, 0x206F))
		return x->second == 0x20AC || c1 || x->first != 0xE2 ? CERTAIN : NEEDS_COMPANY;
	if (in(to, 0x20A0, 0x20BF) || in(to, 0x2190, 0x22FF) || in(to, 0x2460, 0x28FF) || in(to, 0x1E00, 0x1EFF)
	    || in(to, 0xFF01, 0xFFE6) || in(to, 0x1F000, 0x1FAFF) || in(to, 0x2B00, 0x2BFF))
		return CERTAIN;
	if (in(to, 0x2100, 0x218F))
		return c1 ? CERTAIN : NEEDS_COMPANY;
	return NEEDS_NEIGHBOUR;
}

/* Tables other than Windows-1252: `Ă©`, `Ĺ‚`, `Г©`, `√©`, `├⌐`. Their first characters are letters or signs of some language, so
 * the second must be no letter, and there must be two of them. */
static enum strength
judge_foreign(const struct shape *x)
{
	bool beside = is_lower(x->before) || is_lower(x->after);

	/* `nĂˇm`, `Ĺ˝inoma`: carons, breves and ogonki by themselves stand in no word */
	if (in(x->lead, 0xC3, 0xC5) && is_spacing_accent(x->second) && (is_latin(x->before) || is_latin(x->after)))
		return CERTAIN;
	/* `rГ©gion`, `SГЈo`: Г inside a Latin word; `Г‚ВЈ5`: twice */
	if (x->set == SINGLE_CP1251 && x->lead == 0xC3 && is_latin(x->before) && is_lower(x->after))
		return CERTAIN;
	if (x->set == SINGLE_CP1251 && ((x->lead == 0xC3 && x->second == 0x201A && x->after == 0x412)
	    || (x->lead == 0xC2 && x->before == 0x201A)))
		return CERTAIN;
	/* `┬┐que`, `┬íqu`, `┬ú30`: a frame touches no word */
	if (x->set == SINGLE_CP437 && (x->to == 0xA3 ? in(x->after, '0', '9') : (x->to == 0xBF || x->to == 0xA1) && is_latin(x->after))
	    && !in(x->before, 0x2500, 0x259F))
		return CERTAIN;
	if (x->set == SINGLE_CP1251 && x->lead < 0xD0 && x->second == 0xAD && in(x->before, 0x400, 0x4FF)) /* a soft hyphen in КНДР */
		return NEVER;
	if (x->set == SINGLE_CP1251 && x->lead >= 0xD0)
		return in(x->to, 0x400, 0x4FF) && x->lead <= 0xD1 ? NEEDS_NEIGHBOUR : NEVER;
	if (x->lead > 0xC5)
		return NEEDS_NEIGHBOUR;
	if (x->set == SINGLE_CP437 || x->set == SINGLE_CP850)
		return in(x->second, 0x2500, 0x259F) || !beside ? NEEDS_NEIGHBOUR : CERTAIN;
	if (x->set == SINGLE_MACROMAN)
		return !beside ? NEEDS_COMPANY : x->first == 0x221A ? CERTAIN : NEEDS_COMPANY;
	if (x->letters || !beside)
		return x->letters && x->set == SINGLE_CP1251 ? NEVER : beside ? NEEDS_PARTY : NEEDS_NEIGHBOUR;
	return NEEDS_COMPANY;
}

/* `IL2RÎ³c`, `TNF-Î±`, `10Î¼s`: Greek and combining strokes. Signs that follow no letter, or small figures inside a word. */
static bool
sign_in_word(const struct shape *x)
{
	if (in(x->second, 0x80, 0x9F)) /* a control; not one that stands for a quote or dash of Windows-1252 */
		return x->second != 0x85 && !in(x->second, 0x91, 0x97);
	switch (x->second) {
	case 0xB1: case 0xB5: case 0xB6: case 0xBC: case 0xBD: case 0xBE: case 0xBF:
		return !is_upper(x->before) || is_latin(x->after);
	case 0xB2: case 0xB3: case 0xB9:
		return is_latin(x->after);
	default:
		return false;
	}
}

/* A character of two bytes: the first decides. Ã and Â stand before signs in no language; É, Õ, Ñ do. */
static enum strength
judge_short(const struct shape *x)
{
	bool follows = follows_words(x->second), word_goes_on = is_latin(x->after) && !(x->second == 0x2019 && x->after == 's');
	bool ends_word = follows && !word_goes_on && (is_upper(x->before) || !is_latin(x->before));

	if (x->to < 0x80)
		return NEVER;
	if (x->to < 0xA0)
		return x->set == SINGLE_CP1252 ? NEEDS_COMPANY : NEVER;
	if (x->set != SINGLE_CP1252 && !(x->set == SINGLE_CP1254 && x->first < 0x100))
		return judge_foreign(x);
	if (x->lead == 0xC2)
		return is_upper(x->before) && follows ? NEEDS_COMPANY : CERTAIN;
	if (x->lead == 0xC3 && (x->second == 0x2122 || (x->second == 0xA0 && !is_latin(x->before))))
		return CERTAIN;
	if (x->lead == 0xC3) /* `DrÃ¥ber` could be Mac Roman as well */
		return ends_word || x->second == 0xA5 ? NEEDS_COMPANY : CERTAIN;
	if (x->lead <= 0xC5)
		return !ends_word && (is_lower(x->before) || is_lower(x->after) || in(x->second, 0x80, 0x9F)) ? CERTAIN : NEEDS_NEIGHBOUR;
	if (in(x->to, 0x370, 0x385)) /* no letter of Greek: `Íµ≠`, a syllable by Mac Roman */
		return NEVER;
	if (in(x->lead, 0xCC, 0xCF) && sign_in_word(x))
		return CERTAIN;
	return is_lower(x->before) && in(x->second, 0x80, 0x9F) ? CERTAIN : NEEDS_NEIGHBOUR;
}

static size_t
need_of(unsigned char lead)
{
	return in(lead, 0xC2, 0xDF) ? 2 : in(lead, 0xE0, 0xEF) ? 3 : in(lead, 0xF0, 0xF4) ? 4 : 0;
}

/* The bytes of the characters from `at` on that make one sequence of UTF-8 by `set`. */
struct bytes {
	char b[4];
	size_t n;        /* bytes */
	size_t end;      /* where the characters end */
	bool lost, blank; /* one of them is U+FFFD (those behind it still count), or a space that was A0 */
	bool letters;
	uint32_t first, second;
};

/* May a space be the second half of this? `Å veices`, `Ð ÑƒÑ`, `Ù Ù`, `âš ï¸`: A0 became a space. */
static bool
may_be_blank(struct str s, size_t at, unsigned char lead)
{
	unsigned char next = at + 1 < s.n ? (unsigned char)s.p[at + 1] : 0;

	if (lead == 0xD9)
		return next == 0xC3 && at + 2 < s.n && ((unsigned char)s.p[at + 2] == 0x98 || (unsigned char)s.p[at + 2] == 0x99);
	if (lead == 0xE2)
		return next >= 0xC2;
	return (lead == 0xC5 || lead == 0xD0 || lead == 0xE0) && (is_lower(next) || next >= 0x80);
}

static bool
gather(struct fix *f, struct str s, size_t at, enum single set, struct bytes *x)
{
	size_t len, need = 1;

	*x = (struct bytes) { .end = at, .letters = true };
	for (; x->n < need; x->n++) {
		uint32_t u = x->end < s.n ? utf8_decode(s.p + x->end, s.n - x->end, &len) : 0;
		unsigned char b = u < 0x80 ? 0 : legacy_single_byte(f->legacy, set, u);

		if (x->n == 0) {
			x->first = u;
			need = need_of(b);
		} else if (u == ' ' && may_be_blank(s, x->end, (unsigned char)x->b[0])) {
			x->blank = true;
			b = 0xA0;
		} else if (u == 0xFFFD) {
			x->lost = true;
			x->end += len;
			continue;
		}
		if (x->lost && (b & 0xC0) != 0x80)
			return true;
		if (need == 0 || (x->n && (b & 0xC0) != 0x80))
			return false;
		if (x->n == 1)
			x->second = u;
		x->letters = x->letters && utf8_is_word(u) && !in(u, 0xB2, 0xB9) && !in(u, 0xBC, 0xBE);
		x->b[x->n] = (char)b;
		x->end += len;
	}
	return true;
}

/* A sequence of `set` that starts at `at`: filled into *c. */
static bool
sequence(struct fix *f, struct str s, size_t at, enum single set, struct candidate *c)
{
	struct bytes x;
	struct shape shape = { .set = set };
	size_t len;

	if (!gather(f, s, at, set, &x))
		return false;
	*c = (struct candidate) { .at = at, .n = x.end - at, .set = set };
	shape.before = at ? utf8_before(s.p, at, &len) : 0;
	shape.after = x.end < s.n ? utf8_decode(s.p + x.end, s.n - x.end, &len) : 0;
	if (x.lost && x.blank)
		return false;
	if (x.lost) {
		c->to = 0xFFFD;
		/* `ðŸ�°`, `â�¤`: what stands behind the lost byte goes on as well */
		c->strength =
		    set == SINGLE_CP1252 && (is_lower(shape.before) || (x.n > 2 && !is_latin(shape.before))) ? CERTAIN : NEEDS_PARTY;
		return true;
	}
	c->to = shape.to = utf8_decode(x.b, x.n, &len);
	if (c->to == UTF8_BAD || len != x.n)
		return false;
	shape.lead = (unsigned char)x.b[0];
	shape.first = x.first;
	shape.second = x.second;
	shape.letters = x.letters;
	c->strength = x.n == 2 ? judge_short(&shape) : judge_long(&shape);
	if (x.blank && c->strength == CERTAIN)
		c->strength = NEEDS_COMPANY;
	return c->strength != NEVER;
}

/* CESU-8: each half of a surrogate pair was written as three bytes. */
static bool
surrogates(struct fix *f, struct str s, size_t at, struct candidate *c)
{
	uint32_t half[2] = { 0 };
	size_t i = at, len;

	for (int k = 0; k < 2; k++) {
		for (int n = 0; n < 3; n++, i += len) {
			uint32_t u = i < s.n ? utf8_decode(s.p + i, s.n - i, &len) : 0;
			unsigned char b = u < 0x80 ? 0 : legacy_single_byte(f->legacy, SINGLE_CP1252, u);

			if (n == 0 ? b != 0xED : (b & 0xC0) != 0x80)
				return false;
			half[k] = half[k] << 6 | (b & (n ? 0x3F : 0x0F));
		}
	}
	if (!in(half[0], 0xD800, 0xDBFF) || !in(half[1], 0xDC00, 0xDFFF))
		return false;
	*c = (struct candidate) { at, i - at, 0x10000 + ((half[0] - 0xD800) << 10) + (half[1] - 0xDC00), SINGLE_CP1252, CERTAIN };
	return true;
}

/* `Ã s`, `Ã quele`: às, àquele have no space. */
static bool
portuguese(struct str rest)
{
	return str_starts(rest, STR("s ")) || str_starts(rest, STR("quel")) || str_starts(rest, STR("quil"));
}

/* `SÃ©golÃ ̈ne`, `GÃ1⁄4len`: form KC has taken the second half apart. */
static bool
taken_apart(struct str rest, struct candidate *c)
{
	static const struct {
		struct str half;
		uint32_t to;
	} halves[] = { { STR_ITEM(" \xCC\x88"), 0xE8 }, { STR_ITEM(" \xCC\x84"), 0xEF }, { STR_ITEM(" \xCC\x81"), 0xF4 },
		{ STR_ITEM(" \xCC\xA7"), 0xF8 }, { STR_ITEM("1\xE2\x81\x84" "4"), 0xFC } };

	for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
		if (str_starts(rest, halves[i].half)) {
			c->n = 2 + halves[i].half.n;
			c->to = halves[i].to;
			return true;
		}
	return false;
}

/* A closing quote is E2 80 9D, and Windows-1252 has no 9D: `â€` with nothing, `?` or U+FFFD behind it can be nothing else;
 * inside a word it was the hyphen, E2 80 90.
 * A0, the second half of `à` and of the no-break space, often became a plain space: `voilÃ  le`, `100Â km`. */
static bool
lossy(struct str s, size_t at, struct candidate *c)
{
	struct str rest = str_from(s, at);
	size_t len;
	uint32_t before = at ? utf8_before(s.p, at, &len) : ' ';

	*c = (struct candidate) { .at = at, .set = SINGLE_CP1252, .strength = CERTAIN };
	if (str_starts(rest, STR("\xC3\xA2\xE2\x82\xAC"))) {
		size_t tail = str_starts(str_from(rest, 5), STR("\xEF\xBF\xBD")) ? 3 : rest.n > 5 && rest.p[5] == '?' ? 1 : 0;

		c->n = 5 + tail;
		c->to = is_lower(before) && rest.n > c->n && is_lower((unsigned char)rest.p[c->n]) ? 0x2010 : 0x201D;
		return true;
	}
	if (str_starts(rest, STR("\xC3\x82 ")) && !is_upper(before) && (at == 0 || before != ' ')) {
		c->n = 2;
		return true;
	}
	/* `se trouve Г lвЂ™ouest`: the same by Windows-1251, where the line has more of it */
	if (str_starts(rest, STR("\xD0\x93 ")) && before == ' ' && rest.n > 3 && is_lower((unsigned char)rest.p[3])) {
		*c = (struct candidate) { at, 2, 0xE0, SINGLE_CP1251, NEEDS_PARTY };
		return true;
	}
	if (str_starts(rest, STR("\xC3\x83")) && taken_apart(str_from(rest, 2), c))
		return true;
	if (!str_starts(rest, STR("\xC3\x83 ")) || is_upper(before) || rest.n < 4)
		return false;
	rest = str_from(rest, 3);
	c->to = 0xE0;
	c->n = rest.p[0] == ' ' || portuguese(rest) ? 3 : 2;
	return rest.p[0] == ' ' || is_lower((unsigned char)rest.p[0]) || (rest.p[0] & 0x80);
}

/* Does the candidate read the same by another table? `Å³` is ų by Windows-1252 and by Windows-1257. */
static bool
reads_as(struct fix *f, struct str s, const struct candidate *c, enum single set)
{
	struct bytes x;
	size_t len;

	if (c->set == set)
		return true;
	return c->to > 0x9F && c->to != 0xFFFD && gather(f, s, c->at, set, &x) && !x.lost && x.end == c->at + c->n
	    && utf8_decode(x.b, x.n, &len) == c->to && len == x.n;
}

/* How much company the line has for candidates of this table: two for each that is certain, one for each that is likely. */
static size_t
company(struct fix *f, struct str s, const struct found *found, enum single set)
{
	size_t n = found->certain[set];

	for (size_t i = 0; i < found->n && n < 2; i++)
		if (found->p[i].set != set && found->p[i].strength == CERTAIN && reads_as(f, s, &found->p[i], set))
			n += 2;
	return n;
}

static void
add(struct found *found, const struct candidate *c)
{
	if (found->n == found->cap) {
		found->cap = found->cap ? 2 * found->cap : 64;
		found->p = mem_resize(found->p, found->cap, sizeof *found->p);
	}
	found->p[found->n++] = *c;
	found->certain[c->set] += c->strength == CERTAIN ? 2 : c->strength == NEEDS_COMPANY;
}

static bool
is_syllable(uint32_t c)
{
	return in(c, 0xAC00, 0xD7A3);
}

/* Does the candidate become Hangul, and is there Hangul in the line already, or right before or after it what becomes Hangul by
 * any table? */
static bool
has_hangul(const struct found *found, size_t i, bool korean)
{
	const struct candidate *c = &found->p[i];

	if (!is_syllable(c->to) || korean)
		return is_syllable(c->to);
	if (i && is_syllable(c[-1].to) && c[-1].at + c[-1].n == c->at)
		return true;
	return i + 1 < found->n && is_syllable(c[1].to) && c[1].at == c->at + c->n;
}

/* Is there a candidate that one table reads together with number i right before or after it, with at most a
 * space between? */
static bool
has_neighbour(struct fix *f, struct str s, const struct found *found, size_t i)
{
	const struct candidate *c = &found->p[i];

	if (i) {
		size_t end = c[-1].at + c[-1].n;

		if ((end == c->at || (end + 1 == c->at && s.p[end] == ' '))
		    && (reads_as(f, s, &c[-1], c->set) || reads_as(f, s, c, c[-1].set)))
			return true;
	}
	if (i + 1 < found->n) {
		size_t end = c->at + c->n;

		return (end == c[1].at || (end + 1 == c[1].at && s.p[end] == ' '))
		    && (reads_as(f, s, &c[1], c->set) || reads_as(f, s, c, c[1].set));
	}
	return false;
}

/* Can the character at i begin a sequence at all? All tables lie below U+2600; the second character is not ASCII, but for the
 * space, or the first is Ã, Â or â. */
static bool
may_begin(struct str s, size_t i, size_t len)
{
	unsigned char c = (unsigned char)s.p[i], second = (unsigned char)s.p[i + 1];
	unsigned char after = i + len < s.n ? (unsigned char)s.p[i + len] : 0;

	if (c > 0xE2 || (c == 0xE2 && second >= 0x98))
		return false;
	return after >= 0x80 || after == ' ' || (c == 0xC3 && (second == 0x82 || second == 0x83 || second == 0xA2))
	    || (c == 0xC2 && second == 0x85);
}

static void
find(struct fix *f, struct str s, struct found *found)
{
	size_t i = 0, len;

	while ((i = walk_foreign(s, i)) < s.n) {
		struct candidate c, best = { .strength = NEVER };

		len = walk_length(s.p[i]);
		if (!may_begin(s, i, len)) {
			i += len;
			continue;
		}
		if (str_starts(str_from(s, i), STR("\xC2\x85"))) /* an ellipsis among other bytes of Windows-1252 */
			best = (struct candidate) { i, len, 0x2026, SINGLE_CP1252, NEEDS_PARTY };
		if (surrogates(f, s, i, &c))
			best = c;
		for (enum single set = 0; set < SINGLES && best.strength != CERTAIN; set++)
			if (sequence(f, s, i, set, &c) && (c.strength > best.strength || (c.strength == best.strength && c.n > best.n)))
				best = c;
		if (best.strength == NEVER && lossy(s, i, &c))
			best = c;
		if (best.strength != NEVER) {
			add(found, &best);
			len = best.n;
		}
		i += len;
	}
}

bool
mojibake_step(struct fix *f)
{
	struct str s = fix_text(f);
	struct found found = { 0 };
	bool korean = false;

	find(f, s, &found);
	for (size_t i = 0; found.n && !korean && (i = walk_foreign(s, i)) < s.n; i += walk_length(s.p[i]))
		korean = walk_is_hangul(s.p + i);
	for (size_t i = 0; i < found.n; i++) {
		const struct candidate *c = &found.p[i];
		char u[4];

		if (c->strength < CERTAIN && !has_neighbour(f, s, &found, i) && !has_hangul(&found, i, korean)
		    && (c->strength == NEEDS_NEIGHBOUR || company(f, s, &found, c->set) < 2))
			continue;
		fix_change(f, c->to == 0xFFFD ? RULE_LOST : RULE_MOJIBAKE, c->at, c->n, u, c->to ? utf8_encode(u, c->to) : 0);
	}
	free(found.p);
	return fix_end(f);
}
