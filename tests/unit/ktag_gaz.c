/* The gazetteer: folding, variants by rule, longest match, capitals, Hangul, Korean names, dated offices. */
#include "gaz.h"
#include "lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static struct gaz *gaz;
static struct arena arena;

static struct doc
doc_of(const char *text)
{
	struct doc d = {.arena = &arena, .text = str_z(text), .field = STR("text")};

	arena_reset(&arena);
	d.lexicon = lexicon_new(&arena, gaz);
	doc_tokens(&d);
	return d;
}

/* The first name in the text, as "TYPE id span"; "-" if there is none. */
static const char *
first(const char *text)
{
	static char out[256];
	struct doc d = doc_of(text);
	struct gaz_hit hit;

	for (size_t i = 0; i < d.tokens_n; i++) {
		if (!gaz_match(gaz, &d, i, 0, &hit))
			continue;
		struct gaz_entity e = gaz_entity(gaz, hit.at[0].entity);
		struct str label = entity_label(e.type);

		snprintf(out, sizeof out, "%.*s %.*s %.*s", (int)label.n, label.p, (int)e.id.n, e.id.p,
			 (int)(hit.end - d.tokens[i].start), text + d.tokens[i].start);
		return out;
	}
	return "-";
}

static void
test_fold(void **state)
{
	(void)state;
	assert_true(fold_hash(STR("Hwasong-17")) == fold_hash(STR("HWASONG 17")));
	assert_true(fold_hash(STR("Hwasong\u201117")) == fold_hash(STR("hwasong17")));
	assert_true(fold_hash(STR("U.S.")) == fold_hash(STR("US")));
	assert_true(fold_hash(STR("Hwas\u014fng")) == fold_hash(STR("Hwasong")));
	assert_true(fold_hash(STR("T\u00dcRK\u0130YE")) == fold_hash(STR("Turkiye")));
	assert_true(fold_hash(STR("People\u2019s")) == fold_hash(STR("People's")));
	assert_true(fold_hash(STR("Korea's")) != fold_hash(STR("Koreas")));
	assert_true(fold_hash(STR("\ud654\uc131")) != fold_hash(STR("\ud654\uc131\ud3ec")));
}

static void
test_spellings(void **state)
{
	static const char *const same[] = {"South Korea", "S. Korea",    "S.Korea",
					   "SKorea",      "SOUTH KOREA", "Republic of Korea"};
	static const char *const north[] = {"North Korea",
					    "N. Korea",
					    "NKorea",
					    "DPRK",
					    "D.P.R.K.",
					    "Democratic People's Republic of Korea",
					    "Democratic People\u2019s Republic of Korea"};
	static const char *const leader[] = {"Kim Jong Un", "Kim Jong-un", "Kim Jong-Un",
					     "KIM JONG-UN", "Jong-un Kim", "Kim Jong\u2011un"};
	char wanted[128];

	(void)state;
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		snprintf(wanted, sizeof wanted, "GPE country/kr %s", same[i]);
		assert_string_equal(first(same[i]), wanted);
	}
	for (size_t i = 0; i < sizeof north / sizeof *north; i++) {
		snprintf(wanted, sizeof wanted, "GPE country/kp %s", north[i]);
		assert_string_equal(first(north[i]), wanted);
	}
	for (size_t i = 0; i < sizeof leader / sizeof *leader; i++) {
		snprintf(wanted, sizeof wanted, "PERSON kp/kim-jong-un %s", leader[i]);
		assert_string_equal(first(leader[i]), wanted);
	}
}

static void
test_longest(void **state)
{
	(void)state;
	assert_string_equal(first("the U.S. Forces Korea said"), "ORG us/united-states-forces-korea U.S. Forces Korea");
	assert_string_equal(first("in the U.S. The army"), "GPE country/us U.S.");
	assert_string_equal(first("the Korean Peninsula's"), "LOC place/korean-peninsula Korean Peninsula");
	assert_string_equal(first("Korea's Hwasong"), "GPE country/kr Korea");
	assert_string_equal(first("the US A-10 jets"), "GPE country/us US");
	assert_string_equal(first("Asan Institute for Policy Studies"), "ORG kr/asan-institute-for-policy-studies "
									"Asan Institute for Policy Studies");
}

static void
test_limit(void **state)
{
	struct doc d = doc_of("South Korea Defense Ministry");
	struct gaz_hit hit;

	(void)state;
	assert_true(gaz_match(gaz, &d, 0, 2, &hit));
	assert_int_equal(hit.tokens, 2);
	assert_false(gaz_match(gaz, &d, 0, 1, &hit));
}

static void
test_capitals(void **state)
{
	(void)state;
	assert_string_equal(first("let us go"), "-");
	assert_string_equal(first("who said so"), "-");
	assert_string_equal(first("the freedom shield of all"), "-");
	assert_string_equal(first("the defense ministry said"), "ORG kr/ministry-of-national-defense defense ministry");
	assert_string_equal(first("the armistice line"), "LOC place/military-demarcation-line armistice line");
	assert_string_equal(first("south of the Yalu river"), "LOC place/yalu-river Yalu river");
}

static void
test_plural(void **state)
{
	(void)state;
	assert_string_equal(first("several North Koreans fled"), "NORP people/kp North Koreans");
	assert_string_equal(first("two F-35As flew"), "WEAPON weapon/f-35a F-35As");
	assert_string_equal(first("two Seouls"), "-");
}

static void
test_hangul(void **state)
{
	(void)state;
	assert_string_equal(first("\uad6d\ubc29\ubd80\ub294"),
			    "ORG kr/ministry-of-national-defense \uad6d\ubc29\ubd80");
	assert_string_equal(first("\uae40\uc815\uc740\uc758"), "PERSON kp/kim-jong-un \uae40\uc815\uc740");
	assert_string_equal(first("\ubd81\ud55c\uad70"), "GPE country/kp \ubd81\ud55c");
	/* A longer word that merely begins like a name. */
	assert_string_equal(first("\uad6d\ubc29\ubd80\uac15"), "-");
}

static void
test_candidates(void **state)
{
	struct gaz_hit hit;

	(void)state;
	assert_true(gaz_lookup(gaz, STR("Foreign Ministry"), &hit));
	assert_true(hit.n > 10);
	assert_true(hit.at[0].flags & GAZ_GENERIC);
	/* The city that bears the very name comes before the one of whom it is another spelling. */
	assert_true(gaz_lookup(gaz, STR("Sunchon"), &hit));
	assert_string_equal(gaz_entity(gaz, hit.at[0].entity).id.p, "kp/sunchon");
}

static void
test_titles(void **state)
{
	struct doc d = doc_of("former Vice Defense Minister Kim");
	struct gaz_hit hit;

	(void)state;
	assert_true(gaz_title(gaz, &d, 1, 0, &hit));
	assert_int_equal(hit.tokens, 3);
	d = doc_of("defense minister");
	assert_true(gaz_title(gaz, &d, 0, 0, &hit));
	assert_int_equal(hit.tokens, 2);
}

static void
test_offices(void **state)
{
	struct gaz_role role[8];
	size_t current;

	(void)state;
	assert_true(gaz_holders(gaz, STR("President"), STR("KR"), STR("2011-05-01"), role, 8, &current) > 0);
	assert_int_equal(current, 1);
	assert_string_equal(gaz_entity(gaz, role[0].person).id.p, "kr/lee-myung-bak");
	gaz_holders(gaz, STR("defense chief"), STR("KR"), STR("2023-12-01"), role, 8, &current);
	assert_int_equal(current, 1);
	assert_string_equal(gaz_entity(gaz, role[0].person).id.p, "kr/shin-won-sik");
	assert_int_equal(gaz_holders(gaz, STR("Grand Vizier"), STR("KR"), STR(""), role, 8, &current), 0);
}

static void
test_find(void **state)
{
	(void)state;
	assert_true(gaz_find(gaz, STR("country/kr")) != GAZ_NONE);
	assert_true(gaz_find(gaz, STR("country/k")) == GAZ_NONE);
	assert_int_equal(entity_types("--only", "PERSON,date"), 1u << TYPE_PERSON | 1u << TYPE_DATE);
}

/* Hostile text must cost linear time: long runs of beginnings that never end. */
static void
test_hostile(void **state)
{
	static char text[200000];
	size_t n = 0, hits = 0;
	struct gaz_hit hit;

	(void)state;
	while (n + 16 < sizeof text)
		n += (size_t)sprintf(text + n, "South Kim U.S. ");
	struct doc d = doc_of(text);
	for (size_t i = 0; i < d.tokens_n; i++)
		hits += gaz_match(gaz, &d, i, 0, &hit);
	assert_true(hits > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_fold),   cmocka_unit_test(test_spellings),  cmocka_unit_test(test_longest),
	    cmocka_unit_test(test_limit),  cmocka_unit_test(test_capitals),   cmocka_unit_test(test_plural),
	    cmocka_unit_test(test_hangul), cmocka_unit_test(test_candidates), cmocka_unit_test(test_titles),
	    cmocka_unit_test(test_offices), cmocka_unit_test(test_find),      cmocka_unit_test(test_hostile),
	};
	int failed;

	gaz = gaz_open(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	gaz_close(gaz);
	arena_free(&arena);
	return failed;
}
