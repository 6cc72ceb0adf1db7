/* What the words of a line tell. */
#include "split_rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct rules *rules;

static int
open_rules(void **state)
{
	(void)state;
	rules = rules_open(NULL);
	return 0;
}

static int
close_rules(void **state)
{
	(void)state;
	rules_close(rules);
	return 0;
}

static int
evidence(const char *line)
{
	return rules_evidence(rules, str_z(line));
}

/* No rule of furniture knows these lines. */
static void
furniture(void **state)
{
	static const char *const lines[] = {
		"Harbour Lantern readers can unlock each article with a subscription and our daily newsletter.",
		"Your browser keeps cookies that help us show the stories you like.",
		"이 기사의 댓글은 회원 여러분만 쓰실 수 있으니 로그인을 부탁드립니다.",
		"뉴스레터를 구독하시면 매주 새로운 콘텐츠를 이메일로 보내드립니다."
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		assert_true(evidence(lines[i]) > 10);
}

static void
reports(void **state)
{
	static const char *const lines[] = { "The minister told lawmakers that two ferries had been called back because of the fog.",
		"Fishermen who were asked about it said they would stay in port until the drill was over.", "해군은 이날 훈련이 계획대로 끝났다고 밝혔다.",
		"주민들은 사흘 동안 섬에 남았고 배편은 다음 날 오후부터 다시 이어졌다." };

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		assert_true(evidence(lines[i]) < -10);
}

/* Two words tell more than each; case does not matter; what stands in quotes tells nothing. */
static void
words(void **state)
{
	(void)state;
	assert_true(evidence("log in") > evidence("log it in"));
	assert_int_equal(evidence("SIGN UP for our Newsletter"), evidence("sign up for our newsletter"));
	assert_int_equal(evidence("\"Read your newsletter\" \"subscribe\""), 0);
	assert_int_equal(evidence("“Read your newsletter”"), 0);
	assert_true(evidence("\"Read your newsletter") > 0);
	assert_int_equal(evidence(""), 0);
	assert_int_equal(evidence("zzz 12.5 \xED"), 0);
}

/* Sums are bounded, and so is what is read of a line. */
static void
bounds(void **state)
{
	char line[4 * EVIDENCE_BYTES];

	(void)state;
	for (size_t i = 0; i < sizeof line; i++)
		line[i] = "newsletter "[i % 11];
	assert_true(rules_evidence(rules, str_of(line, sizeof line)) > 50);
	assert_int_equal(rules_evidence(rules, str_of(line, sizeof line)), rules_evidence(rules, str_of(line, EVIDENCE_BYTES)));
	for (size_t i = 0; i < sizeof line; i++)
		line[i] = "said "[i % 5];
	assert_true(rules_evidence(rules, str_of(line, sizeof line)) < -50);
}

/* What stands above the text and what below it. */
static void
sides(void **state)
{
	(void)state;
	assert_true(rules_side(rules, str_z("Skip to main content")) > 10);
	assert_true(rules_side(rules, str_z("본문 바로가기")) > 10);
	assert_true(rules_side(rules, str_z("© 2024 Gull Point Gazette, Privacy, Terms")) < -10);
	assert_true(rules_side(rules, str_z("Next article")) < -5);
	assert_int_equal(rules_side(rules, str_z("Divers train off Jinhae")), 0);
	assert_int_equal(rules_side(rules, str_z("")), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(furniture), cmocka_unit_test(reports), cmocka_unit_test(words),
		cmocka_unit_test(bounds), cmocka_unit_test(sides) };

	return cmocka_run_group_tests(tests, open_rules, close_rules);
}
