/* Lengths, words and offsets against plain loops that need no cleverness. */
#include "json.h"
#include "length.h"
#include "points.h"
#include "utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static uint64_t seed = 1;

static unsigned
pick(unsigned n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % n;
}

/* Text of n random pieces. */
static void
fill(struct buf *b, size_t n)
{
	static const char *const pieces[] = { "a", "word", " ", "\n", "\t", "é", "한", "🚀", "“", "\"", "\\", "\x01", "xyz ", "  " };

	b->n = 0;
	while (n--)
		buf_str(b, str_z(pieces[pick(sizeof pieces / sizeof *pieces)]));
}

static size_t
slow_words(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += !strchr(" \t\n\v\f\r", s.p[i]) && (i == 0 || strchr(" \t\n\v\f\r", s.p[i - 1]));
	return n;
}

static void
measures_random_texts(void **state)
{
	struct buf text = { 0 }, raw = { 0 };

	(void)state;
	for (int i = 0; i < 3000; i++) {
		fill(&text, pick(i % 100 ? 60 : 9000));
		raw.n = 0;
		json_put(&raw, buf_view(&text));
		assert_int_equal(length_of(buf_view(&raw)), utf8_count(buf_view(&text)));
		assert_int_equal(length_words(buf_view(&text)), slow_words(buf_view(&text)));
	}
	buf_free(&text);
	buf_free(&raw);
}

static void
measures_escapes(void **state)
{
	(void)state;
	assert_int_equal(length_of(str_of(NULL, 0)), 0);
	assert_int_equal(length_of(STR("\"\"")), 0);
	assert_int_equal(length_of(STR("\"\\u00e9\"")), 1);
	assert_int_equal(length_of(STR("\"\\ud83d\\ude80\"")), 1);
	assert_int_equal(length_of(STR("\"\\uD83D\\uDE80x\"")), 2);
	assert_int_equal(length_of(STR("\"\\ud83d\"")), 1);
	assert_int_equal(length_of(STR("\"\\ude80\\ud83d\"")), 2);
	assert_int_equal(length_of(STR("\"\\ud83d\\u0041\"")), 2);
	assert_int_equal(length_of(STR("\"\\\\ud83d\\\\ude80\"")), 12);
}

static void
slices_anywhere(void **state)
{
	struct arena arena = { 0 };
	struct buf text = { 0 };
	struct points p;

	(void)state;
	fill(&text, 2000);
	points_open(&p, &arena, buf_view(&text));
	assert_int_equal(p.length, utf8_count(buf_view(&text)));
	for (int i = 0; i < 2000; i++) {
		size_t start = pick((unsigned)p.length + 1), end = start + pick((unsigned)(p.length - start) + 1);
		struct str got = points_slice(&p, start, end);
		size_t from = utf8_offset(buf_view(&text), start);

		assert_ptr_equal(got.p, text.p + from);
		assert_int_equal(utf8_count(got), end - start);
	}
	points_open(&p, &arena, STR(""));
	assert_int_equal(points_slice(&p, 0, 0).n, 0);
	arena_free(&arena);
	buf_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(measures_random_texts),
		cmocka_unit_test(measures_escapes),
		cmocka_unit_test(slices_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
