#include "body.h"

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

/* The state beside the body: "North Korea's Defense Ministry", "Chinese Foreign Ministry", "Ministry of Defense of Japan". */
static struct str
neighbour(const struct bodies *b, const struct mention *m)
{
	const struct doc *d = b->d;
	const struct mention *all = d->mentions;
	size_t i = (size_t)(m - all);

	if (i > 0 && (all[i - 1].type == TYPE_GPE || all[i - 1].type == TYPE_NORP) && m->start - all[i - 1].end <= 5
	    && memchr(d->text.p + all[i - 1].end, ',', m->start - all[i - 1].end) == NULL
	    && memchr(d->text.p + all[i - 1].end, '.', m->start - all[i - 1].end) == NULL)
		return body_country(all[i - 1].id);
	if (i + 1 < b->d->settled_n && (all[i + 1].type == TYPE_GPE || all[i + 1].type == TYPE_ORG) && all[i + 1].start - m->end <= 8
	    && str_starts(str_from(d->text, m->end), STR(" of ")))
		return body_country(all[i + 1].id);
	return str_of(NULL, 0);
}

/* "Army Gen. Paul LaCamera", "Secretary of the Navy": American by the man or the office. */
static struct str
by_rank(const struct bodies *b, const struct mention *m)
{
	const struct mention *next = m + 1;

	if (m->start >= 17 && str_eq(str_of(b->d->text.p + m->start - 17, 17), STR("Secretary of the ")))
		return STR("US");
	if ((size_t)(next - b->d->mentions) < b->d->settled_n && next->type == TYPE_PERSON && next->start - m->end < 14 && next->id.n > 3
	    && next->id.p[2] == '/')
		return str_of(next->id.p, 2);
	return str_of(NULL, 0);
}

void
body_learn(struct bodies *b)
{
	for (size_t i = 0; i < b->d->settled_n; i++) {
		const struct mention *m = &b->d->mentions[i];
		struct str span, code;
		int k;

		if (m->type != TYPE_ORG || (k = service(span = mention_str(b->d, m))) == SERVICES)
			continue;
		code = bare(span) ? neighbour(b, m) : body_country(m->id);
		if (code.n != 2)
			continue;
		if (b->only[k].n && !str_eq_nocase(b->only[k], code))
			b->several |= 1u << k;
		b->only[k] = code;
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

/* Does an outlet of Japan write? Its "Defense Ministry" may be the Japanese one. */
static bool
of_japan(const struct doc *d, const struct gaz *g)
{
	struct str source = article_text(d->article, KEY_SOURCE);
	struct gaz_hit hit;

	if (str_starts(source, STR("The ")))
		source = str_from(source, 4);
	return source.n && gaz_lookup(g, source, &hit) && str_starts(gaz_entity(g, hit.at[0].entity).id, STR("jp/"));
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
	if (code.n)
		return code;
	/* a Department is American wherever it stands */
	if (str_ends(span, STR("Department")))
		return str_of(NULL, 0);
	if (b->south && str_eq(span, STR("Democratic Party")))
		return STR("KR");
	if (str_eq_nocase(b->country, STR("JP")) && b->south && of_japan(b->d, b->g))
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

void
body_refer(struct bodies *b, struct mention *m)
{
	struct str span = mention_str(b->d, m), code;
	struct gaz_hit hit;

	if (m->id.n == 0 || span.n > 48)
		return;
	if (str_eq(span, STR("Security Council"))) {
		refer_council(b, m, span);
		return;
	}
	if (!(m->flags & MENTION_GENERIC || str_ends(span, STR("inistry")) || str_starts(span, STR("Ministry")) || service(span) < SERVICES
	    || str_eq(span, STR("Central Committee"))))
		return;
	code = owner(b, m);
	if (code.n != 2 || of_country(m->id, code))
		return;
	if (gaz_lookup(b->g, span, &hit) && pick(b, m, &hit, code))
		return;
	/* a body of that state which the tables do not have: better none than another state's */
	if (!pick_named(b, m, span, code))
		m->id = m->name = str_of(NULL, 0);
}
