/* The introduction of a digest, which is no article. */
#ifndef KWIRE_SPLIT_DIGEST_H
#define KWIRE_SPLIT_DIGEST_H

#include "split_page.h"

/* `The following is the second summary ...` */
bool digest_introduces(const struct page *p);

/* A few lines above the first rule of dashes: `Five stories of the day, compiled by our desk`. `more`: a line stands behind the page. */
bool digest_opens(const struct page *p, struct article *a, bool more);

/* What it says of date and source counts for the items. */
void carry_set(struct carry *c, struct article *a);

#endif
