/* Names of papers that no table knows: behind a writer's, and anywhere in the furniture, where one alone says little. */
#include "ksplit_lists.h"
#include "list.h"
#include "split_byline.h"
#include "split_found.h"
#include "split_source.h"
#include "split_words.h"

#define LINE_MOST 240 /* bytes of a line that is looked at */
#define NAME_WORDS 5

/* Without the signs behind its last letter, `Courier's`, `Courier.`; *closed: no name goes on behind it. */
static struct str
bare_word(struct str w, bool *closed)
{
	size_t n = w.n;

	while (w.n && !is_wordy(str_last(w)))
		w.n--;
	w.n -= words_end(w, WORDS("'s", "’s"));
	*closed = w.n < n;
	return w;
}

/* The next words in capitals of s from byte *at on that end in what papers are called; empty behind the last. */
static struct str
next_paper(struct str s, size_t *at)
{
	size_t from = s.n, to = s.n;
	unsigned words = 0;

	while (*at < s.n) {
		size_t begin = *at, end = str_find(s, STR(" "), begin);
		bool closed, capital;
		struct str w = bare_word(str_of(s.p + begin, end - begin), &closed);

		*at = end + 1;
		capital = w.n && is_capital(*w.p) && !(words == 0 && word_exactly(w, NAME_LEADS));
		if (capital && words++ == 0)
			from = begin;
		if (capital && words >= 2 && paper_noun(w))
			to = begin + w.n;
		if (capital && !closed && words < NAME_WORDS && *at < s.n)
			continue;
		if (to < s.n && to > from)
			return str_of(s.p + from, to - from);
		words = 0;
		from = to = s.n;
	}
	return str_of(s.p, 0);
}

/* Speaks of another paper's text, or of what somebody did before. */
static bool
of_others(struct str s)
{
	return words_any(s, WORDS("irst published", "riginally", "ppeared", "eprint", "ourtesy", "ormer", "reviously"));
}

static void
papers_in(const struct page *p, size_t i, struct found *f)
{
	struct str s = text(p, i), name, rest;

	if (p->fate[i] != FATE_DROP || s.n > LINE_MOST || is(p, i, LINE_KOREAN)
	    || class_in(class(p, i),
		IN(CAPTION) | IN(PHOTO) | IN(RELATED) | IN(TAGS) | IN(AGENCY) | IN(CREDIT) | IN(TITLE) | IN(DOUBLED)
		    | IN(WIRE) | IN(BYLINE)))
		return;
	s.n -= words_end(s, WORDS(" Newspaper", " Newspapers"));
	if (i >= p->last && outlet_shape(s) && !word_exactly(str_of(s.p, str_find(s, STR(" "), 0)), NAME_LEADS) && !section_word(s)
	    && !rules_outlet(p->rules, s, NULL)) /* the line is nothing else */
		offer(f, NULL, s, BY_TAIL);
	for (size_t at = 0; (name = next_paper(s, &at)).n;) {
		rest = str_from(name, words_start(name, WORDS("The ", "the ")));
		if (class(p, i) == CLASS_DATE && rest.n == name.n) /* perhaps with who wrote for it */
			continue;
		if (line_words(rest) >= 2 && !rules_outlet(p->rules, name, NULL) && !section_word(rest) && !of_others(s))
			offer(f, NULL, name, class(p, i) == CLASS_STAFF ? BY_MENTION : BY_TAIL);
	}
}

#define LITTLE 20 /* points: less than the outlet of a page needs */

void
papers_read(const struct page *p, struct found *f)
{
	for (size_t i = 0; i < p->n && found_best(f).points < LITTLE; i++)
		papers_in(p, i, f);
}
