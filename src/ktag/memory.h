/* What an article has named so far: its persons by surname, its names by acronym. Kept over body, title and captions. */
#ifndef KTAG_MEMORY_H
#define KTAG_MEMORY_H

#include "doc.h"

/* A person the article names in full (or only by a title and surname). */
struct person {
	struct str full, surname, id, name;
	struct str title;    /* last word of a title the text gave it: "Minister"; empty if none */
	uint32_t alone;      /* how often the surname alone has meant him so far */
	uint32_t first;      /* byte at which the text names the person in full first; UINT32_MAX if it does not */
	bool surname_only;
	bool other;          /* "surnamed Kim": no other of that surname */
	bool woman;          /* the text says so: "Ms Kim", "Kim, the sister of ..." */
};

/* A name that an acronym stands for. */
struct meaning {
	struct str letters;
	enum entity_type type;
	struct str id, name;
	unsigned bound; /* introduced in brackets, not guessed from initials; 2: its very initials, whatever the tables know them as; 3: a
			 * word of its name, not in capitals */
	bool exact; /* the words of a name found by its context: they mean it elsewhere, too */
};

enum { RECENT = 4 }; /* persons of one surname that are told apart */

/* A word and what it may mean: persons with that surname, the latest first, or a name with those initials. */
struct word {
	struct str key;
	uint32_t recent[RECENT]; /* index + 1 into persons */
	uint32_t meaning;        /* index + 1 into meanings */
};

struct memory {
	struct arena *arena;
	struct person *persons;
	size_t persons_n, persons_cap;
	struct meaning *meanings;
	size_t meanings_n, meanings_cap;
	struct word *words; /* open addressing; size is a power of two */
	size_t words_n, size;
	uint64_t filter[64]; /* bits of the keys present: most words are turned away by one test */
	uint32_t lengths[32]; /* by the keys' first letter, a bit for each length, those from 31 on as one: before that even */
	bool exact; /* some meaning is */
	bool south; /* South Korea or something of it has been named */
	bool korea; /* one of the two Koreas has been named */
};

/* Empty; lives in the arena, as all that is put into it does. */
struct memory *memory_new(struct arena *arena);

/* The entry of a word whatever its case; NULL if it has none. */
struct word *memory_find(struct memory *m, struct str key);

/* The same; made if need be. */
struct word *memory_word(struct memory *m, struct str key);

/* The person of that full name, found among the recent ones of the surname, or new. Valid until the next call. */
struct person *memory_person(struct memory *m, struct str full, struct str surname);

/* Moves a person to the front of those who share the surname w, or the one in front behind the second. */
void memory_recent(struct word *w, uint32_t person);
void memory_second(struct word *w);

/* Notes what letters stand for in this article; keeps a copy, unless a bound meaning is known. */
void memory_meaning(struct memory *m, const struct meaning *meaning);

#endif
