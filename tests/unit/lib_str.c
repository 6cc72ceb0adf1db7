/* Searching in strings against the plain way, at every length round the blocks. */
#include "buf.h"
#include "normal.h"
#include "str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>

static size_t
plain_find(struct str s, struct str needle, size_t from)
{
	for (; from + needle.n <= s.n; from++)
		if (memcmp(s.p + from, needle.p, needle.n) == 0)
			return from;
	return s.n;
}

/* Two letters only, so that near hits are frequent; each text in a heap block of its own size. */
static void
finds_what_the_plain_way_finds(void **state)
{
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct str s, needle;
		char *p, sought[5];

		seed = seed * 1103515245u + 12345;
		s.n = seed >> 16 & 63;
		needle.n = 1 + (seed >> 22) % 5;
		p = malloc(s.n ? s.n : 1);
		for (size_t i = 0; i < s.n; i++) {
			seed = seed * 1103515245u + 12345;
			p[i] = (char)('a' + (seed >> 20 & 1));
		}
		for (size_t i = 0; i < needle.n; i++) {
			seed = seed * 1103515245u + 12345;
			sought[i] = (char)('a' + (seed >> 20 & 1));
		}
		s.p = p;
		needle.p = sought;
		for (size_t from = 0; from <= s.n; from += 7)
			assert_int_equal(str_find(s, needle, from), plain_find(s, needle, from));
		free(p);
	}
	assert_int_equal(str_find(STR("abc"), STR(""), 1), 1);
	assert_int_equal(str_find(STR(""), STR("a"), 0), 0);
}

static void
cuts_and_trims(void **state)
{
	struct str rest = STR("a\t\tb");

	(void)state;
	assert_true(str_eq(str_cut(&rest, '\t'), STR("a")));
	assert_true(str_eq(str_cut(&rest, '\t'), STR("")));
	assert_true(str_eq(str_cut(&rest, '\t'), STR("b")));
	assert_null(rest.p);
	assert_true(str_eq(str_trim(STR(" \t a b\r\n")), STR("a b")));
	assert_true(str_starts_nocase(STR("Seoul"), STR("sEO")));
	assert_false(str_eq_nocase(STR("Seoul"), STR("Seou")));
	assert_true(str_cmp(STR("a"), STR("ab")) < 0);
}

static void
folds_to_the_normal_form(void **state)
{
	static const char *const rows[][2] = {
		{ "", "" }, { " ,. ", "" }, { "A  b,,C", "a b c" }, { "\u201cYes\u201d \u2014 no", "yes no" },
		{ "Cafe\u0301", "caf\u00e9" }, { "CAF\u00c9", "caf\u00e9" }, { "\uff21\uff22", "ab" }, { "한국 \u2014", "한국" },
		{ "Stra\u00dfe", "strasse" }, { "a\u00adb", "ab" }, { "x\u0301", "x\u0301" },
	};
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		b.n = 0;
		buf_str(&b, STR("before "));
		normal_form(&b, str_z(rows[i][0]));
		if (!str_eq(str_from(buf_view(&b), 7), str_z(rows[i][1])))
			fail_msg("row %zu: %.*s", i, (int)b.n, b.p);
	}
	for (size_t n = 1; n < 200; n++) { /* a run of any length */
		struct buf run = { 0 };

		for (size_t i = 0; i < n; i++)
			buf_str(&run, STR("\u00c9"));
		b.n = 0;
		normal_form(&b, buf_view(&run));
		assert_int_equal(b.n, 2 * n);
		for (size_t i = 0; i < n; i++)
			assert_memory_equal(b.p + 2 * i, "\u00e9", 2);
		buf_free(&run);
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_the_plain_way_finds),
		cmocka_unit_test(cuts_and_trims),
		cmocka_unit_test(folds_to_the_normal_form),
	};

	return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
