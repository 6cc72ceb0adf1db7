#include "split_words.h"
#include "load.h"
#include "sse.h"

#ifdef __SSE2__ /* whether there is what goes beyond it is asked when the filter runs */
#define WORDS_VECTOR
#define AVX2 __attribute__((target("avx2")))
#include <immintrin.h>
#endif

/* Notes byte k of a word of n bytes as one that words of its group have there; behind its end any byte will do. */
static void
note_byte(struct words_index *x, const char *word, size_t n, size_t k, unsigned char group)
{
	unsigned char c = k < n ? (unsigned char)word[k] : 0;

	for (size_t half = 0; half < 16; half++) {
		x->low[k][half] |= k >= n || half == (c & 15) ? group : 0;
		x->high[k][half] |= k >= n || half == c >> 4 ? group : 0;
	}
}

static void
index_words(struct words_index *x, const char *const *list)
{
	size_t words = 0;

	while (words < WORDS_MOST && list[words])
		words++;
	for (size_t i = 0; i < words; i++) {
		size_t n = strlen(list[i]);
		unsigned char *first = &x->first[words_pair(list[i])], *last = &x->last[(unsigned char)list[i][n - 1]];

		for (size_t k = 0; k < WORDS_BYTES; k++)
			note_byte(x, list[i], n, k, (unsigned char)(1u << i * 8 / words)); /* neighbours in a list are alike */
		x->alone[(unsigned char)list[i][0]] |= n == 1;
		x->length[i] = (unsigned char)n;
		x->next[i] = *first;
		x->before[i] = *last;
		*first = *last = (unsigned char)(i + 1);
	}
#ifdef WORDS_VECTOR
	x->vector = __builtin_cpu_supports("avx2");
#endif
	x->ready = true;
}

/* Bytes of the longest word that stands at byte i; 0 if there is none. */
static inline size_t
stands(struct words w, struct str s, size_t i)
{
	const struct words_index *x = w.index;
	size_t longest = x->alone[(unsigned char)s.p[i]];

	for (size_t k = i + 1 < s.n ? x->first[words_pair(s.p + i)] : 0; k; k = x->next[k - 1]) {
		const char *word = w.list[k - 1];
		size_t n = x->length[k - 1];

		if (n > longest && n <= s.n - i && *word == s.p[i] && word[n - 1] == s.p[i + n - 1] && load_same(word, s.p + i, n))
			longest = n;
	}
	return longest;
}

#ifdef WORDS_VECTOR
#define BLOCK 32 /* bytes looked at at once */
#define PLACES (BLOCK - WORDS_BYTES + 1) /* that a word could begin at, and all of its first bytes are among them */

/* The first bytes of the n at p, and zeros behind them. */
AVX2 static inline __m256i
bytes_of(const char *p, size_t n)
{
	if (n >= BLOCK)
		return _mm256_loadu_si256((const __m256i *)(const void *)p);
	return _mm256_set_m128i(n > 16 ? sse_most(p + 16, n - 16) : _mm_setzero_si128(), sse_most(p, n));
}

/* The groups that have each of the halves of a byte. */
AVX2 static inline __m256i
groups_of(const unsigned char *group, __m256i halves)
{
	return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(sse_load((const char *)group)), halves);
}

/* The groups of words whose byte k is each of the bytes. */
AVX2 static inline __m256i
having(const struct words_index *x, size_t k, __m256i bytes)
{
	const __m256i half = _mm256_set1_epi8(15);

	return _mm256_and_si256(groups_of(x->low[k], _mm256_and_si256(bytes, half)),
	    groups_of(x->high[k], _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
}

/* At which of the bytes could a word stand, by its first ones? Two looks into 16 entries tell which groups have a byte; a word of some
 * group has all of them. (Teddy, of Intel's Hyperscan: X. Wang et al., NSDI 2019.) */
AVX2 static inline unsigned
may_stand(const struct words_index *x, __m256i bytes)
{
	__m256i high = _mm256_permute2x128_si256(bytes, bytes, 0x81), groups = having(x, 0, bytes); /* the upper half, and zeros */

	groups = _mm256_and_si256(groups, having(x, 1, _mm256_alignr_epi8(high, bytes, 1)));
	groups = _mm256_and_si256(groups, having(x, 2, _mm256_alignr_epi8(high, bytes, 2)));
	return ~(unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(groups, _mm256_setzero_si256()));
}

/* The first place in the mask, from byte `at` on, where a word stands indeed; s.n if there is none. */
static size_t
first_of(struct str s, struct words w, size_t at, unsigned mask)
{
	for (; mask; mask &= mask - 1)
		if (stands(w, s, at + (size_t)__builtin_ctz(mask)))
			return at + (size_t)__builtin_ctz(mask);
	return s.n;
}

/* The first place where a word stands, a block at a time. The last one begins among the bytes before, where there are so many. */
AVX2 static size_t
find_blocks(struct str s, struct words w)
{
	size_t at = 0, from = s.n >= BLOCK ? s.n - BLOCK : 0;
	unsigned mask;

	for (; at < from; at += PLACES) {
		size_t found;

		mask = may_stand(w.index, bytes_of(s.p + at, BLOCK)) & ((1u << PLACES) - 1);
		found = mask ? first_of(s, w, at, mask) : s.n;
		if (found < s.n)
			return found;
	}
	mask = may_stand(w.index, bytes_of(s.p + from, s.n - from));
	mask = s.n < BLOCK ? mask & ((1u << s.n) - 1) : mask >> (at - from) << (at - from);
	return mask ? first_of(s, w, from, mask) : s.n;
}
#endif

/* The same, a byte at a time; in a function of its own, for which blocks need not wait. */
__attribute__((noinline)) static size_t
find_bytes(struct str s, struct words w)
{
	size_t at = 0;

	while (at < s.n && !stands(w, s, at))
		at++;
	return at;
}

size_t
words_find(struct str s, struct words words)
{
	if (!words.index->ready)
		index_words(words.index, words.list);
#ifdef WORDS_VECTOR
	if (words.index->vector)
		return find_blocks(s, words);
#endif
	return find_bytes(s, words);
}

size_t
words_at_start(struct str s, struct words words)
{
	if (!words.index->ready)
		index_words(words.index, words.list);
	return stands(words, s, 0);
}

size_t
words_at_end(struct str s, struct words words)
{
	const struct words_index *x = words.index;
	size_t longest = 0;

	if (!x->ready)
		index_words(words.index, words.list);
	for (size_t k = x->last[(unsigned char)s.p[s.n - 1]]; k; k = x->before[k - 1]) {
		const char *word = words.list[k - 1];
		size_t n = x->length[k - 1];

		if (n > longest && n <= s.n && *word == s.p[s.n - n] && load_same(word, s.p + s.n - n, n))
			longest = n;
	}
	return longest;
}
