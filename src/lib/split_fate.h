/* What the files that sort a page share. */
#ifndef KWIRE_SPLIT_FATE_H
#define KWIRE_SPLIT_FATE_H

#include "split_page.h"

/* Running text of no class, not yet decided. */
static inline bool
prose(const struct page *p, size_t i)
{
	return i < p->n && (line_plain(&p->line[i], LINE_PROSE, LINE_PROSE) & (p->fate[i] == FATE_OPEN));
}

/* Shaped like a headline, and not yet of any class. */
static inline bool
headline(const struct page *p, size_t i)
{
	return i < p->n && line_plain(&p->line[i], LINE_HEADLINE, LINE_HEADLINE);
}

/* Line i is furniture, of that class if it has none. */
static inline void
drop(struct page *p, size_t i, unsigned char as)
{
	p->fate[i] = FATE_DROP;
	if (class(p, i) == CLASS_NONE)
		classify(p, i, as);
}

/* Have two lines the same text? */
static inline bool
same(const struct page *p, size_t i, size_t k)
{
	return str_eq(text(p, i), text(p, k));
}

/* The verbs of a report; captions have none. */
bool reports(const struct page *p, size_t i);

/* A past tense; `released by` is told of pictures as well. */
bool in_past(const struct page *p, size_t i);

/* `[Anchor]`, `<Report>`, `Anchor:` */
bool line_speaker_tag(struct str s);

/* Does line i open a sentence in Korean that was broken for a screen, `북한정의연대가`, `송환할 것을`, `촉구했습니다.`? */
bool opens_broken(const struct page *p, size_t i);

/* A label or a button tells that a line is a picture's text. */
void labels_find(struct page *p);

/* Lines that belong to pictures get their class: captions, alternative texts, credits. */
void pictures_find(struct page *p);

/* On a page of one picture, with no other text, what it shows is the text. */
void picture_is_text(struct page *p);

/* Alternative text beside its caption: one is the beginning of the other. */
void pictures_drop_doubles(struct page *p);

/* Lines that name who wrote the page become bylines: units of the forces below them, scholars with their posts, names alone. */
void profiles_find(struct page *p);
void units_find(struct page *p);
void scholars_find(struct page *p);
void writers_find(struct page *p);

/* A machine's summary up to the line that says so. */
void summaries_find(struct page *p);

/* Is line i about its author, `Tessa Brandt is a freelance reporter.`, and nobody of the story's? */
bool about_author(const struct page *p, size_t i);

/* Do most of the next three paragraphs behind line i tell of what the story told up to there? One alone may be about the site; behind who
 * contributed to the report even new matter is the report's. */
bool story_goes_on(const struct page *p, size_t i);

/* Paragraphs among the furniture below the story that are no part of it. */
void strays_drop(struct page *p);

/* Furniture by the weight of words and neighbours: sentences, before the body is looked for; and what was taken for text. */
void weigh_sentences(struct page *p);
void weigh_text(struct page *p);

/* Evidence that line i, which is no running text, is the headline of another story: points as split_weigh.c counts them. */
int link_points(struct page *p, size_t i);

/* Notices behind the article: who its author is, one paragraph below the closing lines. */
void notices_drop(struct page *p);

/* Menus, lists under their headings, blocks inside the body, lines of another language. */
void furniture_drop(struct page *p);

/* What stands in a box with furniture is furniture. */
void boxes_drop(struct page *p);

/* What becomes of the lines that no rule has spoken of; what stands above line `text` is an archive's summary. */
void fates_decide(struct page *p, size_t text);

/* A paragraph or caption that stands on the page twice is printed once, and no sentence that is set large between the paragraphs. */
void doubles_drop(struct page *p);

#endif
