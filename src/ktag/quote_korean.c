#include "quote_frame.h"

#include "role_korean.h"

enum { BEFORE = 80, NAME = 6 };

/* What follows a quotation's closing mark in Korean: "..."고, "..."라며, "..."이라는 */
static bool
quoting(struct str s)
{
	static const char *const marks[] = { "고", "라고", "이라고", "며", "라며", "이라며", "면서", "라면서", "이라면서", "하고", "라는", "이라는", "는", "다는", "란",
		"이란", "다며", "다고", "라", "이라" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_eq(s, str_z(marks[i])))
			return true;
	return false;
}

/* Does a particle that marks a topic or a subject end the unit, or follow it? */
static bool
subject_particle(const struct units *us, size_t i, bool topic)
{
	static const char *const particles[] = { "은", "는", "이", "가", "도" };
	struct str s = unit_str(us, i), rest = str_of(us->text.p + us->items[i].end, us->text.n - us->items[i].end);

	for (size_t k = topic ? 0 : 2; k < (topic ? 2 : 5); k++) {
		struct str p = str_z(particles[k]);

		if (s.n > p.n && str_ends(s, p) && us->items[i].kind == UNIT_WORD && (rest.n == 0 || strchr(" ,\n", *rest.p)))
			return true;
		if (str_starts(rest, p) && (rest.n == p.n || strchr(" ,\n", rest.p[p.n])))
			return true;
	}
	return false;
}

/* The person or body whose phrase the particle at unit i closes. */
static bool
named(struct frame *f, size_t i, size_t low, struct speaker *s)
{
	size_t org = NONE;

	for (int n = 0; n < NAME && i != NONE && i >= low; n++, i = frame_left(f, i)) {
		if (stretch_at(f, i) || (n && subject_particle(f->us, i, true)))
			break;
		if (unit_type(f->us, i, TYPE_PERSON)) {
			*s = (struct speaker) { i, i + 1, f->us->items[i].what, NONE };
			return true;
		}
		if (org == NONE && (unit_type(f->us, i, TYPE_ORG) || (unit_type(f->us, i, TYPE_GPE) && n < 2)))
			org = i;
		if (n && unit_is(f->us, i, ','))
			break;
	}
	if (org == NONE)
		return false;
	*s = (struct speaker) { org, org + 1, f->us->items[org].what, NONE };
	return true;
}

static bool
subject(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	for (int topic = 1; topic >= 0; topic--) {
		size_t i = low;

		for (int n = 0; n < BEFORE && i != NONE && i < q->open; n++, i = frame_right(f, i))
			if (!stretch_at(f, i) && subject_particle(f->us, i, topic) && named(f, i, low, s))
				return true;
	}
	return false;
}

/* The word after the particle that ends in 다: 밝혔다, 말했다. */
static size_t
verb_after(const struct frame *f, size_t i)
{
	for (int n = 0; n < 8 && i < f->us->n; n++, i++) {
		struct str s = unit_str(f->us, i);

		if (f->us->items[i].kind == UNIT_WORD && str_ends(s, STR("다")))
			return i;
	}
	return NONE;
}

bool
attribute_korean(struct frame *f, size_t index, struct speaker *s)
{
	const struct stretch *q = &f->all.items[index];
	size_t next = frame_right(f, q->close), low = frame_sentence(f, q->open);
	bool marked = next != NONE && unit_word_kind(f->us, next) && !(f->us->items[next].flags & TOKEN_SPACE)
	    && quoting(unit_str(f->us, next));

	if (q->single || (!marked && !(low == q->open && q->stop)))
		return false;
	if (!subject(f, q, low, s)) {
		if (f->last.end > f->last.first)
			*s = f->last;
		else
			*s = (struct speaker) { 0, 0, NONE, NONE };
	}
	s->verb = marked ? verb_after(f, next + 1) : NONE;
	return true;
}
