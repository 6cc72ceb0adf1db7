/* Quotes: text inside quotation marks that somebody says or writes, and who (kwire.5, key "quotes"). */
#ifndef KTAG_QUOTE_H
#define KTAG_QUOTE_H

#include "doc.h"
#include "role.h"

/* Finds the quotes in d, whose mentions are settled, and sets them in d->article. `roles` is what roles_find gave: it tells
 * who "the minister" is. */
void quotes_find(struct doc *d, const struct role_list *roles);

#endif
