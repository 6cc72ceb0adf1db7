#include "names.h"
#include "scan.h"

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

static bool
doubtful(const struct doc *d, const struct gaz_hit *hit, size_t i, enum entity_type type)
{
	unsigned flags = hit->at[0].flags;

	if (flags & GAZ_EVIDENCE)
		return !evident(d, hit, i, type);
	if (flags & GAZ_COMMON && hit->tokens == 1 && tok(d, i)->flags & TOKEN_OPENS)
		return is_lower(d, i + 1) && !has_class(d, i + 1, CLASS_SPEECH);
	return false;
}

/* Adds what the gazetteer knows, the longest name at each word. */
static void
find_known(struct scan *s)
{
	struct doc *d = s->d;
	struct gaz_hit hit;

	for (size_t i = 0; i < d->tokens_n; i++) {
		const struct token *t = &d->tokens[i];
		if (t->kind != TOKEN_WORD && t->kind != TOKEN_NUMBER)
			continue;
		if (!gaz_match(s->g, d, i, 0, &hit))
			continue;
		struct gaz_entity e = gaz_entity(s->g, hit.at[0].entity);
		if (doubtful(d, &hit, i, e.type))
			continue;
		struct mention *m = doc_mention(d, e.type, hit.start, hit.end, "gazetteer");
		m->id = e.id;
		m->name = e.name;
		for (size_t k = i; k < i + hit.tokens && k < d->tokens_n; k++)
			s->known[k] = (uint32_t)d->mentions_n;
		i += hit.tokens - 1;
	}
}

/* The rules that a word's class calls for. */
static void
try_heads(struct scan *s, size_t i, uint32_t classes)
{
	if (classes & CLASS_ORG)
		rule_org(s, i);
	if (classes & CLASS_UNIT)
		rule_unit(s, i);
	if (classes & CLASS_COMPANY)
		rule_company(s, i);
	if (classes & (CLASS_PLACE | CLASS_REGION))
		rule_place(s, i);
	if (classes & CLASS_FACILITY)
		rule_facility(s, i);
	if (classes & CLASS_EVENT)
		rule_event(s, i);
	if (classes & CLASS_DRILL)
		rule_drill(s, i);
	if (classes & CLASS_LAW)
		rule_law(s, i);
}

static void
find_new(struct scan *s)
{
	const struct doc *d = s->d;
	const uint32_t lower = CLASS_FACILITY | CLASS_EVENT | CLASS_DRILL | CLASS_LAW;

	for (size_t i = 0; i < d->tokens_n; i++) {
		const struct token *t = &d->tokens[i];
		if (t->kind != TOKEN_WORD)
			continue;
		if (t->flags & TOKEN_CAPITAL) {
			try_heads(s, i, t->classes);
			rule_weapon(s, i);
			if (i >= s->person)
				s->person = (uint32_t)rule_person(s, i);
		} else if (t->flags & TOKEN_HANGUL) {
			rule_hangul(s, i);
		} else if (t->classes & lower) {
			try_heads(s, i, t->classes & lower);
		}
	}
}

void
names_find(struct doc *d, const struct gaz *g)
{
	struct scan s = { .d = d, .g = g };

	s.known = arena_array(d->arena, d->tokens_n + 1, sizeof *s.known);
	memset(s.known, 0, (d->tokens_n + 1) * sizeof *s.known);
	find_known(&s);
	find_new(&s);
}
