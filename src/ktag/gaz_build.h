/* Makes an image from rows of names; used by mkgaz when kwire is built and by -g when it runs. */
#ifndef KTAG_GAZ_BUILD_H
#define KTAG_GAZ_BUILD_H

#include "annot.h"
#include "buf.h"
#include "gaz_image.h"
#include "table.h"

#include <stdint.h>

/* A growing array of fixed-size items. */
struct gaz_array {
	void *items;
	size_t n, cap, size;
};

/* Appends a copy of the item; returns where it is now. */
void *gaz_array_add(struct gaz_array *a, const void *item);

/* Open addressing by the hash of the folded form. */
struct gaz_slot {
	uint32_t check; /* low half of the hash */
	uint32_t first; /* number of the first form + 1; 0: the slot is free */
};

struct gaz_form {
	uint64_t hash;
	uint32_t text; /* in the pool: the form with its capitals */
	uint32_t record;
	uint32_t next;  /* the next form of the same hash + 1 */
	uint32_t flags; /* the length of the text in the highest eight bits */
};

#define GAZ_FORM_FLAGS 0xFFFFFFu
#define GAZ_FORM_LENGTH(form) ((form)->flags >> 24)

struct gaz_record {
	uint32_t id, name, kind; /* in the pool */
	uint16_t flags;
	char country[4];
	uint32_t type;  /* enum entity_type */
	uint32_t place; /* among the ids, once the build is closed: its number in the image */
};

/* How a text is written into the image: adds its code to `to`; `name` is the record's name if the text is its id. */
typedef void gaz_encode(struct str text, struct str name, struct buf *to);

struct gaz_build {
	struct gaz_array forms, records, starts, later;
	struct buf pool; /* NUL-terminated strings; the first is empty */
	struct gaz_slot *slots;
	uint32_t slots_mask;
	uint32_t *by_id;    /* record numbers in the order of their ids */
	uint32_t kind_seen; /* the pool's last kind, to store runs of it once */
	unsigned flags;     /* for every record: GAZ_USER */
	unsigned options;
	/* what the image is made of */
	struct buf laid_forms, laid_records;
	uint32_t *buckets, *record_at;
	uint64_t lower[GAZ_LOWER_WORDS];
	uint64_t *bloom;
};

enum {
	GAZ_VARIANTS = 1, /* forms by rule: given name first, Ministry of X, spelling */
	GAZ_ANY_CASE = 2  /* every form in any case: titles */
};

/* Empty. options: GAZ_VARIANTS, GAZ_ANY_CASE; flags: of every record. */
void gaz_build_open(struct gaz_build *b, unsigned options, unsigned flags);

/* The tables of entities, in the order in which their names count. */
#define GAZ_ENTITY_TABLES "countries", "groups", "places", "orgs", "outlets", "persons", "weapons", "events", "laws"

/* Adds the entity of a row: id, type, name, aliases, hangul, country, kind, flags, wikidata. A malformed row ends the
 * program. */
void gaz_build_row(struct gaz_build *b, struct table *t);

/* Adds one record and one form of it. */
uint32_t gaz_build_record(struct gaz_build *b, const struct gaz_record *record);
void gaz_build_form(struct gaz_build *b, struct str form, uint32_t record, unsigned flags);

/* The same at the end, if nothing bears that form by then, but for places that of a place: for spellings that are guessed by rule. */
void gaz_build_later(struct gaz_build *b, struct str form, uint32_t record, unsigned flags);

/* Copies s into the pool; returns where. */
uint32_t gaz_build_string(struct gaz_build *b, struct str s);

/* No more names: completes the forms. */
void gaz_build_close(struct gaz_build *b);

/* Lays the image out; it refers to the builder's memory. `encode` may be NULL: text stays plain. (gaz_lay.c) */
void gaz_build_image(struct gaz_build *b, struct gaz_image *image, gaz_encode *encode);

/* Adds texts as fields of a record. */
void gaz_put_texts(struct buf *to, gaz_encode *encode, const struct str *texts, size_t n, struct str name);

/* Frees all; an image laid out from it is gone with it. */
void gaz_build_free(struct gaz_build *b);

/* Is an enum entity_type one of a place? */
static inline bool
gaz_is_place(uint32_t type)
{
	return type == TYPE_GPE || type == TYPE_LOC || type == TYPE_FAC;
}

/* What gaz_build_string copied to that place. */
static inline struct str
gaz_build_text(const struct gaz_build *b, uint32_t at)
{
	return str_z(b->pool.p + at);
}

/* The forms of a name that follow by rule: calls emit for each, the name itself first (gaz_forms.c). */
struct gaz_name {
	struct str text;
	unsigned flags;
	bool person, korean, lower_heads;
};
typedef void gaz_emit(struct gaz_build *b, struct str form, uint32_t record, unsigned flags);

/* Calls `emit` with every form of the name. */
void gaz_forms(struct gaz_build *b, const struct gaz_name *name, uint32_t record, gaz_emit *emit);

#endif
