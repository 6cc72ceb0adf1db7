/* Boundaries between files in a stream of text (kwire.5): a line that holds U+001C (FS, file separator) alone, or twice, with the
 * name of the file that follows in between. */
#ifndef KWIRE_BOUNDARY_H
#define KWIRE_BOUNDARY_H

#include "buf.h"
#include "str.h"

#define BOUNDARY '\x1c'

#define BOUNDARY_MAX 4100 /* bytes of such a line: no path of Linux is longer than 4,096 */

/* The name that a line (without its newline) gives to what follows: a slice of it; empty if it is no such line. */
struct str boundary_name(struct str line);

/* Appends such a line, with its newline. Controls and what is not UTF-8 become `?`; of a name that is too long the end is kept. */
void boundary_put(struct buf *to, struct str name);

#endif
