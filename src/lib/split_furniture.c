/* Furniture that is told by where it stands: menus, lists, blocks, notices. */
#include "ksplit_lists.h"
#include "list.h"
#include "split_fate.h"
#include "split_words.h"
#include "utf8.h"

/* What a transcript says of sound and picture: `(BEGIN VIDEO CLIP)`, `[08:00:00] (COMMERCIAL BREAK)` */
static bool
stage_direction(struct str s)
{
	if ((*s.p != '(' && *s.p != '[') || str_last(s) != ')')
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (is_small(s.p[i]) || (s.p[i] & 0x80))
			return false;
	return line_words(s) >= 2;
}

/* `[Anchor]`, `<Report>`, `Anchor:` */
bool
line_speaker_tag(struct str s)
{
	if (s.n > 3 && stage_direction(s))
		return true;
	if (str_starts(s, STR("◀")) && str_ends(s, STR("▶")))
		return true;
	if (words_end(s, WORDS(" 앵커>", " 기자>")) || words_start(s, WORDS(SPEAKER_LABELS)))
		return true;
	return s.n > 3 && ((*s.p == '[' && str_last(s) == ']') || (*s.p == '<' && str_last(s) == '>') || str_last(s) == ':');
}

/* Headlines end in no full stop; questions and cries they are. */
static bool
list_item(const struct page *p, size_t i)
{
	struct str s = text(p, i);
	bool cry = words_end(s, WORDS("?", "!", "?'", "?’")) > 0;

	if (line_dotted(s) && p->line[i].words < 35 && is(p, i - 1, LINE_HEADLINE)) /* Delhi, May 2: The ministry told the ... */
		return true;
	if (is(p, i, LINE_DATELINE) || line_speaker_tag(s))
		return false;
	if (class(p, i) != CLASS_NONE)
		return true;
	return s.n < 160 && (!is(p, i, LINE_STOP) || cry || p->korean);
}

bool
opens_broken(const struct page *p, size_t i)
{
	enum { LINES = 6, LINE = 100, LAST = 72 }; /* bytes; what opens another story is longer */

	if (!p->korean || !word_ends_in(text(p, i), "가 이 은 는 을 를 의 에 로 와 과 도 고 며 서 해 한 인 던 된 게 ,"))
		return false;
	for (size_t k = i; k < p->n && k < i + LINES && class(p, k) == CLASS_NONE && p->line[k].n <= LINE; k++)
		if (is(p, k, LINE_STOP))
			return k > i && p->line[k].n <= LAST && str_ends(text(p, k), STR("니다."));
	return false;
}

/* A sentence in Korean below the headlines of the list that line `heading` opens, or below that alone: the story goes on. Summaries of
 * other stories come with a headline each. */
static bool
ends_list(const struct page *p, size_t heading, size_t i)
{
	if (opens_broken(p, i))
		return true;
	if (!prose(p, i) || !str_ends(text(p, i), STR("다.")) || (i + 1 < p->n && headline(p, i + 1)))
		return false;
	for (size_t k = heading + 1; k < i; k++)
		if (is(p, k, LINE_PROSE))
			return false;
	return true;
}

/* Where the sentences with bullets end that a heading like `Key Takeaways` opens; there the story must begin, or they are it. */
static size_t
points_end(const struct page *p, size_t heading)
{
	size_t end = heading + 1;

	if (class(p, heading) != CLASS_SUMMARY)
		return end;
	while (end < p->n && p->line[end].n < 500 && without_bullet(text(p, end)).n < p->line[end].n)
		end++;
	return end < p->n && prose(p, end) ? end : heading + 1;
}

/* The short lines under a list's heading belong to it; running text ends it. */
static void
drop_lists(struct page *p)
{
	for (size_t i = p->title < p->n ? p->title + 1 : p->first; page_flagged(p, LINE_LIST) && i < p->n; i++) {
		size_t points;

		if (!is(p, i, LINE_LIST) || class(p, i) == CLASS_NONE)
			continue;
		points = points_end(p, i);
		for (size_t k = i + 1; k < p->n && (k < points || (list_item(p, k) && !ends_list(p, i, k))); k++) {
			if (class_in(class(p, k), IN(CAPTION) | IN(BYLINE) | IN(DATE) | IN(TITLE)))
				break;
			if (class(p, k) == CLASS_NONE)
				drop(p, k, class(p, i));
			if (is(p, k, LINE_LIST) && class(p, k) == CLASS_SUMMARY) /* Synopsis, Key Takeaways */
				points = points_end(p, k);
			i = k;
		}
	}
}

/* As short as the words of menus; a deck in Korean is longer, and who speaks is text. */
static bool
menu_word(const struct page *p, size_t i)
{
	struct str s = text(p, i);

	if ((s.n >= 60) | is(p, i, LINE_STOP) | (p->line[i].words > 6) || (p->line[i].words > 4 && !str_starts(s, STR("• ")))
	    || words_start(s, WORDS("◀", "[앵커", "[기자", "[리포트", "<앵커", "<기자")))
		return false;
	return !(is(p, i, LINE_KOREAN) && p->line[i].words >= 3 && line_hangul(s) >= 9);
}

/* A run of short lines that end no sentence, none of them a headline: a menu. */
static void
drop_menus(struct page *p, size_t from, size_t to)
{
	for (size_t i = from; i < to;) {
		size_t end = i;

		while (end < to && menu_word(p, end))
			end++;
		for (size_t k = i; end - i >= 5 && k < end; k++)
			if (k != p->title && class(p, k) == CLASS_NONE)
				drop(p, k, CLASS_NAV);
		i = end + 1;
	}
}

void
summaries_find(struct page *p)
{
	for (size_t i = 0; page_has(p, IN(SUMMARY)) && i < p->n; i++)
		for (size_t k = i + 1, end = line_summary_end(p->line, p->n, i); k < end; k++)
			classify(p, k, CLASS_SUMMARY);
}

/* Does a byline of the page name the words that open s, or a line that is a name and nothing else? That may be the menu's `New Zealand`,
 * which has done something: a site is something. */
static bool
names_author(const struct page *p, struct str s)
{
	size_t end = 0, words = 0, first = str_find(s, STR(" "), 0);
	bool alone = words_start(str_from(s, first), WORDS(" is a", " is the ", " covers ", " writes ")), acts;

	while (end < s.n && words < (alone ? 1 : 2)) /* Xavier is the founder of ... */
		words += s.p[end++] == ' ';
	acts = words_start(str_from(s, end), WORDS("has ", "have ", "had ", "will ", "said "));
	s.n = end ? end - 1 : 0;
	if (rules_place(p->rules, s)) /* New Delhi | Updated: ... */
		return false;
	for (size_t i = 0; i < p->n; i++)
		if (s.n > 4
		    && (class_in(class(p, i), IN(BYLINE) | IN(DATE))
			|| (without_bullet(text(p, i)).n == s.n && !(acts && i < p->title)))
		    && str_has_nocase(text(p, i), s)) /* BY HAN SEO-YUN, too */
			return true;
	return false;
}

bool
about_author(const struct page *p, size_t i)
{
	struct str s = text(p, i), name;

	if (p->line[i].words > 80)
		return false;
	name = bio_name(s);
	if (!name.n || !bio_shape(s))
		return false;
	for (size_t k = p->first; k < i; k++)
		if (prose(p, k) && str_has(text(p, k), line_last_word(name)))
			return false;
	return true;
}

/* Words of a notice, `the information`, `we`, and none of a report: `The ministry confirmed the information about the visit.` */
static bool
site_speaks(const struct page *p, size_t i)
{
	return page_asks(p, i, ASK_NOTICE, rules_notice) && !page_asks(p, i, ASK_TOLD, line_told);
}

/* Notices behind the article: who its author is, one paragraph below the closing lines. */
void
notices_drop(struct page *p)
{
	size_t texts = 0, tail = p->n;

	for (size_t i = p->first; i < p->n; i++) {
		bool paragraph = prose(p, i);

		texts += paragraph & (tail == p->n);
		if (paragraph & (tail < p->n))
			drop(p, i, CLASS_STAFF);
		else if (is(p, i, LINE_TAIL) && !paragraph && texts >= 3
		    && !story_goes_on(p, i)) /* `Comments`, `Source: AP` stand between paragraphs, too */
			tail = i;
	}
	for (size_t i = p->n, most = 8; texts >= 2 && most > 0 && i-- > p->first;) { /* `X is a reporter for Y.` */
		if (!prose(p, i))
			continue;
		if (!(p->line[i].words < 60 && names_author(p, text(p, i)))
		    && !(texts >= 3 && site_speaks(p, i)) && !about_author(p, i))
			break;
		drop(p, i, CLASS_STAFF);
		texts--;
		most--;
	}
}

/* Is most of it in kana or Chinese characters? */
static bool
is_far(struct str s)
{
	size_t n = 0;

	if (utf8_ascii(str_head(s, s.n / 2)) == s.n / 2) /* as of most lines */
		return false;
	if (utf8_count(s) * 3 >= s.n * 2) /* no sixth of the bytes opens a character of three */
		return false;
	for (size_t i = 0; i + 2 < s.n; i++)
		if (s.p[i] >= '\xE3' && s.p[i] <= '\xE9' && (s.p[i] != '\xE3' || (s.p[i + 1] >= '\x81' && s.p[i + 1] <= '\x83')))
			n += 3;
	return n * 2 > s.n && !line_hangul(s); /* no 1950年代 창설된 部隊 */
}

/* Does a byte that opens kana or a Chinese character stand in the body? In few pages it does: all of it is looked at in one go. */
static bool
holds_far(const struct page *p)
{
	struct str body = str_of(p->text, 0);
	unsigned char far = 0;

	if (p->first < p->last)
		body = str_of(text(p, p->first).p, p->line[p->last - 1].at + p->line[p->last - 1].n - p->line[p->first].at);
	for (size_t i = 0; i < body.n; i++)
		far |= (unsigned char)((unsigned char)body.p[i] - 0xE3) <= 0xE9 - 0xE3;
	return far;
}

/* On a page in English a paragraph in Japanese or Chinese belongs to the site, or says again what the text did. */
static void
drop_far(struct page *p)
{
	size_t texts = 0, lines = 0; /* paragraphs that are none, lines that are */

	if (!holds_far(p))
		return;
	for (size_t i = p->first; i < p->last; i++) {
		bool far = class(p, i) == CLASS_NONE && is_far(text(p, i));

		texts += prose(p, i) && !far;
		lines += far;
	}
	for (size_t i = p->first; lines && texts >= 2 && i < p->last; i++)
		if (class(p, i) == CLASS_NONE && i != p->title && is_far(text(p, i)))
			drop(p, i, CLASS_TRANSLATION);
}

/* On a page in English the Korean lines above and below the text belong to the site. */
static void
drop_foreign(struct page *p)
{
	unsigned texts = 0;

	if (p->korean)
		return;
	drop_far(p);
	if (!page_flagged(p, LINE_KOREAN))
		return;
	for (size_t i = p->first; i < p->last; i++)
		texts += prose(p, i) && is(p, i, LINE_KOREAN);
	for (size_t i = 0; i < p->n; i++)
		if (texts >= 2 && i > p->title && i < p->first && line_hangul(text(p, i)) >= 8)
			p->line[i].flags &= (unsigned short)~LINE_HEADLINE; /* a deck of a page in both languages */
		else if (is(p, i, LINE_KOREAN) && (i < p->first || i >= p->last) && class(p, i) == CLASS_NONE && i != p->title)
			drop(p, i, CLASS_NAV);
}

static bool
furniture(const struct page *p, size_t i)
{
	unsigned char c = class(p, i);

	return !class_in(c, IN(NONE) | IN(CAPTION) | IN(DATE) | IN(DOUBLED) | IN(CRUMB));
}

/* A block of furniture inside the body: what stands between two of its lines, or beside one and speaks to the reader. */
static void
drop_blocks(struct page *p)
{
	for (size_t i = p->first + 1; i + 1 < p->last; i++) {
		struct str s = text(p, i);
		bool before = furniture(p, i - 1), after = furniture(p, i + 1);

		if (!(before || after) || class(p, i) != CLASS_NONE || is(p, i, LINE_DATELINE))
			continue;
		if (((before && after && s.n < 120 && !is(p, i, LINE_STOP)) || line_to_reader(s))
		    && !line_speaker_tag(s))
			drop(p, i, CLASS_OTHER);
	}
}

/* An offer between two of its lines: what the reader gets is listed. `Start your trial`, `• Everything on the site`, `Subscribe now` */
static void
drop_offers(struct page *p)
{
	size_t opens = p->n;
	bool list = false;

	for (size_t i = 0; page_has(p, IN(SUBSCRIBE)) && i < p->n; i++) {
		struct str s = text(p, i);

		if (class(p, i) == CLASS_SUBSCRIBE) {
			for (size_t k = opens + 1; list && k < i; k++)
				if (class(p, k) == CLASS_NONE)
					drop(p, k, CLASS_SUBSCRIBE);
			opens = i;
			list = false;
		} else if (opens < p->n) {
			list |= str_starts(s, STR("• "));
			if (i > opens + 12 || p->line[i].words > 14 || is(p, i, LINE_DATELINE)
			    || !class_in(class(p, i), IN(NONE) | IN(OTHER) | IN(NAV)))
				opens = p->n;
		}
	}
}

void
furniture_drop(struct page *p)
{
	drop_foreign(p);
	drop_menus(p, 0, p->first);
	drop_menus(p, p->last, p->n);
	drop_lists(p);
	drop_offers(p);
	drop_blocks(p);
}
