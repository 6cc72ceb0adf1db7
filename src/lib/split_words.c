#include "split_words.h"

/* Many words begin with a blank: the second byte tells them apart. */
static bool
stands(struct str s, const char *word)
{
	return (!word[1] || (s.n > 1 && s.p[1] == word[1])) && str_starts(s, str_z(word));
}

/* At each byte only the words that begin with it are compared. */
size_t
words_find(struct str s, const char *const *list)
{
	unsigned char first[256] = { 0 }, next[WORDS_MOST]; /* number + 1 of a word, and of the one before it with the same first byte */

	for (size_t i = 0; i < WORDS_MOST && list[i]; i++) {
		unsigned char c = (unsigned char)*list[i];

		next[i] = first[c];
		first[c] = (unsigned char)(i + 1);
	}
	for (size_t at = 0; at < s.n; at++)
		for (size_t k = first[(unsigned char)s.p[at]]; k; k = next[k - 1])
			if (stands(str_from(s, at), list[k - 1]))
				return at;
	return s.n;
}

bool
words_start(struct str s, const char *const *list)
{
	for (size_t i = 0; s.n && list[i]; i++)
		if (*list[i] == *s.p && stands(s, list[i]))
			return true;
	return false;
}
