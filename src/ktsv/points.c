#include "points.h"
#include "utf8.h"

#define STEP 256

void
points_open(struct points *p, struct arena *arena, struct str text)
{
	size_t at = 0;

	p->text = text;
	p->length = utf8_count(text);
	p->marks = arena_array(arena, p->length / STEP + 1, sizeof *p->marks);
	for (size_t i = 0; i <= p->length / STEP; i++) {
		p->marks[i] = at;
		at += utf8_offset(str_from(text, at), STEP);
	}
}

static size_t
offset(const struct points *p, size_t point)
{
	size_t mark = p->marks[point / STEP];

	return mark + utf8_offset(str_from(p->text, mark), point % STEP);
}

struct str
points_slice(const struct points *p, size_t start, size_t end)
{
	size_t from = offset(p, start);

	return str_of(p->text.p + from, offset(p, end) - from);
}
