#include "ksplit_lists.h"
#include "split_line.h"
#include "split_meta.h"
#include "split_source.h"
#include "split_words.h"

static size_t
skip_blanks(struct str s, size_t at)
{
	while (at < s.n && s.p[at] == ' ')
		at++;
	return at;
}

/* Length of a dash that ends a dateline at `at`, blanks before and behind it included; 0 if there is none. A single hyphen needs
 * a blank before it: `(Reuters) -North`. */
static size_t
dash(struct str s, size_t at)
{
	static const struct str dashes[] = { STR_ITEM("--"), STR_ITEM("—"), STR_ITEM("–"), STR_ITEM("―"), STR_ITEM(">>"), STR_ITEM("•"),
		STR_ITEM("-"), STR_ITEM("_"), STR_ITEM("=") };
	size_t i = skip_blanks(s, at);

	for (size_t k = 0; k < sizeof dashes / sizeof *dashes; k++)
		if (str_starts(str_from(s, i), dashes[k])) {
			if (k >= 6 && i == at)
				return 0;
			return skip_blanks(s, i + dashes[k].n) - at;
		}
	return 0;
}

/* End of the city, country and second city: words in capitals or with a capital, joined by blanks, commas and slashes. Stops
 * before a month's name. *upper: the first word is in capitals. */
static size_t
read_place(const struct rules *r, struct str s, bool *upper)
{
	size_t i = 0, end = 0;
	unsigned words = 0;

	*upper = true;
	while (i < s.n && end < 90 && words < 9) {
		size_t from = i;
		struct pagedate d;

		while (i < s.n
		    && ((is_wordy(s.p[i]) && s.p[i] != '\xE2') || s.p[i] == '\'' || s.p[i] == '.'
			|| (s.p[i] == '-' && i + 1 < s.n && is_wordy(s.p[i + 1]))))
			i++;
		if (i == from || !(is_capital(s.p[from]) || (unsigned char)s.p[from] == 0xC3) || is_digit(s.p[from])) {
			struct str word = str_of(s.p + from, i - from);

			if (!(words && (str_eq(word, STR("of")) || str_eq(word, STR("de")))))
				break;
		}
		if (pagedate_opens(rules_words(r), str_of(s.p + from, s.n - from < 24 ? s.n - from : 24), &d))
			break;
		for (size_t k = from; k < i && words == 0; k++)
			*upper &= !is_small(s.p[k]);
		words++;
		end = i;
		if (i < s.n && s.p[i] == '[')
			break;
		if (str_starts(str_from(s, i), STR(", ")))
			i += 2;
		else if (i < s.n && (s.p[i] == ' ' || s.p[i] == '/'))
			i++;
		else
			break;
	}
	return end;
}

/* The bracket at `at`: `(MENAFN- Kuwait News Agency (KUNA))`. Its end, or 0. *in: the innermost text. */
static size_t
read_bracket(struct str s, size_t at, struct str *in)
{
	int depth = 0;
	size_t from = at;

	for (size_t i = at; i < s.n && i < at + 70; i++) {
		if (s.p[i] == '(') {
			depth++;
			from = i + 1;
		} else if (s.p[i] == ')') {
			if (from <= i && (depth > 1 || !in->p || in->p < s.p + from))
				*in = str_of(s.p + from, i - from);
			if (--depth == 0)
				return i + 1;
		}
	}
	return 0;
}

static bool
agency_like(const struct rules *r, struct str in)
{
	struct str as;
	unsigned capitals = 0;

	if (in.n < 2 || in.n > 48)
		return false;
	if (rules_outlet(r, in, &as))
		return true;
	for (size_t i = 0; i < in.n; i++)
		capitals += is_capital(in.p[i]);
	return is_capital(*in.p) && (capitals == in.n || words_any(in, WORDS("News", "Agency", ", ", "/", "Press")));
}

#define PARAGRAPH_LEAST 60 /* bytes behind a bracket with a name */

/* Who reports, behind the sign or the bracket: `김철수 특파원`. */
static size_t
find_reporter(struct str s)
{
	return words_find(s, WORDS(KOREAN_REPORTERS));
}

/* `[한려일보 홍길동 기자]`, `[한려일보ㅣ홍길동 기자]`: a paper and its reporter, in front of the text. */
static bool
paper_and_reporter(const struct rules *r, struct str inner)
{
	struct str paper = str_of(inner.p, words_find(inner, WORDS(" ", "ㅣ", "|", "/")));

	return find_reporter(inner) < inner.n && paper.n < inner.n && rules_outlet(r, paper, NULL);
}

/* Moves the end behind who reports, `홍길동 기자 = `, if that stands there. */
static bool
ends_behind_reporter(struct str s, struct dateline *d)
{
	size_t most = s.n < d->end + 80 ? s.n : d->end + 80, mark = str_find(str_of(s.p, most), STR("="), d->end);

	if (mark >= most || find_reporter(str_of(s.p + d->end, mark - d->end)) >= mark - d->end)
		return false;
	d->end = mark + 1;
	return true;
}

/* `(서울=연합뉴스) 홍길동 기자 = `, `(워싱턴=홍길동 특파원)`, `[서울=뉴시스]홍길동 기자 = `, `【서울=뉴시스】`, `[한려일보] 홍길동 기자 = ` */
static bool
read_korean(const struct rules *r, struct str s, struct dateline *d)
{
	static const struct str opens[] = { STR_ITEM("("), STR_ITEM("["), STR_ITEM("【") },
				closes[] = { STR_ITEM(")"), STR_ITEM("]"), STR_ITEM("】") };

	for (size_t k = 0; k < 3; k++) {
		struct str inner;
		size_t eq, end;

		if (!str_starts(s, opens[k]))
			continue;
		end = str_find(s, closes[k], 0);
		eq = str_find(str_of(s.p, end), STR("="), 0);
		if (end == s.n || end > 60 || line_hangul(str_of(s.p, end)) < 2)
			return false;
		*d = (struct dateline) { .certain = true, .end = end + closes[k].n };
		inner = str_of(s.p + opens[k].n, end - opens[k].n);
		if (eq >= end)
			return s.n > d->end + PARAGRAPH_LEAST
			    && (paper_and_reporter(r, inner)
				|| ((rules_outlet(r, inner, NULL) || outlet_shape(inner)) && ends_behind_reporter(s, d)));
		d->place = str_trim(str_of(s.p + opens[k].n, eq - opens[k].n));
		d->agency = str_trim(str_of(s.p + eq + 1, end - eq - 1));
		ends_behind_reporter(s, d);
		if (find_reporter(d->agency) < d->agency.n) {
			if (d->end >= s.n) /* a byline */
				return false;
			d->agency.n = 0;
			if (rules_outlet(r, d->place, NULL) || outlet_shape(d->place)) /* [한려일보 = 홍길동 기자] */
				d->place.n = 0;
		}
		return true;
	}
	return false;
}

static bool
known_place(const struct rules *r, struct str place)
{
	return rules_place(r, str_trim(str_head(place, words_find(place, WORDS(",", "/", "[")))));
}

/* `, Nov. 3` or ` Nov. 3` behind the place; its end, or `at`. */
static size_t
read_day(const struct rules *r, struct str s, size_t at, struct pagedate *date)
{
	size_t i = at;
	struct pagedate d;

	if (i < s.n && s.p[i] == ',')
		i++;
	i = skip_blanks(s, i);
	if (i >= s.n || !is_wordy(s.p[i]) || !pagedate_find(rules_words(r), str_head(s, i + 40), i, &d) || d.start != i)
		return at;
	*date = d;
	i = d.end;
	while (i < s.n && (s.p[i] == 't' || s.p[i] == 'h' || s.p[i] == '.'))
		i++;
	return i;
}

/* Nothing but a date: `WASHINGTON (March 20, 2018) --`. */
static bool
day_only(const struct rules *r, struct str s, struct pagedate *date)
{
	struct pagedate d;

	if (s.n > 24 || !pagedate_find(rules_words(r), s, 0, &d) || d.start != 0 || d.end + 1 < s.n || !d.day.day)
		return false;
	*date = d;
	return true;
}

/* `Harbor News / Sputnik - 14th September, 2020`: the day behind the agency, and the first of two agencies. */
static bool
agency_and_day(const struct rules *r, struct str *in, struct pagedate *date)
{
	size_t at = str_find(*in, STR(" - "), 0);

	if (at == in->n || !day_only(r, str_from(*in, at + 3), date))
		return false;
	in->n = at;
	in->n = str_find(*in, STR(" / "), 0);
	return true;
}

/* Evidence that has been read so far, of a dateline in Latin script. */
struct latin {
	bool lead;    /* a bracket before the place */
	bool upper;   /* the place's first word is in capitals */
	bool dated;   /* a day, behind the place or in the bracket */
	bool bracket; /* an agency or a day in brackets or between slashes */
	bool comma;   /* `Seoul, (Agency) The ...` */
};

/* The place at byte `at`, `[country]` and the day behind it. Where they end. */
static size_t
read_place_and_day(const struct rules *r, struct str s, size_t at, struct dateline *d, struct latin *l)
{
	size_t end = at + read_place(r, str_from(s, at), &l->upper);

	d->place = str_of(s.p + at, end - at);
	if (str_starts(str_from(s, end), STR(" ["))) {
		struct str head = str_head(s, end + 40);
		size_t close = str_find(head, STR("]"), end);

		if (close < head.n)
			end = close + 1;
	}
	at = read_day(r, s, end, &d->date);
	l->dated = at > end;
	return at;
}

/* The agency or the day at byte `at`, in brackets or between slashes. Where it ends; 0 if it is neither. */
static size_t
read_agency(const struct rules *r, struct str s, size_t at, struct dateline *d, struct latin *l)
{
	struct str in = { NULL, 0 };
	size_t end;

	if (s.p[at] == '(') {
		end = read_bracket(s, at, &in);
	} else {
		struct str head = str_head(s, at + 30);
		size_t close = str_find(head, STR("/"), at + 1);

		in = str_of(s.p + at + 1, close - at - 1);
		end = close < head.n ? close + 1 : 0;
	}
	l->bracket = true;
	if (end && day_only(r, in, &d->date))
		return l->dated = true, end;
	l->dated |= end && agency_and_day(r, &in, &d->date);
	if (end && known_place(r, in) && !known_place(r, d->place)) { /* Jane Dover/AFP(WASHINGTON) -- */
		d->place = in;
		return end;
	}
	d->agency = in;
	return agency_like(r, in) || l->dated ? end : 0;
}

/* The agency that a stroke ends, behind the day: `Baku. 30 May. REPORT.AZ/ The minister ...`. Where it ends, or `at`. */
static size_t
read_stroke(struct str s, size_t at, struct dateline *d, struct latin *l)
{
	struct str head = str_head(str_from(s, at), 24);
	size_t slash = str_find(head, STR("/ "), 0);

	if (!l->dated || slash < 3 || slash == head.n || memchr(head.p, ' ', slash) || !is_capital(*head.p)
	    || !is_capital(head.p[slash - 1]))
		return at;
	d->agency = str_of(head.p, slash);
	d->place.n -= str_ends(d->place, STR("."));
	l->bracket = true;
	return at + slash + 2;
}

/* Length of the sign at `at` that ends the dateline; 0 if there is none. A colon takes its blanks along. */
static size_t
read_sign(struct str s, size_t at, const struct latin *l)
{
	size_t len = dash(s, at);
	struct str rest = str_from(s, at);

	if (len)
		return len;
	if (str_starts(rest, STR(": ")))
		return str_starts(rest, STR(":  ")) ? 3 : 2;
	return l->bracket && l->dated && str_starts(rest, STR(".")) ? smaller(rest.n, 2) : 0;
}

/* `TOKYO- South Korean ...` */
static bool
stuck_hyphen(struct str s, size_t at)
{
	return at > 3 && is_capital(s.p[at - 1]) && str_starts(str_from(s, at), STR("- "));
}

/* `SEOUL, South Korea (AP) Just when ...`: the page lost the dash, or has another sign for it. */
static bool
dash_lost(const struct rules *r, struct str s, size_t at, const struct dateline *d, const struct latin *l)
{
	const struct outlet *o;

	if (!l->bracket || !l->upper || at + 2 >= s.n || s.p[at] != ' ' || !(is_capital(s.p[at + 1]) || s.p[at + 1] == '"'))
		return false;
	o = known_place(r, d->place) ? rules_outlet(r, d->agency, NULL) : NULL;
	return o && o->wire;
}

/* Is what was read a dateline? A place alone must be a known one, or shout and have its country with it. */
static bool
enough(const struct rules *r, struct str s, size_t at, size_t len, const struct dateline *d, const struct latin *l)
{
	if (!len && !(l->bracket && (l->dated || l->comma)) && !dash_lost(r, s, at, d, l))
		return false;
	if (d->place.n == 0)
		return l->bracket && (l->dated || l->lead);
	if (l->bracket || (l->dated && len))
		return d->place.n < 90;
	if (s.p[at] == ':')
		return known_place(r, d->place);
	return s.n > at + 40 && (known_place(r, d->place) || (l->upper && line_words(d->place) <= 6 && str_has(d->place, STR(", "))));
}

/* The outlet without brackets that ends the place: `Seoul, South Korea CNN — `. */
static void
cut_outlet(const struct rules *r, struct dateline *d)
{
	struct str outlet = line_last_word(d->place), place = str_trim(str_head(d->place, d->place.n - outlet.n));

	if (!place.n || !rules_outlet(r, outlet, NULL))
		return;
	d->agency = outlet;
	place.n -= str_ends(place, STR(","));
	d->place = place;
}

/* The place behind a day that opens the line: `June 18, 2003, WASHINGTON, D.C. - `. Where it ends; `at` if there is none. */
static size_t
place_behind_day(const struct rules *r, struct str s, size_t at, struct dateline *d, struct latin *l)
{
	size_t from = at + words_start(str_from(s, at), WORDS(", ", " | ", " – ", " — ", " - "));
	struct str place = str_of(s.p + from, from > at ? read_place(r, str_from(s, from), &l->upper) : 0);

	if (!place.n || !(l->upper || known_place(r, place)))
		return at;
	d->place = place;
	return from + place.n;
}

/* `SEOUL, Nov. 3 (Yonhap) -- `, `(MENAFN- X (Y)) CITY, `, `(Oct 30): ` */
static bool
read_latin(const struct rules *r, struct str s, struct dateline *d)
{
	struct latin l = { .lead = s.p[0] == '(' };
	struct str in = { NULL, 0 };
	size_t at = 0, len, bare;

	*d = (struct dateline) { 0 };
	if (l.lead && !(at = skip_blanks(s, read_bracket(s, 0, &in))))
		return false;
	bare = read_place_and_day(r, s, at, d, &l);
	if (!d->place.n && l.dated && !l.lead)
		bare = place_behind_day(r, s, bare, d, &l);
	l.comma = !l.dated && bare && str_starts(str_from(s, bare), STR(", ("));
	bare += l.comma;
	at = skip_blanks(s, bare);
	if (at < s.n && (s.p[at] == '(' || s.p[at] == '/')) {
		at = read_agency(r, s, at, d, &l);
		if (!at)
			return false;
	} else if (at < s.n && s.p[at] == '-') {
		at = bare; /* a single hyphen needs the blank before it */
	} else {
		at = read_stroke(s, at, d, &l);
	}
	len = stuck_hyphen(s, at) && l.upper ? 2 : read_sign(s, at, &l);
	if (len && !l.bracket && !l.dated && s.p[at] != ':')
		cut_outlet(r, d);
	d->end = at + len;
	d->certain = l.bracket && len;
	return enough(r, s, at, len, d, &l);
}

/* Most lines are sentences: a cheap look for the sign that ends every dateline. */
static bool
has_mark(struct str s)
{
	const struct words marks = WORDS("-", ":", "_", ">", "/", "=", ")", "\xE2");

	for (size_t i = 2 + words_find(str_from(s, 2), marks); i + 1 < s.n; i += 1 + words_find(str_from(s, i + 1), marks)) {
		char c = s.p[i], before = s.p[i - 1], next = s.p[i + 1];
		bool mark = (c == '-' && (before == ' ' || before == ')' || next == '-' || (next == ' ' && is_capital(before))))
		    || (c == ':' && next == ' ')
		    || ((c == '_' || c == '=') && before == ' ') || (c == '>' && next == '>')
		    || (c == '/' && (before == ' ' || is_capital(before))) || (c == ')' && !str_ends(str_of(s.p, i), STR("JCS")))
		    || (c == '\xE2' && i + 2 < s.n && next == '\x80' /* a dash, a bullet */
			&& ((s.p[i + 2] >= '\x90' && s.p[i + 2] <= '\x95') || (s.p[i + 2] == '\xA2' && before == ' ')));

		if (mark)
			return true;
	}
	return false;
}

bool
dateline_read(const struct rules *r, struct str s, struct dateline *d)
{
	struct dateline own;

	if (!d)
		d = &own;
	if (s.n < 20)
		return false;
	if (s.p[0] == '(' || s.p[0] == '[' || s.p[0] == '\xE3')
		if (read_korean(r, s, d))
			return true;
	if (!is_capital(s.p[0]) && s.p[0] != '(')
		return false;
	return has_mark(str_head(s, 110)) && read_latin(r, s, d);
}

/* A few words with capitals and no digit. */
static bool
named_land(struct str s)
{
	bool all = line_words(s) <= 3;

	for (size_t i = 0; i < s.n && all; i++)
		all = !is_digit(s.p[i]) && !(is_small(s.p[i]) && (i == 0 || s.p[i - 1] == ' '));
	return all;
}

/* `South Korea`: no city. */
static bool
is_land(struct str s)
{
	return words_end(s, WORDS("Korea", "KOREA", "Japan", "China", "UK")) && !memchr(s.p, ',', s.n);
}

struct str
dateline_place(const struct rules *r, struct str s)
{
	struct pagedate day;
	size_t comma, n;
	bool ends = false;

	for (; (n = words_end(s, WORDS(" ", "—", "–", "-", ":"))) > 0; s.n -= n)
		ends = true;
	comma = str_find(s, STR(", "), 0);
	if (s.n > 60 || s.n < 4 || line_words(s) > 6 || !is_capital(*s.p) || is_land(s))
		return str_of(s.p, 0);
	if (comma < s.n && day_only(r, str_from(s, comma + 2), &day) && rules_place(r, str_of(s.p, comma))) /* Seoul, December 8 */
		return str_of(s.p, comma);
	if ((ends && comma < s.n && rules_place(r, str_from(s, comma + 2)))
	    || (rules_place(r, str_of(s.p, comma)) && (comma == s.n || named_land(str_from(s, comma + 2)))))
		return s;
	return str_of(s.p, 0);
}
