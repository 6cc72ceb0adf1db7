/* Personal names that no table has, by the titles, verbs and given names round them. */
#include "person.h"
#include "person_form.h"

/* Words behind which a name stands, as it does behind a title: "surnamed", "refugee". */
static bool
is_bearer(const struct doc *d, size_t i)
{
	return is_lower(d, i) && word_in(d, i, BEARERS);
}

/* "Minister of Foreign Affairs", "Director General for Trade and Industry": a field of work at token p ends a title. */
static bool
field_of_title(const struct doc *d, size_t p)
{
	if (!is_capital(d, p) || length(d, p) < 5 || !word_in(d, p, TITLE_FIELDS))
		return false;
	for (size_t k = p; k > 1 && k + 7 > p && (is_capital(d, k) || word_in(d, k, "of for and the")); k--)
		if (word_in(d, k, "of for") && has_class(d, k - 1, CLASS_TITLE | CLASS_RANK))
			return true;
	return false;
}

bool
person_behind_title(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t p = i - 1;

	if (i == 0 || !is_spaced(d, i))
		return false;
	if (is_mark(d, p, MARK_DOT) && is_glued(d, p))
		return i >= 2 && has_class(d, i - 2, CLASS_RANK | CLASS_HONORIFIC | CLASS_TITLE) && has_class(d, i - 2, CLASS_ABBREVIATION);
	if (!is_word(d, p))
		return false;
	if (has_class(d, p, CLASS_TITLE | CLASS_HONORIFIC) || is_bearer(d, p)
	    || (has_class(d, p, CLASS_RANK) && !word_in(d, p, "rear private major general")))
		return true;
	if (has_class(d, p, CLASS_RANK))
		return is_capital(d, p) || word_is(d, p, "general");
	if (is_lower(d, p) && word_is(d, p, "named") && i > 1)
		return is_bearer(d, i - 2)
		    || (is_lower(d, i - 2) && (has_class(d, i - 2, CLASS_TITLE | CLASS_RANK) || word_in(d, i - 2, "man woman boy girl")));
	/* Sgt. 1st Class */
	if (word_is(d, p, "class") && p > 1 && tok(d, p - 1)->kind == TOKEN_NUMBER
	    && has_class(d, is_mark(d, p - 2, MARK_DOT) ? p - 3 : p - 2, CLASS_RANK))
		return true;
	/* Ambassador to Japan Rahm Emanuel */
	if (known(s, p) && known(s, p)->type == TYPE_GPE && known(s, p)->end == tok(d, p)->end) {
		size_t g = known(s, p)->token;
		if (g > 0 && word_is(d, g - 1, "the"))
			g--;
		if (g > 1 && word_is(d, g - 1, "to") && has_class(d, g - 2, CLASS_TITLE))
			return true;
	}
	/* Secretary of State, Minister of Unification */
	return field_of_title(d, p)
	    || (i >= 3 && length(d, i - 2) == 2 && word_in(d, p, "state defense defence war treasury commerce unification")
		&& word_is(d, i - 2, "of") && has_class(d, i - 3, CLASS_TITLE));
}

uint32_t
person_word(const struct token_word *t, struct str word)
{
	const uint32_t other = CLASS_TITLE | CLASS_RANK | CLASS_MODIFIER | CLASS_DRILL | CLASS_WEAPON;
	bool given = t->classes & CLASS_GIVEN, surname = t->classes & CLASS_SURNAME;
	uint32_t says = t->classes & (CLASS_SURNAME | CLASS_SYLLABLE | CLASS_GIVEN) ? NAME_KOREAN : 0;

	if (word_among(word, PRESIDENTS))
		says |= NAME_PRESIDENT;
	if (t->classes & (CLASS_NATION | CLASS_HONORIFIC) || (t->classes & (PERSON_HEAD | CLASS_CALENDAR) && !given)
	    || (t->classes & other && !given && !surname && !str_eq_nocase(word, STR("shaheen")))
	    || (t->classes & CLASS_COMMON && !surname && !word_among(word, "young long short little good early small"))
	    || (t->flags & TOKEN_UPPER && word.n <= 3 && !given && !surname))
		return says;
	return says | NAME_PART;
}

/* May token i be part of a person's name, the first part or a later one? */
static bool
name_part(const struct scan *s, size_t i, bool first)
{
	const struct doc *d = s->d;
	const struct mention *m = known(s, i);

	if (!(name_word(d, i) & NAME_PART) && (first || !bears_given(d, i)))
		return false;
	/* Jan, June and April are names unless a day or a full stop follows; Jennifer Jun is one of the two */
	if (has_class(d, i, CLASS_CALENDAR)
	    && !(!first && has_class(d, i, CLASS_SURNAME) && has_class(d, i - 1, CLASS_GIVEN) && tok(d, i + 1)->kind != TOKEN_NUMBER)
	    && (tok(d, i + 1)->kind != TOKEN_WORD || word_is(d, i, "may") || is_hyphen(d, i - 1)))
		return false;
	if (m && m->type != TYPE_PERSON && !(m->flags & MENTION_WEAK)
	    && !((m->type == TYPE_GPE || m->type == TYPE_FAC)
		&& (!first || (has_class(d, i, CLASS_GIVEN) && !is_hyphen(d, i + 1) && !str_starts(m->id, STR("country/"))))
		&& m->end == tok(d, i)->end && m->start == tok(d, i)->start))
		return false; /* Jack London, Artyom Zhoga */
	if (has_class(d, i, CLASS_WEAPON) && !has_class(d, i, CLASS_GIVEN | CLASS_SURNAME) && !person_behind_title(s, i))
		return false; /* Shaheen */
	return !(has_class(d, i, CLASS_COMMON) && is_opening(d, i));
}

/* Theodore "Ted" Martin: is j the mark that opens a nickname inside a name? */
static bool
behind_nickname(const struct scan *s, size_t j)
{
	const struct doc *d = s->d;

	return is_mark(d, j, MARK_QUOTE) && is_spaced(d, j) && is_capital(d, j + 1) && is_glued(d, j + 1)
	    && is_mark(d, j + 2, MARK_QUOTE) && name_part(s, j + 3, false) && is_spaced(d, j + 3);
}

/* One step to the right inside a name: the token it leads to, or i. */
static size_t
right_step(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t j = i + 1;
	const struct token *next = tok(d, j);

	if (next->kind == TOKEN_WORD ? !(next->flags & TOKEN_CAPITAL || next->classes & CLASS_PARTICLE)
	                             : next->kind != TOKEN_PUNCT || next->mark == MARK_COMMA)
		return i;
	if (length(d, i) == 1 && is_mark(d, j, MARK_DOT) && is_glued(d, j) && (name_part(s, j + 1, false) || behind_nickname(s, j + 1)))
		return name_part(s, j + 1, false) ? j + 1 : j + 4; /* the initial's dot: J. Austin, M. "Pete" Bucher */
	if (length(d, i) == 1 && is_mark(d, j, MARK_APOSTROPHE) && is_glued(d, j) && is_glued(d, j + 1) && is_capital(d, j + 1))
		return j + 1; /* O'Brien */
	if (is_hyphen(d, j)
	    && (is_capital(d, j + 1) || has_class(d, j + 1, CLASS_SYLLABLE)
		|| ((has_class(d, i, CLASS_SYLLABLE) || chinese_syllable(doc_span(d, i, i))) && length(d, j + 1) <= 5
		    && !word_in(d, j + 1, "class led based made era style type run")))
	    && !has_class(d, j + 1, CLASS_NATION) && !known(s, j + 1))
		return j + 1;
	if (is_capital(d, j) && is_spaced(d, j) && length(d, j) == 1 && is_mark(d, j + 1, MARK_DOT)
	    && is_glued(d, j + 1) && ((is_capital(d, j + 2) && name_part(s, j + 2, false)) || behind_nickname(s, j + 2)))
		return j; /* a middle initial */
	if (has_class(d, j, CLASS_TITLE) && is_capital(d, j) && name_part(s, j + 1, false) && is_spaced(d, j + 1)
	    && !word_in(d, j + 1, NAME_SUFFIXES))
		return i; /* Crown Prince Abdullah */
	if (name_part(s, j, false) && is_spaced(d, j))
		return j;
	if (behind_nickname(s, j))
		return j + 3;
	if (is_word(d, j) && has_class(d, j, CLASS_PARTICLE) && is_spaced(d, j) && is_hyphen(d, j + 1) && is_capital(d, j + 2))
		return j + 2; /* al-Abbasi */
	while (is_lower(d, j) && has_class(d, j, CLASS_PARTICLE) && is_spaced(d, j) && j < i + 3)
		j++;
	if (j > i + 1 && name_part(s, j, false))
		return j;
	return i;
}

size_t
name_end(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last = i;

	for (int n = 0; n < 5; n++) {
		size_t next = right_step(s, last);
		if (next == last)
			break;
		last = next;
	}
	return last + ((last > i || has_class(d, i, CLASS_GIVEN)) && is_capital(d, last + 1) && word_in(d, last + 1, NAME_SUFFIXES));
}

bool
runs_on(const struct scan *s, size_t last)
{
	const struct doc *d = s->d;
	const struct token *t = tok(d, last + 1);

	if (is_mark(d, last + 1, MARK_AMPERSAND))
		return true;
	return t->kind == TOKEN_WORD && t->flags & TOKEN_CAPITAL && t->flags & TOKEN_SPACE
	    && t->classes & (PERSON_HEAD | CLASS_FACILITY | CLASS_PLACE | CLASS_REGION) && !known(s, last + 1);
}

bool
person_apposed(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	if (!is_mark(d, i, MARK_COMMA))
		return false;
	if (word_is(d, i + 1, "who") || word_is(d, i + 1, "BYLINE"))
		return true;
	for (size_t j = i + 1; j < i + 9; j++) {
		if (tok(d, j)->kind == TOKEN_BREAK || is_mark(d, j, MARK_COMMA) || has_class(d, j, CLASS_SPEECH))
			return false;
		if (has_class(d, j, CLASS_TITLE | CLASS_RANK))
			return !(is_capital(d, j + 1) && !has_class(d, j + 1, CLASS_TITLE | CLASS_MODIFIER | CLASS_NATION)
			    && !known(s, j + 1));
	}
	return false;
}

bool
speaks(const struct doc *d, size_t i)
{
	return is_lower(d, i) && has_class(d, i, CLASS_SPEECH);
}

/* Do the tables have the same person with another initial: William J. Burns? */
static bool
other_initial(const struct scan *s, struct str given, struct str surname, uint32_t entity)
{
	struct gaz_hit hit;
	char *name = arena_alloc(s->d->arena, given.n + 3);

	memcpy(name, given.p, given.n);
	memcpy(name + given.n, " A.", 3);
	for (; name[given.n + 1] <= 'Z'; name[given.n + 1]++)
		if (gaz_lookup_two(s->g, str_of(name, given.n + 3), surname, &hit) && hit.at[0].entity == entity)
			return true;
	return false;
}

/* "Robert L. Gallucci", where the tables have him without his initial. */
static void
look_past_initial(struct scan *s, struct mention *m, size_t i, size_t last)
{
	const struct doc *d = s->d;
	struct str given = doc_span(d, i, i), surname = doc_span(d, last, last);
	struct gaz_hit hit;

	if (last != i + 3 || length(d, i + 1) != 1 || !is_mark(d, i + 2, MARK_DOT) || !gaz_lookup_two(s->g, given, surname, &hit)
	    || hit.n > 1 || other_initial(s, given, surname, hit.at[0].entity))
		return;
	struct gaz_entity e = gaz_entity(s->g, hit.at[0].entity);
	if (e.type == TYPE_PERSON) {
		m->id = e.id;
		m->name = e.name;
	}
}

size_t
add_person(struct scan *s, size_t a, size_t b, const char *rule)
{
	size_t end = b;

	/* the dot of "Jr." belongs to it */
	if (is_mark(s->d, b + 1, MARK_DOT) && word_in(s->d, b, "Jr Sr"))
		end = b + 1;
	look_past_initial(s, add_span(s, TYPE_PERSON, a, end, rule), a, b);
	return end + 1;
}

static size_t
titled_name(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last;

	if (in_heading(d, i) || !person_behind_title(s, i))
		return i;
	if ((word_is(d, i - 1, "anchor") && word_in(d, i, "lead remarks comment")) || word_in(d, i, "justices executives")
	    || (word_is(d, i, "sam") && word_is(d, i - 1, "uncle")))
		return i; /* [Anchor Lead]; Uncle Sam */
	if (has_class(d, i, CLASS_TITLE | CLASS_RANK) && is_capital(d, i + 1))
		return i; /* Chief Justice Cho */
	last = name_end(s, i);
	if (runs_on(s, last))
		return i;
	if (last == i && (known(s, i) ? !known_as(s, i, TYPE_PERSON) : has_class(d, i, CLASS_DIRECTION)))
		return i;
	if (last == i && word_in(d, i - 1, "executive private major"))
		return i;
	if (last == i && is_lower(d, i - 1) && word_in(d, i - 1, NO_TITLES))
		return i;
	/* "her sister Rumiko", but a sister Party */
	if (last == i && is_lower(d, i - 1) && word_in(d, i - 1, "brother sister son father mother")
	    && !word_in(d, i - 2, "his her their s") && !has_class(d, i, CLASS_GIVEN) && !japanese_word(doc_span(d, i, i)))
		return i;
	return add_person(s, i, last, "title and name");
}

/* "in Singapore last June Trump had said" */
static bool
last_month(const struct doc *d, size_t i)
{
	return i > 0 && has_class(d, i, CLASS_CALENDAR) && is_lower(d, i - 1) && word_in(d, i - 1, "last this next since in");
}

/* A given name of the table and a capitalised surname: "Julie Turner". */
static size_t
given_name(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last;
	bool doubtful;

	if (!has_class(d, i, CLASS_GIVEN) || (i > 0 && word_is(d, i - 1, "near")) || last_month(d, i)
	    || has_class(d, i, CLASS_TITLE | CLASS_RANK | CLASS_HONORIFIC | CLASS_PLACE | CLASS_FACILITY | CLASS_REGION))
		return i;
	last = name_end(s, i);
	if (last == i || runs_on(s, last) || (is_hyphen(d, last + 1) && is_lower(d, last + 2)))
		return i;
	if (i > 0 && has_class(d, last, CLASS_PLACE) && is_lower(d, i - 1) && word_in(d, i - 1, "in at off from"))
		return i; /* at Manda Bay */
	doubtful = tok(d, i)->flags & (TOKEN_UPPER | TOKEN_HEADING) || (has_class(d, i, CLASS_EVERYDAY) && is_opening(d, i));
	if (doubtful && !speaks(d, last + 1) && !person_apposed(s, last + 1) && !(i > 0 && (speaks(d, i - 1) || word_is(d, i - 1, "by"))))
		return i;
	return add_person(s, i, last, "given name and surname");
}

/* "of Campbell University", "at the Liaoning Academy of Social Sciences": a body behind the word at i. */
static bool
affiliated(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t k = word_is(d, i + 1, "the") ? i + 2 : i + 1;

	if (!is_lower(d, i) || !word_in(d, i, "of at from with") || !is_capital(d, k))
		return false;
	if (known_as(s, k, TYPE_ORG))
		return known(s, k)->start == tok(d, k)->start;
	for (size_t last = k; last < k + 5 && is_capital(d, last); last++)
		if (has_class(d, last, CLASS_ORG | CLASS_OPEN_ORG) && (last > k || word_in(d, k, "university institute")))
			return true;
	return false;
}

/* Every word from i to last is one that nothing else lays claim to. */
static bool
all_free(const struct scan *s, size_t i, size_t last)
{
	for (size_t k = i; k <= last; k++)
		if (is_word(s->d, k) && (!(name_word(s->d, k) & NAME_FREE) || known(s, k)
		    || (has_class(s->d, k, CLASS_EVERYDAY) && !(k == last && has_class(s->d, k, CLASS_SURNAME)))))
			return false;
	return true;
}

/* "additional reporting by", "talks led by": who does it stands at i. */
static bool
behind_deed(const struct doc *d, size_t i)
{
	return i > 1 && word_is(d, i - 1, "by")
	    && word_in(d, i - 2, "reporting reported written edited translated compiled photographed interviewed moderated headed led");
}

/* Which rule says that the capitals from i to last, which no table has, are a person; NULL if none does. */
static const char *
explanation(const struct scan *s, size_t i, size_t last)
{
	const struct doc *d = s->d;
	bool named = has_class(d, i, CLASS_SURNAME | CLASS_GIVEN) || has_class(d, last, CLASS_SURNAME | CLASS_GIVEN);

	/* "a spokesman, Igor Konashenkov, said" */
	if (i > 1 && is_mark(d, i - 1, MARK_COMMA) && is_lower(d, i - 2) && has_class(d, i - 2, CLASS_TITLE)
	    && is_mark(d, last + 1, MARK_COMMA) && last <= i + 3)
		return "name behind its title";
	/* "Vipin Narang of the Massachusetts Institute of Technology" */
	if (last <= i + 4 && all_free(s, i, last) && affiliated(s, is_mark(d, last + 1, MARK_COMMA) ? last + 2 : last + 1)
	    && (i == 0 || !(is_word(d, i - 1) && word_in(d, i - 1, "the a an of for in"))))
		return "name and body";
	if (last <= i + 3 && behind_deed(d, i) && all_free(s, last, last) && !known(s, i))
		return "name behind its deed";
	return person_apposed(s, last + 1) || (named && (speaks(d, last + 1) || (i > 0 && speaks(d, i - 1))))
	    ? "name explained by its context"
	    : NULL;
}

/* "High Commissioner for Human Rights Navi Pillay": two words that are nothing else, behind an office and what it is for. */
static bool
behind_office(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t k = i - 1;

	if (i < 3 || !is_capital(d, k) || !is_spaced(d, i)
	    || (name_word(d, k) & NAME_FREE && !known(s, k) && !has_class(d, k, CLASS_ORG | CLASS_OPEN_ORG)) || !is_capital(d, i + 1)
	    || is_capital(d, i + 2) || is_hyphen(d, i + 2) || !all_free(s, i, i + 1) || has_class(d, i, CLASS_SYLLABLE))
		return false;
	while (k > 0 && i - k < 8 && is_capital(d, k) && is_spaced(d, k) && !has_class(d, k, CLASS_TITLE))
		k--;
	k -= word_is(d, k, "the");
	return k > 0 && is_lower(d, k) && word_in(d, k, "of for")
	    && (has_class(d, k - 1, CLASS_TITLE) || (k > 2 && word_is(d, k - 2, "of") && has_class(d, k - 3, CLASS_TITLE)));
}

/* Two or three capitals that speak, or that a title explains: "Hong Min, a senior researcher". */
static size_t
explained(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const char *rule;
	size_t last;

	if (behind_office(s, i))
		return add_person(s, i, i + 1, "name behind an office");
	if (i > 0 && is_capital(d, i - 1) && is_spaced(d, i) && !(word_is(d, i - 1, "by") && is_opening(d, i - 1)))
		return i;
	last = name_end(s, i);
	if (last == i || runs_on(s, last) || last > i + 5
	    || (has_class(d, last, CLASS_REGION | CLASS_PLACE | CLASS_FACILITY) && !has_class(d, last, CLASS_SURNAME)))
		return i;
	if (in_heading(d, i) || has_class(d, i, CLASS_TITLE | CLASS_RANK | CLASS_HONORIFIC))
		return i; /* King Charles */
	if (is_opening(d, i) && has_class(d, i + 1, CLASS_GIVEN) && !has_class(d, i, CLASS_GIVEN | CLASS_SURNAME))
		return i; /* Investor Shinji Moriwaki */
	rule = explanation(s, i, last);
	return rule ? add_person(s, i, last, rule) : i;
}

size_t
rule_person(struct scan *s, size_t i)
{
	const struct mention *m = known(s, i);
	bool korean = name_word(s->d, i) & NAME_KOREAN, part;
	size_t next;

	/* a part of a Korean name, a given name and "(Nam, Yonhap)" need not look like the first part of a name */
	part = name_part(s, i, true);
	if (!part && !korean && !is_mark(s->d, i + 1, MARK_COMMA))
		return i + 1;
	/* "Minister of Commerce Pak Hyok Chol": the name begins behind this word */
	if (is_capital(s->d, i + 1) && !korean_begins(s->d, i))
		for (size_t k = i + 1; k < i + 4 && is_capital(s->d, k); k++)
			if (korean_begins(s->d, k))
				return i + 1;
	if ((next = person_korean(s, i)) > i)
		return next;
	if (part
	    && ((next = titled_name(s, i)) > i || (next = given_name(s, i)) > i || (next = explained(s, i)) > i
		|| (next = person_by_form(s, i)) > i))
		return next;
	next = m ? i : person_single(s, i);
	return next > i ? next : i + 1;
}
