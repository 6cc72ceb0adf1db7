/* Boxes. A page that parts its paragraphs by blank lines sets what is no paragraph line upon line: a heading and bullets that sum the
 * story up, a button below an offer, links to other stories. What some lines of a box are, all are. */
#include "split_fate.h"

/* Lines of these classes stand beside the text, and tell nothing of it. */
static const uint64_t beside = IN(CAPTION) | IN(PHOTO) | IN(BYLINE) | IN(DATE) | IN(DOUBLED) | IN(TITLE) | IN(WIRE) | IN(AGENCY)
    | IN(CRUMB) | IN(SECTION) | IN(AD) | IN(SOURCE);

/* Of these classes is what asks the reader for something. */
static const uint64_t offers = IN(SUBSCRIBE) | IN(COMMENT) | IN(CONTINUE) | IN(NOTICE) | IN(OTHER);

/* Does line i stand alone, between blank lines? */
static bool
alone(const struct page *p, size_t i)
{
	return (p->line[i].gap > 0) & (i + 1 == p->n || p->line[i + 1].gap);
}

/* Does the page part its paragraphs by blank lines? */
static bool
parted(const struct page *p)
{
	size_t texts = 0, apart = 0;

	for (size_t i = p->first; i < p->last; i++) {
		bool paragraph = (p->fate[i] == FATE_BODY) & is(p, i, LINE_PROSE);

		texts += paragraph;
		apart += paragraph & alone(p, i);
	}
	return apart >= 3 && apart * 2 > texts;
}

static bool
furniture(const struct page *p, size_t i)
{
	return !class_in(class(p, i), beside) & (p->fate[i] == FATE_DROP);
}

/* Text that could as well be a line of a box. */
static bool
open_text(const struct page *p, size_t i)
{
	return p->fate[i] == FATE_BODY && p->line[i].words <= 80 && !is(p, i, LINE_DATELINE) && !line_speaker_tag(text(p, i));
}

/* Furniture opens the box, perhaps below a heading, and closes it, if that is no button; it is half of it at least. */
static bool
framed(const struct page *p, size_t from, size_t to)
{
	bool opens = furniture(p, from), closes = furniture(p, to - 1);
	size_t known = 0;

	for (size_t i = from; i < to; i++)
		known += furniture(p, i);
	opens |= closes && class_in(class(p, to - 1), offers) && p->line[from].words <= 10 && !is(p, from, LINE_STOP | LINE_DATELINE);
	closes |= p->line[to - 1].words <= 3 && !is(p, to - 1, LINE_STOP);
	return opens && closes && known * 2 >= to - from;
}

/* Nothing but headlines between two paragraphs, perhaps below a label. What the story lists itself is announced by a line that does not
 * end in a full stop. */
static bool
links(const struct page *p, size_t from, size_t to)
{
	if (from <= p->first || to >= p->last || !is(p, from - 1, LINE_STOP) || p->korean)
		return false;
	for (size_t i = from; i < to; i++) {
		struct str s = text(p, i);

		if (furniture(p, i))
			continue;
		if (!open_text(p, i) || is(p, i, LINE_PROSE) || (i > from && p->line[i].words < 4) || !is_capital(*s.p)
		    || str_ends_in(s, ".:;,\""))
			return false;
	}
	return true;
}

void
boxes_drop(struct page *p)
{
	if (!parted(p))
		return;
	for (size_t from = 0, to; from < p->n; from = to) {
		bool head; /* of the page, with its decks */

		for (to = from + 1; to < p->n && (p->line[to].gap == 0) & (p->line[to - 1].class != CLASS_AD); to++)
			; /* below "Advertisement" the text goes on */
		head = from <= p->title && p->title < to;
		if (to - from < 2 || head || !(framed(p, from, to) || links(p, from, to)))
			continue;
		for (size_t i = from; i < to; i++)
			if (open_text(p, i))
				drop(p, i, CLASS_OTHER);
	}
}
