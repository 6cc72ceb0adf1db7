/* What single words say about the names they stand in: one class bit a kind of evidence. The lists are
 * src/ktag/data/words.tsv and its neighbours; case does not matter to them. */
#ifndef KTAG_WORDS_H
#define KTAG_WORDS_H

#include "str.h"

#include <stddef.h>
#include <stdint.h>

enum {
	CLASS_COMMON = 1 << 0,       /* the, in, but: opens a sentence with a capital that means nothing */
	CLASS_ABBREVIATION = 1 << 1, /* gen, sept, co: a full stop follows */
	CLASS_TITLE = 1 << 2,        /* minister, spokesperson, professor: a person bears it */
	CLASS_MODIFIER = 1 << 3,     /* deputy, vice, former, foreign: stands before a title */
	CLASS_RANK = 1 << 4,         /* adm, gen, colonel */
	CLASS_HONORIFIC = 1 << 5,    /* mr, ms, dr */
	CLASS_ORG = 1 << 6,          /* ministry, institute: last or first word of an organisation */
	CLASS_OPEN_ORG = 1 << 7,     /* of these the ones that go on with "of" or "for": ministry, institute */
	CLASS_COMPANY = 1 << 8,      /* inc, corp, industries */
	CLASS_UNIT = 1 << 9,         /* division, fleet, squadron */
	CLASS_FACILITY = 1 << 10,    /* base, airport, shipyard */
	CLASS_PLACE = 1 << 11,       /* sea, strait, island */
	CLASS_REGION = 1 << 12,      /* province, county, city */
	CLASS_EVENT = 1 << 13,       /* dialogue, summit, exercise */
	CLASS_LAW = 1 << 14,         /* act, treaty, declaration */
	CLASS_SPEECH = 1 << 15,      /* said, told, added */
	CLASS_GIVEN = 1 << 16,       /* given names of English-speaking countries */
	CLASS_SURNAME = 1 << 17,     /* Korean surnames, romanised */
	CLASS_SYLLABLE = 1 << 18,    /* syllables of Korean given names, romanised */
	CLASS_CALENDAR = 1 << 19,    /* months and days of the week */
	CLASS_LINK = 1 << 20,        /* of, for, and, the, on: inside long names */
	CLASS_PARTICLE = 1 << 21,    /* van, de, bin: inside personal names */
	CLASS_WEAPON = 1 << 22,      /* hwasong, hyunmoo: families that take a number */
	CLASS_SHIP = 1 << 23,        /* uss, roks: a ship's name follows */
	CLASS_EVERYDAY = 1 << 24,    /* will, mark, grace, song: names that are words too */
	CLASS_DRILL = 1 << 25,       /* exercise, drills, manoeuvres: a name before them is an exercise's */
	CLASS_NATION = 1 << 26,      /* Korean, Chinese, Japan: never part of a personal name */
	CLASS_DIRECTION = 1 << 27,   /* north, southern, central: opens names of places and bodies */
	CLASS_VESSEL = 1 << 28,      /* destroyer, freighter: a ship's name may follow */
	CLASS_WHERE = 1 << 29,       /* in, near, off: a place follows */
	CLASS_CODENAME = 1 << 30,    /* shield, storm: last words of exercises' names */
	CLASS_NOUN = 1u << 31        /* company, center, missile: explains the name beside it (noun.c) */
};

/* At a word in small letters with one of these a rule for names begins. */
#define CLASS_CALLS \
	(CLASS_FACILITY | CLASS_EVENT | CLASS_DRILL | CLASS_LAW | CLASS_VESSEL | CLASS_REGION | CLASS_WHERE | CLASS_NOUN | CLASS_OPEN_ORG)

/* A small filter of words: by their first and last letters and their lengths most others are turned away before they are looked up. */
struct word_filter {
	uint64_t bits[64];
};

/* A word's bit, whatever its case; it has at least one byte. */
static inline unsigned
word_bit(struct str w)
{
	return (unsigned)(w.p[0] & 31) | (unsigned)(w.p[w.n - 1] & 31) << 5 | (unsigned)(w.n & 3) << 10;
}

/* Puts a word into the filter. */
static inline void
word_filter_add(struct word_filter *f, struct str w)
{
	f->bits[word_bit(w) / 64] |= (uint64_t)1 << word_bit(w) % 64;
}

/* May it be in it? */
static inline bool
word_filter_has(const struct word_filter *f, struct str w)
{
	return f->bits[word_bit(w) / 64] >> word_bit(w) % 64 & 1;
}

/* The classes of a word of n bytes, whatever its case. */
uint32_t words_of(const char *p, size_t n);

#endif
