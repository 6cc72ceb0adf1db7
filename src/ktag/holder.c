#include "holder.h"
#include "scan.h"

enum { WORDS = 6, HOLDERS = 24 };

/* The longest title that ends just before token `name`. */
static struct str
title_before(const struct gaz *g, const struct doc *d, size_t name)
{
	struct gaz_hit hit;

	for (size_t n = WORDS; n > 0; n--) {
		size_t at = name - n;
		if (n > name || !is_word(d, at) || !has_class(d, at, CLASS_TITLE | CLASS_MODIFIER | CLASS_RANK))
			continue;
		if (gaz_title(g, d, at, n, &hit) && hit.tokens == n)
			return str_of(d->text.p + tok(d, at)->start, hit.end - tok(d, at)->start);
	}
	return str_of(NULL, 0);
}

/* The surname of a person of the tables: first for Koreans and Chinese, else last. */
static bool
has_surname(struct str full, struct str surname)
{
	if (full.n <= surname.n)
		return false;
	if (str_starts_nocase(full, surname) && full.p[surname.n] == ' ')
		return true;
	return str_eq_nocase(str_from(full, full.n - surname.n), surname) && full.p[full.n - surname.n - 1] == ' ';
}

uint32_t
holder(const struct gaz *g, struct doc *d, size_t name, struct str country)
{
	struct str title = title_before(g, d, name), surname = doc_span(d, name, name);
	struct gaz_role roles[HOLDERS];
	char code[2];
	size_t current = 0, n;

	if (title.n == 0)
		return GAZ_NONE;
	for (size_t i = 0; i < country.n && i < 2; i++)
		code[i] = (char)(country.p[i] & ~0x20);
	n = gaz_holders(g, title, country.n == 2 ? str_of(code, 2) : str_of(NULL, 0), article_text(d->article, KEY_DATE), roles, HOLDERS,
	    &current);
	for (size_t i = 0; i < n; i++)
		if (has_surname(gaz_entity(g, roles[i].person).name, surname))
			return roles[i].person;
	return GAZ_NONE;
}
