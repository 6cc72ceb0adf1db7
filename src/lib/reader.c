#include "reader.h"
#include "ascii.h"
#include "boundary.h"
#include "err.h"
#include "kind.h"
#include "mem.h"
#include "opt.h"
#include "progress.h"
#include "relay.h"
#include "utf8.h"

#include <stdlib.h>

#define BLOCK ((size_t)64 << 10) /* what it is used for stays in the cache */

/* Bytes of a text from which another process is worth it: a fork takes half a millisecond, half a MB of text takes ten. */
#define RELAY_LEAST ((size_t)512 << 10)

/* White space before the first other byte, which tells articles from text. More of it is text. */
#define MOST_BLANK ((size_t)1 << 20)

enum mode {
	NONE,     /* no input is open */
	START,    /* nothing but white space has been seen of it */
	ARTICLES, /* one JSON object a line */
	TEXT,     /* goes through split.h */
	DRAIN     /* text at its end: its last articles come out */
};

struct reader {
	struct in *in;
	struct split *split; /* NULL until there is text: its tables cost a millisecond */
	struct split_opt split_opt;
	struct arena arena;
	struct buf buf; /* bytes read and not yet used: from `at` to buf.n */
	size_t at;
	size_t searched; /* bytes behind `at` that hold no newline */
	size_t line_max;
	size_t taken;  /* bytes of the input that the last line took */
	bool skipping; /* inside a line that is too long */
	bool within;   /* text: the next byte opens no line */
	struct nuls nuls; /* of this text */
	size_t clear;  /* bytes behind `at` that hold no NUL that is a boundary */
	bool cut;      /* one stands behind them */
	struct buf name; /* of the text that follows in the same input; empty if none does */
	bool eager;    /* annotations are decoded at once */
	bool relay;    /* another process may cut the rest of a text; */
	pid_t child;   /* that one, or 0 */
	enum mode mode;
	unsigned long long line, count;
};

struct reader *
reader_open(struct in *in, const struct split_opt *opt)
{
	struct reader *r = mem_new(1, sizeof *r);

	r->split_opt = *opt;
	if (!opt->max_article)
		r->split_opt.max_article = MAX_ARTICLE;
	r->in = in;
	if (opt->rules || opt->report) /* a wrong file ends the program, whatever is read */
		r->split = split_open(&r->split_opt);
	r->line_max = r->split_opt.max_article * LINE_FACTOR;
	return r;
}

void
reader_annotations(struct reader *r)
{
	r->eager = true;
}

void
reader_relay(struct reader *r)
{
	r->relay = true;
}

static struct str
unread(const struct reader *r)
{
	return str_from(buf_view(&r->buf), r->at);
}

/* Reads a block behind what is unread; false at the end of the input. */
static bool
fill(struct reader *r)
{
	size_t n;

	buf_drop(&r->buf, r->at);
	r->at = 0;
	n = in_read(r->in, buf_reserve(&r->buf, BLOCK), BLOCK);
	r->buf.n += n;
	return n > 0;
}

static void
begin_text(struct reader *r)
{
	if (!r->split)
		r->split = split_open(&r->split_opt);
	split_begin(r->split, in_name(r->in));
	r->within = false;
	r->nuls = (struct nuls) { 0 };
	r->clear = 0;
	r->cut = false;
}

/* Looks at the first byte that is not blank (nor part of a byte order mark). False: more of the input was read. */
static bool
decide(struct reader *r)
{
	static const struct str mark = STR_ITEM("\xEF\xBB\xBF");
	struct str s = unread(r);
	const char *why;
	enum kind is;
	size_t i = 0;

	if (s.n < mark.n && str_starts(mark, s) && fill(r))
		return false;
	s = unread(r);
	if (str_starts(s, mark))
		i = mark.n;
	while (i < s.n && (s.p[i] == ' ' || (s.p[i] >= '\t' && s.p[i] <= '\r')))
		i++;
	if (i == s.n && i < MOST_BLANK && fill(r))
		return false;
	is = kind_of(str_from(s, i), s.n >= MOST_BLANK, &why);
	if (is == KIND_UNSURE && fill(r))
		return false;
	s = unread(r);
	if (is == KIND_UNSURE)
		is = kind_of(str_from(s, i), true, &why);
	if (why)
		err_at(is == KIND_OTHER ? STATUS_INPUT : STATUS_OK, in_name(r->in), str_count(str_head(s, i), '\n') + 1, "%s", why);
	r->mode = is == KIND_OTHER ? NONE : is == KIND_ARTICLES ? ARTICLES : TEXT;
	if (r->mode == ARTICLES && str_starts(s, mark)) {
		r->at += mark.n;
		if (r->split_opt.report)
			split_pass(r->split, mark.n);
	}
	if (r->mode == TEXT)
		begin_text(r);
	return true;
}

/* The next line without its newline, also the last one without any. */
static bool
take_line(struct reader *r, struct str *line)
{
	r->taken = 0;
	for (;;) {
		struct str s = unread(r);
		const char *end = s.n > r->searched ? memchr(s.p + r->searched, '\n', s.n - r->searched) : NULL;

		if (end) {
			*line = str_of(s.p, (size_t)(end - s.p));
			r->at += line->n + 1;
			r->taken += line->n + 1;
			r->searched = 0;
			r->line++;
			r->skipping |= line->n > r->line_max;
			return true;
		}
		r->searched = s.n;
		if (s.n > r->line_max) { /* keep nothing of it: the rest is skipped as it comes */
			r->skipping = true;
			r->at += s.n;
			r->taken += s.n;
			r->searched = 0;
		}
		if (fill(r))
			continue;
		*line = unread(r);
		r->at += line->n;
		r->taken += line->n;
		r->searched = 0;
		r->line++;
		return line->n > 0 || r->skipping;
	}
}

static bool
is_blank(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] != ' ' && !(line.p[i] >= '\t' && line.p[i] <= '\r') && line.p[i] != '\x1c')
			return false;
	return true;
}

/* --report: what became of the line that was taken last. */
static void
account(struct reader *r, struct str id)
{
	if (r->split_opt.report)
		split_line(r->split, in_name(r->in), r->line, id, r->taken);
}

/* An article that was cut from text is of the line where it began. */
static void
set_origin(struct article *a)
{
	struct str line = a->key[KEY_LINE];

	a->file = article_text(a, KEY_FILE);
	a->line = 0;
	for (size_t i = 0; i < line.n && is_digit(line.p[i]); i++)
		a->line = a->line * 10 + (unsigned long long)(line.p[i] - '0');
}

/* Cuts a text that is too long behind a paragraph, or where it must be. One that was tagged already stays, or the offsets would lie;
 * so does what ksplit makes of as many lines as it takes, each with its line end. */
static void
cut_text(const struct reader *r, struct article *a)
{
	size_t most = r->split_opt.max_article, joints = most / LINE_LEAST;
	struct str text, head;
	const char *end;

	if (a->key[KEY_TEXT].n <= most + joints || r->child || a->key[KEY_ENTITIES].p || a->key[KEY_ROLES].p || a->key[KEY_QUOTES].p)
		return;
	text = article_text(a, KEY_TEXT);
	if (text.n <= most + joints)
		return;
	err_at(STATUS_INPUT, a->file, a->line, "text of over %zu bytes cut (--max-article)", most);
	head = str_of(text.p, most);
	end = text.p[most] == '\n' ? head.p + most : memrchr(head.p, '\n', most);
	head.n = end && end > head.p ? (size_t)(end - head.p) : most - utf8_cut(head);
	article_set_text(a, head);
	article_set_raw(a, KEY_TRUNCATED, STR("true"));
}

static bool
next_article(struct reader *r, struct article *a)
{
	struct str line;

	while (take_line(r, &line)) {
		const char *wrong;
		size_t at;

		if (r->skipping) {
			err_at(STATUS_INPUT, in_name(r->in), r->line, "line of over %zu bytes skipped (--max-article)", r->line_max);
			r->skipping = false;
			account(r, STR(""));
			continue;
		}
		if (is_blank(line)) {
			if (r->split_opt.report)
				split_pass(r->split, r->taken);
			continue;
		}
		arena_reset(&r->arena);
		article_init(a, &r->arena);
		a->eager = r->eager;
		wrong = article_parse(a, line, &at);
		a->file = in_name(r->in);
		a->line = r->line;
		account(r, wrong ? STR("") : article_id(a));
		if (!wrong && r->child)
			set_origin(a);
		if (!wrong) {
			cut_text(r, a);
			return true;
		}
		err_at(STATUS_INPUT, a->file, a->line, "no article: %s (byte %zu)", wrong, at + 1);
	}
	return false;
}

/* Looks for the next NUL that is a boundary among the bytes read; what must be known to tell is read only if nothing stands before it. */
static void
look_for_nul(struct reader *r)
{
	while (!r->cut && r->at + r->clear < r->buf.n) {
		struct str s = str_from(unread(r), r->clear);
		const char *nul = memchr(s.p, '\0', s.n);
		size_t i = nul ? nuls_amid(&r->nuls, s, (size_t)(nul - s.p)) : s.n;

		if (nul && s.n - i <= NUL_BEHIND && (r->clear + i || fill(r))) {
			nuls_pass(&r->nuls, str_of(s.p, i));
			r->clear += i;
			if (r->clear)
				return;
			continue;
		}
		if (nul)
			r->cut = nuls_boundary(&r->nuls, s, i);
		else
			nuls_pass(&r->nuls, s);
		r->clear += i + (nul && !r->cut);
	}
}

/* Bytes of text up to the next line that opens with U+001C. */
static size_t
before_separator(struct str s, bool within)
{
	const char *p = s.n ? memchr(s.p, BOUNDARY, s.n) : NULL;

	while (p && (p == s.p ? within : p[-1] != '\n'))
		p = memchr(p + 1, BOUNDARY, (size_t)(s.p + s.n - p - 1));
	return p ? (size_t)(p - s.p) : s.n;
}

/* Gives the splitter what it can have of the bytes read. What knorm --names wrote above a file begins an input of that name. */
static void
feed_text(struct reader *r)
{
	struct str s, name = str_of(NULL, 0);
	size_t n;

	look_for_nul(r);
	s = str_head(unread(r), r->clear);
	n = before_separator(s, r->within);
	if (s.n && n == 0) {
		const char *end = memchr(s.p, '\n', s.n);

		if (!end && s.n <= BOUNDARY_MAX && !r->cut && fill(r))
			return;
		s = str_head(unread(r), r->clear);
		n = end ? (size_t)(end - s.p) + 1 : s.n;
		name = boundary_name(str_of(s.p, end ? n - 1 : n));
	}
	if (name.n) {
		buf_str(&r->name, name);
		split_end(r->split);
		split_pass(r->split, n);
		r->mode = DRAIN;
	} else if (n) {
		split_feed(r->split, str_head(s, n));
	} else {
		n = 1;
		split_cut(r->split, n);
		r->cut = false;
	}
	r->within = r->buf.p[r->at + n - 1] != '\n';
	r->clear -= s.n ? n : 0;
	r->at += n;
}

static bool
next_of_text(struct reader *r, struct article *a)
{
	for (;;) {
		arena_reset(&r->arena);
		if (split_next(r->split, a, &r->arena)) {
			set_origin(a);
			return true;
		}
		if (r->mode == DRAIN && !r->name.n) {
			r->mode = NONE;
			return false;
		}
		if (r->mode == DRAIN) {
			split_begin(r->split, buf_view(&r->name));
			r->name.n = 0;
			r->mode = TEXT;
		} else if (r->at < r->buf.n || fill(r)) {
			feed_text(r);
		} else {
			split_end(r->split);
			r->mode = DRAIN;
		}
	}
}

/* In the child: gives the parent the rest of the articles. */
static _Noreturn void
serve(struct reader *r)
{
	struct out *out = out_open();
	struct article a;

	in_tie(r->in, out);
	while (reader_next(r, &a))
		article_write(out, &a);
	out_close(out);
	relay_exit();
}

/* A second process goes on with the text from here, this one reads its articles. */
static void
part(struct reader *r)
{
	int fd;
	pid_t child = relay_fork(&fd);

	r->relay = false; /* once, whatever came of it */
	if (child == 0)
		serve(r);
	if (child < 0)
		return;
	r->child = child;
	in_turn(r->in, fd);
	r->mode = ARTICLES;
	r->at = r->buf.n = r->searched = 0;
}

static bool
next_input(struct reader *r)
{
	if (!in_next(r->in)) {
		if (r->child)
			relay_wait(r->child);
		r->child = 0;
		return false;
	}
	r->mode = START;
	r->at = r->buf.n = r->searched = 0;
	r->line = 0;
	return true;
}

bool
reader_next(struct reader *r, struct article *a)
{
	progress_tick(r->count);
	for (;;) {
		bool found = false;

		if (r->mode == TEXT && r->relay && in_bytes(r->in) >= RELAY_LEAST && in_last(r->in))
			part(r);
		if (r->mode == NONE && !next_input(r))
			return false;
		while (r->mode == START && !decide(r)) {
		}
		if (r->mode == NONE)
			continue;
		if (r->mode == ARTICLES) {
			found = next_article(r, a);
			if (!found)
				r->mode = NONE;
		} else {
			found = next_of_text(r, a);
		}
		if (found) {
			r->count++;
			return true;
		}
	}
}

unsigned long long
reader_count(const struct reader *r)
{
	return r->count;
}

void
reader_close(struct reader *r)
{
	progress_close(r->count);
	if (r->split)
		split_close(r->split);
	arena_free(&r->arena);
	buf_free(&r->buf);
	buf_free(&r->name);
	free(r);
}
