#include "quote_mark.h"

/* Where a mark can stand: a space or a bracket before it lets it open, one after it lets it close. */
enum side { OPENS, CLOSES, EITHER };

enum { SINGLE_UNITS = 80, LOST = 0xfffd };

struct mark {
	uint32_t unit;
	enum side side;
	int glyph; /* 1 opening, -1 closing, 0 straight */
};

struct lexer {
	struct units *us;
	struct arena *arena;
	struct stretches *all;
	struct mark *marks; /* of one paragraph */
	size_t n, cap;
	size_t opens; /* how many of them can only open */
	bool others;  /* there are marks beside them, single ones perhaps */
};

static bool
double_mark(const struct units *us, size_t i, int *glyph)
{
	if (i >= us->n || us->items[i].kind != UNIT_PUNCT || !(us->items[i].mark == MARK_QUOTE || us->items[i].mark == MARK_OTHER))
		return false;
	switch (unit_mark(us, i)) {
	case '"':
	case '\'': /* doubled (role_unit.c) */
	case 0xff02:
	case 0x2033: *glyph = 0; return true;
	case 0x201c:
	case 0x2018:
	case '`':
	case 0xab:
	case 0x300a: /* 《》, the North's marks */
	case 0x300c:
	case 0x300e:
	case 0x201e:
	case 0x201f:
	case 0x301d: *glyph = 1; return true;
	case 0x201d:
	case 0x2019:
	case 0xbb:
	case 0x300b:
	case 0x300d:
	case 0x300f:
	case 0x301e: *glyph = -1; return true;
	case LOST: *glyph = -1; return true;
	default: return false;
	}
}

/* What punctuation is to a mark beside it. A dash is all but a single mark. */
enum {
	LEADS = 1,   /* an opening mark may follow it without a blank */
	FOLLOWS = 2, /* it may follow a closing one so */
	COMMA = 4,
	COLON = 8,
	STOP = 16,
	SINGLE = 32 /* it is a single mark itself */
};

static unsigned
punct(const struct units *us, size_t i)
{
	static const uint8_t ascii[128] = { ['('] = LEADS,
		['['] = LEADS,
		['{'] = LEADS,
		['/'] = LEADS,
		['-'] = LEADS | FOLLOWS,
		[';'] = FOLLOWS,
		[')'] = FOLLOWS,
		[']'] = FOLLOWS,
		['}'] = FOLLOWS,
		[','] = FOLLOWS | COMMA,
		[':'] = FOLLOWS | COLON,
		['.'] = FOLLOWS | STOP,
		['?'] = FOLLOWS | STOP,
		['!'] = FOLLOWS | STOP,
		['\''] = SINGLE,
		['`'] = SINGLE };

	if (i >= us->n || us->items[i].kind != UNIT_PUNCT || us->items[i].mark == MARK_QUOTE)
		return 0;
	if (unit_byte(us, i) < 0x80)
		return ascii[unit_byte(us, i)];
	switch (us->items[i].mark) {
	case MARK_DASH: return LEADS | FOLLOWS | COMMA | COLON | STOP;
	case MARK_APOSTROPHE: return unit_mark(us, i) == 0xb4 ? 0 : SINGLE; /* an accent is none */
	case MARK_OTHER: return unit_mark(us, i) == 0x201a ? SINGLE : 0;
	default: return 0;
	}
}

static bool
spaced(const struct units *us, size_t i)
{
	return i >= us->n || (us->items[i].flags & TOKEN_SPACE) || us->items[i].kind == UNIT_BREAK;
}

static enum side
side_of(const struct units *us, size_t i)
{
	bool before = i == 0 || spaced(us, i) || us->items[i - 1].kind == UNIT_BREAK || punct(us, i - 1) & (LEADS | SINGLE);
	bool after = spaced(us, i + 1);

	if (before && !after)
		return OPENS;
	return !before && (after || punct(us, i + 1) & (FOLLOWS | SINGLE)) ? CLOSES : EITHER;
}

/* U+FFFD in the place of a closing mark whose bytes were lost: `said the deal was dead.�` */
static bool
replaced(const struct units *us, size_t i)
{
	return i > 0 && punct(us, i - 1) & (COMMA | STOP) && side_of(us, i) == CLOSES;
}

static void
add(struct lexer *x, size_t open, size_t close, bool lost)
{
	struct units *us = x->us;
	struct stretch s = { .open = (uint32_t)open, .close = (uint32_t)close, .lost = lost };
	const char *p = us->text.p;

	s.start = us->items[open].end;
	s.end = lost ? us->items[close].end : us->items[close].start;
	while (s.start < s.end && (p[s.start] == ' ' || p[s.start] == '\n'))
		s.start++;
	while (s.end > s.start && (p[s.end - 1] == ' ' || p[s.end - 1] == '\n'))
		s.end--;
	if (s.end > s.start && p[s.end - 1] == ',') {
		s.comma = true;
		s.end--;
	}
	if (s.end == s.start)
		return;
	s.stop = strchr(".?!", p[s.end - 1]) ? p[s.end - 1] : 0;
	x->all->items = arena_grow(x->arena, x->all->items, x->all->n, &x->all->cap, sizeof *x->all->items);
	x->all->items[x->all->n++] = s;
}

/* The last unit of the first sentence after an opening mark, before unit `end`. */
static size_t
first_sentence(const struct units *us, size_t open, size_t end)
{
	for (size_t i = open + 2; i < end; i++)
		if (us->items[i].flags & TOKEN_SENTENCE)
			return i - 1;
	return end - 1;
}

/* Inside a quotation a mark that looks like an opening one: does it close after all? `", "Hegseth said` does, where a stray
 * space stands before the mark; a lost closing mark lets the next quotation open. */
static bool
closes_after_all(const struct lexer *x, size_t m)
{
	const struct mark *k = &x->marks[m];
	bool stopped = punct(x->us, k->unit - 1) & (COMMA | STOP);

	if (k->glyph > 0)
		return false;
	return stopped && (m + 1 == x->n || x->marks[m + 1].side == OPENS);
}

/* “He said “no” twice”: a pair inside a quotation of the same marks. */
static bool
nested(const struct lexer *x, size_t m)
{
	return m + 2 < x->n && x->marks[m + 1].side == CLOSES && x->marks[m + 2].side == CLOSES;
}

static void
pair(struct lexer *x, size_t end)
{
	size_t open = NONE;

	for (size_t m = 0; m < x->n; m++) {
		const struct mark *k = &x->marks[m];

		if (open == NONE) {
			if (k->side == OPENS || (k->side == EITHER && k->glyph >= 0))
				open = k->unit;
		} else if (k->side != OPENS || closes_after_all(x, m)) {
			add(x, open, k->unit, false);
			open = NONE;
		} else if (nested(x, m)) {
			m++;
		} else {
			add(x, open, first_sentence(x->us, open, k->unit), true);
			open = k->unit;
		}
	}
	if (open == NONE)
		return;
	int glyph;
	size_t next = end;

	while (next < x->us->n && x->us->items[next].kind == UNIT_BREAK)
		next++;
	bool again = double_mark(x->us, next, &glyph) && side_of(x->us, next) != CLOSES;

	if (open + 1 >= end) /* a stray mark at the end */
		return;
	add(x, open, again ? end - 1 : first_sentence(x->us, open, end), true);
	if (again && x->all->n)
		x->all->items[x->all->n - 1].goes_on = true;
}

/* A Korean particle may follow: '...'고 */
static bool
closes_single(const struct units *us, size_t i)
{
	enum side side = side_of(us, i);

	return side == CLOSES || (side == EITHER && !spaced(us, i) && i + 1 < us->n && (us->items[i + 1].flags & TOKEN_HANGUL));
}

/* 'single marks' outside of double ones, from a mark that can only open to one that can only close. `m` and `last` bound the
 * paragraph in us->marks. */
static void
singles(struct lexer *x, size_t m, size_t last, size_t first)
{
	struct units *us = x->us;
	size_t doubles = x->all->n;
	int glyph;

	for (; m < last; m++) {
		size_t i = us->marks[m];

		while (first < doubles && x->all->items[first].close < i)
			first++;
		if (!(punct(us, i) & SINGLE) || side_of(us, i) != OPENS || us->items[i + 1].kind == UNIT_NUMBER
		    || (first < doubles && i > x->all->items[first].open))
			continue;
		for (size_t k = m + 1; k < last && us->marks[k] < i + SINGLE_UNITS; k++) {
			if (double_mark(us, us->marks[k], &glyph))
				break;
			if (us->marks[k] == i + 1 || !(punct(us, us->marks[k]) & SINGLE) || !closes_single(us, us->marks[k]))
				continue;
			add(x, i, us->marks[k], false);
			if (x->all->n > doubles)
				x->all->items[x->all->n - 1].single = true;
			m = k;
			break;
		}
	}
}

/* Merges the double stretches [first, middle) of a paragraph with the single ones behind them. */
static void
merge(struct lexer *x, size_t first, size_t middle)
{
	struct stretches *all = x->all;
	size_t n = all->n - first, a = first, b = middle;
	struct stretch *sorted;

	if (middle == first || middle == all->n)
		return;
	sorted = arena_array(x->arena, n, sizeof *sorted);
	for (size_t i = 0; i < n; i++)
		sorted[i] = b == all->n || (a < middle && all->items[a].open < all->items[b].open) ? all->items[a++]
												   : all->items[b++];
	memcpy(all->items + first, sorted, n * sizeof *sorted);
}

static void
paragraph(struct lexer *x, size_t from, size_t last, size_t end)
{
	size_t first = x->all->n, middle;

	if (x->n)
		pair(x, end);
	middle = x->all->n;
	if (x->others)
		singles(x, from, last, first);
	merge(x, first, middle);
	x->n = x->opens = 0;
	x->others = false;
}

void
stretches_find(struct stretches *all, struct units *us, struct arena *arena)
{
	struct lexer x = { .us = us, .arena = arena, .all = all };
	size_t from = 0;
	int glyph;

	for (size_t m = 0; m <= us->marks_n; m++) {
		size_t i = m < us->marks_n ? us->marks[m] : us->n;

		if (i < us->n && us->items[i].kind != UNIT_BREAK) {
			if (!double_mark(us, i, &glyph)) {
				x.others = true;
				continue;
			}
			if (us->items[i].mark == MARK_OTHER && unit_mark(us, i) == LOST && !replaced(us, i))
				continue;
			x.marks = arena_grow(arena, x.marks, x.n, &x.cap, sizeof *x.marks);
			x.marks[x.n] = (struct mark){ (uint32_t)i, side_of(us, i), glyph };
			x.opens += x.marks[x.n++].side == OPENS;
			continue;
		}
		paragraph(&x, from, m, i);
		from = m + 1;
	}
}
