/* Persons whose name says by its form alone that it is one, and those of whom the text gives one word. */
#include "person.h"
#include "person_form.h"

/* Such a word neither opens nor ends a name that only its form tells. */
enum {
	NO_FORM = PERSON_NOT | PERSON_HEAD | CLASS_COMMON | CLASS_TITLE | CLASS_RANK | CLASS_MODIFIER | CLASS_PLACE | CLASS_REGION
	    | CLASS_FACILITY | CLASS_DIRECTION | CLASS_SHIP
};

/* "Sakie Yokota", "Da Zhigang", "Gayk Asatryan": do the words from i to last sound like names of some people? */
static bool
sounds_foreign(const struct scan *s, size_t i, size_t last)
{
	const struct doc *d = s->d;
	struct str first = doc_span(d, i, i), final = doc_span(d, last, last);

	if (last == i + 1
	    && ((japanese_word(first) && japanese_word(final)) || (chinese_surname(first) && chinese_given(final))
		|| (chinese_given(first) && chinese_surname(final) && !has_class(d, i, CLASS_SURNAME))))
		return true;
	return !known(s, last) && !in_heading(d, i) && telling_surname(final);
}

/* May a name begin at i that only its form tells? */
static bool
may_open_name(const struct doc *d, size_t i)
{
	if (!is_capital(d, i + 1) || !is_spaced(d, i + 1) || length(d, i) < 2 || has_class(d, i, NO_FORM))
		return false;
	return i == 0
	    || !(is_hyphen(d, i - 1) || has_class(d, i - 1, CLASS_VESSEL | CLASS_SHIP)
		|| (is_capital(d, i - 1) && is_spaced(d, i) && !word_is(d, i - 1, "q")));
}

size_t
person_by_form(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last;

	if (!may_open_name(d, i))
		return i;
	/* Lin Ying-yu, as Taiwan spells */
	if (is_hyphen(d, i + 2) && is_lower(d, i + 3) && chinese_surname(doc_span(d, i, i)) && chinese_syllable(doc_span(d, i + 1, i + 1))
	    && chinese_syllable(doc_span(d, i + 3, i + 3)))
		return add_person(s, i, i + 3, "name by its form");
	last = name_end(s, i);
	if (last == i || has_class(d, last, NO_FORM) || runs_on(s, last) || is_capital(d, last + 1))
		return i;
	if (last == i + 1 && word_is(d, last, "maru")) {
		add_span(s, TYPE_WEAPON, i, last, "Japanese ship");
		return last + 1;
	}
	/* Leejin J. Chung: nothing else has a middle initial */
	if (sounds_foreign(s, i, last) || (last == i + 3 && length(d, i + 1) == 1 && is_mark(d, i + 2, MARK_DOT) && !known(s, i)))
		return add_person(s, i, last, "name by its form");
	return i;
}

/* A given name by itself, spoken to: "Matt, go ahead", "With that, Matt, could you", "Thank you, Sean." */
static bool
spoken_to(const struct doc *d, size_t i)
{
	if (!has_class(d, i, CLASS_GIVEN) || has_class(d, i, CLASS_EVERYDAY | CLASS_SURNAME | CLASS_NATION | PERSON_HEAD) || is_upper(d, i))
		return false;
	if (is_opening(d, i))
		return is_mark(d, i + 1, MARK_COMMA) && word_in(d, i + 2, "go please you can do what could i thank");
	if (i < 2 || !is_mark(d, i - 1, MARK_COMMA))
		return false;
	return (is_mark(d, i + 1, MARK_COMMA) && word_in(d, i + 2, "do you can could please thank"))
	    || (tok(d, i + 1)->kind == TOKEN_PUNCT && word_in(d, i - 2, "you thanks no yes yeah sure okay hi hello welcome sorry morning"));
}

/* "the second-term Bush administration", "the Choi government" */
static bool
governs(const struct doc *d, size_t i)
{
	if (!is_lower(d, i + 1) || !(name_word(d, i) & (NAME_KOREAN | NAME_PRESIDENT)))
		return false;
	if (has_class(d, i, CLASS_SURNAME) && i > 0 && word_is(d, i - 1, "the") && word_in(d, i + 1, "administration government presidency")
	    && !has_class(d, i, CLASS_NATION))
		return true;
	return name_word(d, i) & NAME_PRESIDENT && word_in(d, i + 1, "administration administrations") && !in_heading(d, i);
}

/* "Yoon's plan", "Choi said": a Korean surname by itself, where the article never spells the name out. */
static bool
acts(const struct doc *d, size_t i)
{
	bool owns = is_mark(d, i + 1, MARK_APOSTROPHE) && is_glued(d, i + 1) && word_is(d, i + 2, "s") && is_glued(d, i + 2);

	if (!has_class(d, i, CLASS_SURNAME | CLASS_GIVEN) || has_class(d, i, CLASS_EVERYDAY | CLASS_COMMON | CLASS_NATION)
	    || length(d, i) < 3 || tok(d, i)->flags & (TOKEN_UPPER | TOKEN_HEADING)
	    || (!owns && !speaks(d, i + 1) && !(i > 0 && speaks(d, i - 1) && tok(d, i + 1)->kind == TOKEN_PUNCT)))
		return false;
	if (i > 0 && is_word(d, i - 1) && is_capital(d, i - 1) && is_spaced(d, i) && !has_class(d, i - 1, CLASS_COMMON))
		return false;
	return !is_mark(d, i - 1, MARK_HYPHEN) && !is_mark(d, i - 1, MARK_AMPERSAND);
}

/* One word by itself that no table knows here. */
size_t
person_single(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	bool comma = is_mark(d, i + 1, MARK_COMMA);

	if (!(name_word(d, i) & (NAME_KOREAN | NAME_PRESIDENT)) && !(comma && is_mark(d, i - 1, MARK_OPEN)))
		return i; /* most capitals are no part of a name */
	if (spoken_to(d, i))
		return add_person(s, i, i, "given name spoken to");
	if (governs(d, i))
		return add_person(s, i, i, "surname of an administration");
	/* "(Nam, Yonhap)": who asks at a briefing */
	if (comma && i > 0 && is_mark(d, i - 1, MARK_OPEN) && known_as(s, i + 2, TYPE_ORG) && tok(d, i + 3)->kind == TOKEN_PUNCT
	    && !is_upper(d, i) && !has_class(d, i, CLASS_NATION | CLASS_COMMON))
		return add_person(s, i, i, "name before its outlet");
	/* "Kim – unable to": nothing else is called so */
	if (word_is(d, i, "kim") && !(tok(d, i)->flags & (TOKEN_UPPER | TOKEN_HEADING)) && !is_capital(d, i + 1) && !is_hyphen(d, i + 1)
	    && !is_hyphen(d, i - 1) && (i == 0 || !is_capital(d, i - 1) || !is_spaced(d, i)))
		return add_person(s, i, i, "surname");
	/* "Josh, who is here" */
	if (comma && has_class(d, i, CLASS_GIVEN) && word_is(d, i + 2, "who")
	    && !has_class(d, i, CLASS_EVERYDAY | CLASS_COMMON | CLASS_NATION) && (i == 0 || !is_capital(d, i - 1)))
		return add_person(s, i, i, "given name and relative clause");
	return acts(d, i) ? add_person(s, i, i, "surname that acts") : i;
}
