/* The rules of splitting: text tables compiled in from src/ksplit/data, and what --rules adds (ksplit.1, RULES). */
#ifndef KWIRE_SPLIT_RULES_H
#define KWIRE_SPLIT_RULES_H

#include "pagedate.h"
#include "str.h"

#include <stdint.h>

#define RULES_SHORT 300 /* bytes: longer lines are text; only their first and last bytes are looked at */
#define RULES_MOST 65534 /* a line remembers the number of its own in 16 bits */

enum rule_flag {
	RULE_EDGE = 1,  /* only above and below the body: the words could be a cross-heading */
	RULE_HEAD = 2,  /* opens a page */
	RULE_TAIL = 4,  /* closes an article */
	RULE_LIST = 8,  /* the short lines that follow belong to it */
	RULE_LONG = 16, /* also in lines of running text */
	RULE_KEEP = 32, /* never furniture: overrides other rules */
	RULE_BRIEF = 64 /* not for sentences: `Related to this, ...` */
};

/* Classes that the code itself gives; tables may name more. Their names stand in split_rules.c. */
enum class {
	CLASS_NONE, CLASS_DATE, CLASS_BYLINE, CLASS_CAPTION, CLASS_PHOTO, CLASS_URL, CLASS_SEPARATOR, CLASS_CRUMB, CLASS_LEGAL,
	CLASS_COMMENT, CLASS_RELATED, CLASS_SECTION, CLASS_TAGS, CLASS_COUNTER, CLASS_DEBRIS, CLASS_SHARE, CLASS_NAV, CLASS_WIRE,
	CLASS_SUBSCRIBE, CLASS_PREFIX, CLASS_DOCUMENT, CLASS_AGENCY, CLASS_TITLE, CLASS_SUMMARY, CLASS_LEARNED, CLASS_OTHER,
	CLASS_SOURCE, CLASS_STAFF, CLASS_DOUBLED, CLASS_HEADER, CLASS_DIGEST, CLASS_CREDIT, CLASS_NOTICE, CLASS_TOOL,
	CLASS_HEADER_TITLE, CLASS_HEADER_AUTHOR, CLASS_HEADER_DATE, CLASS_HEADER_SOURCE, CLASS_HEADER_SECTION, CLASS_HEADER_PLACE,
	CLASS_HEADER_URL, CLASS_END, CLASS_CONTACT, CLASS_CONTINUE, CLASS_AD, CLASS_TRANSLATION, CLASS_GOVERNMENT, CLASS_IMPRINT,
	CLASSES_BUILT_IN
};

/* Sets of them: class_in(class, IN(DATE) | IN(BYLINE)). */
#define IN(name) (UINT64_C(1) << CLASS_##name)

/* Is the class in the set? */
static inline bool
class_in(unsigned class, uint64_t set)
{
	return (class < CLASSES_BUILT_IN) & (set >> (class & 63) & 1);
}

struct rule {
	struct str text;     /* folded */
	unsigned pattern;    /* number of its compiled pattern + 1 */
	unsigned short flags;
	unsigned char kind;
	unsigned char class; /* number of its class */
};

struct outlet {
	struct str name;     /* as it calls itself in English */
	struct str ko;       /* on Korean pages; may be empty */
	bool agency;         /* its text appears on other outlets' pages */
	bool wire;           /* an agency whose name on a page tells where the text, not where the page is from */
	bool owner;          /* a firm that owns outlets: its copyright line tells none of them */
	bool plain;          /* a word of everyday language: never found in running furniture */
	bool zoned;          /* it writes times in one zone */
	int zone;            /* minutes east of Greenwich */
};

struct rules;

/* Loads the tables compiled in, then `file` if it is not NULL; ends the program if a line is wrong. */
struct rules *rules_open(const char *file);
void rules_close(struct rules *r);

/* The words of dates, as loaded. */
const struct pagedate_words *rules_words(const struct rules *r);

/* The dates of lines as they were read last (split_meta.h). */
struct stamp_recent;
struct stamp_recent *rules_recent(const struct rules *r);

/* Number of a class by name, and back. Classes are added as they are met. */
unsigned char rules_class(struct rules *r, struct str name);
struct str rules_class_name(const struct rules *r, unsigned char class);

/* The rule that a line falls under, or NULL; and the one that a sentence does. */
const struct rule *rules_match(struct rules *r, struct str line);
const struct rule *rules_match_firm(struct rules *r, struct str line);

/* A rule by its number, and back; that of none is 0. */
unsigned rules_number(const struct rules *r, const struct rule *rule);
const struct rule *rules_numbered(const struct rules *r, unsigned number);

/* Name of the rule's kind, as in the table. */
struct str rules_kind_name(const struct rule *rule);

/* Could a line that a rule describes whole, or the name of an outlet, begin like s? Most text does not. */
bool rules_opens(const struct rules *r, struct str s);

/* Does a rule describe the whole line, and no exception hold? */
bool rules_match_whole(struct rules *r, struct str line);

/* Is the line a section's name and nothing else? */
bool rules_section(struct rules *r, struct str line);

/* The class whose vocabulary fills a short line, 0 if none does: `Facebook Twitter Email`, `Sign up for our newsletter`. */
unsigned char rules_vocabulary(const struct rules *r, struct str line);

/* Running text that speaks of the page itself: disclaimers, terms, who wrote it. */
bool rules_notice(const struct rules *r, struct str s);

/* What the words of a line tell, its first EVIDENCE_BYTES: tenths of the logarithm of the odds that it is furniture. */
#define EVIDENCE_MOST 127
#define EVIDENCE_BYTES 600
#define EVIDENCE_KOREAN 450 /* a line of more may hold a whole page */
int rules_evidence(const struct rules *r, struct str s);

/* And of the odds that it stands above the text of a page rather than below it. */
int rules_side(const struct rules *r, struct str s);

enum mark {
	MARK_HEAD, /* a page begins with it */
	MARK_TAIL, /* a page ends with it */
	MARK_PART  /* furniture begins with it, where a whole page stands on one line */
};

/* The next mark inside a line at or after `from`: `...since 2012.Go to contents`. Returns its offset (s.n if there is none) and its length
 * in *len. */
size_t rules_mark(const struct rules *r, struct str s, size_t from, size_t *len, enum mark *kind);

/* The outlet of that exact name or alias (ASCII case does not matter; a leading "the" either), or NULL. *as: in the table's
 * spelling. */
const struct outlet *rules_outlet(const struct rules *r, struct str name, struct str *as);

/* The first letters of a word that stands in any news, as common.tsv has it. */
bool rules_common(const struct rules *r, struct str term);

/* A place that datelines name. */
bool rules_place(const struct rules *r, struct str name);

/* The outlet whose domain ends the host or mail address, or NULL. */
const struct outlet *rules_domain(const struct rules *r, struct str host);

/* The outlet whose pages alone print words of the line, or NULL. */
const struct outlet *rules_own(const struct rules *r, struct str line);

/* The longest outlet name inside a line, at word boundaries; plain words do not count. */
const struct outlet *rules_outlet_in(const struct rules *r, struct str line, struct str *as);

#endif
