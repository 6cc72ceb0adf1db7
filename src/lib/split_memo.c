#include "split_memo.h"
#include "mem.h"
#include "split_letters.h"

#include <stdint.h>
#include <stdlib.h>

#define FACTS 16384 /* a power of two; 512 kB, of which a short input touches little */
#define WAYS 4
#define CACHE_LINE 64

struct memo {
	struct fact *fact; /* a set begins with a line of the cache, and two facts fill it */
	char *room;
};

struct memo *
memo_open(void)
{
	struct memo *m = mem_new(1, sizeof *m);

	m->room = mem_new(FACTS * sizeof *m->fact + CACHE_LINE, 1);
	m->fact = (struct fact *)(void *)(m->room + CACHE_LINE - (uintptr_t)m->room % CACHE_LINE);
	return m;
}

void
memo_close(struct memo *m)
{
	if (m)
		free(m->room);
	free(m);
}

static struct fact *
set_of(const struct memo *m, uint64_t text)
{
	return &m->fact[(text & (FACTS / WAYS - 1)) * WAYS];
}

void
memo_fetch(const struct memo *m, uint64_t text)
{
	const struct fact *set = set_of(m, text);

	__builtin_prefetch(set);
	__builtin_prefetch(set + WAYS / 2);
}

/* A text that is met again moves up in its set, a new one takes the last place: lines that come once drive out none that come often. */
struct fact *
memo_fact(struct memo *m, uint64_t text)
{
	struct fact *set = set_of(m, text), found;

	for (size_t i = 0; i < WAYS; i++)
		if (set[i].text == text) {
			if (i == 0)
				return set;
			found = set[i];
			set[i] = set[i - 1];
			set[i - 1] = found;
			return &set[i - 1];
		}
	set[WAYS - 1] = (struct fact) { .text = text };
	return &set[WAYS - 1];
}

/* The questions that need not be asked of a line with these signs: its answer is no. */
static unsigned
needless(unsigned signs)
{
	static const struct {
		unsigned sign, asks;
	} needs[] = { { SIGN_COLON, 1u << ASK_LABEL }, { SIGN_DIGIT, 1u << ASK_STREET }, { SIGN_DOT, 1u << ASK_HOST } };
	unsigned bits = 0;

	for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
		bits |= signs & needs[i].sign ? 0 : needs[i].asks;
	return bits;
}

void
memo_judge_known(struct fact *f, struct rules *r, struct str s, struct line *l)
{
	if (!(f->known & MEMO_JUDGED)) {
		struct line own = { .signs = l->signs };

		line_judge(r, s, &own);
		f->rule = own.rule;
		f->words = own.words;
		f->flags = own.flags;
		f->class = own.class;
		f->asked |= needless(own.signs);
		f->known |= MEMO_JUDGED;
	}
	l->rule = f->rule;
	l->words = f->words;
	l->flags |= f->flags;
	l->class = f->class;
	l->asked = f->asked;
	l->yes = f->yes;
	l->evidence = (signed char)f->evidence;
	l->side = (signed char)f->side;
	l->title = f->title;
}

void
memo_judge(struct memo *m, struct rules *r, struct str s, struct line *l)
{
	memo_judge_known(memo_fact(m, l->hash), r, s, l);
}

void
memo_ask(struct memo *m, struct line *l, unsigned bit, memo_question *question, const struct rules *r, struct str s)
{
	struct fact *f = memo_fact(m, l->hash);

	if (!(f->asked & bit)) {
		f->asked |= bit;
		f->yes |= question(r, s) ? bit : 0;
	}
	l->asked |= bit;
	l->yes |= f->yes & bit;
}

/* Is the answer to the question, a number, still to be found? *f: where it is remembered. */
static bool
unknown(struct memo *m, struct line *l, enum ask ask, struct fact **f)
{
	unsigned bit = 1u << ask;
	bool new;

	*f = memo_fact(m, l->hash);
	new = !((*f)->asked & bit);
	(*f)->asked |= bit;
	l->asked |= bit;
	return new;
}

int
memo_evidence(struct memo *m, struct line *l, const struct rules *r, struct str s)
{
	struct fact *f;

	if (l->asked & 1u << ASK_EVIDENCE)
		return l->evidence;
	if (unknown(m, l, ASK_EVIDENCE, &f))
		f->evidence = rules_evidence(r, s);
	return l->evidence = (signed char)f->evidence;
}

int
memo_side(struct memo *m, struct line *l, const struct rules *r, struct str s)
{
	struct fact *f;

	if (l->asked & 1u << ASK_SIDE)
		return l->side;
	if (unknown(m, l, ASK_SIDE, &f))
		f->side = rules_side(r, s);
	return l->side = (signed char)f->side;
}
