/* Where the story ends: paragraphs among the furniture below it that are no part of it. Who wrote it, what the site offers, first
 * lines of other stories. */
#include "split_fate.h"
#include "split_opening.h"
#include "split_shape.h"
#include "split_talk.h"
#include "split_words.h"

enum { SURE = 30, ENOUGH = 6, ABOUT = 5, NEAR = 1 << 12 };
enum { STORY = -30 }; /* points of evidence */

/* How surely a line of the class stands below a story rather than inside of it. */
static const signed char of_class[CLASSES_BUILT_IN] = {
	[CLASS_LEGAL] = 5,
	[CLASS_COMMENT] = 5,
	[CLASS_TAGS] = 5,
	[CLASS_CONTACT] = 5,
	[CLASS_END] = 5,
	[CLASS_STAFF] = 5,
	[CLASS_CREDIT] = 3,
	[CLASS_BYLINE] = 2,
	[CLASS_SUBSCRIBE] = 2,
	[CLASS_SHARE] = 1,
	[CLASS_NAV] = 1,
	[CLASS_CONTINUE] = 1,
	[CLASS_SECTION] = 1,
	[CLASS_COUNTER] = 1,
	[CLASS_DATE] = 1,
	[CLASS_RELATED] = 1,
	[CLASS_TOOL] = 1,
	[CLASS_OTHER] = 1,
};

/* A line between paragraphs that tells nothing of where they stand. */
static bool
tells_nothing(const struct page *p, size_t i)
{
	return class_in(class(p, i), IN(CAPTION) | IN(PHOTO) | IN(AD) | IN(DOUBLED));
}

/* Points of the lines [from, to), which stand above a paragraph. */
static int
gap_points(const struct page *p, size_t from, size_t to)
{
	int most = 0, lines = -1;
	bool other = headline(p, to - 1), listed = false;

	for (size_t i = from; i < to; i++) {
		unsigned char c = class(p, i);

		if (tells_nothing(p, i))
			continue;
		most = c < CLASSES_BUILT_IN && of_class[c] > most ? of_class[c] : most;
		lines += lines < 3;
		listed |= c == CLASS_RELATED;
	}
	if (other && to >= from + 2 && line_ago(text(p, to - 2)))
		return SURE;
	return lines < 0 ? 0 : most + lines + other + (other && listed ? 2 : 0);
}

/* Share of the longer words of line i whose beginnings stand in the story up to line `to`, 0 to 100. */
static unsigned
familiar(const struct page *p, size_t i, size_t to)
{
	struct str s = text(p, i),
		   story = str_of(p->text + p->line[p->first].at, p->line[to - 1].at + p->line[to - 1].n - p->line[p->first].at);
	unsigned words = 0, known = 0;

	story = str_tail(story, NEAR);
	for (size_t k = 0, end; k < s.n; k = end + 1) {
		for (end = k; end < s.n && is_wordy(s.p[end]); end++)
			;
		if (end < k + 5)
			continue;
		words++;
		known += str_has_nocase(story, str_of(s.p + k, 5));
	}
	return words ? known * 100 / words : 0;
}

/* Belongs to a story, though perhaps to another one: tells what somebody said. */
static bool
told(const struct page *p, size_t i)
{
	return is(p, i, LINE_DATELINE) || page_asks(p, i, ASK_TOLD, line_told) || talk_tag(text(p, i));
}

/* Points of paragraph i against the story up to line `to`, of which `need` are needed. What takes long is only asked if that could
 * be enough. */
static int
text_points(const struct page *p, size_t i, size_t to, int need)
{
	struct str s = text(p, i);
	int points;
	unsigned known;

	if (told(p, i))
		return -20;
	if (about_author(p, i) || page_asks(p, i, ASK_NOTICE, rules_notice))
		return ABOUT;
	points = (words_any(s, WORDS(" you ", " your ", "You ", "Your ")) ? 3 : 0)
	    - (p->line[i].words > 30 || str_find(s, STR(". "), 20) < s.n ? 4 : 0) - (opening_lede(s) == -3 ? 2 : 0);
	if (points + 1 < need)
		return points;
	known = familiar(p, i, to);
	return points + (known >= 50 ? -3 : known >= 30 ? -1 : known < 15 ? 1 : 0);
}

/* Do the words of paragraph i tell a story, and stands it right below line `mark`? What the site says of itself has other words, first
 * lines of other stories have headlines above. */
static bool
told_right_below(const struct page *p, size_t i, size_t mark)
{
	struct str s = text(p, i), as;
	int points;

	if (i != mark + 1 || mark == 0 || !prose(p, mark - 1) || rules_outlet_in(p->rules, s, &as))
		return false;
	points = memo_evidence(p->memo, &p->line[i], p->rules, s);
	return is(p, i, LINE_KOREAN) ? points <= 0 && !line_polite(s) : points <= STORY;
}

bool
story_goes_on(const struct page *p, size_t i)
{
	unsigned texts = 0, same = 0, tell = 0, least = p->korean ? 20 : 30; /* Korean verbs differ by their endings */

	for (size_t k = i + 1; k < p->n && texts < 3; k++)
		if (prose(p, k)) {
			texts++;
			same += (class(p, i) == CLASS_CREDIT || familiar(p, k, i) >= least) && !about_author(p, k)
			    && !page_asks(p, k, ASK_NOTICE, rules_notice);
			tell += told(p, k) || told_right_below(p, k, i);
		}
	return same * 2 > texts && (texts > 1 || tell);
}

/* The paragraphs [from, to) with nothing between them, below a gap that is worth `gap`: no part of the story that ends at line `end`?
 * One about the site or its author tells what the others are. */
static bool
stray(const struct page *p, size_t end, size_t from, size_t to, int gap)
{
	int least = ABOUT, most = -20, need = ENOUGH - gap + (int)(to - from) - 1;

	if (to - from > 3 || need > ABOUT)
		return false;
	for (size_t i = from; i < to; i++) {
		int points = text_points(p, i, end, need);

		least = points < least ? points : least;
		most = points > most ? points : most;
	}
	if (least >= -4 && most >= ABOUT)
		least = most;
	return least >= need;
}

/* Does line i end the story: who wrote it, the wire's end mark? */
static bool
signs(const struct page *p, size_t i)
{
	return i < p->n && (class_in(class(p, i), IN(WIRE) | IN(AGENCY)) || (class(p, i) == CLASS_BYLINE && is(p, i, LINE_MAIL)));
}

/* Words of the paragraphs in [from, to). */
static size_t
count_words(const struct page *p, size_t from, size_t to)
{
	size_t words = 0;

	for (size_t i = from; i < to; i++)
		words += prose(p, i) ? p->line[i].words : 0;
	return words;
}

/* At the page's end, first words of other stories, two with their headlines or three without: `Who got the helicopters?`, `The army
 * received four ...` */
static void
drop_teasers(struct page *p)
{
	size_t i = p->n, rows = 0, bare = 0;

	while (i >= p->first + 2 && line_dotted(text(p, i - 1))) {
		bool headed = i >= p->first + 3 && is(p, i - 2, LINE_HEADLINE) && !line_dotted(text(p, i - 2));

		i -= headed ? 2 : 1;
		bare += !headed;
		rows++;
	}
	for (bool row = rows >= (bare ? 3 : 2); row && i < p->n; i++)
		drop(p, i, CLASS_RELATED);
}

/* `... in Taito Ward, reports the radio (harborgazette.example)`: the site that a paragraph links to. */
static bool
links_site(struct str s)
{
	size_t open = s.n > 40 && str_last(s) == ')' ? s.n - 40 : s.n;
	struct str site;

	open += str_find(str_from(s, open), STR("("), 0);
	site = str_of(s.p + open, s.n - open);
	return site.n > 6 && memchr(site.p, '.', site.n) && !memchr(site.p, ' ', site.n) && is_small(site.p[1])
	    && is_small(site.p[site.n - 2]);
}

/* Other sites' stories at the page's end, each with its site, two and more. */
static void
drop_site_links(struct page *p)
{
	size_t i = p->n, n = 0;

	while (i > p->first + 1 && links_site(text(p, i - 1))) {
		i--;
		n++;
	}
	for (; n >= 2 && i < p->n; i++)
		if (class(p, i) == CLASS_NONE)
			drop(p, i, CLASS_RELATED);
}

/* Does a list's item begin on line i: its mark alone, a headline, a sentence on it? */
static bool
marked_item(const struct page *p, size_t i)
{
	return i + 2 < p->n && line_mark_alone(text(p, i)) && headline(p, i + 1) && !is(p, i + 1, LINE_STOP)
	    && class(p, i + 2) == CLASS_NONE && !line_mark_alone(text(p, i + 2));
}

/* Other stories below their heading: `More from Naval Warfare`, `-`, a headline, a sentence, `-` ... */
static void
drop_marked(struct page *p)
{
	for (size_t i = p->first; page_has(p, IN(RELATED)) && i + 3 < p->n; i++) {
		if (class(p, i) != CLASS_RELATED)
			continue;
		for (; marked_item(p, i + 1); i += 3)
			for (size_t k = i + 1; k <= i + 3; k++)
				drop(p, k, CLASS_RELATED);
	}
}

/* What readers wrote, below its heading: `3 thoughts on “HEADLINE”`. */
static void
drop_replies(struct page *p)
{
	size_t i = p->first;

	while (i < p->n && !(class(p, i) == CLASS_COMMENT && shape_replies(text(p, i))))
		i++;
	for (; i < p->n; i++)
		if (class(p, i) == CLASS_NONE)
			drop(p, i, CLASS_COMMENT);
}

void
strays_drop(struct page *p)
{
	size_t to = p->last, words, gone = 0;

	drop_replies(p);
	drop_site_links(p);
	drop_marked(p);
	drop_teasers(p);
	while (to > p->first && !prose(p, to - 1))
		to--;
	words = p->korean ? 0 : count_words(p, p->first, p->last);
	while (words) {
		size_t from = to, end;
		int gap;

		while (from > p->first && prose(p, from - 1))
			from--;
		for (end = from; end > p->first && !prose(p, end - 1);)
			end--;
		if (end == p->first || from == to)
			return;
		gone += count_words(p, from, to);
		gap = gap_points(p, end, from);
		if (!gap || gone * 2 > words || signs(p, to) || !stray(p, end, from, to, gap + (to < p->n)))
			return;
		for (size_t i = from; i < to; i++)
			drop(p, i, about_author(p, i) ? CLASS_STAFF : CLASS_OTHER);
		to = end;
	}
}
