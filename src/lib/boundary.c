#include "boundary.h"
#include "utf8.h"

static bool
is_control(unsigned char c)
{
	return c < ' ' || c == 0x7f;
}

struct str
boundary_name(struct str line)
{
	struct str none = { NULL, 0 };

	if (str_ends(line, STR("\r")))
		line.n--;
	if (line.n < 3 || line.n > BOUNDARY_MAX || line.p[0] != BOUNDARY || line.p[line.n - 1] != BOUNDARY)
		return none;
	line = str_of(line.p + 1, line.n - 2);
	for (size_t i = 0; i < line.n; i++)
		if (is_control((unsigned char)line.p[i]))
			return none;
	return utf8_valid(line) == line.n ? line : none;
}

void
boundary_put(struct buf *to, struct str name)
{
	name = str_tail(name, BOUNDARY_MAX - 3);
	buf_char(to, BOUNDARY);
	for (size_t i = 0, n; i < name.n; i += n) {
		uint32_t c = utf8_decode(name.p + i, name.n - i, &n);

		if (c == UTF8_BAD || is_control((unsigned char)name.p[i]))
			buf_char(to, '?');
		else
			buf_add(to, name.p + i, n);
	}
	buf_char(to, BOUNDARY);
	buf_char(to, '\n');
}
