/* The article record: what is not touched passes verbatim, keys come out in the order of kwire.5. */
#include "annot.h"
#include "article.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static struct arena arena;

static struct str
rewrite(struct article *a, struct buf *b)
{
	struct out *out;

	b->n = 0;
	out = out_memory(b);
	article_write(out, a);
	out_close(out);
	return buf_view(b);
}

static const char *
parse(struct article *a, struct str line)
{
	size_t at;

	arena_reset(&arena);
	article_init(a, &arena);
	return article_parse(a, line, &at);
}

static void
keeps_unknown_keys_and_orders_known_ones(void **state)
{
	struct article a;
	struct buf b = { 0 };

	(void)state;
	assert_null(parse(&a, STR("{ \"x\" : 1.50,\"text\":\"T\\u0041\", \"y\\\"\":[ 1, {}],\"id\":\"7\",\"title\":null}")));
	assert_true(str_eq(rewrite(&a, &b), STR("{\"id\":\"7\",\"text\":\"T\\u0041\",\"x\":1.50,\"y\\\"\":[ 1, {}]}\n")));
	assert_true(str_eq(article_text(&a, KEY_TEXT), STR("TA")));
	article_set(&a, KEY_TITLE, STR("a \"b\""));
	article_set(&a, KEY_ID, STR(""));
	assert_true(str_eq(rewrite(&a, &b),
	    STR("{\"title\":\"a \\\"b\\\"\",\"text\":\"T\\u0041\",\"x\":1.50,\"y\\\"\":[ 1, {}]}\n")));
	assert_null(parse(&a, STR("{}")));
	assert_true(str_eq(rewrite(&a, &b), STR("{}\n")));
	buf_free(&b);
}

static void
checks_types_of_known_keys(void **state)
{
	static const char *const bad[] = { "{\"text\":1}", "{\"author\":[1]}", "{\"line\":1.5}", "{\"truncated\":1}", "{\"dup\":[]}",
		"{\"entities\":{}}", "{\"id\":\"1\",\"id\":\"2\"}", "[]", "\"a\"", "{\"text\":\"a\"} {}" };
	struct article a;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (!parse(&a, str_z(bad[i])))
			fail_msg("accepted: %s", bad[i]);
	assert_string_equal(parse(&a, STR("{\"source\":{\"name\":\"A\"}}")), "source: a string is wanted");
	assert_null(parse(&a, STR("{\"id\":8812}")));
	assert_true(str_eq(article_text(&a, KEY_ID), STR("8812")));
}

static void
reads_lists(void **state)
{
	struct article a;
	struct str *items;

	(void)state;
	assert_null(parse(&a, STR("{\"author\":[\"A B\",\"C\\u0020D\"],\"captions\":\"one\"}")));
	assert_int_equal(article_list(&a, KEY_AUTHOR, &items), 2);
	assert_true(str_eq(items[1], STR("C D")));
	assert_int_equal(article_list(&a, KEY_CAPTIONS, &items), 1);
	assert_true(str_eq(items[0], STR("one")));
	assert_int_equal(article_list(&a, KEY_DECK, &items), 0);
}

static void
gives_equal_ids_to_equal_normal_forms(void **state)
{
	static const char *const same[] = { "{\"title\":\"Talks  in Se\u0301oul\",\"text\":\"\u201cYes,\u201d he said. \uff21\"}",
		"{\"title\":\"TALKS IN S\u00e9oul!\",\"text\":\"Yes he said A\"}" };
	struct article a;
	char first[20];

	(void)state;
	assert_null(parse(&a, str_z(same[0])));
	assert_int_equal(article_id(&a).n, 20);
	memcpy(first, article_id(&a).p, 20);
	assert_null(parse(&a, str_z(same[1])));
	assert_memory_equal(article_id(&a).p, first, 20);
	assert_null(parse(&a, STR("{\"title\":\"Talks in Seoul\",\"text\":\"No he said A\"}")));
	assert_memory_not_equal(article_id(&a).p, first, 20);
	assert_null(parse(&a, STR("{\"id\":\"given\",\"text\":\"T\"}")));
	assert_true(str_eq(article_id(&a), STR("given")));
}

static void
carries_entities_both_ways(void **state)
{
	struct article a;
	struct entity *e;
	const char *why;
	struct buf b = { 0 };
	struct str array = STR("[{\"type\":\"GPE\",\"start\":0,\"end\":5,\"text\":\"Seoul\",\"id\":\"kr/seoul\"}]");
	struct str foreign = STR("[{\"type\":\"GPE\",\"start\":0,\"end\":5,\"text\":\"Seoul\",\"id\":\"kr/seoul\",\"more\":[{}]}]");

	(void)state;
	assert_null(parse(&a, STR("{\"text\":\"Seoul\",\"entities\":"
	                          "[{\"type\":\"GPE\",\"start\":0,\"end\":5,\"text\":\"Seoul\",\"id\":\"kr/seoul\",\"more\":[{}]}]}")));
	assert_int_equal(article_entities(&a, &e, &why), 1);
	assert_int_equal(entity_type(e[0].type), TYPE_GPE);
	assert_int_equal(e[0].end, 5);
	article_set_entities(&a, e, 1);
	assert_true(str_eq(a.key[KEY_ENTITIES], foreign));
	e[0].raw = str_of(NULL, 0);
	article_set_entities(&a, e, 1);
	assert_true(str_eq(a.key[KEY_ENTITIES], array));
	assert_null(parse(&a, STR("{\"entities\":[{\"start\":-1}]}")));
	assert_int_equal(article_entities(&a, &e, &why), -1);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_unknown_keys_and_orders_known_ones),
		cmocka_unit_test(checks_types_of_known_keys),
		cmocka_unit_test(reads_lists),
		cmocka_unit_test(gives_equal_ids_to_equal_normal_forms),
		cmocka_unit_test(carries_entities_both_ways),
	};
	int failed = cmocka_run_group_tests_name("article", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
