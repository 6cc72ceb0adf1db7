/* Whose a picture is: the credit that ends or is a line. */
#include "split_credit.h"
#include "ksplit_lists.h"
#include "split_line.h"
#include "split_meta.h"
#include "split_words.h"

bool
credit_in(const struct rules *r, struct str in, bool square)
{
	struct str as;

	in = str_trim(in);
	if (in.n < 2 || in.n > 120 || words_any(in, WORDS("eporting by", "diting by", "ontribut")))
		return false;
	if (words_any(in, WORDS(CREDIT_WORDS)) || rules_outlet(r, in, &as) || (str_ends(in, STR("DB")) && (*in.p & 0x80))) /* [한려일보DB] */
		return true;
	if (str_has(in, STR(" for "))
	    && rules_outlet(r, str_from(in, str_find(in, STR(" for "), 0) + 5), &as)) /* Mira Sohn for The Washington Post */
		return true;
	if (str_has(in, STR(": ")) && line_words(in) <= 8 && rules_outlet(r, str_of(in.p, str_find(in, STR(": "), 0)), &as))
		return true; /* ABC News: Jane Dover */
	for (size_t i = in.n; i-- > 3;)
		if (in.p[i] == '/') /* Name/RFA */
			return rules_outlet(r, str_from(in, i + 1), &as);
	if (square) { /* [LIM HYUN-DONG] */
		for (size_t i = 0; i < in.n; i++)
			if (is_small(in.p[i]) || is_digit(in.p[i]))
				return false;
		return in.n >= 4 && is_capital(*in.p);
	}
	return false;
}

size_t
credit_bracket(struct str s, char *which)
{
	char close = str_last(s), open = close == ')' ? '(' : '[';
	int depth = 0;

	if (close != ')' && close != ']')
		return s.n;
	*which = open;
	for (size_t i = s.n; i-- > 0 && s.n - i < 160;) {
		if (s.p[i] == close)
			depth++;
		else if (s.p[i] == open && --depth == 0)
			return i;
	}
	return s.n;
}

bool
credit_is_gloss(const struct rules *r, struct str before, struct str in)
{
	const struct outlet *o;
	struct str as;
	struct str word;

	in = str_trim(in);
	if (!before.n)
		return false;
	if (str_last(before) & 0x80 && line_words(in) >= 3 && line_hangul(in) == 0 && line_titled(in)) /* 방송처(U.S. Agency for ...) */
		return !memchr(in.p, '/', in.n) && !words_any(in, WORDS("Photo", "photo", "via "));
	if (in.n < 2 || in.n > 8)
		return false;
	for (size_t i = 0; i < in.n; i++)
		if (!is_capital(in.p[i]) && in.p[i] != '-' && !is_digit(in.p[i]))
			return false;
	if (str_last(before) & 0x80) { /* no blank, behind Hangul */
		o = rules_outlet(r, in, &as);
		return !o || !o->agency;
	}
	word = line_last_word(str_trim(before));
	return word.n && is_capital(*word.p) && *word.p == str_last(in);
}

/* `Yonhap`, `조선중앙통신 연합뉴스`, `KCNA/Yonhap`, `파주=뉴시스`, `KCNA via Reuters` */
static bool
outlets_only(const struct rules *r, struct str s)
{
	const struct words agencies = WORDS(PICTURE_AGENCIES);
	struct str as;
	unsigned n = 0;
	size_t sign = str_find(s, STR("="), 0), via = str_find(s, STR(" via "), 0);

	if (via < s.n && via > 0 && (rules_outlet(r, str_from(s, via + 5), &as) || words_start(str_from(s, via + 5), agencies)))
		s.n = via;

	if (sign + 1 < s.n && sign < 24)
		s = str_from(s, sign + 1);

	if (rules_outlet(r, s, &as))
		return true;
	while (s.p && s.n) {
		struct str word = str_trim(str_cut(&s, memchr(s.p, '/', s.n) ? '/' : ' '));

		if (!rules_outlet(r, word, &as) && words_start(word, agencies) < word.n)
			return false;
		n++;
	}
	return n > 0;
}

/* What stands behind the last sentence of s that another follows; s itself if there is none. A sentence may end in an abbreviation,
 * `... drills with the US. Photo: Yonhap`. */
static struct str
behind_sentence(struct str s)
{
	const struct words credits = WORDS(CAPTION_CREDITS);

	if (!memchr(s.p, '.', s.n) && !memchr(s.p, '!', s.n))
		return s;
	for (size_t i = s.n; i-- > 4;)
		if (s.p[i] == ' ' && i + 1 < s.n && (s.p[i - 1] == '.' || s.p[i - 1] == '!')
		    && (is_small(s.p[i - 2]) || is_digit(s.p[i - 2]) || (s.p[i - 2] & 0x80) || words_start(str_from(s, i + 1), credits)))
			return str_from(s, i);
	return s;
}

bool
credit_owner(const struct rules *r, struct str s)
{
	size_t mark = words_start(s, WORDS("© ", "ⓒ ", "via "));
	bool agency = false, picture = mark > 0;

	if (s.n > 90 || !(mark || memchr(s.p, '/', s.n) || str_has(s, STR(" via "))) || line_words(s) > 9)
		return false;
	for (s = str_from(s, mark); s.n;) {
		const struct words signs = WORDS(" via ", "/");
		size_t end = words_find(s, signs);
		struct str part = str_trim(str_of(s.p, end)), rest = str_from(s, end);
		const struct outlet *o = rules_outlet(r, part, NULL);

		agency |= o && o->agency;
		picture |= !o || (rest.n && *rest.p == ' ');
		if (!o && !name_shape(part) && !words_start(part, WORDS("Pool", "POOL", "Handout", "Getty")))
			return false;
		s = str_from(rest, words_start(rest, signs));
	}
	return agency && picture;
}

/* `[사진제공=국방부]` -> `사진제공=국방부`, `2025.11.4/뉴스1` -> `뉴스1` */
static struct str
bare_credit(struct str s)
{
	const char *open = strchr("[(<", *s.p), close = open ? "])>"[open - "[(<"] : 0;

	if (close && memchr(s.p, close, s.n) == s.p + s.n - 1)
		s = str_of(s.p + 1, s.n - 2);
	while (s.n && (is_digit(*s.p) || strchr("./ ", *s.p)))
		s = str_from(s, 1);
	return s;
}

bool
credit_korean(const struct rules *r, struct str s)
{
	enum { BYTES = 60, MANY = 5, FEW = 3 };

	if (s.n < 6 || s.n > BYTES || line_words(s) > MANY || line_stops(s))
		return false;
	s = bare_credit(s);
	if (line_hangul(s) < 2 || words_end(s, WORDS("다", "요", "기자")))
		return false;
	if (words_start(s, WORDS("사진=", "사진 =", "사진:", "사진제공", "사진 제공", "사진출처", "사진 출처", "사진공동취재단", "자료사진", "ⓒ", "©")))
		return true;
	if (line_words(s) <= FEW && words_end(s, WORDS("제공", "자료사진", "사진공동취재단", "캡처", "캡쳐")))
		return true;
	return (str_has(s, STR(" ")) || str_has(s, STR("="))) && outlets_only(r, s);
}

/* Behind the last sentence in Korean, with a blank or without: `... 하고 있다.ⓒ연합뉴스`, `... 하고 있다. 2023.06.07.뉴시스` */
static bool
korean_behind_sentence(const struct rules *r, struct str s)
{
	enum { SCREEN = 6 }; /* words: 우크라이나 대통령 엑스 캡처 */
	const struct str stop = STR("다.");
	struct str end = str_tail(s, 110), rest = STR(""), bare;

	for (size_t at = str_find(end, stop, 0); at < end.n; at = str_find(end, stop, at + stop.n))
		rest = str_trim(str_from(end, at + stop.n));
	if (!rest.n)
		return false;
	bare = bare_credit(rest);
	return credit_korean(r, rest) || (is_digit(*rest.p) && bare.n && rules_outlet(r, bare, NULL))
	    || (words_end(rest, WORDS(" 캡처", " 캡쳐")) && line_words(rest) <= SCREEN);
}

/* The credit at byte `at` stands behind a bar, or the page lost the blank before it: `... on Monday | Image: Ministry of National Defense`,
 * `state media saidImage: KCNA/REUTERS`. */
static bool
credit_set_off(struct str end, size_t at)
{
	return at > 2 && at < end.n && (is_small(end.p[at - 1]) || end.p[at - 2] == '|')
	    && line_words(str_from(end, at)) <= 9;
}

/* Who took it and for whom, behind the last sentence: `Ahn Seo-jin / AP`, `Ahn Seo-jin, Associated Press`, `U.S. ARMY / PFC. LEO MARTZ`. */
static bool
name_and_owner(const struct rules *r, struct str s)
{
	size_t slash = words_find(s, WORDS("/", "|", ", "));
	struct str owner;

	if (slash == s.n || slash < 4 || line_words(s) > 8)
		return false;
	owner = str_trim(str_from(s, slash + 1));
	if (s.p[slash] == '/' && line_capitals(str_of(s.p, slash)) && names_only(owner)) /* HARBOR GROUP/Jane Dover */
		return true;
	return line_capitals(s)
	    || (names_only(str_trim(str_of(s.p, slash))) /* Dana Whitlock / The Courier */
		&& (rules_outlet(r, owner, NULL) || (s.p[slash - 1] == ' ' && line_words(s) <= 7 && line_titled(owner))));
}

/* A credit at the end without brackets: `Photo by X/UPI`, `REUTERS/Name`, `| REUTERS`, `/ AFP`, `Courtesy of X`. */
static bool
ends_in_credit(const struct rules *r, struct str s)
{
	const struct words last = WORDS(CAPTION_CREDITS);
	struct str end = str_tail(s, 110), stop;
	size_t sign = words_end(s, WORDS(CAPTION_ENDS)), credit;

	if (korean_behind_sentence(r, s))
		return true;
	if (str_ends(s, STR(" pic")) && words_any(end, WORDS(" — ", " ― ", " – ", ". - "))) /* ... on Monday. — Reuters file pic */
		return true;
	if (sign && !(s.p[s.n - sign] == '-' && s.n > sign && s.p[s.n - sign - 1] == ' ')) /* no headline `... on July 18 -Yonhap` */
		return true;
	stop = behind_sentence(end);
	if (stop.p > end.p && (outlets_only(r, str_trim(stop)) || name_and_owner(r, str_trim(stop)))) /* `... in this June photo. Yonhap` */
		return true;
	credit = words_find(end, last);
	if (credit_set_off(end, credit))
		return true;
	if (stop.p > end.p && line_words(stop) <= 6 && words_end(stop, WORDS(" Photo", " photo", " Image"))) /* US Navy Photo */
		return true;
	return credit < end.n && words_any(stop, last) && line_words(stop) < 14;
}

/* A picture of the paper's own, or its maker's: `... in Gumi. /The Chosun Daily DB`, `... for reservists. /Army` */
static bool
ends_in_outlet(struct str s)
{
	struct str end = str_tail(s, 60);
	const char *slash = memrchr(end.p, '/', end.n);
	size_t at = slash ? (size_t)(slash - s.p) + 1 : 0;

	return at > 24 && at < s.n && str_last(s) != '.' && line_stops(str_trim(str_of(s.p, at - 1))) && line_words(str_from(s, at)) <= 3
	    && (is_capital(s.p[at]) || (s.p[at] & 0x80));
}

/* A picture by the paper's own hand, `... for the drill. (ROK Navy)`: few words with capitals in brackets behind a stop. */
static bool
credit_behind_stop(struct str s, size_t open)
{
	struct str in = str_of(s.p + open + 1, s.n - open - 2);

	if (open < 24 || str_last(s) != ')' || s.p[open - 1] != ' ' || s.p[open - 2] != '.' || s.n > 400 || line_words(in) < 2
	    || line_words(in) > 4)
		return false;
	for (size_t i = 0; i < in.n; i++)
		if ((i == 0 || in.p[i - 1] == ' ') && !is_capital(in.p[i]))
			return false;
	return caption_tells(s);
}

bool
credit_ends(const struct rules *r, struct str s, size_t open, char which)
{
	if (open < s.n && credit_behind_stop(s, open))
		return true;
	if (open < s.n && credit_in(r, str_of(s.p + open + 1, s.n - open - 2), which == '[')
	    && !credit_is_gloss(r, str_of(s.p, open), str_of(s.p + open + 1, s.n - open - 2)))
		return s.n < 500 || which == '[';
	return s.n < 500 && !str_ends_in(s, ".?!") && (ends_in_credit(r, s) || ends_in_outlet(s));
}

bool
credit_added(struct str told, struct str again)
{
	enum { CREDIT_BYTES = 80, CREDIT_LONG = 8 };
	struct str rest = str_from(again, smaller(told.n, again.n));

	if (rest.n < 3 || rest.n > CREDIT_BYTES || !str_starts(again, told))
		return false;
	if (str_starts(str_trim(rest), STR("(")))
		return str_last(rest) == ')';
	return *rest.p == ' ' && is_capital(rest.p[1]) && line_stops(told) && !line_stops(rest) && line_words(rest) <= CREDIT_LONG;
}
