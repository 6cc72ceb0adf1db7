/* What refers back: surnames alone, acronyms, the North and the South, ministries without their country. */
#include "body.h"
#include "refer.h"
#include "gaz_open.h"
#include "hangul_word.h"
#include "holder.h"
#include "list.h"
#include "names.h"
#include "scan.h"

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
	struct str name = mention_str(d, &m[k - 1]);
	return of && str_has(name, surname);
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
	for (size_t k = a; k-- > 0 && k + 40 > a && tok(d, k)->kind != TOKEN_BREAK && !is_opening(d, k);)
		if (is_lower(d, k) && length(d, k) >= 7 && word_in(d, k, "accompanied attended including flanked alongside"))
			return true;
	return false;
}

/* "Kim wished Kim Jong-il good health", "Kim Young-soon was arrested for what she knew of Kim Jong-il's life": does the sentence speak of a
 * namesake before, by the surname alone, or open with one, and then of whom the name at a names as an owner? The namesake goes on. */
static bool
behind_namesake(const struct doc *d, size_t a, size_t last, struct str surname)
{
	size_t k = a;
	bool owner = is_mark(d, last + 1, MARK_APOSTROPHE) && is_glued(d, last + 1);

	if (is_opening(d, a))
		return false;
	while (k-- > 0 && k + 40 > a && tok(d, k)->kind != TOKEN_BREAK) {
		bool opens = is_opening(d, k);
		if (opens && owner && word_in(d, k, "he she his her"))
			return true;
		if (is_capital(d, k) && str_eq(doc_span(d, k, k), surname)
		    && ((opens && owner) || !((is_capital(d, k + 1) && is_spaced(d, k + 1)) || is_hyphen(d, k + 1)))
		    && (k == 0 || opens || !is_capital(d, k - 1) || !is_spaced(d, k)))
			return true;
		if (opens)
			return false;
	}
	return false;
}

static void
link_person(struct referrer *r, struct mention *m, struct person *p)
{
	m->id = p->id;
	m->name = p->name;
	if (p->other)
		m->flags |= MENTION_OTHER;
	memory_recent(memory_word(r->m, p->surname), (uint32_t)(p - r->m->persons));
}

/* Is the title 위원장이, without its particle, in "국무위원장이 신형"? */
static bool
says_title(struct str behind, struct str title)
{
	for (size_t n = title.n; n >= 6 && n + 9 >= title.n; n -= 3)
		if (str_has(behind, str_of(title.p, n)))
			return true;
	return false;
}

/* "Otto Warmbier ... Warmbier ... Warmbier ... Cindy Warmbier spoke. Warmbier was arrested": the one of a family whom the surname alone has
 * meant so far, unless another has been named since and now speaks; `first` if there is none. A Korean surname is no family's. */
static size_t
of_family(const struct referrer *r, const struct word *w, size_t i, size_t first)
{
	if (is_hangul(r->d, i) || has_class(r->d, i, CLASS_SURNAME) || has_class(r->d, i + 1, CLASS_SPEECH) || r->m->persons[first].alone)
		return first;
	for (int k = 1; k < RECENT && w->recent[k]; k++)
		if (r->m->persons[w->recent[k] - 1].alone > 1)
			return w->recent[k] - 1;
	return first;
}

/* Whom a surname alone means: the last one whom the title or "Ms" before it fits, else the last one. */
static struct person *
meant(struct referrer *r, const struct word *w, size_t i)
{
	const struct doc *d = r->d;
	struct str title = i > 0 && has_class(d, i - 1, CLASS_TITLE | CLASS_RANK) ? doc_span(d, i - 1, i - 1) : str_of(NULL, 0);
	size_t first = w->recent[0] - 1;

	/* a headline is about the one whom the text names first */
	for (int k = 1; str_eq(d->field, STR("title")) && k < RECENT && w->recent[k]; k++)
		if (r->m->persons[w->recent[k] - 1].first < r->m->persons[first].first)
			first = w->recent[k] - 1;
	for (int k = 0; k < RECENT && w->recent[k]; k++) {
		struct person *p = &r->m->persons[w->recent[k] - 1];
		if (is_hangul(d, i) && p->title.n
		    && says_title(p->title, doc_span(d, i + 1 < d->tokens_n ? i + 1 : i, i + 1 < d->tokens_n ? i + 1 : i)))
			return p;
		if (title.n ? str_eq_nocase(p->title, title) : p->woman && refer_woman(d, i))
			return p;
	}
	/* 김 총비서: somebody with a title rather than his daughter */
	for (int k = 0; is_hangul(d, i) && k < RECENT && w->recent[k]; k++)
		if (r->m->persons[w->recent[k] - 1].title.n)
			return &r->m->persons[w->recent[k] - 1];
	return &r->m->persons[of_family(r, w, i, first)];
}

/* Is the capital at i really the surname, and not a word or another name? */
static bool
stands_alone(const struct doc *d, size_t i)
{
	const struct token *next = tok(d, i + 1), *prev = tok(d, i - 1);

	if (is_opening(d, i) && has_class(d, i, CLASS_COMMON) && !has_class(d, i + 1, CLASS_SPEECH))
		return false;
	if (is_hyphen(d, i + 1) && is_lower(d, i + 2))
		return false;
	if (next->kind == TOKEN_WORD && next->flags & TOKEN_CAPITAL && next->flags & TOKEN_SPACE
	    && !(next->classes & (CLASS_CALENDAR | CLASS_TITLE | CLASS_NATION | CLASS_COMMON | CLASS_MODIFIER)))
		return false;
	/* "Unlikely to Meet Kim": in a heading the capital before it says nothing */
	if (in_heading(d, i) && !has_class(d, i, CLASS_EVERYDAY | CLASS_COMMON) && i > 0
	    && !has_class(d, i - 1, CLASS_GIVEN | CLASS_SURNAME))
		return true;
	if (i > 0 && prev->kind == TOKEN_WORD && prev->flags & TOKEN_CAPITAL && is_spaced(d, i)
	    && !(prev->flags & TOKEN_OPENS) && !(prev->classes & (CLASS_CALENDAR | CLASS_TITLE | CLASS_RANK | CLASS_HONORIFIC
	    | CLASS_NATION | CLASS_COMMON | CLASS_MODIFIER | CLASS_ORG)))
		return false;
	return true;
}

/* The mention on token i, or NULL. */
static struct mention *
mention_on(struct referrer *r, size_t i)
{
	struct mention *all = r->d->mentions;
	const struct token *t = &r->d->tokens[i];
	size_t k = r->next;

	while (k < r->d->settled_n && all[k].end <= t->start)
		k++;
	r->next = k;
	return k < r->d->settled_n && all[k].start < t->end ? &all[k] : NULL;
}

static void
refer_surname(struct referrer *r, size_t i, size_t last, struct mention *on, const struct word *w)
{
	const struct token *t = tok(r->d, i);
	struct mention *m;

	/* Austin, Jordan, Yokota, and Hill without "The": in this article they are persons */
	bool outlet = on && on->type == TYPE_ORG && str_starts(on->name, STR("The ")) && !(i > 0 && word_is(r->d, i - 1, "the"));
	if (on
	    && !((on->type == TYPE_GPE || on->type == TYPE_LOC || on->type == TYPE_FAC || outlet) && on->start == t->start
		&& on->end == t->end && !has_class(r->d, i, CLASS_NATION)))
		return;
	if (last == i && !stands_alone(r->d, i))
		return;
	struct person *p = meant(r, w, i);
	p->alone++;
	if (on) {
		on->type = TYPE_PERSON;
		on->rule = "surname of a person named in full";
		link_person(r, on, p);
		return;
	}
	m = doc_mention(
	    r->d, TYPE_PERSON, refer_surname_start(r->d, p, i, last), tok(r->d, last)->end, "surname of a person named in full");
	link_person(r, m, p);
}

/* "FS를", after '자유의 방패'(FS): an acronym with a particle stuck to it. */
static void
refer_letters(struct referrer *r, size_t i, const struct mention *on)
{
	struct str word = doc_span(r->d, i, i);
	const struct meaning *meaning;
	const struct word *w;
	struct mention *m;
	size_t n = 0;

	if (on || (uint8_t)str_last(word) < 0x80)
		return;
	while (n < word.n && ((word.p[n] >= 'A' && word.p[n] <= 'Z') || (n && is_digit(word.p[n]))))
		n++;
	if (n < 2 || !(w = memory_find(r->m, str_of(word.p, n))) || !w->meaning)
		return;
	meaning = &r->m->meanings[w->meaning - 1];
	if (!meaning->bound || meaning->exact)
		return;
	m = doc_mention(r->d, meaning->type, i, tok(r->d, i)->start + n, "acronym introduced in the article");
	m->id = meaning->id;
	m->name = meaning->name;
}

/* The token that the full name begins at whose last word is the first n bytes of token i; i if only that word stands there. */
static size_t
first_of_name(const struct doc *d, size_t i, size_t n, struct str full)
{
	size_t a = i;

	while (a > 0 && is_spaced(d, a) && tok(d, i)->start + n - tok(d, a - 1)->start <= full.n)
		a--;
	return str_eq(str_of(d->text.p + tok(d, a)->start, tok(d, i)->start + n - tok(d, a)->start), full) ? a : i;
}

/* 금 전 차관, after 금동현 차관: a syllable that is too often a word to be a surname before any title. */
static bool
rare_surname(struct referrer *r, size_t i)
{
	const struct doc *d = r->d;

	return length(d, i) == 3 && !(name_word(d, i) & SAYS_SURNAME) && is_hangul(d, i + 1)
	    && is_spaced(d, i + 1) && name_word(d, i + 1) & SAYS_TITLE
	    && !word_exactly(doc_span(d, i, i), "전 현 두 시 당 부 국 제 인");
}

/* "민관군 합동 자문위원회", after one that stood between its head's name and title: the words of a name that w is the first of. */
static bool
name_again(struct referrer *r, size_t i, const struct word *w)
{
	struct doc *d = r->d;
	const struct meaning *meaning = w->meaning ? &r->m->meanings[w->meaning - 1] : NULL;
	size_t end = meaning ? tok(d, i)->start + meaning->name.n : 0, last = i;

	if (!meaning || !meaning->exact || !str_starts(str_from(d->text, tok(d, i)->start), meaning->name))
		return false;
	while (tok(d, last)->end < end)
		last++;
	if (!gaz_particle(str_of(d->text.p + end, tok(d, last)->end - end)))
		return false;
	doc_mention(d, meaning->type, i, end, "name explained elsewhere in the article");
	return true;
}

/* "기품원이", after 국방기술품질원(기품원): the short form of a body's name, maybe with a particle. */
static bool
short_again(struct referrer *r, size_t i, struct str short_form, const struct word *w)
{
	const struct meaning *meaning = w->meaning ? &r->m->meanings[w->meaning - 1] : NULL;
	struct mention *m;

	/* 현대 사회 is modern society */
	if (!meaning || !meaning->bound || meaning->exact || (word_exactly(short_form, "현대") && length(r->d, i) == short_form.n)
	    || !gaz_particle(str_from(doc_span(r->d, i, i), short_form.n)))
		return false;
	m = doc_mention(r->d, meaning->type, i, tok(r->d, i)->start + short_form.n, "short form introduced in the article");
	m->id = meaning->id;
	m->name = meaning->name;
	return true;
}

/* 루비오는, after 마코 루비오: the surname of a foreigner, without its particle. One syllable is too little. */
static void
refer_hangul(struct referrer *r, size_t i, const struct mention *on)
{
	struct str word = doc_span(r->d, i, i), name = hangul_stem(r->d, i);
	struct word *w;
	struct mention *m;
	struct person *p;
	size_t first;

	if (rare_surname(r, i))
		name = word;
	else if (name.n < 6)
		return;
	w = memory_find(r->m, name);
	if (!w)
		w = memory_find(r->m, name = word);
	if (!w && word.n == 3 * HANGUL_SYLLABLE && r->m->meanings_n) /* two syllables and a particle */
		w = memory_find(r->m, name = str_head(word, 2 * HANGUL_SYLLABLE));
	if (!w || name_again(r, i, w) || on || short_again(r, i, name, w)
	    || !w->recent[0])
		return;
	p = &r->m->persons[w->recent[0] - 1];
	first = first_of_name(r->d, i, name.n, p->full);
	m = doc_mention(
	    r->d, TYPE_PERSON, first, tok(r->d, i)->start + name.n, first < i ? "name repeated" : "surname of a person named in full");
	link_person(r, m, p);
}

/* Does the last word of a ship's or a base's name stand for it at token i? A ship's alone may, where it means nothing else: Benfold. */
static bool
short_name(const struct referrer *r, size_t i, const struct mention *on, enum entity_type type)
{
	const struct doc *d = r->d;

	if (type == TYPE_FAC)
		return !on && i > 0 && (word_in(d, i - 1, "at from to near outside") || is_mark(d, i - 1, MARK_SLASH)
		    || (is_mark(d, i + 1, MARK_APOSTROPHE) && is_glued(d, i + 1) && word_is(d, i + 2, "s"))
		    || (word_is(d, i - 1, "and") && r->next > 0 && d->mentions[r->next - 1].type == TYPE_FAC
			&& d->mentions[r->next - 1].end == tok(d, i - 2)->end));
	return (!on && !(i > 0 && word_is(d, i - 1, "after")) && name_word(d, i) & NAME_FREE
		   && !has_class(d, i, CLASS_GIVEN | CLASS_SURNAME | CLASS_EVERYDAY))
	    || (i > 0 && word_in(d, i - 1, "the aboard on of and by with") && !word_is(d, i, "great"));
}

static void
refer_acronym(struct referrer *r, size_t i, struct mention *on, const struct word *w)
{
	const struct meaning *meaning = &r->m->meanings[w->meaning - 1];
	const struct token *t = tok(r->d, i);
	struct mention *m;

	bool named = meaning->type == TYPE_WEAPON || meaning->type == TYPE_FAC;
	if (named && !meaning->exact && !(t->flags & TOKEN_UPPER) && !short_name(r, i, on, meaning->type))
		return;
	if (meaning->exact || (!(t->flags & TOKEN_UPPER) && !named && meaning->bound < 3)
	    || (on && (on->start != t->start || on->end != t->end || !meaning->bound)))
		return;
	if (is_hyphen(r->d, i + 1) && tok(r->d, i + 2)->kind == TOKEN_NUMBER)
		return;
	/* the tables know the letters as something else: (WPK) behind "8th Congress of the Workers' Party of Korea" */
	if (on && on->id.n && on->type != meaning->type && meaning->bound < 2)
		return;
	if (on) {
		on->type = meaning->type;
		on->id = meaning->id;
		on->name = meaning->name;
		return;
	}
	m = doc_mention(r->d, meaning->type, i, t->end,
	    meaning->bound ? "acronym introduced in the article"
	    : meaning->type == TYPE_WEAPON ? "ship named in full before"
	    : meaning->type == TYPE_FAC && !(t->flags & TOKEN_UPPER) ? "base named in full before" : "initials of a name in the article");
	m->id = meaning->id;
	m->name = meaning->name;
}

/* The words at i, if they are a name that the context made known elsewhere in the article. */
static bool
refer_words(struct referrer *r, size_t i)
{
	struct doc *d = r->d;

	if (!r->m->exact || tok(d, i)->flags & (TOKEN_HEADING | TOKEN_HANGUL)
	    || (i > 0 && is_capital(d, i - 1) && is_spaced(d, i) && !has_class(d, i - 1, CLASS_COMMON | CLASS_NATION)))
		return false;
	for (size_t last = i + 5; last-- > i;) {
		if (!is_word(d, last) || (last > i && r->next < r->d->settled_n && d->mentions[r->next].start < tok(d, last)->end))
			continue;
		struct str words = doc_span(d, i, last);
		const struct word *w = memory_find(r->m, words);
		if (!w || !w->meaning)
			continue;
		const struct meaning *meaning = &r->m->meanings[w->meaning - 1];
		if (!meaning->exact || !str_eq(meaning->letters, words) || (is_hyphen(d, last + 1) && is_word(d, last + 2))
		    || (is_capital(d, last + 1) && is_spaced(d, last + 1)
			&& !has_class(d, last + 1, CLASS_CALENDAR | CLASS_TITLE)))
			continue;
		doc_mention(d, meaning->type, i, tok(d, last)->end, "name explained elsewhere in the article");
		return true;
	}
	return false;
}

/* The holder of the office before the surname at token i, which the mention m covers, on the article's day; GAZ_NONE if there is none. */
static uint32_t
holder_before(struct referrer *r, const struct mention *m, size_t i)
{
	const struct mention *before = r->next > 0 ? &r->d->mentions[r->next - 1] : NULL;
	struct str country = str_of(NULL, 0);

	size_t title = i > 1 && is_mark(r->d, i - 1, MARK_DOT) ? i - 2 : i - 1; /* Gen. Sharp */

	if (i == 0 || !has_class(r->d, title, CLASS_TITLE | CLASS_RANK | CLASS_MODIFIER))
		return GAZ_NONE;
	/* "in Pyongyang. Defense Secretary Perry": of its own sentence only */
	for (size_t k = i; before && k-- > 0 && tok(r->d, k)->start >= before->end;)
		if (is_opening(r->d, k))
			before = NULL;
	if (before && (before->type == TYPE_GPE || before->type == TYPE_NORP) && m->start - before->end < 40)
		country = body_country(before->id);
	return holder(r->g, r->d, i, country);
}

/* Does the text give the person the title where it names him in full first: "Kim Seung-youn, chairman of the group"? */
static bool
bears_title(const struct doc *d, const struct person *p, struct str title)
{
	size_t at = p->first < d->text.n ? doc_token_at(d, p->first) : d->tokens_n;

	for (size_t k = at > 8 ? at - 8 : 0; k < at + 20 && k < d->tokens_n && !(k > at && is_opening(d, k)); k++)
		if (str_eq_nocase(doc_span(d, k, k), title))
			return true;
	return false;
}

/* "Special Representative Kim Hyok Chol ... President Trump and Chairman Kim": the holder of the office whom the article never names in
 * full, beside a namesake of another office. NULL if the surname means p. */
static struct person *
other_holder(struct referrer *r, const struct person *p, const struct mention *m, size_t i)
{
	struct str title = i > 0 ? doc_span(r->d, i - 1, i - 1) : str_of(NULL, 0);
	uint32_t entity;

	if (p->surname_only || !str_eq(r->d->field, STR("text")) || !has_class(r->d, i, CLASS_SURNAME)
	    || !word_among(title, "president chairman premier") || str_eq_nocase(p->title, title) || bears_title(r->d, p, title))
		return NULL;
	entity = holder_before(r, m, i);
	if (entity == GAZ_NONE || str_eq(gaz_entity(r->g, entity).id, p->id))
		return NULL;
	struct str name = gaz_entity(r->g, entity).name, id = gaz_entity(r->g, entity).id;
	struct person *other = memory_person(r->m, name, p->surname);
	other->id = id;
	other->name = name;
	other->title = title;
	return other;
}

/* "President Lee", whose name the article never spells out: the holder of the office on its day. */
static void
refer_holder(struct referrer *r, struct person *p, const struct mention *m, size_t i)
{
	uint32_t entity = p->surname_only && (p->id.n == 0 || has_class(r->d, i, CLASS_SURNAME)) ? holder_before(r, m, i) : GAZ_NONE;

	if (entity == GAZ_NONE)
		return;
	p->id = gaz_entity(r->g, entity).id;
	p->name = gaz_entity(r->g, entity).name;
}

/* "the Theodore Roosevelt", whom the text has named as a ship: the mention is the ship's. */
static bool
is_ship(struct referrer *r, size_t i, size_t last, struct mention *on)
{
	const struct doc *d = r->d;
	const struct meaning *ship;
	const struct word *w;

	if (last == i || i == 0 || !(word_is(d, i - 1, "the") || (on->id.n == 0 && !has_class(d, i, CLASS_SURNAME)))
	    || !(w = memory_find(r->m, doc_span(d, i, last))) || !w->meaning)
		return false;
	ship = &r->m->meanings[w->meaning - 1];
	if (ship->type != TYPE_WEAPON)
		return false;
	on->type = TYPE_WEAPON;
	on->id = ship->id;
	on->name = ship->name;
	on->rule = "ship named in full before";
	return true;
}

/* A person's mention begins at i. */
static void
refer_person(struct referrer *r, size_t i, struct mention *on)
{
	const struct doc *d = r->d;
	size_t last = refer_last(d, on);
	struct str full = mention_str(d, on);
	bool hangul = is_hangul(d, i);
	struct person *p;
	struct word *w;

	if (is_ship(r, i, last, on))
		return;
	if (hangul && i == last && (p = refer_bearer(r, full))) {
		link_person(r, on, p);
		return;
	}
	w = memory_find(r->m, refer_surname_of(d, on, i, last));
	if (!w || !w->recent[0])
		return;
	/* "a man surnamed Kim" is none of the Kims named in full */
	bool other = i > 0 && word_is(d, i - 1, "surnamed");
	p = ((i == last && !hangul) || full.n == 3) && !other ? meant(r, w, i) : memory_person(r->m, full, w->key);
	p->other |= other;
	struct person *namesake = i == last && !hangul ? other_holder(r, p, on, i) : NULL;
	if (namesake) {
		link_person(r, on, namesake);
		memory_second(w);
		return;
	}
	if (p->id.n == 0 && (on->id.n || p->name.n == 0)) {
		p->id = on->id;
		p->name = on->name.n ? on->name : full;
	}
	if (i == last) {
		p->alone++;
		refer_holder(r, p, on, i);
	}
	link_person(r, on, p);
	if (w->recent[1] && i != last && !hangul && (is_aside(r, i, w->key) || in_passing(d, i) || behind_namesake(d, i, last, w->key)))
		memory_second(w);
}

/* "the Trump-Kim deal": a surname that is a word too, bound to a person. */
static bool
beside_person(struct referrer *r, size_t i)
{
	struct doc *d = r->d;

	if (i < 2 || !is_capital(d, i) || length(d, i) < 2 || !is_hyphen(d, i - 1) || is_hyphen(d, i + 1)
	    || !(has_class(d, i, CLASS_SURNAME) || word_in(d, i + 1, "administration ticket campaign"))
	    || r->next == 0 || d->mentions[r->next - 1].type != TYPE_PERSON || d->mentions[r->next - 1].end != tok(d, i - 2)->end
	    || memory_find(r->m, doc_span(d, i, i)))
		return false;
	doc_mention(d, TYPE_PERSON, i, tok(d, i)->end, "surname beside another person's");
	return true;
}

/* What no mention covers at i, as far as its neighbours say what it is. */
static bool
refer_free(struct referrer *r, size_t i)
{
	if (beside_person(r, i))
		return true;
	refer_korea(r, i);
	return refer_list(r, i) || (is_capital(r->d, i) && refer_words(r, i));
}

static void
refer_token(struct referrer *r, size_t i)
{
	const struct doc *d = r->d;
	struct mention *on = mention_on(r, i);
	const struct word *w;

	if (on && on->start == tok(d, i)->start && on->type == TYPE_PERSON) {
		refer_person(r, i, on);
		return;
	}
	if (on && (on->start != tok(d, i)->start || on->end != tok(d, i)->end))
		return; /* a word of a name refers to nothing by itself */
	if (!on && refer_free(r, i))
		return;
	if (is_hyphen(d, i + 1) && is_capital(d, i) && is_word(d, i + 2) && (w = memory_find(r->m, doc_span(d, i, i + 2))) && w->recent[0])
		refer_surname(r, i, i + 2, on, w);
	else if (is_hangul(d, i))
		refer_hangul(r, i, on);
	else if (!(w = memory_find(r->m, doc_span(d, i, i))))
		refer_letters(r, i, on);
	else if (w->recent[0])
		refer_surname(r, i, i, on, w);
	else if (w->meaning)
		refer_acronym(r, i, on, w);
}

void
refer(struct doc *d, const struct gaz *g, struct memory *m)
{
	struct referrer r = { .d = d, .g = g, .m = m };

	m->south = body_refer(d, g, m->south);
	refer_learn(&r);
	for (size_t i = 0; (i = doc_next(d, i, CALL_REFER)) < d->tokens_n; i++)
		refer_token(&r, i);
	if (r.kcna)
		refer_sides(&r);
}
