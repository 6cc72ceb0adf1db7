/* Furniture learnt from the stream: a short line that stands in the text of many different articles of one outlet. */
#ifndef KWIRE_SPLIT_LEARN_H
#define KWIRE_SPLIT_LEARN_H

#include "split_page.h"

struct learn;

/* A table of fixed size; NULL is valid and learns nothing. */
struct learn *learn_open(void);
void learn_close(struct learn *l);

/* Removes from the page's text the lines that are known by now, and counts the others. What it knows depends on the articles
 * before this one alone. */
void learn_page(struct learn *l, struct page *p, struct str source);

#endif
