/* mkwords DIR: prints C source of ktag's tables of words (words_table.h, role_words.h, date_table.h), made from the text tables in
 * DIR, so that ktag need not read them at each start. */
#include "date_table.h"
#include "err.h"
#include "hash.h"
#include "mem.h"
#include "quote_frame.h"
#include "role_words.h"
#include "table.h"
#include "utf8.h"
#include "words_table.h"

#include <stdio.h>
#include <stdlib.h>

static const char *directory;

struct class {
	const char *name;
	uint64_t bits;
};

static uint64_t
class_bits(const struct table *t, struct str name, const struct class *classes)
{
	for (; classes->name; classes++)
		if (str_eq(name, str_z(classes->name)))
			return classes->bits;
	table_die(t, "unknown class '%.*s'", (int)name.n, name.p);
}

/* The classes of a list. */
static uint64_t
list_bits(const struct table *t, struct str names, char sep, const struct class *classes)
{
	uint64_t bits = 0;

	while (names.p)
		bits |= class_bits(t, str_cut(&names, sep), classes);
	return bits;
}

static void
print_filter(const struct word_filter *f)
{
	printf("{ { ");
	for (size_t i = 0; i < sizeof f->bits / sizeof *f->bits; i++)
		printf("0x%llx,%s", (unsigned long long)f->bits[i], i % 8 == 7 ? "\n" : " ");
	printf("} }");
}

/* --- what words say about names: rows of a class and its words --- */

static const struct class name_classes[] = {
	{ "common", CLASS_COMMON }, { "abbreviation", CLASS_ABBREVIATION }, { "title", CLASS_TITLE },
	{ "modifier", CLASS_MODIFIER }, { "rank", CLASS_RANK }, { "honorific", CLASS_HONORIFIC }, { "org", CLASS_ORG },
	{ "open-org", CLASS_ORG | CLASS_OPEN_ORG }, { "company", CLASS_COMPANY }, { "unit", CLASS_UNIT },
	{ "facility", CLASS_FACILITY }, { "place", CLASS_PLACE }, { "region", CLASS_REGION }, { "event", CLASS_EVENT },
	{ "law", CLASS_LAW }, { "speech", CLASS_SPEECH }, { "given", CLASS_GIVEN }, { "surname", CLASS_SURNAME },
	{ "syllable", CLASS_SYLLABLE }, { "calendar", CLASS_CALENDAR }, { "link", CLASS_LINK },
	{ "particle", CLASS_PARTICLE }, { "weapon", CLASS_WEAPON }, { "ship", CLASS_SHIP },
	{ "everyday", CLASS_EVERYDAY }, { "drill", CLASS_DRILL }, { "nation", CLASS_NATION },
	{ "direction", CLASS_DIRECTION }, { "vessel", CLASS_VESSEL }, { "where", CLASS_WHERE },
	{ "codename", CLASS_CODENAME }, { "noun", CLASS_NOUN },
	{ NULL, 0 },
};

static void
make_words(void)
{
	static const char *const files[] = { "words", "word_given", "word_surname", "word_syllable" };
	static struct word_slot slots[WORD_SLOTS];

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct table t = table_in(directory, files[i]);

		while (table_row(&t, 2)) {
			uint64_t bits = class_bits(&t, t.field[0], name_classes);
			struct str rest = t.field[1];

			while (rest.p) {
				struct str word = str_cut(&rest, ' ');
				uint32_t key = word_key(word.p, word.n);
				struct word_slot *s = &slots[word_place(slots, key)];

				if (word.n)
					*s = (struct word_slot) { key, s->classes | (uint32_t)bits };
			}
		}
	}
	printf("const struct word_slot word_slots[WORD_SLOTS] = {\n");
	for (size_t i = 0; i < WORD_SLOTS; i++)
		if (slots[i].key)
			printf("[%zu] = { %u, %u },\n", i, (unsigned)slots[i].key, (unsigned)slots[i].classes);
	printf("};\n");
}

/* --- words of titles and quotes: rows of a word and its classes --- */

static const struct class title_classes[] = { { "head", WORD_HEAD }, { "rank", WORD_RANK | WORD_HEAD }, { "mod", WORD_MOD },
	{ "post", WORD_POST }, { "subject", WORD_SUBJECT }, { "to", WORD_TO }, { "abbr", WORD_ABBR }, { "skip", WORD_SKIP },
	{ "hon", WORD_HON }, { "det", WORD_DET }, { "pron", WORD_PRON }, { "be", WORD_BE }, { "stop", WORD_STOP }, { "ko", WORD_KO },
	{ "kono", WORD_KONO }, { "koname", WORD_KONAME }, { "koalone", WORD_KOALONE },
	{ "koword", WORD_KOWORD }, { "rmod", WORD_RMOD }, { "body", WORD_BODY }, { "appoint", WORD_APPOINT },
	{ "light", WORD_LIGHT }, { "in", WORD_FIELD }, { "as", WORD_AS },
	{ NULL, 0 } };
static const struct class quote_classes[] = { { "say", SAY_SAY }, { "call", SAY_CALL }, { "act", SAY_ACT }, { "soft", SAY_SOFT },
	{ "both", SAY_BOTH }, { "ing", SAY_ING }, { "noun", SAY_NOUN }, { "term", SAY_TERM }, { "aux", SAY_AUX }, { "adv", SAY_ADV },
	{ "pron", SAY_PRON }, { "clause", SAY_CLAUSE }, { "prep", SAY_PREP }, { "beside", SAY_BESIDE }, { "done", SAY_DONE },
	{ "who", SAY_WHO }, { "whos", SAY_WHO | SAY_WHOS }, { "wish", SAY_WISH }, { "habit", SAY_HABIT }, { "names", SAY_NAMES },
	{ "paper", SAY_PAPER }, { "hour", SAY_HOUR }, { "did", SAY_DID }, { "give", SAY_GIVE }, { "body", SAY_BODY }, { "part", SAY_PART },
	{ "quote", SAY_QUOTE }, { NULL, 0 } };
static const struct class genders[] = { { "f", WOMAN }, { "m", MAN }, { NULL, 0 } };

struct role_table {
	struct role_words words;
	uint16_t *tags;
	struct role_word *slots;
	struct buf texts;
};

static size_t
count_rows(const char *file)
{
	struct table t = table_in(directory, file);
	size_t n = 0;

	while (table_row(&t, 2))
		n++;
	return n;
}

/* The slot of a word; a new one if it is not there. */
static struct role_word *
role_slot(struct role_table *r, struct str word)
{
	uint64_t hash = hash64(word);
	uint32_t i = (uint32_t)hash & r->words.mask;
	struct role_word *s;

	for (; r->tags[i]; i = (i + 1) & r->words.mask) {
		s = &r->slots[i];
		if (r->tags[i] == role_word_tag(hash) && str_eq(str_of(r->texts.p + s->text, s->n), word))
			return s;
	}
	if (r->texts.n + word.n > UINT16_MAX)
		err_die("too many words");
	r->tags[i] = role_word_tag(hash);
	r->slots[i] = (struct role_word) { (uint16_t)r->texts.n, (uint16_t)word.n, 0 };
	buf_str(&r->texts, word);
	word_filter_add(&r->words.filter, word);
	return &r->slots[i];
}

static void
print_role_table(const struct role_table *r, const char *name)
{
	const struct role_words *w = &r->words;

	printf("static const char %s_texts[] = {", name);
	for (size_t i = 0; i < r->texts.n; i++)
		printf("%d,%s", r->texts.p[i], i % 32 == 31 ? "\n" : "");
	printf("};\nstatic const uint16_t %s_tags[%u] = {\n", name, (unsigned)w->mask + 1);
	for (size_t i = 0; i <= w->mask; i++)
		if (r->tags[i])
			printf("[%zu] = %u,\n", i, r->tags[i]);
	printf("};\nstatic const struct role_word %s_slots[%u] = {\n", name, (unsigned)w->mask + 1);
	for (size_t i = 0; i <= w->mask; i++)
		if (r->tags[i])
			printf("[%zu] = { %u, %u, %u },\n", i, r->slots[i].text, r->slots[i].n, (unsigned)r->slots[i].word);
	printf(
	    "};\nconst struct role_words role_words_%s = { %s_tags, %s_slots, %s_texts, %u, ", name, name, name, name, (unsigned)w->mask);
	print_filter(&w->filter);
	printf(", ");
	print_filter(&w->abbreviations);
	printf(" };\n");
}

static void
make_role_words(const char *name, const char *file, const struct class *classes)
{
	size_t rows = count_rows(file);
	struct role_table r = { .words = { .mask = 255 } };
	struct table t = table_in(directory, file);

	while (r.words.mask < rows * 2)
		r.words.mask = r.words.mask * 2 + 1;
	r.tags = mem_new((size_t)r.words.mask + 1, sizeof *r.tags);
	r.slots = mem_new((size_t)r.words.mask + 1, sizeof *r.slots);
	while (table_row(&t, 2)) {
		uint32_t bits = (uint32_t)list_bits(&t, t.field[1], ',', classes);

		role_slot(&r, t.field[0])->word |= bits;
		if (classes == title_classes && bits & WORD_ABBR)
			word_filter_add(&r.words.abbreviations, t.field[0]);
	}
	print_role_table(&r, name);
}

/* --- words of dates: rows of a word, its classes and a number --- */

static const struct class date_classes[] = {
	{ "month", DATE_MONTH }, { "short-month", DATE_SHORT_MONTH }, { "weekday", DATE_WEEKDAY },
	{ "short-weekday", DATE_SHORT_WEEKDAY }, { "unit", DATE_UNIT }, { "units", DATE_UNITS }, { "season", DATE_SEASON },
	{ "day-word", DATE_DAY_WORD }, { "rel-now", DATE_REL_NOW }, { "rel-near", DATE_REL_NEAR },
	{ "rel-then", DATE_REL_THEN }, { "edge", DATE_EDGE }, { "compare", DATE_COMPARE }, { "ago", DATE_AGO },
	{ "before", DATE_BEFORE }, { "after", DATE_AFTER }, { "cardinal", DATE_CARDINAL }, { "ordinal", DATE_ORDINAL },
	{ "article", DATE_ARTICLE }, { "the", DATE_THE }, { "fiscal", DATE_FISCAL }, { "lead", DATE_LEAD },
	{ "function", DATE_FUNCTION }, { "set", DATE_SET }, { "of-year", DATE_OF_YEAR }, { "measure", DATE_MEASURE },
	{ "no-year", DATE_NO_YEAR }, { "future", DATE_FUTURE }, { "toward", DATE_TOWARD }, { "be", DATE_BE },
	{ "past", DATE_PAST }, { "present", DATE_PRESENT }, { "famous", DATE_FAMOUS },
	{ NULL, 0 },
};

static void
make_date_words(void)
{
	static struct date_key keys[DATE_SLOTS];
	static struct date_word words[DATE_SLOTS];
	struct word_filter filter = { { 0 } };
	struct table t = table_in(directory, "dates");
	size_t n = 0;

	while (table_row(&t, 3)) {
		struct str word = t.field[0];
		size_t i = date_place(keys, words, word);

		if (word.n > DATE_LONGEST || ++n > DATE_SLOTS / 2)
			table_die(&t, "a word of more than %d bytes, or too many words", DATE_LONGEST);
		keys[i] = date_key(word);
		words[i] = (struct date_word) { words[i].classes | list_bits(&t, t.field[1], ' ', date_classes), atoi(t.field[2].p),
			(uint32_t)word.n };
		word_filter_add(&filter, word);
	}
	printf("const struct date_key date_keys[DATE_SLOTS] = {\n");
	for (size_t i = 0; i < DATE_SLOTS; i++)
		if (words[i].n)
			printf("[%zu] = { 0x%llx, 0x%llx },\n", i, (unsigned long long)keys[i].a, (unsigned long long)keys[i].b);
	printf("};\nconst struct date_word date_words[DATE_SLOTS + 1] = {\n");
	for (size_t i = 0; i < DATE_SLOTS; i++)
		if (words[i].n)
			printf(
			    "[%zu] = { 0x%llx, %d, %u },\n", i, (unsigned long long)words[i].classes, words[i].value, (unsigned)words[i].n);
	printf("};\nconst struct word_filter date_filter = ");
	print_filter(&filter);
	printf(";\n");
}

/* --- syllables of names in Hangul: rows of a syllable and its weights, ascending --- */

static int
weight(const struct table *t, struct str field)
{
	char *end;
	long n = strtol(field.p, &end, 10);

	if (str_eq(field, STR("-")))
		return NO_SURNAME;
	if (end != field.p + field.n || n <= INT8_MIN || n > INT8_MAX)
		table_die(t, "'%.*s' is no weight", (int)field.n, field.p);
	return (int)n;
}

static void
make_hangul_weights(void)
{
	struct table t = table_in(directory, "hangul_names");
	size_t n = 0, len;
	uint32_t last = 0;

	printf("const struct hangul_weight hangul_weights[] = {\n");
	for (; table_row(&t, 5); n++) {
		uint32_t point = str_eq(t.field[0], STR("*")) ? 0 : utf8_point(t.field[0].p, t.field[0].n, &len);

		if ((n == 0) != (point == 0) || (n && point <= last))
			table_die(&t, "the row of * comes first, then syllables in ascending order");
		printf("{ %u, { %d, %d, %d, %d } },\n", (unsigned)point, weight(&t, t.field[1]), weight(&t, t.field[2]),
		    weight(&t, t.field[3]), weight(&t, t.field[4]));
		last = point;
	}
	printf("};\nconst size_t hangul_weights_n = %zu;\n", n);
}

int
main(int argc, char **argv)
{
	err_init(argv[0]);
	if (argc != 2)
		err_die("one operand: the folder of the tables");
	directory = argv[1];
	printf("/* Made by mkwords from %s. */\n#include \"date_table.h\"\n#include \"role_words.h\"\n#include \"words_table.h\"\n",
	    directory);
	make_words();
	make_role_words("titles", "role_word", title_classes);
	make_role_words("quotes", "quote_word", quote_classes);
	make_role_words("given", "quote_given", genders);
	make_date_words();
	make_hangul_weights();
	return fflush(stdout) || ferror(stdout) ? STATUS_ERROR : 0;
}
