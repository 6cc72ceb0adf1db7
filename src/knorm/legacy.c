#include "legacy.h"
#include "mem.h"
#include "utf8.h"

#include <iconv.h>
#include <stdlib.h>

struct single_table {
	bool made;
	uint32_t c[128];
	unsigned char byte[0x2600]; /* of each code point below; all ten sets fit, but for a few signs above */
};

struct twin_table {
	uint16_t c[126][256];
	uint16_t bytes[0x10000];
};

struct legacy {
	struct single_table single[SINGLES];
	struct twin_table *twin[TWINS];
};

struct legacy *
legacy_open(void)
{
	return mem_new(1, sizeof(struct legacy));
}

void
legacy_close(struct legacy *l)
{
	if (!l)
		return;
	for (int i = 0; i < TWINS; i++)
		free(l->twin[i]);
	free(l);
}

/* One character by iconv; 0 if the bytes are none. */
static uint32_t
convert(iconv_t cd, char *p, size_t n)
{
	char to[8], *q = to;
	size_t room = sizeof to, len, left = n;
	uint32_t c;

	iconv(cd, NULL, NULL, NULL, NULL);
	if (iconv(cd, &p, &left, &q, &room) == (size_t)-1 || left || q == to)
		return 0;
	c = utf8_decode(to, (size_t)(q - to), &len);
	return c == UTF8_BAD || len != (size_t)(q - to) ? 0 : c;
}

static const struct single_table *
single_table(struct legacy *l, enum single set)
{
	static const char *const names[SINGLES] = { "CP1252", "MACINTOSH", "CP1251", "CP437", "CP1250", "CP1253", "CP1254",
		"CP1257", "ISO-8859-2", "CP850" };
	struct single_table *t = &l->single[set];
	iconv_t cd;

	if (t->made)
		return t;
	t->made = true;
	cd = iconv_open("UTF-8", names[set]);
	for (unsigned b = 128; b < 256; b++) {
		char byte = (char)b;
		uint32_t c = cd == (iconv_t)-1 ? 0 : convert(cd, &byte, 1);

		if (c == 0 && b < 0xA0 && cd != (iconv_t)-1)
			c = b;
		t->c[b - 128] = c;
		if (c && c < sizeof t->byte)
			t->byte[c] = (unsigned char)b;
	}
	if (set == SINGLE_CP1252)
		for (unsigned b = 0x80; b < 0xA0; b++)
			t->byte[b] = (unsigned char)b;
	if (cd != (iconv_t)-1)
		iconv_close(cd);
	return t;
}

uint32_t
legacy_single(struct legacy *l, enum single set, unsigned char byte)
{
	return byte < 128 ? 0 : single_table(l, set)->c[byte - 128];
}

unsigned char
legacy_single_byte(struct legacy *l, enum single set, uint32_t c)
{
	return c < sizeof l->single[set].byte ? single_table(l, set)->byte[c] : 0;
}

static const struct twin_table *
twin_table(struct legacy *l, enum twin set)
{
	static const char *const names[TWINS] = { "CP949", "GBK" };
	struct twin_table *t = l->twin[set];
	iconv_t cd;

	if (t)
		return t;
	t = l->twin[set] = mem_new(1, sizeof *t);
	cd = iconv_open("UTF-8", names[set]);
	if (cd == (iconv_t)-1)
		return t;
	for (unsigned a = 0; a < 126; a++) {
		for (unsigned b = 0x40; b < 0xFF; b++) {
			char pair[2] = { (char)(a + 0x81), (char)b };
			uint32_t c = convert(cd, pair, 2);

			if (c == 0 || c > 0xFFFF || (c >= 0xE000 && c < 0xF900))
				continue;
			t->c[a][b] = (uint16_t)c;
			t->bytes[c] = (uint16_t)((a + 0x81) << 8 | b);
		}
	}
	iconv_close(cd);
	return t;
}

uint32_t
legacy_twin(struct legacy *l, enum twin set, unsigned char first, unsigned char second)
{
	return first < 0x81 || first > 0xFE ? 0 : twin_table(l, set)->c[first - 0x81][second];
}

uint16_t
legacy_twin_bytes(struct legacy *l, enum twin set, uint32_t c)
{
	return c > 0xFFFF ? 0 : twin_table(l, set)->bytes[c];
}
