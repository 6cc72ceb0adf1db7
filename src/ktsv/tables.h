/* The tables and their columns: the one place that names them. Help, schemas, -f and the rows all follow it. */
#ifndef KWIRE_KTSV_TABLES_H
#define KWIRE_KTSV_TABLES_H

#include "str.h"

enum { ARTICLES, MENTIONS, ROLES, QUOTES, DATES, PAIRS, COUNTS, PARAGRAPHS, TABLES };

#define COLUMNS 24 /* more than any table has */

struct column {
	const char *name;
	enum { TEXT, NUMBER } kind;
	bool extra; /* only when -f asks for it */
	const char *about;
};

struct table_def {
	const char *name;
	const char *about;
	const struct column *columns;
	size_t n;
};

extern const struct table_def table_defs[TABLES];

/* Positions in the rows, in the order of the definitions. */
enum {
	A_ID, A_DATE, A_UPDATED, A_DATE_FROM, A_SOURCE, A_AGENCY, A_TITLE, A_AUTHOR, A_PLACE, A_SECTION, A_LANG, A_WORDS,
	A_CAPTIONS, A_TRUNCATED, A_FILE, A_LINE, A_DUP_OF, A_URL, A_DUP_REL, A_DECK, A_TEXT, A_COLUMNS
};
enum {
	M_ARTICLE, M_DATE, M_SOURCE, M_TYPE, M_ID, M_NAME, M_TEXT, M_START, M_END, M_VALUE, M_FIELD, M_RULE, M_PARAGRAPH,
	M_TITLE, M_URL, M_COLUMNS
};
enum { R_ARTICLE, R_DATE, R_PERSON, R_PERSON_ID, R_TITLE, R_ORG, R_ORG_ID, R_START, R_END, R_SOURCE, R_COLUMNS };
enum {
	Q_ARTICLE, Q_DATE, Q_SOURCE, Q_SPEAKER, Q_SPEAKER_ID, Q_VERB, Q_TEXT, Q_START, Q_END, Q_PARAGRAPH, Q_TITLE, Q_URL,
	Q_COLUMNS
};
enum { D_ARTICLE, D_DATE, D_SOURCE, D_VALUE, D_TEXT, D_START, D_END, D_FIELD, D_PARAGRAPH, D_COLUMNS };
enum { P_ARTICLE, P_DATE, P_A_ID, P_A_NAME, P_A_TYPE, P_B_ID, P_B_NAME, P_B_TYPE, P_COUNT, P_SOURCE, P_COLUMNS };
enum { C_TYPE, C_ID, C_NAME, C_PERIOD, C_ARTICLES, C_MENTIONS, C_COLUMNS };
enum { G_ARTICLE, G_N, G_TEXT, G_COLUMNS };

/* The columns that are printed, in order. */
struct pick {
	size_t at[COLUMNS];
	size_t n;
};

/* The tables of a comma-separated list ("all" is all of them), as a bit set; a usage error that lists them if one is unknown. */
unsigned table_list(const char *list);

/* The columns that `list` names (NULL: all that are not extra); a usage error that lists the columns if one is unknown. */
struct pick table_pick(const struct table_def *t, const char *list);

/* Is the column printed? */
bool pick_has(const struct pick *p, size_t column);

#endif
