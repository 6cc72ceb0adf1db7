/* Persons in Hangul that no table has: by the title behind them, by their form in lists, by the sound of foreign names. */
#include "hangul_rule.h"

bool
hangul_village(const struct doc *d, size_t i)
{
	struct str w = doc_span(d, i, i);

	return w.n >= 9 && w.n <= 12 && word_ends_in(w, "리 동") && is_spaced(d, i + 1)
	    && word_begins(doc_span(d, i + 1, i + 1), "이장 주민 마을 부녀회장 노인회장 어촌계");
}

/* 국방부 has the form of a name, too: what ends so must stand before a body to be a person's. */
static bool
person_form(const struct scan *s, size_t i)
{
	return says(s, i, SAYS_PERSON) && (known_as(s, i + 1, TYPE_ORG) || !word_ends_in(doc_span(s->d, i, i), "대 부"))
	    && !hangul_village(s->d, i)
	    && !(word_ends_in(doc_span(s->d, i, i), "면 읍 리") /* 경주시 양남면 신대리; 박수진 소성리 대변인 */
		&& (hangul_mention_before(s, i, TYPE_GPE) || hangul_mention_before(s, i, TYPE_PERSON)))
	    && !(word_ends_in(doc_span(s->d, i, i), "동") && hangul_mention_before(s, i, TYPE_GPE)
		&& !word_begins(doc_span(s->d, i + 1, i + 1), "의원 시장 군수 구청장 후보 지사")); /* 서울 서초동 특검 */
}

static bool
name_shape(const struct doc *d, size_t i)
{
	return hangul_name_shape(doc_span(d, i, i));
}

static bool
military(const struct doc *d, size_t i)
{
	return word_begins(doc_span(d, i, i), HANGUL_RANKS);
}

/* Over what stands in brackets behind a name or a body, a word or two: (KIDA), (왼쪽). */
static size_t
over_aside(const struct doc *d, size_t i)
{
	for (size_t k = i + 2; is_mark(d, i, MARK_OPEN) && k < i + 4; k++)
		if (is_mark(d, k, MARK_CLOSE))
			return k + 1;
	return i;
}

/* Over the mention on token i, which no particle may follow: its next token, or i. */
static size_t
over_mention(const struct scan *s, size_t i)
{
	const struct mention *m = known(s, i);
	size_t k = i;

	while (m && tok(s->d, k)->end < m->end)
		k++;
	return m && m->type != TYPE_PERSON && tok(s->d, k)->end == m->end ? k + 1 : i;
}

/* 한국국방연구원, 광운대, 방위사업학과: what an office belongs to, by its length or its end. */
static bool
office_word(struct str w)
{
	return w.n >= 12 || (w.n >= 9 && word_ends_in(w, "대 부 청 처 실 군 당 원 회 단 소 학과 본부 센터"));
}

bool
hangul_has_particle(const struct doc *d, size_t i)
{
	struct str word = doc_span(d, i, i);

	if (word_ends_in(word, "학과") || word_exactly(word, "주한"))
		return false;
	return hangul_stem(d, i).n < word.n || word_ends_in(word, "은 는 을 를 에 의 와 서 며 고 다 면 게 던 한 된");
}

bool
hangul_university(const struct doc *d, size_t i)
{
	size_t next = word_ends_in(doc_span(d, i + 1, i + 1), "학과 학부 대학원") ? i + 2 : i + 1;

	return length(d, i) >= 9 && word_ends_in(doc_span(d, i, i), "대 대학교")
	    && word_begins(doc_span(d, next, next), "교수 석좌교수 명예교수 특임교수 초빙교수 겸임교수 연구원 총장");
}

/* WB그룹, BAE: letters that a body's name begins with, or is. */
static bool
latin_body(const struct doc *d, size_t i)
{
	return is_word(d, i) && length(d, i) > 1 && d->text.p[tok(d, i)->start + 1] >= 'A' && d->text.p[tok(d, i)->start + 1] <= 'Z';
}

/* A title stands behind the bodies from token i on whose office it is: "국방부 부대변인", "광운대 방위사업학과 교수", "국무부 동아태 담당 차관보". */
static bool
office_behind(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	bool body = false;

	for (int n = 0; n < 5; n++) {
		size_t next = over_mention(s, i);

		if (!is_spaced(d, i) && !is_mark(d, i - 1, MARK_CLOSE))
			return false;
		if (next > i) {
			i = over_aside(d, next);
			body = true;
			continue;
		}
		if (!(is_hangul(d, i) || tok(d, i)->kind == TOKEN_NUMBER || latin_body(d, i)))
			return false;
		if (body && says(s, i, SAYS_TITLE))
			return true;
		if (known(s, i) || hangul_has_particle(d, i))
			return false;
		body |= office_word(doc_span(d, i, i)) || latin_body(d, i) || word_exactly(doc_span(d, i, i), "예비역 퇴역 미 중 일 러 북 주유엔");
		i = over_aside(d, i + 1);
	}
	return false;
}

/* 최평화 한누리 기자: three syllables before a title that leaves no doubt, and that no desk is: 사회부. */
static bool
reporter(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t next = i + 1 + is_mark(d, i + 1, MARK_MIDDLE);

	if (!name_shape(d, i) || word_ends_in(doc_span(d, i, i), "부 팀 단 국 문 동 재 반"))
		return false;
	if (name_shape(d, next))
		next++;
	return word_begins(doc_span(d, next, next), "기자 특파원 앵커") && is_spaced(d, next) && !says(s, i, SAYS_TITLE)
	    && !word_begins(doc_span(d, next, next), "기자회견 기자간담회 기자실 기자단 기자들");
}

/* "KBS 뉴스 윤하늘입니다.", "영상편집 김하나": who signs off, or is credited, at the end of a line. */
static bool
signs(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i);
	bool off = str_ends(w, STR("입니다"));
	uint8_t next = tok(d, i + 1)->kind;

	if (i == 0 || !hangul_name_shape(off ? str_of(w.p, w.n - strlen("입니다")) : w) || (next != TOKEN_BREAK && next != TOKEN_PUNCT))
		return false;
	if (off)
		return (known_as(s, i - 1, TYPE_ORG) || word_ends_in(doc_span(d, i - 1, i - 1), "뉴스 기자"))
		    && tok(d, i + 2)->kind == TOKEN_BREAK;
	return word_exactly(doc_span(d, i - 1, i - 1), "에디터 웹편집 웹팀 영상편집 영상취재 촬영기자 취재기자 그래픽");
}

/* 갑·을 의원, 갑·을당 병 의원: token i is the first of two who share the title. */
static bool
shares_title(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t k = known_as(s, i + 2, TYPE_ORG) ? i + 3 : i + 2;

	return is_mark(d, i + 1, MARK_MIDDLE) && (length(d, i) == HANGUL_NAME || military(d, k + 1))
	    && (known_as(s, k, TYPE_PERSON) || person_form(s, k)) && says(s, k + 1, SAYS_TITLE);
}

/* A title stands behind token i, at once or behind the name of an organisation: "이경호 국방부 부대변인". */
static bool
title_behind(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t next = over_aside(d, i + 1);

	/* 대령 김현석 */
	if (i > 0 && is_spaced(d, i) && length(d, i - 1) == 6 && military(d, i - 1))
		return true;
	if (shares_title(s, i))
		return true;
	if (!((is_hangul(d, next) || latin_body(d, next)) && (is_spaced(d, next) || next > i + 1)))
		return false;
	return says(s, next, SAYS_TITLE) || (length(d, i) > 3 && office_behind(s, next));
}

/* "오금례(58)씨", "박순자(78) 할머니가": a name with its age. */
static bool
aged(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t close = i + 3;

	if (!is_mark(d, i + 1, MARK_OPEN) || !name_shape(d, i))
		return false;
	if (tok(d, i + 2)->kind != TOKEN_NUMBER)
		close += 2; /* (가명·34) */
	return is_mark(d, close, MARK_CLOSE) && tok(d, close - 1)->kind == TOKEN_NUMBER && ascii_length(d, close - 1) == 2
	    && is_hangul(d, close + 1)
	    && (says(s, close + 1, SAYS_TITLE) || word_exactly(doc_span(d, close + 1, close + 1), "은 는 이 가 도"));
}

static bool
foreign_part(const struct scan *s, size_t i)
{
	return (name_word(s->d, i) & (SAYS_FOREIGN | SAYS_TITLE)) == SAYS_FOREIGN && !known(s, i)
	    && !word_begins(doc_span(s->d, i, i), "예비역 퇴역") && !hangul_university(s->d, i);
}

/* 맷, 마이클: a given name of another people's. */
static bool
foreign_given(const struct scan *s, size_t i)
{
	if (known(s, i))
		return false;
	return length(s->d, i) > 3 ? has_class(s->d, i, CLASS_GIVEN) : word_exactly(doc_span(s->d, i, i), HANGUL_SHORT_GIVEN);
}

/* Weights of hangul_foreign from which words before a title are a name: two or three of them together, one alone, one before a Korean
 * surname, one behind a given name of the list. */
enum { FOREIGN_NAME = 25, FOREIGN_SURNAME = 30, FOREIGN_GIVEN = 10, FOREIGN_LISTED = -10 };

/* May a surname alone stand before the title at i? Companies have chairmen, too, and dealers and whisky a market. */
static bool
takes_surname(const struct scan *s, size_t i)
{
	return says(s, i, SAYS_TITLE) && !word_begins(doc_span(s->d, i, i), "대표 회장 사장 시장 작가 디자이너 감독 위원장 홍보대사 주지사 이사 부상 상장");
}

/* "피오트르 보이첵 WB그룹 회장", "맷 밀러 대변인", "치프라스 총리": up to three words before a title. Returns the token behind them, i if they are no
 * name. A given name of the list needs no weight. */
size_t
person_foreign(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	bool listed = foreign_given(s, i);
	size_t end = i, title;
	int weight = 0;

	for (; end < i + 3
	     && ((end == i && listed) || foreign_part(s, end) || (end > i && word_exactly(doc_span(d, end, end), "빈 폰 반 판 드")))
	     && (end == i || is_spaced(d, end));
	     end++) {
		weight += hangul_foreign(doc_span(d, end, end));
		if (is_hyphen(d, end + 1) && is_glued(d, end + 1) && is_glued(d, end + 2) && foreign_part(s, end + 2))
			end += 2; /* 코시니악-카미슈 */
	}
	title = over_aside(d, end);
	if (end == i || !(is_hangul(d, title) || latin_body(d, title)))
		return i;
	/* 앤디 김 상원의원 */
	if (end == i + 1 && word_exactly(doc_span(d, end, end), HANGUL_SHORT_SURNAMES) && (listed || weight >= FOREIGN_GIVEN))
		return says(s, end + 1, SAYS_TITLE) || office_behind(s, end + 1) ? end + 1 : i;
	if (end == i + 1)
		return weight >= FOREIGN_SURNAME && takes_surname(s, end) ? end : i;
	return (listed || weight >= FOREIGN_NAME) && (says(s, title, SAYS_TITLE) || office_behind(s, title)) ? end : i;
}

/* The surname behind the given name of the list at token i: a mark ends it, or a particle that people take. Empty if there is none. */
static struct str
surname_behind(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str none = { 0 }, word, stem;

	if (!is_spaced(d, i + 1) || !is_hangul(d, i + 1) || known(s, i + 1))
		return none;
	word = doc_span(d, i + 1, i + 1);
	if (word.n >= 6 && word.n <= 15 && (is_mark(d, i + 2, MARK_OPEN) || is_mark(d, i + 2, MARK_COMMA)))
		return hangul_foreign(word) >= FOREIGN_GIVEN ? word : none;
	if (word.n < 9 || word.n > 18)
		return none;
	stem = str_of(word.p, word.n - HANGUL_SYLLABLE);
	if (!word_begins(str_from(word, stem.n), "은 는 이 가 의 를 을 와 과 도") || hangul_foreign(stem) < FOREIGN_LISTED)
		return none;
	return str_ends(stem, STR("씨")) ? str_of(stem.p, stem.n - HANGUL_SYLLABLE) : stem;
}

/* "데이비드 브라운은", "조 맨신(민주·웨스트버지니아)": a given name of the list and its surname. */
bool
person_given(struct scan *s, size_t i)
{
	struct str surname;

	if (length(s->d, i) < 6 || !foreign_given(s, i) || word_exactly(doc_span(s->d, i, i), "유리 키스 보니 조이")
	    || (surname = surname_behind(s, i)).n == 0)
		return false;
	doc_mention(s->d, TYPE_PERSON, i, tok(s->d, i + 1)->start + surname.n, "given name of the list and surname");
	return true;
}

/* "김모 상병", "정모(41)씨": a surname and what stands for the rest, before who bears it. */
static bool
veiled(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	if (length(d, i) != 6 || !str_ends(doc_span(d, i, i), STR("모")) || !(words_of(doc_span(d, i, i).p, 3) & CLASS_SURNAME))
		return false;
	return (is_mark(d, i + 1, MARK_OPEN) && tok(d, i + 2)->kind == TOKEN_NUMBER)
	    || (is_spaced(d, i + 1) && (military(d, i + 1) || word_begins(doc_span(d, i + 1, i + 1), "씨 경사 경위 경장")));
}

/* "요코타 사키에가": a Japanese surname and syllables that Japanese names are spelled with. */
bool
person_japanese(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str given = hangul_stem(d, i + 1 < d->tokens_n ? i + 1 : i);

	if (known(s, i) || known(s, i + 1) || length(d, i) > 15
	    || !(is_hangul(d, i + 1) && is_spaced(d, i + 1)) || given.n < 6 || given.n > 12
	    || !word_among(doc_span(d, i, i), JAPANESE_SURNAMES))
		return false;
	for (size_t k = 0; k < given.n; k += 3)
		if (!word_begins(str_of(given.p + k, 3), JAPANESE_SYLLABLES))
			return false;
	/* 아키히로 의원: the last syllable is no particle */
	if (given.n < length(d, i + 1) && word_exactly(doc_span(d, i + 1, i + 1), JAPANESE_GIVEN))
		given = doc_span(d, i + 1, i + 1);
	doc_mention(s->d, TYPE_PERSON, i, tok(d, i + 1)->start + given.n, "Japanese name");
	return true;
}

/* "..."이라고 비난했다: a particle hangs on the closing mark. */
static bool
after_closing(const struct doc *d, size_t i)
{
	return i > 1 && !is_spaced(d, i) && tok(d, i - 1)->kind == TOKEN_PUNCT && !is_spaced(d, i - 1)
	    && tok(d, i - 1)->start == tok(d, i - 2)->end && !is_mark(d, i - 1, MARK_OPEN) && !str_eq(doc_span(d, i - 1, i - 1), STR("…"));
}

/* "[안미희/마을 이장 : "...", "양무진(북한대학원대 교수)": who speaks, and behind a mark what he is. */
static bool
speaks(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	if (length(d, i) != HANGUL_NAME || !(is_mark(d, i + 1, MARK_OPEN) || is_mark(d, i + 1, MARK_SLASH)))
		return false;
	if (i > 0 && is_mark(d, i - 1, MARK_OPEN) && is_mark(d, i + 1, MARK_SLASH))
		return true;
	for (size_t j = i + 2; j < i + 8 && is_hangul(d, j); j++)
		if (says(s, j, SAYS_TITLE))
			return true;
	return false;
}

bool
person_titled(const struct scan *s, size_t i)
{
	if (says(s, i, SAYS_SHORT) && is_spaced(s->d, i + 1) && says(s, i + 1, SAYS_TITLE)
	    && word_begins(doc_span(s->d, i + 1, i + 1), "의원 위원 기자 특파원 앵커 연구위원 선임연구 박사 변호사 대령 중령 소령 대위 중사 하사 병장 상병 일병"))
		return true;
	/* 채 상병: rarer surnames, which are words before other titles */
	if (length(s->d, i) == 3 && military(s->d, i + 1) && word_begins(doc_span(s->d, i, i), HANGUL_RARE_SURNAMES))
		return true;
	if (says(s, i, SAYS_SHORT) && is_mark(s->d, i + 1, MARK_MIDDLE) && shares_title(s, i)) /* 박한·김하람 상병 */
		return true;
	if (aged(s, i) || reporter(s, i) || signs(s, i) || veiled(s, i))
		return true;
	/* "양 장관은": both of them */
	bool both = str_eq(doc_span(s->d, i, i), STR("양"))
	    && word_begins(doc_span(s->d, i + 1, i + 1), "장관 차관 정상 총리 의장 대표 수석대표 국방장관 외교장관");
	return (person_form(s, i) || (says(s, i, SAYS_SURNAME) && !both)) && !after_closing(s->d, i) && !says(s, i, SAYS_TITLE)
	    && (title_behind(s, i) || speaks(s, i)) && !(foreign_given(s, i) && person_foreign(s, i) > i + 1);
}

/* "박흥룡, 윤정식, 김경일 등 14명": three syllables each, one by one at least a name by its form, and 등 behind them. Returns the last
 * token of the list, i if it is none. */
static size_t
list_end(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last = i, sure = person_form(s, i);

	while (last < i + 40 && (is_mark(d, last + 1, MARK_COMMA) || is_mark(d, last + 1, MARK_MIDDLE)) && name_shape(d, last + 2)
	    && !known(s, last + 2)) {
		last += 2;
		sure += person_form(s, last);
	}
	return last > i && sure * 4 > (last - i) && str_eq(doc_span(d, last + 1, last + 1), STR("등")) ? last : i;
}

/* Does a person's name end at token i, found by now or in the tables? */
static bool
ends_person(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const struct mention *last = d->mentions_n ? &d->mentions[d->mentions_n - 1] : NULL;

	return (known_as(s, i, TYPE_PERSON) && known(s, i)->end == tok(d, i)->end)
	    || (last && last->type == TYPE_PERSON && last->end == tok(d, i)->end);
}

static bool
list_mark(const struct doc *d, size_t i)
{
	return is_mark(d, i, MARK_COMMA) || is_mark(d, i, MARK_MIDDLE);
}

/* "최태복·김평해·곽범기 당 비서", "윤후덕, 기동민, 송갑석 위원": between two persons, or between one and the title that they share. */
static bool
between_persons(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i);

	if (w.n != HANGUL_NAME || i < 2 || !list_mark(d, i - 1) || word_ends_in(w, "당 부 청 원 군 국 사 회 단 팀 은 는 이 가 씨 등")
	    || !(words_of(w.p, HANGUL_SYLLABLE) & CLASS_SURNAME || word_begins(w, HANGUL_RARE_SURNAMES)) || !ends_person(s, i - 2))
		return false;
	return list_mark(d, i + 1) ? known_as(s, i + 2, TYPE_PERSON) || person_form(s, i + 2)
				   : is_spaced(d, i + 1) && is_hangul(d, i + 1) && says(s, i + 1, SAYS_TITLE) && person_form(s, i);
}

bool
person_listed(struct scan *s, size_t i)
{
	size_t last;

	if (between_persons(s, i)) {
		add_span(s, TYPE_PERSON, i, i, "name in a list");
		return true;
	}
	if (!is_mark(s->d, i + 1, MARK_COMMA) || !name_shape(s->d, i) || (last = list_end(s, i)) == i)
		return false;
	for (; i <= last; i += 2)
		add_span(s, TYPE_PERSON, i, i, "name in a list");
	return true;
}
