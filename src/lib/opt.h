/* Options of a command line: one table a filter, over getopt_long. */
#ifndef KWIRE_OPT_H
#define KWIRE_OPT_H

#include "in.h"
#include "out.h"
#include "str.h"

enum opt_kind {
	OPT_FLAG,   /* bool: true when given */
	OPT_COUNT,  /* unsigned: how often it was given */
	OPT_STRING, /* const char * */
	OPT_LIST,   /* struct opt_list: each argument, in order */
	OPT_SIZE,   /* size_t: a number with an optional K, M or G (powers of 1024) */
	OPT_UINT,   /* unsigned: a number */
	OPT_RATIO   /* double: 0 to 1, '.' as decimal sign in every locale */
};

struct opt_list {
	const char **items; /* allocated; lives as long as the program */
	size_t n;
};

struct opt {
	int letter;       /* short form, 0 if it has none */
	const char *name; /* long form */
	enum opt_kind kind;
	void *to;
};

/* Options that every filter takes. */
struct opt_common {
	bool strict, stats;
	unsigned progress;
	size_t max_article; /* bytes */
};

#define MAX_ARTICLE ((size_t)16 << 20)

/* A line of JSON is longer than its article: escapes, and what ktag adds. */
#define LINE_FACTOR 8

#define OPT_COMMON(common)                                                                                              \
	{ 0, "strict", OPT_FLAG, &(common).strict }, { 0, "stats", OPT_FLAG, &(common).stats },                         \
	    { 0, "progress", OPT_COUNT, &(common).progress }, { 0, "max-article", OPT_SIZE, &(common).max_article }

/* Their lines in --help. */
#define OPT_COMMON_HELP                                                                                                 \
	"      --strict           exit with 1 also where input had to be repaired\n"                                    \
	"      --stats            print counts on standard error at the end\n"                                          \
	"      --progress         show progress on standard error\n"                                                    \
	"      --max-article=SIZE cut longer articles (default 16M)\n"                                                  \
	"  -h, --help             print this help\n"                                                                    \
	"  -V, --version          print the version\n"

/* Parses argv by the table (ended by a NULL name). --help and --version are added and end the program with status 0; a wrong
 * option ends it with status 2 and two lines on standard error. Returns the operands, NULL-terminated. Sets the program's
 * name (err.h) and applies --strict. */
char **opt_parse(int argc, char **argv, const struct opt *table, const char *help);

/* The place of a word, whatever its case, in a list ended by NULL; any other word is a wrong use of the option. */
unsigned opt_choice(const char *option, struct str word, const char *const *words);

/* --stats: one tab-separated line "name<TAB>key=value..." on standard error; pairs end with a NULL key. */
struct opt_stat {
	const char *key;
	unsigned long long value;
};
void opt_stats(const struct opt_stat *pairs);

#endif
