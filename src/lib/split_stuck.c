#include "split_stuck.h"
#include "hash.h"
#include "split_letters.h"
#include "split_opening.h"
#include "split_view.h"
#include "split_words.h"

/* How far into a line a page's furniture is looked for, and how many places of a line are tried; bytes of what a page begins with, where
 * furniture stands before it; and of the line before a name that is broken off; how far around a place one looks. */
enum { SHORT = 160, TRIES = 4, NAME = 8, PARAGRAPH = 90, AROUND = 300 };

static bool
behind_quote(struct str s, size_t at)
{
	return at >= 3 && (memcmp(s.p + at - 3, "”", 3) == 0 || memcmp(s.p + at - 3, "’", 3) == 0);
}

/* The quotation marks of a line up to byte `at`: counted once, as its places are asked one after the other. */
struct marks {
	size_t at;
	bool odd;
};

/* Does a quote that began on the line end with the sign at `at`, which lies behind all that were asked before? */
static bool
closes_quote(struct str s, size_t at, struct marks *m)
{
	if (s.p[at] != '"')
		return false;
	m->odd ^= str_count(str_of(s.p + m->at, at - m->at), '"') % 2;
	m->at = at;
	return m->odd;
}

/* Could a page begin at `at`, where letters_joint found something? None does within a quote: `[대변인] “Look, ...` */
static bool
opens(struct str s, size_t at, struct marks *m)
{
	if (closes_quote(s, at, m) || words_end(str_head(s, at), WORDS("“", "‘")))
		return false;
	if (s.p[at] == '"' || s.p[at] == '[')
		return at + 1 < s.n && s.p[at + 1] != ' ' && !is_digit(s.p[at + 1]); /* no footnote's number */
	if (s.p[at] != '\xE2')
		return true;
	if (words_start(str_from(s, at), WORDS("• ", "▲ ", "■ ", "□ ", "◆ ")))
		return true;
	return at + 3 < s.n && s.p[at + 3] != ' ' && words_start(str_from(s, at), WORDS("“", "‘")); /* the net“ on Tuesday */
}

/* Ends the text before `at` as sentences do? Initials and domains do not. */
static bool
behind_stop(struct str s, size_t at)
{
	size_t i = at;

	if (i < 4)
		return false;
	if (i >= 8 && str_ends(str_head(s, i), STR(" U.S."))) /* and a word behind it, no `U.S.S. Pueblo`, no `U.S.Army` */
		return at + 1 < s.n && (s.p[at + 1] != '.' || words_start(str_from(s, at), WORDS("N. Korea", "S. Korea")))
		    && !words_start(str_from(s, at), WORDS("Army", "Air", "Forces", "Navy"));
	if (str_ends(str_head(s, i), STR("''")))
		i -= 2;
	else if (strchr("\")]'", s.p[i - 1]))
		i--;
	else if (i >= 6 && behind_quote(s, i))
		i -= 3;
	if (is_capital(s.p[at]) && str_ends(str_head(s, i), STR("…")) && !line_stops(s) && str_last(s) != ':')
		return true;
	if (i < 3 || !strchr(".!?", s.p[i - 1]))
		return false;
	if (s.p[at] & 0x80 && str_ends(str_head(s, i), STR("...")) && line_has_hangul(str_tail(str_head(s, i), AROUND))) /* 입항은 도발"...한미일 */
		return false;
	if (strchr(")%\"", s.p[i - 2]) || (i == at && str_ends(str_head(s, i), STR("...")) && !str_ends(str_head(s, i), STR("Credit..."))))
		return true;
	return (is_small(s.p[i - 2]) || is_digit(s.p[i - 2]) || (s.p[i - 2] & 0x80)) && s.p[i - 3] != '.' && s.p[i - 3] != ' '
	    && !is_capital(s.p[i - 3]);
}

/* Behind a word: the page before breaks off. A line that ends without a stop may do so behind a name or a letter: `... Secretary LloydU.N.
 * Council condemns`, `... which he wrote about here, LSouth Korea to`; no `... hacked by TraderTraitor, the FBI said.` */
static bool
behind_word(struct str s, size_t at)
{
	size_t i = letters_small_from(s, at), letters = at - i;
	bool open = i > PARAGRAPH && !line_stops(s);

	if (open && letters != 1 && letters != 2 && is_capital(s.p[i - 1]))
		i--;
	return (letters >= 2 || open) && i < at && i > 0 && s.p[i - 1] == ' ';
}

/* No small letter before a capital follows in the word: `WordPressSeoul` is no `Press Seoul`. */
static bool
last_of_word(struct str s, size_t at)
{
	for (size_t k = at + 1; k < s.n && k < at + SHORT && s.p[k] != ' '; k++)
		if (is_capital(s.p[k]) && is_small(s.p[k - 1]))
			return false;
	return true;
}

/* `YouTube`, `LinkedIn`: a capital within a name. */
static bool
within_name(struct str s, size_t at)
{
	const struct words names =
	    WORDS("YouTube", "LinkedIn", "WhatsApp", "TikTok", "KakaoTalk", "WeChat", "PayPal", "WordPress", "JavaScript");
	size_t from = at;

	while (from > 0 && (is_small(s.p[from - 1]) || is_capital(s.p[from - 1])))
		from--;
	return from + words_start(str_from(s, from), names) > at;
}

/* `F-35A`: a letter behind the figures of a name; `6대`: a counter behind them. */
static bool
in_designation(struct str s, size_t at)
{
	size_t i = at;

	while (i > 0 && is_digit(s.p[i - 1]))
		i--;
	if (i < at && (unsigned char)s.p[at] >= 0xEA)
		return true;
	if (i == at || i < 2 || (at + 1 < s.n && is_small(s.p[at + 1])))
		return false;
	return is_capital(s.p[i - 1]) || (s.p[i - 1] == '-' && !is_digit(s.p[i - 2])); /* no telephone: 02-781-1234North */
}

/* In the brackets of one word, `이용(AI학습 포함)금지`. */
static bool
in_brackets(struct str s, size_t at)
{
	size_t i = at;

	while (i > 0 && is_wordy(s.p[i - 1]))
		i--;
	return i > 1 && s.p[i - 1] == '(' && s.p[i - 2] != ' ' && str_has(str_head(str_from(s, at), AROUND), STR(")"));
}

/* Behind a letter, figure or closing sign that parts two pages, no two parts of a name or a bracket. */
static bool
parts(struct str s, size_t at)
{
	return !strchr("-/([&_@#$+=|", s.p[at - 1]) && last_of_word(s, at) && !within_name(s, at) && !in_designation(s, at)
	    && !in_brackets(s, at);
}

/* The same of furniture, if the line is not text: `SUBSCRIBE NOWSouth Korea`. */
static bool
behind_short(struct str s, size_t at)
{
	if (words_end(str_of(s.p, at), WORDS("“", "‘"))) /* the “North Korea News Podcast” */
		return false;
	return at >= 6 && at <= SHORT && !strchr("'\"", s.p[at - 1]) && !(s.p[at - 1] == '.' && is_capital(s.p[at - 2])) && parts(s, at);
}

/* What a line of its own with these words would be. */
static struct line
judged(const struct view *v, struct str s)
{
	struct line l = { .hash = hash64(s) };

	memo_judge(v->memo, v->rules, s, &l);
	return l;
}

/* Latin behind Hangul or a bracket, and no Hangul follows: `...지켜봤다. (포천=맹소율 기자)Magazine`. */
static bool
leaves_hangul(struct str s, size_t at)
{
	char before = s.p[at - 1];

	return is_capital(s.p[at]) && (before == ')' || (before & 0x80)) && line_has_hangul(str_tail(str_head(s, at), AROUND))
	    && !line_has_hangul(str_from(s, at));
}

/* The next place from `from` on where a page could begin by what stands around; s.n if there is none. */
static size_t
next_place(struct str s, size_t from, struct marks *m)
{
	for (size_t k = letters_joint(s, from); k + 2 < s.n; k = letters_joint(s, k + 1))
		if (opens(s, k, m)
		    && (behind_stop(s, k) || behind_word(s, k) || (k + NAME <= s.n && (behind_short(s, k) || leaves_hangul(s, k)))))
			return k;
	return s.n;
}

static bool
has_place(const struct rules *r, struct str s)
{
	(void)r;
	return next_place(s, 4, &(struct marks) { 0 }) < s.n;
}

/* The first such place of line i, no mark of which is counted yet. That most lines have none is remembered. */
static size_t
first_place(const struct view *v, size_t i, struct marks *m)
{
	struct str s = text(v, i);

	return view_asks(v, i, ASK_JOINT, has_place) ? next_place(s, 4, m) : s.n;
}

/* Line i becomes bytes `from` to `to` of `whole`. */
static void
part(const struct view *v, size_t i, const struct line *whole, size_t from, size_t to)
{
	struct line *l = &v->line[i];

	*l = (struct line) {
		.at = whole->at + from,
		.n = to - from,
		.no = whole->no,
		.gap = from ? 0 : whole->gap,
		.flags = whole->flags & (LINE_CUT | LINE_GLUED),
	};
	l->hash = hash64(text(v, i));
	memo_judge(v->memo, v->rules, text(v, i), l);
}

/* Does a page begin at byte `at` of line i? It is looked for as if a line ended there. */
static bool
begins(const struct bound *b, const struct view *v, size_t i, size_t at)
{
	size_t behind = v->n - i - 1 < BOUND_LOOK ? v->n - i - 1 : BOUND_LOOK, found = 0;
	struct line whole = v->line[i], last = v->line[i + 1 + behind];
	struct view two = *v;
	struct bound page = *b;
	bool picture, paragraph = false;

	memmove(v->line + i + 2, v->line + i + 1, behind * sizeof *v->line);
	two.n = i + 2 + behind;
	two.final = v->final && i + 1 + behind == v->n;
	two.stuck = i + 1;
	part(&two, i, &whole, 0, at);
	part(&two, i + 1, &whole, at, whole.n);
	bound_advance(&page, &two, i, prose(&two, i));
	picture = class_in(class(&two, i + 1), IN(CAPTION) | IN(PHOTO)); /* it is stuck to its own page */
	for (size_t k = i + 1; k < two.n && !found && !picture && !paragraph; k++) {
		paragraph = prose(&two, k);
		found = bound_at(&page, &two, k, paragraph);
	}
	memmove(v->line + i + 1, v->line + i + 2, behind * sizeof *v->line);
	v->line[i] = whole;
	v->line[i + 1 + behind] = last;
	return found == i + 1;
}

/* The last sentence of a line that does not end like one: where knorm set a blank, `...since 2012. First Launched by`. s.n if there is
 * but one. */
static size_t
last_sentence(struct str s)
{
	for (size_t i = s.n; i-- > 30;)
		if (s.p[i - 1] == ' ' && (is_capital(s.p[i]) || (s.p[i] & 0x80)) && behind_stop(s, i - 1))
			return i;
	return s.n;
}

/* A year stuck to a word or a stop. */
static bool
year_at(struct str s, size_t i)
{
	return (s.p[i] == '1' || s.p[i] == '2') && str_digits_end(s, i) == i + 4
	    && (is_small(s.p[i - 1]) || s.p[i - 1] & 0x80 || strchr(".)]\"", s.p[i - 1]));
}

/* The date that the next page begins with: `... of troops on the ground.2010/11/23 23:41 KST`. s.n if there is none. */
static size_t
last_date(struct str s)
{
	enum { STAMP = 40, DAY = 10 }; /* bytes */
	size_t i = s.n > STAMP ? s.n - STAMP : 1;

	if (!is_digit(str_last(s)) && !(is_capital(str_last(s)) && words_end(s, WORDS("KST", "AM", "PM"))))
		return s.n;
	for (; i + DAY <= s.n; i++)
		if (year_at(s, i) && strchr("./-", s.p[i + 4]) && is_digit(s.p[i + 5]))
			return i;
	return s.n;
}

/* Does the first paragraph below line i tell more of `title`? */
static bool
told_below(const struct view *v, size_t i, struct str title)
{
	size_t next = view_next_prose(v, i + 1, BOUND_LOOK);

	return title.n >= 12 && next < v->n && view_shares_words(v, title, next, 60);
}

/* Is it what heads of pages begin with? */
static bool
heads_next(const struct view *v, struct str s)
{
	struct line l = judged(v, s);

	return l.flags & LINE_HEAD
	    || class_in(l.class, IN(DATE) | IN(NAV) | IN(TOOL) | IN(SECTION) | IN(SOURCE) | IN(CRUMB) | IN(GOVERNMENT));
}

/* The headline that a line ends with, behind a word that a page breaks off with, and a blank: `... an official said last N. Korea Fires
 * Missile toward East Sea`. s.n if there is none. */
static size_t
last_headline(struct str s)
{
	enum { WORDS_LEAST = 5, LONGEST = 160, SMALL_WORD = 3 }; /* `to`, `of`, `the` may stand within a headline */

	for (size_t i = s.n; i-- > PARAGRAPH && i + LONGEST > s.n;) {
		size_t word = letters_small_from(s, i - 1);
		struct str rest = str_from(s, i);

		if (s.p[i - 1] == ' ' && is_capital(s.p[i]) && i - 1 - word > SMALL_WORD && word > 0 && s.p[word - 1] == ' '
		    && line_words(rest) >= WORDS_LEAST && (opening_in_title_case(rest) || opening_headline(rest) >= 3))
			return i;
	}
	return s.n;
}

size_t
stuck_find(const struct bound *b, const struct view *v, size_t i, bool paragraph)
{
	struct str s = text(v, i);
	struct marks m = { 0 };
	size_t last;
	unsigned tries = 0;

	if (!b->texts && !paragraph)
		return 0;
	for (size_t k = first_place(v, i, &m); k < s.n && tries < TRIES; k = next_place(s, k + 1, &m)) {
		if (!behind_stop(s, k) && !behind_word(s, k) && !leaves_hangul(s, k) && judged(v, str_of(s.p, k)).class == CLASS_NONE)
			continue;
		tries++;
		if (begins(b, v, i, k))
			return k;
	}
	last = last_date(s);
	if (last < s.n && begins(b, v, i, last))
		return last;
	if (!is(v, i, LINE_STOP) && paragraph) {
		struct str rest;

		last = last_sentence(s);
		rest = str_from(s, last);
		if (last < s.n && (heads_next(v, rest) || (!opening_stump(rest) && told_below(v, i, rest))) && begins(b, v, i, last))
			return last;
		last = view_headline(v, i + 1) ? s.n : last_headline(s);
		if (last < s.n && told_below(v, i, str_from(s, last)) && begins(b, v, i, last))
			return last;
	}
	return 0;
}

/* Behind the letters that a paragraph breaks off with, `... on Sentosa island in SinSouth Korea`. In a line that ends with a stop they
 * may be a name, `TraderTraitor`. */
static bool
behind_broken(struct str s, size_t at, bool stops)
{
	size_t i = letters_small_from(s, at);

	if (!stops && i > 0 && is_capital(s.p[i - 1]))
		i--;
	return i < at && i > PARAGRAPH && s.p[i - 1] == ' ';
}

/* Is it furniture that pages end with, and none begins with? `March 22, 2026Mar 22, 2026`, `Associated PressSEOUL, South Korea — ` */
static bool
tails(const struct view *v, struct str s)
{
	return !class_in(judged(v, s).class, IN(NONE) | IN(BYLINE) | IN(PREFIX) | IN(AGENCY) | IN(STAFF)) && !heads_next(v, s);
}

/* Where the headline begins that line i ends with and that stands again below: `Dongwha GroupPoland signs`; behind a blank only what ends
 * a page is no part of it: `Thanks for your feedback! Poland signs`. 0 if there is none. */
static size_t
again_below(const struct view *v, size_t i, bool last)
{
	enum { NEAR = 8, LEAST = 24 }; /* lines, bytes */
	struct str s = text(v, i);

	for (size_t k = i + 1; k < v->n && k <= i + NEAR; k++) {
		struct str title = text(v, k), before = str_head(s, s.n - smaller(s.n, title.n));

		if (title.n >= LEAST && before.n && str_ends(s, title)
		    && (last || is_small(str_last(before)) || tails(v, str_trim(before))))
			return before.n;
	}
	return 0;
}

/* Behind the furniture that the page before ends with: `Contact UsSeoul: The defense chiefs`. */
static bool
behind_tail(const struct view *v, struct str before)
{
	return before.n <= PARAGRAPH && !str_ends_in(before, "'\"") && tails(v, before); /* title: "Tunnel: work goes on" */
}

size_t
stuck_in(const struct view *v, size_t i, bool last)
{
	enum { REST = 1024, PLACES = 16 }; /* bytes of the line that are looked at, and places */
	struct str s = text(v, i);
	bool stops = is(v, i, LINE_STOP);
	size_t k = again_below(v, i, last);
	struct marks m = { 0 };

	if (k)
		return k;
	k = letters_joint(s, s.n > REST ? s.n - REST : 4);
	for (unsigned n = 0; k + NAME <= s.n && n < PLACES; n++, k = letters_joint(s, k + 1)) {
		struct str rest = str_from(s, k);
		bool tail;

		if (!opens(s, k, &m) || !parts(s, k))
			continue;
		if (behind_broken(s, k, stops))
			return k;
		tail = !last && behind_tail(v, str_head(s, k));
		if (!tail && !((last || k > PARAGRAPH) && (!stops || behind_word(s, k))))
			continue;
		if ((tail && judged(v, rest).flags & LINE_DATELINE) || heads_next(v, rest) || told_below(v, i, rest))
			return k;
	}
	return 0;
}

bool
stuck_sentence(const struct view *v, size_t i)
{
	struct str s = text(v, i);
	struct marks m = { 0 };

	for (size_t k = first_place(v, i, &m); k < s.n; k = next_place(s, k + 1, &m))
		if (behind_stop(s, k))
			return true;
	return false;
}
