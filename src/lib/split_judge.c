/* What a line of a page is, judged by itself: its class and its shape. */
#include "list.h"
#include "split_letters.h"
#include "split_line.h"
#include "split_meta.h"
#include "split_shape.h"
#include "split_source.h"
#include "split_words.h"
#include "utf8.h"

#define LOOK 400 /* bytes of a line that are looked at to tell its kind */

/* ` date 2025-09-09`, what a crawler writes before a page. */
static bool
is_prefix(struct str s)
{
	return str_starts(s, STR("date ")) && s.n >= 12 && is_digit(s.p[5]) && is_digit(s.p[8]) && s.p[9] == '-';
}

/* A sentence ends within the line and another begins. */
static bool
stop_inside(struct str s)
{
	for (size_t i = 20; i + 2 < s.n; i++) {
		size_t k = i + 1;

		if (s.p[i] != '.' || !(is_small(s.p[i - 2]) || is_digit(s.p[i - 2])))
			continue;
		k += s.p[k] == '"' || s.p[k] == ')';
		k += k < s.n && s.p[k] == ' ';
		if (k < s.n && is_capital(s.p[k]))
			return true;
	}
	return false;
}

/* The first words of another story: `... 맞서고 있는 것으로 전해졌으며 ...` */
static bool
breaks_off(struct str s)
{
	size_t n = words_end(s, WORDS("...", "…", "..", "···"));

	s = str_trim(str_of(s.p, s.n - n));
	return n && !str_ends(s, STR("다")) && str_find(s, STR("다."), 0) == s.n;
}

/* A headline that cries or asks: `두만강 결빙…北, '탈북자 막아라!'`. Sentences have their verb before the dots. */
static bool
cries(struct str s)
{
	struct str head = str_of(s.p, words_find(s, WORDS("…", "...")));
	size_t quote = words_end(s, WORDS("''", "'", "\"", "”", "’"));

	return s.n <= 140 && head.n < s.n && !str_ends(head, STR("다")) && words_end(str_of(s.p, s.n - quote), WORDS("!", "?"));
}

/* A sentence in Korean with a mark or name behind it: `... 밝혔습니다. <끝>`, `... 제한한다. 홍길동`. No button: `... 함께하겠습니다. 구독하기` */
static bool
stops_before_mark(struct str s)
{
	size_t least = s.n > 40 ? s.n - 40 : 1;

	for (size_t i = s.n; i-- > least;)
		if (s.p[i] == ' ' && s.p[i - 1] == '.' && i > 3 && (s.p[i - 2] & 0x80))
			return str_ends(str_of(s.p, i - 1), STR("다")) && line_words(str_from(s, i)) <= 3 && !line_stops(s)
			    && !words_end(s, WORDS("하기", "보기", "가기"));
	return false;
}

/* Deeds of a sentence: counts letters and decides on prose and headline. */
static void
judge_shape(struct str s, struct line *l)
{
	struct str look = str_of(s.p, s.n < LOOK ? s.n : LOOK / 3); /* a long line is text: its script is of interest, and its length */
	struct letters letters = letters_count(look);
	unsigned hangul = letters.lead ? line_hangul(look) : 0;

	l->words = (unsigned short)(look.n == s.n ? letters.words : letters.words * 3);
	if (line_stops(line_without_link(s)))
		l->flags |= LINE_STOP;
	if (letters.upper && !letters.lower)
		l->flags |= LINE_UPPER;
	if (hangul * 6 > look.n)
		l->flags |= LINE_KOREAN;
	if ((l->flags & LINE_KOREAN) && l->words >= 10 && hangul >= 30 && str_ends(s, STR("다"))) /* no headline is that long */
		l->flags |= LINE_STOP;
	if (l->flags & LINE_KOREAN) {
		if (s.n >= 260 || (hangul >= 7 && hangul < 12 && l->words >= 3 && str_ends(s, STR("다.")) && !str_ends(s, STR("니다.")))
		    || (hangul >= 12 && (((l->flags & LINE_STOP) && !breaks_off(s) && !cries(s)) || stops_before_mark(s))))
			l->flags |= LINE_PROSE;
	} else if (s.n >= 350 || (l->words > 36 && s.n < LOOK)
	    || ((l->flags & LINE_STOP) && l->words >= 8)) {
		l->flags |= LINE_PROSE;
	}
	if (str_last(s) == '?' && l->words <= 20 && !(l->flags & LINE_KOREAN)
	    && !stop_inside(s)) /* EXPLAINED: What is the line in the sea, and why do both fight over it? */
		l->flags &= (unsigned short)~LINE_PROSE;
	if (s.n < 700 && (l->signs & SIGN_DIGIT) && line_aired(s) < s.n)
		l->flags = (unsigned short)((l->flags & ~LINE_PROSE) | LINE_HEADLINE);
	else if (!(l->flags & LINE_PROSE) && l->words >= 14 && stop_inside(s))
		l->flags |= LINE_PROSE; /* cut off, or with another page's headline stuck to it */
	if (!(l->flags & LINE_PROSE) && s.n <= 260 && (l->words >= 3 || hangul >= 6) && s.n >= 12 && !is_small(s.p[0])
	    && (!str_ends_in(s, (l->flags & LINE_STOP) ? ",;:." : ",;:") /* no stop: ... Home to the U.S. */
		|| str_ends(s, STR(" ::"))))                                   /* ... :: 공감언론 뉴시스 :: */
		l->flags |= LINE_HEADLINE;
}

static bool
judge_short(struct rules *r, struct str s, struct line *l)
{
	if (shape_url(s))
		l->class = CLASS_URL;
	else if (line_separator(s))
		l->class = CLASS_SEPARATOR;
	else if (shape_counter(str_starts(s, STR("• ")) ? str_from(s, 4) : s))
		l->class = stamp_line(r, s) ? CLASS_DATE : CLASS_COUNTER;
	else if (shape_code(s) && !stamp_line(r, s)) {
		l->class = CLASS_WIRE;
		l->flags |= LINE_TAIL;
	} else if (is_digit(*s.p) && shape_program(s) && !stamp_line(r, s))
		l->class = CLASS_NAV;
	else if (shape_debris(s))
		l->class = CLASS_DEBRIS;
	else if (shape_right(s)) {
		l->class = CLASS_LEGAL;
		l->flags |= LINE_TAIL;
	} else if ((l->signs & (SIGN_HIGH | SIGN_OTHER)) && shape_replies(s)) {
		l->class = CLASS_COMMENT;
		l->flags |= LINE_TAIL;
	} else if (s.n < 80 && (l->flags & LINE_KOREAN) && shape_box(s)) {
		l->class = CLASS_RELATED;
		l->flags |= LINE_LIST;
	} else if (*s.p == '@' && s.n > 3 && s.n < 30 && !memchr(s.p, ' ', s.n)) /* @adamwither */
		l->class = CLASS_SHARE;
	else if (l->words <= 5 && (l->signs & SIGN_OTHER) && sections_only(s))
		l->class = CLASS_SECTION;
	else if ((l->signs & (SIGN_ANGLE | SIGN_OTHER | SIGN_HIGH | SIGN_SLASH | SIGN_COLON)) && line_crumb(s))
		l->class = stamp_line(r, s) ? CLASS_DATE : CLASS_CRUMB;
	return l->class != CLASS_NONE;
}

static void
judge_rule(const struct rules *r, const struct rule *rule, struct line *l)
{
	if (rule->flags & RULE_KEEP)
		return;
	l->rule = (unsigned short)rules_number(r, rule);
	l->class = rule->class;
	if (rule->flags & RULE_HEAD)
		l->flags |= LINE_HEAD;
	if (rule->flags & RULE_TAIL)
		l->flags |= LINE_TAIL;
	if (rule->flags & RULE_LIST)
		l->flags |= LINE_LIST;
	if (rule->flags & RULE_EDGE)
		l->flags |= LINE_EDGE;
}

static bool
all_digits(struct str s)
{
	return s.n > 0 && str_digits_end(s, 0) == s.n;
}

/* Where documents of archives begin: `3 of 25 DOCUMENTS`, `Document 3 of 25`, `WARC/1.0`, `From a@b Thu Oct 17 11:00:00 2024`,
 * EBSCO's `Record: 3`. */
static bool
opens_document(struct rules *r, struct str s)
{
	struct str rest = s;

	if (str_starts_nocase(s, STR("document ")))
		rest = str_from(s, 9);
	if (is_digit(*rest.p) && s.n < 40) {
		struct str n = str_cut(&rest, ' '), of = str_cut(&rest, ' '), m = str_cut(&rest, ' ');

		return all_digits(n) && str_eq(of, STR("of")) && all_digits(m)
		    && (rest.p ? str_eq_nocase(rest, STR("documents")) : !is_digit(*s.p));
	}
	if (str_starts(s, STR("WARC/1.")) && s.n == 8)
		return true;
	if (str_starts(s, STR("Record: ")))
		return all_digits(str_from(s, 8));
	return str_starts(s, STR("From ")) && s.n < 120 && !line_stops(s) && stamp_full(r, s) && str_find(s, STR(" "), 5) < s.n
	    && (memchr(s.p, '@', s.n) || str_starts(s, STR("From - "))) && is_digit(str_last(s));
}

/* And where they end: `End of Document`, Factiva's `Document KORHER0020241017ekah0000g`. */
static bool
closes_document(struct str s)
{
	size_t digits = 0;

	if (str_eq_nocase(s, STR("end of document")))
		return true;
	if (!str_starts(s, STR("Document ")) || s.n < 24 || s.n > 50 || str_find(s, STR(" "), 9) < s.n || !is_capital(s.p[9]))
		return false;
	for (size_t i = 9; i < s.n; i++)
		digits += is_digit(s.p[i]);
	return digits >= 8;
}

bool
line_outlet_byline(const struct rules *r, struct str s)
{
	static const struct str ends[] = { STR_ITEM(" in "), STR_ITEM(" staff"), STR_ITEM(" Staff"), STR_ITEM(" |"), STR_ITEM(" and "),
		STR_ITEM(","), STR_ITEM("/") };
	struct str as;

	if (s.n > 60 || !str_starts_nocase(s, STR("by ")))
		return false;
	s = str_trim(str_from(s, 3));
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (rules_outlet(r, str_of(s.p, str_find(s, ends[i], 0)), &as))
			return true;
	return false;
}

/* What metadata a line carries, if it is nothing but that. */
static bool
judge_meta(struct rules *r, struct str s, struct line *l)
{
	if (s.n < 240 && (l->signs & SIGN_DIGIT) && stamp_line(r, s) && !caption_of_reporter(s)
	    && !str_starts(s, STR("(This "))) /* (This identification was initially published on Nov. 16, 2018.) */
		l->class = CLASS_DATE;
	else if (s.n < 240 && !caption_of_reporter(s)
	    && (byline_read(s, NULL) || line_outlet_byline(r, s)))
		l->class = CLASS_BYLINE;
	else if (caption_shape(r, s))
		l->class = caption_empty(r, s) ? CLASS_PHOTO : CLASS_CAPTION;
	return l->class != CLASS_NONE;
}

/* How a broadcaster's reporter ends: `Seo Mi-rae, Arirang News.` */
static bool
signs_off(const struct rules *r, struct str s)
{
	size_t comma = str_find(s, STR(", "), 0);
	struct str as;

	return comma < s.n && str_last(s) == '.' && name_shape(str_of(s.p, comma))
	    && rules_outlet(r, str_of(s.p + comma + 2, s.n - comma - 3), &as);
}

/* `CAMP HUMPHREYS, SOUTH KOREA` alone: where a release was written. `Camp Humphreys, South Korea --` need not shout. */
static bool
place_line(const struct rules *r, struct str s, bool upper)
{
	size_t comma, dash = words_end(s, WORDS(" --", " —", " –"));

	if (!upper && !dash)
		return false;
	s.n -= dash;
	comma = str_find(s, STR(", "), 0);
	for (size_t at = comma; at < s.n; at = str_find(s, STR(", "), at + 1))
		comma = at;
	return comma + 4 < s.n && s.n < 60 && line_words(s) <= 6 && !line_stops(s) && rules_place(r, str_from(s, comma + 2));
}

/* The unit that wrote it: `2nd Infantry Division Public Affairs`, `U.S. Army Garrison Humphreys`. */
static bool
affairs_line(struct str s)
{
	return s.n < 90 && (is_capital(*s.p) || is_digit(*s.p))
	    && words_end(s, WORDS(" Public Affairs", " Public Affairs Office", " PUBLIC AFFAIRS", " Public Affairs Detachment"))
	    && line_words(s) <= 10;
}

/* `Asia Editor`, `Seoul Correspondent`: what the person named above does. */
static bool
job_line(struct str s)
{
	struct str last = line_last_word(s);

	if (s.n > 44 || last.n == s.n || !is_capital(*s.p) || !word_exactly(last, "Editor Correspondent Reporter Writer Columnist")
	    || line_words(s) > 4)
		return false;
	for (size_t i = 1; i < s.n; i++)
		if (s.p[i - 1] == ' ' && !is_capital(s.p[i]))
			return false;
	return true;
}

/* `Reuters, Seoul`, `BBC News, Seoul`, `AFP | PTI Seoul`: the outlet of a line that is nothing but that and its desk, or NULL. */
static const struct outlet *
desk_line(const struct rules *r, struct str s)
{
	const struct words signs = WORDS(", ", " | ");
	size_t at = words_find(s, signs), next;
	struct str as, desk = str_from(s, at < s.n ? at + words_start(str_from(s, at), signs) : at);

	if (at == s.n)
		return NULL;
	next = str_find(desk, STR(" "), 0);
	if (next < desk.n && rules_outlet(r, str_of(desk.p, next), NULL))
		desk = str_from(desk, next + 1);
	return rules_place(r, desk) ? rules_outlet(r, str_of(s.p, at), &as) : NULL;
}

static void
set_class(struct line *l, unsigned char class, unsigned flags)
{
	l->class = class;
	l->flags |= (unsigned short)flags;
}

/* Factiva's labels stand alone on their lines. */
static bool
archive_label(struct str s)
{
	return s.n <= 3 && word_exactly(s, "HD BY WC PD ET SN SC LA CY LP TD CO IN NS RE PUB AN IPC IPD SE ED CR CT RF PG");
}

/* Yonhap's pictures of the North: `... [국내에서만 사용가능. 재배포 금지. For Use Only in the Republic of Korea. No Redistribution]` */
static bool
for_use_only(struct str s)
{
	return str_has(str_tail(s, 160), STR("For Use Only in the Republic of Korea"));
}

/* Marks that settle what a line is, whatever else it says: the crawler's prefix, an address alone, an archive's lines. */
static bool
judge_marks(struct rules *r, struct str s, struct line *l)
{
	if (archive_label(s))
		set_class(l, CLASS_HEADER, 0);
	else if (is_prefix(s))
		set_class(l, CLASS_PREFIX, LINE_HEAD);
	else if ((l->signs & (SIGN_HIGH | SIGN_CLOSE)) == (SIGN_HIGH | SIGN_CLOSE) && for_use_only(s))
		set_class(l, *s.p == '[' ? CLASS_PHOTO : CLASS_CAPTION, 0);
	else if ((l->signs & SIGN_AT) && line_mail(s).n)
		set_class(l, line_mail(s).n + 4 >= s.n ? CLASS_BYLINE : CLASS_NONE, LINE_MAIL); /* perhaps in brackets */
	if (!l->class && (l->signs & SIGN_AT) && shape_post(s)) {
		set_class(l, CLASS_RELATED, 0);
		l->flags &= (unsigned short)~LINE_PROSE;
	}
	if (!l->class && s.n < 130 && (l->signs & SIGN_DIGIT) && opens_document(r, s))
		set_class(l, CLASS_DOCUMENT, LINE_CUT);
	else if (!l->class && s.n < 60 && closes_document(s))
		set_class(l, CLASS_END, LINE_TAIL);
	return l->class != CLASS_NONE;
}

/* `(AFP)`, `(서울=뉴스1)`, `【서울=뉴시스】` */
static bool
in_brackets(const struct rules *r, struct str s)
{
	struct str as;

	return words_start(s, WORDS("(", "【")) && words_end(s, WORDS(")", "】")) && rules_outlet(r, without_brackets(s), &as);
}

/* A dateline alone: `Seoul, South Korea CNN —`. */
static bool
dateline_alone(const struct rules *r, struct str s)
{
	struct str outlet, place;

	if (!words_end(s, WORDS("—", "–")))
		return false;
	s = str_trim(str_of(s.p, s.n - 3));
	outlet = line_last_word(s);
	place = str_head(s, s.n - outlet.n);
	return rules_outlet(r, s, NULL) || (rules_outlet(r, outlet, NULL) && place.n > 4 && line_words(place) <= 4);
}

/* `Watch CBS News`: a button of the outlet's own. */
static bool
invites(const struct rules *r, struct str s)
{
	size_t n = s.n < 60 ? words_start(s, WORDS("Watch ", "Listen to ", "Go to ", "Back to ", "Return to ")) : 0;

	return n && rules_outlet(r, str_from(s, n), NULL);
}

/* An outlet with a label, a sign, brackets, or its address, or an invitation to it. */
static bool
judge_label(struct rules *r, struct str s, struct line *l)
{
	struct str as;

	if (str_starts(s, STR("/ Source:"))) /* below a picture: `/ Source: The Associated Press` */
		s = str_from(s, 2);
	if (s.n < 100 && str_starts_nocase(s, STR("source")) && words_start(str_from(s, 6), WORDS(":", " :"))) {
		bool dated = stamp_full(r, s); /* Source: Xinhua| 2017-11-29 14:11:14|Editor: */

		set_class(l, dated ? CLASS_DATE : CLASS_SOURCE, dated ? 0 : LINE_TAIL);
	} else if (*s.p == '/' && s.n > 2 && s.n < 40 && rules_outlet(r, str_from(s, 1), &as)) { /* /AP */
		set_class(l, CLASS_PHOTO, 0);
	} else if (s.n < 80 && str_starts(s, STR("SOURCE ")) && !(l->flags & (LINE_STOP | LINE_UPPER))) { /* below a company's release */
		set_class(l, CLASS_CREDIT, LINE_TAIL);
	} else if (s.n < 160 && (l->signs & SIGN_DIGIT) && !(l->flags & LINE_STOP) && street_name(s).n
	    && (rules_outlet(r, street_name(s), &as) || outlet_shape(street_name(s)))) {
		set_class(l, CLASS_CONTACT, LINE_TAIL);
	} else if (name_and_age(s).n && rules_outlet(r, name_and_age(s), &as)) {
		set_class(l, CLASS_DATE, 0);
	} else if (invites(r, s)) {
		set_class(l, CLASS_NAV, 0);
	} else if (s.n < 60 && (in_brackets(r, s) || dateline_alone(r, s))) {
		set_class(l, CLASS_AGENCY, LINE_EDGE);
	}
	return l->class != CLASS_NONE;
}

/* A line that is an outlet's or agency's name, with little beside it. */
static bool
judge_outlet(struct rules *r, struct str s, struct line *l)
{
	const struct outlet *o = s.n < 40 && (l->signs & SIGN_OTHER) ? desk_line(r, s) : NULL;
	struct str as;

	if (judge_label(r, s, l))
		return true;
	if (o && !o->plain) {
		set_class(l, o->agency ? CLASS_AGENCY : CLASS_SOURCE, LINE_EDGE);
		return true;
	}
	o = s.n < 60 ? rules_outlet(r, s, &as) : NULL;
	if (!o && s.n < 40 && str_last(s) == ',') { /* Xinhua News Agency, */
		o = rules_outlet(r, str_of(s.p, s.n - 1), &as);
		o = o && o->agency && line_words(s) >= 2 ? o : NULL;
	}
	if (!o || (line_words(as) >= 2 ? is_small(str_first(line_last_word(s))) : o->plain || !str_starts(s, as))) /* no `Foreign policy` */
		return false;
	set_class(l, o->agency ? CLASS_AGENCY : CLASS_SOURCE, LINE_EDGE);
	return true;
}

/* `[서울=뉴시스] 한미, 핵협의그룹 회의 개최…"이행 점검"`: a headline behind a Korean agency's place. Running text ends in a stop. */
static bool
placed_headline(struct str s, const struct dateline *d, const struct line *l)
{
	struct str rest = str_from(s, d->end);

	return s.n < 140 && (*s.p == '[' || *s.p == '(') && d->agency.n && !(l->flags & (LINE_STOP | LINE_PROSE)) && line_words(rest) >= 4
	    && !words_any(rest, WORDS("기자", "특파원", "="));
}

/* A dateline opens running text, unless the line is a picture's. */
static bool
judge_dateline(struct rules *r, struct str s, struct line *l)
{
	const struct rule *rule;
	struct dateline d;

	if (!(l->signs & (SIGN_DASH | SIGN_COLON | SIGN_ANGLE | SIGN_SLASH | SIGN_CLOSE | SIGN_HIGH)) || !dateline_read(r, s, &d))
		return false;
	if (s.n < 140 && !d.agency.n && !d.date.day.day && !(l->flags & LINE_STOP) && str_last(s) != ':'
	    && (is_small(s.p[1]) || str_find(str_of(s.p, d.end), STR(": "), 0) < d.end))
		return false; /* Seoul: North fires two missiles; China — Court fines painter */
	if (placed_headline(s, &d, l) && !stamp_full(r, s) && !caption_shape(r, s))
		return false;
	if (s.n < RULES_SHORT) { /* SEOUL, Sept. 5 (Yonhap) -- The following is a summary of ... */
		rule = rules_match(r, str_trim(str_from(s, d.end)));
		if (rule && rule->class == CLASS_DIGEST) {
			judge_rule(r, rule, l);
			return true;
		}
	}
	l->flags |= LINE_DATELINE | LINE_PROSE;
	l->flags &= (unsigned short)~LINE_HEADLINE;
	if (s.n < 140 && !line_stops(s) && stamp_full(r, s)) { /* (서울=뉴스1) 허윤재 기자 | 2024-10-17 15:20 송고 */
		l->class = CLASS_DATE;
		l->flags &= (unsigned short)~(LINE_PROSE | LINE_DATELINE);
		return true;
	}
	return !caption_shape(r, s);
}

/* Sentences and short lines that say who made the page. */
static bool
judge_makers(struct rules *r, struct str s, struct line *l)
{
	if (s.n < 80 && (l->flags & LINE_STOP) && signs_off(r, s)) {
		l->class = CLASS_BYLINE;
		l->flags &= (unsigned short)~LINE_PROSE;
	} else if (judge_meta(r, s, l)) {
		return true;
	} else if (place_line(r, s, l->flags & LINE_UPPER)) {
		set_class(l, (l->flags & LINE_UPPER) && is_capital(str_last(s)) ? CLASS_SECTION : CLASS_OTHER, LINE_EDGE);
	} else if (affairs_line(s) || job_line(s)) {
		set_class(l, CLASS_STAFF, LINE_EDGE);
	}
	return l->class != CLASS_NONE;
}

/* When it was written, on the line of a counter or button: `조회 41 작성일 2025-01-23 14:20` */
static void
judge_mixed(struct rules *r, struct str s, struct line *l)
{
	struct pagedate d;
	bool dated = memchr(s.p, ':', s.n) && stamp_full(r, s);

	if (!dated && class_in(l->class, IN(STAFF) | IN(COUNTER) | IN(TAGS)) && *s.p != '#') /* Posted by Jane Dover on June 3, 2024 */
		dated = stamp_first(r, s, &d) && d.day.year && d.day.day;
	if (dated && stamp_line(r, s))
		set_class(l, CLASS_DATE, 0);
}

void
line_judge(struct rules *r, struct str s, struct line *l)
{
	const struct rule *rule;

	l->class = CLASS_NONE;
	l->rule = 0;
	if (s.n == 0)
		return;
	if (!l->signs)
		l->signs = (unsigned short)letters_signs(s);
	judge_shape(s, l);
	if (judge_marks(r, s, l))
		return;
	rule = *s.p == '\xC2' && !words_any(s, WORDS("Privacy", "무단")) && !shape_right(s) && caption_shape(r, s) ? NULL : rules_match(r, s);
	if (*s.p == '#' && s.n >= SEPARATOR_LEAST && line_separator(s)) /* no hashtag */
		rule = NULL;
	if (rule && (rule->flags & RULE_BRIEF) && (l->flags & LINE_PROSE) && l->words >= 8
	    && !line_to_reader(s)) /* Hosted by Seoul, the talks ... */
		rule = rules_match_firm(r, s);
	if (rule && s.n < RULES_SHORT) {
		judge_rule(r, rule, l);
		if (class_in(l->class, IN(COUNTER) | IN(STAFF) | IN(RELATED) | IN(TAGS)))
			judge_mixed(r, s, l);
		if (l->class || (rule->flags & RULE_KEEP))
			return;
	}
	if ((s.n < RULES_SHORT && l->signs && judge_short(r, s, l)) || judge_outlet(r, s, l) || judge_dateline(r, s, l)
	    || judge_makers(r, s, l))
		return;
	if (l->words >= 8 && line_sign_off(r, s, NULL) < s.n)
		l->flags |= LINE_STOP | LINE_PROSE;
	if (rule)
		judge_rule(r, rule, l);
	else if (s.n < RULES_SHORT && !((l->flags & LINE_PROSE) && l->words > 24))
		l->class = rules_vocabulary(r, s);
}
