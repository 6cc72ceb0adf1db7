/* Where one article ends and the next begins. */
#ifndef KWIRE_SPLIT_BOUND_H
#define KWIRE_SPLIT_BOUND_H

#include "split_line.h"
#include "split_memo.h"
#include "split_talk.h"

/* Lines that must be known behind a place before it is judged. */
#define BOUND_LOOK 40

/* What is known of the page that began last. Zero-initialised: nothing yet. */
struct bound {
	size_t at;       /* next line to look at */
	size_t texts;    /* paragraphs */
	size_t captions; /* above the first of them */
	size_t words;    /* in them */
	size_t longest, shortest; /* of them, in bytes */
	size_t text;     /* line behind the last paragraph */
	size_t before;   /* line behind the paragraph before it */
	size_t gaps;     /* paragraphs with a blank line before them */
	size_t headings; /* lines that could be headlines between paragraphs */
	size_t koreans;  /* paragraphs in Hangul */
	bool stamped;    /* a date line stands above its text */
	struct talk talk; /* who speaks in it */
	size_t speech[SPEECHES]; /* paragraphs in Korean that end so */
	size_t glues;    /* paragraphs with a sentence stuck to the one before it */
	size_t summary;  /* line behind the last one that opens or closes a machine's summary; 0: there is none */
};

/* Do blank lines stand between its paragraphs, but for a few? */
static inline bool
bound_apart(const struct bound *b)
{
	enum { FEW = 10 }; /* one of so many */

	return b->gaps + 1 + b->texts / FEW >= b->texts;
}

struct terms;

struct view {
	struct rules *rules;
	struct memo *memo;
	struct terms *terms; /* of the page that began last */
	const char *text;
	struct line *line;
	size_t n; /* up to the next certain boundary */
	bool final; /* no more lines will come */
	size_t stuck; /* the line that is looked at as if it began there, in the middle of one; 0: none */
};

/* The number of lines of the first page of the view; 0: not yet known. *inside, if not 0: the last of them ends at that byte, its
 * rest opens the next page. */
size_t bound_find(struct bound *b, const struct view *v, size_t *inside);

/* The line that a page begins with, if what stands in line i or up to it tells so; else 0. paragraph: line i is prose(). */
size_t bound_at(const struct bound *b, const struct view *v, size_t i, bool paragraph);

/* Line i is of the page. */
void bound_advance(struct bound *b, const struct view *v, size_t i, bool paragraph);

/* Offset inside the line where another page begins, s.n if nowhere: glued by cat, or caption and text in one. signs: letters_signs(s). */
size_t bound_inside(struct rules *r, struct str s, unsigned signs);

#endif
