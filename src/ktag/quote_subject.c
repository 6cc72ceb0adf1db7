#include "quote_verb.h"

#include "role_title.h"

enum { PARTICIPLE = 8 }; /* units */

/* Is the head of the phrase [low, i) somebody who speaks: "the minister", "the spokesman for the Foreign Ministry"? */
static bool
speaker_head(struct frame *f, size_t low, size_t i)
{
	return speaker_noun(f, i - 1) || (unit_mention(f->us, i - 1) && speaker_noun(f, first_preposition(f, low, i) - 1));
}

/* Can the word at unit i only follow the subject that ends before it? "the minister met", "an official working at" */
static bool
follows_subject(struct frame *f, size_t low, size_t i)
{
	if (stretch_at(f, i) || verb_past(f, i))
		return speaker_head(f, low, i);
	return (frame_say(f, i) & (SAY_VERB | SAY_BESIDE | SAY_AUX))
	    || (unit_word_kind(f->us, i) && !frame_say(f, i) && first_preposition(f, low, i) == i);
}

bool
first_phrase(struct frame *f, size_t low, size_t v, struct speaker *s)
{
	size_t i = low;

	while (i < v && !stretch_at(f, i) && !bounds(f, i) && !(i > low + 1 && verb_past(f, i) && speaker_head(f, low, i)))
		i++;
	return i > low && i < v && follows_subject(f, low, i) && phrase_at(f, low, i, s);
}

/* "When A did, B said": the clause behind the comma, if a conjunction opens the sentence. */
static size_t
over_subordinate(struct frame *f, size_t low, size_t v)
{
	size_t i = low;

	if (!(frame_say(f, low) & SAY_CLAUSE) || unit_among(f->us, low, "and but that what"))
		return low;
	for (int n = 0; n < SENTENCE && i != NONE && i < v; n++, i = frame_right(f, i))
		if (unit_is(f->us, i, ',') && i + 1 < v
		    && (unit_mention(f->us, i + 1) || unit_capital(f->us, i + 1)
			|| (unit_word(f->us, i + 1) & (WORD_DET | WORD_PRON)) || (frame_say(f, i + 1) & SAY_PRON)))
			return i + 1;
	return low;
}

/* The unit before i, over a parenthesis: the name in "NAME (R-OH), said". */
static size_t
before_parenthesis(const struct frame *f, size_t i)
{
	size_t k = i - 1;

	if (i == 0 || !unit_is(f->us, k, ')'))
		return k;
	for (int n = 0; n < 12 && k > 0; n++, k--)
		if (unit_is(f->us, k, '('))
			return k - 1;
	return i - 1;
}

/* The name that stands between two commas, with titles before it and "of the party" behind it at most; NONE if none does. */
static size_t
insertion_name(struct frame *f, size_t i, size_t end)
{
	while (i < end && (unit_word(f->us, i) & (WORD_HEAD | WORD_MOD | WORD_HON) || unit_place(f->us, i)))
		i++;
	return i < end && unit_type(f->us, i, TYPE_PERSON) && (i + 1 == end || preposition(f, i + 1)) ? i : NONE;
}

/* "NAME, standing beside his deputy, OTHER, said": does what stands behind the first comma hold the other name too? */
static bool
holds_name(struct frame *f, size_t i)
{
	struct str word = unit_str(f->us, i);

	return unit_word_kind(f->us, i) && !unit_capital(f->us, i)
	    && (preposition(f, i) || unit_says(f->us, i, "who") || str_ends(word, STR("ing")) || str_ends(word, STR("ed")));
}

/* "NAME, apposition, said": the name before the comma that opens the insertion which ends at the comma `at`. */
static bool
before_insertion(struct frame *f, size_t at, size_t low, struct speaker *s)
{
	size_t nearest = NONE, name = NONE, other; /* name: "His deputy, NAME, said" */
	int n = 0;

	for (size_t i = frame_left(f, at); i != NONE && i > low && n < 80; i = frame_left(f, i), n++) {
		if (!unit_is(f->us, i, ',') || stretch_at(f, i))
			continue;
		if (nearest == NONE) {
			nearest = i;
			name = insertion_name(f, i + 1, before_parenthesis(f, at) + 1);
			if (name != NONE)
				continue;
		}
		other = before_parenthesis(f, i);
		if (!unit_type(f->us, other, TYPE_PERSON) && name == NONE)
			continue;
		*s = at_mention(f, name == NONE || (unit_type(f->us, other, TYPE_PERSON) && holds_name(f, i + 1)) ? other : name);
		return true;
	}
	if (name != NONE)
		*s = at_mention(f, name);
	return name != NONE || (nearest != NONE && phrase_before(f, nearest - 1, low, s));
}

bool
clause_subject(struct frame *f, size_t low, size_t v, struct speaker *s)
{
	size_t thing = NONE;
	bool there = unit_says(f->us, low, "there"); /* "There is an old saying." */
	int n = 0;

	low = over_subordinate(f, low, v);
	if ((unit_word(f->us, low) & WORD_DET) && first_phrase(f, low, v, s))
		return true;
	for (size_t i = low; i != NONE && i < v && n < SENTENCE; i = frame_right(f, i), n++) {
		if (stretch_at(f, i))
			continue;
		if (unit_is(f->us, i, '(') && over_parenthesis(f->us, i) > i) {
			i = over_parenthesis(f->us, i) - 1;
			continue;
		}
		if (!after_preposition(f, i) && pronoun(f, i, s) && (pronoun_person(f, i) || (pronoun_thing(f, i) && thing == NONE)))
			return true;
		if (possessor(f, i) || (unit_mention(f->us, i) && after_preposition(f, i)))
			continue;
		if (unit_type(f->us, i, TYPE_PERSON)) {
			*s = at_mention(f, i);
			return true;
		}
		size_t next = over_parenthesis(f->us, i + 1); /* the "U.S. Forces Korea (USFK) commander" is not the body */
		if (thing == NONE && actor(f, i) && !unit_capital(f->us, next) && !(unit_word(f->us, next) & (WORD_HEAD | WORD_MOD))) {
			thing = i;
			if (frame_say(f, i + 1) & (SAY_VERB | SAY_AUX))
				break;
		}
		if (thing == NONE && !there && (frame_say(f, i) & (SAY_AUX | SAY_SAY)) && !(frame_say(f, i) & (SAY_BOTH | SAY_SOFT))
		    && i > low
		    && (unit_is(f->us, i - 1, ',') ? before_insertion(f, i - 1, low, s)
						   : phrase_before(f, over_between(f, i - 1, low), low, s)))
			return true;
	}
	if (thing == NONE)
		return first_phrase(f, low, v, s);
	*s = at_mention(f, thing);
	return true;
}

/* "As A did so, B raised the stakes, saying": the subject of the clause between the participle's comma and the one before it;
 * its verb is one of speech, an auxiliary or a form in -ed. */
bool
participle_subject(struct frame *f, size_t ing, size_t low, struct speaker *s)
{
	size_t comma = over_between(f, frame_left(f, ing), low), from, v;
	int n = 0;

	if (comma == NONE || comma <= low || !unit_is(f->us, comma, ','))
		return false;
	for (from = frame_left(f, comma); from != NONE && from > low && n < SENTENCE; from = frame_left(f, from), n++)
		if (unit_is(f->us, from, ',') || stretch_at(f, from))
			break;
	if (from == NONE || from <= low || !(unit_is(f->us, from, ',') || stretch_at(f, from)->comma))
		return false;
	from = frame_right(f, from);
	if (!(unit_mention(f->us, from) || (unit_word(f->us, from) & WORD_DET) || (frame_say(f, from) & SAY_PRON)))
		return false;
	for (v = from + 1; v < comma; v++) {
		uint32_t say = frame_say(f, v);

		if (say & (SAY_PREP | SAY_CLAUSE | SAY_ING))
			return false;
		if ((say & (SAY_VERB | SAY_AUX)) && !(say & (SAY_BOTH | SAY_SOFT)))
			break;
		if (verb_past(f, v))
			break;
	}
	return v < comma && phrase_before(f, over_between(f, v - 1, from), from, s);
}

/* "another man holding a megaphone said": from the end of what belongs to a participle to the noun before it. */
static size_t
over_participle(struct frame *f, size_t i, size_t low)
{
	for (size_t k = i; k > low + 1 && i - k < PARTICIPLE && !stretch_at(f, k) && !unit_is(f->us, k, ','); k--)
		if (unit_word_kind(f->us, k) && !unit_capital(f->us, k) && str_ends(unit_str(f->us, k), STR("ing"))
		    && !(frame_say(f, k) & SAY_VERB) && speaker_noun(f, k - 1))
			return k - 1;
	return i;
}

/* "NAME, apposition, said": the subject whose insertion ends at the comma at unit i. */
static bool
subject_before_comma(struct frame *f, size_t i, size_t low, struct speaker *s)
{
	size_t k = over_between(f, frame_left(f, i), low);

	if (k != NONE && unit_is(f->us, k, ','))
		i = k;
	if (before_insertion(f, i, low, s))
		return true;
	if (i > low && phrase_before(f, i - 1, low, s) && s->mention != NONE)
		return true;
	return clause_subject(f, low, i, s) || (i > low && phrase_before(f, i - 1, low, s));
}

/* "the man who said", "NAME, who said": whom the relative at unit i stands for. */
static bool
subject_of_relative(struct frame *f, size_t i, size_t low, struct speaker *s)
{
	size_t k = frame_left(f, i);

	if (k != NONE && k > low && unit_is(f->us, k, ',')) {
		if ((!unit_mention(f->us, k - 1) || unit_is(f->us, k - 2, '-')) && before_insertion(f, k, low, s) && s->mention != NONE)
			return true; /* "NAME, his adviser, who had written" */
		k = frame_left(f, k);
	} else if (k != NONE && k > low && !unit_mention(f->us, k)) {
		for (size_t p = k; p > low && k - p < 6; p--) /* "eager to talk to the man who" */
			if (preposition(f, p) && !unit_says(f->us, p, "of")) {
				low = p + 1;
				break;
			}
	}
	return k != NONE && k >= low && phrase_before(f, k, low, s);
}

/* "an official who deals with it said", "NAME, ministry spokesman said": a phrase that is no mention may go on to its left. */
static bool
widen(struct frame *f, size_t low, struct speaker *s)
{
	size_t before = s->first - 1;

	if (s->mention != NONE || s->first <= low + 1)
		return true;
	if (unit_says(f->us, before, "who") && !unit_is(f->us, before - 1, ','))
		return phrase_before(f, before - 1, low, s);
	if (unit_is(f->us, before, ',') && unit_type(f->us, before - 1, TYPE_PERSON)
	    && (unit_word(f->us, s->end - 1) & WORD_HEAD) && !(unit_word(f->us, s->first) & WORD_DET))
		*s = at_mention(f, before - 1);
	return true;
}

bool
subject_of(struct frame *f, size_t v, size_t low, struct speaker *s)
{
	size_t i = frame_left(f, v);

	if (v <= low || i == NONE || i < low)
		return false;
	i = over_between(f, i, low);
	if (i == NONE || i < low)
		return false;
	if ((frame_say(f, v) & SAY_ING) && unit_mention(f->us, i) && i > low && unit_says(f->us, i - 1, "with")) {
		*s = at_mention(f, i);
		return true;
	}
	if ((frame_say(f, v) & SAY_ING) || unit_among(f->us, i, "and but or to"))
		return clause_subject(f, low, v, s);
	if (unit_is(f->us, i, ','))
		return subject_before_comma(f, i, low, s);
	if (unit_among(f->us, i, "who which that"))
		return subject_of_relative(f, i, low, s);
	i = over_participle(f, i, low);
	return phrase_before(f, i, low, s) ? widen(f, low, s) : clause_subject(f, low, i, s);
}
