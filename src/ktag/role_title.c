#include "role_title.h"
#include "ktag_lists.h"

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

bool
determiner(struct units *us, size_t i)
{
	return unit_word(us, i) & (WORD_DET | WORD_PRON);
}

bool
inner(struct units *us, size_t i)
{
	return unit_word_kind(us, i) && !(unit_word(us, i) & (WORD_STOP | WORD_BE | WORD_DET | WORD_PRON));
}

bool
part_of_title(struct units *us, size_t i)
{
	struct str s;

	if (!unit_type(us, i, TYPE_ORG))
		return false;
	s = unit_str(us, i);
	for (int n = 0; s.p; n++) {
		uint32_t w = role_word(us->words, str_cut(&s, ' '));

		if (n == 2 || !(w & WORD_MOD) || (!s.p && (w & WORD_BODY)))
			return false;
	}
	return true;
}

bool
verb_like(const struct units *us, size_t i)
{
	struct str s = unit_str(us, i);

	return str_ends(s, STR("ing")) || str_ends(s, STR("ed")) || str_ends(s, STR("ly"));
}

void
set_org(struct title *t, size_t first, size_t end)
{
	if (t->org_end > t->org_first)
		return;
	t->org_first = first;
	t->org_end = end;
}

bool
under_secretary(struct units *us, size_t i)
{
	return unit_says(us, i, "under") && unit_says(us, i + 1, "secretary");
}

/* What a country may part from the title: "former U.S. President". */
static bool
former(const struct units *us, size_t i)
{
	return unit_among(us, i, "former then ex acting outgoing incoming retired")
	    || (unit_says(us, i, "assistant") && unit_says(us, i + 2, "attorney")); /* Assistant U.S. Attorney */
}

/* "chief U.S. negotiator", "former special U.S. envoy" */
static bool
before_country(const struct units *us, size_t i)
{
	return former(us, i) || unit_among(us, i, "chief special senior top lead");
}

/* What an organisation may: "acting Pentagon spokesperson", "Chief Pentagon Spokesman". */
static bool
parted(const struct units *us, size_t i)
{
	return former(us, i) || unit_among(us, i, "chief deputy assistant senior");
}

size_t
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

/* Behind "58-year-old" in "a 58-year-old shopkeeper", i if no age stands there. */
static size_t
over_age(const struct units *us, size_t i)
{
	if (i >= us->n || us->items[i].kind != UNIT_NUMBER)
		return i;
	for (size_t k = i; k < i + 5 && k < us->n && !(k > i && us->items[k].flags & TOKEN_SPACE); k++)
		if (str_ends(unit_str(us, k), STR("old")))
			return k + 1;
	return i;
}

/* Over articles, "now" and possessors before a title; notes the organisation that possesses it. */
static size_t
opening(struct units *us, size_t i, struct title *t)
{
	while (unit_among(us, i, "now then currently also as formerly once previously"))
		i++;
	if (unit_among(us, i, "founder co-founder cofounder") && unit_says(us, i + 1, "and"))
		i += 2; /* an epithet before the office */
	for (int n = 0; n < 3; n++) {
		if (unit_word(us, i) & (WORD_DET | WORD_PRON)) {
			t->determined = true;
			i++;
		} else if (unit_mention(us, i) && i + 1 < us->n && us->items[i + 1].kind == UNIT_POSS) {
			if (unit_type(us, i, TYPE_ORG))
				set_org(t, i, i + 1);
			t->determined = true;
			i = over_parenthesis(us, i + 2);
		} else if (t->determined && possessor_end(us, i) > i) {
			i = possessor_end(us, i); /* "the yard's chief executive" */
		} else if ((unit_word(us, i) & WORD_SKIP) || (n && unit_says(us, i, "then"))) {
			i++; /* the then leader */
		} else {
			size_t behind = over_age(us, i);

			if (behind == i)
				break;
			i = behind;
		}
	}
	if (unit_type(us, i + 1, TYPE_ORG) && parted(us, i) && !part_of_title(us, i + 1))
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

/* "campus dean of": a title without an article may begin with one unknown noun if it is complete behind it. */
static bool
head_before_of(struct units *us, size_t i)
{
	return (unit_word(us, i) & WORD_HEAD) && unit_among(us, i + 1, "of at for");
}

/* "major donor", "private equity": no rank. */
static bool
plain_noun(struct units *us, size_t head)
{
	return (unit_word(us, head) & WORD_RANK) && !unit_capital(us, head) && unit_word_kind(us, head + 1) && !unit_word(us, head + 1)
	    && !unit_capital(us, head + 1) && !verb_like(us, head + 1);
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
			if (found && !(head + 1 == k && unit_says(us, head, "chief") && unit_word(us, k + 1) & (WORD_HEAD | WORD_MOD)))
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
			if (found || (w & WORD_HEAD))
				head = k, found = true;
			continue;
		}
		if (w & (WORD_MOD | WORD_SKIP) || (unit_capital(us, k) && !found))
			continue;
		if (found || verb_like(us, k) || !(t->determined || (k == i && head_before_of(us, k + 1))))
			break;
	}
	if (!found || plain_noun(us, head)
	    || (unit_type(us, head + 1, TYPE_ORG) && !unit_capital(us, head))) /* "the seven member Federal Council" */
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
	return i >= us->n || us->items[i].kind == UNIT_BREAK || unit_is(us, i, ';') || unit_is(us, i, ')') || unit_is(us, i, ':');
}

void
title_listed(struct units *us, struct title *t)
{
	size_t i = t->next, e;

	for (int n = 0; n < 2 && t->org_end == t->org_first && unit_is(us, i, ','); n++) {
		struct title parent = { .limit = us->n };

		e = title_org_at(us, i + 1, &parent);
		if (e > i + 1 && (entry_ends(us, e) || (unit_is(us, e, ',') && unit_place(us, e + 1) && entry_ends(us, e + 2)))) {
			t->org_first = parent.org_first;
			t->org_end = parent.org_end;
			t->next = e;
			return;
		}
		e = i + 1;
		while (e < i + 1 + LONGEST && (unit_capital(us, e) || unit_mention(us, e) || unit_among(us, e, "of for on and")))
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
	uint32_t before;

	if (i == 0 || !(unit_word(us, i) & WORD_POST))
		return false;
	before = unit_word(us, i - 1);
	return (before & WORD_HEAD) && !(before & WORD_RANK) && !unit_among(us, i - 1, "minister commander chairman chief");
}

/* The head of "Secretary of State", "Senior Official for the DPRK", "secretary for public relations" that end at i. */
static size_t
head_of_complement(struct units *us, size_t i)
{
	for (size_t k = i, n = 0; k > 0 && n < LONGEST; k--, n++) {
		if (unit_says(us, k, "of") && unit_says(us, k - 1, "charge") && k > 2 && (unit_word(us, k - 3) & WORD_HEAD))
			return k - 3; /* "official in charge of policy" */
		if (k < i && unit_among(us, k, "of for to") && (unit_word(us, k - 1) & WORD_HEAD))
			return k > 1 && post_noun(us, k - 1) ? k - 2 : k - 1; /* "Director General for Asian Affairs NAME" */
		if (unit_mention(us, k)
			? unit_type(us, k, TYPE_PERSON) || unit_type(us, k, TYPE_DATE) || (k == i && unit_type(us, k, TYPE_NORP))
			: !(unit_capital(us, k) || (unit_word(us, k) & WORD_MOD) || (k < i && unit_is(us, k, ','))
			    || unit_among(us, k, "of and the for")))
			return i + 1;
	}
	return i + 1;
}

static bool
takes_left(struct units *us, size_t k, const struct title *t)
{
	uint32_t w = unit_word(us, k);
	bool rank = unit_word(us, t->head) & WORD_RANK;

	/* "Army Gen.", "Army spokesperson": the service is the organisation */
	if (unit_place(us, k) || (part_of_title(us, k) && !rank && !unit_among(us, t->head, SPEAKERS_FOR)))
		return true;
	if (k > 0 && unit_is(us, k - 1, '-') && !(us->items[k].flags & TOKEN_SPACE) && !w)
		return false; /* Dublin-born director */
	if (us->items[k].kind == UNIT_NUMBER) /* 2nd Deputy Director */
		return word_among(unit_str(us, k), "1st 2nd 3rd");
	if (under_secretary(us, k))
		return true;
	if (!inner(us, k))
		return false;
	if (w & WORD_SKIP)
		return false;
	if (rank) /* "Commander Gen.", "Chief of Staff Gen.": two titles; "Rear Adm.", "Lt. Gen.": one */
		return (w & WORD_RMOD) && !(k > 1 && unit_says(us, k - 1, "of") && (unit_word(us, k - 2) & WORD_HEAD))
		    && !(unit_says(us, k, "chief") && k + 1 == t->head);
	if ((w & WORD_RANK) && !(w & WORD_MOD))
		return false;
	if (w & (WORD_MOD | WORD_HEAD))
		return true;
	/* "fisheries cooperative chief NAME": one unknown noun right before a head that says little alone */
	if (k + 1 == t->head && w == 0 && !unit_capital(us, k) && (unit_word(us, t->head) & WORD_LIGHT)
	    && !(us->items[k].flags & TOKEN_SENTENCE) && !verb_like(us, k) && !str_ends(unit_str(us, k), STR("s"))
	    && !unit_among(us, k, "ministry agency government"))
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

		if (!takes_left(us, k, t))
			break;
		t->first = k;
		if (unit_place(us, k))
			break;
	}
	if (t->first > 0 && unit_place(us, t->first)) {
		if (t->first > 1 && unit_is(us, t->first - 1, '-') && former(us, t->first - 2))
			t->first -= 2;
		else
			while (t->first > 0 && before_country(us, t->first - 1))
				t->first--;
	}
	if (t->first > 0 && unit_type(us, t->first - 1, TYPE_ORG)) {
		set_org(t, t->first - 1, t->first);
		if (t->first > 1 && parted(us, t->first - 2))
			t->former = t->first - 1;
	} else if (t->first > 1 && us->items[t->first - 1].kind == UNIT_POSS && unit_type(us, t->first - 2, TYPE_ORG))
		set_org(t, t->first - 2, t->first - 1);
	else if (t->first > 3 && unit_is(us, t->first - 1, ')') && unit_is(us, t->first - 3, '(') && unit_type(us, t->first - 4, TYPE_ORG))
		set_org(t, t->first - 4, t->first - 3);
	if (t->first > 0 && determiner(us, t->first - 1))
		t->determined = true;
}

/* The head of "Special Agent in Charge", "Sgt. 1st Class" that end before unit i, or NONE. */
static size_t
tail_head(struct units *us, size_t i)
{
	if (!unit_among(us, i - 1, "charge affaires class"))
		return NONE;
	for (size_t n = 2; n <= 3 && n < i; n++)
		if (head_tail(us, i - n) == i && (unit_word(us, i - n - 1) & (WORD_HEAD | WORD_RANK)))
			return i - n - 1;
	return NONE;
}

/* What may part a title from the name at unit i: "Lt. Gen. (ret.) NAME", "Consul General in Vladivostok NAME", "Envoy for the
 * Republic of Korea (ROK) NAME". */
static size_t
before_gap(struct units *us, size_t i)
{
	if (i > 3 && unit_is(us, i - 1, ')') && (unit_word(us, i - 2) & WORD_RMOD) && unit_is(us, i - 3, '('))
		return i - 3;
	if (i > 4 && unit_is(us, i - 1, ')') && unit_mention(us, i - 2) && unit_is(us, i - 3, '('))
		return i - 3;
	if (i > 2 && unit_place(us, i - 1) && unit_says(us, i - 2, "in") && unit_capital(us, i - 3))
		return i - 2;
	return i;
}

bool
title_before(struct units *us, size_t i, struct title *t)
{
	size_t name = i;

	i = before_gap(us, i);
	*t = (struct title){ .limit = i };
	if (i == 0)
		return false;
	t->head = tail_head(us, i);
	if (t->head == NONE)
		t->head = post_noun(us, i - 1) ? i - 2 : unit_word(us, i - 1) & WORD_HEAD ? i - 1 : head_of_complement(us, i - 1);
	if (t->head >= i)
		return false;
	t->first = t->head;
	t->end = t->head + 1 + post_noun(us, t->head + 1);
	t->plural = unit_word(us, t->head) & WORD_PLURAL;
	if (t->end < i) {
		complements(us, t);
		if (t->next != i && t->next != name) /* over the letters of a state */
			return false;
	}
	t->next = i;
	leftwards(us, t);
	return true;
}
