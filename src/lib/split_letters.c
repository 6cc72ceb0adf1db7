#include "split_letters.h"
#include "split_line.h"
#include "sse.h"

#include <limits.h>

static bool
joint(struct str s, size_t i)
{
	char c = s.p[i], before = s.p[i - 1];

	if (before == ' ')
		return false;
	if (is_capital(c))
		return !is_capital(before) || (i + 1 < s.n && is_small(s.p[i + 1]));
	return c == '[' || c == '"' || c == '\xE2' || c == '\xF0'
	    || ((unsigned char)c >= 0xEA && (unsigned char)c <= 0xED && !(before & 0x80));
}

static const unsigned short sign_of[256] = {
	['!' ... '"'] = SIGN_OTHER,
	['#'] = SIGN_HASH,
	['$' ... '\''] = SIGN_OTHER,
	['('] = SIGN_OPEN,
	[')'] = SIGN_CLOSE,
	['*' ... ','] = SIGN_OTHER,
	['-'] = SIGN_DASH,
	['.'] = SIGN_DOT,
	['/'] = SIGN_SLASH,
	['0' ... '9'] = SIGN_DIGIT,
	[':'] = SIGN_COLON,
	[';'] = SIGN_OTHER,
	['<'] = SIGN_ANGLE,
	['='] = SIGN_DASH,
	['>'] = SIGN_ANGLE,
	['?'] = SIGN_OTHER,
	['@'] = SIGN_AT,
	['['] = SIGN_OPEN,
	['\\'] = SIGN_OTHER,
	[']'] = SIGN_CLOSE,
	['^'] = SIGN_OTHER,
	['_'] = SIGN_DASH,
	['`'] = SIGN_OTHER,
	['{' ... '~'] = SIGN_OTHER,
	[0x80 ... 0xFF] = SIGN_HIGH,
};

/* Does a name go on behind that byte? */
static bool
goes_on(char c)
{
	return c == '-' || (is_wordy(c) && !(c & 0x80));
}

#ifdef __SSE2__
static inline unsigned
is_sign(__m128i c, char sign)
{
	return sse_mask(_mm_cmpeq_epi8(c, _mm_set1_epi8(sign)));
}

static inline unsigned
between(__m128i c, char first, char last)
{
	return sse_mask(sse_between(c, first, last));
}

/* The 16 bytes of s from byte i on. Those behind its end are zero, and of no kind. */
static inline __m128i
bytes_at(struct str s, size_t i)
{
	return sse_most(s.p + i, s.n - i);
}

/* Letters of ASCII, both cases. */
static inline __m128i
letters_of(__m128i c)
{
	return sse_between(_mm_or_si128(c, _mm_set1_epi8(0x20)), 'a', 'z');
}

/* Letters of any script, and digits: of the bytes beyond ASCII the highest bit alone. */
static inline __m128i
wordy_of(__m128i c)
{
	return _mm_or_si128(_mm_or_si128(c, letters_of(c)), sse_between(c, '0', '9'));
}

#define STEP 48 /* bytes that words are counted in at a time */

/* The bits of a number of STEP bits. */
static inline unsigned
bits(uint64_t n)
{
	n -= n >> 1 & 0x5555555555555555;
	n = (n & 0x3333333333333333) + (n >> 2 & 0x3333333333333333);
	return (unsigned)(((n + (n >> 4)) & 0x0F0F0F0F0F0F0F0F) * 0x0101010101010101 >> 56);
}

/* The words that begin in STEP bytes: at the first letter behind a blank or behind the signs that follow it. A bit behind each blank
 * is carried through them by an addition. *open: the next letter begins a word. */
static inline unsigned
begins(uint64_t space, uint64_t word, uint64_t *open)
{
	uint64_t signs = ~(word | space) & (((uint64_t)1 << STEP) - 1), behind = space << 1 | *open;

	behind = (((behind & signs) + signs) | behind) & ~signs;
	*open = behind >> STEP & 1;
	return bits(behind & word);
}

/* apostrophe: it is a letter. */
static inline struct letters
count(struct str s, bool apostrophe)
{
	__m128i lower = _mm_setzero_si128(), upper = lower, lead = lower;
	unsigned words = 0;
	uint64_t open = 1;

	for (size_t i = 0; i < s.n; i += STEP) {
		uint64_t space = 0, word = 0;

		for (size_t at = 0; at < STEP && i + at < s.n; at += 16) {
			__m128i c = bytes_at(s, i + at), capital = sse_between(c, 'A', 'Z'), wordy = wordy_of(c);

			if (apostrophe)
				wordy = _mm_or_si128(wordy, _mm_cmpeq_epi8(c, _mm_set1_epi8('\'')));
			space |= (uint64_t)is_sign(c, ' ') << at;
			word |= (uint64_t)sse_mask(wordy) << at;
			upper = _mm_or_si128(upper, capital);
			lower = _mm_or_si128(lower, _mm_andnot_si128(capital, letters_of(c)));
			lead = _mm_or_si128(lead, sse_between(c, '\xEA', '\xED'));
		}
		words += begins(space, word, &open);
	}
	return (struct letters) { words, sse_mask(lower) != 0, sse_mask(upper) != 0, sse_mask(lead) != 0 };
}

struct letters
letters_count(struct str s)
{
	return count(s, false);
}

unsigned
line_words(struct str s)
{
	return count(s, true).words;
}

unsigned
letters_mask(struct str s, size_t i)
{
	return sse_mask(wordy_of(bytes_at(s, i)));
}

unsigned
letters_led(struct str s, size_t i)
{
	return between(bytes_at(s, i), 'A', 'Z') & is_sign(bytes_at(s, i - 1), ' ');
}

unsigned
letters_names(struct str s, size_t i)
{
	__m128i c = bytes_at(s, i), inner = _mm_or_si128(letters_of(c), sse_between(c, '0', '9'));
	unsigned within = sse_mask(inner) | is_sign(c, '-'), behind = within << 1 | (i > 0 && goes_on(s.p[i - 1]));

	return ~(between(c, 'a', 'z') | is_sign(c, ' ') | behind) & (s.n - i < 16 ? (1u << (s.n - i)) - 1 : 0xFFFF);
}

/* Notes the places of the bits, from byte i on, behind the n that are noted; there is room for `most`. */
static inline size_t
note(unsigned bits, size_t i, unsigned short *place, size_t n, size_t most)
{
	for (; bits && n < most; bits &= bits - 1)
		place[n++] = (unsigned short)(i + (size_t)__builtin_ctz(bits));
	return n;
}

size_t
letters_cut(struct str s, unsigned short *from, unsigned short *to, size_t most)
{
	unsigned before = 0, small_before = 0; /* of the byte before the 16: a letter; a small one */
	size_t n = 0, ends = 0;

	for (size_t i = 0; i < s.n; i += 16) {
		__m128i c = bytes_at(s, i);
		unsigned word = sse_mask(_mm_or_si128(c, letters_of(c))), small = between(c, 'a', 'z'), behind = word << 1 | before,
			 anew = between(c, 'A', 'Z') & (small << 1 | small_before);

		n = note(word & (~behind | anew), i, from, n, most);
		ends = note(behind & (~word | anew) & 0xFFFF, i, to, ends, most);
		before = word >> 15;
		small_before = small >> 15;
	}
	note(before, s.n, to, ends, most);
	return n;
}

/* Which of 16 bytes begin something that a page could begin with, and do not stand behind a blank. `[` comes right behind `Z`. */
static unsigned
may_join(const char *p)
{
	__m128i c = sse_load(p), before = sse_load(p - 1);
	unsigned may = between(c, 'A', '[') | is_sign(c, '"');

	if (sse_mask(c))
		may |= is_sign(c, '\xE2') | is_sign(c, '\xF0') | between(c, '\xEA', '\xED');
	return may & ~is_sign(before, ' ');
}

/* Which of 16 bytes are capital letters or beyond ASCII, and do not stand behind a blank. */
static unsigned
may_edge(const char *p)
{
	__m128i c = sse_load(p), before = sse_load(p - 1);

	return (between(c, 'A', 'Z') | sse_mask(c)) & ~is_sign(before, ' ');
}
/* Of 16 bytes those that are neither letter nor blank; of those beyond ASCII one is enough. */
static unsigned
others(struct str s, size_t i)
{
	__m128i c = bytes_at(s, i), blank = _mm_or_si128(_mm_cmpeq_epi8(c, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(c, _mm_setzero_si128()));
	unsigned high = sse_mask(c), none = sse_mask(_mm_or_si128(blank, letters_of(c)));

	return (~(high | none) & 0xFFFF) | (high & -high);
}
#else
struct letters
letters_count(struct str s)
{
	struct letters l = { 0 };
	bool open = true;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		l.words += open && is_wordy(c);
		open = (open || c == ' ') && !is_wordy(c);
		l.lower |= is_small(c);
		l.upper |= is_capital(c);
		l.lead |= (unsigned char)c >= 0xEA && (unsigned char)c <= 0xED;
	}
	return l;
}

unsigned
line_words(struct str s)
{
	unsigned n = 0;
	bool open = true;

	for (size_t i = 0; i < s.n; i++) {
		bool w = is_wordy(s.p[i]) || s.p[i] == '\'';

		n += open && w;
		open = (open || s.p[i] == ' ') && !w;
	}
	return n;
}

unsigned
letters_mask(struct str s, size_t i)
{
	unsigned mask = 0;

	for (size_t k = 0; k < 16 && i + k < s.n; k++)
		mask |= (unsigned)is_wordy(s.p[i + k]) << k;
	return mask;
}

unsigned
letters_led(struct str s, size_t i)
{
	unsigned mask = 0;

	for (size_t k = i; k < i + 16 && k < s.n; k++)
		mask |= (unsigned)(is_capital(s.p[k]) && s.p[k - 1] == ' ') << (k - i);
	return mask;
}

unsigned
letters_names(struct str s, size_t i)
{
	unsigned mask = 0;

	for (size_t k = i; k < i + 16 && k < s.n; k++)
		mask |= (unsigned)!(is_small(s.p[k]) || s.p[k] == ' ' || (k > 0 && goes_on(s.p[k - 1]))) << (k - i);
	return mask;
}

size_t
letters_cut(struct str s, unsigned short *from, unsigned short *to, size_t most)
{
	size_t n = 0;

	for (size_t i = 0, begin; n < most; from[n] = (unsigned short)begin, to[n++] = (unsigned short)i) {
		while (i < s.n && !is_letter(s.p[i]) && !(s.p[i] & 0x80))
			i++;
		if (i == s.n)
			break;
		for (begin = i++; i < s.n && (is_letter(s.p[i]) || (s.p[i] & 0x80)) && !(is_capital(s.p[i]) && is_small(s.p[i - 1]));)
			i++;
	}
	return n;
}

static unsigned
others(struct str s, size_t i)
{
	unsigned mask = 0;

	for (size_t k = 0; k < 16 && i + k < s.n; k++)
		mask |= (unsigned)(sign_of[(unsigned char)s.p[i + k]] != 0) << k;
	return mask;
}
#endif

#define STEMS_STEP (64 - STEM) /* bytes: of a word that begins in them, the mask of 64 tells the first letters */

bool
stems_look(struct stems *t)
{
	uint64_t w = 0, four;

	if (t->next >= t->s.n)
		return false;
	t->at = t->next;
	for (size_t k = 0; k < 64 && t->at + k < t->s.n; k += 16)
		w |= (uint64_t)letters_mask(t->s, t->at + k) << k;
	four = w & w >> 1 & w >> 2 & w >> 3;
	t->wordy = w;
	t->begins = four & ~(w << 1 | t->open) & (((uint64_t)1 << STEMS_STEP) - 1);
	t->open = w >> (STEMS_STEP - 1) & 1;
	t->next += STEMS_STEP;
	return true;
}

enum { SIGNS_LONG = 1000 };

unsigned
letters_signs(struct str s)
{
	unsigned all = 0;

	if (s.n >= SIGNS_LONG)
		return UINT_MAX;
	for (size_t i = 0; i < s.n; i += 16)
		for (unsigned rest = others(s, i); rest; rest &= rest - 1)
			all |= sign_of[(unsigned char)s.p[i + (size_t)__builtin_ctz(rest)]];
	return all;
}

size_t
letters_joint(struct str s, size_t from)
{
	size_t i = from ? from : 1;

#ifdef __SSE2__
	for (; i + 17 <= s.n; i += 16)
		for (unsigned may = may_join(s.p + i); may; may &= may - 1)
			if (joint(s, i + (size_t)__builtin_ctz(may)))
				return i + (size_t)__builtin_ctz(may);
#endif
	while (i < s.n && !joint(s, i))
		i++;
	return i;
}

size_t
letters_small_from(struct str s, size_t at)
{
	while (at > 0 && is_small(s.p[at - 1]))
		at--;
	return at;
}

size_t
letters_edge(struct str s, size_t from)
{
	size_t i = from ? from : 1;

#ifdef __SSE2__
	for (; i + 16 <= s.n; i += 16) {
		unsigned may = may_edge(s.p + i);

		if (may)
			return i + (size_t)__builtin_ctz(may);
	}
#endif
	while (i < s.n && (s.p[i - 1] == ' ' || !(is_capital(s.p[i]) || (s.p[i] & 0x80))))
		i++;
	return smaller(i, s.n);
}
