/* Cutting text into articles (ksplit.1). A push-and-pull engine: feed it the bytes of one input after the other, pull the
 * articles that are complete. Memory is bounded by the longest article (max_article), not by the input. */
#ifndef KWIRE_SPLIT_H
#define KWIRE_SPLIT_H

#include "article.h"
#include "str.h"

/* Bytes a line counts for at least in an article's length: what is known of it takes as many. */
#define LINE_LEAST 128

struct split;

struct split_opt {
	size_t max_article;     /* bytes of one article's raw text; longer ones are cut at a paragraph, with a message */
	bool whole;             /* --whole: each input is one article */
	bool keep_furniture;    /* --keep-furniture */
	const char *rules;      /* --rules FILE, or NULL */
	struct out *report;     /* --report, or NULL */
};

/* Loads the tables; ends the program if a rules file is wrong. */
struct split *split_open(const struct split_opt *opt);

/* A new input named `name` begins (a certain boundary). */
void split_begin(struct split *s, struct str name);

/* The next bytes of it, cut anywhere. They are copied. Text should be UTF-8; ill-formed bytes are reported once an input and
 * become U+FFFD. */
void split_feed(struct split *s, struct str bytes);

/* The n bytes that follow are a certain boundary; it may stand in the middle of a line. */
void split_cut(struct split *s, size_t n);

/* n bytes of the input are not fed, as they are no text: the account of --report counts them as blank. */
void split_pass(struct split *s, size_t n);

/* --report: a line of an input of articles was read; `id` is empty where it is no article. */
void split_line(struct split *s, struct str file, unsigned long long line, struct str id, size_t bytes);

/* The input is at its end (a certain boundary). */
void split_end(struct split *s);

/* The next complete article. True: *a is filled; its memory lives in `arena`. False: feed more. */
bool split_next(struct split *s, struct article *a, struct arena *arena);

/* Writes the sums of the report and frees all. */
void split_close(struct split *s);

#endif
