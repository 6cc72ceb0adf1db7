/* Rows of roles: what is a new one, and what repeats a row that the person has. */
#include "role_row.h"
#include "ktag_lists.h"

enum { ROWS_COMPARED = 16, WORDS_IN_TITLE = 16 };

/* Pairs of a word and what it is compared by. */
static const char *const spellings[] = { TITLE_SPELLINGS };

/* The lengths of their first words, a bit each: most words have another one. */
static uint32_t
spelled_lengths(void)
{
	static uint32_t lengths;

	for (size_t i = 0; i < sizeof spellings / sizeof *spellings && !(lengths & 1); i++)
		lengths |= 1u << strcspn(spellings[i], " ");
	lengths |= 1; /* known */
	return lengths;
}

/* One spelling for what is written in several ways. */
static struct str
usual(struct str w)
{
	if (w.n > 1 && str_last(w) == '.')
		w.n--;
	if (w.n == 0 || w.n > 31 || !(spelled_lengths() >> w.n & 1))
		return w;
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		struct str pair = *spellings[i] == (*w.p | 0x20) ? str_z(spellings[i]) : str_of("", 0); /* most begin otherwise */

		if (str_starts_nocase(pair, w) && pair.p[w.n] == ' ')
			return str_from(pair, w.n + 1);
	}
	return w;
}

/* The words of a title that count when two are compared ("Minister of Defense" is "Defense Minister"). */
static size_t
content(struct str title, struct str *words)
{
	size_t n = 0;

	for (size_t i = 0; i < title.n && n < WORDS_IN_TITLE;) {
		size_t from = i;

		while (i < title.n && title.p[i] != ' ' && title.p[i] != '-')
			i++;
		struct str w = usual(str_of(title.p + from, i - from));
		if (w.n && !word_among(w, "of for the and"))
			words[n++] = w;
		i++;
	}
	return n;
}

/* The same in Hangul: 장관 of 국방장관, 전 단장 of 전 수사단장, but no 대변인 of 부대변인. */
static bool
repeats_hangul(struct str small, struct str big)
{
	const struct str former = STR("전 ");

	if (str_starts(small, former) && str_starts(big, former))
		small = str_from(small, former.n);
	if (!str_ends(big, small) || big.n == small.n)
		return false;
	return big.n >= small.n + 2 * 3 || (uint8_t)big.p[big.n - small.n - 1] < 0x80; /* 1차관 */
}

static const char *const lesser[] = { "vice", "deputy", "assistant", "associate" };

/* Is `small` a short repeat of `big`? "Secretary" of "Defense Secretary", but no "Minister" of "Vice Minister". */
static bool
repeats(struct str small, struct str big)
{
	struct str s[WORDS_IN_TITLE], b[WORDS_IN_TITLE];

	if (name_hangul(small) && repeats_hangul(small, big))
		return true;
	size_t sn = content(small, s), bn = content(big, b);

	for (size_t i = 0; i < sn; i++)
		if (!str_among(b, bn, s[i]))
			return false;
	if (sn == 1 && bn > 1 && str_eq_nocase(s[0], STR("general")) && !str_eq_nocase(b[bn - 1], s[0]))
		return false; /* "General X, general director of Y" */
	for (size_t i = 0; i < sizeof lesser / sizeof *lesser && sn > 1; i++)
		if (str_among(b, bn, str_z(lesser[i])) && !str_among(s, sn, str_z(lesser[i])))
			return false;
	return sn > 0;
}

static bool
is_lesser(struct str title)
{
	for (size_t i = 0; i < sizeof lesser / sizeof *lesser; i++)
		if (title.n > strlen(lesser[i]) && str_eq_nocase(str_of(title.p, strlen(lesser[i])), str_z(lesser[i])))
			return true;
	return false;
}

/* "chairman of A, chairman of B", "deputy commander of A and commander of B": two rows. */
static bool
elsewhere(const struct role_found *a, const struct role_found *b)
{
	return a->org != NONE && b->org != NONE && a->org != b->org
	    && (a->row.title.n == b->row.title.n || is_lesser(a->row.title) != is_lesser(b->row.title))
	    && !str_starts(a->row.org, b->row.org) && !str_starts(b->row.org, a->row.org);
}

/* The row that names no organisation has the other's. */
static void
take_org(struct role_found *row, const struct role_found *other)
{
	if (row->row.org.n)
		return;
	row->row.org = other->row.org;
	row->row.org_id = other->row.org_id;
	row->org = other->org;
}

void
role_add(struct role_list *l, struct fullest *name, const struct role_found *row, struct arena *arena)
{
	uint32_t at = name->row;

	for (int n = 0; at && n < ROWS_COMPARED; n++, at = l->items[at - 1].before) {
		struct role_found *old = &l->items[at - 1];

		if (elsewhere(row, old))
			continue;
		if (repeats(row->row.title, old->row.title)) {
			take_org(old, row);
			return;
		}
		if (repeats(old->row.title, row->row.title)) {
			struct role_found less = *old;

			*old = *row;
			old->before = less.before;
			take_org(old, &less);
			return;
		}
	}
	l->items = arena_grow(arena, l->items, l->n, &l->cap, sizeof *l->items);
	l->items[l->n] = *row;
	l->items[l->n].before = name->row;
	name->row = (uint32_t)++l->n;
}
