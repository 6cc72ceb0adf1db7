#include "split_rights.h"
#include "split_naming.h"
#include "split_source.h"
#include "split_words.h"
#include "utf8.h"

static const struct words firm_forms = WORDS_ITEM(" LLC", " Inc", " Ltd", " Limited", " Corp", " Corporation", " Co", " GmbH", " plc");

/* `Telegraph Media Group Limited 2024`, `Harbor Notes 2001–2025`; no `News 24`. */
static struct str
without_years(struct str s)
{
	size_t n = s.n, step = 1;

	while (n && step) {
		step = is_digit(s.p[n - 1]) ? 1 : words_end(str_of(s.p, n), WORDS("–", "-"));
		n -= step;
	}
	return n > 1 && n + 4 <= s.n && s.p[n - 1] == ' ' ? str_of(s.p, n - 1) : s;
}

/* `Harbor Signal Co., Ltd.` -> `Harbor Signal` */
static struct str
without_form(struct str s)
{
	size_t form;

	do {
		while (str_ends_in(s, ".,;: "))
			s.n--;
		s = without_years(s);
		form = words_end(s, firm_forms);
		s.n -= form;
	} while (form);
	return s;
}

/* Where the first sentence of s ends; `U.S. Naval Institute` and `Henry L. Stimson Center` are no ends. */
static size_t
sentence_end(struct str s)
{
	size_t at = str_find(s, STR(". "), 0);

	while (at > 1 && at < s.n && is_capital(s.p[at - 1]) && !is_wordy(s.p[at - 2]))
		at = str_find(s, STR(". "), at + 1);
	return at;
}

static struct str
rights_holder(struct str s)
{
	const struct words ends = WORDS(
	    "(", "<", ">", "]", "|", ",", " All ", " ALL ", " all rights", "무단", "재배포", " & ", " by ", " - ", " is ", "의 ", " at ", " / ");
	const struct words drops = WORDS("Copyrights", "Copyright", "COPYRIGHT", "copyright", "(c)", "(C)", "©", "ⓒ", "by ", "By ",
	    "저작권자", "<", "[", "(", "-", ":", " ", "●", "–", ",", "Content", "|");
	size_t n, sign = words_find(s, WORDS("ⓒ", "©"));

	if (sign > 0 && sign + 3 < s.n && line_hangul(str_of(s.p, sign)) >= 2) /* 좋아요 싫어요 ⓒ 한경닷컴 */
		s = str_from(s, sign);
	if (sign > 2 && sign < s.n && line_words(str_of(s.p, sign)) <= 4 && is_capital(*s.p) && str_digit(str_from(s, sign), 0) <= 3
	    && !words_any(str_of(s.p, sign), WORDS("opyright", "OPYRIGHT", "ights", "hoto", "mage"))) /* Harbor Notes © 2025 */
		return without_form(str_trim(str_of(s.p, sign)));
	while (s.n && (n = is_digit(*s.p) ? 1 : words_start(s, drops)) > 0)
		s = str_from(s, n);
	s.n = sentence_end(s);
	s = str_trim(str_of(s.p, words_find(s, ends)));
	if (s.n > 9 && is_digit(s.p[9]) && korean_name(str_of(s.p, 9))) /* ⓒ홍길동2025.06.19: a photographer */
		s.n = 0;
	return without_form(s);
}

bool
claims_rights(const struct rules *r, struct str s)
{
	(void)r;
	return str_starts(s, STR("(c)"))
	    || words_any(s, WORDS("opyright", "OPYRIGHT", "ll rights reserved", "ll Rights Reserved", "©", "ⓒ", "저작권자"));
}

bool
page_signed_by(const struct page *p, struct str name)
{
	for (size_t i = 0; i < p->n && i < 200; i++) /* in the head: a page of many rights takes linear time */
		if (class(p, i) == CLASS_BYLINE && str_has(text(p, i), name))
			return true;
	return false;
}

/* How sure a name that no table knows is the outlet's. */
static enum evidence
sureness(const struct page *p, struct str name)
{
	if (name.n < 3 || line_words(name) > 6 || is_small(*name.p) || page_signed_by(p, name) || korean_name(name)
	    || words_any(name,
		WORDS("ights", "License", "기자", " 제공", "Information", "Notice", "Policy", "Statement", "Disclaimer", "Terms",
		    "Infringement", "Clearance", "Complaint", "Privacy", "U.S.C.")))
		return BY_NOTHING;
	if (name_shape(name) && !outlet_shape(name) && !words_end(name, WORDS(" FM", " AM", " TV"))) /* perhaps a blog's author */
		return BY_NAME;
	return BY_COPYRIGHT;
}

void
rights_read(const struct page *p, size_t i, struct found *f)
{
	struct str s = text(p, i), as, name, whole;
	const struct outlet *o, *wide;
	enum evidence how;
	size_t n;

	if (class_in(class(p, i), IN(CAPTION) | IN(PHOTO) | IN(DOUBLED)))
		return;
	if (!page_asks(p, i, ASK_RIGHTS, claims_rights) || caption_of_satellite(s)) /* a picture's right */
		return;
	name = rights_holder(s);
	o = rules_outlet(p->rules, name, &as);
	wide = name_opens(p->rules, str_from(s, (size_t)(name.p - s.p)), &whole, &n);
	if (wide && n > name.n) { /* Guardian News & Media */
		o = wide;
		as = whole;
	}
	if (o) {
		offer(f, o, as, o->agency ? BY_WORD : BY_COPYRIGHT); /* the wire's text on another's page */
		return;
	}
	o = memchr(name.p, '.', name.n) ? rules_domain(p->rules, name) : NULL;
	if (o && !o->agency) { /* Copyright © Koreatimes.co.kr */
		offer(f, o, name_for(p, o), BY_COPYRIGHT);
		return;
	}
	o = rules_outlet_in(p->rules, s, &as);
	how = sureness(p, name);
	if (o && !(as.n < name.n && outlet_shape(name))) /* no `Tribune` in the name of another */
		offer(f, o, as, o->agency ? BY_WORD : BY_COPYRIGHT);
	else if (how)
		offer(f, NULL, name, how);
	o = rules_domain(p->rules, host_of(s).n ? host_of(s) : name); /* Copyright 2008 donga.com. */
	if (o)
		offer(f, o, name_for(p, o), BY_DOMAIN);
}

const struct outlet *
source_of_right(const struct page *p, size_t i, struct str *as)
{
	struct found found = { .n = 0 };
	struct candidate best;

	rights_read(p, i, &found);
	best = found_best(&found);
	*as = best.how == BY_COPYRIGHT ? best.as : str_of(NULL, 0);
	return best.outlet;
}
