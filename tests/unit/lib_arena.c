/* Large arrays grow with their block, and can be given back before the record is. */
#include "arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { ITEMS = 1 << 20 };

/* Two that grow in turns, among small pieces. */
static void
grows(void **state)
{
	struct arena a = { 0 };
	uint32_t *one = NULL, *two = NULL;
	size_t one_cap = 0, two_cap = 0;

	(void)state;
	for (int round = 0; round < 2; round++) {
		one = two = NULL;
		one_cap = two_cap = 0;
		for (uint32_t i = 0; i < ITEMS; i++) {
			struct str piece;

			one = arena_grow(&a, one, i, &one_cap, sizeof *one);
			two = arena_grow(&a, two, i, &two_cap, sizeof *two);
			one[i] = i;
			two[i] = ~i;
			piece = arena_str(&a, STR("piece"));
			assert_memory_equal(piece.p, "piece", piece.n);
		}
		for (uint32_t i = 0; i < ITEMS; i++) {
			assert_int_equal(one[i], i);
			assert_int_equal(two[i], ~i);
		}
		arena_reset(&a);
	}
	arena_free(&a);
}

static void
drops(void **state)
{
	struct arena a = { 0 };
	char *small = arena_alloc(&a, 8), *large = arena_alloc(&a, ITEMS * 4), *last;

	(void)state;
	memcpy(small, "a piece", 8);
	last = arena_alloc(&a, ITEMS * 2);
	memset(last, 'x', ITEMS * 2);
	arena_drop(&a, NULL);
	arena_drop(&a, small);
	arena_drop(&a, large);
	arena_drop(&a, last); /* the next pieces would come from there: it stays */
	assert_string_equal(small, "a piece");
	assert_int_equal(last[ITEMS], 'x');
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(grows), cmocka_unit_test(drops) };

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
