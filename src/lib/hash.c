#include "hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t
hash64(struct str s)
{
	return XXH3_64bits(s.n ? s.p : "", s.n);
}

struct hash128
hash128(struct str s)
{
	XXH128_hash_t h = XXH3_128bits(s.n ? s.p : "", s.n);

	return (struct hash128) { h.high64, h.low64 };
}
