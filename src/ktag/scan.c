#include "scan.h"

struct mention *
add_span(struct scan *s, enum entity_type type, size_t a, size_t b, const char *rule)
{
	return doc_mention(s->d, type, a, tok(s->d, b)->end, rule);
}

void
add_entity(struct scan *s, uint32_t entity, size_t a, size_t end, const char *rule)
{
	struct gaz_entity e = gaz_entity(s->g, entity);
	struct mention *m = doc_mention(s->d, e.type, a, end, rule);

	m->id = e.id;
	m->name = e.name;
}

/* The token before i that a name may go on with to the left; i itself if there is none. */
static size_t
left_step(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t p = i - 1;

	if (i == 0)
		return i;
	if (is_capital(d, p) && is_spaced(d, i))
		return p;
	if (is_capital(d, p) && is_mark(d, i, MARK_HYPHEN))
		return p;
	/* inter-Korean, Anti-Corruption, U.S.-Korea */
	if (is_hyphen(d, p) && i >= 2 && (is_capital(d, i - 2) || word_in(d, i - 2, "inter pan anti non pro")))
		return i - 2;
	if (is_hyphen(d, p) && i >= 3 && is_mark(d, i - 2, MARK_DOT) && is_capital(d, i - 3) && length(d, i - 3) == 1)
		return i - 3;
	/* U.S. Forces, S. Korean */
	if (is_mark(d, p, MARK_DOT) && is_glued(d, p) && i >= 2 && is_capital(d, i - 2) && length(d, i - 2) == 1)
		return i - 2;
	/* People's Army; Workers' Party */
	if (word_is(d, p, "s") && is_glued(d, p) && i >= 3 && is_mark(d, i - 2, MARK_APOSTROPHE) && is_capital(d, i - 3)
	    && word_in(d, i - 3, OWNERS_IN_NAMES))
		return i - 3;
	if (is_mark(d, p, MARK_APOSTROPHE) && is_glued(d, p) && i >= 2 && is_capital(d, i - 2) && word_in(d, i - 2, OWNERS_IN_NAMES))
		return i - 2;
	if (is_mark(d, p, MARK_AMPERSAND) && i >= 2 && is_capital(d, i - 2))
		return i - 2;
	if (word_is(d, p, "and") && i >= 2 && word_in(d, i - 2, "north south") && known_as(s, i, TYPE_NORP))
		return i; /* North and South Korean Red Cross officials */
	if (word_is(d, p, "and") && i >= 2 && is_capital(d, i - 2)
	    && !(word_in(d, i, "army navy") && word_in(d, i - 2, "army navy marine"))
	    && !(is_mark(d, i - 3, MARK_COMMA) && known_as(s, i - 4, TYPE_ORG))
	    && !(i >= 4 && word_is(d, i - 3, "of") && has_class(d, i - 4, CLASS_TITLE)) /* Secretary of State and White House adviser */
	    && !has_class(d, i - 2, CLASS_ORG | CLASS_UNIT | CLASS_COMPANY | CLASS_FACILITY | CLASS_NATION | CLASS_TITLE)
	    && !known(s, i - 2)
	    && !(is_upper(d, i - 2) && length(d, i - 2) >= 3 && !(is_upper(d, i) && is_upper(d, i + 1))))
		return i - 2; /* but BMC and Torm Group are two, and so are the last of "TRM, Zelvix and Arkham Labs" */
	return i;
}

/* Words that never open a name: the capital they may have is that of a sentence or a title. */
static bool
not_first(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	if (is_opening(d, i) && has_class(d, i, CLASS_COMMON))
		return true;
	/* New Korea Women's Union */
	if (word_is(d, i, "new"))
		return tok(d, i)->flags & (TOKEN_OPENS | TOKEN_HEADING) && !known(s, i);
	return has_class(d, i, CLASS_COMMON | CLASS_MODIFIER | CLASS_LINK | CLASS_DIRECTION)
	    && word_in(d, i, "the a an former retired senior acting then current late and of top his her its our their this")
	    && !known(s, i);
}

size_t
name_left(const struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t i = h, p;

	for (int n = 0; n < REACH; n++) {
		p = left_step(s, i);
		if (p == i)
			break;
		if (has_class(d, p, CLASS_TITLE | CLASS_HONORIFIC | CLASS_CALENDAR | CLASS_RANK) && !known(s, p)
		    && !word_in(d, p, TITLES_IN_NAMES) && !(is_hyphen(d, p + 1) && word_is(d, p + 2, "level")))
			break; /* but Vice Foreign Minister-Level Dialogue */
		if (not_first(s, p))
			break;
		i = p;
		/* Republic of Korea Air Force */
		const struct mention *m = known(s, p);
		if (m && m->type == TYPE_GPE && m->end == tok(d, p)->end && m->start < tok(d, p)->start)
			i = m->token;
	}
	/* "Minister Kim ..." would have stopped; a name that merely begins with a possessive mark does not exist */
	while (i < h && (tok(d, i)->kind == TOKEN_PUNCT || (length(d, i) <= 3 && word_in(d, i, "s and of the for"))))
		i++;
	return i;
}

bool
names_thing(const struct doc *d, size_t i)
{
	return is_capital(d, i) && is_spaced(d, i) && word_in(d, i, THINGS_NAMED);
}

bool
bears_given(const struct doc *d, size_t i)
{
	return i > 0 && is_spaced(d, i) && is_capital(d, i - 1) && has_class(d, i - 1, CLASS_GIVEN)
	    && !has_class(d, i - 1, CLASS_EVERYDAY | CLASS_NATION | CLASS_COMMON | CLASS_CALENDAR | CLASS_DIRECTION | CLASS_TITLE)
	    && word_in(d, i, "press post cross church bank guard watch jun");
}

/* Goes over capitals and the small words between them, from the one at i. */
static size_t
phrase(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last = i, n = 0;
	bool began = false;

	while (n++ < REACH) {
		size_t j = last + 1;
		size_t e = is_hyphen(d, j + 2) && is_word(d, j + 3) ? j + 3 : j + 1; /* Friendship, Good-Neighborliness and */
		if (korean_begins(d, j))
			break;
		if (is_hyphen(d, j) && is_word(d, j + 1)) {
			last = j + 1;
		} else if (is_capital(d, j) && is_spaced(d, j) && !has_class(d, j, CLASS_CALENDAR | CLASS_TITLE)
		    && !word_in(d, j, "in on at by the with according under")) {
			last = j;
		} else if ((word_is(d, j, "and") || is_mark(d, j, MARK_AMPERSAND)) && is_capital(d, j + 1) && !known(s, j + 1)
		    && !known_as(s, last, TYPE_GPE) && !has_class(d, j + 1, CLASS_NATION | CLASS_TITLE | CLASS_OPEN_ORG | CLASS_UNIT)) {
			last = j + 1;
		} else if (is_mark(d, j, MARK_COMMA) && is_capital(d, j + 1) && !known(s, j + 1)
		    && (word_is(d, e + 1, "and") || is_mark(d, e + 1, MARK_COMMA))
		    && is_capital(d, word_is(d, e + 2, "and") ? e + 3 : e + 2) && !has_class(d, j + 1, CLASS_TITLE | CLASS_NATION)) {
			last = e;
			began = true;
		} else if (began && is_mark(d, j, MARK_COMMA) && word_is(d, j + 1, "and") && is_capital(d, j + 2) && !known(s, j + 2)) {
			last = j + 2; /* "Arms Control, Deterrence, and Stability" */
		} else {
			break;
		}
	}
	return last;
}

/* "Korean and Mongolian Affairs": the tokens from i to the first word behind two peoples, 0 if they do not stand there. */
static size_t
two_peoples(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	size_t last = i + 2;

	if (!known_as(s, i, TYPE_NORP) || !word_is(d, i + 1, "and") || !known_as(s, last, TYPE_NORP))
		return 0;
	while (known(s, last + 1) == known(s, last))
		last++; /* East Asian */
	return is_capital(d, last + 1) && !known(s, last + 1) ? last + 1 - i : 0;
}

size_t
name_right(const struct scan *s, size_t h, bool keep_state)
{
	const struct doc *d = s->d;
	size_t last = h;

	for (int n = 0; n < 4; n++) {
		size_t j = last + 1;
		if (!word_in(d, j, "of for on against to in with") && !(word_is(d, j, "at") && word_is(d, j + 1, "sea")))
			break;
		if (word_in(d, j, "in to with") && n == 0)
			break;
		if (word_is(d, h, "house") && !word_is(d, j, "of"))
			break;
		size_t k = word_is(d, j + 1, "the") ? j + 2 : j + 1;
		/* "Material Institute of the Academy of Science": two bodies */
		if (word_is(d, j, "of") && has_class(d, k, CLASS_OPEN_ORG) && word_in(d, k + 1, "of for"))
			break;
		if (!is_capital(d, k) || has_class(d, k, CLASS_CALENDAR) || (length(d, k) == 1 && is_mark(d, k + 1, MARK_DOT)))
			break;
		/* Central Committee of the North's ruling Workers' Party */
		if (has_class(d, k, CLASS_DIRECTION) && is_mark(d, k + 1, MARK_APOSTROPHE))
			break;
		const struct mention *m = known(s, k);
		bool state = m && (m->type == TYPE_GPE || m->type == TYPE_PERSON)
		    && tok(d, k)->start == m->start && !(is_capital(d, k + 1) && tok(d, k + 1)->start > m->end && !korean_begins(d, k + 1));
		/* Lawyers for Human Rights and Unification of Korea */
		if (word_is(d, j, "against") && state)
			break; /* the Russian Federation against Ukraine */
		bool korea = n > 0 && word_is(d, h + 1, "for") && word_is(d, k, "korea") && !is_capital(d, k + 1);
		if (word_is(d, j, "of") && (state || (m && m->type == TYPE_ORG && !word_is(d, h, "museum"))) && !(keep_state && n == 0)
		    && !korea)
			break;
		/* "Human Rights in North Korea" is part of a name, "in Seoul" behind it is not */
		if (word_in(d, j, "in to") && !word_in(d, j - 1, "rights democracy freedom"))
			break;
		last = phrase(s, k + two_peoples(s, k));
	}
	return last;
}
