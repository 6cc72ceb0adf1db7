/* Who held which office when. */
#include "gaz_fold.h"
#include "gaz_open.h"

static struct gaz_role *
read_role(const struct gaz *g, const struct gaz_office *o)
{
	const struct gaz_image *im = &g->tables->names;
	struct gaz_role *role = arena_alloc(&g->cache->arena, sizeof *role);
	struct str texts[2];

	gaz_read_texts(g, im, im->pool + o->text, texts, sizeof texts / sizeof *texts);
	*role = (struct gaz_role) { .person = o->person, .from = texts[0], .to = texts[1], .acting = o->acting };
	return role;
}

static const struct gaz_role *
role_of(const struct gaz *g, uint32_t number)
{
	struct gaz_role **role = &g->cache->offices[number];

	if (!*role)
		*role = read_role(g, &g->tables->offices[number]);
	return *role;
}

/* ISO 8601 texts of different precision compare as far as both are precise. */
static int
compare_dates(struct str a, struct str b)
{
	size_t n = smaller(a.n, b.n);

	return n ? memcmp(a.p, b.p, n) : 0;
}

static bool
same_country(const char *office, struct str country)
{
	return country.n == 0 || str_eq(str_z(office), country);
}

/* The forms of titles with this hash. */
static const struct gaz_title_form *
forms_of(const struct gaz *g, uint32_t hash, size_t *n)
{
	const struct gaz_title_form *all = g->tables->title_forms;
	uint32_t low = 0, high = g->tables->title_forms_n;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (all[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	for (*n = 0; low + *n < g->tables->title_forms_n && all[low + *n].hash == hash;)
		++*n;
	return all + low;
}

/* Does an office bear one of these titles? A form in its country's list, or the title itself. */
static bool
bears_title(const struct gaz_office *o, const struct gaz_title_form *forms, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (forms[i].title == o->title && (!forms[i].country[0] || memcmp(forms[i].country, o->country, 3) == 0))
			return true;
	return false;
}

/* Holders before `date` come after those in office, the latest first: insertion from `from` up to `to` keeps the order. */
static bool
insert(struct gaz_role *out, size_t *n, size_t max, size_t from, size_t to, const struct gaz_role *role)
{
	size_t at = from;

	while (at < to && compare_dates(out[at].from, role->from) >= 0)
		at++;
	if (at >= max)
		return false;
	if (*n < max)
		++*n;
	memmove(out + at + 1, out + at, (*n - 1 - at) * sizeof *out);
	out[at] = *role;
	return true;
}

size_t
gaz_holders(const struct gaz *g, struct str title, struct str country, struct str date, struct gaz_role *out, size_t max, size_t *current)
{
	size_t n = 0, forms_n;
	const struct gaz_title_form *forms = forms_of(g, (uint32_t)fold_hash(title), &forms_n);

	*current = 0;
	for (uint32_t i = 0; i < g->tables->offices_n && forms_n; i++) {
		const struct gaz_office *o = &g->tables->offices[i];
		const struct gaz_role *role;

		if (!same_country(o->country, country) || !bears_title(o, forms, forms_n))
			continue;
		role = role_of(g, i);
		if (date.n && role->from.n && compare_dates(role->from, date) > 0)
			continue;
		if (date.n && role->to.n && compare_dates(role->to, date) < 0)
			insert(out, &n, max, *current, n, role);
		else if (insert(out, &n, max, 0, *current, role) && *current < n)
			++*current;
	}
	return n;
}

struct str
gaz_since(const struct gaz *g, uint32_t person, struct str date, bool *holds)
{
	struct str last = { 0 };

	*holds = false;
	for (uint32_t i = 0; i < g->tables->offices_n; i++) {
		const struct gaz_role *role;

		if (g->tables->offices[i].person != person)
			continue;
		role = role_of(g, i);
		if (date.n && compare_dates(role->from, date) > 0)
			continue;
		*holds |= date.n && (role->to.n == 0 || compare_dates(role->to, date) >= 0);
		if (last.n == 0 || compare_dates(role->from, last) > 0)
			last = role->from;
	}
	return last;
}
