/* The compiled gazetteer: arrays of bytes and numbers that lie in read-only memory as they are. Names and their forms are coded
 * text (gaz_text.h), in the user's image plain text. */
#ifndef KTAG_GAZ_IMAGE_H
#define KTAG_GAZ_IMAGE_H

#include "load.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct gaz_image {
	const uint32_t *buckets; /* by the hash of the folded form: where in `forms` those of a bucket begin; one more for the end */
	const uint8_t *forms;    /* see gaz_form_next */
	const uint32_t *records; /* where in `pool`, in the order of their ids: see gaz_text.h */
	const uint8_t *pool;
	const uint64_t *starts; /* Bloom filter of the forms and of their beginnings: a word that is not in it ends every match */
	const uint64_t *lower;  /* filter of the first words that may be in lower case; GAZ_LOWER_WORDS long */
	const struct gaz_units *units; /* of the coded text; NULL: it is plain */
	uint32_t buckets_mask, starts_mask, records_n;
	uint32_t flags; /* of all records: GAZ_USER */
};

#define GAZ_LOWER_WORDS 128u

/* What the filter knows a hash (mixed) as. */
enum { GAZ_IS_START = 1, GAZ_IS_FORM = 2 };

/* Where a hash lies in the filter. */
static inline uint32_t
gaz_start_word(const struct gaz_image *image, uint64_t h)
{
	return (uint32_t)(h >> 36) & image->starts_mask;
}

/* The bits of whatever is known. */
static inline uint64_t
gaz_any_bits(uint64_t h)
{
	return (uint64_t)1 << (h & 63) | (uint64_t)1 << (h >> 6 & 63);
}

/* One bit more tells beginnings, another one whole forms. */
static inline uint64_t
gaz_start_bits(uint64_t h)
{
	return gaz_any_bits(h) | (uint64_t)1 << (h >> 12 & 63);
}

static inline uint64_t
gaz_form_bits(uint64_t h)
{
	return gaz_any_bits(h) | (uint64_t)1 << (h >> 18 & 63);
}

/* May a longer form begin with what has that hash, may it be a whole one? */
static inline unsigned
gaz_filter(const struct gaz_image *image, uint64_t h)
{
	uint64_t word = image->starts[gaz_start_word(image, h)], any = gaz_any_bits(h);

	return (word & any) == any ? (word >> (h >> 12 & 63) & 1) * GAZ_IS_START | (word >> (h >> 18 & 63) & 1) * GAZ_IS_FORM : 0;
}

/* A small number made of a word's first two letters (folded), its last, and its length. */
static inline uint32_t
gaz_lower_bit(unsigned char first, unsigned char second, unsigned char last, size_t n)
{
	return (uint32_t)((first * 131u + second * 31u + last * 7u + (uint32_t)n * 1021u) * 2654435761u) >> 19 &
	       (GAZ_LOWER_WORDS * 64 - 1);
}

/* A form is the length of its text, 16 bits of its hash, 32 of its flags and record, and the text. No text: the record's name. */
enum { GAZ_FORM_HEAD = 7 };

/* The bucket of a hash. */
static inline uint32_t
gaz_bucket(const struct gaz_image *image, uint64_t hash)
{
	return (uint32_t)(hash >> 32) & image->buckets_mask;
}

/* The next form of the hash at or after *p, before `end`: steps over it. */
static inline const uint8_t *
gaz_form_next(const uint8_t **p, const uint8_t *end, uint64_t hash)
{
	while (*p < end) {
		const uint8_t *form = *p;
		uint16_t check;

		*p += GAZ_FORM_HEAD + form[0];
		memcpy(&check, form + 1, sizeof check);
		if (check == (uint16_t)hash)
			return form;
	}
	return NULL;
}

/* The flags of a form that there are, side by side in seven bits. */
static inline uint32_t
gaz_pack_flags(unsigned flags)
{
	return (flags >> 1 & 31) | (flags >> 3 & 32) | (flags >> 5 & 64);
}

/* The flags of a form, unpacked. */
static inline unsigned
gaz_form_flags(const uint8_t *form)
{
	uint32_t packed = (uint32_t)load32((const char *)form + 3);

	return (packed & 31) << 1 | (packed & 32) << 3 | (packed & 64) << 5;
}

/* The number of its record. */
static inline uint32_t
gaz_form_record(const uint8_t *form)
{
	return (uint32_t)load32((const char *)form + 3) >> 7;
}

/* The same for the one flag of a record that not all of them have, GAZ_OUTLET. */
static inline uint32_t
gaz_pack_record(unsigned flags)
{
	return flags >> 6 & 1;
}

/* The flags of a record, those of all records included. */
static inline unsigned
gaz_record_flags(const struct gaz_image *image, uint32_t record)
{
	unsigned packed = image->pool[image->records[record]] >> 4;

	return image->flags | packed << 6;
}

/* Its enum entity_type. */
static inline unsigned
gaz_record_type(const struct gaz_image *image, uint32_t record)
{
	return image->pool[image->records[record]] & 15;
}

/* An office: those of a person together, from the first to the last. */
struct gaz_office {
	uint32_t text;   /* in the pool: from, to */
	uint16_t person; /* record */
	uint16_t title;  /* number */
	char country[3];
	uint8_t acting;
};

/* A form of an office's title; sorted by hash. */
struct gaz_title_form {
	uint32_t hash;
	uint16_t title;  /* number */
	char country[4]; /* empty: of any country */
};

struct gaz_tables {
	struct gaz_image names, titles;
	const struct gaz_office *offices;
	const struct gaz_title_form *title_forms;
	uint32_t offices_n, title_forms_n;
};

/* Written by src/tools/mkgaz.c from src/ktag/data. */
extern const struct gaz_tables gaz_builtin;

#endif
