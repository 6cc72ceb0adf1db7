/* The verb of the clause that a quotation stands in, which need not be the sentence's last: "..."고 했고, "..."고 묻자. */
#include "quote_korean.h"

#include "utf8.h"

enum { REACH = 24, TOLD = 6 /* units */ };

/* Endings of "when he did": 반발하자, 묻자. Nouns of persons end in other syllables before 자. */
#define WHEN "하자 치자 묻자 되자 서자 오자 르자 내자 나자 키자 들자 붙자 놓자"

/* Does the syllable before the last `n` bytes close in ㅆ, as the past does: 밝혔, 했, 나섰? */
static bool
past(struct str word, size_t n)
{
	size_t len;

	return word.n >= n + SYLLABLE && utf8_final(utf8_decode(word.p + word.n - n - SYLLABLE, SYLLABLE, &len)) == UTF8_FINAL_SS;
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
	if (word_ends_in(word, WHEN))
		return word.n;
	n = word_ends_in(word, "고 며 면서 지만 으나 는데");
	return n && told && speaks(f, word, n) ? word.n : 0;
}

bool
korean_clause_ends(const struct frame *f, size_t i)
{
	struct str s = unit_str(f->us, i);

	return unit_word_kind(f->us, i)
	    && ((s.n > STEM && word_ends_in(s, "지만 는데 은데 인데 으나 며 면서 고 " WHEN)) || unit_among(f->us, i, "했고 했으며 했지만 봤고 묻자 하자"));
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
			return n ? past(word, n) : word_ends_in(word, WHEN) > 0;
	}
	return false;
}

size_t
korean_verb(struct frame *f, size_t i, bool told)
{
	if (told && korean_adnominal(f, i) && unit_among(f->us, i + 1, "것으로 것이다 것 바 적")) /* 답한 것으로 알려졌다, 말한 바 있다 */
		return i;
	for (int n = 0, passed = 0; n < REACH && i != NONE && !(f->us->items[i].flags & TOKEN_SENTENCE); n++, i = frame_right(f, i)) {
		const struct stretch *q = stretch_at(f, i);
		size_t bytes;

		if (q) {
			told = korean_hang(f, q) != HANGS_ON;
			n = passed++ < REACH ? 0 : n;
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
