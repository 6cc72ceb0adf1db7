#include "words.h"
#include "load.h"
#include "table.h"

#include <stdlib.h>

extern const struct str table_ktag_words, table_ktag_word_given, table_ktag_word_surname, table_ktag_word_syllable;

/* A word is known by 32 bits of a hash: no two of the lists share them, and a word of the text that does by chance (1 in 10^6
 * articles) gains a class that the context must still bear out. 128 KiB stay in the second-level cache. */
enum { SLOTS = 1 << 14 };

struct slot {
	uint32_t key;
	uint32_t classes;
};

static struct slot slots[SLOTS]; /* written by words_load alone */

static const struct {
	const char *name;
	uint32_t class;
} classes[] = {
	{ "common", CLASS_COMMON }, { "abbreviation", CLASS_ABBREVIATION }, { "title", CLASS_TITLE },
	{ "modifier", CLASS_MODIFIER }, { "rank", CLASS_RANK }, { "honorific", CLASS_HONORIFIC }, { "org", CLASS_ORG },
	{ "open-org", CLASS_ORG | CLASS_OPEN_ORG }, { "company", CLASS_COMPANY }, { "unit", CLASS_UNIT },
	{ "facility", CLASS_FACILITY }, { "place", CLASS_PLACE }, { "region", CLASS_REGION }, { "event", CLASS_EVENT },
	{ "law", CLASS_LAW }, { "speech", CLASS_SPEECH }, { "given", CLASS_GIVEN }, { "surname", CLASS_SURNAME },
	{ "syllable", CLASS_SYLLABLE }, { "calendar", CLASS_CALENDAR }, { "link", CLASS_LINK },
	{ "particle", CLASS_PARTICLE }, { "weapon", CLASS_WEAPON }, { "ship", CLASS_SHIP },
	{ "everyday", CLASS_EVERYDAY }, { "drill", CLASS_DRILL }, { "nation", CLASS_NATION },
	{ "direction", CLASS_DIRECTION }, { "vessel", CLASS_VESSEL }, { "where", CLASS_WHERE },
	{ "codename", CLASS_CODENAME }, { "noun", CLASS_NOUN },
};

/* The first and the last eight bytes and the length tell words of up to 16 bytes apart. ASCII letters fold by bit 5; other bytes
 * keep apart well enough with it set. */
static inline uint32_t
key_of(const char *p, size_t n)
{
	const uint64_t fold = 0x2020202020202020;
	uint64_t a, b = 0;

	if (n >= 8) {
		a = load64(p);
		b = load64(p + n - 8) | fold;
	} else if (n >= 4) {
		a = load32(p) | load32(p + n - 4) << 32;
	} else if (n >= 2) {
		a = (uint8_t)p[0] | (uint32_t)(uint8_t)p[1] << 8 | (uint32_t)(uint8_t)p[n - 1] << 16;
	} else {
		a = n ? (uint8_t)p[0] : 0;
	}
	a |= fold;
	a *= 0x9E3779B97F4A7C15;
	a ^= a >> 29;
	a = (a ^ b ^ n) * 0xBF58476D1CE4E5B9;
	return (uint32_t)(a >> 32) | 1;
}

static struct slot *
find(uint32_t key)
{
	size_t i = (key >> 7) % SLOTS;

	while (slots[i].key != 0 && slots[i].key != key)
		i = (i + 1) % SLOTS;
	return &slots[i];
}

void
words_add(struct str word, uint32_t class)
{
	struct slot *s;

	if (word.n == 0)
		return;
	s = find(key_of(word.p, word.n));
	s->key = key_of(word.p, word.n);
	s->classes |= class;
}

static uint32_t
class_named(const struct table *t, struct str name)
{
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (str_eq(name, str_z(classes[i].name)))
			return classes[i].class;
	table_die(t, "unknown class %.*s", (int)name.n, name.p);
}

/* Rows: class, words separated by blanks. */
static void
read_list(const char *name, struct str text)
{
	struct table t;

	table_open(&t, str_z(name), text);
	while (table_row(&t, 2)) {
		uint32_t class = class_named(&t, t.field[0]);
		struct str rest = t.field[1];
		while (rest.p)
			words_add(str_cut(&rest, ' '), class);
	}
}

void
words_load(void)
{
	read_list("words.tsv", table_ktag_words);
	read_list("word_given.tsv", table_ktag_word_given);
	read_list("word_surname.tsv", table_ktag_word_surname);
	read_list("word_syllable.tsv", table_ktag_word_syllable);
}

uint32_t
words_of(const char *p, size_t n)
{
	return find(key_of(p, n))->classes;
}
