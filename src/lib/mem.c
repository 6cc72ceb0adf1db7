#include "mem.h"
#include "err.h"

#include <stdint.h>
#include <stdlib.h>

void *
mem_new(size_t n, size_t size)
{
	void *p = calloc(n, size);

	if (!p)
		err_die("out of memory");
	return p;
}

void *
mem_resize(void *p, size_t n, size_t size)
{
	p = n > SIZE_MAX / size ? NULL : realloc(p, n * size);
	if (!p)
		err_die("out of memory");
	return p;
}

char *
mem_string(struct str s)
{
	char *p = mem_resize(NULL, s.n + 1, 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

int
mem_order32(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

int
mem_order64(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}
