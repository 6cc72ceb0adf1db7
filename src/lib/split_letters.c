#include "split_letters.h"
#include "split_line.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#ifdef __SSE2__
/* What 16 bytes are, a bit each. */
struct kinds {
	unsigned space, word, lower, upper, lead;
};

static unsigned
between(__m128i c, char first, char last)
{
	return (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpgt_epi8(c, _mm_set1_epi8((char)(first - 1))), _mm_cmplt_epi8(c, _mm_set1_epi8((char)(last + 1)))));
}

static struct kinds
kinds_of(const char *p)
{
	__m128i c = _mm_loadu_si128((const __m128i *)(const void *)p);
	struct kinds k = { .space = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(c, _mm_set1_epi8(' '))),
		.lower = between(c, 'a', 'z'),
		.upper = between(c, 'A', 'Z'),
		.lead = between(c, '\xEA', '\xED') };

	k.word = k.lower | k.upper | (unsigned)_mm_movemask_epi8(c) | between(c, '0', '9');
	return k;
}

/* A word begins at the first letter behind a blank or behind the signs that follow it: a bit behind each blank is carried through
 * them by an addition. */
struct letters
letters_count(struct str s)
{
	struct letters l = { 0 };
	unsigned open = 1; /* the next letter begins a word */

	for (size_t i = 0; i < s.n; i += 16) {
		char rest[16] = { 0 };
		struct kinds k;
		unsigned signs, behind, begins;

		if (s.n - i < 16)
			memcpy(rest, s.p + i, s.n - i);
		k = kinds_of(s.n - i < 16 ? rest : s.p + i);
		signs = ~(k.word | k.space) & 0xFFFF;
		behind = k.space << 1 | open;
		behind = (((behind & signs) + signs) | behind) & ~signs;
		open = behind >> 16 & 1;
		for (begins = behind & k.word; begins; begins &= begins - 1)
			l.words++;
		l.lower |= k.lower != 0;
		l.upper |= k.upper != 0;
		l.lead |= k.lead != 0;
	}
	return l;
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
#endif
