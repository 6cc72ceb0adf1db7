#include "hash.h"
#include "mem.h"
#include "split_line.h"
#include "split_meta.h"
#include "split_naming.h"
#include "split_source.h"
#include "split_words.h"

#include <stdlib.h>

/* The next word of s at or after *at: letters, cut where case or script changes (`10:46Updated`). */
static struct str
next_word(struct str s, size_t *at)
{
	enum kind { NONE, SMALL, CAPITAL, BEYOND };
	static const unsigned char kinds[256] = { ['a' ... 'z'] = SMALL, ['A' ... 'Z'] = CAPITAL, [0x80 ... 0xC1] = BEYOND,
		[0xC3 ... 0xE1] = BEYOND, [0xE3 ... 0xFF] = BEYOND }; /* no sign of two bytes or three */
	enum kind before = NONE, kind;
	size_t from, i = *at;

	while (i < s.n && !kinds[(unsigned char)s.p[i]])
		i += s.p[i] == '\xC2' ? 2 : s.p[i] == '\xE2' ? 3 : 1;
	i = smaller(i, s.n);
	from = i;
	for (; i < s.n && (kind = (enum kind)kinds[(unsigned char)s.p[i]]) != NONE && !(kind == CAPITAL && before == SMALL); i++)
		before = kind;
	*at = i;
	return str_of(s.p + from, i - from);
}

/* The label that the words of `s` give; the last one counts. */
static enum pagedate_label
label_in(const struct rules *r, struct str s)
{
	enum pagedate_label label = LABEL_NONE;

	for (size_t at = 0; at < s.n;) {
		struct str word = next_word(s, &at);
		enum pagedate_label l = pagedate_label(rules_words(r), word);

		if (l == LABEL_PUBLISHED || l == LABEL_UPDATED)
			label = l;
	}
	return label;
}

static size_t
read_stamps(const struct rules *r, struct str s, struct stamp *stamp)
{
	size_t n = 0, at = 0;

	while (n < STAMPS && pagedate_find(rules_words(r), s, at, &stamp[n].date)) {
		stamp[n].label = label_in(r, str_of(s.p + at, stamp[n].date.start - at));
		at = stamp[n].date.end;
		n++;
	}
	if (n && stamp[0].label == LABEL_NONE && label_in(r, str_from(s, at)) != LABEL_NONE) /* `2025/08/04 10:12 송고` */
		for (size_t i = 0; i < n; i++) /* `2020-02-27 10:48 송고 | 2020-02-27 11:01 최종수정` */
			stamp[i].label = i + 1 < n ? stamp[i + 1].label : label_in(r, str_from(s, at));
	return n;
}

#define RECENT 512 /* lines, a power of two */

struct stamp_recent {
	struct {
		uint64_t text; /* its hash */
		size_t n;
		struct stamp stamp[STAMPS];
	} line[RECENT];
};

struct stamp_recent *
stamp_recent_open(void)
{
	return mem_new(1, sizeof(struct stamp_recent));
}

void
stamp_recent_close(struct stamp_recent *recent)
{
	free(recent);
}

size_t
stamp_read(const struct rules *r, struct str s, struct stamp *stamp)
{
	struct stamp_recent *recent = rules_recent(r);
	uint64_t text;
	size_t k;

	if (str_digit(s, 0) == s.n) /* no date is without */
		return 0;
	text = hash64(s);
	k = text % RECENT;
	if (recent->line[k].text != text) {
		recent->line[k].text = text;
		recent->line[k].n = read_stamps(r, s, recent->line[k].stamp);
	}
	memcpy(stamp, recent->line[k].stamp, recent->line[k].n * sizeof *stamp);
	return recent->line[k].n;
}

bool
stamp_first(const struct rules *r, struct str s, struct pagedate *d)
{
	struct stamp stamp[STAMPS];

	if (!stamp_read(r, s, stamp))
		return false;
	*d = stamp[0].date;
	return true;
}

/* `나해주 기자 입력 2022-12-21 14:12`: the bytes of the reporter, 0 if there is none. */
static size_t
behind_reporter(struct str s)
{
	size_t at = str_find(str_head(s, 24), STR(" 기자 "), 0);

	return at <= 12 ? at + 8 : 0;
}

size_t
stamp_glued(const struct rules *r, struct str s)
{
	struct str head = str_head(s, 120);
	struct pagedate d;
	size_t end = s.n >= 60 && (*s.p & 0x80) ? behind_reporter(s) : 0, word = end;

	if (s.n < 60 || str_digit(str_head(s, 60), 0) == 60 || pagedate_label(rules_words(r), next_word(s, &word)) == LABEL_NONE)
		return s.n;
	while (pagedate_find(rules_words(r), head, end, &d) && d.start <= end + 24 && d.day.year
	    && (end == 0 || label_in(r, str_of(s.p + end, d.start - end)) != LABEL_NONE))
		end = d.end + (d.end < s.n && s.p[d.end] == ')');
	if (end == 0 || end + 40 > s.n || s.p[end] != ' ' || !(is_capital(s.p[end + 1]) || (s.p[end + 1] & 0x80) || s.p[end + 1] == '"'))
		return s.n;
	return end;
}

bool
stamp_full(const struct rules *r, struct str s)
{
	struct stamp stamp[STAMPS];
	size_t n = stamp_read(r, s, stamp);

	for (size_t i = 0; i < n; i++)
		if (stamp[i].date.day.year && stamp[i].date.day.day && stamp[i].date.hour >= 0)
			return true;
	return false;
}

struct rest {
	size_t others; /* words that are no label */
	bool bar;      /* `|` or `/` stands between */
	bool by;
};

#define OTHERS_MOST 8 /* words, of a line that is a date's */
#define WORDS_LINE 20 /* of which most are the date's own */

/* Looks at what stands between the dates, until it is too much. */
static void
rest_of(const struct rules *r, struct str s, struct rest *rest)
{
	for (size_t at = 0; at < s.n && rest->others <= OTHERS_MOST;) {
		size_t from = at;
		struct str word = next_word(s, &at);

		for (size_t i = from; i < at; i++)
			rest->bar |= s.p[i] == '|' || s.p[i] == '/';
		if (!word.n || (word.n == 1 && strchr("TZ", *word.p)))
			continue;
		if (str_eq_nocase(word, STR("by")))
			rest->by = true;
		rest->others += pagedate_label(rules_words(r), word) == LABEL_NONE;
	}
}

/* The words of s without the signs round them. */
static struct str
bare(struct str s)
{
	const struct words signs = WORDS("·", "•", "●", "–", "—", "|", ",", "(", ")", "[", "]", ":", "/", "-", "+", ".", " ");
	size_t n;

	while ((n = words_start(s, signs)) > 0)
		s = str_from(s, n);
	while ((n = words_end(s, signs)) > 0)
		s.n -= n;
	return s;
}

enum pagedate_label
stamp_label(const struct rules *r, struct str s)
{
	struct rest rest = { 0 };
	enum pagedate_label label = s.n <= 40 ? label_in(r, s) : LABEL_NONE;

	if (label != LABEL_NONE)
		rest_of(r, s, &rest);
	return rest.others ? LABEL_NONE : label;
}

/* Who stands before a date, without the word that leads to it, and once: `Harbor PostHarbor Post on 2020-03-21 01:50`. */
static struct str
before_date(struct str s)
{
	s = bare(s);
	s = bare(str_of(s.p, s.n - words_end(s, WORDS(" reported this story on", " on", " at"))));
	return s.n >= 6 && s.n % 2 == 0 && memcmp(s.p, s.p + s.n / 2, s.n / 2) == 0 ? str_of(s.p, s.n / 2) : s;
}

bool
stamp_sides(const struct rules *r, struct str s, struct str side[2])
{
	struct pagedate d;

	if (s.n > 120 || !stamp_first(r, s, &d))
		return false;
	side[0] = before_date(str_of(s.p, d.start));
	side[1] = bare(str_from(s, d.end));
	return true;
}

/* What may stand beside a date and be no text: an outlet or ministry, a city, a section, a button, a name, a spokesman. */
static bool
beside(struct rules *r, struct str s)
{
	struct str as;

	return s.n == 0 || rules_outlet(r, s, &as) || rules_domain(r, s) || rules_place(r, s) || rules_match_whole(r, s)
	    || rules_vocabulary(r, s) || korean_name(s) || outlet_shape(s)
	    || (line_words(s) <= 2
		&& words_end(s, WORDS("대변인", "대변인실", "장관", "차관", "담당관", "부", "청", "처", "군", "원", "위원회"))
		&& line_hangul(s) <= 8);
}

/* Names of sections: `World, Asia`, `in News`. */
static bool
sections(struct rules *r, struct str s)
{
	bool in = str_starts(s, STR("in "));

	if (!in && !memchr(s.p, ',', s.n))
		return false;
	for (s = str_from(s, in ? 3 : 0); s.p && s.n;) {
		struct str name = str_trim(str_cut(&s, ','));

		if (!name.n || !beside(r, name))
			return false;
	}
	return true;
}

/* An agency or paper right behind the date, and who edited there: `Xinhua Editor : Lin Mei`. */
static bool
edited(const struct rules *r, struct str s)
{
	size_t n = 0;
	struct str as;

	return name_opens(r, s, &as, &n) && words_start(str_trim(str_from(s, n)), WORDS("Editor", "editor"));
}

/* Few words with capitals, as sections have them: `Politics & Society`. */
static bool
titled(struct str s)
{
	if (line_words(s) > 3)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (is_small(s.p[i]) && (i == 0 || s.p[i - 1] == ' '))
			return false;
	return true;
}

/* `Yonhap  2024-05-01 10:20  Font size`, `Asia, 14 June 2025 09:10 (UTC)`, `2023.02.15 국방부` */
static bool
stamp_between(struct rules *r, struct str s, const struct pagedate *date)
{
	struct str before = before_date(str_of(s.p, date->start)), after = bare(str_from(s, date->end));

	if (words_start(before, WORDS("주체", "Juche ")) && line_words(before) <= 2) /* 주체107(2018)년 7월 9일 로동신문 */
		before.n = 0;
	/* 2025.04.01 (화) 19면 */
	after = bare(str_from(after, words_start(after, WORDS("월)", "화)", "수)", "목)", "금)", "토)", "일)"))));
	return s.n < 100 && str_last(s) != '.' && (beside(r, after) || edited(r, after) || sections(r, after))
	    && (beside(r, before) || (date->hour >= 0 && titled(before)));
}

bool
stamp_line(struct rules *r, struct str s)
{
	struct stamp stamp[STAMPS];
	struct rest rest = { 0 };
	size_t n, at = 0;
	bool known = false, dated = false, labelled = false, entry;

	entry = words_start(s, WORDS("This entry was ", "This post was ")) > 0;
	if (s.n < 6 || str_digit(s, 0) == s.n || (!entry && (s.n > 200 || line_words(s) > WORDS_LINE)))
		return false;
	n = stamp_read(r, s, stamp);
	if (n == 0) {
		if (s.n > 60 || label_in(r, s) == LABEL_NONE)
			return false;
		rest_of(r, s, &rest); /* `Updated 14 minutes ago` */
		return rest.others == 0;
	}
	for (size_t i = 0; i < n; i++) {
		rest_of(r, str_of(s.p + at, stamp[i].date.start - at), &rest);
		at = stamp[i].date.end;
		dated |= stamp[i].date.day.year && stamp[i].date.day.day;
		labelled |= stamp[i].label != LABEL_NONE;
	}
	rest_of(r, str_from(s, at), &rest);
	if (!dated && !labelled && stamp[0].date.hour < 0)
		return false; /* `November 2023` could be a heading */
	if (entry && dated) /* This entry was posted in News on June 3, 2024 by admin. You can follow any responses ... */
		return true;
	if (n == 1 && dated && stamp[0].date.start == 0 && rest.others <= 3 && str_last(s) == ')'
	    && str_starts(str_trim(str_from(s, stamp[0].date.end)), STR("(")))
		return true; /* October 17, 2024 (Mainichi Japan) */
	if (n == 1 && (dated || (stamp[0].date.hour >= 0 && stamp[0].date.day.day)) && rest.others && stamp_between(r, s, &stamp[0].date))
		return true;
	known = rest.by || labelled || rest.bar;
	if (rest.others && names_only(before_date(str_of(s.p, stamp[0].date.start)))) /* Colin Zwirko October 17, 2024 */
		return rest.others <= 6;
	return rest.others == 0
	    || (known && rest.others <= (labelled ? OTHERS_MOST : 5) && !(str_ends_in(s, ".:") && rest.others > 3));
}
