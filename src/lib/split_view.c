#include "split_view.h"
#include "split_credit.h"
#include "split_letters.h"
#include "split_opening.h"
#include "split_words.h"

bool
view_credit_added(const struct view *v, size_t i)
{
	return credit_added(text(v, i), text(v, i + 1));
}

bool
view_dots_told(const struct view *v, size_t i)
{
	size_t next = i + 1;

	return next < v->n && class(v, next) == CLASS_NONE && v->line[next].n >= 24 && str_has(text(v, i), str_of(text(v, next).p, 24));
}

/* Points from which a sentence speaks as sites do: so do two of a hundred sentences of stories, and four of five that are none. */
enum { ASIDE = -20, ASIDE_KOREAN = 10 };

static bool
is_lede(const struct rules *r, struct str s)
{
	(void)r;
	return opening_lede(s) >= 2;
}

bool
view_aside(const struct view *v, size_t i)
{
	const struct line *l = &v->line[i];
	bool korean = l->flags & LINE_KOREAN, stops = (l->flags & (LINE_STOP | LINE_DATELINE)) == LINE_STOP;

	return (stops & (l->n <= (korean ? EVIDENCE_KOREAN : EVIDENCE_BYTES))) && !view_asks(v, i, ASK_TOLD, line_told)
	    && memo_evidence(v->memo, &v->line[i], v->rules, text(v, i)) >= (korean ? ASIDE_KOREAN : ASIDE)
	    && !view_asks(v, i, ASK_LEDE, is_lede);
}

bool
view_headline(const struct view *v, size_t i)
{
	return i < v->n && line_plain(&v->line[i], LINE_HEADLINE, LINE_HEADLINE) && !line_item(text(v, i));
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
	return str_eq(text(v, i), text(v, k));
}

bool
view_under_credit(const struct view *v, size_t i)
{
	return i > 0 && class_in(class(v, i - 1), IN(PHOTO) | IN(CREDIT)) && same_text(v, i, i + 1);
}

/* Is line i, which is longer by `more` bytes, line k again, or that headline with whose the picture is: `HEADLINE Yonhap News`? */
static bool
own_line(const struct view *v, size_t k, size_t i, size_t more)
{
	enum { TITLE_BYTES = 24 };

	return (more == 0 || (v->line[k].n >= TITLE_BYTES && is(v, k, LINE_HEADLINE))) && str_starts(text(v, i), text(v, k));
}

bool
view_own(const struct view *v, size_t i)
{
	enum { FIRST = 16, CREDIT_BYTES = 24 };
	size_t to = i < FIRST ? i : FIRST;
	char first = str_first(text(v, i));

	for (size_t k = 0; k < to; k++) {
		size_t more = v->line[i].n - v->line[k].n; /* of a longer line k more than any */

		if ((more <= CREDIT_BYTES) & (str_first(text(v, k)) == first) && own_line(v, k, i, more))
			return true;
	}
	return false;
}

#define LOOK 1200 /* bytes of a paragraph in which words are looked for */

/* Does a word begin like that in the first LOOK bytes of a text? */
static bool
holds(struct str s, struct str stem)
{
	return str_has_nocase(str_head(s, LOOK - 1 + stem.n), stem);
}

/* The beginning of the next longer word of a headline: five letters, or two syllables; empty behind the last. */
static struct str
next_stem(struct stems *words)
{
	struct str stem;
	size_t n;

	do {
		stem = stems_next(words);
		n = stem.n && (*stem.p & 0x80) ? 6 : 5;
	} while (stem.n && stem.n < n);
	return str_head(stem, n);
}

bool
view_shares_words(const struct view *v, struct str title, size_t i, unsigned percent)
{
	size_t next = view_next_prose(v, i + 1, 4);
	struct str here = text(v, i), there = next < v->n ? text(v, next) : STR(""), stem;
	struct stems words = { .s = title };
	unsigned n = 0, wanted;

	while (next_stem(&words).n)
		n++;
	if (!n)
		return false;
	wanted = (n * percent + 99) / 100;
	words = (struct stems) { .s = title };
	for (; wanted && n >= wanted; n--) {
		stem = next_stem(&words);
		wanted -= holds(here, stem) || holds(there, stem);
	}
	return !wanted;
}
