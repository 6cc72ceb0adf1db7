#include "split_words.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* A number for the first two bytes of a word. */
static unsigned char
pair(const char *p)
{
	return (unsigned char)((unsigned char)p[0] * 7 + (unsigned char)p[1]);
}

static void
index_words(struct words_index *x, const char *const *list)
{
	for (size_t i = 0; i < WORDS_MOST && list[i]; i++) {
		unsigned char *first = &x->first[pair(list[i])];
		size_t k = 0;

		while (k < x->bytes && k < WORDS_FIRSTS && x->byte[k] != list[i][0])
			k++;
		if (k < WORDS_FIRSTS)
			x->byte[k] = list[i][0];
		x->bytes += k == x->bytes;
		x->single |= !list[i][1];
		x->length[i] = (unsigned char)strlen(list[i]);
		x->next[i] = *first;
		*first = (unsigned char)(i + 1);
	}
	x->ready = true;
}

/* Does one of the words of two bytes and more stand at byte i? */
static inline bool
stands(const struct words_index *x, struct str s, size_t i, const char *const *list)
{
	for (size_t k = i + 1 < s.n ? x->first[pair(s.p + i)] : 0; k; k = x->next[k - 1]) {
		const char *word = list[k - 1];
		size_t n = x->length[k - 1];

		if (n <= s.n - i && word[n - 1] == s.p[i + n - 1] && memcmp(word, s.p + i, n) == 0)
			return true;
	}
	return false;
}

/* The first place of a word of one byte. */
static size_t
find_single(struct str s, const char *const *list)
{
	for (size_t i = 0; list[i]; i++) {
		const char *hit = s.n && !list[i][1] ? memchr(s.p, *list[i], s.n) : NULL;

		s.n = hit ? (size_t)(hit - s.p) : s.n;
	}
	return s.n;
}

size_t
words_find_with(struct words_index *x, struct str s, const char *const *list)
{
	size_t at = 0, end = s.n;

	if (!x->ready)
		index_words(x, list);
	if (x->single)
		end = find_single(s, list);
#ifdef __SSE2__
	for (; x->bytes <= WORDS_FIRSTS && at + 16 <= end; at += 16) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(s.p + at)), any = _mm_setzero_si128();

		for (size_t k = 0; k < x->bytes; k++)
			any = _mm_or_si128(any, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(x->byte[k])));
		for (unsigned mask = (unsigned)_mm_movemask_epi8(any); mask; mask &= mask - 1)
			if (stands(x, s, at + (size_t)__builtin_ctz(mask), list))
				return at + (size_t)__builtin_ctz(mask);
	}
#endif
	for (; at < end; at++)
		if (stands(x, s, at, list))
			return at;
	return end;
}

bool
words_start_with(struct words_index *x, struct str s, const char *const *list)
{
	if (!x->ready)
		index_words(x, list);
	return (x->single && s.n && find_single(str_of(s.p, 1), list) == 0) || stands(x, s, 0, list);
}
