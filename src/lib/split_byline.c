#include "list.h"
#include "split_line.h"
#include "split_meta.h"
#include "split_words.h"
#include "utf8.h"

/* Words that no person's name holds; they open or close the rest of a byline. */
static bool
is_desk(struct str w)
{
	return word_among(w,
	    "about advertisement affairs african agency air all america analysis and army article asia associated at audio author"
	    " available beijing board breaking brief briefing bureau business by center centre chief chosun columnist command"
	    " commentary comments contact contributing contributor cookies copy correspondent council count crime culture daily"
	    " deal defense department desk digest download downloads drill east economy edited editor editorial email europe events"
	    " exclusive experts explainer facebook fact feature features featuring fleet follow for force foreign foundation fox"
	    " friday from gallery government headlines health herald here home image imagery images in instagram institute"
	    " inter-korea international interview is issues joongang journal journalist key korea korean latest law link linkedin"
	    " listen live login logo magazine mail markets media menu middle military minister ministry minutes missile monday"
	    " monthly more national nations navy new news newsdesk newsletter newsletters newsroom north nuclear of office on"
	    " online opinion pacific page pdf peace photo photos pinterest points policy political politics popular post posted"
	    " president press print privacy program programs public publications published pyongyang radio read readout reddit"
	    " regions register related release releases remarks report reporter reporters reporting reports republic research"
	    " reuters review said satellite saturday save science search security senior seoul service share sheet sign society"
	    " south special speech sponsored sports staff statement statements states stories story subscribe summary summit sunday"
	    " takeaways talks team tech technology telegram terms test the thursday times to today's tokyo top topic topics"
	    " transcript translated trending tuesday tv twitter u.s. united university update updated updates video view war was"
	    " washington watch web wednesday weekly west whatsapp wire wires with world world's writer writers yonhap youtube");
}

static bool
is_particle(struct str w)
{
	return word_exactly(w, "de van der den von bin al la le du di da dos del ul ur bint ibn el af");
}

bool
name_shape(struct str s)
{
	unsigned n = 0;

	if (s.n < 4 || s.n > 48)
		return false;
	while (s.p) {
		struct str w = str_cut(&s, ' ');

		if (w.n == 0 || is_desk(w))
			return false;
		n++;
		if (is_particle(w) && n > 1)
			continue;
		if (!is_capital(*w.p) && !((unsigned char)*w.p >= 0xC3 && (unsigned char)*w.p <= 0xC5))
			return false;
		for (size_t i = 1; i < w.n; i++)
			if (!is_wordy(w.p[i]) && !strchr("-'.", w.p[i]))
				return false;
		for (size_t i = 0; i < w.n; i++)
			if (is_digit(w.p[i]))
				return false;
		if (w.n > 3 && w.p[w.n - 1] == '.' && !str_eq(w, STR("Jr.")))
			return false;
	}
	return n >= 2 && n <= 5;
}

/* Ranks before a service member's name: `Petty Officer 2nd Class Dana R. Kessel`. */
static struct str
without_rank(struct str s)
{
	static const struct str ranks[] = { STR_ITEM("Petty Officer 1st Class "), STR_ITEM("Petty Officer 2nd Class "),
		STR_ITEM("Petty Officer 3rd Class "), STR_ITEM("Mass Communication Specialist 1st Class "),
		STR_ITEM("Mass Communication Specialist 2nd Class "), STR_ITEM("Mass Communication Specialist 3rd Class "),
		STR_ITEM("Mass Communication Specialist Seaman "), STR_ITEM("Staff Sgt. "), STR_ITEM("Tech. Sgt. "), STR_ITEM("Master Sgt. "),
		STR_ITEM("Senior Airman "), STR_ITEM("Airman 1st Class "), STR_ITEM("Sgt. 1st Class "), STR_ITEM("Sgt. "), STR_ITEM("Cpl. "),
		STR_ITEM("Lance Cpl. "), STR_ITEM("Spc. "), STR_ITEM("Pfc. "), STR_ITEM("Capt. "), STR_ITEM("Maj. "), STR_ITEM("Lt. "), STR_ITEM("1st Lt. "),
		STR_ITEM("2nd Lt. "), STR_ITEM("Lt. j.g. "), STR_ITEM("Lt. Cmdr. "), STR_ITEM("Chief Petty Officer "), STR_ITEM("Ensign "),
		STR_ITEM("Reporter "), STR_ITEM("Dr. "), STR_ITEM("Prof. "), STR_ITEM("Mr. "), STR_ITEM("Ms. ") };

	for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
		if (str_starts_nocase(s, ranks[i]))
			return str_trim(str_from(s, ranks[i].n));
	return s;
}

/* The next cut between persons: `,` `;` `/` `&` ` and `, a middle dot; its length in *len. */
static size_t
next_cut(struct str s, size_t *len)
{
	enum { NO, SIGN, WORD };
	static const char first[256] = { [','] = SIGN, [';'] = SIGN, ['/'] = SIGN, ['&'] = SIGN, ['|'] = SIGN, ['<'] = SIGN, ['>'] = SIGN, [' '] = WORD, [0xC2] = WORD };

	for (size_t i = 0; i < s.n; i++) {
		char kind = first[(unsigned char)s.p[i]];
		struct str at = str_from(s, i);

		if (kind == NO)
			continue;
		*len = 1;
		if (kind == SIGN)
			return i;
		if (str_starts_nocase(at, STR(" and "))) {
			*len = 5;
			return i;
		}
		if (str_starts(at, STR("·"))) {
			*len = 2;
			return i;
		}
		if (str_starts(at, STR(" in ")) || str_starts(at, STR(" for ")) || str_starts(at, STR(" at "))) {
			*len = 4;
			return i;
		}
	}
	*len = 0;
	return s.n;
}

/* Persons of a list; parts that are none (desks, places) are passed over once a person was found. */
static size_t
read_names(struct str s, struct str *names, size_t most)
{
	size_t n = 0;
	bool comma = false; /* given name, family name */

	while (s.n) {
		size_t len, cut = next_cut(s, &len);
		struct str part = without_rank(str_trim(str_of(s.p, cut)));

		if (name_shape(part) && n < (most ? most : NAMES)) {
			if (names)
				names[n] = part;
			n++;
		} else if ((n == 0 || comma) && part.n && len == 1 && s.p[cut] == ',' && is_capital(*part.p) && line_words(part) == 1) {
			struct str family = str_trim(str_from(s, cut + 1)); /* `Yeong-Sun, Lee` */
			size_t more;

			family.n = next_cut(family, &more);
			if (line_words(family) == 1 && (size_t)(family.p + family.n - part.p) < 48) {
				while (family.n && family.p[family.n - 1] == ' ')
					family.n--;
				part.n = (size_t)(family.p + family.n - part.p);
				if (names)
					names[n] = part;
				n++;
				comma = true;
				s = str_from(s, (size_t)(part.p + part.n - s.p));
				cut = next_cut(s, &len);
			}
		} else if (part.n && n == 0) {
			return 0; /* not a byline */
		}
		s = str_from(s, cut + len);
	}
	return n;
}

/* Cuts what stands behind the names: mail, brackets, dates, desks. */
static struct str
without_tail(struct str line)
{
	const struct words ends = WORDS(" Published", "Published", " Posted", " Updated", " | ", " - ", " – ", " — ", " staff reporter", " Staff Reporter", " mail", " Staff Writer",
	    " staff writer", " Reporter", " reporter", " correspondent", " Correspondent", " Contributing", " Fox News", " Associated Press", " AP", " Reuters");
	struct str s = without_rank(line), mail = line_mail(s);

	if (mail.n)
		s.n = (size_t)(mail.p - s.p);
	for (size_t i = 0; i < s.n; i++)
		if ((strchr("([<@", s.p[i]) && !(s.p[i] == '<' && str_starts(str_from(s, i), STR("< >")))) || is_digit(s.p[i])) {
			s.n = i;
			break;
		}
	s = str_trim(str_of(s.p, words_find(s, ends)));
	while (s.n && strchr("-|,:;/", s.p[s.n - 1]))
		s.n--;
	return str_trim(s);
}

/* Length of the places that end s, with what joins them to the names: ` SEOUL and TOKYO`, `, Busan/Seoul`. */
static size_t
last_place(const struct rules *r, struct str s)
{
	size_t words = 0;

	for (size_t i = s.n; i-- > 4 && words < 2;) {
		struct str place = str_from(s, i + 1);

		if (s.p[i] != ' ' && s.p[i] != '/')
			continue;
		words++;
		if (rules_place(r, place)) {
			struct str rest = str_trim(str_of(s.p, i));

			if (str_ends(rest, STR(",")) || str_ends(rest, STR("/")))
				rest.n--;
			else if (str_ends(rest, STR(" and")) || str_ends(rest, STR(" AND")))
				rest.n -= 4;
			return s.n - str_trim(rest).n;
		}
	}
	return 0;
}

/* Length of the outlet that ends s, `NEIL HARDIN STARS AND STRIPES`, with the blank before it. */
static size_t
last_outlet(const struct rules *r, struct str s)
{
	size_t words = 0;
	struct str as;

	for (size_t i = s.n; i-- > 9 && words < 5;) {
		if (s.p[i] != ' ')
			continue;
		if (++words > 1 && rules_outlet(r, str_from(s, i + 1), &as))
			return is_capital(s.p[i - 1]) || (is_small(s.p[i - 1]) && !str_ends(str_of(s.p, i), STR(" for")) && !str_ends(str_of(s.p, i), STR(" of"))
			        && !str_ends(str_of(s.p, i), STR(" at")) && !str_ends(str_of(s.p, i), STR(" in"))) ? s.n - i : 0;
	}
	return 0;
}

struct str
byline_without_places(const struct rules *r, struct str s)
{
	size_t n;
	struct str rest = s;

	if (s.n > 140 || line_stops(s))
		return s;
	rest.n -= last_outlet(r, rest);
	while ((n = last_place(r, rest)) > 0)
		rest.n -= n;
	if (str_ends(rest, STR(" in")) || str_ends(rest, STR(" IN")))
		rest.n -= 3;
	return rest;
}

/* What goes before 기자 and is no name: `촬영기자`, `인턴 기자`. */
static bool
korean_job(struct str w)
{
	static const char words[] = " 촬영 사진 영상 편집 선임 수습 인턴 전문 객원 시민 취재 군사전문 국방 정치부 사회부 경제부 국제부 디지털 온라인 통일외교 ";
	char key[20];

	if (w.n + 2 > sizeof key)
		return false;
	key[0] = key[w.n + 1] = ' ';
	memcpy(key + 1, w.p, w.n);
	return str_find(STR(words), str_of(key, w.n + 2), 0) < sizeof words - 1;
}

/* `홍길동 기자`, `(서울=연합뉴스) 홍길동 기자 =`, `홍길동·김철수 특파원 a@b.kr`: two to four syllables before the word. */
static size_t
read_korean(struct str s, struct str *names, size_t most)
{
	static const struct str jobs[] = { STR_ITEM("기자"), STR_ITEM("특파원"), STR_ITEM("논설위원"), STR_ITEM("선임기자"), STR_ITEM("전문기자"),
		STR_ITEM("통신원"), STR_ITEM("앵커") };
	size_t n = words_start(s, WORDS("본사기자 ", "특파기자 "));

	if (n && line_hangul(str_from(s, n)) * 3 == s.n - n && s.n - n <= 12) { /* papers of the North */
		if (names)
			names[0] = str_from(s, n);
		return 1;
	}
	n = 0;
	for (size_t k = 0; k < sizeof jobs / sizeof *jobs && n == 0; k++) {
		size_t at = str_find(s, jobs[k], 0), end;

		if (at == s.n)
			continue;
		if (at == 0 && s.n >= jobs[k].n + 6 && s.n <= jobs[k].n + 12 && line_hangul(s) * 3 == s.n) { /* 기자국은채 */
			if (names)
				names[0] = str_from(s, jobs[k].n);
			return 1;
		}
		end = at;
		while (end > 0 && s.p[end - 1] == ' ')
			end--;
		while (end > 0 && n < (most ? most : NAMES)) {
			size_t from = end, count = 0, len;

			while (from > 0 && utf8_is_hangul(utf8_before(s.p, from, &len))) {
				from -= len;
				count++;
			}
			if (count < 2 || count > 4 || korean_job(str_of(s.p + from, end - from)))
				break;
			if (names)
				names[n] = str_of(s.p + from, end - from);
			n++;
			end = from;
			if (end >= 2 && str_ends(str_of(s.p, end), STR("·")))
				end -= 2;
			else if (end >= 1 && (s.p[end - 1] == ',' || s.p[end - 1] == '/'))
				end -= 1;
			else
				break;
		}
	}
	if (names)
		for (size_t i = 0; i < n / 2; i++) { /* read from the right */
			struct str x = names[i];

			names[i] = names[n - 1 - i];
			names[n - 1 - i] = x;
		}
	return n;
}

bool
byline_of_desk(struct str s)
{
	if (!str_starts_nocase(s, STR("by ")) || line_words(s) > 10)
		return false;
	s = str_from(s, 3);
	while (s.p) {
		struct str w = str_cut(&s, ' ');

		if (is_capital(w.n ? *w.p : 0) && is_desk(w))
			return true;
	}
	return false;
}

bool
names_only(struct str s)
{
	size_t n = 0, len, in = str_find(s, STR(" in "), 0);

	if (s.n > 100)
		return false;
	if (in < s.n && line_words(str_from(s, in + 4)) <= 3) /* Justin Cole in Tokyo */
		s.n = in;
	while (s.n) {
		size_t cut = next_cut(s, &len);

		if (!name_shape(str_trim(str_of(s.p, cut))))
			return false;
		n++;
		s = str_from(s, cut + len);
	}
	return n > 0;
}

size_t
names_read(struct str s, struct str *names, size_t most)
{
	return read_names(s, names, most);
}

static bool
korean_byline(struct str s)
{
	struct str rest = s;
	struct str mail = line_mail(s);

	if (mail.n)
		rest.n = (size_t)(mail.p - s.p);
	return line_words(rest) <= 5 && !line_stops(s) && rest.n < 90 && s.p[s.n - 1] != '>'; /* 홍길동 앵커> speaks */
}

static bool
korean_surname(struct str s)
{
	static const char surnames[] = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕온옥금봉어맹모탁태편피";

	for (size_t k = 0; k + 3 < sizeof surnames; k += 3)
		if (memcmp(surnames + k, s.p, 3) == 0)
			return true;
	return false;
}

bool
korean_name(struct str s)
{
	return s.n == 9 && line_hangul(s) == 3 && korean_surname(s) && !words_end(s, WORDS("부", "실", "팀", "국", "회", "단", "판", "기", "사", "장"));
}

/* `YTN 서지후 (jihoo@ytn.co.kr)`: a name of three syllables that opens with a surname, and a mail address. */
static size_t
read_korean_name(struct str s, struct str *names)
{
	s.n = str_find(s, STR("@"), 0);
	for (size_t i = 0; i + 9 <= s.n; i++) {
		struct str name = str_of(s.p + i, 9);
		bool alone = (i == 0 || !(s.p[i - 1] & 0x80)) && (i + 9 == s.n || !(s.p[i + 9] & 0x80));

		if (!alone || line_hangul(name) != 3 || !korean_surname(name) || str_eq(name, STR("이메일")))
			continue;
		if (names)
			names[0] = name;
		return 1;
	}
	return 0;
}

/* `기자명 홍길동 기자` -> `홍길동 기자` */
static struct str
behind_label(struct str s)
{
	return str_trim(str_from(s, words_start(s, WORDS("기자명 ", "기자이미지 ", "기자 정보 ", "기자정보 ", "글쓴이 ", "작성자 ", "글 "))));
}

/* What a byline opens with: `By `, `Reported by `. Its bytes; 0 if there is nothing, or nothing behind it. */
static size_t
opening(struct str s)
{
	const struct words openings = WORDS("by ", "by: ", "reported by ", "written by ", "story by ", "author: ", "author : ", "reporter: ", "words by ", "text by ",
	    "[reporter ", "da ", "von ", "byline: ", "reporter ", "commentary by ", "analysis by ", "opinion by ", "report by ", "interview by ", "review by ",
	    "article by ", "essay by ", "blog post by ", "brief by ", "column by ", "explainer by ", "critical questions by ", "journalist ");
	char low[24]; /* the longest has 22 */
	struct str head = str_head(s, sizeof low);
	size_t n;

	str_lower(low, head);
	n = words_start(str_of(low, head.n), openings);
	return n < s.n ? n : 0;
}

/* The line without what says that it is a byline; *opened: something did. */
static struct str
behind_opening(struct str s, bool mail, bool *opened)
{
	size_t n = opening(s);

	*opened = n > 0;
	s = str_from(s, n);
	if (n && str_starts_nocase(s, STR("by "))) /* By By Petty Officer ... */
		s = str_from(s, 3);
	if (!n && str_starts(s, STR("From ")) && without_rank(str_from(s, 5)).n < s.n - 5) { /* From Petty Officer 2nd Class Dana Kessel */
		s = str_from(s, 5);
		*opened = true;
	}
	if (mail && str_starts(s, STR("Write to "))) { /* Write to Mi-Rae Seo at seo@example.com */
		s = str_from(s, 9);
		s.n = str_find(s, STR(" at "), 0);
		*opened = true;
	}
	return s;
}

/* Nothing but a Korean name of two to four syllables. */
static bool
korean_name_only(struct str s)
{
	return s.n >= 6 && s.n <= 12 && line_hangul(s) * 3 == s.n;
}

static size_t
one_name(struct str s, struct str *names)
{
	if (names)
		names[0] = s;
	return 1;
}

/* What the person does stands behind the name: `Mira Sohn, staff writer`. */
static bool
names_job(struct str s)
{
	return words_end(s, WORDS(" reporter", " Reporter", " mail", " correspondent", " Staff Writer", " staff writer")) || str_has(s, STR(" reporter at"));
}

size_t
byline_read(struct str s, struct str *names, size_t most)
{
	struct str whole;
	size_t inner = str_find(str_head(s, 44), STR(" By "), 0), bar = str_find(str_head(s, 44), STR(" | By "), 0), n;
	bool mail = memchr(s.p, '@', s.n) && line_mail(s).n, opened, high;

	if (s.n < 5 || s.n > 240)
		return 0;
	if ((s.p[0] & 0x80) && behind_label(s).n < s.n) {
		s = behind_label(s);
		if (korean_name_only(s)) /* 기자명 홍길동 */
			return one_name(s, names);
		if (s.n < 5)
			return 0;
	}
	if (*s.p == '[' && str_has(s, STR("; By "))) { /* [Associated Press; By NAME] */
		s = str_from(s, str_find(s, STR("; By "), 0) + 2);
		s.n -= s.p[s.n - 1] == ']';
	}
	if (inner < 40 && inner < s.n && name_shape(str_of(s.p, inner))) /* Landon Mion By Landon Mion Fox News */
		s = str_from(s, inner + 1);
	if (bar < 40 && bar < s.n && line_words(str_of(s.p, bar)) <= 5) /* Green Valley Radio | By Howard Pell */
		s = str_from(s, bar + 3);
	high = utf8_ascii(s) < s.n;
	if (!high && !mail && !is_capital(*s.p) && *s.p != 'b' && *s.p != '[')
		return 0;
	if (high && words_any(s, WORDS("기자", "특파원", "논설위원")))
		return korean_byline(s) ? read_korean(s, names, most) : 0;
	if (mail && line_hangul(s))
		return korean_byline(s) ? read_korean_name(s, names) : 0;
	if (str_starts_nocase(s, STR("photo")))
		return 0;
	whole = s;
	s = behind_opening(s, mail, &opened);
	if (!opened && !mail && !names_job(whole))
		return 0;
	if (opened && line_stops(s) && line_words(s) > 14)
		return 0;
	if (opened && korean_name_only(s)) /* By 홍길동 */
		return one_name(s, names);
	n = read_names(without_tail(s), names, most);
	return opened || mail || line_words(s) <= 10 ? n : 0;
}
