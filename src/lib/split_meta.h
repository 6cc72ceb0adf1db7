/* What a page says about its article: time stamps, bylines, captions, datelines. Each reads one line. */
#ifndef KWIRE_SPLIT_META_H
#define KWIRE_SPLIT_META_H

#include "pagedate.h"
#include "split_rules.h"
#include "str.h"

struct stamp {
	struct pagedate date;
	enum pagedate_label label;
};

#define STAMPS 4

/* The dates of a line with their labels, at most STAMPS; returns their number. */
size_t stamp_read(const struct rules *r, struct str s, struct stamp *stamp);

/* The first of them. */
bool stamp_first(const struct rules *r, struct str s, struct pagedate *d);

/* What was read last: who tells pages apart, sorts their lines, dates them and names their outlet asks the same lines. */
struct stamp_recent *stamp_recent_open(void);
void stamp_recent_close(struct stamp_recent *recent);

/* What a line says of the date below it, if it is nothing but a label: `Published`, `최종수정`. */
enum pagedate_label stamp_label(const struct rules *r, struct str s);

/* Where text begins behind the dates that open s, `입력 2025.02.10 10:14 국방부는 ...`; s.n if none do. */
size_t stamp_glued(const struct rules *r, struct str s);

/* Does the line hold a date with year and time? */
bool stamp_full(const struct rules *r, struct str s);

/* Is the line nothing but dates, labels, and perhaps a byline or an outlet's name? */
bool stamp_line(struct rules *r, struct str s);

/* The persons of a byline, at most NAMES; 0 if the line is none. `names` may be NULL: counts only. Names are slices of s. */
#define NAMES 12
size_t byline_read(struct str s, struct str *names);

/* A line of nothing but names, `Lee Min-ji and Park Ha-na`; and its names, at most NAMES, which may be NULL as well. */
bool names_only(struct str s);
size_t names_read(struct str s, struct str *names);

/* The names that open s, where only what they do, for whom and when stands behind: `Jane Dover, Reuters`; empty if other words do. */
struct str names_lead(const struct rules *r, struct str s);

/* A byline without the places behind the names: `LIAM CARVER and HANA YOSHIDA SEOUL and TOKYO`. */
struct str byline_without_places(const struct rules *r, struct str s);

/* `홍길동`, and no department of three syllables. */
bool korean_name(struct str s);

/* `홍길동 한국대 교수`: a name of three syllables, and what a guest who writes is; the name, empty if it is none. */
struct str korean_expert(struct str s);

/* `홍길동(hong)`, a reporter and his name on the site: without that. */
struct str korean_without_account(struct str s);

/* What goes before 기자 and is no name: `촬영기자`, `인턴 기자`. */
bool korean_job(struct str w);

/* Is it a personal name by its shape? */
bool name_shape(struct str s);

/* Is the line a photo's caption, by its credit or its opening? */
bool caption_shape(const struct rules *r, struct str s);

/* Opens like a caption: `FILE PHOTO`, `In this photo`, `▲`. */
bool caption_opens(struct str s);

/* Tells a picture in the present tense: `... shakes hands with ... on Nov. 3`. */
bool caption_tells(struct str s);

/* Names who sells satellite pictures, and holds the right to them. */
bool caption_of_satellite(struct str s);

/* Ends in the right of a reporter who took the picture: `... 2024.10.4/뉴스1 ⓒ News1 홍길동 기자`. */
bool caption_of_reporter(struct str s);

/* Where the reporter begins who took the picture, behind words that are no sentence: `22일 서울 용산 전쟁기념관. 홍길동 기자`; s.n if there
 * is none. */
size_t caption_reporter(struct str s);

/* A credit and no picture told: `Photo : YONHAP News`, `Credit: AP`, `Pool/AFP via Getty Images`. */
bool caption_empty(const struct rules *r, struct str s);

/* The caption without the number and links of its gallery: `1 of 15. `, ` | License Photo`. */
struct str caption_clean(struct str s);

/* Where a caption that opens s ends and text goes on: `(Yonhap)A court...`; 0 if nowhere. signs: of s, see split_letters.h. */
size_t caption_glued(const struct rules *r, struct str s, unsigned signs);

struct dateline {
	struct str place;  /* `SEOUL`, `Pyongyang [North Korea]` */
	struct str agency; /* of the last bracket: `Yonhap` */
	struct pagedate date; /* day.month 0: none */
	size_t end;        /* where the text begins */
	bool certain;      /* with an agency and a date or dash: no sentence opens like that */
};

/* The dateline that opens s. `d` may be NULL. */
bool dateline_read(const struct rules *r, struct str s, struct dateline *d);

/* The place of a line that is nothing else: `Taipei, Taiwan`, `SEOUL, SOUTH KOREA —`; empty if it is no such line. */
struct str dateline_place(const struct rules *r, struct str s);

/* Who the author is, told behind the article: `Dana Pruett is a Newsweek reporter based in Seoul.` And the name that opens it, empty if
 * none does. */
bool bio_shape(struct str s);
struct str bio_name(struct str s);

const struct outlet *mention_picture(const struct rules *r, struct str s, struct str *as);

/* What stands before and behind the only date of a line, without signs. */
bool stamp_sides(const struct rules *r, struct str s, struct str side[2]);

#endif
