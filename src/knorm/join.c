#include "join.h"
#include "ascii.h"
#include "breaks.h"
#include "mem.h"
#include "utf8.h"

#include <stdlib.h>

#define WIDEST 110u   /* a wrapped line has at most so many columns */
#define SHORTEST 40u  /* and at least so many, but for the last of its paragraph */
#define NARROWEST 50u /* width of the narrowest wrapped text */
#define HELD 256u     /* lines held at most */
#define LONGEST ((size_t)1 << 20) /* bytes of a line that others are joined to */

/* The width of wrapped lines: any of low..high explains them. */
struct width {
	size_t low, high;
	bool cut; /* at exactly `high`, inside words */
};

struct join {
	struct fix *fix;
	void (*put)(void *to, struct str text, const struct trace *trace);
	void *to;
	struct piece p[HELD + 1]; /* the held lines; their buffers are kept */
	size_t n;
	struct width width; /* what joined lines of this file had; low is 0 before there are any */
	size_t full, even;  /* lines joined by width, and those of one length among them (struct stretch) */
	bool reached;       /* the last line that came was joined by width */
	bool spaced;        /* a blank line came next: wrapped paragraphs of this file are parted by such */
	bool chunks;        /* a chunk of 1,022 characters was seen in this file */
	struct recent recent;
};

struct join *
join_open(struct fix *fix, void (*put)(void *, struct str, const struct trace *), void *to)
{
	struct join *j = mem_new(1, sizeof *j);

	j->fix = fix;
	j->put = put;
	j->to = to;
	return j;
}

void
join_close(struct join *j)
{
	for (size_t i = 0; i <= HELD; i++) {
		buf_free(&j->p[i].text);
		trace_free(&j->p[i].trace);
	}
	free(j);
}

bool
join_idle(const struct join *j)
{
	return j->n == 0;
}

void
join_forget(struct join *j)
{
	j->width = (struct width) { 0 };
	j->full = j->even = 0;
	j->reached = j->spaced = false;
}

void
join_begin(struct join *j)
{
	join_end(j);
	join_forget(j);
	j->chunks = false;
}

void
join_recent(struct join *j, struct str text)
{
	recent_add(&j->recent, text);
}

static struct str
text_of(const struct join *j, size_t i)
{
	return buf_view(&j->p[i].text);
}

/* Takes n pieces out from i on; their buffers are kept behind the others. */
static void
drop(struct join *j, size_t i, size_t n)
{
	for (size_t k = i; k + n < j->n; k++) {
		struct piece gone = j->p[k];

		j->p[k] = j->p[k + n];
		j->p[k + n] = gone;
	}
	j->n -= n;
}

/* The repairs of a line, on a joined one: once, when nothing more can be joined to it. */
static void
repair(struct join *j, struct piece *p)
{
	struct fix *f = j->fix;
	struct trace *trace = f->trace;

	f->text.n = 0;
	buf_str(&f->text, buf_view(&p->text));
	f->trace = trace ? &p->trace : NULL;
	line_repair(f);
	f->trace = trace;
	p->text.n = 0;
	buf_str(&p->text, fix_text(f));
	for (size_t i = 0; i < p->text.n; i++)
		if (p->text.p[i] == '\n')
			p->text.p[i] = ' ';
}

static void
trace_seam(struct piece *a, const struct piece *b, enum seam seam)
{
	struct edit hyphen = { a->text.n - 1, 1, a->text.n - 1, 0, 1u << RULE_JOIN };
	struct trace step = { &hyphen, 1, 1, 0, 0 };
	bool drop = seam == SEAM_DROP_HYPHEN;

	if (drop)
		trace_apply(&a->trace, &step);
	trace_append(&a->trace, a->text.n - drop, seam == SEAM_SPACE, &b->trace);
}

/* Joins piece i+1 to piece i. */
static void
merge(struct join *j, size_t i, enum seam seam)
{
	struct piece *a = &j->p[i], *b = a + 1;

	if (j->fix->trace)
		trace_seam(a, b, seam);
	if (seam == SEAM_DROP_HYPHEN)
		a->text.n--;
	if (seam == SEAM_SPACE)
		buf_char(&a->text, ' ');
	buf_str(&a->text, buf_view(&b->text));
	a->columns += b->columns + (seam == SEAM_SPACE) - (seam == SEAM_DROP_HYPHEN);
	a->read = a->columns;
	a->last = b->last;
	a->tail = b->tail;
	a->indent = 0;
	a->whole = true;
	a->end = b->end;
	a->joined = true;
	j->fix->count[RULE_JOIN]++;
	drop(j, i + 1, 1);
}

static struct side
side_of(const struct join *j, size_t i)
{
	return (struct side) { text_of(j, i), text_of(j, i + 1), &j->p[i], &j->p[i + 1] };
}

/* The local evidence for one break. */
static enum seam
seam_of(struct join *j, size_t i)
{
	struct side s = side_of(j, i);
	enum seam seam = SEAM_NONE;

	if (s.a.n > LONGEST)
		return seam;
	seam = seam_chunk(&s, &j->chunks);
	if (seam == SEAM_NONE)
		seam = seam_hyphen(&s, &j->recent);
	if (seam == SEAM_NONE)
		seam = seam_sentence(&s, &j->recent);
	return seam;
}

/* One way of looking at a stretch of lines. */
struct view {
	struct join *j;
	size_t from, to; /* the lines */
	bool as_read;    /* count columns as they were read, not as they are now */
	bool known;      /* use the width that this file is known to have */
	struct width width;
};

static size_t
columns(const struct view *v, size_t i)
{
	return v->as_read ? v->j->p[i].read + v->j->p[i].indent : v->j->p[i].columns;
}

/* Columns of the first word of a line. */
static size_t
first_word(struct str s)
{
	const char *space = memchr(s.p, ' ', s.n);

	return utf8_count(space ? str_of(s.p, (size_t)(space - s.p)) : s);
}

/* Does line i open a paragraph by its indentation? Where the lines behind it are indented as well, all but the first line of
 * paragraphs are. */
static bool
opens_paragraph(const struct join *j, size_t i)
{
	const struct piece *p = &j->p[i];

	return p->indent && p[-1].indent < p->indent && i + 1 < j->n && p[1].indent < p->indent;
}

/* May break i be a wrap at all? */
static bool
may_wrap(const struct view *v, size_t i)
{
	const struct join *j = v->j;

	return i + 1 < v->to && columns(v, i) >= SHORTEST && columns(v, i) <= WIDEST && columns(v, i + 1) <= WIDEST
	    && !j->p[i].joined && !j->p[i + 1].joined && !opens_paragraph(j, i + 1) && wraps(text_of(j, i), text_of(j, i + 1))
	    && (v->known || !is_headline(text_of(j, i)));
}

/* Does the width explain break i: the line fits, and with the next word it would not? Where a sentence ends, a paragraph may end as
 * well, unless blank lines part them: there the greatest width must explain it. */
static bool
is_full(const struct view *v, size_t i)
{
	size_t low = !v->j->spaced && ends_sentence(text_of(v->j, i)) ? v->width.high : v->width.low;

	return may_wrap(v, i) && columns(v, i) <= v->width.high && columns(v, i + 1) <= v->width.high
	    && low <= columns(v, i) + first_word(text_of(v->j, i + 1));
}

/* The widths that explain most breaks. */
static struct width
best_width(const struct view *v)
{
	unsigned cover[WIDEST + 2] = { 0 }, best = 0;
	struct width w = { 0 };

	for (size_t i = v->from; i + 1 < v->to; i++) {
		size_t most;

		if (!may_wrap(v, i))
			continue;
		most = columns(v, i) + first_word(text_of(v->j, i + 1));
		for (size_t c = columns(v, i); c <= most && c <= WIDEST; c++)
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

/* What speaks for full lines being one paragraph. */
struct stretch {
	size_t full;      /* breaks */
	size_t open;      /* breaks before which no sentence ends */
	size_t flowing;   /* breaks in mid-sentence with a small letter behind */
	size_t even;      /* lines of exactly the width, or one less: where a space was trimmed */
	size_t fragments; /* breaks with half a word on one side */
	size_t parted;    /* breaks with a known word on both */
	size_t widest;
};

static struct stretch
look(const struct view *v, size_t from, size_t to)
{
	struct stretch t = { .full = to - from };

	for (size_t i = from; i < to; i++)
		if (columns(v, i) > t.widest)
			t.widest = columns(v, i);
	for (size_t i = from; i < to; i++) {
		struct str a = text_of(v->j, i), b = text_of(v->j, i + 1);

		t.flowing += is_flowing(a, b);
		t.open += !ends_sentence(a) && !is_headline(a);
		t.even += columns(v, i) + 1 >= t.widest;
		t.parted += parts_words(a, b, &v->j->recent);
		t.fragments += columns(v, i) == t.widest && splits_word(a, b, &v->j->recent);
	}
	return t;
}

static bool
is_wrapped(const struct view *v, const struct stretch *t, size_t to)
{
	return v->known || (t->full >= 3 && 3 * t->flowing >= t->full) || (t->full == 2 && t->flowing >= 1)
	    || (t->full >= 3 && t->open == t->full && ends_sentence(text_of(v->j, to)));
}

/* Is the stretch cut at a fixed column, inside words? Then all lines are even, there are halves of words at their ends sooner or
 * later, and the same holds for the stretches before, at the same width. By chance a wrapped line is even once in three times. */
static bool
is_cut(const struct view *v, const struct stretch *t)
{
	const struct join *j = v->j;

	if (t->even < t->full)
		return false;
	if (v->known && j->width.cut)
		return t->widest <= j->width.high && t->widest + 1 >= j->width.high;
	if (2 * t->parted > t->full)
		return false;
	return (t->fragments && (t->full >= 3 || !t->parted)) || t->full >= 6
	    || (j->even == j->full && j->even + t->full >= 6 && t->widest <= j->width.high && t->widest + 1 >= j->width.high);
}

/* What a stretch that was joined tells about the file: the first width, then what is common to it and later ones. */
static void
learn(struct join *j, struct width w)
{
	struct width *known = &j->width;

	if (!known->low || w.cut != known->cut) { /* lines of one length come by chance, too */
		*known = w;
	} else if (!known->cut && w.low <= known->high && known->low <= w.high) {
		known->low = w.low > known->low ? w.low : known->low;
		known->high = w.high < known->high ? w.high : known->high;
	}
}

/* `, the first`: a cut parted it from its word. */
static bool
opens_with_stop(struct str s)
{
	return s.n && (*s.p == ',' || *s.p == '.') && (s.n == 1 || s.p[1] == ' ');
}

/* `have been sent t`, `o train`: no word is one consonant. */
static bool
ends_in_consonant(struct str a, struct str b)
{
	return a.n > 2 && a.p[a.n - 2] == ' ' && is_small(a.p[a.n - 1]) && !str_ends_in(a, "aeiouy") && b.n && is_small(b.p[0]);
}

/* Joins lines from..to; returns whether it did. */
static bool
unwrap(struct view *v, size_t from, size_t to)
{
	struct join *j = v->j;
	struct stretch t = look(v, from, to);
	bool cut = is_cut(v, &t);
	size_t column = v->known && j->width.cut ? j->width.high : t.widest;

	if ((v->known && v->width.cut && !cut) || (!cut && !is_wrapped(v, &t, to)))
		return false;
	j->full += t.full - 1; /* the widest line is even in any stretch */
	j->even += t.even - 1;
	learn(j, cut ? (struct width) { t.widest, t.widest, true } : v->width);
	for (size_t k = from; k < to; k++) {
		struct side s = side_of(j, from);
		enum seam seam = cut ? SEAM_NONE : seam_hyphen(&s, &j->recent);

		if (cut && j->p[from].last == column && !j->p[from + 1].space)
			seam = SEAM_TIGHT;
		if (seam == SEAM_NONE && (opens_with_stop(s.b) || (!j->p[from + 1].space && ends_in_consonant(s.a, s.b))))
			seam = SEAM_TIGHT;
		merge(j, from, seam == SEAM_NONE ? SEAM_SPACE : seam);
	}
	j->reached |= to + 1 == v->to;
	v->to -= to - from;
	return true;
}

static bool
by_view(struct view *v)
{
	bool any = false;

	v->width = v->known ? v->j->width : best_width(v);
	for (size_t i = v->from; v->width.low && i + 1 < v->to; i++) {
		size_t to = i;

		while (to + 1 < v->to && is_full(v, to))
			to++;
		if (to > i)
			any |= unwrap(v, i, to);
	}
	return any;
}

/* A line that no wrapped line can follow or be. */
static bool
is_edge(const struct piece *p)
{
	return p->columns > WIDEST || p->columns < SHORTEST;
}

/* Joins what widths tell, in each stretch up to a line that cannot be wrapped; returns whether it joined anything. */
static bool
by_width(struct join *j)
{
	bool any = false;

	for (size_t from = 0, to; from + 1 < j->n; from = to) {
		for (to = from; to < j->n && !is_edge(&j->p[to]);)
			to++;
		to += to < j->n && (j->p[to].columns < SHORTEST || to == from);
		for (unsigned way = 0; way < 4; way++) {
			struct view v = { .j = j, .from = from, .to = to, .as_read = !(way & 1), .known = !(way & 2) };

			if (v.known && !j->width.low)
				continue;
			any |= by_view(&v);
			to = v.to;
		}
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

/* Joins until nothing is left to join: a joined line is a line like any other, and must stay as it is when it is read again. */
static void
resolve(struct join *j)
{
	bool again = true;

	while (again && j->n > 1) {
		again = by_width(j);
		again |= by_seam(j);
		for (size_t i = 0; i < j->n; i++)
			j->p[i].joined = false;
	}
}

/* Puts out the first n pieces. A blank line tells what the indentation told. */
static void
release(struct join *j, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i && opens_paragraph(j, i) && !is_edge(&j->p[i - 1]))
			j->put(j->to, STR(""), NULL);
		if (j->p[i].whole)
			repair(j, &j->p[i]);
		j->put(j->to, text_of(j, i), &j->p[i].trace);
	}
	drop(j, 0, n);
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

struct broken
join_measure(const struct fix *f)
{
	struct str s = fix_text(f);
	struct broken b = { .trace = f->trace };
	size_t lead = 0;

	while (str_ends_in(s, " \t\r"))
		b.tail |= s.p[--s.n] != '\r';
	while (lead < s.n && (s.p[lead] == ' ' || s.p[lead] == '\t'))
		lead++;
	b.space = lead == 1 && s.p[0] == ' ';
	b.indent = lead > 1 && !memchr(s.p, '\t', lead) ? lead : 0;
	b.columns = utf8_count(str_from(s, b.space ? 0 : lead));
	return b;
}

static bool
at_chunk_end(const struct piece *p)
{
	return is_chunk_end(p->end, p->last + p->tail);
}

/* A line. At a blank one, as at any other certain boundary (join_end), what is held comes out. */
static void
join_line(struct join *j, const struct broken *line)
{
	struct piece *p = &j->p[j->n++];
	size_t keep;

	if (line->text.n == 0) {
		j->n--;
		join_end(j);
		j->spaced |= j->reached;
		j->reached = false;
		j->put(j->to, STR(""), NULL);
		return;
	}
	j->reached = false;
	*p = (struct piece) {
		.text = p->text,
		.trace = p->trace,
		.columns = utf8_count(line->text),
		.read = line->columns,
		.last = line->columns + line->indent,
		.space = line->space,
		.tail = line->tail,
		.indent = line->indent,
		.end = line->at,
	};
	p->text.n = 0;
	buf_str(&p->text, line->text);
	if (line->trace)
		trace_copy(&p->trace, line->trace);
	if (!is_edge(p) && j->n < HELD)
		return;
	resolve(j);
	/* What an unbroken end of the lines so far might still be joined to stays. */
	keep = j->n;
	while (keep && !is_edge(&j->p[keep - 1]))
		keep--;
	if (keep && j->p[keep - 1].text.n <= LONGEST && (is_open(text_of(j, keep - 1)) || at_chunk_end(&j->p[keep - 1])))
		keep--;
	release(j, keep);
	if (j->n == HELD)
		release(j, HELD - 1);
	if (line->columns > JOIN_WRAPPED)
		join_forget(j);
}

void
join_parts(struct join *j, const struct broken *whole)
{
	struct broken line = *whole;
	struct fix *f = j->fix;
	struct trace *trace = f->trace, part = { 0 };
	struct buf copy = { 0 };
	struct str rest;
	uint64_t from = trace ? trace->start : 0;

	if (whole->text.n == 0 || !memchr(whole->text.p, '\n', whole->text.n)) {
		join_line(j, whole);
		return;
	}
	buf_str(&copy, whole->text);
	rest = buf_view(&copy);
	f->trace = NULL;
	while (rest.p) {
		f->text.n = 0;
		buf_str(&f->text, str_cut(&rest, '\n'));
		line_repair(f);
		line.text = fix_text(f);
		line.columns = utf8_count(line.text);
		line.space = false;
		line.indent = 0;
		line.tail = false;
		if (trace) { /* the first part stands for all of the input */
			trace_replace(&part, from, trace->end, line.text.n, 1u << RULE_LINE_END);
			from = trace->end;
			line.trace = &part;
		}
		f->trace = trace;
		join_line(j, &line);
		f->trace = NULL;
	}
	f->trace = trace;
	trace_free(&part);
	buf_free(&copy);
}
