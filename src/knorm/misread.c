/* Quotes and Hangul read by the wrong table of two encodings that are both no UTF-8:
 *
 *	North Korea뭩, 밯e will     Windows-1252 quotes read as CP949: the quote and the letter behind it made one syllable
 *	Korea?셲, ?쏻e, caf챕         UTF-8 quotes and letters read as CP949
 *	People鈥檚                   UTF-8 quotes read as GBK
 *	China抯, isn抰               Windows-1252 quotes read as GBK
 *	Koreaâs, âWe will            UTF-8 quotes read as Latin-1, their controls removed
 *	teamís, ìThere, it.î, ó      Windows-1252 quotes and dashes read as Mac Roman
 *	ºÏÇÑ, Korea¡¯s               EUC-KR read as Latin-1 */
#include "ascii.h"
#include "fix.h"
#include "legacy.h"
#include "misread.h"
#include "walk.h"

bool
misread_quote(uint32_t c)
{
	static const uint64_t from_afb0[2] = {
		0xFCFFEFEF947E8000, 0x00000000000CFEEC,
	};
	static const uint64_t from_ba40[22] = {
		0xFEECFC4FEEC79480, 0x000000000007EF47, 0x0000000000000000, 0x868FF50000000000, 0x0003EFF5FEEE5D4F,
		0x0000000000000000, 0x0000000000000000, 0xFEECDD4F060D44F8, 0x0000000003FECDC4, 0x0000000000000000,
		0xC000000000000000, 0x03FFEFEFFFEEFD4F, 0x0000000000000000, 0x0000000000000000, 0xFEEEFDFFEECC0000,
		0x00000000000ECFD6, 0x0000000000000000, 0xFF00000000000000, 0x003FEFC6FE6CFFFF, 0x0000000000000000,
		0x0000000000000000, 0x01FEFFFFFFEFFFF8,
	};

	if (c >= 0xBA40 && c < 0xBA40 + 22 * 64)
		return from_ba40[(c - 0xBA40) >> 6] >> ((c - 0xBA40) & 63) & 1;
	return c >= 0xAFB0 && c < 0xAFB0 + 128 && (from_afb0[(c - 0xAFB0) >> 6] >> ((c - 0xAFB0) & 63) & 1);
}

static bool
is_word(uint32_t c)
{
	return is_letter(c) || (c >= '0' && c <= '9');
}

/* A character with its neighbours; 0 where the line ends. */
struct place {
	size_t at, len;
	uint32_t before, c, after;
	struct str rest; /* what follows it */
};

static struct place
place_at(struct str s, size_t at)
{
	struct place p = { .at = at };
	size_t len;

	p.c = utf8_decode(s.p + at, s.n - at, &p.len);
	p.before = at ? utf8_before(s.p, at, &len) : 0;
	p.rest = str_from(s, at + p.len);
	p.after = p.rest.n ? utf8_decode(p.rest.p, p.rest.n, &len) : 0;
	return p;
}

/* Do these letters end an English word after an apostrophe: 's 't 'd 'm 're 've 'll? */
static bool
is_clitic(struct str s)
{
	size_t n = 0;

	while (n < s.n && is_letter((unsigned char)s.p[n]))
		n++;
	if (n == 1)
		return strchr("stdmSTDM", s.p[0]);
	return n == 2 && (str_starts_nocase(s, STR("re")) || str_starts_nocase(s, STR("ve")) || str_starts_nocase(s, STR("ll")));
}

/* A lone Hangul syllable, or Chinese character, that `set` made of a quote and a Latin letter. Korean uses none of these syllables
 * next to Latin. */
static bool
eaten_letter(struct fix *f, const struct place *p, enum twin set)
{
	uint16_t bytes = legacy_twin_bytes(f->legacy, set, p->c);
	unsigned char quote = (unsigned char)(bytes >> 8);
	char letter = (char)bytes, u[8] = { letter, 0 };
	bool opens = !is_word(p->before) && (is_small(p->after) || (p->after < 0x80 && !is_letter((unsigned char)p->after)));
	size_t n;

	if (!is_letter((unsigned char)letter) || utf8_is_hangul(p->before) || utf8_is_hangul(p->after))
		return false;
	if (set == TWIN_GBK && !is_small(p->after) && !(quote == 0x92 && p->after < 0x80))
		return false;
	if (quote == 0x92) {
		u[1] = p->rest.n ? p->rest.p[0] : 0;
		u[2] = p->rest.n > 1 ? p->rest.p[1] : 0;
		if (!is_letter(p->before) || !is_clitic(str_of(u, 3)))
			return false;
	} else if (quote == 0x91 || quote == 0x93) {
		if (!opens && !(p->after < 0x80 && !is_word(p->before)))
			return false;
	} else if (quote != 0x85 && quote != 0x96 && quote != 0x97)
		return false;
	else if (!is_word(p->before) || !is_small(p->after))
		return false;
	n = utf8_encode(u, legacy_single(f->legacy, SINGLE_CP1252, quote));
	u[n++] = letter;
	fix_change(f, RULE_MOJIBAKE, p->at, p->len, u, n);
	return true;
}

/* `Korea?셲`: E2 80 became '?' or U+FFFD, and the third byte of the quote made a syllable with the letter behind it. */
static bool
korean_rest(struct fix *f, struct str s, const struct place *p)
{
	uint16_t bytes = legacy_twin_bytes(f->legacy, TWIN_CP949, p->c);
	unsigned char third = (unsigned char)(bytes >> 8);
	size_t lost = p->before == '?' ? 1 : 3, n;
	struct str head = str_of(s.p, p->at - lost);
	char u[8];

	if (!is_letter((unsigned char)bytes) || !(third == 0xA6 || (third >= 0x93 && third <= 0x9D)) || utf8_is_hangul(p->after))
		return false;
	if (lost == 3 && str_ends(head, STR("\xEF\xBF\xBD"))) {
		head.n -= 3;
		lost += 3;
	}
	if (head.n >= 3 && walk_is_hangul(head.p + head.n - 3))
		return false;
	n = utf8_encode(u, 0x2000u + (third & 0x3F));
	u[n++] = (char)bytes;
	fix_change(f, RULE_MOJIBAKE, p->at - lost, lost + p->len, u, n);
	return true;
}

/* `caf챕`, `S찾o`: a Latin letter of two bytes behind a small one. */
static bool
korean_letter(struct fix *f, const struct place *p)
{
	uint16_t bytes = legacy_twin_bytes(f->legacy, TWIN_CP949, p->c);
	char u[4];

	if (bytes >> 8 != 0xC3 || (bytes & 0xC0) != 0x80 || !is_letter(p->before) || p->after >= 0x80
	    || !(is_small(p->after) || (is_small(p->before) && !is_word(p->after))))
		return false;
	fix_change(f, RULE_MOJIBAKE, p->at, p->len, u, utf8_encode(u, 0xC0u | (bytes & 0x3F)));
	return true;
}

/* What the lost third byte of `鈥` was, for --guess: a dash between spaces, else a closing quote or an apostrophe. */
static uint32_t
guess_mark(uint32_t before, uint32_t after)
{
	if (before == ' ' && (after == ' ' || after == 0))
		return 0x2014;
	if (is_letter(before) && after == ' ')
		return before == 's' ? 0x2019 : 0x201D;
	return 0x201D;
}

/* `鈥` is E2 80, the first two bytes of each quote and dash; the third is the first byte of the next character, its second the
 * letter behind the quote. Where that letter was a space the byte is lost: marked by U+FFFD. */
/* `Kapu艣ci艅ski`: a Latin letter of two bytes between Latin letters. */
static bool
chinese_letter(struct fix *f, const struct place *p)
{
	uint16_t bytes = legacy_twin_bytes(f->legacy, TWIN_GBK, p->c);
	uint32_t c = (uint32_t)(bytes >> 8 & 0x1F) << 6 | (bytes & 0x3F);
	char u[4];

	if (bytes >> 8 < 0xC3 || bytes >> 8 > 0xC9 || (bytes & 0xC0) != 0x80 || !(is_letter(p->before) || is_letter(p->after))
	    || (p->before >= 0x2E80 && p->before < 0xE000) || (p->after >= 0x2E80 && p->after < 0xE000))
		return false;
	fix_change(f, RULE_MOJIBAKE, p->at, p->len, u, utf8_encode(u, c));
	return true;
}

static size_t
chinese_quote(struct fix *f, const struct place *p, bool latin)
{
	uint16_t bytes;
	unsigned char third;
	size_t len, n, lost = 0;
	char u[8];

	if (p->c == 0x807D && is_word(p->before) && p->after < 0x80) { /* 聽 is C2 A0 */
		fix_change(f, RULE_MOJIBAKE, p->at, p->len, " ", 1);
		return p->len;
	}
	if (p->c != 0x9225)
		return p->c >= 0x4E00 && p->c < 0xA000 && latin && chinese_letter(f, p) ? p->len : 0;
	bytes = p->after ? legacy_twin_bytes(f->legacy, TWIN_GBK, p->after) : 0;
	third = (unsigned char)(bytes >> 8);
	if (third >= 0x90 && third <= 0xA6 && (bytes & 0x80) == 0) {
		uint32_t mark = 0x2000u + (third & 0x3F);

		utf8_decode(p->rest.p, p->rest.n, &len);
		n = utf8_encode(u, mark);
		u[n++] = (char)bytes;
		fix_change(f, RULE_MOJIBAKE, p->at, p->len + len, u, n);
		return p->len + len;
	}
	if (p->after == '?' || p->after == 0xFFFD)
		utf8_decode(p->rest.p, p->rest.n, &lost);
	else if (p->after >= 0x80)
		return 0;
	n = utf8_encode(u, 0xFFFD);
	if (f->opt->guess)
		n = utf8_encode(u, guess_mark(p->before, lost < p->rest.n ? (unsigned char)p->rest.p[lost] : 0));
	fix_change(f, RULE_LOST, p->at, p->len + lost, u, n);
	return p->len + lost;
}

/* One of the letters that stand for a quote or dash when Windows-1252 is read as Mac Roman (`mac`), or Mac Roman as Windows-1252;
 * 0 if it does not stand where such a mark would. *sure: it can be nothing else. */
static uint32_t
roman_mark(const struct place *p, bool mac, bool *sure)
{
	static const uint32_t letters[2][6] = { { 0xD2, 0xD3, 0xD4, 0xD5, 0xD0, 0xD1 }, { 0xEC, 0xEE, 0xEB, 0xED, 0xF1, 0xF3 } };
	static const uint32_t marks[6] = { 0x201C, 0x201D, 0x2018, 0x2019, 0x2013, 0x2014 };
	unsigned i = 0;
	bool opens = !is_word(p->before) && p->before < 0x80 && is_word(p->after);

	while (i < 6 && letters[mac][i] != p->c)
		i++;
	*sure = false;
	switch (i) {
	case 0:
	case 2:
		*sure = opens && p->after >= 'A' && p->after <= 'Z' && i == 0;
		return opens ? marks[i] : 0;
	case 1:
		*sure = p->before && p->before < 0x80 && strchr(",.!?", (int)p->before) && !is_word(p->after) && p->after < 0x80;
		return *sure || (is_word(p->before) && !is_word(p->after) && p->after < 0x80) ? marks[i] : 0;
	case 3:
		*sure = !mac && is_small(p->before) && is_clitic(p->rest);
		return is_letter(p->before) && (is_clitic(p->rest) || (p->before == 's' && p->after == ' ')) ? marks[i] : 0;
	case 4:
	case 5:
		return p->before == ' ' && p->after == ' ' ? marks[i] : 0;
	default:
		return 0;
	}
}

/* Peopleís, Northís: five letters and more before it; Spanish and Portuguese words in -ís are shorter (país, Luís, Solís). */
static bool
is_possessive(struct str s, const struct place *p)
{
	size_t n = 0;

	while (n < p->at && is_small((unsigned char)s.p[p->at - 1 - n]))
		n++;
	return n >= 4 && p->at > n && is_letter((unsigned char)s.p[p->at - 1 - n]) && is_clitic(p->rest);
}

/* All of a line's accented letters stand where quotes or dashes would, and one of them can be nothing else; or an earlier line of
 * the file was such: only then. El País stays El País. */
static bool
is_roman(struct fix *f, struct str s, bool mac)
{
	size_t fit = 0, sure = 0, dashes = 0, clitics = 0;
	bool english = str_has(s, STR(" the ")) || str_has(s, STR(" of "));

	for (size_t i = 0; (i += utf8_ascii(str_from(s, i))) < s.n;) {
		struct place p = place_at(s, i);
		bool certain;
		uint32_t mark = roman_mark(&p, mac, &certain);

		if (p.c >= 0xC0 && p.c <= 0xFF && !mark)
			return false;
		fit += mark != 0;
		sure += certain || (mark == 0x2019 && english && is_possessive(s, &p));
		dashes += mark == 0x2013 || mark == 0x2014;
		clitics += mark == 0x2019 && is_clitic(p.rest);
		i += p.len;
	}
	if (fit == 0)
		return false;
	if (!sure && !(dashes && (clitics || english)) && !f->roman[mac])
		return false;
	f->roman[mac] = true;
	return true;
}

static void
roman_quotes(struct fix *f, struct str s, bool mac)
{
	for (size_t i = 0; (i += utf8_ascii(str_from(s, i))) < s.n;) {
		struct place p = place_at(s, i);
		bool certain;
		uint32_t mark = roman_mark(&p, mac, &certain);
		char u[4];

		if (mark)
			fix_change(f, RULE_MOJIBAKE, p.at, p.len, u, utf8_encode(u, mark));
		i += p.len;
	}
}

/* `Koreaâs`, `donât` */
static bool
is_apostrophe(const struct place *p)
{
	return is_small(p->before) && is_clitic(p->rest);
}

/* Does every character of the line beyond ASCII, all of them â, stand where a quote or a dash would, and is one an apostrophe?
 * Château is written otherwise. */
static bool
is_bared(struct str s)
{
	bool sure = false;

	for (size_t i = 0; (i += utf8_ascii(str_from(s, i))) < s.n;) {
		struct place p = place_at(s, i);

		if (p.c != 0xE2 || (is_letter(p.before) && is_letter(p.after) && !is_apostrophe(&p)))
			return false;
		sure |= is_apostrophe(&p);
		i += p.len;
	}
	return sure;
}

static void
bared_quotes(struct fix *f, struct str s)
{
	for (size_t i = 0; (i += utf8_ascii(str_from(s, i))) < s.n;) {
		struct place p = place_at(s, i);
		bool sure = is_apostrophe(&p);
		uint32_t mark = sure ? 0x2019 : 0xFFFD;
		char u[4];

		if (!sure && f->opt->guess)
			mark = is_letter(p.after) ? 0x201C : guess_mark(p.before, p.after);
		fix_change(f, sure ? RULE_MOJIBAKE : RULE_LOST, p.at, p.len, u, utf8_encode(u, mark));
		i += p.len;
	}
}

struct stretch {
	size_t hangul, other; /* pairs that make Hangul, and those that make something else */
	size_t marks;         /* pairs that are a quote, a dash, a dot: Korea¡¯s, ¡°We will */
	size_t utf8;          /* pairs that are a character in UTF-8 as well */
	size_t longest;       /* run of pairs */
	bool broken;          /* other characters touch it */
};

/* The end of a stretch of Latin-1 that could be EUC-KR, from `at`: high characters in pairs, with ASCII between them. */
static size_t
korean_stretch(struct fix *f, struct str s, size_t at, struct stretch *t)
{
	size_t end = at, run = 0;

	*t = (struct stretch) { 0 };
	for (size_t i = at; i < s.n;) {
		size_t a_len, b_len;
		uint32_t a = utf8_decode(s.p + i, s.n - i, &a_len), b, c;

		if (a < 0x80) {
			run = 0;
			i++;
			continue;
		}
		b = i + a_len < s.n ? utf8_decode(s.p + i + a_len, s.n - i - a_len, &b_len) : 0;
		t->broken = end == i && i > at && run;
		if (b < 0x80)
			return end;
		a = legacy_single_byte(f->legacy, SINGLE_CP1252, a);
		b = legacy_single_byte(f->legacy, SINGLE_CP1252, b);
		c = legacy_twin(f->legacy, TWIN_CP949, (unsigned char)a, (unsigned char)b);
		if (!c || a < 0xA1 || b < 0xA1)
			return end;
		t->broken = false;
		*(c >= 0xAC00 && c <= 0xD7A3 ? &t->hangul : &t->other) += 1;
		t->marks += a == 0xA1 && strchr("\xA4\xA6\xAA\xAE\xAF\xB0\xB1", (int)b);
		t->utf8 += a >= 0xC2 && a < 0xE0 && b < 0xC0;
		if (++run > t->longest)
			t->longest = run;
		i += a_len + b_len;
		end = i;
	}
	return end;
}

static bool
latin_korean(struct fix *f, struct str s)
{
	bool any = false;

	for (size_t i = 0, end; (i += utf8_ascii(str_from(s, i))) < s.n; i = end) {
		struct stretch t;
		size_t len, len2;
		bool words;

		utf8_decode(s.p + i, s.n - i, &len);
		end = korean_stretch(f, s, i, &t);
		if (i && !t.broken && (s.p[i - 1] & 0x80))
			t.broken = true;
		words = t.longest >= 2 && t.hangul >= 3 * t.other && 2 * t.utf8 < t.hangul;
		if (t.broken || !(words || (t.marks && t.marks == t.hangul + t.other))) {
			end = end > i ? end : i + len;
			continue;
		}
		for (size_t k = i; k < end; k += len + len2) {
			uint32_t a = utf8_decode(s.p + k, end - k, &len), b;
			char u[4];

			len2 = 0;
			if (a < 0x80)
				continue;
			b = utf8_decode(s.p + k + len, end - k - len, &len2);
			a = legacy_single_byte(f->legacy, SINGLE_CP1252, a);
			b = legacy_single_byte(f->legacy, SINGLE_CP1252, b);
			fix_change(f, RULE_MOJIBAKE, k, len + len2, u,
			    utf8_encode(u, legacy_twin(f->legacy, TWIN_CP949, (unsigned char)a, (unsigned char)b)));
			any = true;
		}
	}
	return any;
}

/* What the non-ASCII characters of a line are, to try only what can apply. */
struct kinds {
	bool hangul, cjk, latin1;
	size_t syllables, chinese, letters; /* Hangul; ASCII bytes */
};

static struct kinds
kinds_of(struct str s)
{
	struct kinds k = { .letters = s.n };

	for (size_t i = 0; (i = walk_foreign(s, i)) < s.n; i += walk_length(s.p[i])) {
		unsigned char c = (unsigned char)s.p[i];

		k.letters -= walk_length(s.p[i]);
		k.syllables += c >= 0xEA && c <= 0xED;
		k.hangul |= c >= 0xEA && c <= 0xED;
		k.chinese += c >= 0xE4 && c <= 0xE9;
		k.latin1 |= c == 0xC2 || c == 0xC3;
	}
	k.cjk = k.chinese;
	return k;
}

/* A syllable between two others is no quote: looks at the ends of runs alone. */
static size_t
eastern_quote(struct fix *f, struct str s, size_t i, struct kinds kinds)
{
	struct place p;
	size_t n;

	if (walk_is_hangul(s.p + i) && i + 3 < s.n && walk_is_hangul(s.p + i + 3)) {
		for (n = 3; i + n < s.n && walk_is_hangul(s.p + i + n);)
			n += 3;
		return n;
	}
	p = place_at(s, i);
	n = kinds.cjk ? chinese_quote(f, &p, kinds.letters > 8 * kinds.chinese) : 0;
	if (n == 0 && kinds.cjk && kinds.letters > 8 * kinds.chinese && p.c >= 0x4E00 && p.c < 0xA000)
		eaten_letter(f, &p, TWIN_GBK);
	else if (n == 0 && kinds.letters > 4 * kinds.syllables && utf8_is_hangul(p.c)
	    && !((p.before == '?' || p.before == 0xFFFD) && korean_rest(f, s, &p))
	    && !(kinds.letters > 8 * kinds.syllables && korean_letter(f, &p)) && misread_quote(p.c))
		eaten_letter(f, &p, TWIN_CP949);
	return n ? n : p.len;
}

static void
eastern_quotes(struct fix *f, struct str s, struct kinds kinds)
{
	for (size_t i = 0; (i = walk_foreign(s, i)) < s.n;)
		i += eastern_quote(f, s, i, kinds);
}

bool
misread_step(struct fix *f)
{
	struct str s = fix_text(f);
	struct kinds kinds = kinds_of(s);

	if (kinds.latin1 && latin_korean(f, s))
		return fix_end(f);
	if (kinds.hangul || kinds.cjk) {
		eastern_quotes(f, s, kinds);
	} else if (kinds.latin1 && is_bared(s)) {
		bared_quotes(f, s);
	} else if (kinds.latin1) {
		for (int mac = 0; mac < 2; mac++)
			if (is_roman(f, s, mac)) {
				roman_quotes(f, s, mac);
				break;
			}
	}
	return fix_end(f);
}
