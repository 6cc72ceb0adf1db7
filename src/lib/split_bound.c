#include "split_meta.h"
#include "split_view.h"
#include "split_place.h"
#include "split_seam.h"
#include "split_shape.h"
#include "split_stuck.h"

static size_t
cut_at_rule(const struct bound *b, const struct view *v, size_t i)
{
	char sign = line_separator(text(v, i));
	size_t next;

	if (v->line[i].n < SEPARATOR_LEAST || (sign != '=' && sign != '-' && sign != '#' && sign != '_'))
		return 0;
	next = view_next_prose(v, i + 1, 20);
	if (next == v->n)
		return 0;
	if (sign == '=')
		return b->texts ? i : 0;
	/* a digest's items: a headline or a dateline behind the line */
	for (size_t k = i + 1; k <= next && k < i + 6; k++)
		if (view_headline(v, k) || is(v, k, LINE_DATELINE | LINE_HEAD))
			return i;
	return 0;
}

static bool
header(const struct view *v, size_t i)
{
	return class(v, i) == CLASS_HEADER || (class(v, i) >= CLASS_HEADER_TITLE && class(v, i) <= CLASS_HEADER_URL);
}

/* The label that opened the page comes again: the next record of an archive. */
static bool
label_again(const struct view *v, size_t i)
{
	struct str s = text(v, i), first;
	size_t colon = str_find(s, STR(":"), 0);

	for (size_t k = 0; k < i && k < 4; k++) {
		first = text(v, k);
		if (header(v, k))
			return colon < s.n && colon < first.n && memcmp(s.p, first.p, colon + 1) == 0;
	}
	return false;
}

/* The page began with its address, as some crawlers write it, and here stands another one above what heads a page. Its own may be told
 * again below the text, and a link between two paragraphs is no page. */
static bool
address_again(const struct view *v, size_t i)
{
	size_t to = view_next_prose(v, i + 1, 10);

	if (class(v, 0) != CLASS_URL || str_eq(shape_address(text(v, i)), shape_address(text(v, 0))) || to == v->n)
		return false;
	for (size_t k = i + 1; k < to; k++)
		if (class(v, k) == CLASS_URL)
			return false;
	return header(v, i + 1) || view_headline(v, i + 1) || class_in(class(v, i + 1), IN(DATE) | IN(BYLINE) | IN(CRUMB) | IN(NAV));
}

/* Has line i, which could be a headline, a date or an author right below? */
static bool
opens_head(const struct view *v, size_t i)
{
	return place_heads(v, i) && v->line[i].words >= 3
	    && (class_in(class(v, i + 1), IN(DATE) | IN(BYLINE)) || class_in(class(v, i + 2), IN(DATE)));
}

/* A page of pictures has no text. Behind its captions the head of the next page stands, if nothing above speaks of what is told below. */
static bool
behind_pictures(const struct bound *b, const struct view *v, size_t i)
{
	size_t to;

	if (!b->captions || class(v, i - 1) != CLASS_CAPTION || !opens_head(v, i) || (!b->stamped && b->captions < 2))
		return false;
	to = view_next_prose(v, i + 1, 12);
	for (size_t k = 0; k < i && to < v->n; k++)
		if (class_in(class(v, k), IN(NONE) | IN(CAPTION)) && v->line[k].words >= 3 && view_shares_words(v, text(v, k), to, 30))
			return false;
	return to < v->n || b->stamped; /* else pictures stand below as well */
}

/* A page of a picture: what it shows, below a headline and a date with its label. */
static bool
stamped_picture(const struct bound *b, const struct view *v, size_t i)
{
	enum { HEAD_LINES = 12, SENTENCE = 90 };
	size_t k = i;

	if (class(v, i) != CLASS_CAPTION || v->line[i].n < SENTENCE || i < b->text + 2)
		return false;
	while (k > b->text + 1 && k + HEAD_LINES > i && class(v, k) != CLASS_DATE)
		k--;
	return class(v, k) == CLASS_DATE && place_heads(v, k - 1) && stamp_label(v->rules, text(v, k)) != LABEL_NONE;
}

/* Of the lines at which a page could begin. */
static __attribute__((noinline)) size_t
cut_at(const struct bound *b, const struct view *v, size_t i, bool paragraph)
{
	unsigned char c = class(v, i);

	if (c == CLASS_SEPARATOR)
		return cut_at_rule(b, v, i);
	if (c == CLASS_DOCUMENT || c == CLASS_PREFIX)
		return i;
	if (!b->texts)
		return behind_pictures(b, v, i) ? i : 0;
	if ((header(v, i) && label_again(v, i)) || (c == CLASS_URL && address_again(v, i)))
		return i;
	if (is(v, i, LINE_HEAD) || (c == CLASS_DIGEST && b->text != i))
		return place_find(b, v, b->text, i);
	if (c == CLASS_SOURCE && b->text + 1 == i && view_headline(v, i - 1) && v->line[i - 1].words >= 4
	    && prose(v, i + 1)) /* a site's list of whole stories */
		return i - 1;
	return paragraph || stamped_picture(b, v, i) ? seam_find(b, v, i) : 0;
}

size_t
bound_at(const struct bound *b, const struct view *v, size_t i, bool paragraph)
{
	/* no page begins at a line among the furniture of its own, as most are; apart, so that they need few registers */
	const uint64_t inner = IN(NONE) | IN(DATE) | IN(BYLINE) | IN(PHOTO) | IN(COMMENT) | IN(RELATED) | IN(SECTION) | IN(TAGS)
	    | IN(COUNTER) | IN(SHARE) | IN(NAV) | IN(SUBSCRIBE) | IN(LEGAL) | IN(TOOL) | IN(OTHER);

	bool head = is(v, i, LINE_HEAD), inside = class_in(class(v, i), inner);

	if (inside & !head & !paragraph & (b->texts > 0))
		return 0;
	return cut_at(b, v, i, paragraph);
}

/* Notes who speaks in paragraph i and the lines above it. Above the first one stand headlines: a tag is a line of its own there. */
static void
note_talk(struct bound *b, const struct view *v, size_t i)
{
	for (size_t k = b->texts ? b->text : i - (i > 0); k <= i; k++)
		if (class_in(class(v, k), IN(NONE) | IN(BYLINE)) && (b->texts || k == i || talk_tag_alone(text(v, k))))
			talk_note(&b->talk, text(v, k));
}

/* Below a deck, and above the second paragraph, which is of this page, its date stands. */
static bool
dates_deck(const struct bound *b, const struct view *v, size_t i)
{
	enum { DECK_WORDS = 40, NEAR_LINES = 16 };

	if (b->texts != 1 || b->words >= DECK_WORDS || i > b->text + NEAR_LINES)
		return false;
	while (i > b->text && class(v, i - 1) != CLASS_DATE)
		i--;
	return i > b->text;
}

/* The text of a picture above the headline, for its credit stands below it: is paragraph i that? */
static bool
credited_below(const struct view *v, size_t i)
{
	enum { CAPTION_WORDS = 45 };

	return class(v, i + 1) == CLASS_PHOTO && v->line[i].words <= CAPTION_WORDS && !is(v, i, LINE_DATELINE)
	    && !view_asks(v, i, ASK_TOLD, line_told);
}

/* Is line i one of a machine's summary? Its sentences are none of the text. */
static bool
in_summary(const struct bound *b, const struct view *v, size_t i)
{
	return b->summary && line_summary_end(v->line, v->n, b->summary - 1) > i;
}

/* Apart, so that other lines need few registers. */
static __attribute__((noinline)) void
add_paragraph(struct bound *b, const struct view *v, size_t i)
{
	note_talk(b, v, i);
	b->stamped |= dates_deck(b, v, i);
	b->texts++;
	b->words += v->line[i].n < 400 ? view_words(v, i) : v->line[i].n / 6; /* words of long lines are not counted */
	b->longest = v->line[i].n > b->longest ? v->line[i].n : b->longest;
	b->shortest = b->texts == 1 || v->line[i].n < b->shortest ? v->line[i].n : b->shortest;
	b->gaps += v->line[i].gap > 0;
	b->koreans += is(v, i, LINE_KOREAN);
	if (is(v, i, LINE_KOREAN))
		b->speech[line_speech(text(v, i))]++;
	if (b->texts > 1 && b->text + 1 == i && view_headline(v, i - 1))
		b->headings++;
	b->glues += stuck_sentence(v, i);
	b->before = b->text;
	b->text = i + 1;
}

void
bound_advance(struct bound *b, const struct view *v, size_t i, bool paragraph)
{
	unsigned char c = class(v, i);
	bool caption = !b->texts && (c == CLASS_CAPTION || (paragraph && credited_below(v, i)));

	b->stamped |= c == CLASS_DATE && !b->texts;
	b->captions += caption;
	if (c == CLASS_SUMMARY)
		b->summary = i + 1;
	if (paragraph && !caption && !view_signed_twice(v, i) && !in_summary(b, v, i))
		add_paragraph(b, v, i);
}

size_t
bound_find(struct bound *b, const struct view *v, size_t *inside)
{
	for (size_t i = b->at; i < v->n; i++) {
		bool paragraph;
		size_t cut;

		if (!v->final && i + BOUND_LOOK > v->n)
			break;
		paragraph = prose(v, i);
		cut = i > 0 ? bound_at(b, v, i, paragraph) : 0;
		if (cut) {
			*inside = stuck_in(v, cut, false);
			if (*inside)
				return cut + 1;
			*inside = stuck_in(v, cut - 1, true);
			return cut;
		}
		*inside = stuck_find(b, v, i, paragraph);
		if (*inside)
			return i + 1;
		bound_advance(b, v, i, paragraph);
		b->at = i + 1;
	}
	return v->final ? v->n : 0;
}
