#include "split_line.h"
#include "ksplit_lists.h"
#include "split_meta.h"
#include "split_naming.h"
#include "split_words.h"

static const struct words jobs = WORDS_ITEM(JOBS);

#define BIO_NAME 80 /* bytes in which the name and its verb stand */

/* `Lucas is a Seoul-based reporter`: the given name alone, right before what he does. */
static bool
given_name(struct str s, size_t end)
{
	struct str name = str_of(s.p, end), rest = str_head(str_from(s, end), BIO_NAME);

	if (end < 3 || end > 14 || !is_capital(*s.p)
	    || !words_start(rest, WORDS(" is a ", " is an ", " is the ", " is based", " covers ", " writes ", " reports on ")))
		return false;
	for (size_t i = 1; i < name.n; i++)
		if (!is_small(name.p[i]) && name.p[i] != '-')
			return false;
	return words_any(rest,
	    WORDS("reporter", "correspondent", "editor", "Editor", "journalist", "columnist", "writer", "covers", "writes", "reports on"));
}

bool
bio_shape(struct str s)
{
	const struct words bare =
	    WORDS(" is senior ", " is chief ", " is deputy ", " is managing ", " is executive ", " is associate ", " is assistant ");
	struct str head = str_head(s, BIO_NAME);
	size_t cue = words_find(head, WORDS(BIO_CUES)), is = str_find(head, STR(" is "), 0);

	if (is < cue && is + 4 < head.n && (is_capital(head.p[is + 4]) || words_find(head, bare) == is)) /* is Asia Editor at ... */
		cue = is;
	if (s.n > 700 || cue > 60 || !(name_shape(str_of(s.p, cue)) || given_name(s, cue))
	    || words_any(s, WORDS("\"", "“", " said", " told")))
		return false;
	return words_any(str_head(s, 240), jobs) || words_any(s, WORDS(BIO_POSTS));
}

struct str
bio_name(struct str s)
{
	size_t end = words_find(str_head(s, BIO_NAME), WORDS(BIO_VERBS));

	return end < 60 && (name_shape(str_of(s.p, end)) || given_name(s, end)) ? str_of(s.p, end) : str_of(s.p, 0);
}

/* An outlet and what credits say behind it: `The Chosun Daily DB`, `Asahi Shimbun file photo`, `The Korea Times photo by X`. */
static const struct outlet *
credit_of(const struct rules *r, struct str s, struct str *as)
{
	static const struct str ends[] = { STR_ITEM(" DB"), STR_ITEM(" file"), STR_ITEM(" photo"), STR_ITEM(" File"), STR_ITEM(" Photo"),
		STR_ITEM(" 자료사진"), STR_ITEM(" DB사진"), STR_ITEM("DB") };
	const struct outlet *o;

	s = str_trim(s);
	while (str_last(s) == '.')
		s.n--;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		s.n = str_find(s, ends[i], 0);
	o = s.n >= 3 ? rules_outlet(r, s, as) : NULL;
	return o && !o->agency && !o->plain ? o : NULL;
}

const struct outlet *
mention_picture(const struct rules *r, struct str s, struct str *as)
{
	size_t open = s.n, from = s.n > 110 ? s.n - 110 : 0;

	if (s.n < 6 || words_any(str_from(s, from), WORDS(HANDOUTS)))
		return NULL;
	if (str_ends_in(s, ")]")) {
		while (open > from && s.p[open - 1] != '(' && s.p[open - 1] != '[')
			open--;
		s = str_of(s.p + open, s.n - 1 - open);
	} else {
		for (size_t i = s.n; i-- > from;)
			if (s.p[i] == '/' || s.p[i] == '|' || (s.p[i] == '.' && i + 2 < s.n && s.p[i + 1] == ' ')) {
				s = str_from(s, i + 1);
				break;
			}
	}
	if (s.n == 0 || s.n > 90)
		return NULL;
	while (s.p && s.n) {
		const struct outlet *o;
		size_t cut = 0;

		if (str_starts(s, STR("for ")))
			s = str_from(s, 4);
		while (cut < s.n && !strchr("/|,", s.p[cut]) && !str_starts(str_from(s, cut), STR(" for ")))
			cut++;
		o = credit_of(r, str_of(s.p, cut), as);
		if (o)
			return o;
		s = str_from(s, cut < s.n ? cut + 1 : cut);
	}
	return NULL;
}
