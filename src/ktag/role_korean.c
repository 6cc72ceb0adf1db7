#include "role_korean.h"

#include "utf8.h"

enum { BETWEEN = 4 };

/* Particles after a title, longest first. */
static const char *const particles[] = { "이라고", "께서는", "에게는", "으로부터", "에게서", "으로서", "에서는", "과의",
	"와의", "께서", "에게", "으로", "이었던", "이던", "로부터", "한테", "까지", "마저", "조차", "보다", "처럼",
	"로서", "라고", "이자", "이며", "이고", "은", "는", "이", "가", "을", "를", "과", "와", "의", "도", "만", "측",
	"로", "께", "에", "님", "인", "들" };

struct str
korean_stem(struct str word)
{
	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		if (word.n > strlen(particles[i]) + 3 && str_ends(word, str_z(particles[i])))
			return str_of(word.p, word.n - strlen(particles[i]));
	return word;
}

/* The longest known title that ends `word`: 작전본부장 ends in 본부장. */
static bool
ends_in_head(const struct role_words *w, struct str word)
{
	for (size_t from = 0, len; from < word.n; from += len) {
		uint32_t found = role_word(w, str_from(word, from));

		if (found & WORD_KONO)
			return false;
		if (found & WORD_KO)
			return true;
		utf8_decode(word.p + from, word.n - from, &len);
	}
	return false;
}

size_t
korean_head(const struct role_words *w, struct str word)
{
	if (ends_in_head(w, word))
		return word.n;
	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
		size_t n = strlen(particles[i]);

		if (word.n > n && str_ends(word, str_z(particles[i])) && ends_in_head(w, str_of(word.p, word.n - n)))
			return word.n - n;
	}
	return 0;
}

static bool
hangul_word(const struct units *us, size_t i)
{
	return unit_word_kind(us, i) && (us->items[i].flags & TOKEN_HANGUL);
}

bool
korean_numbered(const struct units *us, size_t i)
{
	return i < us->n && us->items[i].kind == UNIT_NUMBER && korean_head(us->words, unit_str(us, i)) > 0;
}

/* The organisation just before the name: 합동참모본부(합참)의 이성준, 통일연구원 김상욱. */
static void
org_before(const struct units *us, size_t p, struct title *t)
{
	size_t i = p;

	if (i > 0 && unit_word_kind(us, i - 1) && str_eq(unit_str(us, i - 1), STR("의")))
		i--;
	if (i > 2 && unit_is(us, i - 1, ')') && unit_is(us, i - 3, '('))
		i -= 3;
	if (i > 0 && unit_type(us, i - 1, TYPE_ORG)) {
		t->org_first = i - 1;
		t->org_end = i;
	}
}

/* 공보실장(대령), 합참의장(해군 대장) */
static bool
in_parenthesis(struct units *us, size_t at, struct title *t)
{
	size_t close = unit_is(us, at + 2, ')') ? at + 2 : at + 3, n;

	if (!unit_is(us, at, '(') || !unit_is(us, close, ')') || !hangul_word(us, close - 1))
		return false;
	n = korean_head(us->words, unit_str(us, close - 1));
	if (n == 0 || n != unit_str(us, close - 1).n)
		return false;
	*t = (struct title){ .first = at + 1, .end = close, .head = close - 1, .next = close + 1 };
	return true;
}

/* 주한미군사령관 겸 유엔군사령관 */
static bool
joined_title(struct units *us, size_t at, struct title *t)
{
	size_t n;

	if (!unit_word_kind(us, at) || !str_eq(unit_str(us, at), STR("겸")) || !hangul_word(us, at + 1))
		return false;
	n = korean_head(us->words, unit_str(us, at + 1));
	if (n == 0)
		return false;
	us->items[at + 1].end = us->items[at + 1].start + (uint32_t)n;
	*t = (struct title){ .first = at + 1, .end = at + 2, .head = at + 1, .next = at + 2 };
	return true;
}

bool
title_korean_before(struct units *us, size_t p, struct title *t)
{
	struct str word;
	size_t n;

	if (p == 0 || !hangul_word(us, p - 1) || !(us->items[p].flags & TOKEN_SPACE))
		return false;
	word = unit_str(us, p - 1);
	n = korean_head(us->words, word);
	if (n < word.n && !(n == word.n - 3 && str_ends(word, STR("인"))))
		return false;
	us->items[p - 1].end = us->items[p - 1].start + (uint32_t)n;
	*t = (struct title){ .first = p - 1, .end = p, .head = p - 1, .next = p };
	if (p > 1 && (unit_place(us, p - 2) || (unit_word_kind(us, p - 2) && str_eq(unit_str(us, p - 2), STR("전")))))
		t->first--;
	org_before(us, t->first, t);
	return true;
}

/* An office of several fields from unit i on: 통일·외교·안보특보. Its last unit, or 0. */
static size_t
office_behind(struct units *us, size_t i)
{
	size_t k = i;

	while (k < i + 8 && hangul_word(us, k) && unit_is(us, k + 1, 0xb7))
		k += 2;
	return k > i && hangul_word(us, k) && korean_head(us->words, unit_str(us, k)) ? k : 0;
}

/* 갑·을 의원, 갑당 갑·을당 을 의원: over the other names that share the title. */
static size_t
over_list(const struct units *us, size_t i)
{
	for (int n = 0; n < 4 && (unit_is(us, i, 0xb7) || unit_is(us, i, 0x318d) || unit_is(us, i, 0x30fb)); n++) {
		size_t k = i + 1 + (unit_type(us, i + 1, TYPE_ORG) && unit_type(us, i + 2, TYPE_PERSON));

		if (!unit_type(us, k, TYPE_PERSON))
			break;
		i = k + 1;
	}
	return i;
}

/* 박하늘 녹색섬유 대표: a word of four syllables or more before the title of a body's head, and nothing that a title begins with. */
static bool
unknown_body(const struct units *us, size_t i, size_t head)
{
	struct str w = unit_str(us, i), h = unit_str(us, head);

	if (head != i + 1 || !hangul_word(us, i) || w.n < 12 || word_ends_in(w, "리 도 장"))
		return false;
	return word_exactly(h, "대표 회장 사장 이사장 교수 연구위원 연구원 소장 센터장 위원장 사무국장 사무총장 이사");
}

bool
title_korean(struct units *us, size_t p, size_t *at, struct title *t)
{
	size_t i = *at;

	if (i > p + 1) {
		*at = us->n;
		return in_parenthesis(us, i, t) || joined_title(us, i, t);
	}
	*t = (struct title){ 0 };
	i = over_list(us, i);
	if (unit_is(us, i, '/')) /* [이름/합참 공보실장 : "..."] */
		i++;
	for (size_t k = i; k < us->n && k < i + BETWEEN; k++) {
		size_t n;

		if (unit_type(us, k, TYPE_ORG)) {
			if (k == i + 1 && unit_word_kind(us, i) && str_eq(unit_str(us, i), STR("전")))
				t->former = k; /* 이름 전 외교부 장관 */
			t->org_first = k;
			t->org_end = k + 1;
			k = over_parenthesis(us, k + 1) - 1;
			i = k + 1;
			continue;
		}
		if (unit_place(us, k) || unit_type(us, k, TYPE_LOC))
			continue;
		if (!(hangul_word(us, k) || korean_numbered(us, k)) || (k == p + 1 && !(us->items[k].flags & TOKEN_SPACE)))
			break;
		n = korean_head(us->words, unit_str(us, k));
		if (n == 0 && korean_stem(unit_str(us, k)).n == unit_str(us, k).n)
			continue;
		if (n == 0)
			break;
		bool whole = n == unit_str(us, k).n;
		if (whole && hangul_word(us, k + 1) && (us->items[k + 1].flags & TOKEN_SPACE) && k + 1 < i + BETWEEN
		    && korean_head(us->words, unit_str(us, k + 1)))
			continue; /* 국방부 장관 직무대행 */
		if (whole && office_behind(us, k + 1)) { /* 대통령 통일·외교·안보특보 */
			k = office_behind(us, k + 1);
			n = korean_head(us->words, unit_str(us, k));
		}
		us->items[k].end = us->items[k].start + (uint32_t)n;
		t->first = i > p ? i : p + 1;
		if (t->org_end == t->org_first && unknown_body(us, t->first, k)) {
			t->org_first = t->first;
			t->org_end = ++t->first;
		}
		t->head = k;
		t->end = k + 1;
		t->next = *at = k + 1;
		if (t->org_end == t->org_first)
			org_before(us, p, t);
		return true;
	}
	return false;
}
