/* What the gazetteer finds, as known.c and known_split.c add it. */
#ifndef KTAG_KNOWN_H
#define KTAG_KNOWN_H

#include "scan.h"

/* Adds a mention of the entity on so many tokens from `from` on, up to byte `end`, and notes it on them. Valid until the next is added. */
struct mention *known_add(struct scan *s, const struct gaz_entity *e, size_t from, size_t tokens, size_t end);

/* Two names under one form of two tokens or more. Adds them and returns the last token done; i + hit->tokens if the form is one name. */
size_t known_split(struct scan *s, const struct gaz_hit *hit, size_t i, const struct gaz_entity *e);

/* "south Korean", as KCNA writes: i - 1 if "south" or "north" before the country or people e at i is part of the name, else i. */
size_t known_compass(const struct doc *d, size_t i, struct gaz_entity *e);

#endif
