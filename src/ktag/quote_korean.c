#include "quote_korean.h"

#include "role_korean.h"

enum { BEFORE = 80, NAME = 6, FRAGMENT = 4, OWNED = 3, ASIDE = 16 /* units */ };

/* 그는, 그녀는: who spoke or was named last. */
static bool
he(const struct frame *f, size_t i)
{
	return unit_among(f->us, i, "그는 그녀는 그가");
}

static bool
pronoun_korean(const struct frame *f, size_t i)
{
	return he(f, i) || unit_among(f->us, i, "이어");
}

/* Does a clause that hangs on a noun end at unit i: 만났는지에 대해서는, 비난했다는 보도에? */
static bool
clause_hangs(const struct frame *f, size_t i)
{
	return unit_word_kind(f->us, i) && word_ends_in(unit_str(f->us, i), "다는 냐는 라는 는지에 는지");
}

/* A는 "..."고, B는 "..."고 했다 */
static bool
told_with_comma(const struct frame *f, const struct stretch *q)
{
	return korean_hang(f, q) == HANGS_TOLD && unit_is(f->us, q->close + 2, ',');
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
		if (stretch_at(f, i)) {
			ended |= told_with_comma(f, stretch_at(f, i));
			continue;
		}
		if (inside && clause_hangs(f, i))
			found = inside = false; /* A가 B는 잘못했다는 보도에 대해선 */
		ended |= korean_clause_ends(f, i);
		subject |= !found && subject_particle(f, i, false) && !subject_particle(f, i, true)
		    && korean_head(f->us->words, unit_str(f->us, i));
		if (subject_particle(f, i, true) && (!found || ended)
		    && (!found || unit_mention(f->us, i) || korean_head(f->us->words, unit_str(f->us, i)) || korean_who(f, i))
		    && named(f, i, low, &next)) {
			*s = next;
			found = true;
			ended = false;
			inside = subject;
		}
	}
	return found;
}

/* The first subject of the sentence, or another one behind the end of a clause: A가 반발하자 B가 "..."고 했다. None if the clause hangs on
 * a noun. */
static bool
nominative(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	bool found = false, ended = false;
	size_t i = low;

	for (int n = 0; n < BEFORE && i != NONE && i < q->open; n++, i = frame_right(f, i)) {
		struct speaker next;

		if (stretch_at(f, i))
			continue;
		if (found ? clause_hangs(f, i) || he(f, i) : pronoun_korean(f, i))
			return false;
		ended |= korean_clause_ends(f, i);
		if ((!found || ended) && subject_particle(f, i, false) && named(f, i, low, &next)) {
			*s = next;
			found = true;
			ended = false;
		}
	}
	return found;
}

/* 북한이 최근 공개한 발사대: the verb of a clause that belongs to the noun behind it. */
static bool
of_clause(const struct frame *f, size_t i)
{
	struct str word = unit_str(f->us, i);

	return unit_word_kind(f->us, i) && word.n >= STEM + SYLLABLE && word_ends_in(word, "한 된 하는 되는 했던")
	    && !word_ends_in(word, "북한 남한 대한 위한 관한 제한")
	    && !(i + 1 < f->us->n && word_begins(unit_str(f->us, i + 1), "담화 성명 연설 글에 회견 기자회견 논평 입장문 기고 인터뷰 보고 서한"));
}

/* The nearest subject before the quote (`inner`: 지시했다고 보도했다), or the first topic of its sentence. */
static bool
subject(struct frame *f, const struct stretch *q, size_t low, bool inner, struct speaker *s)
{
	size_t i = frame_left(f, q->open);
	bool clause = false;

	for (int n = 0; inner && n < BEFORE && i != NONE && i >= low; n++, i = frame_left(f, i)) {
		clause |= of_clause(f, i);
		if (stretch_at(f, i) || !(subject_particle(f, i, false) || subject_particle(f, i, true)))
			continue;
		if (clause && !subject_particle(f, i, true))
			clause = false; /* the subject of that clause */
		else if (named(f, i, low, s))
			return true;
	}
	return topic(f, q, low, s) || nominative(f, q, low, s);
}

/* 한가람 기자입니다, 한가람 특파원]: who wrote it. */
static bool
reports(const struct frame *f, size_t person)
{
	return person + 1 < f->us->n && word_begins(unit_str(f->us, person + 1), "기자 특파원")
	    && !word_begins(unit_str(f->us, person + 1), "기자회견 기자간담회");
}

/* The last person named before unit i, but for reporters. */
static bool
last_person(const struct frame *f, size_t i, struct speaker *s)
{
	size_t n = persons_before(f->us, i), u;

	while (n > 0 && reports(f, f->us->persons[n - 1]))
		n--;
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
		if (unit_among(f->us, k, "이같이 이렇게 이처럼 그렇게"))
			return subject(f, &tail, i, false, s);
	}
	return false;
}

/* "..." NAME 교수의 말이다. */
static bool
words_of_name(struct frame *f, size_t i, size_t end, struct speaker *s)
{
	size_t owner = NONE; /* who 의 stands behind */

	for (size_t k = i + 1; k < end && k < i + BEFORE; k++) {
		struct str word = unit_str(f->us, k), gap = str_of(f->us->text.p + f->us->items[k].start - 4, 4);

		if (str_eq(gap, STR("의 ")))
			owner = k - 1;
		if (owner == NONE || k - owner > OWNED || !unit_word_kind(f->us, k) || !str_ends(word, STR("다")))
			continue;
		word.n -= str_ends(word, STR("이다")) ? strlen("이다") : strlen("다");
		if (korean_class(f, word) & SAY_NOUN)
			return named(f, owner, i, s);
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
		if (subject_particle(f, k, true) || subject_particle(f, k, false))
			return named(f, k, i, s) && (unit_type(f->us, s->first, TYPE_PERSON) || unit_is(f->us, s->end, '('));
	return false;
}

/* "..."고 NAME 대표는 말했다: the subject between the quotation that opens the sentence and its verb. */
static bool
subject_behind(struct frame *f, const struct stretch *q, size_t i, struct speaker *s)
{
	for (size_t k = i;
	     k < f->us->n && k < i + NAME && !stretch_at(f, k) && f->us->items[k].kind != UNIT_BREAK && !unit_is(f->us, k, ','); k++) {
		if (unit_word_kind(f->us, k) && str_ends(unit_str(f->us, k), STR("다")))
			return false;
		if (subject_particle(f, k, true) || subject_particle(f, k, false))
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

/* "..."는 게 국방부의 공식 입장이다; i: what follows the particle. */
static bool
position_of(struct frame *f, size_t i, struct speaker *s)
{
	return unit_among(f->us, i, "게 것이 것은 건") && words_of_name(f, i, frame_sentence_end(f, i), s);
}

/* 재판장은 "누가 받았느냐"고 물었다: the last topic before a whole sentence speaks, whatever noun it is. */
static bool
bare_topic(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	size_t i = frame_left(f, q->open);

	for (int n = 0; n < BEFORE && i != NONE && i >= low && !stretch_at(f, i); n++, i = frame_left(f, i)) {
		struct str word = unit_str(f->us, i);
		bool joined = i > 0 && f->us->items[i - 1].kind == UNIT_PUNCT
		    && f->us->items[i - 1].end == f->us->items[i].start; /* 외교·안보특보는 */

		if (pronoun_korean(f, i) || korean_clause_ends(f, i))
			return false;
		if (!joined && unit_word_kind(f->us, i) && subject_particle(f, i, true) && word_ends_in(word, "은 는")
		    && word.n >= STEM + SYLLABLE && !clause_hangs(f, i) && !unit_among(f->us, i, "이날은 오늘은 이것은 그것은"))
			return korean_phrase(f, i, low, word.n - SYLLABLE, s);
	}
	return false;
}

/* Nothing in the sentence says who speaks: whom the text has just been about, or he who spoke last, or was named last; 그는 is a person, and
 * not the one who asked him in the same sentence. */
static void
whoever(struct frame *f, const struct stretch *q, size_t low, bool nobody, struct speaker *s)
{
	bool his = false, other;

	for (size_t i = low, n = 0; n < BEFORE && i != NONE && i < q->open; n++, i = frame_right(f, i))
		his |= !stretch_at(f, i) && he(f, i);
	other = his && f->before.end > f->before.first
	    && (f->before.first >= low || (f->before.mention == NONE && persons_before(f->us, low) > persons_before(f->us, f->before.end)));

	if (!other && !nobody && f->before.end > f->before.first)
		*s = f->before;
	else if (nobody || !last_person(f, other ? low : q->open, s))
		*s = (struct speaker){ .mention = NONE, .verb = NONE };
}

/* A fragment that no particle marks is somebody's words if the whole clause is. */
static bool
fragment(struct frame *f, const struct stretch *q, size_t low, size_t next, struct speaker *s)
{
	if (q->single || q->close - q->open < FRAGMENT || !indirect(f, next) || !subject(f, q, low, false, s))
		return false;
	s->verb = korean_verb(f, next, true);
	return true;
}

/* 국방부 "협의한 바 없다", 홍길수 장관 "곧 시작"…: a line as headlines are, the speaker at its head or behind a break in it. */
static bool
headline(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	size_t from = q->open, next = q->close + 1;

	while (from > low && q->open - from < NAME && !stretch_at(f, from - 1) && !unit_is(f->us, from - 1, 0x2026))
		from--;
	if (from == q->open || (from > low && !unit_is(f->us, from - 1, 0x2026)) || q->lost
	    || !(next >= f->us->n || f->us->items[next].kind == UNIT_BREAK || unit_is(f->us, next, 0x2026)))
		return false;
	for (size_t i = from; i < q->open; i++)
		if (f->us->items[i].kind == UNIT_PUNCT || subject_particle(f, i, true) || subject_particle(f, i, false))
			return false;
	return named(f, q->open - 1, from, s);
}

/* Nothing hangs on the closing mark: a sentence of its own, or an attribution that needs no particle. */
static bool
unmarked(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	size_t next = frame_right(f, q->close);

	if (after_colon(f, q, low, s) || label_line(f, q, s) || headline(f, q, low, s))
		return true;
	if (low != q->open || !q->stop)
		return fragment(f, q, low, next, s);
	if (!subject(f, q, low, false, s) && !(next != NONE && told_behind(f, q, next, s)))
		whoever(f, q, low, false, s);
	s->verb = NONE; /* that of another quotation */
	return true;
}

bool
attribute_korean(struct frame *f, size_t index, struct speaker *s)
{
	const struct stretch *q = &f->all.items[index];
	size_t low = frame_sentence(f, q->open), behind = korean_behind(f, q);
	enum hang hang = korean_hang(f, q);
	bool of_noun = hang == HANGS_NOUN;

	if (!korean_words(f, q, hang))
		return false;
	if (hang == HANGS_NOT)
		return unmarked(f, q, low, s);
	if (!subject_behind(f, q, behind, s) && !(of_noun && position_of(f, behind, s))
	    && !subject(f, q, low, korean_inner(f, behind), s)
	    && !((hang == HANGS_OBJECT || korean_sentence(f, q)) && bare_topic(f, q, low, s)))
		whoever(f, q, low, of_noun, s);
	s->verb = korean_verb(f, behind, hang != HANGS_ON);
	return true;
}
