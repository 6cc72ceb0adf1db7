/* The words and tokens of dates: what the reader of dates (pagedate.c) works on. */
#ifndef KWIRE_PAGEDATE_TOKEN_H
#define KWIRE_PAGEDATE_TOKEN_H

#include "ascii.h"
#include "pagedate.h"

#define PAGEDATE_WORD 24 /* bytes */
#define TOKENS 24 /* a date with weekday, time and zone has less */

enum word_kind { WORD_NONE, WORD_MONTH, WORD_DAY, WORD_ZONE, WORD_AM, WORD_PM, WORD_AT, WORD_UNIT, WORD_LABEL };

struct word {
	unsigned char text[PAGEDATE_WORD + 1]; /* length first */
	unsigned char kind;
	short value;
};

enum token_kind { T_END, T_NUMBER, T_WORD, T_SIGN };

struct token {
	enum token_kind kind;
	struct str s;
	int value, digits;       /* of a number */
	enum word_kind word;     /* of a word: what it means */
	char sign;               /* ASCII sign; '-' for all dashes, '|' for all middle dots and bars */
	bool spaced;             /* white space before it */
};

struct scan {
	const struct pagedate_words *words;
	struct str s;
	struct token token[TOKENS];
	size_t n;   /* cut so far: most texts are no dates by their second token */
	size_t at;  /* the next one begins here */
	bool ended; /* token[n] is T_END */
};

/* A letter of any script. */
static inline bool
in_word(char c)
{
	return is_letter(c) || (c & 0x80);
}

/* What a word means, in any case of letters; NULL if dates have no such word. */
const struct word *pagedate_word(const struct pagedate_words *w, struct str s);

/* Bytes of the number, or word of letters, at byte i. */
size_t pagedate_number(struct str s, size_t i, struct token *t);
size_t pagedate_letters(struct str s, size_t i, struct token *t);

/* Cuts the next token; behind TOKENS of them the text counts as ended. */
void pagedate_token(struct scan *c);

/* Token number i, the end if there are fewer. */
static inline const struct token *
tok(struct scan *c, size_t i)
{
	while (i >= c->n && !c->ended)
		pagedate_token(c);
	return &c->token[i < c->n ? i : c->n];
}

#endif
