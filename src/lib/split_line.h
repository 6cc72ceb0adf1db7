/* A line of a page and what can be told of it alone. */
#ifndef KWIRE_SPLIT_LINE_H
#define KWIRE_SPLIT_LINE_H

#include "ascii.h"
#include "split_rules.h"
#include "str.h"

enum line_flag {
	LINE_STOP = 1,     /* ends like a sentence */
	LINE_PROSE = 2,    /* running text */
	LINE_UPPER = 4,    /* no lower-case letter */
	LINE_GLUED = 8,    /* no line end before it in the input */
	LINE_HEADLINE = 16, /* could be a headline, by its shape */
	LINE_HEAD = 32,    /* opens a page */
	LINE_TAIL = 64,    /* closes an article */
	LINE_LIST = 128,   /* the short lines that follow belong to it */
	LINE_EDGE = 256,   /* its class holds only outside of the body */
	LINE_CUT = 512,    /* a certain boundary stands before it */
	LINE_MAIL = 1024,  /* holds a mail address */
	LINE_KOREAN = 2048,
	LINE_DATELINE = 4096,
	LINE_NAMED = 8192, /* the page's headline: marked as a heading, or a menu above ends with it */
	LINE_LISTED = 16384, /* an item of a list of other stories; set where pages are told apart */
	LINE_TOLD = 32768    /* a headline whose words stand in the paragraph behind; set there, too */
};

/* A part of a line. */
struct part {
	unsigned short at, n;
};

struct line {
	size_t at, n;  /* its text, in the page's buffer */
	uint64_t hash; /* of its text */
	size_t raw;    /* bytes of the input it stands for */
	unsigned long long no;
	unsigned gap;  /* blank lines before it */
	unsigned short words;
	unsigned short flags;
	unsigned char class;
	bool weighed; /* evidence made it furniture */
	signed char side; /* of the text its words stand on, if that was asked */
	unsigned short signs; /* that its text holds, see split_letters.h; 0: none, or not told */
	unsigned short rule; /* its number, 0 if there is none: see rules_numbered */
	signed char evidence; /* what its words tell, if that was asked */
	unsigned asked, yes; /* questions about its text: a bit each, and the answers */
	struct part title;   /* what would be its headline, if that was asked */
};

/* Is it of no class, and of the flags of `mask` has it just these? Asked in one step: of most lines nobody can foretell it, and a branch
 * that a processor guesses wrong costs as much as forty instructions. */
static inline bool
line_plain(const struct line *l, unsigned mask, unsigned flags)
{
	return (((l->flags & mask) ^ flags) | (l->class ^ CLASS_NONE)) == 0;
}

/* Sets flags, words and class from the text alone; keeps the flags that are there. */
void line_judge(struct rules *r, struct str s, struct line *l);

/* Bytes of a separator that parts articles: a shorter one ends a release, or opens a cross-heading. */
#define SEPARATOR_LEAST 8

/* Separator: a line of one sign; returns it, or 0. */
char line_separator(struct str s);

/* A breadcrumb: `Home > National > Defense`. */
bool line_crumb(struct str s);

/* The mail address in s: its bytes, or {NULL, 0}. */
struct str line_mail(struct str s);

/* `By Reuters`, `by Agence France-Presse in Seoul`: an outlet in the place of a person. */
bool line_outlet_byline(const struct rules *r, struct str s);

/* Where a broadcast's hours begin behind its headline, `... Resume. Aired 5-6p ET`; s.n if there are none. */
size_t line_aired(struct str s);

/* The line without the link or end mark behind its last sentence: `... supplies. – READ MORE`, `... this year. /END/`. */
struct str line_without_link(struct str s);

/* An item of a list inside a story: `• Drones without pilots`, `2) Drones`. */
bool line_item(struct str s);

/* The mark of an item alone, `-`: its text stands on the lines below. */
bool line_mark_alone(struct str s);
bool line_numbered(struct str s); /* by a figure */

/* `World News // 2 hours ago`, `3 days ago`: how old a story of a list is. */
bool line_ago(struct str s);

/* Korean in the polite form: `양해 바랍니다.` No quotes. */
bool line_polite(struct str s);

/* How a Korean line speaks, by its end: plainly, `밝혔다.`, or politely, `밝혔습니다.` */
enum speech { SPEECH_NONE, SPEECH_PLAIN, SPEECH_POLITE, SPEECHES };

enum speech line_speech(struct str s);

/* Speaks to the reader: `Get our best stories in your inbox.` */
bool line_to_reader(struct str s);

/* How a speech begins: `Excellencies and colleagues,`, `Good afternoon!` */
bool line_greets(struct str s);

/* Number of words, Hangul or not; and of Hangul syllables. Is there one? */
unsigned line_words(struct str s);
unsigned line_hangul(struct str s);
bool line_has_hangul(struct str s);

/* The letters of ASCII from byte `at` on, and among them the sign: `Gyu-back` with a hyphen, `Seoul's` with an apostrophe. */
struct str line_word(struct str s, size_t at, char sign);

/* Does line i name another paper of the firm, below `Family Site`? That stands less than 16 lines above, not before line `from`. */
bool line_other_paper(const struct line *line, size_t from, size_t i);

/* The line that ends what a machine says of the story, if line `from` is the heading of that; else `from`. It is less than SUMMARY_LINES
 * below. */
#define SUMMARY_LINES 8
size_t line_summary_end(const struct line *line, size_t n, size_t from);

/* What stands behind the last blank: all of s if there is none. */
struct str line_last_word(struct str s);

/* No small letter of ASCII stands in it: `AP`, `U.S. ARMY`. */
bool line_capitals(struct str s);

/* Has every word a capital, but for those that join names? */
bool line_titled(struct str s);

/* Ends with a full stop, question or exclamation mark, quotes and brackets behind it set aside; Korean endings count. */
bool line_stops(struct str line);

/* Cut off: dots stand at its end. */
static inline bool
line_dotted(struct str s)
{
	return str_ends(s, STR("...")) || str_ends(s, STR("…"));
}

/* Headline and summary on one line, above the headline, which stands twice: is l[0] that of these three? `text` holds them. Fewer words
 * that stand twice are a picture's. */
static inline bool
line_over_title(const struct line *l, const char *text)
{
	return l[1].hash == l[2].hash && l[1].n == l[2].n && l[1].words >= 5 && l[1].n >= 20 && l->n > l[1].n
	    && str_starts(str_of(text + l->at, l->n), str_of(text + l[1].at, l[1].n));
}

/* An agency's mark behind the last sentence: `... he said. (Yonhap)`, `... arsenal. REUTERS`, `... there. – AFP`. Returns the offset
 * where the sentence ends, s.n if there is no mark. *name, unless NULL: the agency as written. */
size_t line_sign_off(const struct rules *r, struct str s, struct str *name);

/* A letter of any script, or a digit: asked of so many bytes that a table answers. */
extern const bool line_wordy[256];

/* Part of a letter of any script, or a digit. */
static inline bool
is_wordy(char c)
{
	return line_wordy[(unsigned char)c];
}

/* Somebody said it: a sentence of a story. */
bool line_told(const struct rules *r, struct str s);

/* `• KIM SEO-RIN` -> `KIM SEO-RIN` */
static inline struct str
without_bullet(struct str s)
{
	return str_starts(s, STR("- ")) || str_starts(s, STR("* ")) ? str_from(s, 2) : str_starts(s, STR("• ")) ? str_from(s, 4) : s;
}

#endif
