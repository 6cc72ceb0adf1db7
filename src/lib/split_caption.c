#include "split_credit.h"
#include "ksplit_lists.h"
#include "split_letters.h"
#include "split_line.h"
#include "split_meta.h"
#include "split_words.h"

/* Length of `1 of 15. `, `1/5 `, the number of a picture, in bytes; 0 if s does not begin so. */
static size_t
number_end(struct str s)
{
	size_t i = str_digits_end(s, 0), of = words_start(str_from(s, i), WORDS(" of ", "/"));

	if (i == 0 || i > 3 || !of)
		return 0;
	i = str_digits_end(s, i + of);
	if (i + 12 >= s.n || (s.p[i] != '.' && s.p[i] != ' '))
		return 0;
	while (i < s.n && (is_digit(s.p[i]) || s.p[i] == '.' || s.p[i] == ' '))
		i++;
	return i;
}

/* `© AP Photo / Lee Jin-man`, `© AFP 2022 / Frederic J. Brown`: who holds the picture, not the page. Where the name
 * begins, or s.n. */
static size_t
picture_right(struct str s)
{
	size_t slash;

	if (!str_starts(s, STR("© ")) && !str_starts(s, STR("ⓒ ")))
		return s.n;
	slash = str_find(str_head(s, 60), STR(" / "), 0);
	return slash < s.n && slash < 60 && slash + 3 < s.n && line_words(str_of(s.p, slash)) <= 4 ? slash + 3 : s.n;
}

bool
caption_of_satellite(struct str s)
{
	return words_any(s, WORDS("Maxar", "Airbus", "Planet Labs", "CNES", "DigitalGlobe", "Vantor"));
}

/* `In this Tuesday, March 17, 2020, photo provided by ...` */
static bool
dated_picture(struct str s)
{
	struct str head = str_head(s, 60);

	return words_start(s, WORDS("In this ", "In an "))
	    && words_any(head, WORDS(" photo", " image", " picture", " handout", " frame grab", " screen")) && !line_stops(head);
}

bool
caption_opens(struct str s)
{
	while (s.n > 4 && (*s.p == '<' || *s.p == '>' || *s.p == ' ')) /* << In this photo ... */
		s = str_from(s, 1);
	return words_start(s, WORDS(CAPTION_OPENERS)) || dated_picture(s) || number_end(s) || picture_right(s) < s.n;
}

bool
caption_tells(struct str s)
{
	return s.n < 450 && words_any(s, WORDS(CAPTION_VERBS)) && !words_any(s, WORDS(" said", "\"", "”", " reads. "));
}

bool
caption_empty(const struct rules *r, struct str s)
{
	if (credit_owner(r, s) || credit_korean(r, s))
		return true;
	if (picture_right(s) < s.n && line_words(s) <= 7)
		return true;
	if (words_end(s, WORDS("file photo", "File Photo")) && line_words(s) <= 5) /* Yomiuri Shimbun file photo */
		return true;
	return words_start(s, WORDS(EMPTY_CAPTIONS)) && (line_words(s) <= 7 || str_has(s, STR("ATTENTION EDITORS")));
}

struct str
caption_clean(struct str s)
{
	const struct words links = WORDS("| License Photo", "License Photo", "View image in fullscreen", "Enlarge", "| View Image Page",
	    "see less", "read more read more", "관련사진보기");

	s = str_from(s, number_end(s));
	s = str_from(s, words_start(s, WORDS("| ", "?? ?? ", "??  ?? ", "이미지 확대 ", "큰사진보기 ")));
	s.n = words_find(s, WORDS(" 닫기 이미지 확대 보기")); /* and all of it again */
	for (size_t n; (n = words_end(s, links)) > 0;)
		s = str_trim(str_of(s.p, s.n - n));
	return s;
}

/* `(U.S. Navy photo by Mass Communication Specialist 3rd Class ...`: the bracket may have lost its end. */
static bool
service_photo(struct str s)
{
	const struct words list = WORDS("(U.S. Navy photo", "(U.S. Army photo", "(U.S. Air Force photo", "(U.S. Marine Corps photo",
	    "(U.S. Space Force photo", "(U.S. Coast Guard photo", "(DoD photo", "(DOD photo", "(Courtesy photo", "(ROK ");

	return memchr(s.p, '(', s.n) && str_has(s, STR(" photo")) && words_any(s, list);
}

/* Sold by an agency: `[연합뉴스 자료사진. 재판매 및 DB 금지]`, `... photo@example.com *재판매 및 DB 금지`. */
static bool
not_for_sale(struct str s)
{
	if (str_ends_in(s, "])"))
		s.n--;
	return str_ends(s, STR("재판매 및 DB 금지"));
}

bool
caption_of_reporter(struct str s)
{
	size_t sign = words_end(s, WORDS(" 기자", " 특파원")) ? words_find(s, WORDS("ⓒ", "©")) : s.n;

	return sign < s.n && s.n - sign < 60;
}

/* A Korean agency's picture: its day stands behind the last sentence or the credit, `... 쫓고 있다. 2023.06.07.` */
static bool
day_behind(struct str s)
{
	size_t i = s.n;

	while (i > 0 && s.n - i < 11 && (is_digit(s.p[i - 1]) || s.p[i - 1] == '.'))
		i--;
	if (s.n - i < 8 || !is_digit(s.p[i]) || s.p[i + 4] != '.' || i < 20)
		return false;
	i -= s.p[i - 1] == ' ';
	return (s.p[i - 1] == '.' || s.p[i - 1] == ')' || s.p[i - 1] == ']') && (s.p[i - 2] & 0x80);
}

/* A paragraph of news signed by an agency: `... the minister said on Friday. (Yonhap)`. */
static bool
signed_news(const struct rules *r, struct str s)
{
	return (line_sign_off(r, s, NULL) < s.n || str_has(s, STR(" said (")))
	    && words_any(s, WORDS(" said", " told ", " announced", "했다. ", "밝혔다. ", "말했다. "));
}

/* `... in this undated photo carried by the party's daily.` */
static bool
in_photo(struct str s)
{
	return s.n < 500 && str_has(s, STR(" in this")) && words_any(s, WORDS(PHOTO_CUES))
	    && !words_any(s, WORDS(" said", " told ", "\"", "“"));
}

/* Does a paragraph in Korean report twice what somebody said? No caption does: `... 밝혔다. ... 설명했다./연합뉴스` */
static bool
reports_twice(struct str s)
{
	const struct words verbs = WORDS(KOREAN_TOLD);
	size_t first = s.n > 200 ? words_find(s, verbs) : s.n;

	return first < s.n && words_any(str_from(s, first + 6), verbs);
}

/* Tells who stands where, before a credit that no table knows: `... (fourth from left) shakes hands with ... (Harbor Works)`. */
static bool
tells_places(struct str s, size_t open)
{
	return open < s.n && s.n - open < 60
	    && words_any(str_of(s.p, open), WORDS("from left)", "from right)", "From left are ", "(left)", "(right)"))
	    && !words_any(s, WORDS(" said", " told ", " added"));
}

/* The same without a credit: `The president (R) and ... shake hands following ...`, `The president, left, and ... shake hands as ...`. */
static bool
tells_sides(struct str s)
{
	return s.n < 450 && is_capital(*s.p) && words_any(s, WORDS(" (R) ", " (L) ", " (C) ", ", left, ", ", right, ")) && caption_tells(s);
}

/* What a film shows, and how long it is: `A veteran tells of the plot to help defectors 26:13`. No hour: `... opens at 10:30`. */
static bool
film_length(struct str s)
{
	size_t at = s.n;

	if (s.n < 24 || s.n > 160 || s.p[s.n - 3] != ':' || !is_digit(str_last(s)) || s.p[s.n - 2] < '0' || s.p[s.n - 2] > '5')
		return false;
	for (at -= 3; at > 0 && is_digit(s.p[at - 1]);)
		at--;
	return at + 3 < s.n && at + 6 > s.n && s.p[at - 1] == ' ' && is_letter(s.p[at - 2]) && line_words(s) >= 5
	    && !words_end(str_of(s.p, at - 1), WORDS(" at", " by", " from", " to", " till", " until", " around", " about",
		" before", " after", " and", " of", " a.m", " p.m"));
}

bool
caption_shape(const struct rules *r, struct str s)
{
	char which = 0;
	size_t open;
	struct str mail;

	if (s.n < 6 || s.n > 1200)
		return false;
	if (credit_owner(r, s) || credit_korean(r, s))
		return true;
	if (s.n <= 700 && caption_opens(s))
		return true;
	if (s.n > 60 && service_photo(str_tail(s, 160)))
		return true;
	if (is_small(*s.p)) /* the rest of a sentence: `that he would go on. REUTERS` */
		return false;
	mail = memchr(s.p, '@', s.n) ? line_mail(s) : s;
	if (mail.n && mail.p > s.p && mail.p + mail.n == s.p + s.n) /* the photographer's, in Korea */
		s = str_trim(str_of(s.p, (size_t)(mail.p - s.p)));
	if (s.n < 6)
		return false;
	if (film_length(s) || in_photo(s) || not_for_sale(s) || day_behind(s) || caption_of_reporter(s) || caption_reporter(s) < s.n)
		return true;
	open = credit_bracket(s, &which);
	if (open == 0 && which == '[' && line_stops(s)) /* [Head of the group: The drone held nothing but a card.] */
		return false;
	if (tells_places(s, open) || tells_sides(s))
		return true;
	return credit_ends(r, s, open, which) && (str_last(s) == ']' || !signed_news(r, s)) && !reports_twice(s);
}

/* `..., April 13, 2017. ― Reuters picSHAH ALAM, Oct 1 — The trial ...`, as the Malay Mail has it: where the text begins; 0 if nowhere. */
static size_t
pic_glued(struct str s)
{
	const struct str pic = STR(" pic");
	size_t end = str_find(s, pic, 20) + pic.n;

	return end + 60 < s.n && is_capital(s.p[end]) && is_capital(s.p[end + 1]) ? end : 0;
}

/* The next closing bracket at or after byte i; `most` if there is none before it. */
static size_t
next_close(struct str s, size_t i, size_t most)
{
	const char *round = i < most ? memchr(s.p + i, ')', most - i) : NULL, *square;
	size_t end = round ? (size_t)(round - s.p) : most;

	square = i < end ? memchr(s.p + i, ']', end - i) : NULL;
	return square ? (size_t)(square - s.p) : end;
}

/* `...southern Seoul (Yonhap)A court on Friday`, `weaponsAFP`: the bracket of a credit with text stuck to it. knorm may have put a
 * blank there. */
size_t
caption_glued(const struct rules *r, struct str s, unsigned signs)
{
	struct dateline d;
	size_t most = smaller(s.n, 600), glued = s.n > 60 && (signs & SIGN_OTHER) ? pic_glued(str_of(s.p, most)) : 0;

	if (glued)
		return glued;
	for (size_t i = signs & SIGN_CLOSE ? next_close(s, 8, most) : most; i + 2 < most; i = next_close(s, i + 1, most)) {
		size_t open, next = i + 1;
		char which = 0;

		if (s.p[next] == ' ')
			next++;
		if (next >= s.n || !(is_capital(s.p[next]) || s.p[next] == '"' || (s.p[next] & 0x80)))
			continue;
		open = credit_bracket(str_of(s.p, i + 1), &which);
		if (open >= i || open < 20 || !credit_in(r, str_of(s.p + open + 1, i - open - 1), which == '[')
		    || credit_is_gloss(r, str_of(s.p, open), str_of(s.p + open + 1, i - open - 1)))
			continue;
		if (open < 90 && dateline_read(r, s, &d) && d.end > i) /* SEONGNAM, South Korea, Oct. 1 (Korea Bizwire) South Korea ... */
			continue;
		if (next == i + 1 || s.p[open - 2] == '.'
		    || (is_small(s.p[i - 1]) && line_words(str_of(s.p, open)) >= 4 && !line_stops(str_of(s.p, open - 1))))
			return i + 1;
	}
	return 0;
}
