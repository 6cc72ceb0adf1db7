/* Lines that name who wrote the page, told by what stands beside them. */
#include "split_fate.h"
#include "split_opening.h"
#include "ksplit_lists.h"
#include "split_words.h"

static bool
has_names_only(const struct rules *r, struct str s)
{
	(void)r;
	return names_only(s);
}

bool
page_names_only(const struct page *p, size_t i)
{
	return page_asks(p, i, ASK_NAMES_ONLY, has_names_only);
}

/* Is the next line that is not furniture a date, within three lines? */
static bool
dated_below(const struct page *p, size_t i)
{
	size_t k = i + 1;

	while (k < p->n && k < i + 3 && !class_in(class(p, k), IN(NONE) | IN(DATE)))
		k++;
	return class(p, k) == CLASS_DATE;
}

/* `채우진`, three syllables above the text beside the date. */
static bool
names_reporter(const struct page *p, size_t i)
{
	struct str whole = without_bullet(text(p, i)), s = korean_without_account(whole);

	if (s.n != 9 || line_hangul(s) != 3)
		return false;
	if (korean_name(s) && s.n < whole.n)
		return true;
	return korean_name(s) && ((i > 0 && class(p, i - 1) == CLASS_DATE) || class(p, i + 1) == CLASS_DATE);
}

/* Is the next line nothing but a mail address? */
static bool
mail_below(const struct page *p, size_t i)
{
	return is(p, i + 1, LINE_MAIL) && line_mail(text(p, i + 1)).n == p->line[i + 1].n;
}

/* Whom the text does not name, right below it, as MBC signs; a tag tells of whom the text tells. */
static bool
signs_text(const struct page *p, size_t i)
{
	struct str name = text(p, i);

	if (!p->korean || i != p->last || !korean_name(name))
		return false;
	for (size_t k = p->title < p->n ? p->title : p->first; k < p->last; k++)
		if (str_has(text(p, k), name))
			return false;
	return true;
}

/* Below the text: a name between `Author` or the date and other furniture, or above its mail address. */
static void
find_low_names(struct page *p)
{
	for (size_t i = p->last; i > 0 && i < p->n; i++) {
		bool label = class(p, i - 1) == CLASS_STAFF && p->line[i - 1].words <= 3;

		if (class(p, i) == CLASS_NONE && !is(p, i, LINE_STOP) && (label || dated_below(p, i) || mail_below(p, i))
		    && page_names_only(p, i))
			classify(p, i, CLASS_BYLINE);
		else if (class(p, i) == CLASS_NONE && signs_text(p, i))
			classify(p, i, CLASS_BYLINE);
	}
}

/* Above the date, below a deck that is a sentence: the name with the writer's picture, and again. */
static void
find_names_below_deck(struct page *p)
{
	for (size_t i = p->first + 1; i + 1 < p->last && !prose(p, i); i++)
		if (class(p, i) == CLASS_NONE && page_names_only(p, i)
		    && (class(p, i + 1) == CLASS_DATE || (same(p, i, i + 1) && dated_below(p, i + 1))))
			classify(p, i, CLASS_BYLINE);
}

/* `Jane Dover and John Roe, USA TODAY` */
static bool
names_employer(const struct page *p, size_t i)
{
	struct str s = text(p, i), names = names_lead(p->rules, s), behind = str_from(s, (size_t)(names.p + names.n - s.p));
	size_t sign = names.n ? words_start(behind, WORDS(", ", " for ", " | ")) : 0;

	return sign && rules_outlet(p->rules, str_from(behind, sign), NULL);
}

/* Is line i right above the text, below the headline and its decks, and names nobody whom the story tells of? */
static bool
below_decks(const struct page *p, size_t i)
{
	enum { NAME_WORDS = 4, PARAGRAPHS = 8 };
	struct str name = text(p, i);

	if (i + 1 != p->first || p->title >= i || p->line[i].words > NAME_WORDS || !page_names_only(p, i))
		return false;
	for (size_t k = p->title_end; k < i; k++)
		if (class(p, k) != CLASS_NONE || p->line[k].words <= NAME_WORDS)
			return false;
	for (size_t k = p->first; k < p->last && k < p->first + PARAGRAPHS; k++)
		if (str_has(text(p, k), name))
			return false;
	return true;
}

/* Is line i next to the date, or parted from it by a line of furniture? */
static bool
beside_date(const struct page *p, size_t i)
{
	if (dated_below(p, i) || (i > 0 && class(p, i - 1) == CLASS_DATE))
		return true;
	return i > 2 && class(p, i - 2) != CLASS_NONE && class(p, i - 1) != CLASS_NONE
	    && (class(p, i - 3) == CLASS_DATE || class(p, i - 2) == CLASS_DATE);
}

/* Does the line above say that a name follows: `By`, the headline, a byline and its paper? */
static bool
below_opener(const struct page *p, size_t i)
{
	bool brief = p->line[i].words <= 4;

	if (i == 0)
		return false;
	if (p->line[i - 1].n <= 3 && str_starts_nocase(text(p, i - 1), STR("by")))
		return true;
	if (i == p->title_end || class(p, i - 1) == CLASS_TITLE)
		return brief || names_employer(p, i);
	return brief && i > 1 && class(p, i - 2) == CLASS_BYLINE && class_in(class(p, i - 1), IN(SOURCE) | IN(STAFF));
}

/* Does the line below: a hidden address, the label of a lost date? */
static bool
above_closer(const struct page *p, size_t i)
{
	if (i + 1 >= p->n)
		return false;
	if (p->line[i + 1].n <= 20 && str_ends(text(p, i + 1), STR("[email protected]")))
		return true;
	return class(p, i + 1) == CLASS_TOOL && p->line[i + 1].n <= 10
	    && words_start(text(p, i + 1), WORDS("Updated", "Published", "Posted"));
}

/* Does line i stand where writers are named, and is it no picture's alternative text, and no company above its release? */
static bool
for_writers(const struct page *p, size_t i)
{
	if (!beside_date(p, i) && !below_opener(p, i) && !above_closer(p, i) && !below_decks(p, i))
		return false;
	return !(class(p, i + 1) == CLASS_CAPTION && str_has(text(p, i + 1), text(p, i)));
}

/* `Colin Zwirko in Seoul`, `Jane Dover, Reuters` */
static bool
writers_line(const struct rules *r, struct str s)
{
	if (line_greets(s)) /* Mr. Chairman, */
		return false;
	return names_only(byline_without_places(r, s)) || names_lead(r, s).n;
}

/* A line of nothing but names next to the date or under the headline: `Colin Zwirko`. */
void
writers_find(struct page *p)
{
	find_low_names(p);
	find_names_below_deck(p);
	for (size_t i = 0; i < p->first && i < p->n; i++) {
		if (i == p->title || class(p, i) != CLASS_NONE)
			continue;
		if ((p->korean && names_reporter(p, i))
		    || (!is(p, i, LINE_STOP) && for_writers(p, i) && writers_line(p->rules, without_bullet(text(p, i)))))
			classify(p, i, CLASS_BYLINE);
	}
}

/* `Kim Yo Jong, Vice Department Director of WPK Central Committee, Makes Press Statement`: a headline. */
static bool
tells_deed(struct str s)
{
	size_t post = str_find(s, STR(", "), 0), deed = str_find(s, STR(", "), post + 1);

	return deed < s.n && opening_headline(s) >= 3 && opening_acts(str_from(s, deed + 2));
}

/* `Kathryn Lee, Research Analyst, Asia Program, Institute`, `Jane Dover (President, Harbor Institute)` */
static bool
is_scholar(const struct rules *r, struct str s)
{
	size_t comma = words_find(s, WORDS(", ", " ("));

	(void)r;
	return comma < s.n && names_only(str_of(s.p, comma)) && words_any(str_head(str_from(s, comma), 40), WORDS(SCHOLAR_POSTS))
	    && !tells_deed(s);
}

/* The author of a think tank's page, above the text. */
void
scholars_find(struct page *p)
{
	for (size_t i = 0; i < p->first && i < p->n; i++)
		if (line_plain(&p->line[i], LINE_STOP, 0) && p->line[i].n <= 140 && page_asks(p, i, ASK_SCHOLAR, is_scholar))
			classify(p, i, CLASS_BYLINE);
}

/* `About the Author`, the name, and a sentence on who it is, above the headline or the text. */
void
profiles_find(struct page *p)
{
	for (size_t i = 0; page_has(p, IN(STAFF)) && i + 2 < p->n && i < 12; i++)
		if (class(p, i) == CLASS_STAFF && str_starts_nocase(text(p, i), STR("about the author")) && page_names_only(p, i + 1)
		    && str_starts(text(p, i + 2), text(p, i + 1))) {
			classify(p, i + 1, CLASS_BYLINE);
			classify(p, i + 2, CLASS_STAFF);
		}
}

/* The unit below a byline of the forces: `Story by Pfc. Ivy Tan`, `U.S. Army Garrison Humphreys`. */
void
units_find(struct page *p)
{
	const struct words units = WORDS(UNIT_WORDS);

	for (size_t i = 1; page_has(p, IN(BYLINE) | IN(STAFF)) && i < p->n && i < 40; i++) {
		bool made = class_in(class(p, i - 1), IN(BYLINE) | IN(STAFF))
		    && words_start(without_bullet(text(p, i - 1)), WORDS("Story by", "Courtesy Story", "Photo by", "By "));

		if (made && p->line[i].class == CLASS_NONE && !is(p, i, LINE_STOP) && p->line[i].words <= 9
		    && words_any(text(p, i), units))
			classify(p, i, CLASS_STAFF);
	}
}
