/* Romanisation of Hangul: Revised (Ministry of Culture notice 2000-8), McCune-Reischauer (1939), the North's (1992), as
 * far as place names need them. Consonants that meet change as they are spoken: 독립 is Dongnip. */
#include "gaz_roman.h"
#include "utf8.h"

#define MOST 12

/* Consonants by their place among initials: ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ. */
enum { G, GG, N, D, DD, R, M, B, BB, S, SS, NG, J, JJ, CH, K, T, P, H };

static const char *const initials[ROMAN_SYSTEMS][19] = {
    {"g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"},
    {"k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch", "k", "t", "p", "h"},
    {"k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "kh", "th", "ph", "h"},
};

static const char *const vowels[2][21] = {
    {"a",  "ae", "ya", "yae", "eo", "e",  "yeo", "ye", "o",  "wa", "wae",
     "oe", "yo", "u",  "wo",  "we", "wi", "yu",  "eu", "ui", "i"},
    {"a",  "ae", "ya", "yae", "o",  "e",  "yo", "ye", "o",  "wa", "wae",
     "oe", "yo", "u",  "wo",  "we", "wi", "yu", "u",  "ui", "i"},
};

/* The finals, each as the consonant that is spoken, or that moves on to a vowel; -1: none. */
static const signed char finals[28] = {-1, G, GG, S, N, J, H,  D,  R, G,  M, B, S, T,
				       P,  H, M,  B, S, S, SS, NG, J, CH, K, T, P, H};

struct syllable {
	int initial, vowel, final;
};

static size_t
decompose(struct str hangul, size_t n, struct syllable *out)
{
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		size_t len;
		uint32_t c;

		if (at >= hangul.n || i == MOST)
			return 0;
		c = utf8_decode(hangul.p + at, hangul.n - at, &len);
		if (c < 0xAC00 || c > 0xD7A3)
			return 0;
		c -= 0xAC00;
		out[i] = (struct syllable){(int)(c / 588), (int)(c % 588 / 28), finals[c % 28]};
		at += len;
	}
	return n;
}

/* What a final sounds like before a pause or a consonant. */
static int
stop(int final)
{
	switch (final) {
	case G:
	case GG:
	case K:
		return G;
	case D:
	case S:
	case SS:
	case J:
	case CH:
	case T:
	case H:
		return D;
	case B:
	case P:
		return B;
	default:
		return final;
	}
}

/* A final and the initial after it change each other. */
static void
assimilate(struct syllable *left, struct syllable *right)
{
	int final = stop(left->final);
	bool nasal = right->initial == N || right->initial == M || right->initial == R;

	if (right->initial == NG) {
		if (left->final != NG) {
			right->initial = left->final == H ? NG : left->final;
			left->final = -1;
		}
		return;
	}
	if ((final == N && right->initial == R) || (final == R && right->initial == N))
		left->final = right->initial = R;
	else if (right->initial == R && final != R)
		right->initial = N;
	if (left->final == R && right->initial == R)
		return;
	final = stop(left->final);
	if (nasal && final == G)
		left->final = NG;
	else if (nasal && final == D)
		left->final = N;
	else if (nasal && final == B)
		left->final = M;
}

static const char *
final_letters(int final)
{
	switch (stop(final)) {
	case G:
		return "k";
	case D:
		return "t";
	case B:
		return "p";
	case R:
		return "l";
	case N:
		return "n";
	case M:
		return "m";
	default:
		return "ng";
	}
}

/* Between sounds that have voice, McCune-Reischauer and the North write g, d, b, j. */
static const char *
initial_letters(const struct syllable *s, size_t i, enum roman_system system)
{
	int before = i ? s[i - 1].final : -2;
	bool voiced = i && (before == -1 || before == N || before == M || before == NG || before == R);

	if (s[i].initial == R && before == R)
		return "l";
	return initials[voiced && (s[i].initial == G || s[i].initial == D || s[i].initial == B || s[i].initial == J)
			    ? ROMAN_REVISED
			    : system][s[i].initial];
}

static size_t
put(char *out, size_t n, const char *letters)
{
	size_t more = strlen(letters);

	memcpy(out + n, letters, more);
	return n + more;
}

size_t
gaz_roman(struct str hangul, size_t syllables, enum roman_system system, char out[ROMAN_LONGEST])
{
	struct syllable s[MOST];
	size_t n = 0;

	if (syllables > MOST - 3 || decompose(hangul, syllables, s) == 0)
		return 0;
	for (size_t i = 0; i + 1 < syllables; i++)
		if (s[i].final >= 0)
			assimilate(&s[i], &s[i + 1]);
	for (size_t i = 0; i < syllables; i++) {
		n = put(out, n, initial_letters(s, i, system));
		n = put(out, n, vowels[system != ROMAN_REVISED][s[i].vowel]);
		if (s[i].final >= 0)
			n = put(out, n, final_letters(s[i].final));
	}
	if (n && out[0] >= 'a')
		out[0] -= 0x20;
	return n;
}
