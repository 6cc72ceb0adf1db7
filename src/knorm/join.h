/* Broken lines: what a crawler cut or a mail program wrapped is put together again. Lines go in one by one, paragraphs come out.
 *
 * Three kinds of evidence, in this order:
 *   - the place: a crawler's chunks end after each 1,022 characters of the file, in the middle of words;
 *   - the width: in a stretch of lines each is as long as it can be, given the first word of the next (wrapped between words), or
 *     all have one length (cut inside words);
 *   - the sentence: a long line that ends in mid-sentence, then a line that starts with a small letter.
 * Nothing is joined across a blank line. */
#ifndef KNORM_JOIN_H
#define KNORM_JOIN_H

#include "fix.h"

struct join;

/* A line as it was read. */
struct broken {
	struct str text;       /* repaired */
	size_t columns;        /* characters as read, without indentation and without spaces at the end */
	bool space;            /* it began with a single space */
	bool tail;             /* a space stood at its end */
	size_t indent;         /* it began with so many, two at least */
	unsigned long long at; /* number of characters of the file before its end */
	const struct trace *trace; /* of text; or NULL */
};

/* Paragraphs and blank lines go to put(to, text, trace). `fix` repairs what was joined: a reference or a missing space may lie across a
 * seam. */
struct join *join_open(struct fix *fix, void (*put)(void *to, struct str text, const struct trace *trace), void *to);

/* How the line in f->text looks before it is repaired. */
struct broken join_measure(const struct fix *f);

/* A whole line, repaired, in which other line ends may stand as '\n': each part is repaired by itself. */
void join_parts(struct join *j, const struct broken *whole);

/* A certain boundary: what is held comes out. */
void join_end(struct join *j);

/* A new file begins: nothing is known about its lines. */
void join_begin(struct join *j);

/* A line of more than JOIN_WRAPPED characters went past: lines are not wrapped here, and what was known of their width is forgotten. */
#define JOIN_WRAPPED 220u
void join_forget(struct join *j);

/* Is nothing held? */
bool join_idle(const struct join *j);

/* Text that went past: its words serve as evidence. */
void join_recent(struct join *j, struct str text);

/* Can a line of so many columns be joined to no other, whatever follows, but by its place in the file? */
bool join_is_final(size_t columns, struct str line);

/* Frees all; join_end comes before it. */
void join_close(struct join *j);

#endif
