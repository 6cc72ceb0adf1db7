/* Korean names in Latin letters, by their syllables. */
#include "person.h"
#include "person_form.h"

bool
korean_begins(const struct doc *d, size_t i)
{
	if (!is_capital(d, i) || !has_class(d, i, CLASS_SURNAME) || !is_capital(d, i + 1) || !is_spaced(d, i + 1)
	    || !has_class(d, i + 1, CLASS_SYLLABLE))
		return false;
	if (is_hyphen(d, i + 2))
		return has_class(d, i + 3, CLASS_SYLLABLE);
	return is_capital(d, i + 2) && is_spaced(d, i + 2) && has_class(d, i + 2, CLASS_SYLLABLE);
}

static bool
syllable(const struct doc *d, size_t i)
{
	return is_word(d, i) && has_class(d, i, CLASS_SYLLABLE);
}

/* The given name at i: "Jong-un", "Jong Un", "Jongun". Returns its last token, i - 1 if there is none. */
static size_t
korean_given(const struct doc *d, size_t i, bool *sure)
{
	*sure = true;
	if (!is_capital(d, i))
		return i - 1;
	if (is_hyphen(d, i + 1) && is_word(d, i + 2) && !is_hyphen(d, i + 3) && !word_in(d, i + 2, NO_SYLLABLES)) {
		int n = syllable(d, i) + syllable(d, i + 2);
		if (n == 2 || (n == 1 && length(d, i) <= 6 && length(d, i + 2) <= 6))
			return i + 2;
		*sure = false; /* June-hyuck: by its shape, if something else says so */
		return length(d, i) <= 6 && length(d, i + 2) <= 6 ? i + 2 : i - 1;
	}
	if (is_hyphen(d, i + 1))
		return i - 1;
	if (syllable(d, i) && is_capital(d, i + 1) && is_spaced(d, i + 1) && syllable(d, i + 1) && !is_hyphen(d, i + 2))
		return i + 1;
	if (korean_pair(doc_span(d, i, i)))
		return i;
	*sure = false;
	return syllable(d, i) ? i : i - 1;
}

/* Surname first: "Kwon Bo-ram", "No Kwang Chol", "KIM JONG-UN", "Shin Wonsik". */
static size_t
korean_at(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	bool sure, opens = is_opening(d, i) && has_class(d, i, CLASS_COMMON);
	size_t last;

	if (!has_class(d, i, CLASS_SURNAME) || (opens && !is_hyphen(d, i + 2)) || !is_spaced(d, i + 1)
	    || is_upper(d, i) > is_upper(d, i + 1))
		return i;
	last = korean_given(d, i + 1, &sure);
	if (last == i || (known_as(s, last, TYPE_GPE) && !(last == i + 3 && !known(s, i))) || runs_on(s, last))
		return i; /* but Kim Dong-gu is no district */
	/* "Do Kwang-il, chief of ...": the sentence must tell that it opens with no verb */
	if (opens && !(sure && (person_apposed(s, last + 1) || speaks(d, last + 1))))
		return i;
	/* "Bong Wook and Oh Gwang-soo" */
	if (!sure && last == i + 1 && (is_mark(d, last + 1, MARK_COMMA) || word_is(d, last + 1, "and")) && korean_begins(d, last + 2)
	    && !has_class(d, last, CLASS_EVERYDAY | CLASS_COMMON | CLASS_GIVEN))
		sure = true;
	/* "Suh Wook": two words that are nothing but parts of names */
	if (!sure && last == i + 1 && !is_opening(d, i) && !has_class(d, i, CLASS_EVERYDAY | CLASS_COMMON | CLASS_GIVEN)
	    && !has_class(d, last, CLASS_EVERYDAY | CLASS_COMMON | CLASS_GIVEN | CLASS_SURNAME) && !is_capital(d, last + 1)
	    && !is_hyphen(d, last + 1))
		sure = true;
	/* "Foreign Minister Choe Son Hue": a slip of the pen in the last syllable */
	if (!sure && last == i + 1 && person_behind_title(s, i) && is_capital(d, last + 1) && is_spaced(d, last + 1)
	    && length(d, last + 1) <= 5 && !known(s, last + 1)
	    && !has_class(d, last + 1, PERSON_NOT | PERSON_HEAD | CLASS_TITLE | CLASS_COMMON | CLASS_RANK) && !is_capital(d, last + 2))
		last++;
	if (!sure && !person_behind_title(s, i) && !speaks(d, last + 1) && !person_apposed(s, last + 1))
		return i;
	if (sure && last == i + 1 && has_class(d, last, CLASS_GIVEN | CLASS_EVERYDAY) && !person_behind_title(s, i)
	    && !person_apposed(s, last + 1) && !speaks(d, last + 1))
		return i;
	return add_person(s, i, last, "Korean name");
}

/* "KANG, Kyong Il", as lists of sanctions and of delegates have it; "Gen. Ahn, Byung-Seok", as the allied headquarters in Korea do. */
static size_t
korean_listed(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	bool sure, upper = is_upper(d, i);
	size_t last;

	if (!is_mark(d, i + 1, MARK_COMMA) || !has_class(d, i, CLASS_SURNAME) || !(upper || is_hyphen(d, i + 3))
	    || (i > 0 && is_capital(d, i - 1) && is_spaced(d, i) && !person_behind_title(s, i)))
		return i;
	last = korean_given(d, i + 2, &sure);
	if (last < i + 2 || !sure || is_capital(d, last + 1))
		return i;
	return add_person(s, i, last, upper ? "Korean name, surname in capitals" : "Korean name, a comma behind the surname");
}

/* Given name first: "Jin-Woo Shin", "Min-jung Park". */
static size_t
korean_given_first(struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	if (!syllable(d, i) || !is_hyphen(d, i + 1) || !syllable(d, i + 2) || !is_capital(d, i + 3)
	    || !has_class(d, i + 3, CLASS_SURNAME) || !is_spaced(d, i + 3) || is_hyphen(d, i + 4))
		return i;
	return add_person(s, i, i + 3, "Korean name, given name first");
}

size_t
person_korean(struct scan *s, size_t i)
{
	size_t next;

	if ((next = korean_given_first(s, i)) > i || (next = korean_at(s, i)) > i)
		return next;
	return korean_listed(s, i);
}
