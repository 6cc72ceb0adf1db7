/* mkrules: prints C source that defines rules_image, the tables of splitting as rules_load leaves them in memory: no filter has to
 * read them again when it starts.
 *
 * They are loaded twice, at two places. A word of memory that differs by the distance of the places is an address, and is written as
 * one; all others must be the same. */
#include "err.h"
#include "split_tables.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define ROOM ((size_t)16 << 20)

const struct rules *const rules_image = NULL;

extern const char __executable_start[], end[];

struct loaded {
	struct rules rules;
	char *room;
	size_t used;
};

static void
load(struct loaded *l)
{
	struct arena arena = { 0 };

	l->room = arena_room(&arena, ROOM);
	memset(l->room, 0, ROOM);
	l->rules.arena = arena;
	rules_load(&l->rules, NULL);
	l->used = l->rules.arena.used;
	if (l->rules.arena.now != arena.first)
		err_die("the tables take more than %zu bytes", ROOM);
	l->rules.arena = (struct arena) { 0 };
}

/* Of two rows that look for the same one would never be found. */
static void
refuse_doubles(const struct rules *r)
{
	for (size_t i = 0; i < r->n; i++)
		for (size_t k = 0; k < i; k++)
			if (r->rule[i].kind == r->rule[k].kind && str_eq(r->rule[i].text, r->rule[k].text))
				err_warn(STATUS_ERROR, "furniture.tsv: twice: %.*s", (int)r->rule[i].text.n, r->rule[i].text.p);
	if (err_status())
		exit(STATUS_ERROR);
}

static uintptr_t
word_at(const void *p, size_t i)
{
	uintptr_t v;

	memcpy(&v, (const char *)p + i * sizeof v, sizeof v);
	return v;
}

/* Is it the address of something of this program, which a filter has elsewhere? Of a program at a fixed, low place the addresses look
 * like numbers: there it cannot be told. */
static bool
outside(uintptr_t a)
{
	uintptr_t first = (uintptr_t)__executable_start;

	return first > UINT32_MAX && a >= first && a < (uintptr_t)end;
}

/* Prints n words that are at `p` and at `q`; `l` and `m`: where their addresses lead. */
static void
put_words(const char *name, const void *p, const void *q, size_t n, const struct loaded *l, const struct loaded *m)
{
	printf("static const union word %s[] = {\n", name);
	for (size_t i = 0; i < n; i++) {
		uintptr_t a = word_at(p, i), b = word_at(q, i), at = a - (uintptr_t)l->room;

		if (at < l->used && at == b - (uintptr_t)m->room)
			printf("[%zu] = { .p = (const char *)data + %zu },\n", i, (size_t)at);
		else if (outside(a))
			err_die("%s: word %zu is an address outside of the arena", name, i);
		else if (a != b)
			err_die("%s: word %zu is not the same when loaded again", name, i);
		else if (a)
			printf("[%zu] = { 0x%zx },\n", i, (size_t)a);
	}
	printf("[%zu] = { 0 } };\n", n);
}

int
main(int argc, char **argv)
{
	static struct loaded l, m;

	err_init(argv[0]);
	if (argc > 1)
		err_die("no operands");
	load(&l);
	refuse_doubles(&l.rules);
	load(&m);
	printf("#include \"split_tables.h\"\nunion word {\n\tuintptr_t n;\n\tconst void *p;\n};\nstatic const union word data[%zu];\n",
	    l.used / sizeof(uintptr_t) + 1);
	put_words("data", l.room, m.room, l.used / sizeof(uintptr_t), &l, &m);
	put_words("rules", &l.rules, &m.rules, sizeof l.rules / sizeof(uintptr_t), &l, &m);
	printf("const struct rules *const rules_image = (const void *)rules;\n");
	return ferror(stdout) || fflush(stdout) ? 2 : 0;
}
