#include "split_source.h"
#include "ksplit_lists.h"
#include "list.h"
#include "split_line.h"
#include "split_meta.h"
#include "split_words.h"
#include "utf8.h"

struct str
host_of(struct str s)
{
	size_t from = str_find(s, STR("@"), 0), end;

	if (from < s.n) {
		from++;
	} else {
		from = str_find(s, STR("://"), 0);
		from = from < s.n ? from + 3 : str_find(s, STR("www."), 0);
	}
	end = from;
	while (end < s.n && (is_wordy(s.p[end]) || s.p[end] == '.' || s.p[end] == '-') && !(s.p[end] & 0x80))
		end++;
	while (end > from && s.p[end - 1] == '.')
		end--;
	return str_of(s.p + (from < s.n ? from : 0), from < s.n ? end - from : 0);
}

/* `파주시민신문`, `통일경제뉴스`: one word that ends as papers and stations do, and is no list of news. */
static bool
korean_outlet(struct str s)
{
	size_t end = words_end(s, WORDS(KOREAN_OUTLET_ENDS));

	return end && line_hangul(str_of(s.p, s.n - end)) >= 2 && line_hangul(s) <= 8 && !memchr(s.p, ' ', s.n) && !memchr(s.p, '/', s.n)
	    && !words_start(s, WORDS(KOREAN_LIST_OPENERS));
}

bool
names_outlet(const struct rules *r, struct str s)
{
	return rules_outlet(r, s, NULL);
}

/* Is the word, or a part of it before or behind a hyphen, among the words? */
static bool
noun_in(struct str word, bool (*among)(struct str))
{
	while (word.p)
		if (among(str_cut(&word, '-')))
			return true;
	return false;
}

static bool
of_papers(struct str w)
{
	return word_exactly(w, PAPER_NOUNS);
}

static bool
of_outlets(struct str w)
{
	return word_exactly(w, OUTLET_NOUNS) || of_papers(w);
}

bool
paper_noun(struct str word)
{
	return noun_in(word, of_papers);
}

/* `NewsLocal News`: buttons without a blank between them. */
static bool
glued_buttons(struct str s)
{
	size_t n = words_start(s, WORDS("News", "Home"));

	return n && n < s.n && is_capital(s.p[n]) && section_word(str_from(s, n));
}

bool
outlet_shape(struct str s)
{
	struct str rest = s, word = { NULL, 0 };
	unsigned words;
	bool inside;

	if (s.n && (s.p[0] & 0x80))
		return korean_outlet(s);
	words = line_words(s);
	if (words < 2 || words > 8 || line_stops(s) || glued_buttons(s))
		return false;
	if (words_start(s, WORDS(OFFICE_OPENERS)))
		return true;
	inside = words_any(s, WORDS(" Centre for ", " Center for ", " Institute for ", " Institute of ", " Council on "));
	while (rest.p) {
		word = str_cut(&rest, ' ');
		if (word.n == 0 || !(is_capital(*word.p) || word_exactly(word, "of & and") || (inside && word_exactly(word, "for on the"))))
			return false;
	}
	return inside || (words <= 5 && noun_in(word, of_outlets));
}

struct str
plate_name(struct rules *r, struct str s)
{
	struct str name = str_of(s.p, str_find(s, STR(" "), 0)), rest = str_from(s, name.n);

	if (!line_hangul(name) || !korean_outlet(name))
		return str_of(s.p, 0);
	rest = str_trim(rest);
	rest = str_trim(str_from(rest, words_start(rest, WORDS("|", "·", ">", "-"))));
	return !rest.n || (line_words(rest) <= 2 && rules_section(r, rest)) ? name : str_of(s.p, 0);
}

bool
section_word(struct str s)
{
	s.n = str_find(s, STR(" "), 0);
	return word_among(s, SECTION_WORDS);
}

bool
sections_only(struct str s)
{
	size_t bar = str_find(s, STR(" | "), 0);

	return bar < s.n && section_word(s) && section_word(str_from(s, bar + 3)) && !words_any(str_from(s, bar + 3), WORDS("|", "."));
}

struct str
name_and_age(struct str s)
{
	size_t n = s.n < 60 ? words_end(s, WORDS(AGES)) : 0;

	s.n = n ? s.n - n : 0;
	while (s.n && (is_digit(str_last(s)) || str_last(s) == ' '))
		s.n--;
	return s;
}

/* A street behind the name: `22 Itaewon-ro, Yongsan-gu, Seoul`, `601 Keokuk St.` */
static bool
street(struct str s)
{
	s = str_trim(s);
	return s.n && is_digit(*s.p) && words_any(s, WORDS(STREET_WORDS));
}

static const struct str address_cuts[] = { STR_ITEM(", "), STR_ITEM(" | "), STR_ITEM(" · ") };
#define ADDRESS_CUTS (sizeof address_cuts / sizeof *address_cuts)

/* The first cut that a street stands behind; ADDRESS_CUTS if there is none. */
static size_t
street_cut(struct str s)
{
	bool number = false;
	size_t k = 0, at;

	for (size_t i = s.n < 200 ? str_digit(s, 8) : s.n; i < s.n && !number; i = str_digit(s, i)) { /* behind a sign and a blank */
		number = s.p[i - 1] == ' ' && (!is_wordy(s.p[i - 2]) || (s.p[i - 2] & 0x80));
		while (i < s.n && is_digit(s.p[i]))
			i++;
	}
	if (!number)
		return ADDRESS_CUTS;
	while (k < ADDRESS_CUTS && ((at = str_find(s, address_cuts[k], 0)) == s.n || !street(str_from(s, at + address_cuts[k].n))))
		k++;
	return k;
}

struct str
street_name(struct str s)
{
	size_t k = street_cut(s);

	if (k == ADDRESS_CUTS)
		return str_of(s.p, 0);
	s.n = str_find(s, address_cuts[k], 0);
	s.n = str_find(s, STR(" & "), 0);
	return str_trim(s);
}

const struct outlet *
next_address(const struct rules *r, struct str *rest)
{
	while (rest->p && rest->n) {
		struct str word = str_cut(rest, ' ');
		size_t dot;

		while (str_ends_in(word, ".,;:)(\""))
			word.n--;
		dot = str_find(word, STR("."), 0);
		if (dot > 1 && dot + 2 < word.n && is_small(word.p[dot + 1]) && !memchr(word.p, '@', word.n)) {
			const struct outlet *o =
			    rules_domain(r, host_of(word).n ? host_of(word) : str_of(word.p, str_find(word, STR("/"), 0)));

			if (o && !o->agency)
				return o;
		}
	}
	return NULL;
}

bool
has_address(const struct rules *r, struct str s)
{
	return s.n <= 240 && memchr(s.p, '.', s.n) && next_address(r, &s);
}

struct str
without_brackets(struct str s)
{
	size_t sign, open = words_start(s, WORDS("(", "【")), close = words_end(s, WORDS(")", "】"));

	if (!open || s.n <= open + close || !close) {
		size_t slash = str_find(s, STR("/"), 0);

		s.n = str_find(s, STR(", "), 0); /* Reuters, Seoul */
		return slash + 1 < s.n && is_small(s.p[slash + 1]) ? str_of(s.p, slash) : s; /* AFP/kb */
	}
	s = str_of(s.p + open, s.n - open - close);
	sign = str_find(s, STR("="), 0); /* (서울=뉴스1) */
	return sign < s.n ? str_from(s, sign + 1) : s;
}

bool
stands_alone(struct str s, size_t i, size_t n)
{
	return (i == 0 || !is_wordy(s.p[i - 1]) || (s.p[i - 1] & 0x80)) && (i + n == s.n || !is_wordy(s.p[i + n]));
}
