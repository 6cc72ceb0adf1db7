#include "quote_verb.h"

#include "role_title.h"

enum { PHRASE = 24 }; /* units of a noun phrase at most */

bool
bounds(struct frame *f, size_t i)
{
	struct str word;
	uint32_t say;

	if (stretch_at(f, i))
		return true;
	switch (f->us->items[i].kind) {
	case UNIT_BREAK:
		return true;
	case UNIT_MENTION:
		return unit_type(f->us, i, TYPE_DATE);
	case UNIT_PUNCT:
		return !(unit_is(f->us, i, '&') || unit_is(f->us, i, '/') || unit_is(f->us, i, '-')
		    || unit_is(f->us, i, '.') || unit_is(f->us, i, '\'') || unit_is(f->us, i, 0x2019));
	case UNIT_WORD:
		break;
	default:
		return false;
	}
	say = frame_say(f, i);
	if (say & (SAY_CLAUSE | SAY_AUX | SAY_PRON))
		return true;
	if (unit_capital(f->us, i) || (say & (SAY_BOTH | SAY_SOFT)))
		return false;
	if (say & (SAY_VERB | SAY_BESIDE | SAY_DID))
		return true;
	word = unit_str(f->us, i);
	return str_ends(word, STR("ing")) && !memchr(word.p, '-', word.n) && !unit_word(f->us, i); /* "the highest-ranking envoy" goes on */
}

/* "the foreign ministers of Japan, the United States and South Korea": does the comma or "and" at unit k join states that "of" opens? */
static bool
joins_states(struct frame *f, size_t k)
{
	struct units *us = f->us;
	size_t a = k, z = k;
	bool last = false;

	for (;;) {
		a -= unit_is(us, a - 1, ',') && unit_says(us, a, "and");
		if (a < 2 || !unit_place(us, a - 1))
			return false;
		a--;
		a -= (unit_word(us, a - 1) & WORD_DET) != 0;
		if (a == 0 || !(unit_is(us, a - 1, ',') || unit_says(us, a - 1, "and")))
			break;
		a--;
	}
	if (a == 0 || !unit_among(us, a - 1, "of from"))
		return false;
	while (!last && (unit_is(us, z, ',') || unit_says(us, z, "and"))) {
		z += unit_is(us, z, ',') && unit_says(us, z + 1, "and");
		last = unit_says(us, z, "and");
		z++;
		z += (unit_word(us, z) & WORD_DET) != 0;
		if (!unit_place(us, z))
			return false;
		z++;
	}
	return last;
}

/* Where the noun phrase that ends at unit i begins. */
static size_t
phrase_start(struct frame *f, size_t i, size_t low)
{
	for (int n = 0; n < PHRASE && i > low; n++) {
		size_t k = i - 1;

		if (unit_is(f->us, k, ')')) {
			size_t p = k;

			while (p > low && k - p < 12 && !unit_is(f->us, p, '('))
				p--;
			if (!unit_is(f->us, p, '(') || p == low)
				return i;
			k = p;
		} else if ((bounds(f, k) && !((unit_is(f->us, k, ',') || unit_says(f->us, k, "and")) && joins_states(f, k)))
		    || (unit_says(f->us, k, "to") && unit_says(f->us, k - 1, "according"))) {
			return i;
		}
		i = k;
		if (f->us->items[i].flags & TOKEN_SENTENCE
		    || (unit_is(f->us, i - 1, ')') && unit_capital(f->us, i) && unit_word(f->us, i) & WORD_DET))
			break; /* "(Kyodo) The ministers" */
	}
	return i;
}

size_t
first_preposition(struct frame *f, size_t b, size_t e)
{
	for (size_t i = b; i < e; i++)
		if (preposition(f, i))
			return i;
	return e;
}

/* Adverbs before a phrase ("later President X") do not belong to it. */
static size_t
skip_adverbs(struct frame *f, size_t b, size_t e)
{
	while (b + 1 < e && (frame_say(f, b) & SAY_ADV) && !unit_among(f->us, b, "both all"))
		b++;
	return b;
}

/* "deputy head of the party X": an office before the preposition, and the name stands beside what follows it. */
static bool
apposed(struct frame *f, size_t part, size_t name)
{
	return unit_word_kind(f->us, part - 1) && !preposition(f, name - 1) && !unit_says(f->us, name - 1, "and")
	    && !(unit_word(f->us, name - 1) & (WORD_HEAD | WORD_HON | WORD_DET | WORD_PRON))
	    && f->us->items[name - 1].kind != UNIT_POSS && f->us->items[name - 1].kind != UNIT_PUNCT;
}

/* "Director of Public Affairs Colonel NAME": two titles, the first with a complement of its own. */
static bool
ranked(struct frame *f, size_t b, size_t part, size_t name)
{
	return !(unit_word(f->us, b) & WORD_DET) && unit_capital(f->us, part - 1)
	    && (unit_word(f->us, part - 1) & WORD_HEAD) && unit_capital(f->us, name - 1);
}

/* Is [b, e), which is no mention, a phrase that can speak, and no rest of a clause: "suggestion prompted a response", "make a comment",
 * "widely"? */
static bool
nominal(struct frame *f, size_t b, size_t e)
{
	if (unit_capital(f->us, b) || !unit_word_kind(f->us, b))
		return true;
	if (e == b + 1 && !speaker_noun(f, b) && !(frame_say(f, b) & (SAY_PAPER | SAY_TERM | SAY_NOUN))
	    && !str_ends(unit_str(f->us, b), STR("s")) && !unit_among(f->us, b, "some many both others police another everyone"))
		return false;
	if ((frame_say(f, b) & SAY_VERB) && !(frame_say(f, b) & (SAY_BOTH | SAY_NOUN)))
		return false;
	for (size_t i = b + 1; i + 1 < e; i++)
		if (verb_past(f, i) && (unit_word(f->us, i + 1) & (WORD_DET | WORD_PRON)))
			return false;
	return true;
}

/* From unit b on over what only leads up to the phrase's noun: "later", "In Beijing the ministry", "the other day the spokesman". */
static size_t
phrase_first(struct frame *f, size_t b, size_t e)
{
	b = skip_adverbs(f, b, e);
	while (b < e && preposition(f, b)) { /* what follows the preposition's own noun */
		size_t k = b + 1;

		while (k < e && !(unit_word(f->us, k) & WORD_DET && k > b + 1) && !(unit_mention(f->us, k - 1) && k > b + 1))
			k++;
		b = k;
	}
	for (size_t i = b; i + 2 < e; i++)
		if ((frame_say(f, i) & SAY_HOUR) && (unit_word(f->us, i + 1) & WORD_DET))
			b = i + 1;
	return b;
}

/* The person who is the head of [b, e), whose first preposition stands at `part`: in front of it, or behind it with the title there,
 * "the head of the Security Office X". NONE if there is none. */
static size_t
phrase_person(struct frame *f, size_t b, size_t part, size_t e)
{
	struct title t;

	for (size_t i = b; i < part; i++)
		if (unit_type(f->us, i, TYPE_PERSON) && !possessor(f, i))
			return i;
	for (size_t i = part + 1; i < e; i++)
		if (unit_type(f->us, i, TYPE_PERSON) && (i + 1 == e || preposition(f, i + 1))
		    && ((title_before(f->us, i, &t) && (t.first < part || ranked(f, b, part, i))) || apposed(f, part, i)))
			return i;
	return NONE;
}

/* The last unit of the phrase's first part [b, part), a parenthesis left out: "the Joint Chiefs of Staff (JCS)". */
static size_t
phrase_last(const struct frame *f, size_t b, size_t part)
{
	size_t last = part - 1;

	if (unit_is(f->us, last, ')'))
		while (last > b && !unit_is(f->us, last, '('))
			last--;
	return unit_is(f->us, last, '(') && last > b ? last - 1 : last;
}

/* The head of the phrase [b, e): a mention at the end of its first part, or the words themselves. */
static bool
phrase_speaker(struct frame *f, size_t b, size_t e, struct speaker *s)
{
	size_t part, head;

	b = phrase_first(f, b, e);
	while (e > b && (frame_say(f, e - 1) & SAY_ADV))
		e--;
	if (b >= e)
		return false;
	part = first_preposition(f, b, e);
	if (part == b + 1 && part < e && unit_word_kind(f->us, b) && !unit_capital(f->us, b) && str_ends(unit_str(f->us, b), STR("ed"))) {
		b = part + 1; /* "they turned to the police department which said" */
		part = first_preposition(f, b, e);
	}
	if (part == b || b >= e)
		return false;
	head = phrase_person(f, b, part, e);
	if (head == NONE && actor(f, phrase_last(f, b, part)))
		head = phrase_last(f, b, part);
	if (head != NONE) {
		*s = at_mention(f, head);
		return true;
	}
	if (unit_is(f->us, e - 1, '.'))
		e--;
	if ((e == b + 1 && ((unit_word(f->us, b) & (WORD_DET | WORD_PRON)) || unit_among(f->us, b, "there here"))) || preposition(f, e - 1))
		return false;
	if (b > 0 && (frame_say(f, b - 1) & SAY_PRON) && str_ends(unit_str(f->us, b), STR("ed")))
		return false; /* "they passed out bottles that said" */
	*s = (struct speaker){ .first = b, .end = e, .mention = NONE, .verb = NONE };
	return e > b && (unit_word_kind(f->us, b) || unit_mention(f->us, b)) && nominal(f, b, e);
}

bool
pronoun(struct frame *f, size_t i, struct speaker *s)
{
	if (!(frame_say(f, i) & SAY_PRON))
		return false;
	*s = (struct speaker){ .first = i, .end = i + 1, .mention = NONE, .verb = NONE };
	return true;
}

bool
phrase_before(struct frame *f, size_t end, size_t low, struct speaker *s)
{
	if (end == NONE || end < low)
		return false;
	if (pronoun(f, end, s) && !unit_says(f->us, end, "who"))
		return true;
	if ((stretch_at(f, end) || bounds(f, end)) && !unit_is(f->us, end, ')'))
		return false;
	return !(frame_say(f, end) & SAY_HOUR) && /* Kim later that day said */
	    phrase_speaker(f, phrase_start(f, end + 1, low), end + 1, s);
}

/* Does the preposition at unit i open what only tells when, where or how something was said: "said Kim on Monday", "at around 11",
 * "in a statement"? "a woman in her 40s" goes on. */
static bool
circumstantial(struct frame *f, size_t i)
{
	bool number = i + 2 < f->us->n && f->us->items[i + 2].kind == UNIT_NUMBER;

	if (unit_among(f->us, i, "of at from"))
		return unit_says(f->us, i, "at") && unit_among(f->us, i + 1, "around about");
	return unit_type(f->us, i + 1, TYPE_DATE) || unit_among(f->us, i + 1, "a an") || ((unit_word(f->us, i + 1) & WORD_PRON) && !number);
}

/* "Under Secretary for Terrorism and Financial Intelligence": is the word at unit i an "and" within an office? */
static bool
within_office(struct frame *f, size_t i)
{
	return unit_says(f->us, i, "and") && unit_word_kind(f->us, i - 1) && unit_capital(f->us, i - 1) && unit_word_kind(f->us, i + 1)
	    && unit_capital(f->us, i + 1);
}

bool
phrase_at(struct frame *f, size_t i, size_t high, struct speaker *s)
{
	size_t e = i;

	if (pronoun(f, i, s))
		return !unit_says(f->us, i, "who");
	while (e < high && e < i + PHRASE) {
		if (unit_is(f->us, e, '(') && e > i) {
			size_t k = over_parenthesis(f->us, e);

			if (k == e)
				break;
			e = k;
			continue;
		}
		if (bounds(f, e) && !(e > i && within_office(f, e))) {
			e += e > i && unit_says(f->us, e - 1, "of") && unit_says(f->us, e, "them"); /* one of them */
			break;
		}
		if (e > i && (frame_say(f, e) & SAY_SOFT) && !unit_capital(f->us, e) && str_ends(unit_str(f->us, e), STR("ed"))
		    && (frame_say(f, e + 1) & SAY_PREP))
			break; /* "a spokesman quoted in the daily" */
		if (unit_is(f->us, e, '.')
		    && (e + 1 >= f->us->n || (f->us->items[e + 1].flags & (TOKEN_SENTENCE | TOKEN_SPACE))
			|| f->us->items[e + 1].kind == UNIT_BREAK))
			break;
		if (e > i && preposition(f, e) && circumstantial(f, e))
			break;
		e++;
	}
	if (e > i && preposition(f, e - 1))
		e--;
	return e > i && !preposition(f, i) && phrase_speaker(f, i, e, s);
}

/* "angrily", but no "daily" and "the family". */
static bool
adverb_by_form(struct frame *f, size_t i)
{
	struct str s = unit_str(f->us, i);

	if (!unit_word_kind(f->us, i) || unit_capital(f->us, i) || !str_ends(s, STR("ly")) || s.n < 6 || unit_word(f->us, i))
		return false;
	return !word_exactly(s, "weekly family monthly assembly");
}

bool
adverb(struct frame *f, size_t i)
{
	return (unit_word_kind(f->us, i) && (frame_say(f, i) & SAY_ADV)) || adverb_by_form(f, i);
}

size_t
over_between(struct frame *f, size_t i, size_t low)
{
	for (int n = 0; n < 8 && i != NONE && i > low; n++) {
		size_t k = frame_left(f, i);

		if (unit_type(f->us, i, TYPE_DATE))
			i = k != NONE && preposition(f, k) ? frame_left(f, k) : k;
		else if (i > low + 1 && unit_among(f->us, i, "first last once turn fact course part")
		    && unit_among(f->us, i - 1, "at in of for"))
			i = frame_left(f, i - 1); /* at first, in turn, of course */
		else if (unit_word_kind(f->us, i) && (frame_say(f, i) & (SAY_ADV | SAY_AUX)))
			i = k;
		else if (i > low + 3 && unit_says(f->us, i, "t") && (unit_is(f->us, i - 1, '\'') || unit_is(f->us, i - 1, 0x2019)))
			i -= 3; /* won't */
		else if (adverb_by_form(f, i) || (unit_among(f->us, i, "now far again") && k > low))
			i = k;
		else
			break;
	}
	return i;
}
