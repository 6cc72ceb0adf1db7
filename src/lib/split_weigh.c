/* Lines that are furniture by the weight of their words and of their neighbours.
 *
 * Each line has points, tenths of the logarithm of the odds that it is furniture: of its words, its shape and the class that it has.
 * Furniture and text come in runs, so that to change from one to the other costs points, too; what the lines of the page are together
 * is the sequence of the most points (Viterbi 1967). A short line between two of furniture goes with them, between two paragraphs it
 * stays. */
#include "split_fate.h"
#include "split_words.h"

/* Points: against text below zero. */
enum {
	CHANGE = 15,        /* from text to furniture or back */
	FURNITURE = 30,     /* has a class of furniture */
	KEPT = -10,         /* has one, and was kept in the text */
	HEADLINE = -10,
	SURELY_TEXT = -40,  /* long, with a dateline, or what somebody said */
	ASIDE = -30,        /* a speaker's tag, an aside in brackets */
	DECK = -30, QUOTED = -10, STOP = -20, /* besides the words of a short line: above the text, opens with a quote, ends a sentence */
	ABOVE = -6          /* a sentence above all that is told */
};

enum { TOLD = -20, DOUBT = 1 }; /* a sentence tells the story; and the least for one to be furniture, whatever its neighbours */
enum { SURELY = 10000 };        /* more points than there are */
enum { WORDS_MOST_TOLD = 80 };

/* A sentence's points besides those of its words, and fewer above the story, where it may be a deck; the second number is for Korean ones.
 */
static const signed char of_sentence[2] = { 4, -12 }, of_40_words[2] = { -7, 0 };

/* Lines of these classes stand in and beside the text. */
static const uint64_t anywhere =
    IN(CAPTION) | IN(PHOTO) | IN(BYLINE) | IN(DATE) | IN(DOUBLED) | IN(TITLE) | IN(WIRE) | IN(AGENCY) | IN(CRUMB);

static int
sentence_points(const struct page *p, size_t i, int evidence, bool begun)
{
	bool korean = is(p, i, LINE_KOREAN);
	int words = p->line[i].words < WORDS_MOST_TOLD ? p->line[i].words : WORDS_MOST_TOLD;

	return evidence + of_sentence[korean] + words * of_40_words[korean] / 40 + (begun ? 0 : ABOVE);
}

/* A line that is no sentence: a deck, a cross-heading, a button, another story's headline, whose words are those of text; the words must
 * tell. */
static int
short_points(struct page *p, size_t i, int evidence)
{
	struct str s = text(p, i);
	int link = link_points(p, i);

	if (i < p->first && p->fate[i] == FATE_BODY)
		link = DECK;
	else if (link > 0 && evidence < 0)
		evidence = 0;
	return evidence * 3 / 2 + link + (words_start(s, WORDS("\"", "“", "‘")) ? QUOTED : 0) + (is(p, i, LINE_STOP) ? STOP : 0);
}

/* `begun`: a line of the story stands above. */
static int
points(struct page *p, size_t i, bool begun)
{
	struct str s = text(p, i);
	int evidence;

	if (class(p, i) != CLASS_NONE)
		return p->fate[i] == FATE_BODY ? KEPT : class_in(class(p, i), anywhere) ? 0 : FURNITURE;
	if (p->fate[i] == FATE_TITLE)
		return HEADLINE;
	if (s.n > (is(p, i, LINE_KOREAN) ? EVIDENCE_KOREAN : EVIDENCE_BYTES) || is(p, i, LINE_DATELINE)
	    || (is(p, i, LINE_PROSE) && page_asks(p, i, ASK_TOLD, line_told)))
		return SURELY_TEXT;
	if (line_speaker_tag(s) || (*s.p == '(' && str_last(s) == ')')) /* ($1 = 1,357.2000 won) */
		return ASIDE;
	evidence = memo_evidence(p->memo, &p->line[i], p->rules, s);
	return is(p, i, LINE_PROSE) ? sentence_points(p, i, evidence, begun) : short_points(p, i, evidence);
}

/* What becomes of a line. */
struct weighed {
	short points;
	bool furniture;
	bool text_was, furniture_was; /* was the line before furniture, if this one is text; and if it is furniture? */
};

static struct weighed *
weigh(struct page *p)
{
	struct weighed *w = arena_array(p->arena, p->n, sizeof *w);
	int body = -2 * CHANGE, other = 0; /* points of the best sequence that ends with a line of text, and of furniture */
	bool begun = false, furniture;

	for (size_t i = 0; i < p->n; i++) {
		int line = points(p, i, begun), to_text = other - 2 * CHANGE, to_furniture = body - 2 * CHANGE;

		w[i].points = (short)line;
		w[i].text_was = to_text > body;
		w[i].furniture_was = other >= to_furniture;
		body = (w[i].text_was ? to_text : body) - line;
		other = (w[i].furniture_was ? other : to_furniture) + line;
		begun |= is(p, i, LINE_PROSE) && line <= TOLD;
	}
	furniture = other > body - 2 * CHANGE;
	for (size_t i = p->n; i-- > 0;) {
		w[i].furniture = furniture;
		furniture = furniture ? w[i].furniture_was : w[i].text_was;
	}
	return w;
}

/* Could any line of that fate be furniture, or any sentence? A sentence's own words must tell, and mostly do not: then nothing is
 * weighed. */
static bool
doubtful(struct page *p, unsigned char fate, bool sentences)
{
	bool begun = false;

	for (size_t i = 0; i < p->n; i++) {
		bool open = (class(p, i) == CLASS_NONE) & (p->fate[i] == fate);
		int line;

		if (!is(p, i, LINE_PROSE)) {
			if (open && !sentences)
				return true;
			continue;
		}
		line = points(p, i, begun);
		if (open && line >= DOUBT)
			return true;
		begun |= line <= TOLD;
	}
	return false;
}

#define PARAGRAPHS 3 /* so many that all of them speak to the reader are the text */

/* Marks the lines of that fate which are furniture, sentences only if their own words do not tell otherwise. If no sentence would be
 * left, those alone whose own words tell it. */
static struct weighed *
find_furniture(struct page *p, unsigned char fate)
{
	struct weighed *w = weigh(p);
	size_t texts = 0, gone = 0;
	int least;

	for (size_t i = 0; i < p->n; i++) {
		bool open = class(p, i) == CLASS_NONE && p->fate[i] == fate, sentence = open && is(p, i, LINE_PROSE);

		w[i].furniture &= open && (!sentence || w[i].points >= DOUBT);
		texts += sentence;
		gone += sentence && w[i].furniture;
	}
	least = gone < texts ? -SURELY : texts < PARAGRAPHS ? 1 : SURELY;
	for (size_t i = 0; i < p->n; i++)
		w[i].furniture &= w[i].points >= least;
	return w;
}

void
weigh_sentences(struct page *p)
{
	const struct weighed *w = doubtful(p, FATE_OPEN, true) ? find_furniture(p, FATE_OPEN) : NULL;

	for (size_t i = 0; w && i < p->n; i++)
		if (w[i].furniture && is(p, i, LINE_PROSE)) {
			classify(p, i, bio_shape(text(p, i)) ? CLASS_STAFF : CLASS_NOTICE);
			p->line[i].weighed = true;
		}
}

void
weigh_text(struct page *p)
{
	const struct weighed *w = doubtful(p, FATE_BODY, false) ? find_furniture(p, FATE_BODY) : NULL;

	for (size_t i = 0; w && i < p->n; i++)
		if (w[i].furniture) {
			drop(p, i, CLASS_OTHER);
			p->line[i].weighed = true;
		}
}
