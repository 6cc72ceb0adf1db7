/* What hangs on the closing mark of a quotation in Korean, and whether it is one. */
#include "quote_korean.h"

enum { SINGLE = 3 /* units */, LISTED = 4 };

/* 를 강조했다, 로 평가했다 */
static bool
object_of_speech(const struct frame *f, size_t particle)
{
	bool as = unit_among(f->us, particle, "으로 로");
	struct str verb;

	if (!(as || unit_among(f->us, particle, "을 를")) || !unit_word_kind(f->us, particle + 1))
		return false;
	verb = unit_str(f->us, particle + 1);
	return verb.n > STEM && (korean_class(f, str_of(verb.p, STEM)) & (as ? SAY_CALL : SAY_SAY));
}

/* The particle at the closing mark, NONE if there is none; a stray blank may part the two: "..." 라고 말했다. */
static size_t
particle(const struct frame *f, const struct stretch *q)
{
	size_t i = q->close + 1;

	if (q->lost || !unit_word_kind(f->us, i))
		return NONE;
	return !(f->us->items[i].flags & TOKEN_SPACE) || unit_among(f->us, i, "라고 이라고 라며 이라며 라면서 이라면서 라는 이라는 고 며 면서") ? i : NONE;
}

/* The quotation whose mark the particle hangs on: the last one of "...", "..."라고. */
static const struct stretch *
last_of_list(const struct frame *f, const struct stretch *q)
{
	for (int n = 0; n < LISTED && !q->lost && unit_is(f->us, q->close + 1, ','); n++) {
		const struct stretch *next = stretch_at(f, q->close + 2);

		if (!next)
			break;
		q = next;
	}
	return q;
}

enum hang
korean_hang(const struct frame *f, const struct stretch *q)
{
	size_t i = particle(f, last_of_list(f, q)), more;
	struct str word;

	if (i == NONE)
		return HANGS_NOT;
	word = unit_str(f->us, i);
	if (word_exactly(word, "는 라는 이라는 다는 란 이란 라던 이라던"))
		return HANGS_NOUN;
	more = word_ends_in(word, "도 만 는 까지 요"); /* 라고도, 고만, 면서도 */
	if (more < word.n)
		word.n -= more;
	if (word_exactly(word, "고 라고 이라고 다고 하고 임을 라 이라"))
		return HANGS_TOLD;
	if (word_exactly(word, "며 라며 이라며 다며 이며 면서 라면서 이라면서 다면서 이면서 이고"))
		return HANGS_ON;
	if (word_begins(word, "했 하 한 됐 될 할") && word_ends_in(word, "다고 다며 다면서")) /* "새 공장을 시찰"했다고 */
		return word_ends_in(word, "다고") ? HANGS_TOLD : HANGS_ON;
	return object_of_speech(f, i) ? HANGS_OBJECT : HANGS_NOT;
}

size_t
korean_behind(const struct frame *f, const struct stretch *q)
{
	return last_of_list(f, q)->close + 2;
}

bool
korean_sentence(const struct frame *f, const struct stretch *q)
{
	struct str s = str_of(f->us->text.p + q->start, q->end - q->start);

	return (word_ends_in(s, "다 라 자 까 냐 요 오 죠 네") && !word_ends_in(s, "나라 국자 계자 기자 도자 사자 재자 해자 보자 유자"))
	    || str_ends_in(s, ".?!");
}

static bool
is_term(const struct frame *f, size_t i)
{
	return unit_word_kind(f->us, i) && (korean_class(f, unit_str(f->us, i)) & SAY_TERM);
}

/* "..."라고 적힌 현수막, "..."로 불리는 무기 */
static bool
inscribed(const struct frame *f, const struct stretch *q)
{
	return unit_among(f->us, q->close + 2, "적힌 적혀 쓰인 쓰여진 쓰여 새겨진 새겨 불리는 불린 불리던 부르는 명명된 이름 표기된");
}

/* A term, with at most two syllables of particles. */
static bool
begins_with_term(const struct frame *f, struct str word)
{
	for (size_t n = word.n; n >= STEM && n + STEM >= word.n; n -= SYLLABLE)
		if (korean_class(f, str_of(word.p, n)) & SAY_TERM)
			return true;
	return false;
}

/* 이른바 "힘에 의한 평화", "힘에 의한 평화"라는 구호로; "..."라는 제목의 글, be it a sentence. */
static bool
named_so(const struct frame *f, const struct stretch *q, enum hang hang)
{
	size_t noun = q->close + 2;

	if (q->open > 0 && is_term(f, q->open - 1))
		return true;
	if (hang != HANGS_NOUN || !unit_word_kind(f->us, noun))
		return false;
	if (korean_sentence(f, q))
		return word_begins(unit_str(f->us, noun), "제목 주제");
	return str_eq(unit_str(f->us, q->close + 1), STR("는")) || begins_with_term(f, unit_str(f->us, noun));
}

/* Single marks stand for terms, for what a quotation quotes and for questions put to the speaker; words are in them where a verb tells
 * them, which beside double marks is a whole sentence's right alone. */
static bool
single_words(const struct frame *f, const struct stretch *q, enum hang hang)
{
	if (q->close - q->open < SINGLE || hang == HANGS_NOT || hang == HANGS_OBJECT)
		return false;
	return !f->doubles || (hang != HANGS_NOUN && korean_sentence(f, q));
}

bool
korean_words(const struct frame *f, const struct stretch *q, enum hang hang)
{
	return !named_so(f, q, hang) && !inscribed(f, q) && (!q->single || single_words(f, q, hang));
}
