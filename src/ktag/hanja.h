/* States and persons by one Hanja: 美 국무부, 北은, 李대통령, 尹 전 대통령. The characters are in data/hanja.tsv. */
#ifndef KTAG_HANJA_H
#define KTAG_HANJA_H

#include "str.h"

enum { HANJA = 3 /* bytes */ };

struct hanja {
	struct str character, reading; /* 美, 미 */
	struct str state, id;          /* 미국, country/us; empty if it stands for none */
	bool surname, alone;           /* alone: before a particle, too */
};

/* Reads the table, once. */
void hanja_load(void);

/* The character that word begins with, NULL if it is not in the table. */
const struct hanja *hanja_of(struct str word);

/* The reading of a character in the table; any other text as it is. */
struct str hanja_reading(struct str word);

#endif
