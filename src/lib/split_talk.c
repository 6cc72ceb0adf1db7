#include "split_talk.h"
#include "ascii.h"
#include "split_words.h"

enum { TAG_MOST = 60, HANGUL_MOST = 28, BRACKET_MOST = 40, HEADLINE_MOST = 120 }; /* bytes */

/* `[앵커]`, `[Music]`, and nothing behind. */
static size_t
bracket(struct str s)
{
	return s.n < BRACKET_MOST && str_ends_in(s, "]>") ? s.n : 0;
}

/* `18:40 KST`, `11.05am`, `9:25 p.m.`, `2 p.m.:`, `3.15pm The motion is adopted`: through the minutes and the half of the day. */
static size_t
time_of_day(struct str s)
{
	size_t i = 0, half;
	bool minutes;

	while (i < s.n && i < 2 && is_digit(s.p[i]))
		i++;
	minutes = i + 2 < s.n && (s.p[i] == ':' || s.p[i] == '.') && is_digit(s.p[i + 1]) && is_digit(s.p[i + 2]);
	i += minutes ? 3 : 0;
	half = words_start(str_from(s, i), WORDS(" a.m.", " p.m.", " am", " pm", " AM", " PM", "am", "pm", "a.m.", "p.m.", "AM", "PM"));
	if (half)
		return i + half + (i + half < s.n && s.p[i + half] == ':');
	return minutes && (i == s.n || s.p[i] == ' ') ? i : 0;
}

/* `문)`, `변세온 앵커>`, `■ 진행 :`. */
static size_t
korean(struct str s)
{
	for (size_t i = 0; i < s.n && i < HANGUL_MOST; i++)
		if (s.p[i] == ':' || s.p[i] == ')' || s.p[i] == '>')
			return i + 1;
		else if (!(s.p[i] & 0x80) && s.p[i] != ' ')
			return 0;
	return 0;
}

/* `Q:`, `MS HARLOW:`, `JANE ROE, HOST (voice-over):`, `Speaker 4:`: each word opens with a capital or is a number. */
static size_t
name(struct str s)
{
	size_t end = str_find(str_head(s, TAG_MOST), STR(":"), 0); /* most lines have none: no letter is read */
	bool aside = false, open = false;

	if (end == smaller(s.n, TAG_MOST) || (end + 1 < s.n && s.p[end + 1] != ' '))
		return 0;
	for (size_t i = 0; i < end; i++) {
		char c = s.p[i];

		if (c == '(' || c == ')')
			aside = c == '(';
		else if (!aside && ((is_small(c) && !open) || !(is_capital(c) || is_small(c) || is_digit(c) || strchr(" .,-'", c))))
			return 0;
		open = is_capital(c) || (open && is_small(c));
	}
	return end + 1;
}

size_t
talk_tag(struct str s)
{
	if (s.n < 2)
		return 0;
	if (*s.p == '[' || *s.p == '<')
		return bracket(s);
	if (is_digit(*s.p))
		return time_of_day(s);
	return *s.p & 0x80 ? korean(s) : is_capital(*s.p) ? name(s) : 0;
}

/* `(00:41)` behind a name. */
static bool
is_clock(struct str s)
{
	if (s.n < 5 || s.n > 12 || *s.p != '(' || str_last(s) != ')')
		return false;
	for (size_t i = 1; i + 1 < s.n; i++)
		if (!is_digit(s.p[i]) && s.p[i] != ':')
			return false;
	return true;
}

/* `KST` behind a time. */
static bool
is_zone(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_capital(s.p[i]))
			return false;
	return s.n <= 4;
}

bool
talk_tag_alone(struct str s)
{
	size_t n = talk_tag(s);
	struct str rest;

	if (!n)
		return false;
	rest = str_trim(str_from(s, n));
	return rest.n == 0 || is_clock(rest) || (is_digit(*s.p) && (is_zone(rest) || s.p[n - 1] == ':'));
}

/* Of the tag of n bytes: times are one, and so are the names before them. */
static uint32_t
hash_of(struct str s, size_t n)
{
	uint32_t h = 2166136261;

	if (is_digit(*s.p) || is_clock(str_trim(str_from(s, n))))
		return is_digit(*s.p) ? 2 : 1;
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)(is_digit(s.p[i]) ? '0' : s.p[i])) * 16777619;
	return h;
}

static bool
has(const struct talk *t, uint32_t tag)
{
	for (unsigned i = 0; i < t->tags && i < TALK_TAGS; i++)
		if (t->tag[i] == tag)
			return true;
	return false;
}

/* `MARIA HOLT, CORRESPONDENT: ...`: who is new to a talk. */
static bool
in_capitals(struct str s)
{
	return s.n > 2 && is_capital(s.p[0]) && !is_small(s.p[1]) && !is_small(s.p[2]) && s.p[1] != ':';
}

void
talk_note(struct talk *t, struct str s)
{
	size_t n = talk_tag(s);
	uint32_t tag;

	if (!n)
		return;
	tag = hash_of(s, n);
	if (!has(t, tag))
		t->tag[t->tags++ % TALK_TAGS] = tag;
	t->capitals += in_capitals(s);
}

/* Who speaks second in a broadcast: no page opens with him. */
static bool
reporter_turn(struct str s)
{
	return words_are(s, WORDS("[기자]", "<기자>", "[리포트]", "<리포트>", "[리포터]"));
}

bool
talk_goes_on(const struct talk *t, struct str s)
{
	size_t n = t->tags ? talk_tag(s) : 0;

	return reporter_turn(s) || (n && (has(t, hash_of(s, n)) || (t->capitals >= 2 && s.n > HEADLINE_MOST && in_capitals(s))));
}
