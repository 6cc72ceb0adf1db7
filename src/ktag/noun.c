/* Names that a common noun explains: "Hanawon, a settlement center in Anseong", "chipmaker Zelvix", "Gefest-M, a company in Moscow". */
#include "person_form.h"
#include "scan.h"

enum { WITHIN = 7 }; /* tokens between the comma and the noun */

/* What nouns explain. */
static struct {
	enum entity_type type;
	struct list words;
} nouns[] = {
	{ TYPE_ORG, LIST_ITEM(NOUNS_ORG) },
	{ TYPE_FAC, LIST_ITEM(NOUNS_FAC) },
	{ TYPE_GPE, LIST_ITEM(NOUNS_GPE) },
	{ TYPE_LOC, LIST_ITEM(NOUNS_LOC) },
	{ TYPE_WEAPON, LIST_ITEM(NOUNS_WEAPON) },
	{ TYPE_EVENT, LIST_ITEM(NOUNS_EVENT) },
};

static enum entity_type
noun_type(const struct doc *d, size_t i)
{
	for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
		if (word_listed(d, i, &nouns[k].words))
			return nouns[k].type;
	return TYPES;
}

bool
free_word(const struct token_word *t, struct str word)
{
	return word.n > 2 && !(t->classes & (CLASS_COMMON | CLASS_TITLE | CLASS_MODIFIER | CLASS_RANK | CLASS_HONORIFIC | CLASS_CALENDAR
	    | CLASS_NATION | CLASS_DIRECTION | CLASS_SHIP));
}

/* A capital that no other class of word lays claim to. Behind an article even a personal name is a ship's or a firm's. */
static bool
free_capital(const struct scan *s, size_t i, bool article)
{
	return name_word(s->d, i) & NAME_FREE && (article || !has_class(s->d, i, CLASS_SURNAME | CLASS_GIVEN | CLASS_EVERYDAY))
	    && !known(s, i) && !in_heading(s->d, i);
}

/* The last token of one to three free capitals from i; "Gefest-M". */
static size_t
run(const struct scan *s, size_t i, bool article)
{
	const struct doc *d = s->d;
	size_t last = i;

	while (last < i + 2 && free_capital(s, last + 1, article) && is_spaced(d, last + 1))
		last++;
	if (is_hyphen(d, last + 1) && is_capital(d, last + 2))
		last += 2;
	if (word_in(d, last + 1, "al ul el") && is_hyphen(d, last + 2) && is_capital(d, last + 3))
		last += 3; /* Ansar al-Islam */
	return last;
}

/* Does the noun at i end its phrase, or does another noun follow: "a company official"? */
static bool
ends_phrase(const struct doc *d, size_t i)
{
	const struct token *next = tok(d, i + 1);

	return next->kind == TOKEN_PUNCT ? next->mark != MARK_HYPHEN && next->mark != MARK_APOSTROPHE
					 : next->kind == TOKEN_BREAK
		|| (is_lower(d, i + 1)
		    && (has_class(d, i + 1, CLASS_COMMON) || word_in(d, i + 1, "held made built based owned known called")));
}

/* ", a settlement center in": the type of the noun behind the name; TYPES if there is none. */
static enum entity_type
explained(const struct scan *s, size_t comma)
{
	const struct doc *d = s->d;

	if (!is_mark(d, comma, MARK_COMMA) || !word_in(d, comma + 1, "a an the its"))
		return TYPES;
	for (size_t i = comma + 2; i < comma + WITHIN; i++) {
		if (!is_word(d, i) && !is_hyphen(d, i))
			return TYPES;
		if (has_class(d, i, CLASS_TITLE | CLASS_RANK) || word_in(d, i, "who of in at"))
			return TYPES;
		/* "king of the Joseon Dynasty, the Jeongjo destroyer": another name */
		if (word_is(d, comma + 1, "the") && is_capital(d, i) && is_spaced(d, i) && !has_class(d, i, CLASS_NATION)
		    && !known_place(s, i))
			return TYPES;
		if (has_class(d, i, CLASS_NOUN) && ends_phrase(d, i))
			return noun_type(d, i);
	}
	return TYPES;
}

/* "LAOAG, Philippines --", "KANANASKIS, Alberta (AP)": does the paragraph begin with the town whose state stands behind the comma? */
static bool
dateline(const struct scan *s, size_t i, size_t comma)
{
	const struct doc *d = s->d;

	if ((i > 0 && tok(d, i - 1)->kind != TOKEN_BREAK) || !known_as(s, comma + 1, TYPE_GPE))
		return false;
	size_t behind = doc_token_at(d, known(s, comma + 1)->end);
	if (has_class(d, behind, CLASS_REGION) && is_capital(d, behind))
		behind++; /* UBE, Yamaguchi Prefecture-- */
	return is_mark(d, behind, MARK_DASH) || is_mark(d, behind, MARK_OPEN) || is_mark(d, behind, MARK_COLON)
	    || is_mark(d, behind, MARK_HYPHEN);
}

/* "in Dayton, Ohio", "near Fort Worth, Texas" */
static bool
town(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t comma = is_mark(d, i + 1, MARK_COMMA) ? i + 1 : i + 2;
	bool coded = false;

	if (is_mark(d, comma, MARK_COMMA) && free_capital(s, i, true) && dateline(s, i, comma)) {
		add_span(s, TYPE_GPE, i, comma - 1, "town that opens a dateline");
		return true;
	}
	if (!is_mark(d, comma, MARK_COMMA) || i == 0 || !free_capital(s, i, true) || word_in(d, i, "fort camp"))
		return false;
	/* "Bethesda, MD" */
	coded = length(d, comma + 1) == 2 && is_upper(d, comma + 1) && tok(d, comma + 2)->kind != TOKEN_NUMBER
	    && word_in(d, comma + 1, STATE_CODES);
	if ((!coded && !known_as(s, comma + 1, TYPE_GPE))
	    || !(word_in(d, i - 1, "in at near from outside to of") || (coded && is_mark(d, i - 1, MARK_COMMA)))
	    || (comma == i + 2 && !free_capital(s, i + 1, true))
	    || has_class(d, comma - 1, CLASS_ORG | CLASS_UNIT | CLASS_EVENT | CLASS_COMPANY | CLASS_FACILITY | CLASS_PLACE))
		return false;
	add_span(s, TYPE_GPE, i, comma - 1, "town before its state");
	if (coded)
		add_span(s, TYPE_GPE, comma + 1, comma + 1, "state behind its town");
	return true;
}

/* Words of those who work in bodies, as titles are. */
static bool
works(const struct doc *d, size_t i)
{
	return is_word(d, i) && word_in(d, i, WORKERS);
}

/* "the director of Ukrspecsystems", "chief executive of Dongkuk": who leads a body that has no other name. Places have mayors and chiefs.
 */
static bool
leads(const struct doc *d, size_t i)
{
	return is_lower(d, i) && word_in(d, i, LEADERS);
}

/* "director of supply at": the word before i, or the one that its "of" in small letters hangs on, names one who works. */
static bool
works_before(const struct doc *d, size_t i)
{
	size_t k = i;

	if (works(d, i - 1))
		return true;
	while (k > 0 && k + 4 > i && is_lower(d, k - 1) && !word_is(d, k - 1, "of"))
		k--;
	return k > 1 && k < i && word_is(d, k - 1, "of") && (works(d, k - 2) || leads(d, k - 2));
}

/* "Benedict Hamilton of Kroll": does a person's name, the last one found, end before token i? Who is elected is of a place: "Rep. Lowe of
 * Topeka". */
static bool
person_before(const struct doc *d, size_t i)
{
	const struct mention *m = d->mentions_n ? &d->mentions[d->mentions_n - 1] : NULL;

	return m && i > 0 && m->type == TYPE_PERSON && m->end == tok(d, i - 1)->end && m->token + 1 < i
	    && !(m->token > 1
		&& (word_in(d, m->token - 1, "mayor governor senator delegate sheriff") || word_in(d, m->token - 2, "rep sen gov")));
}

/* "director of Strategic Analysis Australia": the country in which it works ends a body's name. */
static size_t
with_country(const struct scan *s, size_t last)
{
	const struct doc *d = s->d;
	const struct mention *m = known_as(s, last + 1, TYPE_GPE) ? known(s, last + 1) : NULL;

	return m && is_spaced(d, last + 1) && m->start == tok(d, last + 1)->start && m->end == tok(d, last + 1)->end
	    ? last + 1
	    : last;
}

/* "an analyst at Darktrace", "a lawyer with Jipyong", "the head of Welthungerhilfe", "made by Intellian": where those work whose work is
 * done in bodies, and who makes things. */
static bool
workplace(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last;

	if (i < 2 || !is_lower(d, i - 1) || !word_in(d, i - 1, "at with of by"))
		return false;
	if (word_is(d, i - 1, "by") ? !word_in(d, i - 2, "made built manufactured supplied operated owned produced")
		    || has_class(d, i, CLASS_GIVEN | CLASS_SURNAME)
		: word_is(d, i - 1, "of") ? !leads(d, i - 2) && !person_before(d, i - 1)
					  : !works_before(d, i - 1))
		return false;
	last = with_country(s, run(s, i, true));
	if (word_is(d, last + 1, "police"))
		return false;
	if (is_mark(d, last + 1, MARK_AMPERSAND) && is_capital(d, last + 2))
		last += 2; /* Hambrecht & Quist */
	if (is_capital(d, last + 1) && is_spaced(d, last + 1))
		return false;
	add_span(s, TYPE_ORG, i, last, "body where one works");
	return true;
}

/* "MarineTraffic", "TonnelYuzhStroy": a capital inside of a word is a brand's. Not of a person ("Dave DeVries"), of an app or of malware.
 */
static bool
brand(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last;

	if (!(name_word(d, i) & NAME_BRAND) || (i > 0 && (is_hyphen(d, i - 1) || (is_capital(d, i - 1) && is_spaced(d, i))
	    || word_in(d, i - 1, NO_BRANDS))))
		return false;
	last = run(s, i, true);
	if (is_hyphen(d, last + 1) || (is_capital(d, last + 1) && is_spaced(d, last + 1))
	    || word_in(d, last + 1, "malware app backdoor ransomware"))
		return false;
	add_span(s, TYPE_ORG, i, last, "brand with a capital inside");
	return true;
}

bool
brand_word(const struct token_word *t, struct str word)
{
	if (word.n < 6 || t->classes || t->flags & TOKEN_UPPER)
		return false;
	for (size_t i = 3; i + 2 < word.n; i++)
		if (word.p[i] >= 'A' && word.p[i] <= 'Z' && word.p[i - 1] >= 'a' && word.p[i - 1] <= 'z' && word.p[i + 1] >= 'a')
			return !(str_starts(word, STR("Mac")) && i == 3) && !(str_starts(word, STR("Fitz")) && i == 4)
			    && !(str_starts(word, STR("Van")) && i == 3) && !korean_pair(word);
	return false;
}

/* A free capital at i, at the start of its run, explained behind it. */
void
rule_explained(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	enum entity_type type;
	size_t last;
	if (!free_capital(s, i, true))
		return;
	bool article = i > 0 && word_is(d, i - 1, "the");

	if (workplace(s, i) || town(s, i) || brand(s, i) || (!article && !free_capital(s, i, false))
	    || (i > 0 && !article && is_capital(d, i - 1) && is_spaced(d, i)) || (i > 0 && is_hyphen(d, i - 1)))
		return;
	last = run(s, i, article);
	type = explained(s, last + 1);
	if (type != TYPES)
		add_span(s, type, i, last, "name explained by the noun behind it");
}

/* "Corriere della Sera", "News of the World": the first token of a name that goes on over small words up to the capital at a. */
static size_t
over_links(const struct scan *s, size_t a)
{
	const struct doc *d = s->d;

	for (size_t b; a > 2; a = b) {
		if (word_in(d, a - 1, "of della de du am des del di i"))
			b = a - 2;
		else if (word_is(d, a - 1, "the") && word_is(d, a - 2, "of"))
			b = a - 3;
		else
			break;
		if (!is_capital(d, b) || known(s, b))
			break;
	}
	return a;
}

/* Bodies and arms whose noun stands behind their name. */
static enum entity_type
type_behind(const struct doc *d, size_t i)
{
	if (word_in(d, i, BODIES_BEHIND_NAMES))
		return TYPE_ORG;
	return word_in(d, i, ARMS_BEHIND_NAMES) ? TYPE_WEAPON : TYPES;
}

/* "the Gazeta Wyborska newspaper", "the ruling Chart Thai party", "its Orka submarines": the noun stands behind, and the name behind an
 * article or a small word. */
void
rule_noun_behind(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	enum entity_type type = type_behind(d, i);
	size_t a = i - 1;

	if (type == TYPES || !is_spaced(d, i) || !ends_phrase(d, i) || !free_capital(s, a, false) || is_hyphen(d, a - 1)
	    || (type == TYPE_WEAPON && is_upper(d, a)))
		return;
	while (a + 3 > i && free_capital(s, a - 1, false) && is_spaced(d, a))
		a--;
	a = over_links(s, a);
	if (a == 0 || !is_lower(d, a - 1) || !is_spaced(d, a) || (a + 1 == i && list_ends(LIST("an ic ish ese"), doc_span(d, a, a))))
		return;
	add_span(s, type, a, i - 1, "name before the noun that explains it");
}

/* "the hacking group Zelvix", "a civic organization Tongil": a group whose sort is told may go on with its name; not "the group Monday". */
static bool
of_sort(const struct doc *d, size_t i)
{
	return i > 1 && word_in(d, i, "group organization")
	    && ((is_lower(d, i - 1) && !has_class(d, i - 1, CLASS_COMMON)) || is_mark(d, i - 1, MARK_APOSTROPHE))
	    && is_spaced(d, i);
}

/* "chipmaker Zelvix": the noun stands in front. Bodies only: other nouns go with numbers and models. */
void
rule_noun(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last;

	bool tank = word_is(d, i, "tank") && i > 0 && word_is(d, i - 1, "think");
	bool agency = word_is(d, i, "agency") && i > 0 && word_is(d, i - 1, "news");
	if (!free_capital(s, i + 1, tank) || !is_spaced(d, i + 1) || (noun_type(d, i) != TYPE_ORG && !tank)
	    || (word_in(d, i, "group party union agency unit institute organization") && !agency && !of_sort(d, i)))
		return;
	last = run(s, i + 1, tank);
	if (is_capital(d, last + 1) && is_spaced(d, last + 1) && word_in(d, last + 1, TAILS_OF_FIRMS))
		last++;
	if (of_sort(d, i))
		last = name_right(s, last, false); /* Heirs of Justice */
	if (!is_capital(d, last + 1) || !is_spaced(d, last + 1))
		add_span(s, TYPE_ORG, i + 1, last, "name behind the noun that explains it");
}
