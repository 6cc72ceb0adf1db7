#include "hangul_word.h"
#include "list.h"
#include "words.h"

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
is_title(struct str w)
{
	/* 1차관, 2차장 */
	while (w.n > 0 && w.p[0] >= '0' && w.p[0] <= '9')
		w = str_from(w, 1);
	if (w.n < 3)
		return false;
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
is_person(struct str w)
{
	return w.n == 9 && words_of(w.p, 3) & CLASS_SURNAME && words_of(w.p + 3, 3) & CLASS_SYLLABLE
	    && words_of(w.p + 6, 3) & CLASS_SYLLABLE
	    && !word_begins(w, "정부 인사 당국 국방 이번 전직 현직 주요 우리 한국 북한 미국 중국 정치 여당 야당 주한 방위 경찰 검찰 이날 지난 현지 하루 "
	       "유엔 기자 선거 조사 안보 공군 해군 육군 한미 남북 주민 이후 이전 전쟁 정상 정책 신임 공식 도발 이상 노동 강원 경기 경남 경북 전남 전북")
	    && !word_begins(str_from(w, 6), "청 처 당 군 측 씨 들");
}

/* "김 부부장": surnames that stand alone before a title, and are no word of their own there ("전 대통령" is a former one). */
static bool
is_surname(struct str w)
{
	return w.n == 3 && word_begins(w, "김 이 박 최 정 강 조 윤 장 임 한 오 서 권 황 안 송 유 홍 문 손 양 배 백 허 남 심 노 하 "
	    "곽 성 차 구 민 진 나 지 엄 원 천 방 함 변 염 여 추 석 리 류 림");
}

/* "유관순함": ships named after persons. */
static bool
is_ship(struct str w)
{
	return w.n >= 12 && memcmp(w.p + 9, "함", 3) == 0 && words_of(w.p, 3) & CLASS_SURNAME && words_of(w.p + 3, 3) & CLASS_SYLLABLE
	    && words_of(w.p + 6, 3) & CLASS_SYLLABLE && !word_begins(w, "고속정 강습 상륙 이지스 구조 초계 호위 기뢰 소해 전투 수상 훈련");
}

int
hangul_loans(struct str w)
{
	int n = 0;

	for (size_t k = 0; k + 3 <= w.n; k += 3)
		n += word_begins(str_of(w.p + k, 3), "르 트 스 크 프 브 드 쿱 텔 첵 츠 슈 즈 카 코 토 티 피 키 쿠 페 푸 튼 턴 슨 킨 닉 윌 엘 앤 랜 맥 잭 톰 존 "
		    "니 루 리 미 블 클 플");
	return n;
}

/* May w be part of a foreign name: two to eight syllables without a particle? */
static bool
is_foreign(struct str w)
{
	return w.n >= 6 && w.n <= 24 && !word_begins(str_from(w, w.n - 3), "은 는 을 를 에 의 와 과 서 한 된 할");
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

/* Length of the particle that a word of more than three syllables ends in. */
static size_t
particle(struct str w)
{
	for (size_t i = 0; i < sizeof particles / sizeof *particles && w.n > 9; i++)
		if (w.n > particles[i].n + 6 && ends(w, particles[i]))
			return particles[i].n;
	return 0;
}

static bool
is_body(struct str w)
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

struct str
hangul_state(struct str w)
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

bool
hangul_ends(struct str w, const char *words)
{
	struct str rest = str_z(words);

	while (rest.p)
		if (str_ends(w, str_cut(&rest, ' ')))
			return true;
	return false;
}

/* "무건리훈련장": what stands at a place. The place ends in one of the syllables that places end in; 생산기지 is none. */
static bool
is_facility(struct str name)
{
	static const char *const heads[] = { "훈련장", "사격장", "비행장", "발사장", "기지", "군항" };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		struct str place = name;

		if (name.n < strlen(heads[i]) + 6 || !str_ends(name, str_z(heads[i])))
			continue;
		place.n -= strlen(heads[i]);
		return hangul_ends(place, "리 동 산 포 천 도 진 원 주 성 촌 평 양 택 릉")
		    && !hangul_ends(place, "전진 우주 생산 위성 방산 육성 양성 공동 자동 이동 국산 양산 해양 태양 유도 종합");
	}
	return false;
}

uint32_t
hangul_word(const struct token_word *t, struct str word)
{
	struct str stem;
	uint32_t says;

	if (!(t->flags & TOKEN_HANGUL) && t->kind != TOKEN_NUMBER)
		return 0;
	says = is_title(word) ? SAYS_TITLE : 0;
	if (t->kind == TOKEN_NUMBER)
		return says;
	stem = str_of(word.p, word.n - particle(word));
	says |= (is_person(word) ? SAYS_PERSON : 0) | (is_surname(word) ? SAYS_SURNAME : 0) | (is_foreign(word) ? SAYS_FOREIGN : 0)
	    | (hangul_loans(word) ? SAYS_LOAN : 0) | (is_ship(word) ? SAYS_SHIP : 0) | (hangul_state(word).n ? SAYS_STATE : 0)
	    | (is_facility(stem) ? SAYS_FACILITY : 0) | (is_body(word) ? SAYS_BODY : 0) | (is_body(stem) ? SAYS_STEM_BODY : 0)
	    | (str_eq(word, STR("결의")) ? SAYS_RESOLUTION : 0);
	if (word.n <= 9 && word_begins(word, "화성 화성포 북극성 현무 은하 천리마 만리경 해일 대포동 무수단 노동 천궁 누리호 광명성 불새 해성 흑상어 백두산"))
		says |= SAYS_WEAPON;
	if (stem.n >= 12 && hangul_ends(stem, "선언 협정 조약 군사합의 공동성명 합의서"))
		says |= SAYS_AGREEMENT;
	if (word_begins(word, "일대 인근 부근 앞바다 해상 해역 서방 동방 남방 북방 남쪽 북쪽 동쪽 서쪽 주변"))
		says |= SAYS_NEAR;
	return says | (uint32_t)(word.n - stem.n) << SAYS_PARTICLE;
}
