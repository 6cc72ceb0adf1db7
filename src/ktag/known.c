/* What the gazetteer finds, with its limits set right for the text: doubtful words, "X of STATE", numbers that belong. */
#include "known.h"

/* The Pentagon as a place: "at the Pentagon", "outside Cheong Wa Dae". */
static bool
building(const struct doc *d, size_t i, size_t after)
{
	size_t p = i - 1, noun = word_is(d, after + 1, "s") && is_glued(d, after + 1) ? after + 2 : after;

	if (word_in(d, noun, "bunker compound grounds lawn complex building gate courtyard underground basement rose garden roof"))
		return true;
	if (i > 1 && word_is(d, p, "presidential"))
		p--; /* at the presidential Blue House */
	if (i > 0 && word_is(d, p, "the"))
		p--;
	if (word_in(d, p, TO_BUILDINGS))
		return true;
	if (word_in(d, p, "in into"))
		return !word_is(d, after, "and");
	if (!word_in(d, p, "to from of"))
		return false;
	for (size_t k = p; k-- > 0 && k + 8 > p && is_word(d, k);)
		if (word_in(d, k, WAYS_TO_BUILDINGS))
			return true;
	return false;
}

/* A ship or gun rather than the town it is named after: the article or a calibre stands before it, or it sinks. */
static bool
is_vessel(const struct scan *s, const struct gaz_hit *hit, size_t i)
{
	const struct doc *d = s->d;
	size_t after = i + hit->tokens;

	if (word_in(d, after, "sinking sank warship corvette frigate destroyer guns gun artillery howitzer howitzers"))
		return true;
	if (i == 0)
		return false;
	if (word_is(d, i - 1, "the"))
		return !word_in(d, after, "area region city district factory plant government office county province police fire");
	return has_class(d, i - 1, CLASS_VESSEL) || word_in(d, i - 1, "ship ships boat millimeter millimetre")
	    || str_ends(doc_span(d, i - 1, i - 1), STR("mm")); /* 170mm Koksan */
}

static uint32_t
ship(const struct scan *s, const struct gaz_hit *hit, size_t i)
{
	for (size_t k = 1; k < hit->n; k++)
		if (gaz_entity(s->g, hit->at[k].entity).type == TYPE_WEAPON)
			return is_vessel(s, hit, i) ? hit->at[k].entity : GAZ_NONE;
	return GAZ_NONE;
}

struct mention *
known_add(struct scan *s, const struct gaz_entity *e, size_t from, size_t tokens, size_t end)
{
	struct mention *m = doc_mention(s->d, e->type, from, end, "gazetteer");

	m->id = e->id;
	m->name = e->name;
	for (size_t k = from; k < from + tokens && k < s->d->tokens_n; k++)
		s->known[k] = (uint32_t)s->d->mentions_n;
	return m;
}

/* The howitzers of "K9 howitzers" are no part of the name; the "class" of "Scud-class" neither, but ships have classes: "Ohio-class". */
static size_t
trimmed(const struct doc *d, const struct gaz_hit *hit, size_t i, const struct gaz_entity *e)
{
	size_t last = i + hit->tokens - 1;
	enum entity_type type = e->type;

	if (type == TYPE_EVENT && last > i && is_lower(d, last) && has_class(d, last, CLASS_DRILL) && is_capital(d, last - 1))
		return last - 1;
	if (type != TYPE_WEAPON || hit->at[0].flags & (GAZ_LOWER | GAZ_USER))
		return last;
	while (last > i && is_lower(d, last) && is_spaced(d, last))
		last--;
	if (last > i + 1 && is_lower(d, last) && is_hyphen(d, last - 1) && word_is(d, last, "class") && str_ends(e->kind, STR("missile")))
		last -= 2;
	return last;
}

/* "Lloyd J. Austin III": the suffix belongs to the name. */
static size_t
person_end(const struct doc *d, size_t last)
{
	if (word_in(d, last, "Jr Sr") && is_mark(d, last + 1, MARK_DOT) && is_glued(d, last + 1))
		return last + 1;
	if (!is_capital(d, last + 1) && !is_mark(d, last + 1, MARK_COMMA))
		return last;
	for (size_t k = last + 1; k <= last + 2; k++) /* "Joseph R. Biden, Jr." */
		if (is_mark(d, k + 1, MARK_DOT) && word_in(d, k, "Jr Sr") && (k == last + 1 || is_mark(d, last + 1, MARK_COMMA)))
			return k + 1;
	return is_capital(d, last + 1) && word_in(d, last + 1, NAME_SUFFIXES) ? last + 1 : last;
}

size_t
known_compass(const struct doc *d, size_t i, struct gaz_entity *e)
{
	bool south = i > 0 && word_is(d, i - 1, "south"), north = i > 0 && word_is(d, i - 1, "north");

	if ((!south && !north) || !is_lower(d, i - 1) || !word_in(d, i, "Korea Korean Koreans") || !is_spaced(d, i))
		return i;
	if (e->type == TYPE_GPE) {
		e->id = south ? STR("country/kr") : STR("country/kp");
		e->name = south ? STR("South Korea") : STR("North Korea");
	}
	return i - 1;
}

/* "Babcock Canada", "Hanwha Defence Australia,": the country in which a company's daughter works belongs to its name. */
static size_t
abroad(const struct scan *s, const struct gaz_entity *e, const struct gaz_hit *hit, size_t last)
{
	const struct doc *d = s->d;
	struct gaz_hit state;
	size_t i = last + 1;

	if (!str_eq(e->kind, STR("company")) || hit->at[0].flags & GAZ_OUTLET || !is_capital(d, i) || !has_class(d, i, CLASS_NATION)
	    || !is_spaced(d, i) || in_heading(d, i) || is_capital(d, i + 1) || is_hyphen(d, i + 1)
	    || (is_lower(d, i + 1) && !word_in(d, i + 1, "and said says in has had was to for will")) || !gaz_match(s->g, d, i, 0, &state))
		return last;
	return state.tokens == 1 && gaz_entity(s->g, state.at[0].entity).type == TYPE_GPE ? i : last;
}

/* "Naver Cloud", "Kakao Mobility": a company's name goes on into that of its daughter. */
static size_t
daughter(const struct scan *s, const struct gaz_entity *e, size_t last)
{
	const struct doc *d = s->d;
	struct gaz_hit other;
	size_t i = last + 1;

	if (!str_eq(e->kind, STR("company")) || !is_capital(d, i) || !is_spaced(d, i)
	    || tok(d, i)->flags & (TOKEN_UPPER | TOKEN_HEADING | TOKEN_OPENS) || is_mark(d, i + 1, MARK_HYPHEN)
	    || tok(d, i + 1)->kind == TOKEN_NUMBER || is_capital(d, i + 1) || length(d, i) < 4
	    || has_class(d, i, CLASS_TITLE | CLASS_RANK | CLASS_HONORIFIC | CLASS_MODIFIER | CLASS_CALENDAR | CLASS_COMMON | CLASS_NATION
	    | CLASS_GIVEN | CLASS_SURNAME | CLASS_WEAPON | CLASS_LAW | CLASS_EVENT) || gaz_match(s->g, d, i, 0, &other))
		return last;
	return str_digit(doc_span(d, i, i), 0) < length(d, i) ? last : i; /* General Electric F414 */
}

/* ", a general who ...": a man, not the ship named after him. */
static bool
a_man(const struct doc *d, size_t i)
{
	if (!is_mark(d, i, MARK_COMMA))
		return false;
	for (size_t k = i + 1; k < i + 8 && tok(d, k)->kind != TOKEN_BREAK && !is_mark(d, k, MARK_COMMA); k++)
		if (has_class(d, k, CLASS_TITLE | CLASS_RANK) || word_in(d, k, "who hero fighter scholar warrior soldier"))
			return true;
	return false;
}

/* Is the ship's name here that of the man it is named after? */
static bool
is_man(const struct doc *d, const struct gaz_hit *hit, size_t i)
{
	if (!has_class(d, i, CLASS_SURNAME) || hit->tokens < 2 || i == 0)
		return false;
	if (word_is(d, i - 1, "after") || has_class(d, i - 1, CLASS_TITLE | CLASS_RANK))
		return true;
	return a_man(d, i + hit->tokens) && !word_is(d, i - 1, "the") && !has_class(d, i - 1, CLASS_VESSEL);
}

/* Words behind 청와대 that make it a place: its bunker, its grounds, before it. */
static bool
hangul_place(struct str next)
{
	return word_begins(next, "위기관리센터 지하 벙커 춘추관 본관 영빈관 앞 인근 안에 경내");
}

/* The type that the context gives: buildings act or are places. */
static enum entity_type
type_here(const struct doc *d, const struct gaz_hit *hit, size_t i, enum entity_type type)
{
	size_t after = i + hit->tokens;

	if (type != TYPE_ORG && type != TYPE_FAC)
		return type;
	if (str_starts(doc_span(d, i, i), STR("백악관에서")) && hit->tokens == 1)
		return TYPE_FAC;
	if (str_starts(doc_span(d, i, i), STR("청와대")) && hit->tokens == 1)
		return !word_begins(doc_span(d, i + 1, i + 1), "따르면 의하면")
			    && (hangul_place(doc_span(d, i + 1, i + 1)) || str_starts(str_from(doc_span(d, i, i), 9), STR("에"))
				|| str_starts(doc_span(d, i, i), STR("청와대로")))
		    ? TYPE_FAC
		    : TYPE_ORG;
	if (word_in(d, after - 1, "Pentagon House Dae Kremlin"))
		return building(d, i, after) ? TYPE_FAC : TYPE_ORG;
	if (word_is(d, after - 1, "office") && word_is(d, after - 2, "liaison"))
		return TYPE_FAC;
	if (word_is(d, after - 1, "office") && word_in(d, after - 2, "presidential yongsan"))
		return building(d, i, after) || (word_is(d, after, "in") && is_capital(d, after + 1)) ? TYPE_FAC : TYPE_ORG;
	return type;
}

/* The 2 of "Tor-2", the III of "KSS-III", the S1 of "Pantsir-S1". */
static bool
is_variant(const struct doc *d, size_t i)
{
	return tok(d, i)->kind == TOKEN_NUMBER || is_roman(d, i) || (is_capital(d, i) && is_upper(d, i) && length(d, i) <= 3);
}

/* The last token of the name as it stands here: without its plain noun, with its number or suffix. */
static size_t
last_here(const struct scan *s, const struct gaz_hit *hit, size_t i, const struct gaz_entity *e)
{
	const struct doc *d = s->d;
	size_t last = trimmed(d, hit, i, e);

	switch (e->type) {
	case TYPE_PERSON: return hit->tokens > 1 ? person_end(d, last) : last;
	case TYPE_ORG: return abroad(s, e, hit, daughter(s, e, last));
	case TYPE_WEAPON: /* Tor-2, Sang-O II */
		if (is_hyphen(d, last + 1) && is_word(d, last) && is_variant(d, last + 2))
			last += 2;
		if (weapon_block(d, last) > last)
			return weapon_block(d, last);
		if (is_roman(d, last + 1) && is_spaced(d, last + 1) && is_hangul(d, last)) /* 천궁 Ⅱ */
			return last + 1;
		return is_capital(d, last + 1) && word_in(d, last + 1, "II III IV") && is_upper(d, last + 1) ? last + 1
															     : last;
	case TYPE_LAW: return law_year(d, last);
	case TYPE_EVENT:
		return (is_capital(d, last) || tok(d, last)->kind == TOKEN_NUMBER) && !str_eq(e->kind, STR("war"))
			&& !str_eq(e->kind, STR("battle"))
		    ? number_after(d, last)
		    : last;
	default: return last;
	}
}

/* "육군 미사일전략사령부", "경남대 극동문제연구소": a body written behind its service or university is one name with it. */
static size_t
parent_body(const struct scan *s, size_t i)
{
	const struct mention *m = i > 0 ? known(s, i - 1) : NULL;

	if (m && m->type == TYPE_GPE && m->end == tok(s->d, i - 1)->end && is_spaced(s->d, i)
	    && !str_starts(m->id, STR("country/")) && word_begins(doc_span(s->d, i, i), HANGUL_TOWN_BODIES))
		return m->token; /* 양강도 보위국 */
	if (!m || m->type != TYPE_ORG || m->end != tok(s->d, i - 1)->end || !is_spaced(s->d, i))
		return i;
	return word_exactly(doc_span(s->d, i - 1, i - 1), HANGUL_PARENTS)
		|| (m->token == i - 1 && word_ends_in(doc_span(s->d, i - 1, i - 1), "대 대학교"))
	    ? m->token
	    : i;
}

/* "aircraft carrier Ronald Reagan", "Ronald Reagan carrier strike group": the ship that bears the man's name. GAZ_NONE if a man is meant.
 */
static uint32_t
namesake(const struct scan *s, const struct gaz_hit *hit, size_t i)
{
	const struct doc *d = s->d;
	struct str name = str_of(d->text.p + tok(d, i)->start, hit->end - tok(d, i)->start);
	size_t after = i + hit->tokens;
	struct gaz_hit ship;

	if (hit->tokens < 2 || i == 0 || is_hangul(d, i))
		return GAZ_NONE;
	if (!(has_class(d, i - 1, CLASS_VESSEL) && is_lower(d, i - 1)) && !(word_in(d, after, "carrier strike nuclear")
	    && (word_in(d, after + 1, "carrier strike group groups") || word_is(d, after, "carrier"))))
		return GAZ_NONE;
	if (!gaz_lookup_two(s->g, STR("USS"), name, &ship) || gaz_entity(s->g, ship.at[0].entity).type != TYPE_WEAPON)
		return GAZ_NONE;
	return ship.at[0].entity;
}

/* Is it a kind of body that belongs to a state? */
static bool
office_of_state(struct str kind)
{
	return str_ends(kind, STR("agency")) || str_ends(kind, STR("ministry")) || str_eq(kind, STR("armed service"))
	    || str_eq(kind, STR("law enforcement")) || str_eq(kind, STR("military command"));
}

/* "독일 국방부", "러시아 연방보안국", "북한 국방성": the state right before an office of its own is part of the name. An office that the tables
 * know as another state's is this one's, by its plain name; it ends at `end`, before its particle. Returns the first token. */
static size_t
state_before(const struct scan *s, struct gaz_entity *e, size_t i, size_t end)
{
	const struct doc *d = s->d;
	const struct mention *m = i > 0 && is_hangul(d, i) ? known(s, i - 1) : NULL;
	uint32_t state;

	if (!m || m->type != TYPE_GPE || m->end != tok(d, i - 1)->end || m->end - m->start != length(d, i - 1)
	    || !is_spaced(d, i) || !str_starts(m->id, STR("country/")) || (state = gaz_find(s->g, m->id)) == GAZ_NONE)
		return i;
	if (!str_eq(gaz_entity(s->g, state).country, e->country)) {
		if (!word_among(str_of(d->text.p + tok(d, i)->start, end - tok(d, i)->start), HANGUL_STATE_BODIES))
			return i;
		e->id = e->name = str_of(NULL, 0);
		return i - 1;
	}
	return office_of_state(e->kind) && !word_begins(doc_span(d, i, i), "조선 인민") ? i - 1 : i;
}

/* The country of the place right before token i, in Hangul, "북한 강원도", "북한이 강원도 일대에서", or of that at `after`: "강원도 원산". Empty if neither
 * tells. */
static struct str
country_beside(const struct scan *s, size_t i, size_t after)
{
	const struct doc *d = s->d;
	const struct mention *m = i > 0 && is_spaced(d, i) ? known(s, i - 1) : NULL;
	uint32_t place;
	struct gaz_hit next;

	if (m && m->type == TYPE_GPE && !word_ends_in(doc_span(d, i - 1, i - 1), "과 와")
	    && (m->end == tok(d, i - 1)->end || str_starts(m->id, STR("country/"))) && (place = gaz_find(s->g, m->id)) != GAZ_NONE)
		return gaz_entity(s->g, place).country;
	if (is_hangul(d, after) && is_spaced(d, after) && gaz_match(s->g, d, after, 0, &next) && next.n == 1)
		return gaz_entity(s->g, next.at[0].entity).country;
	return str_of(NULL, 0);
}

/* Which of several places of one name in Hangul: the two Koreas have a 강원도 each. */
static struct gaz_entity
place_beside(const struct scan *s, const struct gaz_hit *hit, size_t i)
{
	struct gaz_entity first = gaz_entity(s->g, hit->at[0].entity), e;
	struct str country;

	if (hit->n < 2 || first.type != TYPE_GPE || !is_hangul(s->d, i) || (country = country_beside(s, i, i + hit->tokens)).n == 0)
		return first;
	for (size_t k = 0; k < hit->n; k++)
		if ((e = gaz_entity(s->g, hit->at[k].entity)).type == TYPE_GPE && str_eq(e.country, country))
			return e;
	return first;
}

/* Which of several persons of one name: who is in office on the article's day, else of two who have been the last. 부시 of 1990 is the
 * father, 클린턴 of 2010 the secretary. */
static struct gaz_entity
person_then(const struct scan *s, const struct gaz_hit *hit)
{
	struct gaz_entity best = gaz_entity(s->g, hit->at[0].entity), e;
	struct str date = article_text(s->d->article, KEY_DATE);
	bool best_holds, holds;
	struct str best_since = gaz_since(s->g, hit->at[0].entity, date, &best_holds);

	for (size_t k = 1; k < hit->n; k++) {
		struct str since = gaz_since(s->g, hit->at[k].entity, date, &holds);

		if ((e = gaz_entity(s->g, hit->at[k].entity)).type != TYPE_PERSON)
			continue;
		if (holds != best_holds ? holds : best_since.n && str_cmp(since, best_since) > 0) {
			best = e;
			best_since = since;
			best_holds = holds;
		}
	}
	return best;
}

static size_t
take(struct scan *s, const struct gaz_hit *hit, size_t i)
{
	struct doc *d = s->d;
	struct gaz_entity e = place_beside(s, hit, i);
	size_t first = i, last, end = hit->end;
	uint32_t vessel;

	if (doubtful(s, hit, i, e.type))
		return i;
	if (hit->tokens > 1 && (last = known_split(s, hit, i, &e)) < i + hit->tokens)
		return last;
	if (e.type == TYPE_GPE && (vessel = ship(s, hit, i)) != GAZ_NONE)
		e = gaz_entity(s->g, vessel);
	if (e.type == TYPE_WEAPON && is_man(d, hit, i))
		return i;
	if (e.type == TYPE_PERSON && hit->n > 1)
		e = person_then(s, hit);
	if (e.type == TYPE_PERSON && (vessel = namesake(s, hit, i)) != GAZ_NONE)
		e = gaz_entity(s->g, vessel);
	enum entity_type here = type_here(d, hit, i, e.type);
	for (size_t k = 1; here != e.type && k < hit->n; k++)
		if (gaz_entity(s->g, hit->at[k].entity).type == here)
			e = gaz_entity(s->g, hit->at[k].entity); /* the house and those in it have ids of their own */
	e.type = here;
	last = last_here(s, hit, i, &e);
	if (last != i + hit->tokens - 1)
		end = tok(d, last)->start + (tok(d, last)->kind == TOKEN_NUMBER ? ascii_length(d, last) : length(d, last));
	if (e.type == TYPE_GPE && last == i && is_mark(d, i + 1, MARK_DOT) && length(d, i) <= 5 && word_in(d, i, SHORT_STATES))
		end = tok(d, i + 1)->end;
	if (e.type == TYPE_GPE && str_starts(e.name, STR("The ")) && i > 0 && word_is(d, i - 1, "the") && is_capital(d, i - 1))
		first = i - 1; /* The Hague */
	else if (e.type == TYPE_GPE || e.type == TYPE_NORP)
		first = known_compass(d, i, &e);
	else if (e.type == TYPE_EVENT && !str_eq(e.kind, STR("war")))
		first = with_number(d, i);
	if (e.type == TYPE_ORG && (is_hangul(d, i) || tok(d, i)->kind == TOKEN_NUMBER))
		first = parent_body(s, i) < i ? parent_body(s, i) : state_before(s, &e, i, end);
	struct mention *m = known_add(s, &e, first, last + 1 - first, end);
	m->flags |= hit->at[0].flags & GAZ_GENERIC ? MENTION_GENERIC : 0;
	return last;
}

/* "가 나", "한 전 청장", "서울 시내": two words of Hangul that only without the blank between them are the name. */
static bool
torn(const struct scan *s, const struct gaz_hit *hit, size_t i)
{
	const struct doc *d = s->d;
	enum entity_type type;

	if (hit->tokens != 2 || !is_hangul(d, i) || !is_hangul(d, i + 1))
		return false;
	type = gaz_entity(s->g, hit->at[0].entity).type;
	return type == TYPE_GPE ? length(d, i) == 3 : type == TYPE_ORG && hit->end - tok(d, i + 1)->start == 3;
}

/* The longest name that begins at token i. */
static bool
match_whole(const struct scan *s, size_t i, struct gaz_hit *hit)
{
	return gaz_match(s->g, s->d, i, 0, hit) && (!torn(s, hit, i) || gaz_match(s->g, s->d, i, 1, hit));
}

void
find_known(struct scan *s)
{
	struct doc *d = s->d;
	struct gaz_hit hit;

	for (size_t i = 0; (i = doc_next(d, i, CALL_GAZETTEER)) < d->tokens_n; i++)
		if (match_whole(s, i, &hit))
			i = take(s, &hit, i);
}
