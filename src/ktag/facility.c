/* Facilities by their type words: "Osan Air Base", "Camp Casey", "Ulsan yard". */
#include "place.h"

/* "Camp Casey", "Fort Meade", "Joint Base Pearl Harbor-Hickam", "Observation Post Dora". */
static bool
camp(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t a = i, last = i;

	if ((word_is(d, i, "base") && i > 0 && word_in(d, i - 1, "joint naval air")) || is_lookout(d, i))
		a = i - 1;
	else if (word_in(d, i, "tunnel portal checkpoint") && place_numbered(d, i) > i)
		last = place_numbered(d, i);
	else if (!word_in(d, i, "camp fort checkpoint outpost"))
		return false;
	if (!is_spaced(d, i + 1) || has_class(d, i + 1, CLASS_TITLE))
		return false;
	if (last == i)
		last = is_lookout(d, i) && place_numbered(d, i) > i ? place_numbered(d, i) : place_named_after(s, i + 1);
	if (last <= i)
		return false;
	add_span(s, TYPE_FAC, a, last, "base or building by its type word");
	return true;
}

/* "Okpo shipyard", "Punggye-ri nuclear test site", "Tumen River bridge"; but "a Philadelphia shipyard", "the Busan yard Kangnam
 * Corporation". */
static void
lower_facility(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = h;

	while (a > 0 && a + 4 > h && word_in(d, a - 1, FACILITY_MODIFIERS))
		a--;
	if (a == 0 || !is_spaced(d, a))
		return;
	if (a >= 3 && is_hyphen(d, a - 2) && word_in(d, a - 1, KOREAN_SUFFIXES))
		a -= 2;
	else if (known_as(s, a - 1, TYPE_LOC))
		a = known(s, a - 1)->token + 1;
	if (!is_capital(d, --a) || word_in(d, a, "mw mwe mwt") || (a > 0 && word_in(d, a - 1, "a an any another some"))
	    || (is_capital(d, h + 1) && is_spaced(d, h + 1)))
		return;
	const struct mention *m = known(s, a);
	if (m ? (m->type != TYPE_GPE || has_class(d, a, CLASS_NATION)) && m->type != TYPE_LOC && m->type != TYPE_FAC
	      : is_opening(d, a) || has_class(d, a, CLASS_COMMON | CLASS_TITLE | CLASS_UNIT | CLASS_NATION | CLASS_ORG))
		return;
	if ((word_in(d, h, "bridge dam") && !known_as(s, a, TYPE_LOC))
	    || (word_in(d, h, "office base port station plant park camp site ground grounds") && a + 1 == h))
		return;
	if (m && m->type == TYPE_GPE)
		a = m->token; /* Kuala Lumpur airport */
	add_span(s, TYPE_FAC, a, h, "facility after its place");
}

/* "Hyesan Market", "Sunam Market"; but the Common Market, the KOSPI Market. */
static bool
market_place(const struct scan *s, size_t a, size_t h)
{
	const struct doc *d = s->d;

	return known_place(s, a) || (a + 1 < h && word_in(d, h - 1, "street district county city station central public"))
	    || (a + 1 == h && name_word(d, a) & NAME_FREE && !(tok(d, a)->flags & (TOKEN_OPENS | TOKEN_HEADING | TOKEN_UPPER))
		&& !word_in(d, a, PLAIN_MARKETS));
}

/* The first token of the facility whose head is at h: "Nam-gu Fire Station", "January 18 Machine Factory". */
static size_t
facility_start(const struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = name_left(s, h);

	if (a > 2 && is_hyphen(d, a - 2) && is_capital(d, a - 3) && is_spaced(d, a) && word_in(d, a - 1, KOREAN_SUFFIXES))
		a -= 3;
	if (word_in(d, h, "factory complex plant mine school station farm") && a > 1 && tok(d, a - 1)->kind == TOKEN_NUMBER
	    && length(d, a - 1) <= 2 && has_class(d, a - 2, CLASS_CALENDAR) && is_capital(d, a - 2))
		a -= 2;
	return a;
}

/* Is the name from a on that of a place where something stands, though its head at h is a word of other things, too? */
static bool
is_facility(const struct scan *s, size_t a, size_t h)
{
	const struct doc *d = s->d;

	if (word_in(d, h, "house school center headquarters group")
	    || (word_is(d, h, "range") && word_in(d, h - 1, "short medium intermediate long extended")))
		return false;
	if (word_is(d, h, "field"))
		return a + 1 == h && place_where(s, a);
	if (word_is(d, h, "market"))
		return market_place(s, a, h);
	/* Joon Ha Park; the Polish Port of Gdynia */
	if ((word_is(d, h, "park") && a + 1 < h && has_class(d, h - 1, CLASS_SYLLABLE) && has_class(d, h - 2, CLASS_SYLLABLE))
	    || (word_is(d, h, "port") && a + 1 == h && known_as(s, a, TYPE_NORP)))
		return false;
	return !word_in(d, h, "park gate plant mine camp terminal village") || known_place(s, a) || a + 1 < h
	    || (word_in(d, h, "park gate terminal") && place_where(s, a));
}

/* "Naval Air Station Atsugi", "RAAF Base Edinburgh": the last token of the name whose head is at h. */
static size_t
facility_end(const struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	bool goes_on = (word_is(d, h, "station") && word_in(d, h - 1, "air naval"))
	    || (word_is(d, h, "base") && word_in(d, h - 1, "naval joint raaf support"));

	if (!goes_on || !is_capital(d, h + 1) || !is_spaced(d, h + 1))
		return h;
	return place_named_after(s, h + 1) > h ? place_named_after(s, h + 1) : h + 1;
}

void
rule_facility(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a;

	if (is_lower(d, h)) {
		if (word_in(d, h, FACILITIES))
			lower_facility(s, h);
		return;
	}
	if (camp(s, h) || names_thing(d, h + 1) || word_is(d, h, "post") || (is_hyphen(d, h + 1) && has_class(d, h + 2, CLASS_SYLLABLE)))
		return; /* Foreign Affairs Yun Park-jin */
	a = facility_start(s, h);
	if (!place_left(s, a, h) || (is_capital(d, h + 1) && is_spaced(d, h + 1)
	    && has_class(d, h + 1, CLASS_ORG | CLASS_EVENT | CLASS_UNIT | CLASS_FACILITY)))
		return;
	/* inter-Korean Kaesong Industrial Complex */
	const struct mention *whole = known_as(s, h, TYPE_FAC) ? known(s, h) : NULL;
	if (whole && whole->end == tok(d, h)->end && whole->start > tok(d, a)->start && has_class(d, whole->token - 1, CLASS_NATION))
		return;
	/* Seaspan Shipyards: a company has several */
	if (is_facility(s, a, h))
		add_span(s, word_in(d, h, "shipyards dockyards") ? TYPE_ORG : TYPE_FAC, a, facility_end(s, h),
		    "base or building by its type word");
}
