#include "split_head.h"
#include "split_source.h"
#include "split_words.h"

#define SITE_LINES 10 /* of a head in which a site says its name and what it is */

/* A date or a byline stands below the line, decks or names between, and no other headline above. */
static bool
before_deck(const struct page *p, size_t i)
{
	unsigned between = 0;

	if (p->line[i].words < 5 || (i > 0 && head_candidate(p, i - 1) && p->line[i - 1].words >= 4)
	    || (i > 1 && head_candidate(p, i - 2) && p->line[i - 2].words >= 4))
		return false;
	for (size_t k = i + 1; k < p->n && k < i + 6 && between <= 3; k++) {
		if (class_in(class(p, k), IN(DATE) | IN(BYLINE)))
			return between > 0;
		if (class(p, k) == CLASS_SECTION
		    || (class(p, k) == CLASS_NONE
			&& (is(p, k, LINE_PROSE)
			    || (is(p, k, LINE_UPPER) && p->line[k].words <= 3 && !is(p, i, LINE_UPPER)))))
			return false; /* a kicker opens the head below it */
		between += class(p, k) == CLASS_NONE;
	}
	return false;
}

static int
score(const struct page *p, size_t i, struct head *h)
{
	struct str s = text(p, i);
	int points = (int)head_told(h, i);
	unsigned times = head_repeated(h, i);

	if (times > 1 && (p->line[i].words >= 5 || line_hangul(s) >= 8))
		points += times > 2 ? 90 : 70;
	if (class(p, i + 1) == CLASS_URL || is(p, i, LINE_NAMED)
	    || (i > 0 && class(p, i - 1) == CLASS_SOURCE && str_starts(text(p, i - 1), STR("(EDITORIAL from "))))
		points += 60;
	if (head_stamped(p, i) || head_over_tools(p, i))
		points += 40;
	else if (times == 1 && before_deck(p, i))
		points += 30;
	if (p->line[i].words < 4 && line_hangul(s) < 8)
		points -= 40;
	if (i + 1 < p->n && i + 1 < p->first && class(p, i) == CLASS_NONE)
		points += 2;
	points -= is(p, i, LINE_NAMED) ? 0 : deck_points(h, i);
	if (i < HEAD_LINES && kicker_is(h, i))
		points -= 100;
	if (i == 0 || class_in(class(p, i - 1), IN(PREFIX) | IN(SECTION) | IN(CRUMB) | IN(NAV) | IN(OTHER)))
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
		if (head_candidate(p, i)
		    || (i < HEAD_LINES && class(p, i) == CLASS_NONE && is(p, i, LINE_PROSE) && p->line[i].n <= 300
			&& head_repeated(h, i) > 1))
			return i;
	}
	return p->n;
}

/* The line that is most of a headline; n if none is. One that has no rival needs no points. */
static size_t
best_line(const struct page *p, struct head *h)
{
	size_t best = next_line(p, 0, h), i = next_line(p, best + 1, h);
	bool doubtful = best < p->n && p->line[best].words < 4 && !head_stamped(p, best);
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
	return most < 0 && p->line[best].words < 4 && !head_stamped(p, best) ? p->n : best;
}

/* The headline below its label, where the label's line names the site behind it, `Title: HEADLINE - Harbor Signal`; else that line. */
static size_t
below_label(const struct page *p, size_t label)
{
	struct str title = header_value(p, label);

	for (size_t i = label + 1; i < p->first; i++)
		if (class(p, i) == CLASS_NONE && title_site(title, text(p, i)).n)
			return i;
	return label;
}

/* `HEADLINE Harbor Daily News` with the headline alone below it: that one. */
static void
swap_signed(struct page *p)
{
	struct str s = text(p, p->title);

	for (size_t i = p->title + 1; i < p->n && i < p->title + 3; i++) {
		struct str title = text(p, i), site = str_from(s, smaller(title.n, s.n));

		if (class(p, i) != CLASS_NONE || p->line[i].words < 6 || !site.n || site.n > 40 || *site.p != ' '
		    || !str_starts(s, title))
			continue;
		classify(p, p->title, CLASS_TITLE);
		p->title = i;
		return;
	}
}

/* The headline twice on one line, as a picture's alternative text, or with the picture's agency behind it: `HEADLINE Yonhap News`. */
static void
find_alternative(struct page *p, size_t i, struct str clean)
{
	struct str s = text(p, i), rest = str_from(s, smaller(s.n, clean.n));
	const struct outlet *o;

	if (class(p, i) != CLASS_NONE || clean.n < 20 || !rest.n || !str_starts(s, clean))
		return;
	o = *rest.p == ' ' ? rules_outlet(p->rules, str_trim(rest), NULL) : NULL;
	if (str_eq(rest, clean)) {
		classify(p, i, CLASS_TITLE);
	} else if (o && o->agency) {
		classify(p, i, CLASS_CAPTION);
	}
}

/* A deck between the headline and its repetition above a picture: the first one is the headline. */
static void
lift_title(struct page *p)
{
	for (size_t i = p->title > 3 ? p->title - 3 : 0; i + 1 < p->title; i++) {
		if (!str_eq(text(p, i), text(p, p->title)) || class(p, i + 1) != CLASS_NONE
		    || !is(p, i + 1, LINE_STOP) || p->line[i + 1].words > 45)
			continue;
		p->title = i;
		return;
	}
}

/* The place of a page among the others: `지역사회 파주시`, below a menu that has `지역사회`. */
static bool
crumb(const struct page *p, size_t i)
{
	struct str s = text(p, i), menu = str_of(s.p, str_find(s, STR(" "), 0));

	if (p->line[i].words != 2 || line_hangul(s) >= 12 || menu.n < 4)
		return false;
	for (size_t k = 0; k < i; k++)
		if (str_eq(text(p, k), menu))
			return true;
	return false;
}

/* Where the forces' stories are from, above the day: `BUSAN, SOUTH KOREA` */
static bool
place_above_date(const struct page *p, size_t i)
{
	return is(p, i, LINE_UPPER) && class(p, i + 1) == CLASS_DATE
	    && words_end(text(p, i), WORDS(", SOUTH KOREA", ", JAPAN", ", UNITED STATES"));
}

/* The dash that PressReader has below headline and deck, alone or before who wrote: `-`, `- By Kim Coe`, `- — Washington Post`. */
static bool
reader_dash(const struct page *p, size_t i)
{
	struct str s = text(p, i);

	return i < p->first && *s.p == '-' && (s.n == 1 || s.p[1] == ' ');
}

/* The paper's name in PressReader, above the headline: `The Harbor Herald (South Africa)`. */
static bool
reader_plate(const struct page *p)
{
	struct str s = text(p, 0);

	return outlet_shape(str_of(s.p, str_find(s, STR(" ("), 0))) && head_candidate(p, 0) && head_candidate(p, 1)
	    && (reader_dash(p, 2) || (reader_dash(p, 3) && head_candidate(p, 2)));
}

/* `Written by 10:58 AM Politics`, `18:40 GMT +327 April 2017`: a clock among few words. */
static bool
tells_time(struct str s)
{
	size_t at = str_find(s, STR(":"), 0);

	return at > 0 && at + 5 < s.n && is_digit(s.p[at - 1]) && is_digit(s.p[at + 2]) && line_words(s) <= 6
	    && words_start(str_from(s, at + 3),
		WORDS(" AM", " PM", " am", " pm", " a.m", " p.m", " GMT", " UTC", " KST", " ET", " EDT", " EST"));
}

/* The class of a line of the head that looks like a headline; CLASS_NONE: it could be one. */
static unsigned char
class_of_other(const struct page *p, struct head *h, size_t i)
{
	if (i < SITE_LINES && (slogan_is(h, i) || plate_is(h, i)))
		return CLASS_OTHER;
	if (i < SITE_LINES && i > 0 && korean_expert(text(p, i)).n) /* who writes as a guest */
		return CLASS_BYLINE;
	if (place_above_date(p, i) || tells_time(text(p, i)))
		return CLASS_OTHER;
	return crumb(p, i) ? CLASS_SECTION : CLASS_NONE;
}

static void
drop_others(struct page *p, struct head *h)
{
	for (size_t i = 0; i < p->first && i < HEAD_LINES; i++) {
		unsigned char c = head_candidate(p, i) ? class_of_other(p, h, i) : CLASS_NONE;

		if (c != CLASS_NONE)
			classify(p, i, c);
	}
}

void
title_find(struct page *p)
{
	struct head head = head_of(p, p->first), *h = &head;
	struct str clean;

	p->title = p->n;
	for (size_t i = 0; page_has(p, IN(HEADER_TITLE)) && i < p->first; i++)
		if (class(p, i) == CLASS_HEADER_TITLE && header_value(p, i).n) {
			p->title = below_label(p, i);
			return;
		}
	drop_others(p, h);
	if (reader_plate(p)) {
		classify(p, 0, CLASS_SOURCE);
		p->title = 1;
	} else {
		p->title = best_line(p, h);
	}
	if (p->title == p->n)
		return;
	for (size_t i = 0; i < p->first && i < HEAD_LINES; i++)
		if (i != p->title && p->line[i].n + 5 < p->line[p->title].n && head_candidate(p, i)
		    && title_site(text(p, p->title), title_of(p, i)).n) {
			p->title = i;
			break;
		}
	swap_signed(p);
	lift_title(p);
	clean = title_of(p, p->title);
	for (size_t i = 0; i < p->n; i++) {
		char c = str_first(text(p, i));
		bool opens = !clean.n || c == *clean.p || c == '(' || c == *TITLE_FIELD.p; /* as few lines do */

		if (!opens || i == p->title || p->line[i].n < clean.n)
			continue;
		if (head_is_title(p, i, clean) || (class(p, i) == CLASS_NONE && title_site(text(p, i), clean).n))
			classify(p, i, CLASS_TITLE);
		else
			find_alternative(p, i, clean);
	}
}
