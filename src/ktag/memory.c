#include "memory.h"
#include "list.h"

struct memory *
memory_new(struct arena *arena)
{
	struct memory *m = arena_alloc(arena, sizeof *m);

	*m = (struct memory) { .arena = arena, .size = 64 };
	m->words = arena_array(arena, m->size, sizeof *m->words);
	memset(m->words, 0, m->size * sizeof *m->words);
	return m;
}

static inline uint64_t
load(const char *p, size_t n)
{
	uint64_t v = 0;

	memcpy(&v, p, n);
	return v | 0x2020202020202020; /* ASCII letters in lower case */
}

static uint64_t
hash_of(struct str key)
{
	const uint64_t k = 0x9E3779B97F4A7C15;
	uint64_t h = key.n * k;

	if (key.n >= 8) {
		for (size_t i = 0; i + 8 < key.n; i += 8)
			h = (h ^ load(key.p + i, 8) ^ h >> 29) * k;
		h ^= load(key.p + key.n - 8, 8);
	} else if (key.n >= 4) {
		h ^= load(key.p, 4) ^ load(key.p + key.n - 4, 4) << 32;
	} else {
		for (size_t i = 0; i < key.n; i++)
			h ^= (uint64_t)((uint8_t)key.p[i] | 0x20) << 8 * i;
	}
	h = (h ^ h >> 32) * k;
	return h ^ h >> 29;
}

static struct word *
slot(struct word *words, size_t size, struct str key, uint64_t hash)
{
	size_t i = hash & (size - 1);

	while (words[i].key.p && !str_eq_nocase(words[i].key, key))
		i = (i + 1) & (size - 1);
	return &words[i];
}

struct word *
memory_find(struct memory *m, struct str key)
{
	uint64_t hash;
	struct word *w;

	if (key.n == 0 || !(m->lengths[key.p[0] & 31] >> smaller(key.n, 31) & 1))
		return NULL;
	hash = hash_of(key);
	if (!(m->filter[hash >> 58] & 1ull << (hash >> 52 & 63)))
		return NULL;
	w = slot(m->words, m->size, key, hash);
	return w->key.p ? w : NULL;
}

static void
grow(struct memory *m)
{
	struct word *words = arena_array(m->arena, m->size * 2, sizeof *words);

	memset(words, 0, m->size * 2 * sizeof *words);
	for (size_t i = 0; i < m->size; i++)
		if (m->words[i].key.p)
			*slot(words, m->size * 2, m->words[i].key, hash_of(m->words[i].key)) = m->words[i];
	m->words = words;
	m->size *= 2;
}

struct word *
memory_word(struct memory *m, struct str key)
{
	uint64_t hash = hash_of(key);
	struct word *w = slot(m->words, m->size, key, hash);

	if (w->key.p)
		return w;
	if (++m->words_n * 2 > m->size) {
		grow(m);
		w = slot(m->words, m->size, key, hash);
	}
	m->filter[hash >> 58] |= 1ull << (hash >> 52 & 63);
	if (key.n)
		m->lengths[key.p[0] & 31] |= 1u << smaller(key.n, 31);
	w->key = key;
	return w;
}

void
memory_recent(struct word *w, uint32_t person)
{
	int i = 0;

	while (i < RECENT - 1 && w->recent[i] != person + 1)
		i++;
	for (; i > 0; i--)
		w->recent[i] = w->recent[i - 1];
	w->recent[0] = person + 1;
}

void
memory_second(struct word *w)
{
	uint32_t first = w->recent[0];

	if (w->recent[1]) {
		w->recent[0] = w->recent[1];
		w->recent[1] = first;
	}
}

/* Over blanks, hyphens and dashes from byte i on. */
static size_t
over_gap(struct str s, size_t i)
{
	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '-' || (uint8_t)s.p[i] == 0xE2))
		i += (uint8_t)s.p[i] == 0xE2 && i + 3 <= s.n ? 3 : 1;
	return i;
}

/* Two spellings of one full name: case, hyphens and blanks do not count. */
static bool
same_name(struct str a, struct str b)
{
	size_t i = 0, j = 0;

	if (str_eq(a, b))
		return true;
	for (;;) {
		i = over_gap(a, i);
		j = over_gap(b, j);
		if (i == a.n || j == b.n)
			return i == a.n && j == b.n;
		if ((a.p[i] | 0x20) != (b.p[j] | 0x20))
			return false;
		i++;
		j++;
	}
}

/* "Del Rosario", "De Vega" are the surnames of "Albert del Rosario", "Eduardo de Vega". */
static bool
is_surname_of(struct str name, struct str full)
{
	struct str particle = str_of(name.p, str_find(name, STR(" "), 0));

	return particle.n < name.n && str_ends_apart_nocase(full, name)
	    && word_exactly(particle, "De Del Dela Della Di Da Dos Van Von Ter");
}

struct person *
memory_person(struct memory *m, struct str full, struct str surname)
{
	struct word *w = memory_word(m, surname);
	struct person *p;

	for (int i = 0; i < RECENT && w->recent[i]; i++) {
		p = &m->persons[w->recent[i] - 1];
		if (is_surname_of(p->full, full))
			p->full = full;
		if (same_name(p->full, full) || is_surname_of(full, p->full)) {
			memory_recent(w, w->recent[i] - 1);
			return p;
		}
	}
	if (m->persons_n == m->persons_cap)
		m->persons = arena_grow(m->arena, m->persons, m->persons_n, &m->persons_cap, sizeof *m->persons);
	p = &m->persons[m->persons_n++];
	*p = (struct person) { .full = full, .surname = surname };
	memory_recent(w, (uint32_t)(m->persons_n - 1));
	return p;
}

void
memory_meaning(struct memory *m, const struct meaning *meaning)
{
	struct word *w = memory_word(m, meaning->letters);

	if (w->meaning && (m->meanings[w->meaning - 1].bound || !meaning->bound))
		return;
	if (m->meanings_n == m->meanings_cap)
		m->meanings = arena_grow(m->arena, m->meanings, m->meanings_n, &m->meanings_cap, sizeof *m->meanings);
	m->meanings[m->meanings_n++] = *meaning;
	m->exact |= meaning->exact;
	w->meaning = (uint32_t)m->meanings_n;
}
