/* Looking at the tokens round a place. Indices beyond either end are breaks. */
#ifndef KTAG_TOKENS_H
#define KTAG_TOKENS_H

#include "digit.h"
#include "doc.h"
#include "list.h"

/* Token i. */
static inline const struct token *
tok(const struct doc *d, size_t i)
{
	static const struct token none = { .kind = TOKEN_BREAK };

	return i < d->tokens_n ? &d->tokens[i] : &none;
}

/* Is it a word? */
static inline bool
is_word(const struct doc *d, size_t i)
{
	return tok(d, i)->kind == TOKEN_WORD;
}

/* A word that opens with a capital. */
static inline bool
is_capital(const struct doc *d, size_t i)
{
	const struct token *t = tok(d, i);

	return t->kind == TOKEN_WORD && t->flags & TOKEN_CAPITAL;
}

/* A word in Latin script that does not. */
static inline bool
is_lower(const struct doc *d, size_t i)
{
	const struct token *t = tok(d, i);

	return t->kind == TOKEN_WORD && !(t->flags & (TOKEN_CAPITAL | TOKEN_HANGUL));
}

/* It begins with Hangul or Hanja. */
static inline bool
is_hangul(const struct doc *d, size_t i)
{
	return tok(d, i)->flags & TOKEN_HANGUL;
}

/* Two or more letters, all upper case. */
static inline bool
is_upper(const struct doc *d, size_t i)
{
	return tok(d, i)->flags & TOKEN_UPPER;
}

/* The first word of a sentence or quotation, whose capital says nothing. */
static inline bool
is_opening(const struct doc *d, size_t i)
{
	return tok(d, i)->flags & TOKEN_OPENS;
}

/* Of a paragraph in which nearly all words have capitals: they say nothing there. */
static inline bool
in_heading(const struct doc *d, size_t i)
{
	return tok(d, i)->flags & TOKEN_HEADING;
}

/* Does the word list give it one of these CLASS_...? */
static inline bool
has_class(const struct doc *d, size_t i, uint32_t classes)
{
	return tok(d, i)->classes & classes;
}

/* A Roman numeral by its own sign, U+2160 and its like. */
static inline bool
is_roman(const struct doc *d, size_t i)
{
	return tok(d, i)->kind != TOKEN_PUNCT && tok(d, i)->end >= tok(d, i)->start + 3
	    && memcmp(d->text.p + tok(d, i)->start, "\xE2\x85", 2) == 0;
}

/* Punctuation of that kind: MARK_... */
static inline bool
is_mark(const struct doc *d, size_t i, int mark)
{
	const struct token *t = tok(d, i);

	return t->kind == TOKEN_PUNCT && t->mark == mark;
}

/* White space before token i. */
static inline bool
is_spaced(const struct doc *d, size_t i)
{
	return tok(d, i)->flags & TOKEN_SPACE;
}

/* No white space between token i and the one before it. */
static inline bool
is_glued(const struct doc *d, size_t i)
{
	return !is_spaced(d, i) && i > 0 && i < d->tokens_n;
}

/* Bytes of token i. */
static inline size_t
length(const struct doc *d, size_t i)
{
	return tok(d, i)->end - tok(d, i)->start;
}

/* The bytes of token i before its first letter that is not ASCII: the number of "2025에서". */
static inline size_t
ascii_length(const struct doc *d, size_t i)
{
	size_t n = 0;

	while (n < length(d, i) && (uint8_t)d->text.p[tok(d, i)->start + n] < 0x80)
		n++;
	return n;
}

/* The word at i, whatever its case. */
static inline bool
word_is(const struct doc *d, size_t i, const char *word)
{
	return is_word(d, i) && str_eq_nocase(doc_span(d, i, i), str_z(word));
}

/* Is token i one of the words of a list? */
static inline bool
word_listed(const struct doc *d, size_t i, struct list *words)
{
	return is_word(d, i) && list_has(words, doc_span(d, i, i));
}

#define word_in(d, i, words) word_listed(d, i, LIST(words))

/* "57th", "2nd": a number with the ending of an ordinal. */
static inline bool
is_ordinal(const struct doc *d, size_t i)
{
	struct str w = doc_span(d, i, i);

	return tok(d, i)->kind == TOKEN_NUMBER && w.n >= 2
	    && (str_ends(w, STR("st")) || str_ends(w, STR("nd")) || str_ends(w, STR("rd")) || str_ends(w, STR("th"))
		|| str_ends(w, STR("2d")) || str_ends(w, STR("3d"))); /* 2d Infantry Division */
}

/* Hyphen between two words: i is the hyphen. */
static inline bool
is_hyphen(const struct doc *d, size_t i)
{
	return is_mark(d, i, MARK_HYPHEN) && is_glued(d, i) && is_glued(d, i + 1);
}

#endif
