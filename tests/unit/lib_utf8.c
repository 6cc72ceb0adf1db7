/* UTF-8 by table 3-7 and the maximal subparts of table 3-8 of Unicode 15; the calendar against known days. */
#include "cal.h"
#include "utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void
every_code_point_goes_round(void **state)
{
	(void)state;
	for (uint32_t c = 0; c < 0x110000; c++) {
		char p[4];
		size_t n = utf8_encode(p, c), len;
		bool surrogate = c >= 0xD800 && c < 0xE000;

		assert_int_equal(utf8_decode(p, n, &len), surrogate ? UTF8_BAD : c);
		if (!surrogate) {
			assert_int_equal(len, n);
			assert_int_equal(utf8_before(p, n, &len), c);
			assert_int_equal(utf8_cut(str_of(p, n)), 0);
			for (size_t cut = 1; cut < n; cut++)
				assert_int_equal(utf8_cut(str_of(p, cut)), cut);
		}
	}
}

static void
ill_formed_bytes_are_cut_into_maximal_subparts(void **state)
{
	static const struct {
		struct str bytes;
		size_t parts[6];
	} rows[] = {
		{ { "\xC0\xAF\xE0\x80\xBF", 5 }, { 1, 1, 1, 1, 1 } },
		{ { "\xED\xA0\x80", 3 }, { 1, 1, 1 } },
		{ { "\xF4\x91\x92\x93", 4 }, { 1, 1, 1, 1 } },
		{ { "\xE1\x80\xE2\xF0\x91\x92", 6 }, { 2, 1, 3 } },
		{ { "\xF1\xBF\x41", 3 }, { 2, 1 } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str s = rows[i].bytes;

		for (size_t k = 0; s.n; k++) {
			size_t len;

			utf8_decode(s.p, s.n, &len);
			assert_int_equal(len, rows[i].parts[k]);
			s = str_from(s, len);
		}
	}
}

static void
counts_and_checks_over_block_edges(void **state)
{
	char text[64];

	(void)state;
	for (size_t pad = 0; pad < 40; pad++) {
		struct str s = str_of(text, pad + 3);

		memset(text, 'a', sizeof text);
		memcpy(text + pad, "\xED\x95\x9C", 3);
		assert_int_equal(utf8_valid(s), s.n);
		assert_int_equal(utf8_count(s), pad + 1);
		assert_int_equal(utf8_ascii(s), pad);
		assert_int_equal(utf8_offset(s, pad), pad);
		text[pad + 2] = 'x';
		assert_int_equal(utf8_valid(s), pad);
	}
}

static void
the_calendar_knows_its_days(void **state)
{
	int year;

	(void)state;
	assert_int_equal(cal_days((struct cal) { 1970, 1, 1 }), 0);
	assert_int_equal(cal_days((struct cal) { 2000, 3, 1 }), 11017);
	for (long d = -200000; d < 200000; d++)
		assert_int_equal(cal_days(cal_date(d)), d);
	assert_int_equal(cal_weekday(cal_days((struct cal) { 2025, 11, 4 })), 2);
	assert_int_equal(cal_week(cal_days((struct cal) { 2025, 11, 2 }), &year), 44);
	assert_int_equal(cal_week(cal_days((struct cal) { 2027, 1, 1 }), &year), 53);
	assert_int_equal(year, 2026);
	assert_false(cal_valid((struct cal) { 2025, 2, 29 }));
	assert_true(cal_valid((struct cal) { 2024, 2, 29 }));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_point_goes_round),
		cmocka_unit_test(ill_formed_bytes_are_cut_into_maximal_subparts),
		cmocka_unit_test(counts_and_checks_over_block_edges),
		cmocka_unit_test(the_calendar_knows_its_days),
	};

	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
