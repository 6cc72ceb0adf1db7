/* On which side of the cut between two pages a line stands. */
#ifndef KWIRE_SPLIT_SIDE_H
#define KWIRE_SPLIT_SIDE_H

#include "split_view.h"

/* What one line says of the place of the cut, in tenths of logarithms of odds. */
struct side {
	short above; /* that it stands above the text of the page behind the cut rather than below that of the page before it */
	short first; /* besides, that a page begins with it */
	short last;  /* and that one ends with it */
};

/* The line `i` of those from `from`, below a paragraph, to `to`, the first paragraph of the page behind. *headlines: how many lines below
 * it could be that page's headline; one more, if it could be. */
struct side side_points(const struct bound *b, const struct view *v, size_t from, size_t i, size_t to, unsigned *headlines);

#endif
