#include "base64.h"

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static unsigned
byte_of(const uint32_t *v, size_t i)
{
	return v[i / 4] >> (8 * (i % 4)) & 0xFF;
}

void
base64_put(struct buf *b, const uint32_t *v, size_t n)
{
	for (size_t i = 0; i < n * 4; i += 3) {
		size_t left = n * 4 - i;
		unsigned bits = byte_of(v, i) << 16 | (left > 1 ? byte_of(v, i + 1) << 8 : 0) | (left > 2 ? byte_of(v, i + 2) : 0);

		buf_char(b, digits[bits >> 18]);
		buf_char(b, digits[bits >> 12 & 63]);
		buf_char(b, left > 1 ? digits[bits >> 6 & 63] : '=');
		buf_char(b, left > 2 ? digits[bits & 63] : '=');
	}
}

static int
value_of(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

bool
base64_take(struct set *set, struct str s)
{
	uint32_t bits = 0, value = 0;
	unsigned held = 0, bytes = 0;

	if (s.n % 4)
		return false;
	while (str_last(s) == '=')
		s.n--;
	for (size_t i = 0; i < s.n; i++) {
		int digit = value_of(s.p[i]);

		if (digit < 0)
			return false;
		bits = bits << 6 | (uint32_t)digit;
		held += 6;
		if (held < 8)
			continue;
		held -= 8;
		value |= (bits >> held & 0xFF) << (8 * bytes);
		if (++bytes == 4) {
			set_add(set, value);
			value = bytes = 0;
		}
	}
	return bytes == 0;
}
