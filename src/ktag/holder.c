#include "holder.h"
#include "scan.h"

enum { WORDS = 6, HOLDERS = 24 };

/* The longest title that ends just before token `name`; *former: of the past. */
static struct str
title_before(const struct gaz *g, const struct doc *d, size_t name, bool *former)
{
	struct gaz_hit hit;

	for (size_t n = WORDS; n > 0; n--) {
		size_t at = name - n;
		if (n > name || !is_word(d, at) || !has_class(d, at, CLASS_TITLE | CLASS_MODIFIER | CLASS_RANK))
			continue;
		if ((*former = word_in(d, at, "former then late")))
			continue;
		if (gaz_title(g, d, at, n, &hit) && hit.tokens + is_mark(d, name - 1, MARK_DOT) >= n) { /* Gen. */
			*former = at > 0 && word_in(d, at - 1, "former then late");
			return str_of(d->text.p + tok(d, at)->start, hit.end - tok(d, at)->start);
		}
	}
	return str_of(NULL, 0);
}

/* The surname of a person of the tables: first for Koreans and Chinese, else last. */
static bool
has_surname(struct str full, struct str surname)
{
	if (full.n > surname.n && str_starts_nocase(full, surname) && full.p[surname.n] == ' ')
		return true;
	return str_ends_apart_nocase(full, surname);
}

enum when { NOW, NOW_OR_BEFORE, BEFORE };

/* The one with that surname among the holders of the office in a country, or in any. */
static uint32_t
holder_in(const struct gaz *g, const struct doc *d, struct str title, struct str country, struct str surname, enum when when)
{
	struct gaz_role roles[HOLDERS];
	size_t current = 0, n = gaz_holders(g, title, country, article_text(d->article, KEY_DATE), roles, HOLDERS, &current);

	for (size_t i = when == BEFORE ? current : 0; i < (when == NOW ? current : n); i++)
		if ((i < current || !roles[i].acting) && has_surname(gaz_entity(g, roles[i].person).name, surname))
			return roles[i].person;
	return GAZ_NONE;
}

uint32_t
holder(const struct gaz *g, struct doc *d, size_t name, struct str country)
{
	bool former = false;
	struct str title = title_before(g, d, name, &former), surname = doc_span(d, name, name);
	enum when when = former ? BEFORE : NOW_OR_BEFORE;
	char code[2];
	uint32_t person;

	if (title.n == 0)
		return GAZ_NONE;
	for (size_t i = 0; i < country.n && i < 2; i++)
		code[i] = (char)(country.p[i] & ~0x20);
	if (country.n == 2)
		return holder_in(g, d, title, str_of(code, 2), surname, when);
	/* where no state is named, ministers are South Korea's on this beat */
	person = former ? GAZ_NONE : holder_in(g, d, title, STR("KR"), surname, NOW);
	return person != GAZ_NONE ? person : holder_in(g, d, title, str_of(NULL, 0), surname, when);
}
