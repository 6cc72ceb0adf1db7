/* Is a form what stands in the text? */
#include "gaz_fold.h"
#include "gaz_open.h"

struct side {
	struct str s;
	size_t at;
	bool gap;     /* a space or hyphen lay before the letter */
	bool white;   /* ... and it was a space */
	bool period;  /* a period lay before it */
	bool skipped; /* anything lay before it */
};

/* An ASCII letter, the common case; false if it is anything else. */
static inline bool
plain_letter(char c, struct fold_letter *l)
{
	unsigned char small = (unsigned char)c | 0x20;

	if (small < 'a' || small > 'z')
		return false;
	*l = (struct fold_letter) { .byte = { small }, .n = 1, .len = 1, .upper = !(c & 0x20) };
	return true;
}

/* The next letter that counts. */
static bool
next_letter(struct side *side, struct fold_letter *l)
{
	side->gap = side->at == 0;
	side->white = side->at == 0;
	side->period = side->skipped = false;
	while (side->at < side->s.n) {
		const char *p = side->s.p + side->at;

		if (plain_letter(*p, l)) {
			side->at++;
			return true;
		}

		*l = fold_letter(p, side->s.n - side->at);
		if (l->n && !fold_groups(side->s, side->at)) {
			side->at += l->len;
			return true;
		}
		side->gap |= l->space;
		side->skipped = true;
		side->white |= *p == ' ' || (unsigned char)*p == 0xC2;
		side->period |= *p == '.';
		side->at += l->len;
	}
	return false;
}

static bool
same_letter(const struct fold_letter *a, const struct fold_letter *b)
{
	return a->n == b->n && memcmp(a->byte, b->byte, a->n) == 0;
}

/* May the text have a gap before this letter where the form has none? After initials, between letters and digits,
 * between syllables of Hangul. */
static bool
gap_allowed(const struct side *form, const struct side *text, const struct fold_letter *before, const struct fold_letter *now)
{
	return (text->period && (form->period || !text->white)) || before->digit != now->digit || (before->n == 3 && now->n == 3);
}

/* Where the letter-by-letter comparison may begin: at the last ASCII letter before the first difference, as bytes that are equal
 * cannot fail it. */
static size_t
same_beginning(struct str form, struct str text)
{
	size_t n = smaller(form.n, text.n), i = 0;

	while (i < n && form.p[i] == text.p[i])
		i++;
	while (i > 0 && (unsigned)((unsigned char)form.p[i - 1] | 0x20) - 'a' >= 26)
		i--;
	return i > 0 ? i - 1 : 0;
}

bool
gaz_same(struct str form, struct str text, unsigned flags)
{
	struct side f = { .s = form }, t = { .s = text };
	struct fold_letter fl, tl, before = { 0 };
	bool first = true;

	if (form.n == text.n && memcmp(form.p, text.p, form.n) == 0)
		return true;
	f.at = t.at = same_beginning(form, text);
	while (next_letter(&f, &fl)) {
		if (!next_letter(&t, &tl) || !same_letter(&fl, &tl))
			return false;
		if (flags & GAZ_EXACT && fl.upper != tl.upper)
			return false;
		if (fl.upper && !tl.upper && f.gap && t.white)
			return false;
		/* "U.S." is listed; K.T. are the initials of somebody, not the company KT. */
		if (t.period && !f.period && form.n == 2 && flags & GAZ_ACRONYM)
			return false;
		/* 9.19 and 9·19, but not 919. */
		if (fl.digit && before.digit && f.skipped != t.skipped)
			return false;
		if (!first && t.gap && !f.gap && !gap_allowed(&f, &t, &before, &tl) && !(fl.upper && !before.upper))
			return false;
		before = fl;
		first = false;
	}
	return true;
}
