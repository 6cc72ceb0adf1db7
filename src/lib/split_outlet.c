#include "split_tables.h"
#include "ascii.h"
#include "hash.h"
#include "mem.h"
#include "split_fold.h"
#include "split_letters.h"
#include "split_line.h"

extern const struct str table_ksplit_outlets, table_ksplit_places;

/* Loading. ------------------------------------------------------------------------------------------------------------- */

/* The digits of a name as one number; 0 if there are none. */
static unsigned
number_of(struct str name)
{
	unsigned n = 0;

	for (size_t i = str_digit(name, 0); i < name.n; i = str_digit(name, i + 1))
		n = n * 10 + (unsigned)(name.p[i] - '0') + 1;
	return n;
}

static void
name_add(struct rules *r, const struct table *t, struct str name, struct str as)
{
	struct str text = tables_fold(r, t, name);
	unsigned known;

	if (str_starts(text, STR("the ")))
		text = str_from(text, 4);
	r->name = arena_grow(&r->arena, r->name, r->names, &r->name_cap, sizeof *r->name);
	r->name[r->names] = (struct name) { .as = as,
		.outlet = (unsigned)r->outlets,
		.n = (unsigned)text.n,
		.upper = name.n <= 5 && line_capitals(name),
		.number = number_of(name) };
	r->longest_name = text.n > r->longest_name ? text.n : r->longest_name;
	known = map_get(&r->name_map, text);
	if (!known)
		map_put(&r->name_map, &r->arena, text, (unsigned)r->names);
	r->names++;
	while (known && r->name[known - 1].next)
		known = r->name[known - 1].next;
	if (known)
		r->name[known - 1].next = (unsigned)r->names;
}

/* `~Purchase Licensing Rights`: what only this outlet's pages print. */
static void
own_add(struct rules *r, const struct table *t, struct str words)
{
	if (words.n < 8)
		table_die(t, "too short to tell an outlet: %.*s", (int)words.n, words.p);
	r->own = arena_grow(&r->arena, r->own, r->owns, &r->own_cap, sizeof *r->own);
	r->own[r->owns++] = (struct own) { tables_lower(r, words), r->outlets };
}

/* +09:00; not more than 14 hours */
static bool
is_zone(struct str s)
{
	return s.n == 6 && (s.p[0] == '+' || s.p[0] == '-') && is_digit(s.p[1]) && is_digit(s.p[2]) && s.p[3] == ':' && is_digit(s.p[4])
	    && is_digit(s.p[5]) && str_cmp(str_from(s, 1), STR("14:00")) <= 0 && s.p[4] < '6';
}

static void
outlet_flags(struct outlet *o, const struct table *t, struct str words)
{
	while (words.p) {
		struct str word = str_trim(str_cut(&words, ' '));

		if (str_eq(word, STR("agency"))) {
			o->agency = true;
		} else if (str_eq(word, STR("wire"))) {
			o->agency = o->wire = true;
		} else if (str_eq(word, STR("owner"))) {
			o->owner = true;
		} else if (str_eq(word, STR("plain"))) {
			o->plain = true;
		} else if (is_zone(word)) {
			int h = (word.p[1] - '0') * 10 + word.p[2] - '0', m = (word.p[4] - '0') * 10 + word.p[5] - '0';

			o->zoned = true;
			o->zone = word.p[0] == '-' ? -(h * 60 + m) : h * 60 + m;
		} else if (word.n) {
			table_die(t, "unknown flag: %.*s", (int)word.n, word.p);
		}
	}
}

/* `khan.co.kr`: no `https://`, no path, no address of mail. */
static bool
is_domain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_letter(s.p[i]) && !is_digit(s.p[i]) && s.p[i] != '-' && s.p[i] != '.' && !(s.p[i] & 0x80))
			return false;
	return str_find(s, STR("."), 1) + 1 < s.n;
}

/* Of the outlet that comes next. */
static void
domain_add(struct rules *r, const struct table *t, struct str domain)
{
	if (!domain.n)
		return;
	if (!is_domain(domain))
		table_die(t, "no domain such as example.com: %.*s", (int)domain.n, domain.p);
	domain = tables_lower(r, domain);
	if (str_starts(domain, STR("www.")))
		domain = str_from(domain, 4);
	if (!map_get(&r->domain_map, domain))
		map_put(&r->domain_map, &r->arena, domain, (unsigned)r->outlets);
}

static void
read_outlets(struct rules *r, struct table *t)
{
	while (table_row(t, 1)) {
		struct outlet o = { .name = t->field[0], .ko = t->field[1] };
		struct str list = t->field[2];

		if (!o.name.n)
			table_die(t, "an outlet without a name");
		outlet_flags(&o, t, t->field[4]);
		name_add(r, t, o.name, o.name);
		if (o.ko.n)
			name_add(r, t, o.ko, o.ko);
		while (list.p && list.n) {
			struct str name = str_trim(str_cut(&list, ';'));
			bool other = str_starts(name, STR("=")); /* `=RFA`: a name that the outlet is not to be called by */

			if (str_starts(name, STR("~")))
				own_add(r, t, str_from(name, 1));
			else if (name.n > other)
				name_add(r, t, other ? str_from(name, 1) : name, other ? o.name : name);
		}
		list = t->field[3];
		while (list.p && list.n)
			domain_add(r, t, str_trim(str_cut(&list, ';')));
		r->outlet = arena_grow(&r->arena, r->outlet, r->outlets, &r->outlet_cap, sizeof o);
		r->outlet[r->outlets++] = o;
	}
}

static void
load_outlets(struct rules *r)
{
	struct table t = tables_own(r, "outlet");

	r->outlet_cap = table_lines(r->own_text) + table_lines(table_ksplit_outlets);
	r->name_cap = r->outlet_cap * 4; /* with aliases */
	read_outlets(r, &t);
	table_open(&t, STR("outlets.tsv"), arena_str(&r->arena, table_ksplit_outlets)); /* names stay where they are */
	read_outlets(r, &t);
}

/* The first one in the table wins. */
static void
index_own(struct rules *r)
{
	for (size_t i = r->owns; i-- > 0;)
		find_add(&r->own_find, &r->arena, r->own[i].text);
	if (r->owns)
		find_ready(&r->own_find);
}

static void
read_places(struct rules *r, struct table *t)
{
	while (table_row(t, 1))
		map_put(&r->place_map, &r->arena, tables_fold(r, t, t->field[0]), 0);
}

static void
load_places(struct rules *r)
{
	struct table t = tables_own(r, "place");

	read_places(r, &t);
	table_open(&t, STR("places.tsv"), table_ksplit_places);
	read_places(r, &t);
}

void
outlets_load(struct rules *r)
{
	load_outlets(r);
	index_own(r);
	load_places(r);
}

/* Searching. ---------------------------------------------------------------------------------------------------------- */

const struct outlet *
rules_outlet(const struct rules *r, struct str name, struct str *as)
{
	char key[RULES_SHORT + 4];
	struct str k;
	unsigned found, number;

	if (!name.n || !tables_could_hold(&r->name_map, str_starts_nocase(name, STR("the ")) ? str_from(name, 4) : name))
		return NULL;
	k = str_of(key, fold_line(name, key, r->longest_name + 4)); /* with `the ` before it */
	if (k.n == 0)
		return NULL;
	if (str_starts(k, STR("the ")))
		k = str_from(k, 4);
	found = map_get(&r->name_map, k);
	for (number = found ? number_of(name) : 0; found && r->name[found - 1].number != number;)
		found = r->name[found - 1].next;
	if (!found)
		return NULL;
	if (as)
		*as = r->name[found - 1].as;
	return &r->outlet[r->name[found - 1].outlet];
}

bool
rules_place(const struct rules *r, struct str name)
{
	char key[RULES_SHORT];

	return tables_could_hold(&r->place_map, name) && map_get(&r->place_map, str_of(key, fold_line(name, key, sizeof key)));
}

const struct outlet *
rules_domain(const struct rules *r, struct str host)
{
	char low[128];

	if (host.n == 0 || host.n > sizeof low)
		return NULL;
	str_lower(low, host);
	host.p = low;
	while (host.n) {
		unsigned found = map_get(&r->domain_map, host);
		size_t dot = str_find(host, STR("."), 0);

		if (found)
			return &r->outlet[found - 1];
		if (dot + 1 >= host.n)
			break;
		host = str_from(host, dot + 1);
	}
	return NULL;
}

static bool
word_byte(char c)
{
	return (c & 0x80) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

const struct outlet *
rules_own(const struct rules *r, struct str line)
{
	char low[RULES_SHORT];
	struct str s = { low, line.n < sizeof low ? line.n : sizeof low };
	size_t first = r->owns;
	unsigned which;

	str_lower(low, str_of(line.p, s.n));
	for (size_t at = find_next(&r->own_find, s, 0, &which); at < s.n; at = find_next(&r->own_find, s, at + 1, &which))
		if (r->owns - 1 - which < first)
			first = r->owns - 1 - which;
	return first < r->owns ? &r->outlet[r->own[first].outlet] : NULL;
}

/* Does a word of ASCII letters go on at byte i? Scripts change without a blank. */
static bool
inside_word(struct str s, size_t i)
{
	return i > 0 && i < s.n && word_byte(s.p[i]) && word_byte(s.p[i - 1]) && ((s.p[i] ^ s.p[i - 1]) & 0x80) == 0
	    && !(s.p[i - 1] & 0x80);
}

/* The longest name of more than `least` bytes at byte i of the line; `low`: in lower case. */
static const struct name *
name_at(const struct rules *r, struct str line, struct str low, size_t i, size_t least)
{
	uint64_t lengths = map_lengths(&r->name_map, str_from(low, i));

	if (low.n - i >= MAP_FIVE && !map_begins(&r->name_map, low.p + i)) /* only shorter ones */
		lengths &= map_length(MAP_FIVE) - 1;
	for (size_t n = map_most(lengths, low.n - i); n > least && n > 2; n = map_most(lengths, n - 1)) {
		unsigned k;

		if (inside_word(low, i + n))
			continue;
		k = map_get(&r->name_map, str_of(low.p + i, n));
		if (k && !r->outlet[r->name[k - 1].outlet].plain && (!r->name[k - 1].upper || line_capitals(str_of(line.p + i, n))))
			return &r->name[k - 1];
	}
	return NULL;
}

static const struct name *
longest_name(const struct rules *r, struct str line)
{
	char low[RULES_SHORT];
	struct str s = { low, line.n };
	size_t best = 0;
	const struct name *found = NULL;

	str_lower(low, line);
	for (size_t block = 0; block + 2 < s.n; block += 16)
		for (unsigned may = letters_names(line, block); may; may &= may - 1) {
			const struct name *name = name_at(r, line, s, block + (size_t)__builtin_ctz(may), best);

			if (name) {
				found = name;
				best = name->n;
			}
		}
	return found;
}

#define RECENT 512 /* lines, a power of two */

struct name_recent {
	struct {
		uint64_t text; /* its hash */
		const struct name *name;
	} line[RECENT];
};

struct name_recent *
names_recent_open(void)
{
	return mem_new(1, sizeof(struct name_recent));
}

const struct outlet *
rules_outlet_in(const struct rules *r, struct str line, struct str *as)
{
	const struct name *name;
	uint64_t text;

	if (line.n >= RULES_SHORT)
		return NULL;
	text = hash64(line);
	if (r->named->line[text % RECENT].text != text) {
		r->named->line[text % RECENT].name = longest_name(r, line);
		r->named->line[text % RECENT].text = text;
	}
	name = r->named->line[text % RECENT].name;
	if (!name)
		return NULL;
	*as = name->as;
	return &r->outlet[name->outlet];
}
