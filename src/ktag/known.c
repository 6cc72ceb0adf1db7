/* What the gazetteer finds, with its limits set right for the text: doubtful words, "X of STATE", numbers that belong. */
#include "scan.h"

/* Words that a noun would not follow: after them a name at the start of a sentence is believed. */
static bool
goes_on(const struct doc *d, size_t i)
{
	return !is_lower(d, i) || has_class(d, i, CLASS_SPEECH | CLASS_COMMON);
}

/* Does the context say that a doubtful form is a name? */
static bool
evident(const struct doc *d, const struct gaz_hit *hit, size_t i, enum entity_type type)
{
	size_t after = i + hit->tokens;

	switch (type) {
	case TYPE_WEAPON:
		return word_in(d, after, "missile missiles battery batteries system systems interceptor interceptors launcher launchers "
		    "air drone drones fighter fighters jets class tank tanks helicopter submarine unit units radar")
		    || is_hyphen(d, after);
	case TYPE_ORG:
		return word_in(d, after, "magazine corp corporation newspaper reported said report analyst analysts")
		    || (i > 0 && word_in(d, i - 1, "told magazine newspaper"));
	case TYPE_PERSON:
		return i > 0 && has_class(d, i - 1, CLASS_TITLE | CLASS_RANK | CLASS_HONORIFIC);
	default:
		return false;
	}
}

/* "Foreign Policy", "The Nation": an outlet whose name is made of everyday words. */
static bool
everyday(const struct doc *d, const struct gaz_hit *hit, size_t i)
{
	const uint32_t plain = CLASS_MODIFIER | CLASS_COMMON | CLASS_LAW | CLASS_EVERYDAY | CLASS_PLACE | CLASS_REGION | CLASS_NATION;

	for (size_t k = i; k < i + hit->tokens; k++)
		if (is_word(d, k) && !has_class(d, k, plain) && !word_in(d, k, "policy focus affairs interest week pulse mint dawn fortune wired decrypt planet observer mirror"))
			return false;
	return true;
}

/* "in English", "the Korean language": a language, not a people. */
static bool
language(const struct doc *d, size_t i, size_t after)
{
	if (word_in(d, after, "language initials subtitles acronym abbreviation edition alphabet"))
		return true;
	return i > 0 && word_in(d, i - 1, "in into from") && !is_word(d, after)
	    && word_in(d, i, "English Korean Japanese Chinese Russian French German Spanish Arabic");
}

/* "memorandum of understanding (MOU)": letters of plain words, not of a name. */
static bool
plain_letters(const struct doc *d, size_t i)
{
	struct str letters = doc_span(d, i, i);
	size_t k = i - 2, n = letters.n;

	if (i < 2 || !is_mark(d, i - 1, MARK_OPEN))
		return false;
	while (n > 0 && is_lower(d, k) && (d->text.p[tok(d, k)->start] | 0x20) == (letters.p[n - 1] | 0x20)) {
		n--;
		k -= is_hyphen(d, k - 1) ? 2 : 1;
	}
	return n == 0;
}

static bool
doubtful(struct scan *s, const struct gaz_hit *hit, size_t i, enum entity_type type)
{
	const struct doc *d = s->d;
	unsigned flags = hit->at[0].flags;
	size_t after = i + hit->tokens;

	if (flags & GAZ_USER)
		return false;
	/* Polish, Jordan: believed in mid-sentence */
	if (flags & GAZ_EVIDENCE && (type == TYPE_NORP || type == TYPE_GPE) && !(tok(d, i)->flags & TOKEN_OPENS))
		return false;
	if (flags & GAZ_EVIDENCE)
		return !evident(d, hit, i, type);
	/* 240mm, 155-mm */
	if (type == TYPE_WEAPON && tok(d, i)->kind == TOKEN_NUMBER && (hit->tokens == 1 || word_is(d, after - 1, "mm")))
		return true;
	/* Treasury Secretary, Cabinet Secretary: part of the title */
	if (type == TYPE_ORG && hit->tokens == 1 && is_capital(d, after) && has_class(d, after, CLASS_TITLE) && is_capital(d, i)
	    && word_in(d, i, "treasury cabinet navy army house senate press"))
		return true;
	if (type == TYPE_WEAPON && word_in(d, after, "no-fly zone airspace"))
		return true;
	if (flags & GAZ_ACRONYM && hit->tokens == 1 && plain_letters(d, i)) {
		s->plain = doc_span(d, i, i);
		return true;
	}
	if (s->plain.n && hit->tokens == 1 && str_eq(s->plain, doc_span(d, i, i)))
		return true;
	/* the "Un" of a name is not the UN */
	if (flags & GAZ_ACRONYM && hit->tokens == 1 && is_capital(d, i) && !(tok(d, i)->flags & TOKEN_UPPER) && length(d, i) <= 3)
		return true;
	if (flags & GAZ_OUTLET && everyday(d, hit, i))
		return !evident(d, hit, i, type);
	if (type == TYPE_NORP && language(d, i, after))
		return true;
	/* US$924 million */
	if (type == TYPE_GPE && is_glued(d, after) && d->text.p[tok(d, after)->start] == '$')
		return true;
	if (flags & GAZ_COMMON && hit->tokens == 1 && tok(d, i)->flags & TOKEN_OPENS && type != TYPE_GPE && type != TYPE_NORP)
		return !goes_on(d, after);
	return false;
}

/* The Pentagon as a place: "at the Pentagon", "outside Cheong Wa Dae". */
static bool
building(const struct doc *d, size_t i, size_t after)
{
	size_t p = i - 1;

	if (i > 0 && word_is(d, p, "the"))
		p--;
	if (word_in(d, p, "at outside inside near around within under behind beneath toward towards visit visited visiting left entered enter "
	    "leave stormed toured surrounding"))
		return true;
	if (word_in(d, p, "in into"))
		return !word_in(d, after, "and");
	if (!word_in(d, p, "to from of"))
		return false;
	for (size_t k = p; k-- > 0 && k + 4 > p;)
		if (word_in(d, k, "came went go going return returned returning arrived walked invited invitation visit trip travel traveled "
		    "drove summoned moved moving relocation relocated bunker front gate grounds compound lawn kilometers meters"))
			return true;
	return false;
}

/* A ship rather than the town it is named after: the article stands before it, or it sinks. */
static uint32_t
ship(const struct scan *s, const struct gaz_hit *hit, size_t i)
{
	const struct doc *d = s->d;
	size_t after = i + hit->tokens;
	bool article = i > 0 && (has_class(d, i - 1, CLASS_VESSEL) || word_in(d, i - 1, "ship ships boat"));

	if (i > 0 && word_is(d, i - 1, "the") && !word_in(d, after, "area region city district factory plant government office county "
	    "province police fire"))
		article = true;
	if (!article && !word_in(d, after, "sinking sank warship corvette frigate destroyer guns gun artillery howitzer howitzers"))
		return GAZ_NONE;
	for (size_t k = 1; k < hit->n; k++)
		if (gaz_entity(s->g, hit->at[k].entity).type == TYPE_WEAPON)
			return hit->at[k].entity;
	return GAZ_NONE;
}

static struct mention *
add_known(struct scan *s, const struct gaz_entity *e, size_t start, size_t end, size_t from, size_t tokens)
{
	struct mention *m = doc_mention(s->d, e->type, start, end, "gazetteer");

	m->id = e->id;
	m->name = e->name;
	for (size_t k = from; k < from + tokens && k < s->d->tokens_n; k++)
		s->known[k] = (uint32_t)s->d->mentions_n;
	return m;
}

/* "Ministry of Foreign Affairs of the Republic of Korea", "General Staff of the Korean People's Army", "Seoul's Defense Ministry"
 * are forms of one entity, but two mentions. Returns the tokens of the first part, 0 if the name is whole. */
static size_t
first_part(const struct scan *s, const struct gaz_hit *hit, size_t i, enum entity_type type)
{
	const struct doc *d = s->d;
	struct gaz_hit rest;

	if (type != TYPE_ORG || hit->tokens < 4)
		return 0;
	for (size_t k = i + 1; k + 1 < i + hit->tokens; k++) {
		if (word_is(d, k, "s") && is_glued(d, k) && is_mark(d, k - 1, MARK_APOSTROPHE) && gaz_match(s->g, d, i, k - 1 - i, &rest)
		    && rest.tokens == k - 1 - i && gaz_entity(s->g, rest.at[0].entity).type == TYPE_GPE)
			return k + 1 - i;
		if (!word_is(d, k, "of") || word_in(d, k - 1, "party bank university republic academy association federation college "
		    "chamber union institute front government united council parliament"))
			continue;
		size_t from = word_is(d, k + 1, "the") ? k + 2 : k + 1;
		if (k == i + 1 && !word_in(d, i, "politburo embassy presidium secretariat"))
			continue;
		if (!gaz_match(s->g, d, from, 0, &rest) || from + rest.tokens != i + hit->tokens)
			continue;
		enum entity_type t = gaz_entity(s->g, rest.at[0].entity).type;
		if (t == TYPE_GPE || (t == TYPE_ORG && !(rest.at[0].flags & GAZ_OUTLET)))
			return k - i;
	}
	return 0;
}

/* What a state has, in plain words: "U.S. forces", "South Korean military". */
#define PLAIN_BODY "forces force military troops army navy government officials authorities administration"

/* "Chinese Foreign Ministry", "South Korean defense ministry": the adjective stands apart from a plain name of a ministry.
 * Returns its tokens, 0 if the name is whole. */
static size_t
adjective(const struct scan *s, const struct gaz_hit *hit, size_t i, struct gaz_hit *people)
{
	const struct doc *d = s->d;
	size_t last = i + hit->tokens - 1;

	if (hit->tokens < 2 || !gaz_match(s->g, d, i, hit->tokens - 1, people))
		return 0;
	enum entity_type type = gaz_entity(s->g, people->at[0].entity).type;
	if (type != TYPE_NORP && !(type == TYPE_GPE && is_lower(d, last) && word_in(d, last, PLAIN_BODY)))
		return 0;
	if (!is_word(d, i + people->tokens) || !(tok(d, i + people->tokens)->flags & TOKEN_SPACE))
		return 0;
	return (is_lower(d, i + people->tokens) && !has_class(d, i + people->tokens, CLASS_LINK)) || word_in(d, last, "ministry military government") ? people->tokens : 0;
}

/* The howitzers of "K9 howitzers" are no part of the name; the "class" of "Scud-class" neither. */
static size_t
trimmed(const struct doc *d, const struct gaz_hit *hit, size_t i, enum entity_type type)
{
	size_t last = i + hit->tokens - 1;

	if (type == TYPE_EVENT && last > i && is_lower(d, last) && has_class(d, last, CLASS_DRILL) && is_capital(d, last - 1))
		return last - 1;
	if (type != TYPE_WEAPON || hit->at[0].flags & (GAZ_LOWER | GAZ_USER))
		return last;
	while (last > i && is_lower(d, last) && tok(d, last)->flags & TOKEN_SPACE)
		last--;
	if (last > i + 1 && is_lower(d, last) && is_hyphen(d, last - 1) && word_is(d, last, "class"))
		last -= 2;
	return last;
}

/* "Lloyd J. Austin III": the suffix belongs to the name. */
static size_t
person_end(const struct doc *d, size_t last)
{
	if (word_in(d, last, "Jr Sr") && is_mark(d, last + 1, MARK_DOT) && is_glued(d, last + 1))
		return last + 1;
	if (word_in(d, last + 1, "III II IV") && is_capital(d, last + 1))
		return last + 1;
	if (word_in(d, last + 1, "Jr Sr") && is_mark(d, last + 2, MARK_DOT))
		return last + 2;
	return last;
}

/* KCNA writes "south Korea" and "south Korean". */
static size_t
compass(const struct doc *d, size_t i, struct gaz_entity *e)
{
	bool south = i > 0 && word_is(d, i - 1, "south"), north = i > 0 && word_is(d, i - 1, "north");

	if ((!south && !north) || !is_lower(d, i - 1) || !word_in(d, i, "Korea Korean Koreans") || !(tok(d, i)->flags & TOKEN_SPACE))
		return i;
	if (e->type == TYPE_GPE) {
		e->id = south ? STR("country/kr") : STR("country/kp");
		e->name = south ? STR("South Korea") : STR("North Korea");
	}
	return i - 1;
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

/* "Naver Cloud", "Kakao Mobility": a company's name goes on into that of its daughter. */
static size_t
daughter(const struct scan *s, const struct gaz_entity *e, size_t last)
{
	const struct doc *d = s->d;
	struct gaz_hit other;
	size_t i = last + 1;

	if (!str_eq(e->kind, STR("company")) || !is_capital(d, i) || !(tok(d, i)->flags & TOKEN_SPACE)
	    || tok(d, i)->flags & (TOKEN_UPPER | TOKEN_HEADING | TOKEN_OPENS) || is_mark(d, i + 1, MARK_HYPHEN)
	    || tok(d, i + 1)->kind == TOKEN_NUMBER || is_capital(d, i + 1) || length(d, i) < 4
	    || has_class(d, i, CLASS_TITLE | CLASS_RANK | CLASS_HONORIFIC | CLASS_MODIFIER | CLASS_CALENDAR | CLASS_COMMON | CLASS_NATION
	    | CLASS_GIVEN | CLASS_SURNAME | CLASS_WEAPON | CLASS_LAW | CLASS_EVENT) || gaz_match(s->g, d, i, 0, &other))
		return last;
	return i;
}

static size_t
take(struct scan *s, const struct gaz_hit *hit, size_t i)
{
	struct doc *d = s->d;
	struct gaz_entity e = gaz_entity(s->g, hit->at[0].entity);
	size_t first = i, last, part, end = hit->end;
	struct mention *m;
	struct gaz_hit people;
	uint32_t vessel;

	if (doubtful(s, hit, i, e.type))
		return i;
	part = first_part(s, hit, i, e.type);
	if (part > 0) {
		bool owner = word_is(d, i + part - 1, "s");
		size_t a = owner ? i + part : i, b = owner ? i + hit->tokens - 1 : i + part - 1;
		struct gaz_hit state;
		if (owner && gaz_match(s->g, d, i, part - 2, &state))
			take(s, &state, i);
		m = add_known(s, &e, tok(d, a)->start, owner ? hit->end : tok(d, b)->end, a, b + 1 - a);
		m->flags |= hit->at[0].flags & GAZ_GENERIC && !owner ? MENTION_GENERIC : 0;
		return b;
	}
	if (e.type == TYPE_ORG && (part = adjective(s, hit, i, &people)) > 0) {
		struct gaz_entity nation = gaz_entity(s->g, people.at[0].entity);
		add_known(s, &nation, people.start, people.end, i, part);
		if (is_lower(s->d, i + hit->tokens - 1) && word_in(s->d, i + hit->tokens - 1, PLAIN_BODY))
			return i + part - 1;
		add_known(s, &e, tok(d, i + part)->start, hit->end, i + part, hit->tokens - part);
		return i + hit->tokens - 1;
	}
	/* "APEC summit in Gyeongju": two names */
	for (size_t k = i + 1; e.type == TYPE_EVENT && k + 1 < i + hit->tokens; k++)
		if (word_in(d, k, "in at") && gaz_match(s->g, d, k + 1, 0, &people) && k + 1 + people.tokens == i + hit->tokens
		    && gaz_entity(s->g, people.at[0].entity).type == TYPE_GPE) {
			add_known(s, &e, hit->start, tok(d, k - 1)->end, i, k - i);
			return k - 1;
		}
	/* "National Security Council meeting": the body, not an event */
	if (e.type == TYPE_EVENT && hit->tokens > 1 && is_lower(d, i + hit->tokens - 1)
	    && word_in(d, i + hit->tokens - 1, "meeting meetings forum talks session conference")
	    && gaz_match(s->g, d, i, hit->tokens - 1, &people) && gaz_entity(s->g, people.at[0].entity).type == TYPE_ORG)
		return take(s, &people, i);
	if (e.type == TYPE_GPE && (vessel = ship(s, hit, i)) != GAZ_NONE)
		e = gaz_entity(s->g, vessel);
	if (e.type == TYPE_WEAPON && has_class(d, i, CLASS_SURNAME) && hit->tokens > 1 && i > 0
	    && (word_is(d, i - 1, "after") || has_class(d, i - 1, CLASS_TITLE | CLASS_RANK)
	    || (a_man(d, i + hit->tokens) && !word_is(d, i - 1, "the") && !has_class(d, i - 1, CLASS_VESSEL))))
		return i; /* the man, not the ship named after him: the rules for persons take it */
	if ((e.type == TYPE_ORG || e.type == TYPE_FAC) && word_in(d, i + hit->tokens - 1, "Pentagon House Dae Kremlin"))
		e.type = building(d, i, i + hit->tokens) ? TYPE_FAC : TYPE_ORG;
	if (e.type == TYPE_ORG && word_is(d, i + hit->tokens - 1, "office") && word_is(d, i + hit->tokens - 2, "liaison"))
		e.type = TYPE_FAC;
	last = trimmed(d, hit, i, e.type);
	if (last != i + hit->tokens - 1)
		end = tok(d, last)->end;
	if (e.type == TYPE_PERSON && hit->tokens > 1 && person_end(d, last) > last) {
		last = person_end(d, last);
		end = tok(d, last)->end;
	}
	if (e.type == TYPE_EVENT && is_capital(d, last) && !str_eq(e.kind, STR("war")) && !str_eq(e.kind, STR("battle")))
		if (number_after(d, last) > last) {
			last = number_after(d, last);
			end = tok(d, last)->end;
		}
	if (e.type == TYPE_ORG && daughter(s, &e, last) > last) {
		last = daughter(s, &e, last);
		end = tok(d, last)->end;
	}
	if (e.type == TYPE_GPE || e.type == TYPE_NORP)
		first = compass(d, i, &e);
	m = add_known(s, &e, first < i ? tok(d, first)->start : hit->start, end, first, last + 1 - first);
	m->flags |= hit->at[0].flags & GAZ_GENERIC ? MENTION_GENERIC : 0;
	return last;
}

void
find_known(struct scan *s)
{
	struct doc *d = s->d;
	struct gaz_hit hit;

	for (size_t i = 0; i < d->tokens_n; i++) {
		const struct token *t = &d->tokens[i];
		if (t->kind != TOKEN_WORD && t->kind != TOKEN_NUMBER)
			continue;
		if (gaz_match(s->g, d, i, 0, &hit))
			i = take(s, &hit, i);
	}
}
