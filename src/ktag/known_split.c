/* Forms of the gazetteer that are two names: "Ministry of Defense of Japan", "Chinese Foreign Ministry", "APEC summit in Gyeongju". */
#include "known.h"

/* What a state has, in plain words: "U.S. forces", "South Korean military". */
#define PLAIN_BODY "forces force military troops army navy government officials authorities administration"

/* "Armed Forces of the Philippines (AFP)": the letters behind the name count its state, too. */
static bool
lettered(const struct doc *d, const struct gaz_hit *hit, size_t i)
{
	size_t after = i + hit->tokens, n = 0;
	struct str letters = doc_span(d, after + 1 < d->tokens_n ? after + 1 : i, after + 1 < d->tokens_n ? after + 1 : i);

	if (!is_mark(d, after, MARK_OPEN) || !is_mark(d, after + 2, MARK_CLOSE) || !is_upper(d, after + 1))
		return false;
	for (size_t k = i; k < after; k++)
		n += is_capital(d, k) && n < letters.n && letters.p[n] == d->text.p[tok(d, k)->start];
	return n == letters.n && letters.p[0] == d->text.p[tok(d, i)->start] && letters.p[n - 1] == d->text.p[tok(d, after - 1)->start];
}

/* "Ministry of Foreign Affairs of the Republic of Korea", "General Staff of the Korean People's Army", "Seoul's Defense Ministry"
 * are forms of one entity, but two mentions. Returns the tokens of the first part, 0 if the name is whole. */
static size_t
first_part(const struct scan *s, const struct gaz_hit *hit, size_t i)
{
	const struct doc *d = s->d;
	struct gaz_hit rest;

	if (lettered(d, hit, i))
		return 0;
	for (size_t k = i + 1; k + 1 < i + hit->tokens; k++) {
		if (word_is(d, k, "s") && is_glued(d, k) && is_mark(d, k - 1, MARK_APOSTROPHE) && gaz_match(s->g, d, i, k - 1 - i, &rest)
		    && rest.tokens == k - 1 - i && (gaz_entity(s->g, rest.at[0].entity).type == TYPE_GPE
		    || gaz_entity(s->g, rest.at[0].entity).type == TYPE_ORG))
			return k + 1 - i;
		if (!word_is(d, k, "of") || word_in(d, k - 1, KEEPS_OF))
			continue;
		size_t from = word_is(d, k + 1, "the") ? k + 2 : k + 1;
		if (k == i + 1 && !word_in(d, i, "politburo embassy presidium secretariat"))
			continue;
		if (!gaz_match(s->g, d, from, 0, &rest) || from + rest.tokens != i + hit->tokens)
			continue;
		enum entity_type t = gaz_entity(s->g, rest.at[0].entity).type;
		if (t == TYPE_GPE || (t == TYPE_ORG && !(rest.at[0].flags & GAZ_OUTLET) && !(hit->at[0].flags & GAZ_OWN_NAME)))
			return k - i;
	}
	return 0;
}

/* Adds the two names of first_part: the body, and its owner where that stands in front. Returns the last token done. */
static size_t
split_parts(struct scan *s, const struct gaz_hit *hit, size_t i, const struct gaz_entity *e, size_t part)
{
	const struct doc *d = s->d;
	bool owner = word_is(d, i + part - 1, "s");
	size_t a = owner ? i + part : i, b = owner ? i + hit->tokens - 1 : i + part - 1;
	struct gaz_hit state = { .n = 0 };
	struct mention *m;

	if (owner && gaz_match(s->g, d, i, part - 2, &state)) {
		struct gaz_entity place = gaz_entity(s->g, state.at[0].entity);
		known_add(s, &place, i, state.tokens, state.end);
	}
	m = known_add(s, e, a, b + 1 - a, owner ? hit->end : tok(d, b)->end);
	m->flags |= hit->at[0].flags & GAZ_GENERIC && !owner ? MENTION_GENERIC : 0;
	return b;
}

/* "Russian Security Council", "South Korean Joint Chiefs of Staff": bodies that many states have, whose own name lacks the adjective. An
 * army or a court is a class, and its name has it. */
static bool
shared_name(const struct scan *s, const struct gaz_hit *hit, size_t i, size_t n)
{
	const struct doc *d = s->d;
	struct gaz_hit rest;

	return !(hit->at[0].flags & GAZ_OWN_NAME) && hit->tokens >= n + 2
	    && !word_in(d, i + hit->tokens - 1, "party army force forces guard corps court") && is_capital(d, i + n)
	    && gaz_match(s->g, d, i + n, 0, &rest) && rest.tokens + n == hit->tokens
	    && gaz_entity(s->g, rest.at[0].entity).type == TYPE_ORG;
}

/* "Chinese Foreign Ministry", "South Korean defense ministry": the adjective stands apart from a plain name of a ministry.
 * Returns its tokens, 0 if the name is whole. */
static size_t
adjective(const struct scan *s, const struct gaz_hit *hit, size_t i, struct gaz_hit *people)
{
	const struct doc *d = s->d;
	size_t last = i + hit->tokens - 1;

	if (!gaz_match(s->g, d, i, hit->tokens - 1, people))
		return 0;
	enum entity_type type = gaz_entity(s->g, people->at[0].entity).type;
	if (type != TYPE_NORP && !(type == TYPE_GPE && is_lower(d, last) && word_in(d, last, PLAIN_BODY)))
		return 0;
	if (!is_word(d, i + people->tokens) || !is_spaced(d, i + people->tokens))
		return 0;
	return (is_lower(d, i + people->tokens) && !has_class(d, i + people->tokens, CLASS_LINK))
		|| word_in(d, last, "ministry military government") || word_is(d, i + people->tokens, "ministry")
		|| shared_name(s, hit, i, people->tokens)
	    ? people->tokens
	    : 0;
}

/* "truce village of Panmunjom": the name alone. This and the next two return what known_split does. */
static size_t
split_village(struct scan *s, const struct gaz_hit *hit, size_t i, enum entity_type type)
{
	const struct doc *d = s->d;
	size_t end = i + hit->tokens;
	struct gaz_hit other;

	if (!is_lower(d, i) || (type != TYPE_LOC && type != TYPE_FAC && type != TYPE_GPE))
		return end;
	for (size_t k = i + 1; k + 1 < end; k++)
		if (word_is(d, k, "of") && gaz_match(s->g, d, k + 1, 0, &other) && k + 1 + other.tokens == end) {
			struct gaz_entity place = gaz_entity(s->g, other.at[0].entity);
			known_add(s, &place, k + 1, other.tokens, other.end);
			return end - 1;
		}
	return end;
}

/* "Chinese Foreign Ministry": the people and the ministry; of "South Korean military" the people alone. */
static size_t
split_people(struct scan *s, const struct gaz_hit *hit, size_t i, const struct gaz_entity *e)
{
	const struct doc *d = s->d;
	size_t end = i + hit->tokens, part;
	struct gaz_hit people;
	struct gaz_entity nation;

	if ((part = adjective(s, hit, i, &people)) == 0)
		return end;
	nation = gaz_entity(s->g, people.at[0].entity);
	size_t first = known_compass(d, i, &nation);
	known_add(s, &nation, first, i + part - first, people.end);
	if (is_lower(d, end - 1) && word_in(d, end - 1, PLAIN_BODY))
		return i + part - 1;
	known_add(s, e, i + part, hit->tokens - part, hit->end);
	return end - 1;
}

/* "APEC summit in Gyeongju", "Seoul Air Base in Seongnam", "8th Congress of the WPK": without the seat, without the party. */
static size_t
split_seat(struct scan *s, const struct gaz_hit *hit, size_t i, const struct gaz_entity *e)
{
	const struct doc *d = s->d;
	size_t end = i + hit->tokens;
	struct gaz_hit other;

	bool seated = e->type == TYPE_ORG && word_is(d, end - 2, "in")
	    && (!(hit->at[0].flags & GAZ_OWN_NAME) || word_is(d, end - 3, "embassy"));

	if (e->type != TYPE_EVENT && e->type != TYPE_FAC && !seated)
		return end;
	for (size_t k = i + 1; k + 1 < end; k++) {
		bool congress = e->type == TYPE_EVENT && word_is(d, k, "of") && word_is(d, k - 1, "congress");
		size_t from = congress && word_is(d, k + 1, "the") ? k + 2 : k + 1;
		if (!(congress || word_in(d, k, "in at")) || word_in(d, k - 1, "rights liberty cooperation residents forces force"))
			continue;
		if (gaz_match(s->g, d, from, 0, &other) && from + other.tokens == end
		    && gaz_entity(s->g, other.at[0].entity).type == (congress ? TYPE_ORG : TYPE_GPE)) {
			known_add(s, e, i, k - i, tok(d, k - 1)->end);
			return k - 1;
		}
	}
	return end;
}

size_t
known_split(struct scan *s, const struct gaz_hit *hit, size_t i, const struct gaz_entity *e)
{
	size_t end = i + hit->tokens, last = end, part;

	if (e->type == TYPE_PERSON)
		return end;
	if (e->type == TYPE_ORG) {
		part = hit->tokens > 3 ? first_part(s, hit, i) : 0;
		last = part ? split_parts(s, hit, i, e, part) : split_people(s, hit, i, e);
	}
	if (last == end && hit->tokens > 2)
		last = split_village(s, hit, i, e->type);
	return last == end && hit->tokens > 2 ? split_seat(s, hit, i, e) : last;
}
