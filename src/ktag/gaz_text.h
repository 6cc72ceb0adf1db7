/* The coded text of the gazetteer. Names are made of few words, so a word is coded in one byte or two; one that occurs once stands
 * as it is. Between two letters or digits of two units a space is meant. Most ids are their names: they are coded in a byte.
 *
 * A record of the pool is a byte (type, and four bits of flags above it) and its fields: name, id, kind, country, each its length
 * (LEB128) and its text. */
#ifndef KTAG_GAZ_TEXT_H
#define KTAG_GAZ_TEXT_H

#include "buf.h"
#include "gaz_image.h"

/* Words and marks, the most frequent first. */
struct gaz_units {
	const char *text;
	const uint16_t *at; /* where each begins in `text`, without the bit above the sixteen; one more for the end */
	uint32_t wrap;      /* the first that has that bit */
};

enum {
	UNIT_SLUG = 0,    /* the name as ids write it: nothing follows */
	UNIT_RAW = 1,     /* a length and that many bytes */
	UNIT_SHORT = 2,   /* units 0 to 197 */
	UNIT_LONG = 200,  /* and the others, with the byte that follows */
	UNIT_LONGS = 198, /* the first of these */
	UNITS = UNIT_LONGS + (256 - UNIT_LONG) * 256,
	UNIT_LONGEST = 16 /* bytes of a unit; as many lie behind the last */
};

/* Adds the text to `to`. */
void gaz_expand(const struct gaz_units *units, const uint8_t *code, size_t n, struct str name, struct buf *to);

/* "Ahn Byung-seok" as ids write it: ahn-byung-seok. */
void gaz_slug(struct str name, struct buf *to);

/* The length in front of a text; steps over it. */
static inline size_t
gaz_length(const uint8_t **p)
{
	size_t n = 0;
	unsigned shift = 0;

	for (; **p & 0x80; ++*p, shift += 7)
		n |= (size_t)(**p & 0x7F) << shift;
	return n | (size_t) * (*p)++ << shift;
}

#endif
