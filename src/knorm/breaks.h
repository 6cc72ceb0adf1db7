/* The evidence at one line break. */
#ifndef KNORM_BREAKS_H
#define KNORM_BREAKS_H

#include "buf.h"
#include "trace.h"

/* A line, or lines already joined. */
struct piece {
	struct buf text;
	size_t columns;         /* characters of text */
	size_t read;            /* of the line as read: indentation and spaces at the end do not count */
	size_t last;            /* the same of the last line joined to it */
	bool space;             /* it began with a single space */
	bool tail;              /* a space stood at its end */
	size_t indent;          /* it began with so many, two at least */
	bool joined;            /* in this round */
	bool whole;             /* joined at all */
	unsigned long long end; /* number of characters of the file before its end */
	struct trace trace;     /* of text, where there is a report */
};

/* The two sides of a break. */
struct side {
	struct str a, b;
	const struct piece *left, *right;
};

enum seam {
	SEAM_NONE,       /* the break stays */
	SEAM_SPACE,      /* a space instead */
	SEAM_TIGHT,      /* nothing instead: inside a word */
	SEAM_DROP_HYPHEN /* nothing, and the hyphen before it goes too */
};

/* The last RECENT bytes of output, for their words. */
#define RECENT ((size_t)16 << 10)

struct recent {
	char text[2 * RECENT];
	size_t n;
};

/* Takes note of output. */
void recent_add(struct recent *r, struct str text);

/* Does the break stand where a crawler cuts, after k * 1023 - 1 characters of the file, or after as many of its line? The file may stand
 * in the middle of a stream. */
bool is_chunk_end(unsigned long long at, size_t columns);

/* Does such a place of the file stand in the lines from..to, but at their end? A crawler that cuts leaves no place out. */
bool skips_chunk_end(unsigned long long from, unsigned long long to);

/* What a break at a crawler's place becomes. *seen: one of this file was joined already, so that a capital may go on inside a word;
 * set here. */
enum seam seam_chunk(const struct side *s, bool *seen);

/* A line that ends in a hyphen. */
enum seam seam_hyphen(const struct side *s, const struct recent *r);

/* A long line that stops in mid-sentence. */
enum seam seam_sentence(const struct side *s, const struct recent *r);

/* Could the second be the rest of the first at all: no list, table or dateline? */
bool wraps(struct str a, struct str b);

/* Are most words of the line capitalized, and no stop at its end? */
bool is_headline(struct str a);

/* A stop at the end, with closing marks behind it? */
bool ends_sentence(struct str a);

/* Does the sentence run on over the break: no stop before it, and a small letter, a comma, a preposition or Hangul? */
bool is_flowing(struct str a, struct str b);

/* Is the break inside a word that was seen as a whole, or is half a word on one side? */
bool splits_word(struct str a, struct str b, const struct recent *r);

/* Is the break between two words that both went past? */
bool parts_words(struct str a, struct str b, const struct recent *r);

/* Is there half a word on one side of the break? */
bool has_fragment(struct str a, struct str b);

/* Might the sentence or a word go on after this line? */
bool is_open(struct str a);

#endif
