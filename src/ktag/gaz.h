/* The gazetteer: names of persons, organisations, places, weapons, events and laws with their entities, and the small
 * dictionaries that go with them: titles, dated offices.
 *
 * The tables of src/ktag/data are compiled into read-only arrays by src/tools/mkgaz.c, so opening costs nothing; the
 * same builder (gaz_build.h) makes a second set at run time for the user's names.
 *
 * Forms are compared folded: without regard to case (below), diacritics, hyphens (U+002D, U+2010-2015, U+2212), spaces
 * and the periods of abbreviations. So "Hwasong-17" finds `Hwasong 17` and `Hwasong17`, "U.S." finds `US`, "S. Korea"
 * `SKorea`. A word that the table writes with a capital must have one in the text; a word in lower case may have
 * either. */
#ifndef KTAG_GAZ_H
#define KTAG_GAZ_H

#include "doc.h"

struct gaz;
struct opt_list;
struct lexeme;

struct gaz_opt {
	const struct opt_list *user;  /* -g FILE: names in the format of the tables */
	const struct opt_list *block; /* --block FILE: an id or a name a line; neither is found any more */
};

/* Never fails: a file that cannot be read or a malformed line ends the program (2) with FILE:LINE. */
struct gaz *gaz_open(const struct gaz_opt *opt);
void gaz_close(struct gaz *g);

/* Properties of an entity or of one of its forms; a candidate carries those of both. */
enum gaz_flag {
	GAZ_EVIDENCE = 2,    /* not a name unless the context says so: Patriot, Reaper, TIME, Rand */
	GAZ_COMMON = 4,      /* also an ordinary word: doubtful at the start of a sentence */
	GAZ_EXACT = 8,       /* only with the very capitals of the table: US, WHO, AP */
	GAZ_ACRONYM = 16,    /* a short form in capitals */
	GAZ_GENERIC = 32,    /* names a body of whichever country is meant: Defense Ministry, JCS, National Assembly */
	GAZ_OUTLET = 64,     /* a news outlet or agency */
	GAZ_LOWER = 256,     /* the form is in lower case: `defense ministry`, `armistice line` */
	GAZ_USER = 512,      /* from -g */
	GAZ_UNNAMED = 1024,  /* in tables only: the canonical name is a label, not a form found in texts */
	GAZ_OWN_NAME = 2048, /* of a candidate: the form is its canonical name */
	GAZ_FIXED = 4096     /* in tables only: no other romanisation is made by rule ("Soul" for Seoul) */
};

#define GAZ_NONE UINT32_MAX

struct gaz_entity {
	struct str id, name, kind;
	enum entity_type type;
	struct str country; /* ISO 3166 alpha-2; INT for several; empty if none */
};

struct gaz_candidate {
	uint32_t entity; /* for gaz_entity() */
	unsigned flags;  /* of form and entity */
};

#define GAZ_CANDIDATES 80

/* What stands at a token: where it ends and who it may be, the likeliest first (the table's order). */
struct gaz_hit {
	size_t tokens; /* tokens that it covers, the last perhaps in part (Hangul particles, the plural s) */
	size_t end;    /* byte in doc->text; the closing period of `U.S.` is inside, 's and particles are not */
	size_t n;
	struct gaz_candidate at[GAZ_CANDIDATES];
};

/* Does a form begin with that word, so that its tokens get CALL_GAZETTEER? */
bool gaz_begins(const struct gaz *g, struct str word, const struct token_word *w, const struct lexeme *l);

/* May it be a name by itself? */
bool gaz_alone(const struct gaz *g, const struct lexeme *l);

/* The longest name that begins at token `token`, of at most `limit` tokens (0: any length; to try again for a shorter
 * one, pass hit->tokens - 1 if that is not 0). False if there is none. The doc's lexicon must know the gazetteer. */
bool gaz_match(const struct gaz *g, const struct doc *d, size_t token, size_t limit, struct gaz_hit *hit);

/* The same for titles and ranks, in any case: `Vice Adm.`, `defense minister`, `국방장관`. Of its entity the name alone is known. */
bool gaz_title(const struct gaz *g, const struct doc *d, size_t token, size_t limit, struct gaz_hit *hit);

/* The same for a string by itself, all of which must be the name (offsets are those in `name`). */
bool gaz_lookup(const struct gaz *g, struct str name, struct gaz_hit *hit);

/* The same for two words or more with a blank between them: "Russian" and "Security Council". False if they are too long for a name. */
bool gaz_lookup_two(const struct gaz *g, struct str left, struct str right, struct gaz_hit *hit);

/* What the tables say of an entity; its strings live as long as the gazetteer. */
struct gaz_entity gaz_entity(const struct gaz *g, uint32_t entity);

/* By id; GAZ_NONE if unknown. */
uint32_t gaz_find(const struct gaz *g, struct str id);

/* Does --block list this name? For what rules find; the gazetteer's own names are left out already. */
bool gaz_blocked(const struct gaz *g, struct str name);

/* Who held an office from when to when. */
struct gaz_role {
	uint32_t person;
	struct str from, to; /* ISO 8601 as precise as known; empty `to`: still, or unknown */
	bool acting;
};

/* Holders of an office on a day: `title` in any of its forms ("Defense Minister", "defense chief", "국방장관"),
 * `country` and `date` may be empty (any country; any time, the latest first). Those who held it on that day come
 * first, then those who had held it before (`former`, stories of the week after), latest first; *current is the number
 * of the first kind. Returns how many there are, at most max. */
size_t gaz_holders(
    const struct gaz *g, struct str title, struct str country, struct str date, struct gaz_role *out, size_t max, size_t *current);

/* When the person last took an office of the tables, on `date` or before it; with no date, last of all. Empty: none that they know.
 * *holds: he was in office then. */
struct str gaz_since(const struct gaz *g, uint32_t person, struct str date, bool *holds);

#endif
