/* The weight of a line's words: how much oftener each of them stands in furniture than in the text of a story, and above the text of a
 * page than below it. */
#include "ascii.h"
#include "split_line.h"
#include "split_letters.h"
#include "split_tables.h"

#include <stdlib.h>

extern const struct str table_ksplit_evidence, table_ksplit_sides;

enum { WEIGHT_MOST = 20, WEIGHT_NONE = 32 }; /* the map holds WEIGHT_NONE + weight */

#define SYLLABLE 3   /* bytes */
#define BEGINNING 4  /* syllables of a Korean word that are looked up, and of its end */
#define END 3

/* A line that is being weighed. */
struct scale {
	const struct map *weights; /* of words */
	int sum, words;
	bool quoted;             /* what stands in quotes is somebody's own: it counts for the length alone */
	size_t before;           /* where the English word before begins */
	size_t behind;           /* the byte behind it; 0: there is none */
	uint64_t lengths;        /* of keys that begin like it */
};

static void
load(struct rules *r, struct map *weights, struct table t)
{
	while (table_row(&t, 2)) {
		char digits[8] = "", *end;
		long weight;

		memcpy(digits, t.field[0].p, t.field[0].n < sizeof digits ? t.field[0].n : sizeof digits - 1);
		weight = strtol(digits, &end, 10);
		if (end == digits || *end || weight < -WEIGHT_MOST || weight > WEIGHT_MOST)
			table_die(&t, "weight: %.*s (-%d to %d)", (int)t.field[0].n, t.field[0].p, WEIGHT_MOST, WEIGHT_MOST);
		if (!t.field[1].n)
			table_die(&t, "nothing to look for");
		map_put(weights, &r->arena, tables_lower(r, t.field[1]), (unsigned)(WEIGHT_NONE + weight));
	}
}

void
evidence_load(struct rules *r)
{
	struct table t;

	table_open(&t, STR("evidence.tsv"), table_ksplit_evidence);
	load(r, &r->evidence, t);
	load(r, &r->evidence, tables_own(r, "evidence"));
	table_open(&t, STR("sides.tsv"), table_ksplit_sides);
	load(r, &r->sides, t);
	load(r, &r->sides, tables_own(r, "side"));
}

/* Adds the weight of the key; false if it has none. `lengths`: of the keys that begin like it. */
static inline bool
add_among(struct scale *w, struct str key, uint64_t lengths)
{
	unsigned found = lengths & map_length(key.n) && map_may(w->weights, key) ? map_find(w->weights, key) : 0;

	w->sum += found ? (int)found - 1 - WEIGHT_NONE : 0;
	return found;
}

static bool
add(struct scale *w, struct str key)
{
	return add_among(w, key, map_lengths(w->weights, key));
}

/* An English word, and the pair that it makes with the one before it, whatever sign is between them: `log in`, `e-mail`, `don't`. */
static size_t
weigh_word(struct scale *w, struct str s, size_t i)
{
	size_t from = i;
	struct str word, pair;
	uint64_t lengths;

	i = letters_small_end(s.p, i);
	word = str_of(s.p + from, i - from);
	pair = str_of(s.p + w->before, i - w->before);
	lengths = map_lengths(w->weights, word);
	if (!w->quoted)
		add_among(w, word, lengths);
	if (!w->quoted && w->behind && w->behind + 1 == from)
		add_among(w, pair, w->behind - w->before >= MAP_START ? w->lengths : map_lengths(w->weights, pair));
	w->lengths = lengths;
	w->before = from;
	w->behind = i;
	return i;
}

static bool
hangul_at(struct str s, size_t i)
{
	return i + SYLLABLE <= s.n && (unsigned char)s.p[i] >= 0xEA && (unsigned char)s.p[i] <= 0xED;
}

/* How a word ends, `-니다`. */
static void
weigh_end(struct scale *w, struct str word)
{
	char key[1 + END * SYLLABLE] = "-";

	for (size_t n = END * SYLLABLE; n > 0; n -= SYLLABLE) {
		if (n >= word.n)
			continue;
		memcpy(key + 1, word.p + word.n - n, n);
		if (add(w, str_of(key, n + 1)))
			return;
	}
}

/* A Korean word: what it begins with, particles come behind that; or how it ends, and verbs do by both. */
static size_t
weigh_korean(struct scale *w, struct str s, size_t i)
{
	struct str word = str_from(s, i);
	bool known = false;

	while (hangul_at(s, i))
		i += SYLLABLE;
	word.n -= s.n - i;
	for (size_t n = BEGINNING * SYLLABLE; n > 0 && !known && !w->quoted; n -= SYLLABLE)
		known = n <= word.n && add(w, str_of(word.p, n));
	if (!w->quoted && (!known || str_ends(word, STR("다"))))
		weigh_end(w, word);
	return i;
}

static size_t
pass_number(struct str s, size_t i)
{
	while (i < s.n && (is_digit(s.p[i]) || strchr(".,:", s.p[i])))
		i++;
	return i;
}

/* A sign: quotes open and close, others have their weight. */
static size_t
weigh_sign(struct scale *w, struct str s, size_t i)
{
	struct str rest = str_from(s, i), sign = str_of(rest.p, 1);

	if (*rest.p & 0x80)
		sign.n = (unsigned char)*rest.p < 0xE0 ? 2 : 3;
	else if (str_starts(rest, STR("...")))
		sign.n = 3;
	sign = str_head(sign, rest.n);
	if (*rest.p == '"')
		w->quoted = !w->quoted && memchr(rest.p + 1, '"', rest.n - 1);
	else if (str_eq(sign, STR("“")) || str_eq(sign, STR("”")))
		w->quoted = str_eq(sign, STR("“")) && str_has(rest, STR("”"));
	else if (!w->quoted)
		add(w, sign);
	return i + sign.n;
}

#define BLUR 16 /* words: of a line of few ones each tells less */
#define BLUR_SHORT 4 /* of a menu's line each tells more */
#define NAME -3 /* weight of a name in a sentence */

/* Words with a capital letter that do not open a sentence: whom and what the story tells of. */
static int
count_names(struct str s)
{
	int names = 0;

	for (size_t i = 2; i < s.n; i += 16)
		for (unsigned may = letters_led(s, i); may; may &= may - 1) {
			char before = s.p[i + (size_t)__builtin_ctz(may) - 2];

			names += is_small(before) || before == ',';
		}
	return names;
}

/* The state is not the `us` of `Contact us`, which tells a site. */
static void
hide_state(char *low, struct str s)
{
	const struct str us = STR("US");

	for (size_t i = str_find(s, us, 0); i < s.n; i = str_find(s, us, i + us.n))
		if ((i == 0 || !is_wordy(s.p[i - 1])) && (i + us.n == s.n || !is_wordy(s.p[i + us.n])) && !line_capitals(s))
			memset(low + i, 'u', us.n);
}

/* Adds up the weights of the words of s. */
static void
weigh(struct scale *w, struct str s)
{
	char low[EVIDENCE_BYTES + LETTERS_BEHIND];

	str_lower(low, s);
	hide_state(low, s);
	memset(low + s.n, 0, LETTERS_BEHIND);
	s.p = low;
	for (size_t i = 0; i < s.n;) {
		bool word = true;

		if (s.p[i] == ' ') {
			i++;
			continue;
		}
		if (is_small(s.p[i]))
			i = weigh_word(w, s, i);
		else if (hangul_at(s, i))
			i = weigh_korean(w, s, i);
		else if (is_digit(s.p[i]))
			i = pass_number(s, i);
		else {
			word = false;
			i = weigh_sign(w, s, i);
		}
		w->words += word;
	}
}

static int
within(int tenths)
{
	return tenths > EVIDENCE_MOST ? EVIDENCE_MOST : tenths < -EVIDENCE_MOST ? -EVIDENCE_MOST : tenths;
}

int
rules_evidence(const struct rules *r, struct str s)
{
	struct scale w = { .weights = &r->evidence };

	s = str_head(s, EVIDENCE_BYTES);
	if (str_last(s) == '.')
		w.sum = count_names(s) * NAME;
	weigh(&w, s);
	return within(w.sum * 60 / (w.words + BLUR));
}

int
rules_side(const struct rules *r, struct str s)
{
	struct scale w = { .weights = &r->sides };

	weigh(&w, str_head(s, EVIDENCE_BYTES));
	return within(w.sum * BLUR_SHORT / (w.words + BLUR_SHORT));
}
