#include "acronym.h"
#include "scan.h"

enum { LETTERS = 12 };

/* The initials of the capitalised words; with `small`, those of "of" and its like as well (MOFA, DoD). *others: there may
 * be such words. */
static struct str
initials(struct memory *m, const struct doc *d, size_t a, size_t b, bool small, bool *others)
{
	char *p = arena_alloc(m->arena, LETTERS);
	size_t n = 0;

	for (size_t i = a; i <= b && n < LETTERS; i++) {
		if (!is_word(d, i))
			continue;
		*others |= is_lower(d, i) && length(d, i) <= 3;
		if (is_capital(d, i) || (small && word_in(d, i, "of on for")) || (is_glued(d, i) && is_mark(d, i - 1, MARK_HYPHEN)))
			p[n++] = (char)(d->text.p[tok(d, i)->start] & ~0x20);
	}
	return str_of(p, n);
}

/* Are the letters the initials of tokens a to b? */
static bool
has_initials(struct memory *m, const struct doc *d, struct str letters, size_t a, size_t b)
{
	bool others = false;

	return str_eq(initials(m, d, a, b, false, &others), letters) || (others && str_eq(initials(m, d, a, b, true, &others), letters));
}

/* Do the letters of the acronym stand in the name in their order, the first one at the start of a word? */
static bool
spelled(const struct doc *d, struct str letters, size_t a, size_t b)
{
	struct str name = doc_span(d, a, b);
	size_t k = 0;

	for (size_t i = 0; i < name.n && k < letters.n; i++) {
		bool start = i == 0 || name.p[i - 1] == ' ' || name.p[i - 1] == '-' || name.p[i - 1] == '.';
		if ((name.p[i] | 0x20) == (letters.p[k] | 0x20) && (k > 0 || start))
			k++;
	}
	return k == letters.n;
}

/* "Popular Revolutionary Army (EPR)": letters of a body in its own language, which the tables do not know as something else. */
static bool
foreign(const struct doc *d, const struct mention *mention, size_t a, size_t letters)
{
	return mention->type == TYPE_ORG && letters > a + 2 && length(d, letters) >= 3 && is_mark(d, letters + 1, MARK_CLOSE)
	    && !lexeme_of(d, letters)->alone;
}

/* The body that the tables know by these letters at token i, if its name has most words of a to b: "Korean Energy Development Organization
 * (KEDO)". NULL if it is another one. */
static const struct mention *
same_body(const struct doc *d, const struct mention *mention, size_t a, size_t b, size_t i)
{
	const struct mention *next = mention + 1;
	size_t words = 0, same = 0;

	if (mention->id.n || (size_t)(next - d->mentions) >= d->settled_n || next->token != i || next->id.n == 0
	    || next->type != mention->type)
		return NULL;
	for (size_t k = a; k <= b; k++)
		if (is_capital(d, k)) {
			words++;
			same += str_has_nocase(next->name, doc_span(d, k, k));
		}
	return words > 2 && same > words / 2 ? next : NULL;
}

/* "국방기술품질원(기품원)", "한화에어로스페이스(이하 한화에어로)": do the syllables of the short form at token i stand in the name in their order,
 * of a form of two the first one first? */
static bool
is_hangul_short(const struct doc *d, const struct mention *mention, size_t i)
{
	enum { SYLLABLE = 3, LEAST = 2 };
	struct str name = mention_str(d, mention), letters = doc_span(d, i, i);
	size_t k = 0;

	if (!is_hangul(d, i) || !is_mark(d, i + 1, MARK_CLOSE) || letters.n < LEAST * SYLLABLE || letters.n >= name.n)
		return false;
	for (size_t at = 0; at + SYLLABLE <= name.n && k < letters.n; at += (uint8_t)name.p[at] < 0x80 ? 1 : SYLLABLE) {
		if (memcmp(name.p + at, letters.p + k, SYLLABLE) == 0)
			k += SYLLABLE;
		else if (at == 0 && letters.n == LEAST * SYLLABLE)
			return false;
	}
	return k == letters.n;
}

/* "(SCM)" directly behind token b, or behind the quotation mark that closes the name there: '자유의 방패'(FS). */
static void
bracketed(struct memory *m, const struct doc *d, const struct mention *mention, size_t a, size_t b)
{
	size_t i = b + 1;
	struct str letters;

	if (is_mark(d, i, MARK_APOSTROPHE) || is_mark(d, i, MARK_QUOTE))
		i++;
	i++;
	while (is_mark(d, i, MARK_QUOTE) || is_mark(d, i, MARK_APOSTROPHE) || word_in(d, i, "the or hereinafter hereafter")
	    || str_eq(doc_span(d, i, i), STR("이하")))
		i++;
	letters = doc_span(d, i, i);
	if (mention->type == TYPE_ORG && is_hangul_short(d, mention, i)) {
		memory_meaning(m, &(struct meaning) { letters, TYPE_ORG, mention->id, mention->name, 3, false });
		return;
	}
	if (!is_upper(d, i) || length(d, i) > LETTERS || has_class(d, i, CLASS_CALENDAR))
		return;
	if (is_capital(d, i + 1) || !(is_hangul(d, b) || spelled(d, letters, a, b) || (i == b + 2 && foreign(d, mention, a, i))))
		return;
	for (size_t k = a; k < b; k++)
		if (word_is(d, k, "of") && has_initials(m, d, letters, k + 1, b))
			return; /* "Central Committee of the Workers' Party of Korea (WPK)": the letters of its last part */
	const struct mention *known = same_body(d, mention, a, b, i);
	if (!known)
		known = mention;
	memory_meaning(m,
	    &(struct meaning) { letters, known->type, known->id, known->name, 1u + has_initials(m, d, letters, a, b), false });
}

void
acronym_learn(struct memory *m, const struct doc *d, const struct mention *mention, size_t b)
{
	size_t a = mention->token;

	const struct token *next = tok(d, b + 1);
	if (next->kind == TOKEN_PUNCT
	    && (next->mark == MARK_OPEN || ((next->mark == MARK_APOSTROPHE || next->mark == MARK_QUOTE) && is_mark(d, b + 2, MARK_OPEN))))
		bracketed(m, d, mention, a, b);
	if (next->mark == MARK_COMMA && word_is(d, b + 2, "or") && length(d, b + 3) >= 3) /* the U.S. Korea Command, or KORCOM */
		bracketed(m, d, mention, a, b);
	if (mention->type == TYPE_WEAPON && b >= a + 1 && has_class(d, a, CLASS_SHIP) && is_capital(d, b) && length(d, b) > 3) {
		if (b > a + 1)
			memory_meaning(
			    m, &(struct meaning) { doc_span(d, a + 1, b), TYPE_WEAPON, mention->id, mention->name, false, true });
		memory_meaning(m, &(struct meaning) { doc_span(d, b, b), TYPE_WEAPON, mention->id, mention->name, false, false });
		return;
	}
	/* "Humphreys", after Camp Humphreys; "Eielson", after Eielson Air Base */
	size_t name = b == a + 1 && word_in(d, a, "camp fort") ? b : a;
	if (mention->type == TYPE_FAC && is_capital(d, name) && length(d, name) > 3
	    && (name == b || (b > a + 1 && word_in(d, b, "base station") && word_in(d, a + 1, "air naval"))))
		memory_meaning(m, &(struct meaning) { doc_span(d, name, name), TYPE_FAC, mention->id, mention->name, false, false });
	if (b < a + 2 || mention->type == TYPE_WEAPON)
		return;
	bool others = true;
	for (int small = 0; small < 2 && others; small++) {
		others = false;
		struct str letters = initials(m, d, a, b, small, &others);
		if (letters.n >= 3)
			memory_meaning(m, &(struct meaning) { letters, mention->type, mention->id, mention->name, false, false });
	}
}
