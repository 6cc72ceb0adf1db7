/* Stretches of text between quotation marks, whatever the marks look like. */
#ifndef KTAG_QUOTE_MARK_H
#define KTAG_QUOTE_MARK_H

#include "role_unit.h"

struct stretch {
	uint32_t start, end;     /* bytes of what stands between the marks */
	uint32_t open, close;    /* units of the marks; close is the last unit inside where the closing mark is lost */
	bool single;             /* single marks */
	bool lost;               /* no closing mark */
	bool goes_on;            /* the next paragraph opens it again */
	bool comma;              /* a comma stood before the closing mark */
	char stop;               /* . ? ! at its end, or 0 */
};

struct stretches {
	struct stretch *items;
	size_t n, cap;
};

/* Finds all of a text, in order; their array is in the arena. */
void stretches_find(struct stretches *all, struct units *us, struct arena *arena);

#endif
