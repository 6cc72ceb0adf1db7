#include "person_form.h"
#include "ktag_lists.h"
#include "list.h"
#include "words.h"

static inline char
letter(struct str w, size_t i)
{
	return i < w.n ? (char)(w.p[i] | 0x20) : '\0';
}

static bool
vowel(char c)
{
	return c == 'a' || c == 'i' || c == 'u' || c == 'e' || c == 'o';
}

/* The vowels that may follow the consonant c, alone or behind the letter that makes it "sh", "ch", "ts", "ky"; NULL: none. */
static const char *
vowels_after(char c, char second)
{
	if (second == 'h')
		return c == 's' || c == 'c' ? "aiuo" : NULL;
	if (second == 's')
		return c == 't' ? "u" : NULL;
	if (second == 'y')
		return c && strchr("kgnhmrbp", c) ? "auo" : NULL;
	switch (c) {
	case 'k': case 'g': case 'n': case 'm': case 'r': case 'b': case 'p': return "aiueo";
	case 'h': return "aieo";
	case 's': case 'z': return "aueo";
	case 't': case 'd': return "aeo";
	case 'y': return "auo";
	case 'w': return "a";
	case 'j': return "aiuo";
	case 'f': return "u";
	default: return NULL;
	}
}

/* The letters of the mora at i, 0 if there is none. A doubled consonant and a closing n count as part of it. */
static size_t
mora(struct str w, size_t i)
{
	size_t at = i;
	char c = letter(w, at), second;
	const char *vowels;

	if (vowel(c))
		return 1;
	if (c == 'n' && i > 0 && !vowel(letter(w, at + 1)) && letter(w, at + 1) != 'y')
		return 1;
	if (i > 0 && c && ((c == letter(w, at + 1) && strchr("kstp", c)) || (c == 't' && letter(w, at + 1) == 'c')))
		c = letter(w, ++at);
	second = letter(w, at + 1);
	if (vowel(second)) {
		vowels = vowels_after(c, 0);
		return vowels && strchr(vowels, second) ? at + 2 - i : 0;
	}
	vowels = vowels_after(c, second);
	return vowels && letter(w, at + 2) && strchr(vowels, letter(w, at + 2)) ? at + 3 - i : 0;
}

bool
japanese_word(struct str w)
{
	size_t n = 0, step;

	for (size_t i = 0; i < w.n; i += step, n++)
		if ((step = mora(w, i)) == 0)
			return false;
	return n >= 2 && w.n >= 3 && w.n <= 12;
}

bool
chinese_surname(struct str w)
{
	return word_among(w, CHINESE_SURNAMES);
}

static bool
pinyin(struct str w)
{
	return word_among(w, PINYIN);
}

bool
chinese_syllable(struct str w)
{
	return pinyin(w) || word_among(w, WADE_GILES);
}

bool
chinese_given(struct str w)
{
	if (w.n < 4 || w.n > 12)
		return false;
	for (size_t cut = 2; cut + 2 <= w.n; cut++)
		if (pinyin(str_of(w.p, cut)) && pinyin(str_from(w, cut)))
			return true;
	return false;
}

bool
korean_pair(struct str w)
{
	for (size_t cut = 1; cut < w.n && w.n >= 4 && w.n <= 13; cut++)
		if (words_of(w.p, cut) & CLASS_SYLLABLE && words_of(w.p + cut, w.n - cut) & CLASS_SYLLABLE)
			return true;
	return false;
}

bool
telling_surname(struct str w)
{
	static const char *const endings[] = { SURNAME_ENDINGS };

	if (word_among(w, TELLING_SURNAMES))
		return true;
	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
		size_t n = strlen(endings[k]);
		if (w.n >= n + 3 && str_eq_nocase(str_from(w, w.n - n), str_z(endings[k])))
			return true;
	}
	return false;
}
