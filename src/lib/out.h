/* Checked block output. A failed write gives a message and ends the program with status 2; EPIPE ends it by SIGPIPE (141)
 * even where that signal was inherited ignored. Nothing is lost silently: call out_close before the program ends. */
#ifndef KWIRE_OUT_H
#define KWIRE_OUT_H

#include "buf.h"
#include "str.h"

struct out;

/* Standard output. */
struct out *out_open(void);

/* A file, created or cut to length 0; ends the program if that fails. */
struct out *out_file(const char *path);

/* The file of --report, or `standard` itself where the path names standard output, so that what goes to both keeps its order. Standard
 * error is not cut to length 0. Ends the program where a file does not begin with the report's `first` bytes: `--report *.txt` would write
 * over a page. */
struct out *out_report(const char *path, struct str first, struct out *standard);

/* A buffer that grows (not owned): unit tests, fuzzers, benchmarks. */
struct out *out_memory(struct buf *to);

/* Appends n bytes; they are written when the block is full, or by out_flush. */
void out_add(struct out *out, const char *p, size_t n);

static inline void
out_str(struct out *out, struct str s)
{
	out_add(out, s.p, s.n);
}

void out_char(struct out *out, char c);

/* Bytes not yet written. */
size_t out_pending(const struct out *out);

/* Bytes given to it so far. */
unsigned long long out_bytes(const struct out *out);

/* Writes all that is pending. */
void out_flush(struct out *out);

/* Flushes; where it is a regular file, waits until the bytes are on the disk. */
void out_sync(struct out *out);

/* Flushes, closes with a check, frees. */
void out_close(struct out *out);

#endif
