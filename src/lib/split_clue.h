/* What is seen where two pages could meet, and what it weighs. */
#ifndef KWIRE_SPLIT_CLUE_H
#define KWIRE_SPLIT_CLUE_H

#include "split_flow.h"
#include "split_rules.h"

/* Twice the logarithm of the odds that a line of that class stands between pages rather than inside of one. Both this and what the
 * clues weigh was counted on glued pages (tests/measure/glue.py). */
static const signed char of_class[CLASSES_BUILT_IN] = {
	[CLASS_DATE] = 2,
	[CLASS_BYLINE] = 1,
	[CLASS_URL] = 1,
	[CLASS_SEPARATOR] = 1,
	[CLASS_CRUMB] = 1,
	[CLASS_LEGAL] = 2,
	[CLASS_COMMENT] = -2,
	[CLASS_SECTION] = 2,
	[CLASS_TAGS] = 2,
	[CLASS_COUNTER] = 1,
	[CLASS_SHARE] = 1,
	[CLASS_NAV] = 2,
	[CLASS_WIRE] = 1,
	[CLASS_PREFIX] = 3,
	[CLASS_AGENCY] = 1,
	[CLASS_TITLE] = 1,
	[CLASS_SUMMARY] = 1,
	[CLASS_SOURCE] = 2,
	[CLASS_STAFF] = 1,
	[CLASS_CREDIT] = 2,
	[CLASS_TOOL] = 1,
	[CLASS_END] = 1,
	[CLASS_CONTACT] = 1,
	[CLASS_CONTINUE] = 1,
	[CLASS_AD] = -1,
	[CLASS_GOVERNMENT] = 1,
};

/* What is seen where two pages could meet. */
enum clue {
	CLUE_EMPTY,    /* nothing stands between the paragraphs */
	CLUE_TAIL,     /* a line that closes an article */
	CLUE_TAILS,    /* several */
	CLUE_LIST,     /* items of a list */
	CLUE_RUN,      /* four lines of furniture and more, behind more than a deck */
	CLUE_LONG_RUN, /* seven */
	CLUE_UNKNOWN,  /* a line that is neither furniture nor a headline */
	CLUE_SIGNED,   /* a byline right under the text */
	CLUE_DATE,     /* a date with its year */
	CLUE_STAMP,    /* with a label or a time */
	CLUE_HEADLINE, /* above the paragraph */
	CLUE_LONG_HEADLINE,
	CLUE_LONGER_HEADLINE,
	CLUE_ACTING,   /* it has the verb of a headline */
	CLUE_ACTING_LONG,
	CLUE_SHARED,   /* words of it stand in the paragraph below */
	CLUE_ALIEN,    /* none do */
	CLUE_ALIEN_ALONE, /* and nothing but a date speaks for a head, nothing for a tail: a cross-heading, a link, a box */
	CLUE_BARE,     /* and stands like a paragraph, with nothing of a head by it */
	CLUE_QUESTION,
	CLUE_DATELINE,
	CLUE_LEDE,     /* the paragraph could be a first one */
	CLUE_LEDE_CUE, /* it tells what was said or done */
	CLUE_LEDE_DAY, /* and when */
	CLUE_DAYLESS,  /* it could, but names no day */
	CLUE_LAGGING,  /* it goes on with what was said: `also`, `such`, `he said` */
	CLUE_BACKGROUND, /* it tells what was or had been */
	CLUE_SMALL,    /* it begins with a small letter, or the number of a note */
	CLUE_QUOTE,
	CLUE_APART,    /* blank lines stand as between the paragraphs before */
	CLUE_LAYOUT,   /* not so */
	CLUE_LAYOUT_CLOSE,
	CLUE_LAYOUT_SURE,
	CLUE_TIGHT,    /* one stands above what is between, and none above this paragraph alone */
	CLUE_FIRST,    /* the page before has one paragraph */
	CLUE_SECOND,
	CLUE_FEW_WORDS,
	CLUE_CROSSED,  /* it has cross-headings */
	CLUE_OPEN,     /* its last paragraph has no end */
	CLUE_ENDED,    /* it ends as pages do */
	CLUE_SELF,     /* its last paragraph speaks of the page, or of who made it */
	CLUE_OWN_DATE, /* it has had no date yet, nor much else: the date that stands here is its own */
	CLUE_DECK,     /* its one sentence stands between headline and date, or has few words and a headline stands here as well */
	CLUE_LAST,     /* one short paragraph is all that is left, with nothing of a head */
	CLUE_TEASER,   /* a sentence alone, under an item of a list, or first words cut with dots in a row of such */
	CLUE_OTHERS,   /* an item of a list of other stories: `3 hours ago` stands above it, or dots cut it off */
	CLUE_PROMISED, /* its last line ends with a colon */
	CLUE_TURN,     /* the paragraph is a turn of a talk, as others before */
	CLUE_ITEM,     /* of a list */
	CLUE_ASKS,
	CLUE_NOTICE,   /* it speaks of the page */
	CLUE_STRANGE,  /* none of its rarer words stands in the page before */
	CLUE_STRANGER, /* which is not short */
	CLUE_FAMILIAR, /* two do */
	CLUE_KINDRED,  /* five do */
	CLUE_HAND,     /* its quotes are curly, where those of the page before are straight, or the other way round */
	CLUE_HEADLESS, /* nothing of a head stands above the paragraph, and no blank lines speak for one */
	CLUE_UNDATED,  /* the page before has its date, and nothing here is of a head or a tail: pages of one stream look alike */
	CLUE_STUCK,    /* they meet in the middle of a line, as on no line before */
	CLUE_STUCK_STOP, /* behind the end of a sentence, and hardly any other sentences of the page do */
	CLUE_SCRIPT,   /* of all its paragraphs: Latin, and Korean is this */
	CLUE_DOUBLED,  /* the headline stands there twice */
	CLUE_SPEECH,   /* plain, and polite is this, or the other way round */
	CLUE_CHUNK,    /* a text without paragraphs meets one that has them */
	CLUES
};

_Static_assert(CLUES <= 64, "a bit of a word each");

static const signed char of_clue[CLUES] = {
	[CLUE_DATELINE] = 6,
	[CLUE_LAYOUT] = 4,
	[CLUE_LAYOUT_CLOSE] = 3,
	[CLUE_LAYOUT_SURE] = 6,
	[CLUE_TIGHT] = 5,
	[CLUE_STUCK] = 5,
	[CLUE_STUCK_STOP] = 4,
	[CLUE_OPEN] = 3,
	[CLUE_SCRIPT] = 13,
	[CLUE_SPEECH] = 8,
	[CLUE_DOUBLED] = 4,
	[CLUE_CHUNK] = 6,
	[CLUE_TAIL] = 4,
	[CLUE_TAILS] = 3,
	[CLUE_LIST] = 1,
	[CLUE_RUN] = 3,
	[CLUE_LONG_RUN] = 3,
	[CLUE_UNKNOWN] = 2,
	[CLUE_SIGNED] = 4,
	[CLUE_STAMP] = 2,
	[CLUE_DATE] = 1,
	[CLUE_HEADLINE] = 2,
	[CLUE_LONG_HEADLINE] = 2,
	[CLUE_LONGER_HEADLINE] = 2,
	[CLUE_SHARED] = 2,
	[CLUE_ACTING] = 1,
	[CLUE_ACTING_LONG] = 1,
	[CLUE_LEDE] = 2,
	[CLUE_LEDE_CUE] = 2,
	[CLUE_LEDE_DAY] = 1,
	[CLUE_DAYLESS] = -1,
	[CLUE_LAGGING] = -2,
	[CLUE_BACKGROUND] = -2,
	[CLUE_HAND] = 4,
	[CLUE_STRANGE] = 2,
	[CLUE_STRANGER] = 1,
	[CLUE_FAMILIAR] = -1,
	[CLUE_KINDRED] = -3,
	[CLUE_ENDED] = 7,
	[CLUE_SELF] = 4,
	[CLUE_BARE] = -1,
	[CLUE_QUESTION] = -2,
	[CLUE_CROSSED] = -2,
	[CLUE_ALIEN] = -1,
	[CLUE_ALIEN_ALONE] = -6,
	[CLUE_HEADLESS] = -3,
	[CLUE_UNDATED] = -4,
	[CLUE_FIRST] = -1,
	[CLUE_SECOND] = -2,
	[CLUE_EMPTY] = -3,
	[CLUE_APART] = -2,
	[CLUE_FEW_WORDS] = -2,
	[CLUE_SMALL] = -6,
	[CLUE_QUOTE] = -3,
	[CLUE_LAST] = -6,
	[CLUE_TEASER] = -8,
	[CLUE_OTHERS] = -14,
	[CLUE_PROMISED] = -6,
	[CLUE_TURN] = -8,
	[CLUE_ITEM] = -3,
	[CLUE_OWN_DATE] = -10,
	[CLUE_DECK] = -8,
	[CLUE_NOTICE] = -12,
	[CLUE_ASKS] = -3,
};

/* How names run on. */
static const signed char of_flow[FLOWS] = {
	[FLOW_GOES_ON] = -5,
	[FLOW_AGAIN] = 2,
	[FLOW_FRESH] = 1,
	[FLOW_TAKEN_UP] = 2,
};

#endif
