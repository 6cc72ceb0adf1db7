/* Bodies whose name has no head word, known by their initials in brackets: "Families of the Abducted and Detained in North Korea (FADN)".
 */
#include "scan.h"

/* The first word of the name before the bracket `open` whose initials are the letters; `open` if there is none. With `small`, words like
 * "of" may count, too. A people or state may be passed over: FADN has no K. */
static size_t
spelled_from(const struct doc *d, size_t open, struct str letters, bool small)
{
	size_t first = open, n = letters.n;

	for (size_t i = open; n > 0 && i-- > 0 && open - i <= REACH;) {
		if (is_mark(d, i, MARK_HYPHEN) || is_mark(d, i, MARK_AMPERSAND) || (is_glued(d, i) && is_mark(d, i - 1, MARK_APOSTROPHE))
		    || (is_mark(d, i, MARK_APOSTROPHE) && is_glued(d, i)))
			continue;
		if (!is_word(d, i))
			break;
		bool counts = is_capital(d, i) || (small && has_class(d, i, CLASS_LINK));
		if (counts && (d->text.p[tok(d, i)->start] & ~0x20) == letters.p[n - 1]) {
			n--;
			first = i;
		} else if (!has_class(d, i, CLASS_LINK | CLASS_NATION)) {
			break;
		}
	}
	return n == 0 && is_capital(d, first) ? first : open;
}

/* "Rally for the Return of Refugees and Democracy in Rwanda (RDR)": where more words before the first begin with its letter, the name may
 * begin with the foremost. */
static size_t
foremost(const struct doc *d, size_t a)
{
	size_t first = a;
	char letter = d->text.p[tok(d, a)->start];

	for (size_t i = a; i-- > 0 && a - i <= REACH;) {
		if (is_capital(d, i) && d->text.p[tok(d, i)->start] == letter)
			first = i;
		else if (!is_lower(d, i) || !has_class(d, i, CLASS_LINK))
			break;
	}
	return first;
}

/* The head of the name from a to b: its last capital before a small word. */
static size_t
head(const struct doc *d, size_t a, size_t b)
{
	size_t h = a;

	while (h < b && is_capital(d, h + 1))
		h++;
	return h;
}

/* Is the name's head a word of other things than bodies: an agreement, an exercise, a zone, an officer? */
static bool
is_thing(const struct doc *d, size_t h)
{
	return has_class(d, h, CLASS_LAW | CLASS_EVENT | CLASS_DRILL | CLASS_PLACE | CLASS_REGION | CLASS_WEAPON | CLASS_TITLE | CLASS_RANK
	    | CLASS_CALENDAR | CLASS_SHIP | CLASS_VESSEL) || word_in(d, h, NO_HEADS_OF_BODIES);
}

/* Has the table or a rule a name that begins inside of the words and goes on before or behind them? */
static bool
covered(const struct scan *s, size_t a, size_t b)
{
	for (size_t i = a; i <= b; i++)
		if (known(s, i)
		    && (known(s, i)->type == TYPE_PERSON || known(s, i)->start < tok(s->d, a)->start
			|| known(s, i)->end > tok(s->d, b)->end))
			return true;
	return false;
}

void
rule_spelled(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	struct str letters = doc_span(d, i, i);
	size_t a, b = i - 2;

	if (i < 4 || !is_mark(d, i - 1, MARK_OPEN) || !is_mark(d, i + 1, MARK_CLOSE) || in_heading(d, i)
	    || word_in(d, i + 2, "list lists program programme act"))
		return; /* Specially Designated Nationals (SDN) List */
	if ((a = spelled_from(d, i - 1, letters, false)) == i - 1 && (a = spelled_from(d, i - 1, letters, true)) == i - 1)
		return;
	a = foremost(d, a);
	if (a > 0 && is_capital(d, a - 1) && is_spaced(d, a) && !has_class(d, a - 1, CLASS_COMMON | CLASS_NATION))
		return;
	if (!is_thing(d, head(d, a, b)) && !is_thing(d, b) && !covered(s, a, b))
		add_span(s, TYPE_ORG, a, b, "body spelled by the letters behind it");
}
