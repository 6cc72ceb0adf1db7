/* Blocks in, lines through the repair, blocks out. */
#include "articles.h"
#include "boundary.h"
#include "breaks.h"
#include "encoding.h"
#include "err.h"
#include "fix.h"
#include "join.h"
#include "kind.h"
#include "progress.h"
#include "scan.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

#define BLOCK ((size_t)1 << 20)
#define PIECE ((size_t)1 << 20) /* a longer line is repaired piece by piece */

struct knorm {
	struct in *in;
	struct out *out;
	struct fix fix;
	struct join *join;
	struct encoding encoding;
	enum unit unit;           /* of this file */
	enum kind kind;
	struct articles *articles; /* NULL until there are any */
	struct buf raw;           /* input not yet dealt with */
	size_t looked;            /* bytes of it that hold no line end */
	struct buf wide;          /* input in UTF-16 or UTF-32, not yet decoded */
	struct nuls nuls;         /* of this file */
	unsigned long long lines; /* of this file */
	unsigned long long chars; /* of this file, up to the present line */
	bool uncut;               /* a line of this file went on where a crawler cuts */
	unsigned long long bad, bad_line; /* bytes lost in this file, and the line of the first */
	/* For --report. */
	struct report *report;
	struct trace trace;       /* of the present line */
	struct buf past;          /* input from the end of the last line that was put out */
	uint64_t past_at;         /* its offset in the file */
	uint64_t offset;          /* of the present line in the file */
	uint64_t text_end;        /* where the text of the last line ends in the output */

	bool fast;                /* lines that need nothing may go past */
	bool started;             /* a file of text went before */
	bool skipping;            /* the rest of a line that is too long */
	bool wrote;               /* something stands in this file's output */
	bool blank;               /* a blank line is due before the next line */
	bool partial;             /* the line goes on: part_of_line */
	bool continued;           /* the last text in the report had no line end */
	char glue;                /* a space is due before its next part */
};

/* A line of n characters, its end included, or some of them, went past. */
static void
count_chars(struct knorm *k, unsigned long long n)
{
	k->uncut |= skips_chunk_end(k->chars, k->chars + n);
	k->chars += n;
}

/* Output. Its words are evidence for the joiner. */
static void
put(struct knorm *k, struct str bytes)
{
	out_str(k->out, bytes);
	join_recent(k->join, bytes);
}

/* Bytes from..to of the file's input. */
static struct str
past(const struct knorm *k, uint64_t from, uint64_t to)
{
	return str_head(str_from(buf_view(&k->past), from - k->past_at), to - from);
}

/* The line ends between the last line and input offset `to` became `now`. */
static void
report_between(struct knorm *k, uint64_t to, struct str now)
{
	struct str was = past(k, k->past_at, to);

	if (!str_eq(was, now))
		report_row(k->report, in_name(k->in), k->past_at, k->text_end, 1u << (was.n > 2 ? RULE_BLANK : RULE_LINE_END), was, now);
}

static void
report_line(struct knorm *k, struct str text, const struct trace *t)
{
	uint64_t out = out_bytes(k->out);

	report_between(k, t->start, k->glue ? STR(" ") : k->continued ? STR("") : k->blank ? STR("\n\n") : k->wrote ? STR("\n") : STR(""));
	out += k->blank + (k->glue != 0);
	k->continued = k->partial;
	for (size_t i = 0; i < t->n; i++) {
		const struct edit *e = &t->p[i];
		struct str was = past(k, e->raw, e->raw + e->raw_n), now = str_of(text.p + e->at, e->n);

		if (!str_eq(was, now))
			report_row(k->report, in_name(k->in), e->raw, out + e->at, e->rules, was, now);
	}
	buf_drop(&k->past, t->end - k->past_at);
	k->past_at = t->end;
	k->text_end = out + text.n;
}

static void
put_text(struct knorm *k, struct str text, const struct trace *trace)
{
	if (k->report)
		report_line(k, text, trace);
	if (k->blank)
		put(k, STR("\n"));
	if (k->glue)
		put(k, STR(" "));
	k->blank = false;
	k->glue = 0;
	k->wrote = true;
	put(k, text);
	if (!k->partial)
		put(k, STR("\n"));
}

static void
blank_line(struct knorm *k)
{
	if (k->blank || !k->wrote)
		k->fix.count[RULE_BLANK]++;
	else
		k->blank = true;
}

static void
put_paragraph(void *to, struct str text, const struct trace *trace)
{
	struct knorm *k = to;

	if (text.n)
		put_text(k, text, trace);
	else if (step_on(k->fix.opt, STEP_SPACES))
		blank_line(k);
	else
		put_text(k, text, &k->trace);
}

/* U+001C, alone or round the name of what follows: a boundary of articles. Nothing is known about the lines behind it. */
static void
put_separator(struct knorm *k, struct str name)
{
	struct buf line = { 0 };

	join_begin(k->join);
	if (name.n)
		boundary_put(&line, name);
	else
		buf_str(&line, STR("\x1C\n"));
	out_str(k->out, buf_view(&line));
	buf_free(&line);
	if (k->report) {
		buf_drop(&k->past, k->offset - k->past_at);
		k->past_at = k->offset;
		k->text_end = out_bytes(k->out);
	}
	k->blank = k->wrote = false;
	k->chars = 0;
	k->uncut = false;
	k->fix.roman[0] = k->fix.roman[1] = false;
}

/* The next bytes of input, and those behind them that are cut out, for the report. */
static void
take(struct knorm *k, struct str raw, size_t cut)
{
	if (!k->report)
		return;
	buf_add(&k->past, raw.p, raw.n + cut);
	trace_start(&k->trace, k->offset, k->offset + raw.n);
	k->offset += raw.n + cut;
}

/* The NUL at p is a boundary: a separator, if text stands before and behind it. */
static void
cut_at_nul(struct knorm *k, const char *p, bool last)
{
	bool separates;

	join_begin(k->join);
	separates = k->wrote && !last;
	take(k, str_of(p, 0), 1);
	k->fix.count[RULE_BOUNDARY]++;
	if (!separates)
		return;
	if (k->report)
		report_row(k->report, in_name(k->in), k->past_at, k->text_end, 1u << RULE_BOUNDARY, past(k, k->past_at, k->offset),
		    STR("\n\x1C\n"));
	put_separator(k, STR(""));
}

static void
one_line(struct knorm *k, struct str raw, size_t cut)
{
	struct fix *f = &k->fix;
	struct broken line;
	unsigned long long bad = f->count[RULE_INVALID];

	k->lines++;
	take(k, raw, cut);
	if (raw.n && *raw.p == BOUNDARY) {
		struct str name = boundary_name(raw);

		if (name.n || str_eq(raw, STR("\x1C")) || str_eq(raw, STR("\x1C\r"))) {
			put_separator(k, name);
			return;
		}
	}
	f->text.n = 0;
	buf_str(&f->text, raw);
	encoding_line(f, &k->encoding);
	if (f->count[RULE_INVALID] > bad && k->bad == 0)
		k->bad_line = k->lines;
	k->bad += f->count[RULE_INVALID] - bad;
	line = join_measure(f);
	count_chars(k, utf8_count(fix_text(f)) + !(f->text.n && f->text.p[f->text.n - 1] == '\r'));
	line.at = k->uncut ? 0 : k->chars - 1;
	line_repair(f);
	line.text = fix_text(f);
	f->count[RULE_TAG] += has_tag(line.text);
	if (step_on(f->opt, STEP_LINES))
		join_parts(k->join, &line);
	else if (line.text.n == 0 && step_on(f->opt, STEP_SPACES))
		blank_line(k);
	else
		put_text(k, line.text, line.trace);
}

/* Where the first part of a line longer than PIECE ends: at a space between two words, or before the start of a character. Files
 * of old Macs are such lines as well: they are cut at a line end of theirs. `glue` is the byte cut out, 0 if none. */
static size_t
piece(struct str s, char *glue)
{
	const char *cr = memrchr(s.p, '\r', PIECE);

	*glue = cr ? '\r' : ' ';
	if (cr)
		return (size_t)(cr - s.p);
	for (size_t i = PIECE; i > PIECE - 4096; i--)
		if (s.p[i] == ' ' && s.p[i - 1] > ' ' && s.p[i + 1] > ' ')
			return i;
	*glue = 0;
	return PIECE - utf8_cut(str_of(s.p, PIECE));
}

/* A part of a line that is too long to be held. */
static void
part_of_line(struct knorm *k, struct str raw, char glue, size_t cut, bool last)
{
	struct fix *f = &k->fix;

	join_end(k->join);
	take(k, raw, cut);
	f->text.n = 0;
	buf_str(&f->text, raw);
	encoding_line(f, &k->encoding);
	line_repair(f);
	k->partial = !last;
	put_text(k, fix_text(f), &k->trace);
	k->glue = glue;
}

/* Puts out the lines at the start of s that need nothing; returns their length. Blank ones that are too many are left out at once. */
static size_t
clean_lines(struct knorm *k, struct str s)
{
	struct scan scan;
	size_t blank = 0;

	if (!k->fast || !join_idle(k->join) || s.n == 0 || k->partial)
		return 0;
	while ((k->blank || !k->wrote) && blank < s.n && s.p[blank] == '\n')
		blank++;
	k->lines += blank;
	k->chars += blank;
	k->fix.count[RULE_BLANK] += blank;
	if (blank)
		return blank;
	scan = scan_clean(s, k->chars);
	if (scan.bytes == 0)
		return 0;
	if (k->blank)
		put(k, STR("\n"));
	k->blank = false;
	k->wrote = true;
	put(k, str_of(s.p, scan.bytes));
	k->lines += scan.lines;
	count_chars(k, scan.chars);
	k->encoding.utf8 += scan.foreign;
	if (scan.unwrapped)
		join_forget(k->join);
	return scan.bytes;
}

/* Articles: each line is one. One that is too long is passed over, as by reader.c. */
static void
consume_articles(struct knorm *k, bool end)
{
	struct str s = buf_view(&k->raw);
	size_t at = 0, article = k->fix.opt->common.max_article, most = (article ? article : MAX_ARTICLE) * LINE_FACTOR;

	if (!k->articles)
		k->articles = articles_open(k->fix.opt, k->out);
	while (at < s.n) {
		struct str rest = str_from(s, at);
		const char *lf = rest.n > k->looked ? memchr(rest.p + k->looked, '\n', rest.n - k->looked) : NULL;
		size_t n = lf ? (size_t)(lf - rest.p) : rest.n;

		if (!lf && !end && n <= most)
			break;
		k->lines += lf || end;
		if (n > most && !k->skipping)
			err_at(
			    STATUS_INPUT, in_name(k->in), k->lines + !(lf || end), "line of over %zu bytes skipped (--max-article)", most);
		else if (!k->skipping)
			articles_line(k->articles, in_name(k->in), k->lines, str_of(rest.p, n));
		k->skipping = !lf;
		at += n + (lf != NULL);
		k->looked = 0;
	}
	buf_drop(&k->raw, at);
	k->looked = k->raw.n;
}

static size_t
skip_blank(struct str s)
{
	size_t i = 0;

	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t' || s.p[i] == '\r' || s.p[i] == '\n'))
		i++;
	return i;
}

/* Articles or text? */
static void
find_kind(struct knorm *k, bool end)
{
	struct str s = buf_view(&k->raw);
	size_t i = skip_blank(s);
	const char *why;

	if (i == s.n && !end && s.n < PIECE)
		return;
	k->kind = kind_of(str_from(s, i), end || s.n >= PIECE, &why);
	if (why)
		err_at(k->kind == KIND_OTHER ? STATUS_INPUT : STATUS_OK, in_name(k->in), str_count(str_head(s, i), '\n') + 1, "%s", why);
	if (k->kind == KIND_TEXT && (k->started || k->fix.opt->names))
		put_separator(k, k->fix.opt->names ? in_name(k->in) : STR(""));
	k->started |= k->kind == KIND_TEXT;
}

/* Offset of the first boundary among the NULs of a line of n bytes; n if there is none. False: more must be read to tell. */
static bool
find_nul(struct knorm *k, struct str rest, size_t n, bool end, size_t *at)
{
	const char *nul = n && step_on(k->fix.opt, STEP_CONTROLS) ? memrchr(rest.p, '\0', n) : NULL;
	size_t from = 0;

	if (nul && !end && (size_t)(rest.p + rest.n - nul) <= NUL_BEHIND)
		return false;
	for (; nul && (nul = memchr(rest.p + from, '\0', n - from)); from = (size_t)(nul - rest.p) + 1)
		if (nuls_boundary(&k->nuls, str_from(rest, from), (size_t)(nul - rest.p) - from)) {
			*at = (size_t)(nul - rest.p);
			return true;
		}
	nuls_pass(&k->nuls, str_of(rest.p + from, n - from));
	*at = n;
	return true;
}

/* The line at the start of `rest`, which ends at lf or with the file, or a part of it; returns the bytes dealt with, 0 if more must be
 * read. */
static size_t
consume_line(struct knorm *k, struct str rest, const char *lf, bool end)
{
	size_t n = lf ? (size_t)(lf - rest.p) : rest.n, cut = lf != NULL, at;
	bool partly = n > PIECE + 1;
	char glue = 0;

	if (partly) {
		n = piece(rest, &glue);
		cut = glue != 0;
	}
	if (!find_nul(k, rest, n, end, &at))
		return 0;
	if (at < n) {
		struct str line = str_of(rest.p, at);

		if (k->partial)
			part_of_line(k, line, 0, 0, true);
		else if (at)
			one_line(k, line, 0), k->lines--;
		cut_at_nul(k, rest.p + at, end && at + 1 == rest.n);
		return at + 1;
	}
	nuls_pass(&k->nuls, str_of(rest.p + n, cut));
	if (partly ? glue != '\r' : k->partial)
		part_of_line(k, str_of(rest.p, n), glue, cut, !partly);
	else
		one_line(k, str_of(rest.p, n), cut);
	return n + cut;
}

/* Deals with what has been read: all whole lines, and all if it is the end. */
static void
consume(struct knorm *k, bool end)
{
	struct str s = buf_view(&k->raw);
	const char *last = s.n > k->looked ? memrchr(s.p + k->looked, '\n', s.n - k->looked) : NULL;
	size_t at = 0, whole = last ? (size_t)(last - s.p) + 1 : 0;

	for (;;) {
		struct str rest = str_from(s, at);
		const char *lf;
		size_t n;

		if (at < whole && (n = clean_lines(k, str_of(rest.p, whole - at)))) {
			nuls_pass(&k->nuls, str_of(rest.p, n));
			at += n;
			k->looked = 0;
			continue;
		}
		lf = rest.n > k->looked ? memchr(rest.p + k->looked, '\n', rest.n - k->looked) : NULL;
		if ((!lf && !end && rest.n <= PIECE + 1) || rest.n == 0) {
			k->looked = rest.n;
			break;
		}
		k->looked = 0;
		n = consume_line(k, rest, lf, end);
		if (!n)
			break;
		at += n;
	}
	buf_drop(&k->raw, at);
}

/* The unit of the file, and the end of its byte order mark. */
static void
find_unit(struct knorm *k, struct buf *start, bool end)
{
	static const enum unit forced[] = { UNIT_UNKNOWN, UNIT_BYTE, UNIT_BYTE, UNIT_BYTE, UNIT_UTF16LE, UNIT_UTF16BE };
	size_t bom;

	k->unit = unit_find(buf_view(start), end, &bom);
	if (k->unit == UNIT_UNKNOWN)
		return;
	if (kind_is_file(buf_view(start)))
		k->unit = UNIT_BYTE;
	else if (k->fix.opt->from != FROM_AUTO)
		k->unit = forced[k->fix.opt->from];
	else if (!step_on(k->fix.opt, STEP_ENCODING))
		k->unit = UNIT_BYTE;
	if (k->unit != UNIT_BYTE)
		k->fix.count[RULE_ENCODING]++;
	if (bom && (step_on(k->fix.opt, STEP_ENCODING) || step_on(k->fix.opt, STEP_CONTROLS))) {
		k->fix.count[RULE_BOM]++;
		if (k->report && k->unit == UNIT_BYTE)
			report_row(k->report, in_name(k->in), 0, out_bytes(k->out), 1u << RULE_BOM, str_of(start->p, bom), STR(""));
		buf_drop(start, bom);
		k->offset = k->past_at = k->unit == UNIT_BYTE ? bom : 0;
	}
}

/* Adds the next bytes of the file to k->raw, decoded if they are wide; false at its end. */
static bool
fill(struct knorm *k)
{
	bool narrow = k->unit == UNIT_BYTE;
	struct buf *to = narrow ? &k->raw : &k->wide;
	size_t got;

	buf_reserve(to, BLOCK);
	got = in_read(k->in, to->p + to->n, BLOCK);
	to->n += got;
	if (k->unit == UNIT_UNKNOWN) {
		find_unit(k, to, got == 0);
		if (k->unit == UNIT_UNKNOWN)
			return true;
		if (k->unit == UNIT_BYTE) {
			buf_add(&k->raw, to->p, to->n);
			to->n = 0;
		}
	}
	if (k->unit != UNIT_BYTE) {
		unsigned long long bad = 0;
		size_t used = unit_decode(k->unit, buf_view(&k->wide), got == 0, &k->raw, &bad);

		buf_drop(&k->wide, used);
		if (unit_ended(buf_view(&k->wide), got == 0)) {
			k->unit = UNIT_BYTE;
			buf_str(&k->raw, STR("\n\x1C\n"));
			buf_add(&k->raw, k->wide.p, k->wide.n);
			k->wide.n = 0;
		}
		k->fix.count[RULE_INVALID] += bad;
		k->bad += bad;
	}
	return got;
}

static void
one_file(struct knorm *k)
{
	bool more;

	k->encoding = (struct encoding) { 0 };
	k->nuls = (struct nuls) { 0 };
	k->unit = UNIT_UNKNOWN;
	k->kind = KIND_UNSURE;
	k->skipping = false;
	k->lines = k->chars = k->bad = k->bad_line = 0;
	k->uncut = false;
	k->wrote = k->blank = k->partial = k->continued = false;
	k->glue = 0;
	k->offset = k->past_at = k->past.n = 0;
	k->text_end = out_bytes(k->out);
	k->raw.n = k->wide.n = k->looked = 0;
	k->fix.roman[0] = k->fix.roman[1] = false;
	do {
		more = fill(k);
		if (k->unit != UNIT_UNKNOWN && k->kind == KIND_UNSURE)
			find_kind(k, !more);
		if (k->kind == KIND_TEXT)
			consume(k, !more);
		else if (k->kind == KIND_ARTICLES)
			consume_articles(k, !more);
		progress_tick(articles_count(k->articles));
	} while (more && k->kind != KIND_OTHER);
	join_begin(k->join);
	if (k->partial) {
		k->partial = false;
		put(k, STR("\n"));
	}
	if (k->report && k->kind == KIND_TEXT)
		report_between(k, k->offset, k->wrote ? STR("\n") : STR(""));
	if (k->bad)
		err_at(STATUS_INPUT, in_name(k->in), k->bad_line, "%llu ill-formed byte sequence%s replaced by U+FFFD%s", k->bad,
		    k->bad > 1 ? "s" : "", k->bad > 1 ? ", the first here" : "");
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

	k.fix.quick = opt->steps == STEP_ALL && !opt->nfkc && !opt->width && !opt->jamo && !opt->guess && !opt->careful
	    && opt->quotes == QUOTES_KEEP && opt->from <= FROM_UTF8;
	k.fast = k.fix.quick && !opt->report;
	k.report = opt->report ? report_open(opt->report) : NULL;
	k.fix.trace = k.report ? &k.trace : NULL;
	k.join = join_open(&k.fix, put_paragraph, &k);
	progress_open(opt->common.progress, in);
	while (in_next(in))
		one_file(&k);
	progress_close(articles_count(k.articles));
	articles_changes(k.articles, k.fix.count);
	for (unsigned r = 0; r < RULE_TAG; r++)
		if (k.fix.count[r])
			err_repaired();
	if (opt->common.stats)
		print_stats(&k);
	articles_close(k.articles);
	report_close(k.report);
	trace_free(&k.trace);
	buf_free(&k.past);
	join_close(k.join);
	fix_free(&k.fix);
	buf_free(&k.raw);
	buf_free(&k.wide);
}
