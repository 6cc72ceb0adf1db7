#include "list.h"
#include "err.h"

#include <stdint.h>

/* A list of words is a string literal: it is known by its address, and its words are hashed when it is first asked for. */
struct entry {
	uint32_t key;    /* 0 is free */
	uint32_t offset; /* in the list */
};

struct list {
	const char *words;
	struct entry *entries;
	uint32_t mask;
};

enum { LONGEST = 15 }; /* bytes of a word of Hangul in a list */
enum { LISTS = 1 << 12, ENTRIES = 1 << 15 }; /* the program's lists fill a tenth of the one, a third of the other */

static struct list learned[LISTS];

static inline size_t
list_at(const char *words)
{
	return ((uint64_t)(uintptr_t)words * 0x9E3779B97F4A7C15) >> 52;
}

/* First, middle and last letter, whatever their case, and the length. */
static inline uint32_t
list_key(const char *p, size_t n)
{
	return (uint32_t)((uint8_t)p[0] | (uint8_t)p[n / 2] << 8 | (uint8_t)p[n - 1] << 16) | 0x202020 | (uint32_t)n << 24;
}

static inline uint32_t
list_hash(uint32_t key)
{
	return (key * 0x9E3779B1u) >> 16;
}

static void
learn_list(struct list *l, const char *words)
{
	static struct entry entries[ENTRIES];
	static size_t used;
	size_t room = 4, len;

	for (const char *p = words; *p; p++)
		room += *p == ' ';
	for (l->mask = 7; l->mask < room * 2; l->mask = l->mask * 2 + 1)
		;
	if (used + l->mask >= ENTRIES)
		err_die("too many lists of words");
	*l = (struct list) { words, entries + used, l->mask };
	used += l->mask + 1;
	for (size_t at = 0; words[at]; at += len + (words[at + len] == ' ')) {
		len = strcspn(words + at, " ");
		if (len == 0)
			continue;
		uint32_t key = list_key(words + at, len), i = list_hash(key) & l->mask;
		while (l->entries[i].key)
			i = (i + 1) & l->mask;
		l->entries[i] = (struct entry) { key, (uint32_t)at };
	}
}

/* Where the list stands or belongs, if not at its first place. */
static const struct list *
find_list(const char *words)
{
	size_t i = list_at(words);

	for (size_t n = 0; learned[i].words != words; n++, i = (i + 1) % LISTS) {
		if (!learned[i].words)
			learn_list(&learned[i], words);
		else if (n == LISTS)
			err_die("too many lists of words");
		else
			continue;
		break;
	}
	return &learned[i];
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

/* Is w among the words from entry i on? */
static __attribute__((noinline)) bool
search(const struct list *l, struct str w, uint32_t i)
{
	uint32_t key = list_key(w.p, w.n);
	const struct entry *e;

	for (; (e = &l->entries[i & l->mask])->key; i++)
		if (e->key == key && word_at(l->words + e->offset, w))
			return true;
	return false;
}

static __attribute__((noinline)) bool
search_list(const char *words, struct str w)
{
	return search(find_list(words), w, list_hash(list_key(w.p, w.n)));
}

/* Most words meet a free entry first, or one of another key and then a free one: that needs few registers. */
bool
word_among(struct str w, const char *words)
{
	const struct list *l = &learned[list_at(words)];
	uint32_t i = list_hash(list_key(w.p, w.n));

	if (l->words != words)
		return search_list(words, w);
	return l->entries[i & l->mask].key && search(l, w, i);
}

bool
word_begins(struct str w, const char *words)
{
	const struct list *l = &learned[list_at(words)];
	const struct entry *e;

	if (l->words != words)
		l = find_list(words);
	for (size_t n = 3; n <= w.n && n <= LONGEST; n += 3) {
		uint32_t key = list_key(w.p, n);
		for (uint32_t i = list_hash(key); (e = &l->entries[i & l->mask])->key; i++)
			if (e->key == key && strncmp(words + e->offset, w.p, n) == 0 && (words[e->offset + n] == ' ' || words[e->offset + n] == '\0'))
				return true;
	}
	return false;
}
