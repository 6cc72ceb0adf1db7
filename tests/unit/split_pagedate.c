/* The date reader: forms as pages print them, and what is no date. */
#include "pagedate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

extern const struct str table_ksplit_datewords;

static const struct {
	const char *text, *iso;
} cases[] = {
	{ "Posted November. 28, 2024 07:37,", "2024-11-28" },
	{ "Published: 27 Oct. 2025, 17:57", "2025-10-27" },
	{ "Written: 2025-08-14 10:46:01Updated: 2025-08-14 11:00:00", "2025-08-14" },
	{ "21:31 JST, June 15, 2023", "2023-06-15T21:31+09:00" },
	{ "Wed Apr 10, 2013 5:37pm EDT", "2013-04-10T17:37-04:00" },
	{ "Wed, 23 Aug 17 07:39:08 +0900", "2017-08-23T07:39+09:00" },
	{ "2022-12-26T09:11+0000", "2022-12-26T09:11+00:00" },
	{ "2023-01-02T03:04:05Z", "2023-01-02T03:04+00:00" },
	{ "02:39 GMT 20.03.2023", "2023-03-20T02:39+00:00" },
	{ "November 07, 2025 02:51 PM GMT+03:00", "2025-11-07T14:51+03:00" },
	{ "Published On 21 Nov 202321 Nov 2023", "2023-11-21" },
	{ "입력 2024.10.17 (15:18)", "2024-10-17" },
	{ "송고 2025년08월04일 10시12분", "2025-08-04" },
	{ "2016.02.11 PM 04:12", "2016-02-11" },
	{ "2024년 8월 4일 오후 3시 2분 KST", "2024-08-04T15:02+09:00" },
	{ "Thu 17 Oct 2024 06.21 BST", "2024-10-17T06:21+01:00" },
	{ "Thu Oct 17 11:00:00 2024", "2024-10-17" },
	{ "fredag 11. august 2017", "2017-08-11" },
	{ "Scritto il 03/12/2025", "2025-12-03" },
	{ "[April 08, 2025]", "2025-04-08" },
	{ "date 2024-04", "2024-04" },
	{ "Oct. 22, 2014 - 19:58", "2014-10-22" },
	{ "SPEECH | Aug. 10, 2025", "2025-08-10" },
	{ "12:30 a.m. KST, Aug. 10, 2025", "2025-08-10T00:30+09:00" },
	{ "July 28, 20254:40 AM ET", "2025-07-28T04:40-04:00" }, /* summer time */
	{ "Nov. 2, 2025, 4:40 AM PT", "2025-11-02T04:40-08:00" },
	{ "Published 9:41 AM CT, Wed August 20, 2025", "2025-08-20T09:41-05:00" },
	{ "2024년 06월 03일 (월) 16:40 KST", "2024-06-03T16:40+09:00" },
	{ "2024.06.02(일) 16:40 KST", "2024-06-02T16:40+09:00" },
	{ "2022-00-26", NULL },
	{ "Feb. 30, 2024", NULL },
	{ "12:51", NULL },
	{ "1950-53", NULL },
	{ "155-millimeter shells", NULL },
	{ "the 87 System", NULL },
};

static struct pagedate_words *
date_words(struct arena *a)
{
	struct pagedate_words *w = pagedate_words_new(a);
	struct table t;

	table_open(&t, STR("datewords.tsv"), table_ksplit_datewords);
	pagedate_words_add(w, &t);
	return w;
}

static void
reads(void **state)
{
	struct arena a = { 0 };
	struct pagedate_words *w = date_words(&a);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str s = str_z(cases[i].text);
		struct pagedate d;
		char iso[PAGEDATE_ISO] = "";

		if (!cases[i].iso) {
			if (pagedate_find(w, s, 0, &d))
				fail_msg("%s: no date, but %d-%d-%d was read", cases[i].text, d.day.year, d.day.month, d.day.day);
			continue;
		}
		if (!pagedate_find(w, s, 0, &d))
			fail_msg("%s: no date found", cases[i].text);
		pagedate_iso(&d, iso);
		if (strcmp(iso, cases[i].iso) != 0)
			fail_msg("%s: %s, wanted %s", cases[i].text, iso, cases[i].iso);
	}
	arena_free(&a);
}

static void
no_year(void **state)
{
	struct arena a = { 0 };
	struct pagedate_words *w = date_words(&a);
	struct pagedate d;
	char iso[PAGEDATE_ISO];

	(void)state;
	assert_true(pagedate_find(w, STR("SEOUL, Nov. 3 (Yonhap) --"), 0, &d));
	assert_int_equal(d.day.year, 0);
	assert_int_equal(d.day.month, 11);
	assert_int_equal(d.day.day, 3);
	assert_int_equal(pagedate_iso(&d, iso), 0);
	assert_true(pagedate_find(w, STR("Date: 03/04/2024"), 0, &d));
	assert_true(d.either);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(reads), cmocka_unit_test(no_year) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
