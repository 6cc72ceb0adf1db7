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
	if (word_begins(str_from(n, k), "형 호 나 가 다 라"))
		k += 3;
	doc_mention(s->d, TYPE_WEAPON, tok(d, i)->start, tok(d, j)->start + k, "weapon family and number");
	return true;
}

static bool
ship(struct scan *s, size_t i)
{
	if (known(s, i))
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

	if (tok(d, i + 1)->kind != TOKEN_NUMBER)
		return false;
	while (k < n.n && (uint8_t)n.p[k] < 0x80)
		k++;
	if (!str_starts(str_from(n, k), STR("호")))
		return false;
	doc_mention(s->d, TYPE_LAW, body && body->type == TYPE_ORG ? body->start : tok(d, i)->start, tok(d, i + 1)->start + k + 3,
	    "numbered resolution");
	return true;
}

/* 국방부 has the form of a name, too: what ends so must stand before a body to be a person's. */
static bool
person_form(const struct scan *s, size_t i)
{
	return says(s, i, SAYS_PERSON) && (known_as(s, i + 1, TYPE_ORG) || !hangul_ends(doc_span(s->d, i, i), "대 부"));
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
	if (says(s, i + 1, SAYS_TITLE))
		return true;
	if (is_mark(d, i + 1, MARK_MIDDLE)) { /* 갑·을 의원, 갑·을당 병 의원 */
		size_t k = known_as(s, i + 2, TYPE_ORG) ? i + 3 : i + 2;
		return length(d, i) == 9 && (known_as(s, k, TYPE_PERSON) || person_form(s, k)) && says(s, k + 1, SAYS_TITLE);
	}
	size_t j = i + 2;
	if (is_mark(d, j, MARK_OPEN) && is_mark(d, j + 2, MARK_CLOSE))
		j += 3; /* (KIDA) */
	if (!(tok(d, j)->flags & TOKEN_HANGUL || tok(d, j)->kind == TOKEN_NUMBER) || !(tok(d, j)->flags & TOKEN_SPACE) || !says(s, j, SAYS_TITLE))
		return false;
	return known_as(s, i + 1, TYPE_ORG) || known_as(s, i + 1, TYPE_GPE) || length(d, i + 1) >= 12;
}

static bool
foreign_part(const struct scan *s, size_t i)
{
	return (name_word(s->d, i) & (SAYS_FOREIGN | SAYS_TITLE)) == SAYS_FOREIGN && !known(s, i);
}

/* "피오트르 보이첵 WB그룹 회장", "아르투르 쿱텔 폴란드 군비청장": two or three words before a title. Returns the last one, i if there is none. */
static size_t
foreign_name(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last = i, next;
	int loan;

	if (!says(s, i, SAYS_LOAN) || !foreign_part(s, i))
		return i;
	loan = hangul_loans(doc_span(d, i, i));
	while (last < i + 2 && tok(d, last + 1)->flags & TOKEN_SPACE && foreign_part(s, last + 1))
		loan += hangul_loans(doc_span(d, last + 1, last + 1)), last++;
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
	return tok(d, next)->flags & TOKEN_HANGUL && says(s, next, SAYS_TITLE) ? last : i;
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
	doc_mention(s->d, TYPE_LAW, tok(d, a)->start, tok(d, i)->start + name.n, "agreement by its head word");
	return true;
}

/* "..."이라고 비난했다: a particle hangs on the closing mark. */
static bool
after_closing(const struct doc *d, size_t i)
{
	return i > 1 && !(tok(d, i)->flags & TOKEN_SPACE) && tok(d, i - 1)->kind == TOKEN_PUNCT && !(tok(d, i - 1)->flags & TOKEN_SPACE)
	    && tok(d, i - 1)->start == tok(d, i - 2)->end && !is_mark(d, i - 1, MARK_OPEN);
}

/* Is the token at i a state's first syllable without a particle? */
static bool
syllable_of_state(const struct scan *s, size_t i)
{
	return says(s, i, SAYS_STATE) && length(s->d, i) == 3;
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
	    && !(i >= 2 && is_mark(d, i - 1, MARK_MIDDLE) && syllable_of_state(s, i - 2)))
		return false;
	entity = gaz_find(s->g, id);
	if (entity == GAZ_NONE)
		return false;
	m = doc_mention(s->d, TYPE_GPE, tok(d, i)->start, tok(d, i)->start + 3, "state by its first syllable");
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
		return !hangul_ends(w, "정도 강도 속도 고도 태도 제도 온도 빈도 각도 지도 밀도 궤도 의도 시도 보도 유도 반도 철도 존도 족도 뢰도 수도 영도");
	return w.n >= 6 && w.n <= 9 && before && before->type == TYPE_GPE && str_ends(doc_span(d, i - 1, i - 1), STR("도"))
	    && word_begins(doc_span(d, i + 1, i + 1), "일대 인근 부근")
	    && !word_begins(w, "북부 남부 동부 서부 중부 내륙 해안 접경 국경 전방 후방 북방 남방 동방 서방 산간 시내 도심 지역 공항 항구 북서 남서 북동 남동 동해 서해 남해");
}

/* "[안미희/마을 이장 : "...": broadcasters label whom they let speak. */
static bool
speaks(const struct scan *s, size_t i)
{
	return i > 0 && is_mark(s->d, i - 1, MARK_OPEN) && is_mark(s->d, i + 1, MARK_SLASH) && length(s->d, i) == 9;
}

static bool
person(const struct scan *s, size_t i)
{
	return (person_form(s, i) || says(s, i, SAYS_SURNAME)) && !after_closing(s->d, i) && !says(s, i, SAYS_TITLE)
	    && (title_behind(s, i) || speaks(s, i));
}

/* A sub-body written with its parent is one name. */
static void
add_body(struct scan *s, size_t i, size_t n)
{
	const struct doc *d = s->d;
	const struct mention *parent = i > 0 && tok(d, i)->flags & TOKEN_SPACE ? known(s, i - 1) : NULL;
	bool joined = parent && parent->end == tok(d, i - 1)->end && (parent->type == TYPE_ORG || parent->type == TYPE_FAC);

	doc_mention(s->d, joined ? parent->type : TYPE_ORG, joined ? parent->start : tok(d, i)->start, tok(d, i)->start + n,
	    "organisation by its head word");
}

void
rule_hangul(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i), stem = hangul_stem(d, i);
	size_t last;

	if ((says(s, i, SAYS_WEAPON) && weapon(s, i)) || (says(s, i, SAYS_SHIP) && ship(s, i)) || (says(s, i, SAYS_RESOLUTION) && resolution(s, i))
	    || (says(s, i, SAYS_AGREEMENT) && agreement(s, i)) || known(s, i) || (says(s, i, SAYS_STATE) && state_in_list(s, i)))
		return;
	if (person(s, i))
		add_span(s, TYPE_PERSON, i, i, "name before its title");
	else if (says(s, i, SAYS_FACILITY))
		doc_mention(s->d, TYPE_FAC, tok(d, i)->start, tok(d, i)->start + stem.n, "place and what stands there");
	else if (place_by_next(s, i, w))
		add_span(s, str_ends(w, STR("도")) ? TYPE_LOC : TYPE_GPE, i, i, "place by the word behind it");
	else if ((last = foreign_name(s, i)) > i)
		add_span(s, TYPE_PERSON, i, last, "foreign name before its title");
	else if (says(s, i, SAYS_BODY | SAYS_STEM_BODY))
		add_body(s, i, says(s, i, SAYS_BODY) ? w.n : stem.n);
}
