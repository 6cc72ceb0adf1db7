#include "split_learn.h"
#include "hash.h"
#include "mem.h"

#include <stdlib.h>

#define ENTRIES 16384 /* a power of two; about 700 kB */
#define WAYS 4
#define LEDES 6       /* different articles that make a line furniture */
#define LINE_MAX 160

/* Articles are told apart by their first paragraphs: copies of one article teach nothing. */
struct entry {
	uint64_t line;
	uint32_t lede[LEDES];
	unsigned n;
};

struct learn {
	struct entry entry[ENTRIES];
};

struct learn *
learn_open(void)
{
	return mem_new(1, sizeof(struct learn));
}

void
learn_close(struct learn *l)
{
	free(l);
}

/* The place of a line: its own, else the one of its set that was seen in the fewest articles. */
static struct entry *
find(struct learn *l, uint64_t line)
{
	struct entry *set = &l->entry[(line & (ENTRIES / WAYS - 1)) * WAYS], *worst = set;

	for (size_t i = 0; i < WAYS; i++) {
		if (set[i].line == line)
			return &set[i];
		if (set[i].n < worst->n)
			worst = &set[i];
	}
	*worst = (struct entry) { .line = line };
	return worst;
}

static void
count(struct entry *e, uint32_t lede)
{
	for (size_t i = 0; i < e->n; i++)
		if (e->lede[i] == lede)
			return;
	e->lede[e->n++] = lede;
}

/* Cross-headings and speaker tags recur as well, but are text: what a source prints is longer, or stands at an end of the text. */
static bool
can_be_furniture(const struct page *p, size_t i, size_t last)
{
	struct str s = text(p, i);
	bool end = i < p->first || i == last;

	if ((p->fate[i] != FATE_BODY) | (s.n > LINE_MAX) || is(p, i, LINE_DATELINE))
		return false;
	if (s.p[0] == '[' || s.p[0] == '<' || str_last(s) == ':')
		return false;
	return end || (!is(p, i, LINE_PROSE) && p->line[i].words >= 4 && !is(p, i, LINE_STOP));
}

/* A sentence that ends many stories may be their background, `The two Koreas remain technically at war ...`: what sites say to their
 * readers has words that tell. */
static bool
is_background(const struct page *p, size_t i)
{
	return is(p, i, LINE_PROSE) && memo_evidence(p->memo, &p->line[i], p->rules, text(p, i)) <= 0;
}

void
learn_page(struct learn *l, struct page *p, struct str source)
{
	size_t last = p->n;
	uint64_t lede, own = hash64(source) * 31 + 1;

	if (!l || p->first >= p->n)
		return;
	lede = p->line[p->first].hash;
	for (size_t i = p->first; i < p->n; i++)
		last = p->fate[i] == FATE_BODY ? i : last;
	for (size_t i = 0; i < p->n; i++) {
		struct entry *e;

		if (i == p->first || !can_be_furniture(p, i, last))
			continue;
		e = find(l, p->line[i].hash ^ own);
		if (e->n < LEDES) {
			count(e, (uint32_t)lede);
		} else if (!is_background(p, i)) {
			p->fate[i] = FATE_DROP;
			classify(p, i, CLASS_LEARNED);
		}
	}
}
