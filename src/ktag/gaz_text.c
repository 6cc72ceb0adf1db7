#include "gaz_text.h"
#include "ascii.h"
#include "gaz_fold.h"

/* What a unit may join to another by a space. */
static bool
is_joint(char c)
{
	return is_letter(c) || is_digit(c);
}

static struct str
unit(const struct gaz_units *u, uint32_t number)
{
	uint32_t at = u->at[number] | (number >= u->wrap ? 1u << 16 : 0);

	return str_of(u->text + at, (uint16_t)(u->at[number + 1] - u->at[number]));
}

/* Writes the unit at *code and steps over it. Numbered units are copied with what lies behind them, which is faster. */
static char *
put_unit(const struct gaz_units *u, const uint8_t **code, char *to, bool joint)
{
	uint32_t c = *(*code)++;
	bool raw = c == UNIT_RAW;
	struct str s;

	if (raw) {
		s = str_of((const char *)*code + 1, **code);
		*code += 1 + s.n;
	} else {
		s = unit(u, c < UNIT_LONG ? c - UNIT_SHORT : UNIT_LONGS + ((c - UNIT_LONG) << 8 | *(*code)++));
	}
	if (joint && is_joint(s.p[0]))
		*to++ = ' ';
	if (raw)
		memcpy(to, s.p, s.n);
	else
		memcpy(to, s.p, UNIT_LONGEST);
	return to + s.n;
}

void
gaz_expand(const struct gaz_units *units, const uint8_t *code, size_t n, struct str name, struct buf *to)
{
	const uint8_t *end = code + n;
	char *from = buf_reserve(to, (n + 1) * (UNIT_LONGEST + 1)), *p = from;

	while (code < end && *code != UNIT_SLUG)
		p = put_unit(units, &code, p, p > from && is_joint(p[-1]));
	to->n += (size_t)(p - from);
	if (code < end)
		gaz_slug(name, to);
}

void
gaz_slug(struct str name, struct buf *to)
{
	char *from = buf_reserve(to, name.n * 2), *p = from;
	bool gap = false;

	for (size_t i = 0; i < name.n;) {
		struct fold_letter l = fold_letter(name.p + i, name.n - i);

		if (l.n && is_joint((char)l.byte[0])) {
			if (gap && p > from)
				*p++ = '-';
			*p++ = (char)l.byte[0];
			gap = false;
		} else if (name.p[i] != '.' && l.byte[0] != '\'') {
			gap = true;
		}
		i += l.len;
	}
	to->n += (size_t)(p - from);
}
