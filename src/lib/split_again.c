/* What is printed of an outlet's name elsewhere on its page, when one line alone says too little. */
#include "split_found.h"
#include "split_source.h"

#define KNOWN_WELL 50 /* points: more than any two weak kinds */
#define LINE_MOST 160 /* bytes of a line that is looked at */

/* How many lines of furniture, different ones, print the name? */
static unsigned
lines_with(const struct page *p, struct str name)
{
	uint64_t before = 0;
	unsigned n = 0;

	for (size_t i = 0; i < p->n && n < 2; i++) {
		struct str s = text(p, i);

		if ((p->fate[i] != FATE_DROP && p->fate[i] != FATE_TITLE)
		    || class_in(class(p, i), IN(CAPTION) | IN(PHOTO) | IN(RELATED)) || s.n > LINE_MOST)
			continue;
		for (size_t at = str_find_nocase(s, name, 0); at < s.n; at = str_find_nocase(s, name, at + 1)) {
			if (!stands_alone(s, at, name.n) || p->line[i].hash == before)
				continue;
			before = p->line[i].hash;
			n++;
			break;
		}
	}
	return n;
}

void
again_read(const struct page *p, struct found *f)
{
	struct candidate best = found_best(f);

	if (best.points >= KNOWN_WELL || (best.points && f->n == 1)) /* nothing changes that */
		return;
	for (size_t i = 0, n = f->n; i < n; i++) {
		struct str as = f->list[i].as;

		if (f->list[i].outlet || as.n < 4)
			continue;
		if (lines_with(p, as) >= 2)
			offer(f, NULL, as, BY_AGAIN);
	}
}
