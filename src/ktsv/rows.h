/* The rows that an article gives in each table. */
#ifndef KWIRE_KTSV_ROWS_H
#define KWIRE_KTSV_ROWS_H

#include "doc.h"
#include "filter.h"
#include "sheet.h"

/* Each adds to its sheet the rows of one article that pass the filter. */
void rows_articles(struct sheet *s, struct doc *d, const struct filter *f);
void rows_mentions(struct sheet *s, struct doc *d, const struct filter *f);
void rows_roles(struct sheet *s, struct doc *d, const struct filter *f);
void rows_quotes(struct sheet *s, struct doc *d, const struct filter *f);
void rows_dates(struct sheet *s, struct doc *d, const struct filter *f);
void rows_pairs(struct sheet *s, struct doc *d, const struct filter *f);
void rows_paragraphs(struct sheet *s, struct doc *d, const struct filter *f);

#endif
