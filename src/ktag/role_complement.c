/* What follows the noun of a title: "of SUBJECT", "at ORGANISATION", "for X". */
#include "ktag_lists.h"
#include "role_title.h"
#include "split_words.h"

enum { DESCRIPTION = 5 }; /* units between an article and the organisation */

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
		struct str word = unit_str(us, k); /* "Seoul-based", "state-owned" */
		if (!inner(us, k) || unit_capital(us, k)
		    || (verb_like(us, k) && !unit_among(us, k, "ruling leading") && !memchr(word.p, '-', word.n)))
			return i;
	}
	return i;
}

/* "Unification Ministry's inter-Korean exchange bureau": the end of a unit in small letters that begins at i, i if it is none. */
static size_t
lower_unit_end(struct units *us, size_t i)
{
	for (size_t k = i; k < i + 8 && k < us->n; k++) {
		if (unit_among(us, k, "bureau directorate division department office section desk") && k > i)
			return k + 1;
		if (!unit_type(us, k, TYPE_NORP) && !unit_is(us, k, '-') && (!unit_word_kind(us, k) || unit_capital(us, k))
		    && !unit_says(us, k, "and"))
			break;
	}
	return i;
}

size_t
title_org_at(struct units *us, size_t i, struct title *t)
{
	size_t first = over_description(us, determiner(us, i) ? i + 1 : i), e = first;

	if (unit_mention(us, e) && e + 1 < us->n && us->items[e + 1].kind == UNIT_POSS && unit_type(us, e + 2, TYPE_ORG)) {
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
	if (e < us->n && us->items[e].kind == UNIT_POSS && t->org_first == first && lower_unit_end(us, e + 1) > e + 1)
		e = t->org_end = lower_unit_end(us, e + 1);
	return e;
}

static bool
at_preposition(const struct units *us, size_t i)
{
	return unit_among(us, i, "at in with from");
}

/* Does the sign or "and" at k join two parts of the subject from i: "Trade, Industry and Energy"? No lone comma does. */
static bool
joins_parts(struct units *us, size_t i, size_t k, size_t limit)
{
	if (!(unit_says(us, k, "and") || unit_is(us, k, ',') || unit_is(us, k, '&')) || !(unit_capital(us, i) || unit_mention(us, i)))
		return false;
	return k + 1 < limit && (unit_capital(us, k + 1) || unit_place(us, k + 1) || unit_type(us, k + 1, TYPE_LOC))
	    && !(unit_word(us, k + 1) & (WORD_HEAD | WORD_DET))
	    && (!unit_is(us, k, ',') || unit_says(us, k + 2, "and") || unit_is(us, k + 2, ','));
}

/* The words of a subject or a unit from i ("North Korean Studies", "research", "Trade, Industry and Energy"). */
static size_t
subject_end(struct units *us, size_t i, size_t limit)
{
	bool capital = unit_capital(us, i);
	size_t k = i;

	for (; k < limit && k < i + LONGEST; k++) {
		if (k > i && joins_parts(us, i, k, limit))
			continue;
		if (unit_says(us, k, "and") && unit_says(us, k + 1, "the") && k > i && unit_type(us, k - 1, TYPE_LOC)
		    && unit_type(us, k + 2, TYPE_LOC)) {
			k++; /* Asia and the Pacific */
			continue;
		}
		if (unit_says(us, k, "and") && k > i && !capital && inner(us, k + 1)
		    && !(unit_word(us, k + 1) & WORD_HEAD) && !verb_like(us, k + 1))
			continue;
		if (unit_type(us, k, TYPE_PERSON) || (unit_type(us, k, TYPE_ORG) && k > i && !part_of_title(us, k)))
			break;
		if (unit_mention(us, k) && !unit_type(us, k, TYPE_DATE))
			continue;
		if (under_secretary(us, k) || (k > i && us->items[k].kind == UNIT_NUMBER && unit_capital(us, k - 1)))
			continue; /* "nominee for under secretary", "Department 2" */
		if (unit_is(us, k, '-') && k > i && k + 1 < limit && !((us->items[k].flags | us->items[k + 1].flags) & TOKEN_SPACE))
			continue; /* inter-Korean */
		if (!inner(us, k) || (k > i && !unit_capital(us, k) && verb_like(us, k) && !(unit_word(us, k) & WORD_MOD)))
			break;
		if (capital && !unit_capital(us, k) && k > i && !unit_mention(us, k - 1) && !(unit_word(us, k) & WORD_MOD))
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

		if (!unit_among(us, e, "for of on") || unit_type(us, k, TYPE_PERSON))
			break;
		more = unit_type(us, k, TYPE_ORG) ? k + 1 : subject_end(us, k, limit);
		if (more == k)
			break;
		e = more;
	}
	return e;
}

/* A name that begins or ends with "Office", "Bureau" and the like is a part of something. */
static bool
named_unit(const struct units *us, size_t e)
{
	const struct words nouns =
	    WORDS("Office", "Bureau", "Department", "Division", "Team", "Section", "Directorate", "Desk", "Center", "Centre", "Branch");
	struct str s = unit_str(us, e - 1), rest = s;

	return words_end(s, nouns) || words_are(str_cut(&rest, ' '), nouns);
}

/* "TITLE of UNIT at ORGANISATION", "TITLE of UNIT, ORGANISATION": the unit stays in the title. Returns where to go on, or `of`. */
static size_t
complement_unit(struct units *us, size_t of, size_t i, struct title *t)
{
	struct title parent = { 0 };
	size_t e = unit_end(us, i, t->limit), at = over_parenthesis(us, e), up;

	if (e == i || !(unit_says(us, at, "at") || (unit_is(us, at, ',') && named_unit(us, e))))
		return of;
	up = title_org_at(us, at + 1, &parent);
	if (up == at + 1)
		return of;
	t->end = e;
	t->org_first = parent.org_first;
	t->org_end = parent.org_end;
	return up;
}

size_t
head_tail(const struct units *us, size_t i)
{
	if (unit_says(us, i, "in") && unit_says(us, i + 1, "charge"))
		return i + 2;
	if (unit_says(us, i, "d") && unit_says(us, i + 2, "affaires"))
		return i + 3;
	if ((unit_among(us, i, "first second third") || (i < us->n && us->items[i].kind == UNIT_NUMBER)) && unit_says(us, i + 1, "class"))
		return i + 2;
	return i;
}

/* "in charge of the Korean desk": the field belongs to the title. */
static size_t
charge_of(struct units *us, size_t of, struct title *t)
{
	size_t e;

	if (!unit_says(us, of, "of") || !unit_says(us, of - 1, "charge") || unit_type(us, of + 1 + determiner(us, of + 1), TYPE_ORG))
		return of; /* of the FBI: where, not what */
	e = subject_end(us, of + 1 + determiner(us, of + 1), t->limit);
	if (e > of + 1 + determiner(us, of + 1))
		t->end = e;
	return t->end;
}

/* "IRS Criminal Investigation": a body unknown to the tables, by the acronym that opens it. */
static bool
acronym_name(const struct units *us, size_t i, size_t end)
{
	return unit_word_kind(us, i) && (us->items[i].flags & TOKEN_UPPER) && end > i + 1 && unit_capital(us, i + 1)
	    && !unit_among(us, i, NO_BODY_LETTERS);
}

/* "of ..." after a head: an organisation ends the title, a subject belongs to it. */
static size_t
complement_of(struct units *us, size_t of, struct title *t)
{
	bool det = determiner(us, of + 1);
	size_t i = of + 1 + det, e;

	if (det && !unit_capital(us, i) && possessor_end(us, i) > i)
		i = possessor_end(us, i); /* "of the army's General Staff" */
	if (unit_mention(us, i) && i + 1 < us->n && us->items[i + 1].kind == UNIT_POSS) {
		size_t org = title_org_at(us, of + 1, t);

		return org > of + 1 ? org : i + 2;
	}
	e = complement_unit(us, of, i, t);
	if (e > of)
		return e;
	if (!part_of_title(us, i)) {
		e = title_org_at(us, i, t);
		if (e > i)
			return e;
	}
	e = subject_end(us, i, t->limit);
	if (e == i)
		return of;
	if (acronym_name(us, i, e)) {
		set_org(t, i, e);
		return over_parenthesis(us, e);
	}
	if (det && unit_says(us, i, "C.C.") && unit_is(us, e, ',') && unit_type(us, e + 1, TYPE_ORG)) {
		set_org(t, i, e + 2); /* "secretary of the C.C., WPK" */
		return over_parenthesis(us, e + 2);
	}
	if (det || (unit_place(us, i) && (e == i + 1 || (e == i + 3 && unit_place(us, i + 2))))
	    || (unit_type(us, i, TYPE_LOC) && e == i + 1)) {
		if (det && (unit_capital(us, i) || unit_type(us, i, TYPE_ORG)))
			set_org(t, i, e);
		return over_parenthesis(us, e);
	}
	if (of != t->end) /* "head of a group of families": the title has stopped */
		return e;
	if ((unit_word(us, t->head) & WORD_SUBJECT) || !(unit_capital(us, i) || unit_mention(us, i)))
		t->end = e;
	else
		set_org(t, i, e);
	return e;
}

/* "the Department 2 of the Foreign Ministry": what the organisation that ends at `of` belongs to. */
static size_t
parent_of(struct units *us, size_t of, struct title *t)
{
	size_t i = of + 1 + determiner(us, of + 1), e;

	if (unit_type(us, i, TYPE_ORG) || unit_place(us, i))
		e = i + 1;
	else
		e = unit_capital(us, i) ? subject_end(us, i, t->limit) : i;
	if (e == i || (e < us->n && us->items[e].kind == UNIT_POSS))
		return of;
	return t->org_end = e;
}

/* "lecturer in international relations", not "in Seoul" */
static size_t
complement_in(struct units *us, size_t in, struct title *t)
{
	size_t i = in + 1, e;

	if (determiner(us, i) || unit_type(us, i, TYPE_ORG))
		return in;
	e = subject_end(us, i, t->limit);
	if (e == i || (e == i + 1 && unit_mention(us, i)))
		return in;
	return t->end = e;
}

/* "for ..." and, after the heads that take it, "to ..." and "on ...". */
static size_t
complement_for(struct units *us, size_t at, struct title *t)
{
	bool is_for = unit_says(us, at, "for"), det = determiner(us, at + 1);
	size_t i = at + 1 + det, e;

	if (is_for && (e = title_org_at(us, at + 1, t)) > at + 1)
		return e;
	if (unit_type(us, i, TYPE_WEAPON))
		return at;
	if (unit_says(us, at, "to") && !det && !unit_mention(us, i) && !unit_capital(us, i) && !(unit_word(us, i) & (WORD_MOD | WORD_HEAD)))
		return at; /* a verb: "the first leader to go" */
	if (!is_for && unit_type(us, i, TYPE_ORG)) {
		e = i + 1;
		while (inner(us, e) && (unit_word(us, e) & (WORD_HEAD | WORD_MOD)))
			e++;
		if (e == i + 1)
			return title_org_at(us, at + 1, t);
	} else {
		e = subject_end(us, i, t->limit);
	}
	/* "rapporteur for North Korea's human rights" */
	if (e < us->n && us->items[e].kind == UNIT_POSS && e == i + 1 && unit_place(us, i) && unit_among(us, t->head, "rapporteur envoy")
	    && inner(us, e + 1) && !unit_capital(us, e + 1))
		e = subject_end(us, e + 1, t->limit);
	if (e == i || (det && !unit_mention(us, i) && !unit_capital(us, i) && is_for && !unit_says(us, t->head, "minister"))
	    || (e < us->n && us->items[e].kind == UNIT_POSS))
		return at;
	if (unit_type(us, e, TYPE_PERSON) && e < t->limit && (unit_word(us, e - 1) & WORD_HEAD)) /* "adviser to President NAME" */
		return at;
	if (det && is_for && unit_capital(us, i) && !(unit_word(us, t->head) & (WORD_SUBJECT | WORD_TO))) {
		if (unit_word_kind(us, e) && !unit_capital(us, e) && !unit_word(us, e)) /* "for the Bush super PAC" */
			return at;
		set_org(t, i, e); /* "spokesman for the United Mine Workers" */
		return e;
	}
	if (unit_says(us, at, "on") && unit_says(us, e, "in") && unit_place(us, determiner(us, e + 1) ? e + 2 : e + 1))
		e = determiner(us, e + 1) ? e + 3 : e + 2; /* "rapporteur on human rights in North Korea" */
	/* "Minister for the Development of the Far East and Arctic" */
	if (is_for && unit_capital(us, i) && unit_says(us, e, "of") && unit_type(us, e + 1 + determiner(us, e + 1), TYPE_LOC))
		e = subject_end(us, e + 1 + determiner(us, e + 1), t->limit);
	t->end = e;
	return e;
}

/* "Under Secretary of the Treasury for Terrorism and Financial Intelligence": the department with a field is all title. */
static size_t
field_of_secretary(struct units *us, size_t at, struct title *t)
{
	size_t e = subject_end(us, at + 1, t->limit);

	if (e == at + 1)
		return at;
	t->org_first = t->org_end = 0;
	return t->end = e;
}

void
complements(struct units *us, struct title *t)
{
	size_t e;

	t->end = head_tail(us, t->end);
	e = t->end = charge_of(us, t->end, t);
	for (int i = 0; i < 4; i++) {
		size_t next = e;

		if (unit_says(us, e, "of"))
			next = e > t->end && e == t->org_end ? parent_of(us, e, t) : complement_of(us, e, t);
		else if (e == t->org_end && unit_says(us, e, "for") && unit_says(us, t->head, "secretary") && unit_capital(us, e + 1))
			next = field_of_secretary(us, e, t);
		else if (e == t->end && (unit_word(us, t->head) & WORD_FIELD) && unit_says(us, e, "in") && complement_in(us, e, t) > e)
			next = t->end;
		else if (e == t->end && unit_says(us, t->head, "rapporteur") && unit_says(us, e, "in")
		    && unit_place(us, e + 1 + determiner(us, e + 1)))
			next = t->end = e + 2 + determiner(us, e + 1); /* on the situation of human rights in the DPRK */
		else if (e == t->end
		    && (unit_says(us, e, "for") || ((unit_word(us, t->head) & WORD_TO) && unit_says(us, e, "to"))
			|| (unit_says(us, e, "on") && ((unit_word(us, t->head) & WORD_TO) || !determiner(us, e + 1)))))
			next = complement_for(us, e, t);
		else if (at_preposition(us, e) || unit_says(us, e, "for"))
			next = title_org_at(us, e + 1, t) > e + 1 ? title_org_at(us, e + 1, t) : e;
		if (next == e)
			break;
		e = next;
	}
	t->next = over_parenthesis(us, e);
}
