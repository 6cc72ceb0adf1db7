#include "split_place.h"
#include "split_meta.h"
#include "split_opening.h"
#include "split_side.h"
#include "split_words.h"

bool
place_counts(const struct view *v, size_t i)
{
	return class(v, i) == CLASS_COMMENT && str_digit(text(v, i), 0) < v->line[i].n;
}

bool
place_closes(const struct view *v, size_t i)
{
	return is(v, i, LINE_TAIL) && !class_in(class(v, i), IN(SOURCE) | IN(CREDIT)) && !place_counts(v, i);
}

bool
place_signed(const struct view *v, size_t i)
{
	enum { LABEL = 24 }; /* bytes; `입력` stands above its date */

	return class_in(class(v, i + 1), IN(DATE) | IN(BYLINE))
	    || (class(v, i + 2) == CLASS_DATE && v->line[i + 1].n <= LABEL && stamp_label(v->rules, text(v, i + 1)) != LABEL_NONE);
}

/* A name above a note that begins with it: `The Harbor Signal staff`, `The Harbor Signal is a website ...`. */
static bool
names_box(const struct view *v, size_t i)
{
	struct str s = text(v, i);

	s.n -= words_end(s, WORDS(" staff", " Staff", " Team", " Editor"));
	return v->line[i].words <= 5 && i + 1 < v->n && v->line[i + 1].n > s.n && str_starts(text(v, i + 1), s);
}

/* The writer's name, once with his picture and once by itself. */
static bool
writer_twice(const struct view *v, size_t i)
{
	struct str s = text(v, i);

	return v->line[i].words <= 5 && ((i + 1 < v->n && str_eq(s, text(v, i + 1))) || (i > 0 && str_eq(s, text(v, i - 1))))
	    && names_only(s);
}

bool
place_heads(const struct view *v, size_t i)
{
	return view_headline(v, i) && !str_starts(text(v, i), STR("About the ")) && !names_box(v, i) && !writer_twice(v, i)
	    && !view_own(v, i);
}

/* How far is looked for what repeats: any work on a line has an end, however long the list or the article that it stands in. */
enum { NEAR_LINES = 64, NEAR_BYTES = 1 << 14 };

bool
place_doubled(const struct view *v, size_t from, size_t i, size_t to)
{
	struct str s = text(v, i);

	from = i - from > NEAR_LINES ? i - NEAR_LINES : from;
	to = to - i > NEAR_LINES ? i + NEAR_LINES : to;
	for (size_t k = from; k < to && s.n >= 24; k++)
		if ((str_first(text(v, k)) == *s.p) & (k != i) & (v->line[k].n >= 24)
		    && (str_starts(s, text(v, k)) || str_starts(text(v, k), s)))
			return true;
	return false;
}

/* Marks the lines among the items below a list's heading, `Most viewed`; what heads of pages, menus and rights have ends it. Of a list of
 * sites, `Family Site`, the papers are items, no headlines. Where three headings stand one below the other their lists are
 * empty. */
static void
mark_lists(const struct view *v, size_t from, size_t to)
{
	enum { SITE_WORDS = 6 }; /* a headline has, no site's name */
	const uint64_t ends = IN(DATE) | IN(CRUMB) | IN(SUBSCRIBE) | IN(GOVERNMENT) | IN(LEGAL) | IN(NAV);
	bool open = false, sites = false;
	unsigned headings = 0; /* that stand one below the other */

	for (size_t k = from; k < to; k++) {
		unsigned char c = class(v, k);
		bool item;

		open &= !(sites && c == CLASS_NONE && v->line[k].words >= SITE_WORDS);
		item = open && (!sites || c == CLASS_SOURCE);

		v->line[k].flags = (unsigned short)((v->line[k].flags & ~(LINE_LISTED | LINE_TOLD)) | (item ? LINE_LISTED : 0));
		if (is(v, k, LINE_LIST) || (c == CLASS_RELATED && v->line[k].words <= 4) || (c == CLASS_NONE && line_item(text(v, k)))) {
			open = headings < 2;
			sites = c == CLASS_NAV;
		} else if (class_in(c, ends) || is(v, k, LINE_HEAD | LINE_TAIL)) {
			open = false;
		}
		headings = is(v, k, LINE_LIST) ? headings + 1 : 0;
	}
}

bool
place_in_list(const struct view *v, size_t from, size_t i, size_t to)
{
	return is(v, i, LINE_LISTED) && !(is(v, i, LINE_HEADLINE) && (place_signed(v, i) || place_doubled(v, from, i, to)));
}

static bool
is_stump(const struct rules *r, struct str s)
{
	(void)r;
	return opening_stump(s);
}

bool
place_breaks_off(const struct view *v, size_t from, size_t i)
{
	struct str s = text(v, i);

	if ((str_last(s) == ':') | (v->line[i].class != CLASS_NONE) || is(v, i, LINE_STOP))
		return false;
	if (place_signed(v, i))
		return i <= from + 1 && !is(v, i, LINE_KOREAN) && opening_cut(s);
	if (i <= from + 1 && (view_asks(v, i, ASK_STUMP, is_stump) || (i == from && place_heads(v, i + 1) && opening_half(s))))
		return true;
	if (is(v, i, LINE_KOREAN))
		return false;
	return (s.n >= 140 && !opening_in_title_case(s))
	    || (i <= from + 1 && words_start(s, WORDS("\"", "“")) && (s.n >= 80 || words_any(s, WORDS(",\"", ",”"))));
}

/* Belongs to the text above it: who said it, a short sentence, a post with its links, an item of a list, the next turn of a talk. */
static bool
clings(const struct bound *b, const struct view *v, size_t i, size_t to)
{
	enum { POST_LINK = 32 }; /* bytes */
	struct str s = text(v, i);

	if (!class_in(class(v, i), IN(NONE) | IN(BYLINE)) || is(v, i, LINE_HEAD | LINE_TAIL) || place_signed(v, i))
		return false;
	if (talk_goes_on(&b->talk, s))
		return true;
	if (class(v, i) == CLASS_BYLINE)
		return false;
	if (str_starts(s, STR("— ")) || (s.n > 12 && *s.p == '(' && str_last(s) == ')')
	    || words_any(str_tail(s, POST_LINK), WORDS("pic.twitter.com/", "https://t.co/")))
		return true;
	if (line_item(s)) /* no `• Kyodo`, `- The Harbor Courier - Monday, May 9, 2022` */
		return v->line[i].words > 2 && !(v->line[i].words <= 12 && is_digit(str_last(s)) && !is(v, i, LINE_STOP));
	return is(v, i, LINE_STOP) && str_last(s) == '.' && v->line[i].words <= 12 && !place_doubled(v, i, i, to);
}

/* The line is the last one of its page by what stands behind its last sentence. */
static bool
is_end(const struct rules *r, struct str s)
{
	return words_end(s, WORDS("-0-", "(END)", "(end)", "(끝)", "/끝/", "Enditem", "./.", "/END/")) || line_sign_off(r, s, NULL) < s.n;
}

bool
place_ends(const struct view *v, size_t i)
{
	return view_asks(v, i, ASK_END, is_end);
}

size_t
place_behind(const struct bound *b, const struct view *v, size_t from, size_t to)
{
	size_t most = from + NEAR_LINES < to ? from + NEAR_LINES : to;

	for (size_t k = from; k < most; k++) {
		bool may = !view_denies(v, k, ASK_END);

		if ((may & (v->line[k].class == CLASS_NONE)) && place_ends(v, k))
			from = k + 1;
	}
	while (from < most && clings(b, v, from, to))
		from++;
	return from;
}

enum { SEAM = 10, BREAK = 3, SPACED = 4 };
enum { ENDS_WITH_TEXT = 3 }; /* points for a page that ends with its text, nothing behind it */

/* The lines behind line i have a blank one between them: if none stands above it, the line there is of the page before. */
static bool
spaced_head(const struct view *v, size_t i, size_t to)
{
	enum { LINES = 3 };
	size_t k = i;

	while (k < to && k < i + LINES && v->line[k + 1].gap > 0)
		k++;
	return k == i + LINES;
}

/* What blank lines before line i speak for a cut there: cat puts none between pages, so that where they stand between all paragraphs one is
 * missing; where none do, they part pages. In the middle of a line pages are glued for sure. */
static int
layout_points(const struct bound *b, const struct view *v, size_t i, size_t to)
{
	if (v->stuck)
		return i == v->stuck ? SEAM : 0;
	if (v->line[i].gap == 0)
		return b->texts >= 2 && bound_apart(b) ? SEAM : spaced_head(v, i, to) ? SPACED : 0;
	return b->texts >= 2 && b->gaps == 0 ? BREAK : 0;
}

size_t
place_find(const struct bound *b, const struct view *v, size_t from, size_t to)
{
	size_t at = to;
	int above = 0, best = 0; /* points of the lines behind the cut; and of the best cut: against none of the lines being behind it */
	unsigned headlines = 0;
	struct side below = { 0 }; /* the line behind the cut */
	struct side text_above = { .last = v->stuck ? 0 : ENDS_WITH_TEXT };

	from = place_behind(b, v, from, to);
	mark_lists(v, from, to);
	if (is(v, to, LINE_HEAD))
		below = side_points(b, v, from, to, to, &headlines);
	for (size_t k = to;; k--) {
		struct side before = k > from ? side_points(b, v, from, k - 1, to, &headlines) : text_above;
		int points = above + below.first + before.last + layout_points(b, v, k, to);

		if (k == to || points >= best) {
			best = points;
			at = k;
		}
		if (k == from)
			return at;
		above += before.above;
		below = before;
	}
}
