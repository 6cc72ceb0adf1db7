#include "split.h"
#include "boundary.h"
#include "err.h"
#include "hash.h"
#include "mem.h"
#include "split_bound.h"
#include "split_clean.h"
#include "split_digest.h"
#include "split_learn.h"
#include "split_letters.h"
#include "split_markdown.h"
#include "split_memo.h"
#include "split_page.h"
#include "split_report.h"
#include "split_terms.h"
#include "split_words.h"
#include "utf8.h"

#include <limits.h>
#include <stdlib.h>

#define HASHED ((size_t)4 << 10) /* bytes: what of a line is remembered, if not the whole */
#define FETCHED 8 /* lines */
#define KEPT ((size_t)1 << 20) /* bytes of room for a partial line, and of pages that are done, until more text comes */

struct split {
	struct split_opt opt;
	struct rules *rules;
	struct buf name;
	struct buf text;      /* of the lines */
	struct line *line;
	size_t first, n, cap; /* lines in use: [first, n) */
	struct buf partial;   /* a line whose end has not come */
	struct buf plain;     /* a line without its Markdown */
	unsigned long long no;
	unsigned gap;
	bool cut;             /* a certain boundary before the next line */
	bool ended, told;
	bool given;           /* an article of this input */
	size_t checked;       /* lines, from the first page's on, that no certain boundary stands before */
	bool inserted;        /* one was put between them since */
	struct bound bound;
	struct carry carry;
	struct account account;
	unsigned long long fed;
	struct learn *learn;
	struct memo *memo;
	struct terms *terms;
};

struct split *
split_open(const struct split_opt *opt)
{
	struct split *s = mem_new(1, sizeof *s);

	s->opt = *opt;
	if (opt->report)
		report_begin(opt->report);
	s->rules = rules_open(opt->rules);
	s->learn = learn_open();
	s->memo = memo_open();
	s->terms = terms_open();
	return s;
}

void
split_begin(struct split *s, struct str name)
{
	s->name.n = 0;
	name_put(&s->name, name);
	s->partial.n = 0;
	s->no = 0;
	s->gap = 0;
	s->cut = true;
	s->ended = s->told = s->given = false;
	s->carry = (struct carry) { 0 };
}

/* Lines. --------------------------------------------------------------------------------------------------------------- */

/* Copies s; ill-formed bytes become U+FFFD. */
static void
put_text(struct split *s, struct str in)
{
	if (utf8_valid(in) == in.n && !memchr(in.p, '\t', in.n) && !memchr(in.p, '\0', in.n)) {
		buf_str(&s->text, in);
		return;
	}
	while (in.n) {
		size_t good = utf8_valid(in), len;

		clean_put(&s->text, str_of(in.p, good));
		in = str_from(in, good);
		if (!in.n)
			return;
		if (!s->told)
			err_at(STATUS_INPUT, buf_view(&s->name), s->no, "ill-formed UTF-8 (knorm repairs it)");
		s->told = true;
		buf_str(&s->text, STR("\xEF\xBF\xBD"));
		utf8_decode(in.p, in.n, &len);
		in = str_from(in, len);
	}
}

static struct line *
new_line(struct split *s)
{
	if (s->n + 1 >= s->cap) { /* one is spare: see stuck_find */
		s->cap = s->cap ? s->cap * 2 : 256;
		s->line = mem_resize(s->line, s->cap, sizeof *s->line);
	}
	return &s->line[s->n++];
}

/* Lines and text of pages that are done make room, if they take more of it than what is left. */
static void
forget(struct split *s)
{
	size_t at = s->first < s->n ? s->line[s->first].at : 0;

	if (at <= s->text.n / 2)
		return;
	buf_drop(&s->text, at);
	s->n -= s->first;
	memmove(s->line, s->line + s->first, s->n * sizeof *s->line);
	s->first = 0;
	for (size_t i = 0; i < s->n; i++)
		s->line[i].at -= at;
}

/* hash: of the part; signs: of it, 0 if they are not told. f, unless NULL: what is known of the part, which is its text as it stands. */
static void
add_part(struct split *s, struct str part, uint64_t hash, size_t raw, unsigned flags, unsigned signs, struct fact *f)
{
	struct line *l = new_line(s);
	struct str text;
	bool heading = false;

	*l = (struct line) {
		.raw = raw,
		.no = s->no,
		.gap = s->gap,
		.flags = (unsigned short)(flags | (s->cut ? LINE_CUT : 0)),
		.at = s->text.n,
		.hash = hash,
		.signs = (unsigned short)signs,
	};
	if (f)
		buf_str(&s->text, part);
	else
		put_text(s, markdown_plain(clean_tags(clean_trim(part)), &s->plain, &heading));
	l->n = s->text.n - l->at;
	text = str_of(s->text.p + l->at, l->n);
	if (!f && !str_eq(text, part)) {
		l->hash = hash64(text);
		l->signs = 0;
	}
	memo_judge_known(f ? f : memo_fact(s->memo, l->hash), s->rules, text, l);
	markdown_mark(l, &s->text, s->n - s->first >= 2, heading);
	s->cut = l->class == CLASS_END;
	s->gap = 0;
}

/* What stands behind a label on its line, `본문: ...`, is text, though an archive may have cut its end off. */
static void
mark_text(struct split *s)
{
	struct line *l = &s->line[s->n - 1];

	if (s->n - s->first >= 2 && l[-1].class == CLASS_HEADER && (l->flags & LINE_GLUED) && l->class == CLASS_NONE && l->words >= 5)
		l->flags = (unsigned short)((l->flags | LINE_PROSE) & ~LINE_HEADLINE);
}

/* bound_inside, or what it said before of the text of that hash (0: there is none). *signs: of the text, if they had to be told. */
static size_t
page_end(struct split *s, struct str part, uint64_t hash, unsigned *signs)
{
	struct fact *f = hash ? memo_fact(s->memo, hash) : NULL;
	size_t end;

	if (f && f->known & MEMO_END)
		return f->end;
	*signs = letters_signs(part);
	end = bound_inside(s->rules, part, *signs);
	if (f && end <= USHRT_MAX) {
		f->end = (unsigned short)end;
		f->known |= MEMO_END;
	}
	return end;
}

/* Cuts a line where pages end within it; what is nothing but tags is a blank line. True: nowhere, and it was added as it stands. */
static bool
add_parts(struct split *s, struct str part, uint64_t whole, size_t raw)
{
	unsigned flags = 0;
	size_t from = 0, end, before = s->n;

	for (; from < part.n; from += end) {
		struct str rest = str_from(part, from), piece;
		uint64_t hash = !from ? whole : rest.n < HASHED ? hash64(rest) : 0; /* not again and again of a long line */
		unsigned signs = 0;

		end = s->opt.whole ? rest.n : page_end(s, rest, hash, &signs);
		piece = str_of(rest.p, end);
		if (!clean_is_blank(piece)) {
			add_part(s, piece, end == rest.n && hash ? hash : hash64(piece), end == rest.n ? raw - from : end, flags,
			    end == rest.n ? signs : 0, NULL);
			mark_text(s);
		} else
			s->account.blank += end == rest.n ? raw - from : end;
		flags = LINE_GLUED;
	}
	if (s->n > before)
		return s->line[s->n - 1].hash == whole;
	s->gap++;
	return false;
}

/* One line of the input. */
struct incoming {
	struct str all, part; /* without its end; and without blanks round it */
	size_t raw;           /* bytes of the input */
	uint64_t hash;        /* of the part */
};

static struct incoming
incoming(struct str line, size_t raw)
{
	struct str part = clean_trim(line);

	return (struct incoming) { line, part, raw, hash64(part) };
}

static void
add_line(struct split *s, const struct incoming *in)
{
	struct str part = in->part;
	struct fact *f;

	s->no++;
	if (part.n == 0 && !memchr(in->all.p, '\f', in->all.n)) {
		s->gap++;
		s->account.blank += in->raw;
		return;
	}
	if (part.n == 0 || (part.n == 1 && *part.p == '\x1c')) { /* form feed or file separator, alone */
		s->cut = true;
		s->account.blank += in->raw;
		return;
	}
	f = memo_fact(s->memo, in->hash);
	if (f->known & MEMO_WHOLE)
		add_part(s, part, in->hash, in->raw, 0, 0, f);
	else if (add_parts(s, part, in->hash, in->raw))
		memo_fact(s->memo, in->hash)->known |= MEMO_WHOLE;
}

/* The line is in the text now: room for a long one is given back. */
static void
drop_partial(struct split *s)
{
	if (s->partial.cap > KEPT)
		buf_free(&s->partial);
	s->partial.n = 0;
}

/* Adds the line whose beginning is kept, and which has `raw` bytes. */
static void
add_partial(struct split *s, size_t raw)
{
	struct incoming line = incoming(buf_view(&s->partial), raw);

	add_line(s, &line);
	drop_partial(s);
}

/* A certain boundary, perhaps in the middle of a line. */
static void
cut_partial(struct split *s)
{
	if (s->partial.n) {
		add_partial(s, s->partial.n);
		s->no--;
	}
	s->cut = true;
}

/* The line goes on behind as much as one can have: what is kept of it is a line, but for a character that it cuts in two. */
static void
cut_long(struct split *s)
{
	char rest[4];
	size_t n = utf8_cut(buf_view(&s->partial));

	err_at(STATUS_INPUT, buf_view(&s->name), s->no + 1, "line of over %zu bytes cut (--max-article)", s->opt.max_article);
	if (n == s->partial.n)
		n = 0;
	s->partial.n -= n;
	memcpy(rest, s->partial.p + s->partial.n, n);
	cut_partial(s);
	buf_add(&s->partial, rest, n);
}

/* Keeps the beginning of a line whose end has not come, or goes on with it; returns what is behind. */
static struct str
keep_partial(struct split *s, struct str bytes)
{
	size_t room = s->opt.max_article - s->partial.n;
	struct str part = str_head(bytes, room + 1);
	const char *end = memchr(part.p, '\n', part.n);
	size_t n = end ? (size_t)(end - part.p) : part.n <= room ? part.n : room;

	buf_add(&s->partial, bytes.p, n);
	if (end)
		add_partial(s, s->partial.n + 1);
	else if (part.n > room)
		cut_long(s);
	return str_from(bytes, n + (end != NULL));
}

/* Cuts the next line off, if it is whole and not too long; what is known of it is fetched meanwhile. */
static bool
next_line(const struct split *s, struct str *bytes, struct incoming *line)
{
	const char *end = bytes->n ? memchr(bytes->p, '\n', bytes->n) : NULL;
	size_t n;

	n = (size_t)(end ? end - bytes->p : 0);
	if (!end || n > s->opt.max_article)
		return false;
	*line = incoming(str_of(bytes->p, n), n + 1);
	memo_fetch(s->memo, line->hash);
	*bytes = str_from(*bytes, n + 1);
	return true;
}

/* Adds whole lines; returns what is behind them. */
static struct str
add_lines(struct split *s, struct str bytes)
{
	struct incoming line[FETCHED];
	size_t n;

	do {
		for (n = 0; n < FETCHED && next_line(s, &bytes, &line[n]);)
			n++;
		for (size_t i = 0; i < n; i++)
			add_line(s, &line[i]);
	} while (n == FETCHED);
	return bytes;
}

void
split_feed(struct split *s, struct str bytes)
{
	s->fed += bytes.n;
	forget(s); /* when what is left is short: mostly some lines of a page whose end has not come */
	while (bytes.n) {
		if (!s->partial.n)
			bytes = add_lines(s, bytes);
		if (bytes.n)
			bytes = keep_partial(s, bytes);
	}
}

void
split_pass(struct split *s, size_t n)
{
	s->fed += n;
	s->account.blank += n;
}

void
split_line(struct split *s, struct str file, unsigned long long line, struct str id, size_t bytes)
{
	s->fed += bytes;
	report_line(s->opt.report, file, line, id, bytes, &s->account);
}

void
split_cut(struct split *s, size_t n)
{
	cut_partial(s);
	split_pass(s, n);
}

void
split_end(struct split *s)
{
	if (s->partial.n)
		add_partial(s, s->partial.n);
	s->ended = true;
}

/* Pages. --------------------------------------------------------------------------------------------------------------- */

static void
drop_lines(struct split *s, size_t n)
{
	s->first += n;
	s->checked = s->checked > n && !s->inserted ? s->checked - n : 0;
	s->inserted = false;
	s->bound = (struct bound) { 0 };
	terms_clear(s->terms);
	if (s->first == s->n) {
		s->first = s->n = 0;
		s->text.n = 0;
	} else if (s->line[s->first].at > KEPT) {
		forget(s);
	}
}

static void
judge_again(struct split *s, struct line *l)
{
	struct str text = str_of(s->text.p + l->at, l->n);

	l->hash = hash64(text);
	l->signs = 0;
	memo_judge(s->memo, s->rules, text, l);
}

/* Makes two lines of line i, which ends at byte `at` from now on. */
static void
cut_line(struct split *s, size_t i, size_t at)
{
	struct line *l, *next, old = s->line[i];
	size_t raw = at < old.raw ? at : old.raw;

	new_line(s); /* may move all of them */
	l = &s->line[i];
	next = l + 1;
	memmove(next + 1, next, (s->n - 2 - i) * sizeof *next);
	s->inserted = true;
	*next = (struct line) { .at = old.at + at, .n = old.n - at, .raw = old.raw - raw, .no = old.no, .flags = LINE_GLUED | LINE_CUT };
	judge_again(s, next);
	l->n = at;
	l->raw = raw;
	while (l->n && s->text.p[l->at + l->n - 1] == ' ')
		l->n--;
	l->flags &= LINE_CUT | LINE_GLUED;
	judge_again(s, l);
}

/* The lines of the next page up to the first with which it is longer than an article may be; 0: there is none. */
static size_t
too_many(const struct split *s)
{
	const struct line *l = s->line ? s->line + s->first : NULL;
	size_t n = s->n - s->first, most = 2;

	if (n < 2 || (s->text.n - l->at <= s->opt.max_article && n * LINE_LEAST <= s->opt.max_article))
		return 0;
	while (most < n && l[most].at - l->at <= s->opt.max_article && most * LINE_LEAST <= s->opt.max_article)
		most++;
	return most;
}

/* The number of lines of the next page; 0: not yet known. */
static size_t
next_page(struct split *s)
{
	struct view v = { s->rules, s->memo, s->terms, s->text.p, s->line ? s->line + s->first : NULL, s->n - s->first, s->ended, 0 };
	size_t most = too_many(s), cut;

	if (!v.n)
		return 0;
	if (most) { /* nor behind the end of the longest article, where a short read ends */
		v.n = most;
		v.final = false;
	}
	for (s->checked = s->checked ? s->checked : 1; s->checked < v.n; s->checked++)
		if (v.line[s->checked].flags & LINE_CUT)
			break;
	if (s->checked < v.n || (s->cut && !most)) { /* nothing behind a certain boundary is looked at */
		v.n = s->checked;
		v.final = true;
	}
	if (s->opt.whole) {
		cut = v.final ? v.n : 0;
	} else {
		size_t inside = 0;

		cut = bound_find(&s->bound, &v, &inside);
		if (inside)
			cut_line(s, s->first + cut - 1, inside);
	}
	if (cut || !most)
		return cut;
	err_at(STATUS_INPUT, buf_view(&s->name), v.line[0].no, "article of over %zu bytes cut (--max-article)", s->opt.max_article);
	return most - 1;
}

static void
set_place(const struct page *p, struct article *a, struct split *s)
{
	struct buf b = { 0 };

	article_set(a, KEY_FILE, buf_view(&s->name));
	buf_uint(&b, p->line[0].no);
	article_set_raw(a, KEY_LINE, arena_str(p->arena, buf_view(&b)));
	buf_free(&b);
	section_find(p, a);
	for (size_t i = 0; page_has(p, IN(HEADER_SECTION) | IN(HEADER_PLACE) | IN(URL) | IN(HEADER_URL)) && i < p->n; i++) {
		if (p->fate[i] != FATE_DROP)
			continue;
		if (i < p->first && class(p, i) == CLASS_HEADER_SECTION)
			article_set(a, KEY_SECTION, header_value(p, i));
		if (class(p, i) == CLASS_HEADER_PLACE && !a->key[KEY_PLACE].p)
			article_set(a, KEY_PLACE, header_value(p, i));
		if (class_in(class(p, i), IN(URL) | IN(HEADER_URL)) && !a->key[KEY_URL].p)
			article_set(a, KEY_URL, header_value(p, i));
	}
	article_set(a, KEY_LANG, p->korean ? STR("ko") : STR("en"));
}

/* Makes the article of a page; false if nothing of it is text. */
static bool
make_article(struct split *s, struct page *p, struct article *a)
{
	bool more = s->first + p->n < s->n, introduces, opens;
	const struct outlet *outlet;

	article_init(a, p->arena);
	p->fate = arena_array(p->arena, p->n, 1);
	page_sort(p);
	outlet = source_find(p, a, &s->carry);
	learn_page(s->learn, p, article_text(a, KEY_SOURCE));
	date_find(p, a, outlet, &s->carry);
	author_find(p, a);
	if (s->ended && !s->given && !more) /* all there is: `Kim Jong Un`, which elsewhere is a menu's line */
		text_keep(p);
	text_find(p, a);
	if (p->title < p->n)
		article_set(a, KEY_TITLE, title_without(title_whole(p), article_text(a, KEY_SOURCE)));
	introduces = digest_introduces(p);
	opens = digest_opens(p, a, more);
	if (opens || (!a->key[KEY_TEXT].p && (introduces || !(a->key[KEY_TITLE].p || a->key[KEY_CAPTIONS].p)))) {
		carry_set(&s->carry, a);
		s->carry.digest = introduces || opens;
		return false;
	}
	set_place(p, a, s);
	if (s->opt.keep_furniture)
		report_furniture(p, a);
	article_set(a, KEY_ID, article_id(a));
	return true;
}

bool
split_next(struct split *s, struct article *a, struct arena *arena)
{
	size_t n;

	while ((n = next_page(s)) > 0) {
		struct page p = {
			.rules = s->rules,
			.memo = s->memo,
			.terms = s->terms,
			.arena = arena,
			.text = s->text.p,
			.line = s->line + s->first,
			.n = n,
		};
		bool made;

		if (p.line[0].class != CLASS_SEPARATOR)
			s->carry = (struct carry) { .before = s->carry.before };
		if (!digest_right(&s->carry, &p, s->n - s->first, s->ended))
			return false;
		made = make_article(s, &p, a);
		if (s->opt.report)
			report_page(s->opt.report, &p, buf_view(&s->name), made ? article_id(a) : STR(""), &s->account);
		drop_lines(s, n);
		s->given |= made;
		if (made)
			return true;
	}
	return false;
}

void
split_close(struct split *s)
{
	if (s->opt.report)
		report_end(s->opt.report, &s->account, s->fed);
	rules_close(s->rules);
	learn_close(s->learn);
	memo_close(s->memo);
	terms_close(s->terms);
	buf_free(&s->name);
	buf_free(&s->text);
	buf_free(&s->partial);
	buf_free(&s->plain);
	free(s->line);
	free(s);
}
