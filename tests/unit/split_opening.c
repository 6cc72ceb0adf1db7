/* How a story's first and last lines read: lines that could be half a sentence. */
#include "split_opening.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
halves(void **state)
{
	(void)state;
	assert_true(opening_half(STR("He said the crew had tracked the missiles in rea")));
	assert_true(opening_half(STR("정부는 미사일을 발사한 것은 도발이라고 규정하고 대책을")));
	assert_false(opening_half(STR("Allies to hold naval drill off Busan")));
	assert_false(opening_half(STR("He said so.")));
}

/* Nothing stands before a line's first word. */
static void
shorter_than_a_word(void **state)
{
	(void)state;
	assert_false(opening_half(STR("")));
	assert_false(opening_half(STR("l")));
	assert_false(opening_half(STR("il")));
	assert_false(opening_half(STR("on")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(halves),
		cmocka_unit_test(shorter_than_a_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
