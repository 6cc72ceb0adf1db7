/* Bodies in Hangul that no table has: by their last syllables, by who heads them, with what stands before them. */
#include "gaz_open.h"
#include "hangul_rule.h"
#include "ktag_lists.h"
#include "role_korean.h"

/* The mention of that type that ends right before token i, a blank between them; NULL if none does. */
const struct mention *
hangul_mention_before(const struct scan *s, size_t i, enum entity_type type)
{
	const struct doc *d = s->d;
	const struct mention *m = i > 0 ? known(s, i - 1) : NULL;

	if (!m && d->mentions_n) /* a rule has just found it */
		m = &d->mentions[d->mentions_n - 1];
	return i > 0 && m && m->type == type && m->end == tok(d, i - 1)->end && is_spaced(d, i) ? m : NULL;
}

/* "국회 국방위", "상원 군사위원회": a committee behind its house. */
static bool
committee(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str stem = hangul_stem(d, i);

	if (i == 0 || !is_spaced(d, i) || !word_exactly(doc_span(d, i - 1, i - 1), "국회 상원 하원") || stem.n < 9 || stem.n > 30
	    || !word_ends_in(stem, "위 위원회") || word_begins(stem, "주위 지위 시위 범위 단위 순위 행위 상위 하위 우위 고위"))
		return false;
	doc_mention(s->d, TYPE_ORG, i - 1, tok(d, i)->start + stem.n, "committee of a house");
	return true;
}

/* "미들버리 국제학연구소": a word that can only be a foreign name, but no person's, before the head word. */
static bool
foreign_before(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const struct mention *last = d->mentions_n ? &d->mentions[d->mentions_n - 1] : NULL;

	if (i == 0 || (last && last->start < tok(d, i)->start && last->end > tok(d, i - 1)->start))
		return false;
	return is_spaced(d, i) && says(s, i - 1, SAYS_FOREIGN) && !says(s, i - 1, SAYS_TITLE) && !known(s, i - 1)
	    && !hangul_has_particle(d, i - 1) && hangul_foreign(doc_span(d, i - 1, i - 1)) >= HANGUL_SURELY_FOREIGN;
}

/* "콘라트 아데나워 재단", "비거 마린 그룹": foreign words before a plain head; the first of them, i if there is none. */
static size_t
foreign_words(const struct scan *s, size_t i)
{
	enum { WORDS = 3 };
	const struct doc *d = s->d;
	size_t first = i;
	int sure = 0;

	if (i == 0 || !is_spaced(d, i) || !says(s, i - 1, SAYS_FOREIGN) || !hangul_foreign_head(doc_span(d, i, i)))
		return i;
	while (first > 0 && first + WORDS > i && says(s, first - 1, SAYS_FOREIGN) && !says(s, first - 1, SAYS_TITLE | SAYS_BODY)
	    && !known(s, first - 1) && !hangul_has_particle(d, first - 1) && hangul_foreign(doc_span(d, first - 1, first - 1)) > 0
	    && (first == i || is_spaced(d, first))) {
		first--;
		sure += hangul_foreign(doc_span(d, first, first));
	}
	return sure >= 2 * HANGUL_SURELY_FOREIGN ? first : i;
}

/* "주미 한국대사관", "주중 대사관": an embassy by where it stands. */
static bool
posted(const struct scan *s, size_t i, struct str name)
{
	struct str at = i > 0 && is_spaced(s->d, i) ? doc_span(s->d, i - 1, i - 1) : (struct str) { 0 };

	return word_ends_in(name, "대사관 대표부 총영사관") && at.n >= 6 && at.n <= 15 && str_starts(at, STR("주"))
	    && !word_exactly(at, "주요 주재 주변 주한미군") && !known(s, i - 1) && !hangul_has_particle(s->d, i - 1);
}

/* A sub-body written with its parent is one name, so is a station with its town: "서울 송파경찰서". */
void
hangul_add_body(struct scan *s, size_t i, size_t n)
{
	const struct doc *d = s->d;
	const struct mention *parent = i > 0 && is_spaced(d, i) ? known(s, i - 1) : NULL;
	struct str name = str_of(d->text.p + tok(d, i)->start, n);

	if (!parent) /* 국경경비총국 25여단: a rule has just found it */
		parent = hangul_mention_before(s, i, TYPE_ORG);
	bool whole = parent && parent->end == tok(d, i - 1)->end, body = whole && (parent->type == TYPE_ORG || parent->type == TYPE_FAC);
	bool town = whole && parent->type == TYPE_GPE && (word_ends_in(name, "경찰서 소방서") || word_among(name, HANGUL_TOWN_BODIES));
	size_t first = body || town ? parent->token : foreign_before(s, i) || posted(s, i, name) ? i - 1 : i;

	doc_mention(s->d, body ? parent->type : TYPE_ORG, first, tok(d, i)->start + n, "organisation by its head word");
}

/* "이홍길 자주통일평화연대 상임대표의장", "박하늘 녹색섬유 대표": a long word between a name and the title of a body's head. */
static bool
headed_body(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, i, i), title;

	if (w.n < 9 || !is_spaced(d, i + 1) || !says(s, i + 1, SAYS_TITLE) || says(s, i, SAYS_TITLE)
	    || hangul_has_particle(d, i) || word_ends_in(w, "리 도 장 담당") || !hangul_mention_before(s, i, TYPE_PERSON))
		return false;
	title = korean_stem(doc_span(d, i + 1, i + 1));
	if (w.n < 12) /* 정광일 노체인 대표 */
		return word_exactly(title, "대표 이사장") && !word_exactly(w, HANGUL_NO_HEADED);
	/* 북핵외교 기획단장 is one title */
	return word_ends_in(title, "대표 회장 사장 이사장 교수 연구위원 연구원 소장 센터장 사무국장 사무총장")
	    || (w.n >= 15 && word_ends_in(title, "국장 총장 이사 의장 단장 팀장 위원장 활동가 고문 간사"));
}

/* Does a person's name end at token i: one of the last mentions so far, or of the tables? */
static bool
ends_person(const struct scan *s, size_t i)
{
	enum { LAST = 4 };
	const struct doc *d = s->d;

	for (size_t k = d->mentions_n; k > 0 && k + LAST > d->mentions_n; k--)
		if (d->mentions[k - 1].type == TYPE_PERSON && d->mentions[k - 1].end == tok(d, i)->end)
			return true;
	return known_as(s, i, TYPE_PERSON) && known(s, i)->end == tok(d, i)->end;
}

/* May token i be a word inside a body's name: no particle, no title? */
static bool
inside_body(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	if (is_mark(d, i, MARK_MIDDLE))
		return is_glued(d, i) && is_glued(d, i + 1);
	return (is_hangul(d, i) || tok(d, i)->kind == TOKEN_NUMBER) && !hangul_has_particle(d, i) && !says(s, i, SAYS_TITLE);
}

/* "신금철 6사단 이전부지 대책위원회 위원장", "[홍서현/민관군 합동 자문위원회 위원장": all that stands between a name and the title of a body's
 * head is the body's name, if its last word, at i, can be. */
static bool
body_of_words(struct scan *s, size_t i)
{
	enum { WORDS = 7 };
	const struct doc *d = s->d;
	size_t first = i;

	if (!says(s, i + 1, SAYS_TITLE) || !is_spaced(d, i + 1) || !word_ends_in(doc_span(d, i, i), HANGUL_BODY_HEADS)
	    || !inside_body(s, i))
		return false;
	while (first > 1 && i - first < WORDS && !ends_person(s, first - 1) && inside_body(s, first - 1))
		first--;
	if (first > 2 && is_mark(d, first - 1, MARK_SLASH) ? !ends_person(s, first - 2) : first == 0 || !ends_person(s, first - 1))
		return false;
	if (first == i || known_as(s, first, TYPE_ORG))
		return false;
	add_span(s, TYPE_ORG, first, i, "body of several words between its head's name and title");
	return true;
}

/* "충무대대 변승현 병장", "전차대대 임성채·백민재 병장": a unit before one of its soldiers. */
static bool
soldiers_unit(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t rank = is_mark(d, i + 2, MARK_MIDDLE) ? i + 4 : i + 2;

	return length(d, i) >= 12 && says(s, i + 1, SAYS_PERSON | SAYS_SHORT) && is_spaced(d, i + 1)
	    && word_ends_in(doc_span(d, i, i), "대대 여단 연대 중대") && is_spaced(d, rank) && word_begins(doc_span(d, rank, rank), HANGUL_RANKS);
}

/* "김영수 구성공작기계공장 지배인": works before the title of who runs them. */
static bool
works(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	return length(d, i) >= 15 && word_ends_in(doc_span(d, i, i), "공장 기업소 탄광 광산 농장 제련소 발전소 목장 사업소")
	    && word_begins(doc_span(d, i + 1, i + 1), "지배인 기사장 직장장 부지배인 초급당비서 초급당위원장 경리");
}

/* "혜산시 안전부", "양강도 보위국": an office of its town or province. */
static bool
town_body(const struct scan *s, size_t i)
{
	const struct mention *town = hangul_mention_before(s, i, TYPE_GPE);

	return town && !str_starts(town->id, STR("country/")) && word_among(hangul_stem(s->d, i), HANGUL_TOWN_BODIES);
}

/* A body whose name only what stands round it tells. */
bool
hangul_named_body(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t first;

	if (hangul_university(d, i))
		hangul_add_body(s, i, length(d, i));
	else if (works(s, i))
		add_span(s, TYPE_FAC, i, i, "works before the title of their head");
	else if (soldiers_unit(s, i))
		hangul_add_body(s, i, length(d, i));
	else if ((first = foreign_words(s, i)) < i)
		doc_mention(s->d, TYPE_ORG, first, tok(d, i)->start + hangul_foreign_head(doc_span(d, i, i)), "foreign words and a head");
	else if (town_body(s, i) || (word_begins(doc_span(d, i, i), "대사관 대표부") && posted(s, i, hangul_stem(d, i))))
		hangul_add_body(s, i, hangul_stem(d, i).n);
	else if (headed_body(s, i))
		add_span(s, TYPE_ORG, i, i, "body between its head's name and title");
	else
		return committee(s, i) || body_of_words(s, i);
	return true;
}

/* "기아(000270)": a company with its number at the exchange, which is no month. */
bool
hangul_company(struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	if (!is_mark(d, i + 1, MARK_OPEN) || tok(d, i + 2)->kind != TOKEN_NUMBER || length(d, i + 2) != 6 || !is_mark(d, i + 3, MARK_CLOSE)
	    || !is_glued(d, i + 1) || !is_glued(d, i + 2) || length(d, i) < 2 * HANGUL_SYLLABLE
	    || word_begins(doc_span(d, i + 2, i + 2), "201 202"))
		return false;
	doc_mention(s->d, TYPE_ORG, i, tok(d, i)->end, "company by its number at the exchange");
	return true;
}
