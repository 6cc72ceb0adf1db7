/* What libFuzzer tries next. Bytes changed at random keep pages as they are, mostly; pages differ by their lines. So every second time a
 * line goes, comes again elsewhere, is cut to its first or last bytes, broken in two or glued to the next one. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t n, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t n, size_t most, unsigned seed);

struct text {
	uint8_t *p;
	size_t n, most;
	uint32_t random;
};

struct span {
	size_t from, to;
};

/* A number below `limit`, which is not 0. The generator of Numerical Recipes, 7.1: its upper bits. */
static size_t
below(struct text *t, size_t limit)
{
	t->random = t->random * 1664525u + 1013904223u;
	return (size_t)((uint64_t)t->random * limit >> 32);
}

/* A line, without its end. */
static struct span
any_line(struct text *t)
{
	size_t from = below(t, t->n), to = from;

	while (from > 0 && t->p[from - 1] != '\n')
		from--;
	while (to < t->n && t->p[to] != '\n')
		to++;
	return (struct span) { from, to };
}

static void
erase(struct text *t, size_t from, size_t to)
{
	memmove(t->p + from, t->p + to, t->n - to);
	t->n -= to - from;
}

/* Puts a part of the text also at byte `at`, if there is room. */
static void
repeat(struct text *t, struct span s, size_t at)
{
	uint8_t copy[4096];
	size_t n = s.to - s.from;

	if (n > sizeof copy || n > t->most - t->n)
		return;
	memcpy(copy, t->p + s.from, n);
	memmove(t->p + at + n, t->p + at, t->n - at);
	memcpy(t->p + at, copy, n);
	t->n += n;
}

static void
change_line(struct text *t)
{
	enum { FEW = 7 };
	struct span s = any_line(t);
	size_t length = s.to - s.from, few = below(t, FEW), end = s.to + (s.to < t->n);

	switch (below(t, 6)) {
	case 0:
		erase(t, s.from, end);
		break;
	case 1:
		repeat(t, (struct span) { s.from, end }, any_line(t).from);
		break;
	case 2:
		if (few < length)
			erase(t, s.from + few, s.to);
		break;
	case 3:
		if (few < length)
			erase(t, s.from, s.to - few);
		break;
	case 4:
		if (length)
			t->p[s.from + below(t, length)] = '\n';
		break;
	default:
		erase(t, s.to, end);
	}
}

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t n, size_t most, unsigned seed)
{
	struct text t = { data, n, most, seed };

	if (n == 0 || below(&t, 2) == 0)
		return LLVMFuzzerMutate(data, n, most);
	for (size_t times = 1 + below(&t, 4); times > 0 && t.n > 0; times--)
		change_line(&t);
	return t.n;
}
