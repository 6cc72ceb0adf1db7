#include "spreadsheet.h"
#include "ascii.h"
#include "list.h"
#include "utf8.h"

#define MOST 32767    /* UTF-16 units in a cell (Excel specifications and limits) */
#define FORMULA_MOST 255 /* characters of a text inside a formula */

/* Words that numbers, dates and times are written with. */
static bool
is_number_word(struct str word)
{
	return word_among(word, "e a p am pm jan feb mar apr may jun jul aug sep sept oct nov dec"
	    " january february march april june july august september october november december")
	    || word_exactly(word, "년 월 일 시 분 초");
}

/* The word at the front of s: letters, or one character that is not ASCII. Empty if there is none. */
static struct str
front_word(struct str s)
{
	size_t n = 0;

	while (n < s.n && is_letter(s.p[n]))
		n++;
	if (n == 0 && (unsigned char)*s.p >= 0x80)
		utf8_decode(s.p, s.n, &n);
	return str_of(s.p, n);
}

/* Integers that are shown as they are, and whole ISO dates, which are better off as dates. */
static bool
is_harmless(struct str s)
{
	size_t digits = str_digits_end(s, 0);

	if (digits == s.n)
		return s.n <= 15 && (s.p[0] != '0' || s.n == 1);
	return digits == 4 && s.n == 10 && s.p[4] == '-' && is_digit(s.p[5]) && is_digit(s.p[6]) && s.p[7] == '-'
	    && is_digit(s.p[8]) && is_digit(s.p[9]);
}

/* Would it be read as a number, a date, a time or a truth, and shown as something else? 007, 1e5, 3.10, 1/2, May 5, TRUE. */
static bool
is_fragile(struct str s)
{
	bool digit = false;

	if (s.n > FORMULA_MOST || s.n == 0)
		return false;
	if (str_eq_nocase(s, STR("true")) || str_eq_nocase(s, STR("false")))
		return true;
	for (size_t i = 0; i < s.n;) {
		struct str word = front_word(str_from(s, i));

		digit |= is_digit(s.p[i]);
		if (word.n ? !is_number_word(word) : !is_digit(s.p[i]) && !strchr(" .,:/-%$", s.p[i]))
			return false;
		i += word.n ? word.n : 1;
	}
	return digit && !is_harmless(s);
}

/* s cut to `most` UTF-16 units. */
static struct str
cut(struct str s, size_t most)
{
	size_t units = 0, i = 0;

	while (i < s.n) {
		size_t len;

		units += utf8_decode(s.p + i, s.n - i, &len) > 0xFFFF ? 2 : 1;
		if (units > most)
			break;
		i += len;
	}
	return str_of(s.p, i);
}

/* The apostrophe is what users of spreadsheets mark text with; it is seen, and it is all that formulas need. ="..." keeps
 * numbers and dates as text without a trace. */
bool
spreadsheet_guard(struct buf *b, size_t from)
{
	struct str text = str_from(buf_view(b), from), kept;
	bool formula = text.n && strchr("=+-@", text.p[0]);

	if (!formula && is_fragile(text)) {
		buf_reserve(b, 3);
		memmove(b->p + from + 2, b->p + from, text.n);
		memcpy(b->p + from, "=\"", 2);
		b->n += 2;
		buf_char(b, '"');
		return false;
	}
	kept = text.n < MOST ? text : cut(text, formula ? MOST - 1 : MOST);
	b->n = from + kept.n;
	if (formula) {
		buf_reserve(b, 1);
		memmove(b->p + from + 1, b->p + from, kept.n);
		b->p[from] = '\'';
		b->n++;
	}
	return kept.n < text.n;
}
