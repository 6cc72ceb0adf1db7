/* The words of titles, and phrases cut out of running text. */
#include "role_korean.h"
#include "role_title.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct role_words *const words = &role_words_titles;

static void
test_words(void **state)
{
	(void)state;
	assert_true(role_word(words, STR("Minister")) & WORD_HEAD);
	assert_true(role_word(words, STR("ministers")) & WORD_PLURAL);
	assert_true(role_word(words, STR("secretaries")) & WORD_PLURAL);
	assert_false(role_word(words, STR("minister")) & WORD_PLURAL);
	assert_true(role_word(words, STR("then-President")) & WORD_HEAD);
	assert_true(role_word(words, STR("vice\xe2\x80\x91minister")) & WORD_HEAD);
	assert_true(role_word(words, STR("Gen.")) & WORD_RANK);
	assert_int_equal(role_word(words, STR("said")) & WORD_HEAD, 0);
	assert_int_equal(role_word(words, STR("")), 0);
	assert_int_equal(role_word(words, STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")), 0);
	assert_int_equal(role_word_exact(words, STR("ministers")), 0);
}

/* The text as units, without mentions. */
static struct units
units_of(struct doc *d, struct arena *arena, const char *text)
{
	struct units us;

	*d = (struct doc) { .arena = arena, .text = str_z(text), .field = STR("text") };
	doc_tokens(d);
	units_build(&us, d, words);
	return us;
}

static void
test_units(void **state)
{
	static const struct {
		const char *text;
		size_t n;
	} rows[] = {
		{ "Lt. Gen. came", 3 },          /* a stop belongs to its abbreviation */
		{ "the U.S. base", 3 },          /* initials */
		{ "then-President x", 2 },       /* hyphens join */
		{ "Seoul's base", 3 },           /* a possessive is a unit */
		{ "J. Berg", 2 },
		{ "the minister.", 3 },          /* a full stop is one */
		{ "", 0 },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct doc d;
		struct units us = units_of(&d, &arena, rows[i].text);
		if (us.n != rows[i].n)
			fail_msg("%s: %zu units", rows[i].text, us.n);
	}
	arena_free(&arena);
}

static void
test_title_after(void **state)
{
	static const char *const rows[][2] = {
		{ "deputy minister for policy, said", "deputy minister for policy" },
		{ "a visiting research fellow of the x", "visiting research fellow" },
		{ "professor of political science at x", "professor of political science" },
		{ "the assistant attorney general, said", "assistant attorney general" },
		{ "a prominent lawyer for the family", "lawyer" },
		{ "chief of staff for policy, said", "chief of staff for policy" },
		{ "the brother of x", NULL },
		{ "speaking as president", NULL },
		{ "which is led by ministers", NULL },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct doc d;
		struct units us = units_of(&d, &arena, rows[i][0]);
		struct title t;
		bool found = title_after(&us, 0, &t);

		if (!rows[i][1]) {
			if (found)
				fail_msg("%s: a title", rows[i][0]);
			continue;
		}
		struct str s = found ? unit_span(&us, t.first, t.end) : STR("none");
		if (!str_eq(s, str_z(rows[i][1])))
			fail_msg("%s: %.*s", rows[i][0], (int)s.n, s.p);
	}
	arena_free(&arena);
}

static void
test_title_before(void **state)
{
	static const char *const rows[][2] = {
		{ "met Defense Minister ", "Defense Minister" },
		{ "met Vice Unification Minister ", "Vice Unification Minister" },
		{ "by Director General ", "Director General" },
		{ "of Secretary of State ", "Secretary of State" },
		{ "Chief of Naval Operations Rear Adm. ", "Rear Adm." },
		{ "said that ", NULL },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct doc d;
		struct units us = units_of(&d, &arena, rows[i][0]);
		struct title t;
		bool found = title_before(&us, us.n, &t);
		struct str s = found ? unit_span(&us, t.first, t.end) : str_of(NULL, 0);

		if (!str_eq(s, str_z(rows[i][1])))
			fail_msg("%s: %.*s", rows[i][0], (int)s.n, s.p);
	}
	arena_free(&arena);
}

static void
test_korean(void **state)
{
	(void)state;
	assert_int_equal(korean_head(words, STR("장관은")), strlen("장관"));
	assert_int_equal(korean_head(words, STR("작전본부장은")), strlen("작전본부장"));
	assert_int_equal(korean_head(words, STR("대통령")), strlen("대통령"));
	assert_int_equal(korean_head(words, STR("기자는")), 0);
	assert_int_equal(korean_head(words, STR("확성기를")), 0);
	assert_true(str_eq(korean_stem(STR("당국자는")), STR("당국자")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_units),
		cmocka_unit_test(test_title_after),
		cmocka_unit_test(test_title_before),
		cmocka_unit_test(test_korean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
