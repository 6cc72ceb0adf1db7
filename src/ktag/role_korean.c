#include "role_korean.h"
#include "ktag_lists.h"

#include "utf8.h"

enum { BETWEEN = 5 /* units */, LISTED = 10, SYLLABLE = 3, LONGEST_PARTICLE = 4 * SYLLABLE };

struct str
korean_stem(struct str word)
{
	if (word_ends_in(word, "학과") || word.n <= SYLLABLE) /* no 과 */
		return word;
	return str_of(word.p, word.n - word_ends_in(str_from(word, SYLLABLE + 1), TITLE_PARTICLES));
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
	struct list *particles = LIST(TITLE_PARTICLES);

	if (ends_in_head(w, word))
		return word.n;
	for (size_t n = LONGEST_PARTICLE; n; n -= SYLLABLE)
		if (word.n > n && list_holds(particles, str_from(word, word.n - n)) && ends_in_head(w, str_of(word.p, word.n - n)))
			return word.n - n;
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

/* Over what praises or counts the person at unit i, and the party of whom a title before it was said: 경애하는 NAME, 간사인 국민의힘 NAME. */
static size_t
over_praise(const struct units *us, size_t i)
{
	if (i > 1 && unit_among(us, i - 1, "경애하는 존경하는 위대하신 친애하는"))
		i--;
	if (i > 1 && unit_type(us, i - 1, TYPE_ORG) && hangul_word(us, i - 2) && str_ends(unit_str(us, i - 2), STR("인")))
		i--;
	return i;
}

/* 이장, 부녀회장: whose village is no part of the title. */
static bool
village_head(const struct units *us, size_t h)
{
	return word_begins(unit_str(us, h), "이장 부녀회장 노인회장 어촌계장");
}

/* The first unit of the title whose head is unit h: 전 대통령, 여당 간사, 북한 국무위원장. */
static size_t
title_start(const struct units *us, size_t h)
{
	if (village_head(us, h))
		return h;
	return h > 0 && (unit_place(us, h - 1) || unit_among(us, h - 1, "전 현 여당 야당 여야 초대 차기")) ? h - 1 : h;
}

bool
title_korean_before(struct units *us, size_t *at, struct title *t)
{
	bool person = unit_type(us, *at, TYPE_PERSON); /* else another title of his */
	size_t p = person ? over_praise(us, *at) : *at, n;
	struct str word, rest;

	if (p == 0 || !hangul_word(us, p - 1) || !(us->items[p].flags & TOKEN_SPACE))
		return false;
	word = unit_str(us, p - 1);
	n = korean_head(us->words, word);
	rest = str_from(word, n);
	if (n == 0 || !(person ? (rest.n == 0 && p == *at) || word_exactly(rest, "인 이신 이자 이던 였던 이었던") : word_exactly(rest, "이시며 이자 이며 이고")))
		return false;
	us->items[p - 1].end = us->items[p - 1].start + (uint32_t)n;
	*t = (struct title){ .first = title_start(us, p - 1), .end = p, .head = p - 1, .next = p };
	org_before(us, t->first, t);
	*at = t->org_end > t->org_first ? t->org_first : t->first;
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

/* Is the comma at unit i one of a list of persons, of three or more: 갑, 을, 병 위원? Two may be told of apart. */
static bool
list_comma(const struct units *us, size_t i)
{
	return unit_is(us, i, ',') && unit_type(us, i + 1, TYPE_PERSON)
	    && ((unit_is(us, i + 2, ',') && unit_type(us, i + 3, TYPE_PERSON))
		|| (i > 2 && unit_is(us, i - 2, ',') && unit_type(us, i - 3, TYPE_PERSON)));
}

/* 갑·을 의원, 갑당 갑·을당 을 의원: over the other names that share the title. */
static size_t
over_list(const struct units *us, size_t i)
{
	for (int n = 0; n < LISTED; n++) {
		if (!(unit_is(us, i, 0xb7) || unit_is(us, i, 0x318d) || unit_is(us, i, 0x30fb) || list_comma(us, i)))
			break;
		size_t k = i + 1 + (unit_type(us, i + 1, TYPE_ORG) && unit_type(us, i + 2, TYPE_PERSON));

		if (!unit_type(us, k, TYPE_PERSON))
			break;
		i = k + 1;
	}
	return i;
}

/* Where the office behind the name at unit p begins: over other names that share it and the person's age, behind a slash or in brackets. */
static size_t
behind_name(struct units *us, size_t p)
{
	size_t i = over_list(us, p + 1), close = over_parenthesis(us, i);

	if (unit_is(us, i, '/')) /* [이름/합참 공보실장 : "..."] */
		return i + 1;
	if (close > i + 2 && hangul_word(us, close - 2) && korean_head(us->words, unit_str(us, close - 2)))
		return i + 1;
	return close;
}

/* The body at unit *k, whose office it is; *i moves to where the title begins behind it. */
static bool
over_body(const struct units *us, size_t *k, size_t *i, struct title *t)
{
	if (!(unit_type(us, *k, TYPE_ORG) || unit_type(us, *k, TYPE_FAC))) /* a shipyard's head */
		return false;
	if (unit_among(us, *k + 1, "주재")) /* 유엔 주재 대사 */
		return true;
	if (*k == *i + 1 && unit_word_kind(us, *i) && str_eq(unit_str(us, *i), STR("전")))
		t->former = *k; /* 이름 전 외교부 장관 */
	t->org_first = *k;
	t->org_end = *k + 1;
	*k = over_parenthesis(us, *k + 1) - 1;
	if (unit_among(us, *k + 1, "산하 소속"))
		++*k;
	*i = *k + 1;
	return true;
}

/* The last unit of the office whose noun is unit k, and the bytes of it: 장관 직무대행 goes on, 대통령 통일·외교·안보특보 too. 0 if k is no such
 * noun, or another one follows. */
static size_t
office_end(struct units *us, size_t *k, size_t limit)
{
	size_t n = korean_head(us->words, unit_str(us, *k));

	if (n == 0 || n < unit_str(us, *k).n)
		return n;
	if (hangul_word(us, *k + 1) && (us->items[*k + 1].flags & TOKEN_SPACE) && *k + 1 < limit
	    && korean_head(us->words, unit_str(us, *k + 1)))
		return 0;
	if (office_behind(us, *k + 1)) {
		*k = office_behind(us, *k + 1);
		n = korean_head(us->words, unit_str(us, *k));
	}
	return n;
}

/* The office that begins at unit i, behind the name at unit p or another one of the person's. */
static bool
office_from(struct units *us, size_t p, size_t i, struct title *t)
{
	for (size_t k = i, n; k < us->n && k < i + BETWEEN; k++) {
		if (over_body(us, &k, &i, t) || unit_place(us, k) || unit_type(us, k, TYPE_LOC))
			continue;
		if (!(hangul_word(us, k) || korean_numbered(us, k)))
			break;
		n = office_end(us, &k, i + BETWEEN);
		if (k == p + 1 && n == 0 && !(us->items[k].flags & TOKEN_SPACE)) /* a particle of the name's */
			break;
		if (n == 0 && korean_stem(unit_str(us, k)).n < unit_str(us, k).n)
			break;
		if (n == 0)
			continue;
		us->items[k].end = us->items[k].start + (uint32_t)n;
		t->first = village_head(us, k) ? k : i;
		t->head = k;
		t->end = t->next = k + 1;
		return true;
	}
	return false;
}

/* 이름(대령) 합참 공보실장: behind the brackets that hold the rank. */
static bool
behind_brackets(struct units *us, size_t p, size_t i, struct title *t)
{
	return unit_is(us, i, ')') && i + 1 < us->n && us->items[i + 1].flags & TOKEN_SPACE && office_from(us, p, i + 1, t);
}

bool
title_korean(struct units *us, size_t p, size_t *at, struct title *t)
{
	size_t i = *at;

	*t = (struct title){ 0 };
	if (i > p + 1) {
		*at = us->n;
		if (!(in_parenthesis(us, i, t) || joined_title(us, i, t) || behind_brackets(us, p, i, t)))
			return false;
		*at = t->next;
		return true;
	}
	if (!office_from(us, p, behind_name(us, p), t))
		return false;
	if (t->org_end == t->org_first)
		org_before(us, p, t);
	*at = t->next;
	return true;
}
