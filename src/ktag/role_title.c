#include "role_title.h"

#define LONGEST 10 /* units of a title before its preposition */
#define DESCRIPTION 5 /* units between an article and the organisation */

size_t
over_parenthesis(const struct units *us, size_t i)
{
	if (!unit_is(us, i, '('))
		return i;
	for (size_t k = i + 1; k < us->n && k < i + LONGEST; k++) {
		if (unit_is(us, k, ')'))
			return k + 1;
		if (us->items[k].kind == UNIT_BREAK)
			return i;
	}
	return i;
}

uint32_t
title_org(const struct units *us, const struct title *t)
{
	for (size_t i = t->org_first; i < t->org_end; i++)
		if (unit_type(us, i, TYPE_ORG) || unit_type(us, i, TYPE_FAC))
			return us->items[i].what;
	return NONE;
}

static bool
determiner(struct units *us, size_t i)
{
	return unit_word(us, i) & (WORD_DET | WORD_PRON);
}

/* A word that may stand inside a title or a subject: nothing that opens a clause. */
static bool
inner(struct units *us, size_t i)
{
	return unit_word_kind(us, i) && !(unit_word(us, i) & (WORD_STOP | WORD_BE | WORD_DET | WORD_PRON));
}

/* "Treasury" in "Treasury Secretary", "Army" in "Army chief": marked as an organisation, yet part of the title. */
static bool
part_of_title(struct units *us, size_t i)
{
	struct str s;

	if (!unit_type(us, i, TYPE_ORG))
		return false;
	s = unit_str(us, i);
	while (s.p) {
		uint32_t w = role_word(us->words, str_cut(&s, ' '));

		if (!(w & WORD_MOD) || (!s.p && (w & WORD_BODY)))
			return false;
	}
	return true;
}

/* A lower-case word that looks like a verb form or an adverb: not the first word of an unknown title. */
static bool
verb_like(const struct units *us, size_t i)
{
	struct str s = unit_str(us, i);

	return str_ends(s, STR("ing")) || str_ends(s, STR("ed")) || str_ends(s, STR("ly"));
}

static void
set_org(struct title *t, size_t first, size_t end)
{
	if (t->org_end > t->org_first)
		return;
	t->org_first = first;
	t->org_end = end;
}

/* Over what may describe an organisation: "the ruling", "the South Korean", "Seoul-based think tank The". Returns i if no
 * organisation follows. */
static size_t
over_description(struct units *us, size_t i)
{
	size_t k = i;

	for (; k < i + DESCRIPTION; k++) {
		if (unit_type(us, k, TYPE_ORG))
			return k;
		if (unit_place(us, k)) {
			if (us->items[k + 1 < us->n ? k + 1 : k].kind == UNIT_POSS)
				return i;
			continue;
		}
		if (k > i && determiner(us, k))
			continue;
		if (!inner(us, k) || unit_capital(us, k)
		    || (verb_like(us, k) && !unit_says(us, k, "ruling") && !unit_says(us, k, "leading")
			&& !str_ends(unit_str(us, k), STR("-based"))))
			return i;
	}
	return i;
}

/* An organisation at i, with the article before it and the parent after it ("X of the Y Navy"). Returns the unit after it. */
static size_t
org_at(struct units *us, size_t i, struct title *t)
{
	size_t first = over_description(us, determiner(us, i) ? i + 1 : i), e = first;

	if (unit_mention(us, e) && e + 1 < us->n && us->items[e + 1].kind == UNIT_POSS
	    && unit_type(us, e + 2, TYPE_ORG)) {
		if (unit_place(us, e)) /* a state is no organisation */
			first = e + 2;
		e += 2;
	}
	if (!unit_type(us, e, TYPE_ORG) && !(unit_type(us, e, TYPE_FAC) && i > 0 && unit_says(us, i - 1, "at")))
		return i; /* a seat of government is a place behind "at" */
	e = over_parenthesis(us, e + 1);
	set_org(t, first, e);
	if (unit_says(us, e, "of")) {
		size_t of = unit_word(us, e + 1) & WORD_DET ? e + 2 : e + 1;

		if (unit_type(us, of, TYPE_ORG) || unit_place(us, of) || unit_type(us, of, TYPE_FAC)) {
			e = over_parenthesis(us, of + 1);
			if (t->org_first == first && !unit_type(us, of, TYPE_FAC))
				t->org_end = of + 1;
		}
	}
	return e;
}

size_t
title_org_at(struct units *us, size_t i, struct title *t)
{
	return org_at(us, i, t);
}

static bool
at_preposition(const struct units *us, size_t i)
{
	return unit_says(us, i, "at") || unit_says(us, i, "in") || unit_says(us, i, "with") || unit_says(us, i, "from");
}

/* "then-Minister" begins with a capital as well. */
static bool
capital_title(const struct units *us, size_t i)
{
	struct str s = unit_str(us, i);

	if (unit_capital(us, i))
		return true;
	for (size_t k = 1; k + 1 < s.n; k++)
		if (s.p[k] == '-')
			return s.p[k + 1] >= 'A' && s.p[k + 1] <= 'Z';
	return false;
}

/* "Under Secretary": a preposition elsewhere. */
static bool
under_secretary(struct units *us, size_t i)
{
	return unit_says(us, i, "under") && unit_says(us, i + 1, "secretary");
}

/* The words of a subject or a unit from i ("North Korean Studies", "research", "Trade, Industry and Energy"). */
static size_t
subject_end(struct units *us, size_t i, size_t limit)
{
	bool capital = unit_capital(us, i);
	size_t k = i;

	for (; k < limit && k < i + LONGEST; k++) {
		bool joint = (unit_says(us, k, "and") || unit_is(us, k, ',') || unit_is(us, k, '&')) && k > i;

		if (joint && (capital || unit_mention(us, i))
		    && (unit_capital(us, k + 1) || unit_place(us, k + 1) || unit_type(us, k + 1, TYPE_LOC))
		    && k + 1 < limit && !(unit_word(us, k + 1) & (WORD_HEAD | WORD_DET))
		    && (!unit_is(us, k, ',') || unit_says(us, k + 2, "and") || unit_is(us, k + 2, ',')))
			continue;
		if (unit_says(us, k, "and") && k > i && !capital && inner(us, k + 1)
		    && !(unit_word(us, k + 1) & WORD_HEAD) && !verb_like(us, k + 1))
			continue;
		if (unit_type(us, k, TYPE_PERSON) || (unit_type(us, k, TYPE_ORG) && k > i && !part_of_title(us, k)))
			break;
		if (unit_mention(us, k) && !unit_type(us, k, TYPE_DATE))
			continue;
		if (unit_is(us, k, '-') && k > i && k + 1 < limit && !((us->items[k].flags | us->items[k + 1].flags) & TOKEN_SPACE))
			continue; /* inter-Korean */
		if (!inner(us, k) || (k > i && !unit_capital(us, k) && verb_like(us, k)))
			break;
		if (capital && !unit_capital(us, k) && k > i && !unit_mention(us, k - 1)
		    && !(unit_word(us, k) & WORD_MOD))
			break;
	}
	while (k > i && (unit_says(us, k - 1, "and") || unit_is(us, k - 1, ',')))
		k--;
	return k;
}

/* The end of a unit's name: "International Affairs Bureau", "Center for Military Strategy". */
static size_t
unit_end(struct units *us, size_t i, size_t limit)
{
	size_t e = unit_type(us, i, TYPE_ORG) ? i + 1 : subject_end(us, i, limit);

	for (int n = 0; n < 2 && e > i; n++) {
		size_t k = unit_word(us, e + 1) & WORD_DET ? e + 2 : e + 1, more;

		if (!(unit_says(us, e, "for") || unit_says(us, e, "of") || unit_says(us, e, "on"))
		    || unit_type(us, k, TYPE_PERSON))
			break;
		more = unit_type(us, k, TYPE_ORG) ? k + 1 : subject_end(us, k, limit);
		if (more == k)
			break;
		e = more;
	}
	return e;
}

/* A name that ends in "Office", "Bureau" and the like is a part of something. */
static bool
named_unit(const struct units *us, size_t e)
{
	static const char *const nouns[] = { "Office", "Bureau", "Department", "Division", "Team", "Section",
		"Directorate", "Desk", "Center", "Centre", "Branch" };
	struct str s = unit_str(us, e - 1);

	for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
		if (str_ends(s, str_z(nouns[i])))
			return true;
	return false;
}

/* "TITLE of UNIT at ORGANISATION", "TITLE of UNIT, ORGANISATION": the unit stays in the title. Returns where to go on, or `of`. */
static size_t
complement_unit(struct units *us, size_t of, size_t i, struct title *t)
{
	struct title parent = { 0 };
	size_t e = unit_end(us, i, t->limit), at = over_parenthesis(us, e), up;

	if (e == i || !(unit_says(us, at, "at") || (unit_is(us, at, ',') && named_unit(us, e))))
		return of;
	up = org_at(us, at + 1, &parent);
	if (up == at + 1)
		return of;
	t->end = e;
	t->org_first = parent.org_first;
	t->org_end = parent.org_end;
	return up;
}

/* "of ..." after a head: an organisation ends the title, a subject belongs to it. */
static size_t
complement_of(struct units *us, size_t of, struct title *t)
{
	bool det = determiner(us, of + 1);
	size_t i = of + 1 + det, e;

	if (unit_mention(us, i) && i + 1 < us->n && us->items[i + 1].kind == UNIT_POSS) {
		size_t org = org_at(us, of + 1, t);

		return org > of + 1 ? org : i + 2;
	}
	e = complement_unit(us, of, i, t);
	if (e > of)
		return e;
	if (!part_of_title(us, i)) {
		e = org_at(us, i, t);
		if (e > i)
			return e;
	}
	e = subject_end(us, i, t->limit);
	if (e == i)
		return of;
	if (det || (unit_place(us, i) && (e == i + 1 || (e == i + 3 && unit_place(us, i + 2)))) || (unit_type(us, i, TYPE_LOC) && e == i + 1)) {
		if (det && unit_capital(us, i))
			set_org(t, i, e);
		return over_parenthesis(us, e);
	}
	if ((unit_word(us, t->head) & WORD_SUBJECT) || !(unit_capital(us, i) || unit_mention(us, i)))
		t->end = e;
	else
		set_org(t, i, e);
	return e;
}

/* "for ..." and, after the heads that take it, "to ..." and "on ...". */
static size_t
complement_for(struct units *us, size_t at, struct title *t)
{
	bool is_for = unit_says(us, at, "for"), det = determiner(us, at + 1);
	size_t i = at + 1 + det, e;

	if (is_for && (e = org_at(us, at + 1, t)) > at + 1)
		return e;
	if (unit_type(us, i, TYPE_WEAPON))
		return at;
	if (!is_for && unit_type(us, i, TYPE_ORG)) {
		e = i + 1;
		while (inner(us, e) && (unit_word(us, e) & (WORD_HEAD | WORD_MOD)))
			e++;
		if (e == i + 1)
			return org_at(us, at + 1, t);
	} else {
		e = subject_end(us, i, t->limit);
	}
	if (e == i || (det && !unit_mention(us, i) && !unit_capital(us, i) && is_for))
		return at;
	if (unit_says(us, at, "on") && unit_says(us, e, "in") && unit_place(us, determiner(us, e + 1) ? e + 2 : e + 1))
		e = determiner(us, e + 1) ? e + 3 : e + 2; /* "rapporteur on human rights in North Korea" */
	t->end = e;
	return e;
}

/* Everything that may follow the head: sets the end of the title, its organisation and where to go on. */
static void
complements(struct units *us, struct title *t)
{
	size_t e = t->end;

	for (int i = 0; i < 4; i++) {
		size_t next = e;

		if (unit_says(us, e, "of"))
			next = complement_of(us, e, t);
		else if (e == t->end
		    && (unit_says(us, e, "for") || ((unit_word(us, t->head) & WORD_TO) && unit_says(us, e, "to"))
			|| (unit_says(us, e, "on") && ((unit_word(us, t->head) & WORD_TO) || !determiner(us, e + 1)))))
			next = complement_for(us, e, t);
		else if (at_preposition(us, e) || unit_says(us, e, "for"))
			next = org_at(us, e + 1, t) > e + 1 ? org_at(us, e + 1, t) : e;
		if (next == e)
			break;
		e = next;
	}
	t->next = over_parenthesis(us, e);
}

/* What a country or an organisation may part from the title: "former U.S. President", "acting Pentagon spokesperson". */
static bool
former(const struct units *us, size_t i)
{
	static const char *const words[] = { "former", "then", "ex", "acting", "outgoing", "incoming", "retired" };

	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (unit_says(us, i, words[k]))
			return true;
	return false;
}

/* "South Korean president's" from unit i: the unit after it, or i. */
static size_t
possessor_end(struct units *us, size_t i)
{
	size_t k = i;

	while (k < i + 3 && (inner(us, k) || unit_place(us, k)))
		k++;
	for (; k > i; k--)
		if (k < us->n && us->items[k].kind == UNIT_POSS && unit_word_kind(us, k - 1))
			return k + 1;
	return i;
}

/* Over articles, "now" and possessors before a title; notes the organisation that possesses it. */
static size_t
opening(struct units *us, size_t i, struct title *t)
{
	while (unit_says(us, i, "now") || unit_says(us, i, "then") || unit_says(us, i, "currently") || unit_says(us, i, "also")
	    || unit_says(us, i, "as"))
		i++;
	for (int n = 0; n < 3; n++) {
		if (unit_word(us, i) & (WORD_DET | WORD_PRON)) {
			t->determined = true;
			i++;
		} else if (unit_mention(us, i) && i + 1 < us->n && us->items[i + 1].kind == UNIT_POSS) {
			if (unit_type(us, i, TYPE_ORG))
				set_org(t, i, i + 1);
			t->determined = true;
			i += 2;
		} else if (t->determined && possessor_end(us, i) > i) {
			i = possessor_end(us, i); /* "the yard's chief executive" */
		} else if (unit_word(us, i) & WORD_SKIP) {
			i++;
		} else {
			break;
		}
	}
	if (former(us, i) && unit_type(us, i + 1, TYPE_ORG) && !part_of_title(us, i + 1))
		t->former = ++i;
	if (unit_type(us, i, TYPE_ORG) && !part_of_title(us, i)) {
		size_t e = over_parenthesis(us, i + 1);

		set_org(t, i, i + 1);
		if (e < us->n && us->items[e].kind == UNIT_POSS)
			e++;
		i = e;
	}
	return i;
}

/* A chain of words from i whose last is a head; false without one. */
static bool
nouns(struct units *us, size_t i, struct title *t)
{
	size_t k = i, head = 0;
	bool found = false;

	for (; k < us->n && k < i + LONGEST; k++) {
		uint32_t w = unit_word(us, k);

		if (unit_place(us, k) || unit_type(us, k, TYPE_LOC) || part_of_title(us, k)) {
			if (found)
				break;
			continue;
		}
		if ((unit_says(us, k, "and") || unit_is(us, k, ',') || unit_is(us, k, '&')) && k > i && !found
		    && (unit_word(us, k + 1) & (WORD_MOD | WORD_HEAD)) && (unit_word(us, k - 1) & WORD_MOD))
			continue;
		if (under_secretary(us, k))
			continue;
		if (!inner(us, k))
			break;
		if (w & (WORD_HEAD | WORD_POST)) {
			if (!found || (w & (WORD_POST | WORD_HEAD))) {
				if (found || (w & WORD_HEAD))
					head = k, found = true;
			}
			continue;
		}
		if (w & (WORD_MOD | WORD_SKIP)) {
			continue;
		}
		if (unit_capital(us, k) && !found)
			continue;
		if (found || !t->determined || verb_like(us, k))
			break;
	}
	if (!found)
		return false;
	t->first = i;
	t->head = head;
	t->end = head + 1;
	return true;
}

static void
drop_praise(struct units *us, struct title *t)
{
	while (t->first < t->head
	    && ((unit_word(us, t->first) & WORD_SKIP)
		|| (unit_word_kind(us, t->first) && !unit_capital(us, t->first) && !unit_word(us, t->first)
		    && unit_place(us, t->first + 1))))
		t->first++;
}

static bool
entry_ends(const struct units *us, size_t i)
{
	return i >= us->n || us->items[i].kind == UNIT_BREAK || unit_is(us, i, ';');
}

void
title_listed(struct units *us, struct title *t)
{
	size_t i = t->next, e;

	for (int n = 0; n < 2 && t->org_end == t->org_first && unit_is(us, i, ','); n++) {
		struct title parent = { .limit = us->n };

		e = org_at(us, i + 1, &parent);
		if (e > i + 1 && (entry_ends(us, e) || (unit_is(us, e, ',') && unit_place(us, e + 1) && entry_ends(us, e + 2)))) {
			t->org_first = parent.org_first;
			t->org_end = parent.org_end;
			t->next = e;
			return;
		}
		for (e = i + 1; e < i + 1 + LONGEST && (unit_capital(us, e) || unit_mention(us, e) || unit_says(us, e, "of")
						 || unit_says(us, e, "for") || unit_says(us, e, "on") || unit_says(us, e, "and"));)
			e++;
		i = e;
	}
}

bool
title_after(struct units *us, size_t i, struct title *t)
{
	*t = (struct title){ .limit = us->n };
	i = opening(us, i, t);
	if (!nouns(us, i, t))
		return false;
	drop_praise(us, t);
	if (t->first > 0 && unit_says(us, t->first - 1, "then")) /* "X, then defense minister" */
		t->first--;
	t->plural = unit_word(us, t->head) & WORD_PLURAL;
	complements(us, t);
	return true;
}

/* "Director General", "Professor Emeritus"; but "Defense Minister General X" has two titles. */
static bool
post_noun(struct units *us, size_t i)
{
	uint32_t before = i > 0 ? unit_word(us, i - 1) : 0;

	return (unit_word(us, i) & WORD_POST) && (before & WORD_HEAD) && !(before & WORD_RANK)
	    && !unit_says(us, i - 1, "minister") && !unit_says(us, i - 1, "commander")
	    && !unit_says(us, i - 1, "chairman") && !unit_says(us, i - 1, "chief");
}

/* The head of "Secretary of State", "Minister of Public Security", "Senior Official for the DPRK" that end at i. */
static size_t
head_of_complement(struct units *us, size_t i)
{
	for (size_t k = i, n = 0; k > 0 && n < LONGEST; k--, n++) {
		if ((unit_says(us, k, "of") || unit_says(us, k, "for") || unit_says(us, k, "to"))
		    && (unit_word(us, k - 1) & WORD_HEAD) && capital_title(us, k - 1))
			return k - 1;
		if (unit_mention(us, k)
			? unit_type(us, k, TYPE_PERSON) || unit_type(us, k, TYPE_DATE)
			: !(unit_capital(us, k) || (k < i && unit_is(us, k, ',')) || unit_says(us, k, "of")
			    || unit_says(us, k, "and") || unit_says(us, k, "the") || unit_says(us, k, "for")))
			return i + 1;
	}
	return i + 1;
}

static bool
takes_left(struct units *us, size_t k, const struct title *t)
{
	uint32_t w = unit_word(us, k);
	bool rank = unit_word(us, t->head) & WORD_RANK;

	if (unit_place(us, k) || part_of_title(us, k))
		return true;
	if (under_secretary(us, k))
		return true;
	if (!inner(us, k))
		return false;
	if (w & WORD_SKIP)
		return false;
	if (rank) /* "Commander Gen.", "Chief of Staff Gen.": two titles; "Rear Adm.", "Lt. Gen.": one */
		return (w & WORD_RMOD) && !(k > 0 && unit_says(us, k - 1, "of"))
		    && !(unit_says(us, k, "chief") && k + 1 == t->head);
	if ((w & WORD_RANK) && !(w & WORD_MOD))
		return false;
	if (w & (WORD_MOD | WORD_HEAD))
		return true;
	/* "Aerospace engineer NAME" opens a sentence */
	if (unit_capital(us, k) && (us->items[k].flags & TOKEN_SENTENCE) && k + 1 == t->head && !unit_capital(us, t->head)
	    && !verb_like(us, k))
		return true;
	/* an unknown word beside the head at most: headlines write verbs with a capital too */
	return unit_capital(us, k) && unit_capital(us, t->head) && !(us->items[k].flags & TOKEN_SENTENCE)
	    && t->first + 1 >= t->head && !verb_like(us, k);
}

/* Takes the words before the head into the title, then a leading organisation or country. */
static void
leftwards(struct units *us, struct title *t)
{
	while (t->first > 0 && t->head - t->first < LONGEST) {
		size_t k = t->first - 1;

		if ((unit_says(us, k, "and") || unit_is(us, k, '&')) && k > 0 && !(unit_word(us, t->head) & WORD_RANK)
		    && (unit_word(us, k - 1) & WORD_MOD) && !(unit_word(us, k - 1) & WORD_HEAD)
		    && unit_capital(us, k - 1)) {
			t->first = k - 1;
			continue;
		}
		if (!takes_left(us, k, t))
			break;
		t->first = k;
		if (unit_place(us, k))
			break;
	}
	if (t->first > 0 && unit_place(us, t->first)) {
		if (former(us, t->first - 1))
			t->first--;
		else if (t->first > 1 && unit_is(us, t->first - 1, '-') && former(us, t->first - 2))
			t->first -= 2;
	}
	if (t->first > 0 && unit_type(us, t->first - 1, TYPE_ORG)) {
		set_org(t, t->first - 1, t->first);
		if (t->first > 1 && former(us, t->first - 2))
			t->former = t->first - 1;
	} else if (t->first > 1 && us->items[t->first - 1].kind == UNIT_POSS && unit_type(us, t->first - 2, TYPE_ORG))
		set_org(t, t->first - 2, t->first - 1);
	else if (t->first > 3 && unit_is(us, t->first - 1, ')') && unit_is(us, t->first - 3, '(')
	    && unit_type(us, t->first - 4, TYPE_ORG))
		set_org(t, t->first - 4, t->first - 3);
	if (t->first > 0 && determiner(us, t->first - 1))
		t->determined = true;
}

bool
title_before(struct units *us, size_t i, struct title *t)
{
	*t = (struct title){ .limit = i };
	if (i == 0)
		return false;
	t->head = i - 1;
	if (post_noun(us, i - 1))
		t->head = i - 2;
	else if (!(unit_word(us, i - 1) & WORD_HEAD))
		t->head = head_of_complement(us, i - 1);
	if (t->head >= i)
		return false;
	t->first = t->head;
	t->end = t->head + 1 + post_noun(us, t->head + 1);
	t->plural = unit_word(us, t->head) & WORD_PLURAL;
	if (t->end < i) {
		complements(us, t);
		if (t->next != i)
			return false;
	}
	t->next = i;
	leftwards(us, t);
	return true;
}
