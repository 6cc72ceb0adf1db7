/* Articles in, articles out: title, deck, text and captions are repaired, all other keys pass as they are. */
#ifndef KNORM_ARTICLES_H
#define KNORM_ARTICLES_H

#include "fix.h"

struct articles;

/* Writes to `out`, which is not owned. */
struct articles *articles_open(const struct knorm_opt *opt, struct out *out);

/* One line of input, without its newline. */
void articles_line(struct articles *a, struct str file, unsigned long long number, struct str line);

/* Articles written so far; their changes are added to count[RULES]. */
unsigned long long articles_count(const struct articles *a);
void articles_changes(const struct articles *a, unsigned long long *count);

/* Frees all; NULL is allowed. */
void articles_close(struct articles *a);

#endif
