/* Letters and words of a line, 16 bytes at a time where SSE2 is. */
#ifndef KWIRE_SPLIT_LETTERS_H
#define KWIRE_SPLIT_LETTERS_H

#include "load.h"
#include "str.h"

/* The letters of a line, and its words as far as blanks tell them. */
struct letters {
	unsigned words;
	bool lower, upper;
	bool lead; /* a first byte of Hangul */
};

/* Counts those of a line. */
struct letters letters_count(struct str s);

/* Where the small ASCII letters before byte `at` begin; `at` if none stands there. */
size_t letters_small_from(struct str s, size_t at);

/* What a line holds besides letters and blanks. Most rules need a sign: lines without it are passed over at a glance. */
enum sign {
	SIGN_DIGIT = 1,
	SIGN_HIGH = 2,  /* beyond ASCII */
	SIGN_DOT = 4,
	SIGN_COLON = 8,
	SIGN_SLASH = 16,
	SIGN_OPEN = 32,  /* brackets, round and square */
	SIGN_CLOSE = 64,
	SIGN_ANGLE = 128,
	SIGN_DASH = 256, /* also `_` and `=` */
	SIGN_AT = 512,
	SIGN_HASH = 1024,
	SIGN_OTHER = 2048
};

/* The signs of a line, a bit each; of a long line all, unseen. */
unsigned letters_signs(struct str s);

/* A bit for each of the 16 bytes from byte i on that is part of a letter or a digit. */
unsigned letters_mask(struct str s, size_t i);

/* A bit for each of the 16 bytes from byte i > 0 on that is a capital letter behind a blank. */
unsigned letters_led(struct str s, size_t i);

/* A bit for each of the 16 bytes from byte i on that a name could begin with: no small letter and no blank, nor behind an ASCII letter or
 * digit, or a hyphen. */
unsigned letters_names(struct str s, size_t i);

/* Cuts s, of less than 64 kB, into its first words, `most` at most, and returns their number: runs of ASCII letters and of bytes beyond,
 * cut where a capital follows a small letter. `FacebookTwitterWhatsapp` is three. */
size_t letters_cut(struct str s, unsigned short *from, unsigned short *to, size_t most);

#define LETTERS_BEHIND 8 /* bytes */

/* Where the small letters at p end that byte i begins, if any do; eight are looked at at a time. Behind the text stand LETTERS_BEHIND
 * bytes that are none. */
static inline size_t
letters_small_end(const char *p, size_t i)
{
	const uint64_t each = 0x0101010101010101;

	for (;; i += 8) {
		uint64_t c = load64(p + i), low = c & 0x7F * each;
		uint64_t others = ~((low + (0x80 - 'a') * each) & ~(low + (0x7F - 'z') * each) & ~c) & 0x80 * each;

		if (__BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__)
			others = __builtin_bswap64(others);
		if (others)
			return i + (size_t)__builtin_ctzll(others) / 8;
	}
}

/* The longer words of a text, one after the other: runs of letters and digits, of four bytes and more. { .s = text } is before the first.
 */
struct stems {
	struct str s;
	size_t next, at;        /* bytes looked at; the byte of a mask's first bit */
	uint64_t wordy, begins; /* of 64 bytes: letters; and where words begin that were not yet told */
	bool open;              /* the last byte looked at is a letter */
};

#define STEM 8 /* bytes: as much of a word is told */

/* Looks at the next bytes; false behind the last. */
bool stems_look(struct stems *t);

/* The first bytes of the next one; empty behind the last. */
static inline struct str
stems_next(struct stems *t)
{
	unsigned from, n;

	while (!t->begins)
		if (!stems_look(t))
			return str_of(t->s.p, 0);
	from = (unsigned)__builtin_ctzll(t->begins);
	t->begins &= t->begins - 1;
	n = (unsigned)__builtin_ctzll(~(t->wordy >> from) | (uint64_t)1 << STEM);
	return str_of(t->s.p + t->at + from, n);
}

/* The first place from `from` on where something stands without a blank that text could begin with: a capital letter, but not amid
 * others, a quote, a square bracket, a picture sign, Hangul behind another script. s.n if there is none. */
size_t letters_joint(struct str s, size_t from);

/* The same of any capital letter and any byte beyond ASCII. */
size_t letters_edge(struct str s, size_t from);

#endif
