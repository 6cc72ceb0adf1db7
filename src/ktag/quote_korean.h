/* What the speakers of Korean quotes are told by: particles, nouns for persons, offices. Units are those of quote_frame.h. */
#ifndef KTAG_QUOTE_KOREAN_H
#define KTAG_QUOTE_KOREAN_H

#include "quote_frame.h"

enum { SYLLABLE = 3 /* bytes */, STEM = 2 * SYLLABLE /* 강조, 평가 */ };

/* What hangs on a quotation's closing mark. */
enum hang {
	HANGS_NOT,
	HANGS_TOLD,  /* "..."고, "..."라고도: the next verb tells it */
	HANGS_ON,    /* "..."며, "..."면서: it goes on, the verb of what follows tells it */
	HANGS_NOUN,  /* "..."는, "..."라는: a noun follows */
	HANGS_OBJECT /* "..."를 강조했다, "..."로 평가했다: a fragment that a verb of speech takes */
};

/* What hangs on the closing mark of q. */
enum hang korean_hang(const struct frame *f, const struct stretch *q);

/* The unit behind what hangs there. */
size_t korean_behind(const struct frame *f, const struct stretch *q);

/* Is what stands in the marks somebody's words at all, going by its marks and what hangs on them? A term or a title is not. */
bool korean_words(const struct frame *f, const struct stretch *q, enum hang hang);

/* Does the quotation end like a sentence: "...한다"는 입장이다, but "힘에 의한 평화"는 구호다? */
bool korean_sentence(const struct frame *f, const struct stretch *q);

/* The verb from unit i on, behind the mark: told if it follows what hangs there at once, and not by way of another quotation. */
size_t korean_verb(struct frame *f, size_t i, bool told);

/* Does a particle that marks a topic or a subject end the unit, or follow it? */
bool subject_particle(struct frame *f, size_t i, bool topic);

/* The person or body whose phrase the particle at unit i closes. */
bool named(struct frame *f, size_t i, size_t low, struct speaker *s);

/* The noun phrase whose last word is the first n bytes of unit i. */
bool korean_phrase(struct frame *f, size_t i, size_t low, size_t n, struct speaker *s);

/* Does a noun for a person end the word at unit i, its particle aside: 고위관계자는? */
bool korean_who(const struct frame *f, size_t i);

/* The classes of a Korean word: SAY_... */
static inline uint32_t
korean_class(const struct frame *f, struct str word)
{
	return role_word_exact(f->say, word);
}

/* Does a clause end at unit i: 추정했지만, 밝혔고, 반발하자? Nouns of two syllables end so, too: 사고, 보고. */
bool korean_clause_ends(const struct frame *f, size_t i);

/* 말한, 밝힌: a verb of speech before a noun. */
bool korean_adnominal(const struct frame *f, size_t i);

/* Is the clause whose verb comes from unit i on inside another one, so that the nearest subject spoke: 지시했다고 보도했다, 묻자, 한 데 대해? */
bool korean_inner(const struct frame *f, size_t i);

#endif
