/* RFC 4648 base 64 of 32-bit numbers, least significant byte first. */
#ifndef KDEDUP_BASE64_H
#define KDEDUP_BASE64_H

#include "sketch.h"

/* Appends the base 64 of n numbers. */
void base64_put(struct buf *b, const uint32_t *v, size_t n);

/* Appends the numbers to the set; false if s is not their base 64. */
bool base64_take(struct set *set, struct str s);

#endif
