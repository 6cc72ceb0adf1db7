#include "load.h"
#include "split_head.h"
#include "split_letters.h"
#include "split_words.h"

#include <limits.h>

#define FOURS (1u << 13)

static size_t
four_at(const char *p)
{
	return (uint32_t)load32(p) * 2654435761u >> 19;
}

static uint64_t *
fours_of(struct str low, struct arena *arena)
{
	uint64_t *fours = arena_alloc(arena, FOURS / 8);
	struct stems words = { .s = low };
	struct str stem;

	memset(fours, 0, FOURS / 8);
	while ((stem = stems_next(&words)).n) {
		size_t k = four_at(stem.p);

		fours[k / 64] |= (uint64_t)1 << k % 64;
	}
	return fours;
}

static void
read_opening(struct head *h)
{
	enum { PARAGRAPHS = 4, BYTES = 500 };
	const struct page *p = h->page;
	char *low = arena_alloc(p->arena, PARAGRAPHS * (BYTES + 1));
	size_t at = 0;
	unsigned n = 0;

	for (size_t i = h->first; i < p->n && n < PARAGRAPHS; i++) {
		struct str s = text(p, i);

		if (!is(p, i, LINE_PROSE) || class(p, i) != CLASS_NONE)
			continue;
		s = str_head(s, BYTES);
		str_lower(low + at, s);
		at += s.n;
		low[at++] = '\n';
		n++;
	}
	h->low = str_of(low, at);
	h->fours = fours_of(h->low, p->arena);
}

/* Does a word of the opening begin with `stem`, of four bytes and more in lower case? Korean words are looked for inside of others. */
static bool
holds(const struct head *h, struct str stem)
{
	size_t k = four_at(stem.p);

	if (*stem.p & 0x80)
		return str_find(h->low, stem, 0) < h->low.n;
	if (!(h->fours[k / 64] >> k % 64 & 1))
		return false;
	for (size_t at = str_find(h->low, stem, 0); at < h->low.n; at = str_find(h->low, stem, at + 1))
		if (at == 0 || !is_wordy(h->low.p[at - 1]))
			return true;
	return false;
}

unsigned
head_overlap(struct head *h, struct str s)
{
	struct stems all = { .s = s };
	struct str stem;
	char low[STEM];
	unsigned words = 0, found = 0;

	if (!h->low.p)
		read_opening(h);
	while ((stem = stems_next(&all)).n) {
		size_t most = (*stem.p & 0x80) ? 6 : 5;

		if ((*stem.p & 0x80) && stem.n < most)
			continue;
		stem = str_head(stem, most);
		str_lower(low, stem);
		words++;
		found += holds(h, str_of(low, stem.n));
	}
	return words ? found * 100 / words : 0;
}

unsigned
head_told(struct head *h, size_t i)
{
	const struct page *p = h->page;
	if (!h->share[i])
		h->share[i] = (unsigned char)(head_overlap(h, title_of(p, i)) + 1);
	return h->share[i] - 1u;
}

#define TITLE_ASKED (1u << ASK_TITLE)

struct str
title_of(const struct page *p, size_t i)
{
	struct str s = text(p, i);
	struct line *l = &p->line[i];

	if (s.n > USHRT_MAX)
		return title_clean(p, s);
	if (!(l->asked & TITLE_ASKED)) {
		struct fact *f = memo_fact(p->memo, l->hash);

		if (!(f->asked & TITLE_ASKED)) {
			struct str clean = title_clean(p, s);

			f->title = (struct part) { (unsigned short)(clean.p - s.p), (unsigned short)clean.n };
			f->asked |= TITLE_ASKED;
		}
		l->title = f->title;
		l->asked |= TITLE_ASKED;
	}
	return str_of(s.p + l->title.at, l->title.n);
}

struct str
title_whole(const struct page *p)
{
	struct buf b = { 0 };
	struct str s = header_value(p, p->title);

	if (p->title_end <= p->title + 1)
		return s.n == p->line[p->title].n ? title_of(p, p->title) : title_clean(p, s);
	buf_str(&b, s);
	for (size_t i = p->title + 1; i < p->title_end; i++) {
		buf_char(&b, ' ');
		buf_str(&b, text(p, i));
	}
	s = arena_str(p->arena, buf_view(&b));
	buf_free(&b);
	return title_clean(p, s);
}

bool
head_reads(const struct page *p, size_t i, struct str clean)
{
	struct str s = text(p, i);

	return (str_starts(s, clean) || *s.p == '(' || str_starts(s, TITLE_FIELD)) && str_eq(title_of(p, i), clean);
}

static unsigned
count_line(const struct page *p, size_t i)
{
	struct str s = title_of(p, i);
	unsigned n = 0;

	for (size_t k = 0; k < p->n; k++) {
		if (k == 2 * HEAD_LINES && p->n > 6 * HEAD_LINES)
			k = p->n - 2 * HEAD_LINES;
		n += head_is_title(p, k, s);
	}
	return n;
}

unsigned
head_repeated(struct head *h, size_t i)
{
	const struct page *p = h->page;
	if (!h->times[i])
		h->times[i] = (unsigned short)count_line(p, i);
	return h->times[i];
}

/* `영문뉴스 보기`: two words at most, and the last is a verb as a noun. */
static bool
is_button(const struct page *p, size_t i)
{
	return is(p, i, LINE_KOREAN) && p->line[i].words <= 2
	    && words_end(text(p, i), WORDS("보기", "하기", "가기", "듣기", "닫기", "열기"));
}

bool
head_stands(const struct page *p, size_t i)
{
	struct str s = text(p, i);

	if (str_starts(s, STR("- ")) || str_starts(s, STR("* ")) || is_button(p, i)
	    || words_start(s, WORDS("■ 진행", "■ 출연", "■ 대담", "■ 방송", "■ 전화연결"))) /* who talks to whom */
		return false;
	if (!str_starts(s, STR("• ")))
		return true;
	return class(p, i + 1) == CLASS_DATE
	    && str_starts(text(p, i + 1), STR("• ")); /* the whole head is a list */
}

bool
head_stamped(const struct page *p, size_t i)
{
	for (size_t k = i + 1; k < p->n && k <= i + 6; k++) {
		unsigned char c = class(p, k);

		if (class_in(c, IN(DATE) | IN(BYLINE) | IN(URL) | IN(HEADER_AUTHOR)))
			return true;
		if (c == CLASS_NONE && !page_names_only(p, k))
			return false;
	}
	return false;
}

bool
head_over_tools(const struct page *p, size_t i)
{
	bool summary = i == 0 && class(p, 1) == CLASS_SUMMARY && p->line[1].rule;

	return (summary || (class_in(class(p, i + 1), IN(COMMENT) | IN(SHARE)) && class_in(class(p, i + 2), IN(COMMENT) | IN(SHARE))))
	    && line_hangul(text(p, i)) >= 8;
}

struct head
head_of(const struct page *p, size_t first)
{
	struct head h = { .page = p, .first = first };

	h.times = arena_array(p->arena, p->n, sizeof *h.times);
	h.share = arena_array(p->arena, p->n, 1);
	memset(h.times, 0, p->n * sizeof *h.times);
	memset(h.share, 0, p->n);
	return h;
}
