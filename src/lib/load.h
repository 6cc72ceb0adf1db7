/* Words of memory at any address, in the machine's order of bytes. */
#ifndef KWIRE_LOAD_H
#define KWIRE_LOAD_H

#include <stdint.h>
#include <string.h>

static inline uint64_t
load64(const char *p)
{
	uint64_t v;

	memcpy(&v, p, 8);
	return v;
}

static inline uint64_t
load16(const char *p)
{
	uint16_t v;

	memcpy(&v, p, 2);
	return v;
}

static inline uint64_t
load32(const char *p)
{
	uint32_t v;

	memcpy(&v, p, 4);
	return v;
}

#endif
