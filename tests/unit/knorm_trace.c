/* The map between raw and clean text, the gaps, and the evidence at a line break. */
#include "breaks.h"
#include "gaps.h"
#include "trace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void
edits_that_touch_become_one(void **state)
{
	struct trace t = { 0 }, step = { 0 };

	(void)state;
	/* abcdef: bc became X (aXdef), then Xd became YY (aYYef). */
	trace_start(&t, 100, 106);
	trace_add(&t, (struct edit) { 101, 2, 1, 1, 1 });
	trace_add(&step, (struct edit) { 1, 2, 1, 2, 2 });
	trace_apply(&t, &step);
	assert_int_equal(t.n, 1);
	assert_int_equal(t.p[0].raw, 101);
	assert_int_equal(t.p[0].raw_n, 3);
	assert_int_equal(t.p[0].at, 1);
	assert_int_equal(t.p[0].n, 2);
	assert_int_equal(t.p[0].rules, 3);
	trace_free(&t);
	trace_free(&step);
}

static void
edits_apart_stay_apart(void **state)
{
	struct trace t = { 0 }, step = { 0 };

	(void)state;
	trace_start(&t, 0, 20);
	trace_add(&t, (struct edit) { 10, 2, 10, 0, 1 }); /* two bytes gone */
	trace_add(&step, (struct edit) { 2, 0, 2, 1, 2 }); /* then one put in before them */
	trace_apply(&t, &step);
	assert_int_equal(t.n, 2);
	assert_int_equal(t.p[0].raw, 2);
	assert_int_equal(t.p[1].raw, 10);
	assert_int_equal(t.p[1].at, 11);
	trace_free(&t);
	trace_free(&step);
}

static void
a_second_line_is_appended(void **state)
{
	struct trace t = { 0 }, next = { 0 };

	(void)state;
	trace_start(&t, 0, 5);
	trace_start(&next, 7, 12); /* CR LF lay between */
	trace_add(&next, (struct edit) { 10, 1, 3, 2, 1 });
	trace_append(&t, 5, 1, &next);
	assert_int_equal(t.n, 2);
	assert_int_equal(t.p[0].raw, 5);
	assert_int_equal(t.p[0].raw_n, 2);
	assert_int_equal(t.p[0].n, 1);
	assert_int_equal(t.p[1].at, 9);
	assert_int_equal(t.end, 12);
	trace_free(&t);
	trace_free(&next);
}

static void
spaces_are_missing_after_stops_alone(void **state)
{
	static const struct {
		const char *line;
		const char *at; /* what the space is missing before; NULL: nowhere */
	} cases[] = { { "on Tuesday.The next.", "The" }, { "the U.S. Army", NULL }, { "the U.S.-led", NULL }, { "en.yna.co.kr", NULL },
		{ "at 3 p.m.The,", "The" }, { "Staff(JCS)", "(JCS" }, { "word(s)", NULL }, { "(10.30)", NULL }, { "N.Korea", NULL },
		{ "in 2019.Nobody!", "Nobody" },
		{ "on Tuesday.World News", NULL }, { "www.Example.Org", NULL }, { "a@Mail.Example", NULL } };

	(void)state;
	for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
		struct str s = str_z(cases[c].line);
		size_t found = 0;

		for (size_t i = 1; i < s.n && !found; i++)
			found = gap_before(s, i, false) ? i : 0;
		if (cases[c].at)
			assert_true(found && str_starts(str_from(s, found), str_z(cases[c].at)));
		else
			assert_int_equal(found, 0);
	}
}

static void
halves_of_words_are_known(void **state)
{
	(void)state;
	assert_true(has_fragment(STR("have been sent t"), STR("o train")));
	assert_true(has_fragment(STR("in a sep"), STR("arate release")));
	assert_true(has_fragment(STR("Minister Kosiniak-K"), STR("amysz said")));
	assert_true(has_fragment(STR("answered. Ru"), STR("ssian President")));
	assert_false(has_fragment(STR("said the"), STR("school and the throne")));
	assert_false(has_fragment(STR("the end of"), STR("the month")));
	assert_false(has_fragment(STR("at 3"), STR("p.m. local time")));
	assert_false(has_fragment(STR("South"), STR("Korean")));
}

static void
crawlers_cut_after_1022_characters(void **state)
{
	(void)state;
	assert_true(is_chunk_end(1022, 80));
	assert_true(is_chunk_end(2045, 80));
	assert_false(is_chunk_end(1023, 80));
	assert_true(is_chunk_end(5000, 1022)); /* behind another file */
	assert_false(is_chunk_end(0, 80));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(edits_that_touch_become_one), cmocka_unit_test(edits_apart_stay_apart),
		cmocka_unit_test(a_second_line_is_appended), cmocka_unit_test(spaces_are_missing_after_stops_alone),
		cmocka_unit_test(halves_of_words_are_known), cmocka_unit_test(crawlers_cut_after_1022_characters) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
