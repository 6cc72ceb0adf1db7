/* Blocks in, lines through the repair, blocks out. */
#include "encoding.h"
#include "err.h"
#include "fix.h"
#include "progress.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

#define BLOCK ((size_t)1 << 20)
#define PIECE ((size_t)1 << 20) /* a longer line is repaired piece by piece */

struct knorm {
	struct in *in;
	struct out *out;
	struct fix fix;
	struct buf raw;  /* input not yet dealt with */
	struct encoding encoding;
	size_t looked;   /* bytes of it that hold no line end */
	bool wrote;      /* something stands in this file's output */
	bool blank;      /* a blank line is due before the next line */
};

static void
put_line(struct knorm *k, struct str line)
{
	if (line.n == 0 && step_on(k->fix.opt, STEP_SPACES)) {
		k->blank = k->wrote;
		return;
	}
	if (k->blank)
		out_char(k->out, '\n');
	k->blank = false;
	k->wrote = true;
	out_str(k->out, line);
	out_char(k->out, '\n');
}

/* U+001C alone: a boundary of articles. */
static void
put_separator(struct knorm *k)
{
	out_add(k->out, "\x1C\n", 2);
	k->blank = false;
	k->wrote = false;
}

static void
one_line(struct knorm *k, struct str line)
{
	struct fix *f = &k->fix;
	struct str rest;

	if (str_eq(line, STR("\x1C")) || str_eq(line, STR("\x1C\r"))) {
		put_separator(k);
		return;
	}
	f->text.n = 0;
	buf_str(&f->text, line);
	encoding_line(f, &k->encoding);
	line_repair(f);
	rest = fix_text(f);
	if (rest.n == 0)
		put_line(k, rest);
	while (rest.n) {
		struct str part = str_cut(&rest, '\n');

		put_line(k, part);
	}
}

/* A line longer than PIECE is cut after a space between two words, or before the start of a character. */
static size_t
piece(struct str s)
{
	for (size_t i = PIECE; i > PIECE - 4096; i--)
		if (s.p[i - 1] == ' ' && (s.p[i] & 0x80) == 0 && s.p[i] > ' ')
			return i;
	return PIECE - utf8_cut(str_of(s.p, PIECE));
}

/* Deals with what has been read: all whole lines, and all if it is the end. */
static void
consume(struct knorm *k, bool end)
{
	struct str s = buf_view(&k->raw);
	size_t at = 0;

	for (;;) {
		struct str rest = str_from(s, at);
		const char *lf = rest.n > k->looked ? memchr(rest.p + k->looked, '\n', rest.n - k->looked) : NULL;
		size_t n;

		if (lf)
			n = (size_t)(lf - rest.p);
		else if (rest.n > PIECE)
			n = piece(rest);
		else
			break;
		one_line(k, str_of(rest.p, n));
		at += n + (lf != NULL);
		k->looked = 0;
	}
	if (end && at < s.n) {
		one_line(k, str_from(s, at));
		at = s.n;
	}
	buf_drop(&k->raw, at);
	k->looked = k->raw.n;
}

static void
one_file(struct knorm *k)
{
	size_t got;

	do {
		buf_reserve(&k->raw, BLOCK);
		got = in_read(k->in, k->raw.p + k->raw.n, BLOCK);
		k->raw.n += got;
		consume(k, got == 0);
		progress_tick(0);
	} while (got);
}

static void
print_stats(const struct knorm *k)
{
	struct opt_stat pairs[RULES + 3];
	size_t n = 0;

	pairs[n++] = (struct opt_stat) { "bytes", in_bytes(k->in) };
	pairs[n++] = (struct opt_stat) { "written", out_bytes(k->out) };
	for (unsigned r = 0; r < RULES; r++)
		pairs[n++] = (struct opt_stat) { rule_name(r), k->fix.count[r] };
	pairs[n] = (struct opt_stat) { NULL, 0 };
	opt_stats(pairs);
}

void
knorm_run(struct in *in, struct out *out, const struct knorm_opt *opt)
{
	struct knorm k = { .in = in, .out = out, .fix = { .opt = opt } };

	progress_open(opt->common.progress, in);
	for (bool first = true; in_next(in); first = false) {
		if (!first)
			put_separator(&k);
		k.wrote = k.blank = false;
		one_file(&k);
	}
	progress_close(0);
	for (unsigned r = 0; r < RULES; r++)
		if (k.fix.count[r])
			err_repaired();
	if (opt->common.stats)
		print_stats(&k);
	fix_free(&k.fix);
	buf_free(&k.raw);
}
