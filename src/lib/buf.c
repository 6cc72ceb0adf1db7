#include "buf.h"
#include "err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

char *
buf_reserve(struct buf *b, size_t more)
{
	size_t cap = b->cap ? b->cap : 64;
	char *p;

	if (more > SIZE_MAX / 4 || b->n > SIZE_MAX / 4)
		err_die("out of memory");
	if (b->cap - b->n >= more)
		return b->p + b->n;
	while (cap < b->n + more)
		cap += cap / 2;
	p = realloc(b->p, cap);
	if (!p)
		err_die("out of memory");
	b->p = p;
	b->cap = cap;
	return p + b->n;
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf) { 0 };
}

void
buf_drop(struct buf *b, size_t n)
{
	if (n == 0)
		return;
	memmove(b->p, b->p + n, b->n - n);
	b->n -= n;
}

void
buf_uint(struct buf *b, uint64_t value)
{
	enum { MOST = 20 };
	char digits[2 * MOST]; /* the second half is copied along, as a copy of fixed length needs no call */
	size_t n = MOST;

	do
		digits[--n] = (char)('0' + value % 10);
	while (value /= 10);
	if (b->cap - b->n < MOST)
		buf_reserve(b, MOST);
	memcpy(b->p + b->n, digits + n, MOST);
	b->n += MOST - n;
}

void
buf_format(struct buf *b, const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0)
		err_die("wrong format");
	buf_reserve(b, (size_t)n + 1);
	va_start(args, format);
	vsnprintf(b->p + b->n, (size_t)n + 1, format, args);
	va_end(args);
	b->n += (size_t)n;
}
