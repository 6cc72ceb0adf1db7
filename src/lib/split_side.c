/* The tail of one page and the head of the next are both lists of links and names. What tells them apart is counted: of a thousand
 * pages, where lines of each class and their words stand, and which of them are the first and the last ones. */
#include "split_side.h"
#include "split_meta.h"
#include "split_opening.h"
#include "split_place.h"

static const struct side of_class[CLASSES_BUILT_IN] = {
	[CLASS_DATE] = { 11, 12, -16 },
	[CLASS_BYLINE] = { 3, -8, -5 },
	[CLASS_CAPTION] = { 0, 2, 0 },
	[CLASS_PHOTO] = { 5, -4, 8 },
	[CLASS_URL] = { 5, 4, 1 },
	[CLASS_SEPARATOR] = { 2, -4, -4 },
	[CLASS_CRUMB] = { 12, 14, 7 },
	[CLASS_LEGAL] = { -4, -12, 21 },
	[CLASS_COMMENT] = { -15, -9, 13 },
	[CLASS_RELATED] = { -15, -14, -5 },
	[CLASS_SECTION] = { 1, 17, -11 },
	[CLASS_TAGS] = { 0, -8, -7 },
	[CLASS_COUNTER] = { 3, 8, 6 },
	[CLASS_SHARE] = { 7, -3, 0 },
	[CLASS_NAV] = { 2, 13, 12 },
	[CLASS_WIRE] = { -2, -3, 9 },
	[CLASS_SUBSCRIBE] = { -7, 4, 0 },
	[CLASS_PREFIX] = { 5, 32, -10 },
	[CLASS_AGENCY] = { -2, -6, 0 },
	[CLASS_TITLE] = { 8, 0, 0 },
	[CLASS_SUMMARY] = { 5, -1, -2 },
	[CLASS_SOURCE] = { 4, 13, 4 },
	[CLASS_STAFF] = { 5, -3, 0 },
	[CLASS_HEADER] = { -4, 2, -2 },
	[CLASS_CREDIT] = { 4, -7, 4 },
	[CLASS_NOTICE] = { 8, -1, 0 },
	[CLASS_TOOL] = { 10, 11, 17 },
	[CLASS_END] = { -5, -20, 20 },
	[CLASS_CONTACT] = { 1, -7, 12 },
	[CLASS_CONTINUE] = { -4, -2, 4 },
	[CLASS_AD] = { -3, 0, 3 },
	[CLASS_TRANSLATION] = { 2, 8, 4 },
	[CLASS_GOVERNMENT] = { 0, 8, -2 },
};

/* A headline by its shape. */
enum headline { PLAIN, LISTED, DATED, TOLD, TOLD_LISTED, TOLD_DATED };

static const struct side of_headline[] = {
	[PLAIN] = { 0, 16, -4 },
	[LISTED] = { -3, 6, 10 },
	[DATED] = { 0, 12, -3 },
	[TOLD] = { 14, 6, -9 }, /* the paragraph behind has its words */
	[TOLD_LISTED] = { 13, 7, -3 },
	[TOLD_DATED] = { 24, 11, -8 },
};

static const struct side of_words = { 0, 12, -2 }, of_sentence = { -5, -8, 13 }, of_item = { 2, 0, 5 }, of_tag = { 6, -10, -5 },
			 of_by = { 4, 2, -12 }, of_site = { -8, 0, 5 }, of_button = { 0, -9, 9 };

static const struct side surely_above = { 40, 18, -10 }, surely_below = { -45, -10, 10 };

enum { CLOSES = -18, RIGHT_ABOVE = 15, UNDER_TEXT = -12, SIGNED_LAST = 5, TELLING = 2 };

/* Do its words stand in the paragraph behind? Noted for who weighs the seam. */
static bool
is_told(const struct view *v, size_t i, size_t to)
{
	bool told = view_shares_words(v, text(v, i), to, 30);

	if (told)
		v->line[i].flags |= LINE_TOLD;
	return told && v->line[i].words >= (is(v, i, LINE_KOREAN) ? 3 : 4);
}

/* A sentence without a stop that is no broken one: a headline that stands twice, or the deck below one, and both tell what the paragraph
 * behind does. */
static bool
is_long_head(const struct view *v, size_t from, size_t i, size_t to)
{
	if (place_doubled(v, from, i, to))
		return true;
	return i > from && place_heads(v, i - 1) && !opening_cut(text(v, i)) && is_told(v, i - 1, to) && is_told(v, i, to);
}

/* `입력 2020. 01. 16 18:45`, or the label alone: no date of an item. */
static bool
labelled(const struct view *v, size_t i)
{
	return stamp_label(v->rules, text(v, i)) != LABEL_NONE;
}

/* A page has one headline: another one above it, with a date of its own, is an item of the list that the page before ends with, unless it
 * stands right under the text. */
static struct side
side_of_headline(const struct view *v, size_t from, size_t i, size_t to, unsigned *headlines)
{
	bool listed = place_in_list(v, from, i, to), told = is_told(v, i, to), signed_below = place_signed(v, i);
	struct side s = of_headline[(told ? TOLD : PLAIN) + (signed_below ? DATED : listed ? LISTED : 0)];

	if (*headlines && !told && signed_below && i > from && v->line[i].words >= 4 && !labelled(v, i + 1))
		return of_item;
	if (i + 1 == to && !told && !listed && v->line[i].words >= 4)
		s.above += RIGHT_ABOVE;
	*headlines += told || signed_below;
	return s;
}

/* Its date. */
static bool
dates_item(const struct view *v, size_t i, size_t to)
{
	return i > 0 && class(v, i) == CLASS_DATE && place_heads(v, i - 1) && v->line[i - 1].words >= 4
	    && !view_shares_words(v, text(v, i - 1), to, 30) && !labelled(v, i);
}

/* A line of no class. */
static struct side
side_of_words(const struct bound *b, const struct view *v, size_t from, size_t i, size_t to, unsigned *headlines)
{
	if (v->line[i].words >= 3 && (is(v, to, LINE_KOREAN) ? !line_hangul(text(v, i)) : is(v, i, LINE_KOREAN)))
		return (struct side) { -20, 0, 0 };
	if (talk_goes_on(&b->talk, text(v, i)))
		return surely_below;
	if (view_alt_text(v, i))
		return of_class[CLASS_CAPTION];
	if (talk_tag_alone(text(v, i)))
		return of_tag;
	if (place_heads(v, i))
		return side_of_headline(v, from, i, to, headlines);
	return is(v, i, LINE_STOP) ? of_sentence : of_words;
}

/* Who wrote what stands above is named right below it, without `By`. */
static bool
signs_text(const struct view *v, size_t from, size_t i)
{
	if (class(v, i) == CLASS_BYLINE)
		return is(v, i, LINE_MAIL) || (i == from && !str_starts_nocase(text(v, i), STR("by ")));
	return class(v, i) == CLASS_AGENCY && i == from;
}

/* When a page was sent, below its text in Korean: `2024/03/25 14:31 송고` */
static bool
sent(const struct view *v, size_t i)
{
	return class(v, i) == CLASS_DATE && str_ends(text(v, i), STR("송고"));
}

/* A line of rights among the labels of an archive opens a document: `Copyright 2025 Harbor Press`, `Section: NATIONAL`. */
static bool
among_labels(const struct view *v, size_t i, size_t to)
{
	for (size_t k = i + 1; class(v, i) == CLASS_LEGAL && k < to && k < i + 4; k++)
		if (class(v, k) == CLASS_HEADER || (class(v, k) >= CLASS_HEADER_TITLE && class(v, k) <= CLASS_HEADER_URL))
			return true;
	return false;
}

/* `Comment`, `댓글 12`: it stands by headlines as well. */
static bool
is_button(const struct view *v, size_t i)
{
	return place_counts(v, i) || (class(v, i) == CLASS_COMMENT && v->line[i].words <= 1 && !is(v, i, LINE_KOREAN));
}

struct side
side_points(const struct bound *b, const struct view *v, size_t from, size_t i, size_t to, unsigned *headlines)
{
	unsigned char c = class(v, i);
	struct side s = c < CLASSES_BUILT_IN ? of_class[c] : (struct side) { 0 };
	unsigned before = *headlines;
	int words;

	if (is(v, i, LINE_HEAD) || among_labels(v, i, to))
		return surely_above;
	if (sent(v, i) || (place_breaks_off(v, from, i) && !is_long_head(v, from, i, to)))
		return surely_below;
	if (c == CLASS_CAPTION && place_signed(v, i)) /* `[Photo] Aegis destroyer returns` */
		s = of_headline[DATED];
	else if (c == CLASS_NONE)
		s = side_of_words(b, v, from, i, to, headlines);
	else if (*headlines && dates_item(v, i, to))
		s = of_item;
	else if (c == CLASS_BYLINE && str_starts_nocase(text(v, i), STR("by ")))
		s = of_by;
	if (is_button(v, i))
		s = of_button;
	else if (place_closes(v, i))
		s.above += CLOSES;
	if (signs_text(v, from, i)) {
		s.above += UNDER_TEXT;
		s.last = SIGNED_LAST;
	} else if (is(v, i, LINE_LISTED) && line_other_paper(v->line, from, i)) {
		s = of_site;
	}
	if (*headlines > before) /* its words tell of the news */
		return s;
	words = memo_side(v->memo, &v->line[i], v->rules, text(v, i));
	s.above += words;
	if (words <= -TELLING) { /* `Contact us` opens no page */
		s.first = s.first > 0 ? 0 : s.first;
		s.last = s.last < 0 ? 0 : s.last;
	} else if (words >= TELLING) {
		s.first = s.first < 0 ? 0 : s.first;
		s.last = s.last > 0 ? 0 : s.last;
	}
	return s;
}
