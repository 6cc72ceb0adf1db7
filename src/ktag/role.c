#include "role.h"

#include "link.h"
#include "role_korean.h"
#include "role_row.h"
#include "role_title.h"
#include "utf8.h"

enum { PERSONS_IN_LIST = 12, SENTENCE = 60 };

struct finder {
	struct doc *d;
	struct units *us;
	struct fullest *names;
	struct role_list *list;
	uint8_t *used; /* per unit: a head that belongs to a person */
};

/* As written; a "former" before the organisation joins what stands behind it. */
static struct str
title_str(struct finder *f, const struct title *t)
{
	struct str title = unit_span(f->us, t->first, t->end), former;
	char *p;

	if (!t->former)
		return title;
	former = unit_str(f->us, t->former - 1);
	p = arena_alloc(f->d->arena, former.n + 1 + title.n);
	memcpy(p, former.p, former.n);
	p[former.n] = ' ';
	memcpy(p + former.n + 1, title.p, title.n);
	return str_of(p, former.n + 1 + title.n);
}

static void
give(struct finder *f, size_t person, const struct title *t)
{
	struct units *us = f->us;
	uint32_t m = us->items[person].what, full = role_fullest(f->list, f->d, m), org = title_org(us, t);
	struct role_found row = { .person = f->d->mentions[m].entity, .org = NONE, .head = (uint32_t)t->head };

	row.row.person = name_str(f->d, full);
	row.row.person_id = f->d->mentions[m].id.n ? f->d->mentions[m].id : f->d->mentions[full].id;
	row.row.title = title_str(f, t);
	row.row.start = us->items[t->first].start;
	row.row.end = us->items[t->end - 1].end;
	if (t->org_end > t->org_first)
		row.row.org = unit_span(us, t->org_first, t->org_end);
	if (org != NONE) {
		row.org = f->d->mentions[org].entity;
		row.row.org_id = f->d->mentions[org].id;
	}
	f->used[t->head] = 1;
	role_add(f->list, &f->names[row.person], &row, f->d->arena);
}

static bool
is_person(const struct units *us, size_t i)
{
	return unit_type(us, i, TYPE_PERSON);
}

/* "Presidents A and B", "A and B, deputy directors of": the other persons of the list. */
static bool
give_list(struct finder *f, size_t person, const struct title *t, int step)
{
	struct units *us = f->us;
	size_t i = person;

	for (int n = 0; n < PERSONS_IN_LIST; n++) {
		size_t k = i + (size_t)step;

		while (k < us->n && k > 0 && (unit_is(us, k, ',') || unit_says(us, k, "and")))
			k += (size_t)step;
		if (k == i + (size_t)step || !is_person(us, k))
			return n > 0;
		give(f, k, t);
		i = k;
	}
	return true;
}

/* Titles before the name: "Prime Minister and Defense Minister X", "Chief of Naval Operations Adm. X", "Defense Minister Gen. X of Y". */
static void
before_name(struct finder *f, size_t p)
{
	struct units *us = f->us;
	size_t i = p;
	struct title t;

	while (i > 0 && (unit_word(us, i - 1) & WORD_HON))
		i--;
	for (int n = 0; n < 3 && title_before(us, i, &t); n++) {
		if (f->used[t.head])
			return;
		if (n == 0 && t.org_end == t.org_first && unit_among(us, p + 1, "of at")) {
			struct title of = { .limit = us->n };

			if (title_org_at(us, p + 2, &of) > p + 2) {
				t.org_first = of.org_first;
				t.org_end = of.org_end;
			}
		}
		give(f, p, &t);
		if (t.plural)
			give_list(f, p, &t, 1);
		i = t.first;
		if (i > 1 && unit_says(us, i - 1, "and") && !t.determined && unit_capital(us, t.head)
		    && unit_capital(us, i - 2) && (unit_word(us, i - 2) & (WORD_HEAD | WORD_POST)))
			i--;
		else if (!(unit_word(us, t.head) & WORD_RANK) && !(i > 0 && (unit_word(us, i - 1) & WORD_RANK)))
			return;
	}
}

/* "was foreign minister", "is the head": a single word without an article says too little ("is president"). */
static bool
bare_office(const struct units *us, size_t i, const struct title *t)
{
	return t->determined || unit_says(us, i, "as") || t->end > t->first + 1 || t->next > t->end;
}

/* Does a person's name stand at unit i, be it behind a rank? */
static bool
leads_person(struct units *us, size_t i)
{
	while (unit_word(us, i) & WORD_RANK)
		i++;
	return is_person(us, i);
}

/* "A, premier and vice chairman B": the title before "and" is one of the next person's two. */
static bool
title_of_next(struct units *us, const struct title *t)
{
	struct title next;

	return !t->determined && unit_says(us, t->next, "and") && title_after(us, t->next + 1, &next) && !next.determined
	    && leads_person(us, next.next);
}

/* A name that is a paragraph of its own: in a list of speakers its titles follow in the next one. */
static bool
alone(const struct units *us, size_t p)
{
	return (p == 0 || us->items[p - 1].kind == UNIT_BREAK) && p + 1 < us->n && us->items[p + 1].kind == UNIT_BREAK;
}

static size_t
over_adverbs(const struct units *us, size_t i)
{
	while (unit_among(us, i, "has had also currently once now previously formerly later"))
		i++;
	return i;
}

/* Over "is", "was a", "has been", "serves as", "is currently serving as". */
static size_t
over_be(struct units *us, size_t i)
{
	size_t k = over_adverbs(us, i), serving;

	if (!(unit_word(us, k) & WORD_BE))
		return i;
	serving = over_adverbs(us, ++k);
	if (unit_says(us, serving, "serving"))
		k = serving + 1;
	if (unit_word(us, k) & WORD_APPOINT)
		k += unit_among(us, k + 1, "in on") && unit_type(us, k + 2, TYPE_DATE) ? 3 : 1; /* was named in January as */
	if (unit_says(us, k, "sworn") && unit_says(us, k + 1, "in"))
		k += 2;
	if (unit_says(us, k, "to") && unit_among(us, k + 1, "head chair"))
		return i; /* a verb */
	return unit_among(us, k, "as to") ? k + 1 : k;
}

/* Over what joins a title that ends at unit i to the person's next one: a comma, "and", "who served as". Returns i if nothing does. */
static size_t
over_joint(struct units *us, size_t p, size_t i, bool *bare)
{
	size_t k = i + (unit_is(us, i, ',') && unit_says(us, i + 1, "and")), be;

	*bare = false;
	if (unit_is(us, k, ',') || (unit_is(us, k, ';') && (alone(us, p) || unit_is(us, p + 1, '('))))
		return k + 1;
	if (!unit_among(us, k, "and who serving"))
		return i;
	be = over_be(us, k + !unit_says(us, k, "serving"));
	*bare = be > k + 1;
	return *bare || unit_says(us, k, "and") ? be : i;
}

/* Titles in a chain: "chairman of A, chairman of B and supreme commander of C". Returns how many the person was given. */
static int
chain(struct finder *f, size_t p, size_t i, bool bare)
{
	struct units *us = f->us;
	struct title t;
	int n = 0;

	while (n < 6 && title_after(us, i, &t)) {
		if (leads_person(us, t.next) || title_of_next(us, &t) || (bare && !bare_office(us, i, &t)) || f->used[t.head])
			break;
		if (t.plural && !give_list(f, p, &t, -1))
			break;
		title_listed(us, &t);
		give(f, p, &t);
		n++;
		i = over_joint(us, p, t.next, &bare);
		if (i == t.next)
			break;
	}
	return n;
}

/* "was named", "serves as", "became" from unit i to before `be`: what follows is an office, be it a single word. */
static bool
holds_office(struct units *us, size_t i, size_t be)
{
	for (; i < be; i++)
		if ((unit_word(us, i) & WORD_APPOINT) || unit_among(us, i, "as became"))
			return true;
	return false;
}

/* "named X as TITLE", "named X TITLE" */
static void
appointed(struct finder *f, size_t p)
{
	struct units *us = f->us;

	for (size_t i = p, n = 0; i > 0 && n < 6; n++) {
		i--;
		if (unit_word(us, i) & WORD_APPOINT)
			chain(f, p, p + 1, true);
		if (unit_word(us, i) & WORD_APPOINT || (us->items[i].kind != UNIT_WORD && !unit_mention(us, i)))
			return;
	}
}

/* "X took office as TITLE", "X stepped down as TITLE": the verb is looked for from unit `at` on. */
static bool
as_title(struct finder *f, size_t p, size_t at)
{
	struct units *us = f->us;
	bool found = false;

	for (size_t i = at; i < at + 9 && i < us->n; i++) {
		if (found && unit_says(us, i, "as"))
			return chain(f, p, i + 1, false) > 0;
		found = found || (unit_word(us, i) & WORD_AS);
		if (!(us->items[i].kind == UNIT_WORD || unit_type(us, i, TYPE_DATE) || (found && unit_type(us, i, TYPE_ORG)))
		    || (!found && i > at + 1))
			return false;
	}
	return false;
}

/* Is the person at unit p the first one of its sentence and behind no preposition, and so the one whom its verb is likely to mean? */
static bool
first_in_sentence(const struct units *us, size_t p)
{
	size_t n = persons_before(us, p), low = n > 0 ? us->persons[n - 1] : 0;
	bool comma = false;

	for (size_t i = p; i > low && i + SENTENCE > p; i--) {
		comma = comma || unit_is(us, i, ',');
		if (!comma && unit_among(us, i, "to with for under by"))
			return false;
		if (us->items[i].flags & TOKEN_SENTENCE)
			return true;
	}
	return n == 0;
}

/* "X as ambassador to Libya" */
static bool
as_office(struct finder *f, size_t p, size_t i)
{
	struct title t;

	return unit_says(f->us, i, "as") && title_after(f->us, i + 1, &t) && !t.determined && (t.next > t.end || t.end > t.first + 1)
	    && chain(f, p, i + 1, false) > 0;
}

/* "X, a veteran of the talks, was named TITLE", "X, a former envoy, is a fellow at Y": over the apposition from unit i. */
static void
after_apposition(struct finder *f, size_t p, size_t i)
{
	struct units *us = f->us;
	size_t be;

	for (int n = 0; n < 24 && i < us->n && us->items[i].kind != UNIT_BREAK && !unit_is(us, i, '.'); n++, i++) {
		if (is_person(us, i))
			return;
		if (!unit_is(us, i, ','))
			continue;
		be = over_be(us, i + 1);
		if (be == i + 1 && as_title(f, p, i + 1))
			return;
		if (be == i + 1)
			continue;
		if (holds_office(us, i + 1, be) || first_in_sentence(us, p))
			chain(f, p, be, !holds_office(us, i + 1, be));
		return;
	}
}

/* "X of Kyungnam University, chairman of", "X of Busan": where the person belongs. */
static size_t
over_home(struct units *us, size_t i)
{
	struct title home = { .limit = us->n };
	size_t e;

	if (!unit_among(us, i, "of at from"))
		return i;
	e = title_org_at(us, i + 1, &home);
	if (e > i + 1)
		return e;
	return unit_place(us, i + 1) ? i + 2 : i;
}

/* "X, R-Calif., chairwoman of": over the party and the state. */
static size_t
over_party(const struct units *us, size_t i)
{
	struct str s = i < us->n ? unit_str(us, i) : str_of(NULL, 0);

	if (!unit_word_kind(us, i) || s.n == 0 || !strchr("RDI", s.p[0]) || !(s.n == 1 ? unit_is(us, i + 1, '-') : s.p[1] == '-'))
		return i;
	for (size_t k = i + 1; k < i + 5; k++)
		if (unit_is(us, k, ','))
			return k + 1;
	return i;
}

/* "X, a TITLE", "X, who was TITLE", "X (TITLE)", "X is the TITLE", "X/TITLE", "X – TITLE". */
static void
after_name(struct finder *f, size_t p)
{
	struct units *us = f->us;
	size_t i = over_home(us, over_parenthesis(us, p + 1)), be;

	if (unit_is(us, p + 1, '(') && !unit_place(us, p + 2))
		chain(f, p, p + 2, false);
	if (unit_is(us, p + 1, '/') || unit_is(us, p + 1, 0x2013) || unit_is(us, p + 1, 0x2014)) {
		chain(f, p, p + 2, false);
		return;
	}
	if (unit_is(us, i, ',')) {
		i++;
		if (i < us->n && us->items[i].kind == UNIT_NUMBER && unit_is(us, i + 1, ','))
			i += 2;
		i = over_party(us, i);
		if (unit_says(us, i, "who")) {
			be = over_be(us, i + 1);
			if (be > i + 1)
				chain(f, p, be, false);
			else
				as_title(f, p, i + 1);
			return;
		}
		if (unit_among(us, i, "described identified known listed") && unit_says(us, i + 1, "as"))
			i += 2; /* "NAME, described as chief executive of both firms" */
		chain(f, p, i, false);
		after_apposition(f, p, i - 1);
		return;
	}
	if (alone(us, p)) {
		while (i < us->n && us->items[i].kind == UNIT_BREAK)
			i++;
		/* under a column: "The author is a professor of law at Korea University." */
		be = unit_says(us, i, "the") && unit_among(us, i + 1, "author writer") ? over_be(us, i + 2) : 0;
		if (be > i + 2)
			chain(f, p, be, false);
		else if (unit_capital(us, i) || unit_mention(us, i))
			chain(f, p, i, false);
		return;
	}
	be = over_be(us, i);
	if (be > i)
		chain(f, p, be, !holds_office(us, i, be));
	else if (!as_office(f, p, i) && !as_title(f, p, i))
		appointed(f, p);
}

/* "X is a fellow at A. She was an official of B from 2009 on.": the next sentence goes on about the only person of this one, the n-th
 * of the text. */
static void
next_sentence(struct finder *f, size_t n)
{
	struct units *us = f->us;
	size_t p = us->persons[n], i = p + 1, be;
	size_t low = n > 0 ? us->persons[n - 1] + 1 : 0, high = n + 1 < us->persons_n ? us->persons[n + 1] : us->n;

	if (high > p + SENTENCE)
		high = p + SENTENCE;
	while (i < high && !(us->items[i].flags & TOKEN_SENTENCE))
		i++;
	if (i >= high || !unit_among(us, i, "he she"))
		return;
	for (i++; p > low && !(us->items[p].flags & TOKEN_SENTENCE); p--)
		;
	if (!(us->items[p].flags & TOKEN_SENTENCE))
		return;
	be = over_be(us, i);
	if (be > i)
		chain(f, us->persons[n], be, true);
	else
		as_title(f, us->persons[n], i);
}

/* The phrase "its head", "the special envoy for human rights" that ends at the comma before the name. */
static void
before_comma(struct finder *f, size_t p)
{
	struct units *us = f->us;
	size_t comma = p - 1;
	struct title t;

	bool list = unit_says(us, p + 1, "and") || unit_is(us, p + 1, ',');

	/* "its commander, Col. NAME", "a former director of the union, surnamed NAME" */
	while (comma > 0 && p - comma < 4 && ((unit_word(us, comma) & WORD_RANK) || unit_among(us, comma, "surnamed named")))
		comma--;

	if (p < 2 || !unit_is(us, comma, ',') || !(list || unit_is(us, p + 1, '.') || unit_is(us, p + 1, ';')))
		return;
	for (size_t k = comma, n = 0; k > 0 && n < 14; n++) {
		k--;
		if (unit_is(us, k, ')') && k > 2 && unit_is(us, k - 2, '(')) /* over the letters of a body */
			k -= 3;
		if (us->items[k].kind == UNIT_BREAK || us->items[k].kind == UNIT_PUNCT || is_person(us, k))
			return;
		if (!(unit_word(us, k) & (WORD_DET | WORD_PRON)) && us->items[k].kind != UNIT_POSS)
			continue;
		size_t from = us->items[k].kind == UNIT_POSS ? (k > 0 ? k - 1 : k) : k;
		if (from > 1 && unit_among(us, from - 1, "to for") && (unit_word(us, from - 2) & WORD_HEAD))
			continue; /* "the adviser to the president, NAME" */
		if (!title_after(us, from, &t) || f->used[t.head])
			continue;
		if (t.next != comma && !(t.next + 2 == comma && unit_says(us, t.next, "in") && unit_place(us, t.next + 1)))
			continue;
		if (t.plural || unit_says(us, p + 1, "and")) { /* "the foreign ministers of A and B, X and Y," */
			if (!t.plural || !list || !give_list(f, p, &t, 1))
				return;
		}
		if (from > 1 && unit_is(us, from - 1, ',') && is_person(us, from - 2))
			return;
		give(f, p, &t);
		return;
	}
}

static int
in_text_order(const struct role_found *a, const struct role_found *b)
{
	return a->row.start < b->row.start ? -1 : a->row.start > b->row.start;
}

/* Rows come nearly sorted; insertion moves them a few places at most. */
static void
sort(struct role_list *l)
{
	for (size_t i = 1; i < l->n; i++) {
		struct role_found row = l->items[i];
		size_t k = i;

		for (; k > 0 && in_text_order(&row, &l->items[k - 1]) < 0; k--)
			l->items[k] = l->items[k - 1];
		l->items[k] = row;
	}
}

static void
write_rows(struct doc *d, const struct role_list *l)
{
	struct role *rows = arena_array(d->arena, l->n + 1, sizeof *rows);
	size_t byte = 0, point = 0;

	if (d->article->key[KEY_ROLES].p) /* what the article brought stays */
		return;
	for (size_t i = 0; i < l->n; i++) {
		rows[i] = l->items[i].row;
		point += utf8_count(str_of(d->text.p + byte, rows[i].start - byte));
		byte = rows[i].start;
		rows[i].start = point;
		rows[i].end = point + utf8_count(str_of(d->text.p + byte, rows[i].end - byte));
	}
	article_set_roles(d->article, rows, l->n);
}

void
roles_find(struct doc *d, struct role_list *found)
{
	struct finder f = { .d = d, .list = found };

	*found = (struct role_list){ 0 };
	f.us = found->units = arena_alloc(d->arena, sizeof *f.us);
	units_build(f.us, d, &role_words_titles);
	link_mentions(d);
	names_link(d);
	found->names = f.names = names_fullest(d);
	f.used = arena_alloc(d->arena, f.us->n + 1);
	memset(f.used, 0, f.us->n + 1);
	for (size_t i = 0; i < f.us->persons_n; i++) {
		size_t p = f.us->persons[i];
		struct title t;

		if (name_hangul(unit_str(f.us, p))) {
			for (size_t at = p; title_korean_before(f.us, &at, &t) && !f.used[t.head];)
				give(&f, p, &t);
			for (size_t at = p + 1; title_korean(f.us, p, &at, &t);)
				give(&f, p, &t);
			continue;
		}
		before_name(&f, p);
		before_comma(&f, p);
		after_name(&f, p);
		next_sentence(&f, i);
	}
	arena_drop(d->arena, f.used);
	sort(found);
	write_rows(d, found);
}
