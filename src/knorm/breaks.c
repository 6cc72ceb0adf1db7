#include "breaks.h"
#include "ascii.h"
#include "knorm_lists.h"
#include "list.h"
#include "sse.h"

#define CHUNK 1023u
#define SENTENCE 60u /* bytes of a line that may stop in mid-sentence */

static char
last(struct str s, size_t back)
{
	return back < s.n ? s.p[s.n - 1 - back] : 0;
}

void
recent_add(struct recent *r, struct str text)
{
	if (text.n > RECENT)
		text = str_from(text, text.n - RECENT);
	if (r->n + text.n > sizeof r->text) {
		size_t keep = RECENT - text.n;

		memmove(r->text, r->text + r->n - keep, keep);
		r->n = keep;
	}
	if (text.n)
		memcpy(r->text + r->n, text.p, text.n);
	r->n += text.n;
}

/* The first place from i on where the word's first and last letter stand as far apart as in the word, whatever their case; s.n if none. */
static size_t
next_place(struct str s, struct str word, size_t i)
{
	size_t behind = word.n - 1;
#ifdef __SSE2__
	const __m128i fold = _mm_set1_epi8(0x20), first = _mm_set1_epi8((char)(word.p[0] | 0x20)),
		      end = _mm_set1_epi8((char)(word.p[behind] | 0x20));

	for (; i + behind + 16 <= s.n; i += 16) {
		__m128i a = _mm_cmpeq_epi8(_mm_or_si128(sse_load(s.p + i), fold), first);
		unsigned mask = sse_mask(_mm_and_si128(a, _mm_cmpeq_epi8(_mm_or_si128(sse_load(s.p + i + behind), fold), end)));

		if (mask)
			return i + (size_t)__builtin_ctz(mask);
	}
#endif
	while (i + behind < s.n && (((s.p[i] ^ word.p[0]) | (s.p[i + behind] ^ word.p[behind])) & ~0x20))
		i++;
	return i + behind < s.n ? i : s.n;
}

/* Does the word, letters alone, stand in the last RECENT bytes, whatever its case? */
static bool
recent_has(const struct recent *r, struct str word)
{
	struct str s = r->n > RECENT ? str_of(r->text + r->n - RECENT, RECENT) : str_of(r->text, r->n);

	if (!word.n)
		return false;
	for (size_t i = 0; (i = next_place(s, word, i)) < s.n; i++) {
		if ((i && is_letter(s.p[i - 1])) || (i + word.n < s.n && is_letter(s.p[i + word.n])))
			continue;
		if (str_eq_nocase(str_of(s.p + i, word.n), word))
			return true;
	}
	return false;
}

/* The letters at the end of a line, and at the start of one. */
static struct str
tail_of(struct str s)
{
	size_t n = 0;

	while (n < s.n && is_letter(s.p[s.n - 1 - n]))
		n++;
	return str_from(s, s.n - n);
}

static struct str
head_of(struct str s)
{
	size_t n = 0;

	while (n < s.n && is_letter(s.p[n]))
		n++;
	return str_of(s.p, n);
}

/* English words of one to three letters, so that other short stretches of small letters are halves of words. */
static bool
is_short_word(struct str w)
{
	return w.n <= 3 && word_among(w, SHORT_WORDS);
}

/* Half a word: small letters, three at most, no word; or longer and without a vowel. */
static bool
is_half(struct str w)
{
	size_t vowels = 0;

	for (size_t i = 0; i < w.n; i++) {
		if (!is_small(w.p[i]))
			return false;
		vowels += strchr("aeiouy", w.p[i]) != NULL;
	}
	return w.n && (w.n <= 3 ? !is_short_word(w) : vowels == 0);
}

/* Four small letters or more that start as no English word does: ssian, ndary, mbly. */
static bool
is_rest(struct str w)
{
	if (w.n < 4)
		return false;
	for (size_t i = 0; i < w.n; i++)
		if (!is_small(w.p[i]) || (i < 2 && strchr("aeiouy", w.p[i])))
			return false;
	return !word_exactly(str_of(w.p, 2), WORD_STARTS);
}

/* Are the letters a token of their own: a space or nothing round them? Parts of U.S., son-hui, it's do not count. */
static bool
stands_alone(struct str line, struct str part)
{
	const char *end = part.p + part.n;

	return (part.p == line.p || part.p[-1] == ' ') && (end == line.p + line.n || strchr(" ,.;:!?", *end) || (*end & 0x80));
}

bool
has_fragment(struct str a, struct str b)
{
	struct str tail = tail_of(a), head = head_of(b);

	/* Kosiniak-K|amysz: no word is one capital, but I and A. */
	if (tail.n == 1 && is_capital(tail.p[0]) && tail.p[0] != 'I' && tail.p[0] != 'A' && head.n && is_small(head.p[0])
	    && (tail.p == a.p || tail.p[-1] == ' ' || tail.p[-1] == '-'))
		return true;
	return tail.n && head.n
	    && ((stands_alone(a, tail) && is_half(tail)) || (stands_alone(b, head) && (is_half(head) || is_rest(head))));
}

/* Words that no line of a page ends with unless it was broken. */
static bool
is_function_word(struct str w)
{
	return word_exactly(w, FUNCTION_WORDS);
}

/* Is the break inside a word? A half on one side, and no plain word behind it, as in `the old hub|and the`; or the whole word went past,
 * and the half before the break is none. */
bool
splits_word(struct str a, struct str b, const struct recent *r)
{
	struct str tail = tail_of(a), head = head_of(b);
	char whole[64];

	if (tail.n == 0 || head.n == 0 || tail.n + head.n > sizeof whole || !is_small(head.p[0]) || str_starts(b, STR("http")))
		return false; /* an address is no half of a word */
	if (has_fragment(a, b) && !(head.n >= 3 && is_function_word(head) && stands_alone(b, head)))
		return true;
	memcpy(whole, tail.p, tail.n);
	memcpy(whole + tail.n, head.p, head.n);
	return recent_has(r, str_of(whole, tail.n + head.n)) && !recent_has(r, tail);
}

bool
parts_words(struct str a, struct str b, const struct recent *r)
{
	struct str tail = tail_of(a), head = head_of(b);

	return tail.n && head.n && recent_has(r, tail) && recent_has(r, head);
}

/* Is this running text: ASCII that can be seen or Hangul, most of it letters and spaces? Lines of other files end somewhere, too. */
static bool
is_running(struct str a)
{
	size_t letters = 0, others = 0;

	if (a.n > 256)
		a = str_from(a, a.n - 256);
	for (size_t i = 0; i < a.n; i++) {
		unsigned char c = (unsigned char)a.p[i];

		letters += is_letter(a.p[i]) || c == ' ' ? 1 : c >= 0xEA && c <= 0xED ? 3 : 0;
		others += c < 0x20 || c == 0x7F || c == 0xEF;
	}
	return a.n >= 12 && letters * 2 >= a.n && others * 16 <= a.n;
}

bool
is_chunk_end(unsigned long long at, size_t columns)
{
	return at % CHUNK == CHUNK - 1 || columns + 1 == CHUNK;
}

bool
skips_chunk_end(unsigned long long from, unsigned long long to)
{
	return to / CHUNK > from / CHUNK + (to % CHUNK == 0);
}

enum seam
seam_chunk(const struct side *s, bool *seen)
{
	char x = last(s->a, 0), y = s->b.n ? s->b.p[0] : 0;
	bool inner, spaced = s->right->space || s->left->tail;

	if (!is_chunk_end(s->left->end, s->left->last + s->left->tail) || !is_running(s->a.n > 24 ? str_from(s->a, s->a.n - 24) : s->a))
		return SEAM_NONE;
	if (spaced)
		inner = is_letter(x) || is_digit(x) || x == ',';
	else if (is_letter(x) || is_digit(x))
		inner = is_small(y) || is_digit(y) || (y && strchr(",.;:!?)'\"-%", y)) || (y & 0x80) || is_capital(x) || *seen;
	else if (x == '.')
		inner = is_small(y) || is_digit(y) || (is_capital(last(s->a, 1)) && is_capital(y) && s->b.n > 1 && s->b.p[1] == '.');
	else
		inner = (x == '-' && is_letter(last(s->a, 1))) || x == '(' || x == '\'' || x == '"' || x == '$'
		    || ((x & 0x80) && !strchr(" ", y) && is_letter(y));
	if (!inner)
		return SEAM_NONE;
	*seen = true;
	return spaced ? SEAM_SPACE : SEAM_TIGHT;
}

/* First parts of compounds that keep their hyphen, and parts behind one. */
static bool
is_compound(struct str before, struct str after)
{
	return word_exactly(before, COMPOUND_FIRST) || word_exactly(after, COMPOUND_LAST);
}

enum seam
seam_hyphen(const struct side *s, const struct recent *r)
{
	struct str stem = s->a.n > 1 ? tail_of(str_of(s->a.p, s->a.n - 1)) : s->a, head = head_of(s->b);
	struct str joined;
	char whole[64], y = s->b.n ? s->b.p[0] : 0;

	if (last(s->a, 0) != '-' || s->a.n < 20 || !(is_letter(y) || is_digit(y)))
		return SEAM_NONE;
	if (stem.n == 0) /* a 155-⏎millimeter howitzer */
		return is_digit(last(s->a, 1)) && is_small(y) ? SEAM_TIGHT : SEAM_NONE;
	if (stem.p > s->a.p + 1 && stem.p[-1] == '-' && stem.p[-2] == ' ') /* Client/Matter: -None- */
		return SEAM_NONE;
	if (!is_small(y) || stem.n + head.n > sizeof whole)
		return SEAM_TIGHT;
	memcpy(whole, stem.p, stem.n);
	memcpy(whole + stem.n, head.p, head.n);
	joined = str_of(whole, stem.n + head.n);
	if (word_among(joined, BROKEN_WORDS) || recent_has(r, joined))
		return SEAM_DROP_HYPHEN;
	/* Air-⏎defense and Gyu-⏎back keep it; mis-⏎sile loses it. A hyphen before the stem makes it a chain: state-of-⏎the-art. */
	if (!is_small(stem.p[0]) || is_compound(stem, head) || (stem.p > s->a.p && stem.p[-1] == '-'))
		return SEAM_TIGHT;
	return recent_has(r, stem) ? SEAM_TIGHT : SEAM_DROP_HYPHEN;
}

/* Interface words that start with a small letter right below a headline. */
static bool
is_interface(struct str b)
{
	struct str head = head_of(b);

	for (size_t i = 0; i < b.n && b.p[i] != ' '; i++)
		if (b.p[i] == '@' || b.p[i] == '_' || b.p[i] == '|' || b.p[i] == '/')
			return true;
	return word_exactly(head, INTERFACE_WORDS);
}

/* The line that a crawler opens a page with: `date 2017-05-21 North Korea fires ...` */
static bool
is_crawler_date(struct str b)
{
	return str_starts(b, STR("date ")) && str_digits_end(b, 5) == 9 && b.n > 9 && b.p[9] == '-';
}

/* A stop, with closing marks behind it. */
bool
ends_sentence(struct str a)
{
	size_t n = a.n;

	while (n) {
		char c = a.p[n - 1];

		if (c == '"' || c == '\'' || c == ')' || c == ']') {
			n--;
			continue;
		}
		if (n >= 3 && (a.p[n - 3] & 0xF0) == 0xE0) { /* ” ’ … 。 and Hangul: none of them is open */
			if (a.p[n - 3] == (char)0xE2 && a.p[n - 2] == (char)0x80 && (c == (char)0x9D || c == (char)0x99)) {
				n -= 3;
				continue;
			}
			return true;
		}
		return !is_letter(c) && !is_digit(c) && c != ',' && c != '-';
	}
	return true;
}

bool
is_open(struct str a)
{
	char x = last(a, 0);

	return x == '-' || (a.n >= SENTENCE && (is_letter(x) || is_digit(x) || x == ','));
}

/* Are most words of the line capitalized, and no stop at its end? */
bool
is_headline(struct str a)
{
	size_t words = 0, capitals = 0;

	if (a.n > 256)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if ((i == 0 || a.p[i - 1] == ' ') && is_letter(a.p[i])) {
			words++;
			capitals += is_capital(a.p[i]);
		}
	return words >= 3 && capitals * 10 >= words * 8 && !ends_sentence(a);
}

/* SEOUL, Nov. 4 (Yonhap) --; WASHINGTON (AP) - */
static bool
is_dateline(struct str b)
{
	struct str head = head_of(b);
	struct str start = str_head(b, 80);

	if (head.n < 3)
		return false;
	for (size_t i = 0; i < head.n; i++)
		if (!is_capital(head.p[i]))
			return false;
	return str_has(start, STR("--")) || str_has(start, STR(") -"))
	    || str_has(start, STR(" \xE2\x80\x94 "));
}

static bool
is_item(struct str b)
{
	char c = b.p[0];

	if (c == '|' || c == '#' || c == '>' || c == '<' || c == '[' || c == '=')
		return true;
	if ((c == '-' || c == '*') && (b.n < 2 || b.p[1] == ' ' || b.p[1] == c))
		return true;
	return str_starts(b, STR("\xE2\x80\xA2")) || str_starts(b, STR("\xC2\xB7")) || str_starts(b, STR("\xE2\x96"))
	    || str_starts(b, STR("\xE2\x97")) || str_starts(b, STR("\xE3\x85\x87 "));
}

/* The 12 of `12. Ministry`, `12) Ministry`; else 0. */
static unsigned
item_number(struct str line)
{
	unsigned number = 0;
	size_t n = 0;

	for (; n < 3 && n < line.n && is_digit(line.p[n]); n++)
		number = number * 10 + (unsigned)(line.p[n] - '0');
	return n + 1 < line.n && (line.p[n] == '.' || line.p[n] == ')') && line.p[n + 1] == ' ' ? number : 0;
}

/* The next line of a numbered list? A number alone may end a sentence: `on Nov.`, `3. The ministry`. */
static bool
is_next_item(struct str a, struct str b)
{
	unsigned number = item_number(b);

	return number && item_number(a) + 1 == number;
}

/* `By Dana Kim | Fox News` under a line that ends no sentence: no sentence goes on so. */
static bool
is_byline(struct str a, struct str b)
{
	return str_starts(b, STR("By ")) && !ends_sentence(a);
}

static bool
is_address(struct str s)
{
	return str_starts(s, STR("http")) && !memchr(s.p, ' ', s.n);
}

/* An address alone below a headline and above a date, as feeds have it. In a sentence one may be a line as well. */
static bool
is_link(struct str a, struct str b)
{
	return (is_address(b) && is_headline(a)) || (is_address(a) && !is_small(b.p[0]));
}

bool
wraps(struct str a, struct str b)
{
	return !is_item(b) && !is_next_item(a, b) && last(a, 0) != '|' && !is_dateline(b) && !is_byline(a, b) && !is_link(a, b)
	    && !is_crawler_date(b) && is_running(a);
}

static bool
is_syllable(const char *p)
{
	return (unsigned char)*p >= 0xEA && (unsigned char)*p <= 0xED;
}

bool
is_flowing(struct str a, struct str b)
{
	if (a.n >= 3 && is_syllable(a.p + a.n - 3))
		return is_syllable(b.p);
	return !ends_sentence(a) && (is_small(b.p[0]) || is_digit(b.p[0]) || last(a, 0) == ',' || is_function_word(tail_of(a)));
}

/* Goes by the start of the second line alone: its end may still be to come. A line of one word is no rest of a sentence, unless
 * the sentence ends with it. */
enum seam
seam_sentence(const struct side *s, const struct recent *r)
{
	char x = last(s->a, 0);
	struct str tail = tail_of(s->a), head = head_of(s->b);
	bool sure = x == ',' || is_function_word(tail), split;

	if (s->a.n < SENTENCE || !(is_letter(x) || x == ',' || is_digit(x)) || !is_small(s->b.p[0]) || !wraps(s->a, s->b)
	    || is_headline(s->a) || is_interface(s->b))
		return SEAM_NONE;
	split = is_letter(x) && splits_word(s->a, s->b, r);
	if (!sure && !split && head.n == s->b.n)
		return SEAM_NONE;
	return split && !s->right->space ? SEAM_TIGHT : SEAM_SPACE;
}
