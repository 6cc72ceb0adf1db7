/* The forms of a name that follow by rule, so that the tables need not list them. */
#include "annot.h"
#include "gaz.h"
#include "gaz_build.h"
#include "ktag_lists.h"
#include "list.h"

#include <stdio.h>

#define FORMS 24
#define LENGTH 200

struct form {
	char text[LENGTH];
	size_t n;
	uint64_t pairs[4]; /* bits of the pairs of bytes in it: most words are not, and need no search */
};

struct form_list {
	struct form at[FORMS];
	size_t n;
};

static bool
is_letter(char c)
{
	return ((unsigned char)c | 0x20u) - 'a' < 26 || (unsigned char)c >= 0x80;
}

static inline uint8_t
pair_bit(char a, char b)
{
	return (uint8_t)((uint8_t)a * 31u + (uint8_t)b * 5u);
}

static void
note_pairs(struct form *f)
{
	memset(f->pairs, 0, sizeof f->pairs);
	for (size_t i = 0; i + 1 < f->n; i++) {
		uint8_t bit = pair_bit(f->text[i], f->text[i + 1]);
		f->pairs[bit / 64] |= (uint64_t)1 << bit % 64;
	}
}

static inline bool
may_hold(const struct form *f, struct str word)
{
	uint8_t bit = pair_bit(word.p[0], word.p[word.n > 1]), last = pair_bit(word.p[word.n - (word.n > 1) - 1], word.p[word.n - 1]);

	return word.n < 2 || (f->pairs[bit / 64] >> bit % 64 & f->pairs[last / 64] >> last % 64 & 1);
}

/* Adds left + middle + right. */
static void
add(struct form_list *l, struct str left, struct str middle, struct str right)
{
	struct form *to = &l->at[l->n];

	if (l->n == FORMS || left.n + middle.n + right.n >= LENGTH)
		return;
	memcpy(to->text, left.p, left.n);
	memcpy(to->text + left.n, middle.p, middle.n);
	memcpy(to->text + left.n + middle.n, right.p, right.n);
	to->n = left.n + middle.n + right.n;
	l->n++;
}

/* Offset of `word` as a whole word in s, or s.n. */
static __attribute__((noinline)) size_t
search_word(struct str s, struct str word)
{
	size_t at = 0;

	while ((at = str_find(s, word, at)) < s.n) {
		size_t end = at + word.n;

		if ((at == 0 || !is_letter(s.p[at - 1])) && (end == s.n || !is_letter(s.p[end])))
			return at;
		at++;
	}
	return s.n;
}

/* The same in a form. */
static inline size_t
find_word(const struct form *f, struct str word)
{
	return may_hold(f, word) ? search_word(str_of(f->text, f->n), word) : f->n;
}

/* Words in two spellings. */
static const char *const spellings[] = { NAME_SPELLINGS };

/* The form at i once more, `from` in it written as `to`; false if that word is not in it. */
static bool
respell(struct form_list *l, size_t i, struct str from, struct str to)
{
	struct str s = str_of(l->at[i].text, l->at[i].n);
	size_t at = find_word(&l->at[i], from);

	if (at == s.n)
		return false;
	add(l, str_of(s.p, at), to, str_from(s, at + from.n));
	return true;
}

static void
swap_spelling(struct form_list *l)
{
	size_t noted = 0;

	for (size_t p = 0; p < sizeof spellings / sizeof *spellings; p++) {
		struct str other = str_z(spellings[p]), one = str_cut(&other, ' ');

		while (noted < l->n)
			note_pairs(&l->at[noted++]);
		for (size_t i = 0, n = l->n; i < n; i++)
			if (!respell(l, i, one, other))
				respell(l, i, other, one);
	}
}

/* "People's" is also written "Peoples". */
static void
drop_apostrophe(struct form_list *l)
{
	for (size_t i = 0, n = l->n; i < n; i++) {
		struct str s = { l->at[i].text, l->at[i].n };
		size_t at = str_find(s, STR("'"), 0);

		if (at > 0 && at + 1 < s.n)
			add(l, str_of(s.p, at), STR(""), str_from(s, at + 1));
	}
}

/* "South Korea ..." is also "S. Korea ...": so are the North and the adjectives. */
static void
shorten_korea(struct form_list *l)
{
	for (size_t i = 0, n = l->n; i < n; i++) {
		struct str s = { l->at[i].text, l->at[i].n };

		if (str_starts(s, STR("South Korea")))
			add(l, STR("S. "), STR(""), str_from(s, 6));
		else if (str_starts(s, STR("North Korea")))
			add(l, STR("N. "), STR(""), str_from(s, 6));
		else if (str_starts(s, STR("U.S. ")))
			add(l, STR("United States "), STR(""), str_from(s, 5));
	}
}

/* Adds left + right in lower case. */
static void
add_small(struct form_list *l, struct str left, struct str right)
{
	size_t n = l->n;

	add(l, left, right, STR(""));
	for (size_t k = 0; l->n > n && k < l->at[n].n; k++)
		if (l->at[n].text[k] >= 'A' && l->at[n].text[k] <= 'Z')
			l->at[n].text[k] |= 0x20;
}

/* "Department of Defense" is also the "Defense Department", "Defense Dept." and `defense department`. */
static void
turn_ministry(struct form_list *l)
{
	static const struct str heads[] = { STR_ITEM("Ministry of "), STR_ITEM("Department of ") };

	for (size_t i = 0, n = l->n; i < n; i++) {
		for (size_t h = 0; h < 2; h++) {
			struct str s = { l->at[i].text, l->at[i].n }, rest;

			if (!str_starts(s, heads[h]))
				continue;
			rest = str_from(s, heads[h].n);
			if (str_starts(rest, STR("the ")))
				rest = str_from(rest, 4);
			add(l, rest, STR(" "), str_of(heads[h].p, heads[h].n - 4));
			add(l, rest, STR(" "), str_of(h ? "Dept." : "Min.", h ? 5 : 4));
			if (h)
				add_small(l, rest, STR(" department"));
		}
	}
}

/* "Unification Ministry" is also, this once, the `unification ministry`. */
static void
lower_ministry(struct form_list *l)
{
	for (size_t i = 0, n = l->n; i < n; i++) {
		struct str s = { l->at[i].text, l->at[i].n };

		if (str_ends(s, STR(" Ministry")) && !str_has(s, STR(".")))
			add_small(l, s, STR(""));
	}
}

/* Korean names are also written given name first: "Jae-myung Lee", and with a comma in lists of delegates. */
static void
turn_person(struct form_list *l)
{
	struct str s = { l->at[0].text, l->at[0].n };
	size_t space = str_find(s, STR(" "), 0);
	struct str given = str_from(s, space < s.n ? space + 1 : s.n);

	if (space < 2 || given.n < 3 || (unsigned char)s.p[0] >= 0xE0)
		return;
	if (str_has(given, STR(" ")) && str_has(given, STR("-")))
		return;
	add(l, given, STR(" "), str_of(s.p, space));
	add(l, given, STR(", "), str_of(s.p, space));
}

/* Heads that newspapers write in lower case after a proper name: "Korean war", "Sohae launching station". */
static void
lower_tail(struct form *f)
{
	for (size_t i = 1; i < f->n; i++) {
		size_t end = i;

		if (f->text[i - 1] != ' ')
			continue;
		while (end < f->n && is_letter(f->text[end]))
			end++;
		if (word_exactly(str_of(f->text + i, end - i), LOWER_HEADS))
			f->text[i] |= 0x20;
	}
}

void
gaz_forms(struct gaz_build *b, const struct gaz_name *name, uint32_t record, gaz_emit *emit)
{
	struct form_list l = { .n = 0 };
	struct str text = name->text;

	/* No article, but for =The Hague. */
	if (str_starts(text, STR("The ")) && !(name->flags & GAZ_EXACT))
		text = str_from(text, 4);
	add(&l, text, STR(""), STR(""));
	if (l.n == 0 || !(b->options & GAZ_VARIANTS)) {
		emit(b, text, record, name->flags);
		return;
	}
	drop_apostrophe(&l);
	if (name->person) {
		if (name->korean)
			turn_person(&l);
	} else {
		shorten_korea(&l);
		turn_ministry(&l);
		swap_spelling(&l);
		lower_ministry(&l);
	}
	for (size_t i = 0; i < l.n; i++) {
		if (name->lower_heads && !name->person && !(name->flags & GAZ_EXACT))
			lower_tail(&l.at[i]);
		emit(b, str_of(l.at[i].text, l.at[i].n), record, name->flags);
	}
}
