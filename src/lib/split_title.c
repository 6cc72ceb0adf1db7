#include "load.h"
#include "split_letters.h"
#include "split_page.h"
#include "split_words.h"

#include <limits.h>

#define HEAD_LINES 200 /* from either end of what stands above the text: a list of any length is no head */

/* What headlines of a page are weighed by. */
struct head {
	const struct page *page;
	struct str low;        /* the first paragraphs, in lower case; NULL: not yet asked for */
	uint64_t *fours;       /* a bit for each four bytes that a word there begins with, by a hash */
	unsigned short *times; /* how often a line stands on the page; 0: not yet counted */
	unsigned char *share;  /* how much of the opening a line's words tell, + 1; 0: not yet asked */
};

#define FOURS (1u << 13)

static size_t
four_at(const char *p)
{
	return (uint32_t)load32(p) * 2654435761u >> 19;
}

static uint64_t *
fours_of(struct str low, struct arena *arena)
{
	uint64_t *fours = arena_alloc(arena, FOURS / 8);
	struct stems words = { .s = low };
	struct str stem;

	memset(fours, 0, FOURS / 8);
	while ((stem = stems_next(&words)).n) {
		size_t k = four_at(stem.p);

		fours[k / 64] |= (uint64_t)1 << k % 64;
	}
	return fours;
}

static void
read_opening(struct head *h)
{
	enum { PARAGRAPHS = 4, BYTES = 500 };
	const struct page *p = h->page;
	char *low = arena_alloc(p->arena, PARAGRAPHS * (BYTES + 1));
	size_t at = 0;
	unsigned n = 0;

	for (size_t i = p->first; i < p->n && n < PARAGRAPHS; i++) {
		struct str s = page_line(p, i);

		if (!(p->line[i].flags & LINE_PROSE) || p->line[i].class != CLASS_NONE)
			continue;
		s = str_head(s, BYTES);
		str_lower(low + at, s);
		at += s.n;
		low[at++] = '\n';
		n++;
	}
	h->low = str_of(low, at);
	h->fours = fours_of(h->low, p->arena);
}

/* Does a word of the opening begin with `stem`, of four bytes and more in lower case? Korean words are looked for inside of others. */
static bool
holds(const struct head *h, struct str stem)
{
	size_t k = four_at(stem.p);

	if (*stem.p & 0x80)
		return str_find(h->low, stem, 0) < h->low.n;
	if (!(h->fours[k / 64] >> k % 64 & 1))
		return false;
	for (size_t at = str_find(h->low, stem, 0); at < h->low.n; at = str_find(h->low, stem, at + 1))
		if (at == 0 || !is_wordy(h->low.p[at - 1]))
			return true;
	return false;
}

/* Share of the words of s whose first letters stand in the opening, 0 to 100. */
static unsigned
overlap(struct str s, struct head *h)
{
	struct stems all = { .s = s };
	struct str stem;
	char low[STEM];
	unsigned words = 0, found = 0;

	if (!h->low.p)
		read_opening(h);
	while ((stem = stems_next(&all)).n) {
		size_t most = (*stem.p & 0x80) ? 6 : 5;

		if ((*stem.p & 0x80) && stem.n < most)
			continue;
		stem = str_head(stem, most);
		str_lower(low, stem);
		words++;
		found += holds(h, str_of(low, stem.n));
	}
	return words ? found * 100 / words : 0;
}

/* ` | site`, ` - site`, `: site` at the end. Offset of the cut, or s.n. */
static size_t
suffix(const struct page *p, struct str s)
{
	static const struct str cuts[] = { STR_ITEM(" | "), STR_ITEM(" - "), STR_ITEM(" – "), STR_ITEM(" — "), STR_ITEM(" :: "), STR_ITEM(" < "), STR_ITEM(" : "), STR_ITEM(" | ") };
	static const bool signs[256] = { ['|'] = true, ['-'] = true, [':'] = true, ['<'] = true, [0xE2] = true };
	size_t best = s.n;
	bool sign = false;

	for (size_t i = 0; i + 1 < s.n && !sign; i++)
		sign = s.p[i] == ' ' && signs[(unsigned char)s.p[i + 1]];
	if (!sign)
		return s.n;
	for (size_t k = 0; k < sizeof cuts / sizeof *cuts; k++)
		for (size_t at = str_find(s, cuts[k], 0); at < s.n; at = str_find(s, cuts[k], at + 1)) {
			struct str rest = str_trim(str_from(s, at + cuts[k].n)), as;
			bool bar = cuts[k].p[1] == '|' || cuts[k].p[1] == '<';

			if (line_words(str_of(s.p, at)) < 3 && line_hangul(str_of(s.p, at)) < 5)
				continue;
			if ((rules_outlet(p->rules, rest, &as) || (bar && line_words(rest) <= 4)) && at < best)
				best = at;
		}
	return best;
}

/* The wire's count of versions behind a headline: `...(2보)`, `...(종합2보)`, `... (2nd LD)`. */
static struct str
without_version(struct str s)
{
	static const char *const marks[] = { "종합", "보", "속보", "LEAD", "LD", "UPDATE", "Update", "URGENT", "2nd", "3rd", "4th", "5th", NULL };
	size_t open = s.n;

	if (s.n < 12 || s.p[s.n - 1] != ')')
		return s;
	while (open > 0 && s.n - open < 20 && s.p[open] != '(')
		open--;
	if (s.p[open] != '(' || open < 6)
		return s;
	for (size_t i = open + 1; i + 1 < s.n;) {
		size_t k = 0;

		while (marks[k] && !str_starts(str_from(s, i), str_z(marks[k])))
			k++;
		if (!marks[k] && !is_digit(s.p[i]) && s.p[i] != ' ')
			return s;
		i += marks[k] ? strlen(marks[k]) : 1;
	}
	if (is_digit(s.p[s.n - 2])) /* (2), (2024) */
		return s;
	return str_trim(str_of(s.p, open));
}

#define FIELD STR("제목 ") /* of an office's board */

/* Sections before a headline on one line with it, two and more: `정치 국방 [포토] 눈 덮인 ...` */
static struct str
without_sections(const struct page *p, struct str s)
{
	size_t at = 0;
	unsigned n = 0;

	while (at + 30 < s.n) {
		size_t end = str_find(s, STR(" "), at);

		if (!(s.p[at] & 0x80) || end - at > 18 || !rules_match_whole(p->rules, str_of(s.p + at, end - at)))
			break;
		at = end + 1;
		n++;
	}
	return n >= 2 ? str_from(s, at) : s;
}

struct str
title_clean(const struct page *p, struct str s)
{
	size_t end;

	s = str_trim(str_starts(s, STR("• ")) ? str_from(s, 4) : s);
	if (str_starts(s, FIELD) && s.n > 14)
		s = str_trim(str_from(s, FIELD.n));
	s = without_sections(p, s);
	end = suffix(p, s);
	if (end < s.n) /* ` - Politics | site` */
		s.n = suffix(p, str_of(s.p, end));
	s.n = line_aired(s);
	while (s.n && s.p[0] == '(') { /* (LEAD), (2nd LD), (News Focus) */
		end = str_find(s, STR(")"), 0);
		if (end > 40 || end + 3 >= s.n || line_words(str_of(s.p, end)) > 4 || line_hangul(str_of(s.p, end)))
			break;
		s = str_trim(str_from(s, end + 1));
	}
	return without_version(str_trim(s));
}

#define TITLE_ASKED (1u << ASK_TITLE)

struct str
title_of(const struct page *p, size_t i)
{
	struct str s = page_line(p, i);
	struct line *l = &p->line[i];

	if (s.n > USHRT_MAX)
		return title_clean(p, s);
	if (!(l->asked & TITLE_ASKED)) {
		struct fact *f = memo_fact(p->memo, l->hash);

		if (!(f->asked & TITLE_ASKED)) {
			struct str clean = title_clean(p, s);

			f->title = (struct part) { (unsigned short)(clean.p - s.p), (unsigned short)clean.n };
			f->asked |= TITLE_ASKED;
		}
		l->title = f->title;
		l->asked |= TITLE_ASKED;
	}
	return str_of(s.p + l->title.at, l->title.n);
}

/* Is line i the clean headline, but for marks and suffixes? */
static bool
is_title(const struct page *p, size_t i, struct str clean)
{
	struct str s = page_line(p, i);

	if (s.n < clean.n || s.n >= clean.n + 60 || (!str_starts(s, clean) && *s.p != '(' && !str_starts(s, FIELD)))
		return false;
	return str_eq(title_of(p, i), clean);
}

struct str
title_site(const struct page *p, size_t i, struct str clean)
{
	static const struct str cuts[] = { STR_ITEM(" | "), STR_ITEM(" - "), STR_ITEM(" – "), STR_ITEM(" — "), STR_ITEM(" :: "), STR_ITEM(" • "), STR_ITEM(" : "), STR_ITEM(" < ") };
	struct str s = page_line(p, i), rest;

	if (clean.n < 16 || s.n < clean.n + 5 || s.n > clean.n + 60 || s.p[clean.n] != ' ' || !str_starts(s, clean))
		return str_of(s.p, 0);
	rest = str_from(s, clean.n);
	for (size_t k = 0; k < sizeof cuts / sizeof *cuts; k++) {
		struct str site = str_from(rest, cuts[k].n);

		if (str_starts(rest, cuts[k]) && line_words(site) <= 5 && !line_stops(site) && (is_capital(*site.p) || (*site.p & 0x80)))
			return site;
	}
	return str_of(s.p, 0);
}

static unsigned
count_line(const struct page *p, size_t i)
{
	struct str s = title_of(p, i);
	unsigned n = 0;

	for (size_t k = 0; k < p->n; k++) {
		if (k == 2 * HEAD_LINES && p->n > 6 * HEAD_LINES)
			k = p->n - 2 * HEAD_LINES;
		n += is_title(p, k, s);
	}
	return n;
}

/* How often the line stands on the page, itself included. */
static unsigned
repeated(const struct page *p, size_t i, struct head *h)
{
	if (!h->times[i])
		h->times[i] = (unsigned short)count_line(p, i);
	return h->times[i];
}

/* The overlap of line i as a headline. */
static unsigned
told(const struct page *p, size_t i, struct head *h)
{
	if (!h->share[i])
		h->share[i] = (unsigned char)(overlap(title_of(p, i), h) + 1);
	return h->share[i] - 1u;
}

/* A date or byline line follows within three lines that are no text: what stands under a headline. */
static bool
before_stamp(const struct page *p, size_t i)
{
	for (size_t k = i + 1; k < p->n && k <= i + 6; k++) {
		unsigned char class = p->line[k].class;

		if (class_in(class, IN(DATE) | IN(BYLINE) | IN(URL) | IN(HEADER_AUTHOR)))
			return true;
		if (class == CLASS_NONE && !page_names_only(p, k))
			return false;
	}
	return false;
}

/* `영문뉴스 보기`: two words at most, and the last is a verb as a noun. */
static bool
is_button(const struct page *p, size_t i)
{
	return (p->line[i].flags & LINE_KOREAN) && p->line[i].words <= 2 && words_end(page_line(p, i), WORDS("보기", "하기", "가기", "듣기", "닫기", "열기"));
}

static bool
candidate(const struct page *p, size_t i)
{
	struct str s = page_line(p, i);

	if (p->line[i].class != CLASS_NONE || !(p->line[i].flags & LINE_HEADLINE) || str_starts(s, STR("- ")) || str_starts(s, STR("* ")) || is_button(p, i))
		return false;
	if (!str_starts(s, STR("• ")))
		return true;
	return i + 1 < p->n && p->line[i + 1].class == CLASS_DATE && str_starts(page_line(p, i + 1), STR("• ")); /* the whole head is a list */
}

/* The same with decks or names between, and no other headline above. */
static bool
before_deck(const struct page *p, size_t i)
{
	unsigned between = 0;

	if (p->line[i].words < 5 || (i > 0 && candidate(p, i - 1) && p->line[i - 1].words >= 4) || (i > 1 && candidate(p, i - 2) && p->line[i - 2].words >= 4))
		return false;
	for (size_t k = i + 1; k < p->n && k < i + 6 && between <= 3; k++) {
		if (class_in(p->line[k].class, IN(DATE) | IN(BYLINE)))
			return between > 0;
		if (p->line[k].class == CLASS_SECTION || (p->line[k].class == CLASS_NONE && ((p->line[k].flags & LINE_PROSE) || ((p->line[k].flags & LINE_UPPER) && p->line[k].words <= 3 && !(p->line[i].flags & LINE_UPPER)))))
			return false; /* a kicker opens the head below it */
		between += p->line[k].class == CLASS_NONE;
	}
	return false;
}

/* `CNN NEWSROOM`: a programme in capitals that opens with its broadcaster. */
static bool
programme(const struct page *p, size_t i)
{
	struct str s = page_line(p, i), as;

	return (p->line[i].flags & LINE_UPPER) && s.n < 60 && str_has(s, STR(" ")) && rules_outlet(p->rules, str_of(s.p, str_find(s, STR(" "), 0)), &as);
}

/* `S Korea-NK talks` above the headline: how an agency files the story. */
static bool
slug(const struct page *p, size_t i)
{
	struct str s = page_line(p, i);
	size_t dash = str_find(s, STR("-"), 0);

	return p->line[i].words <= 5 && dash > 1 && dash + 1 < s.n && is_wordy(s.p[dash - 1]) && is_wordy(s.p[dash + 1]) && p->line[i + 1].words >= 8
	    && i + 2 < p->n && (p->line[i + 2].flags & LINE_DATELINE);
}

/* A label over the headline, no headline itself: `THE ARMY'S OLD GUARD` above `Army to retire last of its tanks by year's end`. */
static bool
kicker(const struct page *p, size_t i, struct head *h)
{
	size_t k = i + 1;
	bool louder;

	if (k < p->first && p->line[i].words <= 5 && programme(p, i) && candidate(p, k) && p->line[k].words >= 3)
		return true;
	if (k >= p->first || p->line[i].words > 5 || p->line[k].gap > 1 || !candidate(p, k) || p->line[k].words < 5 || p->line[k].words <= p->line[i].words + 1
	    || line_hangul(page_line(p, i)) || (i > 0 && candidate(p, i - 1) && p->line[i - 1].words > 5) || repeated(p, i, h) > 1)
		return false;
	if (slug(p, i))
		return true;
	louder = (p->line[i].flags & LINE_UPPER) && !(p->line[k].flags & LINE_UPPER);
	return before_stamp(p, k) && (louder || (p->line[i].words <= 4 && overlap(page_line(p, i), h) == 0 && overlap(page_line(p, k), h) >= 50));
}

/* An outlet's name, and what it is: `The Yonhap News Agency of South Korea`. */
static bool
names_itself(const struct rules *r, struct str s)
{
	const struct words behind = WORDS(" of ", ", ");
	struct str as;

	if (str_starts(s, STR("The ")))
		s = str_from(s, 4);
	return words_any(s, behind) && rules_outlet_in(r, s, &as) && str_starts_nocase(s, as) && words_start(str_from(s, as.n), behind);
}

#define SLOGAN 128 /* bytes */

/* Words that sites praise themselves with. */
static bool
praises_itself(struct str s)
{
	char low[SLOGAN];

	str_lower(low, s);
	return words_any(str_of(low, s.n), WORDS("news", "daily", "source", "stories", "journalism", "voice", "since ", "magazine", "analysis", "insight",
	    "trusted", "independent", "leading", "savvy", "window", "coverage", "your ", "gateway", "perspective", "home of", "truth", "premier", "portal"));
}

/* What a site says of itself below its name: `Independent news from Russia`, `Your daily source of military news`. */
static bool
slogan(const struct page *p, size_t i, struct head *h)
{
	struct str s = page_line(p, i);
	size_t k = i + 1;
	bool named;

	if (i > 8 || s.n >= SLOGAN || p->line[i].words > 12)
		return false;
	while (k < p->first && k < i + 4 && !candidate(p, k))
		k++;
	if (k >= p->first || !candidate(p, k))
		return false;
	if (str_starts(s, STR("Home ")) && p->line[i].words >= 4 && before_stamp(p, k)) /* a menu on one line */
		return repeated(p, i, h) == 1 && overlap(s, h) < overlap(page_line(p, k), h);
	named = names_itself(p->rules, s);
	if (!(named || praises_itself(s)) || repeated(p, i, h) > 1 || told(p, k, h) < 45)
		return false;
	if (named)
		return true;
	if (i > 0 && p->line[i - 1].class == CLASS_SOURCE)
		return overlap(s, h) <= overlap(page_line(p, k), h);
	return (i == 0 || p->line[i - 1].class != CLASS_NONE) && overlap(s, h) < 34 && overlap(s, h) + 30 < overlap(page_line(p, k), h);
}

/* Does a line of [from, i) tell the story, and more of it than line i? */
static bool
told_above(const struct page *p, size_t from, size_t i, struct head *h)
{
	unsigned own = told(p, i, h);

	if (told(p, from, h) >= (p->line[from].words >= 4 || line_hangul(page_line(p, from)) ? 15 : 40)) /* a word in common is not much */
		return true;
	for (size_t k = from + 1; k < i; k++) {
		unsigned share = told(p, k, h);

		if (share >= (p->line[k].words >= 5 ? 40 : 101) || (share >= 15 && share >= own))
			return true;
	}
	return false;
}

/* A deck stands under its headline, and what stands below date or byline is none. More than three in a row are a list, whose
 * last item may be the headline. */
static int
under(const struct page *p, size_t i, struct head *h)
{
	size_t from = i, to = i + 1;

	if (i == 0)
		return 0;
	for (size_t k = i, stamps = 0; k-- > 0 && k + HEAD_LINES > i;) { /* a headline above the date: this is a deck */
		stamps += class_in(p->line[k].class, IN(DATE) | IN(BYLINE));
		if (stamps && candidate(p, k))
			return repeated(p, i, h) > 1 ? 0 : 70;
	}
	if (class_in(p->line[i - 1].class, IN(DATE) | IN(BYLINE)))
		return before_stamp(p, i) ? 0 : 30;
	if (i > 1 && !candidate(p, i - 1) && candidate(p, i - 2) && !class_in(p->line[i - 1].class, IN(NONE) | IN(SECTION) | IN(CRUMB) | IN(NAV)))
		from--; /* a notice between headline and deck */
	while (from > 0 && i - from < 12 && candidate(p, from - 1) && !kicker(p, from - 1, h))
		from--;
	while (to < p->first && to - i < 12 && candidate(p, to))
		to++;
	if (from == i || to - from > 3 || repeated(p, i, h) > 1)
		return 0;
	if ((p->line[from].flags ^ p->line[i].flags) & LINE_KOREAN) /* the same in the other language */
		return 150;
	return repeated(p, from, h) > 1 || told_above(p, from, i, h) ? 90 : 20;
}

/* `"새벽 이착륙은 당분간 줄일 것"` in quotes from end to end, below a line that could be the headline. */
static bool
quoted_deck(const struct page *p, size_t i)
{
	struct str s = page_line(p, i);

	if (!(p->line[i].flags & LINE_KOREAN) || !words_start(s, WORDS("\"", "“")) || !words_end(s, WORDS("\"", "”")) || str_find(s, STR("\""), 1) + 1 < s.n)
		return false;
	for (size_t k = i; k-- > 0 && k + 8 > i;)
		if (candidate(p, k) && line_hangul(page_line(p, k)) >= 8)
			return true;
	return false;
}

static int
score(const struct page *p, size_t i, struct head *h)
{
	struct str s = page_line(p, i);
	int points = (int)told(p, i, h);
	unsigned times = repeated(p, i, h);

	if (times > 1 && (p->line[i].words >= 5 || line_hangul(s) >= 8))
		points += times > 2 ? 90 : 70;
	if ((i + 1 < p->n && p->line[i + 1].class == CLASS_URL) || (p->line[i].flags & LINE_NAMED))
		points += 60;
	if (before_stamp(p, i))
		points += 40;
	else if (times == 1 && before_deck(p, i))
		points += 30;
	if (p->line[i].words < 4 && line_hangul(s) < 8)
		points -= 40;
	if (i + 1 < p->n && i + 1 < p->first && p->line[i].class == CLASS_NONE)
		points += 2;
	if (quoted_deck(p, i))
		points -= 50;
	points -= p->line[i].flags & LINE_NAMED ? 0 : under(p, i, h);
	if (i < HEAD_LINES && kicker(p, i, h))
		points -= 100;
	if (i == 0 || class_in(p->line[i - 1].class, IN(PREFIX) | IN(SECTION) | IN(CRUMB)))
		points += 20;
	return points;
}

/* The next line from i on that could be the headline, or n. A sentence could, if it is repeated. */
static size_t
next_line(const struct page *p, size_t i, struct head *h)
{
	for (; i < p->first; i++) {
		if (i >= HEAD_LINES && i + HEAD_LINES < p->first)
			i = p->first - HEAD_LINES;
		if (candidate(p, i)
		    || (i < HEAD_LINES && p->line[i].class == CLASS_NONE && (p->line[i].flags & LINE_PROSE) && p->line[i].n <= 300 && repeated(p, i, h) > 1))
			return i;
	}
	return p->n;
}

/* The line that is most of a headline; n if none is. One that has no rival needs no points. */
static size_t
best_line(const struct page *p, struct head *h)
{
	size_t best = next_line(p, 0, h), i = next_line(p, best + 1, h);
	bool doubtful = best < p->n && p->line[best].words < 4 && !before_stamp(p, best);
	int most;

	if (i == p->n && !doubtful)
		return best;
	most = score(p, best, h);
	for (; i < p->n; i = next_line(p, i + 1, h)) {
		int points = score(p, i, h);

		if (points > most) {
			most = points;
			best = i;
		}
	}
	return most < 0 && p->line[best].words < 4 && !before_stamp(p, best) ? p->n : best;
}

/* The headline again, below the label's line. */
static void
drop_same(struct page *p, struct str title)
{
	for (size_t i = p->title + 1; i < p->n; i++)
		if (p->line[i].class == CLASS_NONE && str_eq(page_line(p, i), title)) {
			p->line[i].class = CLASS_TITLE;
			p->fate[i] = FATE_DROP;
		}
}

void
title_find(struct page *p)
{
	struct head head = { .page = p, .times = arena_array(p->arena, p->n, sizeof *head.times), .share = arena_array(p->arena, p->n, 1) }, *h = &head;
	struct str clean;

	memset(h->times, 0, p->n * sizeof *h->times);
	memset(h->share, 0, p->n);
	p->title = p->n;
	for (size_t i = 0; i < p->first; i++)
		if (p->line[i].class == CLASS_HEADER_TITLE && header_value(p, i).n) {
			p->title = i;
			drop_same(p, header_value(p, i));
			return;
		}
	for (size_t i = 0; i < p->first && i < 10; i++)
		if (candidate(p, i) && slogan(p, i, h))
			p->line[i].class = CLASS_OTHER;
	p->title = best_line(p, h);
	if (p->title == p->n)
		return;
	for (size_t i = 0; i < p->first && i < HEAD_LINES; i++)
		if (i != p->title && p->line[i].n + 5 < p->line[p->title].n && candidate(p, i) && title_site(p, p->title, title_of(p, i)).n) {
			p->title = i;
			break;
		}
	clean = title_of(p, p->title);
	for (size_t i = 0; i < p->n; i++)
		if (i != p->title && p->line[i].class != CLASS_PREFIX && (is_title(p, i, clean) || (p->line[i].class == CLASS_NONE && title_site(p, i, clean).n))) {
			p->line[i].class = CLASS_TITLE;
			p->fate[i] = FATE_DROP;
		}
}
