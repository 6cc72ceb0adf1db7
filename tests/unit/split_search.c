/* What lines are searched with: many words at once, lists, letters counted in blocks, folded forms. */
#include "split_find.h"
#include "split_fold.h"
#include "split_letters.h"
#include "split_line.h"
#include "split_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
many_words(void **state)
{
	static const char *const words[] = { "harbour", "harbour wall", "tide", "wall of" };
	static const struct str texts[] = { { "the harbour walls", 17 }, { "a tide", 6 }, { "tid", 3 }, { "tidetide", 8 },
		{ "the wall offers", 15 } };
	static const size_t places[] = { 4, 2, 3, 0, 4 }, which[] = { 1, 2, 9, 2, 3 };
	struct arena arena = { 0 };
	struct find f = { 0 };

	(void)state;
	for (size_t i = 0; i < 4; i++)
		find_add(&f, &arena, str_z(words[i]));
	find_ready(&f);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		unsigned found = 9;

		assert_int_equal(find_next(&f, texts[i], 0, &found), places[i]);
		assert_int_equal(found, which[i]);
	}
	arena_free(&arena);
}

/* Every place of a text is found, whatever stands before it. */
static void
all_places(void **state)
{
	char text[96];
	struct arena arena = { 0 };
	struct find f = { 0 };
	unsigned which;

	(void)state;
	find_add(&f, &arena, STR("abcab"));
	find_add(&f, &arena, STR("cabcabc"));
	find_ready(&f);
	for (size_t at = 0; at + 5 <= sizeof text; at++) {
		memset(text, 'b', sizeof text);
		memcpy(text + at, "abcab", 5);
		assert_int_equal(find_next(&f, str_of(text, sizeof text), 0, &which), at);
		assert_int_equal(find_next(&f, str_of(text, sizeof text), at + 1, &which), sizeof text);
	}
	arena_free(&arena);
}

static void
lists(void **state)
{
	const struct words list = WORDS(" said", " sails", " sails on", "\"", "제공");

	(void)state;
	assert_int_equal(words_find(STR("he says he said so"), list), 10);
	assert_int_equal(words_find(STR("\"it sails\""), list), 0);
	assert_int_equal(words_find(STR("it sails\""), list), 2);
	assert_int_equal(words_find(STR("사진 제공"), list), 7);
	assert_int_equal(words_find(STR("nothing s"), list), 9);
	assert_int_equal(words_find(STR(""), list), 0);
	assert_int_equal(words_start(STR("\""), list), 1);
	assert_int_equal(words_start(STR(" sail"), list), 0);
	assert_int_equal(words_start(STR(" sails on Monday"), list), 9);
	assert_int_equal(words_end(STR("it sails"), list), 6);
	assert_int_equal(words_end(STR("sails"), list), 0);
	assert_int_equal(words_end(STR(""), list), 0);
	assert_true(words_are(STR(" said"), list));
	assert_false(words_are(STR(" said so"), list));
}

/* A word of a list at every place of texts of every length, and nothing is read behind their ends. */
static void
list_places(void **state)
{
	static const char *const words[] = { "#", "ab", "cde", " said" };
	const struct words list = WORDS("#", "ab", "cde", " said", "told ", "밝혔다", "x1", "x2", "x3", "x4", "x5");

	(void)state;
	for (size_t n = 1; n <= 80; n++) {
		char *text = malloc(n);

		assert_non_null(text);
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			for (size_t at = 0; at < n; at++) {
				size_t room = n - at, length = strlen(words[k]);

				memset(text, 'a', n); /* the beginning of a word everywhere */
				memcpy(text + at, words[k], length < room ? length : room);
				assert_int_equal(words_find(str_of(text, n), list), length <= room ? at : n);
			}
		free(text);
	}
}

static void
small_letters(void **state)
{
	char text[40 + LETTERS_BEHIND] = { 0 };

	(void)state;
	for (size_t n = 0; n < 40; n++)
		for (int c = 0; c < 256; c++) {
			memset(text, "azm"[n % 3], n);
			text[n] = (char)c;
			if (!is_small((char)c))
				assert_int_equal(letters_small_end(text, n / 2), n);
		}
}

/* A word at every place of the blocks, with signs before it. */
static void
letters(void **state)
{
	char text[70];

	(void)state;
	for (size_t at = 0; at + 8 < sizeof text; at++) {
		struct letters l;

		memset(text, ' ', sizeof text);
		memcpy(text + at, "(\"7th-day", 9);
		l = letters_count(str_of(text, sizeof text));
		assert_int_equal(l.words, 1);
		assert_true(l.lower);
		assert_false(l.upper);
		assert_false(l.lead);
	}
	assert_int_equal(letters_count(STR("a - b, (c) \"D's\" . 5%")).words, 5);
	assert_true(letters_count(STR("a - b, (c) \"D's\"")).upper);
	assert_true(letters_count(STR("16 bytes and then 가")).lead);
	assert_false(letters_count(STR("“curly”")).lead);
}

static void
folded(void **state)
{
	char out[16];

	(void)state;
	assert_memory_equal(out, "page 0 of 0", fold_line(STR("▶ Page 12 of 2024:"), out, sizeof out));
	assert_int_equal(fold_line(STR("a line of more bytes than there are"), out, sizeof out), 0);
	assert_int_equal(fold_line(STR(" : "), out, sizeof out), 0);
	for (size_t n = 1; n <= sizeof out; n++) { /* as much as there is room for, in blocks or not */
		memset(out, 0, sizeof out);
		assert_int_equal(fold_line(str_of("ABCDEFGHIJKLMNOP", n), out, n), n);
		assert_memory_equal(out, "abcdefghijklmnop", n);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(many_words), cmocka_unit_test(all_places), cmocka_unit_test(lists),
		cmocka_unit_test(list_places), cmocka_unit_test(small_letters),
		cmocka_unit_test(letters), cmocka_unit_test(folded) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
