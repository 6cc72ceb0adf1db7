#include "split_letters.h"
#include "split_line.h"

#include <limits.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static bool
joint(struct str s, size_t i)
{
	char c = s.p[i], before = s.p[i - 1];

	if (before == ' ')
		return false;
	if (is_capital(c))
		return !is_capital(before) || (i + 1 < s.n && is_small(s.p[i + 1]));
	return c == '[' || c == '"' || c == '\xE2' || c == '\xF0' || ((unsigned char)c >= 0xEA && (unsigned char)c <= 0xED && !(before & 0x80));
}

static const unsigned short sign_of[256] = {
	['!' ... '"'] = SIGN_OTHER, ['#'] = SIGN_HASH, ['$' ... '\''] = SIGN_OTHER, ['('] = SIGN_OPEN, [')'] = SIGN_CLOSE, ['*' ... ','] = SIGN_OTHER,
	['-'] = SIGN_DASH, ['.'] = SIGN_DOT, ['/'] = SIGN_SLASH, ['0' ... '9'] = SIGN_DIGIT, [':'] = SIGN_COLON, [';'] = SIGN_OTHER, ['<'] = SIGN_ANGLE,
	['='] = SIGN_DASH, ['>'] = SIGN_ANGLE, ['?'] = SIGN_OTHER, ['@'] = SIGN_AT, ['['] = SIGN_OPEN, ['\\'] = SIGN_OTHER, [']'] = SIGN_CLOSE,
	['^'] = SIGN_OTHER, ['_'] = SIGN_DASH, ['`'] = SIGN_OTHER, ['{' ... '~'] = SIGN_OTHER, [0x80 ... 0xFF] = SIGN_HIGH,
};

unsigned
letters_signs(struct str s)
{
	enum { LONG = 120 };
	unsigned all = s.n >= LONG ? UINT_MAX : 0;

	for (size_t i = 0; i < s.n && s.n < LONG; i++)
		all |= sign_of[(unsigned char)s.p[i]];
	return all;
}

/* Does a name go on behind that byte? */
static bool
goes_on(char c)
{
	return c == '-' || (is_wordy(c) && !(c & 0x80));
}

#ifdef __SSE2__
/* What 16 bytes are, a bit each. */
struct kinds {
	unsigned space, word, high, apostrophe, hyphen, lower, upper, lead;
};

static inline unsigned
between(__m128i c, char first, char last)
{
	return (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpgt_epi8(c, _mm_set1_epi8((char)(first - 1))), _mm_cmplt_epi8(c, _mm_set1_epi8((char)(last + 1)))));
}

/* Inline, as nobody asks for all of them. */
static inline struct kinds
kinds_of(__m128i c)
{
	struct kinds k = { .space = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(c, _mm_set1_epi8(' '))),
		.high = (unsigned)_mm_movemask_epi8(c),
		.hyphen = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(c, _mm_set1_epi8('-'))),
		.apostrophe = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(c, _mm_set1_epi8('\''))),
		.lower = between(c, 'a', 'z'),
		.upper = between(c, 'A', 'Z'),
		.lead = between(c, '\xEA', '\xED') };

	k.word = k.lower | k.upper | k.high | between(c, '0', '9');
	return k;
}

/* The 16 bytes of s from byte i on; zeros behind its end. */
static inline __m128i
bytes_at(struct str s, size_t i)
{
	char rest[16] = { 0 };

	if (s.n - i >= 16)
		return _mm_loadu_si128((const __m128i *)(const void *)(s.p + i));
	memcpy(rest, s.p + i, s.n - i);
	return _mm_loadu_si128((const __m128i *)(const void *)rest);
}

/* The words that begin in 16 bytes: at the first letter behind a blank or behind the signs that follow it. A bit behind each blank
 * is carried through them by an addition. *open: the next letter begins a word. */
static unsigned
begins(unsigned space, unsigned word, unsigned *open)
{
	unsigned signs = ~(word | space) & 0xFFFF, behind = space << 1 | *open, n = 0;

	behind = (((behind & signs) + signs) | behind) & ~signs;
	*open = behind >> 16 & 1;
	for (unsigned rest = behind & word; rest; rest &= rest - 1)
		n++;
	return n;
}

struct letters
letters_count(struct str s)
{
	struct letters l = { 0 };
	unsigned open = 1;

	for (size_t i = 0; i < s.n; i += 16) {
		struct kinds k = kinds_of(bytes_at(s, i));

		l.words += begins(k.space, k.word, &open);
		l.lower |= k.lower != 0;
		l.upper |= k.upper != 0;
		l.lead |= k.lead != 0;
	}
	return l;
}

unsigned
line_words(struct str s)
{
	unsigned n = 0, open = 1;

	for (size_t i = 0; i < s.n; i += 16) {
		struct kinds k = kinds_of(bytes_at(s, i));

		n += begins(k.space, k.word | k.apostrophe, &open);
	}
	return n;
}

unsigned
letters_mask(struct str s, size_t i)
{
	return kinds_of(bytes_at(s, i)).word;
}

unsigned
letters_names(struct str s, size_t i)
{
	struct kinds k = kinds_of(bytes_at(s, i));
	unsigned within = (k.word & ~k.high) | k.hyphen, behind = within << 1 | (i > 0 && goes_on(s.p[i - 1]));

	return ~(k.lower | k.space | behind) & (s.n - i < 16 ? (1u << (s.n - i)) - 1 : 0xFFFF);
}

static unsigned
is_sign(__m128i c, char sign)
{
	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(c, _mm_set1_epi8(sign)));
}

/* Which of 16 bytes begin something that a page could begin with, and do not stand behind a blank. */
static unsigned
may_join(const char *p)
{
	__m128i c = _mm_loadu_si128((const __m128i *)(const void *)p), before = _mm_loadu_si128((const __m128i *)(const void *)(p - 1));
	unsigned may = between(c, 'A', 'Z') | is_sign(c, '[') | is_sign(c, '"') | is_sign(c, '\xE2') | is_sign(c, '\xF0') | between(c, '\xEA', '\xED');

	return may & ~is_sign(before, ' ');
}

/* Which of 16 bytes are capital letters or beyond ASCII, and do not stand behind a blank. */
static unsigned
may_edge(const char *p)
{
	__m128i c = _mm_loadu_si128((const __m128i *)(const void *)p), before = _mm_loadu_si128((const __m128i *)(const void *)(p - 1));

	return (between(c, 'A', 'Z') | (unsigned)_mm_movemask_epi8(c)) & ~is_sign(before, ' ');
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
letters_names(struct str s, size_t i)
{
	unsigned mask = 0;

	for (size_t k = i; k < i + 16 && k < s.n; k++)
		mask |= (unsigned)!(is_small(s.p[k]) || s.p[k] == ' ' || (k > 0 && goes_on(s.p[k - 1]))) << (k - i);
	return mask;
}
#endif

#define STEMS_STEP (64 - STEM) /* bytes: of a word that begins in them, the mask of 64 tells the first letters */

/* Looks at the next bytes. */
static void
stems_look(struct stems *t)
{
	uint64_t w = 0, four;

	t->at = t->next;
	for (size_t k = 0; k < 64 && t->at + k < t->s.n; k += 16)
		w |= (uint64_t)letters_mask(t->s, t->at + k) << k;
	four = w & w >> 1 & w >> 2 & w >> 3;
	t->wordy = w;
	t->begins = four & ~(w << 1 | t->open) & (((uint64_t)1 << STEMS_STEP) - 1);
	t->open = w >> (STEMS_STEP - 1) & 1;
	t->next += STEMS_STEP;
}

struct str
stems_next(struct stems *t)
{
	unsigned from, n;

	while (!t->begins) {
		if (t->next >= t->s.n)
			return str_of(t->s.p, 0);
		stems_look(t);
	}
	from = (unsigned)__builtin_ctzll(t->begins);
	t->begins &= t->begins - 1;
	n = (unsigned)__builtin_ctzll(~(t->wordy >> from) | (uint64_t)1 << STEM);
	return str_of(t->s.p + t->at + from, n);
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
	return i < s.n ? i : s.n;
}
