/* gen KIND MEGABYTES: news-like text for benchmarks, the same bytes on every machine.
 *
 * KIND: ascii    clean text, ASCII only
 *       utf8     the same with curly quotes, dashes and a Hangul name now and then
 *       hangul   Korean text
 *       damaged  as utf8, with one damaged line in ten (mojibake, entities, CRLF, NBSP, broken words)
 *       pages    as utf8, with page furniture: titles, date lines, captions, copyright
 *       sites    short pages of 40 sites in the manner of crawled text: half of the lines are a site's menus and notices, and come
 *                again on each of its pages
 *       strays   the same, each page from another site: no menu comes again
 *       articles JSON Lines, one article of some 2 kB a line */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t seed = 20251104;
static size_t written;

static unsigned
pick(unsigned n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % n;
}

#define ANY(list) list[pick(sizeof list / sizeof *list)]

static const char *const subjects[] = { "The ministry", "A government official", "The joint command", "South Korea", "North Korea",
	"The United States", "Defense Minister Han Seo-jun", "The National Assembly", "A presidential spokesperson", "Japan",
	"The U.N. Security Council", "President Yoon Ha-neul", "The 7th Air Force", "Pyongyang", "Adm. Carl Novak" };
static const char *const verbs[] = { "said", "announced", "confirmed", "denied", "reported", "told reporters", "stressed",
	"proposed", "discussed", "reviewed", "welcomed", "plans to study", "agreed to hold", "called for" };
static const char *const objects[] = { "the combined exercise", "a launch of the Hwasong-18", "talks on sanctions",
	"the transfer of wartime control", "the readiness of its forces", "the 57th Security Consultative Meeting",
	"a working-level meeting in Geneva", "the delivery of F-35A fighters", "further steps on the Korean Peninsula",
	"its defense budget of 61.2 trillion won", "the 2018 military agreement", "a statement by the Joint Chiefs of Staff" };
static const char *const times[] = { "on Tuesday", "last week", "on Nov. 4", "in September 2023", "on the 26th", "next month",
	"earlier this year", "on Wednesday morning", "at a press briefing", "after the meeting", "for the third time" };
static const char *const asides[] = { "which was drawn up over several months by a group of officials and researchers",
	"although details have not been settled and will be worked out between the two sides",
	"a step that observers had expected for some time but that few thought would come so soon",
	"while the opposition asked for a full account of the costs before the end of the session",
	"because the earlier schedule left too little time for an assessment of the results",
	"and added that the matter would be taken up again once all conditions have been met" };
static const char *const korean[] = { "국방부는", "합동참모본부는", "북한이", "미국과", "한국의", "대통령실은", "회의를", "열고",
	"발표했다", "밝혔다", "논의했다", "미사일", "발사에", "대해", "지난", "3일", "훈련을", "서울에서", "평양은", "관계자는" };
static const char *const curly[] = { "’", "“", "”", "—", "é" };
static const char *const damage[] = { "People鈥檚", "&ldquo;plan&rdquo;", "donâ€™t", "North\xC2\xA0Korea", "zero\xE2\x80\x8Bwidth",
	"a  double   space", "\xB3\xCA\xC8\xAD", "sep\narate", "Cafe\xCC\x81", "bell\x07" };

static void
put(const char *text)
{
	fputs(text, stdout);
	written += strlen(text);
}

static void
sentence(int wide)
{
	if (wide && pick(4) == 0) {
		put("“");
		put(ANY(objects));
		put(",” ");
	}
	put(ANY(subjects));
	put(" ");
	put(ANY(verbs));
	put(" ");
	put(ANY(objects));
	if (wide && pick(3) == 0)
		put(ANY(curly));
	put(" ");
	put(ANY(times));
	put(", ");
	put(ANY(asides));
	put(". ");
}

static void
paragraph(const char *kind)
{
	unsigned n = 2 + pick(4);

	if (strcmp(kind, "hangul") == 0) {
		for (n *= 8; n; n--) {
			put(ANY(korean));
			put(n > 1 ? " " : ".\n");
		}
		put("\n");
		return;
	}
	while (n--)
		sentence(strcmp(kind, "ascii") != 0);
	if (strcmp(kind, "damaged") == 0 && pick(5) == 0)
		put(ANY(damage));
	put(strcmp(kind, "damaged") == 0 && pick(10) == 0 ? ".\r\n\n" : ".\n\n");
}

static void
page(unsigned number)
{
	char line[200];

	snprintf(line, sizeof line, "Home > National > Defense\n\nReview number %u of the alliance opens\n\n", number);
	put(line);
	snprintf(line, sizeof line, "Published: 2025-%02u-%02u 10:%02u\n\nBy Seo Min-a\n\n", 1 + pick(12), 1 + pick(28), pick(60));
	put(line);
	for (unsigned n = 5 + pick(6); n; n--)
		paragraph("utf8");
	put("Copyright © The Example Daily. All rights reserved.\n\x1c\n");
}

static const char *const menu[] = { "Politics", "Inter-Korean Relations", "Foreign Affairs", "Defense", "Economy", "Industry", "Markets",
	"Science", "Health", "Society", "Region", "Culture", "Film & Music", "Sports", "Baseball", "Opinion", "Columns", "Letters",
	"Cartoons", "Photos", "Videos", "Podcasts", "Weather", "Archives", "About Us", "Contact Us", "Subscribe", "Newsletters", "Log In",
	"Register", "My Page", "English", "한국어", "日本語", "Facebook", "Twitter", "Email", "Print", "Font Size", "Share", "Most Viewed",
	"Latest News", "Editor's Picks", "Site Map", "Help" };
static const char *const towns[] = { "Example", "Harbor", "Millbrook", "Granite", "Lakeside", "Northgate", "Pinewood", "Riverton" };
static const char *const papers[] = { "Daily", "Times", "Herald", "Observer", "Courier", "Tribune", "Gazette", "Post" };
static const char *const given[] = { "Min-a", "Ha-neul", "Seo-jun", "Ji-ho", "Carl", "Dana", "Tessa", "Liam" };
static const char *const family[] = { "Seo", "Han", "Yoon", "Choi", "Novak", "Brandt", "Pruett", "Hale" };

/* Lines of a site's menu: alone, or several in a row, one of them with the name of its town. */
static void
menu_lines(const char *town, unsigned lines, unsigned id)
{
	char number[24];

	while (lines--) {
		put(ANY(menu));
		for (unsigned more = pick(3) ? 0 : 2 + pick(4); more; more--) {
			put(" ");
			put(ANY(menu));
		}
		if (pick(4) == 0) {
			snprintf(number, sizeof number, " %s %u", town, id);
			put(number);
		}
		put(pick(3) ? "\n" : "\n\n");
	}
}

/* A headline that no other page has. */
static void
headline(unsigned number)
{
	char line[200];

	snprintf(line, sizeof line, "%s %s %s, review %u", ANY(subjects), pick(2) ? "weighs" : "backs", ANY(objects), number * 8 + pick(8));
	put(line);
	put("\n\n");
}

/* One page of a site: its menus are the same each time. */
static void
site_page(unsigned number, unsigned site)
{
	const char *town = towns[site % 8], *paper = papers[site / 8 % 8];
	char line[200];
	uint64_t here = seed;

	seed = site * 2654435761u + 7;
	menu_lines(town, 8 + pick(8), site);
	seed = here + number;
	headline(number);
	snprintf(line, sizeof line, "%s %s\n%s 2025.%02u.%02u %02u:%02u\n\n", ANY(given), ANY(family), pick(2) ? "Published" : "Updated",
	    1 + pick(12), 1 + pick(28), pick(24), pick(60));
	put(line);
	if (pick(2)) {
		put("The guard of honor is seen at ");
		put(ANY(objects));
		put(" (Yonhap)\n\n");
	}
	for (unsigned n = 3 + pick(4); n; n--) {
		sentence(1);
		if (pick(2))
			sentence(1);
		put("\n\n");
	}
	put("Related Articles\n");
	for (unsigned n = 2 + pick(3); n; n--)
		headline(number + n);
	snprintf(line, sizeof line, "%u views\n%u\n", 10 + pick(9000), pick(300));
	put(line);
	here = seed;
	seed = site * 40503u + 11;
	menu_lines(town, 4 + pick(6), site);
	seed = here;
	snprintf(line, sizeof line, "Copyright © The %s %s. All rights reserved.\n\x1c\n", town, paper);
	put(line);
}

static void
article(unsigned number)
{
	char line[200];

	snprintf(line, sizeof line, "{\"id\":\"%020u\",\"title\":\"Review number %u\",\"date\":\"2025-11-04\",\"text\":\"", number, number);
	put(line);
	for (unsigned n = 18 + pick(10); n; n--)
		sentence(1);
	put("\"}\n");
}

int
main(int argc, char **argv)
{
	size_t want = argc == 3 ? strtoul(argv[2], NULL, 10) * 1000000 : 0;

	if (!want) {
		fputs("usage: gen ascii|utf8|hangul|damaged|pages|sites|strays|articles MEGABYTES\n", stderr);
		return 2;
	}
	for (unsigned n = 0; written < want; n++) {
		if (strcmp(argv[1], "pages") == 0)
			page(n);
		else if (strcmp(argv[1], "sites") == 0)
			site_page(n, pick(40));
		else if (strcmp(argv[1], "strays") == 0)
			site_page(n, n);
		else if (strcmp(argv[1], "articles") == 0)
			article(n);
		else
			paragraph(argv[1]);
	}
	return ferror(stdout) || fflush(stdout) ? 2 : 0;
}
