/* Korean names and words: romanised syllables, and the particles that follow a name in Hangul. */
#include "gaz_fold.h"
#include "gaz_open.h"
#include "utf8.h"

#define READINGS 12 /* Hangul that one romanised syllable may stand for */
#define SYLLABLES 3

struct readings {
	uint16_t at[READINGS];
	size_t n;
};

static struct readings
read_syllable(const struct gaz *g, struct str s, bool surname)
{
	const struct gaz_syllable *all = g->tables->syllables;
	uint32_t hash = (uint32_t)fold_hash(s), low = 0, high = g->tables->syllables_n;
	struct readings r = {.n = 0};

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (all[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < g->tables->syllables_n && all[low].hash == hash && r.n < READINGS; low++)
		if (all[low].surname == surname)
			r.at[r.n++] = all[low].hangul;
	return r;
}

/* The letters of a given name; `cut[i]`: a hyphen or space stands before letter i. */
struct given {
	char letters[32];
	bool cut[33];
	size_t n;
};

static bool
read_given(struct str s, struct given *g)
{
	*g = (struct given){.n = 0};
	for (size_t i = 0; i < s.n;) {
		struct fold_letter l = fold_letter(s.p + i, s.n - i);

		i += l.len;
		if (l.n == 0) {
			g->cut[g->n] |= l.space;
			continue;
		}
		if (l.n > 1 || g->n + 1 >= sizeof g->letters)
			return false;
		if (l.byte[0] == '\'')
			continue;
		if (l.byte[0] < 'a' || l.byte[0] > 'z')
			return false;
		g->letters[g->n++] = (char)l.byte[0];
	}
	g->cut[0] = true;
	return g->n > 0;
}

static bool
crosses_cut(const struct given *g, size_t from, size_t to)
{
	for (size_t i = from + 1; i < to; i++)
		if (g->cut[i])
			return true;
	return false;
}

struct spelling {
	struct readings at[SYLLABLES];
	size_t n;
};
typedef bool visit(const struct spelling *s, void *context);

/* All ways to read the given name in at most three syllables of 1 to 6 letters; stops when `see` returns true. */
static bool
spell_two(const struct gaz *g, const struct given *name, struct spelling *s, size_t from, visit *see, void *context)
{
	for (size_t middle = from + 1; middle <= name->n && middle <= from + 6; middle++) {
		if (crosses_cut(name, from, middle))
			return false;
		s->at[s->n] = read_syllable(g, str_of(name->letters + from, middle - from), false);
		if (s->at[s->n].n == 0)
			continue;
		s->n++;
		if (middle == name->n ? see(s, context)
				      : s->n < SYLLABLES && spell_two(g, name, s, middle, see, context))
			return true;
		s->n--;
	}
	return false;
}

static bool
spell(const struct gaz *g, struct str given, visit *see, void *context)
{
	struct given name;
	struct spelling s = {.n = 0};

	return read_given(given, &name) && spell_two(g, &name, &s, 0, see, context);
}

static bool
count(const struct spelling *s, void *context)
{
	unsigned *fewest = context;

	if (*fewest == 0 || s->n < *fewest)
		*fewest = (unsigned)s->n;
	return *fewest <= 2;
}

unsigned
gaz_given_ko(const struct gaz *g, struct str given)
{
	unsigned fewest = 0;

	spell(g, given, count, &fewest);
	return fewest;
}

/* --- linking --- */

struct search {
	const struct gaz *g;
	struct readings surname;
	struct gaz_hit *hit;
};

static void
look_up_hangul(struct search *s, const uint16_t *name, size_t n)
{
	char text[4 * (SYLLABLES + 1)];
	size_t used = 0;
	struct gaz_hit found;
	struct str key;

	for (size_t i = 0; i < n; i++)
		used += utf8_encode(text + used, name[i]);
	key = str_of(text, used);
	if (!gaz_lookup(s->g, key, &found))
		return;
	for (size_t i = 0; i < found.n && s->hit->n < GAZ_CANDIDATES; i++) {
		bool known = false;

		for (size_t k = 0; k < s->hit->n; k++)
			known |= s->hit->at[k].entity == found.at[i].entity;
		if (!known && gaz_entity(s->g, found.at[i].entity).type == TYPE_PERSON)
			s->hit->at[s->hit->n++] = found.at[i];
	}
}

/* Every combination of the readings, as an odometer counts. */
static bool
combine(const struct spelling *given, void *context)
{
	struct search *s = context;
	size_t wheel[SYLLABLES + 1] = {0}, n = given->n + 1;

	for (;;) {
		uint16_t name[SYLLABLES + 1];
		size_t i = 0;

		name[0] = s->surname.at[wheel[0]];
		for (size_t k = 1; k < n; k++)
			name[k] = given->at[k - 1].at[wheel[k]];
		look_up_hangul(s, name, n);
		while (i < n && ++wheel[i] == (i == 0 ? s->surname.n : given->at[i - 1].n))
			wheel[i++] = 0;
		if (i == n)
			return false;
	}
}

bool
gaz_korean(const struct gaz *g, struct str surname, struct str given, struct gaz_hit *hit)
{
	struct search s = {g, read_syllable(g, surname, true), hit};

	hit->n = 0;
	if (s.surname.n)
		spell(g, given, combine, &s);
	return hit->n > 0;
}

bool
gaz_same_surname(const struct gaz *g, struct str a, struct str b)
{
	struct readings x = read_syllable(g, a, true), y = read_syllable(g, b, true);

	for (size_t i = 0; i < x.n; i++)
		for (size_t k = 0; k < y.n; k++)
			if (x.at[i] == y.at[k])
				return true;
	return false;
}

/* --- Hangul --- */

/* What may follow a name in one word: particles, endings of the copula, and the suffixes of plain reference (측, 군,
 * 발). */
static const struct str particles[] = {
	STR_ITEM("으로부터"), STR_ITEM("로부터"), STR_ITEM("에게서"), STR_ITEM("에서는"), STR_ITEM("에서도"), STR_ITEM("에서의"),
	STR_ITEM("이라는"), STR_ITEM("이라고"), STR_ITEM("이었던"), STR_ITEM("이지만"), STR_ITEM("으로서"), STR_ITEM("으로써"), STR_ITEM("에서"),
	STR_ITEM("에게"), STR_ITEM("에는"), STR_ITEM("에도"), STR_ITEM("에선"), STR_ITEM("에만"), STR_ITEM("에겐"), STR_ITEM("한테"),
	STR_ITEM("께서"), STR_ITEM("까지"), STR_ITEM("부터"), STR_ITEM("보다"), STR_ITEM("처럼"), STR_ITEM("만큼"), STR_ITEM("으로"),
	STR_ITEM("로서"), STR_ITEM("로써"), STR_ITEM("라는"), STR_ITEM("라고"), STR_ITEM("이란"), STR_ITEM("이며"), STR_ITEM("이고"),
	STR_ITEM("인데"), STR_ITEM("이다"), STR_ITEM("이나"), STR_ITEM("이라"), STR_ITEM("조차"), STR_ITEM("마저"), STR_ITEM("하고"),
	STR_ITEM("과의"), STR_ITEM("와의"), STR_ITEM("로의"), STR_ITEM("뿐"), STR_ITEM("등"), STR_ITEM("들"), STR_ITEM("측"),
	STR_ITEM("군"), STR_ITEM("발"), STR_ITEM("간"), STR_ITEM("제"), STR_ITEM("산"), STR_ITEM("행"), STR_ITEM("내"),
	STR_ITEM("의"), STR_ITEM("은"), STR_ITEM("는"), STR_ITEM("이"), STR_ITEM("가"), STR_ITEM("을"), STR_ITEM("를"),
	STR_ITEM("에"), STR_ITEM("와"), STR_ITEM("과"), STR_ITEM("도"), STR_ITEM("상공"), STR_ITEM("상"), STR_ITEM("만"),
	STR_ITEM("로"), STR_ITEM("인"), STR_ITEM("나"), STR_ITEM("란"), STR_ITEM("며"), STR_ITEM("고"), STR_ITEM("및"),
	STR_ITEM("께"), STR_ITEM("랑"), STR_ITEM("였"),
};

static size_t
particle_length(struct str s)
{
	if (s.n < 3)
		return 0;
	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		/* the last byte of the syllable tells most apart */
		if (particles[i].p[2] == s.p[2] && str_starts(s, particles[i]))
			return particles[i].n;
	return 0;
}

bool
gaz_particle(struct str s)
{
	for (int i = 0; i < 3 && s.n; i++) {
		size_t n = particle_length(s);

		if (n == 0)
			return false;
		s = str_from(s, n);
	}
	return s.n == 0;
}
