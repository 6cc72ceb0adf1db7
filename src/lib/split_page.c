#include "split_archive.h"
#include "split_fate.h"
#include "split_head.h"
#include "split_opening.h"
#include "split_shape.h"
#include "split_words.h"

/* The last paragraph of a wire story looks like a caption: `... on Friday. (Yonhap)`. */
static void
free_sign_off(struct page *p)
{
	size_t last = p->n, texts = 0;

	for (size_t i = 0; page_has(p, IN(CAPTION)) && i < p->n; i++) {
		texts += prose(p, i);
		if (prose(p, i)
		    || (class(p, i) == CLASS_CAPTION
			&& (is(p, i, LINE_PROSE)
			    || (texts && reports(p, i)) || (texts >= 2 && in_past(p, i)))))
			last = i;
	}
	if (last < p->n && texts == 0 && is(p, last, LINE_DATELINE) && is(p, last, LINE_PROSE)) { /* the page is a picture */
		classify(p, last, CLASS_NONE);
		return;
	}
	if (last == p->n || texts < 1 || (texts < 2 && !reports(p, last)) || class(p, last) != CLASS_CAPTION)
		return;
	if (line_sign_off(p->rules, text(p, last), NULL) < p->line[last].n && !caption_opens(text(p, last))
	    && (last == 0 || !same(p, last, last - 1)))
		classify(p, last, CLASS_NONE), p->line[last].flags |= LINE_PROSE;
}

struct str
header_value(const struct page *p, size_t i)
{
	struct str s = text(p, i), side[2];
	size_t colon;
	bool yaml;

	if (class(p, i) == CLASS_URL && shape_address(s).n)
		return shape_address(s);
	if (class(p, i) < CLASS_HEADER_TITLE || class(p, i) > CLASS_HEADER_URL)
		return s;
	colon = str_find(s, STR(":"), 0);
	yaml = is_small(*s.p); /* title: "Seoul: talks resume" */
	s = colon < s.n ? str_trim(str_from(s, colon + 1)) : s;
	if (yaml && s.n > 2 && (*s.p == '"' || *s.p == '\'') && str_last(s) == *s.p)
		return str_of(s.p + 1, s.n - 2);
	if (class(p, i) == CLASS_HEADER_PLACE && stamp_sides(p->rules, s, side)) /* DATELINE: SEOUL, South Korea, June 12 */
		return side[0];
	return s;
}

size_t
page_imprint(const struct page *p)
{
	size_t i = p->last;

	while (i < p->n && class(p, i) != CLASS_IMPRINT)
		i++;
	return i;
}

/* A deck that is a sentence stands above byline and date: the body begins below them. */
static void
skip_deck(struct page *p)
{
	bool stamp = false, title = false, stamped = false;

	for (size_t i = 0; i < p->first && i < p->n; i++)
		stamped |= class_in(class(p, i), IN(DATE) | IN(BYLINE));
	if (p->first >= p->n || p->line[p->first].words > 45 || is(p, p->first, LINE_DATELINE))
		return;
	for (size_t i = p->first + 1; i < p->n && i < p->first + 12; i++) {
		title |= is(p, i, LINE_HEADLINE) && class(p, i) == CLASS_NONE && !stamp;
		stamp |= class_in(class(p, i), IN(DATE) | IN(BYLINE));
		if (!prose(p, i))
			continue;
		if (stamp && i < p->last && (!stamped || title))
			p->first = i;
		return;
	}
}

/* A paragraph that opens a list ends in a colon: `... visitors should watch four things:` */
static void
find_openers(struct page *p)
{
	for (size_t i = 0; i + 1 < p->n; i++) {
		struct str s = text(p, i);

		if (str_last(s) == ':' && class(p, i) == CLASS_NONE && p->line[i].words >= 8 && line_item(text(p, i + 1))
		    && !line_to_reader(s))
			p->line[i].flags = (unsigned short)((p->line[i].flags | LINE_PROSE) & ~LINE_HEADLINE);
	}
}

/* Labels of a story that is told by them: `Source: an officer of the coast guard`, `Details: The boat ...` */
static void
free_told_source(struct page *p)
{
	for (size_t i = 0; page_has(p, IN(SOURCE)) && i + 1 < p->n; i++)
		if (class(p, i) == CLASS_SOURCE && words_start(text(p, i + 1), WORDS("Details:", "Quote:", "Quote from "))) {
			classify(p, i, CLASS_NONE);
			p->line[i].flags = (unsigned short)((p->line[i].flags | LINE_PROSE) & ~(LINE_TAIL | LINE_HEADLINE));
		}
}

/* The list is text to its last item. */
static void
keep_list(struct page *p)
{
	if (p->last == p->first || !str_ends(text(p, p->last - 1), STR(":")))
		return;
	while (p->last < p->n && line_item(text(p, p->last)) && class(p, p->last) == CLASS_NONE)
		p->last++;
}

/* A label of an archive's document: `Publication info:`, `LENGTH: 415 words`. */
static bool
labelled(const struct page *p, size_t i)
{
	return class(p, i) == CLASS_HEADER || (class(p, i) >= CLASS_HEADER_TITLE && class(p, i) <= CLASS_HEADER_URL);
}

/* Behind an archive's label for it, `FULL TEXT`, the text begins: what stands above is a summary, among other labels. */
static size_t
behind_label(const struct page *p)
{
	bool label = false;

	for (size_t i = 0; page_has(p, IN(HEADER)) && i < p->n; label |= labelled(p, i), i++)
		if (label && class(p, i) == CLASS_HEADER && str_starts_nocase(text(p, i), STR("full text")))
			return i + 1;
	return 0;
}

static void
find_body(struct page *p)
{
	unsigned korean = 0, texts = 0;
	size_t first = p->n, last = p->n;

	for (size_t i = behind_label(p); i < p->n; i++) { /* which lines are text nobody can foretell: no branch asks for it */
		bool found = prose(p, i);

		first = found && first == p->n ? i : first;
		last = found ? i + 1 : last;
		texts += found;
		korean += found & is(p, i, LINE_KOREAN);
	}
	p->first = first;
	p->last = last;
	skip_deck(p);
	p->korean = texts ? korean * 2 > texts : p->n > 0 && is(p, 0, LINE_KOREAN);
	if (p->first == p->n)
		p->last = p->n;
	keep_list(p);
}

/* The whole text stands on the page twice: what comes again is no headline. */
static bool
all_doubled(const struct page *p, size_t i, size_t k)
{
	return i + 1 < k && k + 1 < p->n && prose(p, i + 1) && same(p, i + 1, k + 1);
}

/* A headline stands above line i, and its date or byline under it: what comes below is text. */
static bool
headed(const struct page *p, size_t i)
{
	bool stamped = false;

	while (i-- > 0) {
		stamped |= class_in(class(p, i), IN(DATE) | IN(BYLINE));
		if (stamped && class(p, i) == CLASS_NONE && is(p, i, LINE_HEADLINE)
		    && (p->line[i].words >= 4 || line_hangul(text(p, i)) >= 9))
			return true;
	}
	return false;
}

/* Repeated headlines in front of the first paragraph may be full sentences. */
static void
skip_prose_title(struct page *p)
{
	if (p->first >= p->n || headed(p, p->first) || words_end(text(p, p->first), WORDS("습니다.", "했다.", "졌다.", "됐다.")))
		return;
	for (size_t k = p->first + 2; k < p->n && k < p->first + 10 && class(p, k) != CLASS_LEGAL; k++)
		if (same(p, p->first, k) && p->line[k].n < 200 && !all_doubled(p, p->first, k)) {
			size_t next = p->first + 1;

			while (next < p->n && (!prose(p, next) || same(p, p->first, next)))
				next++;
			if (next < p->n)
				p->first = next;
			return;
		}
}

/* A sentence of the site's above the headline: `Home of the Harbor Brief, the daily letter of the coast.` It tells nothing of the story.
 * True: there was one, and the body begins below. */
static bool
skip_notice(struct page *p)
{
	enum { NOTICE_WORDS = 20, NEAR_LINES = 12, TOLD = 45, STRANGE = 20 };
	size_t notice = p->first, next = notice + 1, title = p->n;
	struct head head;

	if (notice >= p->last || notice > 2 || p->korean || p->line[notice].words >= NOTICE_WORDS || is(p, notice, LINE_DATELINE))
		return false;
	for (; next < p->last && next < notice + NEAR_LINES && !prose(p, next); next++)
		if (headline(p, next) && p->line[next].words >= 5)
			title = next;
	if (title == p->n || next >= p->last || !prose(p, next))
		return false;
	head = head_of(p, next);
	if (head_told(&head, title) < TOLD || head_overlap(&head, text(p, notice)) > STRANGE)
		return false;
	classify(p, notice, CLASS_OTHER);
	return true;
}

/* `[Photo] Aegis destroyer returns`: a headline, if a date or byline stands under it and no other headline above. */
static void
free_photo_title(struct page *p)
{
	const struct words marks = WORDS("[Photo", "(Photo", "[PHOTO", "[사진", "[포토", "PHOTOS:", "Photos:");

	for (size_t i = 0; i + 1 < p->n && i < 12; i++) {
		struct str s = text(p, i);

		if (class(p, i) == CLASS_NONE && is(p, i, LINE_HEADLINE | LINE_PROSE))
			return;
		if (!words_start(s, marks) || class(p, i) != CLASS_CAPTION || !is(p, i, LINE_HEADLINE) || is(p, i, LINE_STOP)
		    || str_last(s) == ')' || str_last(s) == ']')
			continue;
		if (class_in(class(p, i + 1), IN(DATE) | IN(BYLINE)))
			classify(p, i, CLASS_NONE);
		return;
	}
}

/* A headline in Korean that asks, with its date or reporter below, or by itself above all else: `북한은 왜 지금 쏘았나?` */
static void
free_question(struct page *p)
{
	enum { QUESTION_MOST = 120 }; /* bytes of one that stands by itself */

	for (size_t i = 0; page_flagged(p, LINE_KOREAN) && i + 1 < p->n && i < 12; i++) {
		struct str s = text(p, i);

		if (prose(p, i) && is(p, i, LINE_KOREAN) && p->line[i].words <= 12 && str_last(s) == '?'
		    && (class_in(class(p, i + 1), IN(DATE) | IN(BYLINE))
			|| ((i == 0 || class(p, i - 1) == CLASS_CRUMB) && p->line[i + 1].gap && s.n <= QUESTION_MOST)))
			p->line[i].flags = (unsigned short)((p->line[i].flags | LINE_HEADLINE) & ~LINE_PROSE);
	}
}

/* A list's headline cut with dots, above the page's own: `... ‘North Korea vi...`, `Home Asian News Six soldiers crossed the -...` */
static void
find_cut_titles(struct page *p)
{
	for (size_t i = 0; i + 1 < p->n && i < 12; i++) {
		struct str s = text(p, i), next = text(p, i + 1);
		size_t at;

		if (!line_dotted(s) || class(p, i) != CLASS_NONE || s.n > 240 || class(p, i + 1) != CLASS_NONE || next.n < 24)
			continue;
		while (str_ends_in(s, ". -"))
			s.n--;
		at = str_find(s, str_of(next.p, 24), 0);
		if (at < s.n && (at == 0 || str_starts(s, STR("Home")))) {
			classify(p, i, CLASS_NAV);
			p->line[i].flags &= (unsigned short)~LINE_PROSE;
		}
	}
}

/* A menu with the headline behind it, above the headline: `Home Economy HEADLINE`, `Asia Pacific|HEADLINE`. */
static void
find_led_titles(struct page *p)
{
	for (size_t i = 0; i + 1 < p->n && i < 12; i++) {
		struct str s = text(p, i);
		size_t to = i + 8 < p->n ? i + 8 : p->n;

		if ((class(p, i) != CLASS_NONE) | (s.n < 20) | (s.n > 260))
			continue;
		for (size_t k = i + 1; k < to; k++) {
			struct str title = text(p, k), lead;
			size_t at = s.n - smaller(s.n, title.n);

			if ((str_first(title) != s.p[at]) | (p->line[k].class != CLASS_NONE) | (title.n < 16) | (at == 0)
			    || !str_ends(s, title))
				continue;
			lead = str_of(s.p, at);
			if (line_words(lead) > 6)
				continue;
			if (str_ends_in(lead, " |>/:") && (is_capital(*lead.p) || (*lead.p & 0x80))) {
				classify(p, i, CLASS_NAV);
				p->line[i].flags &= (unsigned short)~LINE_PROSE;
				p->line[k].flags |= LINE_NAMED;
			}
			break;
		}
	}
}

/* Line i is what the lines from k on say together, one behind the other; where they end, or k. */
static size_t
told_in_parts(const struct page *p, size_t i, size_t k)
{
	struct str rest = text(p, i);
	size_t end = k;

	while (end < p->n && str_first(rest) == str_first(text(p, end)) && p->line[end].n && str_starts(rest, text(p, end))) {
		rest = str_trim(str_from(rest, p->line[end].n));
		end++;
	}
	return rest.n ? k : end;
}

/* A headline whose parts stand below it, each on its line: `Remarks by Minister Kim at the Harbor Dinner`, `Remarks by Minister Kim`,
 * `at the Harbor Dinner`. */
static void
find_parted_titles(struct page *p)
{
	for (size_t i = 0; i + 2 < p->n && i < 12; i++) {
		if (!headline(p, i) | (p->line[i].words < 5))
			continue;
		for (size_t k = i + 1; k + 1 < p->n && k < i + 4; k++) {
			size_t end = told_in_parts(p, i, k);

			if (end < k + 2)
				continue;
			for (; k < end; k++)
				if (class(p, k) != CLASS_DATE)
					classify(p, k, CLASS_TITLE);
			p->line[i].flags |= LINE_NAMED;
			return;
		}
	}
}

/* Hard-wrapped text: the next line goes on in lower case. Such lines are no headlines. */
static void
find_wrapped(struct page *p)
{
	for (size_t i = 0; i + 1 < p->n; i++) {
		struct str next = text(p, i + 1);

		if ((line_plain(&p->line[i], LINE_STOP, 0) & (p->line[i].n >= 45) & (p->line[i + 1].gap == 0)) && next.n
		    && is_small(*next.p) && class(p, i + 1) == CLASS_NONE
		    && (next.n >= 40 || is(p, i + 1, LINE_STOP))) {
			p->line[i].flags |= LINE_PROSE;
			p->line[i + 1].flags |= LINE_PROSE;
		}
	}
}

/* `HEADLINE. October. 18, 2024 07:46. by Kyu-On Son onson@example.com.` */
static void
find_title_stamps(struct page *p)
{
	struct str title = p->title < p->n ? title_of(p, p->title) : STR("");

	for (size_t i = 0; page_flagged(p, LINE_MAIL) && i < p->n && title.n >= 8; i++) {
		struct stamp stamp[STAMPS];
		struct str s = text(p, i);

		if (!is(p, i, LINE_MAIL) || i == p->title || class(p, i) != CLASS_NONE || s.n > title.n + 140 || !str_starts(s, title)
		    || !stamp_read(p->rules, s, stamp) || !stamp[0].date.day.year)
			continue;
		classify(p, i, CLASS_DATE);
		p->line[i].flags &= (unsigned short)~LINE_PROSE;
	}
}

/* A headline that was wrapped goes on in lower case, or breaks off before a name: `... opens centers in`, `Four Cities`. */
static void
join_title(struct page *p)
{
	for (size_t i = p->title + 1; i < p->first && i < p->n; i++) {
		struct str s = text(p, i);
		bool goes_on = is_small(*s.p) ? p->line[i - 1].n >= 55 : p->line[i].words <= 4 && opening_cut(text(p, i - 1));

		if (p->line[i].gap || class(p, i) != CLASS_NONE || !goes_on || is(p, i, LINE_STOP) || str_starts(s, STR("by ")))
			break;
		classify(p, i, CLASS_TITLE);
		p->fate[i] = FATE_DROP;
		p->title_end = i + 1;
	}
}

static void
drop_archive_source(struct page *p)
{
	size_t i = archive_source(p);

	if (i < p->n)
		drop(p, i, CLASS_SOURCE);
}

/* What its neighbours tell of a line. */
static void
class_lines(struct page *p)
{
	summaries_find(p);
	free_sign_off(p);
	free_photo_title(p);
	free_question(p);
	free_told_source(p);
	units_find(p);
	profiles_find(p);
	find_wrapped(p);
	find_openers(p);
	find_cut_titles(p);
	find_led_titles(p);
	find_parted_titles(p);
	labels_find(p);
	pictures_find(p);
	weigh_sentences(p);
}

/* Where text and headline stand. The headline is above the first paragraph; with it known, sentences turn out to be none of the text, and
 * the first paragraph another one. */
static void
find_story(struct page *p)
{
	find_body(p);
	if (skip_notice(p))
		find_body(p);
	skip_prose_title(p);
	scholars_find(p);
	title_find(p);
	find_title_stamps(p);
	strays_drop(p);
	notices_drop(p);
	find_body(p);
	if (p->title < p->n && p->title >= p->first)
		skip_prose_title(p);
	p->title_end = p->title + 1;
	join_title(p);
	writers_find(p);
	drop_archive_source(p);
}

static void
drop_over_title(struct page *p)
{
	for (size_t i = 0; i < 4 && i + 2 < p->n; i++)
		if (class(p, i) == CLASS_NONE && line_over_title(p->line + i, p->text))
			classify(p, i, CLASS_SUMMARY);
}

void
page_sort(struct page *p)
{
	memset(p->fate, FATE_OPEN, p->n);
	p->flags = 0;
	for (size_t i = 0; i < p->n; i++) {
		classify(p, i, class(p, i));
		p->flags |= p->line[i].flags;
	}
	p->title = p->n;
	drop_over_title(p);
	class_lines(p);
	find_story(p);
	furniture_drop(p);
	fates_decide(p, behind_label(p));
	weigh_text(p);
	boxes_drop(p);
	pictures_drop_doubles(p);
	doubles_drop(p);
	picture_is_text(p);
}
