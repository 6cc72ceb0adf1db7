/* Kinds of lines that their signs alone tell. */
#include "split_shape.h"
#include "ksplit_lists.h"
#include "list.h"
#include "split_line.h"
#include "split_meta.h"
#include "split_words.h"
#include "utf8.h"

struct str
shape_address(struct str s)
{
	size_t label = words_start(s, WORDS(URL_LABELS));

	while (label && label < s.n && (s.p[label] == ' ' || s.p[label] == ':' || s.p[label] == ']'))
		label++;
	s = str_from(s, label);
	return s.n > 8
	        && (str_starts_nocase(s, STR("http://")) || str_starts_nocase(s, STR("https://")) || str_starts_nocase(s, STR("www.")))
	        && !str_has(s, STR(" "))
	    ? s
	    : STR("");
}

/* `abc.example/news/frigate/105278834`: an address that lost its beginning. */
static bool
bare_address(struct str s)
{
	size_t slash, dots = 0;

	if (!is_small(*s.p) || memchr(s.p, ' ', s.n))
		return false;
	slash = str_find(s, STR("/"), 0);
	if (slash < 6 || slash + 6 > s.n)
		return false;
	for (size_t i = 0; i < slash; i++) {
		if (!is_small(s.p[i]) && !is_digit(s.p[i]) && s.p[i] != '.' && s.p[i] != '-')
			return false;
		dots += s.p[i] == '.' && is_small(s.p[i + 1]);
	}
	return dots > 0;
}

bool
shape_url(struct str s)
{
	if (bare_address(s))
		return true;
	if (s.n > 8 && s.n < 40 && is_small(*s.p) && words_end(s, WORDS(".com", ".kr", ".net", ".org")) && !str_has(s, STR(" "))
	    && !memchr(s.p, '@', s.n)) /* m.sedaily.com */
		return true;
	return shape_address(s).n > 0;
}

/* The file that hangs on an office's page: `230905_보도자료.pdf (다운로드 12회)` */
static bool
names_file(struct str s)
{
	const struct words types = WORDS(".hwp", ".pdf", ".zip");
	const char *dot = s.p;

	while ((dot = memchr(dot, '.', (size_t)(s.p + s.n - dot))) != NULL && !words_start(str_from(s, (size_t)(dot - s.p)), types))
		dot++;
	return dot && line_words(s) <= 8 && !line_stops(s);
}

/* An agency's number of a picture opens its alternative text: `20260409N Soldiers with a drone` */
static bool
numbers_picture(struct str s)
{
	size_t i = 0, digits = 0;

	while (i < s.n && (is_digit(s.p[i]) || is_capital(s.p[i])))
		digits += is_digit(s.p[i++]);
	return digits >= 6 && i > digits && (i == s.n || s.p[i] == ' ' || s.p[i] == '_') && s.n < 120 && !line_stops(s);
}

bool
shape_debris(struct str s)
{
	size_t i = 0;

	while (i < s.n && i < 60 && !is_wordy(s.p[i]))
		i++;
	if (i == s.n && i < 60) /* no letter */
		return true;
	if ((s.p[0] == '.' || s.p[0] == '#') && memchr(s.p, '{', s.n) && memchr(s.p, '}', s.n))
		return true;
	if (s.n < 200 && (names_file(s) || numbers_picture(s)))
		return true;
	if (s.n < 200 && words_end(s, WORDS(".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")))
		return true;
	return s.p[0] == '<' && (is_small(s.p[1]) || s.p[1] == '/' || s.p[1] == '!') && str_last(s) == '>' && s.n < 60
	    && !str_has(s, STR(" "));
}

/* `© Harbor Notes 2001–2025`: a firm and its years. */
static bool
firm_right(struct str s)
{
	size_t range;

	if (s.n < 12 || !is_digit(str_last(s)) || !is_digit(s.p[s.n - 4]) || !words_start(s, WORDS("© ", "©", "ⓒ ", "ⓒ", "(c) ", "(C) ")))
		return false;
	range = words_end(str_of(s.p, s.n - 4), WORDS("–", "-"));
	return range && is_digit(s.p[s.n - 5 - range]);
}

bool
shape_right(struct str s)
{
	static const struct str signs[] = { STR_ITEM("© "), STR_ITEM("©"), STR_ITEM("ⓒ "), STR_ITEM("ⓒ") };

	if (s.n >= 120 || utf8_ascii(s) == s.n)
		return false;
	if (firm_right(s))
		return true;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t at = str_find(s, signs[i], 0), year = at + signs[i].n;
		struct str before = str_trim(str_of(s.p, at));

		if (at == s.n || caption_of_satellite(s))
			continue;
		if (words_end(before, WORDS("Copyright", "COPYRIGHT"))
		    || (!before.n && str_starts_nocase(str_from(s, year), STR("copyright "))))
			return true;
		if (year + 4 <= s.n && is_digit(s.p[year]) && is_digit(s.p[year + 3]) && line_words(before) <= 6 && line_words(s) <= 10
		    && !line_stops(before))
			return true;
	}
	return false;
}

bool
shape_counter(struct str s)
{
	bool digit = false;

	for (size_t i = 0; i < s.n; i++) {
		if (is_digit(s.p[i]))
			digit = true;
		else if (!strchr(" ,./:+()KkM%°C-", s.p[i]) && s.p[i] != '\xC2' && s.p[i] != '\xB0')
			return false;
	}
	return digit && s.n < 16;
}

size_t
shape_signature(struct str s)
{
	size_t from = s.n > 40 ? s.n - 40 : 0, at = from + words_find(str_from(s, from), WORDS("—", "© "));

	if (at == s.n || line_words(str_from(s, at)) > 4 || !line_stops(str_trim(str_of(s.p, at))))
		return 0;
	for (size_t i = at + 3; i < s.n; i++)
		if (!is_capital(s.p[i]) && !strchr(" .-'", s.p[i]))
			return 0;
	return s.n - at;
}

bool
shape_program(struct str s)
{
	size_t hour = str_digits_end(s, 0), end = hour + 1 < s.n ? str_digits_end(s, hour + 1) : 0;

	if (hour == 0 || hour > 2 || end != hour + 3 || s.p[hour] != ':')
		return false;
	end += words_start(str_from(s, end), WORDS(" AM", " PM", "AM", "PM"));
	return end > hour + 3 && end < s.n && is_capital(s.p[end]);
}

bool
shape_code(struct str s)
{
	size_t others = 0;

	for (size_t i = 0; i < s.n && others <= 4; i++)
		others += !is_digit(s.p[i]);
	return others <= 4 && s.n - others >= 10;
}

/* Bytes of the words, one after the other, that s begins with. */
static size_t
run_of(struct str s, struct words words)
{
	size_t i = 0, n;

	while ((n = words_start(str_from(s, i), words)) > 0)
		for (i += n; i < s.n && s.p[i] == ' ';)
			i++;
	return i;
}

bool
shape_box(struct str s)
{
	const struct words opens = WORDS("[", "<", "■", "▶", "◆", "●", "★", "▷"), closes = WORDS("]", ">", "더보기", "더 보기", "+");
	size_t words, nouns;

	s = str_trim(str_from(s, words_start(s, opens)));
	for (size_t n; (n = words_end(s, closes)) > 0;)
		s = str_trim(str_of(s.p, s.n - n));
	words = run_of(s, WORDS(BOX_WORDS));
	nouns = words ? run_of(str_from(s, words), WORDS(BOX_NOUNS)) : 0;
	for (s = str_from(s, words + nouns); s.n && is_digit(str_last(s));) /* BEST 10 */
		s.n--;
	return nouns && !s.n;
}

size_t
line_aired(struct str s)
{
	size_t at = s.n > 40 ? str_find(s, STR(" Aired "), s.n - 40) : s.n, i = at + 7;

	return i < s.n && is_digit(s.p[i]) && line_words(str_from(s, i)) <= 4 ? at : s.n;
}

/* Who wrote and who took the pictures, behind the last sentence: `... 말했다. 글=감찬호 기자/사진=부대 제공`. Where it begins, or s.n. */
static size_t
line_makers(struct str s)
{
	size_t from = s.n > 100 ? s.n - 100 : 20,
	       at = s.n > 40 ? from + words_find(str_from(s, from), WORDS(" 글=", " 글·사진=", " 글/사진=")) : s.n;

	return at < s.n && line_stops(str_of(s.p, at)) ? at : s.n;
}

/* Who edited, behind the last sentence: `... landed in the water. /jpv`. Its length, or 0. */
static size_t
line_initials(struct str s)
{
	enum { LEAST = 2, MOST = 4 };
	size_t i = s.n;

	while (i > 0 && s.n - i <= MOST && is_small(s.p[i - 1]))
		i--;
	return s.n - i >= LEAST && i > 40 && str_ends(str_of(s.p, i), STR(" /")) && line_stops(str_of(s.p, i - 2)) ? s.n - i + 2 : 0;
}

struct str
line_without_link(struct str s)
{
	struct str rest = s, text;
	size_t link, mark;

	if (str_last(s) & 0x80)
		return str_of(s.p, line_makers(s));
	mark = s.n > 60 && is_capital(str_last(s)) ? shape_signature(s) : 0;
	if (!mark && s.n > 60 && is_small(str_last(s)))
		mark = line_initials(s);
	if (mark)
		return str_of(s.p, s.n - mark);
	mark = s.n > 40 && str_ends_in(s, "-/") ? words_end(s, WORDS(" -0-", " /END/", " /End/")) : 0;
	if (mark && line_stops(str_of(s.p, s.n - mark)))
		return str_of(s.p, s.n - mark);
	if (s.n < 40 || !str_ends_in(s, "Ee.g"))
		return s;
	while (str_ends_in(rest, ". "))
		rest.n--;
	link = words_end(rest, WORDS(" READ MORE", " Read more", " Read More", " Continue reading", " Continue Reading"));
	text = str_of(rest.p, rest.n - link);
	text.n -= words_end(text, WORDS(" –", " —", " -"));
	text = str_trim(text);
	return link && line_stops(text) ? text : s;
}

bool
shape_replies(struct str s)
{
	const struct words on = WORDS(REPLIES_ON);
	struct str head = str_head(s, 32), number;
	size_t at = words_find(head, on);

	if (at == head.n)
		return false;
	number = str_of(s.p, at);
	return (str_digits_end(number, 0) == at || word_exactly(number, "No One Two Three"))
	    && words_start(str_from(s, at + words_start(str_from(s, at), on)), WORDS("\"", "“", "‘", "«", "'"));
}

bool
shape_post(struct str s)
{
	struct str end = str_tail(s, 90);
	size_t at = str_find(end, STR(" (@"), 0), dash = words_find(end, WORDS("— ", "- ", "– "));

	return s.n > 60 && is_digit(str_last(s)) && dash < at && at < end.n && str_find(end, STR(") "), at) < end.n
	    && str_digits_end(str_from(s, s.n - 4), 0) == 4;
}
