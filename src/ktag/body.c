#include "body.h"
#include "scan.h"

enum { SERVICES = 4 }; /* army, navy, air force, marines */

struct bodies {
	struct doc *d;
	const struct gaz *g;
	bool south;                 /* South Korea or something of it has been named */
	bool america;               /* the United States or something of theirs */
	size_t passed;              /* mentions up to the body at work */
	struct str country;         /* ISO code of the state or people named last before the body at work */
	struct str voice;           /* of the one whose spokesman is named: "ministry spokesman Geng Shuang" */
	struct str premier;         /* of the prime minister named last */
	struct str only[SERVICES];  /* the one state whose service the article names with its owner */
	struct str latest[SERVICES]; /* the state of the service named last with its owner */
	unsigned several;           /* a bit for each service that has more than one owner in the article */
	struct str council, council_name; /* the security council of a state, where it was named as such */
};

struct str
body_country(struct str id)
{
	size_t slash = 0;

	while (slash < id.n && id.p[slash] != '/')
		slash++;
	if (!str_starts(id, STR("country/")) && !str_starts(id, STR("people/")))
		return str_of(id.p, slash < id.n ? slash : 0);
	return str_from(id, slash + 1);
}

/* "Republic of Korea Navy", "Navy": which of the services it is; SERVICES if none. */
static int
service(struct str span)
{
	static const struct str ends[] = { STR_ITEM("Army"), STR_ITEM("Navy"), STR_ITEM("Air Force"), STR_ITEM("Marine Corps"),
		STR_ITEM("Marines") };

	if (!(str_ends(span, STR("y")) || str_ends(span, STR("e")) || str_ends(span, STR("s")))) /* most are none */
		return SERVICES;
	for (int i = 0; i < 5; i++)
		if (str_ends(span, ends[i]))
			return i < SERVICES ? i : SERVICES - 1;
	return SERVICES;
}

static bool
bare(struct str span)
{
	return memchr(span.p, ' ', span.n) == NULL || str_eq(span, STR("Air Force")) || str_eq(span, STR("Marine Corps"));
}

/* A state's code; none if it is no state's. */
static struct str
code_only(struct str code)
{
	return code.n == 2 ? code : str_of(NULL, 0);
}

/* The state that an id begins with: us/white-house. */
static struct str
state_code(struct str id)
{
	return code_only(body_country(id));
}

/* The state that a place lies in or a people lives in; none if the tables do not tell. */
static struct str
state_of(const struct bodies *b, const struct mention *m)
{
	struct str code = state_code(m->id);
	uint32_t entity;

	if (!code.n && m->id.n && (entity = gaz_find(b->g, m->id)) != GAZ_NONE)
		code = code_only(gaz_entity(b->g, entity).country);
	return code;
}

/* Stands nothing but a word or none between a state, as an owner, and its body: "Japan's chief Cabinet secretary"? */
static bool
owns(const struct doc *d, size_t from, size_t to)
{
	enum { WORD = 14 };
	struct str s = str_of(d->text.p + from, to - from);
	size_t at = str_starts(s, STR("'s ")) ? 3 : str_starts(s, STR("’s ")) ? 5 : s.n;

	if (to - from > WORD || at == s.n)
		return to - from <= 5;
	while (at + 1 < s.n && s.p[at] >= 'a' && s.p[at] <= 'z')
		at++;
	return at + 1 == s.n && s.p[at] == ' ';
}

/* The state beside the body: "North Korea's Defense Ministry", "Warsaw's defense ministry", "Ministry of Defense of Japan". */
static struct str
neighbour(const struct bodies *b, const struct mention *m)
{
	const struct doc *d = b->d;
	const struct mention *all = d->mentions;
	size_t i = (size_t)(m - all);

	if (i > 0 && (all[i - 1].type == TYPE_GPE || all[i - 1].type == TYPE_NORP) && owns(d, all[i - 1].end, m->start)
	    && memchr(d->text.p + all[i - 1].end, ',', m->start - all[i - 1].end) == NULL
	    && memchr(d->text.p + all[i - 1].end, '(', m->start - all[i - 1].end) == NULL /* MOSCOW (AFP) */
	    && memchr(d->text.p + all[i - 1].end, '.', m->start - all[i - 1].end) == NULL)
		return state_of(b, &all[i - 1]);
	if (i + 1 < b->d->settled_n && (all[i + 1].type == TYPE_GPE || all[i + 1].type == TYPE_ORG) && all[i + 1].start - m->end <= 8
	    && str_starts(str_from(d->text, m->end), STR(" of ")))
		return state_of(b, &all[i + 1]);
	return str_of(NULL, 0);
}

/* "spokesman Geng Shuang": does one who speaks for a ministry stand before the mention? */
static bool
is_voice(const struct doc *d, const struct mention *m)
{
	return m->token > 0 && word_in(d, m->token - 1, SPEAKERS_FOR);
}

/* "Army Gen. Paul LaCamera", "Secretary of the Navy", "Pentagon spokesman Navy Capt. Jeff Davis": American by the man or the office. */
static struct str
by_rank(const struct bodies *b, const struct mention *m)
{
	const struct mention *next = m + 1, *before = m - 1;

	if (m > b->d->mentions && before->type == TYPE_ORG && state_code(before->id).n && is_voice(b->d, m)
	    && before->end + 1 == tok(b->d, m->token - 1)->start)
		return state_code(before->id);

	if (m->start >= 17 && str_eq(str_of(b->d->text.p + m->start - 17, 17), STR("Secretary of the ")))
		return STR("US");
	if ((size_t)(next - b->d->mentions) < b->d->settled_n && next->type == TYPE_PERSON && next->start - m->end < 24)
		return state_code(next->id);
	return str_of(NULL, 0);
}

/* A body of a name that many states have: it tells nothing of whose it is. */
static bool
shared(const struct mention *m, struct str span)
{
	return m->flags & MENTION_GENERIC || str_ends(span, STR("inistry")) || str_starts(span, STR("Ministry")) || service(span) < SERVICES
	    || str_eq(span, STR("Central Committee")) || str_eq(span, STR("Cabinet"));
}

static void
learn_service(struct bodies *b, const struct mention *m, struct str span)
{
	int k = service(span);
	struct str code;

	if (k == SERVICES)
		return;
	code = bare(span) ? neighbour(b, m) : body_country(m->id);
	if (code.n != 2)
		return;
	if (b->only[k].n && !str_eq_nocase(b->only[k], code))
		b->several |= 1u << k;
	b->only[k] = code;
}

/* A first look at all mentions: whose they are. */
static void
learn(struct bodies *b)
{
	for (size_t i = 0; i < b->d->settled_n; i++) {
		const struct mention *m = &b->d->mentions[i];

		if (m->type == TYPE_ORG)
			learn_service(b, m, mention_str(b->d, m));
		else if (m->type == TYPE_PERSON && state_code(m->id).n && is_voice(b->d, m))
			b->voice = b->voice.n && !str_eq_nocase(b->voice, state_code(m->id)) ? STR("several") : state_code(m->id);
		b->america |= str_starts(m->id, STR("us/")) || str_ends(m->id, STR("/us"));
		if (!b->south && (str_ends(m->id, STR("/kr")) || str_starts(m->id, STR("kr/"))))
			b->south = m->type != TYPE_ORG || !shared(m, mention_str(b->d, m));
	}
}

/* Whose service it is that stands without its owner. */
static struct str
service_owner(const struct bodies *b, const struct mention *m, int k)
{
	struct str code = by_rank(b, m);

	if (code.n)
		return code;
	return b->several >> k & 1 ? b->latest[k] : b->only[k];
}

/* Is the outlet, the agency or the town of the article of the state named last? Its "Defense Ministry" may be that state's. */
static bool
from_there(const struct bodies *b)
{
	static const int keys[] = { KEY_SOURCE, KEY_AGENCY, KEY_PLACE };
	struct gaz_hit hit;

	for (int i = 0; i < 3 && b->country.n; i++) {
		struct str name = article_text(b->d->article, keys[i]);
		if (str_starts(name, STR("The ")))
			name = str_from(name, 4);
		if (name.n && gaz_lookup(b->g, name, &hit) && str_eq_nocase(gaz_entity(b->g, hit.at[0].entity).country, b->country))
			return true;
	}
	return false;
}

/* "the Supreme Court in Pyongyang": the state of the town. */
static struct str
town(const struct bodies *b, const struct mention *m)
{
	const struct mention *next = m + 1;

	if ((size_t)(next - b->d->mentions) < b->d->settled_n && next->type == TYPE_GPE && next->start == m->end + 4
	    && str_starts(str_from(b->d->text, m->end), STR(" in ")))
		return state_of(b, next);
	return str_of(NULL, 0);
}

/* Goes on to the body: the state or people named last before it. */
static void
pass(struct bodies *b, const struct mention *m)
{
	for (const struct mention *p = b->d->mentions + b->passed; p < m; p++, b->passed++) {
		struct str code;

		if ((p->type == TYPE_GPE || p->type == TYPE_NORP) && (code = state_of(b, p)).n)
			b->country = code;
	}
}

/* The state that owns the body at `m`, if the text tells; else none: on this beat the body is then South Korea's, unless the
 * article never names that country. */
static struct str
owner(struct bodies *b, const struct mention *m)
{
	struct str code = neighbour(b, m), span = mention_str(b->d, m);
	int k = service(span);

	if (k < SERVICES) {
		if (code.n != 2 && !bare(span))
			code = body_country(m->id);
		if (code.n == 2)
			b->latest[k] = code;
		else
			code = service_owner(b, m, k);
	}
	if (code.n || (k < SERVICES && (b->south || !b->america)))
		return code;
	if (k < SERVICES)
		return STR("US");
	if ((code = town(b, m)).n)
		return code;
	/* a Department is American wherever it stands */
	if (str_ends(span, STR("Department")))
		return str_of(NULL, 0);
	if (b->south && str_eq(span, STR("Democratic Party")))
		return STR("KR");
	if (str_starts(span, STR("Prime Minister")) && b->premier.n)
		return b->premier;
	if (b->voice.n == 2 && word_in(b->d, doc_token_at(b->d, m->end), SPEAKERS_FOR))
		return b->voice;
	pass(b, m);
	if (b->south && !str_eq_nocase(b->country, STR("US")) && !str_eq_nocase(b->country, STR("KR")) && from_there(b))
		return b->country;
	return b->south ? str_of(NULL, 0) : b->country;
}

static bool
of_country(struct str id, struct str code)
{
	return id.n > 2 && id.p[2] == '/' && str_eq_nocase(str_of(id.p, 2), code);
}

/* The first candidate that is a body of the country, in a hit of the gazetteer. */
static bool
pick(const struct bodies *b, struct mention *m, const struct gaz_hit *hit, struct str code)
{
	for (size_t i = 0; i < hit->n; i++) {
		struct gaz_entity e = gaz_entity(b->g, hit->at[i].entity);
		if (e.type == m->type && of_country(e.id, code)) {
			m->id = e.id;
			m->name = e.name;
			return true;
		}
	}
	return false;
}

/* The body under its full name: "Russian" + "Security Council". */
static bool
pick_named(const struct bodies *b, struct mention *m, struct str span, struct str code)
{
	struct gaz_hit hit;
	char id[12] = "people/";

	for (int i = 0; i < 2; i++)
		id[7 + i] = (char)(code.p[i] | 0x20);
	uint32_t entity = gaz_find(b->g, str_of(id, 9));
	if (entity == GAZ_NONE)
		return true; /* no state */
	return gaz_lookup_two(b->g, gaz_entity(b->g, entity).name, span, &hit) && pick(b, m, &hit, code);
}

/* "Russia's Security Council", and after it "the Security Council": not that of the UN. */
static void
refer_council(struct bodies *b, struct mention *m, struct str span)
{
	struct str code = neighbour(b, m);

	if (code.n == 2 && pick_named(b, m, span, code)) {
		b->council = m->id;
		b->council_name = m->name;
	} else if (code.n != 2 && b->council.n) {
		m->id = b->council;
		m->name = b->council_name;
	}
}

static void
refer_body(struct bodies *b, struct mention *m)
{
	struct str span = mention_str(b->d, m), code;
	struct gaz_hit hit;

	if (m->id.n == 0 || span.n > 48)
		return;
	if (str_eq_nocase(span, STR("Security Council"))) {
		refer_council(b, m, span);
		return;
	}
	/* the Politburo is the North's unless it is that of another party */
	bool bureau = str_eq(span, STR("Political Bureau")) || str_eq(span, STR("Politburo"));
	if (!bureau && !shared(m, span) && !str_starts(span, STR("Prime Minister")))
		return;
	if (is_upper(b->d, m->token) && neighbour(b, m).n == 0)
		return; /* "MOSCOW (AFP)": letters are whose they are */
	code = bureau ? neighbour(b, m) : owner(b, m);
	if (code.n != 2 || of_country(m->id, code))
		return;
	hit.n = 0;
	if (gaz_lookup(b->g, span, &hit) && pick(b, m, &hit, code))
		return;
	/* a body of that state which the tables do not have: better none than another state's; but only one has a Unification Ministry */
	if (!pick_named(b, m, span, code) && (hit.n != 1 || neighbour(b, m).n))
		m->id = m->name = str_of(NULL, 0);
}

bool
body_refer(struct doc *d, const struct gaz *g, bool south)
{
	struct bodies b = { .d = d, .g = g, .south = south };

	learn(&b);
	for (size_t i = 0; i < d->settled_n; i++) {
		struct mention *m = &d->mentions[i];
		if (m->type == TYPE_ORG)
			refer_body(&b, m);
		else if (m->type == TYPE_PERSON && state_code(m->id).n && m->token > 1 && word_is(d, m->token - 1, "minister")
		    && word_is(d, m->token - 2, "prime"))
			b.premier = state_code(m->id);
	}
	return b.south;
}
