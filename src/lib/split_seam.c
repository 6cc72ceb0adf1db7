#include "split_seam.h"
#include "split_clue.h"
#include "split_flow.h"
#include "split_meta.h"
#include "split_opening.h"
#include "split_place.h"
#include "split_shape.h"
#include "split_stuck.h"
#include "split_terms.h"
#include "split_words.h"

#define BASE (-5)
#define ALONE_TAKE 6        /* that all there is may well be this page */
#define TITLES_ADD 4        /* what the words of headlines can add */
#define OPENING_ADD 5       /* what the paragraph's first words can */
#define OPENING_TAKE 5
#define FLOW_ADD 5          /* what its names can */
#define FLOW_TAKE 5
#define TERMS_ADD 8         /* what all its words, its names and its quotes mostly can */
#define TERMS_TAKE (4 + FLOW_TAKE)
#define PARAGRAPH_ADD (OPENING_ADD + TERMS_ADD)
#define NOTICE_TAKE 12      /* that it speaks of the page */
#define SURELY (OPENING_TAKE + TERMS_TAKE + NOTICE_TAKE) /* with more points two pages meet, whatever its words tell */

#define SEEN(clue) ((uint64_t)1 << (clue))

#define HEADED (SEEN(CLUE_LAYOUT) | SEEN(CLUE_LAYOUT_CLOSE) | SEEN(CLUE_STUCK) | SEEN(CLUE_DATELINE) | SEEN(CLUE_SCRIPT) \
	| SEEN(CLUE_SPEECH))

/* Lines of a box among the paragraphs, `Newsletter`, a slogan, `Subscribe`: they stand in heads and tails as well, and tell neither. */
#define OF_BOXES (IN(NAV) | IN(TOOL) | IN(SHARE) | IN(SUBSCRIBE) | IN(AD) | IN(RELATED) | IN(COUNTER) | IN(SECTION))

#define HEADLINES 4

struct seam {
	size_t last, to; /* the paragraphs' lines */
	size_t from, at; /* what belongs to the first one goes up to line `from`; the next page would begin at `at` */
	size_t head[HEADLINES]; /* headlines of its head, from the last one up, */
	unsigned heads;         /* so many */
	uint64_t clues, classes;
	int points; /* of those seen */
	unsigned furniture; /* lines */
};

/* Something is as good as the line of a head. In the middle of a line how long both texts are is not. */
static bool
like_head(const struct view *v, const struct seam *m)
{
	return m->clues & (HEADED | (v->stuck ? 0 : SEEN(CLUE_CHUNK)));
}

static void
see(struct seam *m, bool is_so, enum clue clue)
{
	uint64_t new = (uint64_t)is_so << clue & ~m->clues; /* no branch: what is so nobody can foretell */

	m->clues |= new;
	m->points += new ? of_clue[clue] : 0;
}

static void
see_class(struct seam *m, unsigned char class)
{
	uint64_t bit = class < CLASSES_BUILT_IN ? (uint64_t)1 << class : 0;

	m->points += bit & ~m->classes ? of_class[class] : 0;
	m->classes |= bit;
}

static void
see_flow(struct seam *m, unsigned flow)
{
	for (; flow; flow &= flow - 1)
		m->points += of_flow[__builtin_ctz(flow)];
}

static void
see_date(const struct view *v, struct seam *m, size_t i)
{
	struct stamp stamp[STAMPS];
	size_t n = stamp_read(v->rules, text(v, i), stamp);

	see(m, n && stamp[0].date.day.year && stamp[0].date.day.day, CLUE_DATE);
	see(m, n && (stamp[0].label == LABEL_PUBLISHED || stamp[0].date.hour >= 0), CLUE_STAMP);
}

static bool
is_to_reader(const struct rules *r, struct str s)
{
	(void)r;
	return line_to_reader(s);
}

/* Finds the headlines among the lines of the head; none is what speaks to the reader. */
static void
find_headlines(const struct view *v, struct seam *m)
{
	for (size_t k = m->to; k-- > m->at && m->heads < HEADLINES;)
		if (place_heads(v, k) && !view_alt_text(v, k) && !view_credited(v, k) && !view_asks(v, k, ASK_READER, is_to_reader)
		    && !place_in_list(v, m->from, k, m->to))
			m->head[m->heads++] = k;
}

/* How they look. */
static void
see_headlines(const struct view *v, struct seam *m)
{
	unsigned words = 0;
	bool asks = false;

	for (unsigned i = 0; i < m->heads; i++) {
		size_t k = m->head[i];

		asks |= str_ends(text(v, k), STR("?"));
		see(m, v->line[k].words >= 4 && place_doubled(v, m->at, k, m->to), CLUE_DOUBLED);
		words = v->line[k].words > words ? v->line[k].words : words;
	}
	if (!m->heads)
		return;
	see(m, true, CLUE_HEADLINE);
	see(m, words >= 5, CLUE_LONG_HEADLINE);
	see(m, words >= 8, CLUE_LONGER_HEADLINE);
	see(m, asks, CLUE_QUESTION);
}

/* What their words tell. */
static void
see_titles(const struct view *v, struct seam *m)
{
	for (unsigned i = m->heads; i-- > 0;) {
		size_t k = m->head[i];
		int acts = opening_headline(text(v, k));

		see(m, acts >= 1, CLUE_ACTING);
		see(m, acts >= 3, CLUE_ACTING_LONG);
		see(m, is(v, k, LINE_TOLD), CLUE_SHARED);
	}
	see(m, (m->clues & (SEEN(CLUE_HEADLINE) | SEEN(CLUE_SHARED))) == SEEN(CLUE_HEADLINE), CLUE_ALIEN);
	see(m, m->clues & SEEN(CLUE_ALIEN) && !(m->classes & ~(IN(DATE) | OF_BOXES)) && !(m->clues & SEEN(CLUE_TAIL)) && !like_head(v, m),
	    CLUE_ALIEN_ALONE);
}

static void
see_lines(const struct bound *b, const struct view *v, struct seam *m)
{
	for (size_t k = m->from; k < m->to; k++) {
		unsigned char c = class(v, k);

		if (place_closes(v, k))
			see(m, true, m->clues & SEEN(CLUE_TAIL) ? CLUE_TAILS : CLUE_TAIL);
		see(m, is(v, k, LINE_LIST), CLUE_LIST);
		see(m, line_ago(text(v, k)), CLUE_OTHERS);
		if (c == CLASS_DATE)
			see_date(v, m, k);
		if (c == CLASS_BYLINE && k == m->from)
			see(m, true, CLUE_SIGNED);
		else if (c == CLASS_NONE && v->line[k].words <= 12)
			see_date(v, m, k); /* `The Courier - Monday, May 9, 2022` */
		if (c == CLASS_NONE)
			see(m, !view_headline(v, k) && !place_in_list(v, m->from, k, m->to), CLUE_UNKNOWN);
		else
			see_class(m, c);
		m->furniture += c != CLASS_NONE;
	}
	see(m, m->from == m->to, CLUE_EMPTY);
	find_headlines(v, m);
	see_headlines(v, m);
	see(m, !m->classes && (m->clues & SEEN(CLUE_HEADLINE)) && b->gaps + 1 >= b->texts && v->line[m->at].gap > 0, CLUE_BARE);
}

/* A short paragraph that is all that is left, with nothing of a head: no page. */
static bool
is_rest(const struct view *v, const struct seam *m)
{
	size_t most = is(v, m->to, LINE_KOREAN) ? 10 : 40;

	return v->final && v->line[m->to].words < most && !(m->clues & (SEEN(CLUE_HEADLINE) | SEEN(CLUE_DATE) | SEEN(CLUE_DATELINE)))
	    && view_next_prose(v, m->to + 1, BOUND_LOOK) == v->n;
}

/* A sentence under a headline, and the mark of a list's item above both. */
static bool
under_mark(const struct view *v, const struct seam *m)
{
	return m->to >= 2 && line_mark_alone(text(v, m->to - 2)) && view_headline(v, m->to - 1);
}

/* First words under a headline, cut with dots as those of the item above or below are: a list of other stories. */
static bool
dotted_of_row(const struct view *v, size_t i)
{
	return line_dotted(text(v, i)) && view_headline(v, i - 1)
	    && ((i >= 3 && line_dotted(text(v, i - 2)) && view_headline(v, i - 3))
		|| (i + 2 < v->n && line_dotted(text(v, i + 2)) && view_headline(v, i + 1)));
}

static void
see_paragraph(const struct view *v, struct seam *m)
{
	struct str s = text(v, m->to);

	if (is_small(*s.p) || (*s.p == '[' && s.n > 1 && is_digit(s.p[1])))
		see(m, true, CLUE_SMALL);
	else if (*s.p == '"' || str_starts(s, STR("“")) || str_starts(s, STR("‘")))
		see(m, true, CLUE_QUOTE);
	see(m, is_rest(v, m), CLUE_LAST);
	see(m, line_item(s), CLUE_ITEM);
	see(m,
	    v->line[m->to].words < 35 && m->to > m->from && class(v, m->to - 1) == CLASS_NONE
		&& (dotted_of_row(v, m->to) || (place_in_list(v, m->from, m->to - 1, m->to) && !prose(v, m->to + 1))),
	    CLUE_TEASER);
	see(m, m->clues & SEEN(CLUE_TEASER) && line_dotted(s), CLUE_OTHERS);
	see(m, under_mark(v, m), CLUE_TEASER);
	see(m, str_ends(s, STR("?")) || str_ends(s, STR("!")), CLUE_ASKS);
}

/* Its first words. */
static void
see_opening(const struct view *v, struct seam *m)
{
	struct str s = text(v, m->to);
	int lede = opening_lede(s);

	see(m, lede >= 0, CLUE_LEDE);
	see(m, lede >= 1, CLUE_LEDE_CUE);
	see(m, lede >= 2, CLUE_LEDE_DAY);
	if (m->points + TERMS_ADD <= 0) /* what follows takes away */
		return;
	see(m, lede >= 0 && !opening_names_day(s), CLUE_DAYLESS);
	see(m, opening_lags(s), CLUE_LAGGING);
	see(m, opening_looks_back(s), CLUE_BACKGROUND);
}

/* No blank line stood between paragraphs; behind this one they do. */
static bool
loosens(const struct bound *b, const struct view *v, size_t i)
{
	size_t next, third;

	if (b->texts < 2 || b->gaps > 0)
		return false;
	next = view_next_prose(v, i + 1, 3);
	third = view_next_prose(v, next + 1, 3);
	return third < v->n && v->line[next].gap && v->line[third].gap;
}

/* The line behind the page before and the credit right below its last paragraph, `Photo: AP`, which was a caption then. */
static size_t
behind_credit(const struct view *v, const struct seam *m)
{
	size_t i = m->from;

	while (i < m->to && class(v, i) == CLASS_PHOTO)
		i++;
	return i;
}

/* `BERNAMA provides up-to-date news`, `KCNA Watch is a database`: what an outlet says of itself. */
static bool
presents_outlet(const struct rules *r, struct str s)
{
	struct str as, head = str_head(s, 60);
	size_t at = words_find(head, WORDS(" is a", " is the", " provides ", " covers ", " operates ", " publishes ", " was founded "));

	return at > 2 && at < head.n && rules_outlet(r, str_of(s.p, at), &as);
}

/* A paragraph that speaks of the page or who made it. */
static bool
is_boilerplate(const struct rules *r, struct str s)
{
	return bio_shape(s) || presents_outlet(r, s) || words_start(s, WORDS("이 기사", "본 기사"));
}

static bool
notice(const struct view *v, size_t i)
{
	return view_asks(v, i, ASK_NOTICE, rules_notice) || view_asks(v, i, ASK_BOILERPLATE, is_boilerplate);
}

/* The end of a sentence is stuck to what stands below, and that is rare on the page and behind. */
static bool
glues_here(const struct bound *b, const struct view *v)
{
	enum { RARE = 8, AHEAD = 4 }; /* paragraphs */
	size_t i = v->stuck;

	if (v->text[v->line[i].at - 1] == ' ' || !is(v, i - 1, LINE_STOP) || b->glues * RARE > b->texts)
		return false;
	for (size_t k = i; k < v->n && k < i + AHEAD; k++)
		if (prose(v, k) && stuck_sentence(v, k))
			return false;
	return true;
}

/* How blank lines tell what follows from the page before it. The one above its first paragraph may be the head's: one stands above its
 * last one, too, if they stand between all. */
static void
see_layout(const struct bound *b, const struct view *v, struct seam *m)
{
	bool apart = b->texts >= 2 && bound_apart(b) && v->line[b->text - 1].gap > 0, dense = b->texts >= 2 && b->gaps == 0;
	bool gap = v->line[behind_credit(v, m)].gap > 0;

	if (v->stuck) {
		see(m, glues_here(b, v), CLUE_STUCK_STOP);
		see(m, m->clues & SEEN(CLUE_STUCK_STOP) || (!b->glues && v->text[v->line[v->stuck].at - 1] != ' '), CLUE_STUCK);
		see(m, dense && ((m->to > v->stuck && v->line[m->to].gap) || loosens(b, v, m->to)), CLUE_LAYOUT_CLOSE);
		return;
	}
	see(m, gap && !dense, CLUE_APART);
	see(m, apart && !gap, CLUE_LAYOUT);
	see(m, dense && (gap || v->line[m->to].gap || loosens(b, v, m->to)), CLUE_LAYOUT_CLOSE);
	see(m, apart && !gap && b->texts >= 4, CLUE_LAYOUT_SURE);
	see(m, apart && gap && b->texts >= 4 && b->gaps + 1 >= b->texts && !v->line[m->to].gap, CLUE_TIGHT);
}

/* All paragraphs so far are of one script, and this one and the next of the other. */
static bool
other_script(const struct bound *b, const struct view *v, size_t i)
{
	bool korean = is(v, i, LINE_KOREAN);
	size_t next, third;

	if (b->koreans != (korean ? 0 : b->texts))
		return false;
	next = view_next_prose(v, i + 1, 12);
	third = view_next_prose(v, next + 1, 12);
	if (b->texts == 1 && (third == v->n || is(v, third, LINE_KOREAN) != korean))
		return false;
	return next < v->n ? is(v, next, LINE_KOREAN) == korean : v->line[i].n >= 80;
}

/* All paragraphs so far spoke plainly, and this one and the next do politely, or the other way round. One polite paragraph alone may be
 * the site's. */
static bool
other_speech(const struct bound *b, const struct view *v, size_t i)
{
	enum speech now = is(v, i, LINE_KOREAN) ? line_speech(text(v, i)) : SPEECH_NONE, before;
	size_t next;

	if (now == SPEECH_NONE || b->speech[now])
		return false;
	before = SPEECH_PLAIN + SPEECH_POLITE - now;
	next = view_next_prose(v, i + 1, 12);
	return b->speech[before] >= (b->texts > 1 ? 2 : 1) && (next < v->n ? line_speech(text(v, next)) == now : now == SPEECH_PLAIN);
}

/* `The following is the text of the statement:`, `Below is the full text of the letter.` */
static bool
is_promise(const struct rules *r, struct str s)
{
	(void)r;
	return str_ends(s, STR(":"))
	    || (s.n < 120 && words_any(s, WORDS("full text", "text of the", " in full", "전문이다", "전문입니다", "다음과 같다")));
}

/* What comes next belongs to what was said. */
static bool
promises(const struct view *v, const struct seam *m)
{
	for (size_t k = m->from - 1; k < m->to; k++) {
		unsigned least = is(v, k, LINE_KOREAN) ? 3 : 5; /* words */
		bool may = !view_denies(v, k, ASK_PROMISE);

		if ((may & (v->line[k].class == CLASS_NONE) & (v->line[k].words >= least)) && view_asks(v, k, ASK_PROMISE, is_promise))
			return true;
	}
	return false;
}

/* The paragraph is the next turn of a talk, or such a turn was opened before it. */
static bool
turns(const struct bound *b, const struct view *v, const struct seam *m)
{
	struct str above = text(v, m->from - 1);

	return talk_goes_on(&b->talk, text(v, m->to))
	    || (!(m->classes & IN(DATE)) && talk_goes_on(&b->talk, above) && talk_tag_alone(above));
}

/* Nothing but who wrote it and for whom stands between the page's last paragraph and that line, no headline, no tail. */
static bool
right_below(const struct view *v, const struct seam *m, size_t i)
{
	size_t k = behind_credit(v, m);

	while (k < i && class_in(class(v, k), IN(BYLINE) | IN(AGENCY) | IN(STAFF)) && !place_closes(v, k))
		k++;
	return k == i;
}

/* Of a headline and a sentence alone, without a date, the page below has the date, and no headline: it is the deck of that page, whatever
 * pictures and tools stand between. */
static bool
is_deck(const struct bound *b, const struct view *v, const struct seam *m)
{
	if (b->texts != 1 || b->words >= 40 || m->last == 0 || !place_heads(v, m->last - 1) || m->clues & SEEN(CLUE_TAIL))
		return false;
	for (size_t k = m->from; k < m->to; k++)
		if (place_heads(v, k) && v->line[k].words >= 4)
			return false;
	return true;
}

/* A short page without a date, and a date here. */
static void
see_own_date(const struct bound *b, const struct view *v, struct seam *m)
{
	bool headline = place_heads(v, m->at), deck;

	if (b->stamped || b->texts > 2 || !(m->clues & SEEN(CLUE_DATE) || m->classes & IN(BYLINE)))
		return;
	deck = is_deck(b, v, m);
	see(m, deck, CLUE_DECK);
	if (!right_below(v, m, m->at) && !deck)
		return;
	see(m, !headline && b->words < 80, CLUE_OWN_DATE);
	if (headline)
		deck = b->words < 45 && !class_in(class(v, 0), IN(SEPARATOR) | IN(PREFIX));
	else
		deck = b->texts == 1 && b->words < 40 && m->last > 0 && place_heads(v, m->last - 1)
		    && class_in(class(v, m->at), IN(BYLINE) | IN(DATE));
	see(m, deck, CLUE_DECK);
}

enum { FEW_WORDS = 45, NAMES_LEAST = 100 };

/* One was cut every so many characters, or not at all: `bytes` of the next paragraph against all before, or the other way round. Korean
 * pages have all but their lede in one paragraph. */
static bool
is_chunk(const struct bound *b, size_t bytes)
{
	enum { CHUNK = 1200, TIMES = 2 };

	return (bytes >= CHUNK && b->texts >= 3 && bytes > b->longest * TIMES) || (b->shortest >= CHUNK && b->shortest > bytes * TIMES);
}

/* What the page before says. */
static void
see_page(const struct bound *b, const struct view *v, struct seam *m)
{
	if (class(v, 0) != CLASS_SEPARATOR) { /* a digest's items are short */
		see(m, b->texts == 1 && b->words < 60, CLUE_FIRST);
		see(m, b->texts <= 2 && b->words < 70, CLUE_SECOND);
		see(m, b->words < FEW_WORDS, CLUE_FEW_WORDS);
	}
	see(m, m->furniture >= 4 && b->words >= FEW_WORDS, CLUE_RUN);
	see(m, m->furniture >= 7 && b->words >= FEW_WORDS, CLUE_LONG_RUN);
	see(m, promises(v, m), CLUE_PROMISED);
	see(m, turns(b, v, m), CLUE_TURN);
	see_own_date(b, v, m);
	see(m, b->headings >= 1, CLUE_CROSSED);
	see(m,
	    (!is(v, m->last, LINE_STOP) && !(m->clues & SEEN(CLUE_PROMISED))) || (m->from < m->at && place_breaks_off(v, m->from, m->from)),
	    CLUE_OPEN);
	see(m, other_script(b, v, m->to), CLUE_SCRIPT);
	see(m, is_chunk(b, v->line[m->to].n), CLUE_CHUNK);
	see(m, other_speech(b, v, m->to), CLUE_SPEECH);
}

/* Of a paragraph right below another: could it be of another page at all? */
static bool
worth(const struct bound *b, const struct view *v, size_t i)
{
	bool apart = bound_apart(b), gap = v->line[i].gap > 0;

	return v->stuck || b->text != i || place_ends(v, i - 1) || (b->before < i - 1 && v->line[b->before].gap == 0)
	    || is(v, i, LINE_DATELINE) || !is(v, i - 1, LINE_STOP) || (apart && !gap) || (b->gaps == 0 && gap) || loosens(b, v, i)
	    || (is(v, i, LINE_KOREAN) ? b->koreans == 0 : b->koreans == b->texts) || other_speech(b, v, i)
	    || is_chunk(b, v->line[i].n);
}

/* Nothing but a short sentence stands above, the first line of all: a notice of the site's, and no page. */
static bool
is_notice_alone(const struct bound *b, const struct view *v, const struct seam *m)
{
	enum { NOTICE_WORDS = 20 };

	return b->texts == 1 && b->text == 1 && b->words < NOTICE_WORDS && m->heads && !is(v, 0, LINE_DATELINE | LINE_KOREAN);
}

/* The last paragraph is a deck: a sentence under a headline. This one's date or author stands under it, or no blank line above. */
static bool
over_deck(const struct bound *b, const struct view *v, size_t i)
{
	size_t deck = b->text - 1;

	if (b->texts < 2 || b->words < 80 || b->before >= deck || v->line[deck].words > 35 || !is(v, deck, LINE_STOP)
	    || is(v, deck, LINE_DATELINE) || !place_heads(v, deck - 1) || !view_shares_words(v, text(v, deck - 1), i, 30))
		return false;
	for (size_t k = b->text; k < i; k++)
		if (class(v, k) == CLASS_DATE || class(v, k) == CLASS_BYLINE)
			return true;
	return b->gaps + 2 >= b->texts && v->line[b->before].gap == 0;
}

/* Do both speak of the same? Asked only as far as it can change the verdict. */
static void
see_terms(const struct bound *b, const struct view *v, struct seam *m)
{
	int points = m->points;
	unsigned shared;

	if (points + TERMS_ADD <= 0 || points - TERMS_TAKE > 0 || (points <= 0 && b->words < 40))
		return;
	shared = terms_shared(v, m->from, m->to);
	see(m, shared == 0 && b->words >= 40, CLUE_STRANGE);
	see(m, shared == 0 && b->words >= 120, CLUE_STRANGER);
	see(m, shared >= 2, CLUE_FAMILIAR);
	see(m, shared >= TERMS_SHARED, CLUE_KINDRED);
	see(m, terms_other_hand(v, m->from, m->to), CLUE_HAND);
	points = m->points;
	if (points + FLOW_ADD > 0 && points - FLOW_TAKE <= 0 && b->words >= NAMES_LEAST && !is(v, m->to, LINE_KOREAN))
		see_flow(m, flow_at(v, m->from, m->to));
}

/* A headline with its date or author: the first paragraph below them may well speak of the page, `This article ...`. A note on who wrote
 * it stands below its story, and links to others may stand between. */
static bool
headed(const struct view *v, const struct seam *m)
{
	return (m->clues & SEEN(CLUE_HEADLINE)) && (m->clues & SEEN(CLUE_DATE) || m->classes & IN(BYLINE)) && !bio_shape(text(v, m->to));
}

/* A date, an author, a dateline, a tail: what boxes among the paragraphs have not. The date in a link, `Fleet Tracker: Nov. 10, 2025`,
 * is none of a head. */
static bool
of_page(const struct view *v, const struct seam *m)
{
	uint64_t dated = m->clues & SEEN(CLUE_BARE) ? 0 : SEEN(CLUE_DATE);

	return like_head(v, m) || m->clues & (dated | SEEN(CLUE_TAIL) | SEEN(CLUE_ENDED))
	    || m->classes & (IN(DATE) | IN(BYLINE) | IN(PREFIX) | IN(AGENCY) | IN(SOURCE));
}

/* Nothing but this page was read since the file began: most files are one page. */
static bool
alone(const struct view *v)
{
	return !v->stuck && (v->line[0].flags & (LINE_CUT | LINE_GLUED)) == LINE_CUT;
}

size_t
seam_find(const struct bound *b, const struct view *v, size_t i)
{
	struct seam m; /* its headlines are not cleared */

	m.to = i;
	m.heads = m.furniture = 0;
	m.clues = m.classes = 0;
	m.points = BASE - (alone(v) ? ALONE_TAKE : 0);
	if (view_signed_twice(v, i) || !worth(b, v, i))
		return 0;
	m.from = over_deck(b, v, i) ? b->before : b->text;
	m.last = m.from - 1;
	m.from = place_behind(b, v, m.from, i);
	m.at = place_find(b, v, m.from, i);
	see_lines(b, v, &m);
	see_layout(b, v, &m);
	see_page(b, v, &m);
	see(&m, is(v, i, LINE_DATELINE), CLUE_DATELINE);
	see(&m, m.at == m.to && !like_head(v, &m), CLUE_HEADLESS);
	see(&m, place_ends(v, m.from - 1), CLUE_ENDED);
	see(&m, b->stamped && !of_page(v, &m), CLUE_UNDATED);
	see(&m, b->words >= 80 && !v->stuck && notice(v, m.last), CLUE_SELF);
	if (m.points + TITLES_ADD + PARAGRAPH_ADD <= 0)
		return 0;
	see_titles(v, &m);
	if (m.points + PARAGRAPH_ADD <= 0)
		return 0;
	see_paragraph(v, &m);
	if (m.points + PARAGRAPH_ADD <= 0)
		return 0;
	if (m.points <= SURELY) {
		see_opening(v, &m);
		see_terms(b, v, &m);
	}
	if (m.points > 0)
		see(&m, !headed(v, &m) && notice(v, i), CLUE_NOTICE);
	return m.points > 0 && !is_notice_alone(b, v, &m) ? m.at : 0;
}
