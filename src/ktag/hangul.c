/* Names in Hangul that no table has: persons by the title behind them, bodies by their last syllables. */
#include "hangul_word.h"
#include "scan.h"

static bool
says(const struct scan *s, size_t i, uint32_t what)
{
	return name_word(s->d, i) & what;
}

struct str
hangul_stem(const struct doc *d, size_t i)
{
	struct str w = doc_span(d, i, i);

	return str_of(w.p, w.n - (name_word(d, i) >> SAYS_PARTICLE));
}

/* "화성-18형", "북극성-3호", "현무-5": families that take a number. */
static bool
weapon(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str n;
	size_t j = is_hyphen(d, i + 1) ? i + 2 : i + 1, k = 0;

	if (tok(d, j)->kind != TOKEN_NUMBER || (j == i + 1 && !is_glued(d, j)))
		return false;
	n = doc_span(d, j, j);
	while (k < n.n && ((uint8_t)n.p[k] < 0x80))
		k++;
	if (word_begins(str_from(n, k), "ㅅ ㄴ"))
		k += 3;
	if (word_begins(str_from(n, k), "형 호 나 가 다 라 마"))
		k += 3;
	/* 별찌-1-2 */
	if (k == length(d, j) && is_hyphen(d, j + 1) && tok(d, j + 2)->kind == TOKEN_NUMBER) {
		j += 2;
		k = ascii_length(d, j);
	}
	doc_mention(s->d, TYPE_WEAPON, i, tok(d, j)->start + k, "weapon family and number");
	return true;
}

static bool
ship(struct scan *s, size_t i)
{
	if (known(s, i))
		return false;
	doc_mention(s->d, TYPE_WEAPON, i, tok(s->d, i)->start + 12, "ship named after a person");
	return true;
}

/* "핵추진 잠수함 앨라배마함": behind its class. */
static bool
vessel(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str stem = hangul_stem(d, i);

	if (i == 0 || stem.n < 9 || !str_ends(stem, STR("함")) || !(tok(d, i)->flags & TOKEN_SPACE)
	    || !word_ends_in(doc_span(d, i - 1, i - 1), "잠수함 핵잠 항모 항공모함 구축함 순양함 상륙함 호위함 초계함 이지스함 지원함 소해함 정찰함")
	    || word_ends_in(stem, "잠수함 항공모함 구축함 순양함 상륙함 호위함 초계함 이지스함 지원함 전투함 소해함 정찰함"))
		return false;
	doc_mention(s->d, TYPE_WEAPON, i, tok(d, i)->start + stem.n, "ship behind its class");
	return true;
}

/* "유엔 안전보장이사회 결의 2397호" */
static bool
resolution(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const struct mention *body = i > 0 ? known(s, i - 1) : NULL;
	struct str n = doc_span(d, i + 1, i + 1);
	size_t k = 0;

	if (tok(d, i + 1)->kind != TOKEN_NUMBER || !word_is(d, i, "결의"))
		return false;
	while (k < n.n && (uint8_t)n.p[k] < 0x80)
		k++;
	if (!str_starts(str_from(n, k), STR("호")))
		return false;
	doc_mention(s->d, TYPE_LAW, body && body->type == TYPE_ORG && body->end == tok(d, i - 1)->end ? body->token : i, tok(d, i + 1)->start + k + 3,
	    "numbered resolution");
	return true;
}

/* 국방부 has the form of a name, too: what ends so must stand before a body to be a person's. */
static bool
person_form(const struct scan *s, size_t i)
{
	return says(s, i, SAYS_PERSON) && (known_as(s, i + 1, TYPE_ORG) || !word_ends_in(doc_span(s->d, i, i), "대 부"));
}

static bool
military(const struct doc *d, size_t i)
{
	return word_begins(doc_span(d, i, i), "대장 중장 소장 준장 대령 중령 소령 대위 중위 소위 상사 중사 하사 병장 상병 일병 이병");
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

/* Does a particle end the word? 방위사업학과 looks so. */
static bool
has_particle(const struct doc *d, size_t i)
{
	struct str word = doc_span(d, i, i);

	if (word_ends_in(word, "학과"))
		return false;
	return hangul_stem(d, i).n < word.n || word_ends_in(word, "은 는 을 를 에 의 와 서 며 고 다 면 게 던 한 된");
}

/* 서던캘리포니아대 교수, 광운대 방위사업학과 교수 */
static bool
is_university(const struct doc *d, size_t i)
{
	size_t next = word_ends_in(doc_span(d, i + 1, i + 1), "학과 학부 대학원") ? i + 2 : i + 1;

	return length(d, i) >= 9 && word_ends_in(doc_span(d, i, i), "대 대학교")
	    && word_begins(doc_span(d, next, next), "교수 석좌교수 명예교수 특임교수 초빙교수 겸임교수 연구원 총장");
}

/* A title stands behind the bodies from token i on whose office it is: "국방부 부대변인", "광운대 방위사업학과 교수", "국무부 동아태 담당 차관보". */
static bool
office_behind(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	bool body = false;

	for (int n = 0; n < 5; n++) {
		size_t next = over_mention(s, i);

		if (!(tok(d, i)->flags & TOKEN_SPACE) && !is_mark(d, i - 1, MARK_CLOSE))
			return false;
		if (next > i) {
			i = over_aside(d, next);
			body = true;
			continue;
		}
		if (!(tok(d, i)->flags & TOKEN_HANGUL || tok(d, i)->kind == TOKEN_NUMBER))
			return false;
		if (body && says(s, i, SAYS_TITLE))
			return true;
		if (known(s, i) || has_particle(d, i))
			return false;
		body |= office_word(doc_span(d, i, i)) || word_exactly(doc_span(d, i, i), "예비역 퇴역");
		i = over_aside(d, i + 1);
	}
	return false;
}

/* 갑·을 의원, 갑·을당 병 의원: token i is the first of two who share the title. */
static bool
shares_title(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t k = known_as(s, i + 2, TYPE_ORG) ? i + 3 : i + 2;

	return is_mark(d, i + 1, MARK_MIDDLE) && length(d, i) == 9 && (known_as(s, k, TYPE_PERSON) || person_form(s, k)) && says(s, k + 1, SAYS_TITLE);
}

/* A title stands behind token i, at once or behind the name of an organisation: "이경호 국방부 부대변인". */
static bool
title_behind(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t next = over_aside(d, i + 1);

	/* 대령 김현석 */
	if (i > 0 && tok(d, i)->flags & TOKEN_SPACE && length(d, i - 1) == 6 && military(d, i - 1))
		return true;
	if (shares_title(s, i))
		return true;
	if (!(tok(d, next)->flags & TOKEN_HANGUL && (tok(d, next)->flags & TOKEN_SPACE || next > i + 1)))
		return false;
	return says(s, next, SAYS_TITLE) || (length(d, i) > 3 && office_behind(s, next));
}

/* "오금례(58)씨", "박순자(78) 할머니가": a name with its age. */
static bool
aged(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t close = i + 3;

	if (!is_mark(d, i + 1, MARK_OPEN) || length(d, i) != 9 || !(words_of(doc_span(d, i, i).p, 3) & CLASS_SURNAME))
		return false;
	if (tok(d, i + 2)->kind != TOKEN_NUMBER)
		close += 2; /* (가명·34) */
	return is_mark(d, close, MARK_CLOSE) && tok(d, close - 1)->kind == TOKEN_NUMBER && ascii_length(d, close - 1) == 2
	    && tok(d, close + 1)->flags & TOKEN_HANGUL && (says(s, close + 1, SAYS_TITLE) || word_exactly(doc_span(d, close + 1, close + 1), "은 는 이 가 도"));
}

static bool
foreign_part(const struct scan *s, size_t i)
{
	return (name_word(s->d, i) & (SAYS_FOREIGN | SAYS_TITLE)) == SAYS_FOREIGN && !known(s, i) && !word_begins(doc_span(s->d, i, i), "예비역 퇴역")
	    && !is_university(s->d, i);
}

/* Weights of hangul_foreign from which words before a title are a name: two or three of them together, one alone, one before a Korean surname. */
enum { FOREIGN_NAME = 25, FOREIGN_SURNAME = 30, FOREIGN_GIVEN = 10 };

/* May a surname alone stand before the title at i? Companies have chairmen, too, and dealers and whisky a market. */
static bool
takes_surname(const struct scan *s, size_t i)
{
	return says(s, i, SAYS_TITLE) && !word_begins(doc_span(s->d, i, i), "대표 회장 사장 시장 작가 디자이너 감독 위원장 홍보대사 주지사 이사");
}

/* "피오트르 보이첵 WB그룹 회장", "치프라스 총리": up to three words before a title. Returns the token behind them, i if they are no name. */
static size_t
foreign_name(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t end = i;
	int weight = 0;

	for (; end < i + 3 && foreign_part(s, end) && (end == i || tok(d, end)->flags & TOKEN_SPACE); end++)
		weight += hangul_foreign(doc_span(d, end, end));
	if (end == i || !(tok(d, end)->flags & TOKEN_HANGUL))
		return i;
	/* 앤디 김 상원의원 */
	if (end == i + 1 && word_exactly(doc_span(d, end, end), "김 박 최 리 조 윤 장 임 강 차 신 송 홍 문 권 황 안 양 배") && weight >= FOREIGN_GIVEN)
		return says(s, end + 1, SAYS_TITLE) || office_behind(s, end + 1) ? end + 1 : i;
	if (end == i + 1)
		return weight >= FOREIGN_SURNAME && takes_surname(s, end) ? end : i;
	return weight >= FOREIGN_NAME && (says(s, end, SAYS_TITLE) || office_behind(s, end)) ? end : i;
}

/* "스톡홀름 합의", "북중 우호조약": behind its place, or the two states that made it. */
static bool
accord(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const struct mention *place = i > 0 ? known(s, i - 1) : NULL;
	size_t n = hangul_accord(doc_span(d, i, i));

	if (i == 0 || !(tok(d, i - 1)->flags & TOKEN_HANGUL) || !(tok(d, i)->flags & TOKEN_SPACE))
		return false;
	bool named = place && (place->type == TYPE_GPE || place->type == TYPE_LOC) && place->end == tok(d, i - 1)->end && !str_starts(place->id, STR("country/"));
	if (!named && !(n >= 12 && word_among(doc_span(d, i - 1, i - 1), "조소 조중 조러 한미 한일 한중 한러 북중 북러 북일 미일 중소 중러 미중 미소 러북 중조")))
		return false;
	doc_mention(s->d, TYPE_LAW, named ? place->token : i - 1, tok(d, i)->start + n, "agreement named after its place");
	return true;
}

/* "요코타 사키에가": a Japanese surname and syllables that Japanese names are spelled with. */
static bool
japanese(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str given = hangul_stem(d, i + 1 < d->tokens_n ? i + 1 : i);

	if (known(s, i) || known(s, i + 1) || length(d, i) > 15 || !(tok(d, i + 1)->flags & TOKEN_HANGUL && tok(d, i + 1)->flags & TOKEN_SPACE)
	    || given.n < 6 || given.n > 12
	    || !word_among(doc_span(d, i, i), "요코타 다나카 스즈키 사토 다카하시 와타나베 이토 야마모토 나카무라 고바야시 가토 요시다 야마다 사사키 야마구치 마쓰모토 이노우에 기무라 하야시 사이토 "
	       "시미즈 야마자키 이케다 하시모토 이시카와 마에다 후지타 오가와 고토 오카다 하세가와 무라카미 곤도 이시이 사카모토 엔도 아오키 후지이 니시무라 후쿠다 미우라 후지와라 마쓰다 "
	       "나카지마 나카노 하라다 다무라 다케우치 가네코 나카야마 이시다 우에다 모리타 시바타 사카이 요코야마 미야자키 미야모토 우치다 다카기 안도 다니구치 마루야마 이마이 다카다 후지모토 "
	       "다케다 무라타 우에노 스기야마 마스다 히라노 오쓰카 마쓰이 이와사키 노구치 기노시타 마쓰오 기쿠치 노무라 스가와라 기시다 이시바 다카이치 고이즈미 모테기 이와야 나카타니 "
	       "기하라 가미카와 하기우다 니카이 아마리 고무라 오카노 후나코시 나마즈 에다노 하토야마 이즈카 하스이케 아리모토 마쓰키 소가 지무라"))
		return false;
	for (size_t k = 0; k < given.n; k += 3)
		if (!word_begins(str_of(given.p + k, 3), "가 기 구 게 고 나 니 누 네 노 다 도 마 미 무 메 모 바 비 부 베 보 사 시 스 세 소 아 이 우 에 오 야 유 요 와 자 지 즈 제 조 카 키 쿠 "
		    "케 코 타 치 쓰 테 토 하 히 후 헤 호 라 리 루 레 로 쇼 슈 준 신 진 켄 겐 린 렌 슌 긴 쿄 교 료"))
			return false;
	/* 아키히로 의원: the last syllable is no particle */
	if (given.n < length(d, i + 1) && word_exactly(doc_span(d, i + 1, i + 1), "신지로 이치로 다로 지로 고로 사부로 시로 고이치로 준이치로 유이치로 아키히로 마사히로 "
	    "다카히로 요시히로 가즈히로 야스히로 노부히로 도모히로 쓰네히로 히로 겐타로 신타로 고타로 료타로 린타로"))
		given = doc_span(d, i + 1, i + 1);
	doc_mention(s->d, TYPE_PERSON, i, tok(d, i + 1)->start + given.n, "Japanese name");
	return true;
}

/* "판문점선언", "9·19 군사합의", "9월 평양공동선언" */
static bool
agreement(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str name = hangul_stem(d, i);
	size_t a = i;

	if (known(s, i) || ((str_eq(name, STR("군사합의")) || str_eq(name, STR("공동성명"))) && !(a >= 3 && is_mark(d, a - 2, MARK_MIDDLE))))
		return false;
	/* 9월 평양공동선언; 9·19 군사합의 */
	if (a >= 1 && tok(d, a - 1)->kind == TOKEN_NUMBER && str_ends(doc_span(d, a - 1, a - 1), STR("월")) && str_ends(name, STR("공동선언")))
		a--;
	if (a >= 3 && tok(d, a - 1)->kind == TOKEN_NUMBER && is_mark(d, a - 2, MARK_MIDDLE) && tok(d, a - 3)->kind == TOKEN_NUMBER)
		a -= 3;
	doc_mention(s->d, TYPE_LAW, a, tok(d, i)->start + name.n, "agreement by its head word");
	return true;
}

/* "..."이라고 비난했다: a particle hangs on the closing mark. */
static bool
after_closing(const struct doc *d, size_t i)
{
	return i > 1 && !(tok(d, i)->flags & TOKEN_SPACE) && tok(d, i - 1)->kind == TOKEN_PUNCT && !(tok(d, i - 1)->flags & TOKEN_SPACE)
	    && tok(d, i - 1)->start == tok(d, i - 2)->end && !is_mark(d, i - 1, MARK_OPEN) && !str_eq(doc_span(d, i - 1, i - 1), STR("…"));
}

/* Is the token at i a state's first syllable without a particle? */
static bool
syllable_of_state(const struct scan *s, size_t i)
{
	return says(s, i, SAYS_STATE) && length(s->d, i) == 3;
}

/* "미 대통령", "북 최선희": a state's first syllable before one who acts for it; the other syllables are words, too. */
static bool
before_holder(const struct scan *s, size_t i)
{
	return syllable_of_state(s, i) && word_begins(doc_span(s->d, i, i), "미 북 러") && tok(s->d, i + 1)->flags & TOKEN_SPACE
	    && (known_as(s, i + 1, TYPE_PERSON) || (tok(s->d, i + 1)->flags & TOKEN_HANGUL && says(s, i + 1, SAYS_TITLE)));
}

/* "한·미·일", "북·중은": states by their first syllables, with dots between them. */
static bool
state_in_list(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str id = hangul_state(doc_span(d, i, i));
	uint32_t entity;
	struct mention *m;

	if (!(is_mark(d, i + 1, MARK_MIDDLE) && length(d, i) == 3 && says(s, i + 2, SAYS_STATE))
	    && !(i >= 2 && is_mark(d, i - 1, MARK_MIDDLE) && syllable_of_state(s, i - 2)) && !before_holder(s, i))
		return false;
	entity = gaz_find(s->g, id);
	if (entity == GAZ_NONE)
		return false;
	m = doc_mention(s->d, TYPE_GPE, i, tok(d, i)->start + 3, "state by its first syllable");
	m->id = id;
	m->name = gaz_entity(s->g, entity).name;
	return true;
}

/* "가거도 인근 해상", "평안북도 방현 일대": what a word of direction or nearness stands behind is a place. */
static bool
place_by_next(const struct scan *s, size_t i, struct str w)
{
	const struct doc *d = s->d;
	const struct mention *before = i > 0 ? known(s, i - 1) : NULL;

	if (!says(s, i + 1, SAYS_NEAR))
		return false;
	if (w.n >= 9 && w.n <= 12 && str_ends(w, STR("도")))
		return !word_ends_in(w, "정도 강도 속도 고도 태도 제도 온도 빈도 각도 지도 밀도 궤도 의도 시도 보도 유도 반도 철도 존도 족도 뢰도 수도 영도");
	return w.n >= 6 && w.n <= 9 && before && before->type == TYPE_GPE && str_ends(doc_span(d, i - 1, i - 1), STR("도"))
	    && word_begins(doc_span(d, i + 1, i + 1), "일대 인근 부근")
	    && !word_begins(w, "북부 남부 동부 서부 중부 내륙 해안 접경 국경 전방 후방 북방 남방 동방 서방 산간 시내 도심 지역 공항 항구 북서 남서 북동 남동 동해 서해 남해");
}

/* "[안미희/마을 이장 : "...", "양무진(북한대학원대 교수)": who speaks, and behind a mark what he is. */
static bool
speaks(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	if (length(d, i) != 9 || !(is_mark(d, i + 1, MARK_OPEN) || is_mark(d, i + 1, MARK_SLASH)))
		return false;
	if (i > 0 && is_mark(d, i - 1, MARK_OPEN) && is_mark(d, i + 1, MARK_SLASH))
		return true;
	for (size_t j = i + 2; j < i + 8 && tok(d, j)->flags & TOKEN_HANGUL; j++)
		if (says(s, j, SAYS_TITLE))
			return true;
	return false;
}

static bool
person(const struct scan *s, size_t i)
{
	if (says(s, i, SAYS_SHORT) && tok(s->d, i + 1)->flags & TOKEN_SPACE && says(s, i + 1, SAYS_TITLE)
	    && word_begins(doc_span(s->d, i + 1, i + 1), "기자 특파원 앵커 연구위원 선임연구 박사 변호사 대령 중령 소령 대위 중사 하사 병장 상병 일병"))
		return true;
	/* 채 상병: rarer surnames, which are words before other titles */
	if (length(s->d, i) == 3 && military(s->d, i + 1) && word_begins(doc_span(s->d, i, i), "채 주 반 봉 길 탁 표 마 연 설 선 편 예 옥 은 용 맹"))
		return true;
	if (aged(s, i))
		return true;
	return (person_form(s, i) || says(s, i, SAYS_SURNAME)) && !after_closing(s->d, i) && !says(s, i, SAYS_TITLE)
	    && (title_behind(s, i) || speaks(s, i));
}

/* "박흥룡, 윤정식, 김경일 등 14명": three syllables each, one by one at least a name by its form, and 등 behind them. Returns the last
 * token of the list, i if it is none. */
static size_t
list_end(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last = i, sure = person_form(s, i);

	while (last < i + 40 && (is_mark(d, last + 1, MARK_COMMA) || is_mark(d, last + 1, MARK_MIDDLE)) && length(d, last + 2) == 9 && !known(s, last + 2)
	    && words_of(doc_span(d, last + 2, last + 2).p, 3) & CLASS_SURNAME) {
		last += 2;
		sure += person_form(s, last);
	}
	return last > i && sure * 4 > (last - i) && str_eq(doc_span(d, last + 1, last + 1), STR("등")) ? last : i;
}

static bool
list(struct scan *s, size_t i)
{
	size_t last;

	if (!is_mark(s->d, i + 1, MARK_COMMA) || length(s->d, i) != 9 || !(words_of(doc_span(s->d, i, i).p, 3) & CLASS_SURNAME)
	    || (last = list_end(s, i)) == i)
		return false;
	for (; i <= last; i += 2)
		add_span(s, TYPE_PERSON, i, i, "name in a list");
	return true;
}

/* "아시아태평양경제협력체(APEC) 정상회의": behind the body that meets, its letters in brackets between them. */
static bool
summit(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t b = i - 1;

	if (i == 0 || !(tok(d, i)->flags & TOKEN_SPACE))
		return false;
	if (i > 3 && is_mark(d, b, MARK_CLOSE) && is_mark(d, b - 2, MARK_OPEN))
		b -= 3;
	const struct mention *body = known_as(s, b, TYPE_ORG) || (known_as(s, b, TYPE_GPE) && !str_starts(known(s, b)->id, STR("country/"))) ? known(s, b) : NULL;
	if (!body || body->end != tok(d, b)->end)
		return false;
	doc_mention(s->d, TYPE_EVENT, body->token, tok(d, i)->start + hangul_summit(doc_span(d, i, i)), "summit of a body or at a place");
	return true;
}

/* "국회 국방위", "상원 군사위원회": a committee behind its house. */
static bool
committee(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str stem = hangul_stem(d, i);

	if (i == 0 || !(tok(d, i)->flags & TOKEN_SPACE) || !word_exactly(doc_span(d, i - 1, i - 1), "국회 상원 하원") || stem.n < 9 || stem.n > 30
	    || !word_ends_in(stem, "위 위원회") || word_begins(stem, "주위 지위 시위 범위 단위 순위 행위 상위 하위 우위 고위"))
		return false;
	doc_mention(s->d, TYPE_ORG, i - 1, tok(d, i)->start + stem.n, "committee of a house");
	return true;
}

/* "개풍구역", "문산읍": a district behind the town or province that it belongs to. */
static bool
district(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const struct mention *above = i > 0 && tok(d, i)->flags & TOKEN_SPACE && known_as(s, i - 1, TYPE_GPE) ? known(s, i - 1) : NULL;

	if (!above || above->end != tok(d, i - 1)->end || str_starts(above->id, STR("country/")))
		return false;
	doc_mention(s->d, TYPE_GPE, i, tok(d, i)->start + hangul_stem(d, i).n, "district behind its town");
	return true;
}

/* A sub-body written with its parent is one name. */
static void
add_body(struct scan *s, size_t i, size_t n)
{
	const struct doc *d = s->d;
	const struct mention *parent = i > 0 && tok(d, i)->flags & TOKEN_SPACE ? known(s, i - 1) : NULL;
	bool joined = parent && parent->end == tok(d, i - 1)->end && (parent->type == TYPE_ORG || parent->type == TYPE_FAC);

	doc_mention(s->d, joined ? parent->type : TYPE_ORG, joined ? parent->token : i, tok(d, i)->start + n,
	    "organisation by its head word");
}

void
rule_hangul(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i), stem = hangul_stem(d, i);
	size_t end;

	if (says(s, i, SAYS_HANJA)) {
		rule_hanja(s, i);
		return;
	}
	if ((says(s, i, SAYS_WEAPON) && weapon(s, i)) || (says(s, i, SAYS_SHIP) && ship(s, i)) || resolution(s, i)
	    || (says(s, i, SAYS_ACCORD) && accord(s, i)) || (says(s, i, SAYS_AGREEMENT) && agreement(s, i)) || known(s, i) || (says(s, i, SAYS_STATE) && state_in_list(s, i)) || vessel(s, i))
		return;
	if (says(s, i, SAYS_GLUED))
		doc_mention(s->d, TYPE_PERSON, i, tok(d, i)->start + hangul_fused(w), "name glued to its title");
	else if (list(s, i))
		return;
	else if (person(s, i))
		add_span(s, TYPE_PERSON, i, i, "name before its title");
	else if (says(s, i, SAYS_FACILITY))
		doc_mention(s->d, TYPE_FAC, i, tok(d, i)->start + stem.n, "place and what stands there");
	else if (place_by_next(s, i, w))
		add_span(s, str_ends(w, STR("도")) ? TYPE_LOC : TYPE_GPE, i, i, "place by the word behind it");
	else if (says(s, i, SAYS_FOREIGN) && japanese(s, i))
		return;
	else if ((end = foreign_name(s, i)) > i)
		add_span(s, TYPE_PERSON, i, end - 1, "foreign name before its title");
	else if (is_university(d, i))
		add_body(s, i, w.n);
	else if ((says(s, i, SAYS_SUMMIT) && summit(s, i)) || (says(s, i, SAYS_DISTRICT) && district(s, i)) || committee(s, i))
		return;
	else if (says(s, i, SAYS_NAME))
		doc_mention(s->d, TYPE_PERSON, i, tok(d, i)->start + stem.n, "name by its syllables");
	else if (says(s, i, SAYS_UNIT | SAYS_BODY | SAYS_STEM_BODY))
		add_body(s, i, says(s, i, SAYS_BODY) ? w.n : stem.n);
}

/* "17사단", "35방공포병여단은", "313총국": the number opens the name. */
void
rule_hangul_number(struct scan *s, size_t i)
{
	if (says(s, i, SAYS_UNIT) && !known(s, i))
		add_body(s, i, hangul_stem(s->d, i).n);
}
