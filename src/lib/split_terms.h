/* What a page speaks of: its words, by their first letters, but for those that stand in any news. */
#ifndef KWIRE_SPLIT_TERMS_H
#define KWIRE_SPLIT_TERMS_H

#include "split_bound.h"

struct terms;

/* An empty set, on the heap: terms_close() frees it. */
struct terms *terms_open(void);
void terms_close(struct terms *t);

/* Another page begins. */
void terms_clear(struct terms *t);

#define TERMS_SHARED 5 /* words: more tell no more */

/* How many different words of the text from line i on, of a paragraph or two, stand in the page that goes up to line `before`;
 * TERMS_SHARED if there are more. */
unsigned terms_shared(const struct view *v, size_t before, size_t i);

/* Are the quotes of the text from line i on curly, where those of the page are straight, or the other way round? A page keeps to one. Asked
 * behind terms_shared(), of the same lines. */
bool terms_other_hand(const struct view *v, size_t before, size_t i);

/* Brings the names of the page's paragraphs up to line `before` (split_flow.h). */
void terms_names(const struct view *v, size_t before);

/* What is remembered of names: sets a mark, and tells whether it is set. */
void terms_mark(struct terms *t, uint32_t mark);
bool terms_marked(const struct terms *t, uint32_t mark);

/* Without a view: adds the words of a text, and counts those of another, common ones left out; *known of them are in the set. */
void terms_add(struct terms *t, struct str s);
unsigned terms_count(const struct terms *t, const struct rules *r, struct str s, unsigned *known);

#endif
