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
	struct fold fold; /* for the gazetteer */
	bool plural; /* it ends in s */
	bool hangul; /* it ends in Hangul: perhaps a particle */
	bool alone;  /* it may be a whole name of the gazetteer by itself */
	uint32_t memo[MEMOS]; /* of the rules, for whatever follows from the word alone */
};

/* What a token takes from its word, beside the key: to find a word and to fill its token touches one line of the cache. */
struct lexicon_slot {
	uint64_t key[2]; /* the bytes of a word of at most 15, its fingerprint if it is longer; no word has 0 */
	struct token_word word;
	uint32_t lexeme; /* index into items */
	uint32_t pad;    /* to half a line */
};

struct lexicon {
	struct arena *arena;
	const struct gaz *gaz; /* gives CALL_GAZETTEER; may be NULL */
	struct lexeme *items;
	struct lexicon_slot *slots; /* open addressing by the key */
	unsigned shift; /* 64 - the binary logarithm of the slots */
	size_t n, cap;  /* of items; cap is half of the slots */
};

/* Empty; lives in the arena, as its words do. */
struct lexicon *lexicon_new(struct arena *arena, const struct gaz *g);

/* Forgets all words if they have become many: before an article begins. */
void lexicon_trim(struct lexicon *x);

/* The slot of a word or number; valid until the next call. */
const struct lexicon_slot *lexicon_word(struct lexicon *x, struct str word);

/* The same where the key is at hand and does not stand where it belongs; `word` is for a word that is new. */
const struct lexicon_slot *lexicon_add(struct lexicon *x, uint64_t a, uint64_t b, struct str word);

static inline size_t
lexicon_hash(const struct lexicon *x, uint64_t a, uint64_t b)
{
	return (a * 0x9E3779B97F4A7C15 + b * 0xC2B2AE3D27D4EB4F) >> x->shift;
}

static inline const struct lexicon_slot *
lexicon_find(struct lexicon *x, uint64_t a, uint64_t b, struct str word)
{
	const struct lexicon_slot *s = &x->slots[lexicon_hash(x, a, b)];

	return s->key[0] == a && s->key[1] == b ? s : lexicon_add(x, a, b, word);
}

static inline struct lexeme *
lexeme_of(const struct doc *d, size_t token)
{
	return &d->lexicon->items[token < d->tokens_n ? d->tokens[token].lexeme : 0];
}

#endif
