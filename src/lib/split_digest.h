/* Digests: several stories under one introduction, which is no article, with one date and one owner. */
#ifndef KWIRE_SPLIT_DIGEST_H
#define KWIRE_SPLIT_DIGEST_H

#include "split_page.h"

/* `The following is the second summary ...` */
bool digest_introduces(const struct page *p);

/* A few lines above the first rule of dashes: `Five stories of the day, compiled by our desk`. `more`: a line stands behind the page. */
bool digest_opens(const struct page *p, struct article *a, bool more);

/* What it says of date and source counts for the items. */
void carry_set(struct carry *c, struct article *a);

/* The copyright line below a digest's last item counts for all of them, of which p is the first: it is looked for in the n lines known from
 * its first one on. False: more lines must be known; `ended`: there are none. */
bool digest_right(struct carry *c, const struct page *p, size_t n, bool ended);

#endif
