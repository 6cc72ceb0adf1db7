/* Bylines, captions and datelines, a line each. */
#include "split_line.h"
#include "split_meta.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
bylines(void **state)
{
	static const struct {
		const char *line, *first;
		size_t n;
	} cases[] = {
		{ "By Kim Min-kyung", "Kim Min-kyung", 1 },
		{ "by Sang-Ho Baek (someone@example.com)", "Sang-Ho Baek", 1 },
		{ "BY PARK SO-HYUN AND LEE HA-NA [a@example.com]", "PARK SO-HYUN", 2 },
		{ "Jin-Woo Shin someone@example.com", "Jin-Woo Shin", 1 },
		{ "By HYUN-JI KIM and FOSTER KLAM Associated Press", "HYUN-JI KIM", 2 },
		{ "By Petty Officer 2nd Class Dana R. Kessel, U.S. 7th Fleet Public Affairs", "Dana R. Kessel", 1 },
		{ "Landon Mion By Landon Mion Fox News", "Landon Mion", 1 },
		{ "홍길동 기자 gildong@example.com", "홍길동", 1 },
		{ "홍길동·김철수 기자", "홍길동", 2 },
		{ "By the end of the year", NULL, 0 },
		{ "By all accounts the drill was a success, officials said.", NULL, 0 },
		{ "Photo by Kim Hyun-min", NULL, 0 },
		{ "By Staff Reporter", NULL, 0 },
		{ "By Aa, Ao, Ba, Bo, Ca, Co, Da, Do, Ea, Eo, Fa, Fo, Ga, Go, Ha, Ho, Ia, Io, Ja, Jo, Ka, Ko, La, Lo, Ma, Mo, Na, No",
			"Aa, Ao", NAMES }, /* as many as have room */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str names[NAMES];
		size_t n = byline_read(str_z(cases[i].line), names);

		if (n != cases[i].n || (n && !str_eq(names[0], str_z(cases[i].first))))
			fail_msg("%s: %zu names, the first '%.*s'", cases[i].line, n, n ? (int)names[0].n : 0, n ? names[0].p : "");
	}
}

static void
captions(void **state)
{
	struct rules *r = rules_open(NULL);
	static const char *const yes[] = { "Soldiers walk past a fence in Paju on Friday. (Yonhap)",
		"FILE PHOTO: A missile is seen at a parade.", "A tank in a parade. [HYUNDAI ROTEM]",
		"Ships sail off Busan. Photo by Thomas Yun/UPI", "1 of 15. A soldier checks a barricade near Paju.",
		"해군 함정이 항해하고 있다. (사진=연합뉴스)", "A screen in Seoul shows prices. | REUTERS" };
	static const char *const no[] = { "The ministry said on Friday that talks would resume next week.",
		"The Joint Chiefs of Staff (JCS) said so.", "Talks will be held in Seoul (see below)" };

	(void)state;
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		if (!caption_shape(r, str_z(yes[i])))
			fail_msg("a caption: %s", yes[i]);
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		if (caption_shape(r, str_z(no[i])))
			fail_msg("no caption: %s", no[i]);
	rules_close(r);
}

static void
datelines(void **state)
{
	struct rules *r = rules_open(NULL);
	static const struct {
		const char *line, *place, *agency;
	} cases[] = {
		{ "SEOUL, Nov. 3 (Yonhap) -- The defense chiefs met on Monday.", "SEOUL", "Yonhap" },
		{ "SEOUL, South Korea (AP) — The defense chiefs met on Monday.", "SEOUL, South Korea", "AP" },
		{ "SEOUL/WASHINGTON (Reuters) -The defense chiefs met on Monday.", "SEOUL/WASHINGTON", "Reuters" },
		{ "Pyongyang, August 23 (KCNA) -- A meeting was held on Monday.", "Pyongyang", "KCNA" },
		{ "Seoul: The defense chiefs met on Monday to discuss the drill.", "Seoul", "" },
		{ "SEOUL, October 17. /TASS/. The defense chiefs met on Monday.", "SEOUL", "TASS" },
		{ "(서울=연합뉴스) 홍길동 기자 = 국방부는 4일 훈련을 한다고 밝혔다.", "서울", "연합뉴스" },
		{ "MR MILLER: I have nothing to announce today, as I said before.", NULL, NULL },
		{ "The Joint Chiefs of Staff (JCS) said on Monday -- as before -- that", NULL, NULL },
		{ "Background: The accord was signed in 2018 by both defense chiefs.", NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct dateline d = { 0 };
		bool is = dateline_read(r, str_z(cases[i].line), &d);

		if (is != (cases[i].place != NULL)
		    || (is && (!str_eq(d.place, str_z(cases[i].place)) || !str_eq(d.agency, str_z(cases[i].agency)))))
			fail_msg("%s: %d, '%.*s', '%.*s'", cases[i].line, is, (int)d.place.n, d.place.p ? d.place.p : "", (int)d.agency.n,
			    d.agency.p ? d.agency.p : "");
	}
	rules_close(r);
}

static void
outlets(void **state)
{
	struct rules *r = rules_open(NULL);
	struct str as;

	(void)state;
	assert_non_null(rules_outlet(r, STR("korea herald"), &as));
	assert_non_null(rules_domain(r, STR("english.yonhapnews.co.kr")));
	assert_null(rules_domain(r, STR("example.net")));
	assert_non_null(rules_outlet_in(r, STR("with the Korea JoongAng Daily"), &as));
	assert_true(str_eq(as, STR("Korea JoongAng Daily")));
	assert_null(rules_outlet_in(r, STR("a mint condition at dawn"), &as));
	rules_close(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(bylines), cmocka_unit_test(captions), cmocka_unit_test(datelines),
		cmocka_unit_test(outlets) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
