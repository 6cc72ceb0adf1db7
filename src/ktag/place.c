/* Places by their type words, "Yeonpyeong Island", "Sea of Azov", and by the words before them. */
#include "place.h"
#include "person_form.h"

size_t
place_named_after(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last = i;

	if (!is_capital(d, i) || has_class(d, i, CLASS_CALENDAR))
		return i - 1;
	if (is_hyphen(d, i + 1) && is_word(d, i + 2))
		last = i + 2;
	while (last < i + 3 && is_capital(d, last + 1) && is_spaced(d, last + 1)
	    && !has_class(d, last + 1, CLASS_TITLE | CLASS_CALENDAR | CLASS_NATION) && !known(s, last + 1))
		last++;
	return last;
}

size_t
place_numbered(const struct doc *d, size_t i)
{
	size_t n = word_is(d, i + 1, "no") && is_mark(d, i + 2, MARK_DOT) ? i + 3 : i + 1;

	return tok(d, n)->kind == TOKEN_NUMBER && is_spaced(d, n) && length(d, n) <= 4 ? n : i;
}

/* "Mount Kumgang", "Lake Baikal", "St. Petersburg", "Hill 303". */
static bool
place_behind(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t j = is_mark(d, i + 1, MARK_DOT) ? i + 2 : i + 1, last;

	if (word_is(d, i, "hill") && place_numbered(d, i) > i) {
		add_span(s, TYPE_LOC, i, place_numbered(d, i), "place by its type word");
		return true;
	}
	if (j == i + 2 && word_is(d, i, "st") && is_capital(d, j)) {
		add_span(s, TYPE_GPE, i, j, "place by its type word");
		return true;
	}
	if (!word_in(d, i, "mount mt lake cape") || (last = place_named_after(s, j)) < j || !is_spaced(d, j)
	    || has_class(d, j, CLASS_TITLE))
		return false;
	add_span(s, TYPE_LOC, i, last, "place by its type word");
	return true;
}

bool
place_left(const struct scan *s, size_t a, size_t h)
{
	const struct doc *d = s->d;

	if (a == h)
		return false;
	if (a + 1 == h && has_class(d, a, CLASS_COMMON | CLASS_TITLE | CLASS_MODIFIER) && !(word_is(d, a, "navy") && word_is(d, h, "yard")))
		return false;
	if (has_class(d, h - 1, CLASS_TITLE | CLASS_RANK | CLASS_HONORIFIC))
		return false;
	for (size_t i = a; i < h; i++)
		if (word_is(d, i, "and"))
			return false;
	return h - a <= 6;
}

bool
place_where(const struct scan *s, size_t a)
{
	const struct doc *d = s->d;

	return a > 0 && is_lower(d, a - 1) && word_in(d, a - 1, "on at in near atop around to")
	    && !has_class(d, a, CLASS_GIVEN | CLASS_COMMON | CLASS_TITLE) && !known(s, a) && is_spaced(d, a);
}

void
rule_place(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a;

	if (place_behind(s, h) || known_as(s, h, TYPE_ORG))
		return; /* Hanwha Ocean is a firm */
	a = name_left(s, h);
	/* Yeonpyeong-do Island */
	if (a == h && h > 0 && known_place(s, h - 1) && is_spaced(d, h) && known(s, h - 1)->end == tok(d, h - 1)->end)
		a = known(s, h - 1)->token;
	/* Australia-United Kingdom */
	const struct mention *state = known_as(s, h, TYPE_GPE) ? known(s, h) : NULL;
	if (state && state->start > tok(d, a)->start && is_hyphen(d, state->token - 1))
		return;
	if (!place_left(s, a, h))
		return;
	/* "Assistant Secretary of State Christopher Hill" */
	if (word_is(d, h, "hill") && has_class(d, h - 1, CLASS_GIVEN) && !place_where(s, a))
		return;
	if (is_capital(d, h + 1) && is_spaced(d, h + 1) && has_class(d, h + 1, CLASS_ORG | CLASS_EVENT | CLASS_UNIT))
		return;
	if (word_in(d, h, "zone waters") && word_in(d, h - 1, "economic identification territorial no-fly"))
		return; /* a class, not a name */
	if (has_class(d, h, CLASS_REGION) && word_is(d, h + 1, "of") && is_capital(d, h + 2)) {
		add_span(s, TYPE_GPE, a, known(s, h + 2) ? doc_token_at(d, known(s, h + 2)->end) - 1 : h + 2, "place by its type word");
	} else if (has_class(d, h, CLASS_REGION)) {
		if (word_in(d, h, "republic state kingdom territory federation village zone area township metropolis emirate")
		    && !known(s, a))
			return;
		add_span(s, word_in(d, h, "island mountain") ? TYPE_LOC : TYPE_GPE, a, h, "place by its type word");
	} else {
		if (word_in(d, h, "pass hill line area zone corridor belt coast channel cape valley") && !known_place(s, a) && a + 1 == h
		    && !place_where(s, a))
			return;
		add_span(s, TYPE_LOC, a, h, "place by its type word");
	}
}

/* May the capital at i be a place of a list? */
static bool
list_item(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	return is_capital(d, i) && name_word(d, i) & NAME_FREE && !known(s, i) && length(d, i) >= 4 && is_spaced(d, i)
	    && !has_class(d, i, CLASS_SURNAME | CLASS_GIVEN | CLASS_EVERYDAY) && !is_hyphen(d, i + 1);
}

/* "eastern Kunar province", "the Khakrez district": an unknown capital before the sort of region that it is. The province belongs to its
 * name, as it does with known ones. "The Etruscan region" is a people's. */
static void
unknown_region(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = h - 1;

	if (!list_item(s, a) || word_is(d, a, "gulf")
	    || !word_in(d, h, "province county district region prefecture oblast suburb neighborhood neighbourhood municipality township"))
		return;
	if (list_item(s, a - 1) && is_spaced(d, a))
		a--;
	if (a == 0 || !is_lower(d, a - 1) || is_mark(d, a, MARK_HYPHEN) || (a + 1 == h && is_demonym(d, a)))
		return;
	add_span(s, TYPE_GPE, a, word_in(d, h, "province county prefecture") ? h : h - 1, "capital before its sort of region");
}

/* "Aomori prefecture", "Gangwon province": the type word belongs to the name. */
void
rule_region(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	const struct mention *m;
	size_t a;

	if (h == 0 || !is_spaced(d, h))
		return;
	m = known(s, h - 1);
	if (!m)
		unknown_region(s, h);
	if (!m || !word_in(d, h, "prefecture province county island mountain") || (m->type != TYPE_GPE && m->type != TYPE_LOC)
	    || has_class(d, h - 1, CLASS_NATION))
		return;
	a = m->token;
	if (is_word(d, a) && !word_is(d, a - 1, "a"))
		add_span(s, TYPE_GPE, a, h, "place by its type word")->id = m->id;
}

/* Words that no unknown place begins or goes on with. */
enum {
	NOT_PLACE = CLASS_COMMON | CLASS_TITLE | CLASS_MODIFIER | CLASS_CALENDAR | CLASS_ORG | CLASS_UNIT | CLASS_EVENT | CLASS_LAW
	    | CLASS_COMPANY | CLASS_HONORIFIC | CLASS_RANK | CLASS_EVERYDAY | CLASS_NATION | CLASS_SURNAME | CLASS_WEAPON | CLASS_DIRECTION
	    | CLASS_SHIP | CLASS_SPEECH
};

/* The last token of the unknown place at a, of one word or two, that ends its phrase: a comma, a full stop, a small word behind it. 0 if it
 * is none. Nobody stands near persons: behind "near" a given name is a place's, too. */
static size_t
unknown_place(const struct scan *s, size_t a, bool near)
{
	const struct doc *d = s->d;
	const uint32_t no = NOT_PLACE | (near ? 0 : CLASS_GIVEN);
	size_t last = a;

	if (known(s, a) || !is_spaced(d, a) || is_upper(d, a) || length(d, a) < 4 || has_class(d, a, no)
	    || is_hyphen(d, a + 1) || word_in(d, a, "fort camp hangul bitcoin english internet parliament room"))
		return 0;
	if (is_capital(d, a + 1) && is_spaced(d, a + 1)) {
		if (known(s, a + 1) || has_class(d, a + 1, no))
			return 0;
		last++;
	}
	if (is_capital(d, last + 1) || is_hyphen(d, last + 1) || tok(d, last + 1)->kind == TOKEN_NUMBER
	    || (is_lower(d, last + 1) && !has_class(d, last + 1, CLASS_COMMON | CLASS_SPEECH | CLASS_WHERE)))
		return 0;
	return last;
}

/* "in Arizona", "off Sulawesi", "the port of Novorossiysk", "sailed from Mailiao", "the site at Parchin": an unknown capital behind a word
 * that places follow. */
void
rule_where(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	bool in = length(d, i) == 2 && !word_is(d, i, "km"), near = !in && word_is(d, i, "near"),
	     of = !in && !near && !word_in(d, i, "off outside across throughout");
	size_t a = of ? i + 2 : i + 1, last;

	/* "A Nation in Turmoil" */
	if (i > 0 && is_capital(d, i - 1) && (in_heading(d, i) || str_eq(d->field, STR("title"))) && !known(s, a))
		return;
	if (!is_capital(d, a)
	    || (of
		&& (word_in(d, i, "site base reactor shipyard mine airfield camp") ? !word_is(d, i + 1, "at")
										   : !word_in(d, i + 1, "of from to for"))))
		return;
	last = unknown_place(s, a, near);
	if (!last || (is_capital(d, i) && !is_mark(d, last + 1, MARK_COMMA)))
		return; /* "In Guryongpo, ...", but "In Sahra's view" */
	if (in && i > 0 && word_in(d, i - 1, "stake stakes share shares")) {
		add_span(s, TYPE_ORG, a, last, "capital of which one holds shares");
		return;
	}
	add_span(s, TYPE_GPE, a, last, "capital where a place stands");
}

/* "Kumchang-ri", "Ojon-dong", "Gapyeong-gun": Korean suffixes of places. Tried at the word before the hyphen. */
void
rule_korean_place(struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	if (!is_hyphen(d, i + 1) || !is_lower(d, i + 2) || is_hyphen(d, i + 3)
	    || (known(s, i) && (!known_place(s, i) || known(s, i)->end != tok(d, i)->end)))
		return;
	if (word_in(d, i + 2, KOREAN_SUFFIXES)
	    && !(word_is(d, i + 2, "up") && !korean_pair(doc_span(d, i, i)))) /* Unsan-up, but Stepped-up */
		if (!(i > 0 && is_capital(d, i - 1) && has_class(d, i - 1, CLASS_SURNAME) && has_class(d, i + 2, CLASS_SYLLABLE)
		    && !(is_opening(d, i - 1) && has_class(d, i - 1, CLASS_COMMON)))) /* In Tongho-ri */
			add_span(s, TYPE_GPE, i, i + 2, "place by its Korean suffix");
}
