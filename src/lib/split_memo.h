/* What was told of a line's text before. Menus and notices come again on every page of a site, copies of an article in every crawl:
 * a line that is remembered is not judged again. What is forgotten, and when, costs time and changes nothing. */
#ifndef KWIRE_SPLIT_MEMO_H
#define KWIRE_SPLIT_MEMO_H

#include "split_line.h"

struct memo;

enum memo_known {
	MEMO_WHOLE = 1, /* no page ends within the line, and nothing of it needs cleaning */
	MEMO_JUDGED = 2, /* flags, words, class and rule are set */
	MEMO_END = 4     /* end is set */
};

struct fact {
	uint64_t text; /* its hash */
	unsigned short rule;
	signed char side, evidence;
	unsigned asked, yes; /* of enum ask, a bit each */
	unsigned short words, flags;
	unsigned short end; /* bytes of the page that it opens with: all, or another page begins within the line */
	struct part title;
	unsigned char class, known;
};

/* Nothing remembered; a table of fixed size. */
struct memo *memo_open(void);
void memo_close(struct memo *m);

/* What is known of the text of that hash: nothing, if it is new. Valid until the next call. */
struct fact *memo_fact(struct memo *m, uint64_t text);

/* Brings it into the cache: memory is slower than the work on a line that is known. */
void memo_fetch(const struct memo *m, uint64_t text);

/* line_judge, or what it said before of the text of l->hash; f: what is known of that. */
void memo_judge(struct memo *m, struct rules *r, struct str s, struct line *l);
void memo_judge_known(struct fact *f, struct rules *r, struct str s, struct line *l);

/* What is asked about a line's text again and again: each is answered once for a text. */
enum ask {
	ASK_REPORTS,
	ASK_PAST,
	ASK_RIGHTS,
	ASK_LABEL,
	ASK_CUT,
	ASK_NAME,
	ASK_NAMES,
	ASK_OWN,
	ASK_STREET,
	ASK_HOST,
	ASK_NAMING,
	ASK_PICTURED,
	ASK_SELF,
	ASK_TITLE,
	ASK_NOTICE,
	ASK_PERSON,
	ASK_STUMP,
	ASK_BOILERPLATE,
	ASK_JOINT,
	ASK_NAMES_ONLY,
	ASK_TOLD,
	ASK_END,
	ASK_LEDE,
	ASK_PROMISE,
	ASK_READER,
	ASK_PICTURE,
	ASK_SCHOLAR,
	ASK_PLATE,
	ASK_EVIDENCE,
	ASK_SIDE /* the last ones, whose answers are numbers */
};

_Static_assert(ASK_SIDE < 32, "as many bits");

typedef bool memo_question(const struct rules *r, struct str s);

/* Asks the question of line l, whose text is s: sets its bit in l->yes if the answer is yes. */
void memo_ask(struct memo *m, struct line *l, unsigned bit, memo_question *question, const struct rules *r, struct str s);

/* Does the text s of line l answer to the question? `ask` is its number: it is put once for a text. */
static inline bool
memo_asks(struct memo *m, struct line *l, enum ask ask, memo_question *question, const struct rules *r, struct str s)
{
	unsigned bit = 1u << ask;

	if (!(l->asked & bit))
		memo_ask(m, l, bit, question, r, s);
	return l->yes & bit;
}

/* The evidence of the words of line l, and on which side of the text they stand, weighed once for a text. */
int memo_evidence(struct memo *m, struct line *l, const struct rules *r, struct str s);
int memo_side(struct memo *m, struct line *l, const struct rules *r, struct str s);

#endif
