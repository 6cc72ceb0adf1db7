#include "split_page.h"
#include "split_words.h"

#include <stdio.h>

struct candidate {
	struct pagedate date;
	int rank; /* the higher the surer; 0: none */
	struct str from;
};

static void
offer(struct candidate *best, const struct pagedate *date, int rank, struct str from)
{
	bool older =
	    rank == best->rank && date->day.day && cal_days(date->day) < cal_days(best->date.day); /* the crawler's clock is later */

	if (date->day.year && (rank > best->rank || older))
		*best = (struct candidate) { *date, rank, from };
}

/* The dateline of the first paragraphs: month and day, mostly without a year. */
static bool
dateline_date(const struct page *p, struct pagedate *d)
{
	unsigned n = 0;

	for (size_t i = p->first; i < p->last && n < 3; i++) {
		struct dateline line;

		if (p->fate[i] != FATE_BODY)
			continue;
		n++;
		if (is(p, i, LINE_DATELINE) && dateline_read(p->rules, text(p, i), &line) && line.date.day.day) {
			*d = line.date;
			return true;
		}
	}
	return false;
}

/* Releases of the U.S. forces print M.D.Y. */
static bool
us_forces(const struct page *p)
{
	const struct words signs = WORDS(
	    "Courtesy Story", "Story by ", "Photo by ", "Photo By ", "VIRIN", "dvidshub", "DVIDS", ".mil", "Public Affairs");

	for (size_t i = 0; i < p->n; i++)
		if (p->fate[i] != FATE_BODY && p->line[i].n <= 400 && words_any(text(p, i), signs))
			return true;
	return false;
}

#define ORDER_LINES 60  /* from the page's beginning on */
#define ORDER_DATES 240

/* What tells D/M from M/D on a page. */
struct order {
	bool known, forces;
	struct cal *others; /* days of which there is no doubt */
	size_t n;
};

static void
order_find(const struct page *p, struct order *o)
{
	struct pagedate d;

	*o = (struct order) { .known = true, .forces = us_forces(p), .others = arena_array(p->arena, ORDER_DATES, sizeof *o->others) };
	for (size_t i = 0; i < p->n && i < ORDER_LINES; i++) {
		struct str s = str_head(text(p, i), 400);

		for (size_t at = 0; o->n < ORDER_DATES && pagedate_find(rules_words(p->rules), s, at, &d); at = d.end)
			if (!d.either && d.day.day)
				o->others[o->n++] = d.day;
	}
}

/* D/M or M/D: the dateline, or another full date of the page, settles it. */
static void
settle(const struct page *p, struct order *o, struct pagedate *d)
{
	struct cal swapped = { d->day.year, d->day.day, d->day.month };
	bool swap;

	if (!d->either)
		return;
	if (!o->known)
		order_find(p, o);
	swap = o->forces;
	for (size_t i = 0; i < o->n && !swap; i++)
		swap = o->others[i].day == swapped.day && o->others[i].month == swapped.month
		    && (!o->others[i].year || o->others[i].year == swapped.year);
	if (swap)
		d->day = swapped;
}

/* A bare first-line date may be the crawler's clock: only believed if no labelled date stands on the page. */
static int
rank_of(const struct page *p, size_t i, const struct stamp *s)
{
	bool head = i < p->first;

	if (s->label == LABEL_PUBLISHED)
		return head ? 100 : 90;
	if (s->label == LABEL_UPDATED)
		return 60;
	if (i > p->title && p->title < p->n && head)
		return 88;
	if (class(p, i) == CLASS_BYLINE)
		return 80;
	if (head)
		return i + 1 == p->title ? 72 : 70;
	return 50;
}

/* A day and nothing else on the first line, above the headline: as often the day of the reading as that of the writing. */
static bool
clock_line(const struct page *p, size_t i, const struct stamp *s)
{
	struct str line = text(p, i);

	return i == 0 && p->title < p->n && p->title > 0 && s->label == LABEL_NONE && s->date.hour < 0 && s->date.start <= 11
	    && s->date.end + 8 >= line.n && line.n > 8 && (!is_digit(line.p[0]) || str_last(line) == ')' || str_ends(line, STR("요일")))
	    && class(p, p->title + 1 < p->n ? p->title + 1 : p->title) != CLASS_BYLINE;
}

/* When the site was last edited, above the headline: `UPDATED. 2025-10-22 09:40 (수)`. Below it the page tells its own times. */
static bool
clock_of_site(const struct page *p, size_t i, const struct stamp *s)
{
	if (s->label != LABEL_UPDATED || i >= p->title || p->title == p->n)
		return false;
	for (size_t k = p->title + 1; k < p->first; k++)
		if (class(p, k) == CLASS_DATE)
			return true;
	return false;
}

static void
from_stamps(const struct page *p, struct candidate *best, struct candidate *updated)
{
	struct order order = { 0 };
	size_t end = page_imprint(p);

	for (size_t i = 0; i < end; i++) {
		struct stamp stamp[STAMPS];
		size_t n;

		if (!class_in(class(p, i), IN(DATE) | IN(BYLINE)))
			continue;
		n = stamp_read(p->rules, text(p, i), stamp);
		if (n == 1 && stamp[0].label == LABEL_NONE && i > 0)
			stamp[0].label = stamp_label(p->rules, text(p, i - 1));
		if (n >= 2 && stamp[0].label == LABEL_NONE && stamp[1].label == LABEL_UPDATED) /* 17 Jan 2026 (Updated: 18 Jan 2026) */
			stamp[0].label = LABEL_PUBLISHED;
		if (n == 1 && clock_of_site(p, i, &stamp[0]))
			continue;
		if (n == 1 && clock_line(p, i, &stamp[0])) {
			offer(best, &stamp[0].date, 30, STR("crawl"));
			continue;
		}
		for (size_t k = 0; k < n; k++) {
			int rank = rank_of(p, i, &stamp[k]) - (k && stamp[k].label == LABEL_NONE ? 30 : 0);

			settle(p, &order, &stamp[k].date);
			if (!stamp[k].date.day.day)
				rank -= 40;
			if (stamp[k].label == LABEL_UPDATED
			    || (k && stamp[k].label == LABEL_NONE && rank >= 40
				&& (stamp[k].date.hour >= 0 || cal_days(stamp[k].date.day) != cal_days(stamp[0].date.day))))
				offer(updated, &stamp[k].date, rank, STR(""));
			offer(best, &stamp[k].date, rank, class(p, i) == CLASS_BYLINE ? STR("byline") : STR("published"));
		}
	}
}

/* `일자: 20241017`, `Publication info: The Harbor Courier ; Seoul [Seoul]. 03 Nov 2025: A.1.` */
static void
from_header(const struct page *p, struct candidate *best)
{
	const uint64_t labels = IN(HEADER_DATE) | IN(HEADER_SOURCE);

	for (size_t i = 0; page_has(p, labels) && i < p->n; i++) {
		struct pagedate d = { .hour = -1, .minute = -1, .second = -1 };
		struct str s;
		int n = 0;

		if (!class_in(class(p, i), labels))
			continue;
		s = header_value(p, i);
		if (class(p, i) == CLASS_HEADER_SOURCE) /* without the page */
			s = str_of(s.p, str_find(s, STR(": "), 0));
		for (size_t k = 0; k < 8 && k < s.n && is_digit(s.p[k]); k++)
			n = n * 10 + (s.p[k] - '0');
		d.day = (struct cal) { n / 10000, n / 100 % 100, n % 100 };
		if (cal_valid(d.day) || (stamp_first(p->rules, s, &d) && d.day.day))
			offer(best, &d, class(p, i) == CLASS_HEADER_DATE ? 110 : 105, STR("published"));
	}
}

/* ` date 2025-09-09`, least sure of all. */
static void
from_prefix(const struct page *p, struct candidate *best)
{
	for (size_t i = 0; i < p->n && i < 3; i++) {
		struct pagedate d;

		if (class(p, i) == CLASS_PREFIX && stamp_first(p->rules, text(p, i), &d))
			offer(best, &d, 10, STR("crawl"));
	}
}

/* A date inside the headline, or a full date inside a caption or the text. */
static void
from_text(const struct page *p, struct candidate *best)
{
	struct pagedate d;

	if (p->title < p->n && stamp_first(p->rules, text(p, p->title), &d) && d.day.day)
		offer(best, &d, 40, STR("text"));
}

/* The latest full date of the lines that are text, or of the others. */
static struct cal
latest_full(const struct page *p, bool body)
{
	struct cal latest = { 0 };

	for (size_t i = 0; i < p->n; i++) {
		struct str s = text(p, i);
		struct pagedate d;

		if ((p->fate[i] == FATE_BODY) != body || (class(p, i) == CLASS_LEGAL && p->n > 3))
			continue;
		s = str_head(s, 4000);
		for (size_t at = 0; pagedate_find(rules_words(p->rules), s, at, &d); at = d.end)
			if (d.day.year && d.day.day && cal_valid(d.day) && (!latest.year || cal_days(d.day) > cal_days(latest)))
				latest = d.day;
	}
	return latest;
}

static const struct str weekdays[] = { STR_ITEM("Monday"), STR_ITEM("Tuesday"), STR_ITEM("Wednesday"), STR_ITEM("Thursday"),
	STR_ITEM("Friday"), STR_ITEM("Saturday"), STR_ITEM("Sunday") };

/* Is that weekday the first that the text names? */
static bool
weekday_named(const struct page *p, int weekday)
{
	for (size_t i = p->first; i < p->last; i++) {
		struct str s = text(p, i);
		size_t first = s.n;
		int day = 0;

		for (int k = 0; p->fate[i] == FATE_BODY && k < 7; k++)
			if (str_find(s, weekdays[k], 0) < first) {
				first = str_find(s, weekdays[k], 0);
				day = k + 1;
			}
		if (day)
			return day == weekday;
	}
	return false;
}

/* The weekday that the first paragraph speaks of, Monday 1 ... Sunday 7; 0 if it names none or several. */
static int
lede_weekday(const struct page *p)
{
	int found = 0;

	for (size_t i = p->first; i < p->last; i++) {
		struct str s = text(p, i);

		if (!is(p, i, LINE_DATELINE))
			continue;
		for (int k = 0; k < 7; k++) {
			size_t at = str_find(s, weekdays[k], 0);

			if (at == s.n)
				continue;
			if (found)
				return 0;
			found = k + 1;
		}
		break;
	}
	return found;
}

/* How badly a day fits a story of that weekday: 0 the day itself, 1 the day before it, 2 the day after it, which it still was on
 * the other side of the Pacific, 3 none of these. */
static int
misfit(struct cal day, int weekday)
{
	int back = cal_valid(day) ? (cal_weekday(cal_days(day)) - weekday + 7) % 7 : 3;

	return back <= 1 ? back : back == 6 ? 2 : 3;
}

/* `www.kcna.kp (Juche110.3.9.)`: years of the North are counted from 1912. 0 if no line of the page's ends has one. */
static int
juche_year(const struct page *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct str s = text(p, i);
		size_t at = p->fate[i] == FATE_BODY || s.n > 120 ? s.n : str_find(s, STR("Juche"), 0) + 5;
		int year = 0;

		at += at < s.n && s.p[at] == ' ';
		for (; at < s.n && is_digit(s.p[at]) && year < 1000; at++)
			year = year * 10 + s.p[at] - '0';
		if (year > 36 && year < 200)
			return 1911 + year;
	}
	return 0;
}

/* The year of a dateline that has none, 0 if nothing tells. Furniture and captions say it; a full date of the text, which may be of
 * old or of things to come, only if it lies in the month before or the weekday of the first paragraph agrees. */
static int
year_nearby(const struct page *p, struct cal day)
{
	struct cal around = latest_full(p, false), story = latest_full(p, true), told, next;
	int weekday = lede_weekday(p);
	long since;

	if (juche_year(p))
		return juche_year(p);
	if (around.year && story.year && cal_days(story) > cal_days(around) + 366) /* since when the site is registered */
		around.year = 0;
	told = around.year ? around : story;
	if (!told.year)
		return 0;
	day.year = told.year;
	next = (struct cal) { day.year + 1, day.month, day.day };
	if (weekday && misfit(day, weekday) < 3 && misfit(day, weekday) <= misfit(next, weekday))
		return day.year;
	for (; weekday && next.year <= told.year + 2; next.year++) /* a picture may be a year or two older than the story */
		if (misfit(next, weekday) == 0)
			return next.year;
	if (weekday)
		return 0;
	if (around.year)
		return around.year;
	since = cal_valid(day) ? cal_days(day) - cal_days(told) : -1;
	return since >= 0 && since <= 31 ? day.year : 0;
}

/* The year of a page that stands below another one on a blog: that one's, if they are of the same days. */
static int
year_before(const struct page *p, struct cal day, struct cal before)
{
	long since;

	if (!before.year || is(p, 0, LINE_CUT))
		return 0;
	day.year = before.year;
	if (!cal_valid(day))
		return 0;
	since = cal_days(day) - cal_days(before);
	return since >= -14 && since <= 2 ? day.year : 0;
}

static void
from_dateline(const struct page *p, struct candidate *best, struct cal before)
{
	struct pagedate d;

	if (best->rank >= 70 || !dateline_date(p, &d))
		return;
	if (!d.day.year) {
		d.day.year = best->rank >= 10 ? best->date.day.year : year_nearby(p, d.day);
		if (!d.day.year)
			d.day.year = year_before(p, d.day, before);
		if (best->rank >= 10 && best->date.day.day && d.day.year && cal_valid(d.day)
		    && cal_days(d.day) > cal_days(best->date.day) + 60) /* December, crawled in January */
			d.day.year--;
	}
	if (d.day.year && cal_valid(d.day))
		offer(best, &d, 68, STR("dateline"));
}

/* `on the 26th` + a photo dated 2025.2.12: the month of the one, the day of the other. */
static void
from_evidence(const struct page *p, struct candidate *best)
{
	struct pagedate d, full = { 0 };
	int day = 0;

	if (best->rank)
		return;
	for (size_t i = 0; i < p->n && !full.day.year; i++) {
		struct str s = text(p, i);

		if (p->fate[i] != FATE_CAPTION)
			continue;
		for (size_t at = 0; pagedate_find(rules_words(p->rules), s, at, &d); at = d.end)
			if (d.day.year && d.day.day)
				full = d;
	}
	if (!full.day.year)
		return;
	for (size_t i = p->first; i < p->last && !day; i++) {
		struct str s = text(p, i);
		size_t at = str_find(s, STR(" on the "), 0) + 8;
		size_t n = 0;

		if (p->fate[i] != FATE_BODY || at >= s.n)
			continue;
		while (at + n < s.n && is_digit(s.p[at + n]) && n < 2)
			n++;
		if (n && at + n + 2 <= s.n && (s.p[at + n] == 't' || s.p[at + n] == 's' || s.p[at + n] == 'n' || s.p[at + n] == 'r'))
			day = n == 1 ? s.p[at] - '0' : (s.p[at] - '0') * 10 + s.p[at + 1] - '0';
	}
	full.hour = -1;
	if (!day && !weekday_named(p, cal_weekday(cal_days(full.day))))
		return; /* a picture of another day */
	if (day >= full.day.day && day <= cal_month_days(full.day.year, full.day.month))
		full.day.day = day;
	offer(best, &full, 20, STR("text"));
}

#define KOREAN_TIME 540 /* minutes east of Greenwich */

static struct str
iso(const struct page *p, struct pagedate *d, const struct outlet *outlet)
{
	char out[PAGEDATE_ISO];

	if (!d->zoned && (outlet ? outlet->zoned : p->korean)) { /* papers of which no table knows are local ones */
		d->zoned = true;
		d->zone = outlet ? outlet->zone : KOREAN_TIME;
	}
	return arena_str(p->arena, str_of(out, pagedate_iso(d, out)));
}

void
date_find(const struct page *p, struct article *a, const struct outlet *outlet, struct carry *carry)
{
	struct candidate best = { 0 }, updated = { 0 };

	from_stamps(p, &best, &updated);
	from_header(p, &best);
	from_prefix(p, &best);
	from_text(p, &best);
	from_dateline(p, &best, carry->before);
	from_evidence(p, &best);
	carry->before = best.date.day;
	if (best.rank) {
		article_set(a, KEY_DATE, iso(p, &best.date, outlet));
		article_set(a, KEY_DATE_FROM, best.from);
		if (updated.rank)
			article_set(a, KEY_UPDATED, iso(p, &updated.date, outlet));
	} else if (carry->date_n) {
		article_set(a, KEY_DATE, str_of(carry->date, carry->date_n));
		article_set(a, KEY_DATE_FROM, carry->from);
	}
}
