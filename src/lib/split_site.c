/* What the furniture of a page says of its site: addresses, mails, labels, what it asks its readers for. */
#include "split_found.h"
#include "split_naming.h"
#include "split_rights.h"
#include "split_source.h"
#include "split_words.h"

/* What is asked of a line's words here. */
#define ASKS (1u << ASK_LABEL | 1u << ASK_NAMING | 1u << ASK_NAMES | 1u << ASK_STREET | 1u << ASK_HOST | 1u << ASK_OWN)

/* Where the label of a source stands in s; s.n if nowhere. */
static size_t
find_label(struct str s)
{
	size_t at = str_find(s, STR("Source:"), 0);

	return at < s.n ? at : str_find(s, STR("Source :"), 0);
}

/* In a line that is short and of no picture. */
static bool
labelled(const struct rules *r, struct str s)
{
	(void)r;
	return s.n <= 160 && find_label(s) < s.n && !str_has(s, STR("Getty"));
}

/* `Source: Xinhua`, `Source: KCNA.kp (En)` */
static void
from_label(const struct page *p, size_t i, struct found *f)
{
	struct str s = text(p, i), as;
	const struct outlet *o;
	size_t at;

	if (!page_asks(p, i, ASK_LABEL, labelled))
		return;
	at = find_label(s);
	s = str_trim(str_from(s, at + 7));
	s = str_trim(str_of(s.p, words_find(s, WORDS("|", "\t", "(", ","))));
	o = rules_outlet(p->rules, s, &as);
	if (o)
		offer(f, o, as, BY_LABEL);
}

static bool
has_street(const struct rules *r, struct str s)
{
	(void)r;
	return street_name(s).n > 0;
}

/* `Ministry of National Defense of the Republic of Korea, 22 Itaewon-ro, ...`, `Millbrook Courier & courier.example | 601 Keokuk St.` */
static void
from_address(const struct page *p, size_t i, struct found *f)
{
	struct str as, name;
	const struct outlet *o;

	if (!page_asks(p, i, ASK_STREET, has_street))
		return;
	name = street_name(text(p, i));
	o = rules_outlet(p->rules, name, &as);
	if (o)
		offer(f, o, o->name, BY_WORD);
	else if (outlet_shape(name))
		offer(f, NULL, name, BY_WORD);
}

static bool
has_name(const struct rules *r, struct str s)
{
	struct str as;

	return rules_outlet_in(r, s, &as);
}

/* Furniture names the site: `About KBS`, `with the Korea JoongAng Daily`, `Follow @upi`, `Yonhap News Summary`. */
static void
from_furniture(const struct page *p, size_t i, struct found *f)
{
	struct str s = text(p, i), as;
	unsigned char c = class(p, i);
	const struct outlet *o;

	if (class_in(c, IN(CAPTION) | IN(PHOTO) | IN(RELATED) | IN(BYLINE) | IN(AGENCY) | IN(WIRE) | IN(URL) | IN(TAGS) | IN(TITLE)
	        | IN(OTHER) | IN(DOUBLED)))
		return;
	if (!page_asks(p, i, ASK_NAMES, has_name))
		return;
	o = rules_outlet_in(p->rules, s, &as);
	if (c == CLASS_GOVERNMENT) /* A .mil website belongs to an official U.S. Department of Defense organization */
		offer(f, o, name_for(p, o), BY_MENTION);
	else if (o->agency && c == CLASS_CREDIT) { /* (With inputs from Reuters) */
		if (o->wire && !f->wire.n && words_any(s, WORDS("nputs from", "nput from")))
			f->wire = as;
	} else
		offer(f, o, (o->agency && c == CLASS_DATE) || c == CLASS_SOURCE ? as : name_for(p, o),
		    o->agency || (c == CLASS_SOURCE && i >= p->last) ? BY_AGENCY : BY_WORD);
}

static void
from_mail(const struct page *p, size_t i, struct found *f)
{
	struct str s = text(p, i);
	struct str mail = is(p, i, LINE_MAIL) ? line_mail(s) : s;
	const struct outlet *o;

	o = rules_domain(p->rules, host_of(mail).n || !class_in(class(p, i), IN(URL)) ? host_of(mail) : mail); /* m.sedaily.com */
	if (o)
		offer(f, o, name_for(p, o), o->agency ? BY_DOMAIN : BY_MAIL);
}

/* `Bookmark canberratimes.com.au`: an address in a line of furniture. */
static void
from_address_inside(const struct page *p, size_t i, struct found *f)
{
	struct str rest = text(p, i);
	unsigned char c = class(p, i);
	const struct outlet *o;

	if (class_in(c, IN(CAPTION) | IN(PHOTO) | IN(RELATED) | IN(TAGS) | IN(DOUBLED) | IN(TITLE) | IN(DATE) | IN(CREDIT))
	    || !page_asks(p, i, ASK_HOST, has_address))
		return;
	while ((o = next_address(p->rules, &rest)) != NULL)
		offer(f, o, name_for(p, o), BY_DOMAIN);
}

static bool
has_own(const struct rules *r, struct str s)
{
	return rules_own(r, s);
}

/* `Purchase Licensing Rights`: words of one outlet's pages. */
static void
from_own(const struct page *p, size_t i, struct found *f)
{
	if (page_asks(p, i, ASK_OWN, has_own)) {
		const struct outlet *own = rules_own(p->rules, text(p, i));

		offer(f, own, name_for(p, own), BY_OWN);
	}
}

/* `Thanks for reading Notes From the Strait! ...`, `Gull Point Weekly is not responsible for ...` */
static void
from_namings(const struct page *p, size_t i, struct found *f)
{
	static const enum evidence evidence[] = {
		[NAMING_PAPER] = BY_COPYRIGHT, [NAMING_SITE] = BY_SHAPE, [NAMING_OWN] = BY_SAID, [NAMING_MENTION] = BY_MENTION
	};
	struct named named;

	if (class_in(class(p, i), IN(CAPTION) | IN(PHOTO) | IN(RELATED) | IN(TITLE)) || !page_asks(p, i, ASK_NAMING, has_naming))
		return;
	for (size_t at = 0; naming_next(p->rules, text(p, i), &at, &named);)
		if (named.kind != NAMING_SELF && (named.outlet || named.kind == NAMING_SITE || named.kind == NAMING_OWN)
		    && (named.outlet || !page_signed_by(p, named.as))) /* Contact Jane Dover */
			offer(f, named.outlet, named.as, evidence[named.kind]);
}

/* A line of the furniture below the text that is an outlet's name and nothing else: `U.S. Department of the Treasury`, above the street. */
static void
from_name(const struct page *p, size_t i, struct found *f)
{
	struct str s = text(p, i), as;
	size_t colon = str_starts(s, STR("- ")) ? str_find(s, STR(": "), 0) : s.n, n = 0;
	const struct outlet *o;

	if (colon < s.n) { /* - Seoul: Asharq Al-Awsat */
		s = str_from(s, colon + 2);
		o = rules_outlet(p->rules, s, &as);
		if (o)
			offer(f, o, as, BY_OWN);
		return;
	}
	o = class(p, i) == CLASS_OTHER && p->line[i].words <= 10 ? name_opens(p->rules, s, &as, &n) : NULL;
	if (o && !o->agency && !o->plain && line_words(as) >= 2 && line_words(str_from(s, n)) <= 1) /* Harbor Times Community. */
		offer(f, o, as, BY_TAIL);
	if (s.n > 70 || p->line[i].words < 2
	    || class_in(class(p, i), IN(RELATED) | IN(TAGS) | IN(AGENCY) | IN(CAPTION) | IN(PHOTO))
	    || !page_asks(p, i, ASK_NAME, names_outlet))
		return;
	o = rules_outlet(p->rules, s, &as);
	if (!o->agency && str_eq(s, as) && (!o->plain || outlet_shape(s)))
		offer(f, o, as, BY_OWN);
}

void
site_read(const struct page *p, size_t i, struct found *f)
{
	bool drop = p->fate[i] == FATE_DROP, silent = page_denies(p, i, ASKS); /* as most menus are */

	if (!silent)
		from_label(p, i, f);
	if (drop && !silent)
		from_namings(p, i, f);
	if (drop && i >= p->last)
		from_name(p, i, f);
	if (drop && !silent) {
		from_furniture(p, i, f);
		from_address(p, i, f);
		from_address_inside(p, i, f);
		from_own(p, i, f);
	}
	if (is(p, i, LINE_MAIL) || class_in(class(p, i), IN(URL) | IN(HEADER_URL))
	    || (class(p, i) == CLASS_DEBRIS && str_starts(text(p, i), STR("http"))))
		from_mail(p, i, f);
}
