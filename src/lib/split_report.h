/* What was removed from a page, and where each of its bytes went. */
#ifndef KWIRE_SPLIT_REPORT_H
#define KWIRE_SPLIT_REPORT_H

#include "split_page.h"

/* Sets the key furniture: `{line, class, rule, text}` for every removed line. */
void report_furniture(const struct page *p, struct article *a);

/* The account of bytes (--report), over all inputs. */
struct account {
	unsigned long long article, furniture, blank;
	unsigned long long unusable; /* lines of articles that are none */
};

/* Writes the names of the columns. */
void report_begin(struct out *out);

/* Counts a line of articles, which passes as it is, and writes its row. `id` is empty where it is no article. */
void report_line(struct out *out, struct str file, unsigned long long line, struct str id, size_t bytes, struct account *sum);

/* Counts a page and writes a line a class: file, first line, id, class, lines, bytes. `id` is empty where the page held no article: then a
 * line a stretch of one class, with its own first line. */
void report_page(struct out *out, const struct page *p, struct str file, struct str id, struct account *sum);

/* The sums; they make up the input. */
void report_end(struct out *out, const struct account *sum, unsigned long long input);

#endif
