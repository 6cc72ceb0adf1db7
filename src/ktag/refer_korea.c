/* The two Koreas by their sides: "the North", "the South", "South–North relations". */
#include "refer.h"
#include "scan.h"

/* Token i is North or South, for the state. */
static void
add_side(struct doc *d, size_t i)
{
	bool north = word_is(d, i, "north");
	struct mention *m = doc_mention(d, TYPE_GPE, i, tok(d, i)->end, "the two Koreas by their sides");

	m->id = north ? STR("country/kp") : STR("country/kr");
	m->name = north ? STR("North Korea") : STR("South Korea");
}

/* "the North", "the South's"; "North-South". */
static void
one_side(struct referrer *r, size_t i)
{
	struct doc *d = r->d;

	if (!r->m->korea || is_capital(d, i + 1) || word_is(d, i + 1, "of") || is_hyphen(d, i + 1) || is_hyphen(d, i - 1))
		return;
	/* "South–North relations" */
	bool joined = is_mark(d, i + 1, MARK_DASH) && is_glued(d, i + 1) && word_in(d, i + 2, "north south");
	/* headlines leave the article out: "Military says North tested engine" */
	bool headline =
	    str_eq(d->field, STR("title")) && (is_lower(d, i + 1) || is_mark(d, i + 1, MARK_APOSTROPHE) || is_mark(d, i + 1, MARK_COMMA));
	/* "North and South Korea" */
	bool pair = word_in(d, i + 1, "and or") && word_in(d, i + 2, "south north") && word_is(d, i + 3, "Korea");
	/* "the communist North" */
	bool adjective = i > 1 && is_lower(d, i - 1) && word_in(d, i - 1, SORTS_OF_KOREA);
	if (!headline && !pair && !joined && !adjective
	    && (i == 0 || !(word_in(d, i - 1, "the and from with between") || (i >= 2 && is_mark(d, i - 1, MARK_DASH)))))
		return;
	add_side(d, i);
}

void
refer_korea(struct referrer *r, size_t i)
{
	struct doc *d = r->d;

	if (has_class(d, i, CLASS_DIRECTION) && word_in(d, i, "North South"))
		one_side(r, i);
	else if (has_class(d, i, CLASS_NATION) && word_is(d, i, "Koreas"))
		doc_mention(d, TYPE_GPE, i, tok(d, i)->end, "the two Koreas");
}

/* "provocation from the north", "the south, the north and the U.S.": where KCNA writes "south Korea", these are states. */
void
refer_sides(struct referrer *r)
{
	struct doc *d = r->d;

	for (size_t i = 1; i < d->tokens_n; i++) {
		const struct token *t = &d->tokens[i], *next = tok(d, i + 1);
		if (t->kind != TOKEN_WORD || t->end - t->start != 5 || !is_lower(d, i) || !word_in(d, i, "north south"))
			continue;
		bool both = word_is(d, i - 1, "and") && i > 1 && word_in(d, i - 2, "north south") && !word_is(d, i + 1, "of");
		if (!word_is(d, i - 1, "the") && !both)
			continue;
		if (next->kind == TOKEN_WORD && !has_class(d, i + 1, CLASS_SPEECH)
		    && !word_in(d, i + 1, "and or has had is was were should must will would can did does are"))
			continue;
		if (next->kind == TOKEN_NUMBER || is_hyphen(d, i + 1) || (word_is(d, i + 1, "and") && word_in(d, i + 2, "south north")
		    && word_is(d, i + 3, "of")))
			continue;
		add_side(d, i);
	}
}
