#include "split_archive.h"
#include "split_found.h"
#include "split_source.h"
#include "split_words.h"

/* Does a byline give that name? */
static bool
signs(const struct page *p, struct str name)
{
	for (size_t i = 0; i < p->n && i < 200; i++) /* in the head: a page of many rights takes linear time */
		if (p->line[i].class == CLASS_BYLINE && str_has(page_line(p, i), name))
			return true;
	return false;
}

static void
from_copyright(const struct page *p, size_t i, struct found *best)
{
	struct str s = page_line(p, i), as, name;
	const struct outlet *o;

	if (class_in(p->line[i].class, IN(CAPTION) | IN(PHOTO) | IN(DOUBLED)))
		return;
	if (!page_asks(p, i, ASK_RIGHTS, claims_rights) || caption_of_satellite(s)) /* a picture's right */
		return;
	name = rights_holder(s);
	o = rules_outlet(p->rules, name, &as);
	if (o) {
		offer(best, o, as, o->agency ? BY_WORD : BY_COPYRIGHT); /* the wire's text on another's page */
		return;
	}
	o = rules_outlet_in(p->rules, s, &as);
	if (o && !(as.n < name.n && outlet_shape(name))) /* no `Tribune` in the name of another */
		offer(best, o, as, o->agency ? BY_WORD : BY_COPYRIGHT);
	else if (name.n >= 3 && line_words(name) <= 6 && !is_small(*name.p) && !signs(p, name) && !str_has(name, STR("ights")) && !str_has(name, STR("License")))
		offer(best, NULL, name, name_shape(name) && !outlet_shape(name) ? BY_NAME : BY_COPYRIGHT); /* perhaps a blog's author */
	o = rules_domain(p->rules, host_of(s).n ? host_of(s) : name); /* Copyright 2008 donga.com. */
	if (o)
		offer(best, o, name_for(p, o), BY_DOMAIN);
}

const struct outlet *
source_of_right(const struct page *p, size_t i, struct str *as)
{
	struct found best = { 0 };

	from_copyright(p, i, &best);
	*as = best.how == BY_COPYRIGHT ? best.as : str_of(NULL, 0);
	return best.outlet;
}

/* `Source: Xinhua`, `Source: KCNA.kp (En)` */
static void
from_label(const struct page *p, size_t i, struct found *best)
{
	struct str s = page_line(p, i), as;
	const struct outlet *o;
	size_t at;

	if (!page_asks(p, i, ASK_LABEL, labelled))
		return;
	at = find_label(s);
	s = str_trim(str_from(s, at + 7));
	s = str_trim(str_of(s.p, words_find(s, WORDS("|", "\t", "(", ","))));
	if (s.n && *s.p == ':')
		s = str_trim(str_from(s, 1));
	o = rules_outlet(p->rules, s, &as);
	if (o)
		offer(best, o, as, BY_LABEL);
}

#define SELF 600 /* bytes of a paragraph in which it may speak of its own outlet */

/* Each cue of from_text needs one of them beside it. */
static bool
has_self(const struct rules *r, struct str s)
{
	(void)r;
	s = str_head(s, SELF);
	return str_has(s, STR("report")) || str_has(s, STR("inform")) || str_has(s, STR("writes"));
}

/* `..., UNN reports with reference to`: the page speaks of its own outlet. */
static void
from_text(const struct page *p, size_t i, struct found *best)
{
	static const struct str cues[] = { STR_ITEM(" with reference to"), STR_ITEM(", citing "), STR_ITEM(" citing "), STR_ITEM(" reports via "), STR_ITEM(" informs via "), STR_ITEM(" referring to") };
	struct str s = page_line(p, i), as;

	s = str_head(s, SELF);
	if (!page_asks(p, i, ASK_SELF, has_self))
		return;
	for (size_t k = 0; k < sizeof cues / sizeof *cues; k++) {
		size_t at = str_find(s, cues[k], 0), from = at > 24 ? at - 24 : 0;
		struct str near = str_of(s.p + from, at - from);
		const struct outlet *o;

		if (at == s.n || (!str_has(near, STR("report")) && !str_has(near, STR("inform")) && !str_has(near, STR("writes")) && k != 3 && k != 4))
			continue;
		o = rules_outlet_in(p->rules, near, &as);
		if (o && o->agency) /* TASS reports, citing ... */
			best->wire = best->wire.n ? best->wire : as;
		else if (o)
			offer(best, o, as, BY_SELF);
	}
}

static bool
has_street(const struct rules *r, struct str s)
{
	(void)r;
	return street_name(s).n > 0;
}

/* `Ministry of National Defense of the Republic of Korea, 22 Itaewon-ro, ...`, `Millbrook Courier & courier.example | 601 Keokuk St.` */
static void
from_address(const struct page *p, size_t i, struct found *best)
{
	struct str as, name;
	const struct outlet *o;

	if (!page_asks(p, i, ASK_STREET, has_street))
		return;
	name = street_name(page_line(p, i));
	o = rules_outlet(p->rules, name, &as);
	if (o)
		offer(best, o, o->name, BY_WORD);
	else if (outlet_shape(name))
		offer(best, NULL, name, BY_WORD);
}

static bool
has_name(const struct rules *r, struct str s)
{
	struct str as;

	return rules_outlet_in(r, s, &as);
}

/* Furniture names the site: `About KBS`, `with the Korea JoongAng Daily`, `Follow @upi`, `Yonhap News Summary`. */
static void
from_furniture(const struct page *p, size_t i, struct found *best)
{
	struct str s = page_line(p, i), as;
	unsigned char class = p->line[i].class;
	const struct outlet *o;

	if (class_in(class, IN(CAPTION) | IN(PHOTO) | IN(RELATED) | IN(BYLINE) | IN(AGENCY) | IN(WIRE) | IN(URL) | IN(TAGS) | IN(TITLE)
	        | IN(OTHER) | IN(DOUBLED)))
		return;
	if (!page_asks(p, i, ASK_NAMES, has_name))
		return;
	o = rules_outlet_in(p->rules, s, &as);
	if (o && class == CLASS_GOVERNMENT) /* A .mil website belongs to an official U.S. Department of Defense organization */
		offer(best, o, name_for(p, o), BY_MENTION);
	else if (o && !(o->agency && class == CLASS_CREDIT))
		offer(best, o, (o->agency && class == CLASS_DATE) || class == CLASS_SOURCE ? as : name_for(p, o), o->agency || (class == CLASS_SOURCE && i >= p->last) ? BY_AGENCY : BY_WORD);
}

static void
from_mail(const struct page *p, size_t i, struct found *best)
{
	struct str s = page_line(p, i);
	struct str mail = (p->line[i].flags & LINE_MAIL) ? line_mail(s) : s;
	const struct outlet *o;

	if (class_in(p->line[i].class, IN(CAPTION) | IN(PHOTO) | IN(RELATED)))
		return;
	o = rules_domain(p->rules, host_of(mail).n || !class_in(p->line[i].class, IN(URL)) ? host_of(mail) : mail); /* m.sedaily.com */
	if (o)
		offer(best, o, name_for(p, o), BY_DOMAIN);
}

/* The outlet of `Yonhap`, or the first of `Bernama-Yonhap`, `AFP, REUTERS`. */
static const struct outlet *
first_agency(const struct page *p, struct str s, struct str *as)
{
	const struct outlet *o = rules_outlet(p->rules, s, as);

	for (size_t i = 1; i < s.n && !o; i++)
		if (strchr("-/,", s.p[i]))
			o = rules_outlet(p->rules, str_of(s.p, i), as);
	return o;
}

/* The outlet before a reporter's name: `파주시민신문=오다인 기자`, `[통일경제뉴스 오다인 기자]`. */
static struct str
korean_employer(struct str s)
{
	if (*s.p == '[' || *s.p == '(')
		s = str_from(s, 1);
	s.n = words_find(s, WORDS(" ", "="));
	return outlet_shape(s) ? s : str_of(s.p, 0);
}

/* `By Jaewoo Park for RFA`, `Landon Mion Fox News` */
static void
from_byline(const struct page *p, size_t i, struct found *best)
{
	struct str as, s = page_line(p, i), mail = (p->line[i].flags & LINE_MAIL) ? line_mail(s) : (struct str) { NULL, 0 };
	const struct outlet *o;

	if (mail.n)
		s.n = (size_t)(mail.p - s.p);
	o = rules_outlet_in(p->rules, s, &as);
	if (str_has(s, STR(" | By "))) { /* Green Valley Radio | By Howard Pell */
		struct str site = str_of(s.p, str_find(s, STR(" | By "), 0));

		if (!rules_outlet(p->rules, site, &as) && is_capital(*site.p) && !is_digit(site.p[site.n - 1])) /* no date */
			offer(best, NULL, site, BY_SHAPE);
	}
	if (o && o->agency && line_outlet_byline(p->rules, s)) /* By Yonhap: no page of Yonhap's says so */
		best->wire = best->wire.n ? best->wire : as;
	else if (o)
		offer(best, o, as, o->agency ? BY_AGENCY : BY_WORD);
	else if (p->korean && korean_employer(s).n)
		offer(best, NULL, korean_employer(s), BY_SHAPE);
	else if (str_has(s, STR(" | ")) && outlet_shape(str_trim(str_from(s, str_find(s, STR(" | "), 0) + 3)))) /* By Jo Camacho | The Guam Daily Post */
		offer(best, NULL, str_trim(str_from(s, str_find(s, STR(" | "), 0) + 3)), BY_SHAPE);
}

/* `Bookmark canberratimes.com.au`: an address in a line of furniture. */
static void
from_address_inside(const struct page *p, size_t i, struct found *best)
{
	struct str rest = page_line(p, i);
	unsigned char class = p->line[i].class;
	const struct outlet *o;

	if (class_in(class, IN(CAPTION) | IN(PHOTO) | IN(RELATED) | IN(TAGS) | IN(DOUBLED) | IN(TITLE) | IN(DATE) | IN(CREDIT)) || !page_asks(p, i, ASK_HOST, has_address))
		return;
	while ((o = next_address(p->rules, &rest)) != NULL)
		offer(best, o, name_for(p, o), BY_DOMAIN);
}

/* `2023.02.15 국방부`, `Yonhap  2024-05-01 10:20`: who stands beside the date. */
static void
from_stamp(const struct page *p, size_t i, struct found *best)
{
	struct str side[2], as;

	if (i >= p->first || !stamp_sides(p->rules, page_line(p, i), side))
		return;
	for (size_t k = 0; k < 2; k++) {
		const struct outlet *o = rules_outlet(p->rules, side[k], &as);

		if (o && (!o->plain || (str_eq(side[k], as) && (line_hangul(as) || line_words(as) > 1))))
			offer(best, o, as, o->agency ? BY_AGENCY : BY_PLATE);
	}
}

/* `WKBL 12 Quincy`, `posted by 1200 WOAI`: what a station's pages print above the text. */
static void
from_call_sign(const struct page *p, size_t i, struct found *best)
{
	struct str s = page_line(p, i);

	if (i < p->first && s.n < 60 && class_in(p->line[i].class, IN(NAV) | IN(OTHER) | IN(STAFF) | IN(SECTION) | IN(BYLINE))) {
		s = str_from(s, words_start(s, WORDS("posted by ", "Posted by ", "By ", "by ")));
		offer(best, NULL, call_sign(s), BY_SHAPE);
	}
}

/* Blogs call themselves so: `Thanks for reading Notes From the Strait! ...`, `The post HEADLINE appeared first on Gull Point Weekly.` */
static void
from_thanks(const struct page *p, size_t i, struct found *best)
{
	struct str s = page_line(p, i), mark = str_starts(s, STR("Thanks for reading ")) ? STR("Thanks for reading ") : STR(" appeared first on "), as;
	size_t at = str_find(s, mark, 0);
	const struct outlet *o;

	if (at == s.n)
		return;
	as = str_from(s, at + mark.n);
	as.n = words_find(as, WORDS("!", "."));
	o = rules_outlet(p->rules, as, &as);
	if (line_words(as) <= 6 && is_capital(*as.p))
		offer(best, o, as, BY_SHAPE);
}

static bool
has_author(const struct rules *r, struct str s)
{
	struct str as;

	return mention_bio(r, s, &as);
}

static bool
has_opinion(const struct rules *r, struct str s)
{
	struct str as;

	return mention_opinion(r, s, &as);
}

static bool
has_paper(const struct rules *r, struct str s)
{
	struct str as;
	bool own;

	return mention_published(r, s, &as, &own);
}

static bool
has_photographer(const struct rules *r, struct str s)
{
	struct str as;

	return mention_picture(r, s, &as);
}

static bool
has_own(const struct rules *r, struct str s)
{
	return rules_own(r, s);
}

/* Outlets that the lines round the text mention: the author's, the paper's, the photographer's. */
static void
from_mention(const struct page *p, size_t i, struct found *best)
{
	struct str s = page_line(p, i), as;
	bool picture = class_in(p->line[i].class, IN(CAPTION) | IN(PHOTO)), own = false;
	const struct outlet *o;

	if (picture && page_asks(p, i, ASK_PICTURED, has_photographer)) {
		o = mention_picture(p->rules, s, &as);
		offer(best, o, as, BY_PICTURE);
	}
	if (picture || i < p->first || p->fate[i] != FATE_DROP)
		return;
	if (p->line[i].class == CLASS_SUBSCRIBE || p->line[i].class == CLASS_LEGAL)
		from_thanks(p, i, best);
	if (page_asks(p, i, ASK_PUBLISHED, has_paper)) {
		o = mention_published(p->rules, s, &as, &own);
		offer(best, o, as, own ? BY_COPYRIGHT : BY_MENTION);
	}
	if (page_asks(p, i, ASK_OPINION, has_opinion)) {
		o = mention_opinion(p->rules, s, &as);
		offer(best, o, as, BY_MENTION);
	}
	if (page_asks(p, i, ASK_AUTHOR, has_author)) {
		o = mention_bio(p->rules, s, &as);
		if (!o->wire)
			offer(best, o, as, BY_MENTION);
	}
}

static void
from_dateline(const struct page *p, struct article *a, struct found *best)
{
	unsigned n = 0;

	for (size_t i = p->first; i < p->last && n < 3; i++) {
		struct dateline d;
		struct str as;
		const struct outlet *o;

		if (p->fate[i] != FATE_BODY)
			continue;
		n++;
		if (!(p->line[i].flags & LINE_DATELINE) || !dateline_read(p->rules, page_line(p, i), &d))
			continue;
		article_set(a, KEY_PLACE, d.place);
		if (d.agency.n) {
			article_set(a, KEY_AGENCY, d.agency);
			o = first_agency(p, d.agency, &as);
			if (o)
				offer(best, o, as, BY_DATELINE);
			else if (str_has(d.agency, STR("News")) || str_has(d.agency, STR("Agency")))
				offer(best, NULL, d.agency, BY_DATELINE);
		}
		return;
	}
}

/* `Caliber.Az`: a site that calls itself by its address. */
static bool
site_name(struct str s)
{
	size_t dot = s.n < 24 ? str_find(s, STR("."), 0) : s.n;

	if (dot < 3 || dot + 3 > s.n || dot + 4 < s.n || !is_capital(*s.p))
		return false;
	for (size_t i = 1; i < s.n; i++)
		if (i != dot && !is_small(s.p[i]) && !is_capital(s.p[i]))
			return false;
	return true;
}

static void
from_line(const struct page *p, size_t i, struct found *best)
{
	bool furniture = p->fate[i] == FATE_DROP || p->fate[i] == FATE_TITLE;

	from_mention(p, i, best);
	if (!furniture)
		return;
	if (p->line[i].class == CLASS_DATE)
		from_stamp(p, i, best);
	if (p->line[i].class == CLASS_BYLINE)
		from_byline(p, i, best);
	if (p->line[i].class == CLASS_HEADER_SOURCE && header_value(p, i).n) {
		struct str as = archive_name(header_value(p, i));
		const struct outlet *o = rules_outlet(p->rules, as, &as);

		offer(best, o, as, BY_COPYRIGHT);
	}
	from_copyright(p, i, best);
	from_label(p, i, best);
	if ((i < p->first || p->first == p->n) && !str_starts(page_line(p, i), STR("• ")))
		plate_read(p, i, best);
	if (p->fate[i] == FATE_DROP) {
		if (site_name(page_line(p, i)))
			offer(best, NULL, page_line(p, i), BY_SHAPE);
		from_furniture(p, i, best);
		from_call_sign(p, i, best);
		from_address(p, i, best);
		from_address_inside(p, i, best);
		if (page_asks(p, i, ASK_OWN, has_own)) {
			const struct outlet *own = rules_own(p->rules, page_line(p, i));

			offer(best, own, name_for(p, own), BY_OWN);
		}
	}
	if ((p->line[i].flags & LINE_MAIL) || class_in(p->line[i].class, IN(URL) | IN(HEADER_URL))
	    || (p->line[i].class == CLASS_DEBRIS && str_starts(page_line(p, i), STR("http"))))
		from_mail(p, i, best);
}

/* The paper in brackets before the text: `(포탈뉴스) 국방부는 ...`, `[파주시민신문=홍길동 기자] ...` */
static void
from_bracket(const struct page *p, struct found *best)
{
	size_t i = p->first;
	struct str s, as;
	const struct outlet *o;

	while (i < p->last && p->fate[i] != FATE_BODY)
		i++;
	if (i >= p->last)
		return;
	s = page_line(p, i);
	if ((*s.p != '(' && *s.p != '[') || s.n < 12)
		return;
	as = str_of(s.p + 1, words_find(str_from(s, 1), WORDS(")", "]", "=", " ", "/")));
	o = rules_outlet(p->rules, as, &as);
	if (outlet_shape(as) && !(o && o->agency))
		offer(best, o, as, o ? BY_PLATE : BY_SHAPE);
}

/* The outlet's line of a document from an archive. */
static void
from_archive(const struct page *p, struct found *best)
{
	size_t i = archive_source(p);
	struct str as;

	if (i < p->n && p->fate[i] == FATE_DROP) {
		as = archive_name(page_line(p, i));
		offer(best, rules_outlet(p->rules, as, &as), as, BY_ARCHIVE);
	}
}

/* The outlet as this page spells it: its other name if only that is printed, with `The` or without. */
static struct str
own_spelling(const struct page *p, const struct found *best)
{
	struct str as = best->as, bare = str_starts(as, STR("The ")) ? str_from(as, 4) : as, other;
	struct str alone = { NULL, 0 };
	size_t with = 0, without = 0;

	for (size_t i = 0; i < p->n; i++) {
		struct str s = page_line(p, i);

		if (p->fate[i] == FATE_BODY || s.n >= RULES_SHORT)
			continue;
		for (size_t at = str_find_nocase(s, bare, 0); at < s.n; at = str_find_nocase(s, bare, at + 1)) {
			bool the = at >= 4 && str_starts_nocase(str_from(s, at - 4), STR("the "));

			if (!printed_at(s, at, bare))
				continue;
			with += the;
			without += !the;
			if (the && s.p[at - 4] == 'T' && ((line_words(s) <= line_words(bare) + 5 && !line_stops(s)) || (at > 4 && strchr("/|([:", s.p[at - 5]))))
				alone = str_of(s.p + at - 4, bare.n + 4);
		}
	}
	if (!with && !without && best->how == BY_DOMAIN) /* a mail address, and `Yonhap` in the stamp */
		for (size_t i = 0; i < p->n; i++)
			if (p->fate[i] == FATE_DROP && p->line[i].class != CLASS_RELATED && rules_outlet(p->rules, page_line(p, i), &other) == best->outlet)
				return other;
	if (bare.n < as.n)
		return with || !without ? as : bare;
	return alone.n && !without && !best->outlet->agency && !str_has(as, STR("Ministry")) ? alone : as;
}

/* Is the name printed in the furniture below line i? */
static bool
comes_again(const struct page *p, size_t i, struct str name)
{
	for (size_t k = i + 1; k < p->n; k++) {
		struct str s = page_line(p, k);

		if (p->fate[k] != FATE_DROP || class_in(p->line[k].class, IN(TITLE) | IN(CAPTION) | IN(RELATED)) || s.n >= RULES_SHORT)
			continue;
		if (s.n > name.n && str_has_nocase(s, name))
			return true;
	}
	return false;
}

/* The name of a paper that no table knows, on the first line, above the headline: `Peninsula Notes`. Its furniture names it again. */
static void
from_first_line(const struct page *p, struct found *best)
{
	struct str s = page_line(p, 0), as = s;
	const struct outlet *o;

	if (p->title == 0 || p->title == p->n || p->fate[0] != FATE_DROP || !class_in(p->line[0].class, IN(OTHER) | IN(SECTION) | IN(SOURCE))
	    || p->line[0].rule || p->line[0].words > 4 || s.n < 4 || s.n > 40 || !is_capital(*s.p) || section_word(s))
		return;
	o = rules_outlet(p->rules, s, &as);
	if (o || comes_again(p, 0, s))
		offer(best, o, as, BY_SHAPE);
}

/* `VOA 뉴스 봉다혜입니다.`: how a broadcaster's reporter ends. */
static void
from_last_line(const struct page *p, struct found *best)
{
	size_t i = p->n, news, from;
	struct str s, as = { NULL, 0 };

	while (i > p->first && p->fate[i - 1] != FATE_BODY)
		i--;
	if (i == p->first)
		return;
	s = page_line(p, i - 1);
	news = str_find(s, STR("뉴스"), 0);
	if (s.n >= 90 || news == s.n || !str_ends(s, STR("입니다.")))
		return;
	s = str_trim(str_of(s.p, news));
	for (from = s.n; from > 0 && s.p[from - 1] != ' ';) /* 워싱턴에서 VOA뉴스 ... */
		from--;
	offer(best, rules_outlet(p->rules, str_from(s, from), &as), as, BY_SELF);
}

/* Does a line round the text of a page in Korean give that name? The copyright line may be in English. */
static bool
printed_round(const struct page *p, struct str name)
{
	for (size_t i = 0; i < p->n; i++) {
		struct str s = page_line(p, i);

		if ((p->fate[i] == FATE_DROP || (p->line[i].flags & LINE_DATELINE)) && s.n < RULES_SHORT && p->line[i].class != CLASS_CAPTION && str_has(s, name))
			return true;
	}
	return false;
}

const struct outlet *
source_find(const struct page *p, struct article *a, struct carry *carry)
{
	struct found best = { 0 };
	struct str as;

	from_dateline(p, a, &best);
	for (size_t i = 0; i < p->n; i++)
		from_line(p, i, &best);
	for (size_t i = p->first, n = 0; i < p->last && n < 3; i++)
		if (p->fate[i] == FATE_BODY && ++n) {
			from_text(p, i, &best);
			if (str_starts(page_line(p, i), STR("(MENAFN")))
				offer(&best, rules_outlet(p->rules, STR("MENAFN"), &as), STR("MENAFN"), BY_WORD);
		}
	for (size_t i = 0; i < p->n; i++) /* a mark of agency alone below the text */
		if (p->line[i].class == CLASS_AGENCY && p->fate[i] == FATE_DROP && !a->key[KEY_AGENCY].p)
			article_set(a, KEY_AGENCY, without_brackets(page_line(p, i)));
	from_archive(p, &best);
	if (p->korean)
		from_bracket(p, &best);
	if (best.how < BY_SHAPE)
		from_first_line(p, &best);
	if (best.how < BY_SELF && p->korean)
		from_last_line(p, &best);
	if (best.wire.n && !a->key[KEY_AGENCY].p)
		article_set(a, KEY_AGENCY, best.wire);
	if (best.how <= BY_DATELINE && carry->source_n) {
		article_set(a, KEY_SOURCE, str_of(carry->source, carry->source_n));
		return rules_outlet(p->rules, str_of(carry->source, carry->source_n), &best.as);
	}
	if (best.outlet && !p->korean && line_hangul(best.as)) /* an English page with a Korean copyright line */
		best.as = best.outlet->name;
	if (p->korean && best.outlet && best.outlet->ko.n && printed_round(p, best.outlet->ko))
		best.as = best.outlet->ko;
	else if (p->korean && best.outlet && best.outlet->ko.n && str_eq(best.as, best.outlet->ko) && printed_round(p, best.outlet->name)) /* MBC, not 문화방송 */
		best.as = best.outlet->name;
	if (best.as.n)
		article_set(a, KEY_SOURCE, best.outlet ? own_spelling(p, &best) : best.as);
	return best.outlet;
}
