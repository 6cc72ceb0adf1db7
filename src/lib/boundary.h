/* Boundaries between files in a stream of text (kwire.5): a line that holds U+001C (FS, file separator) alone, or twice, with the
 * name of the file that follows in between; or a NUL, `for f in *.txt; do cat "$f"; printf '\0'; done`. */
#ifndef KWIRE_BOUNDARY_H
#define KWIRE_BOUNDARY_H

#include "buf.h"
#include "str.h"

#define BOUNDARY '\x1c'

#define BOUNDARY_MAX 4100 /* bytes of such a line: no path of Linux is longer than 4,096 */

/* The name that a line (without its newline) gives to what follows: a slice of it; empty if it is no such line. */
struct str boundary_name(struct str line);

/* Appends the name of a file, for an article or a line of text. Linux lets it hold any bytes: controls and what is not UTF-8
 * become `?`. */
void name_put(struct buf *to, struct str name);

/* Appends such a line, with its newline; of a name that is too long the end is kept. */
void boundary_put(struct buf *to, struct str name);

/* A NUL in text is a boundary, or damage: a letter that was lost, UTF-16, the hole that a killed download left. Its place tells. */
enum nul {
	NUL_UNSURE, /* like the last one that was sure */
	NUL_DAMAGE,
	NUL_LIKELY, /* a boundary, unless the last sure one was damage */
	NUL_BOUNDARY
};

#define NUL_BEFORE 16 /* bytes that are looked at before a NUL, and behind it */
#define NUL_BEHIND 8

/* What is known of the NULs of one input. Zero-initialised: nothing. */
struct nuls {
	enum nul last;         /* that was sure */
	char past[NUL_BEFORE]; /* the last bytes that were passed, since the last boundary */
	size_t n;
};

/* The bytes were dealt with. */
void nuls_pass(struct nuls *nuls, struct str bytes);

/* The last NUL of a row of them, with one byte between two, that begins with s.p[i]: those before it are of UTF-16. */
size_t nuls_amid(struct nuls *nuls, struct str s, size_t i);

/* Is the NUL at s.p[i] a boundary? s begins behind the bytes that were passed. It is asked once of each NUL, in order; NUL_BEHIND
 * bytes stand behind it, or the input ends there. */
bool nuls_boundary(struct nuls *nuls, struct str s, size_t i);

#endif
