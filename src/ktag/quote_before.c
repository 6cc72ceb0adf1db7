#include "quote_verb.h"

/* How far before a quote its verb may stand, in units. */
enum { BEFORE = 70, NAMED = 4, RELATIVE = 40, MAIN_VERB = 14, CLAUSE = 10 };

/* "his remarks about", "Kim's call for": whose words these are. */
static bool
noun_possessor(struct frame *f, size_t i, size_t low, struct speaker *s)
{
	size_t k = frame_left(f, i);

	for (int n = 0; n < 3 && k != NONE && k >= low; n++, k = frame_left(f, k)) {
		if (unit_word(f->us, k) & WORD_PRON) {
			*s = (struct speaker){ .first = k, .end = k + 1, .mention = NONE, .verb = i };
			return true;
		}
		if (f->us->items[k].kind == UNIT_POSS && k > low && unit_mention(f->us, k - 1)) {
			*s = (struct speaker){
				.first = k - 1, .end = k, .mention = f->us->items[k - 1].what, .verb = i
			};
			return true;
		}
		if (f->us->items[k].kind == UNIT_POSS && k > low && phrase_before(f, k - 1, low, s)) {
			s->verb = i; /* "the minister's remark" */
			return true;
		}
		if (!unit_word_kind(f->us, k) || (frame_say(f, k) & (SAY_PREP | SAY_CLAUSE | SAY_VERB))
		    || (unit_word(f->us, k) & WORD_HEAD)) /* "their spokesman claims" */
			return false;
	}
	return false;
}

/* "called NAME's remarks on Saturday "a wake-up call"": the remarks are what the quote is about. */
static bool
judged(struct frame *f, size_t i, size_t low)
{
	for (int n = 0; n < 6 && i > low && !stretch_at(f, i - 1); n++) {
		i--;
		if (verb_finite(f, i, SAY_CALL))
			return true;
	}
	return false;
}

/* "NAME made a passing remark that "..."": who gave it. */
static bool
given(struct frame *f, size_t noun, size_t open, size_t low, struct speaker *s)
{
	size_t k = frame_right(f, noun), v = frame_left(f, noun);

	if (!(unit_is(f->us, k, ':') || unit_says(f->us, k, "that")) || (k != open && frame_right(f, k) != open))
		return false;
	for (int n = 0; n < NAMED && v != NONE && v > low && !(unit_word(f->us, v) & WORD_DET); n++)
		v = frame_left(f, v);
	v = v == NONE ? NONE : frame_left(f, v);
	if (v == NONE || !(frame_say(f, v) & SAY_GIVE) || !subject_of(f, v, low, s))
		return false;
	s->verb = v;
	return true;
}

/* "remarks about", "call for", "statement that", "message:", "in his words," */
static bool
introduces(struct frame *f, size_t noun)
{
	size_t k = frame_right(f, noun);

	return k != NONE && ((frame_say(f, k) & SAY_PREP) || unit_says(f->us, k, "that") || unit_is(f->us, k, ':')
				  || (unit_is(f->us, k, ',') && unit_says(f->us, noun, "words")));
}

/* "quoted her as saying" */
static bool
pronoun_object(const struct frame *f, size_t i, size_t end, struct speaker *s)
{
	*s = (struct speaker){ .first = i, .end = end, .mention = NONE, .verb = NONE };
	return end == i + 1 && unit_among(f->us, i, "him her them");
}

bool
quoted_as(struct frame *f, size_t ing, size_t low, struct speaker *s)
{
	size_t as, k;

	if (!verb_ing(f, ing))
		return false;
	as = frame_left(f, ing);
	k = as == NONE ? NONE : frame_left(f, as);
	if (k == NONE || k < low || !unit_says(f->us, as, "as"))
		return false;
	if (frame_say(f, k) & SAY_VERB)
		return subject_of(f, k, low, s);
	for (int n = 0; n < MAIN_VERB && k != NONE && k > low; n++, k = frame_left(f, k))
		if (frame_say(f, k) & SAY_QUOTE)
			return pronoun_object(f, k + 1, as, s) || phrase_at(f, k + 1, as, s);
	return false;
}

/* "said the deputy, Mr. NAME.": the name behind the office. */
static void
name_behind(struct frame *f, size_t high, struct speaker *s)
{
	size_t i = s->end;

	if (s->mention != NONE || !unit_is(f->us, i, ','))
		return;
	for (i++; i < high && (unit_word(f->us, i) & (WORD_HON | WORD_HEAD | WORD_MOD)); i++)
		;
	if (i < high && unit_type(f->us, i, TYPE_PERSON) && (i + 1 >= high || unit_is(f->us, i + 1, ',') || unit_is(f->us, i + 1, '.'))) {
		s->first = i;
		s->end = i + 1;
		s->mention = f->us->items[i].what;
	}
}

bool
inverted(struct frame *f, size_t i, size_t high, struct speaker *s)
{
	size_t k = i + 1;

	if (unit_says(f->us, i, "according") && unit_says(f->us, k, "to")) {
		if (!phrase_at(f, i + 2, high, s))
			return false;
		name_behind(f, high, s);
		s->verb = i;
		return true;
	}
	if (!(frame_say(f, i) & (SAY_SAY | SAY_BESIDE)) || (unit_capital(f->us, i) && !(f->us->items[i].flags & TOKEN_SENTENCE))
	    || unit_says(f->us, i, "told"))
		return false;
	if (verb_ing(f, i) || ((frame_say(f, i) & SAY_BOTH) && !str_ends(unit_str(f->us, i), STR("s")))) /* state media */
		return false;
	while (k < high && (adverb(f, k) || (unit_says(f->us, k, "in") && unit_among(f->us, i, "chimed chimes weighed weighs"))))
		k++;
	if (k >= high || preposition(f, k) || (frame_say(f, k) & SAY_CLAUSE) || !phrase_at(f, k, high, s))
		return false;
	name_behind(f, high, s);
	s->verb = i;
	return true;
}

/* "According to NAME, it is "..."", but not 'according to the rule on "..."'. */
static bool
according(struct frame *f, size_t i, size_t open, struct speaker *s)
{
	if (!unit_says(f->us, i, "according") || !inverted(f, i, open, s))
		return false;
	for (size_t k = i + 2; k < open; k++)
		if (unit_is(f->us, k, ',') || unit_is(f->us, k, ':'))
			return true;
	return false;
}

/* The subject of the verb at unit v, before it or, where a quote stands there ("...," said NAME, "..."), behind it. */
static bool
said_by(struct frame *f, size_t v, size_t low, size_t high, struct speaker *s)
{
	size_t k = frame_left(f, v);

	if (v == low) /* Said one of them: "..." */
		return inverted(f, v, high, s);
	if (k != NONE && unit_is(f->us, k, ','))
		k = frame_left(f, k);
	if (k != NONE && stretch_at(f, k) && inverted(f, v, high, s))
		return true;
	if (v > low && unit_is(f->us, v - 1, ',') && unit_type(f->us, v + 1, TYPE_PERSON) && unit_is(f->us, v + 2, ',')
	    && inverted(f, v, high, s))
		return true; /* "A is open, said NAME, the mayor, but not "..."" */
	return subject_of(f, v, low, s);
}

/* "footage of NAME saying" */
static bool
named_participle(struct frame *f, size_t ing, size_t low, struct speaker *s)
{
	if (ing <= low || !unit_type(f->us, ing - 1, TYPE_PERSON))
		return false;
	*s = at_mention(f, ing - 1);
	return true;
}

/* "..., the report says, calling it "..."": a participle's subject is that of the verb of speech just before it. */
static bool
main_verb(struct frame *f, size_t ing, size_t low, struct speaker *s)
{
	size_t i = frame_left(f, ing);

	for (int n = 0; n < MAIN_VERB && i != NONE && i > low; n++, i = frame_left(f, i))
		if (!stretch_at(f, i) && verb_finite(f, i, SAY_SAY) && !verb_ing(f, i) && !verb_passive(f, i) && !verb_infinitive(f, i))
			return said_by(f, i, low, ing, s);
	return false;
}

/* Nothing but "of the" or the like stands between the word and the mark: 'under the theme of "..."', 'known as "..."', 'words such as "..."
 * and "..."'. A noun of speech ("in his words, "...") is a term only where it is given examples. */
static bool
names_it(struct frame *f, size_t term, const struct stretch *q)
{
	bool as = unit_among(f->us, term, "known billed dubbed"), like = false;

	for (size_t i = frame_right(f, term), n = 0; n < NAMED && i != NONE && i < q->open; i = frame_right(f, i), n++) {
		like |= unit_among(f->us, i, "like such");
		if (!(unit_among(f->us, i, "of like such") || (unit_word(f->us, i) & WORD_DET)
			|| (!q->comma && (unit_is(f->us, i, ',') || unit_is(f->us, i, ':')))
			|| ((as || like) && (unit_among(f->us, i, "as and or") || stretch_at(f, i)))))
			return false;
		if (frame_right(f, i) == q->open)
			return like || !(frame_say(f, term) & SAY_NOUN);
	}
	return frame_right(f, term) == q->open && !(frame_say(f, term) & SAY_NOUN);
}

/* "the remark, which he made in May, was "..."": from the second comma to the first one. */
static size_t
over_relative(struct frame *f, size_t i, size_t low)
{
	size_t k = frame_left(f, i);

	for (int n = 0; n < RELATIVE && k != NONE && k > low; n++, k = frame_left(f, k))
		if (unit_is(f->us, k, ',') && unit_among(f->us, k + 1, "which who whose"))
			return k;
	return i;
}

/* Could the phrase be a person or body that speaks, or is it a mere thing? */
static bool
speaks(struct frame *f, const struct speaker *s)
{
	size_t last = s->end - 1;

	return (unit_word(f->us, last) & WORD_PRON) || unit_capital(f->us, s->first) || person_noun(f, last);
}

/* "NAME said the spate of protests demands "..."", "NAME said China hopes "..."": the verb at unit v, of a thing or a mere wish, stands
 * inside what a person says. */
static bool
clause_of(struct frame *f, const struct speaker *s, size_t v, size_t low)
{
	size_t i = s->first;

	if (s->mention != NONE ? f->d->mentions[s->mention].type == TYPE_PERSON || !(frame_say(f, v) & SAY_WISH) : speaks(f, s))
		return false;
	for (int n = 0; n < CLAUSE && i > low + 1 && !stretch_at(f, i - 1) && !unit_is(f->us, i - 1, ','); n++) {
		i--;
		if ((frame_say(f, i) & SAY_SAY) && verb_finite(f, i, SAY_SAY) && !verb_ing(f, i))
			return unit_mention(f->us, i - 1) || unit_is(f->us, i - 1, ')') || (frame_say(f, i - 1) & SAY_PRON);
	}
	return false;
}

/* 'Calling it a "circus," NAME walked out.' */
static bool
opening_participle(struct frame *f, const struct stretch *q, size_t ing, size_t low, struct speaker *s)
{
	size_t i = frame_right(f, q->close);

	return ing == low && verb_ing(f, ing) && q->comma && i != NONE && phrase_at(f, i, frame_sentence_end(f, q->close), s);
}

/* Is it the verb of a relative clause? */
static bool
relative(struct frame *f, size_t v)
{
	return v > 0 && unit_among(f->us, v - 1, "who which that");
}

/* What one unit before the quote settles: nothing yet, no quote but a name, a quote of an unknown or of a known speaker. */
enum found { GO_ON = -2, NAMED_THING = -1, NOBODY = 0, SPEAKER = 1 };

/* "in his remarks about "...""; n units before the quote. */
static bool
noun_before(struct frame *f, const struct stretch *q, size_t i, int n, size_t low, struct speaker *s)
{
	if (n > 0 && n < NAMED && introduces(f, i) && !judged(f, i, low)
	    && !((frame_say(f, q->open + 1) & SAY_AUX) && (frame_say(f, i + 1) & SAY_PREP)) && noun_possessor(f, i, low, s))
		return true;
	return given(f, i, q->open, low, s);
}

/* Whoever it is whose words the verb at unit i introduces. */
static bool
verb_speaker(struct frame *f, const struct stretch *q, size_t i, size_t low, struct speaker *s)
{
	if (quoted_as(f, i, low, s))
		return true;
	if (verb_ing(f, i) && (named_participle(f, i, low, s) || participle_subject(f, i, low, s) || main_verb(f, i, low, s)))
		return true;
	return said_by(f, i, low, q->open, s) || opening_participle(f, q, i, low, s);
}

/* The finite verb at unit i, n units before the quote. *fallback: the first verb that speaks only if no other does. */
static enum found
verb_before(struct frame *f, const struct stretch *q, size_t i, int n, size_t low, size_t *fallback, struct speaker *s)
{
	uint32_t say = frame_say(f, i);

	if (i > low && unit_is(f->us, i - 1, ',') && (say & SAY_CALL) && unit_says(f->us, i + 1, "as"))
		return NOBODY; /* NAME, described as a "malicious actor" */
	if (unit_says(f->us, i, "said") && unit_says(f->us, i + 1, "to") && unit_among(f->us, i + 2, "be have"))
		return NOBODY; /* firms said to be "involved in it" */
	if (verb_passive(f, i)) /* what has been described as a "sober" talk */
		return (say & SAY_CALL) && !(say & SAY_SAY) && n < NAMED ? NOBODY : GO_ON;
	if (verb_names(f, i, q->open))
		return NAMED_THING;
	if (verb_infinitive(f, i) || verb_to_come(f, i)) {
		if (*fallback == NONE)
			*fallback = i;
		return GO_ON;
	}
	if (verb_maybe(f, i))
		return NOBODY;
	if (n > 0 && (frame_say(f, q->open + 1) & SAY_AUX) && !(frame_say(f, q->open - 1) & SAY_AUX) && relative(f, i))
		return GO_ON; /* anybody who complains about it "is not having a good night" */
	if (!verb_speaker(f, q, i, low, s) || clause_of(f, s, i, low))
		return GO_ON;
	s->verb = i;
	s->weak = (say & SAY_WISH) && s->mention != NONE && f->d->mentions[s->mention].type != TYPE_PERSON;
	return SPEAKER;
}

/* The unit i, n units before the quote. */
static enum found
unit_before(struct frame *f, const struct stretch *q, size_t i, int n, size_t low, size_t *fallback, struct speaker *s)
{
	uint32_t say = frame_say(f, i);
	bool finite = verb_finite(f, i, SAY_VERB);

	if ((say & SAY_TERM) && names_it(f, i, q) && !(finite && !verb_names(f, i, q->open)))
		return NAMED_THING;
	if ((say & SAY_NOUN) && noun_before(f, q, i, n, low, s))
		return SPEAKER;
	if ((say & SAY_BESIDE) && *fallback == NONE && !(say & SAY_ING) && i > 0 && !verb_attributive(f, i - 1, say))
		*fallback = i;
	return finite ? verb_before(f, q, i, n, low, fallback, s) : GO_ON;
}

int
before_quote(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	size_t i = frame_left(f, q->open), fallback = NONE;

	for (int n = 0; n < BEFORE && i != NONE && i >= low; n++, i = frame_left(f, i)) {
		enum found found;

		if (according(f, i, q->open, s))
			return SPEAKER;
		if (unit_is(f->us, i, ',') && (frame_say(f, i + 1) & SAY_AUX))
			i = over_relative(f, i, low);
		found = stretch_at(f, i) || !frame_say(f, i) ? GO_ON : unit_before(f, q, i, n, low, &fallback, s);
		if (found != GO_ON)
			return found;
	}
	if (fallback == NONE || !subject_of(f, fallback, low, s))
		return NOBODY;
	s->weak = true;
	s->verb = fallback;
	return SPEAKER;
}
