#include "split_words.h"
#include "ascii.h"

/* A number for the first two bytes of a word. */
static unsigned char
pair(const char *p)
{
	return (unsigned char)((unsigned char)p[0] * 7 + (unsigned char)p[1]);
}

/* At each byte only the words that begin with it and the next are compared. */
size_t
words_find(struct str s, const char *const *list)
{
	unsigned char first[256] = { 0 }, next[WORDS_MOST]; /* number + 1 of a word, and of the one before it with the same pair */
	size_t end = s.n;

	for (size_t i = 0; i < WORDS_MOST && list[i]; i++) {
		if (list[i][1]) {
			next[i] = first[pair(list[i])];
			first[pair(list[i])] = (unsigned char)(i + 1);
		} else {
			const char *hit = end ? memchr(s.p, *list[i], end) : NULL;

			end = hit ? (size_t)(hit - s.p) : end;
		}
	}
	for (size_t at = 0; at < end && at + 1 < s.n; at++)
		for (size_t k = first[pair(s.p + at)]; k; k = next[k - 1])
			if (list[k - 1][0] == s.p[at] && list[k - 1][1] == s.p[at + 1] && str_starts(str_from(s, at), str_z(list[k - 1])))
				return at;
	return end;
}

bool
words_start(struct str s, const char *const *list)
{
	for (size_t i = 0; s.n && list[i]; i++)
		if (list[i][0] == s.p[0] && (!list[i][1] || (s.n > 1 && list[i][1] == s.p[1])) && str_starts(s, str_z(list[i])))
			return true;
	return false;
}

bool
words_listed(const char *const lists[26], struct str w)
{
	char key[24];
	struct str list;

	if (w.n == 0 || w.n + 2 > sizeof key || !is_letter(*w.p))
		return false;
	str_lower(key + 1, w);
	key[0] = key[w.n + 1] = ' ';
	list = str_z(lists[key[1] - 'a']);
	return str_find(list, str_of(key, w.n + 2), 0) < list.n;
}
