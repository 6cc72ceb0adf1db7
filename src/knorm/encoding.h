/* What encoding the bytes are in: decided once a file for UTF-16 and UTF-32, once a line for all others. */
#ifndef KNORM_ENCODING_H
#define KNORM_ENCODING_H

#include "fix.h"
#include "legacy.h"

enum unit {
	UNIT_UNKNOWN, /* more bytes are needed */
	UNIT_BYTE, UNIT_UTF16LE, UNIT_UTF16BE, UNIT_UTF32LE, UNIT_UTF32BE
};

#define SNIFF ((size_t)1024) /* bytes that tell a file's unit, */
#define NARROW ((size_t)64)  /* and that tell that text in bytes begins in the midst of UTF-16 */

/* The unit of a file that starts with these bytes, and the length of its byte order mark. Depends on the first SNIFF bytes
 * alone, however they arrive. */
enum unit unit_find(struct str start, bool end, size_t *bom);

/* Does text in UTF-8 or EUC-KR begin here, as behind a page in UTF-16 that cat glued to the next? NARROW bytes of it (a quarter of them at
 * the end) without a NUL, which in UTF-16 every space is. */
bool unit_ended(struct str bytes, bool end);

/* Appends what `bytes` mean to `to`, up to where unit_ended; returns how many bytes were used (fewer than NARROW wait for more unless
 * `end`). Adds to *bad the number of U+FFFD written. */
size_t unit_decode(enum unit unit, struct str bytes, bool end, struct buf *to, unsigned long long *bad);

/* What the lines of a file so far were in. */
struct encoding {
	unsigned long long utf8, cp949, cp1252;
};

/* Makes the line in f->text well-formed UTF-8. */
void encoding_line(struct fix *f, struct encoding *e);

#endif
