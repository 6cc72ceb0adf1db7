/* The normal form: spellings that must be one, and spellings that must not. */
#include "base64.h"
#include "sketch.h"
#include "words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static const struct {
	const char *a, *b;
} same[] = {
	{ "The U.S. and S. Korea", "the US and S Korea" },
	{ "at 9 a.m. on Aug. 3", "at 9 am on August 3" },
	{ "Moon Jae-in's plan", "MOON JAE IN\xE2\x80\x99s plan" },
	{ "a \"firm\" posture", "a \xE2\x80\x9C" "firm\xE2\x80\x9D posture" },
	{ "1,234,567 won", "1234567 won" },
	{ "rose 4.5%", "rose 4.5 percent" },
	{ "seventeen miners", "17 miners" },
	{ "since 2012.Go on", "since 2012. Go on" },
	{ "Hwasong\xE2\x80\x91" "17", "Hwasong-17" },
	{ "zero\xE2\x80\x8Bwidth and soft\xC2\xADhyphen", "zerowidth and softhyphen" },
	{ "Caf\xC3\xA9", "Cafe\xCC\x81" },
	{ "\xEF\xBC\x92\xEF\xBC\x90 times", "20 times" },
	{ "\xED\x95\x9C\xEA\xB5\xAD", "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xAE\xE1\x86\xA8" },
	{ "defence programme", "defense program" },
	{ "Mr. Park said", "Park said" },
	{ "a  b\n\nc", "a b c" },
};

static const struct {
	const char *a, *b;
} different[] = {
	{ "4.5 points", "45 points" },
	{ "1,23 won", "123 won" },
	{ "N.Korea", "NKorea" },
	{ "It ended. She left", "It endedShe left" },
	{ "17 miners", "18 miners" },
	{ "a b", "b a" },
};

static struct hash128
hash_of(const char *text)
{
	struct words w = { 0 };
	struct hash128 h;

	words_add(&w, str_z(text));
	h = words_hash(&w);
	words_free(&w);
	return h;
}

static void
test_folding(void **unused)
{
	(void)unused;
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		if (hash_of(same[i].a).low != hash_of(same[i].b).low)
			fail_msg("'%s' is not '%s'", same[i].a, same[i].b);
	for (size_t i = 0; i < sizeof different / sizeof *different; i++)
		if (hash_of(different[i].a).low == hash_of(different[i].b).low)
			fail_msg("'%s' is '%s'", different[i].a, different[i].b);
}

static void
test_datelines(void **unused)
{
	static const struct {
		const char *text, *rest;
	} cases[] = {
		{ "SEOUL, Nov. 4 (Wire) -- The army", "The army" },
		{ "SEOUL/TOKYO (Wire) - The army", "The army" },
		{ "BUSAN, South Korea \xE2\x80\x94 The army", "The army" },
		{ "Paju (Wire) \xE2\x80\x94 The army", "The army" },
		{ "The army - which was late - left", "The army - which was late - left" },
		{ "NK soldiers\n - left", "NK soldiers\n - left" },
		{ "SEOUL -- ", "" },
		{ "", "" },
	};

	(void)unused;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_true(str_eq(words_skip_dateline(str_z(cases[i].text)), str_z(cases[i].rest)));
}

static void
test_hostile_text(void **unused)
{
	static const char *const texts[] = { "\xCA\xBC", "\xCA\xBC\xCA\xBC x", "'", "...", ",", "1,", "1.", "a.", "a.b", "%",
		"\xE2\x80\x99", "\xE2\x80\x99s", "x\xE2\x80\x99", "\xCC\x81", "\xF0\x9F\x98\x80", "\xFF\xFE", "a\xFF" };
	struct words w = { 0 };

	(void)unused;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		words_add(&w, str_z(texts[i]));
	words_add(&w, str_of("a\0b", 3));
	words_free(&w);
}

static void
test_sets(void **unused)
{
	struct set s = { 0 };

	(void)unused;
	for (uint32_t i = 0; i < 200000; i++)
		set_add(&s, i * 2654435761u >> (i % 3 ? 0 : 20)); /* crowded at the low end */
	set_sort(&s);
	for (size_t i = 1; i < s.n; i++)
		assert_true(s.v[i - 1] < s.v[i]);
	s.n = 0;
	for (uint32_t i = 0; i < 3000; i++)
		set_add(&s, (3000 - i) % 1000); /* all in one bucket, backwards, thrice */
	set_sort(&s);
	assert_int_equal(s.n, 1000);
	assert_int_equal(s.v[999], 999);
	assert_int_equal(set_shared(s.v, s.n, s.v + 500, 500), 500);
	assert_int_equal(set_shared(s.v, 0, s.v, 5), 0);
	free(s.v);
}

static void
test_base64(void **unused)
{
	const uint32_t numbers[] = { 0, 1, 0xFFFFFFFF, 0x12345678, 7, 8, 9 };

	(void)unused;
	for (size_t n = 0; n <= 7; n++) {
		struct buf b = { 0 };
		struct set s = { 0 };

		base64_put(&b, numbers, n);
		assert_true(base64_take(&s, buf_view(&b)));
		assert_int_equal(s.n, n);
		assert_memory_equal(s.v ? s.v : numbers, numbers, n * sizeof *numbers);
		if (n) {
			assert_false(base64_take(&s, str_of(b.p, b.n - 1)));
			b.p[0] = '*';
			assert_false(base64_take(&s, buf_view(&b)));
		}
		buf_free(&b);
		free(s.v);
	}
}

static void
test_days(void **unused)
{
	(void)unused;
	assert_int_equal(day_of(STR("1970-01-02")), 1);
	assert_int_equal(day_of(STR("2024-11-28T07:37+09:00")), 20055);
	assert_int_equal(day_of(STR("2024-11")), NO_DAY);
	assert_int_equal(day_of(STR("2024-13-01")), NO_DAY);
	assert_int_equal(day_of(STR("")), NO_DAY);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_folding),
		cmocka_unit_test(test_datelines),
		cmocka_unit_test(test_hostile_text),
		cmocka_unit_test(test_sets),
		cmocka_unit_test(test_base64),
		cmocka_unit_test(test_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
