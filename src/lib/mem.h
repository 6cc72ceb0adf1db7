/* Memory that lasts longer than a record (for a record's: arena.h). No call returns NULL: without memory the program ends with a
 * message and status 2. Whoever gets memory frees it with free(). */
#ifndef KWIRE_MEM_H
#define KWIRE_MEM_H

#include "str.h"

/* Zeroed, for n items of `size` bytes. */
void *mem_new(size_t n, size_t size);

/* p, which may be NULL, with room for n items of `size` bytes: what it held stays, what is new is not cleared. */
void *mem_resize(void *p, size_t n, size_t size);

/* Orders of numbers, for qsort and bsearch. */
int mem_order32(const void *a, const void *b);
int mem_order64(const void *a, const void *b);

/* The bytes of s and a NUL behind them. */
char *mem_string(struct str s);

#endif
