#include "date_word.h"
#include "err.h"
#include "table.h"
#include "words.h"

#include <stdlib.h>

#define SLOTS 2048 /* a power of two, four times the words */
#define LONGEST 15

extern const struct str table_ktag_dates;

static struct word_filter filter;

static const char *const class_name[] = { "month", "short-month", "weekday", "short-weekday", "unit", "units", "season",
	"day-word", "rel-now", "rel-near", "rel-odd", "rel-then", "edge", "compare", "ago", "before", "after", "cardinal", "ordinal",
	"article", "the", "fiscal", "lead", "function", "set", "of-year", "measure", "no-year", "future", "toward", "be", "past",
	"present" };

static uint64_t
class_of(const struct table *t, struct str name)
{
	for (size_t i = 0; i < sizeof class_name / sizeof *class_name; i++)
		if (str_eq(name, str_z(class_name[i])))
			return 1ULL << i;
	table_die(t, "unknown class: %.*s", (int)name.n, name.p);
}

/* A word of at most 15 bytes as two numbers that tell it apart from any other of its length; ASCII letters in lower case, which sets
 * bit 5 of the other bytes too, but they do not meet in these words. */
struct key {
	uint64_t a, b;
};

static struct key
key_of(struct str word)
{
	struct key k = { 0, 0 };
	uint32_t low, high;

	if (word.n >= 8) {
		memcpy(&k.a, word.p, 8);
		memcpy(&k.b, word.p + word.n - 8, 8);
	} else if (word.n >= 4) {
		memcpy(&low, word.p, 4);
		memcpy(&high, word.p + word.n - 4, 4);
		k.a = low;
		k.b = high;
	} else {
		k.a = (uint8_t)word.p[0] | (uint64_t)(uint8_t)word.p[word.n / 2] << 8 | (uint64_t)(uint8_t)word.p[word.n - 1] << 16;
	}
	k.a |= 0x2020202020202020;
	k.b |= 0x2020202020202020;
	return k;
}

static struct key keys[SLOTS];
static struct date_word words[SLOTS + 1]; /* the last one is none */
const struct date_word *const date_words = words;

static size_t
find(struct str word)
{
	struct key k = key_of(word);
	uint64_t h = (k.a * 0x9E3779B97F4A7C15) ^ (k.b * 0xBF58476D1CE4E5B9) ^ word.n;

	for (h ^= h >> 32;; h++) {
		size_t i = h % SLOTS;
		if (words[i].word.n == 0 || (keys[i].a == k.a && keys[i].b == k.b && words[i].word.n == word.n))
			return i;
	}
}

static void
add(const struct table *t)
{
	struct str names = t->field[1], word = t->field[0];
	struct date_word *w;
	size_t i;

	if (word.n > LONGEST)
		table_die(t, "a word of more than %d bytes", LONGEST);
	i = find(word);
	keys[i] = key_of(word);
	w = &words[i];
	w->word = word;
	w->value = atoi(t->field[2].p);
	while (names.p)
		w->classes |= class_of(t, str_cut(&names, ' '));
	word_filter_add(&filter, word);
}

void
date_words_load(void)
{
	struct table t;

	memset(words, 0, sizeof words);
	table_open(&t, STR("dates.tsv"), table_ktag_dates);
	while (table_row(&t, 3))
		add(&t);
}

uint32_t
date_word_index(struct str word)
{
	size_t i;

	if (word.n == 0 || word.n > LONGEST || !word_filter_has(&filter, word))
		return SLOTS;
	i = find(word);
	return words[i].word.n ? (uint32_t)i : SLOTS;
}

const struct date_word *
date_word(struct str word)
{
	return &words[date_word_index(word)];
}
