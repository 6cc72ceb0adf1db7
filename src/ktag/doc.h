/* One text of an article (body, title or a caption) while ktag works on it.
 *
 * The stages run in this order and only add: tokens -> names -> dates -> overlaps are settled -> roles -> quotes. Offsets are
 * bytes here and become code points when the article is written. All memory is the article's arena. */
#ifndef KTAG_DOC_H
#define KTAG_DOC_H

#include "annot.h"
#include "article.h"

#include <stdint.h>

enum token_kind {
	TOKEN_WORD,   /* letters and digits with a letter first ("Hwasong", "F", "국방부는"); inner apostrophes cut it */
	TOKEN_NUMBER, /* starts with a digit; inner , and . between digits belong to it ("1,022", "4.5") */
	TOKEN_PUNCT,  /* one code point that is neither */
	TOKEN_BREAK   /* the newline between paragraphs */
};

enum {
	TOKEN_SPACE = 1,   /* white space before it */
	TOKEN_CAPITAL = 2, /* first letter is upper case */
	TOKEN_UPPER = 4,   /* two or more letters, all upper case */
	TOKEN_HANGUL = 8,  /* first letter is Hangul */
	TOKEN_SENTENCE = 16 /* first token of a sentence */
};

struct token {
	uint32_t start, end; /* bytes in text */
	uint8_t kind, flags;
};

/* A mention. `entity` joins the mentions of one entity inside the article: the index of its first mention. */
struct mention {
	enum entity_type type;
	uint32_t start, end; /* bytes in text */
	uint32_t entity;
	struct str id, name, value;
	const char *rule; /* what found it: static text */
};

struct doc {
	struct article *article;
	struct arena *arena;
	struct str field; /* "text", "title", "captions" */
	struct str text;
	struct token *tokens;
	size_t tokens_n, tokens_cap;
	struct mention *mentions; /* in text order once overlaps are settled */
	size_t mentions_n, mentions_cap;
};

/* Cuts the text into tokens and marks sentence starts. */
void doc_tokens(struct doc *d);

/* Index of the first token that starts at or after byte `at`. */
size_t doc_token_at(const struct doc *d, size_t at);

/* The bytes of a token, or from token `first` to token `last`, inclusive. */
struct str doc_span(const struct doc *d, size_t first, size_t last);

/* Adds a mention (bytes); returns it. The pointer is valid until the next call. */
struct mention *doc_mention(struct doc *d, enum entity_type type, size_t start, size_t end, const char *rule);

/* Sorts the mentions and settles overlaps: the longest wins, then the priority of its type. */
void doc_settle(struct doc *d);

#endif
