/* Organisations by their head word, with the whole span: "Korea Institute for Defense Analyses", "210th Field Artillery
 * Brigade", "Poongsan Corp." */
#include "scan.h"

/* Does a name of at least one more word end at h? A head by itself ("the Party") is no name. "South Korean Army" has such a word, "This
 * Committee" and "President Institute" do not. */
static bool
has_modifier(const struct doc *d, size_t a, size_t h)
{
	return a < h && !(a + 1 == h && has_class(d, a, CLASS_COMMON | CLASS_TITLE) && is_opening(d, a));
}

/* "Congress agrees to", "Senate passes", of which a country has one. */
static bool
alone(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	struct mention *m;
	uint32_t us;

	if (known(s, h) || !word_in(d, h, "congress senate") || !is_opening(d, h)
	    || !(word_in(d, h + 1, "agrees passes passed approves approved votes voted weighs mulls")
		|| (is_lower(d, h + 1) && has_class(d, h + 1, CLASS_SPEECH))))
		return false;
	m = add_span(s, TYPE_ORG, h, h, "service or body of which there is one");
	us = gaz_find(s->g, word_is(d, h, "congress") ? STR("us/us-congress") : STR("us/us-senate"));
	if (us != GAZ_NONE) {
		m->id = gaz_entity(s->g, us).id;
		m->name = gaz_entity(s->g, us).name;
	}
	return true;
}

/* "Mission to the United Nations", "U.N. Office at Geneva", "General Staff of the Armed Forces": the last token, h if none is there. */
static size_t
seat(const struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t to = word_is(d, h + 2, "the") ? h + 3 : h + 2, last = to;

	if (word_is(d, h, "mission") && word_is(d, h + 1, "to") && known_as(s, to, TYPE_ORG)) {
		while (last + 1 < d->tokens_n && tok(d, last + 1)->end <= known(s, to)->end)
			last++;
		return last;
	}
	if (word_is(d, h, "office") && word_is(d, h + 1, "at") && known_as(s, to, TYPE_GPE) && to == h + 2)
		return to;
	if (word_is(d, h, "staff") && word_is(d, h + 1, "of") && word_is(d, to, "armed") && is_capital(d, to)
	    && word_is(d, to + 1, "forces"))
		return to + 1;
	return h;
}

/* Centers that are buildings before they are bodies: "Seoul Detention Center"; observatories. */
static bool
is_venue(const struct doc *d, size_t a, size_t h)
{
	if (word_is(d, h, "observatory"))
		return h - a <= 2 && !word_in(d, h + 1, "for of"); /* Unification Observatory: one looks over the border there */
	return word_in(d, h, "center centre")
	    && word_in(d, h - 1, "detention processing correctional convention exhibition conference shopping civic visitor visitors");
}

/* "Command Sgt. Maj.", "Group Capt.": a rank that begins with what is the head of a body elsewhere. */
static bool
opens_rank(const struct doc *d, size_t h)
{
	return has_class(d, h + 1, CLASS_RANK) && is_capital(d, h + 1) && word_in(d, h, "command group wing squadron flight");
}

/* "Nuclear Information Project"; but "the Project found" is about one named before. */
static bool
is_project(const struct doc *d, size_t h)
{
	return word_is(d, h, "project") && !(is_lower(d, h + 1) && (has_class(d, h + 1, CLASS_SPEECH) || word_is(d, h + 1, "found")));
}

/* "Nuclear Information Project at", "Project on Government Oversight": a project that people work for. */
static bool
has_members(const struct doc *d, size_t h)
{
	return (word_in(d, h + 1, "at director") && h > 1 && is_capital(d, h - 2)) || (word_is(d, h + 1, "on") && is_capital(d, h + 2));
}

/* "University College Dublin", "U.S. Army Garrison Daegu", "U.S. Forces Korea": does the place behind the head belong to the name? */
static bool
keeps_place(const struct scan *s, size_t a, size_t h)
{
	const struct doc *d = s->d;
	bool town = known_as(s, h + 1, TYPE_GPE);

	if (!is_capital(d, h + 1))
		return false;
	if (word_is(d, h, "college") && word_is(d, h - 1, "university"))
		return town;
	return a < h && (word_is(d, h, "garrison") ? town : word_is(d, h, "forces") && word_in(d, h + 1, "korea japan europe"));
}

/* The last token of the name from a on with its head at h. "84th Tactical Group of the Special Operations Forces": a numbered unit ends
 * with its head. */
static size_t
org_end(const struct scan *s, size_t a, size_t h)
{
	const struct doc *d = s->d;
	bool numbered = has_class(d, h, CLASS_UNIT) && a > 0 && is_ordinal(d, a - 1);
	size_t last = h;

	if (known_as(s, h, TYPE_ORG) && known(s, h)->end == tok(d, h)->end && word_is(d, h + 1, "on"))
		return h; /* the U.S. Congress on China's policy */
	if ((has_class(d, h, CLASS_OPEN_ORG) && !numbered) || is_project(d, h))
		last = name_right(s, h, word_in(d, h, KEEPS_STATE));
	if (last == h)
		last = seat(s, h);
	return last == h && keeps_place(s, a, h) ? h + 1 : last;
}

/* May a body be called as the words from a to last say, whose head is h? */
static bool
is_body(const struct scan *s, size_t a, size_t h, size_t last)
{
	const struct doc *d = s->d;

	/* the Atlantic Council's Global China Hub: what else is called so is no body */
	if (word_in(d, h, "hub initiative program programme")
	    && !(a < h && a > 2 && word_is(d, a - 1, "s") && is_glued(d, a - 1) && known_as(s, a - 3, TYPE_ORG)))
		return false;
	if ((word_is(d, h, "cross") && !word_is(d, h - 1, "red")) || (word_is(d, h, "corps") && word_is(d, h - 1, "press")))
		return false;
	if (last > h)
		return true;
	if (!has_modifier(d, a, h) || (a + 1 == h && has_class(d, a, CLASS_DIRECTION) && !word_in(d, h, "party ministry command")))
		return false;
	/* a singular head in front of what it does: "House Speaker", "Party Secretary" */
	return !(has_class(d, h + 1, CLASS_TITLE) && is_capital(d, h + 1) && word_in(d, h, HEADS_OF_TITLES));
}

/* The first token behind the people that is named at a, at most h; a if none is. */
static size_t
behind_people(const struct scan *s, size_t a, size_t h)
{
	size_t next = a;

	while (known_as(s, a, TYPE_NORP) && next < h && known(s, next) == known(s, a))
		next++;
	return next;
}

/* Is all that stands from a to last a body of the tables? */
static bool
is_known_body(const struct scan *s, size_t a, size_t last)
{
	return known_as(s, a, TYPE_ORG) && known(s, a)->start == tok(s->d, a)->start && known(s, a)->end == tok(s->d, last)->end
	    && a < last;
}

/* "Yongbyon Nuclear Scientific Research Center", a site as Yongbyon is; "House of Freedom", but the House of Representatives. */
static bool
is_site(const struct scan *s, size_t a, size_t h, size_t last)
{
	const struct doc *d = s->d;

	return (known_as(s, a, TYPE_FAC) && !word_in(d, h, "airlines airways services")) || is_venue(d, a, h)
	    || (word_is(d, h, "house") && last > h
		&& !word_in(d, last, "representatives commons lords councillors councilors delegates keys"));
}

void
rule_org(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a, last, next;

	if (is_lookout(d, h) || names_thing(d, h + 1) || (bears_given(d, h) && !known(s, h)) || alone(s, h)
	    || opens_rank(d, h) || (is_project(d, h) && !has_members(d, h)))
		return;
	if (word_is(d, h, "force") && is_capital(d, h + 1) && word_in(d, h + 1, "one two"))
		return; /* Air Force One */
	a = name_left(s, h);
	if (word_is(d, h, "alliance") && a < h && known_as(s, a, TYPE_GPE) && known_as(s, h - 1, TYPE_GPE)
	    && known(s, a) != known(s, h - 1))
		return; /* the ROK-U.S. Alliance */
	last = org_end(s, a, h);
	/* 1st Armored Brigade Combat Team */
	if (word_is(d, h, "team") && h >= a + 2 && word_is(d, h - 1, "combat") && a > 0 && is_ordinal(d, a - 1))
		a--;
	if (last == h && a == h && word_is(d, h, "committee") && h > 0 && tok(d, h - 1)->kind == TOKEN_NUMBER && length(d, h - 1) == 4)
		a = h - 1; /* 1718 Committee */
	if (!is_body(s, a, h, last))
		return;
	next = behind_people(s, a, h);
	if (word_is(d, h, "ministry"))
		a = next;
	else if (next > a && !word_is(d, h, "cross") && is_known_body(s, next, last))
		return; /* South Korean Yonhap News Agency: the tables know the name without the adjective */
	if (word_is(d, h, "center") && a > 0 && a < h && is_ordinal(d, a - 1))
		a--; /* 549th Hospital Center */
	if (a == h && last == h)
		add_span(s, TYPE_ORG, a, last, "ministry");
	else if (is_site(s, a, h, last))
		add_span(s, TYPE_FAC, a, last, "site by its place and head word");
	else
		add_span(s, TYPE_ORG, a, last, "organisation by its head word");
}

/* Words that are heads of names themselves. */
enum {
	HEAD_WORD =
	    CLASS_ORG | CLASS_OPEN_ORG | CLASS_UNIT | CLASS_COMPANY | CLASS_FACILITY | CLASS_PLACE | CLASS_REGION | CLASS_EVENT | CLASS_LAW
};

static bool
ordinal(const struct doc *d, size_t i)
{
	if (tok(d, i)->kind == TOKEN_NUMBER)
		return is_ordinal(d, i);
	return word_in(d, i, ORDINALS) && is_capital(d, i);
}

/* "2nd Inf. Div.", "11th Airborne Div.", "3rd Bn.": a unit in short forms, with its number. */
static bool
short_unit(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = h;

	if (!word_in(d, h, "div bde bn regt sqdn btry") || !is_mark(d, h + 1, MARK_DOT) || !is_glued(d, h + 1))
		return false;
	while (a > 0 && a + 6 > h && !ordinal(d, a - 1) && tok(d, a)->kind != TOKEN_BREAK) {
		if (is_mark(d, a - 1, MARK_DOT) && is_glued(d, a - 1) && a > 1 && is_capital(d, a - 2))
			a -= 2;
		else if (is_capital(d, a - 1) && is_spaced(d, a))
			a--;
		else
			return false;
	}
	if (a == 0 || !ordinal(d, a - 1))
		return false;
	add_span(s, TYPE_ORG, a - 1, h + 1, "military unit");
	return true;
}

/* "Kagnew Battalion", "Gloucestershire Regiment": a name before the head, and no arm of the service; "Bravo Battery". */
static bool
bears_name(const struct scan *s, size_t a, size_t h)
{
	const struct doc *d = s->d;

	if (word_in(d, h, "battery company troop") && word_in(d, a, "alpha bravo charlie delta echo foxtrot golf hotel headquarters"))
		return true;
	return word_in(d, h, "brigade regiment battalion") && name_word(d, a) & NAME_FREE
	    && !(tok(d, a)->flags & (TOKEN_OPENS | TOKEN_HEADING | TOKEN_UPPER)) && !has_class(d, a, HEAD_WORD)
	    && !word_in(d, a, UNIT_ARMS);
}

/* Numbered units: "17th Fighter Wing", "Carrier Strike Group 5", "Destroyer Squadron (DESRON) 15". */
void
rule_unit(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = name_left(s, h), last = h;

	if (short_unit(s, h) || opens_rank(d, h))
		return;
	/* "5th Engineer Brigade": a word that is a title elsewhere */
	if (a == h && h >= 2 && is_capital(d, h - 1) && ordinal(d, h - 2) && is_spaced(d, h) && is_spaced(d, h - 1))
		a--;
	if (a > 0 && ordinal(d, a - 1) && is_spaced(d, a))
		a--;
	/* the 109 Combined Command */
	bool plain = a > 1 && tok(d, a - 1)->kind == TOKEN_NUMBER && length(d, a - 1) <= 3 && word_is(d, a - 2, "the") && h > a
	    && !known_as(s, a, TYPE_ORG);
	a -= plain;
	if (is_mark(d, h + 1, MARK_OPEN) && is_capital(d, h + 2) && is_mark(d, h + 3, MARK_CLOSE) && tok(d, h + 4)->kind == TOKEN_NUMBER)
		last = h + 4;
	else if (tok(d, h + 1)->kind == TOKEN_NUMBER && length(d, h + 1) <= 5 && is_spaced(d, h + 1)
	    && !word_in(d, h, "force forces army command"))
		last = h + 1;
	else if (is_capital(d, h + 1) && is_spaced(d, h + 1) && word_in(d, h, "group squadron fleet flotilla task")
	    && word_in(d, h + 1, "one two three four five six seven eight nine ten eleven twelve"))
		last = h + 1;
	else if (word_is(d, h, "force") && h > 0 && word_is(d, h - 1, "task") && is_capital(d, h - 1) && is_capital(d, h + 1)
	    && is_spaced(d, h + 1) && name_word(d, h + 1) & (NAME_FREE | NAME_PART) && !known(s, h + 1) && !is_capital(d, h + 2))
		a = h - 1, last = h + 1; /* Task Force Smith */
	if (!plain && !ordinal(d, a) && last == h
	    && !(h >= a + 2 && word_in(d, h, "brigade division corps regiment battalion fleet squadron"))
	    && !(h == a + 1 && bears_name(s, a, h)))
		return;
	if (known_as(s, a, TYPE_NORP) && known_as(s, h, TYPE_ORG) && last == h && known(s, h)->end == tok(d, h)->end)
		return; /* Russian Pacific Fleet: both are known */
	if (a == h && word_in(d, h, "task group force wing company army unit"))
		if (last == h || !word_is(d, h, "unit"))
			return;
	add_span(s, TYPE_ORG, a, last, "military unit");
}

bool
acronym_word(const struct token_word *t, struct str word)
{
	return t->flags & TOKEN_UPPER && (word.n >= 3 || word_among(word, LETTERED_UNITS)) && word.n <= 7
	    && !(t->classes & ~(uint32_t)(CLASS_SYLLABLE | CLASS_ABBREVIATION)) && !word_among(word, NO_BODIES);
}

/* "1st SBCT", "35th ADA": kinds of units by their letters, with a number. */
static bool
lettered_unit(struct scan *s, size_t i)
{
	const struct doc *d = s->d;

	/* "1-38 FA": battalion and regiment */
	bool pair = i > 2 && is_hyphen(d, i - 2) && tok(d, i - 1)->kind == TOKEN_NUMBER && tok(d, i - 3)->kind == TOKEN_NUMBER
	    && length(d, i - 1) <= 3;

	if (i == 0 || !(pair || ordinal(d, i - 1)) || !is_spaced(d, i)
	    || (is_capital(d, i + 1) && has_class(d, i + 1, CLASS_UNIT | CLASS_ORG)) || !word_in(d, i, LETTERED_UNITS))
		return false;
	add_span(s, TYPE_ORG, pair ? i - 3 : i - 1, i, "military unit");
	return true;
}

/* "the DIA said", "a CSIS analyst": an unknown acronym that acts as bodies do. */
void
rule_acronym(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t after = i + 1;

	if (lettered_unit(s, i) || length(d, i) < 3)
		return;
	if (in_heading(d, i) || known(s, i) || is_capital(d, i + 1) || is_hyphen(d, i + 1) || is_hyphen(d, i - 1)
	    || (i > 0 && is_capital(d, i - 1) && is_spaced(d, i) && !has_class(d, i - 1, CLASS_COMMON)))
		return;
	if (is_lower(d, after) && word_in(d, after, BODIES_DO))
		add_span(s, TYPE_ORG, i, i, "acronym that acts");
	/* "Roderich Kiesewetter of the CDU", "a member of the KCTU" */
	else if (i > 2 && word_is(d, i - 1, "the") && word_is(d, i - 2, "of") && (is_capital(d, i - 3) || has_class(d, i - 3, CLASS_TITLE)))
		add_span(s, TYPE_ORG, i, i, "acronym to which one belongs");
}

/* "the unification ministry", "Vietnam's finance ministry": in plain words, but of one body. Tried at the word "ministry". */
void
rule_ministry(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = h;

	while (a > 0 && a + 3 > h && is_lower(d, a - 1) && is_spaced(d, a) && word_in(d, a - 1, MINISTRIES))
		a--;
	/* the Russian security council: another country's has no other name */
	bool council = word_is(d, h, "council") && word_is(d, h - 1, "security") && a > 0
	    && (known_place(s, a - 1) || (word_is(d, a - 1, "s") && is_glued(d, a - 1)));
	if (a < h && a > 0 && !known(s, a) && (word_is(d, h, "ministry") || council))
		add_span(s, TYPE_ORG, a, h, "ministry in plain words");
}

/* Companies by their tail: "Hanwha Systems Co.", "Korea Aerospace Industries". */
void
rule_company(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	bool abbreviated = word_in(d, h, "inc corp co ltd ab sa nv oyj plc");
	size_t a = name_left(s, h), last = h;

	if (a == h && h > 1 && tok(d, h - 1)->kind == TOKEN_NUMBER && length(d, h - 1) <= 2 && has_class(d, h - 2, CLASS_CALENDAR)
	    && is_capital(d, h - 2))
		a = h - 2; /* August 26 Holdings */
	if (abbreviated && h > 0 && known_as(s, h - 1, TYPE_ORG) && known(s, h - 1)->end == tok(d, h - 1)->end
	    && known(s, h - 1)->token < a)
		a = known(s, h - 1)->token; /* SK hynix Inc. */
	if (!has_modifier(d, a, h) || (word_is(d, h, "systems") && word_in(d, h - 1, THINGS_NAMED)))
		return; /* Chunmoo Multiple Rocket Launcher Systems */
	if (!abbreviated && is_capital(d, h + 1) && is_spaced(d, h + 1))
		return;
	if (!abbreviated && a + 1 == h && (has_class(d, a, CLASS_COMMON | CLASS_MODIFIER | CLASS_NATION)
	    || (known_place(s, a) && !word_in(d, h, "corporation holdings enterprises"))))
		return;
	if (abbreviated && is_mark(d, h + 1, MARK_DOT) && is_glued(d, h + 1))
		last = h + 1;
	/* "Co., Ltd." */
	if (word_is(d, h, "co") && is_mark(d, last + 1, MARK_COMMA) && word_is(d, last + 2, "ltd"))
		last = is_mark(d, last + 3, MARK_DOT) ? last + 3 : last + 2;
	add_span(s, TYPE_ORG, a, last, "company by its tail");
}
