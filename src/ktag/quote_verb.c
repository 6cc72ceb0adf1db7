#include "quote_verb.h"

enum { WHAT = 6 }; /* units */

bool
verb_ing(struct frame *f, size_t i)
{
	return frame_say(f, i) & SAY_ING;
}

/* Does a quotation directly follow: `the sign reads "..."`, `Kim said: "..."`? */
static bool
at_mark(const struct frame *f, size_t i)
{
	size_t k = frame_right(f, i);

	if (k != NONE && (unit_is(f->us, k, ':') || unit_is(f->us, k, ',')))
		k = frame_right(f, k);
	return k != NONE && stretch_at(f, k);
}

bool
verb_attributive(struct frame *f, size_t k, uint32_t say)
{
	if ((say & SAY_DONE) && !(frame_say(f, k) & (SAY_AUX | SAY_ADV)))
		return true;
	return (unit_word(f->us, k) & (WORD_DET | WORD_PRON)) || f->us->items[k].kind == UNIT_POSS
	    || ((frame_say(f, k) & SAY_PREP) && !unit_says(f->us, k, "to"));
}

/* Is unit i the last word of its sentence? */
static bool
ends_clause(const struct frame *f, size_t i)
{
	return unit_is(f->us, i + 1, '.') && (i + 2 >= f->us->n || f->us->items[i + 2].kind == UNIT_BREAK
		   || (f->us->items[i + 2].flags & TOKEN_SENTENCE) || stretch_at(f, i + 2));
}

/* "in a Twitter post", "at a regular briefing": a noun behind a preposition, its article and at most two words. */
static bool
in_a(struct frame *f, size_t i)
{
	for (size_t k = i; k > 1 && i - k < 3; k--) {
		if (unit_word(f->us, k - 1) & (WORD_DET | WORD_PRON))
			return frame_say(f, k - 2) & SAY_PREP;
		if ((!unit_mention(f->us, k - 1) && !unit_word_kind(f->us, k - 1)) || preposition(f, k - 1))
			return false;
	}
	return false;
}

/* "as NAME put it", "NAME made it clear that", "NAME shot back": does the word without which the verb says nothing follow? */
static bool
completed(const struct frame *f, size_t i)
{
	bool it = unit_says(f->us, i + 1, "it");

	if (unit_among(f->us, i, "put puts"))
		return it;
	return unit_among(f->us, i, "make makes made making") ? unit_among(f->us, i + 1 + it, "clear plain")
							      : unit_says(f->us, i + 1, "back");
}

/* "had a short answer:": a form that needs a subject in the plural, behind an article without one. */
static bool
singular(struct frame *f, size_t i)
{
	if (str_ends(unit_str(f->us, i), STR("s")) || str_ends(unit_str(f->us, i - 1), STR("s")))
		return false;
	for (size_t k = i; k > 0 && i - k < 3 && (unit_word_kind(f->us, k) || unit_mention(f->us, k)); k--)
		if (unit_word(f->us, k - 1) & WORD_DET)
			return true;
	return false;
}

bool
verb_finite(struct frame *f, size_t i, uint32_t classes)
{
	uint32_t say = frame_say(f, i);
	size_t k;

	if (!(say & classes) || ((say & SAY_PART) && !completed(f, i))
	    || (unit_capital(f->us, i) && !(f->us->items[i].flags & TOKEN_SENTENCE)))
		return false;
	k = frame_left(f, i);
	if (k != NONE && ((!(say & SAY_ING) && verb_attributive(f, k, say)) || ((say & SAY_BOTH) && singular(f, i))))
		return false;
	if (((say & SAY_BOTH) || ((say & SAY_ING) && (say & (SAY_SOFT | SAY_NOUN)))) && !ends_clause(f, i) && in_a(f, i))
		return false;
	if ((say & SAY_ING) && (say & SAY_SOFT)) /* "pointing at the map", "a briefing that" */
		return at_mark(f, i)
		    || (unit_says(f->us, i + 1, "that") && !(k != NONE && (stretch_at(f, k) || verb_attributive(f, k, say))));
	if (!(say & (SAY_BOTH | SAY_SOFT)) || (say & SAY_ING) || (!(say & SAY_NOUN) && at_mark(f, i)))
		return true;
	if (k == NONE || stretch_at(f, k))
		return false;
	if (unit_among(f->us, i, "reads read") && unit_word_kind(f->us, k) && ends_clause(f, i))
		return true; /* "..." the letter reads. */
	if (unit_word_kind(f->us, k) && !(frame_say(f, k) & SAY_PREP) && unit_among(f->us, i + 1, "on that"))
		return true;
	return unit_mention(f->us, k) || unit_is(f->us, k, ',') || (frame_say(f, k) & (SAY_PRON | SAY_AUX | SAY_ADV))
	    || unit_says(f->us, k, "and")
	    || (!unit_word(f->us, k) && !(frame_say(f, k) & ~(uint32_t)SAY_THING) && str_ends(unit_str(f->us, k), STR("s")))
	    || (unit_word(f->us, k) & WORD_HEAD) || (frame_say(f, k) & SAY_BODY && ends_clause(f, i));
}

bool
verb_past(struct frame *f, size_t i)
{
	struct str s = unit_str(f->us, i);

	return unit_word_kind(f->us, i) && !unit_capital(f->us, i)
	    && ((frame_say(f, i) & SAY_DID) || (str_ends(s, STR("ed")) && !memchr(s.p, '-', s.n))) && i > 0
	    && !(unit_word(f->us, i - 1) & (WORD_DET | WORD_PRON)) && !adverb(f, i - 1);
}

bool
verb_passive(struct frame *f, size_t i)
{
	size_t k = frame_left(f, i);

	if (k == NONE || verb_ing(f, i))
		return false;
	if (adverb(f, k))
		k = frame_left(f, k);
	return k != NONE && (unit_word(f->us, k) & WORD_BE);
}

bool
verb_infinitive(struct frame *f, size_t i)
{
	size_t k = frame_left(f, i);

	return k != NONE && unit_says(f->us, k, "to");
}

bool
verb_liked(struct frame *f, size_t i)
{
	return i > 1 && verb_infinitive(f, i) && (frame_say(f, i - 2) & SAY_HABIT);
}

bool
verb_names(struct frame *f, size_t v, size_t open)
{
	uint32_t say = frame_say(f, v);
	size_t k = frame_left(f, v);

	if (!(say & SAY_CALL) || (say & SAY_SAY) || frame_right(f, v) != open || !(say & SAY_NAMES))
		return false;
	if (k != NONE && (frame_say(f, k) & SAY_ADV))
		k = frame_left(f, k);
	if (k == NONE || stretch_at(f, k))
		return false;
	for (size_t i = k; i > 0 && k - i < WHAT && !stretch_at(f, i); i--)
		if (unit_says(f->us, i, "what")) /* what the American side calls "..." */
			return false;
	return !(unit_type(f->us, k, TYPE_PERSON) || unit_type(f->us, k, TYPE_ORG) || unit_place(f->us, k)
		   || (unit_word(f->us, k) & WORD_HEAD) || (frame_say(f, k) & (SAY_PRON | SAY_AUX)))
	    || (unit_word(f->us, k) & WORD_BE);
}

bool
verb_maybe(struct frame *f, size_t v)
{
	size_t k = frame_left(f, v);

	return k != NONE && unit_among(f->us, k, "could may might should");
}

bool
verb_to_come(const struct frame *f, size_t v)
{
	size_t k = frame_left(f, v);

	return k != NONE && unit_among(f->us, k, "will would can must");
}
