#include "split_line.h"
#include "ksplit_lists.h"
#include "list.h"
#include "split_words.h"
#include "utf8.h"

const bool line_wordy[256] = { ['0' ... '9'] = true, ['A' ... 'Z'] = true, ['a' ... 'z'] = true, [0x80 ... 0xFF] = true };

/* The first two bytes of a syllable, U+AC00 to U+D7A3. */
static bool
hangul_at(const char *p)
{
	unsigned two = (unsigned)((unsigned char)p[0] << 8 | (unsigned char)p[1]);

	return two >= 0xEAB0 && two <= 0xED9E;
}

unsigned
line_hangul(struct str s)
{
	unsigned n = 0;

	for (size_t i = utf8_ascii(s); i + 2 < s.n; i++)
		n += hangul_at(s.p + i);
	return n;
}

bool
line_has_hangul(struct str s)
{
	size_t i = utf8_ascii(s);

	while (i + 2 < s.n && !hangul_at(s.p + i))
		i++;
	return i + 2 < s.n;
}

/* Quotes and brackets at the end: `...alliance.”`, `(…).` */
static struct str
without_closers(struct str s)
{
	enum { MOST = 12 };
	size_t n;

	for (int i = 0; i < MOST && s.n; i++) {
		n = str_last(s) == '\0' ? 1 : words_end(s, WORDS("”", "’", "“", "‘", "」", "』", "»", "´", "\"", "'", ")", "]"));
		if (n == 0)
			break;
		s.n -= n;
	}
	return s;
}

/* `... Speaks by Phone with German Minister (1.19.)`: a day in brackets ends no sentence. Where the bracket opens, or s.n. */
static size_t
day_in_brackets(struct str s)
{
	size_t i = s.n;

	if (s.n < 12 || str_last(s) != ')' || s.p[s.n - 2] != '.')
		return s.n;
	for (i -= 2; i > 0 && s.n - i < 14 && (is_digit(s.p[i]) || s.p[i] == '.' || s.p[i] == ' ');)
		i--;
	return s.p[i] == '(' ? i : s.n;
}

/* The line without the number of its footnote: `... was brought out.[1]`. */
static struct str
without_note(struct str s)
{
	size_t i = s.n;

	if (s.n < 5 || str_last(s) != ']')
		return s;
	for (i--; i > 0 && s.n - i < 12 && is_digit(s.p[i - 1]); i--)
		;
	return i > 1 && s.p[i - 1] == '[' && i + 1 < s.n ? str_of(s.p, i - 1) : s;
}

struct str
line_word(struct str s, size_t at, char sign)
{
	size_t end = at;

	while (end < s.n && (is_capital(s.p[end]) || is_small(s.p[end]) || s.p[end] == sign))
		end++;
	return str_of(s.p + at, end - at);
}

bool
line_other_paper(const struct line *line, size_t from, size_t i)
{
	enum { LIST_LINES = 16 };

	for (size_t k = i; line[i].class == CLASS_SOURCE && k-- > from && k + LIST_LINES > i;)
		if (line[k].flags & LINE_LIST)
			return line[k].class == CLASS_NAV;
	return false;
}

/* `AI 핵심 요약`, sentences, `AI가 생성한 요약입니다.`; on Daum `전체 맥락을 이해하기 위해서는 본문 보기를 권장합니다.`, sentences, and the sizes of
 * letters. */
size_t
line_summary_end(const struct line *line, size_t n, size_t from)
{
	enum { HEADING_WORDS = 8 };

	if (line[from].class == CLASS_SUMMARY && line[from].words <= HEADING_WORDS)
		for (size_t i = from + 1; i < n && i < from + SUMMARY_LINES; i++)
			if (line[i].class == CLASS_SUMMARY)
				return i;
	return from;
}

struct str
line_last_word(struct str s)
{
	size_t at = s.n;

	while (at > 0 && s.p[at - 1] != ' ')
		at--;
	return str_from(s, at);
}

bool
line_capitals(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (is_small(s.p[i]))
			return false;
	return true;
}

bool
line_titled(struct str s)
{
	while (s.p) {
		struct str word = str_cut(&s, ' ');

		if (!word.n || (!is_capital(*word.p) && !word_exactly(word, "of in the and & for on")))
			return false;
	}
	return true;
}

/* `Soldier Accounted For From Korean War (Hale, D.)` */
static bool
closes_initial(struct str s)
{
	return s.n > 6 && str_ends(s, STR(".)")) && is_capital(s.p[s.n - 3]) && s.p[s.n - 4] == ' ' && s.p[s.n - 5] == ',';
}

/* Asked at each place of a line: what it looks at of one has an end. */
bool
line_stops(struct str line)
{
	struct str s = without_closers(without_note(str_trim(str_of(line.p, day_in_brackets(line)))));

	if (s.n > 3 && s.n < 400 && str_last(s) == '.' && is_capital(s.p[s.n - 2]) && s.p[s.n - 3] == '.' && line_words(s) < 15
	    && str_find(s, STR(". "), 0) >= s.n - 2)
		return false; /* a headline that ends in U.S. */
	if (closes_initial(line))
		return false;
	return words_end(s, WORDS(".", "?", "!", "…", "。"));
}

/* The agency in brackets at the end of s: where the bracket opens, s.n if there is none. */
static size_t
signed_in_brackets(const struct rules *r, struct str s, struct str *name)
{
	size_t open = s.n - 1;
	struct str as;

	while (open > 0 && s.p[open] != '(' && s.n - open < 40)
		open--;
	*name = s.p[open] == '(' ? str_of(s.p + open + 1, s.n - open - 2) : str_of(s.p, 0);
	return name->n && rules_outlet(r, *name, &as) ? open : s.n;
}

/* The same without brackets, behind a stop: `REUTERS`, `– AFP`, `–Xinhua`, and stuck to it, `she added.Yonhap`. */
static size_t
signed_bare(const struct rules *r, struct str s, struct str *name)
{
	size_t at = s.n, end, n;
	const struct outlet *o;
	struct str as;

	while (at > 0 && s.n - at < 12 && (is_capital(s.p[at - 1]) || is_small(s.p[at - 1])))
		at--;
	*name = str_from(s, at);
	if (name->n < 2 || at < 2 || !is_capital(*name->p))
		return s.n;
	end = at;
	while ((n = words_end(str_of(s.p, end), WORDS("–", "—", "-", "/", " "))) > 0)
		end -= n;
	if (!line_stops(str_of(s.p, end)) || (end == at && !is_small(s.p[end - 2])) || !(o = rules_outlet(r, *name, &as)) || !o->agency)
		return s.n;
	return end;
}

/* Of several words, behind a dash: `... the sea. — Agence France-Presse` */
static size_t
signed_behind_dash(const struct rules *r, struct str s, struct str *name)
{
	const struct words dashes = WORDS("—", "–");
	size_t from = s.n > 48 ? s.n - 48 : 0, at = from + words_find(str_from(s, from), dashes);
	const struct outlet *o;

	if (at == s.n || !line_stops(str_trim(str_of(s.p, at))))
		return s.n;
	*name = str_trim(str_from(s, at + words_start(str_from(s, at), dashes)));
	o = rules_outlet(r, *name, NULL);
	return o && o->agency ? at : s.n;
}

/* `... 밝혔다./연합뉴스`: behind a stroke. */
static size_t
signed_behind_stroke(const struct rules *r, struct str s, struct str *name)
{
	struct str end = str_tail(s, 24);
	const char *stroke = memchr(end.p, '/', end.n);
	const struct outlet *o;
	struct str as;

	if (!stroke)
		return s.n;
	*name = str_trim(str_from(s, (size_t)(stroke + 1 - s.p)));
	o = rules_outlet(r, *name, &as);
	return o && o->agency ? (size_t)(stroke - s.p) : s.n;
}

size_t
line_sign_off(const struct rules *r, struct str s, struct str *name)
{
	struct str in;
	size_t end = s.n;

	if (s.n >= 8 && str_last(s) == ')')
		end = signed_in_brackets(r, s, &in);
	else if (s.n >= 8 && (is_capital(str_last(s)) || is_small(str_last(s))))
		end = signed_bare(r, s, &in);
	else if (s.n >= 30 && (str_last(s) & 0x80))
		end = signed_behind_stroke(r, s, &in);
	if (end == s.n && s.n >= 40 && is_small(str_last(s)))
		end = signed_behind_dash(r, s, &in);
	if (end == s.n || !line_stops(str_trim(str_of(s.p, end))))
		return s.n;
	if (name)
		*name = in;
	return str_trim(str_of(s.p, end)).n;
}

char
line_separator(struct str s)
{
	static const struct str wide[] = { STR_ITEM("─"), STR_ITEM("━"), STR_ITEM("—"), STR_ITEM("═") };

	if (s.n < 3)
		return 0;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
		size_t at = 0;

		while (at < s.n && str_starts(str_from(s, at), wide[i]))
			at += wide[i].n;
		if (at == s.n)
			return i == 3 ? '=' : '-';
	}
	if (!strchr("-=_*#~", s.p[0]))
		return 0;
	for (size_t i = 1; i < s.n; i++)
		if (s.p[i] != s.p[0] && s.p[i] != ' ')
			return 0;
	return s.p[0];
}

/* `sep` between at least `least` parts of one to five words each. */
static bool
parts_between(struct str s, struct str sep, unsigned least)
{
	unsigned n = 0;

	for (size_t at = 0; at <= s.n;) {
		size_t end = str_find(s, sep, at);
		struct str part = str_trim(str_of(s.p + at, end - at));

		if (line_words(part) > 5 || (part.n == 0 && end < s.n && n > 0))
			return false;
		n++;
		at = end + sep.n;
	}
	return n >= least;
}

/* `Home > Press Releases > Readout of the Secretary's call with the minister`: the headline is its last part. */
static bool
crumb_of_title(struct str s)
{
	size_t first = str_find(s, STR(" > "), 0), last = first;

	for (size_t at = first; at < s.n; at = str_find(s, STR(" > "), at + 1))
		last = at;
	return last < s.n && last > first && parts_between(str_of(s.p, last), STR(" > "), 2);
}

bool
line_crumb(struct str s)
{
	static const struct str signs[] = { STR_ITEM(" > "), STR_ITEM(" › "), STR_ITEM(" » "), STR_ITEM(">"), STR_ITEM("\t>\t") };
	bool home = str_starts_nocase(s, STR("home")) || str_starts(s, STR("홈"));

	if (s.n > 160 || s.n < 4 || !(home || words_any(s, WORDS(">", "|", "›", "»"))))
		return false;
	while (str_ends_in(s, ". ") && str_has(s, STR(" > ")))
		s.n--;
	if (words_end(s, WORDS(" 앵커>", " 기자>")) || (*s.p == '<' && str_last(s) == '>') || line_stops(s) || str_has(s, STR("< >")))
		return false;
	if (memchr(s.p, '>', s.n) == s.p + s.n - 1) /* `Kim Daon 기자>` speaks */
		return false;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_has(s, signs[i]) && parts_between(s, signs[i], 2))
			return true;
	if (home && crumb_of_title(s))
		return true;
	if (home && (parts_between(s, STR(" / "), 2) || parts_between(s, STR(" : "), 2)))
		return true;
	return (s.n < 80 && parts_between(s, STR(" | "), 3));
}

struct str
line_mail(struct str s)
{
	const char *at = memchr(s.p, '@', s.n);
	size_t from, to, dot = 0;

	if (!at)
		return (struct str) { NULL, 0 };
	from = to = (size_t)(at - s.p);
	while (
	    from > 0 && (is_capital(s.p[from - 1]) || is_small(s.p[from - 1]) || is_digit(s.p[from - 1]) || strchr("._+-", s.p[from - 1])))
		from--;
	for (to++; to < s.n && (is_capital(s.p[to]) || is_small(s.p[to]) || is_digit(s.p[to]) || s.p[to] == '-' || s.p[to] == '.'); to++)
		if (s.p[to] == '.')
			dot = to;
	if (dot && dot == to - 1) { /* the stop of a sentence */
		to--;
		dot = 0;
		for (size_t i = (size_t)(at - s.p); i < to; i++)
			dot = s.p[i] == '.' ? i : dot;
	}
	if (!dot || from == (size_t)(at - s.p))
		return (struct str) { NULL, 0 };
	return str_of(s.p + from, to - from);
}

bool
line_to_reader(struct str s)
{
	const struct words persons =
	    WORDS(" you ", " your ", " You ", "Your ", "You ", " our ", "Our ", " us ", " Click here", " click here");
	const struct words offers = WORDS(OFFERS); /* no sentence of the news begins so */

	return s.n <= 220 && (words_start(s, offers) || words_any(s, persons)) && !words_any(s, WORDS("\"", "“", " said"));
}

bool
line_greets(struct str s)
{
	return s.n > 4 && s.n < 120 && str_ends_in(s, ",.!:") && words_start(s, WORDS(GREETINGS));
}

bool
line_numbered(struct str s)
{
	return s.n > 3 && is_digit(s.p[0]) && (s.p[1] == '.' || s.p[1] == ')') && s.p[2] == ' ';
}

bool
line_item(struct str s)
{
	return line_numbered(s) || words_start(s, WORDS("- ", "• ", "* ", "· ", "ㅇ", "○", "▲", "◦", "▪", "– ", "— ", "□"));
}

bool
line_ago(struct str s)
{
	return s.n <= 60 && str_ends(s, STR(" ago")) && words_any(s, WORDS("hour", "day", "minute", "week", "month", "min ", "hr"))
	    && line_words(s) <= 8 && words_find(s, WORDS("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "an ", "a ")) < s.n
	    && !words_start(s, WORDS("Updated", "Posted", "Published"));
}

bool
line_mark_alone(struct str s)
{
	return str_eq(s, STR("-")) || str_eq(s, STR("•")) || str_eq(s, STR("*"));
}

bool
line_told(const struct rules *r, struct str s)
{
	(void)r;
	return words_any(s, WORDS("\"", "“", " said", " told ", " added", " announced", " according to ", " reported", " confirmed",
			    " saying ", "밝혔다", "말했다", "전했다", "설명했다"));
}
