/* Byte offsets of code points of one text, asked for in any order: every 256th is kept, so that no question costs more than a
 * short walk. */
#ifndef KWIRE_KTSV_POINTS_H
#define KWIRE_KTSV_POINTS_H

#include "arena.h"

struct points {
	struct str text;
	size_t *marks; /* byte offsets of code points 0, 256, 512, ... */
	size_t length; /* code points */
};

/* For well-formed text, which must stay valid as long as the arena's piece. */
void points_open(struct points *p, struct arena *arena, struct str text);

/* The code points from start to end. */
struct str points_slice(const struct points *p, size_t start, size_t end);

#endif
