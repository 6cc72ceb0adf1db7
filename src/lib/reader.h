/* The input of every filter but knorm: articles, or text that is cut into articles by the code of ksplit.
 *
 * An input whose first non-blank byte is `{` is articles, anything else is text. A malformed line of articles is reported with
 * FILE:LINE and passed over (status 1). */
#ifndef KWIRE_READER_H
#define KWIRE_READER_H

#include "article.h"
#include "in.h"
#include "split.h"

struct reader;

/* What split_open needs; zero max_article means the default. */
struct reader *reader_open(struct in *in, const struct split_opt *opt);

/* Annotations are decoded while lines are checked: for filters that ask for all of them (annot.h). */
void reader_annotations(struct reader *r);

/* Of a long text, the rest may be cut by a process of its own: for filters whose own work takes as long. The articles are the same, but
 * in_bytes no longer tells how much was read. */
void reader_relay(struct reader *r);

/* The next article; false at the end. It is valid until the next call. */
bool reader_next(struct reader *r, struct article *a);

/* Articles given so far. */
unsigned long long reader_count(const struct reader *r);

/* Ends --progress, closes the split engine with its report, frees; `in` is the caller's. */
void reader_close(struct reader *r);

#endif
