#include "split_place.h"
#include "split_meta.h"
#include "split_opening.h"
#include "split_words.h"

/* Twice the logarithm of the odds that a line of that class stands in heads of pages rather than in tails. */
static const signed char of_class[CLASSES_BUILT_IN] = {
	[CLASS_DATE] = 6,
	[CLASS_BYLINE] = 2,
	[CLASS_CAPTION] = 2,
	[CLASS_PHOTO] = 3,
	[CLASS_URL] = 2,
	[CLASS_CRUMB] = 4,
	[CLASS_LEGAL] = -9,
	[CLASS_COMMENT] = -5,
	[CLASS_RELATED] = -5,
	[CLASS_SECTION] = 3,
	[CLASS_TAGS] = -7,
	[CLASS_COUNTER] = 1,
	[CLASS_SHARE] = 2,
	[CLASS_NAV] = 2,
	[CLASS_SUBSCRIBE] = -3,
	[CLASS_PREFIX] = 12,
	[CLASS_AGENCY] = 2,
	[CLASS_TITLE] = 4,
	[CLASS_SUMMARY] = 4,
	[CLASS_SOURCE] = 3,
	[CLASS_STAFF] = -1,
	[CLASS_CREDIT] = -3,
	[CLASS_NOTICE] = 4,
	[CLASS_TOOL] = 4,
	[CLASS_END] = -9,
	[CLASS_CONTACT] = -6,
	[CLASS_CONTINUE] = -4,
	[CLASS_TRANSLATION] = -1,
	[CLASS_GOVERNMENT] = 1,
};

/* `댓글 12` stands in heads as well. */
static bool
counts_comments(const struct view *v, size_t i)
{
	return class(v, i) == CLASS_COMMENT && str_digit(text(v, i), 0) < v->line[i].n;
}

bool
place_closes(const struct view *v, size_t i)
{
	return is(v, i, LINE_TAIL) && !class_in(class(v, i), IN(SOURCE) | IN(CREDIT)) && !counts_comments(v, i);
}

/* A line of which nothing is known but that it could be a headline. */
bool
place_heads(const struct view *v, size_t i)
{
	return view_headline(v, i) && !view_own(v, i) && !str_starts(text(v, i), STR("About the "));
}

/* How far is looked for what repeats: any work on a line has an end, however long the list or the article that it stands in. */
enum { NEAR_LINES = 64, NEAR_BYTES = 1 << 14 };

/* The line stands twice between `from` and `to`, as headlines do, perhaps with the name of the site behind it. */
bool
place_doubled(const struct view *v, size_t from, size_t i, size_t to)
{
	struct str s = text(v, i);

	from = i - from > NEAR_LINES ? i - NEAR_LINES : from;
	to = to - i > NEAR_LINES ? i + NEAR_LINES : to;
	for (size_t k = from; k < to && s.n >= 24; k++)
		if (k != i && v->line[k].n >= 24 && (str_starts(s, text(v, k)) || str_starts(text(v, k), s)))
			return true;
	return false;
}

/* Marks the lines among the items below a list's heading, `Most viewed`; lines that only heads of pages have end it. */
static void
mark_lists(const struct view *v, size_t from, size_t to)
{
	bool open = false;

	for (size_t k = from; k < to; k++) {
		unsigned char c = class(v, k);

		v->line[k].flags = (unsigned short)((v->line[k].flags & ~LINE_LISTED) | (open ? LINE_LISTED : 0));
		if (is(v, k, LINE_LIST) || (c == CLASS_NONE && line_item(text(v, k))))
			open = true;
		else if (class_in(c, IN(DATE) | IN(CRUMB)) || is(v, k, LINE_HEAD | LINE_TAIL))
			open = false;
	}
}

/* Stands a date or a byline under the line, as under headlines? */
static bool
signed_below(const struct view *v, size_t i)
{
	return class_in(class(v, i + 1), IN(DATE) | IN(BYLINE));
}

bool
place_in_list(const struct view *v, size_t from, size_t i, size_t to)
{
	return is(v, i, LINE_LISTED) && !(is(v, i, LINE_HEADLINE) && (signed_below(v, i) || place_doubled(v, from, i, to)));
}

static bool
is_stump(const struct rules *r, struct str s)
{
	(void)r;
	return opening_stump(s);
}

/* The last line of a page that was cut, below the text that goes up to line `from`. */
bool
place_breaks_off(const struct view *v, size_t from, size_t i)
{
	struct str s = text(v, i);

	if (class(v, i) != CLASS_NONE || is(v, i, LINE_STOP | LINE_KOREAN))
		return false;
	if (signed_below(v, i))
		return i <= from + 1 && opening_cut(s);
	return s.n >= 140 || (i <= from + 1 && (view_asks(v, i, ASK_STUMP, is_stump) || (words_start(s, WORDS("\"", "“")) && (s.n >= 80 || words_any(s, WORDS(",\"", ",”"))))));
}

/* Belongs to the text above it: who said it, a short sentence, an item of a list, the next turn of a talk. */
static bool
clings(const struct bound *b, const struct view *v, size_t i, size_t to)
{
	struct str s = text(v, i);

	if (!class_in(class(v, i), IN(NONE) | IN(BYLINE)) || is(v, i, LINE_HEAD | LINE_TAIL) || signed_below(v, i))
		return false;
	if (talk_goes_on(&b->talk, s))
		return true;
	if (class(v, i) == CLASS_BYLINE)
		return false;
	if (str_starts(s, STR("— ")) || (s.n > 12 && *s.p == '(' && s.p[s.n - 1] == ')') || line_item(s))
		return true;
	return is(v, i, LINE_STOP) && s.p[s.n - 1] == '.' && v->line[i].words <= 12 && !place_doubled(v, i, i, to);
}

/* The line is the last one of its page by what stands behind its last sentence. */
static bool
is_end(const struct rules *r, struct str s)
{
	const struct words makers = WORDS("(Reporting by ", "(Editing by ", "(Writing by ", "(Additional reporting by ");

	return words_end(s, WORDS("-0-", "(END)", "(end)", "(끝)", "/끝/", "Enditem", "./.", "/END/"))
	    || line_sign_off(r, s, NULL) < s.n || (s.p[s.n - 1] == ')' && words_any(str_tail(s, 160), makers));
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

	for (size_t k = from; k < most; k++)
		if (class(v, k) == CLASS_NONE && place_ends(v, k))
			from = k + 1;
	while (from < most && clings(b, v, from, to))
		from++;
	return from;
}

/* Points for line i in the head of the page whose text begins at line `to`, against a line in the tail of the page that has text up
 * to line `from`. below: those of the lines between i and `to`. */
static int
side(const struct bound *b, const struct view *v, size_t from, size_t i, size_t to, int below)
{
	unsigned char c = class(v, i);
	bool listed;

	if (is(v, i, LINE_HEAD))
		return 12;
	if (place_closes(v, i))
		return -9;
	if (c == CLASS_BYLINE && (is(v, i, LINE_MAIL) || (i == from && !str_starts_nocase(text(v, i), STR("by ")))))
		return -2;
	if (c == CLASS_AGENCY && i == from) /* a sign-off */
		return -1;
	if (c == CLASS_DATE && str_ends(text(v, i), STR("송고")) && is_digit(*text(v, i).p)) /* when it was sent, below a Korean page */
		return -4;
	if (place_breaks_off(v, from, i))
		return -6;
	if (c == CLASS_NONE && v->line[i].words >= 3 && (is(v, to, LINE_KOREAN) ? !line_hangul(text(v, i)) : is(v, i, LINE_KOREAN)))
		return -4;
	if (c == CLASS_NONE && talk_goes_on(&b->talk, text(v, i)))
		return -4;
	if (counts_comments(v, i))
		return 0;
	listed = place_in_list(v, from, i, to);
	if (c == CLASS_NONE && !place_heads(v, i))
		return listed ? -1 : 0;
	if (c == CLASS_NONE && listed)
		return (below < 3 || below > 12 ? -2 : 2) + (view_shares_words(v, text(v, i), to, 30) ? 3 : 0);
	if (c == CLASS_NONE)
		return 2;
	if (c == CLASS_SECTION && listed)
		return -1;
	return c < CLASSES_BUILT_IN ? of_class[c] : 0;
}

size_t
place_find(const struct bound *b, const struct view *v, size_t from, size_t to)
{
	size_t at = to;
	int sum = 0, best = -1;
	bool apart = b->texts >= 2 && b->gaps + 1 >= b->texts;

	from = place_behind(b, v, from, to);
	mark_lists(v, from, to);
	for (size_t k = to;; k--) {
		int points;

		if (k < to)
			sum += side(b, v, from, k, to, sum);
		points = sum + ((v->stuck ? k == v->stuck : apart && v->line[k].gap == 0) ? 2 : 0); /* cat puts no blank line between pages */
		if (points >= best) {
			best = points;
			at = k;
		}
		if (k == from)
			return at;
	}
}
