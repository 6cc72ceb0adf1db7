/* Who stands before a topic's or a subject's particle. */
#include "quote_korean.h"

#include "hangul_word.h"
#include "ktag_lists.h"
#include "role_korean.h"

enum { NAME = 6, ROLES_TRIED = 32, WORDS_BEFORE = 4, ASIDE = 16 };

/* 면담을 두고는, 회의에서는: the topic is a circumstance, nobody who speaks. */
#define ADVERBIAL "에는 에서는 에게는 두고는 놓고는 해서는 대해선 으로는 까지는 부터는 이후는 에선"

/* A word that ends a phrase of its own before a noun: 기자들과, 관련해, 만난, 요구한. */
#define PARTED "과 와 해 여 서 에 로 난 던 된 한 린 중인 앞서 따르면 의하면"

/* 고위관계자: a noun for a person ends the word. */
static bool
ends_in_noun(const struct frame *f, struct str word)
{
	for (size_t from = 0; from + SYLLABLE <= word.n; from += (uint8_t)word.p[from] < 0x80 ? 1 : SYLLABLE)
		if (korean_class(f, str_from(word, from)) & SAY_WHO)
			return true;
	return false;
}

/* The same of several: 전문가들. Offices are in the table as several only: 의원들 has no name before it. */
static bool
ends_in_who(const struct frame *f, struct str word)
{
	return ends_in_noun(f, word) || (str_ends(word, STR("들")) && ends_in_noun(f, str_of(word.p, word.n - SYLLABLE)));
}

bool
korean_who(const struct frame *f, size_t i)
{
	return unit_word_kind(f->us, i) && ends_in_who(f, korean_stem(unit_str(f->us, i)));
}

bool
subject_particle(struct frame *f, size_t i, bool topic)
{
	const struct units *us = f->us;
	static const char *const particles[] = { "은", "는", "도", "이", "가" };
	enum { ALSO = 2 };
	struct str s = unit_str(us, i), rest = str_of(us->text.p + us->items[i].end, us->text.n - us->items[i].end);

	if (topic && us->items[i].kind == UNIT_WORD && (str_eq(s, STR("역시")) || str_eq(s, STR("또한"))))
		return i > 0 && (unit_type(us, i - 1, TYPE_PERSON) || unit_type(us, i - 1, TYPE_ORG)
				    || (unit_word_kind(us, i - 1) && korean_head(us->words, unit_str(us, i - 1)) == unit_str(us, i - 1).n));
	for (size_t k = topic ? 0 : ALSO; k < (topic ? ALSO + 1 : 5); k++) {
		struct str p = str_z(particles[k]);

		if (s.n > p.n && str_ends(s, p) && (rest.n == 0 || strchr(" ,\n", *rest.p))
		    && (us->items[i].kind == UNIT_WORD ? !(topic && word_ends_in(s, ADVERBIAL)) : korean_numbered(us, i)))
			return k != ALSO || korean_head(us->words, s) || ends_in_who(f, str_of(s.p, s.n - p.n)); /* 장관도, but no 내년도 */
		if (str_starts(rest, p) && (rest.n == p.n || strchr(" ,\n", rest.p[p.n])))
			return true;
	}
	return false;
}

/* What only looks so: 북한학과, 경찰서, a numeral. */
#define WHOLE "학과 부서 경찰서 소방서 해경서 북한 남한 대한"

static bool
parted(const struct frame *f, size_t i)
{
	struct str word = unit_str(f->us, i);

	return word_ends_in(word, PARTED) && !word_ends_in(word, WHOLE) && !str_eq(word, STR("한"));
}

/* What a mention leaves of its word is a particle: 통신|은, 혜산|의. */
static bool
particle_left(const struct frame *f, size_t i)
{
	return i > 0 && unit_mention(f->us, i - 1) && unit_word_kind(f->us, i) && f->us->items[i - 1].end == f->us->items[i].start
	    && !unit_among(f->us, i, "군 측 의 주재 산 제 발");
}

/* What hangs on a closing mark: "..."는 */
static bool
on_mark(const struct frame *f, size_t i)
{
	return i > 0 && stretch_at(f, i - 1) && f->us->items[i - 1].end == f->us->items[i].start;
}

/* 앞서, 이와 관련: what opens a clause; but 또 다른 is one adjective. */
static bool
opener(const struct frame *f, size_t i)
{
	if (unit_among(f->us, i, "관련") && i > 0 && word_ends_in(unit_str(f->us, i - 1), "와 과"))
		return true;
	return word_exactly(unit_str(f->us, i), HANGUL_OPENERS) && !(unit_among(f->us, i, "또") && unit_among(f->us, i + 1, "다른"));
}

/* Does the noun phrase end before unit i, as one goes left? */
static bool
phrase_bound(struct frame *f, size_t i)
{
	return stretch_at(f, i) || on_mark(f, i) || f->us->items[i].kind == UNIT_PUNCT || f->us->items[i].kind == UNIT_BREAK
	    || unit_type(f->us, i, TYPE_DATE) || particle_left(f, i) || subject_particle(f, i, true) || subject_particle(f, i, false)
	    || (unit_word_kind(f->us, i) && (parted(f, i) || korean_clause_ends(f, i) || opener(f, i)));
}

/* 씨는, 군은, 양이: a title of one syllable, with its particle or without. */
static bool
short_title(struct str word)
{
	return word.n <= strlen("씨는") && (str_starts(word, STR("씨")) || str_starts(word, STR("군")) || str_starts(word, STR("양")));
}

/* 김모(72) 씨는, 최아무개씨는, 이모(41) 교사는, 정모 군은: where a masked name, or one with its age, begins that ends at unit i; i + 1 if
 * it is none. */
static size_t
masked_name(const struct frame *f, size_t i, size_t low)
{
	struct str word = unit_str(f->us, i);
	bool aged = i > low && unit_is(f->us, i - 1, ')');
	bool apart = (aged && ends_in_who(f, korean_stem(word)))
	    || (short_title(word) && i > low && (aged || str_starts(word, STR("씨")) || str_ends(unit_str(f->us, i - 1), STR("모"))));
	size_t b = i;

	if (!apart && !str_ends(korean_stem(word), STR("씨")))
		return i + 1;
	if (apart && unit_mention(f->us, b - 1)) /* NAME 씨는 */
		return i + 1;
	b -= apart;
	if (apart && b > low && str_eq(unit_str(f->us, b), STR("모"))) /* 박 모 씨 */
		b--;
	while (b > low && f->us->items[b - 1].end == f->us->items[b].start && !stretch_at(f, b - 1))
		b--;
	return b;
}

/* The phrase [b, i] without what follows the first `n` bytes of its last word. */
static bool
phrase_to(struct frame *f, size_t b, size_t i, size_t n, struct speaker *s)
{
	f->us->items[i].end = f->us->items[i].start + (uint32_t)n;
	*s = (struct speaker){ .first = b, .end = i + 1, .mention = NONE, .verb = NONE };
	return true;
}

/* 혜산시의 한 주민, 여권 핵심 인사 */
static size_t
phrase_start(struct frame *f, size_t i, size_t low)
{
	size_t b = i;

	for (int n = 0; n < WORDS_BEFORE && b > low && !phrase_bound(f, b - 1) && !(f->us->items[b].flags & TOKEN_SENTENCE); n++)
		b -= 1 + (b - 1 > low && unit_among(f->us, b - 1, "의"));
	return b;
}

bool
korean_phrase(struct frame *f, size_t i, size_t low, size_t n, struct speaker *s)
{
	return phrase_to(f, phrase_start(f, i, low), i, n, s);
}

/* 통일부 당국자는, 한 소식통은: nobody's name; the phrase as it stands, without the particle. */
static bool
unnamed(struct frame *f, size_t i, size_t low, struct speaker *s)
{
	struct str word = korean_stem(unit_str(f->us, i));
	size_t b = unit_word_kind(f->us, i) ? masked_name(f, i, low) : i;

	if (b < i && unit_is(f->us, b + 1, '(') && !str_ends(unit_str(f->us, b), STR("모"))) {
		*s = (struct speaker){ .first = b, .end = b + 1, .mention = NONE, .verb = NONE };
		return true; /* 박순자(78) 할머니가 */
	}
	if (b <= i && unit_word_kind(f->us, i))
		return phrase_to(f, b, i, short_title(word) ? strlen("씨") : word.n, s);
	if (!unit_word_kind(f->us, i) || !ends_in_who(f, word))
		return false;
	b = phrase_start(f, i, low);
	if (b + 1 == i && str_eq(unit_str(f->us, b), STR("이")) && f->before.mention == NONE
	    && f->before.end > f->before.first && str_ends(unit_str(f->us, f->before.end - 1), word)) {
		*s = f->before; /* 이 당국자 */
		return true;
	}
	return phrase_to(f, b, i, word.n, s);
}

/* 국방부 장관은: who last was given that office of the body at unit `org`, or the words as they stand. */
static bool
office_of(struct frame *f, size_t org, size_t i, struct speaker *s)
{
	size_t n = i > org && unit_word_kind(f->us, i) ? korean_head(f->us->words, unit_str(f->us, i)) : 0;

	if (n == 0)
		return false;
	for (size_t r = f->roles->n; r-- > 0 && f->roles->n - r < ROLES_TRIED;) {
		const struct role_found *row = &f->roles->items[r];

		if (row->row.start < f->us->items[org].start && str_eq(row->row.org, unit_str(f->us, org))
		    && str_ends(row->row.title, str_of(unit_str(f->us, i).p, n))) {
			*s = (struct speaker){ .first = i, .end = i + 1, .mention = row->person, .verb = NONE };
			return true;
		}
	}
	return phrase_to(f, org, i, n, s);
}

/* 섀퍼 국방장관 대행은: the words as they stand, if the last one is an office and no name before it is known. */
static bool
office(struct frame *f, size_t i, size_t low, struct speaker *s)
{
	size_t b, n = unit_word_kind(f->us, i) ? korean_head(f->us->words, unit_str(f->us, i)) : 0;

	if (n == 0)
		return false;
	b = phrase_start(f, i, low);
	return phrase_to(f, b, i, n, s);
}

/* 뉴욕타임스(NYT)는: the letters of the body before the brackets. */
static bool
bracketed(const struct units *us, size_t i)
{
	return i > 1 && unit_is(us, i - 1, '(') && unit_is(us, i + 1, ')') && unit_mention(us, i - 2)
	    && unit_type(us, i - 2, us->mentions[us->items[i].what].type);
}

/* 소식통(익명 요청)은, 당국자(실명 비공개)는: the noun before the brackets, if they say something of one. */
static size_t
before_aside(const struct frame *f, size_t i, size_t low)
{
	size_t open = i;

	if (!unit_is(f->us, i, ')'))
		return i;
	while (open > low && i - open < ASIDE && !unit_is(f->us, open, '('))
		open--;
	return open > low && unit_is(f->us, open, '(') && korean_who(f, open - 1) ? open - 1 : i;
}

bool
named(struct frame *f, size_t i, size_t low, struct speaker *s)
{
	size_t org = NONE, last = i = before_aside(f, i, low);

	if (unnamed(f, i, low, s))
		return true;
	for (int n = 0; n < NAME && i != NONE && i >= low; n++, i = frame_left(f, i)) {
		if (stretch_at(f, i) || unit_is(f->us, i, '=') || unit_is(f->us, i, ']') || (n && subject_particle(f, i, true)))
			break; /* 한가람 기자 = 대통령실은, [갯벌신문 한가람 기자] 대통령실은 */
		if (unit_type(f->us, i, TYPE_PERSON)) {
			*s = at_mention(f, i);
			return true;
		}
		if (org == NONE && (unit_type(f->us, i, TYPE_ORG) || (unit_type(f->us, i, TYPE_GPE) && n < 2)))
			org = bracketed(f->us, i) ? i - 2 : i;
		if (n && (unit_is(f->us, i, ',') || (unit_word_kind(f->us, i) && parted(f, i))))
			break;
	}
	if (org == NONE)
		return office(f, last, low, s);
	if (!office_of(f, org, last, s))
		*s = at_mention(f, org);
	return true;
}
