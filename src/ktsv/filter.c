#include "filter.h"
#include "cal.h"
#include "err.h"
#include "mem.h"

#include <stdlib.h>

#define ALL_TYPES (~0u)
#define VALUES (1u << TYPE_DATE | 1u << TYPE_MONEY | 1u << TYPE_PERCENT)

/* YYYY, YYYY-MM or YYYY-MM-DD. */
static struct str
date_arg(const char *option, const char *arg)
{
	struct str s = str_z(arg);
	struct cal c;

	if (!s.n || cal_read(s, &c) != s.n)
		err_usage("%s: '%s' is no date (YYYY-MM-DD, YYYY-MM or YYYY)", option, arg);
	return s;
}

/* As much as both tell is compared: an article of 2025-11 is neither before nor after 2025-11-04. */
static int
compare(struct str date, struct str limit)
{
	size_t n = smaller(date.n, limit.n);

	return memcmp(date.p, limit.p, n);
}

static void
add_id(struct filter *f, struct str id)
{
	f->ids = mem_resize(f->ids, f->n_ids + 1, sizeof *f->ids);
	f->ids[f->n_ids++] = id;
}

void
filter_open(struct filter *f, const struct ktsv_opt *o)
{
	struct str rest = str_z(o->ids);

	*f = (struct filter) { .types = o->types ? entity_types("--type", o->types) : ALL_TYPES };
	while (rest.p)
		add_id(f, str_trim(str_cut(&rest, ',')));
	if (o->since)
		f->since = date_arg("--since", o->since);
	if (o->until)
		f->until = date_arg("--until", o->until);
	if (o->since && o->until && compare(f->since, f->until) > 0)
		err_usage("--since is later than --until");
}

void
filter_close(struct filter *f)
{
	free(f->ids);
}

bool
filter_date(const struct filter *f, struct str date)
{
	struct cal c;

	if (!f->since.n && !f->until.n)
		return true;
	date = str_head(date, cal_read(date, &c));
	return date.n && (!f->since.n || compare(date, f->since) >= 0) && (!f->until.n || compare(date, f->until) <= 0);
}

bool
filter_id(const struct filter *f, struct str id)
{
	for (size_t i = 0; i < f->n_ids; i++)
		if (str_eq(f->ids[i], id))
			return true;
	return !f->n_ids;
}

/* Types that are not ours pass where no type is asked for. */
bool
filter_type(const struct filter *f, struct str type)
{
	enum entity_type t;

	if (f->types == ALL_TYPES)
		return true;
	t = entity_type(type);
	return t < TYPES && (f->types >> t & 1);
}

bool
filter_name(const struct filter *f, struct str type)
{
	enum entity_type t = entity_type(type);

	if (f->types == ALL_TYPES)
		return t == TYPES || !(VALUES >> t & 1);
	return filter_type(f, type);
}

bool
filter_article(const struct filter *f, const struct doc *d)
{
	if (f->types == ALL_TYPES && !f->n_ids)
		return true;
	for (size_t i = 0; i < d->n_entities; i++)
		if (filter_entity(f, &d->entities[i]))
			return true;
	return false;
}

bool
filter_article_type(const struct filter *f, const struct doc *d)
{
	return f->types == ALL_TYPES || filter_article(f, d);
}
