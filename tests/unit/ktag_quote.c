/* Stretches between quotation marks, sound and damaged. */
#include "quote_mark.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct role_words *const words = &role_words_titles;

/* The stretches of a text, each in brackets: [] double, () single; ~ after one that lacks its closing mark. */
static struct str
shape(const char *text, struct buf *b)
{
	struct arena arena = { 0 };
	struct doc d = { .arena = &arena, .text = str_z(text), .field = STR("text") };
	struct stretches all = { 0 };
	struct units us;

	doc_tokens(&d);
	units_build(&us, &d, words);
	stretches_find(&all, &us, &arena);
	b->n = 0;
	for (size_t i = 0; i < all.n; i++) {
		const struct stretch *s = &all.items[i];
		buf_char(b, s->single ? '(' : '[');
		buf_add(b, text + s->start, s->end - s->start);
		buf_char(b, s->single ? ')' : ']');
		if (s->lost)
			buf_char(b, '~');
	}
	arena_free(&arena);
	return buf_view(b);
}

static void
test_stretches(void **state)
{
	static const char *const rows[][2] = {
		{ "He said \"yes,\" and \"no.\"", "[yes][no.]" },
		{ "“Yes,” he said", "[Yes]" },
		{ "“Yes,\" he said. \"No,” he said", "[Yes][No]" },
		{ "”Yes,” he said", "[Yes]" },
		{ "“Yes“ he said", "[Yes]" },
		{ "\"Yes, \"Kim said", "[Yes]" },
		{ "he said,\"Yes\" and", "[Yes]" },
		{ "“A “b” c,” he said", "[A “b” c]" },
		{ "“A ‘b’ c,” he said", "[A ‘b’ c]" },
		{ "the 'old way' and \"new\"", "(old way)[new]" },
		{ "the workers' party's rule of '87", "" },
		{ "\"One. Two.\n\"Three.\"", "[One. Two.]~[Three.]" },
		{ "\"One here. Two there.\nThree.", "[One here.]~" },
		{ "\"it goes on\nand ends,\" he said", "[it goes on\nand ends]" },
		{ "He said \"one. \"Two,\" she said", "[one.]~[Two]" },
		{ "\"\" and \" \"", "" },
		{ "\"", "" },
		{ "5\" deep", "" },
		{ "「가나」 \"다라\"고", "[가나][다라]" },
	};
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str got = shape(rows[i][0], &b);
		if (!str_eq(got, str_z(rows[i][1])))
			fail_msg("%s: %.*s", rows[i][0], (int)got.n, got.p);
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_stretches) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
