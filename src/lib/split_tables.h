/* What the tables of splitting become in memory: for the files that load and search them. */
#ifndef KWIRE_SPLIT_TABLES_H
#define KWIRE_SPLIT_TABLES_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include "ascii.h"
#include "split_find.h"
#include "split_map.h"
#include "split_rules.h"
#include "table.h"

#include <pcre2.h>

#define CLASSES 128

/* Rules by the first four bytes of their text, or the last four, that a line is compared at; shorter ones by two, or one. */
#define CHAIN_FOURS 1024

struct chain {
	unsigned four[CHAIN_FOURS], pair[256], one[256]; /* index + 1 */
};

/* No structure here has padding: mkrules compares them byte by byte. */
struct name {
	struct str as;      /* in the table's spelling */
	unsigned outlet;
	unsigned n : 31;    /* bytes of the name folded */
	unsigned upper : 1; /* an acronym: found in capitals only, no `App` */
	unsigned number;    /* its digits: folded, News1 and News24 are the same */
	unsigned next;      /* the next name, counted from 1, that is the same but for its digits; 0 behind the last */
};

/* Words of its furniture. */
struct own {
	struct str text;
	size_t outlet;
};

struct phrase {
	unsigned short class, weight;
	unsigned next; /* the row before it with the same words, for another class; + 1 */
};

#define MARKS 256
#define NAMINGS 256

struct naming_row {
	unsigned char kind;
	bool opens, before; /* at the beginning of a line; the name stands before the words */
};

/* By a hash of a word: how many words at most a phrase has that begins with it. */
#define PHRASE_WORDS 4096

struct rules {
	struct arena arena;
	struct str own_name, own_text; /* the user's file; empty: none */
	struct pagedate_words *words;
	struct str class[CLASSES];
	size_t classes;
	unsigned char met; /* the class that was asked for last */
	struct rule *rule;
	size_t n, cap;
	size_t loaded; /* rules of the files before this one */
	unsigned *next; /* of a rule in its chain */
	size_t next_cap;
	struct map lines;
	size_t longest_line; /* bytes */
	struct chain starts, ends;
	struct find has;
	unsigned *has_rule; /* by number of the word: its rule */
	size_t has_cap;
	unsigned pattern; /* chain of patterns */
	pcre2_code **code;
	size_t codes, code_cap;
	size_t keep, keep_end; /* from the first exception to behind the last one; equal if there is none */
	struct phrase *phrase;
	size_t phrases, phrase_cap;
	struct map phrase_map;
	struct map evidence, sides; /* weights of words */
	unsigned char phrase_words[PHRASE_WORDS], notice_words[PHRASE_WORDS]; /* of all phrases, and of those of notices */
	struct find marks; /* in reverse order */
	unsigned char mark_kind[MARKS]; /* by its row in the table */
	struct outlet *outlet;
	size_t outlets, outlet_cap;
	struct own *own;
	size_t owns, own_cap;
	struct find own_find; /* in reverse order */
	struct naming_row naming[NAMINGS];
	struct find naming_find;
	struct name *name;
	size_t names, name_cap, longest_name;
	struct map name_map, domain_map, place_map, common_map;
	pcre2_match_data *match;
	pcre2_match_context *limits;
	struct stamp_recent *recent;
	struct name_recent *named;
};

/* A field in lower case, its signs kept; and folded as lines are. */
struct str tables_lower(struct rules *r, struct str text);
struct str tables_fold(struct rules *r, const struct table *t, struct str text);

/* The names found in lines last: it is asked whether there is one, then which. */
struct name_recent *names_recent_open(void);

/* Is it a letter, or a byte of Hangul, which folding leaves where it is? Ornaments and hard blanks begin with other bytes. */
static inline bool
tables_keeps(char c)
{
	unsigned char b = (unsigned char)c;

	return is_letter(b) || (b >= 0x80 && b < 0xC0) || (b >= 0xEA && b <= 0xED);
}

/* Could s, or its first words if it need not be the whole, become a key of the map when folded? Most strings begin like none. */
static inline bool
tables_may(const struct map *m, struct str s, bool whole)
{
	char low[MAP_FIVE];

	for (size_t i = 0; i < sizeof low; i++) {
		if (i == s.n || !(tables_keeps(s.p[i]) || (whole && i && s.p[i] == ' ' && i + 1 < s.n && tables_keeps(s.p[i + 1]))))
			return i < MAP_START || map_lengths(m, str_of(low, i)) != 0;
		low[i] = (char)(s.p[i] & 0x80 ? s.p[i] : s.p[i] | 0x20);
	}
	return map_begins(m, low);
}

/* Could s become a key of the map when it is folded? */
static inline bool
tables_could_hold(const struct map *m, struct str s)
{
	return tables_may(m, s, true);
}

/* Could its first words? */
static inline bool
tables_opens(const struct map *m, struct str s)
{
	return tables_may(m, s, false);
}

/* The tables compiled in as they are in memory once they are loaded: src/tools/mkrules.c writes it, and has none itself. */
extern const struct rules *const rules_image;

/* Loads all tables into r, which is zero but for room in its arena; then `file` if it is not NULL. */
void rules_load(struct rules *r, const char *file);

/* The rows of the user's file for the table of that name; the first row of a word or name wins, so they are read first. */
struct table tables_own(const struct rules *r, const char *kind);

/* Each loads its table into r, the user's rows first; ends the program if a row is wrong. */
void outlets_load(struct rules *r);
void phrases_load(struct rules *r);
void evidence_load(struct rules *r);
void marks_load(struct rules *r);
void commons_load(struct rules *r);
void namings_load(struct rules *r);

#endif
