/* A string: pointer and length, never owned. NUL is a byte like any other. Lengths are bytes. */
#ifndef KWIRE_STR_H
#define KWIRE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

/* The smaller of two lengths. */
static inline size_t
smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* A string literal as a str. */
#define STR(literal) ((struct str) { (literal), sizeof(literal) - 1 })

/* The same in a static table. */
#define STR_ITEM(literal) { (literal), sizeof(literal) - 1 }

/* n bytes at p. */
static inline struct str
str_of(const char *p, size_t n)
{
	return (struct str) { p, n };
}

/* A string that ends in NUL; NULL is empty. */
static inline struct str
str_z(const char *z)
{
	return (struct str) { z, z ? strlen(z) : 0 };
}

/* The same bytes. */
static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/* Most pairs differ in their first byte, or in their last: no call for those. */
static inline bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || (s.p[0] == prefix.p[0] && memcmp(s.p, prefix.p, prefix.n) == 0));
}

static inline bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n
	    && (suffix.n == 0 || (s.p[s.n - 1] == suffix.p[suffix.n - 1] && memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0));
}

/* The part from byte `from` (at most s.n) to the end. */
static inline struct str
str_from(struct str s, size_t from)
{
	return (struct str) { from ? s.p + from : s.p, s.n - from }; /* no branch */
}

/* The first byte and the last one; NUL if there is none. */
static inline char
str_first(struct str s)
{
	return s.n ? *s.p : '\0';
}

static inline char
str_last(struct str s)
{
	return s.n ? s.p[s.n - 1] : '\0';
}

/* Is the last byte one of the set? */
static inline bool
str_ends_in(struct str s, const char *set)
{
	return str_last(s) != '\0' && strchr(set, str_last(s));
}

/* The first n bytes, and the last ones; all of s if it has fewer. */
static inline struct str
str_head(struct str s, size_t n)
{
	return str_of(s.p, smaller(s.n, n));
}

static inline struct str
str_tail(struct str s, size_t n)
{
	return str_from(s, s.n - smaller(s.n, n));
}

/* Byte order, as memcmp; a prefix sorts before the longer string. */
int str_cmp(struct str a, struct str b);

/* Equal but for the case of ASCII letters. */
static inline bool str_eq_nocase(struct str a, struct str b);

/* Starts with `prefix`, but for the case of ASCII letters. */
static inline bool str_starts_nocase(struct str s, struct str prefix);

/* str_find, likewise. */
size_t str_find_nocase(struct str s, struct str needle, size_t from);

/* The same for n bytes. */
bool str_same_nocase(const char *a, const char *b, size_t n);

/* Is s one of n strings, but for the case of ASCII letters? */
bool str_among(const struct str *list, size_t n, struct str s);

/* Copies s to `to`, ASCII letters in lower case. */
void str_lower(char *to, struct str s);

/* Without ASCII white space at both ends. */
struct str str_trim(struct str s);

/* Offset of the first occurrence of `needle` at or after `from`; s.n if there is none. One byte is looked for as such. */
size_t str_find_byte(struct str s, char c, size_t from);
size_t str_find_text(struct str s, struct str needle, size_t from);

static inline size_t
str_find(struct str s, struct str needle, size_t from)
{
	return needle.n == 1 ? str_find_byte(s, *needle.p, from) : str_find_text(s, needle, from);
}

/* How often the byte stands in s. */
size_t str_count(struct str s, char c);

/* Offset of the first ASCII digit at or after `from`; s.n if there is none. */
size_t str_digit(struct str s, size_t from);

/* Offset of the first byte at or after `from` that is no ASCII digit. */
size_t str_digits_end(struct str s, size_t from);

/* Cuts the part before the first `sep` (or all) off the front of *rest and returns it; *rest becomes what follows `sep`.
 * When nothing is left, *rest is {NULL, 0}: loop with `while (rest.p)`. */
struct str str_cut(struct str *rest, char sep);

/* Does `part` stand in s? */
static inline bool
str_has(struct str s, struct str part)
{
	return str_find(s, part, 0) < s.n;
}

static inline bool
str_has_nocase(struct str s, struct str part)
{
	return part.n == 0 || str_find_nocase(s, part, 0) < s.n;
}

/* Inline, as most pairs differ in their length or first letter. */
static inline bool
str_starts_nocase(struct str s, struct str prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || (((s.p[0] ^ prefix.p[0]) & ~0x20) == 0 && str_same_nocase(s.p, prefix.p, prefix.n)));
}

static inline bool
str_eq_nocase(struct str a, struct str b)
{
	return a.n == b.n && str_starts_nocase(a, b);
}

/* Ends in `last`, behind a blank, but for the case of ASCII letters. */
static inline bool
str_ends_apart_nocase(struct str s, struct str last)
{
	return s.n > last.n && s.p[s.n - last.n - 1] == ' ' && str_eq_nocase(str_tail(s, last.n), last);
}

#endif
