/* --paragraphs: finds the paragraphs of an article that an earlier kept article had, or the article itself further up. */
#ifndef KDEDUP_PARAGRAPHS_H
#define KDEDUP_PARAGRAPHS_H

#include "article.h"
#include "state.h"
#include "words.h"

struct paragraph_slot {
	uint64_t hash;    /* of the normal form; never 0 */
	const char *text; /* id of the article that had it first; NULL: free slot */
	size_t n;
};

struct paragraphs {
	struct paragraph_slot *slots; /* open hash table */
	size_t n, cap;
	struct arena arena; /* the ids */
	struct words words;
	struct buf text, json; /* scratch */
	unsigned long long repeated;
};

/* Looks at the paragraphs of an article that is kept (and was added to the state, if there is one). Repeated ones are taken out
 * of its text (`remove`) or listed by `p->json` as the members `"paragraphs":[{"n":2,"of":"..."}],"coverage":0.412` for its key
 * dup; empty if none is repeated. */
void paragraphs_look(struct paragraphs *p, struct article *a, bool remove, struct state *state);

/* Frees all. */
void paragraphs_free(struct paragraphs *p);

#endif
