/* What stands round the text of a line and is no part of it. */
#ifndef KWIRE_SPLIT_CLEAN_H
#define KWIRE_SPLIT_CLEAN_H

#include "buf.h"
#include "str.h"

/* Without blanks of any kind, the byte order mark and zero-width marks at both ends. */
struct str clean_trim(struct str s);

/* Without the tags that feeds leave round a paragraph, and the bars of a table's cell. */
struct str clean_tags(struct str s);

/* Nothing but blanks and tags: `<br>`. */
bool clean_is_blank(struct str s);

/* Appends s; tabs and NUL become blanks. */
void clean_put(struct buf *b, struct str s);

#endif
