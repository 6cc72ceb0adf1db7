#include "split_flow.h"
#include "hash.h"
#include "ksplit_lists.h"
#include "list.h"
#include "split_letters.h"
#include "split_line.h"
#include "split_terms.h"
#include "split_view.h"

/* Short words with a capital that are no part of a name. */
static struct list stops = LIST_ITEM(NAME_STOPS);

/* A row of words with capitals, without what stands in any news: `Defense Minister Ahn Gyu-back` is Ahn and Gyu-back. */
struct name {
	struct str first, last; /* the same word of a single one */
	bool titled;            /* other such words stand before it */
};

static bool
single(const struct name *n)
{
	return n->first.p == n->last.p;
}

static bool
is_name(const struct rules *r, struct str w)
{
	char low[6];
	struct str stem = str_head(w, sizeof low);

	if (w.n < 4)
		return w.n > 1 && !list_has(&stops, w);
	str_lower(low, stem);
	return !rules_common(r, str_of(low, stem.n)) && !list_has(&stops, w);
}

/* The next capital letter behind a blank, or at the beginning. */
static size_t
next_capital(struct str s, size_t i)
{
	unsigned led;

	if (i == 0 && s.n && is_capital(*s.p))
		return 0;
	for (i += i == 0; i < s.n; i += 16)
		if ((led = letters_led(s, i)) != 0)
			return i + (size_t)__builtin_ctz(led);
	return s.n;
}

/* Reads the next name from *at on; false behind the last. */
static bool
next_name(const struct rules *r, struct str s, size_t *at, struct name *n)
{
	size_t i = *at;

	*n = (struct name) { 0 };
	for (i = next_capital(s, i); i < s.n; i = next_capital(s, i)) {
		struct str w = line_word(s, i, '-');
		bool initial = w.n == 1 && i + 1 < s.n && s.p[i + 1] == '.', more;

		i += w.n + initial;
		more = i + 1 < s.n && s.p[i] == ' ' && is_capital(s.p[i + 1]);
		if (is_name(r, w)) {
			n->first = n->first.n ? n->first : w;
			n->last = w;
		} else if (!initial && n->first.n) {
			break;
		}
		if (!more && n->first.n)
			break;
		n->titled = more && !n->first.n;
		i += more;
	}
	*at = i;
	return n->first.n;
}

/* What is remembered of a word, or of two. */
enum told { SINGLE = 0x5bd1e995, FULL = 0x1b873593, PAIR = 0x2c1b3c6d };

static uint32_t
mark_of(struct str w, enum told kind)
{
	return (uint32_t)(hash_ends(w) >> 16) ^ (uint32_t)kind;
}

static uint32_t
pair_of(const struct name *n)
{
	return mark_of(n->first, PAIR) * 31 ^ mark_of(n->last, PAIR);
}

void
flow_note(struct terms *t, const struct rules *r, struct str s)
{
	struct name n;

	for (size_t at = 0; next_name(r, s, &at, &n);) {
		if (single(&n)) {
			terms_mark(t, mark_of(n.first, SINGLE));
			continue;
		}
		terms_mark(t, mark_of(n.first, FULL));
		terms_mark(t, mark_of(n.last, FULL));
		terms_mark(t, pair_of(&n));
	}
}

enum { HEAD = 300, NEXT = 250, NAMES = 8 }; /* bytes of the paragraph and of the next that are looked at; names of it */

/* Is that word the first or last one of a full name among these? */
static bool
brought_in(const struct name *names, size_t n, struct str w)
{
	while (n && (single(&names[n - 1]) || (!str_eq(names[n - 1].first, w) && !str_eq(names[n - 1].last, w))))
		n--;
	return n;
}

static bool
takes_up(const struct view *v, const struct name *names, size_t n, size_t i)
{
	size_t next = view_next_prose(v, i + 1, 3);
	struct name one;

	for (size_t at = 0; next < v->n && next_name(v->rules, str_head(text(v, next), NEXT), &at, &one);)
		if (single(&one) && brought_in(names, n, one.first))
			return true;
	return false;
}

unsigned
flow_at(const struct view *v, size_t before, size_t i)
{
	struct str s = str_head(text(v, i), HEAD);
	bool goes_on = false, again = false, known = false;
	struct name names[NAMES];
	size_t n = 0;

	terms_names(v, before);
	for (size_t at = 0; n < NAMES && next_name(v->rules, s, &at, &names[n]); n++)
		;
	for (size_t k = 0; k < n; k++) {
		const struct name *one = &names[k];
		bool full = terms_marked(v->terms, mark_of(one->first, FULL)), alone = terms_marked(v->terms, mark_of(one->first, SINGLE));

		if (single(one)) {
			known |= full || alone;
			goes_on |= full && !one->titled && !brought_in(names, n, one->first);
		} else if (terms_marked(v->terms, pair_of(one))) {
			again |= alone || terms_marked(v->terms, mark_of(one->last, SINGLE));
		}
	}
	return (unsigned)goes_on << FLOW_GOES_ON | (unsigned)again << FLOW_AGAIN | (unsigned)!known << FLOW_FRESH
	    | (unsigned)takes_up(v, names, n, i) << FLOW_TAKEN_UP;
}
