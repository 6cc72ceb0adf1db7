#include "quote_frame.h"

#include "role_title.h"

/* How far a phrase or a sentence is followed: keeps every search short whatever the text. */
enum { PHRASE = 24, SENTENCE = 160, DATELINE = 16, REPORTER = 7 };

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

static bool
dash(const struct frame *f, size_t i)
{
	return unit_is(f->us, i, 0x2014) || unit_is(f->us, i, 0x2013)
	    || (unit_is(f->us, i, '-') && ((f->us->items[i].flags & TOKEN_SPACE) || unit_is(f->us, i + 1, '-')));
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

size_t
frame_sentence(const struct frame *f, size_t i)
{
	for (int n = 0; n < SENTENCE; n++) {
		size_t k = frame_left(f, i);
		bool first = k == NONE || is_break(f, k);

		if (first) {
			size_t body = over_dateline(f, i);

			return body < f->us->n ? body : i;
		}
		if (f->us->items[i].flags & TOKEN_SENTENCE)
			return i;
		i = k;
	}
	return i;
}

size_t
frame_sentence_end(struct frame *f, size_t i)
{
	size_t k;

	if (f->end && f->end_of == i)
		return f->end;
	k = frame_right(f, i);
	for (int n = 0; n < SENTENCE && k != NONE && !is_break(f, k) && !(f->us->items[k].flags & TOKEN_SENTENCE); n++)
		k = frame_right(f, k);
	f->end_of = i;
	f->end = k == NONE ? f->us->n : k;
	return f->end;
}

bool
pronoun_person(const struct frame *f, size_t i)
{
	return unit_says(f->us, i, "he") || unit_says(f->us, i, "she") || unit_says(f->us, i, "his")
	    || unit_says(f->us, i, "her") || unit_says(f->us, i, "him");
}

bool
pronoun_thing(const struct frame *f, size_t i)
{
	return unit_says(f->us, i, "it") || unit_says(f->us, i, "they") || unit_says(f->us, i, "its")
	    || unit_says(f->us, i, "their") || unit_says(f->us, i, "them");
}

static bool
possessor(const struct frame *f, size_t i)
{
	return i + 1 < f->us->n && f->us->items[i + 1].kind == UNIT_POSS;
}

/* A mention that can speak. */
static bool
actor(const struct frame *f, size_t i)
{
	const struct mention *m = unit_mention(f->us, i);

	return m && (m->type == TYPE_PERSON || m->type == TYPE_ORG || m->type == TYPE_GPE || m->type == TYPE_FAC);
}

static bool
preposition(struct frame *f, size_t i)
{
	return i != NONE && (frame_say(f, i) & SAY_PREP);
}

static bool
after_preposition(struct frame *f, size_t i)
{
	size_t k = frame_left(f, i);

	for (int n = 0; n < 6 && k != NONE && !stretch_at(f, k); n++, k = frame_left(f, k)) {
		if (preposition(f, k))
			return true;
		if (!unit_word(f->us, k) && !unit_place(f->us, k) && !unit_capital(f->us, k))
			return false;
	}
	return false;
}

static struct speaker
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

/* A phrase for a person whom the text does not name: "a resident of the province", "another official". */
static bool
somebody(struct frame *f, const struct speaker *s)
{
	size_t head = first_preposition(f, s->first, s->end) - 1;

	return s->mention == NONE && s->end >= s->first + 2 && unit_among(f->us, s->first, "a an one another")
	    && ((unit_word(f->us, head) & WORD_HEAD) || unit_among(f->us, head, "resident source defector escapee refugee worker soldier trader merchant farmer man "
		"woman fisherman student teacher member insider activist witness villager driver veteran broker"));
}

/* "A resident of the province told us so", "..., said another resident": the sentence is about that somebody. */
static bool
tells_unnamed(struct frame *f, size_t low, size_t high)
{
	struct speaker s;

	for (size_t i = low + 1; i < high && i < low + SENTENCE; i++)
		if (!stretch_at(f, i) && (frame_say(f, i) & SAY_SAY) && (unit_is(f->us, i - 1, ',') ? phrase_at(f, i + 1, high, &s) : subject_of(f, i, low, &s))
		    && somebody(f, &s)) {
			f->unnamed = s;
			return true;
		}
	return false;
}

void
follow_sentence(struct frame *f, size_t low, size_t high)
{
	bool thing = false;
	int n = 0;
	uint32_t last = reporter(f, low, high);

	if (last != NONE) {
		f->subject = last;
		f->unnamed = (struct speaker){ 0 };
		return;
	}
	if (tells_unnamed(f, low, high))
		return;
	if (low == 0 || is_break(f, low - 1))
		low = over_dateline(f, low);
	for (size_t i = low; i != NONE && i < high && n < SENTENCE; i = frame_right(f, i), n++) {
		if (stretch_at(f, i)
		    || (f->us->items[i].kind == UNIT_WORD && f->us->items[i].end - f->us->items[i].start > 3))
			continue;
		if (possessor(f, i))
			continue;
		if (unit_says(f->us, i, "he") || unit_says(f->us, i, "she"))
			return;
		if (unit_type(f->us, i, TYPE_PERSON) && !after_preposition(f, i)) {
			f->subject = with_honorific(f, i);
			f->unnamed = (struct speaker){ 0 };
			return;
		}
		if (!thing && actor(f, i) && !unit_type(f->us, i, TYPE_PERSON) && !after_preposition(f, i)
		    && !unit_capital(f->us, i + 1) && !(unit_word(f->us, i + 1) & WORD_HEAD)) {
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

/* A unit that no noun phrase runs across. */
static bool
bounds(struct frame *f, size_t i)
{
	uint32_t say = frame_say(f, i);

	if (stretch_at(f, i) || f->us->items[i].kind == UNIT_BREAK || unit_type(f->us, i, TYPE_DATE))
		return true;
	if (f->us->items[i].kind == UNIT_PUNCT)
		return !(unit_is(f->us, i, '&') || unit_is(f->us, i, '/') || unit_is(f->us, i, '-')
		    || unit_is(f->us, i, '.') || unit_is(f->us, i, '\'') || unit_is(f->us, i, 0x2019));
	if (say & (SAY_CLAUSE | SAY_AUX | SAY_PRON))
		return true;
	if (unit_capital(f->us, i) || (say & (SAY_BOTH | SAY_SOFT)))
		return false;
	if (say & (SAY_VERB | SAY_BESIDE))
		return true;
	return unit_word_kind(f->us, i) && !unit_word(f->us, i) && str_ends(unit_str(f->us, i), STR("ing"));
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
		} else if (bounds(f, k)) {
			return i;
		}
		i = k;
		if (f->us->items[i].flags & TOKEN_SENTENCE)
			break;
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
	while (b + 1 < e && (frame_say(f, b) & SAY_ADV) && !unit_says(f->us, b, "both") && !unit_says(f->us, b, "all"))
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

/* The head of the phrase [b, e): a mention at the end of its first part, or the words themselves. */
static bool
phrase_speaker(struct frame *f, size_t b, size_t e, struct speaker *s)
{
	size_t part;

	b = skip_adverbs(f, b, e);
	while (b < e && preposition(f, b)) { /* "In Beijing the ministry": what follows the preposition's own noun */
		size_t k = b + 1;

		while (k < e && !(unit_word(f->us, k) & WORD_DET && k > b + 1)
		    && !(unit_mention(f->us, k - 1) && k > b + 1))
			k++;
		b = k;
	}
	while (e > b && (frame_say(f, e - 1) & SAY_ADV))
		e--;
	if (b >= e)
		return false;
	part = first_preposition(f, b, e);
	if (part == b)
		return false;
	for (size_t i = b; i < part; i++)
		if (unit_type(f->us, i, TYPE_PERSON) && !possessor(f, i)) {
			*s = at_mention(f, i);
			return true;
		}
	struct title t;
	size_t last = part - 1;

	for (size_t i = part + 1; i < e; i++)
		if (unit_type(f->us, i, TYPE_PERSON) && (i + 1 == e || preposition(f, i + 1))
		    && ((title_before(f->us, i, &t) && (t.first < part || ranked(f, b, part, i))) || apposed(f, part, i))) {
			*s = at_mention(f, i); /* "the head of the Security Office X" */
			return true;
		}
	if (unit_is(f->us, last, ')'))
		while (last > b && !unit_is(f->us, last, '('))
			last--;
	if (unit_is(f->us, last, '(') && last > b)
		last--;
	if (actor(f, last)) {
		*s = at_mention(f, last);
		return true;
	}
	if (unit_is(f->us, e - 1, '.'))
		e--;
	if ((e == b + 1 && (unit_word(f->us, b) & (WORD_DET | WORD_PRON))) || preposition(f, e - 1))
		return false;
	*s = (struct speaker){ .first = b, .end = e, .mention = NONE, .verb = NONE };
	return e > b && (unit_word_kind(f->us, b) || unit_mention(f->us, b));
}

static bool
pronoun(struct frame *f, size_t i, struct speaker *s)
{
	if (!(frame_say(f, i) & SAY_PRON))
		return false;
	*s = (struct speaker){ .first = i, .end = i + 1, .mention = NONE, .verb = NONE };
	return true;
}

/* "Kim later that day said" */
static bool
time_of_day(const struct frame *f, size_t i)
{
	static const char *const nouns[] = { "day", "morning", "afternoon", "evening", "night", "week", "month", "year",
		"time", "hour", "days", "hours", "weeks", "months", "years", "moment", "weekend", "while", "late",
		"early" };

	for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
		if (unit_says(f->us, i, nouns[k]))
			return true;
	return false;
}

bool
phrase_before(struct frame *f, size_t end, size_t low, struct speaker *s)
{
	if (end == NONE || end < low)
		return false;
	if (pronoun(f, end, s) && !unit_says(f->us, end, "who"))
		return true;
	if (stretch_at(f, end) || bounds(f, end)) {
		if (!unit_is(f->us, end, ')'))
			return false;
	}
	return !time_of_day(f, end) && phrase_speaker(f, phrase_start(f, end + 1, low), end + 1, s);
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
		if (bounds(f, e))
			break;
		if (e > i && (frame_say(f, e) & SAY_SOFT) && !unit_capital(f->us, e) && str_ends(unit_str(f->us, e), STR("ed"))
		    && (frame_say(f, e + 1) & SAY_PREP))
			break; /* "a spokesman quoted in the daily" */
		if (unit_is(f->us, e, '.')
		    && (e + 1 >= f->us->n || (f->us->items[e + 1].flags & (TOKEN_SENTENCE | TOKEN_SPACE))
			|| f->us->items[e + 1].kind == UNIT_BREAK))
			break;
		if (e > i && preposition(f, e)
		    && (unit_type(f->us, e + 1, TYPE_DATE) || unit_word(f->us, e + 1) & (WORD_PRON)
			|| unit_says(f->us, e + 1, "a") || unit_says(f->us, e + 1, "an"))
		    && !unit_says(f->us, e, "of") && !unit_says(f->us, e, "at") && !unit_says(f->us, e, "from"))
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

	if (!unit_word_kind(f->us, i) || unit_capital(f->us, i) || !str_ends(s, STR("ly")) || s.n < 6
	    || unit_word(f->us, i))
		return false;
	return !(str_eq(s, STR("weekly")) || str_eq(s, STR("family")) || str_eq(s, STR("monthly"))
	    || str_eq(s, STR("assembly")));
}

bool
adverb(struct frame *f, size_t i)
{
	return (unit_word_kind(f->us, i) && (frame_say(f, i) & SAY_ADV)) || adverb_by_form(f, i);
}

/* Between a subject and its verb: adverbs, auxiliaries, dates ("Kim on Tuesday reportedly said"). */
static size_t
over_between(struct frame *f, size_t i, size_t low)
{
	for (int n = 0; n < 8 && i != NONE && i > low; n++) {
		size_t k = frame_left(f, i);

		if (unit_type(f->us, i, TYPE_DATE))
			i = k != NONE && preposition(f, k) ? frame_left(f, k) : k;
		else if (unit_word_kind(f->us, i) && (frame_say(f, i) & (SAY_ADV | SAY_AUX)))
			i = k;
		else if (i > low + 3 && unit_says(f->us, i, "t") && (unit_is(f->us, i - 1, '\'') || unit_is(f->us, i - 1, 0x2019)))
			i -= 3; /* won't */
		else if (adverb_by_form(f, i))
			i = k;
		else
			break;
	}
	return i;
}

/* "The email goes on to say": the phrase that opens the clause, if a word that can only follow a subject ends it. */
static bool
first_phrase(struct frame *f, size_t low, size_t v, struct speaker *s)
{
	size_t i = low;

	while (i < v && !stretch_at(f, i) && !bounds(f, i))
		i++;
	return i > low && i < v
	    && ((frame_say(f, i) & (SAY_VERB | SAY_BESIDE | SAY_AUX))
		|| (unit_word_kind(f->us, i) && !frame_say(f, i) && first_preposition(f, low, i) == i)) /* "an official working at" */
	    && phrase_at(f, low, i, s);
}

/* "When A did, B said": the clause behind the comma, if a conjunction opens the sentence. */
static size_t
over_subordinate(struct frame *f, size_t low, size_t v)
{
	size_t i = low;

	if (!(frame_say(f, low) & SAY_CLAUSE) || unit_says(f->us, low, "and") || unit_says(f->us, low, "but")
	    || unit_says(f->us, low, "that") || unit_says(f->us, low, "what"))
		return low;
	for (int n = 0; n < SENTENCE && i != NONE && i < v; n++, i = frame_right(f, i))
		if (unit_is(f->us, i, ',') && i + 1 < v
		    && (unit_mention(f->us, i + 1) || unit_capital(f->us, i + 1)
			|| (unit_word(f->us, i + 1) & (WORD_DET | WORD_PRON)) || (frame_say(f, i + 1) & SAY_PRON)))
			return i + 1;
	return low;
}

bool
clause_subject(struct frame *f, size_t low, size_t v, struct speaker *s)
{
	size_t thing = NONE;
	int n = 0;

	low = over_subordinate(f, low, v);

	if ((unit_word(f->us, low) & WORD_DET) && first_phrase(f, low, v, s))
		return true;
	for (size_t i = low; i != NONE && i < v && n < SENTENCE; i = frame_right(f, i), n++) {
		if (stretch_at(f, i))
			continue;
		if (pronoun(f, i, s) && (pronoun_person(f, i) || (pronoun_thing(f, i) && thing == NONE)))
			return true;
		if (possessor(f, i) || (unit_mention(f->us, i) && after_preposition(f, i)))
			continue;
		if (unit_type(f->us, i, TYPE_PERSON)) {
			*s = at_mention(f, i);
			return true;
		}
		if (thing == NONE && actor(f, i) && !unit_capital(f->us, i + 1)
		    && !(unit_word(f->us, i + 1) & (WORD_HEAD | WORD_MOD))) {
			thing = i;
			if (frame_say(f, i + 1) & (SAY_VERB | SAY_AUX))
				break;
		}
		if (thing == NONE && (frame_say(f, i) & (SAY_AUX | SAY_SAY))
		    && !(frame_say(f, i) & (SAY_BOTH | SAY_SOFT)) && i > low
		    && phrase_before(f, over_between(f, i - 1, low), low, s))
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
	if (from == NONE || from <= low || !unit_is(f->us, from, ','))
		return false;
	from++;
	if (!(unit_mention(f->us, from) || (unit_word(f->us, from) & WORD_DET) || (frame_say(f, from) & SAY_PRON)))
		return false;
	for (v = from + 1; v < comma; v++) {
		uint32_t say = frame_say(f, v);

		if (say & (SAY_PREP | SAY_CLAUSE | SAY_ING))
			return false;
		if ((say & (SAY_VERB | SAY_AUX)) && !(say & (SAY_BOTH | SAY_SOFT)))
			break;
		if (unit_word_kind(f->us, v) && !unit_capital(f->us, v) && str_ends(unit_str(f->us, v), STR("ed"))
		    && !(unit_word(f->us, v - 1) & (WORD_DET | WORD_PRON)))
			break;
	}
	return v < comma && phrase_before(f, over_between(f, v - 1, from), from, s);
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

/* Is what stands between two commas a name, with titles before it at most? */
static bool
insertion_names(struct frame *f, size_t i, size_t end)
{
	if (!unit_type(f->us, end - 1, TYPE_PERSON))
		return false;
	while (i + 1 < end && (unit_word(f->us, i) & (WORD_HEAD | WORD_MOD | WORD_HON) || unit_place(f->us, i)))
		i++;
	return i + 1 == end;
}

/* "NAME, apposition, said": the name before the comma that opens the insertion which ends at the comma `at`. */
static bool
before_insertion(struct frame *f, size_t at, size_t low, struct speaker *s)
{
	size_t nearest = NONE;
	int n = 0;

	for (size_t i = frame_left(f, at); i != NONE && i > low && n < 80; i = frame_left(f, i), n++) {
		if (!unit_is(f->us, i, ',') || stretch_at(f, i))
			continue;
		if (nearest == NONE) {
			nearest = i;
			size_t name = before_parenthesis(f, at);

			if (insertion_names(f, i + 1, name + 1)) { /* "His deputy, NAME, said" */
				*s = at_mention(f, name);
				return true;
			}
		}
		if (unit_type(f->us, before_parenthesis(f, i), TYPE_PERSON)) {
			*s = at_mention(f, before_parenthesis(f, i));
			return true;
		}
	}
	return nearest != NONE && phrase_before(f, nearest - 1, low, s);
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
	if ((frame_say(f, v) & SAY_ING) || unit_says(f->us, i, "and") || unit_says(f->us, i, "but")
	    || unit_says(f->us, i, "or") || unit_says(f->us, i, "to"))
		return clause_subject(f, low, v, s);
	if (unit_is(f->us, i, ',')) {
		size_t k = over_between(f, frame_left(f, i), low);

		if (k != NONE && unit_is(f->us, k, ','))
			i = k;
		if (before_insertion(f, i, low, s))
			return true;
		if (i > low && phrase_before(f, i - 1, low, s) && s->mention != NONE)
			return true;
		return clause_subject(f, low, i, s) || (i > low && phrase_before(f, i - 1, low, s));
	}
	if (unit_says(f->us, i, "who") || unit_says(f->us, i, "which") || unit_says(f->us, i, "that")) {
		size_t k = frame_left(f, i);

		if (k != NONE && k > low && unit_is(f->us, k, ',')) {
			if (!unit_mention(f->us, k - 1) && before_insertion(f, k, low, s) && s->mention != NONE)
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
	if (!phrase_before(f, i, low, s))
		return clause_subject(f, low, i, s);
	if (s->mention != NONE || s->first <= low + 1)
		return true;
	size_t before = s->first - 1; /* "an official who deals with it said", "NAME, ministry spokesman said" */

	if (unit_says(f->us, before, "who") && !unit_is(f->us, before - 1, ','))
		return phrase_before(f, before - 1, low, s);
	if (unit_is(f->us, before, ',') && unit_type(f->us, before - 1, TYPE_PERSON)
	    && (unit_word(f->us, s->end - 1) & WORD_HEAD) && !(unit_word(f->us, s->first) & WORD_DET))
		*s = at_mention(f, before - 1);
	return true;
}
