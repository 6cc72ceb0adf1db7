#include "join.h"
#include "breaks.h"
#include "err.h"
#include "utf8.h"

#include <stdlib.h>

#define WIDEST 110u   /* a wrapped line has at most so many columns */
#define SHORTEST 40u  /* and at least so many, but for the last of its paragraph */
#define NARROWEST 50u /* width of the narrowest wrapped text */
#define HELD 256u     /* lines held at most */

/* What a run of lines, or an earlier one of this file, tells about its width: any of low..high explains it. */
struct width {
	size_t low, high;
	bool known, cut; /* cut: at exactly `high`, inside words */
};

struct join {
	struct fix *fix;
	void (*put)(void *to, struct str text, bool joined);
	void *to;
	struct buf text;   /* of the held lines */
	struct piece *p;   /* the held lines */
	size_t n, cap;
	struct width width;
	bool chunks;       /* a chunk of 1,022 characters was seen in this file */
	struct recent recent;
};

struct join *
join_open(struct fix *fix, void (*put)(void *, struct str, bool), void *to)
{
	struct join *j = calloc(1, sizeof *j);

	if (!j)
		err_die("out of memory");
	j->fix = fix;
	j->put = put;
	j->to = to;
	return j;
}

void
join_close(struct join *j)
{
	buf_free(&j->text);
	free(j->p);
	free(j);
}

bool
join_idle(const struct join *j)
{
	return j->n == 0;
}

void
join_begin(struct join *j)
{
	join_end(j);
	j->width = (struct width) { 0 };
	j->chunks = false;
}

void
join_recent(struct join *j, struct str text)
{
	recent_add(&j->recent, text);
}

static struct str
text_of(const struct join *j, const struct piece *p)
{
	return str_of(j->text.p + p->at, p->n);
}

/* Joins piece i+1 to piece i; their texts lie side by side. */
static void
merge(struct join *j, size_t i, enum seam seam)
{
	struct piece *a = &j->p[i], *b = a + 1;
	size_t gap = b->at - (a->at + a->n), cut = seam == SEAM_DROP_HYPHEN;
	char *to = j->text.p + a->at + a->n;

	/* There is one byte between two pieces, for the space. */
	if (seam == SEAM_SPACE) {
		*to = ' ';
		a->n += gap + b->n;
	} else {
		memmove(to - cut, to + gap, j->text.n - (size_t)(to + gap - j->text.p));
		j->text.n -= gap + cut;
		a->n += b->n - cut;
		for (size_t k = i + 2; k < j->n; k++)
			j->p[k].at -= gap + cut;
	}
	a->columns += b->columns + (seam == SEAM_SPACE);
	a->end = b->end;
	a->joined = true;
	j->fix->count[RULE_JOIN]++;
	memmove(b, b + 1, (j->n - i - 2) * sizeof *b);
	j->n--;
}

/* The local evidence for one break. */
static enum seam
seam_of(struct join *j, size_t i)
{
	struct side s = { text_of(j, &j->p[i]), text_of(j, &j->p[i + 1]), &j->p[i], &j->p[i + 1] };
	enum seam seam = seam_chunk(&s, &j->chunks);

	if (seam == SEAM_NONE)
		seam = seam_hyphen(&s, &j->recent);
	if (seam == SEAM_NONE)
		seam = seam_sentence(&s, &j->recent);
	return seam;
}

/* Columns of the first word of a line. */
static size_t
first_word(struct str s)
{
	const char *space = memchr(s.p, ' ', s.n);

	return utf8_count(space ? str_of(s.p, (size_t)(space - s.p)) : s);
}

/* May break i be a wrap at all? */
static bool
may_wrap(const struct join *j, size_t i)
{
	const struct piece *a = &j->p[i], *b = a + 1;

	return i + 1 < j->n && a->columns >= SHORTEST && a->columns <= WIDEST && b->columns <= WIDEST && !a->joined
	    && !b->joined && wraps(text_of(j, a), text_of(j, b))
	    && (j->width.known || !is_headline(text_of(j, a)));
}

/* Does width w explain break i: the line fits, and with the next word it would not? */
static bool
is_full(const struct join *j, size_t i, size_t low, size_t high)
{
	size_t least = j->p[i].columns, most = least + first_word(text_of(j, &j->p[i + 1]));

	return may_wrap(j, i) && least <= high && low <= most && j->p[i + 1].columns <= high;
}

/* The widths that explain most breaks of the held lines. */
static struct width
best_width(const struct join *j)
{
	unsigned cover[WIDEST + 2] = { 0 }, best = 0;
	struct width w = { 0 };

	for (size_t i = 0; i + 1 < j->n; i++) {
		size_t least = j->p[i].columns, most = least + first_word(text_of(j, &j->p[i + 1]));

		if (!may_wrap(j, i))
			continue;
		for (size_t c = least; c <= most && c <= WIDEST; c++)
			cover[c]++;
	}
	for (size_t c = NARROWEST; c <= WIDEST; c++)
		if (cover[c] > best) {
			best = cover[c];
			w.low = w.high = c;
		} else if (best && cover[c] == best && w.high + 1 == c)
			w.high = c;
	return w;
}

/* What speaks for a stretch of full lines being one paragraph. */
struct stretch {
	size_t full;      /* breaks */
	size_t flowing;   /* breaks in mid-sentence with a small letter behind */
	size_t even;      /* lines of exactly the width, or one less: where a space was trimmed */
	size_t fragments; /* breaks with half a word on one side */
	size_t widest;
};

static struct stretch
look(const struct join *j, size_t from, size_t to)
{
	struct stretch t = { .full = to - from };

	for (size_t i = from; i < to; i++)
		if (j->p[i].columns > t.widest)
			t.widest = j->p[i].columns;
	for (size_t i = from; i < to; i++) {
		struct str a = text_of(j, &j->p[i]), b = text_of(j, &j->p[i + 1]);

		t.flowing += is_flowing(a, b);
		t.even += j->p[i].columns + 1 >= t.widest;
		t.fragments += j->p[i].columns == t.widest && !j->p[i + 1].space && has_fragment(a, b);
	}
	return t;
}

static bool
is_wrapped(const struct join *j, const struct stretch *t, const struct width *w)
{
	bool same = j->width.known && w->low <= j->width.high && j->width.low <= w->high;

	if (same)
		return true;
	return (t->full >= 3 && 3 * t->flowing >= t->full) || (t->full == 2 && t->flowing >= 1) || t->flowing + t->fragments > 3;
}

/* Is the stretch cut at a fixed column, inside words? By chance three wrapped lines are even, but no half words stand at their ends. */
static bool
is_cut(const struct join *j, const struct stretch *t)
{
	if (t->even < t->full)
		return false;
	if (j->width.cut)
		return t->widest == j->width.high || t->widest + 1 == j->width.high;
	return t->full >= 2 && (t->fragments >= 2 || (t->fragments && t->full <= 3) || t->full >= 12);
}

/* Joins lines from..to; returns whether it did. */
static bool
unwrap(struct join *j, size_t from, size_t to, const struct width *w)
{
	struct stretch t = look(j, from, to);
	bool cut = is_cut(j, &t);
	size_t column = j->width.cut && cut ? j->width.high : t.widest;

	if (!cut && !is_wrapped(j, &t, w))
		return false;
	if (!j->width.known || (cut && !j->width.cut))
		j->width = (struct width) { cut ? t.widest : w->low, cut ? t.widest : w->high, true, cut };
	for (size_t k = 0, at = from; k < to - from; k++) {
		struct side s = { text_of(j, &j->p[at]), text_of(j, &j->p[at + 1]), &j->p[at], &j->p[at + 1] };
		enum seam seam = cut ? SEAM_NONE : seam_hyphen(&s, &j->recent);

		if (cut && j->p[at].last == column && !j->p[at + 1].space)
			seam = SEAM_TIGHT;
		else if (seam == SEAM_NONE)
			seam = SEAM_SPACE;
		j->p[at].last = j->p[at + 1].last;
		merge(j, at, seam);
	}
	return true;
}

/* Joins what the width tells; returns whether it joined anything. */
static bool
by_width(struct join *j)
{
	struct width w = best_width(j);
	bool any = false;

	if (j->width.known && w.low) { /* the file's width, if it explains as much */
		size_t own = 0, known = 0;

		for (size_t i = 0; i + 1 < j->n; i++) {
			own += is_full(j, i, w.low, w.high);
			known += is_full(j, i, j->width.low, j->width.high);
		}
		if (known >= own)
			w = j->width;
	}
	for (size_t i = 0; w.low && i + 1 < j->n; i++) {
		size_t to = i;

		while (to + 1 < j->n && is_full(j, to, w.low, w.high))
			to++;
		if (to > i)
			any |= unwrap(j, i, to, &w);
	}
	return any;
}

static bool
by_seam(struct join *j)
{
	bool any = false;

	for (size_t i = 0; i + 1 < j->n;) {
		enum seam seam = seam_of(j, i);

		if (seam == SEAM_NONE) {
			i++;
			continue;
		}
		merge(j, i, seam);
		any = true;
	}
	return any;
}

/* Puts out the first n pieces. */
static void
release(struct join *j, size_t n)
{
	size_t end = n < j->n ? j->p[n].at : j->text.n;

	for (size_t i = 0; i < n; i++) {
		struct str s = text_of(j, &j->p[i]);

		j->put(j->to, s, j->p[i].joined);
	}
	buf_drop(&j->text, end);
	memmove(j->p, j->p + n, (j->n - n) * sizeof *j->p);
	j->n -= n;
	for (size_t i = 0; i < j->n; i++)
		j->p[i].at -= end;
}

/* Joins what can be joined; repeated, because a joined line is another line. */
static void
resolve(struct join *j)
{
	if (j->n < 2)
		return;
	by_width(j);
	by_seam(j);
}

void
join_end(struct join *j)
{
	resolve(j);
	release(j, j->n);
}

bool
join_is_final(size_t columns, struct str line)
{
	return (columns < SHORTEST || columns > WIDEST) && !is_open(line);
}

static void
hold(struct join *j, const struct broken *line)
{
	if (j->n == j->cap) {
		j->cap = j->cap ? 2 * j->cap : 64;
		j->p = realloc(j->p, j->cap * sizeof *j->p);
		if (!j->p)
			err_die("out of memory");
	}
	if (j->n)
		buf_char(&j->text, '\n');
	j->p[j->n++] = (struct piece) { .at = j->text.n, .n = line->text.n, .columns = line->columns, .last = line->columns,
		.space = line->space, .end = line->at };
	buf_str(&j->text, line->text);
}

void
join_line(struct join *j, const struct broken *line)
{
	bool edge = line->columns > WIDEST || line->columns < SHORTEST;

	hold(j, line);
	if (!edge && j->n < HELD)
		return;
	/* The run of lines that could be wrapped ends here: only this line may go on. */
	if (j->n > 1 && line->columns > WIDEST) {
		j->n--;
		resolve(j);
		j->n++;
		if (j->n > 1)
			by_seam(j);
	} else
		resolve(j);
	if (is_open(text_of(j, &j->p[j->n - 1])) || is_chunk_end(line->at))
		release(j, j->n - 1);
	else
		release(j, j->n);
}
