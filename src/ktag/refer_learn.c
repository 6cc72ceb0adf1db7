/* The first look at a settled text: whom and what it names in full. */
#include "acronym.h"
#include "hangul_word.h"
#include "hanja.h"
#include "list.h"
#include "person_form.h"
#include "refer.h"
#include "scan.h"

size_t
refer_last(const struct doc *d, const struct mention *m)
{
	size_t b = m->token;

	while (b + 1 < d->tokens_n && d->tokens[b + 1].start < m->end)
		b++;
	return b;
}

/* "Tsai Ming-che", "Zhao Wenbo": a surname that is no Korean one, too. */
static bool
chinese(const struct doc *d, size_t a, size_t b)
{
	if (has_class(d, a, CLASS_GIVEN) || !chinese_surname(doc_span(d, a, a)))
		return false;
	/* Tsang Yung Yuan */
	if (b == a + 2 && is_spaced(d, a + 2))
		return chinese_syllable(doc_span(d, a + 1, a + 1)) && chinese_syllable(doc_span(d, b, b));
	return is_hyphen(d, a + 2) ? is_lower(d, a + 3)
				   : b == a + 1 && !has_class(d, b, CLASS_SURNAME | CLASS_GIVEN) && chinese_given(doc_span(d, b, b));
}

/* "FUNAKOSHI Takehiro", as Japan's ministries write it: the surname is in capitals. */
static bool
capital_surname(const struct doc *d, size_t a, size_t b)
{
	return b > a && is_upper(d, a) && length(d, a) > 2 && is_capital(d, b) && !is_upper(d, b);
}

/* Its usual form, "Funakoshi", by which he is called again. */
static struct str
usual_form(const struct doc *d, struct str s)
{
	char *p = arena_alloc(d->arena, s.n);

	for (size_t i = 0; i < s.n; i++)
		p[i] = (char)(i > 0 && s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] | 0x20 : s.p[i]);
	return str_of(p, s.n);
}

/* Is the surname first? Korean names by form, others by their country. */
static bool
surname_first(const struct doc *d, const struct mention *m, size_t a, size_t b)
{
	if (word_exactly(str_head(m->id, 3), "kr/ kp/ cn/ tw/ vn/"))
		return !(is_hyphen(d, a + 1) && has_class(d, b, CLASS_SURNAME));
	if (is_hangul(d, a) || is_mark(d, a + 1, MARK_COMMA))
		return true;
	if (is_hyphen(d, a + 1))
		return false;
	if (!has_class(d, a, CLASS_SURNAME))
		return chinese(d, a, b);
	/* Sung Kim, the ambassador */
	if (m->id.n > 2 && m->id.p[2] == '/' && has_class(d, b, CLASS_SURNAME))
		return is_hyphen(d, a + 2);
	return is_hyphen(d, a + 2) || has_class(d, b, CLASS_SYLLABLE) || !has_class(d, a, CLASS_GIVEN);
}

/* The token that holds the surname of a name from a to b. */
static size_t
surname_token(const struct doc *d, const struct mention *m, size_t a, size_t b)
{
	if (a == b || surname_first(d, m, a, b))
		return a;
	if (is_mark(d, b, MARK_DOT))
		b--;
	if (length(d, b) <= 5 && word_in(d, b, NAME_SUFFIXES) && b > a)
		b--;
	return b;
}

/* The title behind a name that ends with token b: 김정은 국무위원장이, 안규백 국방부 장관이, 박윤주 외교부 1차관이. */
static struct str
title_hangul(const struct doc *d, const struct gaz *g, size_t b)
{
	struct gaz_hit title;

	for (size_t i = b + 1; i < b + 4 && i < d->tokens_n && d->tokens[i].kind <= TOKEN_NUMBER; i++) {
		if (name_word(d, i) & SAYS_TITLE)
			return doc_span(d, i, i);
		if (gaz_title(g, d, i, 0, &title))
			return doc_span(d, i + title.tokens - 1, i + title.tokens - 1);
	}
	return str_of(NULL, 0);
}

/* The title before a name ("Defense Minister Ahn") or in the apposition behind it. Its last word; empty if there is none. */
static struct str
title_of(const struct doc *d, const struct gaz *g, size_t a, size_t b)
{
	if (a > 0 && has_class(d, a - 1, CLASS_TITLE | CLASS_RANK))
		return doc_span(d, a - 1, a - 1);
	if (is_hangul(d, a))
		return title_hangul(d, g, b);
	/* Minister of National Defense Kim */
	for (size_t k = a; k-- > 1 && k + 4 > a && is_word(d, k);)
		if (word_is(d, k, "of"))
			return has_class(d, k - 1, CLASS_TITLE) ? doc_span(d, k - 1, k - 1) : str_of(NULL, 0);
	if (!is_mark(d, b + 1, MARK_COMMA))
		return str_of(NULL, 0);
	for (size_t i = b + 2; i < b + 10 && is_word(d, i); i++)
		if (has_class(d, i, CLASS_TITLE | CLASS_RANK))
			return doc_span(d, i, i);
	return str_of(NULL, 0);
}

/* 나카타니 겐: the surname comes first in Hangul. */
static bool
japanese(const struct mention *m)
{
	return str_starts(m->id, STR("jp/")) || (m->rule && str_eq(str_z(m->rule), STR("Japanese name")));
}

size_t
refer_surname_start(const struct doc *d, const struct person *p, size_t i, size_t last)
{
	struct str both;

	if (i > 1 && is_hyphen(d, i - 1) && word_in(d, i - 2, "al el"))
		return i - 2;
	if (i == 0 || !word_in(d, i - 1, "de del dela van von"))
		return i;
	both = doc_span(d, i - 1, last);
	return str_eq_nocase(both, str_tail(p->full, both.n)) ? i - 1 : i;
}

/* A Hangul name is one token: its surname is its first syllable. Of a foreigner's several it is the last, but for the Japanese. */
struct str
refer_surname_of(const struct doc *d, const struct mention *m, size_t a, size_t b)
{
	size_t t = surname_token(d, m, a, b);

	if (is_hangul(d, a))
		return japanese(m) && b > a              ? doc_span(d, a, a)
		    : b > a && tok(d, b)->start < m->end ? str_of(d->text.p + tok(d, b)->start, m->end - tok(d, b)->start)
							 : hanja_reading(str_of(d->text.p + m->start, 3));
	if (capital_surname(d, a, b))
		return usual_form(d, doc_span(d, a, a));
	/* Kosiniak-Kamysz, al-Abbasi */
	if (t > a + 1 && is_hyphen(d, t - 1))
		return doc_span(d, t - 2, t);
	return doc_span(d, t, t);
}

bool
refer_woman(const struct doc *d, size_t i)
{
	return i > 0 && has_class(d, i - 1, CLASS_HONORIFIC) && word_in(d, i - 1, "ms mrs miss madam madame dame");
}

static bool
kinswoman(struct str title)
{
	return title.n && word_among(title, "sister daughter wife mother aunt");
}

/* "Chelsea said", after "Chelsea Clinton"; "Banharn", after "Banharn Silpa-archa": is the first word of a name, whose surname stands behind
 * it, one that the article may go on with? Not if it means something else as well. */
static bool
goes_on_alone(const struct doc *d, size_t a, size_t surname)
{
	return a < surname && length(d, a) >= 4
	    && !has_class(d, a,
		CLASS_EVERYDAY | CLASS_SURNAME | CLASS_NATION | CLASS_COMMON | CLASS_TITLE | CLASS_RANK | CLASS_HONORIFIC | CLASS_PARTICLE
		    | CLASS_CALENDAR)
	    && (name_word(d, a) & NAME_FREE) && !(tok(d, a)->flags & (TOKEN_HANGUL | TOKEN_UPPER)) && !lexeme_of(d, a)->alone;
}

struct person *
refer_bearer(const struct referrer *r, struct str surname)
{
	const struct word *w = surname.n > 3 ? memory_find(r->m, surname) : NULL; /* 김 is many's */
	struct person *p = w && w->recent[0] ? &r->m->persons[w->recent[0] - 1] : NULL;

	return p && p->full.n > surname.n && str_eq(p->surname, surname) ? p : NULL;
}

static void
learn_person(struct referrer *r, const struct mention *m)
{
	const struct doc *d = r->d;
	size_t a = m->token, b = refer_last(d, m);
	struct str full = mention_str(d, m);
	bool single = a == b && !(is_hangul(d, a) && full.n > 3);
	struct str surname = refer_surname_of(d, m, a, b), title;
	struct person *p;

	if (single) {
		struct word *w = memory_find(r->m, surname);
		if (w && w->recent[0])
			return;
	}
	if (a == b && refer_bearer(r, full))
		return;
	p = memory_person(r->m, full, surname);
	p->surname_only = single;
	p->first = single ? UINT32_MAX : (uint32_t)m->start; /* names are learned from the end */
	if (goes_on_alone(d, a, surname_token(d, m, a, b)) && !memory_find(r->m, doc_span(d, a, a)))
		memory_recent(memory_word(r->m, doc_span(d, a, a)), (uint32_t)(p - r->m->persons));
	if (b == a + 3 && is_hyphen(d, a + 2) && is_lower(d, b) && surname_token(d, m, a, b) == a) /* Hyun-bin, spoken to */
		memory_recent(memory_word(r->m, doc_span(d, a + 1, b)), (uint32_t)(p - r->m->persons));
	if (b > a + 2 && is_hyphen(d, b - 1) && word_in(d, b - 2, "al el") && is_capital(d, b)) /* Halbousi, after Mohammed al-Halbousi */
		memory_recent(memory_word(r->m, doc_span(d, b, b)), (uint32_t)(p - r->m->persons));
	if (a == b && full.n > 6 && is_hangul(d, a)) /* 채명일은, whose title stood elsewhere */
		memory_recent(memory_word(r->m, full), (uint32_t)(p - r->m->persons));
	if (p->id.n == 0) {
		p->id = m->id;
		p->name = m->name.n ? m->name : full;
	}
	title = title_of(d, r->g, a, b);
	p->woman |= refer_woman(d, a) || kinswoman(title);
	if (p->title.n == 0)
		p->title = title;
}

/* A name that a rule found by its context is a name wherever the article repeats it. */
static void
learn_words(struct referrer *r, const struct mention *m, size_t b)
{
	const struct doc *d = r->d;
	size_t a = m->token;
	struct str words = mention_str(d, m);

	if (m->id.n || b > a + 4 || !is_capital(d, a) || tok(d, b)->end != m->end)
		return;
	if (a == b
	    && (words.n < 4 || has_class(d, a, CLASS_COMMON | CLASS_EVERYDAY | CLASS_SURNAME | CLASS_GIVEN | CLASS_TITLE | CLASS_MODIFIER)))
		return;
	memory_meaning(r->m, &(struct meaning) { words, m->type, m->id, m->name, false, true });
}

/* A name in Hangul that a rule found by what stood round it is kept under its first word; of one word it must be a long one. */
static void
learn_hangul(struct referrer *r, const struct mention *m, size_t b)
{
	enum { LONG = 15 };
	const struct doc *d = r->d;
	size_t a = m->token;
	struct str words = mention_str(d, m);

	/* 명파리, after 현내면 명파리 */
	if (m->id.n == 0 && m->type == TYPE_GPE && a == b && words.n >= 3 * HANGUL_SYLLABLE && word_ends_in(words, "리 면 읍 동")
	    && tok(d, a)->start == m->start) {
		memory_meaning(r->m, &(struct meaning) { words, m->type, m->id, words, false, true });
		return;
	}
	if (m->id.n || (m->type != TYPE_ORG && m->type != TYPE_FAC) || !is_hangul(d, a) || tok(d, a)->start != m->start
	    || (a == b ? words.n < LONG : length(d, a) < 2 * HANGUL_SYLLABLE))
		return;
	memory_meaning(r->m, &(struct meaning) { a == b ? words : doc_span(d, a, a), m->type, m->id, words, false, true });
}

/* "현대도", after 현대그룹: what a group of firms is called by. */
static void
learn_group(struct referrer *r, const struct mention *m)
{
	struct str name = mention_str(r->d, m);
	const struct str tail = STR("그룹");

	if (m->type == TYPE_ORG && str_ends(name, tail) && name.n >= 2 * tail.n && !memchr(name.p, ' ', name.n))
		memory_meaning(r->m, &(struct meaning) { str_of(name.p, name.n - tail.n), TYPE_ORG, m->id, m->name, 3, false });
}

/* Is token i of a company's name what sort of company it is, or punctuation: "Shipping Co., Ltd."? */
static bool
tells_sort(const struct doc *d, size_t i)
{
	return has_class(d, i, CLASS_COMPANY) || is_mark(d, i, MARK_DOT) || is_mark(d, i, MARK_COMMA)
	    || word_in(d, i, "group bank capital partners marine international global systems security");
}

/* "Eastern Pearl", after "Eastern Pearl Shipping Co., Ltd." */
static void
learn_short(struct referrer *r, const struct mention *m, size_t b)
{
	const struct doc *d = r->d;
	size_t a = m->token, last = b;

	if (m->id.n || b > a + 9 || !is_capital(d, a)
	    || !(has_class(d, b, CLASS_COMPANY | (b == a + 1 ? CLASS_ORG : 0)) || is_mark(d, b, MARK_DOT)))
		return;
	while (last > a && (tells_sort(d, last) || (last == b && has_class(d, b, CLASS_ORG))))
		last--;
	if (last == b || !(name_word(d, a) & NAME_FREE || last > a)
	    || (last == a && has_class(d, a, CLASS_EVERYDAY | CLASS_SURNAME | CLASS_GIVEN)) || last > a + 2 || lexeme_of(d, a)->alone
	    || length(d, a) < 4)
		return;
	memory_meaning(r->m, &(struct meaning) { doc_span(d, a, last), TYPE_ORG, m->id, m->name, false, true });
}

/* "TRM", after "TRM Labs": the letters that a body's name begins with, if they mean nothing else. */
static void
learn_letters(struct referrer *r, const struct mention *m, size_t b)
{
	const struct doc *d = r->d;
	size_t a = m->token;

	if (is_upper(d, a) && is_spaced(d, a + 1) && length(d, a) >= 3 && !has_class(d, a, CLASS_NATION)
	    && !lexeme_of(d, a)->alone && !is_upper(d, b))
		memory_meaning(r->m, &(struct meaning) { doc_span(d, a, a), TYPE_ORG, m->id, m->name, false, false });
}

/* One word; of Hangul, one syllable. */
static bool
is_single(const struct doc *d, const struct mention *m)
{
	if ((uint8_t)d->text.p[m->start] >= 0xE4)
		return m->end - m->start == 3;
	return memchr(d->text.p + m->start, ' ', m->end - m->start) == NULL;
}

/* Have the two Koreas been named, and does the text write "south Korea"? */
static void
learn_korea(struct referrer *r, const struct mention *m)
{
	char first = r->d->text.p[m->start];

	if ((m->type != TYPE_GPE && m->type != TYPE_NORP) || !(str_ends(m->id, STR("/kp")) || str_ends(m->id, STR("/kr"))))
		return;
	r->m->korea = true;
	r->kcna |= first == 's' || first == 'n';
}

/* The first look at all mentions: full names first, then names that are a surname only. From the end, so that the first of a
 * surname stands in front when the second look begins. */
void
refer_learn(struct referrer *r)
{
	const struct doc *d = r->d;

	for (int single = 0; single < 2; single++)
		for (size_t i = r->d->settled_n; i-- > 0;) {
			const struct mention *m = &d->mentions[i];
			if (m->type == TYPE_PERSON && is_single(d, m) == single)
				learn_person(r, m);
		}
	for (size_t i = 0; i < r->d->settled_n; i++) {
		const struct mention *m = &d->mentions[i];
		learn_korea(r, m);
		if (m->type == TYPE_PERSON || m->type == TYPE_NORP || m->type >= TYPE_DATE)
			continue;
		size_t last = refer_last(d, m);
		acronym_learn(r->m, d, m, last);
		learn_words(r, m, last);
		learn_hangul(r, m, last);
		learn_group(r, m);
		if (m->type == TYPE_ORG && last > m->token) {
			learn_short(r, m, last);
			learn_letters(r, m, last);
		}
	}
}
