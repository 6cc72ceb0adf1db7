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
	unsigned i = f->first[find_pair(s.p) % FIND_CHAINS];

	while (i && !str_starts(s, f->needle[i - 1].text))
		i = f->needle[i - 1].next;
	return i;
}

size_t
find_next(const struct find *f, struct str s, size_t from, unsigned *which)
{
	if (f->n == 0)
		return s.n;
	for (size_t at = from; at + f->least <= s.n;) {
		size_t shift = f->shift[find_pair(s.p + at + f->least - 2)];
		unsigned found = shift ? 0 : word_at(f, str_from(s, at));

		if (found) {
			*which = found - 1;
			return at;
		}
		at += shift ? shift : 1;
	}
	return s.n;
}
