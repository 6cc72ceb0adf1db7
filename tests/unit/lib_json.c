/* The strict JSON reader: what RFC 8259 allows is accepted, what it forbids is refused, and values come back verbatim. */
#include "json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>

#define S(literal) { literal, sizeof literal - 1 }

static const struct str accepted[] = {
	S("{}"), S("[]"), S(" \t\r\n[ ] "), S("\"\""), S("0"), S("-0"), S("-1"), S("10"), S("1.5"), S("1e9"), S("1E+9"),
	S("-2.50e-7"), S("true"), S("false"), S("null"), S("[1,2]"), S("[[],{}]"), S("{\"a\":1}"), S("{\"a\":{\"a\":[]}}"),
	S("{\"a\":1,\"a\":2}"), S("{\"\":0}"), S("[\"\\u0000\"]"), S("[\"\\ud83d\\ude00\"]"), S("[\"\\ud800\"]"),
	S("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]"), S("[\"\xed\x95\x9c\"]"), S("[\"\xf0\x9f\x98\x80\"]"), S("[\"\x7f\"]"),
	S("[\"\xe2\x80\xa8\"]"), S("[\"\xf4\x8f\xbf\xbf\"]"), S("[123456789012345678901234567890]"), S("[1.0e-999]"),
	S("[\"a string of more than sixteen bytes, so that blocks are met\"]"),
};

static const struct str refused[] = {
	S(""), S(" "), S("["), S("]"), S("{"), S("}"), S("[,]"), S("[1,]"), S("[,1]"), S("[1 2]"), S("[1,,2]"), S("[[]"),
	S("[]]"), S("[1]x"), S("{]"), S("[}"), S("{\"a\"}"), S("{\"a\":}"), S("{\"a\":1,}"), S("{,}"), S("{a:1}"), S("{1:1}"),
	S("{'a':1}"), S("{\"a\" 1}"), S("{\"a\":1 \"b\":2}"), S("{\"a\":1,,\"b\":2}"), S("{\"a\":1}{"), S("{null:1}"),
	S("01"), S("-01"), S("-"), S("+1"), S("1."), S(".5"), S("1.e5"), S("1e"), S("1e+"), S("0x1"), S("1a"), S("- 1"),
	S("NaN"), S("Infinity"), S("-Infinity"), S("tru"), S("True"), S("nul"), S("falsey"), S("\""), S("\"a"), S("'a'"),
	S("\"\\\""), S("\"\\x41\""), S("\"\\u12\""), S("\"\\u12G4\""), S("\"\\U1234\""), S("\"\\\0\""), S("\"\n\""),
	S("\"\t\""), S("\"\0\""), S("\"\x1f\""), S("\"\x80\""), S("\"\xc0\xaf\""), S("\"\xed\xa0\x80\""),
	S("\"\xf4\x90\x80\x80\""), S("\"\xe2\x82\""), S("\"\xff\""), S("[\xa0]"), S("\xef\xbb\xbf{}"), S("[1]\0"), S("\0"),
	S("/* c */ 1"), S("[1] // c"), S("[\"a\"\f]"), S("{\"a\":\"b\"}#"), S("[\"a\",\n4\n,1,"), S("<.>"), S("a"),
};

static void
accepts_what_is_json(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++)
		if (json_check(accepted[i]))
			fail_msg("refused: %s", accepted[i].p);
}

static void
refuses_what_is_not(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		if (!json_check(refused[i]))
			fail_msg("accepted number %zu: %s", i, refused[i].p);
}

/* Every input is read from a heap block of its own size, so that AddressSanitizer sees a read behind its end. */
static void
reads_nothing_behind_the_end(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++) {
		for (size_t n = 0; n <= accepted[i].n; n++) {
			char *p = malloc(n ? n : 1);

			memcpy(p, accepted[i].p, n);
			json_check(str_of(p, n));
			free(p);
		}
	}
}

static void
bounds_nesting_without_recursion(void **state)
{
	size_t n = 4 * JSON_DEPTH;
	char *p = malloc(n);

	(void)state;
	memset(p, '[', n / 2);
	memset(p + n / 2, ']', n / 2);
	assert_non_null(json_check(str_of(p, n)));
	assert_null(json_check(str_of(p + n / 2 - JSON_DEPTH, 2 * JSON_DEPTH)));
	free(p);
}

static void
slices_members_verbatim(void **state)
{
	struct str line = STR(" { \"a\" : 1.50 , \"b\":[ 1 ] ,\"c\":\"x\\u0041\"} "), key, value;
	struct json j;
	struct arena a = { 0 };

	(void)state;
	json_open(&j, line, '{');
	assert_true(json_member(&j, &key, &value));
	assert_true(str_eq(key, STR("\"a\"")) && str_eq(value, STR("1.50")));
	assert_true(json_member(&j, &key, &value));
	assert_true(str_eq(value, STR("[ 1 ]")));
	assert_true(json_member(&j, &key, &value));
	assert_true(str_eq(json_text(value, &a), STR("xA")));
	assert_false(json_member(&j, &key, &value));
	assert_null(j.error);
	arena_free(&a);
}

static void
decodes_and_encodes_strings(void **state)
{
	static const struct {
		struct str raw, text;
	} rows[] = {
		{ S("\"\""), S("") },
		{ S("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), S("\"\\/\b\f\n\r\t") },
		{ S("\"\\u0000a\""), S("\0a") },
		{ S("\"\\ud55c\\uAE00\""), S("한글") },
		{ S("\"\\ud83d\\ude00\""), S("😀") },
		{ S("\"\\ud83dx\\ude00\\ud800\""), S("\xef\xbf\xbdx\xef\xbf\xbd\xef\xbf\xbd") },
	};
	struct arena a = { 0 };
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_true(str_eq(json_text(rows[i].raw, &a), rows[i].text));
	json_put(&b, str_of("a\"\\\n\x01\x1f\x7f/한", 11));
	assert_true(str_eq(buf_view(&b), STR("\"a\\\"\\\\\\n\\u0001\\u001f\x7f/한\"")));
	buf_free(&b);
	arena_free(&a);
}

static void
reads_integers(void **state)
{
	int64_t v;

	(void)state;
	assert_true(json_int(STR("42"), &v) && v == 42);
	assert_true(json_int(STR("-7"), &v) && v == -7);
	assert_false(json_int(STR("4.0"), &v));
	assert_false(json_int(STR("\"4\""), &v));
	assert_false(json_int(STR("99999999999999999999"), &v));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(accepts_what_is_json),
		cmocka_unit_test(refuses_what_is_not),
		cmocka_unit_test(reads_nothing_behind_the_end),
		cmocka_unit_test(bounds_nesting_without_recursion),
		cmocka_unit_test(slices_members_verbatim),
		cmocka_unit_test(decodes_and_encodes_strings),
		cmocka_unit_test(reads_integers),
	};

	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
