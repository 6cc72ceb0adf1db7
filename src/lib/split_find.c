#include "split_find.h"

void
find_add(struct find *f, struct arena *a, struct str text)
{
	unsigned *first = &f->first[find_pair(text.p) % FIND_CHAINS];

	f->needle = arena_grow(a, f->needle, f->n, &f->cap, sizeof *f->needle);
	f->needle[f->n] = (struct needle) { text, *first };
	f->least = f->n == 0 || text.n < f->least ? text.n : f->least;
	*first = (unsigned)++f->n;
}

void
find_ready(struct find *f)
{
	size_t most = f->least > 255 ? 255 : f->least - 1;

	f->least = most + 1;
	memset(f->shift, (int)most, sizeof f->shift);
	for (size_t i = 0; i < f->n; i++)
		for (size_t k = 0; k < most; k++) {
			unsigned char *shift = &f->shift[find_pair(f->needle[i].text.p + k)];

			if (*shift > most - 1 - k)
				*shift = (unsigned char)(most - 1 - k);
		}
}

/* The word at the beginning of s: index + 1, or 0. */
static unsigned
word_at(const struct find *f, struct str s)
{
	size_t i = f->first[find_pair(s.p) % FIND_CHAINS];

	while (i && !str_starts(s, f->needle[i - 1].text))
		i = f->needle[i - 1].next;
	return (unsigned)i;
}

size_t
find_next(const struct find *f, struct str s, size_t from, unsigned *which)
{
	const unsigned char *shifts = f->shift;
	size_t behind = f->least - 2; /* from a window's first byte to its last two */

	if (f->n == 0)
		return s.n;
	for (size_t i = from + behind; i + 2 <= s.n;) {
		unsigned shift = shifts[find_pair(s.p + i)], found;

		if (shift) {
			i += shift;
			continue;
		}
		found = word_at(f, str_from(s, i - behind));
		if (found) {
			*which = found - 1;
			return i - behind;
		}
		i++;
	}
	return s.n;
}
