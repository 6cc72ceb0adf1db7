/* Lines between two boundaries that are not yet decided: what stands where. */
#ifndef KWIRE_SPLIT_VIEW_H
#define KWIRE_SPLIT_VIEW_H

#include "split_bound.h"

/* The text of line i. */
static inline struct str
text(const struct view *v, size_t i)
{
	return str_of(v->text + v->line[i].at, v->line[i].n);
}

/* Does line i answer to the question (split_memo.h)? */
static inline bool
view_asks(const struct view *v, size_t i, enum ask ask, memo_question *question)
{
	return memo_asks(v->memo, &v->line[i], ask, question, v->rules, text(v, i));
}

/* Was it asked before, and answered with no? */
static inline bool
view_denies(const struct view *v, size_t i, enum ask ask)
{
	return v->line[i].asked & ~v->line[i].yes & 1u << ask;
}

/* Has line i, if there is one, the flag LINE_...? */
static inline bool
is(const struct view *v, size_t i, unsigned flag)
{
	return i < v->n && (v->line[i].flags & flag);
}

/* Its class; none past the end. */
static inline unsigned char
class(const struct view *v, size_t i)
{
	return i < v->n ? v->line[i].class : CLASS_NONE;
}

/* Is line i + 1 line i with a credit behind it? */
bool view_credit_added(const struct view *v, size_t i);

/* Does line i, which dots cut off, hold the beginning of line i + 1? */
bool view_dots_told(const struct view *v, size_t i);

/* Is line i + 1 the same, and a credit stands above? */
bool view_under_credit(const struct view *v, size_t i);

/* A picture's alternative text: the next line is the same with a credit, or the same below a credit. */
static inline bool
view_alt_text(const struct view *v, size_t i)
{
	size_t n = v->line[i].n, next = i + 1 < v->n ? v->line[i + 1].n : 0;

	return ((n >= 20) & (next - n <= 80)) && (next == n ? view_under_credit(v, i) : next >= n + 3 && view_credit_added(v, i));
}

/* That line below it. */
static inline bool
view_credited(const struct view *v, size_t i)
{
	return i > 0 && view_alt_text(v, i - 1) && v->line[i].n > v->line[i - 1].n;
}

/* A picture's text twice, each time with its photographer, whom the page parted from it: `... 사격하고 있다. 홍길동 기자`. */
static inline bool
view_signed_twice(const struct view *v, size_t i)
{
	const struct line *l = v->line + i;

	return is(v, i + 1, LINE_GLUED) && class(v, i + 1) == CLASS_BYLINE
	    && ((i + 2 < v->n && l[2].hash == l->hash && l[2].n == l->n) || (i > 1 && l[-2].hash == l->hash && l[-2].n == l->n));
}

/* The text of the caption above it again, without its credit. */
static inline bool
view_caption_again(const struct view *v, size_t i)
{
	return i > 0 && class(v, i - 1) == CLASS_CAPTION && v->line[i].n >= 20 && str_starts(text(v, i - 1), text(v, i));
}

/* A list's headline cut with dots, and the page's own below it: `Home World Fleet Gets New Pier for Its...` */
static inline bool
view_cut_title(const struct view *v, size_t i)
{
	struct str s = text(v, i);

	return line_dotted(s) && class(v, i) == CLASS_NONE && s.n <= 240 && view_dots_told(v, i);
}

static inline bool
view_over_title(const struct view *v, size_t i)
{
	return i + 2 < v->n && line_over_title(v->line + i, v->text);
}

/* A sentence that speaks as sites do of themselves and to their readers, not as stories do: `The Gazette is not responsible for ...` */
bool view_aside(const struct view *v, size_t i);

/* Running text of no class that is none of a picture or a list. */
static inline bool
prose(const struct view *v, size_t i)
{
	return i < v->n && line_plain(&v->line[i], LINE_PROSE, LINE_PROSE) && !view_alt_text(v, i) && !view_credited(v, i)
	    && !view_caption_again(v, i) && !view_cut_title(v, i) && !view_over_title(v, i) && !view_aside(v, i);
}

/* Words of a line, as many as it would have in English: a Korean word stands for two. */
static inline size_t
view_words(const struct view *v, size_t i)
{
	return is(v, i, LINE_KOREAN) ? v->line[i].words * 2u : v->line[i].words;
}

/* Could line i be the headline of a page? */
bool view_headline(const struct view *v, size_t i);

/* The next paragraph within `most` lines, or n. */
size_t view_next_prose(const struct view *v, size_t i, size_t most);

/* One of the page's first lines again, below its text: no other page. */
bool view_own(const struct view *v, size_t i);

/* Do so many of a hundred longer words of `title` stand, by their beginnings, in the text of line i and the paragraph behind it? */
bool view_shares_words(const struct view *v, struct str title, size_t i, unsigned percent);

#endif
