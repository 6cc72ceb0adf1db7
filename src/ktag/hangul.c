/* Names in Hangul that no table has: persons by the title behind them, bodies by their last syllables. */
#include "scan.h"
#include "utf8.h"

/* Titles that follow a name; a particle may follow them. */
static const struct str titles[] = {
	STR_ITEM("대통령"), STR_ITEM("국무위원장"), STR_ITEM("위원장"), STR_ITEM("부위원장"), STR_ITEM("장관"), STR_ITEM("차관"), STR_ITEM("총리"),
	STR_ITEM("대변인"), STR_ITEM("부대변인"), STR_ITEM("기자"), STR_ITEM("교수"), STR_ITEM("연구위원"), STR_ITEM("선임연구위원"),
	STR_ITEM("연구원"), STR_ITEM("의원"), STR_ITEM("대표"), STR_ITEM("사령관"), STR_ITEM("부사령관"), STR_ITEM("실장"), STR_ITEM("공보실장"),
	STR_ITEM("차장"), STR_ITEM("원장"), STR_ITEM("국장"), STR_ITEM("처장"), STR_ITEM("청장"), STR_ITEM("총장"), STR_ITEM("위원"),
	STR_ITEM("박사"), STR_ITEM("씨"), STR_ITEM("장군"), STR_ITEM("사장"), STR_ITEM("회장"), STR_ITEM("비서"), STR_ITEM("비서관"),
	STR_ITEM("부장"), STR_ITEM("부부장"), STR_ITEM("과장"), STR_ITEM("팀장"), STR_ITEM("본부장"), STR_ITEM("단장"), STR_ITEM("대사"),
	STR_ITEM("특사"), STR_ITEM("지사"), STR_ITEM("시장"), STR_ITEM("군수"), STR_ITEM("합참의장"), STR_ITEM("의장"), STR_ITEM("대장"),
	STR_ITEM("중장"), STR_ITEM("소장"), STR_ITEM("준장"), STR_ITEM("대령"), STR_ITEM("중령"), STR_ITEM("소령"), STR_ITEM("대위"),
	STR_ITEM("중위"), STR_ITEM("소위"), STR_ITEM("상사"), STR_ITEM("중사"), STR_ITEM("하사"), STR_ITEM("병장"), STR_ITEM("상병"),
	STR_ITEM("일병"), STR_ITEM("이병"), STR_ITEM("상좌"), STR_ITEM("대좌"), STR_ITEM("중좌"), STR_ITEM("소좌"), STR_ITEM("원수"),
	STR_ITEM("차수"), STR_ITEM("상장"), STR_ITEM("총장보"), STR_ITEM("연구위원장"), STR_ITEM("주필"), STR_ITEM("소장"), STR_ITEM("참모장"),
	STR_ITEM("총비서"), STR_ITEM("제1부상"), STR_ITEM("부상"), STR_ITEM("외무상"), STR_ITEM("국방상"), STR_ITEM("변호사"), STR_ITEM("특파원"),
	STR_ITEM("앵커"), STR_ITEM("센터장"), STR_ITEM("연구실장"), STR_ITEM("전문위원"), STR_ITEM("장병"), STR_ITEM("수석"), STR_ITEM("행정관"),
	STR_ITEM("후보자"), STR_ITEM("내정자"), STR_ITEM("당선인"), STR_ITEM("평론가"), STR_ITEM("논설위원"), STR_ITEM("간사"),
	STR_ITEM("이장"), STR_ITEM("교장"), STR_ITEM("해설사"), STR_ITEM("활동가"), STR_ITEM("조합장"), STR_ITEM("함장"), STR_ITEM("선장"),
	STR_ITEM("목사"), STR_ITEM("검사"), STR_ITEM("판사"), STR_ITEM("작가"), STR_ITEM("조종사"), STR_ITEM("보좌관"), STR_ITEM("이사장"),
};

/* str_ends for words of Hangul: the last byte of the last syllable tells most apart. */
static inline bool
ends(struct str w, struct str end)
{
	return w.n >= end.n && w.p[w.n - 1] == end.p[end.n - 1] && memcmp(w.p + w.n - end.n, end.p, end.n) == 0;
}

static bool
title(struct str w)
{
	/* 1차관, 2차장 */
	while (w.n > 0 && w.p[0] >= '0' && w.p[0] <= '9')
		w = str_from(w, 1);
	if (str_eq(w, STR("전"))) /* the former; 전면 is another word */
		return true;
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		size_t n = titles[i].n;
		/* the title, and at most two syllables of particles behind it */
		if (w.n >= n && w.n <= n + 6 && w.p[2] == titles[i].p[2] && memcmp(w.p, titles[i].p, n) == 0)
			return true;
		/* "통일부장관은": fused with its office; but 법안소위 is a subcommittee, no lieutenant */
		if (n >= 6 && w.n > n && ((w.n <= n + 30 && ends(str_of(w.p, w.n - 3), titles[i])) || (w.n <= n + 24 && ends(w, titles[i])))
		    && !word_begins(titles[i], "소위 중위 대위 상사 중사 하사 상병 일병 이병 병장 원수 차수"))
			return true;
	}
	return false;
}

/* Three syllables, a surname and two of given names, that are no everyday word. */
static bool
person_form(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i);

	return w.n == 9 && words_of(w.p, 3) & CLASS_SURNAME && words_of(w.p + 3, 3) & CLASS_SYLLABLE
	    && words_of(w.p + 6, 3) & CLASS_SYLLABLE
	    && !word_begins(w, "정부 인사 당국 국방 이번 전직 현직 주요 우리 한국 북한 미국 중국 정치 여당 야당 주한 방위 경찰 검찰 이날 지난 현지 하루 "
	       "유엔 기자 선거 조사 안보 공군 해군 육군 한미 남북 주민 이후 이전 전쟁 정상 정책 신임 공식 도발 이상 노동 강원 경기 경남 경북 전남 전북")
	    && !word_begins(str_from(w, 6), known_as(s, i + 1, TYPE_ORG) ? "청 처 당 군 측 씨 들" : "대 부 청 처 당 군 측 씨 들");
}

/* "김 부부장": surnames that stand alone before a title, and are no word of their own there ("전 대통령" is a former one). */
static bool
surname_alone(const struct doc *d, size_t i)
{
	return length(d, i) == 3 && word_begins(doc_span(d, i, i), "김 이 박 최 정 강 조 윤 장 임 한 오 서 권 황 안 송 유 홍 문 손 양 배 백 허 남 심 노 하 "
	    "곽 성 차 구 민 진 나 지 엄 원 천 방 함 변 염 여 추 석 리 류 림");
}

/* "화성-18형", "북극성-3호", "현무-5": families that take a number. */
static bool
weapon(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i), n;
	size_t j = is_hyphen(d, i + 1) ? i + 2 : i + 1, k = 0;

	if (!word_begins(w, "화성 화성포 북극성 현무 은하 천리마 만리경 해일 대포동 무수단 노동 천궁 누리호 광명성 불새 해성 흑상어 백두산"))
		return false;
	if (tok(d, j)->kind != TOKEN_NUMBER || (j == i + 1 && !is_glued(d, j)) || w.n > 9)
		return false;
	n = doc_span(d, j, j);
	while (k < n.n && ((uint8_t)n.p[k] < 0x80))
		k++;
	if (word_begins(str_from(n, k), "ㅅ ㄴ"))
		k += 3;
	if (word_begins(str_from(n, k), "형 호 나 가 다 라"))
		k += 3;
	doc_mention(s->d, TYPE_WEAPON, tok(d, i)->start, tok(d, j)->start + k, "weapon family and number");
	return true;
}

/* "유관순함": ships named after persons. */
static bool
ship(struct scan *s, size_t i)
{
	struct str w = doc_span(s->d, i, i);

	if (known(s, i) || w.n < 12 || memcmp(w.p + 9, "함", 3) != 0 || !(words_of(w.p, 3) & CLASS_SURNAME)
	    || !(words_of(w.p + 3, 3) & CLASS_SYLLABLE) || !(words_of(w.p + 6, 3) & CLASS_SYLLABLE)
	    || word_begins(w, "고속정 강습 상륙 이지스 구조 초계 호위 기뢰 소해 전투 수상 훈련"))
		return false;
	doc_mention(s->d, TYPE_WEAPON, tok(s->d, i)->start, tok(s->d, i)->start + 12, "ship named after a person");
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

	if (!str_eq(doc_span(d, i, i), STR("결의")) || tok(d, i + 1)->kind != TOKEN_NUMBER)
		return false;
	while (k < n.n && (uint8_t)n.p[k] < 0x80)
		k++;
	if (!str_starts(str_from(n, k), STR("호")))
		return false;
	doc_mention(s->d, TYPE_LAW, body && body->type == TYPE_ORG ? body->start : tok(d, i)->start, tok(d, i + 1)->start + k + 3,
	    "numbered resolution");
	return true;
}

/* A title stands behind token i, at once or behind the name of an organisation: "이경호 국방부 부대변인". */
static bool
title_behind(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	/* 대령 김현석 */
	if (i > 0 && tok(d, i)->flags & TOKEN_SPACE && length(d, i - 1) == 6
	    && word_begins(doc_span(d, i - 1, i - 1), "대장 중장 소장 준장 대령 중령 소령 대위 중위 소위 상사 중사 하사 병장 상병 일병 이병"))
		return true;
	if (!(tok(d, i + 1)->flags & TOKEN_HANGUL && tok(d, i + 1)->flags & TOKEN_SPACE) && !is_mark(d, i + 1, MARK_MIDDLE))
		return false;
	if (title(doc_span(d, i + 1, i + 1)))
		return true;
	if (is_mark(d, i + 1, MARK_MIDDLE)) { /* 갑·을 의원, 갑·을당 병 의원 */
		size_t k = known_as(s, i + 2, TYPE_ORG) ? i + 3 : i + 2;
		return length(d, i) == 9 && (known_as(s, k, TYPE_PERSON) || person_form(s, k)) && title(doc_span(d, k + 1, k + 1));
	}
	size_t j = i + 2;
	if (is_mark(d, j, MARK_OPEN) && is_mark(d, j + 2, MARK_CLOSE))
		j += 3; /* (KIDA) */
	if (!(tok(d, j)->flags & TOKEN_HANGUL || tok(d, j)->kind == TOKEN_NUMBER) || !(tok(d, j)->flags & TOKEN_SPACE) || !title(doc_span(d, j, j)))
		return false;
	return known_as(s, i + 1, TYPE_ORG) || known_as(s, i + 1, TYPE_GPE) || length(d, i + 1) >= 12;
}

/* "[안미희/마을 이장 : "...": broadcasters label whom they let speak. */
static bool
speaks(const struct scan *s, size_t i)
{
	return i > 0 && is_mark(s->d, i - 1, MARK_OPEN) && is_mark(s->d, i + 1, MARK_SLASH) && length(s->d, i) == 9;
}

/* How many syllables of w stand in foreign names and hardly in Korean words? */
static int
loan_syllables(struct str w)
{
	int n = 0;

	for (size_t k = 0; k + 3 <= w.n; k += 3)
		n += word_begins(str_of(w.p + k, 3), "르 트 스 크 프 브 드 쿱 텔 첵 츠 슈 즈 카 코 토 티 피 키 쿠 페 푸 튼 턴 슨 킨 닉 윌 엘 앤 랜 맥 잭 톰 존 "
		    "니 루 리 미 블 클 플");
	return n;
}

/* May token i be part of a foreign name: Hangul of two to eight syllables without a particle? */
static bool
foreign_part(const struct scan *s, size_t i)
{
	struct str w = doc_span(s->d, i, i);

	return tok(s->d, i)->flags & TOKEN_HANGUL && w.n >= 6 && w.n <= 24 && !known(s, i)
	    && !word_begins(str_from(w, w.n - 3), "은 는 을 를 에 의 와 과 서 한 된 할") && !title(w);
}

/* "피오트르 보이첵 WB그룹 회장", "아르투르 쿱텔 폴란드 군비청장": two or three words before a title. Returns the last one, i if there is none. */
static size_t
foreign_name(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last = i, next;
	int loan = loan_syllables(doc_span(d, i, i));

	if (loan == 0 || !foreign_part(s, i))
		return i;
	while (last < i + 2 && tok(d, last + 1)->flags & TOKEN_SPACE && foreign_part(s, last + 1))
		loan += loan_syllables(doc_span(d, last + 1, last + 1)), last++;
	if (last == i || loan < 3)
		return i;
	next = last + 1;
	if (known_as(s, next, TYPE_GPE) || known_as(s, next, TYPE_ORG)) {
		uint32_t end = known(s, next)->end;
		while (tok(d, next)->end < end && next < last + 4)
			next++;
		if (tok(d, next)->end != end)
			return i;
		next++;
	}
	return tok(d, next)->flags & TOKEN_HANGUL && title(doc_span(d, next, next)) ? last : i;
}

/* "판문점선언", "9·19 군사합의", "9월 평양공동선언" */
static bool
agreement(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i), name = str_of(w.p, hangul_stem(w));
	static const char *const tails[] = { "선언", "협정", "조약", "군사합의", "공동성명", "합의서" };
	size_t a = i;

	if (known(s, i) || name.n < 12)
		return false;
	for (size_t k = 0; k < sizeof tails / sizeof *tails; k++) {
		if (!str_ends(name, str_z(tails[k])))
			continue;
		if (name.n == strlen(tails[k]) && !(a >= 3 && is_mark(d, a - 2, MARK_MIDDLE)))
			return false;
		/* 9월 평양공동선언; 9·19 군사합의 */
		if (a >= 1 && tok(d, a - 1)->kind == TOKEN_NUMBER && str_ends(doc_span(d, a - 1, a - 1), STR("월")) && str_ends(name, STR("공동선언")))
			a--;
		if (a >= 3 && tok(d, a - 1)->kind == TOKEN_NUMBER && is_mark(d, a - 2, MARK_MIDDLE) && tok(d, a - 3)->kind == TOKEN_NUMBER)
			a -= 3;
		doc_mention(s->d, TYPE_LAW, tok(d, a)->start, tok(d, i)->start + name.n, "agreement by its head word");
		return true;
	}
	return false;
}

static const struct str bodies[] = {
	STR_ITEM("연구원"), STR_ITEM("연구소"), STR_ITEM("위원회"), STR_ITEM("사령부"), STR_ITEM("대학교"), STR_ITEM("협회"), STR_ITEM("재단"),
	STR_ITEM("센터"), STR_ITEM("본부"), STR_ITEM("공사"), STR_ITEM("은행"), STR_ITEM("신문"), STR_ITEM("일보"), STR_ITEM("방송"),
	STR_ITEM("통신"), STR_ITEM("학회"), STR_ITEM("연맹"), STR_ITEM("사단"), STR_ITEM("여단"), STR_ITEM("군단"), STR_ITEM("함대"),
	STR_ITEM("전단"), STR_ITEM("비행단"), STR_ITEM("총국"), STR_ITEM("경찰청"), STR_ITEM("군사령부"), STR_ITEM("정찰총국"), STR_ITEM("거래소"),
	STR_ITEM("진흥원"), STR_ITEM("개발원"), STR_ITEM("산업공단"), STR_ITEM("협의회"),
};

static const struct str particles[] = {
	STR_ITEM("에서는"), STR_ITEM("에서"), STR_ITEM("에게"), STR_ITEM("으로"), STR_ITEM("부터"), STR_ITEM("까지"), STR_ITEM("은"),
	STR_ITEM("는"), STR_ITEM("이"), STR_ITEM("가"), STR_ITEM("을"), STR_ITEM("를"), STR_ITEM("의"), STR_ITEM("에"),
	STR_ITEM("와"), STR_ITEM("과"), STR_ITEM("도"), STR_ITEM("로"), STR_ITEM("측"),
};

/* Length of the token without its particle. */
size_t
hangul_stem(struct str w)
{
	for (size_t i = 0; i < sizeof particles / sizeof *particles && w.n > 9; i++) {
		if (w.n > particles[i].n + 6 && ends(w, particles[i]))
			return w.n - particles[i].n;
	}
	return w.n;
}

static bool
body(struct str w)
{
	/* 제1군단, 제6여단 */
	if (str_starts(w, STR("제")) && w.n > 6 && w.p[3] >= '0' && w.p[3] <= '9')
		for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
			if (ends(w, bodies[i]))
				return true;
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
		if (w.n >= bodies[i].n + 6 && ends(w, bodies[i]))
			return true;
	return false;
}

/* "..."이라고 비난했다: a particle hangs on the closing mark. */
static bool
after_closing(const struct doc *d, size_t i)
{
	return i > 1 && !(tok(d, i)->flags & TOKEN_SPACE) && tok(d, i - 1)->kind == TOKEN_PUNCT && !(tok(d, i - 1)->flags & TOKEN_SPACE)
	    && tok(d, i - 1)->start == tok(d, i - 2)->end && !is_mark(d, i - 1, MARK_OPEN);
}

/* The id of the state that a syllable, with at most a particle behind it, stands for; empty if it is none. */
static struct str
state(struct str w)
{
	static const struct {
		const char *syllable;
		struct str id;
	} states[] = { { "한", { "country/kr", 10 } }, { "미", { "country/us", 10 } }, { "일", { "country/jp", 10 } }, { "중", { "country/cn", 10 } },
		{ "러", { "country/ru", 10 } }, { "북", { "country/kp", 10 } }, { "남", { "country/kr", 10 } } };

	if (w.n == 6 ? !word_begins(str_from(w, 3), "은 는 이 가 의 을 를 과 와 도 간 에") : w.n != 3)
		return str_of(NULL, 0);
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (memcmp(w.p, states[i].syllable, 3) == 0)
			return states[i].id;
	return str_of(NULL, 0);
}

/* "한·미·일", "북·중은": states by their first syllables, with dots between them. */
static bool
state_in_list(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str id = state(doc_span(d, i, i));
	bool goes_on = is_mark(d, i + 1, MARK_MIDDLE) && length(d, i) == 3 && state(doc_span(d, i + 2, i + 2)).n;
	uint32_t entity = id.n ? gaz_find(s->g, id) : GAZ_NONE;
	struct mention *m;

	if (entity == GAZ_NONE || !(goes_on || (i >= 2 && is_mark(d, i - 1, MARK_MIDDLE) && length(d, i - 2) == 3 && state(doc_span(d, i - 2, i - 2)).n)))
		return false;
	m = doc_mention(s->d, TYPE_GPE, tok(d, i)->start, tok(d, i)->start + 3, "state by its first syllable");
	m->id = id;
	m->name = gaz_entity(s->g, entity).name;
	return true;
}

static bool
ends_in_one_of(struct str w, const char *words)
{
	struct str rest = str_z(words);

	while (rest.p)
		if (str_ends(w, str_cut(&rest, ' ')))
			return true;
	return false;
}

/* "무건리훈련장": what stands at a place. The place ends in one of the syllables that places end in; 생산기지 is none. */
static bool
facility(struct str name)
{
	static const char *const heads[] = { "훈련장", "사격장", "비행장", "발사장", "기지", "군항" };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		struct str place = name;

		if (name.n < strlen(heads[i]) + 6 || !str_ends(name, str_z(heads[i])))
			continue;
		place.n -= strlen(heads[i]);
		return ends_in_one_of(place, "리 동 산 포 천 도 진 원 주 성 촌 평 양 택 릉")
		    && !ends_in_one_of(place, "전진 우주 생산 위성 방산 육성 양성 공동 자동 이동 국산 양산 해양 태양 유도 종합");
	}
	return false;
}

/* "가거도 인근 해상", "평안북도 방현 일대": what a word of direction or nearness stands behind is a place. */
static bool
place_by_next(const struct scan *s, size_t i, struct str w)
{
	const struct doc *d = s->d;
	const struct mention *before = i > 0 ? known(s, i - 1) : NULL;
	struct str next = doc_span(d, i + 1, i + 1);

	if (!(tok(d, i + 1)->flags & TOKEN_HANGUL) || !word_begins(next, "일대 인근 부근 앞바다 해상 해역 서방 동방 남방 북방 남쪽 북쪽 동쪽 서쪽 주변"))
		return false;
	if (w.n >= 9 && w.n <= 12 && str_ends(w, STR("도")))
		return !ends_in_one_of(w, "정도 강도 속도 고도 태도 제도 온도 빈도 각도 지도 밀도 궤도 의도 시도 보도 유도 반도 철도 존도 족도 뢰도 수도 영도");
	return w.n >= 6 && w.n <= 9 && before && before->type == TYPE_GPE && str_ends(doc_span(d, i - 1, i - 1), STR("도")) && word_begins(next, "일대 인근 부근")
	    && !word_begins(w, "북부 남부 동부 서부 중부 내륙 해안 접경 국경 전방 후방 북방 남방 동방 서방 산간 시내 도심 지역 공항 항구 북서 남서 북동 남동 동해 서해 남해");
}

void
rule_hangul(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i);
	size_t n = hangul_stem(w);

	if (weapon(s, i) || ship(s, i) || resolution(s, i) || agreement(s, i) || known(s, i) || state_in_list(s, i))
		return;
	if ((person_form(s, i) || surname_alone(d, i)) && !after_closing(d, i) && !title(w) && (title_behind(s, i) || speaks(s, i))) {
		add_span(s, TYPE_PERSON, i, i, "name before its title");
		return;
	}
	if (facility(str_of(w.p, n))) {
		doc_mention(s->d, TYPE_FAC, tok(d, i)->start, tok(d, i)->start + n, "place and what stands there");
		return;
	}
	if (place_by_next(s, i, w)) {
		add_span(s, str_ends(w, STR("도")) ? TYPE_LOC : TYPE_GPE, i, i, "place by the word behind it");
		return;
	}
	size_t last = foreign_name(s, i);
	if (last > i) {
		add_span(s, TYPE_PERSON, i, last, "foreign name before its title");
		return;
	}
	if (body(str_of(w.p, w.n)))
		n = w.n;
	if (body(str_of(w.p, n))) {
		/* a sub-body written with its parent is one name */
		const struct mention *parent = i > 0 && tok(d, i)->flags & TOKEN_SPACE ? known(s, i - 1) : NULL;
		bool joined = parent && parent->end == tok(d, i - 1)->end && (parent->type == TYPE_ORG || parent->type == TYPE_FAC);
		doc_mention(s->d, joined ? parent->type : TYPE_ORG, joined ? parent->start : tok(d, i)->start, tok(d, i)->start + n,
		    "organisation by its head word");
	}
}
