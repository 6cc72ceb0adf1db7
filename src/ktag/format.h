/* Output for human eyes and annotation tools: text, conll, brat, explain. */
#ifndef KTAG_FORMAT_H
#define KTAG_FORMAT_H

#include "doc.h"
#include "ktag.h"
#include "out.h"

/* Writes one text of an article, whose mentions are settled. */
void format_write(struct out *out, const struct doc *d, const struct ktag_opt *opt);

#endif
