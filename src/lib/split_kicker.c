#include "split_fate.h"
#include "split_head.h"
#include "ksplit_lists.h"
#include "list.h"
#include "split_rights.h"
#include "split_source.h"
#include "split_words.h"

/* A label over the headline, no headline itself: `THE ARMY'S OLD GUARD` above `Army to retire last of its tanks by year's end`. */
bool
kicker_is(struct head *h, size_t i)
{
	const struct page *p = h->page;
	size_t k = i + 1;
	bool louder;

	if (k >= p->first || p->line[i].words > 5 || p->line[k].gap > 1 || !head_candidate(p, k) || p->line[k].words < 5
	    || p->line[k].words <= p->line[i].words + 1 || line_hangul(text(p, i))
	    || (i > 0 && head_candidate(p, i - 1) && p->line[i - 1].words > 5) || head_repeated(h, i) > 1)
		return false;
	louder = is(p, i, LINE_UPPER) && !is(p, k, LINE_UPPER);
	return head_stamped(p, k)
	    && (louder || (p->line[i].words <= 4 && head_overlap(h, text(p, i)) == 0 && head_overlap(h, text(p, k)) >= 50));
}

#define SLOGAN 128 /* bytes */

/* Words that sites praise themselves with. */
static bool
praises_itself(struct str s)
{
	char low[SLOGAN];

	str_lower(low, s);
	return words_any(str_of(low, s.n), WORDS(SLOGAN_WORDS));
}

/* What a site says of itself below its name: `Independent news from Russia`, `Your daily source of military news`. */
bool
slogan_is(struct head *h, size_t i)
{
	const struct page *p = h->page;
	struct str s = text(p, i);
	size_t k = i + 1;

	if (i > 8 || s.n >= SLOGAN || p->line[i].words > 12)
		return false;
	while (k < p->first && k < i + 4 && !head_candidate(p, k))
		k++;
	if (k >= p->first || !head_candidate(p, k))
		return false;
	if (!praises_itself(s) || head_repeated(h, i) > 1 || head_told(h, k) < 45)
		return false;
	if (i > 0 && class(p, i - 1) == CLASS_SOURCE)
		return head_overlap(h, s) <= head_overlap(h, text(p, k));
	return (i == 0 || class(p, i - 1) != CLASS_NONE) && head_overlap(h, s) < 34
	    && head_overlap(h, s) + 30 < head_overlap(h, text(p, k));
}

/* Does the page claim its rights under that name: `© Harbor Notes 2025` below, `Harbor Notes` above? */
static bool
holds_rights(const struct page *p, struct str s)
{
	for (size_t i = p->first; page_has(p, IN(LEGAL)) && i < p->n; i++)
		if (class(p, i) == CLASS_LEGAL && p->line[i].n > s.n && p->line[i].n <= 240 && str_has(text(p, i), s)
		    && claims_rights(p->rules, text(p, i)))
			return true;
	return false;
}

/* Another line of the head that could be the headline, and is longer. */
static bool
has_longer(const struct page *p, size_t i)
{
	for (size_t k = 0; k < p->first && k < HEAD_LINES; k++)
		if (k != i && p->line[k].n > p->line[i].n && head_candidate(p, k)
		    && (p->line[k].words >= 4 || line_hangul(text(p, k)) >= 8))
			return true;
	return false;
}

/* The paper's name alone, or with a section behind it, `서울동네뉴스 사회`, `인천섬타임즈 | 포토`. */
bool
plate_is(struct head *h, size_t i)
{
	const struct page *p = h->page;
	struct str s = text(p, i), name;

	if (p->line[i].words > 8 || line_stops(s))
		return false;
	name = plate_name(p->rules, s);
	if ((head_repeated(h, i) > 1 && (!name.n || name.n < s.n)) || !has_longer(p, i))
		return false;
	if (name.n)
		return true;
	return p->line[i].words <= 5 && s.n >= 4 && holds_rights(p, s);
}

/* Does a line of [from, i) tell the story, and more of it than line i? */
static bool
told_above(const struct page *p, size_t from, size_t i, struct head *h)
{
	unsigned own = head_told(h, i);

	if (head_told(h, from)
	    >= (p->line[from].words >= 4 || line_hangul(text(p, from)) ? 15 : 40)) /* a word in common is not much */
		return true;
	for (size_t k = from + 1; k < i; k++) {
		unsigned share = head_told(h, k);

		if (share >= (p->line[k].words >= 5 ? 40 : 101) || (share >= 15 && share >= own))
			return true;
	}
	return false;
}

/* A deck stands under its headline, and what stands below date or byline is none. More than three in a row are a list, whose
 * last item may be the headline. */
int
deck_points(struct head *h, size_t i)
{
	const struct page *p = h->page;
	size_t from = i, to = i + 1;

	if (i == 0)
		return 0;
	for (size_t k = i, stamps = 0; k-- > 0 && k + HEAD_LINES > i;) { /* a headline above the date: this is a deck */
		stamps += class_in(class(p, k), IN(DATE) | IN(BYLINE));
		if (head_candidate(p, k) && (stamps || head_over_tools(p, k))
		    && (p->line[k].words >= 5 || line_hangul(text(p, k)) >= 8 || p->line[k].words + 4 >= p->line[i].words))
			return head_repeated(h, i) > 1 ? 0 : 70;
	}
	if (class_in(class(p, i - 1), IN(DATE) | IN(BYLINE)))
		return head_stamped(p, i) ? 0 : 30;
	if (i > 1 && !head_candidate(p, i - 1) && head_candidate(p, i - 2)
	    && !class_in(class(p, i - 1), IN(NONE) | IN(SECTION) | IN(CRUMB) | IN(NAV)))
		from--; /* a notice between headline and deck */
	while (from > 0 && i - from < 12 && head_candidate(p, from - 1) && !kicker_is(h, from - 1))
		from--;
	while (to < p->first && to - i < 12 && head_candidate(p, to))
		to++;
	if (from == i || to - from > 3 || head_repeated(h, i) > 1)
		return 0;
	if ((p->line[from].flags ^ p->line[i].flags) & LINE_KOREAN) /* the same in the other language */
		return 150;
	if (to - from == 2 && from > 0 && p->line[from].words >= 5 && class_in(class(p, from - 1), IN(SECTION) | IN(CRUMB)))
		return 60; /* the first of two, right below the section, is the headline */
	return head_repeated(h, from) > 1 || told_above(p, from, i, h) ? 90 : 20;
}
