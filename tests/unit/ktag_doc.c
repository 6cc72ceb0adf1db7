/* Tokens, sentence starts, and how overlapping mentions are settled. */
#include "doc.h"
#include "words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static struct arena arena;

static struct doc
doc_of(const char *text)
{
	struct doc d = { .arena = &arena, .text = str_z(text), .field = STR("text") };

	doc_tokens(&d);
	return d;
}

static void
assert_token(const struct doc *d, size_t i, const char *word, int kind)
{
	struct str w = doc_span(d, i, i);

	assert_true(i < d->tokens_n);
	assert_true(str_eq(w, str_z(word)));
	assert_int_equal(d->tokens[i].kind, kind);
}

static void
test_tokens(void **state)
{
	struct doc d = doc_of("The 57th U.S. plan cost 1,022.5 won\nHwasong-17's");

	(void)state;
	assert_token(&d, 0, "The", TOKEN_WORD);
	assert_token(&d, 1, "57th", TOKEN_NUMBER);
	assert_token(&d, 2, "U", TOKEN_WORD);
	assert_token(&d, 3, ".", TOKEN_PUNCT);
	assert_token(&d, 8, "1,022.5", TOKEN_NUMBER);
	assert_int_equal(d.tokens[10].kind, TOKEN_BREAK);
	assert_token(&d, 11, "Hwasong", TOKEN_WORD);
	assert_token(&d, 12, "-", TOKEN_PUNCT);
	assert_int_equal(d.tokens[12].mark, MARK_HYPHEN);
	assert_token(&d, 14, "'", TOKEN_PUNCT);
	assert_int_equal(doc_token_at(&d, 4), 1);
	assert_int_equal(doc_token_at(&d, 1000), d.tokens_n);
}

/* Index of the token that is `word`. */
static const struct token *
find(const struct doc *d, const char *word)
{
	for (size_t i = 0; i < d->tokens_n; i++)
		if (str_eq(doc_span(d, i, i), str_z(word)))
			return &d->tokens[i];
	fail_msg("no token %s", word);
	return NULL;
}

static void
test_sentences(void **state)
{
	struct doc d =
	    doc_of("Gen. Lee met U.S. envoys. They left.\xe2\x80\x9d Kim stayed on Sept. 3 at home.Then Park spoke at www.yna.example.");

	(void)state;
	assert_true(find(&d, "Gen")->flags & TOKEN_SENTENCE);
	assert_false(find(&d, "Lee")->flags & TOKEN_SENTENCE);
	assert_false(find(&d, "envoys")->flags & TOKEN_SENTENCE);
	assert_true(find(&d, "They")->flags & TOKEN_SENTENCE);
	assert_true(find(&d, "Kim")->flags & TOKEN_SENTENCE);
	assert_false(find(&d, "3")->flags & TOKEN_SENTENCE);
	assert_true(find(&d, "Then")->flags & TOKEN_SENTENCE);
	assert_false(find(&d, "yna")->flags & TOKEN_SENTENCE);
}

static void
test_headings(void **state)
{
	struct doc d = doc_of("Defense Chief Holds Talks With Envoys\nThe defense chief held talks with Envoys.");

	(void)state;
	assert_true(find(&d, "Chief")->flags & TOKEN_HEADING);
	assert_false(find(&d, "talks")->flags & TOKEN_HEADING);
}

static void
test_settle(void **state)
{
	struct doc d = doc_of("Seoul Flood Council of Busan met");

	(void)state;
	doc_settle(&d, false); /* nothing to settle, and no array */
	assert_int_equal(d.mentions_n, 0);
	doc_mention(&d, TYPE_GPE, 0, 5, "a");
	doc_mention(&d, TYPE_ORG, 0, 19, "b");
	doc_mention(&d, TYPE_GPE, 4, 28, "c");
	doc_mention(&d, TYPE_EVENT, 1, 19, "d");
	doc_mention(&d, TYPE_PERSON, 4, 28, "e")->id = STR("x");
	doc_settle(&d, false);
	assert_int_equal(d.mentions_n, 2);
	assert_string_equal(d.mentions[0].rule, "b");
	assert_string_equal(d.mentions[1].rule, "e");
}

static void
test_settle_keeps(void **state)
{
	struct doc d = doc_of("Seoul Flood Council met");

	(void)state;
	doc_mention(&d, TYPE_ORG, 0, 19, "long");
	doc_mention(&d, TYPE_GPE, 0, 5, "fixed")->flags = MENTION_FIXED;
	doc_settle(&d, false);
	assert_int_equal(d.mentions_n, 1);
	assert_string_equal(d.mentions[0].rule, "fixed");
	doc_mention(&d, TYPE_ORG, 1, 19, "outer");
	doc_mention(&d, TYPE_ORG, 1, 11, "inner");
	doc_settle(&d, true);
	assert_int_equal(d.mentions_n, 3);
	assert_true(d.mentions[2].flags & MENTION_INNER);
}

/* Many mentions out of order, and clusters longer than are settled at once. */
static void
test_settle_many(void **state)
{
	enum { N = 500 };
	static char text[4 * N + 1];
	struct doc d;

	(void)state;
	for (size_t i = 0; i < N; i++)
		memcpy(text + 4 * i, "abc ", 4);
	d = doc_of(text);
	for (size_t i = 0; i < N; i++)
		doc_mention(&d, TYPE_ORG, i * 7 % N, (i * 7 % N) * 4 + 6, "x");
	doc_settle(&d, false);
	assert_true(d.mentions_n >= N / 2 - N / 64 && d.mentions_n <= N);
	for (size_t i = 1; i < d.mentions_n; i++)
		assert_true(d.mentions[i - 1].start < d.mentions[i].start);
}

static int
setup(void **state)
{
	(void)state;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tokens), cmocka_unit_test(test_sentences), cmocka_unit_test(test_headings),
		cmocka_unit_test(test_settle), cmocka_unit_test(test_settle_keeps), cmocka_unit_test(test_settle_many),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
