/* mkgaz DIR: prints C source of the gazetteer's tables (gaz_image.h), made from the text tables in DIR. */
#include "buf.h"
#include "err.h"
#include "gaz.h"
#include "gaz_build.h"
#include "gaz_fold.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

static const char *directory;

/* --- entities and titles --- */

static void
add_entities(struct gaz_build *b)
{
	static const char *const files[] = {"countries", "groups",  "places", "orgs", "outlets",
					    "persons",   "weapons", "events", "laws"};

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
		for (size_t i = 0; i < form.n; i++)
			small[i] = form.p[i] >= 'A' && form.p[i] <= 'Z' ? (char)(form.p[i] | 0x20) : form.p[i];
		gaz_build_form(b, str_of(small, form.n), record, 0);
	}
}

/* titles.tsv: title, other forms, hangul, category. */
static void
add_titles(struct gaz_build *b)
{
	struct table t = table_in(directory, "titles");

	while (table_row(&t, 4)) {
		char id[256] = "title/";
		struct gaz_record r = {.type = TYPE_PERSON};
		size_t n = 6;
		uint32_t number;

		for (size_t i = 0; i < t.field[0].n && n + 1 < sizeof id; i++)
			id[n++] = t.field[0].p[i] == ' '                             ? '-'
				  : t.field[0].p[i] >= 'A' && t.field[0].p[i] <= 'Z' ? (char)(t.field[0].p[i] | 0x20)
										     : t.field[0].p[i];
		r.id = gaz_build_string(b, str_of(id, n));
		r.name = gaz_build_string(b, t.field[0]);
		r.hangul = gaz_build_string(b, t.field[2]);
		r.kind = gaz_build_string(b, t.field[3]);
		number = gaz_build_record(b, &r);
		add_title_forms(b, t.field[0], number);
		add_title_forms(b, t.field[1], number);
		add_title_forms(b, t.field[2], number);
	}
}

/* --- Korean syllables --- */

static struct gaz_array syllables = {.size = sizeof(struct gaz_syllable)};

static void
append(struct gaz_array *a, const void *item)
{
	if (a->n == a->cap) {
		a->cap = a->cap * 2 + 1024;
		a->items = realloc(a->items, a->cap * a->size);
		if (!a->items)
			err_die("mkgaz:");
	}
	memcpy((char *)a->items + a->n++ * a->size, item, a->size);
}

/* surnames.tsv and syllables.tsv: hangul, romanisations. */
static void
add_syllables(const char *file, bool surname)
{
	struct table t = table_in(directory, file);

	while (table_row(&t, 2)) {
		size_t len;
		uint32_t hangul = utf8_decode(t.field[0].p, t.field[0].n, &len);
		struct str list = t.field[1];

		if (len != t.field[0].n)
			continue; /* surnames of two syllables (Namgung) */
		while (list.p && list.n) {
			struct str form = str_trim(str_cut(&list, ';'));
			struct gaz_syllable s = {(uint32_t)fold_hash(form), (uint16_t)hangul, surname};

			append(&syllables, &s);
		}
	}
}

static int
by_hash(const void *x, const void *y)
{
	return memcmp(&((const struct gaz_syllable *)x)->hash, &((const struct gaz_syllable *)y)->hash, 4) == 0
		   ? (int)((const struct gaz_syllable *)x)->hangul - ((const struct gaz_syllable *)y)->hangul
	       : ((const struct gaz_syllable *)x)->hash < ((const struct gaz_syllable *)y)->hash ? -1
												 : 1;
}

/* --- offices --- */

static struct gaz_array offices = {.size = sizeof(struct gaz_office)};
static struct gaz_array title_forms = {.size = sizeof(struct gaz_title_form)};

struct title_name {
	uint32_t at;
	struct str text;
};
static struct gaz_array title_names = {.size = sizeof(struct title_name)};

static uint32_t
intern_title(struct gaz_build *b, struct str title)
{
	const struct title_name *all = title_names.items;
	struct title_name new = {0, title};
	struct gaz_title_form form = {.hash = (uint32_t)fold_hash(title)};

	for (size_t i = 0; i < title_names.n; i++)
		if (str_eq(all[i].text, title))
			return all[i].at;
	new.at = gaz_build_string(b, title);
	append(&title_names, &new);
	form.title = new.at;
	append(&title_forms, &form);
	return new.at;
}

static uint32_t
find_person(const struct gaz_build *b, struct table *t)
{
	const struct gaz_record *records = b->records.items;

	for (size_t i = 0; i < b->records.n; i++)
		if (str_eq(str_z((const char *)b->pool.items + records[i].id), t->field[0]))
			return (uint32_t)i;
	table_die(t, "no person has the id '%.*s'", (int)t->field[0].n, t->field[0].p);
}

/* roles.tsv: person, title, org, country, hangul, from, to, acting. */
static void
add_offices(struct gaz_build *b)
{
	struct table t = table_in(directory, "roles");

	while (table_row(&t, 4)) {
		struct gaz_office o = {.person = find_person(b, &t)};
		struct gaz_title_form form = {0};

		o.title = intern_title(b, t.field[1]);
		o.org = gaz_build_string(b, t.field[2]);
		memcpy(o.country, t.field[3].p, t.field[3].n < 3 ? t.field[3].n : 3);
		o.hangul = gaz_build_string(b, t.field[4]);
		o.from = gaz_build_string(b, t.field[5]);
		o.to = gaz_build_string(b, t.field[6]);
		o.acting = t.field[7].n > 0;
		append(&offices, &o);
		if (t.field[4].n) {
			form.hash = (uint32_t)fold_hash(t.field[4]);
			form.title = o.title;
			memcpy(form.country, o.country, 4);
			append(&title_forms, &form);
		}
	}
	t = table_in(directory, "offices");
	while (table_row(&t, 3)) {
		struct str list = t.field[2];
		struct gaz_title_form form = {.title = intern_title(b, t.field[1])};

		memcpy(form.country, t.field[0].p, t.field[0].n < 3 ? t.field[0].n : 3);
		while (list.p && list.n) {
			form.hash = (uint32_t)fold_hash(str_trim(str_cut(&list, ';')));
			append(&title_forms, &form);
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

static const struct gaz_build *names_of;

static int
by_person(const void *x, const void *y)
{
	const struct gaz_office *a = x, *b = y;
	const char *pool = names_of->pool.items;

	if (a->person != b->person)
		return a->person < b->person ? -1 : 1;
	return strcmp(pool + a->from, pool + b->from);
}

/* --- strings that are equal, or the end of another, are stored once --- */

struct string {
	const char *p;
	size_t n;
	uint32_t *place; /* that refers to it */
};
static struct gaz_array strings = {.size = sizeof(struct string)};

static void
refer_to(const struct gaz_build *b, uint32_t *place)
{
	struct string s = {(const char *)b->pool.items + *place, 0, place};

	s.n = strlen(s.p);
	append(&strings, &s);
}

/* By their letters from the last to the first: a string stands before those that it is the end of. */
static int
by_end(const void *x, const void *y)
{
	const struct string *a = x, *b = y;
	size_t n = 0;

	while (n < a->n && n < b->n && a->p[a->n - 1 - n] == b->p[b->n - 1 - n])
		n++;
	if (n == a->n || n == b->n)
		return (a->n > b->n) - (a->n < b->n);
	return (unsigned char)a->p[a->n - 1 - n] < (unsigned char)b->p[b->n - 1 - n] ? -1 : 1;
}

static bool
is_end_of(const struct string *s, const struct string *longer)
{
	return s->n <= longer->n && memcmp(longer->p + longer->n - s->n, s->p, s->n) == 0;
}

static void
refer_to_all(struct gaz_build *b, bool with_offices)
{
	struct gaz_record *r = b->records.items;
	struct gaz_form *f = b->forms.items;
	struct gaz_office *o = offices.items;
	struct gaz_title_form *t = title_forms.items;

	strings.n = 0;
	for (size_t i = 0; i < b->records.n; i++) {
		uint32_t *const places[] = {&r[i].id, &r[i].name, &r[i].hangul, &r[i].kind, &r[i].wikidata};

		for (size_t k = 0; k < sizeof places / sizeof *places; k++)
			refer_to(b, places[k]);
	}
	for (size_t i = 0; i < b->forms.n; i++)
		refer_to(b, &f[i].text);
	for (size_t i = 0; with_offices && i < offices.n; i++) {
		uint32_t *const places[] = {&o[i].title, &o[i].org, &o[i].hangul, &o[i].from, &o[i].to};

		for (size_t k = 0; k < sizeof places / sizeof *places; k++)
			refer_to(b, places[k]);
	}
	for (size_t i = 0; with_offices && i < title_forms.n; i++)
		refer_to(b, &t[i].title);
}

/* Makes a new pool of the strings referred to. The empty string stays in front. */
static void
share_strings(struct gaz_build *b, struct gaz_image *im, bool with_offices)
{
	struct buf pool = {0};
	const struct string *s;

	refer_to_all(b, with_offices);
	qsort(strings.items, strings.n, strings.size, by_end);
	s = strings.items;
	buf_char(&pool, '\0');
	for (size_t i = strings.n; i-- > 0;) {
		if (s[i].n == 0) {
			*s[i].place = 0;
		} else if (i + 1 < strings.n && is_end_of(&s[i], &s[i + 1])) {
			*s[i].place = *s[i + 1].place + (uint32_t)(s[i + 1].n - s[i].n);
		} else {
			*s[i].place = (uint32_t)pool.n;
			buf_add(&pool, s[i].p, s[i].n + 1);
		}
	}
	im->pool = pool.p; /* to the program's end */
	im->pool_n = (uint32_t)pool.n;
}

/* --- output --- */

static void
print_words(const char *type, const char *name, const char *variable, const void *items, size_t n, size_t size)
{
	const uint32_t *w = items;

	/* Arrays of structs are printed as the words that they are made of: the compiler lays them out the same way. */
	printf("static const %s %s_%s[] = {", type, name, variable);
	for (size_t i = 0; i < n; i++) {
		printf("%s{", i % 8 ? "" : "\n");
		for (size_t k = 0; k < size / 4; k++)
			printf("%u,", (unsigned)w[i * (size / 4) + k]);
		printf("},");
	}
	printf("%s};\n", n ? "" : "{0}");
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
print_country(const char *country)
{
	printf("{%d,%d,%d,0}", country[0], country[1], country[2]);
}

static void
print_records(const char *name, const struct gaz_record *r, size_t n)
{
	printf("static const struct gaz_record %s_records[] = {", name);
	for (size_t i = 0; i < n; i++) {
		printf("\n{%u,%u,%u,%u,%u,", r[i].id, r[i].name, r[i].hangul, r[i].kind, r[i].wikidata);
		printf("%u,%u,%u,%u,%u,%u,", r[i].id_n, r[i].name_n, r[i].hangul_n, r[i].kind_n, r[i].wikidata_n,
		       r[i].flags);
		print_country(r[i].country);
		printf(",%u},", r[i].type);
	}
	printf("};\n");
}

static void
print_pool(const char *name, const char *pool, size_t n)
{
	printf("static const char %s_pool[] = {", name);
	for (size_t i = 0; i < n; i++)
		printf("%s%d,", i % 32 ? "" : "\n", pool[i]);
	printf("};\n");
}

static void
print_image(const char *name, struct gaz_build *b, struct gaz_image *im, bool with_offices)
{
	gaz_build_close(b, im);
	share_strings(b, im, with_offices);
	print_words("struct gaz_slot", name, "slots", im->slots, (size_t)im->slots_mask + 1, sizeof *im->slots);
	print_words("struct gaz_form", name, "forms", im->forms, im->forms_n, sizeof *im->forms);
	print_records(name, im->records, im->records_n);
	print_numbers(name, "starts", im->starts, (size_t)im->starts_mask + 1);
	print_numbers(name, "lower", im->lower, GAZ_LOWER_WORDS);
	printf("static const uint32_t %s_by_id[] = {", name);
	for (size_t i = 0; i < im->records_n; i++)
		printf("%s%u,", i % 16 ? "" : "\n", im->by_id[i]);
	printf("};\n");
	print_pool(name, im->pool, im->pool_n);
}

static void
print_small_tables(void)
{
	const struct gaz_syllable *s = syllables.items;
	const struct gaz_office *o = offices.items;
	const struct gaz_title_form *f = title_forms.items;

	printf("static const struct gaz_syllable syllables[] = {");
	for (size_t i = 0; i < syllables.n; i++)
		printf("%s{%u,%u,%u},", i % 8 ? "" : "\n", s[i].hash, s[i].hangul, s[i].surname);
	printf("};\nstatic const struct gaz_office offices[] = {");
	for (size_t i = 0; i < offices.n; i++) {
		printf("\n{%u,%u,%u,%u,%u,%u,", o[i].person, o[i].title, o[i].org, o[i].hangul, o[i].from, o[i].to);
		print_country(o[i].country);
		printf(",%u},", o[i].acting);
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
	printf("\t{%s_slots, %s_forms, %s_records, %s_starts, %s_lower, %s_by_id, %s_pool, %u, %u, %u, %u, %u},\n",
	       name, name, name, name, name, name, name, im->slots_mask, im->starts_mask, im->records_n, im->forms_n,
	       im->pool_n);
}

int
main(int argc, char **argv)
{
	struct gaz_build names, titles;
	struct gaz_image names_image, titles_image;

	err_init(argv[0]);
	if (argc != 2)
		err_die("one operand: the folder of the tables");
	directory = argv[1];
	gaz_build_open(&names, GAZ_VARIANTS, 0);
	gaz_build_open(&titles, GAZ_ANY_CASE, 0);
	add_entities(&names);
	add_titles(&titles);
	add_syllables("surnames", true);
	add_syllables("syllables", false);
	add_offices(&names);
	names_of = &names;
	qsort(syllables.items, syllables.n, syllables.size, by_hash);
	qsort(offices.items, offices.n, offices.size, by_person);
	qsort(title_forms.items, title_forms.n, title_forms.size, by_form);
	printf("/* Made by mkgaz from src/ktag/data. */\n#include \"gaz_image.h\"\n");
	print_image("names", &names, &names_image, true);
	print_image("titles", &titles, &titles_image, false);
	print_small_tables();
	printf("const struct gaz_tables gaz_builtin = {\n");
	print_image_name("names", &names_image);
	print_image_name("titles", &titles_image);
	printf("\tsyllables, offices, title_forms, %zu, %zu, %zu\n};\n", syllables.n, offices.n, title_forms.n);
	fprintf(stderr, "mkgaz: %u entities, %u forms, %u titles, %zu offices\n", names_image.records_n,
		names_image.forms_n, titles_image.records_n, offices.n);
	return fflush(stdout) || ferror(stdout) ? STATUS_ERROR : 0;
}
