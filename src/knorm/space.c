/* White space: one space between words, none at the ends of a line. Other kinds of space are spaces by now (chars.c). */
#include "fix.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

bool
space_step(struct fix *f)
{
	struct str s = fix_text(f);
	size_t i = 0;

	while (i < s.n) {
		size_t from = i, end;
		bool edge;

		if (!is_blank(s.p[i])) {
			i++;
			continue;
		}
		if (s.p[i] == ' ' && i && i + 1 < s.n && s.p[i - 1] > ' ' && (s.p[i + 1] > ' ' || s.p[i + 1] < 0)) {
			i += 2;
			continue;
		}
		while (i < s.n && is_blank(s.p[i]))
			i++;
		end = i;
		edge = from == 0 || s.p[from - 1] == '\n' || end == s.n || s.p[end] == '\n';
		if (edge)
			fix_change(f, RULE_SPACE, from, end - from, "", 0);
		else if (end - from > 1 || s.p[from] != ' ')
			fix_change(f, RULE_SPACE, from, end - from, " ", 1);
	}
	return fix_end(f);
}
