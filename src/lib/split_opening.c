#include "split_opening.h"
#include "ksplit_lists.h"
#include "list.h"
#include "split_letters.h"
#include "split_line.h"
#include "split_words.h"

/* Verbs in the tense of headlines, and what stands for one. */
static struct list verbs = LIST_ITEM(HEADLINE_VERBS);

/* Words that lean on what was said before: a first paragraph does not begin with them. */
static struct list leaning = LIST_ITEM(LEANING_WORDS);

/* Words that it may begin with, as other paragraphs do. */
static struct list joining = LIST_ITEM(
    "in as after before since while for if when although though according among despite during under by on at to from with of");

static struct str
word_at(struct str s, size_t at)
{
	return line_word(s, at, '\'');
}

/* `How the North could use the ships` */
static bool
asks(struct str s)
{
	return word_among(word_at(s, 0), "how what why who where when which whose");
}

int
opening_headline(struct str s)
{
	unsigned words = line_words(s), hangul = line_hangul(s);
	bool verb = false;

	if (asks(s) || (line_stops(s) && str_last(s) != '.'))
		return 0; /* a question of an interview, a heading of an analysis */
	if (hangul >= 8)
		return (hangul >= 14) + (hangul >= 20) + 2 * words_any(s, WORDS("…", "...", "\"", "“", "‘"));
	for (size_t i = 1; i < s.n && !verb; i++) { /* not the first word */
		struct str w;

		if (s.p[i - 1] != ' ' && s.p[i - 1] != '-')
			continue;
		w = word_at(s, i);
		verb = list_has(&verbs, w);
	}
	return (words >= 7) + (words >= 9) + 2 * verb;
}

bool
opening_acts(struct str s)
{
	return list_has(&verbs, word_at(s, 0));
}

bool
opening_cut(struct str s)
{
	return s.n >= 30 && (str_last(s) == ',' || word_exactly(line_last_word(s), FUNCTION_WORDS));
}

bool
opening_in_title_case(struct str s)
{
	unsigned capitals = 0;

	for (size_t i = 1; i < s.n; i++) {
		struct str w = s.p[i - 1] == ' ' ? word_at(s, i) : str_of(s.p, 0);

		if (w.n >= 5 && is_small(*w.p))
			return false;
		capitals += w.n && is_capital(*w.p);
	}
	return capitals >= 2;
}

/* Does a sentence end within s and another one begin: `... the Kim family. He is the younger`? No initials do. */
static bool
stops_within(struct str s)
{
	size_t at = words_find(s, WORDS(". ", "? ", "! ", ".” ", ".\" "));

	return at < s.n && at >= 3 && is_small(s.p[at - 1]) && is_small(s.p[at - 2]) && is_small(s.p[at - 3]);
}

/* Is the last word one of three small letters or fewer, as half a word is: `tracked the missiles in rea`? */
static bool
ends_short(struct str s)
{
	size_t from = letters_small_from(s, s.n);

	return from > 0 && from < s.n && s.n - from <= 3 && s.p[from - 1] == ' ';
}

/* How much of a sentence s is, not of a headline, which has few articles and pronouns, no past of `have` and `be`, and is short. Of 468
 * headlines and 2,261 sentences that were cut off, SENTENCE points tell one in a hundred and every second. */
static size_t
sentence_points(struct str s)
{
	size_t articles = 0, acts = 0, days = 0, leans = 0, pronouns = 0;
	struct str first = word_at(s, 0);

	for (size_t i = 0; i < s.n; i++) {
		struct str w = i == 0 || s.p[i - 1] == ' ' ? word_at(s, i) : STR("");

		articles += word_among(w, "the a an that which who its their this");
		pronouns += word_among(w, "he she it they his her we our there these those i you");
		acts += word_exactly(w, "was were said had has have been is are");
		days |= w.n > 5 && str_ends(w, STR("day")) && is_capital(*w.p);
	}
	if (list_has(&leaning, first)) /* `Meanwhile, ...` */
		leans = str_starts(str_from(s, first.n), STR(",")) ? 4 : 2;
	else if (word_among(first, "in on at as after for to"))
		leans = 2;
	return leans + smaller(articles, 3) + 2 * smaller(pronouns, 2) + smaller(acts, 2) + days + 3 * stops_within(s) + 2 * ends_short(s)
	    + (str_find(s, STR(","), 0) < s.n) + (s.n >= 80) + (s.n >= 110) + (s.n >= 125);
}

/* The same for Korean, whose headlines leave particles out and put dots between sentences. Of 157 headlines and 1,667 sentences that were
 * cut off, SENTENCE points tell one in fifty and every second. */
static size_t
korean_points(struct str s)
{
	size_t objects = 0, topics = 0, subjects = 0, others = 0;

	if (words_any(s, WORDS("…", "...", "‥")))
		return 0;
	for (size_t at = 0, end; at < s.n; at = end + 1) {
		struct str w;

		end = str_find(s, STR(" "), at);
		w = str_of(s.p + at, end - at);
		while (w.n && !(str_last(w) & 0x80))
			w.n--;
		w.n -= words_end(w, WORDS("”", "’"));
		objects += w.n >= 6 && words_end(w, WORDS("을", "를"));
		topics += w.n >= 6 && words_end(w, WORDS("은", "는"));
		subjects += w.n >= 9 && words_end(w, WORDS("이", "가"));
		others += w.n >= 9 && words_end(w, WORDS("의", "에", "에서", "로", "와", "과", "고", "며", "한", "된", "인"));
	}
	return 2 * smaller(objects, 2) + 3 * smaller(topics, 2) + 2 * smaller(subjects, 2) + smaller(others, 2)
	    + 2 * words_any(s, WORDS("다. ")) + 5 * (words_start(s, WORDS(KOREAN_GOES_ON)) > 0);
}

/* Points of a line without a stop that could be a sentence; 0 if it is none. */
static size_t
half_points(struct str s)
{
	if (line_stops(s))
		return 0;
	if (line_hangul(s))
		return korean_points(s);
	return opening_in_title_case(s) ? 0 : sentence_points(s);
}

bool
opening_stump(struct str s)
{
	enum { SENTENCE = 5 };

	return s.n >= 30 && !line_stops(s) && (opening_cut(s) || half_points(s) >= SENTENCE);
}

bool
opening_half(struct str s)
{
	enum { HALF = 3 };

	return half_points(s) >= HALF;
}

/* `3일` */
static bool
names_korean_day(struct str s)
{
	const struct str day = STR("일");

	for (size_t at = str_find(s, day, 0); at < s.n; at = str_find(s, day, at + 1))
		if (at > 0 && is_digit(s.p[at - 1]))
			return true;
	return false;
}

enum { OPENING = 400, LATE = 220, FIRST = 160 }; /* bytes of a paragraph that are looked at */

bool
opening_names_day(struct str s)
{
	s = str_head(s, OPENING);
	return words_any(s, WORDS(" Monday", " Tuesday", " Wednesday", " Thursday", " Friday", " Saturday", " Sunday"))
	    || names_korean_day(s);
}

bool
opening_lags(struct str s)
{
	return words_any(str_head(s, LATE), WORDS(LAGGING));
}

bool
opening_looks_back(struct str s)
{
	return words_any(str_head(s, FIRST), WORDS(" was ", " were ", " had "));
}

/* Has it the words of a whole sentence? Mostly its first bytes do. */
static bool
long_enough(struct str s)
{
	enum { LEDE_WORDS = 18, BYTES = 144 };

	return line_words(str_head(s, BYTES)) >= LEDE_WORDS || (s.n > BYTES && line_words(s) >= LEDE_WORDS);
}

int
opening_lede(struct str s)
{
	struct str head = str_head(s, OPENING), first = word_at(s, 0);
	int points = 0;

	if (s.n == 0 || *s.p == '"' || *s.p == '-' || str_starts(s, STR("“")) || str_starts(s, STR("‘")) || str_starts(s, STR("•")))
		return -2;
	if (is_small(*s.p) || list_has(&leaning, first))
		return -3;
	if (list_has(&joining, first))
		points--;
	if (str_starts(s, STR("The ")) && s.n > 4 && is_small(s.p[4])) /* The launch came ... */
		points -= 2;
	points += (s.n > 80 && words_any(head, WORDS(LEDE_VERBS))) + long_enough(head);
	return points < 2 ? points + opening_names_day(s) : points;
}
