/* Treaties, acts, resolutions and dated agreements: "Resolution 2397", "Sept. 19 military agreement", "Treaty on ...". */
#include "date_word.h"
#include "scan.h"

#include <stdio.h>

/* "2680 (2023)", as the United Nations number resolutions: the last token, n without a year. */
static size_t
over_year(const struct doc *d, size_t n)
{
	return is_mark(d, n + 1, MARK_OPEN) && tok(d, n + 2)->kind == TOKEN_NUMBER && length(d, n + 2) == 4 && is_mark(d, n + 3, MARK_CLOSE)
	    ? n + 3
	    : n;
}

void
law_identify(const struct scan *s, struct mention *m, const char *kind, struct str digits)
{
	char id[64];
	uint32_t entity;

	if (!kind || digits.n > 5)
		return;
	entity = gaz_find(s->g, str_of(id, (size_t)snprintf(id, sizeof id, "law/%s-%.*s", kind, (int)digits.n, digits.p)));
	if (entity != GAZ_NONE) {
		m->id = gaz_entity(s->g, entity).id;
		m->name = gaz_entity(s->g, entity).name;
	}
}

/* Adds the paper from token a to its number, with its id if its kind has one (not NULL). Returns its last token. */
static size_t
add_numbered(struct scan *s, const char *kind, size_t a, size_t number)
{
	size_t last = over_year(s->d, number);

	law_identify(s, add_span(s, TYPE_LAW, a, last, "numbered resolution"), kind, doc_span(s->d, number, number));
	return last;
}

/* "(UNSCR)", "(E.O.)": the token behind the bracket that opens at n; n if only letters stand there. */
static size_t
behind_letters(const struct doc *d, size_t n)
{
	size_t k = n + 1;

	while (k < n + 6 && (is_upper(d, k) || (is_capital(d, k) && length(d, k) == 1) || is_mark(d, k, MARK_DOT)))
		k++;
	return is_mark(d, k, MARK_CLOSE) ? k + 1 : n;
}

/* "UN Security Council Resolution 1874", "Resolutions 1718 and 1874", "UNSCR 2270", "Resolution (UNSCR) 2375"; "executive order 13810",
 * "Executive Order (E.O.) 13722". */
static bool
resolution(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	bool order = word_in(d, h, "order orders");
	size_t a, n = h + 1;

	if (!order && !word_in(d, h, "resolution resolutions unscr"))
		return false;
	if (order && !(h > 0 && word_is(d, h - 1, "executive")))
		return true;
	if (is_mark(d, n, MARK_OPEN))
		n = behind_letters(d, n);
	if (word_in(d, n, "no number") && is_mark(d, n + 1, MARK_DOT))
		n += 2;
	if (tok(d, n)->kind != TOKEN_NUMBER || length(d, n) < 3)
		return true;
	a = order ? h - 1 : name_left(s, h);
	const char *kind = order ? "executive-order"
	    : a == h || str_has(doc_span(d, a, h), STR("Security")) ? "un-security-council-resolution"
	    : NULL;
	n = add_numbered(s, kind, a, n);
	/* "Resolutions 2375, 2397 and 2270" */
	while (word_in(d, h, "resolutions orders") && (is_mark(d, n + 1, MARK_COMMA) || word_in(d, n + 1, "and or"))) {
		n += 2;
		if (word_in(d, n, "and or"))
			n++;
		if (tok(d, n)->kind != TOKEN_NUMBER || length(d, n) < 3 || length(d, n) > 5)
			break;
		n = add_numbered(s, kind, n, n);
	}
	return true;
}

/* A month or a holiday. */
static bool
month(const struct doc *d, size_t i)
{
	return is_capital(d, i) && has_class(d, i, CLASS_CALENDAR)
	    && !(date_word(doc_span(d, i, i))->classes & (DATE_WEEKDAY | DATE_SHORT_WEEKDAY));
}

/* The date before the words of an agreement: its first token, or a if there is none. "Sept. 19", "September 19", "9.19". */
static size_t
dated(const struct doc *d, size_t a)
{
	size_t p = a - 1;

	if (a == 0 || tok(d, p)->kind != TOKEN_NUMBER || length(d, p) > 5)
		return a;
	/* "Sept. 19, 2018 military agreement" */
	if (p >= 2 && length(d, p) == 4 && is_mark(d, p - 1, MARK_COMMA) && tok(d, p - 2)->kind == TOKEN_NUMBER)
		p -= 2;
	if (p >= 1 && month(d, p - 1))
		return p - 1;
	if (p >= 2 && is_mark(d, p - 1, MARK_DOT) && month(d, p - 2))
		return p - 2;
	struct str w = doc_span(d, p, p);
	if (w.n >= 3 && memchr(w.p, '.', w.n))
		return p;
	return a;
}

/* "Sept. 19 inter-Korean military agreement", "June 15 Joint Declaration". */
static bool
dated_agreement(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = h, from;

	if (!word_in(d, h, "agreement agreements declaration accord accords pact statement")
	    || (word_is(d, h, "statement") && !word_is(d, h - 1, "joint")))
		return false;
	for (int n = 0; n < 7; n++) {
		from = dated(d, a);
		if (from < a) {
			/* "Yoon's December 3 declaration of martial law" is none */
			if (word_is(d, h, "declaration") && (from > 0 && word_in(d, from - 1, "his her their its s")))
				return false;
			add_span(s, TYPE_LAW, from, h, "dated agreement");
			return true;
		}
		if (a == 0 || !(word_in(d, a - 1, AGREEMENT_WORDS) || is_hyphen(d, a - 1)))
			return false;
		a--;
	}
	return false;
}

/* As name_left, but "General Security of Military Information Agreement" has an "of", and "10th Special Measures Agreement" a
 * number. */
static size_t
law_left(const struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = name_left(s, h);

	if (a >= 2 && a < h && word_in(d, a - 1, "of on") && is_capital(d, a - 2) && !known(s, a - 2)
	    && !has_class(d, a - 2, CLASS_TITLE | CLASS_ORG | CLASS_LAW | CLASS_EVENT | CLASS_COMMON))
		a = name_left(s, a - 2);
	/* the Partner with Korea Act */
	if (a >= 2 && a < h && word_is(d, h, "act") && word_in(d, a - 1, "with to for in") && is_capital(d, a - 2)) {
		size_t b = name_left(s, a - 2);
		if (b > 0 && word_is(d, b - 1, "the") && !has_class(d, b, CLASS_NATION))
			return b;
	}
	if (a > 0 && a < h && is_ordinal(d, a - 1) && !(a > 1 && word_is(d, a - 2, "s")))
		a--;
	return a;
}

/* "Code for Unplanned Encounters at Sea", "Memorandum of Cooperation on Evacuation", the DPRK's "Law on Regional Development": does a
 * class of paper name what it is about, in two words with capitals or more? */
static bool
names_subject(const struct scan *s, size_t h)
{
	return word_in(s->d, h + 1, "of for on") && is_capital(s->d, h + 2) && name_right(s, h, false) > h + 2 && !in_heading(s->d, h);
}

size_t
law_year(const struct doc *d, size_t last)
{
	size_t n = word_is(d, last + 1, "of") ? last + 2 : last + 1;

	return word_is(d, last, "act") && tok(d, n)->kind == TOKEN_NUMBER && length(d, n) == 4 && is_spaced(d, n) ? n : last;
}

void
rule_law(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a, last;

	if (resolution(s, h) || dated_agreement(s, h) || !is_capital(d, h) || word_is(d, h, "regulations")
	    || (word_is(d, h, "convention") && word_is(d, h - 1, "national")))
		return; /* Democratic National Convention: people meet there */
	bool subject = (word_in(d, h, "memorandum guidelines code") || (word_is(d, h, "law") && word_is(d, h + 1, "on")))
	    && names_subject(s, h);
	bool named = word_is(d, h, "amendment") && name_left(s, h) + 1 == h && name_word(d, h - 1) & NAME_FREE
	    && !str_ends(doc_span(d, h - 1, h - 1), STR("al"))
	    && !(tok(d, h - 1)->flags & (TOKEN_OPENS | TOKEN_HEADING)); /* the Glenn Amendment */
	if (!subject && !named && word_in(d, h, PAPERS_BY_NAME) && name_left(s, h) + 1 >= h)
		return;
	/* Singapore Summit Joint Statement */
	bool joint = word_is(d, h, "statement") && word_is(d, h - 1, "joint") && is_capital(d, h - 1)
	    && (known_place(s, h - 2) || word_is(d, h - 2, "summit"));
	if (word_in(d, h, "bill guidelines statement strategy doctrine code") && !joint && !subject)
		return;
	a = law_left(s, h);
	/* National Security Law, but martial law; Camp David Principles, but founding principles */
	if (word_in(d, h, "law laws")
	    && ((a == h && !subject) || word_in(d, h - 1, "martial international criminal civil common maritime domestic")))
		return;
	if (word_is(d, h, "principles") && (a == h || !known_place(s, a)))
		return;
	last = name_right(s, h, false);
	if (last == h && (a == h || (a + 1 == h && (has_class(d, a, CLASS_COMMON | CLASS_MODIFIER) || word_is(d, a, "final")))))
		return;
	if (is_capital(d, h + 1) && is_spaced(d, h + 1) && has_class(d, h + 1, CLASS_ORG | CLASS_EVENT))
		return;
	if (h - a >= 8 && is_upper(d, a))
		return;
	/* "2018 Singapore Joint Statement" */
	last = law_year(d, last);
	add_span(s, TYPE_LAW, joint ? with_number(d, a) : a, last, "agreement by its head word");
}
