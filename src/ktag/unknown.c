#include "unknown.h"
#include "hash.h"
#include "mem.h"
#include "words.h"

#include <stdlib.h>

enum { LIMIT = 1 << 20 }; /* distinct names kept; later ones are not counted */

struct seen {
	uint64_t hash;
	struct str name;
	unsigned long long count;
};

struct unknown {
	struct seen *slots;
	size_t size, n;
	struct arena arena;
};

struct unknown *
unknown_new(void)
{
	struct unknown *u = mem_new(1, sizeof *u);

	u->size = 1024;
	u->slots = mem_new(u->size, sizeof *u->slots);
	return u;
}

static struct seen *
slot(struct seen *slots, size_t size, uint64_t hash)
{
	size_t i = hash & (size - 1);

	while (slots[i].hash != 0 && slots[i].hash != hash)
		i = (i + 1) & (size - 1);
	return &slots[i];
}

static void
grow(struct unknown *u)
{
	struct seen *slots = mem_new(u->size * 2, sizeof *slots);

	for (size_t i = 0; i < u->size; i++)
		if (u->slots[i].hash)
			*slot(slots, u->size * 2, u->slots[i].hash) = u->slots[i];
	free(u->slots);
	u->slots = slots;
	u->size *= 2;
}

static void
count(struct unknown *u, struct str name)
{
	uint64_t hash = hash64(name) | 1;
	struct seen *s = slot(u->slots, u->size, hash);

	if (s->hash == 0) {
		if (u->n == LIMIT)
			return;
		*s = (struct seen) { hash, arena_str(&u->arena, name), 0 };
		u->n++;
	}
	s->count++;
	if (u->n * 2 > u->size)
		grow(u);
}

/* Runs of capitalised words outside all mentions. */
void
unknown_count(struct unknown *u, const struct doc *d)
{
	size_t next = 0, run = 0, first = 0;

	for (size_t i = 0; d->tokens_n && i <= d->tokens_n; i++) { /* no tokens: no array either */
		const struct token *t = &d->tokens[i];
		bool capital = i < d->tokens_n && t->kind == TOKEN_WORD && t->flags & TOKEN_CAPITAL;
		while (capital && next < d->mentions_n && d->mentions[next].end <= t->start)
			next++;
		if (capital && next < d->mentions_n && d->mentions[next].start < t->end)
			capital = false;
		if (capital && t->flags & TOKEN_OPENS)
			capital = false;
		if (capital && run > 0 && t->start != d->tokens[i - 1].end + 1)
			capital = false;
		if (capital) {
			first = run == 0 ? i : first;
			run++;
			continue;
		}
		if (run > 0)
			count(u, doc_span(d, first, i - 1));
		run = 0;
	}
}

static int
by_count(const void *a, const void *b)
{
	const struct seen *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return str_cmp(x->name, y->name);
}

void
unknown_write(struct unknown *u, struct out *out)
{
	struct buf line = { 0 };

	qsort(u->slots, u->size, sizeof *u->slots, by_count);
	for (size_t i = 0; i < u->n; i++) {
		line.n = 0;
		buf_uint(&line, u->slots[i].count);
		buf_char(&line, '\t');
		buf_str(&line, u->slots[i].name);
		buf_char(&line, '\n');
		out_str(out, buf_view(&line));
	}
	buf_free(&line);
	arena_free(&u->arena);
	free(u->slots);
	free(u);
}
