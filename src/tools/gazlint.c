/* gazlint DIR: reads the gazetteer's tables in DIR and prints what is wrong with them, a line each; status 1 if
 * anything is. gazlint --ambiguous DIR: prints the forms that entities of different kinds share, as DIR/ambiguous.tsv
 * lists them.
 *
 * What mkgaz refuses by itself (unknown types, flags, countries, persons of roles that do not exist) is not checked
 * again. */
#include "annot.h"
#include "err.h"
#include "gaz.h"
#include "gaz_build.h"
#include "gaz_fold.h"
#include "mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

static const char *directory;
static unsigned long problems;

__attribute__((format(printf, 2, 3))) static void
problem(const struct table *t, const char *format, ...)
{
	va_list args;

	printf("%.*s:%llu: ", (int)t->file.n, t->file.p, t->line);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	putchar('\n');
	problems++;
}

/* --- everyday words --- */

static struct gaz_array everyday = { .size = sizeof(uint64_t) }; /* hashes */

static void
load_everyday(void)
{
	struct table t = table_in(directory, "words");

	while (table_row(&t, 2)) {
		struct str words = t.field[1];

		if (!str_eq(t.field[0], STR("common")))
			continue;
		while (words.p) {
			uint64_t hash = fold_hash(str_cut(&words, ' '));
			gaz_array_add(&everyday, &hash);
		}
	}
	qsort(everyday.items, everyday.n, everyday.size, mem_order64);
}

static bool
is_everyday(struct str form)
{
	uint64_t hash = fold_hash(form);

	return !str_has(form, STR(" ")) && bsearch(&hash, everyday.items, everyday.n, sizeof hash, mem_order64) != NULL;
}

/* --- single forms --- */

static bool
is_nfc(struct str s)
{
	utf8proc_uint8_t *normal = NULL;
	utf8proc_ssize_t n =
	    utf8proc_map((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &normal, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	bool same = n == (utf8proc_ssize_t)s.n && memcmp(normal, s.p, s.n) == 0;

	free(normal);
	return same;
}

static bool
has_hangul(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0xEA)
			return true;
	return false;
}

static void
check_form(const struct table *t, struct str form, bool marked)
{
	struct str bare = form;

	while (bare.n && strchr("~?=", bare.p[0])) {
		bare = str_from(bare, 1);
		marked = true;
	}
	if (bare.n == 0)
		problem(t, "an empty form");
	else if (str_has(bare, STR("  ")) || memchr(bare.p, '(', bare.n))
		problem(t, "'%.*s': blanks or a bracket inside", (int)bare.n, bare.p);
	else if (!marked && is_everyday(bare))
		problem(t, "'%.*s' is an everyday word without a mark (~ ? =)", (int)bare.n, bare.p);
	else if (fold_hash(bare) == FOLD_START)
		problem(t, "'%.*s' has no letters", (int)bare.n, bare.p);
}

static bool
in_list(struct str list, struct str form)
{
	while (list.p && list.n)
		if (str_eq(str_trim(str_cut(&list, ';')), form))
			return true;
	return false;
}

static void
check_list(const struct table *t, struct str list)
{
	while (list.p && list.n) {
		struct str form = str_trim(str_cut(&list, ';'));

		check_form(t, form, false);
		if (str_eq(form, t->field[2]))
			problem(t, "'%.*s' is the name already", (int)form.n, form.p);
		if (in_list(list, form))
			problem(t, "'%.*s' stands twice", (int)form.n, form.p);
	}
}

static void
check_entity(const struct table *t)
{
	struct str flags = t->field[7];
	bool marked = in_list(flags, STR("common")) || in_list(flags, STR("evidence")) || in_list(flags, STR("exact"))
	    || in_list(flags, STR("unnamed"));

	for (size_t i = 0; i < t->fields; i++)
		if (!is_nfc(t->field[i]))
			problem(t, "field %zu is not in normal form C", i + 1);
	check_form(t, t->field[2], marked);
	check_list(t, t->field[3]);
	check_list(t, t->field[4]);
	if (t->fields > 9)
		problem(t, "more than nine fields");
	if (t->field[8].n && (t->field[8].p[0] != 'Q' || t->field[8].n < 2))
		problem(t, "'%.*s' is no Wikidata id", (int)t->field[8].n, t->field[8].p);
	if (has_hangul(t->field[2]))
		problem(t, "the canonical name is in Hangul");
}

/* --- the whole --- */

static void
check_entities(struct gaz_build *b)
{
	static const char *const files[] = { GAZ_ENTITY_TABLES };

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct table t = table_in(directory, files[i]);

		while (table_row(&t, 3)) {
			check_entity(&t);
			gaz_build_row(b, &t);
		}
	}
}

/* The id that is i-th in order. */
static struct str
sorted_id(const struct gaz_build *b, size_t i)
{
	return gaz_build_text(b, ((const struct gaz_record *)b->records.items)[b->by_id[i]].id);
}

static void
check_ids(const struct gaz_build *b)
{
	for (size_t i = 0; i + 1 < b->records.n; i++) {
		struct str id = sorted_id(b, i);

		if (str_eq(id, sorted_id(b, i + 1))) {
			printf("%s: two entities have this id\n", id.p);
			problems++;
		}
	}
}

static bool
has_id(const struct gaz_build *b, struct str id)
{
	size_t low = 0, high = b->records.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_cmp(id, sorted_id(b, middle));

		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

static bool
is_date(struct str s)
{
	static const char form[] = "0000-00-00";

	if (s.n != 0 && s.n != 4 && s.n != 7 && s.n != 10)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (form[i] == '-' ? s.p[i] != '-' : (unsigned)s.p[i] - '0' > 9)
			return false;
	return true;
}

static void
check_roles(const struct gaz_build *b)
{
	struct table t = table_in(directory, "roles");

	while (table_row(&t, 4)) {
		struct str from = t.field[5], to = t.field[6];
		size_t n = smaller(from.n, to.n);

		if (!has_id(b, t.field[0]) || (t.field[2].n && !has_id(b, t.field[2])))
			problem(&t, "no such person or organisation");
		if (!is_date(from) || !is_date(to))
			problem(&t, "a date is not in ISO 8601");
		else if (n && memcmp(from.p, to.p, n) > 0)
			problem(&t, "ends before it begins");
	}
}

/* Both Koreas must never share a form. */
static void
check_koreas(const struct gaz_build *b)
{
	const struct gaz_form *forms = b->forms.items;
	const struct gaz_record *records = b->records.items;

	for (uint32_t i = 0; i <= b->slots_mask; i++) {
		bool south = false, north = false;

		for (uint32_t f = b->slots[i].first; f; f = forms[f - 1].next) {
			struct str id = gaz_build_text(b, records[forms[f - 1].record].id);

			south |= str_eq(id, STR("country/kr"));
			north |= str_eq(id, STR("country/kp"));
		}
		if (south && north) {
			printf("'%s' names both Koreas\n", gaz_build_text(b, forms[b->slots[i].first - 1].text).p);
			problems++;
		}
	}
}

/* --- ambiguous forms --- */

static struct gaz_array lines = { .size = sizeof(char *) };

static int
by_text(const void *x, const void *y)
{
	return strcmp(*(char *const *)x, *(char *const *)y);
}

/* Forms of entities that differ in type or, within a type, in country are what context must decide. */
static void
list_chain(const struct gaz_build *b, uint32_t first)
{
	const struct gaz_form *forms = b->forms.items;
	const struct gaz_record *records = b->records.items, *one = &records[forms[first - 1].record];
	struct buf line = { 0 };
	bool differ = false;

	buf_format(&line, "%s\t", gaz_build_text(b, forms[first - 1].text).p);
	for (uint32_t f = first; f; f = forms[f - 1].next) {
		const struct gaz_record *r = &records[forms[f - 1].record];

		differ |= r->type != one->type;
		buf_format(&line, "%s%s", f == first ? "" : ";", gaz_build_text(b, r->id).p);
	}
	buf_char(&line, '\0');
	if (differ)
		gaz_array_add(&lines, &line.p);
	else
		buf_free(&line);
}

static void
list_ambiguous(const struct gaz_build *b)
{
	const struct gaz_form *forms = b->forms.items;

	for (uint32_t i = 0; i <= b->slots_mask; i++)
		if (b->slots[i].first && forms[b->slots[i].first - 1].next)
			list_chain(b, b->slots[i].first);
	qsort(lines.items, lines.n, lines.size, by_text);
}

static void
check_ambiguous(void)
{
	char *const *all = lines.items;
	struct table t = table_in(directory, "ambiguous");
	size_t i = 0;

	for (; table_row(&t, 2); i++) {
		char row[4096];

		snprintf(row, sizeof row, "%.*s\t%.*s", (int)t.field[0].n, t.field[0].p, (int)t.field[1].n, t.field[1].p);
		if (i < lines.n && strcmp(row, all[i]) == 0)
			continue;
		problem(&t, "not as the tables have it: %s", i < lines.n ? all[i] : "(end)");
		return;
	}
	if (i < lines.n)
		problem(&t, "missing: %s", all[i]);
}

int
main(int argc, char **argv)
{
	struct gaz_build b;
	bool print = argc == 3 && strcmp(argv[1], "--ambiguous") == 0;

	err_init(argv[0]);
	if (argc != 2 && !print)
		err_die("usage: gazlint [--ambiguous] DIR");
	directory = argv[argc - 1];
	load_everyday();
	gaz_build_open(&b, GAZ_VARIANTS, 0);
	check_entities(&b);
	gaz_build_close(&b);
	list_ambiguous(&b);
	if (print) {
		printf("# Forms that entities of different types share. Made by gazlint --ambiguous.\n# form\tids\n");
		for (size_t i = 0; i < lines.n; i++)
			puts(((char *const *)lines.items)[i]);
		return 0;
	}
	check_ids(&b);
	check_roles(&b);
	check_koreas(&b);
	check_ambiguous();
	return problems ? 1 : 0;
}
