/* Headlines of other stories that stand alone among the paragraphs: links, whose heading or box was lost. A cross-heading is shorter, and
 * speaks of what the paragraphs speak of. */
#include "split_fate.h"
#include "split_opening.h"
#include "split_terms.h"
#include "split_words.h"

/* Points, as in split_weigh.c, counted on headlines of pages that were set among the paragraphs of other pages, and on their own. */
static const signed char of_shape[] = { 0, 12, 15, 25, 30 }; /* as opening_headline() counts */
enum { STRANGE = 20, STRANGE_KOREAN = 29, KNOWN = -30 };     /* shares no word with the story, and more than one of four */
enum { HEADLINE_WORDS = 20, SYLLABLES = 13 };                /* of a headline, at most; and at least, in Korean */
enum { TOLD_LEAST = 3 };                                     /* paragraphs, that tell what the story speaks of */

/* Brings the words of the story into the set, once a page, and few pages ask; returns the number of its paragraphs. */
static unsigned
read_story(struct page *p)
{
	if (p->told)
		return p->told;
	terms_clear(p->terms);
	for (size_t i = p->first; i < p->n; i++)
		if (p->fate[i] == FATE_BODY && is(p, i, LINE_PROSE)) {
			terms_add(p->terms, text(p, i));
			p->told++;
		}
	return p->told;
}

/* What it tells that the story up to here has the words of s or has them not. */
static int
kinship(struct page *p, struct str s)
{
	unsigned known, words = terms_count(p->terms, p->rules, s, &known);

	if (words < 2)
		return 0;
	return known == 0 ? (p->korean ? STRANGE_KOREAN : STRANGE) : known * 4 > words ? KNOWN : 0;
}

static bool
complete_above(const struct page *p, size_t i)
{
	return class(p, i - 1) != CLASS_NONE || is(p, i - 1, LINE_STOP) || headline(p, i - 1);
}

/* Does the text below go on with the sentence of line i, or does nothing come, so that the page may have been cut there? */
static bool
broken_below(const struct page *p, size_t i)
{
	return i + 1 == p->n || is_small(*text(p, i + 1).p);
}

/* Could line i be a headline, by its shape and by the lines beside it? */
static bool
stands_alone(const struct page *p, size_t i)
{
	struct str s = text(p, i);

	if (i <= p->first || p->fate[i] != FATE_BODY || !headline(p, i) || is(p, i, LINE_STOP | LINE_PROSE | LINE_UPPER | LINE_DATELINE)
	    || p->line[i].words > HEADLINE_WORDS)
		return false;
	if (is(p, i, LINE_KOREAN) && line_hangul(s) < SYLLABLES) /* "밤마다 잠에서 깹니다" */
		return false;
	if (is_digit(*s.p) || strchr("-[<(*", *s.p) || line_item(s) || line_speaker_tag(s) || opening_stump(s))
		return false;
	return complete_above(p, i) && !broken_below(p, i);
}

int
link_points(struct page *p, size_t i)
{
	int shape = stands_alone(p, i) ? opening_headline(text(p, i)) : 0;

	return shape && read_story(p) >= TOLD_LEAST ? of_shape[shape] + kinship(p, text(p, i)) : 0;
}
