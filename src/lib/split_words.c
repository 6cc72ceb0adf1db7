#include "split_words.h"
#include "sse.h"

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
		size_t n = strlen(list[i]), k = 0;
		unsigned char *first = &x->first[pair(list[i])], *last = &x->last[(unsigned char)list[i][n - 1]];

		while (k < x->bytes && k < WORDS_FIRSTS && x->byte[k][0] != list[i][0])
			k++;
		if (k < WORDS_FIRSTS)
			memset(x->byte[k], list[i][0], sizeof x->byte[k]);
		x->bytes += k == x->bytes;
		x->alone[(unsigned char)list[i][0]] |= n == 1;
		x->singles |= n == 1;
		x->length[i] = (unsigned char)n;
		x->next[i] = *first;
		x->before[i] = *last;
		*first = *last = (unsigned char)(i + 1);
	}
	x->ready = true;
}

/* Bytes of the longest word that stands at byte i; 0 if there is none. */
static inline size_t
stands(struct words w, struct str s, size_t i)
{
	const struct words_index *x = w.index;
	size_t longest = x->singles && x->alone[(unsigned char)s.p[i]];

	for (size_t k = i + 1 < s.n ? x->first[pair(s.p + i)] : 0; k; k = x->next[k - 1]) {
		const char *word = w.list[k - 1];
		size_t n = x->length[k - 1];

		if (n > longest && n <= s.n - i && word[n - 1] == s.p[i + n - 1] && memcmp(word, s.p + i, n) == 0)
			longest = n;
	}
	return longest;
}

#ifdef __SSE2__
/* Which of 16 bytes could be the first of a word. */
static inline unsigned
may_stand(const struct words_index *x, const char *p)
{
	__m128i bytes = sse_load(p), any = _mm_setzero_si128();

	for (size_t k = 0; k < x->bytes; k++)
		any = _mm_or_si128(any, _mm_cmpeq_epi8(bytes, sse_load(x->byte[k])));
	return sse_mask(any);
}

/* The first place in 16 bytes and more. The last 16 bytes begin among those before. */
static size_t
find_blocks(struct str s, struct words w)
{
	for (size_t at = 0; at < s.n; at += 16) {
		size_t begin = at + 16 <= s.n ? at : s.n - 16;
		unsigned mask = may_stand(w.index, s.p + begin) >> (at - begin) << (at - begin);

		for (; mask; mask &= mask - 1)
			if (stands(w, s, begin + (size_t)__builtin_ctz(mask)))
				return begin + (size_t)__builtin_ctz(mask);
	}
	return s.n;
}
#endif

size_t
words_find(struct str s, struct words w)
{
	size_t at = 0;

	if (!w.index->ready)
		index_words(w.index, w.list);
#ifdef __SSE2__
	if (w.index->bytes <= WORDS_FIRSTS && s.n >= 16)
		return find_blocks(s, w);
#endif
	while (at < s.n && !stands(w, s, at))
		at++;
	return at;
}

size_t
words_start(struct str s, struct words w)
{
	if (!w.index->ready)
		index_words(w.index, w.list);
	return s.n ? stands(w, s, 0) : 0;
}

size_t
words_end(struct str s, struct words w)
{
	const struct words_index *x = w.index;
	size_t longest = 0;

	if (!x->ready)
		index_words(w.index, w.list);
	for (size_t k = s.n ? x->last[(unsigned char)s.p[s.n - 1]] : 0; k; k = x->before[k - 1])
		if (x->length[k - 1] > longest && str_ends(s, str_of(w.list[k - 1], x->length[k - 1])))
			longest = x->length[k - 1];
	return longest;
}
