/* For whom the author of a page, or the photographer of its picture, works. */
#include "ksplit_lists.h"
#include "split_byline.h"
#include "split_found.h"
#include "split_source.h"
#include "split_words.h"

/* Evidence for a name before a reporter's: sure if papers are called so, `파주시민신문=오다인 기자`; else one kind of two, `[일요서울i | 홍길동 기자]`. */
static void
offer_korean(const struct page *p, struct str name, struct found *f)
{
	struct str as = name;
	const struct outlet *o = rules_outlet(p->rules, name, &as);

	if (o && o->agency)
		return;
	if (o || outlet_shape(name))
		offer(f, o, as, o ? BY_PLATE : BY_SHAPE);
}

/* The first word of a byline, in brackets or before a sign: `[통일경제뉴스 오다인 기자]`. */
static void
from_korean_byline(const struct page *p, struct str s, struct found *f)
{
	struct str name = str_from(s, *s.p == '[' || *s.p == '(');
	size_t end = words_find(name, WORDS(" ", "=", "|", "]", ")"));

	if (words_any(str_from(name, end), WORDS(KOREAN_REPORTERS)) && !korean_name(str_of(name.p, end)))
		offer_korean(p, str_of(name.p, end), f);
}

/* What stands behind the last comma of s. */
static struct str
behind_comma(struct str s)
{
	for (size_t i = s.n; i-- > 0;)
		if (s.p[i] == ',')
			return str_trim(str_from(s, i + 1));
	return str_of(s.p, 0);
}

/* A site beside the writer: `Green Valley Radio | By Howard Pell`, `By Jo Camacho | The Guam Daily Post`, `By Nell Garber, Newser Staff` */
static void
from_side(const struct page *p, struct str s, struct found *f)
{
	size_t before = str_find(s, STR(" | By "), 0), bar = str_find(s, STR(" | "), 0),
	       staff = words_end(s, WORDS(" Staff", " staff", " STAFF"));
	struct str side = behind_comma(str_of(s.p, s.n - staff));

	if (before < s.n)
		side = str_of(s.p, before);
	else if (bar < s.n)
		side = str_trim(str_from(s, bar + 3));
	if (!side.n || rules_outlet(p->rules, side, NULL) || !is_capital(*side.p) || is_digit(str_last(side)) /* no date */
	    || words_end(side, WORDS(" Reporter", " Editor", " Correspondent", " Writer")))                        /* World News Reporter */
		return;
	if (before < s.n || outlet_shape(side))
		offer(f, NULL, side, BY_SHAPE);
}

/* `By Jaewoo Park for RFA`, `Landon Mion Fox News` */
static void
from_byline(const struct page *p, size_t i, struct found *f)
{
	struct str as, s = text(p, i), mail = is(p, i, LINE_MAIL) ? line_mail(s) : (struct str) { NULL, 0 };
	const struct outlet *o;

	if (mail.n)
		s = str_trim(str_of(s.p, (size_t)(mail.p - s.p)));
	o = rules_outlet_in(p->rules, s, &as);
	if (!o && str_last(s) == ')') /* Jane Dover (President, Harbor Institute) */
		o = rules_outlet(p->rules, behind_comma(str_of(s.p, s.n - 1)), &as);
	if (o && o->agency && line_outlet_byline(p->rules, s)) /* By Yonhap: no page of Yonhap's says so */
		f->wire = f->wire.n ? f->wire : as;
	else if (o)
		offer(f, o, as, o->agency ? BY_AGENCY : BY_WORD);
	else if (p->korean && s.n)
		from_korean_byline(p, s, f);
	from_side(p, s, f);
}

static bool
has_photographer(const struct rules *r, struct str s)
{
	struct str as;

	return mention_picture(r, s, &as);
}

/* `(David Choi/Stars and Stripes)` */
static void
from_mention(const struct page *p, size_t i, struct found *f)
{
	const struct outlet *o;
	struct str as;

	if (!class_in(class(p, i), IN(CAPTION) | IN(PHOTO)) || !page_asks(p, i, ASK_PICTURED, has_photographer))
		return;
	o = mention_picture(p->rules, text(p, i), &as);
	offer(f, o, as, BY_PICTURE);
}

void
employer_read(const struct page *p, size_t i, struct found *f)
{
	from_mention(p, i, f);
	if (class(p, i) == CLASS_BYLINE)
		from_byline(p, i, f);
}

/* The paper in brackets before the text: `(포탈뉴스) 국방부는 ...`, `[파주시민신문=홍길동 기자] ...`, behind a place as well. */
static void
from_bracket(const struct page *p, struct found *f)
{
	size_t i = p->first;
	struct str s, inner;
	size_t end;

	while (i < p->last && p->fate[i] != FATE_BODY)
		i++;
	if (i >= p->last)
		return;
	s = text(p, i);
	if ((*s.p != '(' && *s.p != '[') || s.n < 12)
		return;
	inner = str_of(s.p + 1, words_find(str_from(s, 1), WORDS(")", "]")));
	end = words_find(inner, WORDS("=", " ", "/", "|"));
	if (inner.n >= 80)
		return;
	offer_korean(p, str_of(inner.p, end), f);
	if (end < inner.n && inner.p[end] == '=') /* [워싱턴=한려일보 홍길동 특파원] */
		from_korean_byline(p, str_from(inner, end + 1), f);
}

/* `VOA 뉴스 봉다혜입니다.`, `지금까지 국방부에서 YTN 봉다혜입니다.`: how a broadcaster's reporter ends. */
static void
from_last_line(const struct page *p, struct found *f)
{
	enum { LINES = 4 }; /* the anchor may say it again below */
	unsigned n = 0;

	for (size_t i = p->n; i-- > p->first && n < LINES;) {
		struct str s = text(p, i), name, as = { NULL, 0 };
		const struct outlet *o;
		size_t news;

		if (p->fate[i] != FATE_BODY)
			continue;
		n++;
		if (s.n >= 90 || !korean_sign_off(&s, &name))
			continue;
		news = words_end(s, WORDS("뉴스"));
		s = str_trim(str_of(s.p, s.n - news)); /* 워싱턴에서 VOA뉴스 ... */
		o = s.n && (news || korean_name(name)) ? rules_outlet(p->rules, line_last_word(s), &as) : NULL;
		if (o && !o->plain) /* no ministry's spokesman */
			offer(f, o, as, BY_OWN);
	}
}

void
employer_in_text(const struct page *p, struct found *f)
{
	if (!p->korean)
		return;
	from_bracket(p, f);
	from_last_line(p, f);
}
