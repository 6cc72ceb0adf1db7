/* What ktag adds to an article and ktsv prints: entities, roles, quotes (kwire.5). Offsets are code points, end exclusive. */
#ifndef KWIRE_ANNOT_H
#define KWIRE_ANNOT_H

#include "article.h"
#include "json.h"

enum entity_type {
	TYPE_PERSON, TYPE_ORG, TYPE_GPE, TYPE_LOC, TYPE_FAC, TYPE_NORP, TYPE_EVENT, TYPE_WEAPON, TYPE_LAW, TYPE_DATE,
	TYPE_MONEY, TYPE_PERCENT,
	TYPES
};

struct entity {
	struct str type;   /* as written; entity_type() gives the number */
	size_t start, end; /* code points in text, or in the field named below */
	struct str text, id, name, value, field, rule; /* empty where absent */
	struct str raw; /* the object as it was read; written in place of all others if it is not empty */
};

struct role {
	struct str person, person_id, title, org, org_id;
	size_t start, end;
};

struct quote {
	struct str speaker, speaker_id, verb, text;
	size_t start, end;
};

/* Label of a type ("PERSON"), and back; TYPES if the label is unknown. */
struct str entity_label(enum entity_type type);
enum entity_type entity_type(struct str label);

/* The argument TYPE,TYPE... of an option: a bit (1 << entity_type) for each. A label that is none is wrong usage. */
unsigned entity_types(const char *option, const char *list);

/* The arrays of an article, decoded into its arena. Return the number of items, or -1 with a static text in *why if the
 * array has not the form of kwire.5. An absent key is 0 items. */
long article_entities(struct article *a, struct entity **items, const char **why);
long article_roles(struct article *a, struct role **items, const char **why);
long article_quotes(struct article *a, struct quote **items, const char **why);

/* For article_parse of an eager article: reads the value that begins at j->p and decodes it on the way. */
bool article_annotation(struct article *a, enum key key, struct json *j, struct str *value);

/* Sets them; n == 0 removes the key. */
void article_set_entities(struct article *a, const struct entity *items, size_t n);
void article_set_roles(struct article *a, const struct role *items, size_t n);
void article_set_quotes(struct article *a, const struct quote *items, size_t n);

#endif
