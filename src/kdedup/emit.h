/* What leaves kdedup: articles, the report, counts. */
#ifndef KDEDUP_EMIT_H
#define KDEDUP_EMIT_H

#include "article.h"
#include "kdedup.h"
#include "pair.h"

/* What was found about one article. */
struct verdict {
	enum relation rel;
	struct pair pair;
	struct str match;   /* id of the kept article it is most like */
	struct str cluster; /* id of the first article of that one's cluster */
	uint32_t group;     /* of versions that --prefer chooses from; 0: none in this run */
	struct str members; /* further members for the key dup: repeated paragraphs */
};

struct counts {
	unsigned long long articles, kept, of[REL_EXACT + 1], candidates;
};

struct emit {
	const struct kdedup_opt *opt;
	struct out *out, *report;
	struct counts counts;
	struct buf scratch;
};

/* Opens the report that `opt` names; ends the program if that fails. `e` owns the report, not `out`. */
void emit_open(struct emit *e, const struct kdedup_opt *opt, struct out *out);

/* Counts the article and writes its line of the report. */
void emit_report(struct emit *e, struct str id, const struct verdict *v);

/* Writes the article itself if the mode wants it. */
void emit_article(struct emit *e, struct article *a, const struct verdict *v);

/* Waits until all that was written has arrived; ends the program if it has not. */
void emit_sync(struct emit *e);

/* Closes the report with a check, prints --stats and frees. */
void emit_close(struct emit *e);

#endif
