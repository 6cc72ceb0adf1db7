/* Lays an image out: the forms bucket by bucket, the records in the order of their ids. */
#include "err.h"
#include "gaz.h"
#include "gaz_build.h"
#include "gaz_text.h"
#include "mem.h"

#include <stdlib.h>

static void
put_length(struct buf *to, size_t n)
{
	for (; n > 0x7F; n >>= 7)
		buf_char(to, (char)(n | 0x80));
	buf_char(to, (char)n);
}

static void
put_text(struct buf *to, gaz_encode *encode, struct str text, struct str name)
{
	struct buf code = { 0 };

	if (encode && text.n) {
		encode(text, name, &code);
		text = buf_view(&code);
	}
	put_length(to, text.n);
	buf_str(to, text);
	buf_free(&code);
}

void
gaz_put_texts(struct buf *to, gaz_encode *encode, const struct str *texts, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		put_text(to, encode, texts[i], name);
}

static void
put_records(struct gaz_build *b, gaz_encode *encode)
{
	const struct gaz_record *records = b->records.items;

	b->record_at = mem_new(b->records.n, sizeof *b->record_at);
	for (size_t i = 0; i < b->records.n; i++) {
		const struct gaz_record *r = &records[b->by_id[i]];
		struct str name = gaz_build_text(b, r->name);
		struct str texts[] = { name, gaz_build_text(b, r->id), gaz_build_text(b, r->kind), str_z(r->country) };

		b->record_at[i] = (uint32_t)b->laid_records.n;
		buf_char(&b->laid_records, (char)(r->type | gaz_pack_record(r->flags) << 4));
		gaz_put_texts(&b->laid_records, encode, texts, sizeof texts / sizeof *texts, name);
	}
}

static void
put_form(struct gaz_build *b, const struct gaz_form *f, gaz_encode *encode, struct buf *code)
{
	const struct gaz_record *record = (const struct gaz_record *)b->records.items + f->record;
	struct str text = str_of(b->pool.p + f->text, GAZ_FORM_LENGTH(f));
	uint16_t check = (uint16_t)f->hash;
	uint32_t rest = record->place << 7 | gaz_pack_flags(f->flags);

	code->n = 0;
	if (!encode)
		buf_str(code, text);
	else if (!str_eq(text, gaz_build_text(b, record->name)))
		encode(text, text, code);
	if (code->n > UINT8_MAX || record->place > UINT32_MAX >> 7)
		err_die("gazetteer: too many names, or '%.*s' is too long", (int)text.n, text.p);
	buf_char(&b->laid_forms, (char)code->n);
	buf_add(&b->laid_forms, (const char *)&check, sizeof check);
	buf_add(&b->laid_forms, (const char *)&rest, sizeof rest);
	buf_str(&b->laid_forms, buf_view(code));
}

/* The numbers of the forms in the order of their buckets; within one they stay as they are. Counts them on the way. */
static uint32_t *
by_bucket(struct gaz_build *b, const struct gaz_image *im)
{
	const struct gaz_form *forms = b->forms.items;
	uint32_t *order = mem_new(b->forms.n, sizeof *order), *at = b->buckets;

	for (size_t i = 0; i < b->forms.n; i++)
		at[gaz_bucket(im, forms[i].hash) + 1]++;
	for (size_t i = 0; i < im->buckets_mask; i++)
		at[i + 1] += at[i];
	for (uint32_t i = 0; i < b->forms.n; i++)
		order[at[gaz_bucket(im, forms[i].hash)]++] = i;
	return order;
}

static void
put_forms(struct gaz_build *b, const struct gaz_image *im, gaz_encode *encode)
{
	const struct gaz_form *forms = b->forms.items;
	struct buf code = { 0 };
	uint32_t *order;
	size_t bucket = 0;

	b->buckets = mem_new((size_t)im->buckets_mask + 2, sizeof *b->buckets);
	order = by_bucket(b, im);
	for (size_t i = 0; i < b->forms.n; i++) {
		const struct gaz_form *f = &forms[order[i]];

		for (; bucket <= gaz_bucket(im, f->hash); bucket++)
			b->buckets[bucket] = (uint32_t)b->laid_forms.n;
		put_form(b, f, encode, &code);
	}
	for (; bucket <= (size_t)im->buckets_mask + 1; bucket++)
		b->buckets[bucket] = (uint32_t)b->laid_forms.n;
	buf_free(&code);
	free(order);
}

static void
fill_starts(struct gaz_build *b, const struct gaz_image *im)
{
	const struct gaz_form *forms = b->forms.items;

	b->bloom = mem_new((size_t)im->starts_mask + 1, sizeof *b->bloom);
	for (size_t i = 0; i < b->starts.n; i++) {
		uint64_t h = ((const uint64_t *)b->starts.items)[i];

		b->bloom[gaz_start_word(im, h)] |= gaz_start_bits(h);
	}
	for (size_t i = 0; i < b->forms.n; i++)
		b->bloom[gaz_start_word(im, forms[i].hash)] |= gaz_form_bits(forms[i].hash);
}

/* The least power of two that holds n items, `each` of them in one. */
static uint32_t
power_of_two(size_t n, size_t each)
{
	uint32_t words = 64;

	while (words * each < n)
		words *= 2;
	return words;
}

void
gaz_build_image(struct gaz_build *b, struct gaz_image *image, gaz_encode *encode)
{
	*image = (struct gaz_image) { .starts_mask = power_of_two(b->starts.n + b->forms.n, 8) - 1,
		.buckets_mask = power_of_two(b->forms.n, 4) - 1,
		.records_n = (uint32_t)b->records.n,
		.flags = b->flags };
	put_records(b, encode);
	put_forms(b, image, encode);
	fill_starts(b, image);
	image->buckets = b->buckets;
	image->forms = (const uint8_t *)b->laid_forms.p;
	image->records = b->record_at;
	image->pool = (const uint8_t *)b->laid_records.p;
	image->starts = b->bloom;
	image->lower = b->lower;
}
