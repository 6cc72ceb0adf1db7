#include "quote_verb.h"

enum { BEFORE = 70, NAMED = 4, LABEL = 10, PARAGRAPH = 400 }; /* units */

/* Over what stands in brackets at unit b: "[Sound bite]", "<인터뷰>". */
static size_t
over_bracket(const struct frame *f, size_t b, size_t end)
{
	uint32_t close = unit_is(f->us, b, '[') ? ']' : unit_is(f->us, b, '<') ? '>' : 0;

	for (size_t i = b + 1; close && i < end && i < b + LABEL; i++)
		if (unit_is(f->us, i, close))
			return i + 1;
	return b;
}

/* '[Sound bite] (A farmer of the village) : "..."', '<인터뷰> 문00(탈북 학생) : "..."': the words before the colon at unit i. */
static bool
label(struct frame *f, size_t low, size_t i, struct speaker *s)
{
	size_t b = over_bracket(f, low, i), e = b;

	if (!unit_is(f->us, i, ':') || i > b + LABEL)
		return false;
	if (unit_is(f->us, b, '(') && unit_is(f->us, i - 1, ')'))
		e = i - 1, b++;
	else if (b > low)
		while (e < i && f->us->items[e].kind != UNIT_PUNCT)
			e++;
	*s = (struct speaker){ .first = b, .end = e, .mention = NONE, .verb = NONE };
	return e > b;
}

bool
after_colon(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	size_t i = frame_left(f, q->open);

	if (i == NONE || i < low
	    || !(unit_is(f->us, i, ':') || unit_is(f->us, i, ']') || (unit_is(f->us, i, ')') && unit_is(f->us, low, '('))))
		return false;
	size_t from = unit_type(f->us, i - 1, TYPE_PERSON) ? i - 1 : low; /* the rise of A surprises B: "..." */

	for (size_t k = from; k < i; k++)
		if (unit_type(f->us, k, TYPE_PERSON)) {
			*s =
			    (struct speaker){ .first = k, .end = k + 1, .mention = f->us->items[k].what, .verb = NONE };
			return true;
		}
	return label(f, low, i, s);
}

/* 'She turned to the crowd again: "Here is what I regret."': a sentence behind a colon is its subject's, whatever the verb. */
static bool
behind_colon(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	size_t i = frame_left(f, q->open);

	return i != NONE && i > low && unit_is(f->us, i, ':') && q->stop && q->close > q->open + 5 && !q->single
	    && clause_subject(f, low, i, s);
}

/* 'In a joint statement, the ministers "condemned" it': what stands in the marks is the verb. */
static bool
in_statement(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	size_t high = frame_sentence_end(f, q->close);

	for (size_t i = low, n = 0; i != NONE && i < high && n < BEFORE; i = frame_right(f, i), n++)
		if (!stretch_at(f, i) && (frame_say(f, i) & SAY_PAPER))
			return q->open > low && phrase_before(f, q->open - 1, low, s)
			    && !(unit_word_kind(f->us, s->end - 1) && str_eq_nocase(unit_str(f->us, s->end - 1), unit_str(f->us, i)));
	return false;
}

/* Does it stand as a sentence of its own? */
static bool
whole_sentence(struct frame *f, const struct stretch *q, size_t low)
{
	size_t i = q->close + 1;

	if (low != q->open)
		return false;
	return i >= f->us->n || f->us->items[i].kind == UNIT_BREAK || (f->us->items[i].flags & TOKEN_SENTENCE)
	    || q->lost || unit_is(f->us, i, '.') || unit_is(f->us, i, ']') || unit_is(f->us, i, ')');
}

/* A title ("Building Peace Through Cooperation") or a name marked as such ("Kill Chain"). */
static bool
title_or_name(struct frame *f, const struct stretch *q)
{
	size_t words = 0, small = 0, first = q->open + 1, last = q->lost ? q->close + 1 : q->close;

	if (last == first + 1 && !q->comma && !q->stop && q->open > 0
	    && unit_among(f->us, q->open - 1, "what how why")) /* what "readiness" means */
		return true;
	if (last == first + 1 + (q->stop == '.') && unit_mention(f->us, first) && !unit_type(f->us, first, TYPE_DATE))
		return true;
	if (q->stop && q->stop != '.')
		return false;
	for (size_t i = first; i < last; i++) {
		const struct unit *u = &f->us->items[i];

		if (u->kind != UNIT_WORD && u->kind != UNIT_MENTION)
			continue;
		words++;
		if (u->kind == UNIT_WORD && !(u->flags & (TOKEN_CAPITAL | TOKEN_HANGUL)) && u->end - u->start > 3)
			return false;
		small += u->kind == UNIT_WORD && !(u->flags & TOKEN_CAPITAL);
	}
	if (words == 1 && small == 0 && !q->comma && q->open > 0) /* told the "Herald" */
		return unit_word(f->us, q->open - 1) & (WORD_DET | WORD_PRON);
	return words > 1 && small * 2 < words;
}

/* The last unit of the paragraph before the one that unit i opens; NONE if i opens none. */
static size_t
paragraph_before(const struct frame *f, size_t i)
{
	if (i == 0 || f->us->items[i - 1].kind != UNIT_BREAK)
		return NONE;
	while (i > 0 && f->us->items[i - 1].kind == UNIT_BREAK)
		i--;
	return i > 0 ? i - 1 : NONE;
}

/* The first unit of the paragraph of unit i. */
static size_t
paragraph_start(const struct frame *f, size_t i)
{
	for (int n = 0; n < PARAGRAPH && i > 0 && f->us->items[i - 1].kind != UNIT_BREAK; n++)
		i--;
	return i;
}

/* The words before the slash, behind the last mark before it: "인터뷰> NAME / 황해도 출신"; "▶ 인터뷰 : 조선중앙TV" has none. */
bool
label_line(struct frame *f, const struct stretch *q, struct speaker *s)
{
	size_t b = q->open, e, slash;

	if (b > 0 && !stretch_at(f, b - 1) && unit_is(f->us, b - 1, '-'))
		b--;
	e = paragraph_before(f, b);
	if (e == NONE || unit_is(f->us, e, '.'))
		return false;
	b = paragraph_start(f, e);
	for (slash = b; slash < e && slash < b + LABEL && !unit_is(f->us, slash, '/') && !stretch_at(f, slash);)
		slash++;
	if (!unit_is(f->us, slash, '/')) {
		if (!unit_is(f->us, b, 0x25B6) || !actor(f, e) || !unit_is(f->us, e - 1, ':'))
			return false;
		*s = at_mention(f, e);
		return true;
	}
	for (b = slash; b > 0 && (unit_mention(f->us, b - 1) || unit_word_kind(f->us, b - 1));)
		b--;
	*s = b + 1 == slash && unit_mention(f->us, b) ? at_mention(f, b)
						      : (struct speaker) { .first = b, .end = slash, .mention = NONE, .verb = NONE };
	return slash > b;
}

/* A quotation that opens a paragraph: the one before ended in "NAME said:", in its own attribution, or was about somebody. */
static bool
new_paragraph(struct frame *f, size_t index, struct speaker *s)
{
	const struct stretch *q = &f->all.items[index];
	size_t end = paragraph_before(f, q->open), low;

	if (end == NONE)
		return false;
	if (label_line(f, q, s))
		return true;
	low = frame_sentence(f, stretch_at(f, end) ? stretch_at(f, end)->open : end);
	if (unit_is(f->us, end, ':')) {
		struct stretch head = { .open = (uint32_t)end, .close = (uint32_t)end };

		return before_quote(f, &head, low, s) > 0 || clause_subject(f, low, end, s);
	}
	if (index > 0 && f->before_index == index - 1 && f->before.end > f->before.first
	    && frame_sentence(f, f->all.items[index - 1].open) >= paragraph_start(f, end)) {
		*s = f->before;
		return true;
	}
	if (!clause_subject(f, low, end, s))
		return false;
	return s->mention != NONE ? f->d->mentions[s->mention].type == TYPE_PERSON : pronoun_person(f, s->first) && s->end == s->first + 1;
}

/* Does the paragraph of the stretch before go on up to the quotation? */
static bool
same_paragraph(const struct frame *f, size_t index)
{
	for (size_t i = f->all.items[index - 1].close; i < f->all.items[index].open; i++)
		if (f->us->items[i].kind == UNIT_BREAK)
			return false;
	return true;
}

/* 'His neighbor, NAME, nods. "..."': the sentence before, which begins behind the last quotation, is about a person. */
static bool
turns_to_person(struct frame *f, size_t index, size_t low, struct speaker *s)
{
	return low > f->all.items[index - 1].close && (f->us->items[low].flags & TOKEN_SENTENCE)
	    && !(f->before.verb != NONE && f->before.verb >= low) && clause_subject(f, low, f->all.items[index].open, s)
	    && s->mention != NONE && f->d->mentions[s->mention].type == TYPE_PERSON;
}

static bool
carry_on(struct frame *f, size_t index, struct speaker *s)
{
	const struct stretch *q = &f->all.items[index];
	bool known = index > 0 && f->before_index == index - 1 && f->before.end > f->before.first && same_paragraph(f, index);
	size_t low = q->open == 0 || f->us->items[q->open - 1].kind == UNIT_BREAK ? NONE : frame_sentence(f, q->open - 1);

	if ((index > 0 && f->all.items[index - 1].goes_on) || (known && !turns_to_person(f, index, low, s))) {
		*s = f->before;
		return true;
	}
	if (known)
		return true;
	return new_paragraph(f, index, s) || (low != NONE && clause_subject(f, low, q->open, s));
}

/* `said, "..."`, `said: "..."` and `said that "..."` leave no doubt. */
static bool
verb_at_mark(struct frame *f, const struct stretch *q)
{
	size_t i = frame_left(f, q->open);

	if (i != NONE && (unit_is(f->us, i, ',') || unit_is(f->us, i, ':') || unit_says(f->us, i, "that")))
		i = frame_left(f, i);
	return i != NONE && (frame_say(f, i) & SAY_SAY) && !stretch_at(f, i);
}

/* A few words in single marks, beside a text whose quotes have double ones; 'would go ahead' is a clause that somebody said. */
static bool
scare(struct frame *f, const struct stretch *q)
{
	if (!q->single)
		return false;
	if (f->doubles && q->open > 0 && (unit_word(f->us, q->open - 1) & WORD_DET) && !q->comma && !q->stop)
		return true; /* "how far work on a 'strategic submarine' has come" */
	if (q->close - q->open >= 5)
		return false;
	for (size_t i = q->open + 1; i < q->close; i++)
		if (frame_say(f, i) & (SAY_AUX | SAY_PRON))
			return false;
	return true;
}

/* "said it 'resolutely opposes'" */
static bool
verb_near(struct frame *f, const struct stretch *q)
{
	size_t i = frame_left(f, q->open);

	for (int n = 0; n < NAMED && i != NONE; n++, i = frame_left(f, i))
		if ((frame_say(f, i) & SAY_SAY) && verb_finite(f, i, SAY_SAY))
			return true;
	return false;
}

/* "MILLER: We have seen it.": the transcript of a talk, in marks. */
static bool
label_inside(struct frame *f, const struct stretch *q, struct speaker *s)
{
	size_t i = q->open + 1;

	if (!unit_is(f->us, i + 1, ':')
	    || !(unit_type(f->us, i, TYPE_PERSON) || (unit_word_kind(f->us, i) && (f->us->items[i].flags & TOKEN_UPPER))))
		return false;
	*s = unit_mention(f->us, i) ? at_mention(f, i) : (struct speaker){ .first = i, .end = i + 1, .mention = NONE, .verb = NONE };
	return true;
}

bool
attribute(struct frame *f, size_t index, struct speaker *s)
{
	const struct stretch *q = &f->all.items[index];
	size_t low = frame_sentence(f, q->open);
	bool whole = whole_sentence(f, q, low), adjacent;
	int found;

	if (low == q->open && label_inside(f, q, s))
		return true;
	found = low >= q->open || !(verb_at_mark(f, q) || !q->stop) ? 0 : before_quote(f, q, low, s);
	if (found > 0 && !verb_at_mark(f, q) && (s->weak || s->mention == NONE))
		found = 0;
	if (found > 0 && !scare(f, q) && !title_or_name(f, q)) {
		struct speaker other;

		/* "...," A said, "...," chimed in B; A charged him -- "...," as B puts it */
		if (q->comma && (s->verb == f->before.verb || (q->open > 0 && dash(f, q->open - 1))) && after_quote(f, q, low, &other))
			*s = other;
		return true;
	}
	adjacent = after_quote(f, q, low, s);
	if (adjacent && (q->comma || q->stop || low == q->open))
		return !(f->doubles && scare(f, q)) && !(title_or_name(f, q) && low != q->open);
	if (title_or_name(f, q) || (f->doubles && scare(f, q) && !verb_near(f, q)))
		return false;
	found = low == q->open ? 0 : before_quote(f, q, low, s);
	if (found > 0 && s->weak && s->mention != NONE)
		later(f, q, s);
	if (found)
		return found > 0;
	if (adjacent || after_colon(f, q, low, s) || later(f, q, s) || behind_colon(f, q, low, s))
		return true;
	if (!q->single && low < q->open && in_statement(f, q, low, s))
		return true;
	if (!whole || (q->single && f->doubles))
		return false;
	if (!carry_on(f, index, s))
		*s = (struct speaker){ .mention = NONE, .verb = NONE };
	s->guessed = true;
	return true;
}
