/* Quotes: text inside quotation marks that somebody says or writes, and who (kwire.5, key "quotes"). */
#ifndef KTAG_QUOTE_H
#define KTAG_QUOTE_H

#include "doc.h"
#include "role.h"

/* The verbs of speech and their kin (data/quote_word.tsv), loaded once and shared by all documents. */
struct quote_words;

struct quote_words *quote_words_open(void);
void quote_words_close(struct quote_words *w);

/* Finds the quotes in d, whose mentions are settled, and sets them in d->article. `roles` is what roles_find gave: it tells
 * who "the minister" is. */
void quotes_find(struct doc *d, const struct quote_words *w, const struct role_list *roles);

#endif
