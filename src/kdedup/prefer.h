/* --prefer longest, --prefer latest: of the versions of a story that one run sees, only the best is kept. All articles are held
 * in memory until the input ends. */
#ifndef KDEDUP_PREFER_H
#define KDEDUP_PREFER_H

#include "emit.h"

struct held {
	char *line; /* the article, without its newline */
	size_t n;
	struct verdict verdict; /* its strings are owned */
	char *id;
	uint32_t group; /* of versions, from 1: the number of the first of them; 0: left out in any case */
	size_t words;
	int32_t day;
	int minute; /* of the day, UTC; -1 if unknown */
};

struct prefer {
	struct held *item;
	size_t n, cap;
	bool longest;
};

/* Holds the article back. Returns its group, which later versions of it must name in verdict.group. */
uint32_t prefer_hold(struct prefer *p, struct article *a, struct str id, const struct verdict *v, size_t words);

/* Chooses, and writes what the mode wants. */
void prefer_release(struct prefer *p, struct emit *e);

/* Frees what is held. */
void prefer_free(struct prefer *p);

#endif
