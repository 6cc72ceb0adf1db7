/* The text as the phrases of roles and quotes see it: a mention is one unit, so are an abbreviation with its stop ("Lt."), initials
 * ("U.S.") and words joined by hyphens ("then-President"). */
#ifndef KTAG_ROLE_UNIT_H
#define KTAG_ROLE_UNIT_H

#include "lexicon.h"
#include "list.h"
#include "role.h"
#include "role_words.h"
#include "utf8.h"

enum unit_kind {
	UNIT_WORD,
	UNIT_NUMBER,
	UNIT_PUNCT,
	UNIT_BREAK,
	UNIT_POSS, /* 's, or the bare apostrophe of a plural mention */
	UNIT_MENTION
};

#define NONE UINT32_MAX

struct unit {
	uint32_t start, end; /* bytes */
	uint8_t kind, flags; /* flags of its first token */
	uint8_t mark, calls; /* of a token; most units are copies of theirs */
	uint32_t what;       /* index of the mention; else nothing */
	uint32_t lexeme;     /* of a word, once asked for */
};

struct units {
	struct unit *items, *end; /* end: where the next one goes; once all are there, a break of no length */
	size_t n;
	uint32_t *persons; /* units that are persons */
	size_t persons_n, persons_cap;
	uint32_t
	    *stretch;    /* of every unit and the place behind: index + 1 of the stretch between quotation marks it lies in; quotes_find */
	uint32_t *marks; /* units that may be quotation marks, and breaks */
	size_t marks_n, marks_cap;
	struct unit *joined; /* while they are built: the last unit that goes on with a broken line, or NULL */
	struct str text;
	const struct mention *mentions;
	const struct role_words *words;
	struct lexicon *lexicon;
};

/* The units of an article's text, in the arena of d; d and w must outlive them. */
void units_build(struct units *us, const struct doc *d, const struct role_words *w);

/* Of unit i, a word; that of no word otherwise. Valid until the next call. */
struct lexeme *unit_lexeme(struct units *us, size_t i);

/* Classes of a word; 0 for anything else and past the ends. */
uint32_t unit_word_asked(struct units *us, size_t i);

static inline uint32_t
unit_word(struct units *us, size_t i)
{
	uint32_t known;

	if (i >= us->n)
		return 0;
	known = us->lexicon->items[us->items[i].kind == UNIT_WORD ? us->items[i].lexeme : 0].memo[MEMO_ROLE];
	return known ? known & ~(uint32_t)WORD_KNOWN : unit_word_asked(us, i);
}

/* How many of the text's persons stand before unit i. */
size_t persons_before(const struct units *us, size_t i);

static inline struct str
unit_str(const struct units *us, size_t i)
{
	return str_of(us->text.p + us->items[i].start, us->items[i].end - us->items[i].start);
}

/* From unit `first` to before unit `end`. */
static inline struct str
unit_span(const struct units *us, size_t first, size_t end)
{
	return str_of(us->text.p + us->items[first].start, us->items[end - 1].end - us->items[first].start);
}

static inline uint8_t
unit_byte(const struct units *us, size_t i)
{
	return (uint8_t)us->text.p[us->items[i].start];
}

/* The code point of a mark. */
static inline uint32_t
unit_mark(const struct units *us, size_t i)
{
	struct str rest = str_from(us->text, us->items[i].start);
	size_t len;

	return (uint8_t)rest.p[0] < 0x80 ? (uint8_t)rest.p[0] : utf8_point(rest.p, rest.n, &len);
}

static inline bool
unit_is(const struct units *us, size_t i, uint32_t mark)
{
	return i < us->n && us->items[i].kind == UNIT_PUNCT && (mark < 0x80 ? unit_byte(us, i) == mark : unit_mark(us, i) == mark);
}

static inline bool
unit_says(const struct units *us, size_t i, const char *word)
{
	return i < us->n && us->items[i].kind == UNIT_WORD && str_eq_nocase(unit_str(us, i), str_z(word));
}

/* Is it one of the words of a list separated by blanks? */
static inline bool
unit_listed(const struct units *us, size_t i, struct list *words)
{
	return i < us->n && us->items[i].kind == UNIT_WORD && list_has(words, unit_str(us, i));
}

#define unit_among(us, i, words) unit_listed(us, i, LIST(words))

/* Its mention, or NULL. */
static inline const struct mention *
unit_mention(const struct units *us, size_t i)
{
	return i < us->n && us->items[i].kind == UNIT_MENTION ? &us->mentions[us->items[i].what] : NULL;
}

static inline bool
unit_type(const struct units *us, size_t i, enum entity_type type)
{
	const struct mention *m = unit_mention(us, i);

	return m && m->type == type;
}

/* A state, a town or a nationality. */
static inline bool
unit_place(const struct units *us, size_t i)
{
	return unit_type(us, i, TYPE_GPE) || unit_type(us, i, TYPE_NORP);
}

static inline bool
unit_capital(const struct units *us, size_t i)
{
	return i < us->n && us->items[i].kind == UNIT_WORD && (us->items[i].flags & TOKEN_CAPITAL);
}

static inline bool
unit_word_kind(const struct units *us, size_t i)
{
	return i < us->n && us->items[i].kind == UNIT_WORD;
}

#endif
