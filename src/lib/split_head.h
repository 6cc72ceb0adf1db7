/* The lines above the text of a page, as what finds the headline among them weighs them. */
#ifndef KWIRE_SPLIT_HEAD_H
#define KWIRE_SPLIT_HEAD_H

#include "split_page.h"

#define TITLE_FIELD STR("제목 ") /* of an office's board */
#define HEAD_LINES 200 /* from either end of what stands above the text: a list of any length is no head */

/* What headlines of a page are weighed by. */
struct head {
	const struct page *page;
	size_t first;          /* where the text begins */
	struct str low;        /* the first paragraphs, in lower case; NULL: not yet asked for */
	uint64_t *fours;       /* a bit for each four bytes that a word there begins with, by a hash */
	unsigned short *times; /* how often a line stands on the page; 0: not yet counted */
	unsigned char *share;  /* how much of the opening a line's words tell, + 1; 0: not yet asked */
};

/* Nothing counted or asked yet; the text is taken to begin at line `first`. */
struct head head_of(const struct page *p, size_t first);

/* Share of the words of s whose first letters stand in the first paragraphs, 0 to 100; that of line i as a headline. */
unsigned head_overlap(struct head *h, struct str s);
unsigned head_told(struct head *h, size_t i);

/* How often line i stands on the page as a headline, itself included. */
unsigned head_repeated(struct head *h, size_t i);

/* Is line i the clean headline, but for marks and suffixes? Most lines are shorter or much longer. */
bool head_reads(const struct page *p, size_t i, struct str clean);

static inline bool
head_is_title(const struct page *p, size_t i, struct str clean)
{
	return p->line[i].n - clean.n < 60 && head_reads(p, i, clean); /* of a shorter line it is more than any */
}

/* Could line i be a headline, by its shape? It is no button and no item. */
bool head_stands(const struct page *p, size_t i);

static inline bool
head_candidate(const struct page *p, size_t i)
{
	return i < p->n && line_plain(&p->line[i], LINE_HEADLINE, LINE_HEADLINE) && head_stands(p, i);
}

/* A date or byline line follows within three lines that are no text: what stands under a headline. */
bool head_stamped(const struct page *p, size_t i);

/* Right below the line stands what readers do with a story, and decks below that: `첫 댓글을 작성해보세요`, `주소복사가 완료되었습니다`. */
bool head_over_tools(const struct page *p, size_t i);

/* Lines beside a headline that are none: a label over it, the paper's name, what a site says of itself; and how much speaks against line i
 * because it stands below a headline. */
bool kicker_is(struct head *h, size_t i);
bool plate_is(struct head *h, size_t i);
bool slogan_is(struct head *h, size_t i);
int deck_points(struct head *h, size_t i);

#endif
