/* What a comparison makes of an article, and which of two matches is the better one. */
#include "pair.h"
#include "postings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static const struct judge_opt usual = { 0.5, 7 };

/* Two articles of 240 shingles, 30 of them sampled, that share `shared`, with facts that agree. */
static struct pair
pair_of(size_t shared, size_t n_new, size_t n_old)
{
	size_t samples = shared / 8;

	return (struct pair) { .shared = shared, .n_new = n_new, .n_old = n_old, .samples_new = n_new / 8, .samples_old = n_old / 8,
		.keys_new = n_new / 8, .keys_old = n_old / 8, .keys_both = samples, .hits = samples, .days = NO_DAY,
		.figures = { 6, 0 }, .names = { 6, 0 } };
}

static void
test_relations(void **unused)
{
	struct pair p;

	(void)unused;
	p = pair_of(200, 240, 240);
	assert_int_equal(pair_judge(&p, &usual), REL_SAME);
	p = pair_of(70, 80, 240);
	assert_int_equal(pair_judge(&p, &usual), REL_SUBSET);
	p = pair_of(70, 240, 80);
	assert_int_equal(pair_judge(&p, &usual), REL_SUPERSET);
	p = pair_of(60, 240, 240);
	assert_int_equal(pair_judge(&p, &usual), REL_NONE);
}

/* Between three quarters of the threshold and the threshold the facts decide. */
static void
test_doubt(void **unused)
{
	struct pair p = pair_of(104, 240, 240);

	(void)unused;
	assert_int_equal(pair_judge(&p, &usual), REL_SAME);
	p.figures.differ = 1;
	assert_int_equal(pair_judge(&p, &usual), REL_NONE);
	p = pair_of(104, 240, 240);
	p.figures = p.names = (struct agreement) { 1, 0 };
	assert_int_equal(pair_judge(&p, &usual), REL_NONE);
}

static void
test_forms(void **unused)
{
	struct pair p = pair_of(180, 240, 240);

	(void)unused;
	p.figures = (struct agreement) { 6, 1 };
	assert_int_equal(pair_judge(&p, &usual), REL_SAME); /* a correction */
	assert_true(pair_figures_differ(&p));
	p.figures = (struct agreement) { 1, 6 };
	assert_int_equal(pair_judge(&p, &usual), REL_TEMPLATE);
	p.figures = (struct agreement) { 6, 0 };
	p.names = (struct agreement) { 2, 5 };
	assert_int_equal(pair_judge(&p, &usual), REL_TEMPLATE);
	assert_false(pair_figures_differ(&p));
}

static void
test_guards(void **unused)
{
	struct pair p = pair_of(200, 240, 240);
	struct judge_opt any = { 0.5, 0 };

	(void)unused;
	p.days = 8;
	assert_int_equal(pair_judge(&p, &usual), REL_NONE);
	assert_int_equal(pair_judge(&p, &any), REL_SAME);
	p.days = -7;
	assert_int_equal(pair_judge(&p, &usual), REL_SAME);
	p.days = NO_DAY;
	p.stock_new = 20; /* of 30 samples; 10 are left */
	p.hits = 1;
	assert_int_equal(pair_judge(&p, &usual), REL_NONE);
	p.hits = 9;
	assert_int_equal(pair_judge(&p, &usual), REL_SAME);
}

static void
test_better(void **unused)
{
	struct pair a = pair_of(200, 240, 240), b = pair_of(180, 240, 240);

	(void)unused;
	assert_true(pair_better(REL_SAME, &a, REL_SAME, &b));
	assert_false(pair_better(REL_SAME, &a, REL_SAME, &a)); /* the earlier one stays */
	assert_true(pair_better(REL_SUBSET, &b, REL_SUPERSET, &a));
	assert_true(pair_better(REL_SUPERSET, &b, REL_TEMPLATE, &a));
}

static size_t
count(const struct postings *p, uint32_t key, bool *stock)
{
	struct posting at = posting_of(p, key);
	uint32_t doc;
	size_t n = 0;

	*stock = false;
	while ((doc = posting_next(&at))) {
		n++;
		*stock |= doc == POSTING_STOCK;
	}
	return n;
}

static void
test_postings(void **unused)
{
	struct postings p;
	bool stock;

	(void)unused;
	postings_open(&p, 3);
	for (uint32_t key = 0; key < 20000; key++)
		for (uint32_t doc = 1; doc <= key % 6; doc++)
			postings_add(&p, key, doc);
	for (uint32_t key = 0; key < 20000; key++) {
		size_t n = count(&p, key, &stock);

		assert_int_equal(stock, key % 6 > 3);
		assert_int_equal(n, stock ? 1 : key % 6);
	}
	postings_reserve(&p, 500000);
	assert_int_equal(count(&p, 9, &stock), 3);
	assert_int_equal(count(&p, 20001, &stock), 0);
	postings_close(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_relations),
		cmocka_unit_test(test_doubt),
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_guards),
		cmocka_unit_test(test_better),
		cmocka_unit_test(test_postings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
