#include "role_words.h"
#include "hash.h"
#include "split_words.h"

enum { WORD_MAX = 40 }; /* bytes */

static uint32_t
classes_of(const struct role_words *w, struct str text)
{
	uint64_t hash = hash64(text);
	uint32_t i = (uint32_t)hash & w->mask;

	for (; w->tags[i]; i = (i + 1) & w->mask)
		if (w->tags[i] == role_word_tag(hash) && str_eq(str_of(w->texts + w->slots[i].text, w->slots[i].n), text))
			return w->slots[i].word;
	return 0;
}

bool
role_joins(struct str s)
{
	return str_eq(s, STR("-")) || str_eq(s, STR("\xe2\x80\x90")) || str_eq(s, STR("\xe2\x80\x91"));
}

/* The classes of a lower-case word or of its singular. */
static uint32_t
look(const struct role_words *w, struct str s)
{
	uint32_t found = classes_of(w, s);

	if (found || s.n < 4 || str_last(s) != 's')
		return found;
	s.n--;
	found = classes_of(w, s);
	if (!found && s.n > 3 && str_ends(s, STR("ie"))) {
		char y[WORD_MAX];

		memcpy(y, s.p, s.n - 2);
		y[s.n - 2] = 'y';
		found = classes_of(w, str_of(y, s.n - 1));
	}
	return found & (WORD_HEAD | WORD_RANK) ? found | WORD_PLURAL : 0;
}

/* What "then-", "ex-", "co-", "vice-" or "-designate" is joined to decides ("then-President"). */
static struct str
without_affix(struct str s)
{
	size_t before = words_start(s, WORDS("then-", "ex-", "co-", "vice-", "former-", "deputy-"));
	size_t behind = before ? 0 : words_end(s, WORDS("-designate", "-elect", "-nominee"));

	return before || behind ? str_of(s.p + before, s.n - before - behind) : (struct str) { 0 };
}

/* Lower case into `low`, which has room; every hyphen becomes the plain one. */
static struct str
lower(struct str word, char *low)
{
	struct str s = { low, 0 };

	if (word.n > WORD_MAX)
		word.n = 0;
	for (size_t i = 0; i < word.n; i++) {
		unsigned char c = (unsigned char)word.p[i];

		if (c == 0xe2 && word.n - i >= 3 && role_joins(str_of(word.p + i, 3))) {
			c = '-';
			i += 2;
		}
		low[s.n++] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
	}
	return s;
}

uint32_t
role_word_exact(const struct role_words *w, struct str word)
{
	char low[WORD_MAX];
	struct str s;

	/* a long hyphen changes the length, and so what the filter would say */
	if (word.n && !word_filter_has(&w->filter, word) && !memchr(word.p, 0xe2, word.n))
		return 0;
	s = lower(word, low);
	return s.n && word_filter_has(&w->filter, s) ? classes_of(w, s) : 0;
}

/* Whether a word, without the stop behind it, may stand in the table, be it a plural or joined by a hyphen of any kind. */
static bool
may_be_there(const struct role_words *w, struct str s)
{
	return word_filter_has(&w->filter, s) || (str_last(s) | 0x20) == 's' || memchr(s.p, '-', s.n) || memchr(s.p, 0xe2, s.n);
}

uint32_t
role_word(const struct role_words *w, struct str word)
{
	char low[WORD_MAX];
	struct str s = word, rest;
	uint32_t found;

	if (s.n > 1 && str_last(s) == '.')
		s.n--;
	if (s.n == 0 || !may_be_there(w, s))
		return 0;
	s = lower(word, low);
	if (s.n == 0)
		return 0;
	if (s.n > 1 && low[s.n - 1] == '.')
		s.n--;
	found = look(w, s);
	if (found || !memchr(s.p, '-', s.n))
		return found;
	rest = without_affix(s);
	return rest.n ? look(w, rest) : 0;
}
