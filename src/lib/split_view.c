#include "split_view.h"
#include "split_meta.h"
#include "split_words.h"

/* The next run of letters at or after *at. */
static struct str
next_token(struct str s, size_t *at)
{
	size_t from, i = *at;

	while (i < s.n && !is_wordy(s.p[i]))
		i++;
	from = i;
	while (i < s.n && is_wordy(s.p[i]))
		i++;
	*at = i;
	return str_of(s.p + from, i - from);
}

bool
view_alt_text(const struct view *v, size_t i)
{
	struct str a = text(v, i), b;

	if (i + 1 >= v->n || a.n < 20 || v->line[i + 1].n < a.n + 3 || v->line[i + 1].n > a.n + 80)
		return false;
	b = text(v, i + 1);
	return b.p[b.n - 1] == ')' && str_starts(b, a) && str_starts(str_trim(str_from(b, a.n)), STR("("));
}

/* A list's headline cut with dots, and the page's own below it: `Home World Fleet Gets New Pier for Its...` */
bool
view_cut_title(const struct view *v, size_t i)
{
	struct str s = text(v, i);
	size_t next = i + 1;

	if (class(v, i) != CLASS_NONE || s.n > 240 || !(str_ends(s, STR("...")) || str_ends(s, STR("…"))))
		return false;
	return next < v->n && class(v, next) == CLASS_NONE && v->line[next].n >= 24 && str_has(s, str_of(text(v, next).p, 24));
}

/* An item of a list inside a story. */
bool
view_bullet(struct str s)
{
	if (words_start(s, WORDS("- ", "• ", "* ", "· ", "ㅇ", "○", "▲", "◦", "▪", "– ", "— ", "□")))
		return true;
	return s.n > 3 && is_digit(s.p[0]) && (s.p[1] == '.' || s.p[1] == ')') && s.p[2] == ' ';
}

bool
view_headline(const struct view *v, size_t i)
{
	return is(v, i, LINE_HEADLINE) && class(v, i) == CLASS_NONE && !view_bullet(text(v, i));
}

size_t
view_next_prose(const struct view *v, size_t i, size_t most)
{
	for (size_t k = i; k < v->n && k < i + most; k++)
		if (prose(v, k))
			return k;
	return v->n;
}

static bool
same_text(const struct view *v, size_t i, size_t k)
{
	return v->line[i].n == v->line[k].n && str_eq(text(v, i), text(v, k));
}

bool
view_own(const struct view *v, size_t i)
{
	for (size_t k = 0; k < 16 && k < i; k++)
		if (same_text(v, k, i))
			return true;
	return false;
}

#define LOOK 1200 /* bytes of a paragraph in which words are looked for */

/* Does a word begin in the first LOOK bytes of a text in lower case? */
static bool
holds(struct str low, struct str word)
{
	low.n = low.n < LOOK - 1 + word.n ? low.n : LOOK - 1 + word.n;
	return str_has(low, word);
}

unsigned
view_shared_words(const struct view *v, struct str title, size_t i)
{
	char low[2][LOOK + 8], stem[8];
	size_t next = view_next_prose(v, i + 1, 4);
	struct str here = text(v, i), there = next < v->n ? text(v, next) : STR("");
	unsigned words = 0, found = 0;

	here.n = here.n < sizeof low[0] ? here.n : sizeof low[0];
	there.n = there.n < sizeof low[1] ? there.n : sizeof low[1];
	str_lower(low[0], here);
	str_lower(low[1], there);
	for (size_t at = 0; at < title.n;) {
		struct str word = next_token(title, &at);
		size_t n = (*word.p & 0x80) ? 6 : 5;

		if (word.n < n || word.n == 0)
			continue;
		words++;
		str_lower(stem, str_of(word.p, n));
		word = str_of(stem, n);
		found += holds(str_of(low[0], here.n), word) || holds(str_of(low[1], there.n), word);
	}
	return words ? found * 100 / words : 0;
}
