/* What the rules for names share: what the gazetteer found, what words say by themselves, how names are read. */
#ifndef KTAG_SCAN_H
#define KTAG_SCAN_H

#include "doc.h"
#include "gaz.h"
#include "ktag_lists.h"
#include "lexicon.h"
#include "tokens.h"
#include "words.h"

/* What the rules share: the text and what the gazetteer found in it. */
struct scan {
	struct doc *d;
	const struct gaz *g;
	uint32_t *known;  /* for every token 1 + index of the gazetteer's mention on it, 0 if there is none */
	struct str plain; /* an acronym that the article gives to plain words */
	uint32_t town;    /* a doubtful one that a dateline or its country bore out: believed from there on; GAZ_NONE */
	uint32_t person;  /* the first token that no person covers yet: names are read from left to right */
	enum { UNASKED, YES, NO } north; /* is 조선 North Korea in this text? */
};

/* Names are shorter than this many tokens on either side of their head: bounds the work on hostile text. */
enum { REACH = 14 };

/* What a capitalised word says by itself to the rules that may begin at it. */
enum {
	NAME_PART = 1,     /* part of a person's name */
	NAME_KOREAN = 2,   /* part of a Korean name, or a given name */
	NAME_FREE = 4,     /* no class of words lays claim to it: a noun beside it may explain it */
	NAME_ACRONYM = 8,  /* letters that may be a body's */
	NAME_WEAPON = 16,  /* a family of weapons, a ship or the like */
	NAME_HULL = 32,    /* CVN, DDG: a hull number follows */
	NAME_MARK = 64,    /* Type, Mk: a model's number follows */
	NAME_PRESIDENT = 128, /* one who gave an administration its name */
	NAME_BRAND = 256 /* a capital inside: MarineTraffic */
};

/* The NAME_... of the word at i. */
static inline uint32_t
name_word(const struct doc *d, size_t i)
{
	return lexeme_of(d, i)->memo[MEMO_NAME];
}

/* What name_word is made of: the bits that hold for a word; `t` is what its tokens share. */
uint32_t person_word(const struct token_word *t, struct str word);
bool free_word(const struct token_word *t, struct str word);
bool brand_word(const struct token_word *t, struct str word);
bool acronym_word(const struct token_word *t, struct str word);
uint32_t weapon_word(const struct token_word *t, struct str word);

/* The gazetteer's mention on token i, or NULL. */
static inline const struct mention *
known(const struct scan *s, size_t i)
{
	return i < s->d->tokens_n && s->known[i] ? &s->d->mentions[s->known[i] - 1] : NULL;
}

/* Is it a mention of that type? */
static inline bool
known_as(const struct scan *s, size_t i, enum entity_type type)
{
	const struct mention *m = known(s, i);

	return m && m->type == type;
}

/* A state, its people, or a place: what stands before or after names without being part of them. */
static inline bool
known_place(const struct scan *s, size_t i)
{
	const struct mention *m = known(s, i);

	return m && (m->type == TYPE_GPE || m->type == TYPE_LOC || m->type == TYPE_NORP || m->type == TYPE_FAC);
}

/* An adjective of a people by its ending: Abkhazian, Kurdish, Congolese. Of a company -an ends too many names to say so: Hyosan. */
static inline bool
is_demonym(const struct doc *d, size_t i)
{
	struct str w = doc_span(d, i, i);

	return str_ends(w, STR("ian")) || str_ends(w, STR("ish")) || str_ends(w, STR("ese"));
}

/* A mention from token a to token b, both included. */
struct mention *add_span(struct scan *s, enum entity_type type, size_t a, size_t b, const char *rule);

/* A mention of the gazetteer's entity, from token a to byte `end`. */
void add_entity(struct scan *s, uint32_t entity, size_t a, size_t end, const char *rule);

/* The word of Hangul at i without its particle. */
struct str hangul_stem(const struct doc *d, size_t i);

/* Does a Korean name in full begin at i: "Pak Hyok Chol", "Ahn Gyu-back"? Titles and bodies end before it. */
bool korean_begins(const struct doc *d, size_t i);

/* "Observation Post", "Guard Post": not a newspaper. */
static inline bool
is_lookout(const struct doc *d, size_t i)
{
	return i > 0 && word_is(d, i, "post") && word_in(d, i - 1, "observation guard sentry");
}

/* "Fire Direction Center Vehicle", "Armed Forces Day": a capital that makes a thing or a holiday of the name before it. */
bool names_thing(const struct doc *d, size_t i);

/* "Daryl Press", "Emily Church": a head word that is a surname here, for a given name stands before it. */
bool bears_given(const struct doc *d, size_t i);

/* The first token of a name whose head is at h: goes left over capitals, hyphens, U.S., People's, "and" between them. */
size_t name_left(const struct scan *s, size_t h);

/* The last token of a name that goes on after its head: "of Foreign Affairs", "for Defense Analyses". Returns h if it does not. */
size_t name_right(const struct scan *s, size_t h, bool keep_state);

/* "57th ...", "2025 Seoul Defense Dialogue": a number in front belongs to the name, unless a possessor stands before it. The first
 * token with it. */
size_t with_number(const struct doc *d, size_t a);

/* "Freedom Edge 24-2", "RIMPAC 2024": the last token of an event with its number. */
size_t number_after(const struct doc *d, size_t last);

/* Is a form of the gazetteer not to be believed here? */
bool doubtful(struct scan *s, const struct gaz_hit *hit, size_t i, enum entity_type type);

/* Adds what the gazetteer knows, the longest name at each word. */
void find_known(struct scan *s);

/* The rules, each tried where its kind of word stands: at token i, or at the head h of a name. They add the mentions they find. */

size_t rule_person(struct scan *s, size_t i); /* person.c; returns the first token that no person covers */

/* org.c */
void rule_org(struct scan *s, size_t h);
void rule_unit(struct scan *s, size_t h);
void rule_ministry(struct scan *s, size_t h);
void rule_company(struct scan *s, size_t h);
void rule_acronym(struct scan *s, size_t i);
void rule_spelled(struct scan *s, size_t i); /* spelled.c */

/* place.c */
void rule_place(struct scan *s, size_t h);
void rule_region(struct scan *s, size_t h);
void rule_where(struct scan *s, size_t i);
void rule_korean_place(struct scan *s, size_t i);
void rule_facility(struct scan *s, size_t h); /* facility.c */

/* event.c */
void rule_event(struct scan *s, size_t h);
void rule_drill(struct scan *s, size_t i);
void rule_codename(struct scan *s, size_t h);
void rule_law(struct scan *s, size_t h); /* law.c */

/* Gives the paper its id, if a table has one of that kind (NULL: none) with that number. */
void law_identify(const struct scan *s, struct mention *m, const char *kind, struct str digits);

/* The last token of an act's name with its year, "Act of 1962", "Act 1945"; `last` if none stands there or it is no act. */
size_t law_year(const struct doc *d, size_t last);
/* The last token of a weapon's name with its block, "SM-3 Block IIA", "F-16 Block 70/72"; `last` if none stands there (weapon.c). */
size_t weapon_block(const struct doc *d, size_t last);

/* weapon.c */
void rule_weapon(struct scan *s, size_t i);
void rule_ships(struct scan *s, size_t i);

/* noun.c */
void rule_explained(struct scan *s, size_t i);
void rule_noun(struct scan *s, size_t i);
void rule_noun_behind(struct scan *s, size_t i);

/* hangul.c */
void rule_hangul(struct scan *s, size_t i);
void rule_hangul_number(struct scan *s, size_t i);
void rule_hanja(struct scan *s, size_t i); /* hanja.c */

#endif
