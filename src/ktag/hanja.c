#include "hanja.h"

#include "gaz_open.h"
#include "hangul_word.h"
#include "scan.h"
#include "table.h"

enum { CHARACTERS = 128 };

extern const struct str table_ktag_hanja;

static struct hanja characters[CHARACTERS];
static size_t characters_n;

static struct str
field(const struct table *t, size_t i)
{
	return str_eq(t->field[i], STR("-")) ? str_of(NULL, 0) : t->field[i];
}

static void
add(const struct table *t)
{
	if (t->field[0].n != HANJA || characters_n == CHARACTERS)
		table_die(t, "no such character, or too many");
	characters[characters_n++] = (struct hanja) { .character = t->field[0],
		.reading = t->field[1],
		.state = field(t, 2),
		.id = field(t, 3),
		.surname = field(t, 4).n > 0,
		.alone = str_eq(t->field[4], STR("alone")) };
}

void
hanja_load(void)
{
	struct table t;

	if (characters_n) /* a second run in one process */
		return;
	table_open(&t, STR("hanja.tsv"), table_ktag_hanja);
	while (table_row(&t, 5))
		add(&t);
}

const struct hanja *
hanja_of(struct str word)
{
	for (size_t i = 0; i < characters_n; i++)
		if (str_starts(word, characters[i].character))
			return &characters[i];
	return NULL;
}

struct str
hanja_reading(struct str word)
{
	const struct hanja *h = word.n == HANJA ? hanja_of(word) : NULL;

	return h ? h->reading : word;
}

/* The body of a state: "미 국무부", "일본 방위성", as the tables have it. */
static uint32_t
body_of(const struct gaz *g, struct str state, struct str body)
{
	struct gaz_hit hit;

	if (!gaz_lookup_two(g, state, body, &hit) || gaz_entity(g, hit.at[0].entity).type != TYPE_ORG)
		return GAZ_NONE;
	return hit.at[0].entity;
}

/* The body whose name ends at byte `end`, begun behind the character at token i: 美 국무부, 日방위성. GAZ_NONE if no table has it. */
static uint32_t
body(const struct scan *s, size_t i, const struct hanja *h, size_t end)
{
	size_t from = tok(s->d, i)->start + HANJA;
	struct str name = str_trim(str_of(s->d->text.p + from, end - from));
	uint32_t entity = body_of(s->g, h->state, name);

	return entity == GAZ_NONE ? body_of(s->g, h->reading, name) : entity;
}

/* 美 국무부는, 中외교부가: the state's body, in the next word or in the rest of this one. */
static bool
state_body(struct scan *s, size_t i, const struct hanja *h)
{
	const struct token *t = tok(s->d, i);
	const struct mention *next = t->end == t->start + HANJA ? known(s, i + 1) : NULL;
	uint32_t entity;

	if (next && next->type == TYPE_ORG && (entity = body(s, i, h, next->end)) != GAZ_NONE) {
		add_entity(s, entity, i, next->end, "body behind its state's Hanja");
		return true;
	}
	for (size_t end = t->end; end > t->start + 2 * HANJA; end -= HANJA)
		if ((end == t->end || gaz_particle(str_of(s->d->text.p + end, t->end - end)))
		    && (entity = body(s, i, h, end)) != GAZ_NONE) {
			add_entity(s, entity, i, end, "body behind its state's Hanja");
			return true;
		}
	return false;
}

/* 中 is "during", too, behind what goes on: 회의 中. */
static bool
during(const struct doc *d, size_t i, const struct hanja *h)
{
	return str_eq(h->character, STR("中")) && i > 0 && is_hangul(d, i - 1) && is_spaced(d, i)
	    && (tok(d, i + 1)->kind != TOKEN_WORD || length(d, i) > HANJA);
}

/* Is it somebody's surname: a title behind it, in one word with it or apart, or his government? */
static bool
is_surname(const struct scan *s, size_t i, const struct hanja *h)
{
	const struct doc *d = s->d;
	struct str rest = str_from(doc_span(d, i, i), HANJA);

	if (!h->surname)
		return false;
	if (rest.n)
		return hangul_title(rest) || word_begins(rest, "정부 정권 주석") || (h->alone && gaz_particle(rest));
	if (is_hangul(d, i + 1) && is_spaced(d, i + 1))
		return name_word(d, i + 1) & SAYS_TITLE || word_begins(doc_span(d, i + 1, i + 1), "정부 정권 주석");
	return h->alone && (is_mark(d, i + 1, MARK_COMMA) || is_mark(d, i + 1, MARK_QUOTE) || is_mark(d, i + 1, MARK_MIDDLE));
}

void
rule_hanja(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	const struct hanja *h = hanja_of(doc_span(d, i, i));
	size_t end = tok(d, i)->start + HANJA;
	uint32_t entity;

	if (is_surname(s, i, h))
		doc_mention(s->d, TYPE_PERSON, i, end, "surname in Hanja");
	else if (h->id.n && !during(d, i, h) && !state_body(s, i, h) && (entity = gaz_find(s->g, h->id)) != GAZ_NONE)
		add_entity(s, entity, i, end, "state in Hanja");
}
