/* What an article brought along, as long as --replace is not given: it leaves as it came, byte for byte, whoever made it, and
 * no new mention overlaps it. */
#ifndef KTAG_KEPT_H
#define KTAG_KEPT_H

#include "doc.h"

/* The texts of an article in which names are looked for, in the order in which their mentions are written. */
enum { FIELD_TITLE, FIELD_TEXT, FIELD_CAPTIONS, FIELDS };

/* Mentions of one field, by their start. */
struct kept {
	struct entity *items; /* in the article's arena */
	size_t n;
};

/* Reads the entities of an article whose texts are docs[FIELDS]; kept[FIELDS] is for fields that are none of these. Entities
 * that have not the form of kwire.5, or lie outside their texts, are all dropped, with a message and STATUS_INPUT. */
void kept_read(struct kept kept[FIELDS + 1], struct article *a, const struct doc *docs);

/* Adds those whose type ktag knows to the mentions of d, so that the rules see them. */
void kept_mark(const struct kept *k, struct doc *d);

#endif
