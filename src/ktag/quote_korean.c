#include "quote_frame.h"

#include "role_korean.h"

enum { BEFORE = 80, NAME = 6, FRAGMENT = 4, ROLES_TRIED = 32, STEM = 6 /* bytes: 강조, 평가 */ };

/* What follows a quotation's closing mark in Korean: "..."고, "..."라며, "..."이라는 */
static bool
quoting(struct str s)
{
	static const char *const marks[] = { "고", "라고", "이라고", "며", "라며", "이라며", "면서", "라면서",
		"이라면서", "면서도", "라면서도", "이라면서도", "하고", "라는", "이라는", "는", "다는", "란", "이란", "다며", "다고", "라", "이라" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_eq(s, str_z(marks[i])))
			return true;
	return false;
}

/* 면담을 두고는, 회의에서는: the topic is a circumstance, nobody who speaks. */
static bool
adverbial(struct str word)
{
	static const char *const ends[] = { "에는", "에서는", "에게는", "두고는", "놓고는", "해서는", "대해선", "으로는", "까지는", "부터는",
		"이후는", "에선", "에 대해선" };

	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (str_ends(word, str_z(ends[k])))
			return true;
	return false;
}

/* Does a particle that marks a topic or a subject end the unit, or follow it? */
static bool
subject_particle(const struct units *us, size_t i, bool topic)
{
	static const char *const particles[] = { "은", "는", "이", "가", "도" };
	struct str s = unit_str(us, i), rest = str_of(us->text.p + us->items[i].end, us->text.n - us->items[i].end);

	if (topic && us->items[i].kind == UNIT_WORD && (str_eq(s, STR("역시")) || str_eq(s, STR("또한"))))
		return i > 0 && (unit_type(us, i - 1, TYPE_PERSON) || unit_type(us, i - 1, TYPE_ORG)
				    || (unit_word_kind(us, i - 1) && korean_head(us->words, unit_str(us, i - 1)) == unit_str(us, i - 1).n));
	for (size_t k = topic ? 0 : 2; k < (topic ? 2 : 5); k++) {
		struct str p = str_z(particles[k]);

		if (s.n > p.n && str_ends(s, p) && (rest.n == 0 || strchr(" ,\n", *rest.p))
		    && (us->items[i].kind == UNIT_WORD ? !(topic && adverbial(s)) : korean_numbered(us, i)))
			return k < 4 || korean_head(us->words, s); /* 장관도, but no 내년도 */
		if (str_starts(rest, p) && (rest.n == p.n || strchr(" ,\n", rest.p[p.n])))
			return true;
	}
	return false;
}

/* Does the word end a phrase of its own before a noun: 기자들과, 관련해, 만난, 요구한? */
static bool
parted(struct str word)
{
	static const char *const ends[] = { "과", "와", "해", "여", "서", "에", "로", "난", "던", "된", "한", "린", "중인", "앞서" };

	if (str_eq(word, STR("한"))) /* 한 당국자 */
		return false;
	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (str_ends(word, str_z(ends[k])))
			return true;
	return false;
}

/* Words that open a sentence before its subject. */
static bool
adverb_korean(struct str word)
{
	static const char *const words[] = { "앞서", "이어", "한편", "또", "또한", "특히", "다만", "이날", "그러면서", "아울러",
		"반면", "당시", "현재" };

	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (str_eq(word, str_z(words[k])))
			return true;
	return false;
}

static uint32_t
class_of(const struct frame *f, struct str word)
{
	return role_word_exact(f->say, word);
}

/* 고위관계자: a noun for a person ends the word. */
static bool
ends_in_who(const struct frame *f, struct str word)
{
	for (size_t from = 0; from + 3 <= word.n; from += (uint8_t)word.p[from] < 0x80 ? 1 : 3)
		if (class_of(f, str_from(word, from)) & SAY_WHO)
			return true;
	return false;
}

/* 김모(72) 씨는, 최아무개씨는, ㄱ씨는: where a masked name begins that ends at unit i; i + 1 if it is none. */
static size_t
masked_name(const struct frame *f, size_t i, size_t low)
{
	struct str word = unit_str(f->us, i);
	size_t b = i;

	if (!str_ends(korean_stem(word), STR("씨")) && !(str_starts(word, STR("씨")) && word.n <= 2 * strlen("씨")))
		return i + 1;
	if (str_starts(word, STR("씨"))) {
		if (b == low || unit_mention(f->us, b - 1)) /* NAME 씨는 */
			return i + 1;
		b--;
	}
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

/* 통일부 당국자는, 한 소식통은: nobody's name; the phrase as it stands, without the particle. */
static bool
unnamed(struct frame *f, size_t i, size_t low, struct speaker *s)
{
	struct str word = korean_stem(unit_str(f->us, i));
	size_t b = unit_word_kind(f->us, i) ? masked_name(f, i, low) : i;

	if (b <= i && unit_word_kind(f->us, i))
		return phrase_to(f, b, i, str_ends(word, STR("씨")) ? word.n : strlen("씨"), s);
	if (!unit_word_kind(f->us, i) || !ends_in_who(f, word))
		return false;
	for (b = i; b > low && i - b < 3 && !stretch_at(f, b - 1) && f->us->items[b - 1].kind != UNIT_PUNCT
	    && f->us->items[b - 1].kind != UNIT_BREAK && !subject_particle(f->us, b - 1, true)
	    && !subject_particle(f->us, b - 1, false) && !unit_type(f->us, b - 1, TYPE_DATE)
	    && !(unit_word_kind(f->us, b - 1) && parted(unit_str(f->us, b - 1)));)
		b--;
	if (b + 1 == i && str_eq(unit_str(f->us, b), STR("이")) && f->before.mention == NONE
	    && f->before.end > f->before.first && str_ends(unit_str(f->us, f->before.end - 1), word)) {
		*s = f->before; /* 이 당국자 */
		return true;
	}
	return phrase_to(f, b, i, word.n, s);
}

/* 로라 스미스 전 국무부 부차관보는: the words before 전, whose name is not known. */
static bool
former_name(const struct frame *f, size_t org, struct speaker *s)
{
	size_t b = org - (org > 0);

	if (!unit_word_kind(f->us, b) || !str_eq(unit_str(f->us, b), STR("전")))
		return false;
	*s = (struct speaker){ .first = b, .end = b, .mention = NONE, .verb = NONE };
	while (s->first > 0 && b - s->first < 2 && unit_word_kind(f->us, s->first - 1) && !(f->us->items[s->first].flags & TOKEN_SENTENCE)
	    && korean_stem(unit_str(f->us, s->first - 1)).n == unit_str(f->us, s->first - 1).n && !parted(unit_str(f->us, s->first - 1)))
		s->first--;
	return s->end > s->first;
}

/* 국방부 장관은: who last was given that office of the body at unit `org`, or the words as they stand. */
static bool
office_of(struct frame *f, size_t org, size_t i, struct speaker *s)
{
	size_t n = i > org && unit_word_kind(f->us, i) ? korean_head(f->us->words, unit_str(f->us, i)) : 0;

	if (n == 0)
		return false;
	if (former_name(f, org, s))
		return true;
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
	size_t b = i, n = unit_word_kind(f->us, i) ? korean_head(f->us->words, unit_str(f->us, i)) : 0;

	if (n == 0)
		return false;
	while (b > low && i - b < 3 && unit_word_kind(f->us, b - 1) && !stretch_at(f, b - 1)
	    && korean_stem(unit_str(f->us, b - 1)).n == unit_str(f->us, b - 1).n && !parted(unit_str(f->us, b - 1))
	    && !adverb_korean(unit_str(f->us, b - 1)))
		b--;
	if (b == i)
		return false;
	for (size_t r = f->roles->n; b + 1 == i && unit_str(f->us, b).n == 3 && r-- > 0 && f->roles->n - r < ROLES_TRIED;) {
		const struct role_found *row = &f->roles->items[r]; /* 이 대통령, where the sentence before is glued to it */

		if (str_starts(row->row.person, unit_str(f->us, b)) && str_ends(row->row.title, str_of(unit_str(f->us, i).p, n))) {
			*s = (struct speaker){ .first = b, .end = i, .mention = row->person, .verb = NONE };
			return true;
		}
	}
	return phrase_to(f, b, i, n, s);
}

/* The person or body whose phrase the particle at unit i closes. */
static bool
named(struct frame *f, size_t i, size_t low, struct speaker *s)
{
	size_t org = NONE, last = i;

	if (unnamed(f, i, low, s))
		return true;
	for (int n = 0; n < NAME && i != NONE && i >= low; n++, i = frame_left(f, i)) {
		if (stretch_at(f, i) || unit_is(f->us, i, '=') || (n && subject_particle(f->us, i, true)))
			break; /* 한가람 기자 = 대통령실은 */
		if (unit_type(f->us, i, TYPE_PERSON)) {
			*s = at_mention(f, i);
			return true;
		}
		if (org == NONE && (unit_type(f->us, i, TYPE_ORG) || (unit_type(f->us, i, TYPE_GPE) && n < 2)))
			org = i;
		if (n && (unit_is(f->us, i, ',') || (unit_word_kind(f->us, i) && parted(unit_str(f->us, i)))))
			break;
	}
	if (org == NONE)
		return office(f, last, low, s);
	if (!office_of(f, org, last, s))
		*s = at_mention(f, org);
	return true;
}

/* "..."를 강조했다, "..."로 평가했다: a fragment that a verb of speech takes as its object. */
static bool
object_of_speech(const struct frame *f, size_t next)
{
	struct str s = unit_str(f->us, next);
	bool as = str_eq(s, STR("으로")) || str_eq(s, STR("로"));

	if (!(as || str_eq(s, STR("을")) || str_eq(s, STR("를"))) || !unit_word_kind(f->us, next + 1))
		return false;
	s = unit_str(f->us, next + 1);
	return s.n > STEM && (class_of(f, str_of(s.p, STEM)) & (as ? SAY_CALL : SAY_SAY));
}

/* 그는, 그녀는: who spoke or was named last. */
static bool
pronoun_korean(const struct frame *f, size_t i)
{
	struct str s = unit_str(f->us, i);

	return unit_word_kind(f->us, i) && (str_eq(s, STR("그는")) || str_eq(s, STR("그녀는")) || str_eq(s, STR("그가")) || str_eq(s, STR("이어")));
}

/* Does a clause end at unit i: 추정했지만, 밝혔고? */
static bool
clause_ends(const struct frame *f, size_t i)
{
	static const char *const ends[] = { "지만", "는데", "은데", "인데", "으나", "며", "면서", "고" };
	struct str s = unit_str(f->us, i);

	for (size_t k = 0; unit_word_kind(f->us, i) && k < sizeof ends / sizeof *ends; k++)
		if (s.n > strlen(ends[k]) + 3 && str_ends(s, str_z(ends[k])))
			return true;
	return unit_word_kind(f->us, i) && (str_eq(s, STR("했고")) || str_eq(s, STR("했으며")) || str_eq(s, STR("했지만")) || str_eq(s, STR("봤고")));
}

/* Does a clause that hangs on a noun end at unit i: 만났는지에 대해서는, 비난했다는 보도에? */
static bool
clause_hangs(const struct frame *f, size_t i)
{
	static const char *const ends[] = { "다는", "냐는", "라는", "는지에", "는지" };
	struct str s = unit_str(f->us, i);

	for (size_t k = 0; unit_word_kind(f->us, i) && k < sizeof ends / sizeof *ends; k++)
		if (s.n > strlen(ends[k]) && str_ends(s, str_z(ends[k])))
			return true;
	return false;
}

/* The topic of the quotation's clause: the first one of the sentence, or a name or an office behind the end of a clause. */
static bool
topic(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	bool found = false, ended = false, subject = false, inside = false;
	size_t i = low;

	for (int n = 0; n < BEFORE && i != NONE && i < q->open; n++, i = frame_right(f, i)) {
		struct speaker next;

		if (pronoun_korean(f, i))
			return found;
		if (stretch_at(f, i))
			continue;
		if (inside && clause_hangs(f, i))
			found = inside = false; /* A가 B는 잘못했다는 보도에 대해선 */
		ended |= clause_ends(f, i);
		subject |= !found && subject_particle(f->us, i, false) && !subject_particle(f->us, i, true) && korean_head(f->us->words, unit_str(f->us, i));
		if (subject_particle(f->us, i, true) && (!found || ended)
		    && (!found || unit_mention(f->us, i) || korean_head(f->us->words, unit_str(f->us, i)))
		    && named(f, i, low, &next)) {
			*s = next;
			found = true;
			ended = false;
			inside = subject;
		}
	}
	return found;
}

/* The nearest subject before the quote (`inner`: 지시했다고 보도했다), or the first topic of its sentence. */
static bool
subject(struct frame *f, const struct stretch *q, size_t low, bool inner, struct speaker *s)
{
	size_t i = frame_left(f, q->open);

	for (int n = 0; inner && n < BEFORE && i != NONE && i >= low; n++, i = frame_left(f, i))
		if (!stretch_at(f, i) && (subject_particle(f->us, i, false) || subject_particle(f->us, i, true))
		    && named(f, i, low, s))
			return true;
	if (topic(f, q, low, s))
		return true;
	i = low;
	for (int n = 0; n < BEFORE && i != NONE && i < q->open; n++, i = frame_right(f, i)) {
		if (pronoun_korean(f, i))
			return false;
		if (stretch_at(f, i) || !subject_particle(f->us, i, false) || !named(f, i, low, s))
			continue;
		for (; i != NONE && i < q->open; i = frame_right(f, i))
			if (!stretch_at(f, i) && clause_hangs(f, i))
				return false;
		return true;
	}
	return false;
}

/* The last person named before unit i. */
static bool
last_person(const struct frame *f, size_t i, struct speaker *s)
{
	size_t n = persons_before(f->us, i), u;

	if (n == 0)
		return false;
	u = f->us->persons[n - 1];
	*s = (struct speaker){ .first = u, .end = u + 1, .mention = f->us->items[u].what, .verb = NONE };
	return true;
}

/* "..." NAME 장관이 이같이 말했다. */
static bool
thus(struct frame *f, size_t i, size_t end, struct speaker *s)
{
	struct stretch tail = { .open = (uint32_t)end };

	for (size_t k = i; k < end && k < i + BEFORE; k++) {
		struct str word = unit_str(f->us, k);

		if (str_eq(word, STR("이같이")) || str_eq(word, STR("이렇게")) || str_eq(word, STR("이처럼")))
			return subject(f, &tail, i, false, s);
	}
	return false;
}

/* "..." NAME 교수의 말이다. */
static bool
words_of_name(struct frame *f, size_t i, size_t end, struct speaker *s)
{
	for (size_t k = i + 1; k < end && k < i + BEFORE; k++) {
		struct str word = unit_str(f->us, k), gap = str_of(f->us->text.p + f->us->items[k].start - 4, 4);

		if (!unit_word_kind(f->us, k) || !str_eq(gap, STR("의 ")) || !str_ends(word, STR("다")))
			continue;
		word.n -= str_ends(word, STR("이다")) ? strlen("이다") : strlen("다");
		if (class_of(f, word) & SAY_NOUN)
			return named(f, k - 1, i, s);
	}
	return false;
}

/* "..." NAME 씨가 눈시울을 붉혔다: a quotation that opens its paragraph, and the person whom the next sentence is about. */
static bool
next_subject(struct frame *f, const struct stretch *q, size_t i, size_t end, struct speaker *s)
{
	if (q->open > 0 && f->us->items[q->open - 1].kind != UNIT_BREAK)
		return false;
	for (size_t k = i; k < end && k < i + NAME; k++)
		if (subject_particle(f->us, k, true) || subject_particle(f->us, k, false))
			return named(f, k, i, s) && unit_type(f->us, s->first, TYPE_PERSON);
	return false;
}

/* "..."고 NAME 대표는 말했다: the subject between the quotation that opens the sentence and its verb. */
static bool
subject_behind(struct frame *f, const struct stretch *q, size_t i, struct speaker *s)
{
	for (size_t k = i; k < f->us->n && k < i + NAME && !stretch_at(f, k) && f->us->items[k].kind != UNIT_BREAK && !unit_is(f->us, k, ','); k++) {
		if (unit_word_kind(f->us, k) && str_ends(unit_str(f->us, k), STR("다")))
			return false;
		if (subject_particle(f->us, k, true) || subject_particle(f->us, k, false))
			return frame_sentence(f, q->open) == q->open && named(f, k, i, s);
	}
	return false;
}

/* A quotation that is a sentence of its own, and the sentence behind it, in the same paragraph, says whose it is. */
static bool
told_behind(struct frame *f, const struct stretch *q, size_t i, struct speaker *s)
{
	size_t end;

	if (i >= f->us->n || f->us->items[i].kind == UNIT_BREAK)
		return false;
	end = frame_sentence_end(f, i);
	return thus(f, i, end, s) || words_of_name(f, i, end, s) || next_subject(f, q, i, end, s);
}

/* The word after the particle that ends in 다: 밝혔다, 말했다. */
static size_t
verb_after(const struct frame *f, size_t i)
{
	for (int n = 0; n < 24 && i != NONE && i < f->us->n; n++, i = frame_right(f, i)) {
		struct str s = unit_str(f->us, i);

		if (n == 0 && unit_word_kind(f->us, i) && s.n > 9 && str_ends(s, STR("다고"))) {
			f->us->items[i].end -= 3; /* "..."고 답했다고 전했다 */
			return i;
		}
		if (!stretch_at(f, i) && f->us->items[i].kind == UNIT_WORD && str_ends(s, STR("다")))
			return i;
	}
	return NONE;
}

/* Does the sentence report a report: 지시했다고 보도했다? */
static bool
reported(const struct frame *f, size_t i)
{
	struct str last = { 0 };

	for (int n = 0; n < 8 && i != NONE && i < f->us->n && f->us->items[i].kind == UNIT_WORD; n++, i = frame_right(f, i)) {
		struct str s = unit_str(f->us, i);

		if (str_ends(last, STR("다고")) && (str_starts(s, STR("보도")) || str_starts(s, STR("전했")) || str_starts(s, STR("소개"))))
			return true;
		last = s;
	}
	return false;
}

/* "..." 위한 결정이라고 말했다: the clause that holds the fragment is somebody's words. */
static bool
indirect(const struct frame *f, size_t i)
{
	struct str last = { 0 };

	for (int n = 0; n < 12 && i != NONE && i < f->us->n && unit_word_kind(f->us, i); n++, i = frame_right(f, i)) {
		struct str s = unit_str(f->us, i);

		if ((str_ends(last, STR("라고")) || str_ends(last, STR("다고"))) && str_ends(s, STR("다")))
			return true;
		last = s;
	}
	return false;
}

/* "...한다"는 입장이다, but "힘에 의한 평화"는 구호다: does the quotation end like a sentence? */
static bool
ends_sentence(const struct frame *f, const struct stretch *q)
{
	static const char *const ends[] = { "다", "라", "자", "까", "냐", "요", "오", "." , "?", "!" };
	struct str s = str_of(f->us->text.p + q->start, q->end - q->start);

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_ends(s, str_z(ends[i])))
			return true;
	return false;
}

/* 이른바 "힘에 의한 평화" */
static bool
term_korean(const struct frame *f, const struct stretch *q, size_t next)
{
	if (q->open > 0 && unit_word_kind(f->us, q->open - 1) && (class_of(f, unit_str(f->us, q->open - 1)) & SAY_TERM))
		return true;
	return next != NONE && str_eq(unit_str(f->us, next), STR("는")) && !ends_sentence(f, q);
}

bool
attribute_korean(struct frame *f, size_t index, struct speaker *s)
{
	const struct stretch *q = &f->all.items[index];
	size_t next = frame_right(f, q->close), low = frame_sentence(f, q->open);
	bool marked = next != NONE && unit_word_kind(f->us, next) && !(f->us->items[next].flags & TOKEN_SPACE)
	    && (quoting(unit_str(f->us, next)) || object_of_speech(f, next));

	if (term_korean(f, q, next))
		return false;
	if (q->single && (f->doubles || !marked || q->close - q->open < 3 || object_of_speech(f, next)))
		return false;
	if (!marked && (after_colon(f, q, low, s) || label_line(f, q, s)))
		return true;
	if (!marked && !(low == q->open && q->stop)) {
		if (q->single || q->close - q->open < FRAGMENT || !indirect(f, next))
			return false;
		if (!subject(f, q, low, false, s))
			return false;
		s->verb = verb_after(f, next);
		return true;
	}
	if (!(marked && subject_behind(f, q, next + 1, s)) && !subject(f, q, low, marked && reported(f, next + 1), s) && !(!marked && next != NONE && told_behind(f, q, next, s))) {
		if (f->before.end > f->before.first)
			*s = f->before;
		else if (!last_person(f, q->open, s))
			*s = (struct speaker){ .mention = NONE, .verb = NONE };
	}
	s->verb = marked ? verb_after(f, next + 1) : NONE;
	return true;
}
