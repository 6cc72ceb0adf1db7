/* Checked block input over FILE operands, standard input or memory.
 *
 * Inputs are read one after the other. An input that cannot be opened or read gives a message and status 2 and is passed over;
 * the others are still read (kwire.7). Before a read that would block, the tied output is flushed, so that
 * `tail -f | filter` is live and throughput does not suffer. */
#ifndef KWIRE_IN_H
#define KWIRE_IN_H

#include "out.h"
#include "str.h"

#include <sys/types.h>

struct in;

/* Reads the NULL-terminated list of operands; "-" or an empty list is standard input (with a hint if that is a
 * terminal). The list is not copied. */
struct in *in_open(char **operands);

/* One input named `name` that holds `data` (not copied): unit tests, fuzzers, benchmarks. */
struct in *in_memory(struct str name, struct str data);

/* Flushes `out` before each read that would block. */
void in_tie(struct in *in, struct out *out);

/* Goes on to the next input that can be opened. 1: there is one; 0: no more. Call it before the first in_read. */
int in_next(struct in *in);

/* Is the current input the last one? */
bool in_last(const struct in *in);

/* Closes the current input, which was the last one: instead of the rest of it what `fd` gives is read, which in_close closes. */
void in_turn(struct in *in, int fd);

/* Up to `room` bytes of the current input into p. 0: its end (or a read error, which was reported). */
size_t in_read(struct in *in, char *p, size_t room);

/* Name of the current input: the operand as given, "-" for standard input. Valid as long as `in`. */
struct str in_name(const struct in *in);

/* Bytes read so far, over all inputs; and the size of all of them where they are regular files, else 0 (--progress). */
unsigned long long in_bytes(const struct in *in);
unsigned long long in_size(const struct in *in);

/* Closes the present input and frees; operands and memory are the caller's. */
void in_close(struct in *in);

#endif
