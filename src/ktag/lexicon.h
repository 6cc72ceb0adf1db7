/* The words and numbers of the texts, each known once: what the tables say of a word is looked up when it is first met, and every
 * token of it shares that lexeme (token.lexeme, lexeme_of). News repeats its words, so one comparison of 16 bytes serves for all
 * look-ups.
 *
 * A rule that has a table of its own keeps its answer in a memo of the lexeme: 0 means not asked yet, so store the answer + 1 or
 * with a bit set. Two tokens have one lexeme if and only if they have the same bytes; a mark or a break has lexeme 0, whose
 * memos must stay 0.
 *
 *	uint32_t *memo = &lexeme_of(d, i)->memo[MEMO_DATE];
 *	if (!*memo)
 *		*memo = 1 + look_up(doc_span(d, i, i));
 */
#ifndef KTAG_LEXICON_H
#define KTAG_LEXICON_H

#include "arena.h"
#include "doc.h"
#include "gaz_fold.h"

struct gaz;

enum memo { MEMO_NAME, MEMO_DATE, MEMO_AMOUNT, MEMO_ROLE, MEMO_SAY, MEMO_TENSE, MEMOS };

struct lexeme {
	uint64_t key[2];  /* the bytes of a word of at most 15, its fingerprint if it is longer */
	struct fold fold; /* for the gazetteer */
	struct token_word word;
	bool plural; /* it ends in s */
	bool hangul; /* it ends in Hangul: perhaps a particle */
	bool alone;  /* it may be a whole name of the gazetteer by itself */
	uint32_t memo[MEMOS]; /* of the rules, for whatever follows from the word alone */
};

struct lexicon {
	struct arena *arena;
	const struct gaz *gaz; /* gives CALL_GAZETTEER; may be NULL */
	struct lexeme *items;
	uint32_t *slots; /* open addressing by the key: index into items, 0 is free */
	unsigned shift;  /* 64 - the binary logarithm of the slots */
	size_t n, cap;
};

struct lexicon *lexicon_new(struct arena *arena, const struct gaz *g);

/* Forgets all words if they have become many: before an article begins. */
void lexicon_trim(struct lexicon *x);

/* The lexeme of a word or number. */
uint32_t lexicon_word(struct lexicon *x, struct str word);

/* The same where the key is at hand; `word` is for a word that is new. */
uint32_t lexicon_add(struct lexicon *x, uint64_t a, uint64_t b, struct str word);

static inline uint32_t
lexicon_find(struct lexicon *x, uint64_t a, uint64_t b, struct str word)
{
	uint64_t hash = (a * 0x9E3779B97F4A7C15 + b * 0xC2B2AE3D27D4EB4F) >> x->shift;
	uint32_t i = x->slots[hash];

	/* a chain of more than one is rare */
	return i && x->items[i].key[0] == a && x->items[i].key[1] == b ? i : lexicon_add(x, a, b, word);
}

static inline struct lexeme *
lexeme_of(const struct doc *d, size_t token)
{
	return &d->lexicon->items[token < d->tokens_n ? d->tokens[token].lexeme : 0];
}

#endif
