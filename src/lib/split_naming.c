#include "split_naming.h"
#include "split_line.h"
#include "split_tables.h"
#include "split_words.h"

extern const struct str table_ksplit_namings;

/* Loading. ------------------------------------------------------------------------------------------------------------- */

static enum naming
kind_of(const struct table *t, struct str name)
{
	static const struct str names[] = { [NAMING_PAPER] = STR_ITEM("paper"),
		[NAMING_SITE] = STR_ITEM("site"),
		[NAMING_OWN] = STR_ITEM("own"),
		[NAMING_MENTION] = STR_ITEM("mention"),
		[NAMING_SELF] = STR_ITEM("self") };

	for (enum naming k = NAMING_PAPER; k <= NAMING_SELF; k++)
		if (str_eq(name, names[k]))
			return k;
	table_die(t, "unknown kind of naming: %.*s (paper, site, own, mention, self)", (int)name.n, name.p);
}

static size_t
read_namings(struct rules *r, struct table *t, struct str *words, size_t n)
{
	for (; table_row(t, 2); n++) {
		struct str s = t->field[1];
		struct naming_row *row = &r->naming[n];

		if (n == NAMINGS)
			table_die(t, "more than %d namings", NAMINGS);
		*row = (struct naming_row) {
			.kind = (unsigned char)kind_of(t, t->field[0]), .opens = str_starts(s, STR("^")), .before = str_starts(s, STR("*"))
		};
		s = str_from(s, row->opens);
		if (!row->before && !str_ends(s, STR("*")))
			table_die(t, "no * at either end of: %.*s", (int)s.n, s.p);
		words[n] = tables_lower(r, row->before ? str_from(s, 1) : str_of(s.p, s.n - 1));
		if (words[n].n < 2)
			table_die(t, "words of less than two bytes");
	}
	return n;
}

void
namings_load(struct rules *r)
{
	struct str words[NAMINGS];
	struct table t = tables_own(r, "naming");
	size_t n = read_namings(r, &t, words, 0);

	table_open(&t, STR("namings.tsv"), table_ksplit_namings);
	n = read_namings(r, &t, words, n);
	for (size_t i = 0; i < n; i++)
		find_add(&r->naming_find, &r->arena, words[i]);
	find_ready(&r->naming_find);
}

/* Searching. ----------------------------------------------------------------------------------------------------------- */

const struct outlet *
name_opens(const struct rules *r, struct str s, struct str *as, size_t *n)
{
	const struct outlet *found = NULL;
	size_t i = 0;
	bool stop = false;

	if (!s.n || !(is_capital(*s.p) || is_digit(*s.p) || (*s.p & 0x80) || str_starts(s, STR("the "))))
		return NULL;
	for (unsigned words = 0; words < 6 && i < s.n && !stop; words++) {
		const struct outlet *o;
		struct str name, spelt;

		while (i < s.n && s.p[i] == ' ')
			i++;
		while (i < s.n && s.p[i] != ' ')
			i++;
		name = str_of(s.p, i);
		while (str_ends_in(name, ".,;:!)\"'"))
			name.n--;
		name.n -= words_end(name, WORDS("'s", "’s")); /* The Daily Star's Google News channel */
		stop = name.n < i;
		o = rules_outlet(r, name, &spelt);
		if (o) {
			found = o;
			*as = spelt;
			*n = name.n;
		}
	}
	return found;
}

/* The outlet whose name ends s, of at most five words. */
static const struct outlet *
name_ends(const struct rules *r, struct str s, struct str *as)
{
	const struct outlet *found = NULL;

	for (size_t i = s.n, words = 0; i > 0 && words < 5; i--) {
		bool opens = (i == 1 || s.p[i - 2] == ' ') && !is_small(s.p[i - 1]); /* no `Current print subscriber?` */
		const struct outlet *o = opens ? rules_outlet(r, str_from(s, i - 1), as) : NULL;

		found = o ? o : found;
		words += s.p[i - 1] == ' ';
	}
	return found;
}

/* A word that a name may hold: `Otter`, `of`, `24/7`, `한려뉴스`. */
static bool
of_name(struct str w, bool first)
{
	if (str_ends(w, STR("-only")) || (first && str_eq(w, STR("Blog")))) /* Subscriber-only newsletters, Follow Blog via Email */
		return false;
	if (w.n && (is_capital(*w.p) || (*w.p & 0x80) || (is_digit(*w.p) && !first)))
		return true;
	return !first && words_are(w, WORDS("of", "the", "and", "&", "from", "in", "on", "for"));
}

/* Signs behind the last word of a name. */
static bool
closes(char c)
{
	return strchr(".,;:!?)|\"'", c) != NULL;
}

/* The words in capitals that open s, at most six: the name of an outlet that no table knows. */
static struct str
capitals_open(struct str s)
{
	size_t end = 0;

	s = str_from(s, str_starts(s, STR("the ")) ? 4 : 0);
	for (unsigned words = 0; words < 6 && end < s.n; words++) {
		size_t from = words ? end + 1 : 0, to = str_find(s, STR(" "), from);
		struct str w = str_of(s.p + from, to - from);

		if (!of_name(w, words == 0))
			break;
		end = to;
		if (w.n && closes(str_last(w))) {
			end--;
			break;
		}
	}
	s.n = end;
	for (size_t cut; (cut = words_end(s, WORDS(" of", " the", " and", " &", " from", " in", " on", " for"))) > 0;)
		s.n -= cut;
	return s;
}

/* The words in capitals that end s. */
static struct str
capitals_end(struct str s)
{
	size_t from = s.n;

	for (unsigned words = 0; words < 6 && from > 0; words++) {
		size_t to = words ? from - 1 : from, i = to;
		struct str w;

		while (i > 0 && s.p[i - 1] != ' ')
			i--;
		w = str_of(s.p + i, to - i);
		if (!w.n || !of_name(w, false) || (words && closes(str_last(w))))
			break;
		from = i;
	}
	s = str_from(s, from);
	for (size_t cut; (cut = words_start(s, WORDS("of ", "the ", "and ", "& ", "from ", "in ", "on ", "for "))) > 0;)
		s = str_from(s, cut);
	return s;
}

static struct str
lower_head(struct str s, char low[NAMING_BYTES])
{
	s = str_head(s, NAMING_BYTES);
	str_lower(low, s);
	return str_of(low, s.n);
}

/* The next words in s, whose lower case is `low`, that stand where they may. */
static const struct naming_row *
next_row(const struct rules *r, struct str low, size_t *at, size_t *n)
{
	unsigned which;

	for (; (*at = find_next(&r->naming_find, low, *at, &which)) < low.n; ++*at) {
		const struct naming_row *row = &r->naming[which];

		if (row->opens ? *at == 0 : *at == 0 || !is_letter(low.p[*at]) || !is_letter(low.p[*at - 1])) {
			*n = r->naming_find.needle[which].text.n;
			return row;
		}
	}
	return NULL;
}

bool
has_naming(const struct rules *r, struct str s)
{
	char low[NAMING_BYTES];
	size_t at = 0, n;

	return next_row(r, lower_head(s, low), &at, &n) != NULL;
}

bool
naming_next(const struct rules *r, struct str s, size_t *at, struct named *named)
{
	char buf[NAMING_BYTES];
	struct str low = lower_head(s, buf);
	const struct naming_row *row;
	size_t n;

	for (; (row = next_row(r, low, at, &n)) != NULL; ++*at) {
		size_t bytes;
		struct str side = row->before ? str_of(s.p, *at) : str_from(s, *at + n);

		named->kind = row->kind;
		named->outlet = row->before ? name_ends(r, side, &named->as) : name_opens(r, side, &named->as, &bytes);
		if (!named->outlet)
			named->as = row->before ? capitals_end(side) : capitals_open(side);
		if (named->as.n) {
			++*at;
			return true;
		}
	}
	return false;
}
