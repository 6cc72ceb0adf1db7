/* One text of an article (body, title or captions) while ktag works on it.
 *
 * The stages run in this order and only add: tokens -> names -> dates -> overlaps are settled -> roles -> quotes. Offsets are
 * bytes here and become code points when the article is written. All memory is the article's arena. */
#ifndef KTAG_DOC_H
#define KTAG_DOC_H

#include "annot.h"
#include "article.h"

#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum token_kind {
	TOKEN_WORD,   /* letters and digits with a letter first ("Hwasong", "F", "국방부는"); inner apostrophes cut it */
	TOKEN_NUMBER, /* digit first, then letters and digits ("57th", "35A"); inner , and . between digits belong to it */
	TOKEN_PUNCT,  /* one code point that is neither */
	TOKEN_BREAK   /* the newline between paragraphs */
};

enum {
	TOKEN_SPACE = 1,   /* white space before it */
	TOKEN_CAPITAL = 2, /* first letter is upper case */
	TOKEN_UPPER = 4,   /* two or more letters, all upper case */
	TOKEN_HANGUL = 8,  /* first letter is Hangul or Hanja */
	TOKEN_SENTENCE = 16, /* first token of a sentence, be it a word or an opening quote */
	TOKEN_OPENS = 32,    /* first word of a sentence or of a quotation: its capital says nothing */
	TOKEN_HEADING = 64   /* of a paragraph in which nearly all words have capitals: they say nothing there */
};

/* Punctuation is known by its class, so that the many marks of one kind need no comparing: token.c holds the class. */
enum {
	MARK_OTHER,
	MARK_HYPHEN, /* - and U+2010-2012, U+2212 */
	MARK_DASH,   /* U+2013-2015 */
	MARK_DOT,
	MARK_COMMA,
	MARK_STOP,  /* ? ! and ideographic full stop */
	MARK_COLON, /* : ; */
	MARK_APOSTROPHE, /* ' and U+2018 U+2019 ` */
	MARK_QUOTE, /* " and the other double marks */
	MARK_OPEN,  /* ( [ < { and their wide forms */
	MARK_CLOSE,
	MARK_SLASH,
	MARK_AMPERSAND,
	MARK_MIDDLE /* middle dots */
};

/* Most words mean nothing to most stages, so a stage visits the tokens that call for it alone: doc_next. */
enum {
	CALL_GAZETTEER = 1, /* a name of the gazetteer may begin with the word */
	CALL_NAME = 2,      /* a rule for names may (names.c) */
	CALL_REFER = 4,     /* it may refer back: capitals and Hangul */
	CALL_DATE = 8,      /* a date may begin at it or hang on it */
	CALL_STEP = 16,     /* a sentence or paragraph begins: the same bit as TOKEN_SENTENCE */
	CALL_AMOUNT = 32,   /* the sign, unit or number of an amount */
	CALL_JOINT = 64     /* a break, or a mark that may join words or be a quotation mark (role_unit.c) */
};

/* What of a token follows from its word alone (lexicon.h). */
struct token_word {
	uint8_t kind, flags, mark, calls;
	uint32_t classes;
};

struct token {
	uint32_t start, end; /* bytes in text; then the members of struct token_word */
	uint8_t kind, flags;
	uint8_t mark;     /* of TOKEN_PUNCT: MARK_... */
	uint8_t calls;    /* CALL_...: the stages it calls for */
	uint32_t classes; /* of TOKEN_WORD: what the word list says of it (words.h) */
	uint32_t lexeme;  /* of words and numbers: what else is known of it (lexicon.h) */
};

/* A mention. `entity` joins those of one entity in the text: the index of its first mention, once link_mentions has set it. */
struct mention {
	enum entity_type type;
	uint32_t start, end; /* bytes in text */
	uint32_t token; /* in which it begins */
	uint32_t entity;
	uint32_t flags; /* MENTION_... */
	struct str id, name, value;
	const char *rule; /* what found it: static text */
};

enum {
	MENTION_WEAK = 1,  /* gives way to any other mention, and needs evidence in the text */
	MENTION_FIXED = 2, /* was in the article before: kept as it is */
	MENTION_INNER = 4, /* lies inside another one (--nested) */
	MENTION_GENERIC = 8, /* a body that several countries have: Defense Ministry */
	MENTION_OTHER = 16 /* a man surnamed Kim, who is no other Kim */
};

struct doc {
	struct article *article;
	struct arena *arena;
	struct lexicon *lexicon; /* doc_tokens makes one if there is none */
	struct str field; /* "text", "title", "captions" */
	struct str text;
	struct token *tokens;
	size_t tokens_n, tokens_cap;
	uint8_t *calls; /* of every token; behind the last stands one that calls for all */
	struct mention *mentions; /* in text order once overlaps are settled */
	size_t mentions_n, mentions_cap;
	size_t settled_n; /* the first of them that overlap no longer */
};

/* Cuts the text into tokens and marks sentence starts. */
void doc_tokens(struct doc *d);

/* The first token from i on that calls for one of the stages; tokens_n if there is none. */
static inline size_t
doc_next(const struct doc *d, size_t i, uint8_t calls)
{
#ifdef __SSE2__
	const __m128i wanted = _mm_set1_epi8((char)calls);

	for (;; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(d->calls + i));
		unsigned none = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_and_si128(v, wanted), _mm_setzero_si128()));
		if (none != 0xFFFF)
			return i + (size_t)__builtin_ctz(~none);
	}
#else
	while (!(d->calls[i] & calls))
		i++;
	return i;
#endif
}

/* TOKEN_WORD or TOKEN_NUMBER, and the flags that follow from the word itself. */
uint8_t token_kind(struct str word, uint8_t *flags);

/* Index of the first token that starts at or after byte `at`; tokens_n if there is none. */
size_t doc_token_at(const struct doc *d, size_t at);

/* The token that holds byte `at`, or the first behind it. */
size_t doc_token_of(const struct doc *d, size_t at);

/* The bytes of a token, or from token `first` to token `last`, inclusive. */
static inline struct str
doc_span(const struct doc *d, size_t first, size_t last)
{
	if (last >= d->tokens_n || first > last)
		return str_of("", 0); /* a rule looks behind the last word */
	return str_of(d->text.p + d->tokens[first].start, d->tokens[last].end - d->tokens[first].start);
}

/* The text of a mention. */
static inline struct str
mention_str(const struct doc *d, const struct mention *m)
{
	return str_of(d->text.p + m->start, m->end - m->start);
}

/* Adds a mention that begins with a token and ends before byte `end`; returns it. Where it begins inside of the token, set its start. The
 * pointer is valid until the next call. */
struct mention *doc_mention(struct doc *d, enum entity_type type, size_t token, size_t end, const char *rule);

/* Sorts the mentions and settles overlaps: the longest wins, then the priority of its type. With `nested`, mentions that lie
 * wholly inside another stay, flagged MENTION_INNER. */
void doc_settle(struct doc *d, bool nested);

#endif
