/* What --type, --id, --since and --until let through. */
#ifndef KWIRE_KTSV_FILTER_H
#define KWIRE_KTSV_FILTER_H

#include "doc.h"
#include "ktsv.h"

struct filter {
	unsigned types; /* bit set of enum entity_type; all bits without --type */
	struct str *ids;
	size_t n_ids;
	struct str since, until;
};

/* Usage errors: an unknown type, a date that is none. */
void filter_open(struct filter *f, const struct ktsv_opt *o);
void filter_close(struct filter *f);

/* Is the article inside --since and --until? Without a date (kwire.5) it is outside of both. */
bool filter_date(const struct filter *f, struct str date);

/* Does --id let the id, or the type of an entity, through? */
bool filter_id(const struct filter *f, struct str id);
bool filter_type(const struct filter *f, struct str type);

static inline bool
filter_entity(const struct filter *f, const struct entity *e)
{
	return filter_type(f, e->type) && filter_id(f, e->id);
}

/* Has the article a mention that passes? True where nothing is asked for. */
bool filter_article(const struct filter *f, const struct doc *d);

/* The same where types are asked for: rows without a type go with the rows of articles. */
bool filter_article_type(const struct filter *f, const struct doc *d);

/* Names, as against values (DATE, MONEY, PERCENT): what pairs and counts are made of, unless --type says otherwise. */
bool filter_name(const struct filter *f, struct str type);

#endif
