#include "names.h"
#include "scan.h"

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
	if (classes & CLASS_CODENAME)
		rule_codename(s, i);
}

/* Is it followed by a hyphen or a number, a word for arms, or a letter and a digit? */
static bool
may_be_weapon(const struct doc *d, size_t i)
{
	const struct token *t = &d->tokens[i], *next = tok(d, i + 1);

	return t->classes & (CLASS_WEAPON | CLASS_SHIP) || next->kind == TOKEN_NUMBER || next->mark == MARK_HYPHEN
	    || (d->text.p[t->start] == 'K' && t->end - t->start > 1 && d->text.p[t->start + 1] <= '9');
}

static void
try_capital(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const struct token *t = &d->tokens[i];
	const uint32_t heads = CLASS_ORG | CLASS_UNIT | CLASS_COMPANY | CLASS_PLACE | CLASS_REGION | CLASS_FACILITY | CLASS_EVENT | CLASS_DRILL
	    | CLASS_LAW | CLASS_CODENAME;

	if (t->classes & heads && !(t->flags & TOKEN_HEADING))
		try_heads(s, i, t->classes);
	if (may_be_weapon(d, i))
		rule_weapon(s, i);
	if (tok(d, i + 1)->mark == MARK_HYPHEN)
		rule_korean_place(s, i);
	if (t->flags & TOKEN_UPPER)
		rule_acronym(s, i);
	rule_explained(s, i);
	if (i >= s->person)
		s->person = (uint32_t)rule_person(s, i);
}

static void
find_new(struct scan *s)
{
	const struct doc *d = s->d;
	const uint32_t lower = CLASS_FACILITY | CLASS_EVENT | CLASS_DRILL | CLASS_LAW;

	for (size_t i = 0; (i = doc_next(d, i, CALL_NAME)) < d->tokens_n; i++) {
		const struct token *t = &d->tokens[i];
		if (t->flags & TOKEN_CAPITAL) {
			try_capital(s, i);
		} else if (t->flags & TOKEN_HANGUL) {
			rule_hangul(s, i);
		} else {
			if (t->classes & lower)
				try_heads(s, i, t->classes & lower);
			if (t->classes & CLASS_VESSEL)
				rule_ships(s, i);
			if (t->classes & CLASS_REGION)
				rule_region(s, i);
			if (t->classes & CLASS_WHERE)
				rule_where(s, i);
			if (t->classes & CLASS_NOUN && is_capital(d, i + 1))
				rule_noun(s, i);
			if (t->classes & CLASS_OPEN_ORG)
				rule_ministry(s, i);
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
