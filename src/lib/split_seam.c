#include "split_seam.h"
#include "split_meta.h"
#include "split_opening.h"
#include "split_words.h"

#include <stdlib.h>

/* What the class of a line tells. side: it stands in heads of pages rather than in tails, twice the logarithm of the odds. seam: it
 * stands between pages rather than inside of one, likewise. Both were counted on glued pages (tests/measure/glue.py). */
static const struct {
	signed char side, seam;
} of_class[CLASSES_BUILT_IN] = {
	[CLASS_DATE] = { 6, 2 },
	[CLASS_BYLINE] = { 2, 1 },
	[CLASS_CAPTION] = { 2, 0 },
	[CLASS_PHOTO] = { 3, 0 },
	[CLASS_URL] = { 2, 1 },
	[CLASS_SEPARATOR] = { 0, 1 },
	[CLASS_CRUMB] = { 4, 1 },
	[CLASS_LEGAL] = { -9, 2 },
	[CLASS_COMMENT] = { -5, -2 },
	[CLASS_RELATED] = { -5, 0 },
	[CLASS_SECTION] = { 3, 2 },
	[CLASS_TAGS] = { -7, 2 },
	[CLASS_COUNTER] = { 1, 1 },
	[CLASS_SHARE] = { 2, 1 },
	[CLASS_NAV] = { 2, 2 },
	[CLASS_WIRE] = { 0, 1 },
	[CLASS_SUBSCRIBE] = { -3, 0 },
	[CLASS_PREFIX] = { 12, 3 },
	[CLASS_AGENCY] = { 2, 1 },
	[CLASS_TITLE] = { 4, 1 },
	[CLASS_SUMMARY] = { 4, 1 },
	[CLASS_SOURCE] = { 3, 2 },
	[CLASS_STAFF] = { -1, 1 },
	[CLASS_CREDIT] = { -3, 2 },
	[CLASS_NOTICE] = { 4, 0 },
	[CLASS_TOOL] = { 4, 1 },
	[CLASS_END] = { -9, 1 },
	[CLASS_CONTACT] = { -6, 1 },
	[CLASS_CONTINUE] = { -4, 1 },
	[CLASS_AD] = { 0, -1 },
	[CLASS_TRANSLATION] = { -1, 0 },
	[CLASS_GOVERNMENT] = { 1, 1 },
};

static bool
closes(const struct view *v, size_t i)
{
	return is(v, i, LINE_TAIL) && class(v, i) != CLASS_SOURCE && class(v, i) != CLASS_CREDIT;
}

/* A line of which nothing is known but that it could be a headline. */
static bool
heads(const struct view *v, size_t i)
{
	return view_headline(v, i) && !view_own(v, i);
}

/* How far is looked for what repeats: any work on a line has an end, however long the list or the article that it stands in. */
enum { NEAR_LINES = 64, NEAR_BYTES = 1 << 14 };

/* The line stands twice between `from` and `to`, as headlines do, perhaps with the name of the site behind it. */
static bool
doubled(const struct view *v, size_t from, size_t i, size_t to)
{
	struct str s = text(v, i);

	from = i - from > NEAR_LINES ? i - NEAR_LINES : from;
	to = to - i > NEAR_LINES ? i + NEAR_LINES : to;
	for (size_t k = from; k < to && s.n >= 24; k++)
		if (k != i && v->line[k].n >= 24 && (str_starts(s, text(v, k)) || str_starts(text(v, k), s)))
			return true;
	return false;
}

/* Marks the lines among the items below a list's heading, `Most viewed`; lines that only heads of pages have end it. */
static void
mark_lists(const struct view *v, size_t from, size_t to)
{
	bool open = false;

	for (size_t k = from; k < to; k++) {
		unsigned char c = class(v, k);

		v->line[k].flags = (unsigned short)((v->line[k].flags & ~LINE_LISTED) | (open ? LINE_LISTED : 0));
		if (is(v, k, LINE_LIST) || (c == CLASS_NONE && view_bullet(text(v, k))))
			open = true;
		else if (class_in(c, IN(DATE) | IN(CRUMB)) || is(v, k, LINE_HEAD | LINE_TAIL))
			open = false;
	}
}

/* Stands a date or a byline under the line, as under headlines? */
static bool
signed_below(const struct view *v, size_t i)
{
	return class_in(class(v, i + 1), IN(DATE) | IN(BYLINE));
}

static bool
in_list(const struct view *v, size_t from, size_t i, size_t to)
{
	return is(v, i, LINE_LISTED) && !(is(v, i, LINE_HEADLINE) && (signed_below(v, i) || doubled(v, from, i, to)));
}

static bool
is_stump(const struct rules *r, struct str s)
{
	(void)r;
	return opening_stump(s);
}

/* The last line of a page that was cut, below the text that goes up to line `from`. */
static bool
breaks_off(const struct view *v, size_t from, size_t i)
{
	struct str s = text(v, i);

	if (class(v, i) != CLASS_NONE || is(v, i, LINE_STOP | LINE_KOREAN))
		return false;
	if (signed_below(v, i))
		return i <= from + 1 && opening_cut(s);
	return s.n >= 140 || (i <= from + 1 && (view_asks(v, i, ASK_STUMP, is_stump) || (s.n >= 80 && (*s.p == '"' || str_starts(s, STR("“"))))));
}

/* Points for line i in the head of the page whose text begins at line `to`, against a line in the tail of the page that has text up
 * to line `from`. below: those of the lines between i and `to`. */
static int
side(const struct bound *b, const struct view *v, size_t from, size_t i, size_t to, int below)
{
	unsigned char c = class(v, i);
	bool listed;

	if (is(v, i, LINE_HEAD))
		return 12;
	if (closes(v, i))
		return -9;
	if (c == CLASS_BYLINE && (is(v, i, LINE_MAIL) || (i == from && !str_starts_nocase(text(v, i), STR("by ")))))
		return -2;
	if (c == CLASS_AGENCY && i == from) /* a sign-off */
		return -1;
	if (c == CLASS_DATE && str_ends(text(v, i), STR("송고")) && is_digit(*text(v, i).p)) /* when it was sent, below a Korean page */
		return -4;
	if (breaks_off(v, from, i))
		return -6;
	if (c == CLASS_NONE && v->line[i].words >= 3 && is(v, i, LINE_KOREAN) != is(v, to, LINE_KOREAN))
		return -4;
	if (c == CLASS_NONE && b->turns >= 2 && opening_spoken(text(v, i)))
		return -4;
	listed = in_list(v, from, i, to);
	if (c == CLASS_NONE && !heads(v, i))
		return listed ? -1 : 0;
	if (c == CLASS_NONE && listed)
		return (below < 3 || below > 12 ? -2 : 2) + (view_shared_words(v, text(v, i), to) >= 30 ? 3 : 0);
	if (c == CLASS_NONE)
		return 2;
	if (c == CLASS_SECTION && listed)
		return -1;
	return c < CLASSES_BUILT_IN ? of_class[c].side : 0;
}

size_t
seam_place(const struct bound *b, const struct view *v, size_t from, size_t to)
{
	size_t at = to;
	int sum = 0, best = -1;
	bool apart = b->texts >= 2 && b->gaps + 1 >= b->texts;

	mark_lists(v, from, to);
	for (size_t k = to;; k--) {
		int points;

		if (k < to)
			sum += side(b, v, from, k, to, sum);
		points = sum + ((v->stuck ? k == v->stuck : apart && v->line[k].gap == 0) ? 2 : 0); /* cat puts no blank line between pages */
		if (points >= best) {
			best = points;
			at = k;
		}
		if (k == from)
			return at;
	}
}

/* What is seen where two pages could meet. */
enum clue {
	CLUE_EMPTY,    /* nothing stands between the paragraphs */
	CLUE_TAIL,     /* a line that closes an article */
	CLUE_TAILS,    /* several */
	CLUE_LIST,     /* items of a list */
	CLUE_UNKNOWN,  /* a line that is neither furniture nor a headline */
	CLUE_SIGNED,   /* a byline right under the text */
	CLUE_DATE,     /* a date with its year */
	CLUE_STAMP,    /* with a label or a time */
	CLUE_HEADLINE, /* above the paragraph */
	CLUE_TWO_HEADLINES,
	CLUE_LONG_HEADLINE,
	CLUE_LONGER_HEADLINE,
	CLUE_ACTING,   /* it has the verb of a headline */
	CLUE_ACTING_LONG,
	CLUE_SHARED,   /* words of it stand in the paragraph below */
	CLUE_MOST_SHARED,
	CLUE_TWICE,    /* it stands there twice */
	CLUE_UPPER,    /* it is in capitals */
	CLUE_BARE,     /* and stands like a paragraph, with nothing of a head by it */
	CLUE_QUESTION,
	CLUE_DATELINE,
	CLUE_LEDE,     /* the paragraph could be a first one */
	CLUE_LEDE_CUE, /* it tells what was said or done */
	CLUE_LEDE_DAY, /* and when */
	CLUE_LEANING,  /* it begins with a word that leans on what was said */
	CLUE_SMALL,    /* with a small letter */
	CLUE_QUOTE,
	CLUE_PALE,     /* it is short and tells nothing of the kind */
	CLUE_APART,    /* blank lines stand as between the paragraphs before */
	CLUE_LAYOUT,   /* not so */
	CLUE_LAYOUT_CLOSE,
	CLUE_LAYOUT_SURE,
	CLUE_WIDE,
	CLUE_FIRST,    /* the page before has one paragraph */
	CLUE_SECOND,
	CLUE_FEW_WORDS,
	CLUE_CROSSED,  /* it has cross-headings */
	CLUE_OPEN,     /* its last paragraph has no end */
	CLUE_ENDED,    /* it ends as pages do */
	CLUE_OWN_DATE,
	CLUE_DECK,     /* its one sentence stands between headline and date */
	CLUE_NOTE,
	CLUE_PROMISED, /* its last line ends with a colon */
	CLUE_TURN,     /* the paragraph is a turn of a talk, as others before */
	CLUE_ITEM,     /* of a list */
	CLUE_ASKS,
	CLUE_STRANGE,  /* the names of this one are new */
	CLUE_FAMILIAR, /* most are known */
	CLUE_STUCK,    /* they meet in the middle of a line, as on no line before */
	CLUE_SCRIPT,   /* of all its paragraphs: Latin, and Korean is this */
	CLUES
};

static const signed char of_clue[CLUES] = {
	[CLUE_DATELINE] = 6,
	[CLUE_LAYOUT] = 4,
	[CLUE_LAYOUT_CLOSE] = 3,
	[CLUE_LAYOUT_SURE] = 5,
	[CLUE_STUCK] = 4,
	[CLUE_OPEN] = 3,
	[CLUE_SCRIPT] = 11,
	[CLUE_TAIL] = 4,
	[CLUE_TAILS] = 3,
	[CLUE_LIST] = 1,
	[CLUE_UNKNOWN] = 2,
	[CLUE_SIGNED] = 4,
	[CLUE_STAMP] = 2,
	[CLUE_DATE] = 1,
	[CLUE_HEADLINE] = 2,
	[CLUE_LONG_HEADLINE] = 2,
	[CLUE_LONGER_HEADLINE] = 2,
	[CLUE_SHARED] = 2,
	[CLUE_MOST_SHARED] = 0,
	[CLUE_TWO_HEADLINES] = 1,
	[CLUE_ACTING] = 1,
	[CLUE_ACTING_LONG] = 1,
	[CLUE_LEDE] = 2,
	[CLUE_LEDE_CUE] = 2,
	[CLUE_LEDE_DAY] = 1,
	[CLUE_PALE] = -2,
	[CLUE_LEANING] = -1,
	[CLUE_STRANGE] = 2,
	[CLUE_FAMILIAR] = -2,
	[CLUE_ENDED] = 7,
	[CLUE_WIDE] = 1,
	[CLUE_BARE] = -1,
	[CLUE_QUESTION] = -3,
	[CLUE_CROSSED] = -2,
	[CLUE_TWICE] = 3,
	[CLUE_UPPER] = -4,
	[CLUE_FIRST] = -1,
	[CLUE_SECOND] = -2,
	[CLUE_EMPTY] = -3,
	[CLUE_APART] = -2,
	[CLUE_FEW_WORDS] = -2,
	[CLUE_SMALL] = -6,
	[CLUE_QUOTE] = -3,
	[CLUE_NOTE] = -6,
	[CLUE_PROMISED] = -6,
	[CLUE_TURN] = -6,
	[CLUE_ITEM] = -3,
	[CLUE_OWN_DATE] = -10,
	[CLUE_DECK] = -8,
	[CLUE_ASKS] = -3,
};

#define BASE (-7)
#define MOST_OF_PARAGRAPH 7 /* what the paragraph itself can add */

#define SEEN(clue) ((uint64_t)1 << (clue))

struct seam {
	size_t from, at, to; /* the paragraphs' lines are from - 1 and to; the next page would begin at `at` */
	uint64_t clues, classes;
};

static void
see(struct seam *m, bool is_so, enum clue clue)
{
	m->clues |= is_so ? SEEN(clue) : 0;
}

static void
see_date(const struct view *v, struct seam *m, size_t i)
{
	struct stamp stamp[STAMPS];
	size_t n = stamp_read(v->rules, text(v, i), stamp);

	see(m, n && stamp[0].date.day.year && stamp[0].date.day.day, CLUE_DATE);
	see(m, n && (stamp[0].label == LABEL_PUBLISHED || stamp[0].date.hour >= 0), CLUE_STAMP);
}

/* The headlines among the lines of the head. */
static void
see_headlines(const struct view *v, struct seam *m)
{
	unsigned n = 0, words = 0, shared = 0;
	int acts = 0;
	bool upper = true, asks = false, twice = false;

	for (size_t k = m->to; k-- > m->at && n < 4;) {
		unsigned in;
		int points;

		if (!heads(v, k) || in_list(v, m->from, k, m->to))
			continue;
		n++;
		upper &= is(v, k, LINE_UPPER);
		asks |= str_ends(text(v, k), STR("?")) || opening_asks(text(v, k));
		twice |= doubled(v, m->at, k, m->to);
		words = v->line[k].words > words ? v->line[k].words : words;
		points = opening_headline(text(v, k));
		acts = points > acts ? points : acts;
		in = view_shared_words(v, text(v, k), m->to);
		shared = in > shared ? in : shared;
	}
	if (!n)
		return;
	see(m, true, CLUE_HEADLINE);
	see(m, n >= 2, CLUE_TWO_HEADLINES);
	see(m, words >= 5, CLUE_LONG_HEADLINE);
	see(m, words >= 8, CLUE_LONGER_HEADLINE);
	see(m, acts >= 1, CLUE_ACTING);
	see(m, acts >= 3, CLUE_ACTING_LONG);
	see(m, shared >= 30, CLUE_SHARED);
	see(m, shared >= 75, CLUE_MOST_SHARED);
	see(m, upper, CLUE_UPPER);
	see(m, asks, CLUE_QUESTION);
	see(m, twice, CLUE_TWICE);
}

static void
see_lines(const struct bound *b, const struct view *v, struct seam *m)
{
	for (size_t k = m->from; k < m->to; k++) {
		unsigned char c = class(v, k);

		see(m, closes(v, k) && (m->clues & SEEN(CLUE_TAIL)), CLUE_TAILS);
		see(m, closes(v, k), CLUE_TAIL);
		see(m, is(v, k, LINE_LIST), CLUE_LIST);
		if (c == CLASS_DATE)
			see_date(v, m, k);
		if (c == CLASS_BYLINE && k == m->from)
			see(m, true, CLUE_SIGNED);
		else if (c == CLASS_NONE && !in_list(v, m->from, k, m->to) && v->line[k].words <= 12 && !is(v, k, LINE_STOP))
			see_date(v, m, k); /* `The Courier - Monday, May 9, 2022` */
		if (c == CLASS_NONE)
			see(m, !view_headline(v, k) && !view_alt_text(v, k) && !in_list(v, m->from, k, m->to), CLUE_UNKNOWN);
		else if (c < CLASSES_BUILT_IN)
			m->classes |= (uint64_t)1 << c;
	}
	see(m, m->from == m->to, CLUE_EMPTY);
	see_headlines(v, m);
	see(m, !m->classes && (m->clues & SEEN(CLUE_HEADLINE)) && b->gaps + 1 >= b->texts && v->line[m->at].gap > 0, CLUE_BARE);
}

static void
see_paragraph(const struct view *v, struct seam *m)
{
	struct str s = text(v, m->to);
	int lede = opening_lede(s);

	if (is_small(*s.p))
		see(m, true, CLUE_SMALL);
	else if (*s.p == '"' || str_starts(s, STR("“")) || str_starts(s, STR("‘")))
		see(m, true, CLUE_QUOTE);
	else if (lede <= -3)
		see(m, true, CLUE_LEANING);
	see(m, *s.p == '[' && s.n > 1 && is_digit(s.p[1]), CLUE_NOTE);
	see(m, view_bullet(s), CLUE_ITEM);
	see(m, str_ends(s, STR("?")) || str_ends(s, STR("!")), CLUE_ASKS);
	see(m, lede >= 0, CLUE_LEDE);
	see(m, lede >= 1, CLUE_LEDE_CUE);
	see(m, lede >= 2, CLUE_LEDE_DAY);
	see(m, v->line[m->to].words < 12 && lede < 1, CLUE_PALE);
}

/* No blank line stood between paragraphs; behind this one they do. */
static bool
loosens(const struct bound *b, const struct view *v, size_t i)
{
	size_t next = view_next_prose(v, i + 1, 3), third = view_next_prose(v, next + 1, 3);

	return b->texts >= 2 && b->gaps == 0 && third < v->n && v->line[next].gap && v->line[third].gap;
}

/* How blank lines tell what follows from the page before it. */
static void
see_layout(const struct bound *b, const struct view *v, struct seam *m)
{
	bool apart = b->texts >= 2 && b->gaps + 1 >= b->texts, dense = b->texts >= 2 && b->gaps == 0, gap = v->line[m->from].gap > 0;

	if (v->stuck) {
		see(m, !b->glues && v->text[v->line[v->stuck].at - 1] != ' ', CLUE_STUCK);
		see(m, dense && ((m->to > v->stuck && v->line[m->to].gap) || loosens(b, v, m->to)), CLUE_LAYOUT_CLOSE);
		return;
	}
	see(m, gap && !dense, CLUE_APART);
	see(m, apart && !gap, CLUE_LAYOUT);
	see(m, dense && (gap || v->line[m->to].gap || loosens(b, v, m->to)), CLUE_LAYOUT_CLOSE);
	see(m, apart && !gap && b->texts >= 4, CLUE_LAYOUT_SURE);
	see(m, v->line[m->from].gap > b->widest && b->texts >= 2, CLUE_WIDE);
}

/* The paragraph is the last one by what stands behind its last sentence. */
static bool
is_end(const struct rules *r, struct str s)
{
	const struct words makers = WORDS("(Reporting by ", "(Editing by ", "(Writing by ", "(Additional reporting by ");

	return words_end(s, WORDS("-0-", "(END)", "(end)", "(끝)", "/끝/", "Enditem", "./.", "/END/"))
	    || line_sign_off(r, s, NULL) < s.n || (s.p[s.n - 1] == ')' && words_any(str_tail(s, 160), makers));
}

/* All paragraphs so far are of one script, and this one and the next of the other. */
static bool
other_script(const struct bound *b, const struct view *v, size_t i)
{
	bool korean = is(v, i, LINE_KOREAN);
	size_t next = view_next_prose(v, i + 1, 12);

	return b->texts >= 2 && b->koreans == (korean ? 0 : b->texts) && next < v->n && is(v, next, LINE_KOREAN) == korean;
}

/* `The following is the text of the statement:`: what comes next belongs to what was said. */
static bool
promises(const struct view *v, const struct seam *m)
{
	for (size_t k = m->from - 1; k < m->to; k++)
		if (class(v, k) == CLASS_NONE && v->line[k].words >= 5 && str_ends(text(v, k), STR(":")))
			return true;
	return false;
}

/* What the page before says. */
static void
see_page(const struct bound *b, const struct view *v, struct seam *m)
{
	size_t last = m->from - 1;

	if (class(v, 0) != CLASS_SEPARATOR) { /* a digest's items are short */
		see(m, b->texts == 1 && b->words < 60, CLUE_FIRST);
		see(m, b->texts <= 2 && b->words < 90, CLUE_SECOND);
		see(m, b->words < 45, CLUE_FEW_WORDS);
	}
	see(m, promises(v, m), CLUE_PROMISED);
	see(m, b->turns >= 2 && opening_spoken(text(v, m->to)), CLUE_TURN);
	see(m, !b->stamped && b->texts <= 2 && b->words < 80 && (m->clues & SEEN(CLUE_DATE) || m->classes & SEEN(CLASS_BYLINE)), CLUE_OWN_DATE);
	see(m, (m->clues & SEEN(CLUE_OWN_DATE)) && b->texts == 1 && b->words < 40 && last > 0 && heads(v, last - 1) && class_in(class(v, m->at), IN(BYLINE) | IN(DATE)), CLUE_DECK);
	see(m, b->headings >= 1, CLUE_CROSSED);
	see(m, (!is(v, last, LINE_STOP) && !(m->clues & SEEN(CLUE_PROMISED))) || (m->from < m->at && breaks_off(v, m->from, m->from)), CLUE_OPEN);
	see(m, other_script(b, v, m->to), CLUE_SCRIPT);
}

static int
weigh(const struct seam *m)
{
	int points = BASE;

	for (uint64_t rest = m->clues; rest; rest &= rest - 1)
		points += of_clue[__builtin_ctzll(rest)];
	for (uint64_t rest = m->classes; rest; rest &= rest - 1)
		points += of_class[__builtin_ctzll(rest)].seam;
	return points;
}

/* Of a paragraph right below another: could it be of another page at all? */
static bool
worth(const struct bound *b, const struct view *v, size_t i)
{
	bool apart = b->gaps + 1 >= b->texts, gap = v->line[i].gap > 0;

	return v->stuck || b->text != i || view_asks(v, i - 1, ASK_END, is_end) || (b->before < i - 1 && v->line[b->before].gap == 0) || is(v, i, LINE_DATELINE) || !is(v, i - 1, LINE_STOP) || (apart && !gap) || (b->gaps == 0 && gap) || loosens(b, v, i)
	    || (is(v, i, LINE_KOREAN) ? b->koreans == 0 : b->koreans == b->texts);
}

/* `BERNAMA provides up-to-date news`, `KCNA Watch is a database`: what an outlet says of itself. */
static bool
presents_outlet(const struct rules *r, struct str s)
{
	const struct words verbs = WORDS(" is a", " is the", " provides ", " covers ", " operates ", " publishes ", " was founded ");
	struct str as, head = str_head(s, 60);
	size_t at = words_find(head, verbs);

	return at < head.n && rules_outlet(r, str_of(s.p, at), &as);
}

/* A paragraph that speaks of the page or who made it. */
static bool
is_notice(const struct rules *r, struct str s)
{
	return rules_notice(r, s) || bio_shape(s) || presents_outlet(r, s) || str_starts(s, STR("이 기사")) || str_starts(s, STR("본 기사"));
}

/* Share of the names in paragraph i that the page before has, 0 to 100; -1 if there are too few. */
static int
known_names(const struct view *v, size_t before, size_t i)
{
	struct str s = text(v, i), past = str_of(v->text + v->line[0].at, v->line[before - 1].at + v->line[before - 1].n - v->line[0].at);
	unsigned names = 0, known = 0;

	past = str_tail(past, NEAR_BYTES);
	s = str_head(s, 500);
	for (size_t k = 1, end; k < s.n; k = end + 1) {
		for (end = k; end < s.n && is_wordy(s.p[end]); end++)
			;
		if (!is_capital(s.p[k]) || end < k + 4 || s.p[k - 1] != ' ')
			continue;
		names++;
		known += str_has(past, str_of(s.p + k, end - k));
	}
	return names < 3 ? -1 : (int)(known * 100 / names);
}

/* The last paragraph is a deck: a sentence under a headline. This one's date or author stands under it, or no blank line above. */
static bool
over_deck(const struct bound *b, const struct view *v, size_t i)
{
	size_t deck = b->text - 1;

	if (b->texts < 2 || b->words < 80 || b->before >= deck || v->line[deck].words > 35 || !is(v, deck, LINE_STOP) || is(v, deck, LINE_DATELINE) || !heads(v, deck - 1)
	    || view_shared_words(v, text(v, deck - 1), i) < 30)
		return false;
	for (size_t k = b->text; k < i; k++)
		if (class(v, k) == CLASS_DATE || class(v, k) == CLASS_BYLINE)
			return true;
	return b->gaps + 2 >= b->texts && v->line[b->before].gap == 0;
}

size_t
seam_find(const struct bound *b, const struct view *v, size_t i)
{
	struct seam m = { .from = over_deck(b, v, i) ? b->before : b->text, .to = i };

	if (!b->texts || !prose(v, i) || !worth(b, v, i))
		return 0;
	m.at = seam_place(b, v, m.from, i);
	see_lines(b, v, &m);
	see_layout(b, v, &m);
	see_page(b, v, &m);
	see(&m, is(v, i, LINE_DATELINE), CLUE_DATELINE);
	see(&m, view_asks(v, m.from - 1, ASK_END, is_end), CLUE_ENDED);
	if (weigh(&m) + MOST_OF_PARAGRAPH <= 0)
		return 0;
	see_paragraph(v, &m);
	if (abs(weigh(&m)) < 3) {
		int known = known_names(v, m.from, i);

		see(&m, known >= 0 && known < 10 && b->words >= 100, CLUE_STRANGE);
		see(&m, known >= 60, CLUE_FAMILIAR);
	}
	return weigh(&m) > 0 && !view_asks(v, i, ASK_BOILERPLATE, is_notice) ? m.at : 0;
}

