/* A growing byte buffer. Zero-initialised is empty and valid; the caller owns it and frees it with buf_free.
 * Running out of memory or of size_t ends the program with status 2. */
#ifndef KWIRE_BUF_H
#define KWIRE_BUF_H

#include "str.h"

#include <stdint.h>

struct buf {
	char *p;
	size_t n;   /* bytes in use */
	size_t cap; /* bytes allocated */
};

/* Makes room for `more` further bytes; the returned pointer is where they go (add to b->n yourself). */
char *buf_reserve(struct buf *b, size_t more);

/* Empty again, its memory given back. */
void buf_free(struct buf *b);

/* Removes the first n bytes. */
void buf_drop(struct buf *b, size_t n);

/* Appends n bytes, a string, a byte. */
static inline void
buf_add(struct buf *b, const char *p, size_t n)
{
	if (n == 0)
		return;
	if (b->cap - b->n < n)
		buf_reserve(b, n);
	memcpy(b->p + b->n, p, n);
	b->n += n;
}

static inline void
buf_str(struct buf *b, struct str s)
{
	buf_add(b, s.p, s.n);
}

static inline void
buf_char(struct buf *b, char c)
{
	if (b->cap == b->n)
		buf_reserve(b, 1);
	b->p[b->n++] = c;
}

/* Appends a number in decimal. */
void buf_uint(struct buf *b, uint64_t value);

/* Appends with printf's formats (no %f: the locale would show). */
void buf_format(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The contents; valid until the next call that adds. */
static inline struct str
buf_view(const struct buf *b)
{
	return str_of(b->p, b->n);
}

#endif
