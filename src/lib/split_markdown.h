/* Markdown, which formatters of pages write: `[Kim Daon](https://...)`, `## HEADLINE`, `**Seoul**`, and the numbers of a text browser's
 * links, `[12]Seoul`. */
#ifndef KWIRE_SPLIT_MARKDOWN_H
#define KWIRE_SPLIT_MARKDOWN_H

#include "buf.h"
#include "str.h"

/* Without its marks: s itself if it has none, else what was put in *b, which was emptied. Of a line that is nothing but pictures nothing
 * changes. *heading: the line was a heading of the first order. */
struct str markdown_plain(struct str s, struct buf *b, bool *heading);

/* Is s the line of signs under a heading, one a character? */
bool markdown_underlines(struct str s, struct str heading);

#endif
