/* Annotations are read alike whether they are decoded while the line is checked or later, and neither way lets pass what the
 * other refuses. */
#include "annot.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>

static const char line[] =
    "{\"text\":\"x\",\"entities\":[{\"type\":\"ORG\",\"start\":10,\"end\":2,\"text\":\"a\\n\\\"b\",\"rule\":null}, "
    "{\"odd\":[{\"]\":-1.5e3}],"
    "\"id\":\"\xed\x95\x9c\",\"name\":\"long enough for a block of sixteen\"} , {}],\"roles\":[],\"quotes\":[{\"speaker_id\":\"s\","
    "\"start\":0,\"speaker\":\"\\u00e9\"}],\"more\":0}";

struct result {
	const char *wrong;
	long n[3];
	struct entity *entities;
	struct quote *quotes;
};

static void
read_line(struct result *r, struct article *a, struct arena *arena, struct str text, bool eager)
{
	const char *why;
	struct role *roles;
	size_t at;

	*r = (struct result) { 0 };
	article_init(a, arena);
	a->eager = eager;
	r->wrong = article_parse(a, text, &at);
	if (r->wrong)
		return;
	r->n[0] = article_entities(a, &r->entities, &why);
	r->n[1] = article_roles(a, &roles, &why);
	r->n[2] = article_quotes(a, &r->quotes, &why);
}

static void
reads_all_fields(void **state)
{
	struct arena arena = { 0 };
	struct article a;
	struct result r;

	(void)state;
	for (int eager = 0; eager < 2; eager++) {
		read_line(&r, &a, &arena, STR(line), eager);
		assert_null(r.wrong);
		assert_int_equal(r.n[0], 3);
		assert_int_equal(r.n[1], 0);
		assert_int_equal(r.n[2], 1);
		assert_true(str_eq(r.entities[0].type, STR("ORG")));
		assert_int_equal(r.entities[0].start, 10);
		assert_int_equal(r.entities[0].end, 2);
		assert_true(str_eq(r.entities[0].text, STR("a\n\"b")));
		assert_int_equal(r.entities[0].rule.n, 0);
		assert_true(str_eq(r.entities[1].id, STR("\xed\x95\x9c")));
		assert_true(str_eq(r.entities[1].name, STR("long enough for a block of sixteen")));
		assert_int_equal(r.entities[2].type.n, 0);
		assert_true(str_eq(r.quotes[0].speaker, STR("\xc3\xa9")));
		assert_true(str_eq(r.quotes[0].speaker_id, STR("s")));
		assert_true(str_eq(a.raw, STR(line)));
	}
	arena_free(&arena);
}

/* Every byte of the line in turn is replaced, left out, or the last one. Each variant stands in a heap block of its own size. */
static void
agrees_on_damaged_lines(void **state)
{
	static const char bytes[] = "\"\\{}[],:0 e-x\x01\x80\xed";
	struct arena arena = { 0 };
	struct article a;
	struct result lazy, eager;

	(void)state;
	for (size_t i = 0; i + 1 < sizeof line; i++) {
		for (size_t k = 0; k < sizeof bytes + 1; k++) {
			size_t n = k == sizeof bytes ? i : sizeof line - 1 - (k == sizeof bytes - 1);
			char *p = malloc(n ? n : 1);

			memcpy(p, line, n < i ? n : i);
			if (k < sizeof bytes - 1) {
				memcpy(p, line, n);
				p[i] = bytes[k];
			} else if (n > i) {
				memcpy(p + i, line + i + 1, n - i);
			}
			read_line(&lazy, &a, &arena, str_of(p, n), false);
			read_line(&eager, &a, &arena, str_of(p, n), true);
			if ((lazy.wrong == NULL) != (eager.wrong == NULL) || memcmp(lazy.n, eager.n, sizeof lazy.n) != 0)
				fail_msg("%.*s: %s, %s", (int)n, p, lazy.wrong, eager.wrong);
			free(p);
			arena_reset(&arena);
		}
	}
	arena_free(&arena);
}

static void
forgets_what_is_replaced(void **state)
{
	struct entity one = { .type = STR("GPE"), .start = 1, .end = 2 };
	struct arena arena = { 0 };
	struct article a;
	struct result r;
	const char *why;

	(void)state;
	read_line(&r, &a, &arena, STR(line), true);
	article_set_entities(&a, &one, 1);
	assert_int_equal(article_entities(&a, &r.entities, &why), 1);
	assert_true(str_eq(r.entities[0].type, STR("GPE")));
	article_set_entities(&a, NULL, 0);
	assert_int_equal(article_entities(&a, &r.entities, &why), 0);
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_all_fields),
		cmocka_unit_test(agrees_on_damaged_lines),
		cmocka_unit_test(forgets_what_is_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
