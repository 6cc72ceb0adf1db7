/* Makes an image from rows of names; used by mkgaz when kwire is built and by -g when it runs. */
#ifndef KTAG_GAZ_BUILD_H
#define KTAG_GAZ_BUILD_H

#include "gaz_image.h"
#include "table.h"

#include <stdint.h>

/* A growing array of fixed-size items. */
struct gaz_array {
	void *items;
	size_t n, cap, size;
};

struct gaz_build {
	struct gaz_array forms, keys, records, starts, pool, later;
	struct gaz_slot *slots;
	uint32_t slots_mask;
	uint64_t lower[GAZ_LOWER_WORDS];
	uint64_t *bloom;
	uint32_t *by_id;
	uint32_t kind_seen, country_seen; /* the pool's last kind, to store runs of it once */
	unsigned flags;                   /* for every record: GAZ_USER */
	unsigned options;
};

enum {
	GAZ_VARIANTS = 1, /* forms by rule: given name first, Ministry of X, spelling */
	GAZ_ANY_CASE = 2  /* every form in any case: titles */
};

void gaz_build_open(struct gaz_build *b, unsigned options, unsigned flags);

/* Adds the entity of a row: id, type, name, aliases, hangul, country, kind, flags, wikidata. A malformed row ends the
 * program. */
void gaz_build_row(struct gaz_build *b, struct table *t);

/* Adds one record and one form of it. */
uint32_t gaz_build_record(struct gaz_build *b, const struct gaz_record *record);
void gaz_build_form(struct gaz_build *b, struct str form, uint32_t record, unsigned flags);

/* The same at the end, if nothing but places bears that form by then: for spellings that are guessed by rule. */
void gaz_build_later(struct gaz_build *b, struct str form, uint32_t record, unsigned flags);

/* Copies s into the pool; returns where. */
uint32_t gaz_build_string(struct gaz_build *b, struct str s);

/* Completes the tables; the image refers to the builder's memory. */
void gaz_build_close(struct gaz_build *b, struct gaz_image *image);
void gaz_build_free(struct gaz_build *b);

/* The forms of a name that follow by rule: calls emit for each, the name itself first (gaz_forms.c). */
struct gaz_name {
	struct str text;
	unsigned flags;
	bool person, korean, lower_heads;
};
typedef void gaz_emit(struct gaz_build *b, struct str form, uint32_t record, unsigned flags);
void gaz_forms(struct gaz_build *b, const struct gaz_name *name, uint32_t record, gaz_emit *emit);

#endif
