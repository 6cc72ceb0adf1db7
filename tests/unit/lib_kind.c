/* Articles, text or neither, by the first bytes. */
#include "kind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void
tells_other_layouts(void **state)
{
	static const struct {
		const char *text;
		enum kind is, all; /* `all`: nothing follows */
	} rows[] = {
		{ "", KIND_TEXT, KIND_TEXT },
		{ "text", KIND_TEXT, KIND_TEXT },
		{ "{\"a\":1}", KIND_UNSURE, KIND_ARTICLES },
		{ "{\"a\":1}\n", KIND_ARTICLES, KIND_ARTICLES },
		{ "{\"a\":1}\r\ntext", KIND_ARTICLES, KIND_ARTICLES },
		{ "{}\n", KIND_ARTICLES, KIND_ARTICLES },
		{ "{ \"a\"", KIND_UNSURE, KIND_ARTICLES },
		{ "{\"a\":\n", KIND_UNSURE, KIND_ARTICLES },
		{ "{\"a\":\n\n{", KIND_ARTICLES, KIND_ARTICLES },
		{ "{\"a\":\n\ntext", KIND_TEXT, KIND_TEXT },
		{ "{Photo: the pier}", KIND_TEXT, KIND_TEXT },
		{ "{\r\n\t\"a\"", KIND_OTHER, KIND_OTHER },
		{ "{\n", KIND_UNSURE, KIND_TEXT },
		{ "[", KIND_UNSURE, KIND_TEXT },
		{ "[ A note ]", KIND_TEXT, KIND_TEXT },
		{ "[{", KIND_UNSURE, KIND_TEXT },
		{ "[{x", KIND_TEXT, KIND_TEXT },
		{ "[\n{ \"a\"", KIND_OTHER, KIND_OTHER },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *why;

		assert_int_equal(kind_of(str_z(rows[i].text), false, &why), rows[i].is);
		assert_int_equal(kind_of(str_z(rows[i].text), true, &why), rows[i].all);
		assert_true((rows[i].all == KIND_OTHER || (rows[i].all == KIND_TEXT && *rows[i].text == '{')) == (why != NULL));
	}
}

static void
tells_files_that_are_no_text(void **state)
{
	static const struct {
		const char *bytes;
		enum kind is, all;
	} rows[] = {
		{ "\x1F", KIND_UNSURE, KIND_TEXT },
		{ "\x1F\x8B\x08", KIND_OTHER, KIND_OTHER },
		{ "P", KIND_UNSURE, KIND_TEXT },
		{ "PK", KIND_UNSURE, KIND_TEXT },
		{ "PK is a name of his", KIND_TEXT, KIND_TEXT },
		{ "PK\x03\x04", KIND_OTHER, KIND_OTHER },
		{ "%PDF-1.7", KIND_OTHER, KIND_OTHER },
		{ "From: <Saved by Blink>", KIND_OTHER, KIND_OTHER },
		{ "From: <kim@paper.example>", KIND_TEXT, KIND_TEXT },
		{ "{\\rtf1", KIND_OTHER, KIND_OTHER },
		{ "<!DOCTYPE HTML>\n<", KIND_OTHER, KIND_OTHER },
		{ "<html lang='ko'>", KIND_UNSURE, KIND_TEXT },
		{ "<html lang='ko'><body>", KIND_OTHER, KIND_OTHER },
		{ "<?xml version=\"1.0\"?>\nTalks open in Seoul", KIND_TEXT, KIND_TEXT },
		{ "<htm", KIND_UNSURE, KIND_TEXT },
		{ "<b>Seoul</b>", KIND_TEXT, KIND_TEXT },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str s = str_z(rows[i].bytes);
		const char *why;

		assert_int_equal(kind_of(s, false, &why), rows[i].is);
		assert_int_equal(kind_of(s, true, &why), rows[i].all);
		assert_true(kind_is_file(s) == (rows[i].all == KIND_OTHER));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_other_layouts),
		cmocka_unit_test(tells_files_that_are_no_text),
	};

	return cmocka_run_group_tests_name("kind", tests, NULL, NULL);
}
