#include "split_page.h"
#include "hash.h"

static bool
is(const struct page *p, size_t i, unsigned flag)
{
	return (p->line[i].flags & flag) != 0;
}

static bool
prose(const struct page *p, size_t i)
{
	return is(p, i, LINE_PROSE) && p->line[i].class == CLASS_NONE && p->fate[i] == FATE_OPEN;
}

static void
drop(struct page *p, size_t i, unsigned char class)
{
	p->fate[i] = FATE_DROP;
	if (p->line[i].class == CLASS_NONE)
		p->line[i].class = class;
}

static bool
same(const struct page *p, size_t i, size_t k)
{
	return p->line[i].n == p->line[k].n && str_eq(page_line(p, i), page_line(p, k));
}

/* The verbs of a report; captions have none. */
static bool
reports(struct str s)
{
	static const char *const verbs[] = { " said", " told", " announced", " added", " reported", "\"", "“", " called on", " according to ", "했다", "말했다", "밝혔다", " will ", NULL };

	for (size_t i = 0; verbs[i]; i++)
		if (str_find(s, str_z(verbs[i]), 0) < s.n)
			return true;
	return false;
}

/* Does line i end in the agency of the first paragraph's dateline: `Seoul, May 2 (ANI):` ... `for export. (ANI)`? */
static bool
signed_like(const struct page *p, size_t first, size_t i)
{
	struct str s = page_line(p, i);
	size_t end = line_sign_off(p->rules, s, NULL);
	struct dateline d;

	return end < s.n && first < p->n && is(p, first, LINE_DATELINE) && dateline_read(p->rules, page_line(p, first), &d) && d.agency.n
	    && str_find(str_from(s, end), d.agency, 0) < s.n - end;
}

/* The last paragraph of a wire story looks like a caption: `... on Friday. (Yonhap)`. */
static void
free_sign_off(struct page *p)
{
	size_t last = p->n, first = p->n, texts = 0;

	for (size_t i = 0; i < p->n; i++) {
		texts += prose(p, i);
		if (prose(p, i) || (p->line[i].class == CLASS_CAPTION && (is(p, i, LINE_PROSE) || ((texts >= 2 && signed_like(p, first, i)) || (texts && reports(page_line(p, i)))))))
			last = i;
		first = first == p->n && prose(p, i) ? i : first;
	}
	if (last == p->n || texts < 1 || (texts < 2 && !reports(page_line(p, last))) || p->line[last].class != CLASS_CAPTION)
		return;
	if (line_sign_off(p->rules, page_line(p, last), NULL) < p->line[last].n && !caption_opens(page_line(p, last)) && (last == 0 || !same(p, last, last - 1)))
		p->line[last].class = CLASS_NONE, p->line[last].flags |= LINE_PROSE;
}

struct str
header_value(const struct page *p, size_t i)
{
	struct str s = page_line(p, i);
	size_t colon;

	if (p->line[i].class < CLASS_HEADER_TITLE || p->line[i].class > CLASS_HEADER_URL)
		return s;
	colon = str_find(s, STR(":"), 0);
	return colon < s.n ? str_trim(str_from(s, colon + 1)) : s;
}

/* A deck that is a sentence stands above byline and date: the body begins below them. */
static void
skip_deck(struct page *p)
{
	bool stamp = false, title = false, stamped = false;

	for (size_t i = 0; i < p->first && i < p->n; i++)
		stamped |= p->line[i].class == CLASS_DATE || p->line[i].class == CLASS_BYLINE;
	if (p->first >= p->n || p->line[p->first].words > 45 || is(p, p->first, LINE_DATELINE))
		return;
	for (size_t i = p->first + 1; i < p->n && i < p->first + 12; i++) {
		title |= is(p, i, LINE_HEADLINE) && p->line[i].class == CLASS_NONE && !stamp;
		stamp |= p->line[i].class == CLASS_DATE || p->line[i].class == CLASS_BYLINE;
		if (!prose(p, i))
			continue;
		if (stamp && i < p->last && (!stamped || title))
			p->first = i;
		return;
	}
}

static void
find_body(struct page *p)
{
	unsigned korean = 0, texts = 0;

	p->first = p->last = p->n;
	for (size_t i = 0; i < p->n; i++) {
		if (!prose(p, i))
			continue;
		if (p->first == p->n)
			p->first = i;
		p->last = i + 1;
		texts++;
		korean += is(p, i, LINE_KOREAN);
	}
	skip_deck(p);
	p->korean = texts ? korean * 2 > texts : p->n > 0 && is(p, 0, LINE_KOREAN);
	if (p->first == p->n)
		p->last = p->n;
}

/* The whole text stands on the page twice: what comes again is no headline. */
static bool
all_doubled(const struct page *p, size_t i, size_t k)
{
	return i + 1 < k && k + 1 < p->n && prose(p, i + 1) && same(p, i + 1, k + 1);
}

/* Repeated headlines in front of the first paragraph may be full sentences. */
static void
skip_prose_title(struct page *p)
{
	if (p->first >= p->n)
		return;
	for (size_t k = p->first + 1; k < p->n && k < p->first + 10; k++)
		if (same(p, p->first, k) && p->line[k].n < 200 && k > p->first + 1 && !all_doubled(p, p->first, k)) {
			size_t next = p->first + 1;

			while (next < p->n && (!prose(p, next) || same(p, p->first, next)))
				next++;
			if (next < p->n)
				p->first = next;
			return;
		}
}

/* `[Photo] Aegis destroyer returns`: a headline, if a date or byline stands under it and no other headline above. */
static void
free_photo_title(struct page *p)
{
	static const struct str marks[] = { { "[Photo", 6 }, { "(Photo", 6 }, { "[PHOTO", 6 }, { "[사진", 7 }, { "[포토", 7 }, { "PHOTOS:", 7 }, { "Photos:", 7 } };

	for (size_t i = 0; i + 1 < p->n && i < 12; i++) {
		struct str s = page_line(p, i);
		bool mark = false;

		if (p->line[i].class == CLASS_NONE && is(p, i, LINE_HEADLINE | LINE_PROSE))
			return;
		for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
			mark |= str_starts(s, marks[k]);
		if (!mark || p->line[i].class != CLASS_CAPTION || !is(p, i, LINE_HEADLINE) || is(p, i, LINE_STOP) || s.p[s.n - 1] == ')' || s.p[s.n - 1] == ']')
			continue;
		if (p->line[i + 1].class == CLASS_DATE || p->line[i + 1].class == CLASS_BYLINE)
			p->line[i].class = CLASS_NONE;
		return;
	}
}

/* A list's headline cut with dots, above the page's own: `... ‘North Korea vi...`, `Home Asian News Six soldiers crossed the -...` */
static void
find_cut_titles(struct page *p)
{
	for (size_t i = 0; i + 1 < p->n && i < 12; i++) {
		struct str s = page_line(p, i), next = page_line(p, i + 1);
		size_t at;

		if (p->line[i].class != CLASS_NONE || !(str_ends(s, STR("...")) || str_ends(s, STR("…"))) || s.n > 240 || p->line[i + 1].class != CLASS_NONE || next.n < 24)
			continue;
		while (s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '-'))
			s.n--;
		at = str_find(s, str_of(next.p, 24), 0);
		if (at == 0 && str_starts(s, next)) { /* the second is cut even more */
			p->line[i].flags = (unsigned short)((p->line[i].flags | LINE_HEADLINE) & ~(LINE_PROSE | LINE_STOP));
			p->line[i + 1].class = CLASS_TITLE;
		} else if (at < s.n && (at == 0 || str_starts(s, STR("Home")))) {
			p->line[i].class = CLASS_NAV;
			p->line[i].flags &= (unsigned short)~LINE_PROSE;
		}
	}
}

/* `[Anchor]`, `<Report>`, `Anchor:` */
static bool
speaker_tag(struct str s)
{
	return s.n > 3 && ((*s.p == '[' && s.p[s.n - 1] == ']') || (*s.p == '<' && s.p[s.n - 1] == '>') || s.p[s.n - 1] == ':');
}

/* Headlines end in no full stop; questions and cries they are. */
static bool
list_item(const struct page *p, size_t i)
{
	struct str s = page_line(p, i);
	bool cry = str_ends(s, STR("?")) || str_ends(s, STR("!")) || str_ends(s, STR("?'")) || str_ends(s, STR("?’"));

	if (is(p, i, LINE_DATELINE) || speaker_tag(s))
		return false;
	if (p->line[i].class != CLASS_NONE)
		return true;
	return s.n < 160 && (!is(p, i, LINE_STOP) || cry || p->korean);
}

/* The short lines under a list's heading belong to it; running text ends it. */
static void
drop_lists(struct page *p)
{
	for (size_t i = p->title < p->n ? p->title + 1 : p->first; i < p->n; i++) {
		if (!is(p, i, LINE_LIST) || p->line[i].class == CLASS_NONE)
			continue;
		for (size_t k = i + 1; k < p->n && list_item(p, k); k++) {
			if (p->line[k].class == CLASS_CAPTION || p->line[k].class == CLASS_BYLINE || p->line[k].class == CLASS_DATE)
				break;
			if (p->line[k].class == CLASS_NONE)
				drop(p, k, p->line[i].class);
			i = k;
		}
	}
}

/* A run of short lines that end no sentence, none of them a headline: a menu. */
static void
drop_menus(struct page *p, size_t from, size_t to)
{
	for (size_t i = from; i < to;) {
		size_t end = i, shorts = 0;

		while (end < to && !is(p, end, LINE_STOP) && p->line[end].words <= (str_starts(page_line(p, end), STR("• ")) ? 6 : 4) && p->line[end].n < 60) {
			shorts++;
			end++;
		}
		for (size_t k = i; shorts >= 5 && k < end; k++)
			if (k != p->title && p->line[k].class == CLASS_NONE)
				drop(p, k, CLASS_NAV);
		i = end + 1;
	}
}

/* A line of nothing but names next to the date or under the headline: `Colin Zwirko`. */
static void
find_names(struct page *p)
{
	for (size_t i = 1; i < p->n; i++) /* below 기자 정보 */
		if (p->line[i].class == CLASS_NONE && p->line[i - 1].class == CLASS_STAFF && p->line[i].n >= 6 && p->line[i].n <= 12 && line_hangul(page_line(p, i)) * 3 == p->line[i].n
		    && str_starts(page_line(p, i - 1), STR("기자")))
			p->line[i].class = CLASS_BYLINE;
	for (size_t i = 0; i < p->first && i < p->n; i++) {
		bool by = i > 0 && p->line[i - 1].n <= 3 && str_starts_nocase(page_line(p, i - 1), STR("by"));
		bool near = by || (i > 0 && (p->line[i - 1].class == CLASS_DATE || (i == p->title_end && p->line[i].words <= 4)))
		    || (i + 1 < p->n && p->line[i + 1].class == CLASS_DATE)
		    || (i + 2 < p->n && p->line[i + 2].class == CLASS_DATE && p->line[i + 1].class != CLASS_NONE)
		    || (i > 2 && p->line[i - 2].class != CLASS_NONE && p->line[i - 1].class != CLASS_NONE
		        && (p->line[i - 3].class == CLASS_DATE || p->line[i - 2].class == CLASS_DATE));

		if (i > 0 && (str_ends(page_line(p, i - 1), STR("provided by")) || str_ends(page_line(p, i - 1), STR("Provided By")))) /* a company's release */
			near = false;
		if (i + 1 < p->n && p->line[i + 1].class == CLASS_CAPTION && str_find(page_line(p, i + 1), page_line(p, i), 0) < p->line[i + 1].n) /* the picture's alternative text */
			near = false;
		if (near && i != p->title && p->line[i].class == CLASS_NONE && !is(p, i, LINE_STOP) && names_only(byline_without_places(p->rules, page_line(p, i))))
			p->line[i].class = CLASS_BYLINE;
	}
}

/* `Kathryn Lee, Research Analyst, Asia Program, Institute`: the author of a think tank's page, above the text. */
static void
find_scholars(struct page *p)
{
	static const char *const jobs[] = { "Analyst", "Fellow", "Director", "Professor", "Researcher", "Editor", "Correspondent", "Scholar", "Associate", "Columnist", "Lecturer", "Staff Writer", NULL };

	for (size_t i = 0; i < p->first && i < p->n; i++) {
		struct str s = page_line(p, i);
		size_t comma = str_find(s, STR(", "), 0);
		bool job = false;

		if (p->line[i].class != CLASS_NONE || comma == s.n || s.n > 140 || is(p, i, LINE_STOP) || !names_only(str_of(s.p, comma)))
			continue;
		for (size_t k = 0; jobs[k] && !job; k++)
			job = str_find(str_of(s.p, s.n < comma + 40 ? s.n : comma + 40), str_z(jobs[k]), comma) < s.n && str_find(s, str_z(jobs[k]), comma) < comma + 40;
		if (job)
			p->line[i].class = CLASS_BYLINE;
	}
}

/* Hard-wrapped text: the next line goes on in lower case. Such lines are no headlines. */
static void
find_wrapped(struct page *p)
{
	for (size_t i = 0; i + 1 < p->n; i++) {
		struct str next = page_line(p, i + 1);

		if (p->line[i].class == CLASS_NONE && p->line[i + 1].class == CLASS_NONE && !is(p, i, LINE_STOP) && p->line[i].n >= 45 && p->line[i + 1].gap == 0 && next.n
		    && is_lower(*next.p) && (next.n >= 40 || is(p, i + 1, LINE_STOP))) {
			p->line[i].flags |= LINE_PROSE;
			p->line[i + 1].flags |= LINE_PROSE;
		}
	}
}

/* Does line i come again below its double? Then it is the headline. */
static bool
repeats_later(const struct page *p, size_t i)
{
	for (size_t k = i + 2; k < p->n && k < i + 1000; k++)
		if (same(p, i, k))
			return true;
	return false;
}

/* Holds a full date, as captions do: `... in Geneva, March 3, 2024.` */
static bool
dated(const struct page *p, struct str s)
{
	struct pagedate d;

	for (size_t at = 0; pagedate_find(rules_words(p->rules), s, at, &d); at = d.end)
		if (d.day.year && d.day.day)
			return true;
	return false;
}

/* The next line is this one with a bracket at its end: alternative text, and the caption with its credit. */
static bool
credit_added(const struct page *p, size_t i)
{
	struct str a = page_line(p, i), b = page_line(p, i + 1);

	return a.n >= 20 && b.n > a.n + 3 && b.n < a.n + 80 && b.p[b.n - 1] == ')' && str_starts(b, a) && str_starts(str_trim(str_from(b, a.n)), STR("("));
}

/* A caption printed twice, alternative text and line: no credit tells it, but that it is doubled and tells a picture. A doubled
 * paragraph tells what was said. */
static void
find_doubled_captions(struct page *p)
{
	size_t texts = 0, titles = 0;

	for (size_t i = 0; i + 1 < p->n; i++) {
		struct str s = page_line(p, i);
		bool doubled;

		if (p->line[i].class == CLASS_NONE && credit_added(p, i)) {
			p->line[i].class = p->line[i + 1].class = CLASS_CAPTION;
			i++;
			continue;
		}
		doubled = p->line[i].class == CLASS_NONE && same(p, i, i + 1) && s.n < 450 && p->line[i].words >= 4;

		if (doubled && !is(p, i, LINE_PROSE) && !titles) /* the headline itself */
			doubled = false;
		if (doubled && titles && texts == 0 && str_ends(s, STR(")")) && !is(p, i, LINE_STOP) && (i == 0 || p->line[i - 1].class != CLASS_NONE)) {
			p->line[i].class = p->line[i + 1].class = CLASS_CAPTION; /* K9 howitzers (Hanwha Aerospace) */
			i++;
			continue;
		}
		if (doubled && (is(p, i, LINE_PROSE) || !repeats_later(p, i))
		    && (caption_tells(s) || (texts == 0 && is(p, i, LINE_PROSE) && !reports(s)) || (texts > 0 && !is(p, i, LINE_STOP)) || (!reports(s) && dated(p, s)))) {
			p->line[i].class = p->line[i + 1].class = CLASS_CAPTION;
			i++;
		}
		titles += p->line[i].class == CLASS_NONE && is(p, i, LINE_HEADLINE);
		texts += p->line[i].class == CLASS_NONE && is(p, i, LINE_PROSE);
	}
}

/* A short line between a credit and date or outlet, with the headline above: what the picture shows. */
static bool
place_of_picture(const struct page *p, size_t i)
{
	unsigned char next;

	if (i + 2 >= p->n || i == 0 || p->line[i + 1].class != CLASS_NONE)
		return false;
	if (p->line[i].gap && !p->line[i + 1].gap && p->line[i + 2].gap && p->line[i + 1].words <= 20 && !is(p, i + 1, LINE_STOP) && is(p, i - 1, LINE_HEADLINE)) /* a block of its own */
		return true;
	if (p->line[i + 1].words > 8 || !is(p, i - 1, LINE_HEADLINE)
	    || p->line[i - 1].class != CLASS_NONE || p->line[i - 1].words <= p->line[i + 1].words)
		return false;
	next = p->line[i + 2].class;
	return next == CLASS_DATE || next == CLASS_SOURCE || next == CLASS_AGENCY || is(p, i + 2, LINE_PROSE);
}

static bool
bracketed(struct str s)
{
	return s.n > 4 && s.n < 80 && *s.p == '(' && str_find(s, STR(")"), 0) == s.n - 1;
}

/* A picture's text above or below a credit that stands alone: `PHOTO: AFP`. */
static void
find_credited(struct page *p)
{
	for (size_t i = 0; i < p->n; i++) {
		size_t texts;

		if (i > 0 && p->line[i].class == CLASS_CAPTION && bracketed(page_line(p, i)) && !p->line[i].gap && p->line[i - 1].class == CLASS_NONE
		    && p->line[i - 1].words <= 45 && !reports(page_line(p, i - 1)) && (i == 1 || p->line[i - 1].gap)) { /* (iStock Photo), under what it shows */
			p->line[i - 1].class = CLASS_CAPTION;
			p->line[i].class = CLASS_PHOTO;
		}
		if (p->line[i].class != CLASS_PHOTO)
			continue;
		texts = 0;
		for (size_t k = 0; k + 1 < i; k++)
			texts += p->line[k].class == CLASS_NONE && is(p, k, LINE_PROSE);
		if (i > 0 && p->line[i - 1].class == CLASS_NONE && is(p, i - 1, LINE_PROSE | LINE_STOP) && !is(p, i - 1, LINE_DATELINE)
		    && (caption_tells(page_line(p, i - 1)) || (texts == 0 && p->line[i - 1].words <= 40 && !reports(page_line(p, i - 1)))))
			p->line[i - 1].class = CLASS_CAPTION;
		else if (texts == 0 && place_of_picture(p, i))
			p->line[i + 1].class = CLASS_CAPTION;
		else if (i + 1 < p->n && p->line[i + 1].class == CLASS_NONE && p->line[i + 1].words < 40 && is(p, i + 1, LINE_PROSE | LINE_STOP)
		    && caption_tells(page_line(p, i + 1)) && !reports(page_line(p, i + 1)))
			p->line[i + 1].class = CLASS_CAPTION;
	}
}

/* A past tense; `released by` is told of pictures as well. */
static bool
past(struct str s)
{
	static const char *const words[] = { " was ", " were ", " had ", " has ", " have ", " did ", " held ", " took ", " met ", " came ", " will ", " would ", " told ", " made ", " began ", NULL };

	for (size_t i = 0; words[i]; i++)
		if (str_find(s, str_z(words[i]), 0) < s.n)
			return true;
	for (size_t at = str_find(s, STR("ed "), 0); at < s.n; at = str_find(s, STR("ed "), at + 1))
		if (at > 2 && is_lower(s.p[at - 1]))
			return true;
	return false;
}

/* `Marines finish training for the day in Pohang, South Korea, March 16, 2026.`: above the text, in the present tense, and the day
 * at its end. */
static void
find_dated_captions(struct page *p)
{
	for (size_t i = 0, texts = 0; i + 1 < p->n && texts < 3; i++) {
		struct str s = page_line(p, i);
		struct pagedate d;
		size_t end = s.n;

		if (p->line[i].class != CLASS_NONE || !is(p, i, LINE_PROSE))
			continue;
		texts++;
		if (s.n > 420 || s.p[s.n - 1] != '.' || is(p, i, LINE_DATELINE) || reports(s) || past(s))
			continue;
		for (size_t at = 0; pagedate_find(rules_words(p->rules), s, at, &d); at = d.end)
			end = d.day.year && d.day.day && d.end + 1 >= s.n && d.start > 2 && s.p[d.start - 2] == ',' ? d.start : end;
		if (end < s.n)
			p->line[i].class = CLASS_CAPTION;
	}
}

/* The alternative text of a picture, mostly doubled, above its caption. */
static void
find_alt_texts(struct page *p)
{
	size_t titles = 0;

	for (size_t i = 0; i + 1 < p->n; i++) {
		size_t k = i + 1;

		titles += i > 0 && p->line[i - 1].class == CLASS_NONE && is(p, i - 1, LINE_HEADLINE);
		if (!titles && same(p, i, k)) /* the headline itself */
			continue;
		if (p->line[i].class != CLASS_NONE || is(p, i, LINE_PROSE) || !is(p, i, LINE_HEADLINE))
			continue;
		if (k + 1 < p->n && same(p, i, k))
			k++;
		if (p->line[k].class == CLASS_CAPTION && (k > i + 1 || str_starts(page_line(p, k), page_line(p, i)))
		    && !(i > 0 && p->line[i - 1].class != CLASS_PHOTO && k == i + 1 && !str_starts(page_line(p, k), page_line(p, i))))
			p->line[i].class = p->line[k - 1].class = CLASS_PHOTO;
	}
}

/* Does a byline of the page name the words that open s? */
static bool
names_author(const struct page *p, struct str s)
{
	size_t end = 0, words = 0;

	while (end < s.n && words < 2)
		words += s.p[end++] == ' ';
	s.n = end ? end - 1 : 0;
	for (size_t i = 0; i < p->n; i++)
		if ((p->line[i].class == CLASS_BYLINE || p->line[i].class == CLASS_DATE) && s.n > 4
		    && str_find(page_line(p, i), s, 0) < p->line[i].n)
			return true;
	return false;
}

/* Is line i about its author, `Tessa Brandt is a freelance reporter.`, and nobody of the story's? */
static bool
about_author(const struct page *p, size_t i)
{
	struct str s = page_line(p, i), name = bio_name(s), last;

	if (p->line[i].words > 80 || !name.n || !bio_shape(s))
		return false;
	last = name;
	for (size_t k = 0; k < name.n; k++)
		if (name.p[k] == ' ')
			last = str_from(name, k + 1);
	for (size_t k = p->first; k < i; k++)
		if (p->line[k].class == CLASS_NONE && str_find(page_line(p, k), last, 0) < p->line[k].n)
			return false;
	return true;
}

/* Notices behind the article: who its author is, one paragraph below the closing lines. */
static void
drop_notices(struct page *p)
{
	size_t texts = 0, tail = p->n, behind = 0;

	for (size_t i = p->first; i < p->n; i++) {
		if (prose(p, i) && tail < p->n)
			drop(p, i, CLASS_STAFF);
		else if (prose(p, i))
			texts++;
		else if (texts >= 3 && is(p, i, LINE_TAIL)) {
			behind = 0;
			for (size_t k = i + 1; k < p->n && behind < 2; k++)
				behind += prose(p, k);
			if (p->line[i].class != CLASS_CREDIT || behind < 2) /* `X contributed to this report` above the last paragraphs */
				tail = i;
		}
	}
	for (size_t i = p->n, most = 8; texts >= 3 && most > 0 && i-- > p->first;) { /* `X is a reporter for Y.` */
		if (!prose(p, i))
			continue;
		if (!(p->line[i].words < 60 && names_author(p, page_line(p, i))) && !rules_notice(p->rules, page_line(p, i)) && !about_author(p, i))
			break;
		drop(p, i, CLASS_STAFF);
		texts--;
		most--;
	}
}

/* On a page in English the Korean lines above and below the text belong to the site. */
static void
drop_foreign(struct page *p)
{
	unsigned texts = 0;

	for (size_t i = p->first; i < p->last; i++)
		texts += prose(p, i) && is(p, i, LINE_KOREAN);
	for (size_t i = 0; i < p->n && !p->korean; i++)
		if (texts >= 2 && i > p->title && i < p->first && line_hangul(page_line(p, i)) >= 8)
			p->line[i].flags &= (unsigned short)~LINE_HEADLINE; /* a deck of a page in both languages */
		else if ((i < p->first || i >= p->last) && p->line[i].class == CLASS_NONE && is(p, i, LINE_KOREAN) && i != p->title)
			drop(p, i, CLASS_NAV);
}

/* `HEADLINE. October. 18, 2024 07:46. by Kyu-On Son onson@example.com.` */
static void
find_title_stamps(struct page *p)
{
	struct str title = p->title < p->n ? title_clean(p, page_line(p, p->title)) : STR("");

	for (size_t i = 0; i < p->n && title.n >= 8; i++) {
		struct stamp stamp[STAMPS];
		struct str s = page_line(p, i);

		if (i == p->title || p->line[i].class != CLASS_NONE || !is(p, i, LINE_MAIL) || s.n > title.n + 140 || !str_starts(s, title)
		    || !stamp_read(p->rules, s, stamp) || !stamp[0].date.day.year)
			continue;
		p->line[i].class = CLASS_DATE;
		p->line[i].flags &= (unsigned short)~LINE_PROSE;
	}
}

/* A headline that was wrapped goes on in lower case. */
static void
join_title(struct page *p)
{
	for (size_t i = p->title + 1; i < p->first && i < p->n; i++) {
		struct str s = page_line(p, i);

		if (p->line[i].gap || p->line[i].class != CLASS_NONE || !is_lower(*s.p) || p->line[i - 1].n < 55 || is(p, i, LINE_STOP) || str_starts(s, STR("by ")))
			break;
		p->line[i].class = CLASS_TITLE;
		p->fate[i] = FATE_DROP;
		p->title_end = i + 1;
	}
}

static void
sort_head(struct page *p)
{
	bool stamped = false;

	for (size_t i = 0; i < p->first && i < p->n; i++) {
		unsigned char class = p->line[i].class;

		stamped |= class == CLASS_DATE;
		if (p->fate[i] != FATE_OPEN)
			continue;
		if (i == p->title)
			p->fate[i] = FATE_TITLE;
		else if (class == CLASS_CAPTION)
			p->fate[i] = FATE_CAPTION;
		else if (class != CLASS_NONE)
			p->fate[i] = FATE_DROP;
		else if (p->korean && stamped && !is(p, i, LINE_STOP) && line_hangul(page_line(p, i)) < 15 && !speaker_tag(page_line(p, i)))
			drop(p, i, CLASS_TOOL); /* what stands under the date serves the reader's screen */
		else if (p->title < p->n && i < p->title)
			drop(p, i, line_words(page_line(p, i)) <= 3 ? CLASS_SECTION : CLASS_OTHER);
		else if (p->line[i].words >= 4 || is(p, i, LINE_KOREAN | LINE_STOP) || speaker_tag(page_line(p, i)))
			p->fate[i] = FATE_BODY; /* a deck */
		else
			drop(p, i, CLASS_OTHER);
	}
}

/* A furniture word inside the body that could be a cross-heading stays, unless others stand beside it. */
static bool
lonely(const struct page *p, size_t i)
{
	bool before = i > 0 && p->line[i - 1].class != CLASS_NONE && p->line[i - 1].class != CLASS_CAPTION;
	bool after = i + 1 < p->n && p->line[i + 1].class != CLASS_NONE && p->line[i + 1].class != CLASS_CAPTION;

	return is(p, i, LINE_EDGE) && !before && !after;
}

static bool
furniture(const struct page *p, size_t i)
{
	unsigned char class = p->line[i].class;

	return class != CLASS_NONE && class != CLASS_CAPTION && class != CLASS_DATE && class != CLASS_DOUBLED && class != CLASS_CRUMB;
}

/* Speaks to the reader: `Get our best stories in your inbox.` */
static bool
addresses_reader(struct str s)
{
	static const char *const words[] = { " you ", " your ", " You ", "Your ", "You ", " our ", "Our ", " us ", NULL };

	if (s.n > 220 || str_find(s, STR("\""), 0) < s.n || str_find(s, STR("“"), 0) < s.n || str_find(s, STR(" said"), 0) < s.n)
		return false;
	for (size_t i = 0; words[i]; i++)
		if (str_find(s, str_z(words[i]), 0) < s.n)
			return true;
	return false;
}

/* A block of furniture inside the body: what stands between two of its lines, or beside one and speaks to the reader. */
static void
drop_blocks(struct page *p)
{
	for (size_t i = p->first + 1; i + 1 < p->last; i++) {
		struct str s = page_line(p, i);
		bool before = furniture(p, i - 1), after = furniture(p, i + 1);

		if (p->line[i].class != CLASS_NONE || speaker_tag(s) || is(p, i, LINE_DATELINE))
			continue;
		if ((before && after && s.n < 120 && !is(p, i, LINE_STOP)) || ((before || after) && addresses_reader(s)))
			drop(p, i, CLASS_OTHER);
	}
}

/* Fox sets its links to other stories in capitals between the paragraphs. */
static bool
capital_links(const struct page *p)
{
	if (p->title < p->n && is(p, p->title, LINE_UPPER))
		return false;
	for (size_t i = 0; i < p->n; i++)
		if (p->line[i].class != CLASS_NONE && p->line[i].n < 120
		    && (str_find(page_line(p, i), STR("Fox News"), 0) < p->line[i].n || str_find(page_line(p, i), STR("FOX NEWS"), 0) < p->line[i].n))
			return true;
	return false;
}

static void
drop_capital_links(struct page *p)
{
	bool look = false, links = false;

	for (size_t i = p->first + 1; i + 1 < p->last; i++) {
		if (p->line[i].class != CLASS_NONE || !is(p, i, LINE_UPPER) || p->line[i].words < 5 || is(p, i, LINE_KOREAN | LINE_DATELINE))
			continue;
		links = look ? links : capital_links(p);
		look = true;
		if (links)
			drop(p, i, CLASS_RELATED);
	}
}

static void
sort_body(struct page *p)
{
	for (size_t i = p->first; i < p->last; i++) {
		unsigned char class = p->line[i].class;

		if (p->fate[i] != FATE_OPEN)
			continue;
		if (class == CLASS_CAPTION)
			p->fate[i] = FATE_CAPTION;
		else if (class == CLASS_NONE || class == CLASS_CRUMB || lonely(p, i))
			p->fate[i] = FATE_BODY;
		else if (class == CLASS_DATE && p->line[i].words <= 3 && !is(p, i, LINE_STOP) && i > p->first)
			p->fate[i] = FATE_BODY; /* a chronicle's heading */
		else
			p->fate[i] = FATE_DROP;
	}
}

/* Below the body: what follows it at once may be its last, broken line; behind furniture nothing is text. */
static void
sort_tail(struct page *p)
{
	bool behind = false;

	for (size_t i = p->last; i < p->n; i++) {
		unsigned char class = p->line[i].class;
		struct str as;

		if (p->fate[i] != FATE_OPEN) {
			behind |= p->fate[i] == FATE_DROP && class != CLASS_TITLE;
			continue;
		}
		if (class == CLASS_CAPTION) {
			p->fate[i] = FATE_CAPTION;
		} else if (class != CLASS_NONE) {
			p->fate[i] = FATE_DROP;
			behind = true;
		} else if (!behind && rules_outlet(p->rules, page_line(p, i), &as)) {
			drop(p, i, CLASS_AGENCY);
			behind = true;
		} else if (!behind && (p->korean ? is(p, i, LINE_STOP) && line_hangul(page_line(p, i)) >= 4 && str_find(page_line(p, i), STR("!"), 0) == p->line[i].n
		                                 : is(p, i, LINE_STOP) || p->line[i].words >= 6 || p->first == p->n)) {
			p->fate[i] = FATE_BODY;
		} else {
			drop(p, i, CLASS_OTHER);
			behind = true;
		}
	}
}

/* The beginning of a paragraph below, cut with dots, perhaps behind the headline: `HEADLINE SECRETARY: Good afternoon ...` */
static bool
teaser(const struct page *p, size_t i)
{
	struct str s = page_line(p, i), head;

	if (!(str_ends(s, STR("...")) || str_ends(s, STR("…")) || str_ends(s, STR("[…]"))) || i > p->first + 2)
		return false;
	if (p->title < p->n && str_starts(s, page_line(p, p->title)))
		s = str_trim(str_from(s, p->line[p->title].n));
	if (s.n < 60)
		return false;
	head = str_of(s.p, 48);
	for (size_t k = i + 1; k < p->n && k < i + 6; k++)
		if (p->fate[k] == FATE_BODY && str_starts(page_line(p, k), head))
			return true;
	return false;
}

/* A paragraph that stands on the page twice is printed once. */
static void
drop_doubles(struct page *p)
{
	size_t size = 64, *slot;

	while (size < p->n * 2)
		size *= 2;
	slot = arena_array(p->arena, size, sizeof *slot);
	memset(slot, 0, size * sizeof *slot);
	for (size_t i = 0; i < p->n; i++) {
		size_t k;

		if ((p->fate[i] != FATE_BODY && p->fate[i] != FATE_CAPTION) || p->line[i].n < (p->fate[i] == FATE_BODY ? 40 : 1))
			continue;
		for (k = hash64(page_line(p, i)) & (size - 1); slot[k]; k = (k + 1) & (size - 1))
			if (same(p, slot[k] - 1, i))
				break;
		if (slot[k] || teaser(p, i)) {
			p->fate[i] = FATE_DROP;
			p->line[i].class = CLASS_DOUBLED;
		} else {
			slot[k] = i + 1;
		}
	}
}

/* Alt text beside its caption: one is the beginning of the other. */
static void
drop_alt_texts(struct page *p)
{
	for (size_t i = 0; i + 1 < p->n; i++) {
		struct str a = page_line(p, i), b = page_line(p, i + 1);

		if (p->fate[i + 1] == FATE_CAPTION && p->fate[i] != FATE_TITLE && a.n >= 8 && a.n < b.n && (str_starts(b, a) || (a.n >= 24 && !is(p, i, LINE_STOP) && str_find(b, a, 0) < b.n) || (a.n >= 24 && str_ends(b, a)))) {
			p->fate[i] = FATE_DROP;
			p->line[i].class = CLASS_DOUBLED;
		} else if (p->fate[i] == FATE_CAPTION && b.n >= 8 && b.n < a.n && p->fate[i + 1] != FATE_TITLE && (str_starts(a, b) || (b.n >= 24 && str_ends(a, b)))) {
			p->fate[i + 1] = FATE_DROP;
			p->line[i + 1].class = CLASS_DOUBLED;
		}
	}
}

void
page_sort(struct page *p)
{
	memset(p->fate, FATE_OPEN, p->n);
	p->title = p->n;
	free_sign_off(p);
	free_photo_title(p);
	find_wrapped(p);
	find_cut_titles(p);
	find_alt_texts(p);
	find_doubled_captions(p);
	find_credited(p);
	find_dated_captions(p);
	find_body(p);
	skip_prose_title(p);
	find_scholars(p);
	title_find(p);
	find_title_stamps(p);
	drop_notices(p);
	find_body(p);
	if (p->title < p->n && p->title >= p->first)
		skip_prose_title(p);
	p->title_end = p->title + 1;
	join_title(p);
	find_names(p);
	drop_foreign(p);
	drop_menus(p, 0, p->first);
	drop_menus(p, p->last, p->n);
	drop_lists(p);
	drop_blocks(p);
	drop_capital_links(p);
	sort_head(p);
	sort_body(p);
	sort_tail(p);
	drop_alt_texts(p);
	drop_doubles(p);
}
