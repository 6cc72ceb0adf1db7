/* Bylines in Korean: `홍길동 기자`, `홍길동·김철수 특파원 a@b.kr`, `기자명 홍길동`. */
#include "split_byline.h"
#include "ksplit_lists.h"
#include "list.h"
#include "split_line.h"
#include "split_meta.h"
#include "split_words.h"
#include "utf8.h"

/* Bytes of the job that a word ends in, before 기자: `인턴` of `인턴기자`. */
static size_t
job_at_end(struct str w)
{
	return word_ends_in(w, "촬영 사진 영상 편집 선임 수습 인턴 전문 객원 시민 취재 군사 국방 외교 통일 안보 정치 사회 경제 국제 정치부 사회부 경제부 국제부 디지털 온라인 대학생 청년 북한 의학 과학 문화 대");
}

bool
korean_job(struct str w)
{
	for (size_t n; w.n && (n = job_at_end(w)) > 0;)
		w.n -= n;
	return w.n == 0;
}

/* The word of Hangul that ends s. */
static struct str
last_hangul(struct str s)
{
	size_t from = s.n, len;

	while (from > 0 && utf8_is_hangul(utf8_before(s.p, from, &len)))
		from -= len;
	return str_from(s, from);
}

/* `홍길동선임`: the job clings to the name. */
static struct str
without_job(struct str w)
{
	size_t n = job_at_end(w);

	return n && w.n >= n + 6 && !korean_name(w) ? str_of(w.p, w.n - n) : w; /* 한승대 is a name */
}

static bool
korean_surname(struct str s)
{
	static const char surnames[] = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염갈여추도소석선설마길연위표명기반왕온옥금봉어맹모탁태편피";

	for (size_t k = 0; k + 3 < sizeof surnames; k += 3)
		if (memcmp(surnames + k, s.p, 3) == 0)
			return true;
	return false;
}

bool
korean_name(struct str s)
{
	return s.n == 9 && line_hangul(s) == 3 && korean_surname(s)
	    && !words_end(s, WORDS("부", "실", "팀", "국", "회", "단", "판", "기", "사", "장"));
}

/* Is s nothing but names, each with its surname, a blank or a comma between them? */
static bool
names_only_before(struct str s)
{
	while (s.p && s.n) {
		struct str word = str_cut(&s, ' ');

		word.n -= str_ends(word, STR(","));
		if (word.n && (!korean_name(word) || words_start(word, WORDS("한겨레", "강원도", "조선비"))))
			return false;
	}
	return true;
}

/* Before the word w, which ends s, stands nothing but a name: `홍길동 워싱턴`, where he reports from, or `군사방산전문`. A name it is none itself. */
static bool
posting(struct str s, struct str w)
{
	return korean_name(str_trim(str_of(s.p, (size_t)(w.p - s.p)))) && (!korean_name(w) || words_start(w, WORDS("하노이", "마닐라")));
}

/* The names that end s, before their job, from right to left. */
static size_t
names_at_end(struct str s, struct str *names, size_t most)
{
	size_t n = 0;

	for (;;) {
		struct str w;

		s = str_trim(s);
		if (n == 0 && str_ends(s, STR("|"))) /* 홍길동 | 정치부 기자 */
			s = str_trim(str_of(s.p, s.n - 1));
		w = last_hangul(s);
		if (w.n && n == 0 && (korean_job(w) || posting(s, w))) {
			s.n -= w.n;
			continue;
		}
		w = without_job(w);
		if (w.n < 6 || w.n > 12 || n == most)
			return n;
		if (names)
			names[n] = w;
		n++;
		s.n = (size_t)(w.p - s.p);
		if (str_ends(s, STR("·")))
			s.n -= 2;
		else if (str_ends_in(s, ",/"))
			s.n--;
		else if (words_end(s, WORDS(", ", " ")) && korean_name(w) && names_only_before(s)) /* 홍길동, 이하늘 기자 */
			s.n -= words_end(s, WORDS(", ", " "));
		else
			return n;
	}
}

static size_t
one_name(struct str s, struct str *names)
{
	if (names)
		names[0] = s;
	return 1;
}

static void
reverse(struct str *names, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct str x = names[i];

		names[i] = names[n - 1 - i];
		names[n - 1 - i] = x;
	}
}

/* Names of two to four syllables, each before its job. */
static size_t
read_names(struct str s, struct str *names)
{
	const struct words jobs = WORDS("기자", "특파원", "논설위원", "통신원", "앵커", "작가", "PD");
	size_t n = words_start(s, WORDS("본사기자 ", "특파기자 ", "기자")), from = 0;

	if (words_start(s, WORDS("기자 ")) && korean_name(str_from(s, STR("기자 ").n)))
		n = STR("기자 ").n;

	if (n && korean_name_only(str_from(s, n))) /* papers of the North; 기자국은채 */
		return one_name(str_from(s, n), names);
	n = 0;
	while (from < s.n && n < NAMES) {
		struct str rest = str_from(s, from);
		size_t at = words_find(rest, jobs), found = names_at_end(str_of(rest.p, at), names ? names + n : NULL, NAMES - n);

		if (at == rest.n)
			break;
		from += at + words_start(str_from(rest, at), jobs);
		if (words_start(str_from(s, from), WORDS("회견", "간담회", "단", "실", "협회"))) /* 공동기자회견 */
			continue;
		if (names)
			reverse(names + n, found);
		n += found;
	}
	return n;
}

static bool
korean_byline(struct str s)
{
	struct str rest = s;
	struct str mail = line_mail(s);

	if (mail.n)
		rest.n = (size_t)(mail.p - s.p);
	if (str_ends(s, STR("자료사진)"))) /* (홍길동 기자/자료사진) */
		return false;
	return line_words(rest) <= 5 && !line_stops(s) && rest.n < 90
	    && (str_last(s) != '>' || *s.p == '<' || mail.n); /* 홍길동 앵커> speaks, <홍길동 기자> wrote */
}

/* `YTN 서지후 (jihoo@ytn.co.kr)`: a name of three syllables that opens with a surname, and a mail address. */
static size_t
read_name_and_mail(struct str s, struct str *names)
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

/* The name of `정치홍길동`, MBC's section and its reporter, stuck together, and of `홍길동 다른 기사 보기`; empty if it is neither. */
static struct str
stuck_name(struct str s)
{
	struct str name = str_from(s, words_start(s, WORDS("정치", "사회", "경제", "세계", "문화연예", "스포츠")));

	if (name.n == s.n)
		name = str_trim(str_of(s.p, s.n - words_end(s, WORDS("다른 기사 보기", "다른기사보기", "다른기사 보기"))));
	return name.n < s.n && korean_name(name) && !words_end(s, WORDS("지도자", "주의자")) ? name : str_of(s.p, 0);
}

/* `기자명 홍길동 기자` -> `홍길동 기자` */
static struct str
behind_label(struct str s)
{
	return str_trim(str_from(s, words_start(s, WORDS("기자명 ", "기자이미지 ", "기자 정보 ", "기자정보 ", "글쓴이 ", "작성자 ", "글 "))));
}

/* Nothing but a Korean name of two to four syllables. */
bool
korean_name_only(struct str s)
{
	return s.n >= 6 && s.n <= 12 && line_hangul(s) * 3 == s.n;
}

struct str
korean_expert(struct str s)
{
	struct str name = str_of(s.p, str_find(s, STR(" "), 0));

	if (s.n > 90 || name.n == s.n
	    || !(korean_name(name) || (name.n == 9 && korean_surname(name) && str_ends(name, STR("기")))) /* 한동기 교수 */
	    || line_words(s) > 5 || line_stops(s))
		return str_of(s.p, 0);
	return words_end(s, WORDS(KOREAN_GUESTS)) ? name : str_of(s.p, 0);
}

struct str
korean_without_account(struct str s)
{
	size_t open = str_last(s) == ')' ? str_find(s, STR("("), 0) : s.n;

	for (size_t i = open + 1; i + 1 < s.n; i++)
		if (!is_small(s.p[i]) && !is_digit(s.p[i]) && !strchr("_-.", s.p[i]))
			return s;
	return str_of(s.p, open);
}

bool
korean_byline_read(struct str *s, struct str *names, size_t *n)
{
	bool mail = memchr(s->p, '@', s->n) && line_mail(*s).n;
	struct str stuck = s->p[0] & 0x80 ? stuck_name(*s) : STR("");

	if (stuck.n) {
		*n = one_name(stuck, names);
		return true;
	}
	if ((s->p[0] & 0x80) && behind_label(*s).n < s->n) {
		*s = behind_label(*s);
		if (korean_name_only(*s)) { /* 기자명 홍길동 */
			*n = one_name(*s, names);
			return true;
		}
	}
	if (utf8_ascii(*s) < s->n && words_any(*s, WORDS("기자", "특파원", "논설위원", "통신원")))
		*n = korean_byline(*s) ? read_names(*s, names) : 0;
	else if (mail && line_hangul(*s))
		*n = korean_byline(*s) ? read_name_and_mail(*s, names) : 0;
	else
		return false;
	return true;
}

size_t
caption_reporter(struct str s)
{
	size_t from = s.n > 60 ? s.n - 60 : 1, dot;

	if (!words_end(s, WORDS(" 기자")))
		return s.n;
	dot = str_find(s, STR(". "), from);
	if (dot >= s.n || !(s.p[dot - 1] & 0x80) || words_end(str_of(s.p, dot), WORDS("다", "요", "까", "죠", "음", "함", "됨"))
	    || line_words(str_from(s, dot)) > 3)
		return s.n;
	return dot + 2;
}

bool
korean_sign_off(struct str *s, struct str *name)
{
	const struct str end = STR("입니다.");

	if (!str_ends(*s, end))
		return false;
	*name = line_last_word(str_of(s->p, s->n - end.n));
	*s = str_trim(str_of(s->p, (size_t)(name->p - s->p)));
	return true;
}
