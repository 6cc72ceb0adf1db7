/* Tables of words and their classes, made by mkwords from data/role_word.tsv, quote_word.tsv and quote_given.tsv. */
#ifndef KTAG_ROLE_WORDS_H
#define KTAG_ROLE_WORDS_H

#include "words.h"

/* Classes of data/role_word.tsv. */
enum {
	WORD_HEAD = 1 << 0,
	WORD_RANK = 1 << 1,
	WORD_MOD = 1 << 2,
	WORD_POST = 1 << 3,
	WORD_SUBJECT = 1 << 4,
	WORD_TO = 1 << 5,
	WORD_ABBR = 1 << 6,
	WORD_SKIP = 1 << 7,
	WORD_HON = 1 << 8,
	WORD_DET = 1 << 9,
	WORD_PRON = 1 << 10,
	WORD_BE = 1 << 11,
	WORD_STOP = 1 << 12,
	WORD_KO = 1 << 13,
	WORD_KONO = 1 << 14,
	WORD_PLURAL = 1 << 15,
	WORD_RMOD = 1 << 16,
	WORD_BODY = 1 << 17,
	WORD_APPOINT = 1 << 18,
	WORD_LIGHT = 1 << 19,
	WORD_FIELD = 1 << 20,
	WORD_AS = 1 << 21,
	WORD_KNOWN = 1 << 22, /* looked up */
	WORD_KONAME = 1 << 23,
	WORD_KOALONE = 1 << 24,
	WORD_KOWORD = 1 << 25
};

struct role_word {
	uint16_t text, n; /* in `texts` */
	uint32_t word;    /* its classes */
};

/* Open addressing. The tags are bits of the hash, 0 for an empty slot: most words are in no table, and are turned away by them
 * alone. */
struct role_words {
	const uint16_t *tags;
	const struct role_word *slots;
	const char *texts;
	uint32_t mask;
	struct word_filter filter, abbreviations;
};

extern const struct role_words role_words_titles, role_words_quotes, role_words_given;

/* The tag of a hash; never 0. */
static inline uint16_t
role_word_tag(uint64_t hash)
{
	return (uint16_t)(hash >> 48) | 1;
}

/* Is it a hyphen? */
bool role_joins(struct str s);

/* Classes of a word in any case, just as it stands in the table. */
uint32_t role_word_exact(const struct role_words *w, struct str word);

/* Classes of a word given as text; plurals and prefixes are seen through. */
uint32_t role_word(const struct role_words *w, struct str word);

#endif
