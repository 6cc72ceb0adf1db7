/* The compiled gazetteer: arrays that refer to each other by number, so that they can lie in read-only memory as they
 * are. */
#ifndef KTAG_GAZ_IMAGE_H
#define KTAG_GAZ_IMAGE_H

#include <stddef.h>
#include <stdint.h>

/* Open addressing by the hash of the folded form. */
struct gaz_slot {
	uint32_t check; /* low half of the hash */
	uint32_t first; /* number of the first form + 1; 0: the slot is free */
};

struct gaz_form {
	uint32_t text; /* in the pool: the form with its capitals */
	uint32_t record;
	uint32_t next;  /* the next form of the same hash + 1 */
	uint32_t flags; /* the length of the text in the highest eight bits */
};

struct gaz_record {
	uint32_t id, name, hangul, kind, wikidata;           /* in the pool */
	uint16_t id_n, name_n, hangul_n, kind_n, wikidata_n; /* their lengths */
	uint16_t flags;
	char country[4];
	uint32_t type; /* enum entity_type */
};

struct gaz_image {
	const struct gaz_slot *slots;
	const struct gaz_form *forms;
	const struct gaz_record *records;
	const uint64_t *starts; /* Bloom filter of the beginnings of forms: a word that is not in it ends every match */
	const uint64_t *lower;  /* filter of the first words that may be in lower case; GAZ_LOWER_WORDS long */
	const uint32_t *by_id;  /* record numbers in the order of their ids */
	const char *pool;       /* NUL-terminated strings; the first is empty */
	uint32_t slots_mask, starts_mask, records_n, forms_n, pool_n;
};

#define GAZ_LOWER_WORDS 128u

#define GAZ_FORM_FLAGS 0xFFFFFFu
#define GAZ_FORM_LENGTH(form) ((form)->flags >> 24)

/* Where a beginning with hash h (mixed) lies in the filter. */
static inline uint32_t
gaz_start_word(const struct gaz_image *image, uint64_t h)
{
	return (uint32_t)(h >> 36) & image->starts_mask;
}

static inline uint64_t
gaz_start_bits(uint64_t h)
{
	return (uint64_t)1 << (h & 63) | (uint64_t)1 << (h >> 6 & 63) | (uint64_t)1 << (h >> 12 & 63);
}

/* A small number made of a word's first two letters (folded), its last, and its length. */
static inline uint32_t
gaz_lower_bit(unsigned char first, unsigned char second, unsigned char last, size_t n)
{
	return (uint32_t)((first * 131u + second * 31u + last * 7u + (uint32_t)n * 1021u) * 2654435761u) >> 19 &
	       (GAZ_LOWER_WORDS * 64 - 1);
}

/* A romanised syllable and the Hangul that it may stand for; sorted by hash. */
struct gaz_syllable {
	uint32_t hash;
	uint16_t hangul; /* U+AC00 ... U+D7A3 */
	uint16_t surname;
};

/* An office; sorted by person, then by `from`. */
struct gaz_office {
	uint32_t person;                       /* record */
	uint32_t title, org, hangul, from, to; /* in the pool of the names */
	char country[4];
	uint32_t acting;
};

/* A form of an office's title; sorted by hash. */
struct gaz_title_form {
	uint32_t hash, title; /* title: in the pool of the names */
	char country[4];      /* empty: of any country */
};

struct gaz_tables {
	struct gaz_image names, titles;
	const struct gaz_syllable *syllables;
	const struct gaz_office *offices;
	const struct gaz_title_form *title_forms;
	uint32_t syllables_n, offices_n, title_forms_n;
};

/* Written by src/tools/mkgaz.c from src/ktag/data. */
extern const struct gaz_tables gaz_builtin;

#endif
