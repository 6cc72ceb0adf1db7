/* mkgaz DIR: prints C source of the gazetteer's tables (gaz_image.h), made from the text tables in DIR. */
#include "err.h"
#include "gaz.h"
#include "gaz_build.h"
#include "gaz_fold.h"
#include "gazunits.h"

#include <stdio.h>
#include <stdlib.h>

static const char *directory;

/* --- entities and titles --- */

static void
add_entities(struct gaz_build *b)
{
	static const char *const files[] = { GAZ_ENTITY_TABLES };

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct table t = table_in(directory, files[i]);

		while (table_row(&t, 3))
			gaz_build_row(b, &t);
	}
}

static void
add_title_forms(struct gaz_build *b, struct str list, uint32_t record)
{
	while (list.p && list.n) {
		struct str form = str_trim(str_cut(&list, ';'));
		char small[256];

		if (form.n >= sizeof small)
			continue;
		/* Lower case in the table demands nothing of the text. */
		str_lower(small, form);
		gaz_build_form(b, str_of(small, form.n), record, 0);
	}
}

/* titles.tsv: title, other forms, hangul, category. */
static void
add_titles(struct gaz_build *b)
{
	struct table t = table_in(directory, "titles");

	while (table_row(&t, 4)) {
		struct gaz_record r = { .type = TYPE_PERSON, .name = gaz_build_string(b, t.field[0]) };
		uint32_t number = gaz_build_record(b, &r);

		add_title_forms(b, t.field[0], number);
		add_title_forms(b, t.field[1], number);
		add_title_forms(b, t.field[2], number);
	}
}

/* --- offices --- */

/* A row of roles.tsv, which stays in memory. */
struct office {
	struct gaz_office office; /* its person is the builder's number until it is printed */
	uint32_t person;
	struct str texts[2]; /* as struct gaz_office has them */
};
static struct gaz_array offices = { .size = sizeof(struct office) };
static struct gaz_array title_forms = { .size = sizeof(struct gaz_title_form) };
static struct gaz_array title_names = { .size = sizeof(struct str) };

/* The number of a title. */
static uint16_t
intern_title(struct str title)
{
	const struct str *all = title_names.items;
	struct gaz_title_form form = { .hash = (uint32_t)fold_hash(title), .title = (uint16_t)title_names.n };

	for (size_t i = 0; i < title_names.n; i++)
		if (str_eq(all[i], title))
			return (uint16_t)i;
	if (title_names.n > UINT16_MAX)
		err_die("too many titles of offices");
	gaz_array_add(&title_names, &title);
	gaz_array_add(&title_forms, &form);
	return form.title;
}

static uint32_t
find_person(const struct gaz_build *b, struct table *t)
{
	const struct gaz_record *records = b->records.items;

	for (size_t i = 0; i < b->records.n; i++)
		if (str_eq(gaz_build_text(b, records[i].id), t->field[0]))
			return (uint32_t)i;
	table_die(t, "no person has the id '%.*s'", (int)t->field[0].n, t->field[0].p);
}

/* roles.tsv: person, title, org, country, hangul, from, to, acting. */
static void
add_offices(struct gaz_build *b)
{
	struct table t = table_in(directory, "roles");

	while (table_row(&t, 4)) {
		struct office r = { .person = find_person(b, &t), .texts = { t.field[5], t.field[6] } };
		struct gaz_title_form form = { 0 };

		r.office.title = intern_title(t.field[1]);
		memcpy(r.office.country, t.field[3].p, t.field[3].n < 2 ? t.field[3].n : 2);
		r.office.acting = t.field[7].n > 0;
		gaz_array_add(&offices, &r);
		if (t.field[4].n) {
			form.hash = (uint32_t)fold_hash(t.field[4]);
			form.title = r.office.title;
			memcpy(form.country, r.office.country, sizeof r.office.country);
			gaz_array_add(&title_forms, &form);
		}
	}
	t = table_in(directory, "offices");
	while (table_row(&t, 3)) {
		struct str list = t.field[2];
		struct gaz_title_form form = { .title = intern_title(t.field[1]) };

		memcpy(form.country, t.field[0].p, t.field[0].n < 3 ? t.field[0].n : 3);
		while (list.p && list.n) {
			form.hash = (uint32_t)fold_hash(str_trim(str_cut(&list, ';')));
			gaz_array_add(&title_forms, &form);
		}
	}
}

static int
by_form(const void *x, const void *y)
{
	const struct gaz_title_form *a = x, *b = y;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	if (a->title != b->title)
		return a->title < b->title ? -1 : 1;
	return memcmp(a->country, b->country, 4);
}

static int
by_person(const void *x, const void *y)
{
	const struct office *a = x, *b = y;

	if (a->person != b->person)
		return a->person < b->person ? -1 : 1;
	return str_cmp(a->texts[0], b->texts[0]);
}

/* --- coding --- */

static void
count_texts(const struct gaz_build *b)
{
	const struct gaz_record *r = b->records.items;
	const struct gaz_form *f = b->forms.items;

	for (size_t i = 0; i < b->records.n; i++, r++) {
		const struct str texts[] = { gaz_build_text(b, r->name), gaz_build_text(b, r->kind), str_z(r->country) };

		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
			units_count(texts[k]);
		units_count_id(gaz_build_text(b, r->id), texts[0]);
	}
	for (size_t i = 0; i < b->forms.n; i++, f++)
		if (!str_eq(str_of(b->pool.p + f->text, GAZ_FORM_LENGTH(f)),
			gaz_build_text(b, ((const struct gaz_record *)b->records.items)[f->record].name)))
			units_count(str_of(b->pool.p + f->text, GAZ_FORM_LENGTH(f)));
}

/* The texts of the offices go behind the records'. */
static void
add_office_texts(struct gaz_build *b)
{
	const struct gaz_record *records = b->records.items;
	struct office *r = offices.items;

	for (size_t i = 0; i < offices.n; i++, r++) {
		if (records[r->person].place > UINT16_MAX)
			err_die("too many persons");
		r->office.person = (uint16_t)records[r->person].place;
		r->office.text = (uint32_t)b->laid_records.n;
		gaz_put_texts(&b->laid_records, units_encode, r->texts, sizeof r->texts / sizeof *r->texts, r->texts[0]);
	}
}

/* --- output --- */

static void
print_bytes(const char *name, const char *variable, const struct buf *bytes)
{
	printf("static const uint8_t %s_%s[] = {", name, variable);
	for (size_t i = 0; i < bytes->n; i++)
		printf("%s%u,", i % 32 ? "" : "\n", (uint8_t)bytes->p[i]);
	printf("};\n");
}

static void
print_words(const char *name, const char *variable, const uint32_t *items, size_t n)
{
	printf("static const uint32_t %s_%s[] = {", name, variable);
	for (size_t i = 0; i < n; i++)
		printf("%s%u,", i % 16 ? "" : "\n", (unsigned)items[i]);
	printf("};\n");
}

static void
print_numbers(const char *name, const char *variable, const uint64_t *items, size_t n)
{
	printf("static const uint64_t %s_%s[] = {", name, variable);
	for (size_t i = 0; i < n; i++)
		printf("%s0x%llxu,", i % 8 ? "" : "\n", (unsigned long long)items[i]);
	printf("};\n");
}

static void
print_image(const char *name, const struct gaz_build *b, const struct gaz_image *im)
{
	print_words(name, "buckets", im->buckets, (size_t)im->buckets_mask + 2);
	print_bytes(name, "forms", &b->laid_forms);
	print_words(name, "records", im->records, im->records_n);
	print_bytes(name, "pool", &b->laid_records);
	print_numbers(name, "starts", im->starts, (size_t)im->starts_mask + 1);
	print_numbers(name, "lower", im->lower, GAZ_LOWER_WORDS);
}

static void
print_country(const char *country)
{
	printf("{%d,%d,%d,0}", country[0], country[1], country[2]);
}

static void
print_small_tables(void)
{
	const struct office *r = offices.items;
	const struct gaz_title_form *f = title_forms.items;

	printf("static const struct gaz_office offices[] = {");
	for (size_t i = 0; i < offices.n; i++) {
		printf("\n{%u,%u,%u,", r[i].office.text, r[i].office.person, r[i].office.title);
		printf("{%d,%d,0},%d},", r[i].office.country[0], r[i].office.country[1], r[i].office.acting);
	}
	printf("};\nstatic const struct gaz_title_form title_forms[] = {");
	for (size_t i = 0; i < title_forms.n; i++) {
		printf("\n{%u,%u,", f[i].hash, f[i].title);
		print_country(f[i].country);
		printf("},");
	}
	printf("};\n");
}

static void
print_image_name(const char *name, const struct gaz_image *im)
{
	printf("\t{%s_buckets, %s_forms, %s_records, %s_pool, %s_starts, %s_lower, &units, %u, %u, %u, %u},\n", name, name, name, name,
	    name, name, im->buckets_mask, im->starts_mask, im->records_n, im->flags);
}

static void
print_all(struct gaz_build *names, struct gaz_build *titles)
{
	struct gaz_image names_image, titles_image;

	gaz_build_image(names, &names_image, units_encode);
	add_office_texts(names);
	gaz_build_image(titles, &titles_image, units_encode);
	printf("/* Made by mkgaz from src/ktag/data. */\n#include \"gaz_text.h\"\n");
	units_print();
	print_image("names", names, &names_image);
	print_image("titles", titles, &titles_image);
	print_small_tables();
	printf("const struct gaz_tables gaz_builtin = {\n");
	print_image_name("names", &names_image);
	print_image_name("titles", &titles_image);
	printf("\toffices, title_forms, %zu, %zu\n};\n", offices.n, title_forms.n);
}

int
main(int argc, char **argv)
{
	struct gaz_build names, titles;

	err_init(argv[0]);
	if (argc != 2)
		err_die("one operand: the folder of the tables");
	directory = argv[1];
	gaz_build_open(&names, GAZ_VARIANTS, 0);
	gaz_build_open(&titles, GAZ_ANY_CASE, 0);
	add_entities(&names);
	add_titles(&titles);
	add_offices(&names);
	gaz_build_close(&names);
	gaz_build_close(&titles);
	qsort(offices.items, offices.n, offices.size, by_person);
	qsort(title_forms.items, title_forms.n, title_forms.size, by_form);
	count_texts(&names);
	count_texts(&titles);
	for (size_t i = 0; i < offices.n; i++)
		for (size_t k = 0; k < 2; k++)
			units_count(((const struct office *)offices.items)[i].texts[k]);
	units_number();
	print_all(&names, &titles);
	fprintf(stderr, "mkgaz: %zu entities, %zu forms, %zu titles, %zu offices\n", names.records.n, names.forms.n, titles.records.n,
	    offices.n);
	return fflush(stdout) || ferror(stdout) ? STATUS_ERROR : 0;
}
