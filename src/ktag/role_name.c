/* Persons' names within an article: which full name a surname stands for, and the fullest form of each. */
#include "role_name.h"

#include "hash.h"
#include "utf8.h"

struct str
name_str(const struct doc *d, uint32_t m)
{
	return mention_str(d, &d->mentions[m]);
}

bool
name_hangul(struct str s)
{
	size_t len;

	return s.n >= 3 && (uint8_t)s.p[0] >= 0x80 && utf8_is_korean(utf8_decode(s.p, s.n, &len));
}

uint32_t
role_fullest(const struct role_list *list, const struct doc *d, uint32_t m)
{
	const struct fullest *f = &list->names[d->mentions[m].entity];
	uint32_t best = name_hangul(name_str(d, m)) ? f->hangul : f->latin;

	return best == NONE ? m : best;
}

/* The first or the last word of a name, "III" and "Jr." aside. */
static struct str
name_word(struct str name, bool last)
{
	struct str word = name, rest = name;

	if (name_hangul(name) && !memchr(name.p, ' ', name.n)) /* 김 of 김민호 */
		return str_of(name.p, 3);

	while (rest.p) {
		struct str w = str_cut(&rest, ' ');

		if (!last)
			return w;
		if (!word_exactly(w, "Jr. Sr. II III IV"))
			word = w;
	}
	return word;
}

/* Full names by one of their words. */
struct known {
	struct str word;
	uint32_t mention;
};

static struct known *
known(struct known *all, size_t mask, struct str word)
{
	size_t i = hash64(word) & mask;

	while (all[i].word.p && !str_eq(all[i].word, word))
		i = (i + 1) & mask;
	return &all[i];
}

/* Is there a surname that nobody has linked? */
static bool
loose_surname(const struct doc *d)
{
	for (size_t i = 0; i < d->mentions_n; i++) {
		const struct mention *m = &d->mentions[i];

		if (m->type != TYPE_PERSON || m->id.n)
			continue;
		struct str root = name_str(d, m->entity);
		if (name_word(root, false).n == root.n)
			return true;
	}
	return false;
}

void
names_link(struct doc *d)
{
	size_t mask = 15;
	struct known *all;

	if (!loose_surname(d))
		return;
	while (mask < d->mentions_n * 4)
		mask = mask * 2 + 1;
	all = arena_array(d->arena, mask + 1, sizeof *all);
	memset(all, 0, (mask + 1) * sizeof *all);
	for (size_t n = 0; n < d->mentions_n * 2; n++) {
		size_t i = n < d->mentions_n ? n : d->mentions_n * 2 - 1 - n; /* forth, then back */
		struct mention *m = &d->mentions[i];

		if (m->type != TYPE_PERSON)
			continue;
		struct str name = name_str(d, (uint32_t)i), first = name_word(name, false), last = name_word(name, true);
		struct known *k = known(all, mask, first);
		if (first.n < name.n) {
			*k = (struct known){ first, (uint32_t)i };
			*known(all, mask, last) = (struct known){ last, (uint32_t)i };
		} else if (k->word.p && m->id.n == 0 && !(m->flags & MENTION_OTHER)
		    && name_word(name_str(d, m->entity), false).n == name_str(d, m->entity).n) {
			m->entity = d->mentions[k->mention].entity;
		}
	}
	arena_drop(d->arena, all);
}

/* Two capitals at its start: PYONGYANG, as datelines write it. */
static bool
shouts(struct str s)
{
	return s.n > 5 && s.p[0] >= 'A' && s.p[0] <= 'Z' && s.p[1] >= 'A' && s.p[1] <= 'Z';
}

struct fullest *
names_fullest(struct doc *d)
{
	struct fullest *all = arena_array(d->arena, d->mentions_n + 1, sizeof *all);

	for (size_t i = 0; i < d->mentions_n; i++)
		all[i] = (struct fullest){ NONE, NONE, 0 };
	for (size_t i = 0; i < d->mentions_n; i++) {
		struct str s = name_str(d, (uint32_t)i);
		struct fullest *f = &all[d->mentions[i].entity];
		uint32_t *best = name_hangul(s) ? &f->hangul : &f->latin;

		if (*best == NONE || s.n > name_str(d, *best).n || (s.n == name_str(d, *best).n && shouts(name_str(d, *best))))
			*best = (uint32_t)i;
	}
	return all;
}
