#include "list.h"
#include "err.h"

enum { LONGEST = 15 };      /* bytes of a word of Hangul in a list */
enum { ENTRIES = 1 << 15 }; /* the program's lists fill a third */

/* First, middle and last letter, whatever their case, and the length. */
static inline uint32_t
key_of(const char *p, size_t n)
{
	return (uint32_t)((uint8_t)p[0] | (uint8_t)p[n / 2] << 8 | (uint8_t)p[n - 1] << 16) | 0x202020 | (uint32_t)n << 24;
}

static inline uint32_t
hash_of(uint32_t key)
{
	return (key * 0x9E3779B1u) >> 16;
}

static inline uint64_t
filter_bit(uint32_t hash)
{
	return (uint64_t)1 << (hash >> 10);
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
	l->filter = 0;
	for (size_t at = 0; l->words[at]; at += len + (l->words[at + len] == ' ')) {
		len = strcspn(l->words + at, " ");
		if (len == 0)
			continue;
		uint32_t key = key_of(l->words + at, len), i = hash_of(key);
		l->filter |= filter_bit(i);
		while (own[i & l->mask].key)
			i++;
		own[i & l->mask] = (struct list_entry) { key, (uint32_t)at };
	}
}

/* Does the word w stand at p, up to a blank or the end of the list? */
static bool
word_at(const char *p, struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (p[i] == '\0' || (p[i] | 0x20) != (w.p[i] | 0x20))
			return false;
	return p[w.n] == ' ' || p[w.n] == '\0';
}

/* Apart, so that the words which the filter turns away need few registers. */
static __attribute__((noinline)) bool
search(struct list *l, struct str w, uint32_t key)
{
	const struct list_entry *e;

	if (!l->entries)
		learn(l);
	for (uint32_t i = hash_of(key); (e = &l->entries[i & l->mask])->key; i++)
		if (e->key == key && word_at(l->words + e->offset, w))
			return true;
	return false;
}

bool
list_has(struct list *l, struct str w)
{
	uint32_t key = key_of(w.p, w.n);

	return l->filter & filter_bit(hash_of(key)) && search(l, w, key);
}

bool
list_begins(struct list *l, struct str w)
{
	const struct list_entry *e;

	if (!l->entries)
		learn(l);
	for (size_t n = 3; n <= w.n && n <= LONGEST; n += 3) {
		uint32_t key = key_of(w.p, n), i = hash_of(key);
		if (!(l->filter & filter_bit(i)))
			continue;
		for (; (e = &l->entries[i & l->mask])->key; i++)
			if (e->key == key && strncmp(l->words + e->offset, w.p, n) == 0
			    && (l->words[e->offset + n] == ' ' || l->words[e->offset + n] == '\0'))
				return true;
	}
	return false;
}
