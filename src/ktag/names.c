#include "names.h"
#include "hangul_word.h"
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

uint32_t
names_word(const struct token_word *t, struct str word)
{
	if (!(t->flags & TOKEN_CAPITAL))
		return hangul_word(t, word);
	return person_word(t, word) | weapon_word(t, word) | (free_word(t, word) ? NAME_FREE | (brand_word(t, word) ? NAME_BRAND : 0) : 0)
	    | (acronym_word(t, word) ? NAME_ACRONYM : 0);
}

/* At the last words of names with capitals. */
enum {
	HEADS = CLASS_ORG | CLASS_UNIT | CLASS_COMPANY | CLASS_PLACE | CLASS_REGION | CLASS_FACILITY | CLASS_EVENT | CLASS_DRILL | CLASS_LAW
	    | CLASS_CODENAME
};

bool
names_call(const struct token_word *t, uint32_t says)
{
	if (t->flags & TOKEN_CAPITAL) /* The, Korea: only the hyphen behind them may make something of them */
		return says || t->classes & (HEADS | CLASS_WHERE) || !(t->classes & (CLASS_COMMON | CLASS_NATION));
	return t->flags & TOKEN_HANGUL || t->classes & CLASS_CALLS;
}

/* At a word with a hyphen behind it: "F-35", "KSS-III", "Kumchang-ri". */
static void
try_hyphen(struct scan *s, size_t i)
{
	const struct token *t = tok(s->d, i + 2);

	if (t->kind == TOKEN_NUMBER || t->flags & TOKEN_CAPITAL)
		rule_weapon(s, i);
	else if (t->kind == TOKEN_WORD)
		rule_korean_place(s, i);
}

/* What the gazetteer knows is part of a new person's name in few cases. */
static bool
may_be_person(const struct scan *s, size_t i, const struct mention *m, uint32_t says)
{
	if (m)
		return m->type == TYPE_PERSON ? m->end <= tok(s->d, i)->end : says & NAME_KOREAN || m->flags & MENTION_WEAK;
	/* "(Nam, Yonhap)": any word may be one who asks at a briefing */
	return says & (NAME_PART | NAME_KOREAN) || (is_mark(s->d, i + 1, MARK_COMMA) && is_mark(s->d, i - 1, MARK_OPEN));
}

/* Most capitals neither are words that a rule begins at nor stand before a mark or word that would make them one. */
static void
try_capital(struct scan *s, size_t i)
{
	const struct token *t = &s->d->tokens[i], *next = tok(s->d, i + 1);
	const uint32_t says = name_word(s->d, i);
	const struct mention *m;

	if (t->classes & HEADS && !(t->flags & TOKEN_HEADING))
		try_heads(s, i, t->classes);
	if (says & NAME_WEAPON || (says & (NAME_HULL | NAME_MARK) && next->kind == TOKEN_NUMBER))
		rule_weapon(s, i);
	else if (next->mark == MARK_HYPHEN)
		try_hyphen(s, i);
	if (t->classes & CLASS_WHERE && t->flags & TOKEN_OPENS)
		rule_where(s, i);
	m = known(s, i);
	if (says & NAME_ACRONYM && !m) {
		rule_acronym(s, i);
		rule_spelled(s, i);
	}
	if (says & NAME_FREE && !m
	    && (next->flags & TOKEN_CAPITAL || next->mark == MARK_COMMA || next->mark == MARK_HYPHEN || says & NAME_BRAND
		|| tok(s->d, i - 1)->classes & CLASS_LINK || tok(s->d, i - 1)->mark == MARK_COMMA || word_in(s->d, i - 1, "by from at")))
		rule_explained(s, i);
	if (i >= s->person && may_be_person(s, i, m, says))
		s->person = (uint32_t)rule_person(s, i);
}

/* At a word in small letters. */
static void
try_lower(struct scan *s, size_t i)
{
	const uint32_t classes = s->d->tokens[i].classes, heads = classes & (CLASS_FACILITY | CLASS_EVENT | CLASS_DRILL | CLASS_LAW);

	if (heads)
		try_heads(s, i, heads);
	if (classes & CLASS_VESSEL)
		rule_ships(s, i);
	if (classes & CLASS_REGION)
		rule_region(s, i);
	if (classes & CLASS_WHERE)
		rule_where(s, i);
	if (classes & CLASS_NOUN && is_capital(s->d, i + 1))
		rule_noun(s, i);
	if (classes & CLASS_NOUN && is_capital(s->d, i - 1))
		rule_noun_behind(s, i);
	if (classes & CLASS_OPEN_ORG)
		rule_ministry(s, i);
}

/* The rules for names that no table has, each where a word calls for it. */
static void
find_new(struct scan *s)
{
	const struct doc *d = s->d;

	for (size_t i = 0; (i = doc_next(d, i, CALL_NAME)) < d->tokens_n; i++) {
		const struct token *t = &d->tokens[i];
		if (t->flags & TOKEN_CAPITAL) {
			try_capital(s, i);
		} else if (t->flags & TOKEN_HANGUL) {
			rule_hangul(s, i);
		} else if (t->kind == TOKEN_NUMBER) {
			rule_hangul_number(s, i);
		} else if (t->kind == TOKEN_PUNCT) {
			if (is_capital(d, i - 1) && !(tok(d, i - 1)->calls & CALL_NAME))
				try_hyphen(s, i - 1);
		} else {
			try_lower(s, i);
		}
	}
}

void
names_find(struct doc *d, const struct gaz *g)
{
	struct scan s = { .d = d, .g = g, .town = GAZ_NONE };

	s.known = arena_array(d->arena, d->tokens_n + 1, sizeof *s.known);
	memset(s.known, 0, (d->tokens_n + 1) * sizeof *s.known);
	find_known(&s);
	find_new(&s);
	arena_drop(d->arena, s.known);
}
