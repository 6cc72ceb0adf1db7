/* Dates, their values, and amounts, by themselves: no names are looked for here. */
#include "dates.h"
#include "words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

struct sample {
	const char *published, *text;
	const char *wanted; /* "words=value" of each mention, "; " between them */
};

static struct arena arena;

static const struct sample written_out[] = {
	{ "", "It flew on 2025-11-04, 2025/11/04, 2025.11.4 and 25/12/2024.",
	    "2025-11-04=2025-11-04; 2025/11/04=2025-11-04; 2025.11.4=2025-11-04; 25/12/2024=2024-12-25" },
	{ "", "Stamped 2025-11-04T09:30, filed 04-Nov-2025, printed 2025. 2. 12.",
	    "2025-11-04=2025-11-04; 04-Nov-2025=2025-11-04; 2025. 2. 12=2025-02-12" },
	{ "", "It met on Nov. 4, 2024, on November. 28, 2024 and on Sept 3 2016.",
	    "Nov. 4, 2024=2024-11-04; November. 28, 2024=2024-11-28; Sept 3 2016=2016-09-03" },
	{ "", "Signed on 4 November 2024, the 4th of November 2024, 28 Jul. 2025.",
	    "4 November 2024=2024-11-04; the 4th of November 2024=2024-11-04; 28 Jul. 2025=2025-07-28" },
	{ "", "It began Thursday, January 18, 2024, and ended Friday 2 February 2024.",
	    "Thursday, January 18, 2024=2024-01-18; Friday 2 February 2024=2024-02-02" },
	{ "", "In November 2023, in the 1990s, in the early 1980s, by 2030, in mid-2025.",
	    "November 2023=2023-11; the 1990s=1990s; the early 1980s=1980s; 2030=2030; mid-2025=2025" },
	{ "", "The third quarter of 2024, the first half of 2025, Q3 2025, the summer of 2018, the 21st century.",
	    "The third quarter of 2024=2024-Q3; the first half of 2025=2025-H1; Q3 2025=2025-Q3; the summer of 2018=2018-SU; "
	    "the 21st century=20" },
	{ "", "Juche 106 (2017), fiscal year 2026, FY2026 and the year 2030",
	    "Juche 106=2017; 2017=2017; fiscal year 2026=2026; FY2026=2026; the year 2030=2030" },
};

static const struct sample of_the_article[] = {
	{ "2025-11-04", "It fired a missile Tuesday. On Wednesday it denied that. The talks will be held on Wednesday.",
	    "Tuesday=2025-11-04; Wednesday=2025-10-29; Wednesday=2025-11-05" },
	{ "2025-11-04", "He is due in Seoul on Friday; she was set to leave Saturday. Kim, who left on Friday, will return Sunday.",
	    "Friday=2025-11-07; Saturday=2025-11-08; Friday=2025-10-31; Sunday=2025-11-09" },
	{ "2025-11-04", "Last Friday, next Monday, this Thursday, Tuesday last week, Thursday (Nov. 6)",
	    "Last Friday=2025-10-31; next Monday=2025-11-10; this Thursday=2025-11-06; Tuesday last week=2025-10-28; "
	    "Thursday=2025-11-06; Nov. 6=2025-11-06" },
	{ "2025-10-30", "today, yesterday, tomorrow",
	    "today=2025-10-30; yesterday=2025-10-29; tomorrow=2025-10-31" },
	{ "2025-11-04", "last week, next month, this year, early next month, late last year, earlier this year, this weekend",
	    "last week=2025-W44; next month=2025-12; this year=2025; early next month=2025-12; late last year=2024; "
	    "earlier this year=2025; this weekend=2025-W45" },
	{ "2025-02-26", "On the 26th, the city said. On the 27th (local time) it rained. It will open on the 28th.",
	    "the 26th=2025-02-26; the 27th=2025-01-27; the 28th=2025-02-28" },
	{ "2025-11-04", "It met on the 5th of last month, on the 5th and the 7th.",
	    "the 5th of last month=2025-10-05; the 5th=2025-10-05; the 7th=2025-10-07" },
	{ "2025-01-15", "He declared it on Dec. 3. The trial opens on Feb. 20, after a launch in November.",
	    "Dec. 3=2024-12-03; Feb. 20=2025-02-20; November=2024-11" },
	{ "2025-11-04", "May last year, Dec. 18 last year, last November, next June, the end of the year, two weeks ago, ten years ago",
	    "May last year=2024-05; Dec. 18 last year=2024-12-18; last November=2024-11; next June=2026-06; the year=2025; "
	    "two weeks ago=2025-W43; ten years ago=2015" },
	{ "2025-01-10", "It began last summer and may end by spring.", "last summer=2024-SU; spring=2025-SP" },
	{ "2025-11-05", "He could not be reached on Friday, and could act on Friday. A briefing for Friday; ahead of Friday's vote",
	    "Friday=2025-10-31; Friday=2025-11-07; Friday=2025-11-07; Friday=2025-11-07" },
	{ "2025-11-05", "They will hold talks next Monday and Tuesday, in the week of Nov. 17, or by year's end.",
	    "next Monday=2025-11-10; Tuesday=2025-11-11; the week of Nov. 17=2025-W47; year's end=2025" },
	{ "2025-11-05", "Under a June accord it is to pay in June. It opens on Feb. 20, after a launch in November.",
	    "June=2025-06; June=2026-06; Feb. 20=2026-02-20; November=2025-11" },
	{ "2023-04", "It was said this month, on Tuesday.", "this month=2023-04; Tuesday=" },
	{ "2024-11-28T07:37+09:00", "He spoke on Wednesday.", "Wednesday=2024-11-27" },
};

static const struct sample of_the_story[] = {
	{ "2025-12-26", "He was lost on Sept. 21, 2020. They shot him the next day. A letter of Sept. 25 said so.",
	    "Sept. 21, 2020=2020-09-21; the next day=2020-09-22; Sept. 25=2020-09-25" },
	{ "2024-03-07", "Two attempts in 2023, on May 31 and August 24, failed.",
	    "2023=2023; May 31=2023-05-31; August 24=2023-08-24" },
	{ "2025-11-04", "They met on Wednesday. The following day, a day earlier than planned, he left.",
	    "Wednesday=2025-10-29; The following day=2025-10-30" },
	{ "2025-11-04", "The deal of July 2022 came first. The following month, a year later, that year",
	    "July 2022=2022-07; The following month=2022-08; a year later=2023; that year=2023" },
	{ "2025-11-04", "A decree of Dec. 3, 2024, fell; he was impeached on Dec. 14 and removed on April 4.",
	    "Dec. 3, 2024=2024-12-03; Dec. 14=2024-12-14; April 4=2025-04-04" },
	{ "2025-11-04", "The 2018 accord held. In July it fell. The April 27, 2018 pact, too; on Oct. 9 they met.",
	    "2018=2018; July=2025-07; April 27, 2018=2018-04-27; Oct. 9=2025-10-09" },
	{ "2025-11-04", "It was the first test since November 2017. In September it flew again.",
	    "November 2017=2017-11; September=2025-09" },
	{ "", "On Tuesday the ship left, and on the same day it sank. Last week, in July, a year ago, on the 26th",
	    "Tuesday=; the same day=; Last week=; July=; a year ago=; the 26th=" },
	{ "", "The tribunal met on June 3, 2019. It heard witnesses. On June 12 it closed.",
	    "June 3, 2019=2019-06-03; June 12=2019-06-12" },
};

static const struct sample ranges[] = {
	{ "2025-11-04", "It ran from Aug. 18 to 28, on July 29 and 30, and on Nov. 3-4.",
	    "Aug. 18=2025-08-18; 28=2025-08-28; July 29=2025-07-29; 30=2025-07-30; Nov. 3=2025-11-03; 4=2025-11-04" },
	{ "2025-11-04", "the war of 1950-53, in 2018-2019, between 2019 and 2024",
	    "1950=1950; 53=1953; 2018=2018; 2019=2019; 2019=2019; 2024=2024" },
	{ "2025-11-04", "from 3 to 5 December 2024, on Nov. 3-5, 2023, from March to May 2024",
	    "3=2024-12-03; 5 December 2024=2024-12-05; Nov. 3=2023-11-03; 5, 2023=2023-11-05; March=2024-03; May 2024=2024-05" },
	{ "2025-11-04", "from Monday to Wednesday; mid-to-late October", "Monday=2025-11-03; Wednesday=2025-11-05; "
	    "mid-to-late October=2025-10" },
};

static const struct sample no_dates[] = {
	{ "2025-11-04", "38 North, the 2+2 meeting, the 87 System, an F-15, the 1718 Committee, Resolution 2397, Camp 14", "" },
	{ "2025-11-04", "They may march on Washington, and sat in the sun. May he live. March on!", "" },
	{ "2025-11-04", "Call 02-2110-1234; it won by 299-0, 1,953 tons and 2000 soldiers, 2030 missiles, $2025.", "$2025=2025 USD" },
	{ "2025-11-04", "in two days, for five years, within three weeks, a five-year term, 24 hours a day, at 9 a.m., at 07:50", "" },
	{ "2025-11-04", "every March, in May every year, by May Lee, a 2000-ton ship", "" },
	{ "2025-11-04", "every Monday, each year, annually, the 57th meeting, the 38th parallel, the 2nd Corps, in his 40s", "" },
	{ "2025-11-04", "recently, so far, at that time, a day after the visit, over the past decade, in recent years", "" },
	{ "2025-11-04", "Boeing 2020, No. 2025, page 2024, Vision 2030, 2110 GMT, 250-page, 24/7, 3.1, the fall of Kabul", "" },
};

static const struct sample hangul[] = {
	{ "2025-11-04", "2025년 2월 12일, 2월 12일, 4일에는 지난 3일부터 5일까지", "2025년 2월 12일=2025-02-12; 2월 12일=2025-02-12; "
	    "4일=2025-02-04; 지난 3일=2025-11-03; 5일=2025-11-05" },
	{ "2025-11-04", "국방부는 4일 밝혔다. 오는 18일, 지난달 30일, 내달 5일, 이달 말, 오는 9월, 지난 6월",
	    "4일=2025-11-04; 오는 18일=2025-11-18; 지난달 30일=2025-10-30; 내달 5일=2025-12-05; 이달 말=2025-11; 오는 9월=2026-09; "
	    "지난 6월=2025-06" },
	{ "2025-11-04", "올해 3월, 지난해 12월 3일, 내년 상반기, 2024년 1분기, 이번 주, 다음 주 금요일, 1990년대, 10년 전",
	    "올해 3월=2025-03; 지난해 12월 3일=2024-12-03; 내년 상반기=2026-H1; 2024년 1분기=2024-Q1; 이번 주=2025-W45; "
	    "다음 주 금요일=2025-11-14; 1990년대=1990s; 10년 전=2015" },
	{ "2025-11-04", "6월 11일 지시했고 다음 날 껐다. 이날 8월 18~28일", "6월 11일=2025-06-11; 다음 날=2025-06-12; 이날=2025-06-12; "
	    "8월 18=2025-08-18; 28일=2025-08-28" },
	{ "2025-11-04", "이틀 전, 3분기에는, 다음 달 초, 1990년대 초, 지난 3∼5일", "이틀 전=2025-11-02; 3분기=2025-Q3; 다음 달 초=2025-12; "
	    "1990년대 초=1990s; 지난 3=2025-11-03; 5일=2025-11-05" },
	{ "2024-07-01", "1일 발사했다. 지난달 26일 이후 6일 만이다. 29일까지 열렸다. 28일 열릴 예정이다.",
	    "1일=2024-07-01; 지난달 26일=2024-06-26; 29일=2024-06-29; 28일=2024-07-28" },
	{ "2025-11-04", "3일간 5년 만에 12일째 3개월 30일 동안 오늘날 내일신문", "" },
	{ "2025-11-04", "주체114(2025)년 9월 9일", "주체114(2025)년 9월 9일=2025-09-09" },
};

static const struct sample amounts[] = {
	{ "", "$6.5 billion (8.8 trillion won), US$924 million, W17 billion, \302\24548.2 billion, $750,000, 5,000 won",
	    "$6.5 billion=6500000000 USD; 8.8 trillion won=8800000000000 KRW; US$924 million=924000000 USD; "
	    "W17 billion=17000000000 KRW; \302\24548.2 billion=48200000000 JPY; $750,000=750000 USD; 5,000 won=5000 KRW" },
	{ "", "one-million-500-thousand won, 11 million U.S. dollars, a million dollars, tens of millions of dollars",
	    "one-million-500-thousand won=1500000 KRW; 11 million U.S. dollars=11000000 USD; a million dollars=1000000 USD; "
	    "tens of millions of dollars=" },
	{ "", "4.7 percent, 63%, 30-point-nine percent, ten per cent, 2.5 percentage points, 5-10 percent",
	    "4.7 percent=4.7; 63%=63; 30-point-nine percent=30.9; ten per cent=10; 2.5 percentage points=2.5; 5-10 percent=" },
	{ "", "1조 3천억 원을, 500만달러로, 5천원, 30.9%는, 5퍼센트",
	    "1조 3천억 원=1300000000000 KRW; 500만달러=5000000 USD; 5천원=5000 KRW; 30.9%=30.9; 5퍼센트=5" },
	{ "", "KRW3.4 trillion, USD5bn, 623.2 billion-won, 556.2 billion KRW", "KRW3.4 trillion=3400000000000 KRW; USD5bn=5000000000 USD; "
	    "623.2 billion-won=623200000000 KRW; 556.2 billion KRW=556200000000 KRW" },
	{ "", "Candidate 3 won the seat; a W5 and a KN-23; 3원칙; percent; dollars", "" },
};

static int
by_start(const void *a, const void *b)
{
	const struct mention *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

static const char *
found_in(const struct sample *s)
{
	static char out[4096];
	struct doc d = { .arena = &arena, .field = STR("text"), .text = str_z(s->text) };
	size_t n = 0;

	arena_reset(&arena);
	doc_tokens(&d);
	dates_find(&d, str_z(s->published));
	amounts_find(&d);
	if (d.mentions_n)
		qsort(d.mentions, d.mentions_n, sizeof *d.mentions, by_start);
	out[0] = '\0';
	for (size_t i = 0; i < d.mentions_n; i++) {
		const struct mention *m = &d.mentions[i];
		n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s=%.*s", i ? "; " : "", (int)(m->end - m->start),
		    d.text.p + m->start, (int)m->value.n, m->value.p ? m->value.p : "");
	}
	return out;
}

static void
check(const struct sample *samples, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_string_equal(found_in(&samples[i]), samples[i].wanted);
}

#define TEST(samples) \
	static void \
	samples##_test(void **state) \
	{ \
		(void)state; \
		check(samples, sizeof samples / sizeof *samples); \
	}

TEST(written_out)
TEST(of_the_article)
TEST(of_the_story)
TEST(ranges)
TEST(no_dates)
TEST(hangul)
TEST(amounts)

/* Every cut of a text that is full of dates is read without a fault. */
static void
cuts(void **state)
{
	static const char text[] =
	    "the week of Nov. 3-5, 2025, early to mid-to-late 1990s, Monday through 지난해 12월 18~28일, the 5th of last month, "
	    "$3-5 billion, 주체114(2025)년, the day before yesterday, 3 trillion 200 billion won, 2025-11-04T09:30, 11/04/2025, Q3 2025";
	struct sample s = { .published = "2025-11-04" };
	char part[sizeof text];

	(void)state;
	for (size_t from = 0; from < sizeof text; from += 7)
		for (size_t n = 0; from + n < sizeof text; n += 3) {
			memcpy(part, text + from, n);
			part[n] = '\0';
			s.text = part;
			assert_non_null(found_in(&s));
		}
}

/* Pieces of dates in any order: whatever is found lies inside the text, and has a value of a known form or none. */
static void
pieces(void **state)
{
	static const char *const words[] = { "the", "Nov.", "4", "26th", "2025", "1950s", "-", "~", ",", ".", "(", ")", "'", "/", ":", "to",
		"and", "of", "last", "this", "next", "that", "same", "the", "week", "month", "year", "day", "quarter", "half", "first",
		"third", "early", "mid", "late", "Monday", "Fri", "March", "May", "summer", "ago", "earlier", "later", "before", "two", "a",
		"Q3", "1,022", "10.30", "2025.2.12", "\n", "12월", "3일", "2024년", "1,022일", "지난", "오는", "이날", "다음", "주체",
		"106", "말", "초", "올", "상반기", "분기", "이틀", "전", "뒤", "$", "W17", "won", "percent", "%", "billion", "억", "원",
		"KRW3", "of", "US" };
	uint32_t seed = 1;
	char text[400];

	(void)state;
	for (int n = 0; n < 6000; n++) {
		struct doc d = { .arena = &arena, .field = STR("text"), .text = { text, 0 } };
		while (d.text.n < 340) {
			const char *word = words[((seed = seed * 1103515245 + 12345) >> 16) % (sizeof words / sizeof *words)];
			memcpy(text + d.text.n, word, strlen(word));
			d.text.n += strlen(word);
			if (seed >> 30)
				text[d.text.n++] = ' ';
		}
		arena_reset(&arena);
		doc_tokens(&d);
		dates_find(&d, n % 3 ? STR("2025-11-04") : STR(""));
		amounts_find(&d);
		for (size_t i = 0; i < d.mentions_n; i++) {
			assert_true(d.mentions[i].start < d.mentions[i].end && d.mentions[i].end <= d.text.n);
			assert_true(d.mentions[i].value.n <= 32);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(written_out_test), cmocka_unit_test(of_the_article_test), cmocka_unit_test(of_the_story_test),
		cmocka_unit_test(ranges_test), cmocka_unit_test(no_dates_test), cmocka_unit_test(hangul_test),
		cmocka_unit_test(amounts_test), cmocka_unit_test(cuts), cmocka_unit_test(pieces),
	};
	int failed;

	dates_load();
	dates_load(); /* a second run of the filter in one process reads the tables again */
	failed = cmocka_run_group_tests_name("ktag_dates", tests, NULL, NULL);
	arena_free(&arena);
	return failed;
}
