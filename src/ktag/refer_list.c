/* Lists: what stands among persons is a person, what stands among bodies a body. */
#include "refer.h"
#include "scan.h"

/* No such word is part of a name that only its place in a list explains. */
enum {
	NOT_LISTED = CLASS_COMMON | CLASS_TITLE | CLASS_RANK | CLASS_HONORIFIC | CLASS_MODIFIER | CLASS_NATION | CLASS_CALENDAR | CLASS_ORG
	    | CLASS_UNIT | CLASS_COMPANY | CLASS_FACILITY | CLASS_PLACE | CLASS_REGION | CLASS_EVENT | CLASS_LAW | CLASS_DIRECTION
	    | CLASS_EVERYDAY | CLASS_WEAPON | CLASS_SHIP
};

static bool
list_part(const struct doc *d, size_t i)
{
	return is_capital(d, i) && length(d, i) > 1 && !has_class(d, i, NOT_LISTED) && !(tok(d, i)->flags & (TOKEN_UPPER | TOKEN_OPENS));
}

/* The "Man" of "Cheng Hung Man". */
static bool
everyday_part(const struct doc *d, size_t i)
{
	return is_capital(d, i) && has_class(d, i, CLASS_EVERYDAY) && length(d, i) <= 4 && !has_class(d, i, CLASS_NATION | CLASS_CALENDAR);
}

/* The last token of the name at i, at most two words behind the first; a hyphen joins two. */
static size_t
list_name(const struct referrer *r, size_t i)
{
	const struct doc *d = r->d;
	size_t last = i;

	for (size_t n = 0; n < 2; n++) {
		size_t next = is_hyphen(d, last + 1) ? last + 2 : last + 1;
		if (!(list_part(d, next) || (next == last + 1 && everyday_part(d, next))) || (next == last + 1 && !is_spaced(d, next)))
			break;
		last = next;
	}
	return last;
}

/* The mention that ends before the comma or "and" in front of token i, NULL if none does; *joint: that comma or word. */
static const struct mention *
listed_before(const struct referrer *r, size_t i, size_t *joint)
{
	const struct doc *d = r->d;
	size_t k = i - 1;

	if (i < 2 || r->next == 0)
		return NULL;
	if (word_is(d, k, "the"))
		k--;
	*joint = k;
	if (!is_mark(d, k, MARK_COMMA) && !word_is(d, k, "and"))
		return NULL;
	if (word_is(d, k, "and") && is_mark(d, k - 1, MARK_COMMA))
		k--;
	const struct mention *m = &d->mentions[r->next - 1];
	return m->end == tok(d, k - 1)->end ? m : NULL;
}

/* The mention that begins behind the comma or "and" at token i. */
static const struct mention *
listed_behind(const struct referrer *r, size_t i)
{
	const struct doc *d = r->d;
	size_t k = i;

	if (is_mark(d, k, MARK_COMMA))
		k++;
	if (word_is(d, k, "and"))
		k++;
	if (k == i)
		return NULL;
	if (word_is(d, k, "the"))
		k++;
	return r->next < r->d->settled_n && d->mentions[r->next].start == tok(d, k)->start ? &d->mentions[r->next] : NULL;
}

static bool
add(struct referrer *r, enum entity_type type, size_t i, size_t last, const char *rule)
{
	struct mention *m = doc_mention(r->d, type, i, tok(r->d, last)->end, rule);

	m->name = doc_span(r->d, i, last);
	return true;
}

/* "Li Qiang, Zhao Lejie and Liu Jianchao": the one in the middle is a person as the others are. */
static bool
among_persons(struct referrer *r, size_t i)
{
	const struct doc *d = r->d;
	size_t joint, last;
	const struct mention *before = listed_before(r, i, &joint);

	if (!before || before->type != TYPE_PERSON || joint + 1 != i || !list_part(d, i))
		return false;
	last = list_name(r, i);
	/* "Reporting by Kim Min-ji and Brannick Tolle": in a heading only the end of the line tells */
	if (in_heading(d, i) && (is_mark(d, joint, MARK_COMMA) || tok(d, last + 1)->kind != TOKEN_BREAK))
		return false;
	if (last == i || is_capital(d, last + 1) || is_hyphen(d, last + 1) || is_mark(d, last + 1, MARK_APOSTROPHE)
	    || !(tok(d, last + 1)->kind >= TOKEN_PUNCT || word_in(d, last + 1, "and were are met attended said also")))
		return false;
	return add(r, TYPE_PERSON, i, last, "name in a list of persons");
}

/* "Tianran Marsh-Xu and Peter Oduya": two words in front of a person. */
static bool
before_person(struct referrer *r, size_t i)
{
	const struct doc *d = r->d;
	const struct mention *behind;
	size_t last;

	if (!(name_word(d, i) & NAME_FREE) || in_heading(d, i) || is_hyphen(d, i - 1)
	    || (i > 0 && is_word(d, i - 1) && (is_capital(d, i - 1) || word_in(d, i - 1, "the a an in at near from"))))
		return false;
	last = list_name(r, i);
	if (last == i || !word_is(d, last + 1, "and"))
		return false;
	behind = listed_behind(r, last + 1);
	return behind && behind->type == TYPE_PERSON && memchr(d->text.p + behind->start, ' ', behind->end - behind->start)
	    && add(r, TYPE_PERSON, i, last, "name in a list of persons");
}

/* How many bodies stand in the list before token i, one joined to the next; their count ends at 2. */
static unsigned
bodies_before(const struct referrer *r, size_t i)
{
	const struct doc *d = r->d;
	size_t joint;
	const struct mention *m = listed_before(r, i, &joint);

	if (!m || m->type != TYPE_ORG)
		return 0;
	const struct mention *first = m > d->mentions ? m - 1 : m;
	size_t k = m->token - 1 - (m->token > 0 && word_is(d, m->token - 1, "the"));
	return 1 + (first < m && first->type == TYPE_ORG && is_mark(d, k, MARK_COMMA) && first->end == tok(d, k - 1)->end);
}

/* "Samsung, Garantex and Hanwha", "from Windward and MarineTraffic", "CAE, Telesat and Gastops": between two bodies, behind two of them, or
 * in front of one where a preposition opens the list. */
static bool
among_bodies(struct referrer *r, size_t i)
{
	const struct doc *d = r->d;
	const struct mention *behind;
	size_t last;

	if (!(name_word(d, i) & NAME_FREE) || in_heading(d, i) || !list_part(d, i)
	    || has_class(d, i, CLASS_SURNAME | CLASS_GIVEN) || memory_find(r->m, doc_span(d, i, i)))
		return false;
	unsigned before = bodies_before(r, i);
	if (!before && !(is_lower(d, i - 1) && word_in(d, i - 1, "from by with between including")))
		return false;
	last = list_name(r, i);
	behind = listed_behind(r, last + 1);
	bool joined = behind ? behind->type == TYPE_ORG
			     : before > 1 && !is_capital(d, last + 1) && !is_hyphen(d, last + 1) && !is_mark(d, last + 1, MARK_APOSTROPHE);
	return joined && add(r, TYPE_ORG, i, last, "name in a list of bodies");
}

/* "Stratfor's Rodger Baker", "Control Zone's Anna Reed": what has a person, by his name in full, is a body; a town or country would be
 * known. Tried at the last word of the name. */
static bool
has_person(struct referrer *r, size_t last)
{
	const struct doc *d = r->d;
	const struct mention *behind;
	size_t i = last;

	if (!word_is(d, last + 2, "s") || r->next >= d->settled_n)
		return false;
	behind = &d->mentions[r->next];
	if (behind->token != last + 3 || behind->type != TYPE_PERSON
	    || !memchr(d->text.p + behind->start, ' ', behind->end - behind->start))
		return false;
	while (i > 0 && i + 2 > last && list_part(d, i - 1) && is_spaced(d, i))
		i--;
	if (!(name_word(d, i) & NAME_FREE) || in_heading(d, i)
	    || (r->next > 0 && d->mentions[r->next - 1].end > tok(d, i)->start) || has_class(d, i, CLASS_SURNAME | CLASS_GIVEN)
	    || memory_find(r->m, doc_span(d, i, i)))
		return false;
	return add(r, TYPE_ORG, i, last, "body that has a person");
}

bool
refer_list(struct referrer *r, size_t i)
{
	const struct doc *d = r->d;

	if (!is_capital(d, i) || has_class(d, i, NOT_LISTED) || is_upper(d, i))
		return false;
	if (i > 0 && (is_mark(d, i - 1, MARK_COMMA) || has_class(d, i - 1, CLASS_LINK | CLASS_COMMON))
	    && (among_persons(r, i) || among_bodies(r, i)))
		return true;
	return is_capital(d, i + 1) ? before_person(r, i) : is_mark(d, i + 1, MARK_APOSTROPHE) && has_person(r, i);
}
