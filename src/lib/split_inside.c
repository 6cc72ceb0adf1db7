/* Where a line holds the end of one page and the beginning of the next. */
#include "ksplit_lists.h"
#include "split_bound.h"
#include "split_byline.h"
#include "split_letters.h"
#include "split_meta.h"
#include "split_naming.h"
#include "split_words.h"
#include "utf8.h"

/* Cuts are looked for in windows that grow, so that a long line with many of them takes linear time. A place counts if it stands
 * before the window's end; what must be seen behind it is shorter than AHEAD. */
#define WINDOW 1024
#define LEGAL_MOST 600 /* bytes of what a page says of its rights */
#define AHEAD 256

static struct str
ahead(struct str s, size_t most)
{
	return str_of(s.p, s.n - most < AHEAD ? s.n : most + AHEAD);
}

/* ` date 2025-09-09 ` */
static size_t
find_prefix(struct str s, size_t from, size_t most)
{
	struct str look = ahead(s, most);
	const char *two = look.n > from + 5 ? look.p + from + 5 : look.p + look.n;

	for (; (two = memchr(two, '2', (size_t)(look.p + look.n - two))) != NULL; two++) {
		size_t i = (size_t)(two - s.p), at = i - 5;

		if (at >= most)
			break;
		if (memcmp(s.p + at, "date ", 5) == 0 && at + 13 < s.n && is_digit(s.p[i + 3]) && s.p[i + 4] == '-' && is_digit(s.p[i + 5])
		    && is_digit(s.p[i + 6]))
			return at;
	}
	return s.n;
}

/* Text stands on the line of the crawler's date. */
static size_t
prefix_end(struct str s)
{
	size_t i = 5;

	if (!str_starts(s, STR("date ")) || find_prefix(s, 0, 1) != 0)
		return s.n;
	while (i < s.n && (is_digit(s.p[i]) || s.p[i] == '-'))
		i++;
	return i;
}

/* `donga.comFirst Launched`: text behind a mail address. */
static size_t
find_mail_end(struct str s, size_t most)
{
	const char *at = memchr(s.p, '@', s.n > 160 ? most : s.n), *dot = at ? at : s.p;
	struct str look = s; /* without a mail address the whole of a short line */

	if (!at && s.n > 160)
		return s.n;
	if (at) {
		size_t from = (size_t)(at - s.p);

		look.n = s.n < from + 60 ? s.n : from + 60;
		look.n = str_find(look, STR(" "), from);
	}
	for (; (dot = memchr(dot, '.', (size_t)(look.p + look.n - dot))) != NULL; dot++) {
		struct str rest = str_from(s, (size_t)(dot - s.p));
		size_t n = words_start(rest, WORDS(".com", ".co.kr", ".kr", ".net", ".org", ".co.jp", ".cn")), end = s.n - rest.n + n;

		if (n && at && end + 9 < s.n && strchr(")]>", s.p[end]) && (is_capital(s.p[end + 1]) || (s.p[end + 1] & 0x80)))
			return end + 1;
		if (n && end + 8 < s.n && (is_capital(s.p[end]) || s.p[end] == '"' || (s.p[end] & 0x80))
		    && !words_start(str_from(s, end), WORDS(KOREAN_PARTICLES)))
			return end;
	}
	return s.n;
}

/* A known place and a colon behind a sentence: `...since 2012.Seoul: The defense chiefs`. */
static bool
place_opens(const struct rules *r, struct str s, size_t at)
{
	struct str head = str_head(str_from(s, at), 40);
	size_t colon = str_find(head, STR(": "), 0);

	return colon < head.n && colon + 2 < head.n && is_capital(head.p[colon + 2]) && rules_place(r, str_of(head.p, colon));
}

/* Can a page begin with the capital letter at byte i? Behind a sentence, a bracket, a quote's end, another script; not within a
 * quote, nor behind initials. */
static bool
page_opens(struct str s, size_t i)
{
	char before = s.p[i - 1], two = i > 1 ? s.p[i - 2] : 0;

	if (before == ' ') /* N. Korea: ... */
		return (two == '.' && !(i > 2 && is_capital(s.p[i - 3]))) || two == '"' || two == ')';
	if (before == '"')
		return i > 1 && two != ' ';
	if (before == '.')
		return i > 1 && !is_capital(two);
	if (before & 0x80)
		return !(i >= 3 && memcmp(s.p + i - 3, "“", 3) == 0);
	return before == ')'
	    || (before != '/' && before != '-' && before != '(' && before != '[' && is_capital(s.p[i + 1]) && is_capital(s.p[i + 2]));
}

#define SIGN_AHEAD 70 /* bytes: the bracket of a dateline's agency stands in them, and the colon behind a place in fewer */

/* An agency's dateline that begins within the line. Most of a line is passed over, as no sign of a dateline follows. */
static size_t
find_dateline(const struct rules *r, struct str s, size_t most)
{
	struct str look = ahead(s, most);

	for (size_t i = 1, sign = 0; i + 30 < s.n && i < most; i++) {
		struct dateline d;

		if (!is_capital(s.p[i]))
			continue;
		if (sign < i) {
			struct str near = str_head(look, i + AHEAD); /* not to the end of a long line for each bracket */

			sign = smaller(str_find(near, STR("("), i), str_find(near, STR(":"), i));
		}
		if (sign == look.n)
			break;
		if (sign >= i + SIGN_AHEAD) {
			i = sign - SIGN_AHEAD;
			continue;
		}
		if (!is_wordy(s.p[i + 1]) || !page_opens(s, i))
			continue;
		if (place_opens(r, s, i))
			return i;
		if (memchr(s.p + i, '(', s.n - i < SIGN_AHEAD ? s.n - i : SIGN_AHEAD) && dateline_read(r, str_from(s, i), &d) && d.certain
		    && (s.p[i - 1] == ' ' || s.p[i - 1] == '.' || rules_place(r, d.place) || !is_capital(s.p[i - 1])))
			return i;
	}
	return s.n;
}

/* `ADVERTISEMENTThe pact`, `advertisement“Continued`: an ad mark stuck to text. */
static size_t
ad_end(struct str s)
{
	static const struct str marks[] = { STR_ITEM("article continues after this advertisement"), STR_ITEM("advertisement") };

	for (size_t k = 0; k < 2; k++)
		if (str_starts_nocase(s, marks[k]) && s.n > marks[k].n + 20
		    && (is_capital(s.p[marks[k].n]) || (s.p[marks[k].n] & 0x80) || s.p[marks[k].n] == '"'))
			return marks[k].n;
	return s.n;
}

/* Does a headline open with this sign? An apostrophe never does: `North Korea’s Kim says ...` is one headline. */
static bool
opens_headline(struct str s)
{
	return (s.p[0] & 0x80) && !str_starts(s, STR("’")) && !str_starts(s, STR("”"));
}

/* The last word of a page's tools with the next page's headline stuck to it: `Send FeedbackSeoul to ...`. */
static size_t
tool_end(struct rules *r, struct str s)
{
	if (s.n > 300)
		return s.n;
	for (size_t i = letters_edge(s, 3); i < 60 && i + 12 < s.n; i = letters_edge(s, i + 1)) {
		char before = s.p[i - 1];
		bool glued = is_capital(s.p[i])
		    ? is_small(before) || (before & 0x80) || strchr(")]>", before) || (before == '.' && s.p[i - 2] != '.')
		    : is_small(before) && opens_headline(str_from(s, i));

		if (glued && rules_match_whole(r, str_of(s.p, i))
		    && !((before & 0x80) && rules_match(r, str_of(s.p, i))->class == CLASS_SECTION)) /* 국방AI센터 is one word */
			return i;
		while (i + 1 < s.n && (s.p[i] & s.p[i + 1] & 0x80))
			i++;
	}
	return s.n;
}

/* `본문: ...`, `BODY: ...`, ProQuest's `Full text: ...`: the text begins behind the label. */
static size_t
label_end(struct str s)
{
	size_t n = words_start(s, WORDS("본문:", "본문 :", "내용:", "BODY:", "Body:", "TEXT:"));

	if (n == 0 && (n = words_start(s, WORDS("Full text:", "FULL TEXT:"))) > 0 && !line_stops(s)) /* a headline may begin with it */
		n = 0;
	return n && s.n > n + 8 ? n : s.n;
}

/* `[imText1]A platoon of border guards`: where a picture stood. */
static size_t
placeholder_end(struct str s)
{
	size_t i = 1, digits;

	if (s.p[0] != '[')
		return s.n;
	while (i < s.n && i < 12 && (is_small(s.p[i] | 32) || (s.p[i] & 0x80)))
		i++;
	digits = i;
	i = str_digits_end(s, i);
	return digits > 1 && i > digits && i + 8 < s.n && s.p[i] == ']' ? i + 1 : s.n;
}

/* `... balloons HAN SEO-YUN, Associated Press Aug. 27, 2021`, before byte `at`: where the writer in capitals begins, if his paper and a
 * day stand behind him; else `at`. */
static size_t
before_writer(struct rules *r, struct str s, size_t at)
{
	struct str head = str_of(s.p, at);

	for (size_t comma = str_find(head, STR(", "), 0); comma < at; comma = str_find(head, STR(", "), comma + 1)) {
		size_t from = comma, paper = 0, words = 0;
		struct pagedate d;
		struct str as;

		if (!name_opens(r, str_from(head, comma + 2), &as, &paper)
		    || !pagedate_opens(rules_words(r), str_trim(str_from(head, comma + 2 + paper)), &d))
			continue;
		for (size_t i = comma; i-- > 0 && !is_small(s.p[i]);)
			if (s.p[i] == ' ' && is_capital(s.p[i + 1])) {
				from = i + 1;
				words++;
			}
		return words >= 2 && words <= 4 && names_only(str_of(s.p + from, comma - from)) ? from : at;
	}
	return at;
}

/* `...balloonsBy Han Seo-yun`, `...summit Updated: 2021-09-28 08:59`: what belongs under a headline stuck to it. */
static size_t
under_title(struct rules *r, struct str s)
{
	const struct words marks = WORDS("By ", "Updated", "Posted", "Published", "Written", "입력");

	if (s.n > 260 || s.n < 20)
		return s.n;
	for (size_t i = 12 + words_find(str_from(s, 12), marks); i + 8 < s.n; i += 1 + words_find(str_from(s, i + 1), marks)) {
		struct str rest = str_from(s, i);

		if (!str_starts(rest, STR("By "))) {
			bool korean =
			    (s.p[i] & 0x80) && line_hangul(str_of(s.p, i)) == 0; /* SHIPS LEAVE BUSAN News Today 입력 2022.03.08 (15:20) */

			if (line_words(str_of(s.p, i)) >= 4 && stamp_line(r, rest) && (korean || !stamp_line(r, s))
			    && !byline_read(s, NULL))
				return before_writer(r, s, i);
		} else if ((s.p[i - 1] != ' ' && byline_read(rest, NULL))
		    || (line_words(str_of(s.p, i)) >= 4 && !line_stops(s) && line_outlet_byline(r, rest))) {
			return i;
		}
	}
	return s.n;
}

/* `[사진=연합뉴스] 합동참모본부는 ...` */
static size_t
credit_end(struct str s)
{
	size_t end = words_start(s, WORDS("[사진", "(사진", "[이미지", "[그래픽"))
	    ? str_find(str_head(s, 90), *s.p == '[' ? STR("]") : STR(")"), 0) + 1
	    : s.n;

	return end < 90 && end + 60 < s.n ? end : s.n;
}

/* The end of the longest of up to three words from `at` on that a rule knows; `at` if there is none. */
static size_t
phrase_end(struct rules *r, struct str s, size_t at)
{
	size_t next = at, end = at;

	if (!rules_opens(r, str_from(s, at)))
		return at;
	for (unsigned words = 0; words < 3 && next < s.n; words++) {
		next = str_find(str_head(s, at + 62), STR(" "), next + 1);
		if (next - at <= 60 && next < s.n
		    && (rules_match_whole(r, str_of(s.p + at, next - at)) || (at == 0 && rules_outlet(r, str_of(s.p, next), NULL))))
			end = next;
	}
	return end;
}

/* A menu goes on behind a notice, `글자크기 설정 시 다른 기사의 본문도 동일하게 적용됩니다. 프린트 공유하기`: where two of its words stand in a row; s.n if nowhere. */
static size_t
menu_again(struct rules *r, struct str s, size_t at)
{
	size_t most = at + 100;

	while ((at = str_find(str_head(s, most), STR(" "), at) + 1) < most && at < s.n) {
		size_t end = phrase_end(r, s, at);

		if (end > at && phrase_end(r, s, end + 1) > end + 1)
			return at;
	}
	return s.n;
}

/* Menus with the page on the same line: `본문 바로가기 메뉴 검색 로그인 합참 ...`. Three and more of their words in a row, and no sentence goes
 * on behind them: `Top U.S. military commanders warned ...` Those that end before byte `most`. */
static size_t
menu_end(struct rules *r, struct str s, size_t most)
{
	size_t at = 0, last = 0;
	unsigned n = 0;

	while (at < s.n && last < most && s.n > 120) {
		size_t end = phrase_end(r, s, at);

		if (end > at) {
			last = end;
			at = end + 1;
			n++;
		} else if (n < 3 || (at = menu_again(r, s, at)) == s.n) {
			break;
		}
	}
	return n >= 3 && last < most && last + 40 < s.n && !is_small(s.p[last + 1]) ? last : s.n;
}

/* The reporter behind the last sentence: `... 이달 말 발표한다. 홍길동 기자 hong@example.com`, `... 조사중이다.<홍길동 기자>홍길동>` */
static size_t
reporter_at(struct str s)
{
	size_t from = s.n > 120 ? s.n - 120 : 1, job = caption_reporter(s) < s.n ? s.n : str_find(s, STR("기자"), from);

	for (size_t i = from; job < s.n && i < job; i++)
		if ((s.p[i] == ' ' || s.p[i] == '<') && strchr(".\"", s.p[i - 1]) && !is_digit(s.p[i + 1]) && line_stops(str_of(s.p, i))
		    && line_hangul(str_of(s.p + i, job - i)) <= 6 && byline_read(str_trim(str_from(s, i)), NULL)
		    && !str_has(str_from(s, job), STR("자료사진"))) /* (홍길동 기자/자료사진) */
			return i;                              /* no `... 있다. 2025.5.14/뉴스1 ⓒ News1 홍길동 기자` */
	return s.n;
}

/* Who wrote it, behind the last sentence: `... according to the company.BY LEE JAE-LIM [lee@example.com]` */
static size_t
byline_at(struct str s)
{
	enum { BYLINE = 120 };
	size_t from = s.n > BYLINE ? s.n - BYLINE : 1;
	size_t at = from + str_find(str_from(s, from), STR("BY "), 0);

	if (at == s.n || at <= 40 || !line_stops(str_trim(str_of(s.p, at))) || !is_capital(s.p[at + 3]))
		return s.n;
	return byline_read(str_from(s, at), NULL) ? at : s.n;
}

/* Where `연합뉴스 Copyright` begins, which stands before the sign at `at` and behind a sentence; 0 if it does not. */
static size_t
copyright_at(struct str s, size_t at)
{
	struct str before = str_trim(str_of(s.p, at));
	size_t right = words_end(before, WORDS("Copyright", "COPYRIGHT", "Copyrights"));
	struct str holder = line_last_word(str_trim(str_head(before, before.n - right)));
	size_t i = (size_t)(holder.p - s.p);

	return right && i > 40 && holder.n <= 24 && line_stops(str_trim(str_head(s, i))) ? i : 0;
}

/* Whose right it is, behind the last sentence: `... 논의한다. ⓒ국제신문, 무단 전재 및 재배포 금지` */
static size_t
right_at(struct str s)
{
	const struct words rights = WORDS("ⓒ", "©", "무단 전재", "무단전재");
	size_t from = s.n > 160 ? s.n - 160 : 1, copyright = 0;

	for (size_t i = from + words_find(str_from(s, from), rights); i < s.n; i += 1 + words_find(str_from(s, i + 1), rights)) {
		if (s.p[i - 1] != ' ' || i <= 40)
			continue;
		if (line_stops(str_of(s.p, i - 1))) /* no picture's */
			return words_any(str_from(s, i), WORDS("무단", "재배포", "ll rights", "ll Rights")) ? i : s.n;
		copyright = copyright_at(s, i);
		if (copyright)
			return copyright;
	}
	return s.n;
}

/* Tags behind the last sentence: `... 덧붙였다. #북한 #합참` */
static size_t
tags_at(struct str s, size_t most)
{
	for (const char *sign = s.p; (sign = memchr(sign, '#', (size_t)(s.p + most - sign))) != NULL; sign++) {
		size_t i = (size_t)(sign - s.p), next = str_find(str_head(s, i + 60), STR(" #"), i);

		if (i > 40 && s.p[i - 1] == ' ' && next < s.n && next < i + 60 && next + 2 < s.n && s.p[next + 2] != ' '
		    && line_stops(str_of(s.p, i - 1)))
			return i;
	}
	return s.n;
}

/* The script of a broadcast behind its headline: `북한, 탄도미사일 발사 [앵커] 북한이 ...` */
static size_t
script_at(struct str s)
{
	enum { LEAST = 20, MOST = 160 };
	struct str head = str_head(s, MOST);
	size_t i = head.n > LEAST ? LEAST + words_find(str_from(head, LEAST), WORDS(SCRIPT_OPENERS)) : head.n;

	return i < head.n && !line_stops(str_of(s.p, i)) ? i + 1 : s.n;
}

/* The end of what opens a line and is no part of what follows it; s.n if there is nothing. */
static size_t
head_end(struct rules *r, struct str s, unsigned signs)
{
	size_t best = smaller(prefix_end(s), ad_end(s)), glued = caption_glued(r, s, signs);

	best = smaller(best, label_end(s));
	best = smaller(best, placeholder_end(s));
	best = smaller(best, tool_end(r, s));
	best = smaller(best, under_title(r, s));
	best = smaller(best, credit_end(s));
	if (signs & SIGN_HIGH)
		best = smaller(best, script_at(s));
	if (signs & SIGN_DIGIT)
		best = smaller(best, stamp_glued(r, s));
	return glued ? smaller(best, glued) : best;
}

/* Does a page stand on this line, that furniture could begin within it? */
static bool
page_before(struct str s, size_t at)
{
	return s.n > 100 && at >= 20;
}

/* Is the line a menu from end to end, `본문 바로가기 메인메뉴 바로가기`, in which no page begins? */
static bool
is_menu(struct rules *r, struct str s)
{
	const struct rule *rule = s.n < RULES_SHORT ? rules_match(r, s) : NULL;

	return rule && rule->class == CLASS_NAV;
}

/* More of what is said of the page: `© 2025 The Gazette. All rights reserved. The Gazette is not responsible for other sites.` Where a
 * page without a line end at its end was glued to the next, no blank is between them. */
static bool
goes_on(struct rules *r, struct str s, size_t mark_end)
{
	const struct rule *rule = s.p[mark_end] == ' ' && s.n < LEGAL_MOST ? rules_match(r, str_head(s, RULES_SHORT - 1)) : NULL;

	return rule && rule->class == CLASS_LEGAL;
}

/* The next mark of a boundary before byte `most`. */
static size_t
find_mark(struct rules *r, struct str s, size_t most)
{
	struct str look = ahead(s, most);
	size_t best = s.n, len;
	enum mark kind;

	for (size_t at = rules_mark(r, look, 0, &len, &kind); at < most && at < best; at = rules_mark(r, look, at + 1, &len, &kind)) {
		if (kind == MARK_PART ? page_before(s, at) : kind == MARK_HEAD && at > 0)
			best = is_menu(r, s) ? best : at;
		else if (kind == MARK_TAIL && at + len + 12 < s.n && at + len < best && !goes_on(r, s, at + len))
			best = at + len;
	}
	return best;
}

static size_t
find_break(struct str s, size_t most)
{
	size_t at = memchr(s.p, '<', most) ? str_find(ahead(s, most), STR("<br"), 1) : s.n;

	return at < most ? at : s.n;
}

size_t
bound_inside(struct rules *r, struct str s, unsigned signs)
{
	size_t best = head_end(r, s, signs), most = 0;

	if (signs & SIGN_AT)
		best = smaller(best, byline_at(s));
	if (signs & SIGN_HIGH)
		best = smaller(best, smaller(reporter_at(s), right_at(s)));
	for (size_t window = WINDOW; most < best; window *= 4) {
		most = smaller(best, window);
		best = smaller(best, menu_end(r, s, most));
		if (signs & SIGN_ANGLE)
			best = smaller(best, find_break(s, most));
		if (signs & SIGN_DIGIT)
			best = smaller(best, find_prefix(s, 1, most));
		if (signs & SIGN_DOT)
			best = smaller(best, find_mail_end(s, most));
		if (signs & (SIGN_OPEN | SIGN_COLON))
			best = smaller(best, find_dateline(r, s, most));
		if (signs & SIGN_HASH)
			best = smaller(best, tags_at(s, most));
		best = smaller(best, find_mark(r, s, most));
	}
	return best;
}
