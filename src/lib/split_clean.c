#include "split_clean.h"
#include "ksplit_lists.h"
#include "split_words.h"

/* Length of the blank or mark at byte i, or before it. */
static size_t
blank_at(struct str s, size_t i, bool back)
{
	const struct words wide = WORDS("\xC2\xA0", "\xEF\xBB\xBF", "\xE3\x80\x80", "\xE2\x80\x8B");
	char c = s.p[back ? i - 1 : i];

	if (c == ' ' || (c >= '\t' && c <= '\r') || c == '\0')
		return 1;
	if (!(c & 0x80))
		return 0;
	return back ? words_end(str_of(s.p, i), wide) : words_start(str_from(s, i), wide);
}

struct str
clean_trim(struct str s)
{
	size_t n;

	while (s.n && (n = blank_at(s, 0, false)) > 0)
		s = str_from(s, n);
	while (s.n && (n = blank_at(s, s.n, true)) > 0)
		s.n -= n;
	return s;
}

/* Without what follows the words of the page: `HEADLINE_words_krvip`; and where WordPress shows how a story begins,
 * `... … HEADLINE 계속 읽기`. */
static struct str
clean_tail(struct str s)
{
	if (words_end(s, WORDS(TAKEN_OVER)))
		return str_head(s, str_find(s, STR("_"), 0));
	return words_end(s, WORDS(" 계속 읽기")) ? str_head(s, str_find(s, STR("… "), 0) + STR("…").n) : s;
}

struct str
clean_tags(struct str s)
{
	static const struct str tags[] = { STR_ITEM("<p>"), STR_ITEM("</p>"), STR_ITEM("<strong></strong>"), STR_ITEM("<br>"),
		STR_ITEM("<br/>"), STR_ITEM("<br />"), STR_ITEM("<strong>"), STR_ITEM("</strong>"), STR_ITEM("<b>"), STR_ITEM("</b>"),
		STR_ITEM("<em>"), STR_ITEM("</em>"), STR_ITEM("<i>"), STR_ITEM("</i>"), STR_ITEM("<div>"), STR_ITEM("</div>"),
		STR_ITEM("<li>"), STR_ITEM("</li>") };
	bool again = s.n && (s.p[0] == '<' || str_last(s) == '>');

	s = clean_tail(s);
	while (s.n > 4 && s.p[0] == '|' && s.p[1] == ' ') /* a table's cell */
		s = str_trim(str_from(s, 1));
	while (s.n > 4 && str_last(s) == '|' && s.p[s.n - 2] == ' ')
		s = str_trim(str_of(s.p, s.n - 1));

	while (again) {
		again = false;
		for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
			if (str_starts_nocase(s, tags[i])) {
				s = str_from(s, tags[i].n);
				again = true;
			}
			if (str_ends(s, tags[i])) {
				s.n -= tags[i].n;
				again = true;
			}
		}
		s = str_trim(s);
	}
	return s;
}

bool
clean_is_blank(struct str s)
{
	s = clean_trim(s);
	return !s.n || (strchr("<|", *s.p) && !clean_tags(s).n);
}

void
clean_put(struct buf *b, struct str s)
{
	char *to = s.n ? buf_reserve(b, s.n) : NULL;

	for (size_t i = 0; i < s.n; i++)
		to[i] = s.p[i] == '\t' || s.p[i] == '\0' ? ' ' : s.p[i];
	b->n += s.n;
}
