/* The words of a text in normal form: what two copies of a story have in common whatever the house style.
 *
 * Case, quotes, hyphens and spaces are folded (NFKC_Casefold), "U.S." is "us", "1,000" is "1000", "5%" is "5 percent",
 * "seventeen" is "17", "August" is "aug", a dateline is left out. A word is kept as the hash of its folded bytes. The form is
 * part of the state's format: whoever changes it raises WORDS_VERSION. */
#ifndef KDEDUP_WORDS_H
#define KDEDUP_WORDS_H

#include "buf.h"
#include "hash.h"
#include "str.h"

#include <stdint.h>

#define WORDS_VERSION 1

struct words {
	uint64_t *hash; /* of each word, in order */
	size_t n, cap;
	uint32_t *fact; /* figures and names among them, in order, each with its place (FACT_PLACE) */
	size_t facts, facts_cap;
	size_t capitals; /* words that open with a capital */
	uint64_t before[2]; /* the last two words that are no facts */
	unsigned run;       /* facts since */
	struct buf word;    /* scratch */
};

/* A fact is 16 bits of its place (the two common words before it, and how many facts stand between), one that tells figures
 * from names, 15 of the fact itself. Two articles made from one form have other facts in the same places. */
#define FACT_FIGURE 0x8000u
#define FACT_PLACE(fact) ((fact) >> 15)

/* No words; the memory stays. */
void words_clear(struct words *w);
void words_free(struct words *w);

/* Appends the words of well-formed UTF-8. */
void words_add(struct words *w, struct str text);

/* 128 bits over all words. */
struct hash128 words_hash(const struct words *w);

/* The text without the dateline that opens it ("SEOUL, Nov. 4 (Yonhap) -- "), if there is one. */
struct str words_skip_dateline(struct str text);

#endif
