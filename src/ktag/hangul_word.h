/* What a word in Hangul says by itself: person, title, body. */
#ifndef KTAG_HANGUL_WORD_H
#define KTAG_HANGUL_WORD_H

#include "doc.h"

enum { HANGUL_SYLLABLE = 3, HANGUL_NAME = 3 * HANGUL_SYLLABLE /* bytes of a name in full */ };

/* Kept in its lexeme beside NAME_... (scan.h), the length of its particle in the highest bits. */
enum {
	SAYS_HANJA = 1,         /* a state or a surname in Hanja, alone or before Hangul: 美, 李대통령 */
	SAYS_TITLE = 1 << 8, /* of numbers too: 1차관 */
	SAYS_PERSON = 1 << 9,
	SAYS_SURNAME = 1 << 10, /* one that may stand alone before a title */
	SAYS_FOREIGN = 1 << 11, /* part of a foreign name */
	SAYS_WEAPON = 1 << 13,
	SAYS_SHIP = 1 << 14,
	SAYS_NAME = 1 << 15, /* "조용원이": a name by its syllables, wherever it stands */
	SAYS_AGREEMENT = 1 << 16,
	SAYS_STATE = 1 << 17,
	SAYS_FACILITY = 1 << 18,
	SAYS_BODY = 1 << 19,      /* its last syllables, too, if they look like a particle */
	SAYS_STEM_BODY = 1 << 20, /* without its particle */
	SAYS_NEAR = 1 << 21,      /* a place stands before it */
	SAYS_UNIT = 1 << 22,      /* "17사단", "제431원정정찰대대": a military unit by its number */
	SAYS_SHORT = 1 << 23,     /* a surname and one syllable: a name before some titles */
	SAYS_ACCORD = 1 << 24,    /* 합의, 우호조약: a place or two states before it make it a name */
	SAYS_SUMMIT = 1 << 25,    /* 정상회의: of the body before it */
	SAYS_GLUED = 1 << 26,     /* "오아무개씨", "김씨는", "리일규씨가", "김연철장관은" */
	SAYS_DISTRICT = 1 << 27,  /* "개풍구역" */
	SAYS_PARTICLE = 28        /* its length from this bit on */
};

/* The bits that hold for a word; `t` is what its tokens share. */
uint32_t hangul_word(const struct token_word *t, struct str word);

/* Is it a title, be it with particles or fused with its office: 장관은, 통일부장관? */
bool hangul_title(struct str w);

/* Three syllables, the first a surname: the shape of a name, which 국방부 has, too. */
bool hangul_name_shape(struct str w);

/* How many bytes of w, in which a name is glued to its title, are the name: 0 if it is none. */
size_t hangul_fused(struct str w);

/* How many bytes of w are the head of an accord, a summit, a session, a site: 0 if none are, or more than a particle follows. */
size_t hangul_accord(struct str w);
size_t hangul_summit(struct str w);
size_t hangul_session(struct str w);
size_t hangul_site(struct str w);
size_t hangul_foreign_head(struct str w); /* 재단, 연구소 */

/* How much more likely the syllables of w are a foreign name's than those of another word: tenths of a logarithm. From
 * HANGUL_SURELY_FOREIGN on it can be nothing else. */
enum { HANGUL_SURELY_FOREIGN = 15 };
int hangul_foreign(struct str w);

/* The id of the state that a syllable, with at most a particle behind it, stands for; empty if it is none. */
struct str hangul_state(struct str w);

#endif
