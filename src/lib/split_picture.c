/* Captions, alternative texts and credits that are told by their neighbours. */
#include "ksplit_lists.h"
#include "split_credit.h"
#include "split_fate.h"
#include "split_opening.h"
#include "split_source.h"
#include "split_words.h"

static bool
tells_picture(const struct rules *r, struct str s)
{
	(void)r;
	return caption_tells(s);
}

/* Do the words of line i tell a picture? */
static bool
tells(const struct page *p, size_t i)
{
	return page_asks(p, i, ASK_PICTURE, tells_picture);
}

/* Below a caption its text comes again, without the credit. */
static bool
credit_left_out(const struct page *p, size_t i)
{
	return class(p, i) == CLASS_CAPTION && class(p, i + 1) == CLASS_NONE && p->line[i + 1].n >= 20
	    && str_starts(text(p, i), text(p, i + 1));
}

/* Below a sentence it comes again, with a credit. */
static bool
told_again(const struct page *p, size_t i)
{
	return class_in(class(p, i), IN(NONE) | IN(CAPTION)) && is(p, i, LINE_STOP) && p->line[i].n >= 20
	    && credit_added(text(p, i), text(p, i + 1));
}

/* Line i stands twice; could it be a caption, `texts` paragraphs and `titles` headlines below the top, and below the date of one? */
static bool
doubled_caption(const struct page *p, size_t i, size_t texts, size_t titles, bool dated)
{
	struct str s = text(p, i);
	bool whole = is(p, i, LINE_PROSE), stops = is(p, i, LINE_STOP);

	if (class(p, i) != CLASS_NONE || !same(p, i, i + 1) || s.n >= 450 || p->line[i].words < 4 || is(p, i, LINE_DATELINE)
	    || page_names_only(p, i)) /* the writer, with a picture */
		return false;
	if (!whole && !titles) /* the headline itself */
		return false;
	return tells(p, i) || (texts == 0 && whole && !reports(p, i))
	    || (!stops && (texts > 0 || (dated && !p->line[i + 1].gap)));
}

/* A caption printed twice, alternative text and line: no credit tells it, but that it is doubled and tells a picture. A doubled
 * paragraph tells what was said. */
static void
find_doubled_captions(struct page *p)
{
	size_t texts = 0, titles = 0;
	bool titled = false, dated = false;

	for (size_t i = 0; i + 1 < p->n; i++) {
		bool alike = *text(p, i).p == *text(p, i + 1).p; /* as most lines do not begin */

		dated |= titled && class_in(class(p, i), IN(DATE) | IN(BYLINE));
		if (alike && (credit_left_out(p, i) || told_again(p, i) || doubled_caption(p, i, texts, titles, dated))) {
			classify(p, i, CLASS_CAPTION);
			classify(p, i + 1, CLASS_CAPTION);
		}
		titles += headline(p, i);
		titled |= headline(p, i) && p->line[i].words >= 5;
		texts += prose(p, i);
	}
}

static bool
bracketed(struct str s)
{
	return s.n > 4 && s.n < 80 && *s.p == '(' && str_find(s, STR(")"), 0) == s.n - 1;
}

static bool
told_below(const struct page *p, size_t i)
{
	return class(p, i) == CLASS_NONE && is(p, i, LINE_PROSE | LINE_STOP) && p->line[i].words < 40 && !reports(p, i)
	    && tells(p, i);
}

/* Is the next line that is no furniture a paragraph? */
static bool
prose_below(const struct page *p, size_t i)
{
	size_t k = i + 1;

	while (k < p->n && k < i + 5 && class(p, k) != CLASS_NONE)
		k++;
	return k < p->n && prose(p, k);
}

/* The last paragraph, of several sentences, and below it, apart, whose the picture above the text is: `Photo: Harbor Dynamics` */
static bool
last_above(const struct page *p, size_t i, size_t texts)
{
	struct str s = text(p, i);

	return texts > 1 && p->line[i + 1].gap && !prose_below(p, i + 1)
	    && (str_find(s, STR(". "), 20) < s.n || str_has(text(p, i + 1), STR("http")));
}

/* Does line i tell what the picture of the credit below it shows? */
static bool
told_above(const struct page *p, size_t i, size_t texts)
{
	bool bracket = str_ends(text(p, i), STR(")")) && !p->line[i + 1].gap; /* ... with jamming (STR) */

	return class(p, i) == CLASS_NONE && (bracket || is(p, i, LINE_PROSE | LINE_STOP)) && !is(p, i, LINE_DATELINE)
	    && !last_above(p, i, texts)
	    && (tells(p, i) || (texts == 0 && p->line[i].words <= 40 && (bracket || !reports(p, i))));
}

/* A paragraph and the credit right below it are a block of their own, between blank lines: no text is set so. */
static bool
block_above(const struct page *p, size_t credit)
{
	const struct line *l = &p->line[credit - 1];

	return l->class == CLASS_NONE && l->words <= 60 && l->gap && !p->line[credit].gap && credit + 1 < p->n && p->line[credit + 1].gap
	    && !is(p, credit - 1, LINE_DATELINE);
}

/* A picture's text above or below a credit that stands alone: `PHOTO: AFP`. */
static void
find_credited(struct page *p)
{
	size_t texts = 0, all = 0; /* above line i - 1, and on the page */

	for (size_t i = 0; page_has(p, IN(PHOTO) | IN(CAPTION)) && i < p->n && all < 2; i++)
		all += prose(p, i);
	if (all < 2) /* the only paragraph is the text */
		return;
	for (size_t i = 0; i < p->n; i++) {
		texts += i > 1 && prose(p, i - 2);
		if (class(p, i) != CLASS_PHOTO || str_starts(text(p, i), STR("Credit..."))) /* no caption is printed with it */
			continue;
		if (i > 0 && class(p, i - 1) == CLASS_CAPTION && is(p, i, LINE_GLUED)) /* it was cut off its caption */
			continue;
		if (i > 0 && (told_above(p, i - 1, texts) || block_above(p, i)))
			classify(p, i - 1, CLASS_CAPTION);
		else if (i + 1 < p->n && told_below(p, i + 1))
			classify(p, i + 1, CLASS_CAPTION);
	}
}

/* A sentence in the present tense that ends in the day: `Marines finish training for the day in Pohang, South Korea, March 16, 2026.`
 * Whatever its words, above the text, in any tense if the stop is left out; else they tell a picture: `The president shakes hands with ...
 * on Sentosa island June 12, 2018.` */
static bool
dated_picture(const struct page *p, size_t i, bool above)
{
	struct str s = text(p, i), end = str_tail(s, 40); /* a zone may stand behind the day */
	struct pagedate d;
	bool stop = str_last(s) == '.';

	if (!(line_plain(&p->line[i], LINE_DATELINE | LINE_KOREAN, 0) & (s.n <= 420) & (above | stop)) || str_digit(end, 0) == end.n
	    || reports(p, i) || (stop && in_past(p, i)) || !(above || (stop && tells(p, i))))
		return false;
	for (size_t at = 0; pagedate_find(rules_words(p->rules), end, at, &d); at = d.end)
		if (d.day.year && d.day.day && d.end + 1 >= end.n)
			return tells(p, i) || (d.start > 2 && end.p[d.start - 2] == ',');
	return false;
}

static void
find_dated_captions(struct page *p)
{
	enum { CAPTION_WORDS = 20 }; /* more than headlines have */

	for (size_t i = 0, texts = 0; i + 1 < p->n; i++) {
		texts += prose(p, i);
		if (dated_picture(p, i, (texts <= 3) & (is(p, i, LINE_PROSE) | (p->line[i].words >= CAPTION_WORDS))))
			classify(p, i, CLASS_CAPTION);
	}
}

/* Is there another headline above line i, of a headline's length? */
static bool
headline_above(const struct page *p, size_t i)
{
	while (i-- > 0)
		if (headline(p, i) && p->line[i].words >= 5)
			return true;
	return false;
}

/* Whose picture it is, in brackets behind a sentence: `..., Tuesday. (HD Hyundai Heavy Industries)`. */
static bool
ends_in_name(struct str s)
{
	size_t open = str_last(s) == ')' ? s.n : 0;

	while (open > 24 && s.p[open - 1] != '(')
		open--;
	if (open <= 24 || s.p[open - 2] != ' ' || s.p[open - 3] != '.' || line_words(str_from(s, open)) > 6)
		return false;
	for (size_t i = open; i < s.n; i++)
		if (is_small(s.p[i]) && !is_wordy(s.p[i - 1]))
			return false;
	return true;
}

/* A picture's text between the date and the lede, with its credit. */
static void
find_head_captions(struct page *p)
{
	for (size_t i = 1; i + 1 < p->n && i < 30; i++) {
		unsigned char above = class(p, i - 1);

		if (ends_in_name(text(p, i)) && class(p, i) == CLASS_NONE && above != CLASS_NONE && prose_below(p, i)
		    && !is(p, i, LINE_DATELINE) && !reports(p, i))
			classify(p, i, CLASS_CAPTION);
		else if (prose(p, i))
			return;
	}
}

/* Could line i be a picture's text that ends no sentence? A cross-heading is shorter. */
static bool
told_shortly(const struct page *p, size_t i)
{
	return headline(p, i) && !is(p, i, LINE_STOP | LINE_PROSE) && p->line[i].words >= 6 && !reports(p, i);
}

/* Beside a credit that stands alone, a line that ends no sentence: `Getty Images`, `A balloon hangs over a field in Cheorwon`; `Players
 * train at Kim Il Sung Stadium`, `Credit: KFA/AFP`, which could be a deck above the date. */
static void
find_credited_lines(struct page *p)
{
	bool title = false;

	for (size_t i = 0; page_has(p, IN(PHOTO)) && i + 1 < p->n; i++) {
		title |= class(p, i) == CLASS_NONE && is(p, i, LINE_HEADLINE);
		if (!title || class(p, i) != CLASS_PHOTO || p->line[i].words > 4 || !told_shortly(p, i + 1) || i + 2 >= p->n
		    || !prose(p, i + 2))
			continue;
		p->line[i].flags &= (unsigned short)~LINE_EDGE;
		classify(p, i + 1, CLASS_CAPTION);
	}
}

/* Stands line i right above the next one, and no headline with its first paragraph? */
static bool
right_above(const struct page *p, size_t i)
{
	return class(p, i) == CLASS_NONE && !p->line[i + 1].gap && !is(p, i, LINE_DATELINE | LINE_KOREAN) && headline_above(p, i);
}

/* A few words and the caption right below them, between blank lines: `Jane Dover waves to a crowd`, `Dover is said to run.(HN: Jo Roe)`;
 * or as many as the caption begins with, wherever they stand. */
static bool
alt_of_caption(const struct page *p, size_t i)
{
	enum { ALT_WORDS = 20, SENTENCE_WORDS = 14, BYTES = 30 };
	bool block;

	if (class(p, i + 1) != CLASS_CAPTION || bracketed(text(p, i + 1)) || !right_above(p, i))
		return false;
	if (p->line[i].n >= BYTES && str_starts(text(p, i + 1), str_head(text(p, i), BYTES)))
		return true;
	block = (p->line[i].gap || (i > 0 && class(p, i - 1) != CLASS_NONE)) && (i + 2 == p->n || p->line[i + 2].gap);
	return block && p->line[i].words <= (is(p, i, LINE_STOP) ? SENTENCE_WORDS : ALT_WORDS) && !reports(p, i);
}

/* The alternative text of a picture, mostly doubled, above its caption. */
static void
find_alt_texts(struct page *p)
{
	for (size_t i = 0; page_has(p, IN(CAPTION)) && i + 1 < p->n; i++) {
		size_t k = i + 1;

		if (alt_of_caption(p, i))
			classify(p, i, CLASS_PHOTO);
		if (!headline(p, i) || is(p, i, LINE_PROSE))
			continue;
		if (k + 1 < p->n && same(p, i, k) && headline_above(p, i)) /* else it is the headline itself */
			k++;
		if (class(p, k) == CLASS_CAPTION && (k > i + 1 || str_starts(text(p, k), text(p, i)))) {
			classify(p, i, CLASS_PHOTO);
			classify(p, k - 1, CLASS_PHOTO);
		}
	}
}

/* Above each picture of the forces' sites what it is called: `A chaplain prays`, above `A chaplain ... (U.S. Air Force photo by ...)`. */
static void
find_picture_names(struct page *p)
{
	const struct words credits = WORDS("photo by ", "Photo by ", "Photo By ");

	for (size_t i = 1; page_has(p, IN(CAPTION)) && i + 1 < p->n; i++)
		if (class(p, i + 1) == CLASS_CAPTION && class(p, i) == CLASS_NONE && p->line[i].words <= 12 && p->line[i].gap
		    && !is(p, i, LINE_STOP | LINE_PROSE) && (class(p, i - 1) == CLASS_CAPTION || headline(p, i - 1))
		    && (words_start(text(p, i + 1), credits) || words_any(str_tail(text(p, i + 1), 120), credits))
		    && p->line[i + 1].words > p->line[i].words)
			classify(p, i, CLASS_PHOTO);
}

/* Above `Download: Full Size`, as the Pentagon's stories have it below each picture, stand its name and what it shows. */
static void
find_downloads(struct page *p)
{
	for (size_t i = 1; page_has(p, IN(PHOTO)) && i < p->n; i++) {
		if (class(p, i) != CLASS_PHOTO || !str_starts(text(p, i), STR("Download: Full Size")))
			continue;
		for (size_t k = i; k-- > 0 && i - k <= 2 && class(p, k) == CLASS_NONE && !p->line[k + 1].gap;)
			classify(p, k, is(p, k, LINE_STOP) ? CLASS_CAPTION : CLASS_PHOTO);
	}
}

/* Above the picture of a Korean agency what it is called: `브런슨 주한미군사령관`, above `[연합뉴스 자료사진. 재판매 및 DB 금지]`;
 * `발언하는 장관`, above `(파주=연합뉴스) 홍길동 기자 = ...`. A deck has more words, or quotes somebody. */
static void
find_agency_names(struct page *p)
{
	enum { NAME_WORDS = 6 };

	for (size_t i = 1; page_has(p, IN(CAPTION)) && i + 1 < p->n; i++) {
		struct str s = text(p, i), picture = text(p, i + 1);

		if (class(p, i + 1) != CLASS_CAPTION || class(p, i) != CLASS_NONE || p->line[i].words > NAME_WORDS
		    || !is(p, i, LINE_KOREAN) || is(p, i, LINE_STOP | LINE_PROSE) || words_any(s, WORDS("…", "...", "\"", "“", "‘", "'")))
			continue;
		if (((*picture.p == '[' && str_last(picture) == ']')
			|| (*picture.p == '(' && str_find(str_head(picture, 60), STR("="), 0) < 60))
		    && headline_above(p, i))
			classify(p, i, CLASS_CAPTION);
	}
}

/* Is `part` the beginning of a longer line, or its end? Also its middle, if `inside`; shorter texts may stand there by chance. */
static bool
part_of(struct str part, struct str whole, bool inside)
{
	if (part.n < 8 || part.n >= whole.n)
		return false;
	return str_starts(whole, part) || (part.n >= 24 && (str_ends(whole, part) || (inside && str_has(whole, part))));
}

static void
drop_double(struct page *p, size_t i)
{
	p->fate[i] = FATE_DROP;
	classify(p, i, CLASS_DOUBLED);
}

void
pictures_drop_doubles(struct page *p)
{
	for (size_t i = 0; page_has(p, IN(CAPTION)) && i + 1 < p->n; i++) {
		struct str a = text(p, i), b = text(p, i + 1);

		if (p->fate[i + 1] == FATE_CAPTION && p->fate[i] != FATE_TITLE && part_of(a, b, !is(p, i, LINE_STOP)))
			drop_double(p, i);
		else if (p->fate[i] == FATE_CAPTION && p->fate[i + 1] != FATE_TITLE && part_of(b, a, false))
			drop_double(p, i + 1);
	}
}

/* Whose picture it is, as Korean papers print it behind what it shows: `... 부교를 잇고 있다. 홍길동 기자`. The page was parted there, for a
 * reporter stands so at the end of a text, too: behind its last sentence, and nothing is told below. */
static void
find_reporters_pictures(struct page *p)
{
	size_t texts = 0;

	for (size_t i = 0; page_has(p, IN(BYLINE)) && i + 1 < p->n; i++) {
		struct str s = text(p, i);

		texts += prose(p, i);
		if (class(p, i + 1) != CLASS_BYLINE || !is(p, i + 1, LINE_GLUED) || is(p, i + 1, LINE_MAIL) || !prose(p, i)
		    || !is(p, i, LINE_KOREAN) || is(p, i, LINE_DATELINE))
			continue;
		if ((str_ends(s, STR(" 있다.")) || (texts == 1 && !reports(p, i))) && prose_below(p, i)) {
			classify(p, i, CLASS_CAPTION);
			classify(p, i + 1, CLASS_PHOTO);
			texts--;
		}
	}
}

void
pictures_find(struct page *p)
{
	find_downloads(p);
	find_reporters_pictures(p);
	find_head_captions(p);
	find_credited_lines(p);
	find_picture_names(p);
	find_agency_names(p);
	find_alt_texts(p);
	find_doubled_captions(p);
	find_credited(p);
	find_dated_captions(p);
}

void
picture_is_text(struct page *p)
{
	enum { SENTENCE_WORDS = 12 };
	size_t caption = p->n;

	for (size_t i = 0; i < p->n; i++) {
		if (p->fate[i] == FATE_BODY || (p->fate[i] == FATE_CAPTION && caption < p->n))
			return;
		caption = p->fate[i] == FATE_CAPTION ? i : caption;
	}
	if (caption < p->n && p->line[caption].words >= SENTENCE_WORDS)
		p->fate[caption] = FATE_BODY;
}
