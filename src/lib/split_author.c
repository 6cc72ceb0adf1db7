#include "ksplit_lists.h"
#include "split_archive.h"
#include "split_byline.h"
#include "split_found.h"
#include "split_naming.h"
#include "split_page.h"
#include "split_source.h"
#include "split_words.h"

struct authors {
	struct str name[NAMES];
	size_t n;
};

/* One more, if he is new. */
static void
add(struct authors *a, struct str name)
{
	if (name.n && a->n < NAMES && !str_among(a->name, a->n, name))
		a->name[a->n++] = name;
}

/* `LEE HA-NA` → `Lee Ha-na`: first letters of words stay, letters behind a hyphen of a given name go down. */
static struct str
name_case(const struct page *p, struct str s)
{
	char *q = arena_alloc(p->arena, s.n + 1);
	bool lower = false;

	for (size_t i = 0; i < s.n; i++) {
		q[i] = s.p[i];
		lower |= is_small(s.p[i]);
	}
	for (size_t i = 1; i < s.n && !lower; i++)
		if (is_capital(q[i]) && (is_wordy(s.p[i - 1]) || s.p[i - 1] == '-'))
			q[i] = (char)(q[i] + 32);
	return str_of(q, s.n);
}

/* `By X` within or behind dates: `Published: ... By X`. */
static struct str
byline_in(struct str s)
{
	size_t at = words_find(s, WORDS(" By ", "|By ", " by "));

	return at < s.n ? str_from(s, at + 1) : s;
}

/* The names beside the date: `Colin Zwirko October 17, 2024`, `By Jane Dover on May 01, 2025`, `September 7, 2021 | Hugh Lindell`. */
static struct str
beside_date(const struct rules *r, struct str s)
{
	struct pagedate d;
	struct str before, behind, names;
	size_t n;

	if (!stamp_first(r, s, &d))
		return byline_in(s);
	before = str_trim(str_of(s.p, d.start));
	behind = str_trim(str_from(s, d.end));
	if (str_starts(before, STR("*By "))) /* *By Jane Dover* · 3 June 2025 */
		return str_of(before.p + 1, str_find(before, STR("*"), 1) - 1);
	while ((n = words_end(before, WORDS(" reported this story on", " on", " at", ",", "-", "|", "•", "·", "–", "—", " "))) > 0)
		before.n -= n;
	names = names_lead(r, before);
	if (names.n)
		return names;
	if (byline_without_places(r, before).n < before.n) /* Jane Dover Stars and Stripes • August 7, 2025 */
		return before;
	if (words_any(before, WORDS("기자", "특파원", "통신원")))
		return before;
	return str_starts(behind, STR("| ")) && names_only(str_from(behind, 2)) ? str_from(behind, 2) : byline_in(s);
}

/* The persons of a line without places. */
static size_t
read_persons(struct str line, struct str names[NAMES])
{
	struct str comma = line;
	bool only = names_only(line);

	comma.n = str_find(line, STR(","), 0);
	if (comma.n < line.n && !only && name_shape(comma) && !line_mail(line).n) {
		line = comma; /* Kim Min-kyung, staff reporter */
		only = names_only(line);
	}
	return only ? names_read(line, names) : byline_read(line, names);
}

static void
add_part(const struct page *p, struct str line, struct authors *a)
{
	struct str names[NAMES], lead = names_lead(p->rules, line);
	size_t found = read_persons(lead.n ? lead : line, names);

	for (size_t k = 0; k < found && a->n < NAMES; k++) {
		struct str name = name_case(p, names[k]);

		if (!rules_outlet(p->rules, name, NULL)    /* By Agence France-Presse */
		    && !(a->n && outlet_shape(name))) /* By Jane Dover, Harbor Signal */
			add(a, name);
	}
}

/* Behind the signs that part two writers. */
static struct str
without_signs(struct str s)
{
	for (size_t n; (n = words_start(s, WORDS(" ", ")", "]", ">", ",", "·", "•", "|", "/", ";", "&", "and "))) > 0;)
		s = str_from(s, n);
	return s;
}

static void
add_names(const struct page *p, struct str line, struct authors *a)
{
	struct str mail;

	line = byline_without_places(p->rules, without_signs(line));
	while ((mail = line_mail(line)).n
	    && (mail.p + mail.n) + 8 < line.p + line.n) { /* Min-Ji Han hmj@paper.example · Ho-Jin Seo shj@paper.example */
		struct str rest = str_from(line, (size_t)(mail.p + mail.n - line.p));

		if (!line_mail(rest).n)
			break;
		add_part(p, str_of(line.p, (size_t)(mail.p + mail.n - line.p)), a);
		line = without_signs(rest);
	}
	add_part(p, line, a);
}

/* ProQuest's and EBSCO's `Author: Gale, Alastair; Kwaak, Jeyup S.`: the given names first. False if a part is nothing like that. */
static bool
add_turned(const struct page *p, struct str s, struct authors *a)
{
	size_t had = a->n, label = words_start(s, WORDS("Author: ", "Authors: ", "BYLINE: "));

	for (s = str_from(s, label); label && s.p;) {
		struct str part = str_trim(str_cut(&s, ';')), last = str_head(part, str_find(part, STR(", "), 0)), as;
		size_t given = part.n - last.n;
		char *q = arena_alloc(p->arena, part.n + 1);

		if (a->n == NAMES || given < 3 || memchr(last.p, ' ', last.n) || rules_outlet(p->rules, last, &as))
			return a->n = had, false;
		given -= 2;
		memcpy(q, last.p + last.n + 2, given);
		q[given] = ' ';
		memcpy(q + given + 1, last.p, last.n);
		a->name[a->n] = name_case(p, str_of(q, given + 1 + last.n));
		if (!name_shape(a->name[a->n++]))
			return a->n = had, false;
	}
	return a->n > had;
}

/* `BYLINE: Kim Min-kyung, staff reporter`, `기고자: 홍길동`: the label says that it is a person. */
static void
add_header(const struct page *p, struct str s, struct authors *a)
{
	size_t had = a->n;

	add_names(p, s, a);
	if (a->n == had && (line_hangul(s) ? line_hangul(s) <= 4 : line_words(s) <= 3))
		add(a, name_case(p, s));
}

/* Does a line with a date name persons, too? */
static bool
dated_person(const struct rules *r, struct str s)
{
	struct str names[NAMES], side[2];

	if (stamp_sides(r, s, side) && rules_outlet(r, side[0], NULL)) /* Harbor PostHarbor Post on 2020-03-21 01:50 */
		return false;
	s = byline_without_places(r, beside_date(r, s));
	return read_persons(s, names);
}

/* `홍길동 기자 기자의 다른 기사 보기` -> `홍길동 기자`; of `홍길동 기자 김하늘 기자 구독` both stay. */
static struct str
without_buttons(struct str s)
{
	const struct str title = STR(" 기자");
	size_t job = str_find(s, STR(" 기자 "), 0), next;

	if (job > 12 || job >= s.n || line_mail(s).n || words_start(str_from(s, job + 8), WORDS("·", ",", "/", "|", "&")))
		return s;
	do {
		next = job + title.n + 1;
		job = str_find(str_head(s, next + 12 + title.n), title, next);
	} while (job < s.n && korean_name(str_of(s.p + next, job - next)));
	return str_of(s.p, next - 1);
}

/* `사진=홍길동 기자`, `편집 이하늘 기자`: who made something else. */
static bool
made_other(struct str s)
{
	size_t job = words_start(s, WORDS("사진", "편집", "영상", "촬영", "그래픽"));

	return job && words_start(str_from(s, job), WORDS("=", " ", "/", ":", "편집", "취재", "촬영"));
}

/* A line about the staff that names who wrote: `Jane Dover, Seoul Correspondent`, `작성자 홍길동`. */
static bool
staff_writes(const struct rules *r, struct str s)
{
	struct str names[NAMES];

	if (s.n >= 100)
		return false;
	if (*s.p & 0x80) /* no `작성자 관리자` */
		return byline_read(s, names) && korean_name(names[0]);
	return names_lead(r, s).n;
}

/* `(취재 : 홍길동, 영상편집 : 이하늘)`: who reported for a broadcaster. */
static struct str
reporter_of(struct str s)
{
	size_t n = words_start(s, WORDS("(취재 : ", "(취재: ", "(취재:", "취재 : ", "취재: ", "취재:"));

	if (!n)
		return str_of(s.p, 0);
	s = str_from(s, n);
	s = str_trim(str_of(s.p, words_find(s, WORDS(",", "/", ")", "·", " 기자"))));
	return korean_name(s) ? s : str_of(s.p, 0);
}

/* `수정 25.07.22 18:11 | 홍길동(hong)` -> `홍길동` */
static struct str
last_part(struct str s)
{
	for (size_t i = s.n; i-- > 0;)
		if (s.p[i] == '|')
			return korean_without_account(str_trim(str_from(s, i + 1)));
	return str_of(s.p, 0);
}

/* What stands alone before a date or behind it: `2018-09-14     홍길동`, `홍길동 2026. 2. 10. 10:58`, no `배포일 2026. 2. 10.` */
static struct str
beside_alone(const struct str side[2])
{
	if (!side[0].n)
		return side[1];
	return side[1].n || words_end(side[0], WORDS("일", "시", "순", "글")) ? str_of(side[0].p, 0) : side[0];
}

/* The one Korean that the line names without calling him a reporter. */
static struct str
name_alone(const struct rules *r, struct str s, unsigned char class)
{
	if (class == CLASS_STAFF)
		return reporter_of(s);
	if (class == CLASS_DATE) {
		struct str first = str_trim(str_of(s.p, str_find(s, STR("|"), 0))), last = last_part(s), side[2];

		if (!last.n && stamp_sides(r, s, side))
			last = beside_alone(side);
		return korean_name(last) ? last : korean_name(first) ? first : str_of(s.p, 0); /* 홍길동 | 기사입력 2024-03-12 */
	}
	if (class != CLASS_BYLINE)
		return str_of(s.p, 0);
	return korean_name_only(s) ? s : korean_expert(s); /* 문채린, below 기자 정보 */
}

/* `(This article was written by Jane Dover and John Roe.)`, `(Japanese original by Ken Ito, City News)` */
static struct str
written_by(struct str s)
{
	size_t at = words_find(s, WORDS(" written by ", " original by "));

	if (at == s.n)
		return str_of(s.p, 0);
	s = str_from(s, str_find(s, STR("by "), at));
	s.n -= words_end(s, WORDS(".)", ")", "."));
	return s;
}

/* Lines that may name who wrote the page. */
#define NAME_PERSONS (IN(BYLINE) | IN(STAFF) | IN(CREDIT) | IN(DATE) | IN(HEADER_AUTHOR))

static void
collect(const struct page *p, size_t from, size_t to, struct authors *a)
{
	size_t outlet = archive_source(p);

	for (size_t i = from; page_has(p, NAME_PERSONS) && i < to; i++) {
		struct str s, name;

		if (!(class_in(class(p, i), NAME_PERSONS) & (p->fate[i] == FATE_DROP)) || i == outlet)
			continue;
		s = korean_without_account(text(p, i));
		if (class(p, i) == CLASS_DATE && s.n < p->line[i].n) /* 등록24.03.12 13:54 수정 24.03.12 13:54 홍길동(hong) */
			s = line_last_word(s);
		if (made_other(s))
			continue;
		if (str_starts(s, STR("• ")))
			s = str_from(s, 4);
		if (class_in(class(p, i), IN(BYLINE) | IN(HEADER_AUTHOR)) && add_turned(p, s, a))
			continue;
		name = name_alone(p->rules, s, class(p, i));
		if (name.n)
			add(a, name);
		else if (class(p, i) == CLASS_BYLINE)
			add_names(p, without_buttons(without_bullet(s)), a);
		else if (class(p, i) == CLASS_STAFF && to == p->first && staff_writes(p->rules, s))
			add_names(p, s, a);
		else if (class(p, i) == CLASS_CREDIT)
			add_names(p, written_by(s), a);
		else if (class(p, i) == CLASS_HEADER_AUTHOR)
			add_header(p, header_value(p, i), a);
		else if (class(p, i) == CLASS_DATE && page_asks(p, i, ASK_PERSON, dated_person))
			add_names(p, beside_date(p->rules, s), a);
	}
}

/* `한서준 구하늘 기자`: all words before the job are names. */
static bool
add_reporters(const struct page *p, struct str s, struct authors *a)
{
	struct str rest, word;
	size_t had = a->n;

	s.n = words_find(s, WORDS(KOREAN_REPORTERS));
	s = str_trim(s);
	for (rest = s; rest.p && rest.n;) {
		word = str_trim(str_cut(&rest, ' '));
		if (!korean_name(word) || rules_outlet(p->rules, word, NULL) || a->n == NAMES)
			return a->n = had, false;
		a->name[a->n++] = word;
	}
	return a->n > had + 1;
}

/* `(서울=연합뉴스) 한서준 기자 = ...` */
static void
from_dateline(const struct page *p, struct authors *a)
{
	for (size_t i = p->first; i < p->last; i++) {
		struct dateline d;
		struct str s = text(p, i);

		if (p->fate[i] != FATE_BODY)
			continue;
		if (is(p, i, LINE_DATELINE) && p->korean && dateline_read(p->rules, s, &d) && d.end < 120) {
			size_t from = words_find(s, WORDS(")", "]", "】"));

			from += words_start(str_from(s, from), WORDS(")", "]", "】"));
			if (from >= d.end) /* [한려일보 한서준 구하늘 기자] */
				from = words_find(s, WORDS(" "));
			if (from >= d.end || !add_reporters(p, str_of(s.p + from, d.end - from), a))
				add_names(p, str_of(s.p, d.end), a);
		}
		return;
	}
}

/* The reporter of `Asia Economy Reporter Kim Min-su`, `Asia Economy Yang Nak-gyu, Military Specialist Reporter`. */
static size_t
read_bracket(const struct rules *r, struct str s, struct str *list)
{
	size_t job = words_find(s, WORDS("Reporter ", "reporter ", "Correspondent ")), outlet = 0;
	struct str as;

	if (job < s.n)
		return names_read(str_from(s, str_find(s, STR(" "), job) + 1), list);
	if (name_opens(r, s, &as, &outlet))
		s = str_trim(str_from(s, outlet));
	s = names_lead(r, s);
	return s.n ? names_read(s, list) : 0;
}

/* `[한려일보 홍길동 기자] ...`, `[한려일보ㅣ홍길동 기자] ...` */
static void
add_bracket(const struct page *p, struct str s, struct authors *a)
{
	size_t end = *s.p == '[' ? str_find(str_head(s, 80), STR("]"), 0) : *s.p == '(' ? str_find(str_head(s, 80), STR(")"), 0) : s.n, bar;

	if (end >= 80 || end >= s.n)
		return;
	s = str_of(s.p + 1, end - 1);
	bar = str_find(s, STR("ㅣ"), 0);
	if (words_any(s, WORDS(KOREAN_REPORTERS)) && !add_reporters(p, str_from(s, words_find(s, WORDS(" "))), a))
		add_names(p, bar < s.n ? str_from(s, bar + 3) : s, a);
}

/* `[Asia Economy Reporter Kim Min-su] A meeting ...` */
static void
from_bracket(const struct page *p, struct authors *a)
{
	for (size_t i = p->first; i < p->last; i++) {
		struct str s = text(p, i);
		size_t end = str_find(str_head(s, 80), STR("]"), 0);

		if (p->fate[i] != FATE_BODY)
			continue;
		if (p->korean)
			add_bracket(p, s, a);
		else if (*s.p == '[' && end < 80 && end < s.n && words_any(str_of(s.p, end), WORDS("eporter", "orrespondent")))
			a->n = read_bracket(p->rules, str_of(s.p + 1, end - 1), a->name);
		return;
	}
}

/* `Dana Pruett is a reporter based in Seoul.` behind the article. */
static void
from_bio(const struct page *p, struct authors *a)
{
	for (size_t i = p->first; i < p->n; i++) {
		struct str s = text(p, i);

		if (p->fate[i] == FATE_DROP && class(p, i) == CLASS_STAFF && bio_shape(s))
			add(a, bio_name(s));
	}
}

/* How an anchor announces the reporter: `조아윤 기자입니다.`, `홍길동 기자가 보도합니다.` */
static void
from_announcement(const struct page *p, struct authors *a)
{
	for (size_t i = p->first; i < p->n; i++) {
		struct str s = str_head(text(p, i), 600), name; /* a page may stand on one line */
		size_t end;

		end = p->fate[i] == FATE_BODY ? words_find(s, WORDS(ANNOUNCEMENTS)) : s.n;
		if (end == s.n)
			continue;
		do { /* 홍길동 북한전문기자입니다. */
			s = str_trim(str_head(s, end));
			name = line_last_word(s);
			end = s.n - name.n;
		} while (end > 0 && korean_job(name));
		if (line_hangul(name) * 3 == name.n && name.n >= 6 && name.n <= 12)
			add(a, name);
		return;
	}
}

/* `KBS 뉴스 윤다온입니다.`, `YTN 윤다온입니다.` */
static void
from_sign_off(const struct page *p, struct authors *a)
{
	for (size_t i = p->n; i-- > p->first;) {
		struct str s = text(p, i), name;
		const struct outlet *o;

		if (p->fate[i] != FATE_BODY)
			continue;
		if (s.n > 90 || !korean_sign_off(&s, &name))
			return;
		o = s.n ? rules_outlet(p->rules, line_last_word(s), NULL) : NULL;
		if (name.n == 9 && line_hangul(name) == 3 && (str_ends(s, STR("뉴스")) || (korean_name(name) && o && !o->plain)))
			add(a, name);
		return;
	}
}

void
author_find(const struct page *p, struct article *a)
{
	struct authors who = { .n = 0 };

	collect(p, 0, p->first, &who);
	if (who.n == 0)
		from_dateline(p, &who);
	if (who.n == 0)
		from_bracket(p, &who);
	if (who.n == 0)
		collect(p, p->first, page_imprint(p), &who);
	if (who.n == 0)
		from_bio(p, &who);
	if (who.n == 0 && p->korean)
		from_sign_off(p, &who);
	if (who.n == 0 && p->korean)
		from_announcement(p, &who);
	article_set_list(a, KEY_AUTHOR, who.name, who.n);
}
