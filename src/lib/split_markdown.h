/* Markdown, which formatters of pages write: `[Kim Daon](https://...)`, `## HEADLINE`, `**Seoul**`, and the numbers of a text browser's
 * links, `[12]Seoul`. */
#ifndef KWIRE_SPLIT_MARKDOWN_H
#define KWIRE_SPLIT_MARKDOWN_H

#include "buf.h"
#include "split_line.h"

/* Without its marks: s itself if it has none, else what was put in *b, which was emptied. Of a line that is nothing but pictures nothing
 * changes. *heading: the line was a heading of the first order. */
struct str markdown_plain(struct str s, struct buf *b, bool *heading);

/* Marks line l of a text as a heading of the first order, or the line above it if l has its signs, which then are no boundary; `below`: a
 * line of the same page stands above. */
void markdown_mark(struct line *l, const struct buf *text, bool below, bool heading);

#endif
