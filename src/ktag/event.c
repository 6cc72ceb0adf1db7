/* Meetings, wars and exercises: "57th Security Consultative Meeting", "Hanoi summit", "Israel-Hamas war", "exercise Iron Mace". */
#include "scan.h"

static bool
year(const struct doc *d, size_t i)
{
	struct str w;

	if (tok(d, i)->kind != TOKEN_NUMBER)
		return false;
	w = str_of(d->text.p + tok(d, i)->start, ascii_length(d, i));
	return w.n == 4 && (w.p[0] == '1' || w.p[0] == '2') && is_digit(w.p[3]);
}

size_t
with_number(const struct doc *d, size_t a)
{
	struct str w = a > 0 ? doc_span(d, a - 1, a - 1) : str_of(NULL, 0);
	bool counts = w.n > 3 && (str_ends(w, STR("차")) || str_ends(w, STR("회")));

	/* 제57차 */
	if (counts && str_starts(w, STR("제")) && w.n > 6 && is_digit(w.p[3]))
		return a - 1;
	/* 제 44차 */
	if (counts && a > 1 && is_digit(*w.p) && str_eq(doc_span(d, a - 2, a - 2), STR("제")))
		return a - 2;
	/* 57차 */
	if (counts && is_digit(*w.p) && str_ends(w, STR("차")) && is_spaced(d, a))
		return a - 1;
	if (a == 0 || !is_spaced(d, a) || !(is_ordinal(d, a - 1) || (year(d, a - 1) && length(d, a - 1) == 4)))
		return a;
	/* 1950-1953 Korean War */
	if (a >= 3 && (is_hyphen(d, a - 2) || is_mark(d, a - 2, MARK_DASH)) && is_glued(d, a - 1) && year(d, a - 3) && year(d, a - 1))
		return a - 3;
	if (a >= 2 && (word_is(d, a - 2, "s") || is_mark(d, a - 2, MARK_APOSTROPHE)
	    || has_class(d, a - 2, CLASS_CALENDAR) || is_mark(d, a - 2, MARK_COMMA)))
		return a;
	return a - 1;
}

size_t
number_after(const struct doc *d, size_t last)
{
	size_t i = last + 1;

	if (is_hyphen(d, i) && tok(d, i + 1)->kind == TOKEN_NUMBER && length(d, i + 1) <= 4)
		return i + 1;
	if (tok(d, i)->kind != TOKEN_NUMBER || !is_spaced(d, i) || ascii_length(d, i) > 4 || is_ordinal(d, i))
		return last;
	if (is_hyphen(d, i + 1) && tok(d, i + 2)->kind == TOKEN_NUMBER)
		return i + 2;
	if (ascii_length(d, i) < length(d, i) && !word_ends_in(doc_span(d, i, i), "에서 에 은 는 이 가 을 를 의 와 과 도 로 에는 에서는"))
		return last; /* ADEX 2025에서, but UFS 20일 */
	return ascii_length(d, i) == 2 || year(d, i) ? i : last;
}

/* "APEC summit", "Hanoi summit", "Israel-Hamas war": a lower-case head after a name. */
static void
lower_event(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = h - 1;
	const struct mention *m;

	if (h == 0 || !is_capital(d, a) || !is_spaced(d, h))
		return;
	m = known(s, a);
	if (word_in(d, h, "war wars")) {
		if (is_hyphen(d, a - 1) && a >= 2 && is_capital(d, a - 2) && length(d, a) > 1) {
			size_t first = name_left(s, a - 2);
			add_span(s, TYPE_EVENT, first, h, "war between two sides");
		}
		return;
	}
	if (!word_in(d, h, "summit summits") || !m || (has_class(d, a, CLASS_NATION) && !word_in(d, a, "nato eu un"))
	    || is_mark(d, a - 1, MARK_HYPHEN) || (m->type != TYPE_GPE && m->type != TYPE_ORG && m->type != TYPE_FAC && m->type != TYPE_LOC))
		return;
	size_t first = m->token;
	if (first > 0 && (is_mark(d, first - 1, MARK_HYPHEN) || is_mark(d, first - 1, MARK_DASH) || word_is(d, first - 1, "and")))
		return;
	add_span(s, TYPE_EVENT, with_number(d, first), h, "summit named after its place");
}

/* An event from token a to h, with the number before and after it. "57th Security Consultative Meeting" is one of a series: where
 * the name without its number is known, the whole has its id. */
static void
add_numbered(struct scan *s, size_t a, size_t h, const char *rule)
{
	const struct doc *d = s->d;
	const struct mention *series = known_as(s, a, TYPE_EVENT) ? known(s, a) : NULL;
	struct str id = { NULL, 0 }, name = { NULL, 0 };
	struct mention *m;

	if (series && series->start == tok(d, a)->start && series->end == tok(d, h)->end) {
		id = series->id;
		name = series->name;
	}
	m = add_span(s, TYPE_EVENT, with_number(d, a), number_after(d, h), rule);
	m->id = id;
	m->name = name;
}

/* "Operation Desert Storm": the last token of the name whose head is at h; h if it is none. */
static size_t
operation_end(const struct doc *d, size_t h)
{
	const uint32_t thing = CLASS_ORG | CLASS_UNIT | CLASS_FACILITY | CLASS_TITLE | CLASS_NATION | CLASS_MODIFIER,
		       no = thing | CLASS_COMMON | CLASS_CALENDAR;
	size_t last = h;

	while (last < h + 3 && is_capital(d, last + 1) && is_spaced(d, last + 1) && !has_class(d, last + 1, no))
		last++;
	return has_class(d, last + 1, thing) && is_capital(d, last + 1) ? h : last;
}

/* "Battle of the Chosin Reservoir", "Siege of Sevastopol", "Battle of Hill 303": likewise. */
static size_t
battle_end(const struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = h + (word_is(d, h + 2, "the") ? 3 : 2), last = a;
	const struct mention *m = known(s, a);

	if (!word_is(d, h + 1, "of") || !is_capital(d, a) || has_class(d, a, CLASS_COMMON | CLASS_TITLE | CLASS_CALENDAR))
		return h;
	while (m && last + 1 < d->tokens_n && tok(d, last + 1)->end <= m->end)
		last++;
	while (last < a + 3) {
		size_t next = last + 1;
		if (is_hyphen(d, next) && is_word(d, next + 1))
			last += 2;
		else if (is_capital(d, next) && is_spaced(d, next)
		    && (has_class(d, next, CLASS_PLACE | CLASS_REGION)
			|| word_in(d, next, "wood woods reservoir perimeter harbor hill ridge")))
			last++;
		else
			break;
	}
	return word_is(d, last, "hill") && tok(d, last + 1)->kind == TOKEN_NUMBER ? last + 1 : last;
}

/* "Operation Desert Storm", "First Battle of Yeonpyeong": the head stands in front. */
static bool
headed(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	bool operation = word_is(d, h, "operation");
	size_t last = operation ? operation_end(d, h) : battle_end(s, h);

	if (last == h)
		return false;
	if (!operation && h > 0 && is_capital(d, h - 1) && has_class(d, h - 1, CLASS_COMMON) && is_spaced(d, h))
		h -= word_in(d, h - 1, "first second third fourth");
	add_span(s, TYPE_EVENT, h, last, "operation or battle by its head word");
	return true;
}

void
rule_event(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a;

	if (!is_capital(d, h)) {
		lower_event(s, h);
		return;
	}
	if (word_in(d, h, "operation battle siege bombardment") && headed(s, h))
		return;
	if (word_in(d, h, "incident uprising massacre crisis offensive landing") && h > 0 && known_as(s, h - 1, TYPE_GPE)
	    && is_spaced(d, h) && !has_class(d, h - 1, CLASS_NATION) && known(s, h - 1)->end == tok(d, h - 1)->end) {
		add_span(s, TYPE_EVENT, known(s, h - 1)->token, h, "event named after its place");
		return;
	}
	if (has_class(d, h, CLASS_CALENDAR) || word_in(d, h, NO_MEETINGS))
		return;
	if (word_is(d, h, "battle") && word_in(d, h + 1, "tank tanks group groups"))
		return; /* K2 Black Panther Main Battle Tanks */
	if (word_is(d, h, "war") && is_capital(d, h + 1) && has_class(d, h + 1, CLASS_TITLE))
		return; /* U.S. War Secretary */
	a = name_left(s, h);
	if (a == h || (a + 1 == h && has_class(d, a, CLASS_COMMON | CLASS_MODIFIER | CLASS_DIRECTION) && !with_number(d, a)))
		return;
	if (a + 1 == h && word_in(d, a, PLAIN_EVENTS) && with_number(d, a) == a)
		return; /* "No THAAD, No War" */
	if (is_capital(d, h + 1) && is_spaced(d, h + 1)
	    && has_class(d, h + 1, CLASS_ORG | CLASS_EVENT | CLASS_UNIT | CLASS_LAW | CLASS_FACILITY))
		return;
	if (h - a >= 6 && is_upper(d, a) && is_upper(d, h)) /* a heading in capitals */
		return;
	add_numbered(s, a, h, "meeting by its head word");
}

/* "Ulji Freedom Guardian", "Resolute Dragon": words that make the names of exercises. Tried at the last one. */
void
rule_codename(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = h;

	if (h == 0 || known_as(s, h, TYPE_EVENT) || (known(s, h) && known(s, h)->start < tok(d, h)->start))
		return;
	if (!word_in(d, h - 1, EXERCISE_WORDS) || !is_capital(d, h - 1))
		return;
	a = h - 1;
	if (a > 0 && is_capital(d, a - 1) && is_spaced(d, a) && word_in(d, a - 1, "ulchi ulji ulchi-freedom super"))
		a--;
	add_span(s, TYPE_EVENT, a, number_after(d, h), "name of an exercise by its words");
}

/* A run of capitals that nothing else explains: a name for a drill. Returns its first token, h if there is none. */
static size_t
code_name(const struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = h;

	while (a > 0 && h - a < 4 && is_capital(d, a - 1) && is_spaced(d, a)
	    && (!known(s, a - 1) || (known_as(s, a - 1, TYPE_WEAPON) && a < h + 1))
	    && !has_class(d, a - 1, CLASS_NATION | CLASS_TITLE | CLASS_CALENDAR | CLASS_UNIT | CLASS_ORG | CLASS_MODIFIER)
	    && !(is_opening(d, a - 1) && has_class(d, a - 1, CLASS_COMMON)))
		a--;
	return a;
}

static void
drill_before(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a = code_name(s, h);

	if (a == h || is_mark(d, a - 1, MARK_HYPHEN) || is_mark(d, a - 1, MARK_DASH) || is_mark(d, a - 1, MARK_DOT))
		return;
	if (a + 1 == h && (tok(d, a)->flags & (TOKEN_OPENS | TOKEN_UPPER) || has_class(d, a, CLASS_COMMON)))
		return;
	if (a > 0 && known(s, a - 1) && is_spaced(d, a) && is_capital(d, a - 1))
		return;
	if (is_lower(d, h))
		add_span(s, TYPE_EVENT, a, h - 1, "exercise before its type word");
	else
		add_span(s, TYPE_EVENT, a, number_after(d, h), "exercise before its type word");
}

/* "exercise Iron Mace", "drills, called Vigilant Storm", "codenamed Freedom Edge". */
void
rule_drill(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t j = i + 1, last;

	drill_before(s, i);
	for (int n = 0; n < 5 && !is_capital(d, j); n++, j++)
		if (!word_in(d, j, "called named dubbed codenamed code known as the code-named") && !is_mark(d, j, MARK_COMMA)
		    && !is_mark(d, j, MARK_QUOTE) && !is_mark(d, j, MARK_APOSTROPHE) && !is_hyphen(d, j))
			return;
	if (!is_capital(d, j) || known(s, j) || has_class(d, j, CLASS_NATION | CLASS_TITLE | CLASS_CALENDAR | CLASS_ORG | CLASS_COMMON))
		return;
	for (last = j; last < j + 3 && is_capital(d, last + 1) && !known(s, last + 1) && is_spaced(d, last + 1);)
		last++;
	if (j == i + 1 && last == j && is_capital(d, i))
		return;
	/* "the next exercise, Adaptive Shield, takes place": two words between commas */
	if (j > i + 1 && is_mark(d, j - 1, MARK_COMMA)
	    && (j != i + 2 || last == j || !is_mark(d, last + 1, MARK_COMMA) || has_class(d, j, CLASS_GIVEN | CLASS_SURNAME)))
		return;
	add_span(s, TYPE_EVENT, j, number_after(d, last), "exercise after its type word");
}
