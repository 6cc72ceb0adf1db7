/* Words of memory at any address, in the machine's order of bytes. */
#ifndef KWIRE_LOAD_H
#define KWIRE_LOAD_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* The eight bytes at p as a number. */
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

/* The n < 8 bytes at p and zeros behind them. Pieces that may overlap are put together in a register: what has just been written in
 * pieces is slow to read as a whole. */
static inline uint64_t
load_few(const char *p, size_t n)
{
	uint64_t v = 0;

	if (__BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__)
		memcpy(&v, p, n);
	else if (n >= 4)
		v = load32(p) | load32(p + n - 4) << 8 * (n - 4);
	else if (n > 0)
		v = (uint8_t)p[0] | (uint64_t)(uint8_t)p[n / 2] << 8 * (n / 2) | (uint64_t)(uint8_t)p[n - 1] << 8 * (n - 1);
	return v;
}

/* Are n bytes the same, of which the first and the last are? No function is called, for which a search would have to save what it has at
 * hand. */
static inline bool
load_same(const char *p, const char *q, size_t n)
{
	if (n <= 3)
		return n < 3 || p[1] == q[1];
	if (n <= 8)
		return load32(p) == load32(q) && load32(p + n - 4) == load32(q + n - 4);
	for (size_t i = 0; i + 8 < n; i += 8)
		if (load64(p + i) != load64(q + i))
			return false;
	return load64(p + n - 8) == load64(q + n - 8);
}

#endif
