#include "date_word.h"
#include "err.h"
#include "table.h"
#include "words.h"

#include <stdlib.h>

#define SLOTS 2048 /* a power of two, four times the words */
#define LONGEST 15

extern const struct str table_ktag_dates;

static struct date_word slot[SLOTS];
static uint16_t lengths[256]; /* by the first letter: bit n if a word of n bytes begins with it */

static const struct date_word none;

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

/* Folds ASCII letters to lower case; other bytes of such short words never meet. */
static char
fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static struct date_word *
find(struct str word)
{
	char folded[LONGEST + 1];
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < word.n; i++) {
		folded[i] = fold(word.p[i]);
		h = (h ^ (uint8_t)folded[i]) * 16777619u;
	}
	for (h ^= h >> 15;; h++) {
		struct date_word *w = &slot[h % SLOTS];
		if (w->word.n == 0 || (w->word.n == word.n && memcmp(w->word.p, folded, word.n) == 0))
			return w;
	}
}

static void
add(const struct table *t)
{
	struct str names = t->field[1], word = t->field[0];
	struct date_word *w;

	if (word.n > LONGEST)
		table_die(t, "a word of more than %d bytes", LONGEST);
	w = find(word);
	w->word = word;
	w->value = atoi(t->field[2].p);
	while (names.p)
		w->classes |= class_of(t, str_cut(&names, ' '));
	if (w->classes & DATE_TRIGGERS)
		words_add(word, CLASS_DATE);
	lengths[(uint8_t)word.p[0]] |= (uint16_t)(1u << word.n);
	if (word.p[0] >= 'a' && word.p[0] <= 'z')
		lengths[(uint8_t)(word.p[0] & ~0x20)] |= (uint16_t)(1u << word.n);
}

void
date_words_load(void)
{
	struct table t;

	table_open(&t, STR("dates.tsv"), table_ktag_dates);
	while (table_row(&t, 3))
		add(&t);
}

const struct date_word *
date_word(struct str word)
{
	if (word.n == 0 || word.n > LONGEST || !(lengths[(uint8_t)word.p[0]] >> word.n & 1))
		return &none;
	struct date_word *w = find(word);
	return w->word.n ? w : &none;
}
