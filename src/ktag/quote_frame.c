#include "quote_frame.h"

enum { DATELINE = 16, TAG = 6, REPORTER = 7 }; /* units */

uint32_t
frame_say_asked(struct frame *f, size_t i)
{
	struct lexeme *l;

	if (i >= f->us->n || f->us->items[i].kind != UNIT_WORD)
		return 0;
	l = unit_lexeme(f->us, i);
	if (!l->memo[MEMO_SAY])
		l->memo[MEMO_SAY] = SAY_KNOWN | role_word_exact(f->say, unit_str(f->us, i));
	return l->memo[MEMO_SAY] & ~(uint32_t)SAY_KNOWN;
}

static bool
is_break(const struct frame *f, size_t i)
{
	return i >= f->us->n || f->us->items[i].kind == UNIT_BREAK;
}

bool
dash(const struct frame *f, size_t i)
{
	return unit_is(f->us, i, 0x2014) || unit_is(f->us, i, 0x2013)
	    || (unit_is(f->us, i, '-')
		&& ((f->us->items[i].flags & TOKEN_SPACE) || unit_is(f->us, i + 1, '-') || (i > 0 && unit_is(f->us, i - 1, '-'))));
}

/* "SEOUL, Nov. 4 (Yonhap) -- ": the unit after it, or i itself. */
static size_t
over_dateline(const struct frame *f, size_t i)
{
	size_t k = i;

	for (; k < f->us->n && k < i + DATELINE && !dash(f, k); k++) {
		const struct unit *u = &f->us->items[k];

		if (stretch_at(f, k) || u->kind == UNIT_BREAK || unit_type(f->us, k, TYPE_PERSON)
		    || (u->kind == UNIT_WORD && !(u->flags & TOKEN_CAPITAL)))
			return i;
	}
	if (k == i || !dash(f, k)
	    || !(unit_is(f->us, k - 1, ')') || unit_place(f->us, k - 1) || unit_type(f->us, k - 1, TYPE_DATE)))
		return i;
	while (dash(f, k) || unit_is(f->us, k, '-'))
		k++;
	return k;
}

/* "MR HOLLIS: ", "Q: ": the unit after it, or i itself. */
static size_t
over_tag(const struct frame *f, size_t i)
{
	size_t k = i;

	while (k < f->us->n && k < i + TAG && (unit_is(f->us, k, '.') || (f->us->items[k].flags & TOKEN_UPPER)))
		k++;
	return k > i && unit_is(f->us, k, ':') && !stretch_at(f, k + 1) && !is_break(f, k + 1) ? k + 1 : i;
}

/* The sentence that begins a paragraph at unit i, without what only says where or by whom it was said. */
static size_t
over_opening(const struct frame *f, size_t i)
{
	size_t body = over_dateline(f, i);

	if (dash(f, i) && stretch_at(f, i + 1)) /* - "..." */
		return i + 1;
	return body < f->us->n ? over_tag(f, body) : i;
}

size_t
frame_sentence(const struct frame *f, size_t i)
{
	for (int n = 0; n < SENTENCE; n++) {
		size_t k = frame_left(f, i);
		if (k == NONE || is_break(f, k))
			return over_opening(f, i);
		if (f->us->items[i].flags & TOKEN_SENTENCE)
			return i;
		i = k;
	}
	return i;
}

size_t
frame_sentence_end(struct frame *f, size_t i)
{
	const struct unit *units = f->us->items;
	size_t k;

	if (f->end && f->end_of == i)
		return f->end;
	k = frame_right(f, i);
	for (int n = 0; n < SENTENCE && k < f->us->n && units[k].kind != UNIT_BREAK && !(units[k].flags & TOKEN_SENTENCE); n++)
		k = stretch_at(f, k) ? stretch_at(f, k)->close + 1 : k + 1;
	f->end_of = i;
	f->end = k < f->us->n ? k : f->us->n;
	return f->end;
}

bool
pronoun_person(const struct frame *f, size_t i)
{
	return unit_among(f->us, i, "he she his her him");
}

bool
pronoun_thing(const struct frame *f, size_t i)
{
	return unit_among(f->us, i, "it they its their them");
}

bool
possessor(const struct frame *f, size_t i)
{
	return i + 1 < f->us->n && f->us->items[i + 1].kind == UNIT_POSS;
}

bool
actor(const struct frame *f, size_t i)
{
	const struct mention *m = unit_mention(f->us, i);

	return m && (m->type == TYPE_PERSON || m->type == TYPE_ORG || m->type == TYPE_GPE || m->type == TYPE_FAC);
}

bool
preposition(struct frame *f, size_t i)
{
	/* "Under Secretary" is an office */
	return i != NONE && (frame_say(f, i) & SAY_PREP)
	    && !(unit_capital(f->us, i) && unit_says(f->us, i, "under") && unit_among(f->us, i + 1, "secretary"));
}

bool
after_preposition(struct frame *f, size_t i)
{
	size_t k = frame_left(f, i);

	for (int n = 0; n < 6 && k != NONE && !stretch_at(f, k); n++, k = frame_left(f, k)) {
		if (preposition(f, k))
			return true;
		if (unit_among(f->us, k, "which whom"))
			return false; /* "a session at which leader NAME hailed it" */
		if (!unit_word(f->us, k) && !unit_place(f->us, k) && !unit_capital(f->us, k))
			return false;
	}
	return false;
}

struct speaker
at_mention(const struct frame *f, size_t i)
{
	return (struct speaker){ .first = i, .end = i + 1, .mention = f->us->items[i].what, .verb = NONE };
}

/* "A was told so by B, NAME said." is about NAME: the mention, or NONE. */
static uint32_t
reporter(struct frame *f, size_t low, size_t high)
{
	size_t i = high;

	for (int n = 0; n < REPORTER && i > low + 3; n++) {
		i--;
		if (stretch_at(f, i))
			return NONE;
		if (!(frame_say(f, i) & SAY_SAY) || (frame_say(f, i) & (SAY_SOFT | SAY_BOTH)) || (frame_say(f, i) & SAY_ING))
			continue;
		if (unit_type(f->us, i - 1, TYPE_PERSON))
			return f->us->items[i - 1].what;
		return unit_type(f->us, i + 1, TYPE_PERSON) && i + 1 < high && unit_is(f->us, i - 1, ',') ? f->us->items[i + 1].what : NONE;
	}
	return NONE;
}

bool
person_noun(struct frame *f, size_t i)
{
	return (unit_word(f->us, i) & WORD_HEAD) || (frame_say(f, i) & SAY_WHO);
}

bool
speaker_noun(struct frame *f, size_t i)
{
	return person_noun(f, i) || (frame_say(f, i) & SAY_BODY);
}

bool
several(struct frame *f, const struct speaker *s)
{
	size_t head = first_preposition(f, s->first, s->end) - 1;

	return s->mention == NONE && s->end > s->first && ((unit_word(f->us, head) & WORD_PLURAL) || (frame_say(f, head) & SAY_WHOS));
}

/* A phrase for a person whom the text does not name: "a resident of the province", "another official"; "the captain", if nobody is one so
 * far. */
static bool
somebody(struct frame *f, const struct speaker *s)
{
	size_t head = first_preposition(f, s->first, s->end) - 1;

	if (s->mention == NONE && s->end == s->first + 1 && unit_says(f->us, s->first, "another"))
		return true;
	if (s->mention != NONE || s->end < s->first + 2 || !person_noun(f, head))
		return false;
	return unit_among(f->us, s->first, "a an one another")
	    || (unit_says(f->us, s->first, "the") && (unit_word(f->us, head) & WORD_HEAD) && !office_taken(f, head));
}

/* The comma after what was said, be it inside of the marks. */
static bool
ends_speech(const struct frame *f, size_t i)
{
	return unit_is(f->us, i, ',') || (stretch_at(f, i) && stretch_at(f, i)->comma);
}

/* "A resident of the province told us so", "..., said another resident": the sentence is about that somebody. */
static bool
tells_unnamed(struct frame *f, size_t low, size_t high)
{
	struct speaker s;

	for (size_t i = low + 1; i < high && i < low + SENTENCE; i++)
		if (!stretch_at(f, i) && (frame_say(f, i) & SAY_SAY)
		    && (ends_speech(f, i - 1) ? phrase_at(f, i + 1, high, &s) : subject_of(f, i, low, &s)) && somebody(f, &s)
		    && persons_before(f->us, s.first) == persons_before(f->us, low)) {
			f->unnamed = s;
			return true;
		}
	return false;
}

/* "The National Security Council met. The council": the body that the text was about. */
static bool
takes_up(struct frame *f, size_t head)
{
	const struct mention *m = f->thing.mention == NONE ? NULL : &f->d->mentions[f->thing.mention];

	return m && str_has_nocase(mention_str(f->d, m), unit_str(f->us, head));
}

/* Whoever opens the sentence without a name: "The three ministers", "The ministry", "The man is polite". Returns whether the sentence is
 * about that body or those people. */
static bool
follow_opening(struct frame *f, size_t low, size_t high)
{
	struct speaker opening;
	size_t head;

	if (!first_phrase(f, low, high, &opening) || opening.mention != NONE)
		return false;
	head = first_preposition(f, opening.first, opening.end) - 1;
	if (several(f, &opening)) {
		f->several = opening;
		return true;
	}
	if (frame_say(f, head) & SAY_BODY) {
		if (!takes_up(f, head))
			f->thing = opening; /* "The ministry" */
		return true;
	}
	/* nobody has been named so far, or he is somebody's: "The union's leader" */
	if (person_noun(f, head) && (f->subject == NONE || f->us->items[head - (head > opening.first)].kind == UNIT_POSS))
		f->unnamed = opening;
	return false;
}

/* "Fred and Cindy Warmbier told the agency", "South Korea and Japan condemned it": two who open the sentence together. */
static void
follow_pair(struct frame *f, size_t low)
{
	size_t second;

	low += (unit_word(f->us, low) & WORD_DET) != 0;
	second = low + 2 + ((unit_word(f->us, low + 2) & WORD_DET) != 0);
	if (unit_says(f->us, low + 1, "and") && (actor(f, low) || (unit_capital(f->us, low) && unit_type(f->us, second, TYPE_PERSON)))
	    && actor(f, second) && !possessor(f, second) && !unit_capital(f->us, second + 1) && !stretch_at(f, second))
		f->several = (struct speaker) { .first = low, .end = second + 1, .mention = NONE, .verb = NONE };
}

/* The person is whom the text is about. */
static void
set_subject(struct frame *f, uint32_t person)
{
	f->subject = person;
	f->unnamed = (struct speaker) { 0 };
}

/* Does the body or state at unit i lead the sentence that begins at `low`? */
static bool
leads(struct frame *f, size_t i, size_t low)
{
	return actor(f, i) && !unit_type(f->us, i, TYPE_PERSON)
	    && (!after_preposition(f, i) || unit_says(f->us, low, "according"))
	    && !unit_capital(f->us, i + 1) && !(unit_word(f->us, i + 1) & WORD_HEAD);
}

void
follow_sentence(struct frame *f, size_t low, size_t high)
{
	uint32_t last = reporter(f, low, high);
	bool thing;
	int n = 0;

	follow_pair(f, low);
	if (last != NONE) {
		set_subject(f, last);
		return;
	}
	if (tells_unnamed(f, low, high))
		return;
	if (low == 0 || is_break(f, low - 1))
		low = over_opening(f, low);
	thing = follow_opening(f, low, high);
	for (size_t i = low; i != NONE && i < high && n < SENTENCE; i = frame_right(f, i), n++) {
		if (stretch_at(f, i) || possessor(f, i)
		    || (f->us->items[i].kind == UNIT_WORD && f->us->items[i].end - f->us->items[i].start > 3))
			continue;
		if (unit_among(f->us, i, "he she"))
			return;
		/* "For NAME, it is ..."; "According to Minister NAME, trains ..." */
		if (unit_type(f->us, i, TYPE_PERSON)
		    && (!after_preposition(f, i) || (i == low + 1 && unit_says(f->us, low, "for"))
			|| (unit_says(f->us, low, "according") && unit_is(f->us, i + 1, ',')))) {
			set_subject(f, with_honorific(f, i));
			return;
		}
		if (!thing && leads(f, i, low)) {
			f->thing = at_mention(f, i);
			thing = true;
		}
	}
}

void
frame_follow(struct frame *f, size_t i)
{
	while (f->seen < i) {
		size_t end = frame_sentence_end(f, f->seen);

		if (end > i)
			return;
		if (end > f->spoke)
			follow_sentence(f, f->seen, end);
		f->seen = end;
		while (f->seen < f->us->n && f->us->items[f->seen].kind == UNIT_BREAK)
			f->seen++;
	}
}
