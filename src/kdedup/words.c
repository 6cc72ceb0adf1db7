#include "words.h"
#include "mem.h"
#include "utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

/* Spellings that house styles exchange, by their first letter. */
#define FOLDS 8
static const struct fold {
	struct str word, fold;
} folds[26][FOLDS] = {
#define F(word, fold) { { word, sizeof word - 1 }, { fold, sizeof fold - 1 } }
	['a' - 'a'] = { F("april", "apr"), F("august", "aug") },
	['b' - 'a'] = { F("bln", "billion") },
	['c' - 'a'] = { F("centre", "center"), F("cancelled", "canceled") },
	['d' - 'a'] = { F("december", "dec"), F("defence", "defense") },
	['e' - 'a'] = { F("eight", "8"), F("eleven", "11"), F("eighteen", "18"), F("eighty", "80") },
	['f' - 'a'] = { F("four", "4"), F("five", "5"), F("fourteen", "14"), F("fifteen", "15"), F("forty", "40"),
		F("fifty", "50"), F("february", "feb") },
	['j' - 'a'] = { F("january", "jan"), F("june", "jun"), F("july", "jul") },
	['k' - 'a'] = { F("kilometers", "km"), F("kilometres", "km"), F("kilometer", "km"), F("kilometre", "km") },
	['m' - 'a'] = { F("march", "mar"), F("mln", "million"), F("mr", ""), F("mrs", ""), F("ms", "") },
	['n' - 'a'] = { F("nine", "9"), F("nineteen", "19"), F("ninety", "90"), F("november", "nov") },
	['o' - 'a'] = { F("october", "oct") },
	['p' - 'a'] = { F("programme", "program"), F("programmes", "programs"), F("pct", "percent") },
	['s' - 'a'] = { F("six", "6"), F("seven", "7"), F("sixteen", "16"), F("seventeen", "17"), F("sixty", "60"),
		F("seventy", "70"), F("september", "sep"), F("sept", "sep") },
	['t' - 'a'] = { F("two", "2"), F("three", "3"), F("ten", "10"), F("twelve", "12"), F("thirteen", "13"),
		F("twenty", "20"), F("thirty", "30") },
	['z' - 'a'] = { F("zero", "0") },
#undef F
};

enum class {
	OTHER,
	LETTER,
	DIGIT,
	QUOTE, /* ' and `: inside a word nothing, at its edges punctuation */
	HIGH   /* a byte of a code point above U+007F */
};

static enum class
class_of(unsigned char c)
{
	if ((c | 32) >= 'a' && (c | 32) <= 'z')
		return LETTER;
	if (c >= '0' && c <= '9')
		return DIGIT;
	if (c == '\'' || c == '`')
		return QUOTE;
	return c >= 0x80 ? HIGH : OTHER;
}

static enum class
class_at(struct str s, size_t i)
{
	return i < s.n ? class_of((unsigned char)s.p[i]) : OTHER;
}

void
words_clear(struct words *w)
{
	w->n = w->facts = w->capitals = w->run = 0;
	w->before[0] = w->before[1] = 0;
}

void
words_free(struct words *w)
{
	free(w->hash);
	free(w->fact);
	buf_free(&w->word);
	*w = (struct words) { 0 };
}

static void *
grow(void *p, size_t *cap, size_t size)
{
	*cap = *cap ? *cap * 2 : 1024;
	return mem_resize(p, *cap, size);
}

static struct str
fold_word(struct str s)
{
	const struct fold *f = folds[s.p[0] >= 'a' && s.p[0] <= 'z' ? s.p[0] - 'a' : 'q' - 'a'];

	for (size_t i = 0; i < FOLDS && f[i].word.n; i++)
		if (str_eq(s, f[i].word))
			return f[i].fold;
	return s;
}

/* NFKC_Casefold of a word that is not plain ASCII; Hangul syllables are their own folding. */
static void
fold_unicode(struct buf *word)
{
	utf8proc_int32_t points[256];
	utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	utf8proc_ssize_t n;

	if (word->n > 120) /* no word is so long; NFKC makes one code point 18 at most, all others far fewer */
		return;
	n = utf8proc_decompose((const utf8proc_uint8_t *)word->p, (utf8proc_ssize_t)word->n, points, 250, how);
	if (n < 0 || n > 250)
		return;
	n = utf8proc_reencode(points, n, how);
	if (n < 0)
		return;
	word->n = 0;
	buf_add(word, (const char *)points, (size_t)n);
}

static void
put_fact(struct words *w, uint64_t hash, bool figure)
{
	uint64_t place = (w->before[0] * 0x9E3779B97F4A7C15u ^ w->before[1]) * 0x9FB21C651E98DF25u + w->run++ * 0xD6E8FEB86659FD93u;

	if (w->facts == w->facts_cap)
		w->fact = grow(w->fact, &w->facts_cap, sizeof *w->fact);
	w->fact[w->facts++] = (uint32_t)(place >> 48) << 16 | (figure ? FACT_FIGURE : 0) | (uint32_t)(hash >> 49);
}

static void
put_common(struct words *w, uint64_t hash)
{
	w->before[0] = w->before[1];
	w->before[1] = hash;
	w->run = 0;
}

enum role {
	COMMON,
	NAME,   /* opens with a capital inside a sentence */
	OPENING /* opens a sentence with a capital: may be a name or not */
};

static void
put_word(struct words *w, struct str s, enum role role)
{
	uint64_t hash;

	s = fold_word(s);
	if (!s.n)
		return;
	if (w->n == w->cap)
		w->hash = grow(w->hash, &w->cap, sizeof *w->hash);
	hash = hash64(s);
	w->hash[w->n++] = hash;
	if (s.p[0] >= '0' && s.p[0] <= '9')
		put_fact(w, hash, true);
	else if (role == NAME)
		put_fact(w, hash, false);
	else if (role == COMMON)
		put_common(w, hash);
}

/* A full stop inside a word: of a decimal ("4.5") it is kept, of an abbreviation ("U.S.", "a.m.") left out; any other ends the
 * word ("since 2012.Go"). `i` is at the stop. */
static bool
stop_joins(const struct buf *word, struct str s, size_t i, bool *kept)
{
	enum class before = class_at(s, i - 1), after = class_at(s, i + 1);

	*kept = before == DIGIT && after == DIGIT;
	if (*kept)
		return true;
	if (before != LETTER || after != LETTER || class_at(s, i + 2) == LETTER || class_at(s, i + 2) == HIGH)
		return false;
	return word->n == 1 || (i >= 2 && s.p[i - 2] == '.');
}

/* "1,000": three digits and no fourth. */
static bool
comma_joins(struct str s, size_t i)
{
	return class_at(s, i - 1) == DIGIT && class_at(s, i + 1) == DIGIT && class_at(s, i + 2) == DIGIT
	    && class_at(s, i + 3) == DIGIT && class_at(s, i + 4) != DIGIT;
}

struct scan {
	struct str s;
	size_t i;
	bool wide;    /* the word holds something that is not ASCII */
	bool capital; /* it opens with a capital */
	bool opening; /* it opens a sentence: a capital there makes no name */
};

/* A code point above U+007F at z->i: joins the word, is passed over inside it, or ends it (false). */
static bool
take_wide(struct scan *z, struct buf *word)
{
	size_t len;
	uint32_t c = utf8_decode(z->s.p + z->i, z->s.n - z->i, &len);

	if (c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0xB4) {
		size_t after;
		uint32_t next;

		if (!word->n || z->i + len >= z->s.n)
			return false;
		next = utf8_decode(z->s.p + z->i + len, z->s.n - z->i - len, &after);
		if (next == UTF8_BAD || !utf8_is_word(next))
			return false;
		z->i += len;
		return true;
	}
	if (c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF) { /* soft hyphen, zero width */
		z->i += len;
		return true;
	}
	if (c == UTF8_BAD || !utf8_is_word(c))
		return false;
	if (!word->n)
		z->capital = utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LU;
	if (!(c >= 0xAC00 && c <= 0xD7A3) && !(c >= 0x4E00 && c <= 0x9FFF))
		z->wide = true;
	buf_add(word, z->s.p + z->i, len);
	z->i += len;
	return true;
}

/* Takes the bytes of one word into `word`, lower-cased; stops behind it. */
static void
take_word(struct scan *z, struct buf *word)
{
	word->n = 0;
	z->wide = z->capital = false;
	while (z->i < z->s.n) {
		unsigned char c = (unsigned char)z->s.p[z->i];
		bool keep = false;

		switch (class_of(c)) {
		case LETTER:
			if (!word->n)
				z->capital = c < 'a';
			buf_char(word, (char)(c | 32));
			z->i++;
			continue;
		case DIGIT:
			buf_char(word, (char)c);
			z->i++;
			continue;
		case QUOTE:
			if (!word->n || class_at(z->s, z->i + 1) != LETTER)
				return;
			z->i++;
			continue;
		case HIGH:
			if (!take_wide(z, word))
				return;
			continue;
		case OTHER:
			if (!word->n || (c != '.' && c != ','))
				return;
			if (c == ',' ? !comma_joins(z->s, z->i) : !stop_joins(word, z->s, z->i, &keep))
				return;
			if (keep)
				buf_char(word, '.');
			z->i++;
		}
	}
}

/* Passes over what stands between words and notes whether a sentence opens behind it. */
static void
skip_gap(struct scan *z, struct words *w)
{
	while (z->i < z->s.n) {
		unsigned char c = (unsigned char)z->s.p[z->i];
		enum class class = class_of(c);
		size_t len = 1;

		if (class == LETTER || class == DIGIT)
			return;
		if (class == HIGH) {
			uint32_t point = utf8_decode(z->s.p + z->i, z->s.n - z->i, &len);

			if (point != UTF8_BAD && utf8_is_word(point))
				return;
			if (point == 0x201C || point == 0x201D)
				z->opening = true;
		} else if (c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == '\n') {
			z->opening = true;
		} else if (c == '%') {
			put_word(w, STR("percent"), COMMON);
		}
		z->i += len;
	}
}

void
words_add(struct words *w, struct str text)
{
	struct scan z = { .s = text, .opening = true };

	for (;;) {
		skip_gap(&z, w);
		if (z.i == z.s.n)
			return;
		take_word(&z, &w->word);
		if (!w->word.n) { /* U+02BC and the like: word characters that open none */
			z.i++;
			continue;
		}
		if (z.wide)
			fold_unicode(&w->word);
		w->capitals += z.capital;
		put_word(w, buf_view(&w->word), !z.capital ? COMMON : z.opening ? OPENING : NAME);
		z.opening = false;
	}
}

struct hash128
words_hash(const struct words *w)
{
	return hash128(str_of((const char *)w->hash, w->n * sizeof *w->hash));
}

/* How far into a text a dateline may reach: "SEOUL/WASHINGTON/PANMUNJOM, South Korea, Nov. 4 (Korea JoongAng Daily) -- ". */
#define DATELINE 100

struct str
words_skip_dateline(struct str text)
{
	size_t most = smaller(text.n, DATELINE), dash = 0, after = 0;
	bool agency = false, capitals;

	capitals = most > 2 && text.p[0] >= 'A' && text.p[0] <= 'Z' && text.p[1] >= 'A' && text.p[1] <= 'Z';
	for (size_t i = 0; i < most && text.p[i] != '\n' && !after; i++) {
		struct str rest = str_from(text, i);

		if (str_starts(rest, STR(") ")))
			agency = true;
		if (str_starts(rest, STR(" -- ")) || str_starts(rest, STR(" - ")) || str_starts(rest, STR(" \xE2\x80\x94 "))
		    || str_starts(rest, STR(" \xE2\x80\x93 "))) {
			dash = i;
			after = i + 1 + str_find(str_from(rest, 1), STR(" "), 0) + 1;
		}
	}
	return dash && (agency || capitals) ? str_from(text, after) : text;
}
