#include "list.h"
#include "err.h"

enum { LONGEST = 18 };      /* bytes of a word of Hangul in a list */
enum { ENTRIES = 1 << 15 }; /* the program's lists fill a third */

/* First, middle and last letter, whatever their case, and the length. */
static inline uint32_t
key_of(const char *p, size_t n)
{
	if (n == 0)
		return 0;
	return (uint32_t)((uint8_t)p[0] | (uint8_t)p[n / 2] << 8 | (uint8_t)p[n - 1] << 16) | 0x202020 | (uint32_t)n << 24;
}

static inline uint32_t
hash_of(uint32_t key)
{
	return (key * 0x9E3779B1u) >> 16;
}

static inline bool
passes(const struct list *l, uint32_t hash)
{
	return l->filter[hash >> 13] >> (hash >> 8 & 31) & 1;
}

static void
learn(struct list *l)
{
	static struct list_entry entries[ENTRIES];
	static size_t used;
	struct list_entry *own = entries + used;
	size_t room = 4, len;

	for (const char *p = l->words; *p; p++)
		room += *p == ' ';
	for (l->mask = 7; l->mask < room * 2; l->mask = l->mask * 2 + 1)
		;
	if (used + l->mask >= ENTRIES)
		err_die("too many lists of words");
	used += l->mask + 1;
	l->entries = own;
	memset(l->filter, 0, sizeof l->filter);
	for (size_t at = 0; l->words[at]; at += len + (l->words[at + len] == ' ')) {
		len = strcspn(l->words + at, " ");
		if (len == 0)
			continue;
		uint32_t key = key_of(l->words + at, len), i = hash_of(key);
		l->filter[i >> 13] |= (uint32_t)1 << (i >> 8 & 31);
		while (own[i & l->mask].key)
			i++;
		own[i & l->mask] = (struct list_entry) { key, (uint32_t)at };
	}
}

/* Does the word w stand at p, up to a blank or the end of the list? */
static bool
word_at(const char *p, struct str w, bool exactly)
{
	for (size_t i = 0; i < w.n; i++)
		if (p[i] == '\0' || (p[i] != w.p[i] && (exactly || (p[i] | 0x20) != (w.p[i] | 0x20))))
			return false;
	return p[w.n] == ' ' || p[w.n] == '\0';
}

/* Apart, so that the words which the filter turns away need few registers. */
static __attribute__((noinline)) bool
search(struct list *l, struct str w, uint32_t key, bool exactly)
{
	const struct list_entry *e;

	if (!l->entries)
		learn(l);
	for (uint32_t i = hash_of(key); (e = &l->entries[i & l->mask])->key; i++)
		if (e->key == key && word_at(l->words + e->offset, w, exactly))
			return true;
	return false;
}

bool
list_has(struct list *l, struct str w)
{
	uint32_t key = key_of(w.p, w.n);

	return passes(l, hash_of(key)) && search(l, w, key, false);
}

bool
list_holds(struct list *l, struct str w)
{
	uint32_t key = key_of(w.p, w.n);

	return passes(l, hash_of(key)) && search(l, w, key, true);
}

bool
list_begins(struct list *l, struct str w)
{
	for (size_t n = 3; n <= w.n && n <= LONGEST; n += 3)
		if (list_holds(l, str_of(w.p, n)))
			return true;
	return false;
}

size_t
list_ends(struct list *l, struct str w)
{
	size_t n = w.n < LONGEST ? w.n - w.n % 3 : LONGEST;

	while (n && !list_holds(l, str_from(w, w.n - n)))
		n -= 3;
	return n;
}
