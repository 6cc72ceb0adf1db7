/* Tables of encodings that text was in, or was taken to be in. Made by iconv(3) when they are first needed. */
#ifndef KNORM_LEGACY_H
#define KNORM_LEGACY_H

#include <stdbool.h>
#include <stdint.h>

/* One byte a character; the order is the order of likelihood. */
enum single {
	SINGLE_CP1252, SINGLE_MACROMAN, SINGLE_CP1251, SINGLE_CP437, SINGLE_CP1250, SINGLE_CP1253, SINGLE_CP1254, SINGLE_CP1257,
	SINGLE_LATIN2, SINGLE_CP850,
	SINGLES
};

/* One or two bytes a character. */
enum twin {
	TWIN_CP949, TWIN_GBK,
	TWINS
};

struct legacy;

/* No table is made yet. */
struct legacy *legacy_open(void);
void legacy_close(struct legacy *l);

/* What byte 0x80-0xFF means; 0 if nothing. Where a table has nothing at 0x80-0x9F it is the C1 control (as browsers do). */
uint32_t legacy_single(struct legacy *l, enum single set, unsigned char byte);

/* The byte 0x80-0xFF that means c; 0 if there is none. CP1252 takes C1 controls as bytes too. */
unsigned char legacy_single_byte(struct legacy *l, enum single set, uint32_t c);

/* The character of two bytes, the first 0x81-0xFE; 0 if there is none. */
uint32_t legacy_twin(struct legacy *l, enum twin set, unsigned char first, unsigned char second);

/* The two bytes (first << 8 | second) of c; 0 if it has none. */
uint16_t legacy_twin_bytes(struct legacy *l, enum twin set, uint32_t c);

#endif
