/* The inside of struct gaz, for the files gaz*.c. */
#ifndef KTAG_GAZ_OPEN_H
#define KTAG_GAZ_OPEN_H

#include "arena.h"
#include "gaz.h"
#include "gaz_build.h"

/* One image and what --block took out of it. Entity numbers count through all sets. */
struct gaz_set {
	const struct gaz_image *image;
	uint32_t base;
	bool *blocked; /* by record; NULL: none */
};

/* The candidates of a span of text (gaz_memo.c); a line of the cache. */
struct gaz_memo {
	uint64_t key;  /* hash of the span, folded */
	uint64_t text; /* and as it stands */
	uint32_t n;    /* 0: nobody is called so */
	struct gaz_candidate few[4];
	struct gaz_candidate *more; /* all n, if they are more than that */
};

#define GAZ_MEMOS 16384 /* only those in use are touched */

/* What has been looked up; filled while the gazetteer is in use. */
struct gaz_cache {
	struct arena arena;
	struct gaz_entity **entities; /* by number; NULL: not asked for yet */
	struct gaz_role **offices;
	struct gaz_memo *memos;
	size_t long_memos; /* of these, that have had more than a few candidates */
	struct buf text;
};

struct gaz {
	const struct gaz_tables *tables;
	struct gaz_set names, user, titles;
	struct gaz_image user_image;
	struct gaz_build user_build;
	uint64_t *blocked; /* hashes of blocked forms, sorted */
	size_t blocked_n;
	struct gaz_cache *cache;
};

/* Is `form` (as the table writes it) what stands in `text`, but for what folding ignores? */
bool gaz_same(struct str form, struct str text, unsigned flags);

/* The entities of one set that have a form with this hash that is `text`: they are kept for the spans met last, as the same names
 * stand in one text after another. */
bool gaz_candidates(const struct gaz *g, const struct gaz_set *set, uint64_t key, struct str text, bool plural, struct gaz_hit *hit);

/* Does --block name the form with this hash? */
bool gaz_blocked_form(const struct gaz *g, uint64_t key);

/* Is all of s made of Korean particles and the like? */
bool gaz_particle(struct str s);

/* Reads the next n texts of a record at p (gaz_text.h); the first is the name. */
void gaz_read_texts(const struct gaz *g, const struct gaz_image *image, const uint8_t *p, struct str *texts, size_t n);

/* Reads -g and --block (gaz_user.c). */
void gaz_load_names(struct gaz *g, const struct opt_list *files);
void gaz_load_blocks(struct gaz *g, const struct opt_list *files);

#endif
