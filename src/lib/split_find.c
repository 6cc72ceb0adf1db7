#include "split_find.h"
#include "load.h"

/* A number below FIND_BITS for the three bytes at p. The one before is read with them, as four at once are faster. */
static size_t
three_at(const char *p)
{
	uint32_t four = (uint32_t)load32(p - 1), three = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? four >> 8 : four & 0xFFFFFF;

	return (three * 2654435761u >> 16) % FIND_BITS;
}

/* The chain of words that begin like p. */
static size_t
chain_at(const char *p)
{
	return ((uint32_t)load16(p) * 2654435761u >> 16) % FIND_CHAINS;
}

/* Where the byte of a word stands that is found least in texts: a sign, else one of the rarer letters. */
static unsigned
rarest(struct str s)
{
	const char *common = "vbpgwymcfuldhrsinoate ";
	size_t best = 0, least = SIZE_MAX;

	for (size_t i = 0; i < s.n; i++) {
		const char *rank = strchr(common, s.p[i]);
		size_t often = s.p[i] & 0x80 ? 1 : rank ? (size_t)(rank - common) + 2 : 0;

		if (often < least) {
			best = i;
			least = often;
		}
	}
	return (unsigned)best;
}

void
find_add(struct find *f, struct arena *a, struct str text)
{
	bool few = text.n < FIND_SHORT;
	unsigned *first = &f->first[chain_at(text.p)];

	f->needle = arena_grow(a, f->needle, f->n, &f->cap, sizeof *f->needle);
	f->needle[f->n++] = (struct needle) { text, few ? 0 : load64(text.p), few ? (unsigned)f->few : *first, rarest(text) };
	if (few) {
		f->few = f->n;
		return;
	}
	*first = (unsigned)f->n;
	f->least = f->least == 0 || text.n < f->least ? text.n : f->least;
}

void
find_ready(struct find *f)
{
	size_t most = f->least > 255 ? 255 : f->least - 2;

	if (!f->least)
		return;
	f->least = most + 2;
	memset(f->shift, (int)most, sizeof f->shift);
	for (size_t i = 0; i < f->n; i++)
		for (size_t k = 0; k < most && f->needle[i].text.n >= FIND_SHORT; k++) {
			char four[4] = "";
			unsigned char *shift;
			size_t three;

			memcpy(four + 1, f->needle[i].text.p + k, 3);
			three = three_at(four + 1);
			shift = &f->shift[three % FIND_THREES];
			if (*shift > most - 1 - k)
				*shift = (unsigned char)(most - 1 - k);
			f->within[three / 64] |= (uint64_t)1 << three % 64;
		}
}

/* The word at the beginning of s: index + 1, or 0. */
static unsigned
word_at(const struct find *f, struct str s)
{
	size_t i = f->first[chain_at(s.p)];

	while (i && !(f->needle[i - 1].head == load64(s.p) && str_starts(s, f->needle[i - 1].text)))
		i = f->needle[i - 1].next;
	return (unsigned)i;
}

/* The first place of a word that is not one of the few. What most windows move by is no load, for which the next one had to wait. */
static size_t
find_long(const struct find *f, struct str s, size_t from, unsigned *which)
{
	size_t behind = f->least - 3; /* from a window's first byte to its last three */

	for (size_t i = from + behind; f->least && i + 3 <= s.n;) {
		size_t three = three_at(s.p + i);
		unsigned found;

		if (!(f->within[three / 64] >> three % 64 & 1)) {
			i += behind + 1;
			continue;
		}
		if (f->shift[three % FIND_THREES]) {
			i += f->shift[three % FIND_THREES];
			continue;
		}
		found = word_at(f, str_from(s, i - behind));
		if (found) {
			*which = found - 1;
			return i - behind;
		}
		i++;
	}
	return s.n;
}

/* The first place in s, which goes on to byte `end`, where the word stands; `end` if there is none. */
static size_t
find_one(struct str s, size_t end, const struct needle *word, size_t from)
{
	size_t last = s.n + word->rare < end ? s.n + word->rare : end;

	for (size_t i = from + word->rare; i < last; i++) {
		const char *hit = memchr(s.p + i, word->text.p[word->rare], last - i);

		if (!hit)
			break;
		i = (size_t)(hit - s.p);
		if (str_starts(str_of(hit - word->rare, end - i + word->rare), word->text))
			return i - word->rare;
	}
	return end;
}

size_t
find_next(const struct find *f, struct str s, size_t from, unsigned *which)
{
	size_t best = find_long(f, s, from, which);

	for (size_t i = f->few; i; i = f->needle[i - 1].next) {
		size_t at = find_one(str_head(s, best + 1), s.n, &f->needle[i - 1], from); /* what comes later is of no interest */

		if (at < s.n && (at < best || i - 1 > *which)) {
			best = at;
			*which = (unsigned)i - 1;
		}
	}
	return best;
}
