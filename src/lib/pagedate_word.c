#include "pagedate_token.h"
#include "table.h"

#include <stdint.h>

#define SLOTS 2048

struct pagedate_words {
	struct word slot[SLOTS];
	uint32_t length[256]; /* by the first two bytes: a bit for each length of a word */
	size_t n;
};

static size_t
slot_of(const unsigned char *p, size_t n)
{
	unsigned h = 2166136261u;

	for (size_t i = 0; i < n; i++)
		h = (h ^ p[i]) * 16777619u;
	return h % SLOTS;
}

/* The place of the words that begin like p in any case of letters. */
static size_t
opening(const char *p, size_t n)
{
	return ((unsigned char)(p[0] | 0x20) * 7u + (unsigned char)(n > 1 ? p[1] | 0x20 : 0)) % 256;
}

const struct word *
pagedate_word(const struct pagedate_words *w, struct str s)
{
	unsigned char low[PAGEDATE_WORD];

	if (s.n == 0 || s.n > PAGEDATE_WORD || !(w->length[opening(s.p, s.n)] >> s.n & 1))
		return NULL;
	str_lower((char *)low, s);
	for (size_t i = slot_of(low, s.n); w->slot[i].kind; i = (i + 1) % SLOTS)
		if (w->slot[i].text[0] == s.n && memcmp(w->slot[i].text + 1, low, s.n) == 0)
			return &w->slot[i];
	return NULL;
}

/* What a row of the table may say: the kinds, and their values from `least` to `most`. */
static const struct meaning {
	struct str name;
	enum word_kind kind;
	short least, most;
} meanings[] = { { STR_ITEM("month"), WORD_MONTH, 1, 12 }, { STR_ITEM("weekday"), WORD_DAY, 1, 7 },
	{ STR_ITEM("zone"), WORD_ZONE, -840, 840 }, { STR_ITEM("am"), WORD_AM, 0, 0 }, { STR_ITEM("pm"), WORD_PM, 0, 0 },
	{ STR_ITEM("at"), WORD_AT, 0, 0 }, { STR_ITEM("label"), WORD_LABEL, LABEL_PUBLISHED, LABEL_NEUTRAL } };

static const struct meaning *
meaning_of(const struct table *t, struct str name)
{
	for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
		if (str_eq(meanings[i].name, name))
			return &meanings[i];
	table_die(t, "unknown kind of date word: %.*s", (int)name.n, name.p);
}

static short
value_of(struct str s)
{
	bool minus = s.n && *s.p == '-';
	int v = 0;

	for (size_t i = minus; i < s.n && is_digit(s.p[i]) && v < 1000; i++)
		v = v * 10 + (s.p[i] - '0');
	return (short)(minus ? -v : v);
}

static void
word_add(struct pagedate_words *w, const struct table *t)
{
	struct str text = t->field[1];
	const struct meaning *meaning = meaning_of(t, t->field[0]);
	struct word word = { .kind = (unsigned char)meaning->kind, .value = value_of(t->field[2]) };
	size_t i;

	if (text.n == 0 || text.n > PAGEDATE_WORD)
		table_die(t, "date word of %zu bytes: 1 to %d can be", text.n, PAGEDATE_WORD);
	if (word.value < meaning->least || word.value > meaning->most)
		table_die(t, "value of a %.*s: %d to %d can be", (int)meaning->name.n, meaning->name.p, meaning->least, meaning->most);
	word.text[0] = (unsigned char)text.n;
	str_lower((char *)word.text + 1, text);
	w->length[opening(text.p, text.n)] |= (uint32_t)1 << text.n;
	for (i = slot_of(word.text + 1, text.n); w->slot[i].kind; i = (i + 1) % SLOTS) {
	}
	w->slot[i] = word;
}

struct pagedate_words *
pagedate_words_new(struct arena *a)
{
	return memset(arena_alloc(a, sizeof(struct pagedate_words)), 0, sizeof(struct pagedate_words));
}

void
pagedate_words_add(struct pagedate_words *w, struct table *t)
{
	while (table_row(t, 2)) {
		if (++w->n > SLOTS / 2)
			table_die(t, "more than %d date words", SLOTS / 2);
		word_add(w, t);
	}
}

enum pagedate_label
pagedate_label(const struct pagedate_words *w, struct str word)
{
	const struct word *found = pagedate_word(w, word);

	if (!found)
		return LABEL_NONE;
	return found->kind == WORD_LABEL ? (enum pagedate_label)found->value : found->kind == WORD_MONTH ? LABEL_NONE : LABEL_NEUTRAL;
}
