/* What refers back: surnames alone, acronyms, the North and the South, ministries without their country. */
#include "acronym.h"
#include "body.h"
#include "gaz.h"
#include "holder.h"
#include "list.h"
#include "memory.h"
#include "names.h"
#include "scan.h"

struct referrer {
	struct bodies bodies; /* whose ministries and services the article speaks of */
	struct doc *d;
	const struct gaz *g;
	struct memory *m;
	size_t next; /* the first mention that does not end before the token at work */
	uint32_t *first, *last; /* the first and the last token of every settled mention */
	size_t settled; /* mentions that were there before */
	bool kcna;      /* the article writes "south Korea" */
};

static size_t
last_token(const struct doc *d, const struct mention *m, size_t a)
{
	size_t b = a;

	while (b + 1 < d->tokens_n && tok(d, b + 1)->end <= m->end)
		b++;
	return b;
}

/* Is the surname first? Korean names by form, others by their country. */
static bool
surname_first(const struct doc *d, const struct mention *m, size_t a, size_t b)
{
	if (m->id.n > 2 && (str_starts(m->id, STR("kr/")) || str_starts(m->id, STR("kp/")) || str_starts(m->id, STR("cn/"))
	    || str_starts(m->id, STR("tw/")) || str_starts(m->id, STR("vn/"))))
		return !(is_hyphen(d, a + 1) && has_class(d, b, CLASS_SURNAME));
	if (tok(d, a)->flags & TOKEN_HANGUL)
		return true;
	if (!has_class(d, a, CLASS_SURNAME) || is_hyphen(d, a + 1))
		return false;
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
	if (word_in(d, b, "Jr Sr II III IV") && b > a)
		b--;
	return b;
}

/* The title before a name ("Defense Minister Ahn") or in the apposition behind it. Its last word; empty if there is none. */
static struct str
title_of(const struct doc *d, const struct gaz *g, size_t a, size_t b)
{
	if (a > 0 && has_class(d, a - 1, CLASS_TITLE | CLASS_RANK))
		return doc_span(d, a - 1, a - 1);
	/* 김정은 국무위원장이, 안규백 국방부 장관이 */
	if (tok(d, a)->flags & TOKEN_HANGUL) {
		struct gaz_hit title;
		if (b + 1 < d->tokens_n && gaz_title(g, d, b + 1, 0, &title))
			return doc_span(d, b + 1, b + 1);
		return b + 2 < d->tokens_n && gaz_title(g, d, b + 2, 0, &title) ? doc_span(d, b + 2, b + 2) : str_of(NULL, 0);
	}
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

/* A Hangul name is one token: its surname is its first syllable. */
static struct str
surname_of(const struct doc *d, const struct mention *m, size_t a, size_t b)
{
	size_t t = surname_token(d, m, a, b);

	if (tok(d, a)->flags & TOKEN_HANGUL)
		return b > a && tok(d, b)->start < m->end ? str_of(d->text.p + tok(d, b)->start, m->end - tok(d, b)->start)
		                                          : str_of(d->text.p + m->start, 3);
	/* Kosiniak-Kamysz, al-Abbasi */
	if (t > a + 1 && is_hyphen(d, t - 1))
		return doc_span(d, t - 2, t);
	return doc_span(d, t, t);
}

/* "Ms Kim" */
static bool
womans_title(const struct doc *d, size_t i)
{
	return i > 0 && has_class(d, i - 1, CLASS_HONORIFIC) && word_in(d, i - 1, "ms mrs miss madam madame dame");
}

static bool
kinswoman(struct str title)
{
	return title.n && word_among(title, "sister daughter wife mother aunt");
}

/* Does the name at a only explain the namesake before it: "Kim Yo Jong, the sister of leader Kim Jong Un, said"? Then it is still
 * the first of the two whom "Kim" means. */
static bool
is_aside(const struct referrer *r, size_t a, struct str surname)
{
	const struct doc *d = r->d;
	const struct mention *m = r->d->mentions;
	bool of = false;
	size_t i = a, k = r->next;

	while (i > 0 && a - i < 20 && (is_word(d, i - 1) || is_hyphen(d, i - 1) || is_mark(d, i - 1, MARK_DOT)))
		i--;
	if (i < 2 || !is_mark(d, i - 1, MARK_COMMA) || !is_lower(d, i))
		return false;
	while (k > 0 && m[k - 1].end > tok(d, i - 2)->end)
		k--;
	if (k == 0 || m[k - 1].end != tok(d, i - 2)->end || m[k - 1].type != TYPE_PERSON)
		return false;
	for (size_t w = i; w < a && !of; w++)
		of = word_in(d, w, "of to with under");
	struct str name = str_of(d->text.p + m[k - 1].start, m[k - 1].end - m[k - 1].start);
	return of && str_find(name, surname, 0) < name.n;
}

/* "his father, Kim Jong Il,", "accompanied by Jo Yong Won and Kim Yo Jong": named in passing, in a sentence about somebody else. */
static bool
in_passing(const struct doc *d, size_t a)
{
	size_t kin = is_mark(d, a - 1, MARK_COMMA) ? a - 2 : a - 1;

	if (a < 3)
		return false;
	if (is_lower(d, kin) && word_in(d, kin, "father grandfather mother brother sister wife husband son daughter uncle aunt predecessor")
	    && word_in(d, kin - 1, "his her late younger older elder eldest half"))
		return true;
	for (size_t k = a; k-- > 0 && k + 40 > a && tok(d, k)->kind != TOKEN_BREAK && !(tok(d, k)->flags & TOKEN_OPENS);)
		if (is_lower(d, k) && length(d, k) >= 7 && word_in(d, k, "accompanied attended including flanked alongside"))
			return true;
	return false;
}

static void
learn_person(struct referrer *r, const struct mention *m)
{
	const struct doc *d = r->d;
	size_t a = r->first[m - d->mentions], b = r->last[m - d->mentions];
	struct str full = str_of(d->text.p + m->start, m->end - m->start);
	bool single = a == b && !(tok(d, a)->flags & TOKEN_HANGUL && full.n > 3);
	struct str surname = surname_of(d, m, a, b), title;
	struct person *p;

	if (single) {
		struct word *w = memory_find(r->m, surname);
		if (w && w->recent[0])
			return;
	}
	p = memory_person(r->m, full, surname);
	p->surname_only = single;
	if (p->id.n == 0) {
		p->id = m->id;
		p->name = m->name.n ? m->name : full;
	}
	title = title_of(d, r->g, a, b);
	p->woman |= womans_title(d, a) || kinswoman(title);
	if (p->title.n == 0)
		p->title = title;
}

/* A name that a rule found by its context is a name wherever the article repeats it. */
static void
learn_words(struct referrer *r, const struct mention *m, size_t a, size_t b)
{
	const struct doc *d = r->d;
	struct str words = str_of(d->text.p + m->start, m->end - m->start);

	if (m->id.n || m->type == TYPE_PERSON || m->type == TYPE_NORP || m->type >= TYPE_DATE || b > a + 4 || !is_capital(d, a)
	    || tok(d, b)->end != m->end)
		return;
	if (a == b && (words.n < 4 || has_class(d, a, CLASS_COMMON | CLASS_EVERYDAY | CLASS_SURNAME | CLASS_GIVEN | CLASS_TITLE | CLASS_MODIFIER)))
		return;
	memory_meaning(r->m, &(struct meaning) { words, m->type, m->id, m->name, false, true });
}

/* One word; of Hangul, one syllable. */
static bool
is_single(const struct doc *d, const struct mention *m)
{
	if ((uint8_t)d->text.p[m->start] >= 0xEA)
		return m->end - m->start == 3;
	return memchr(d->text.p + m->start, ' ', m->end - m->start) == NULL;
}

/* The first look at all mentions: full names first, then names that are a surname only. From the end, so that the first of a
 * surname stands in front when the second look begins. */
static void
learn(struct referrer *r)
{
	const struct doc *d = r->d;

	for (int single = 0; single < 2; single++)
		for (size_t i = r->settled; i-- > 0;) {
			const struct mention *m = &d->mentions[i];
			if (m->type == TYPE_PERSON && is_single(d, m) == single)
				learn_person(r, m);
		}
	for (size_t i = 0; i < r->settled; i++) {
		const struct mention *m = &d->mentions[i];
		acronym_learn(r->m, d, m, r->first[i], r->last[i]);
		learn_words(r, m, r->first[i], r->last[i]);
		if (m->type == TYPE_GPE || m->type == TYPE_NORP)
			r->m->korea |= str_ends(m->id, STR("/kp")) || str_ends(m->id, STR("/kr"));
		if ((m->type == TYPE_GPE || m->type == TYPE_NORP) && (d->text.p[m->start] == 's' || d->text.p[m->start] == 'n')
		    && (str_ends(m->id, STR("/kp")) || str_ends(m->id, STR("/kr"))))
			r->kcna = true;
		r->m->south |= str_ends(m->id, STR("/kr")) || str_starts(m->id, STR("kr/"));
	}
}

static void
link_person(struct referrer *r, struct mention *m, struct person *p)
{
	m->id = p->id;
	m->name = p->name;
	memory_recent(memory_word(r->m, p->surname), (uint32_t)(p - r->m->persons));
}

/* Is the title 위원장이, without its particle, in "국무위원장이 신형"? */
static bool
says_title(struct str behind, struct str title)
{
	for (size_t n = title.n; n >= 6 && n + 9 >= title.n; n -= 3)
		if (str_find(behind, str_of(title.p, n), 0) < behind.n)
			return true;
	return false;
}

/* Whom a surname alone means: the last one whom the title or "Ms" before it fits, else the last one. */
static struct person *
meant(struct referrer *r, const struct word *w, size_t i)
{
	const struct doc *d = r->d;
	struct str title = i > 0 && has_class(d, i - 1, CLASS_TITLE | CLASS_RANK) ? doc_span(d, i - 1, i - 1) : str_of(NULL, 0);

	for (int k = 0; k < RECENT && w->recent[k]; k++) {
		struct person *p = &r->m->persons[w->recent[k] - 1];
		if (tok(d, i)->flags & TOKEN_HANGUL && p->title.n && says_title(p->title, doc_span(d, i + 1 < d->tokens_n ? i + 1 : i, i + 1 < d->tokens_n ? i + 1 : i)))
			return p;
		if (title.n ? str_eq_nocase(p->title, title) : p->woman && womans_title(d, i))
			return p;
	}
	/* 김 총비서: somebody with a title rather than his daughter */
	for (int k = 0; tok(d, i)->flags & TOKEN_HANGUL && k < RECENT && w->recent[k]; k++)
		if (r->m->persons[w->recent[k] - 1].title.n)
			return &r->m->persons[w->recent[k] - 1];
	return &r->m->persons[w->recent[0] - 1];
}

/* Is the capital at i really the surname, and not a word or another name? */
static bool
stands_alone(const struct doc *d, size_t i)
{
	const struct token *next = tok(d, i + 1), *prev = tok(d, i - 1);

	if (tok(d, i)->flags & TOKEN_OPENS && has_class(d, i, CLASS_COMMON) && !has_class(d, i + 1, CLASS_SPEECH))
		return false;
	if (is_hyphen(d, i + 1) && is_lower(d, i + 2))
		return false;
	if (next->kind == TOKEN_WORD && next->flags & TOKEN_CAPITAL && next->flags & TOKEN_SPACE
	    && !(next->classes & (CLASS_CALENDAR | CLASS_TITLE | CLASS_NATION | CLASS_COMMON | CLASS_MODIFIER)))
		return false;
	/* "Unlikely to Meet Kim": in a heading the capital before it says nothing */
	if (tok(d, i)->flags & TOKEN_HEADING && !has_class(d, i, CLASS_EVERYDAY | CLASS_COMMON) && i > 0 && !has_class(d, i - 1, CLASS_GIVEN | CLASS_SURNAME))
		return true;
	if (i > 0 && prev->kind == TOKEN_WORD && prev->flags & TOKEN_CAPITAL && tok(d, i)->flags & TOKEN_SPACE
	    && !(prev->flags & TOKEN_OPENS) && !(prev->classes & (CLASS_CALENDAR | CLASS_TITLE | CLASS_RANK | CLASS_HONORIFIC
	    | CLASS_NATION | CLASS_COMMON | CLASS_MODIFIER | CLASS_ORG)))
		return false;
	return true;
}

/* The mention on token i, or NULL. */
static struct mention *
mention_on(struct referrer *r, size_t i)
{
	struct doc *d = r->d;

	while (r->next < r->settled && d->mentions[r->next].end <= tok(d, i)->start)
		r->next++;
	if (r->next < r->settled && d->mentions[r->next].start < tok(d, i)->end)
		return &d->mentions[r->next];
	return NULL;
}

/* A syllable alone is a surname only before a title: 이 대통령은. Else 이 is "this" and 한 "one". */
static bool
titled_hangul(const struct referrer *r, size_t i)
{
	const struct token *t = tok(r->d, i);
	struct gaz_hit title;

	if (!(t->flags & TOKEN_HANGUL) || t->end - t->start > 3)
		return true;
	return i + 1 < r->d->tokens_n && gaz_title(r->g, r->d, i + 1, 0, &title);
}

static void
refer_surname(struct referrer *r, size_t i, size_t last, struct mention *on, const struct word *w)
{
	const struct token *t = tok(r->d, i);
	struct mention *m;

	/* Austin, Jordan: in this article they are persons */
	if (on && !(on->type == TYPE_GPE && on->start == t->start && on->end == t->end && !has_class(r->d, i, CLASS_NATION)))
		return;
	if (last == i && (!stands_alone(r->d, i) || !titled_hangul(r, i)))
		return;
	struct person *p = meant(r, w, i);
	if (on) {
		on->type = TYPE_PERSON;
		on->rule = "surname of a person named in full";
		link_person(r, on, p);
		return;
	}
	m = doc_mention(r->d, TYPE_PERSON, t->start, tok(r->d, last)->end, "surname of a person named in full");
	link_person(r, m, p);
}

/* "FS를", after '자유의 방패'(FS): an acronym with a particle stuck to it. */
static void
refer_letters(struct referrer *r, size_t i)
{
	struct str word = doc_span(r->d, i, i);
	const struct meaning *meaning;
	const struct word *w;
	struct mention *m;
	size_t n = 0;

	while (n < word.n && ((word.p[n] >= 'A' && word.p[n] <= 'Z') || (n && word.p[n] >= '0' && word.p[n] <= '9')))
		n++;
	if (n < 2 || !(w = memory_find(r->m, str_of(word.p, n))) || !w->meaning)
		return;
	meaning = &r->m->meanings[w->meaning - 1];
	if (!meaning->bound || meaning->exact)
		return;
	m = doc_mention(r->d, meaning->type, tok(r->d, i)->start, tok(r->d, i)->start + n, "acronym introduced in the article");
	m->id = meaning->id;
	m->name = meaning->name;
}

/* 루비오는, after 마코 루비오: the surname of a foreigner, without its particle. One syllable is too little. */
static void
refer_hangul(struct referrer *r, size_t i, const struct mention *on)
{
	struct str word = doc_span(r->d, i, i), name = hangul_stem(r->d, i);
	struct word *w;
	struct mention *m;

	if (on || name.n < 6 || !((w = memory_find(r->m, name)) || (w = memory_find(r->m, name = word))) || !w->recent[0])
		return;
	m = doc_mention(r->d, TYPE_PERSON, tok(r->d, i)->start, tok(r->d, i)->start + name.n, "surname of a person named in full");
	link_person(r, m, &r->m->persons[w->recent[0] - 1]);
}

static void
refer_acronym(struct referrer *r, size_t i, struct mention *on, const struct word *w)
{
	const struct meaning *meaning = &r->m->meanings[w->meaning - 1];
	const struct token *t = tok(r->d, i);
	struct mention *m;

	if (meaning->type == TYPE_WEAPON && !meaning->exact && !(t->flags & TOKEN_UPPER)
	    && (i == 0 || !word_in(r->d, i - 1, "the aboard on of and by with") || word_is(r->d, i, "great")))
		return;
	if (meaning->exact || (!(t->flags & TOKEN_UPPER) && meaning->type != TYPE_WEAPON) || (on && (on->start != t->start || on->end != t->end || !meaning->bound)))
		return;
	if (is_hyphen(r->d, i + 1) && tok(r->d, i + 2)->kind == TOKEN_NUMBER)
		return;
	/* the tables know the letters as something else: (WPK) behind "8th Congress of the Workers' Party of Korea" */
	if (on && on->id.n && on->type != meaning->type)
		return;
	if (on) {
		on->type = meaning->type;
		on->id = meaning->id;
		on->name = meaning->name;
		return;
	}
	m = doc_mention(r->d, meaning->type, t->start, t->end,
	    meaning->bound ? "acronym introduced in the article"
	    : meaning->type == TYPE_WEAPON ? "ship named in full before" : "initials of a name in the article");
	m->id = meaning->id;
	m->name = meaning->name;
}

/* The words at i, if they are a name that the context made known elsewhere in the article. */
static bool
refer_words(struct referrer *r, size_t i)
{
	struct doc *d = r->d;

	if (!r->m->exact || tok(d, i)->flags & (TOKEN_HEADING | TOKEN_HANGUL) || (i > 0 && is_capital(d, i - 1) && tok(d, i)->flags & TOKEN_SPACE
	    && !has_class(d, i - 1, CLASS_COMMON | CLASS_NATION)))
		return false;
	for (size_t last = i + 5; last-- > i;) {
		if (!is_word(d, last) || (last > i && r->next < r->settled && d->mentions[r->next].start < tok(d, last)->end))
			continue;
		struct str words = doc_span(d, i, last);
		const struct word *w = memory_find(r->m, words);
		if (!w || !w->meaning)
			continue;
		const struct meaning *meaning = &r->m->meanings[w->meaning - 1];
		if (!meaning->exact || !str_eq(meaning->letters, words) || (is_hyphen(d, last + 1) && is_word(d, last + 2))
		    || (is_capital(d, last + 1) && tok(d, last + 1)->flags & TOKEN_SPACE && !has_class(d, last + 1, CLASS_CALENDAR | CLASS_TITLE)))
			continue;
		doc_mention(d, meaning->type, tok(d, i)->start, tok(d, last)->end, "name explained elsewhere in the article");
		return true;
	}
	return false;
}

/* Token i is North or South, for the state. */
static void
add_side(struct doc *d, size_t i)
{
	bool north = word_is(d, i, "north");
	struct mention *m = doc_mention(d, TYPE_GPE, tok(d, i)->start, tok(d, i)->end, "the two Koreas by their sides");

	m->id = north ? STR("country/kp") : STR("country/kr");
	m->name = north ? STR("North Korea") : STR("South Korea");
}

/* "the North", "the South's"; "North-South". */
static void
refer_korea(struct referrer *r, size_t i)
{
	struct doc *d = r->d;

	if (!r->m->korea || is_capital(d, i + 1) || word_is(d, i + 1, "of") || is_hyphen(d, i + 1) || is_hyphen(d, i - 1))
		return;
	/* "South–North relations" */
	bool joined = is_mark(d, i + 1, MARK_DASH) && is_glued(d, i + 1) && word_in(d, i + 2, "north south");
	/* headlines leave the article out: "Military says North tested engine" */
	bool headline = str_eq(d->field, STR("title")) && (is_lower(d, i + 1) || is_mark(d, i + 1, MARK_APOSTROPHE) || is_mark(d, i + 1, MARK_COMMA));
	/* "North and South Korea" */
	bool pair = word_in(d, i + 1, "and or") && word_in(d, i + 2, "south north") && word_is(d, i + 3, "Korea");
	if (!headline && !pair && !joined && (i == 0 || !(word_in(d, i - 1, "the and from with between") || (i >= 2 && is_mark(d, i - 1, MARK_DASH)))))
		return;
	add_side(d, i);
}

/* May token i be part of a name that only its place in a list of persons explains? */
static bool
list_part(struct referrer *r, size_t i)
{
	const struct doc *d = r->d;
	const uint32_t no = CLASS_COMMON | CLASS_TITLE | CLASS_RANK | CLASS_HONORIFIC | CLASS_MODIFIER | CLASS_NATION | CLASS_CALENDAR
	    | CLASS_ORG | CLASS_UNIT | CLASS_COMPANY | CLASS_FACILITY | CLASS_PLACE | CLASS_REGION | CLASS_EVENT | CLASS_LAW | CLASS_DIRECTION
	    | CLASS_EVERYDAY | CLASS_WEAPON | CLASS_SHIP;

	return is_capital(d, i) && length(d, i) > 1 && !has_class(d, i, no)
	    && !(tok(d, i)->flags & (TOKEN_UPPER | TOKEN_OPENS | TOKEN_HEADING));
}

/* The "Man" of "Cheng Hung Man". */
static bool
everyday_part(const struct doc *d, size_t i)
{
	return is_capital(d, i) && has_class(d, i, CLASS_EVERYDAY) && length(d, i) <= 4 && !has_class(d, i, CLASS_NATION | CLASS_CALENDAR);
}

/* "Li Qiang, Zhao Lejie and Liu Jianchao": the one in the middle is a person as the others are. Returns whether it added it. */
static bool
refer_list(struct referrer *r, size_t i)
{
	struct doc *d = r->d;
	const struct mention *before = r->next > 0 ? &d->mentions[r->next - 1] : NULL;
	size_t last = i, comma = i - 1;

	if (!before || before->type != TYPE_PERSON || !(is_mark(d, comma, MARK_COMMA) || word_is(d, comma, "and")) || !list_part(r, i))
		return false;
	if (word_is(d, comma, "and") && is_mark(d, comma - 1, MARK_COMMA))
		comma--;
	if (before->end != tok(d, comma - 1)->end)
		return false;
	while (last < i + 2 && (list_part(r, last + 1) || everyday_part(d, last + 1)) && tok(d, last + 1)->flags & TOKEN_SPACE
	    && (r->next >= r->settled || d->mentions[r->next].start > tok(d, last + 1)->start))
		last++;
	if (last == i || is_capital(d, last + 1) || is_hyphen(d, last + 1) || is_mark(d, last + 1, MARK_APOSTROPHE)
	    || !(tok(d, last + 1)->kind == TOKEN_PUNCT || word_in(d, last + 1, "and were are met attended said also")))
		return false;
	struct mention *m = doc_mention(d, TYPE_PERSON, tok(d, i)->start, tok(d, last)->end, "name in a list of persons");
	m->name = doc_span(d, i, last);
	return true;
}

/* "President Lee", whose name the article never spells out: the holder of the office on its day. */
static void
refer_holder(struct referrer *r, struct person *p, const struct mention *m, size_t i)
{
	const struct mention *before = r->next > 0 ? &r->d->mentions[r->next - 1] : NULL;
	struct str country = str_of(NULL, 0);
	uint32_t entity;

	if (!p->surname_only || (p->id.n && !has_class(r->d, i, CLASS_SURNAME)) || i == 0
	    || !has_class(r->d, i - 1, CLASS_TITLE | CLASS_RANK | CLASS_MODIFIER))
		return;
	if (before && (before->type == TYPE_GPE || before->type == TYPE_NORP) && m->start - before->end < 40)
		country = body_country(before->id);
	entity = holder(r->g, r->d, i, country);
	if (entity == GAZ_NONE)
		return;
	p->id = gaz_entity(r->g, entity).id;
	p->name = gaz_entity(r->g, entity).name;
}

static void
refer_token(struct referrer *r, size_t i)
{
	struct doc *d = r->d;
	struct mention *on = mention_on(r, i);
	struct word *w;

	if (on && on->type == TYPE_PERSON && on->start == tok(d, i)->start) {
		size_t b = r->last[on - d->mentions];
		/* "the Theodore Roosevelt": the ship */
		if (b > i && i > 0 && (word_is(d, i - 1, "the") || (on->id.n == 0 && !has_class(d, i, CLASS_SURNAME))) && (w = memory_find(r->m, doc_span(d, i, b))) && w->meaning
		    && r->m->meanings[w->meaning - 1].type == TYPE_WEAPON) {
			on->type = TYPE_WEAPON;
			on->id = r->m->meanings[w->meaning - 1].id;
			on->name = r->m->meanings[w->meaning - 1].name;
			on->rule = "ship named in full before";
			return;
		}
		w = memory_find(r->m, surname_of(d, on, i, b));
		if (!w || !w->recent[0])
			return;
		struct str full = str_of(d->text.p + on->start, on->end - on->start);
		bool hangul = tok(d, i)->flags & TOKEN_HANGUL;
		struct person *p = (i == b && !hangul) || full.n == 3 ? meant(r, w, i) : memory_person(r->m, full, w->key);
		if (p->id.n == 0 && (on->id.n || p->name.n == 0))
			p->id = on->id, p->name = on->name.n ? on->name : full;
		if (i == b)
			refer_holder(r, p, on, i);
		link_person(r, on, p);
		if (i != b && !hangul && (is_aside(r, i, w->key) || in_passing(d, i)))
			memory_second(w);
		return;
	}
	if (on && on->start == tok(d, i)->start) {
		if (on->type == TYPE_GPE || on->type == TYPE_NORP)
			r->bodies.country = body_country(on->id);
		else if (on->type == TYPE_ORG)
			body_refer(&r->bodies, on);
	}
	if (!on && i >= 2 && is_hyphen(d, i - 1) && (has_class(d, i, CLASS_SURNAME) || word_in(d, i + 1, "administration ticket campaign")) && is_capital(d, i)
	    && !is_hyphen(d, i + 1) && r->next > 0
	    && d->mentions[r->next - 1].type == TYPE_PERSON && d->mentions[r->next - 1].end == tok(d, i - 2)->end
	    && !(w = memory_find(r->m, doc_span(d, i, i))))
		doc_mention(d, TYPE_PERSON, tok(d, i)->start, tok(d, i)->end, "surname beside another person's");
	if (!on && has_class(d, i, CLASS_DIRECTION) && word_in(d, i, "North South"))
		refer_korea(r, i);
	/* "Kim and Moon": a surname that is a word too, beside another */
	if (!on && i >= 2 && has_class(d, i, CLASS_SURNAME) && word_is(d, i - 1, "and") && is_lower(d, i + 1) && is_capital(d, i - 2)
	    && (w = memory_find(r->m, doc_span(d, i - 2, i - 2))) && w->recent[0]
	    && !((w = memory_find(r->m, doc_span(d, i, i))) && w->recent[0])) {
		doc_mention(d, TYPE_PERSON, tok(d, i)->start, tok(d, i)->end, "surname beside another person's");
		return;
	}
	if (!on && has_class(d, i, CLASS_NATION) && word_is(d, i, "Koreas"))
		doc_mention(d, TYPE_GPE, tok(d, i)->start, tok(d, i)->end, "the two Koreas");
	if (!on && (refer_list(r, i) || (is_capital(d, i) && refer_words(r, i))))
		return;
	if (is_hyphen(d, i + 1) && is_capital(d, i + 2) && (w = memory_find(r->m, doc_span(d, i, i + 2))) && w->recent[0]) {
		refer_surname(r, i, i + 2, on, w);
		return;
	}
	if (tok(d, i)->flags & TOKEN_HANGUL) {
		refer_hangul(r, i, on);
		return;
	}
	w = memory_find(r->m, doc_span(d, i, i));
	if (!w) {
		if (!on && d->text.p[tok(d, i)->end - 1] & 0x80)
			refer_letters(r, i);
		return;
	}
	if (w->recent[0])
		refer_surname(r, i, i, on, w);
	else if (w->meaning)
		refer_acronym(r, i, on, w);
}

/* "provocation from the north", "the south, the north and the U.S.": where KCNA writes "south Korea", these are states. */
static void
refer_sides(const struct referrer *r)
{
	struct doc *d = r->d;

	for (size_t i = 1; i < d->tokens_n; i++) {
		const struct token *t = &d->tokens[i], *next = tok(d, i + 1);
		if (t->kind != TOKEN_WORD || t->end - t->start != 5 || !is_lower(d, i) || !word_in(d, i, "north south"))
			continue;
		bool both = word_is(d, i - 1, "and") && i > 1 && word_in(d, i - 2, "north south") && !word_is(d, i + 1, "of");
		if (!word_is(d, i - 1, "the") && !both)
			continue;
		if (next->kind == TOKEN_WORD && !has_class(d, i + 1, CLASS_SPEECH) && !word_in(d, i + 1, "and or has had is was were should must will would can did does are"))
			continue;
		if (next->kind == TOKEN_NUMBER || is_hyphen(d, i + 1) || (word_is(d, i + 1, "and") && word_in(d, i + 2, "south north")
		    && word_is(d, i + 3, "of")))
			continue;
		add_side(d, i);
	}
}

void
refer(struct doc *d, const struct gaz *g, struct memory *m)
{
	struct referrer r = { .d = d, .g = g, .m = m, .settled = d->mentions_n };

	r.first = arena_array(d->arena, r.settled + 1, sizeof *r.first);
	r.last = arena_array(d->arena, r.settled + 1, sizeof *r.last);
	for (size_t i = 0, t = 0; i < r.settled; i++) {
		while (t + 8 < d->tokens_n && d->tokens[t + 8].start < d->mentions[i].start)
			t += 8;
		while (t < d->tokens_n && d->tokens[t].start < d->mentions[i].start)
			t++;
		r.first[i] = (uint32_t)t;
		r.last[i] = (uint32_t)last_token(d, &d->mentions[i], t);
	}
	learn(&r);
	r.bodies = (struct bodies) { .d = d, .g = g, .settled = r.settled };
	body_learn(&r.bodies);
	r.bodies.south = m->south;
	for (size_t i = 0; (i = doc_next(d, i, CALL_REFER)) < d->tokens_n; i++)
		refer_token(&r, i);
	if (r.kcna)
		refer_sides(&r);
}
