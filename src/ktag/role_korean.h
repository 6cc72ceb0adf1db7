/* Titles of Korean text: 안규백 국방부 장관은, 통일연구원 김상욱 선임연구위원, 이성준 공보실장(대령). */
#ifndef KTAG_ROLE_KOREAN_H
#define KTAG_ROLE_KOREAN_H

#include "role_title.h"

/* The next title of the person at unit p, looked for from unit *at on, which moves behind it. The title may end inside its last
 * unit, whose end is then moved (particles are cut off). */
bool title_korean(struct units *us, size_t p, size_t *at, struct title *t);

/* The title before the name at unit *at, which may have been given to another, or before the person's other title there; *at moves to where
 * it begins: 국방부 대변인 NAME, 국방위 간사인 NAME, 총비서이시며 국무위원장이신 NAME. */
bool title_korean_before(struct units *us, size_t *at, struct title *t);

/* The length of the title noun that ends the word, without its particle; 0 if there is none. */
size_t korean_head(const struct role_words *w, struct str word);

/* Particles that mark a subject are cut off the end of a word. */
struct str korean_stem(struct str word);

/* A numbered office: 1차장, 2차관은. */
bool korean_numbered(const struct units *us, size_t i);

#endif
