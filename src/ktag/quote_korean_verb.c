/* The verb of the clause that a quotation stands in, which need not be the sentence's last: "..."고 했고, "..."고 묻자. */
#include "quote_korean.h"

#include "utf8.h"

enum { REACH = 24, TOLD = 6 /* units */ };

/* Does the syllable before the last `n` bytes close in ㅆ, as the past does: 밝혔, 했, 나섰? */
static bool
past(struct str word, size_t n)
{
	enum { FIRST = 0xac00, CODAS = 28, SS = 20 };
	size_t len;
	uint32_t c;

	if (word.n < n + SYLLABLE)
		return false;
	c = utf8_decode(word.p + word.n - n - SYLLABLE, SYLLABLE, &len);
	return c >= FIRST && c <= 0xd7a3 && (c - FIRST) % CODAS == SS;
}

/* A verb of speech by its first two syllables, or by what stands before its ending: 강조하며, 밝히고, 묻|자. */
static bool
speaks(const struct frame *f, struct str word, size_t ending)
{
	struct str stem = str_of(word.p, word.n - ending < STEM ? word.n - ending : STEM);

	return korean_class(f, stem) & (SAY_SAY | SAY_CALL | SAY_NOUN);
}

/* How many bytes of the word are the predicate of a clause: 말했다, 했고, 강조하며, 묻자; 말했 of 말했다고 with its 다 if `told`, which is
 * to say that nothing but that clause reports the quotation. 0 if it is no predicate. */
static size_t
predicate(const struct frame *f, struct str word, bool told)
{
	size_t n;

	if (str_ends(word, STR("다")))
		return word_ends_in(word, "마다 보다") ? 0 : word.n;
	n = word_ends_in(word, "다고 다며 다면서 다는 다던");
	if (n)
		return told && past(word, n) ? word.n - n + SYLLABLE : 0;
	n = word_ends_in(word, "고 으며 지만 으나 는데 으면서");
	if (n && past(word, n))
		return word.n;
	n = word_ends_in(word, "고 며 면서 자");
	return n && told && speaks(f, word, n) ? word.n : 0;
}

bool
korean_adnominal(const struct frame *f, size_t i)
{
	struct str word = unit_str(f->us, i);
	size_t n = word_ends_in(word, "한 했던 힌 혔던 인");

	return unit_word_kind(f->us, i) && n && (word.n == n || speaks(f, word, n));
}

bool
korean_inner(const struct frame *f, size_t i)
{
	if (korean_adnominal(f, i))
		return unit_among(f->us, i + 1, "데 것 것에 것을 것은 것과 점을 점은 바");
	for (size_t end = i + TOLD; i < end && unit_word_kind(f->us, i) && !(f->us->items[i].flags & TOKEN_SENTENCE); i++) {
		struct str word = unit_str(f->us, i);
		size_t n = word_ends_in(word, "다고 다며 다면서");

		if (n || predicate(f, word, true))
			return n ? past(word, n) : str_ends(word, STR("자"));
	}
	return false;
}

size_t
korean_verb(struct frame *f, size_t i, bool told)
{
	for (int n = 0; n < REACH && i != NONE && !(f->us->items[i].flags & TOKEN_SENTENCE); n++, i = frame_right(f, i)) {
		const struct stretch *q = stretch_at(f, i);
		size_t bytes;

		if (q) {
			told = korean_hang(f, q) != HANGS_ON;
			n = 0;
			continue;
		}
		if (f->us->items[i].kind == UNIT_BREAK)
			break;
		if (!unit_word_kind(f->us, i))
			continue;
		bytes = predicate(f, unit_str(f->us, i), told && n < TOLD);
		if (bytes) {
			f->us->items[i].end = f->us->items[i].start + (uint32_t)bytes;
			return i;
		}
	}
	return NONE;
}
