/* What the files hangul*.c share: rules for names in Hangul that no table has. */
#ifndef KTAG_HANGUL_RULE_H
#define KTAG_HANGUL_RULE_H

#include "hangul_word.h"
#include "scan.h"

/* "마현리 이장", "대성동 주민": a village before those who live there. */
bool hangul_village(const struct doc *d, size_t i);

/* Does the word at i say one of these SAYS_... by itself? */
static inline bool
says(const struct scan *s, size_t i, uint32_t what)
{
	return name_word(s->d, i) & what;
}

/* A name at i with its title behind it: 이경호 국방부 부대변인. */
bool person_titled(const struct scan *s, size_t i);

/* The token behind the foreign name at i that has its title behind it, i if there is none: 아르투르 쿱텔 폴란드 군비청장. */
size_t person_foreign(const struct scan *s, size_t i);

/* Adds the given name of the table with its surname, the Japanese name, the names of a list, that begin at i. */
bool person_given(struct scan *s, size_t i);
bool person_japanese(struct scan *s, size_t i);
bool person_listed(struct scan *s, size_t i);

/* Does a particle end the word? 방위사업학과 looks so. */
bool hangul_has_particle(const struct doc *d, size_t i);

/* The mention of that type that ends right before token i, a blank between them; NULL if none does. */
const struct mention *hangul_mention_before(const struct scan *s, size_t i, enum entity_type type);

/* The body whose name the first n bytes of token i end. */
void hangul_add_body(struct scan *s, size_t i, size_t n);

/* Adds the body that begins at token i, by what stands round it: by its head's name and title, its house, its rank. */
bool hangul_named_body(struct scan *s, size_t i);

/* Adds the company at i if its number at the exchange stands in brackets behind it. */
bool hangul_company(struct scan *s, size_t i);

/* 서던캘리포니아대 교수, 광운대 방위사업학과 교수: a university by the one who teaches there. */
bool hangul_university(const struct doc *d, size_t i);

/* Is the hit at i a place, and not the word of the same form: for all of the article, or here? */
bool hangul_place_settled(const struct scan *s, const struct gaz_hit *hit, size_t i);
bool hangul_place_evident(struct scan *s, const struct gaz_hit *hit, size_t i);

#endif
