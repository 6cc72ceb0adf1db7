/* One page: the lines between two boundaries, and what becomes of them. */
#ifndef KWIRE_SPLIT_PAGE_H
#define KWIRE_SPLIT_PAGE_H

#include "article.h"
#include "split_line.h"
#include "split_memo.h"
#include "split_meta.h"

enum fate {
	FATE_OPEN,   /* not decided */
	FATE_BODY,
	FATE_TITLE,  /* the headline; its repetitions are furniture */
	FATE_CAPTION,
	FATE_DROP    /* furniture, of its class */
};

/* What the introduction of a digest hands on to its items. */
struct carry {
	bool set;
	bool digest;         /* its items share the copyright line below the last one */
	char date[PAGEDATE_ISO];
	size_t date_n;
	struct str from;     /* static */
	char source[96];
	size_t source_n;
	struct cal before;   /* the day of the page before this one */
};

struct page {
	struct rules *rules;
	struct memo *memo;
	struct terms *terms; /* the words of the story's paragraphs, */
	unsigned told;       /* so many, once that was asked */
	const char *text;    /* of all lines */
	struct line *line;
	size_t n;
	unsigned char *fate; /* one a line */
	uint64_t classes;    /* of its lines, now or before */
	unsigned flags;      /* of its lines, before they were sorted: only LINE_PROSE, LINE_HEADLINE and LINE_NAMED are set later */
	struct arena *arena;
	size_t title;        /* line of the headline; n if there is none */
	size_t title_end;    /* behind its last line, where it was wrapped */
	size_t first, last;  /* lines of the body: [first, last); equal if there is none */
	bool korean;
	bool whole;          /* --whole: nothing is cut off as a menu only because it is short */
};

/* The text of line i. */
static inline struct str
text(const struct page *p, size_t i)
{
	return str_of(p->text + p->line[i].at, p->line[i].n);
}

/* Has it, if it is one of the page, the flag LINE_...? */
static inline bool
is(const struct page *p, size_t i, unsigned flag)
{
	return i < p->n && (p->line[i].flags & flag);
}

/* Its class; none past the end. */
static inline unsigned char
class(const struct page *p, size_t i)
{
	return i < p->n ? p->line[i].class : CLASS_NONE;
}

/* Line i is of that class from now on. */
static inline void
classify(struct page *p, size_t i, unsigned char class)
{
	p->line[i].class = class;
	p->classes |= class < CLASSES_BUILT_IN ? UINT64_C(1) << class : 0;
}

/* May lines of these classes, IN(...), stand on the page? Most steps are about classes that most pages have not. */
static inline bool
page_has(const struct page *p, uint64_t classes)
{
	return p->classes & classes;
}

/* May lines with one of these flags stand there? */
static inline bool
page_flagged(const struct page *p, unsigned flags)
{
	return p->flags & flags;
}

/* Does the text of line i answer to the question? */
static inline bool
page_asks(const struct page *p, size_t i, enum ask ask, memo_question *question)
{
	return memo_asks(p->memo, &p->line[i], ask, question, p->rules, text(p, i));
}

/* Are all these questions, a bit each, answered with no? */
static inline bool
page_denies(const struct page *p, size_t i, unsigned asks)
{
	return (p->line[i].asked & ~p->line[i].yes & asks) == asks;
}

/* Decides the fate of every line; p->title, first, last and korean are set. */
void page_sort(struct page *p);

/* What stands behind the label of an archive's header line, `BYLINE: Kim`; another line as it is. */
struct str header_value(const struct page *p, size_t i);

/* The first line below the text of what Korean law has sites say of themselves, `발행인 : ...`; p->n if there is none. Its days and names are
 * not the article's. */
size_t page_imprint(const struct page *p);

/* Is line i nothing but names? */
bool page_names_only(const struct page *p, size_t i);

/* Picks the headline among the lines above the body. */
void title_find(struct page *p);

/* The headline without site suffix, wire marks and byline; line i as one, cleaned once for a text. */
struct str title_clean(const struct page *p, struct str s);
struct str title_of(const struct page *p, size_t i);

/* The clean headline of all its lines. */
struct str title_whole(const struct page *p);

/* The site that a line names behind the clean headline, `HEADLINE | Harbor Signal`; empty if it does not. */
struct str title_site(struct str s, struct str clean);

/* The outlet of the tables that line i names behind the clean headline and its sections, `HEADLINE : News : The Hankyoreh`; NULL if it
 * names none. */
const struct outlet *title_outlet(const struct page *p, size_t i, struct str *as);

/* What stands behind the last ` - `, ` | ` ... of a headline, if it could name a site; empty if nothing does. And the headline without
 * it, if it is the name of the page's outlet. */
struct str title_suffix(struct str s);
struct str title_without(struct str title, struct str source);

/* Fill the metadata of the article. */
void date_find(const struct page *p, struct article *a, const struct outlet *outlet, struct carry *carry);
const struct outlet *source_find(const struct page *p, struct article *a, struct carry *carry);
void author_find(const struct page *p, struct article *a);
void section_find(const struct page *p, struct article *a);
void text_find(const struct page *p, struct article *a); /* its captions and decks too */

/* Of a page of which nothing is text, lines of which nothing is known become text. */
void text_keep(struct page *p);

/* The outlet that a copyright line names; its name in *as, empty if it names none. */
const struct outlet *source_of_right(const struct page *p, size_t i, struct str *as);

#endif
