/* Hangul in Latin letters, in the three systems that news mixes. */
#ifndef KTAG_GAZ_ROMAN_H
#define KTAG_GAZ_ROMAN_H

#include "str.h"

enum roman_system {
	ROMAN_REVISED, /* the South, since 2000: Pyeongseong, Junghwa */
	ROMAN_MCCUNE,  /* McCune-Reischauer without its marks: Pyongsong, Chunghwa */
	ROMAN_NORTH,   /* the North: Phyongsong, Junghwa */
	ROMAN_SYSTEMS
};

#define ROMAN_LONGEST 64

/* Writes the first `syllables` syllables of `hangul`, capitalised; returns the length, 0 if they are not all Hangul. */
size_t gaz_roman(struct str hangul, size_t syllables, enum roman_system system, char out[ROMAN_LONGEST]);

#endif
