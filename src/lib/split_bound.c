#include "split_view.h"
#include "split_meta.h"
#include "split_opening.h"

/* Does text begin at `at` right behind the end of a sentence, without a blank? Initials and domains do not end one. */
static bool
is_glued(struct str s, size_t at)
{
	size_t i = at;

	if (at < 3 || at >= s.n || !(is_capital(s.p[at]) || str_starts(str_from(s, at), STR("“"))))
		return false;
	if (s.p[i - 1] == '"' || s.p[i - 1] == ')')
		i--;
	else if (i >= 3 && memcmp(s.p + i - 3, "”", 3) == 0)
		i -= 3;
	return i >= 3 && strchr(".!?", s.p[i - 1]) && (is_small(s.p[i - 2]) || is_digit(s.p[i - 2]) || s.p[i - 2] == ')') && s.p[i - 3] != '.'
	    && !(i - 3 > 0 && s.p[i - 3] == ' ');
}

/* The last place of that kind in a line, s.n if there is none. */
static size_t
glued_at(struct str s)
{
	const char *dot = s.p;

	while ((dot = memchr(dot, '.', (size_t)(s.p + s.n - dot))) != NULL) {
		size_t i = (size_t)(dot - s.p) + 1;

		for (size_t k = i; k < s.n && k < i + 4; k++)
			if ((is_capital(s.p[k]) || s.p[k] == '\xE2') && s.p[k - 1] != ' ' && is_glued(s, k))
				return k;
		dot++;
	}
	return s.n;
}

/* Where the last sentence of a line begins, s.n if there is but one. */
static size_t
last_sentence(struct str s)
{
	for (size_t i = s.n; i-- > 30;)
		if (s.p[i - 1] == ' ' && is_capital(s.p[i]) && (s.p[i - 2] == '.' || ((s.p[i - 2] == '"' || s.p[i - 2] == ')') && s.p[i - 3] == '.'))
		    && (is_small(s.p[i - 3]) || is_digit(s.p[i - 3]) || s.p[i - 3] == '.'))
			return i;
	return s.n;
}

/* The first headline between the last paragraph or closing line and line i; i if there is none. */
static size_t
back_to_title(const struct bound *b, const struct view *v, size_t i)
{
	size_t from = b->tail > b->text ? b->tail : b->text;

	if (b->list > from)
		from = b->list;
	for (size_t k = from; k < i; k++)
		if (view_headline(v, k) && !view_own(v, k))
			return k;
	return i;
}

/* Names the day in its first lines, as first paragraphs do. */
static bool
names_day(struct str s)
{
	static const char *const days[] = { " Monday", " Tuesday", " Wednesday", " Thursday", " Friday", " Saturday", " Sunday", NULL };

	s.n = s.n < 260 ? s.n : 260;
	for (size_t i = 0; days[i]; i++)
		if (str_find(s, str_z(days[i]), 0) < s.n)
			return true;
	return false;
}

/* The headline over line i: the nearest one, and up to two more right above it. i if there is none within six lines. */
static size_t
title_above(const struct bound *b, const struct view *v, size_t i)
{
	size_t k = i, least = b->text > b->tail ? b->text : b->tail;

	while (k > least && i - k < 6 && !(view_headline(v, k - 1) && !view_own(v, k - 1)))
		k--;
	if (k == least || i - k >= 6)
		return i;
	k--;
	for (int n = 0; n < 2 && k > least && view_headline(v, k - 1) && !view_own(v, k - 1); n++)
		k--;
	return k;
}

/* Lines right above a headline that belong to its page: section, breadcrumb, date, name of the site. */
static size_t
over_head(const struct bound *b, const struct view *v, size_t i)
{
	size_t least = b->text > b->tail ? b->text : b->tail;
	bool named = false;

	while (i > least) {
		unsigned char c = class(v, i - 1);

		if (c != CLASS_SECTION && c != CLASS_CRUMB && c != CLASS_DATE && c != CLASS_PREFIX && c != CLASS_TOOL && c != CLASS_SHARE && c != CLASS_COUNTER
		    && !(c == CLASS_SOURCE && !named))
			break;
		named |= c == CLASS_SOURCE;
		i--;
	}
	return i;
}

/* Behind a closing line something new begins at line i, a paragraph: is it an article? A headline, a dateline or a second
 * paragraph must stand by it. */
static bool
begins(const struct bound *b, const struct view *v, size_t i)
{
	size_t title = title_above(b, v, i);

	if (view_asks(v, i, ASK_NOTICE, rules_notice))
		return false;
	if (is(v, i, LINE_DATELINE) || (title < i && v->line[title].words >= 4 && view_shared_words(v, text(v, title), i) >= 25))
		return true;
	for (size_t k = b->tail; k < i; k++)
		if (class(v, k) == CLASS_DATE || class(v, k) == CLASS_CRUMB || is(v, k, LINE_HEAD))
			return true;
	if (class(v, b->tail - 1) == CLASS_CREDIT) /* `X contributed to this report` above its last paragraphs */
		return false;
	i = view_next_prose(v, i + 1, 8);
	return i < v->n && !view_asks(v, i, ASK_NOTICE, rules_notice);
}

/* Dates as full as those under headlines. In a list of other stories their dates stand as well, but neither labels nor times. */
static bool
dated(const struct bound *b, const struct view *v, size_t i)
{
	struct stamp stamp[STAMPS];
	size_t n;

	if (class(v, i) != CLASS_DATE)
		return false;
	n = stamp_read(v->rules, text(v, i), stamp);
	return n && stamp[0].date.day.year && stamp[0].date.day.day
	    && (!b->list || stamp[0].label == LABEL_PUBLISHED || stamp[0].date.hour >= 0);
}

static size_t
cut_at_rule(const struct bound *b, const struct view *v, size_t i)
{
	char sign = line_separator(text(v, i));
	size_t next;

	if (v->line[i].n < 8 || (sign != '=' && sign != '-' && sign != '#' && sign != '_'))
		return 0;
	next = view_next_prose(v, i + 1, 20);
	if (next == v->n)
		return 0;
	if (sign == '=')
		return b->texts ? i : 0;
	/* a digest's items: a headline or a dateline behind the line */
	for (size_t k = i + 1; k <= next && k < i + 6; k++)
		if (view_headline(v, k) || is(v, k, LINE_DATELINE | LINE_HEAD))
			return i;
	return 0;
}

/* Headline, a deck that is a sentence, byline, date: the deck was taken for the last paragraph. The headline's line, or 0. */
static size_t
over_deck(const struct bound *b, const struct view *v, size_t i, size_t next)
{
	size_t deck = b->text ? b->text - 1 : 0;

	if (b->texts < 3 || deck == 0 || i - deck > 4 || v->line[deck].words > 30 || !view_headline(v, deck - 1) || v->line[deck - 1].words < 4 || view_own(v, deck - 1))
		return 0;
	for (size_t k = deck + 1; k < i; k++)
		if (class(v, k) != CLASS_BYLINE && class(v, k) != CLASS_SHARE)
			return 0;
	return view_shared_words(v, text(v, deck - 1), next) >= 40 ? deck - 1 : 0;
}

/* A date line under a headline, after text: the headline opens a page. */
static size_t
cut_at_date(const struct bound *b, const struct view *v, size_t i)
{
	size_t title = title_above(b, v, i), next = view_next_prose(v, i, 25);

	if (!dated(b, v, i) || next == v->n || (b->texts <= 2 && b->words < 80 && !b->stamped)) /* its own, under a deck */
		return 0;
	if (title < i && (!b->list || view_shared_words(v, text(v, title), next) >= 30))
		return over_head(b, v, title);
	/* the date above the headline: `Nov. 22, 2019 / 8:14 AM` */
	for (size_t k = i + 1; k <= i + 2 && k < next && next < i + 14 && stamp_full(v->rules, text(v, i)); k++)
		if (view_headline(v, k) && v->line[k].words >= 4 && !view_own(v, k) && (class(v, k + 1) == CLASS_BYLINE || view_shared_words(v, text(v, k), next) >= 40))
			return over_head(b, v, i);
	return over_deck(b, v, i, next);
}

/* Signs of a first paragraph: who said or did something, on which day. */
static bool
opens_story(struct str s)
{
	static const char *const cues[] = { " said", " announced", " Monday", " Tuesday", " Wednesday", " Thursday", " Friday", " Saturday", " Sunday", " will ", " has ", " have ",
		" on the 1", " on the 2", " on the 3", "일 ", "했다.", "밝혔다.", NULL };

	s.n = s.n < 400 ? s.n : 400;
	for (size_t i = 0; cues[i]; i++)
		if (str_find(s, str_z(cues[i]), 0) < s.n)
			return s.n > 80;
	return false;
}

/* All paragraphs so far stand apart by blank lines; this one does not. */
static bool
layout_breaks(const struct bound *b, const struct view *v, size_t i)
{
	return b->texts >= 4 && b->gaps + 1 >= b->texts && v->line[i].gap == 0;
}

static bool
is_stump(const struct rules *r, struct str s)
{
	(void)r;
	return opening_stump(s);
}

/* Is line i the last one of a page that was cut, too short to be taken for text? */
static bool
stump(const struct bound *b, const struct view *v, size_t i)
{
	return i == b->text && i + 1 < v->n && class(v, i) == CLASS_NONE && !is(v, i, LINE_PROSE | LINE_STOP | LINE_KOREAN) && view_asks(v, i, ASK_STUMP, is_stump);
}

/* The last paragraph breaks off in mid-sentence, as pages do that were cut. */
static bool
unfinished(const struct bound *b, const struct view *v)
{
	size_t i = b->text - 1;
	struct str s = text(v, i);

	if (stump(b, v, b->text))
		return true;
	return !is(v, i, LINE_STOP) && s.n >= 120 && (is_small(s.p[s.n - 1]) || s.p[s.n - 1] == ',');
}

/* What stands between line i and the next paragraph: points for what only heads of pages have. */
static int
head_lines(const struct view *v, size_t i, size_t next)
{
	int points = 0;

	for (size_t k = i + 1; k < next; k++) {
		unsigned char c = class(v, k);

		if (c == CLASS_BYLINE || c == CLASS_SHARE || c == CLASS_COUNTER || c == CLASS_TOOL || c == CLASS_DATE)
			points += 2;
		else if (c == CLASS_CAPTION || c == CLASS_PHOTO || c == CLASS_SUBSCRIBE)
			points++;
	}
	return points < 3 ? points : 3;
}

/* How blank lines tell what follows the last paragraph from the page before it: 3 where all its paragraphs stand apart and this does not. */
static int
layout_points(const struct bound *b, const struct view *v, size_t next)
{
	bool apart = b->texts >= 2 && b->gaps + 1 >= b->texts, dense = b->gaps == 0;

	if (v->line[b->text].gap == 0)
		return apart ? 2 + (b->texts >= 4) : dense && b->texts >= 2 && v->line[next].gap ? 2 : 0;
	return dense && b->texts >= 2 ? 1 : -1;
}

/* A headline alone between two articles. A cross-heading is short, or one of several, or stands in the layout of its story. */
static size_t
cut_at_bare_title(const struct bound *b, const struct view *v, size_t i)
{
	size_t next;
	unsigned shared, deck = 0;
	int points;

	if (!view_headline(v, i) || b->list || b->text == 0 || i > b->text + 6 || (b->texts < 2 && b->words < 40))
		return 0;
	next = view_next_prose(v, i + 1, 9);
	if (next == v->n)
		return 0;
	if (stump(b, v, i) || (v->line[i].words < 5 - (unsigned)is(v, next, LINE_DATELINE) && line_hangul(text(v, i)) < 10))
		return 0;
	for (size_t k = b->text; k < i; k++)
		if (class(v, k) == CLASS_NONE && !stump(b, v, k) && (is(v, k, LINE_PROSE) || v->line[k].words > 6)) /* what would become of it? */
			return 0;
	if (is(v, i, LINE_KOREAN) != is(v, next, LINE_KOREAN))
		return 0;
	shared = view_shared_words(v, text(v, i), next);
	for (size_t k = i + 1; k < next; k++) {
		if (class(v, k) == CLASS_SEPARATOR || class(v, k) == CLASS_RELATED || is(v, k, LINE_LIST | LINE_TAIL))
			return 0;
		if (view_headline(v, k)) {
			unsigned in = view_shared_words(v, text(v, k), next);

			shared = in > shared ? in : shared;
			deck++;
		}
	}
	if (deck > 3)
		return 0;
	points = (deck ? 2 : 0) + opening_headline(text(v, i)) + opening_lede(text(v, next)) + head_lines(v, i, next) + layout_points(b, v, next);
	points += shared >= 75 ? 3 : shared >= 50 ? 2 : shared >= 30 ? 1 : -1;
	points += is(v, next, LINE_DATELINE) ? 2 : 0;
	points += unfinished(b, v) ? 3 : is(v, b->text - 1, LINE_STOP) ? 0 : -2;
	points -= b->headings < 3 ? (int)b->headings : 3;
	return points >= 6 ? over_head(b, v, i) : 0;
}

/* No headline at all: the layout breaks where a first paragraph begins. */
static size_t
cut_at_lede(const struct bound *b, const struct view *v, size_t i)
{
	struct str s = text(v, i);

	if (!prose(v, i) || b->text == 0)
		return 0;
	if (b->texts >= 2 && (b->text == i || stump(b, v, i - 1)) && unfinished(b, v) && opening_lede(s) >= 2) /* the page before was cut */
		return i;
	if (b->text != i || !layout_breaks(b, v, i) || !is(v, i - 1, LINE_STOP) || is_small(*s.p) || *s.p == '"'
	    || str_starts(s, STR("“")))
		return 0;
	if (!opens_story(s) || v->line[i].words < 12)
		return 0;
	for (unsigned back = 0; b->texts >= 3 && back < 4 && i > 1 && v->line[i - 1].gap == 0 && (prose(v, i - 1) || view_headline(v, i - 1)); back++)
		i--; /* the layout broke some lines before */
	return i;
}

static bool
header(const struct view *v, size_t i)
{
	return class(v, i) == CLASS_HEADER || (class(v, i) >= CLASS_HEADER_TITLE && class(v, i) <= CLASS_HEADER_URL);
}

/* The label that opened the page comes again: the next record of an archive. */
static bool
label_again(const struct view *v, size_t i)
{
	struct str s = text(v, i), first;
	size_t colon = str_find(s, STR(":"), 0);

	for (size_t k = 0; k < i && k < 4; k++) {
		first = text(v, k);
		if (header(v, k))
			return colon < s.n && colon < first.n && memcmp(s.p, first.p, colon + 1) == 0;
	}
	return false;
}

/* All paragraphs so far are of one script, and this one and the next of the other. */
static size_t
cut_at_script(const struct bound *b, const struct view *v, size_t i)
{
	bool korean = is(v, i, LINE_KOREAN);
	size_t next = view_next_prose(v, i + 1, 12), head = i;

	if (b->texts < 2 || (b->koreans != 0 && b->koreans != b->texts) || korean == (b->koreans != 0) || next == v->n || is(v, next, LINE_KOREAN) != korean)
		return 0;
	while (head > b->text && head > b->tail && i - head < 12 && (is(v, head - 1, LINE_KOREAN) == korean) && class(v, head - 1) != CLASS_NAV)
		head--; /* the headline above it */
	return head;
}

/* A list's headline cut with dots, and the page's own below it: `Home World Fleet Gets New Pier for Its...` */
static bool
cut_title(const struct view *v, size_t i)
{
	struct str s = text(v, i);
	size_t next = i + 1;

	if (class(v, i) != CLASS_NONE || s.n > 240 || !(str_ends(s, STR("...")) || str_ends(s, STR("…"))))
		return false;
	return next < v->n && class(v, next) == CLASS_NONE && v->line[next].n >= 24 && str_find(s, str_of(text(v, next).p, 24), 0) < s.n
	    && view_next_prose(v, next + 1, 12) < v->n;
}

static size_t
cut_at(const struct bound *b, const struct view *v, size_t i)
{
	unsigned char c = class(v, i);
	size_t cut;

	if (c == CLASS_SEPARATOR)
		return cut_at_rule(b, v, i);
	if (c == CLASS_DOCUMENT)
		return i;
	if (!b->texts)
		return 0;
	if (header(v, i) && label_again(v, i))
		return i;
	if (is(v, i, LINE_HEAD))
		return over_head(b, v, i);
	if (c == CLASS_DIGEST && b->text != i)
		return over_head(b, v, title_above(b, v, i));
	if (c == CLASS_SOURCE && b->text + 1 == i && view_headline(v, i - 1) && v->line[i - 1].words >= 4 && prose(v, i + 1)) /* a site's list of whole stories */
		return i - 1;
	if (c == CLASS_URL && i > 0 && view_headline(v, i - 1) && view_next_prose(v, i, 20) < v->n)
		return i - 1;
	if (c == CLASS_CRUMB && view_next_prose(v, i, 30) < v->n)
		return back_to_title(b, v, i);
	if (c == CLASS_DATE)
		return cut_at_date(b, v, i);
	if (view_headline(v, i) && view_own(v, i))
		return 0;
	if (view_headline(v, i) && v->line[i].words >= 4 && view_repeats(v, i) && !view_same(v, i, i + 1))
		return i;
	if (is(v, i, LINE_DATELINE) && class(v, i) == CLASS_NONE) {
		struct dateline d;
		size_t title = title_above(b, v, i);

		dateline_read(v->rules, text(v, i), &d);
		if (title < i && v->line[title].words >= 4 && d.certain && (b->words >= 45 || b->tail) && (!b->list || view_shared_words(v, text(v, title), i) >= 30))
			return over_head(b, v, title);
		if (b->texts >= 3 && b->words >= 60 && ((d.certain && d.date.day.day) || !d.agency.n))
			return i;
	}
	if (cut_title(v, i))
		return over_head(b, v, i);
	if (prose(v, i) && b->tail && b->tail >= b->text && begins(b, v, i))
		return b->tail;
	if (prose(v, i) && (cut = cut_at_script(b, v, i)) > 0)
		return cut;
	cut = cut_at_bare_title(b, v, i);
	return cut ? cut : cut_at_lede(b, v, i);
}

/* A closing mark behind the last word: `... in the port. -0-`. */
static bool
ends_story(struct str s)
{
	static const struct str marks[] = { { "-0-", 3 }, { "(END)", 5 }, { "(end)", 5 }, { "(끝)", 5 }, { "/끝/", 5 }, { "Enditem", 7 } };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_ends(s, marks[i]))
			return true;
	return false;
}

static void
advance(struct bound *b, const struct view *v, size_t i, size_t glue)
{
	b->stamped |= class(v, i) == CLASS_DATE && !b->texts;
	if (prose(v, i)) {
		b->texts++;
		b->words += v->line[i].words;
		b->gaps += v->line[i].gap > 0;
		b->koreans += is(v, i, LINE_KOREAN);
		if (b->texts > 1 && b->text + 1 == i && view_headline(v, i - 1))
			b->headings++;
		b->glues += glue < v->line[i].n;
		b->text = i + 1;
		b->tail = ends_story(text(v, i)) ? i + 1 : 0;
		b->list = 0;
		return;
	}
	if (!b->texts)
		return;
	if (class(v, i) == CLASS_COMMENT && b->texts == 1 && b->words < 45 && !b->stamped) /* a button between deck and text */
		return;
	if (is(v, i, LINE_TAIL) || (class(v, i) == CLASS_BYLINE && is(v, i, LINE_MAIL) && b->texts >= 2) || class(v, i) == CLASS_TAGS)
		b->tail = i + 1;
	if (is(v, i, LINE_LIST) || b->list)
		b->list = i + 1;
}

/* Another article begins inside line i, where cat glued two files: `...since 2012.First Launched by`. Offset, or 0. On a page
 * that has lost the blanks behind its full stops everywhere this tells nothing. */
static size_t
cut_inside(const struct bound *b, const struct view *v, size_t i, size_t at)
{
	struct str s = text(v, i), rest;
	size_t next = i + 1;

	if (b->texts < 2 || b->glues || !prose(v, i))
		return 0;
	if (at == s.n && !is(v, i, LINE_STOP))
		at = last_sentence(s);
	if (at == s.n)
		return 0;
	rest = str_from(s, at);
	if (is_glued(s, at) && rest.n < 120 && (rules_match(v->rules, rest) || rules_vocabulary(v->rules, rest)))
		return at; /* the next page's menu */
	if (line_stops(rest)) /* a first paragraph */
		return is_glued(s, at) && line_words(rest) >= 12 && names_day(rest) && b->texts >= 3 ? at : 0;
	if (line_words(rest) > 30 || (line_words(rest) < 4 && line_hangul(rest) < 8) || next >= v->n)
		return 0;
	if (str_eq(rest, text(v, next)) || class(v, next) == CLASS_DATE || class(v, next) == CLASS_BYLINE || class(v, next) == CLASS_CRUMB || class(v, next) == CLASS_URL
	    || class(v, next) == CLASS_SHARE || class(v, next) == CLASS_TOOL)
		return at;
	next = view_next_prose(v, next, 5);
	if (next == v->n)
		return 0;
	if (next > i + 1 && view_headline(v, i + 1) && view_shared_words(v, text(v, i + 1), next) >= 50)
		return at; /* a deck under it */
	return is_glued(s, at) || view_shared_words(v, rest, next) >= 50 || is(v, next, LINE_DATELINE) ? at : 0;
}

size_t
bound_find(struct bound *b, const struct view *v, size_t *inside)
{
	for (size_t i = b->at; i < v->n; i++) {
		size_t cut, glue;

		if (!v->final && i + BOUND_LOOK > v->n)
			break;
		if (i > 0 && is(v, i, LINE_CUT))
			return i;
		cut = i > 0 ? cut_at(b, v, i) : 0;
		if (cut)
			return cut;
		glue = prose(v, i) ? glued_at(text(v, i)) : v->line[i].n;
		*inside = cut_inside(b, v, i, glue);
		if (*inside)
			return i + 1;
		advance(b, v, i, glue);
		b->at = i + 1;
	}
	return v->final ? v->n : 0;
}
