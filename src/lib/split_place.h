/* Where among the lines between two paragraphs one page ends and the next begins. */
#ifndef KWIRE_SPLIT_PLACE_H
#define KWIRE_SPLIT_PLACE_H

#include "split_view.h"

/* The line that the next page begins with, among those from `from`, below a paragraph, to `to`, which is of the next page. */
size_t place_find(const struct bound *b, const struct view *v, size_t from, size_t to);

/* The first line from `from`, below a paragraph, that does not belong to the text above it: `to` if all do. */
size_t place_behind(const struct bound *b, const struct view *v, size_t from, size_t to);

/* What stands behind the last sentence of the line says that it is the last one of its page. */
bool place_ends(const struct view *v, size_t i);

/* `댓글 12`: it stands in heads as well as in tails. */
bool place_counts(const struct view *v, size_t i);

/* A date or a byline is the next line, as under headlines. */
bool place_signed(const struct view *v, size_t i);

/* A line that closes an article. */
bool place_closes(const struct view *v, size_t i);

/* A line of which nothing is known but that it could be a headline. */
bool place_heads(const struct view *v, size_t i);

/* The line stands twice between `from` and `to`, as headlines do, perhaps with the name of the site behind it. */
bool place_doubled(const struct view *v, size_t from, size_t i, size_t to);

/* An item of a list, `Most viewed`, between `from` and `to`; known once place_find was asked. */
bool place_in_list(const struct view *v, size_t from, size_t i, size_t to);

/* The last line of a page that was cut, below the text that goes up to line `from`. */
bool place_breaks_off(const struct view *v, size_t from, size_t i);

#endif
