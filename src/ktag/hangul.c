/* Names in Hangul that no table has: places, agreements, weapons. Persons are in hangul_person.c, bodies in hangul_body.c. */
#include "gaz_open.h"
#include "hangul_rule.h"
#include "role_korean.h"

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

/* "핵추진 잠수함 앨라배마함", "조사선 온누리호": behind its class. */
static bool
vessel(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str stem = hangul_stem(d, i), class = doc_span(d, i > 0 ? i - 1 : i, i > 0 ? i - 1 : i);

	if (i == 0 || stem.n < 9 || !is_spaced(d, i))
		return false;
	if (!(str_ends(stem, STR("호")) && word_ends_in(class, HANGUL_VESSELS))
	    && !(str_ends(stem, STR("함")) && word_ends_in(class, HANGUL_WARSHIPS) && !word_ends_in(stem, HANGUL_WARSHIPS)))
		return false;
	doc_mention(s->d, TYPE_WEAPON, i, tok(d, i)->start + stem.n, "ship behind its class");
	return true;
}

/* "빅토리아급 잠수함": a class of ships. */
static bool
ship_class(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i);

	if (w.n < 9 || !str_ends(w, STR("급")) || !is_spaced(d, i + 1)
	    || !word_begins(doc_span(d, i + 1, i + 1), HANGUL_CLASSED)
	    || word_ends_in(w, HANGUL_NO_CLASSES))
		return false;
	add_span(s, TYPE_WEAPON, i, i, "class of ships");
	return true;
}

/* "유엔 안전보장이사회 결의 2397호", "안보리 대북 제재 결의 2270호" */
static bool
resolution(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t behind = i, k = 0;

	while (behind > 0 && word_exactly(doc_span(d, behind - 1, behind - 1), "대북 제재 대북제재"))
		behind--;
	const struct mention *body = behind > 0 ? known(s, behind - 1) : NULL;
	struct str n = i + 1 < d->tokens_n ? doc_span(d, i + 1, i + 1) : str_of(NULL, 0);
	size_t from = str_starts(n, STR("제")) ? HANGUL_SYLLABLE : 0; /* 결의 제1718호 */

	n = str_from(n, from);
	if (!word_is(d, i, "결의") || (k = str_digits_end(n, 0)) == 0 || !str_starts(str_from(n, k), STR("호")))
		return false;
	bool named = body && body->type == TYPE_ORG && body->end == tok(d, behind - 1)->end;
	bool council = !named || word_exactly(body->id, "un/un-security-council un/united-nations");

	law_identify(s, doc_mention(s->d, TYPE_LAW, named ? body->token : i, tok(d, i + 1)->start + from + k + 3, "numbered resolution"),
	    council ? "un-security-council-resolution" : NULL, str_of(n.p, k));
	return true;
}

/* "스톡홀름 합의", "북중 우호조약": behind its place, or the two states that made it. */
static bool
accord(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const struct mention *place = i > 0 ? known(s, i - 1) : NULL;
	size_t n = hangul_accord(doc_span(d, i, i));

	if (i == 0 || !is_hangul(d, i - 1) || !is_spaced(d, i))
		return false;
	bool named = place && (place->type == TYPE_GPE || place->type == TYPE_LOC) && place->end == tok(d, i - 1)->end
	    && !str_starts(place->id, STR("country/"));
	if (!named && !(n >= 12 && word_among(doc_span(d, i - 1, i - 1), HANGUL_TWO_STATES)))
		return false;
	doc_mention(s->d, TYPE_LAW, named ? place->token : i - 1, tok(d, i)->start + n, "agreement named after its place");
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

/* Is the token at i a state's first syllable without a particle? */
static bool
syllable_of_state(const struct scan *s, size_t i)
{
	return says(s, i, SAYS_STATE) && length(s->d, i) == 3;
}

/* "미 전략자산", "러 파병": the two syllables that are no other word; 미 접종 is "not". */
static bool
plainly_state(const struct doc *d, size_t i)
{
	struct str next = doc_span(d, i + 1, i + 1);

	return word_exactly(doc_span(d, i, i), "미 러") && is_hangul(d, i + 1) && next.n >= 2 * HANGUL_SYLLABLE
	    && !word_begins(next, "확인 적용 이행 접종 제출 가입 신고 납부 포함 응시 참여 준수");
}

/* "미 대통령", "북 최선희", "미 워싱턴": a state's first syllable before one who acts for it, or a place in it; the other syllables are words, too. */
static bool
before_holder(const struct scan *s, size_t i)
{
	return syllable_of_state(s, i) && word_begins(doc_span(s->d, i, i), "미 북 러") && is_spaced(s->d, i + 1)
	    && (plainly_state(s->d, i) || known_as(s, i + 1, TYPE_PERSON)
		|| (known_as(s, i + 1, TYPE_GPE) && !str_starts(known(s, i + 1)->id, STR("country/")))
		|| (is_hangul(s->d, i + 1) && says(s, i + 1, SAYS_TITLE)));
}

/* "미측은": a state's side. */
static bool
side_of_state(const struct scan *s, size_t i)
{
	return says(s, i, SAYS_STATE) && word_begins(doc_span(s->d, i, i), "미측 러측 일측 중측");
}

/* "북은", "북의": the North, where the article names it in full before. */
static bool
the_north(const struct scan *s, size_t i)
{
	enum { TRIED = 64 };
	const struct doc *d = s->d;

	if (!word_exactly(doc_span(d, i, i), "북은 북의 북이 북과 북에 북도 북에서 북에게"))
		return false;
	for (size_t k = 0; k < d->mentions_n && k < TRIED; k++)
		if (str_eq(d->mentions[k].id, STR("country/kp")))
			return true;
	return false;
}

/* "남과 북은", "북과 남이": is the syllable at i one of the two? */
static bool
both_koreas(const struct scan *s, size_t i)
{
	struct str w = doc_span(s->d, i, i), next = doc_span(s->d, i + 1, i + 1),
		   before = i > 0 ? doc_span(s->d, i - 1, i - 1) : (struct str) { 0 };

	if (!word_begins(w, "남 북"))
		return false;
	return (word_exactly(w, "남과 북과") && says(s, i + 1, SAYS_STATE) && word_begins(next, "남 북"))
	    || (word_exactly(before, "남과 북과") && says(s, i, SAYS_STATE));
}

/* "한·미·일", "북·중은": states by their first syllables, with dots between them. */
static bool
state_in_list(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	uint32_t entity;

	if (!(is_mark(d, i + 1, MARK_MIDDLE) && length(d, i) == 3 && says(s, i + 2, SAYS_STATE))
	    && !(i >= 2 && is_mark(d, i - 1, MARK_MIDDLE) && syllable_of_state(s, i - 2)) && !before_holder(s, i) && !both_koreas(s, i)
	    && !the_north(s, i) && !side_of_state(s, i))
		return false;
	entity = gaz_find(s->g, hangul_state(doc_span(d, i, i)));
	if (entity == GAZ_NONE)
		return false;
	add_entity(s, entity, i, tok(d, i)->start + HANGUL_SYLLABLE, "state by its first syllable");
	return true;
}

/* "가거도 인근 해상", "금성천 부근", "평안북도 방현 일대": what a word of direction or nearness stands behind is a place. */
static bool
place_by_next(const struct scan *s, size_t i, struct str w)
{
	const struct doc *d = s->d;
	const struct mention *before = i > 0 ? known(s, i - 1) : NULL;

	if (!says(s, i + 1, SAYS_NEAR))
		return false;
	if (w.n >= 9 && w.n <= 12 && str_ends(w, STR("도")))
		return !word_ends_in(w, HANGUL_NO_ISLANDS);
	if (w.n == 9 && word_ends_in(w, "천 강"))
		return true;
	return w.n >= 6 && w.n <= 9 && before && before->type == TYPE_GPE && str_ends(doc_span(d, i - 1, i - 1), STR("도"))
	    && word_begins(doc_span(d, i + 1, i + 1), "일대 인근 부근") && !word_begins(w, HANGUL_NO_VILLAGES);
}

/* The token before the short brackets that token `close` ends; `close` itself if it ends none. */
static size_t
before_brackets(const struct doc *d, size_t close)
{
	enum { FEW = 4 };
	size_t open = close;

	while (open > 0 && close - open < FEW && !is_mark(d, open, MARK_OPEN))
		open--;
	return open > 0 && is_mark(d, close, MARK_CLOSE) && is_mark(d, open, MARK_OPEN) ? open - 1 : close;
}

/* "아시아태평양경제협력체(APEC·에이펙) 정상회의": behind the body that meets, its short forms in brackets between them. */
static bool
summit(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t b;

	if (i == 0 || !is_spaced(d, i))
		return false;
	b = before_brackets(d, i - 1);
	const struct mention *body =
	    known_as(s, b, TYPE_ORG) || (known_as(s, b, TYPE_GPE) && !str_starts(known(s, b)->id, STR("country/"))) ? known(s, b) : NULL;
	if (!body || body->end != tok(d, b)->end)
		return false;
	doc_mention(s->d, TYPE_EVENT, body->token, tok(d, i)->start + hangul_summit(doc_span(d, i, i)), "summit of a body or at a place");
	return true;
}

/* "개풍구역", "문산읍": a district behind the town or province that it belongs to. */
static bool
district(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const struct mention *above = known(s, i) ? NULL : hangul_mention_before(s, i, TYPE_GPE);

	if (!above || str_starts(above->id, STR("country/")))
		return false;
	doc_mention(s->d, TYPE_GPE, i, tok(d, i)->start + hangul_stem(d, i).n, "district behind its town");
	return true;
}

/* The place that ends right before the mark of a list before token i: "양구·인제". NULL if none does. */
static const struct mention *
listed_before(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const struct mention *last = d->mentions_n ? &d->mentions[d->mentions_n - 1] : NULL;

	if (i < 2 || !is_mark(d, i - 1, MARK_MIDDLE) || !is_glued(d, i))
		return NULL;
	if (known_as(s, i - 2, TYPE_GPE))
		last = known(s, i - 2);
	return last && last->type == TYPE_GPE && last->end == tok(d, i - 2)->end ? last : NULL;
}

/* "강원도 인제에서", "화천·양구·인제": a county by its bare name, behind its province or others like it. */
static bool
county(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const struct mention *above = is_glued(d, i) ? listed_before(s, i) : hangul_mention_before(s, i, TYPE_GPE);
	struct str w = doc_span(d, i, i);

	if (!above || w.n < 6 || str_starts(above->id, STR("country/")) || !(words_of(w.p, 6) & CLASS_REGION)
	    || !(w.n == 6 || gaz_particle(str_from(w, 6))))
		return false;
	doc_mention(s->d, TYPE_GPE, i, tok(d, i)->start + 6, "county behind its province");
	return true;
}

/* Bytes of the ordinal that w begins with, 제12차 or 제3회; 0 if there is none. */
static size_t
ordinal(struct str w)
{
	size_t n = str_starts(w, STR("제")) ? str_digits_end(w, strlen("제")) : 0;

	return n > strlen("제") && word_begins(str_from(w, n), "차 회") ? n + HANGUL_SYLLABLE : 0;
}

/* "제3차 한중 해양협력대화": a meeting by its number, the words that say which, and its noun. */
static bool
meeting(struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	if (ordinal(doc_span(d, i, i)) != length(d, i))
		return false;
	size_t first = i + 1;

	if (is_hyphen(d, first + 1) && is_glued(d, first + 1) && is_glued(d, first + 2)) /* 제3차 한-호주 국방통합대화 */
		first += 2;
	for (size_t k = first; k <= first + 2 && is_hangul(d, k) && (is_spaced(d, k) || k == i + 3); k++) {
		struct str w = doc_span(d, k, k), stem = word_ends_in(w, HANGUL_MEETINGS) ? w : korean_stem(w);

		if (word_ends_in(stem, HANGUL_MEETINGS)) {
			if (k == i + 1 && stem.n < 5 * HANGUL_SYLLABLE) /* 제3차 회의 */
				return false;
			doc_mention(s->d, TYPE_EVENT, i, tok(d, k)->start + stem.n, "meeting by its number");
			return true;
		}
		if (hangul_has_particle(d, k))
			return false;
	}
	return false;
}

/* "제8기 제12차전원회의 확대회의": a session by its number; a plain meeting needs that of the convocation, too. */
static bool
session(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i), head;
	size_t first = i, n, next;

	if ((n = ordinal(w)) == 0 || i + 1 >= d->tokens_n)
		return false;
	head = str_from(w, n);
	if (head.n == 0 && is_spaced(d, i + 1))
		head = doc_span(d, i + 1, i + 1);
	if (first > 0 && str_starts(doc_span(d, first - 1, first - 1), STR("제")) && str_ends(doc_span(d, first - 1, first - 1), STR("기")))
		first--;
	n = hangul_session(head);
	if (n == 0 || (n == strlen("회의") && first == i))
		return false;
	next = doc_token_at(d, (size_t)(head.p - d->text.p) + head.n);
	if (n == head.n && str_starts(doc_span(d, next, next), STR("확대회의"))) {
		head = doc_span(d, next, next);
		n = strlen("확대회의");
	}
	doc_mention(s->d, TYPE_EVENT, first, (size_t)(head.p - d->text.p) + n, "session by its number");
	return true;
}

/* "8기6차 전원회의", "14기 12차 회의", "조선소년단 9차 대회": the same without 제, from its head; without its convocation behind its body. */
static bool
short_session(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str count;
	size_t n, first = i - 1;

	if (i == 0 || tok(d, i - 1)->kind != TOKEN_NUMBER)
		return false;
	count = doc_span(d, i - 1, i - 1);
	if (!str_ends(count, STR("차")) || (n = hangul_session(doc_span(d, i, i))) == 0)
		return false;
	if (i > 1 && tok(d, i - 2)->kind == TOKEN_NUMBER && str_ends(doc_span(d, i - 2, i - 2), STR("기")))
		first--;
	if (first == i - 1 && !str_has(count, STR("기"))
	    && !(hangul_mention_before(s, i - 1, TYPE_ORG) && word_begins(doc_span(d, i, i), "대회 전원회의")))
		return false;
	doc_mention(s->d, TYPE_EVENT, first, tok(d, i)->start + n, "session by its number");
	return true;
}

/* "신형구축함 《최현》호": between the marks, before 호. */
static bool
marked_ship(struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	if (i == 0 || tok(d, i - 1)->kind != TOKEN_PUNCT || tok(d, i + 1)->kind != TOKEN_PUNCT || !is_glued(d, i) || !is_glued(d, i + 1)
	    || !is_glued(d, i + 2) || !str_starts(doc_span(d, i + 2, i + 2), STR("호")))
		return false;
	add_span(s, TYPE_WEAPON, i, i, "ship between marks");
	return true;
}

/* "CH-47 시누크 헬기", "AH-64E 아파치": what the forces call a model, behind its designation. */
static bool
nickname(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const struct mention *model = hangul_mention_before(s, i, TYPE_WEAPON);

	if (!model || (uint8_t)d->text.p[model->start] >= 0x80)
		return false;
	if (!known_as(s, i, TYPE_WEAPON)
	    && !(hangul_foreign(doc_span(d, i, i)) > 0 && word_begins(doc_span(d, i + 1, i + 1), HANGUL_MODELS)))
		return false;
	doc_mention(s->d, TYPE_WEAPON, model->token, tok(d, i)->start + hangul_stem(d, i).n, "model with its nickname");
	return true;
}

/* The tokens up to `last`, in brackets behind a name, are that name once more. */
static bool
add_behind_name(struct scan *s, size_t i, size_t last, const char *rule)
{
	enum { TRIED = 8 };
	struct doc *d = s->d;
	const struct mention *m = known(s, i - 2);
	struct mention *added;
	struct str id, name;

	for (size_t k = d->mentions_n; !m && k > 0 && k + TRIED > d->mentions_n; k--)
		if (d->mentions[k - 1].end == tok(d, i - 2)->end)
			m = &d->mentions[k - 1];
	if (!m || m->end != tok(d, i - 2)->end || m->type > TYPE_FAC)
		return false;
	id = m->id; /* m moves where one is added */
	name = m->name;
	added = doc_mention(d, m->type, i, tok(d, last)->end, rule);
	added->id = id;
	added->name = name;
	return true;
}

/* "Haean Village Association (해안마을협의회)": what a name in Latin letters is in Hangul, all of the bracket behind it. */
static bool
in_hangul(struct scan *s, size_t i)
{
	enum { WORDS = 4 };
	const struct doc *d = s->d;
	size_t last = i;

	if (i < 2 || !is_mark(d, i - 1, MARK_OPEN) || is_hangul(d, i - 2))
		return false;
	while (last < i + WORDS && is_hangul(d, last + 1))
		last++;
	return is_mark(d, last + 1, MARK_CLOSE) && is_glued(d, last + 1) && !says(s, last, SAYS_TITLE)
	    && !word_ends_in(doc_span(d, last, last), "제공 사진 촬영 이하") && add_behind_name(s, i, last, "name in Hangul behind it");
}

/* "시진핑(習近平)", "다케시마(竹島)": the name's characters behind it. */
static bool
in_hanja(struct scan *s, size_t i)
{
	enum { SYLLABLES = 6 };
	const struct doc *d = s->d;

	return i > 1 && is_mark(d, i - 1, MARK_OPEN) && is_mark(d, i + 1, MARK_CLOSE) && is_glued(d, i - 1)
	    && length(d, i) >= 2 * HANGUL_SYLLABLE && length(d, i) <= SYLLABLES * HANGUL_SYLLABLE
	    && add_behind_name(s, i, i, "name in Hanja behind it");
}

/* Things: weapons, ships, agreements; where no table knows the word, states by their syllables and sessions, too. */
static bool
add_thing(struct scan *s, size_t i)
{
	if (i > 0 && !is_hangul(s->d, i - 1) && nickname(s, i))
		return true;
	if ((says(s, i, SAYS_WEAPON) && weapon(s, i)) || (says(s, i, SAYS_SHIP) && ship(s, i)) || resolution(s, i)
	    || (says(s, i, SAYS_ACCORD) && accord(s, i)) || (says(s, i, SAYS_AGREEMENT) && agreement(s, i)))
		return true;
	return !known(s, i)
	    && ((says(s, i, SAYS_STATE) && state_in_list(s, i)) || vessel(s, i) || ship_class(s, i) || marked_ship(s, i) || session(s, i)
		|| short_session(s, i) || meeting(s, i) || hangul_company(s, i));
}

/* Bytes of the name in the word before a title: all of 김철수, 김 of 김모. */
static size_t
titled_length(const struct doc *d, size_t i)
{
	size_t n = length(d, i);

	return n == 2 * HANGUL_SYLLABLE && str_ends(doc_span(d, i, i), STR("모")) ? HANGUL_SYLLABLE : n > HANGUL_NAME ? HANGUL_NAME : n;
}

/* A Korean in full or by his surname, by what stands behind the name. */
static bool
add_korean(struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	if (says(s, i, SAYS_GLUED))
		doc_mention(s->d, TYPE_PERSON, i, tok(d, i)->start + hangul_fused(doc_span(d, i, i)), "name glued to its title");
	else if (person_listed(s, i))
		return true;
	else if (person_titled(s, i))
		doc_mention(s->d, TYPE_PERSON, i, tok(d, i)->start + titled_length(d, i), "name before its title");
	else
		return false;
	return true;
}

/* "이와쿠니 기지", "남한강 도하훈련장": what stands at a place, behind it. Behind a town 승진훈련장 has a name of its own. */
static bool
site(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str stem = hangul_stem(d, i);
	const struct mention *place = NULL;
	size_t plain;

	for (enum entity_type type = TYPE_GPE; type <= TYPE_FAC && !place; type++)
		place = hangul_mention_before(s, i, type);
	if (!place || str_starts(place->id, STR("country/")))
		return false;
	plain = hangul_site(doc_span(d, i, i));
	if (!plain && (place->type == TYPE_GPE || !word_ends_in(stem, HANGUL_SITES)))
		return false;
	doc_mention(s->d, TYPE_FAC, place->token, tok(d, i)->start + (plain ? plain : stem.n), "what stands at a place, behind it");
	return true;
}

static bool
add_place(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i);

	if (county(s, i) || site(s, i))
		return true;
	if (says(s, i, SAYS_FACILITY))
		doc_mention(s->d, TYPE_FAC, i, tok(d, i)->start + hangul_stem(d, i).n, "place and what stands there");
	else if (hangul_village(d, i))
		add_span(s, TYPE_GPE, i, i, "village before its people");
	else if (place_by_next(s, i, w))
		add_span(s, word_ends_in(w, "도 천 강") ? TYPE_LOC : TYPE_GPE, i, i, "place by the word behind it");
	else
		return false;
	return true;
}

static bool
add_foreigner(struct scan *s, size_t i)
{
	size_t end;

	if (says(s, i, SAYS_FOREIGN) && person_japanese(s, i))
		return true;
	end = person_foreign(s, i);
	if (end == i)
		return person_given(s, i);
	add_span(s, TYPE_PERSON, i, end - 1, "foreign name before its title");
	return true;
}

void
rule_hangul(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i), stem = hangul_stem(d, i);

	if (says(s, i, SAYS_HANJA)) {
		rule_hanja(s, i);
		return;
	}
	if ((uint8_t)*w.p < 0xEA) { /* before the first syllable of Hangul */
		in_hanja(s, i);
		return;
	}
	if (says(s, i, SAYS_DISTRICT) && !says(s, i, SAYS_PERSON) && district(s, i))
		return;
	if (add_thing(s, i) || known(s, i) || in_hangul(s, i) || add_korean(s, i) || add_place(s, i) || add_foreigner(s, i))
		return;
	if ((says(s, i, SAYS_SUMMIT) && summit(s, i)) || (says(s, i, SAYS_DISTRICT) && district(s, i)) || hangul_named_body(s, i))
		return;
	if (says(s, i, SAYS_NAME) && !(says(s, i + 1, SAYS_NEAR) && word_ends_in(stem, "동 리")))
		doc_mention(s->d, TYPE_PERSON, i, tok(d, i)->start + stem.n, "name by its syllables");
	else if (says(s, i, SAYS_UNIT | SAYS_BODY | SAYS_STEM_BODY))
		hangul_add_body(s, i, says(s, i, SAYS_BODY) ? w.n : stem.n);
}

/* "17사단", "35방공포병여단은", "313총국": the number opens the name. */
void
rule_hangul_number(struct scan *s, size_t i)
{
	if (says(s, i, SAYS_UNIT) && !known(s, i))
		hangul_add_body(s, i, hangul_stem(s->d, i).n);
}
