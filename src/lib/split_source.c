#include "split_archive.h"
#include "split_found.h"
#include "split_naming.h"
#include "split_rights.h"
#include "split_source.h"
#include "split_words.h"

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

/* A place on a line of its own between headline and text. */
static void
from_place(const struct page *p, struct article *a)
{
	for (size_t i = p->title < p->n ? p->title + 1 : 0; i < p->first && !a->key[KEY_PLACE].p; i++) {
		struct str s = text(p, i), side[2];

		if (p->fate[i] != FATE_DROP || !class_in(class(p, i), IN(OTHER) | IN(SECTION) | IN(DATE)))
			continue;
		if (class(p, i) == CLASS_DATE) /* Seoul ● Sat, May 17, 2025 */
			s = stamp_sides(p->rules, s, side) ? side[0] : str_of(s.p, 0);
		article_set(a, KEY_PLACE, dateline_place(p->rules, s));
	}
}

static void
from_dateline(const struct page *p, struct article *a, struct found *f)
{
	unsigned n = 0;

	for (size_t i = p->first; i < p->last && n < 3; i++) {
		struct dateline d;
		struct str as;
		const struct outlet *o;

		if (p->fate[i] != FATE_BODY)
			continue;
		n++;
		if (!is(p, i, LINE_DATELINE) || !dateline_read(p->rules, text(p, i), &d))
			continue;
		article_set(a, KEY_PLACE, d.place);
		if (d.agency.n) {
			article_set(a, KEY_AGENCY, d.agency);
			o = first_agency(p, d.agency, &as);
			if (o)
				offer(f, o, as, BY_DATELINE);
			else if (str_has(d.agency, STR("News")))
				offer(f, NULL, d.agency, BY_DATELINE);
		}
		return;
	}
}

static void
from_line(const struct page *p, size_t i, struct found *f)
{
	if ((p->fate[i] == FATE_BODY) & (p->line[i].class == CLASS_NONE)) /* the text is asked in its first paragraphs alone */
		return;
	employer_read(p, i, f);
	if ((p->fate[i] != FATE_DROP && p->fate[i] != FATE_TITLE) || line_other_paper(p->line, p->last, i))
		return;
	if (class(p, i) == CLASS_HEADER_SOURCE && header_value(p, i).n) {
		struct str as = archive_name(p->rules, header_value(p, i));
		const struct outlet *o = rules_outlet(p->rules, as, &as);

		offer(f, o, as, BY_COPYRIGHT);
	}
	rights_read(p, i, f);
	plate_read(p, i, f);
	site_read(p, i, f);
}

/* The words of which each naming in a text has one. */
static bool
has_self(const struct rules *r, struct str s)
{
	return words_any(str_head(s, NAMING_BYTES), WORDS("report", "inform", "writes")) && has_naming(r, s);
}

/* `(Newser) – The captain ...` */
static void
from_lead(const struct page *p, struct str s, struct found *f)
{
	size_t close = str_find(str_head(s, 40), STR(")"), 0);
	struct str as;
	const struct outlet *o = close > 3 ? rules_outlet(p->rules, str_of(s.p + 1, close - 1), &as) : NULL;

	if (o && words_start(str_from(s, close + 1), WORDS(" – ", " — ", " - ", " -- ", "—", " ")))
		offer(f, o, as, BY_DATELINE);
}

/* `..., UNN reports with reference to`: the text speaks of its own outlet. */
static void
from_text(const struct page *p, size_t i, struct found *f)
{
	struct named named;
	struct str as;

	if (str_starts(text(p, i), STR("(MENAFN")))
		offer(f, rules_outlet(p->rules, STR("MENAFN"), &as), STR("MENAFN"), BY_WORD);
	else if (*text(p, i).p == '(')
		from_lead(p, text(p, i), f);
	if (!page_asks(p, i, ASK_SELF, has_self))
		return;
	for (size_t at = 0; naming_next(p->rules, text(p, i), &at, &named);) {
		if (named.kind != NAMING_SELF || !named.outlet)
			continue;
		if (named.outlet->agency) /* TASS reports, citing ... */
			f->wire = f->wire.n ? f->wire : named.as;
		else
			offer(f, named.outlet, named.as, BY_SELF);
	}
}

/* The first paragraphs are asked always, the `rest` only till one tells an outlet. */
static void
from_paragraphs(const struct page *p, struct found *f, bool rest)
{
	for (size_t i = p->first, n = 0; i < p->last && !(rest ? f->n > 0 : n >= 3); i++) {
		bool body = p->fate[i] == FATE_BODY, asked = body & ((n >= 3) == rest);

		n += body;
		if (asked)
			from_text(p, i, f);
	}
}

/* The outlet's line of a document from an archive. */
static void
from_archive(const struct page *p, struct found *f)
{
	size_t i = archive_source(p);
	struct str as;

	if (i < p->n && p->fate[i] == FATE_DROP) {
		as = archive_name(p->rules, text(p, i));
		offer(f, rules_outlet(p->rules, as, &as), as, BY_ARCHIVE);
	}
}

/* The agency of a mark alone below the text, or one that only its text is from. */
static void
set_agency(const struct page *p, struct article *a, struct str wire)
{
	for (size_t i = 0; page_has(p, IN(AGENCY)) && i < p->n && !a->key[KEY_AGENCY].p; i++)
		if (class(p, i) == CLASS_AGENCY && p->fate[i] == FATE_DROP) {
			struct str s = without_brackets(without_bullet(text(p, i)));

			article_set(a, KEY_AGENCY, str_of(s.p, words_find(s, WORDS(", ", " | ")) - str_ends(s, STR(","))));
		}
	if (wire.n && !a->key[KEY_AGENCY].p)
		article_set(a, KEY_AGENCY, wire);
}

const struct outlet *
source_find(const struct page *p, struct article *a, struct carry *carry)
{
	struct found found;
	struct candidate best;
	struct str as;

	found_begin(&found);
	from_dateline(p, a, &found);
	from_place(p, a);
	for (size_t i = 0; i < p->n; i++)
		from_line(p, i, &found);
	from_paragraphs(p, &found, false);
	from_archive(p, &found);
	employer_in_text(p, &found);
	papers_read(p, &found);
	again_read(p, &found);
	from_paragraphs(p, &found, true);
	best = found_best(&found);
	set_agency(p, a, found.wire);
	if (best.how <= BY_DATELINE && carry->source_n) {
		article_set(a, KEY_SOURCE, str_of(carry->source, carry->source_n));
		return rules_outlet(p->rules, str_of(carry->source, carry->source_n), &as);
	}
	if (best.as.n)
		article_set(a, KEY_SOURCE, found_spelling(p, &best));
	if (!best.outlet && best.as.n && str_starts(article_text(a, KEY_SOURCE), article_text(a, KEY_AGENCY))
	    && !rules_outlet(p->rules, article_text(a, KEY_AGENCY), NULL))
		article_set(a, KEY_AGENCY, STR("")); /* (서울=파주시민신문): the paper's own dateline */
	return best.outlet;
}
