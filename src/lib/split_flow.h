/* How names run on in a story: given in full where it brings them in, `Kim Han-sol`, by one word from there on, `Kim`. */
#ifndef KWIRE_SPLIT_FLOW_H
#define KWIRE_SPLIT_FLOW_H

#include "split_bound.h"

enum flow {
	FLOW_GOES_ON,  /* a paragraph says by one word whom the page before gave in full */
	FLOW_AGAIN,    /* it gives in full whom the page before had said by one word already */
	FLOW_FRESH,    /* no word that stands for a name is known */
	FLOW_TAKEN_UP, /* the paragraph behind it says by one word whom it brings in */
	FLOWS
};

/* What is so of paragraph i, no Korean one, and of the page that goes up to line `before`: a bit each. */
unsigned flow_at(const struct view *v, size_t before, size_t i);

/* Adds the names of a text to the words of its page. */
void flow_note(struct terms *t, const struct rules *r, struct str s);

#endif
