/* The inside of struct gaz, for the files gaz*.c. */
#ifndef KTAG_GAZ_OPEN_H
#define KTAG_GAZ_OPEN_H

#include "gaz.h"
#include "gaz_build.h"

/* One image and what --block took out of it. Entity numbers count through all sets. */
struct gaz_set {
	const struct gaz_image *image;
	uint32_t base;
	bool *blocked; /* by record; NULL: none */
};

/* The candidates of a span of text (gaz_match.c). */
struct gaz_memo {
	uint64_t key;
	const struct gaz_set *set;
	struct gaz_candidate *at; /* n of them, room for cap */
	uint8_t n, cap, text_n;
	bool plural;
	char text[100];
};

#define GAZ_MEMOS 4096

struct gaz {
	const struct gaz_tables *tables;
	struct gaz_set names, user, titles;
	struct gaz_image user_image;
	struct gaz_build user_build;
	uint64_t *blocked; /* hashes of blocked forms, sorted */
	size_t blocked_n;
	struct gaz_memo *memos;
};

/* Is `form` (as the table writes it) what stands in `text`, but for what folding ignores? */
bool gaz_same(struct str form, struct str text, unsigned flags);

/* The entities of one set that have a form with this hash that is `text`. */
bool gaz_candidates(const struct gaz *g, const struct gaz_set *set, uint64_t key, struct str text, bool plural,
		    struct gaz_hit *hit);

bool gaz_blocked_form(const struct gaz *g, uint64_t key);

/* Is all of s made of Korean particles and the like? */
bool gaz_particle(struct str s);

/* Reads -g and --block (gaz_user.c). */
void gaz_user(struct gaz *g, const struct gaz_opt *opt);

#endif
