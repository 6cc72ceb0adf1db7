#include "quote_verb.h"

/* How far behind a quote its verb may stand, in units. */
enum { LATER = 70, AFTER = 45, RELATIVE = 30, NEXT_SENTENCE = 9 };

/* "an official, who asked not to be named, said": from the first comma to the second one, if there is one. */
static size_t
over_relative(const struct frame *f, size_t comma, size_t high)
{
	size_t i = frame_right(f, comma);

	for (int n = 0; n < RELATIVE && i != NONE && i < high; n++, i = frame_right(f, i))
		if (unit_is(f->us, i, ','))
			return i;
	return comma;
}

/* "KCNA quoted NAME as saying": it is not KCNA that speaks. */
static bool
quotes_another(struct frame *f, size_t v, size_t high)
{
	if (!(frame_say(f, v) & SAY_QUOTE))
		return false;
	for (size_t i = v + 1; i + 1 < high && i < v + RELATIVE && !stretch_at(f, i); i++)
		if (unit_says(f->us, i, "as") && verb_ing(f, i + 1))
			return true;
	return false;
}

/* "NAME, apposition, said" from unit i on. */
static bool
upright(struct frame *f, size_t i, size_t high, int far, struct speaker *s)
{
	size_t v = i;

	if (frame_say(f, i) & (SAY_CLAUSE | SAY_AUX) && !unit_says(f->us, i, "as"))
		return false;
	if (unit_says(f->us, i, "as"))
		v = ++i;
	for (int n = 0; n < far && v != NONE && v < high; n++, v = frame_right(f, v)) {
		if (n && unit_is(f->us, v, ';'))
			return false;
		if (stretch_at(f, v)) {
			if (v == i || stretch_at(f, v)->comma || stretch_at(f, v)->stop
			    || !(unit_capital(f->us, v + 1) || unit_mention(f->us, v + 1)))
				return false;
			continue; /* NAME, with "A Slogan" on his cap, said */
		}
		if (unit_is(f->us, v, ',') && unit_among(f->us, v + 1, "who whose which"))
			v = over_relative(f, v, high);
		if (v == i || !(frame_say(f, v) & (SAY_SAY | SAY_BESIDE | SAY_ING)))
			continue;
		if (quotes_another(f, v, high))
			continue;
		if (quoted_as(f, v, i, s)) {
			s->verb = v;
			return true;
		}
		if (!verb_finite(f, v, v - i < NEXT_SENTENCE ? SAY_SAY | SAY_BESIDE : SAY_SAY) || verb_ing(f, v)
		    || verb_passive(f, v) || (verb_infinitive(f, v) && !verb_liked(f, v)))
			continue;
		if (!(phrase_at(f, i, v, s) && s->end < v && unit_says(f->us, s->end, "who")) /* a grocer who saw it said */
		    && !subject_of(f, verb_liked(f, v) ? v - 2 : v, i, s))
			return false;
		s->verb = v;
		return true;
	}
	return false;
}

/* Does the sentence that begins at i only say who spoke? `..." Hegseth said on Tuesday.` */
static bool
only_says(struct frame *f, size_t i, size_t high, struct speaker *s)
{
	size_t v;

	if (!upright(f, i, high, NEXT_SENTENCE, s))
		return false;
	v = s->verb + 1;
	return v >= high || f->us->items[v].kind != UNIT_WORD || (frame_say(f, v) & (SAY_ADV | SAY_PREP))
	    || unit_says(f->us, v, "reporters");
}

/* "..." -- NAME, alone at the end of its paragraph; the name may be one that nobody knows */
static bool
signed_by(const struct frame *f, size_t i, struct speaker *s)
{
	if (!(unit_is(f->us, i, 0x2014) || unit_is(f->us, i, 0x2013) || unit_is(f->us, i, 0x2015)
		|| unit_is(f->us, i, '-')))
		return false;
	while (unit_is(f->us, i, '-'))
		i++;
	if (f->us->items[i].kind == UNIT_PUNCT)
		i++;
	size_t e = i, end;

	while (e < i + 4 && (unit_capital(f->us, e) || unit_type(f->us, e, TYPE_PERSON)))
		e++;
	end = unit_is(f->us, e, '.') ? e + 1 : e;
	if (e == i || (end < f->us->n && f->us->items[end].kind != UNIT_BREAK))
		return false;
	*s = unit_mention(f->us, i) ? at_mention(f, i) : (struct speaker){ .first = i, .end = e, .mention = NONE, .verb = NONE };
	return true;
}

bool
after_quote(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	size_t i = frame_right(f, q->close), high;
	bool comma = q->comma || q->stop == '?' || q->stop == '!', starts = low == q->open;

	if (i == NONE || f->us->items[i].kind == UNIT_BREAK)
		return false;
	if (signed_by(f, i, s))
		return true;
	if (f->us->items[i].flags & TOKEN_SENTENCE) {
		high = frame_sentence_end(f, i);
		if (q->stop == '?' || q->stop == '!')
			return inverted(f, i, high, s) || only_says(f, i, high, s);
		return q->stop == '.' && starts && only_says(f, i, high, s);
	}
	high = frame_sentence_end(f, q->close);
	while (unit_is(f->us, i, ',') || unit_is(f->us, i, 0x2014) || unit_is(f->us, i, 0x2013) || unit_is(f->us, i, '-')) {
		comma = true;
		i++;
	}
	if (starts && unit_among(f->us, i, "is was") && unit_among(f->us, i + 1, "how what")) /* "..." is how NAME described it */
		return phrase_at(f, i + 2, high, s);
	if (i >= high || !(comma || starts || q->lost))
		return false;
	return inverted(f, i, high, s) || upright(f, i, high, AFTER, s);
}

bool
later(struct frame *f, const struct stretch *q, struct speaker *s)
{
	size_t high = frame_sentence_end(f, q->close), comma = NONE, first = NONE;
	size_t i = frame_right(f, q->close);

	for (int n = 0; n < LATER && i != NONE && i < high; n++, i = frame_right(f, i)) {
		if (unit_is(f->us, i, ',') || (stretch_at(f, i) && stretch_at(f, i)->comma)) {
			comma = i;
			if (first == NONE || stretch_at(f, i))
				first = i;
			continue;
		}
		if (stretch_at(f, i) || comma == NONE)
			continue;
		if (i == frame_right(f, comma) && inverted(f, i, high, s))
			return true;
		if ((frame_say(f, i) & SAY_SAY) && verb_finite(f, i, SAY_SAY) && !verb_ing(f, i) && !verb_passive(f, i)
		    && !verb_infinitive(f, i)) {
			size_t next = frame_right(f, i);

			if (next != NONE && next < high && unit_word_kind(f->us, next) && !unit_says(f->us, i, "told")
			    && !(frame_say(f, next) & (SAY_PREP | SAY_ADV)))
				continue;
			if (subject_of(f, i, frame_right(f, first), s)) {
				s->verb = i;
				return true;
			}
		}
	}
	return false;
}
