/* Names: gazetteer, then rules by form and context, then what refers back (surnames, acronyms, the North). */
#ifndef KTAG_NAMES_H
#define KTAG_NAMES_H

#include "doc.h"
#include "gaz.h"

/* Adds the candidates of the gazetteer and of the rules for unknown names. */
void names_find(struct doc *d, const struct gaz *g);

/* What a word says by itself to the rules for names (scan.h): for MEMO_NAME of its lexeme. */
uint32_t names_word(const struct token_word *t, struct str word);

/* May a rule for names begin at such a word? */
bool names_call(const struct token_word *t, uint32_t says);

/* What an article's texts have named so far: the body first, then its title and captions, which lean on it. */
struct memory;

/* Adds what refers back to a name of the article, and links all mentions of one entity. Mentions must be settled; settle again
 * afterwards. */
void refer(struct doc *d, const struct gaz *g, struct memory *m);

#endif
