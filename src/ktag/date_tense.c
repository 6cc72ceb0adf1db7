/* The tense of a date's clause, by the words around it: the nearest verb before it decides, else the next one behind it. */
#include "date_find.h"

#define REACH 40 /* tokens; clauses are shorter */

/* "suspended", "agreed"; not "need", "speed" */
static bool
ends_ed(const struct finder *f, size_t i, const struct date_word *w)
{
	struct str s = date_text(f, i);

	return s.n >= 4 && !date_capital(f, i) && str_ends(s, STR("ed")) && (s.p[s.n - 3] != 'e' || w->classes & DATE_TOWARD);
}

static bool
ends_ing(const struct finder *f, size_t i)
{
	return str_ends(date_text(f, i), STR("ing"));
}

/* "thought to be", "appears to have been": what is held true, not what is to come */
static bool
supposed(const struct finder *f, size_t i)
{
	return i > 1 && date_among(f, i - 2, "thought believed said known reported understood considered estimated deemed assumed "
	    "suspected presumed found seen shown seems seemed appears appeared claimed alleged rumored rumoured judged proved proven");
}

/* "set to", "planned for", "due"; "is to", "were to"; "to be" */
static bool
looks_ahead(const struct finder *f, size_t i, const struct date_word *w)
{
	bool to = date_says(f, i + 1, "to");

	if (w->classes & DATE_FUTURE)
		return !date_says(f, i + 1, "not") || !date_among(f, i, "would could"); /* "could not be reached on Friday" */
	if (w->classes & DATE_TOWARD)
		return w->value || to || date_says(f, i + 1, "for");
	if (w->classes & DATE_BE)
		return i > 0 && date_says(f, i - 1, "to") && !supposed(f, i);
	return to && date_among(f, i, "is are was were");
}

static bool
present_ahead(const struct finder *f, size_t i, const struct date_word *w)
{
	if (!(w->classes & DATE_PRESENT) || date_capital(f, i))
		return false;
	if (i > 0 && (date_token(f, i - 1)->kind == TOKEN_NUMBER || date_is(f, i - 1, DATE_THE | DATE_ARTICLE)))
		return false; /* "142 marks", "the visits" */
	if (!date_says(f, i, "is") && !date_says(f, i, "are"))
		return i == 0 || !date_says(f, i - 1, "not");
	return date_is(f, i + 1, DATE_TOWARD) || ends_ing(f, i + 1);
}

/* Opens a clause with a verb of its own. */
static bool
relative(const struct finder *f, size_t i)
{
	return date_among(f, i, "that which who when");
}

/* What a word of the table before the date says; TENSE_UNKNOWN if nothing. */
static enum tense
word_before(const struct finder *f, size_t i, const struct date_word *w, bool past)
{
	if (looks_ahead(f, i, w))
		return TENSE_FUTURE;
	if (i > 0 && date_is(f, i - 1, DATE_BE))
		return TENSE_UNKNOWN; /* "will be held": "will" decides */
	if (w->classes & (DATE_PAST | DATE_FUTURE)) /* "could not" */
		return TENSE_PAST;
	return !past && present_ahead(f, i, w) ? TENSE_FUTURE : TENSE_UNKNOWN;
}

/* *open: the verb found is not that of the date ("opens on Feb. 20, after a launch in November"). */
static enum tense
tense_before(const struct finder *f, size_t first, bool *open)
{
	size_t stop = first > f->sentence + REACH ? first - REACH : f->sentence;
	bool past = false, comma = false;

	for (size_t i = first; i-- > stop;) {
		comma = comma || date_mark(f, i, MARK_COMMA);
		if (date_mark(f, i, MARK_COLON) || (past && date_mark(f, i, MARK_COMMA)))
			break;
		if (date_token(f, i)->kind != TOKEN_WORD)
			continue;
		const struct date_word *w = date_word_at(f, i);
		if (w->classes) {
			/* "brought the launcher, which goes by another name, to the base on Monday" */
			if (comma && i > 1 && date_among(f, i - 1, "which who") && date_mark(f, i - 2, MARK_COMMA))
				continue;
			enum tense tense = word_before(f, i, w, past);
			if (tense != TENSE_UNKNOWN)
				return tense;
			if (past && relative(f, i))
				break;
			*open = *open || date_among(f, i, "after following");
		}
		if (!ends_ed(f, i, w) || (i > 0 && date_is(f, i - 1, DATE_BE)))
			continue;
		if (i + 2 >= first)
			return TENSE_PAST; /* "imposed in July" */
		/* ", aimed at" is a participle */
		past = past || !(i > 0 && date_mark(f, i - 1, MARK_COMMA));
	}
	return past ? TENSE_PAST : TENSE_UNKNOWN;
}

static enum tense
tense_behind(const struct finder *f, size_t next)
{
	for (size_t i = next; i < next + REACH && i < f->d->tokens_n; i++) {
		if (date_token(f, i)->kind == TOKEN_BREAK || date_token(f, i)->flags & TOKEN_SENTENCE)
			break;
		if (date_token(f, i)->kind != TOKEN_WORD)
			continue;
		const struct date_word *w = date_word_at(f, i);
		if (relative(f, i))
			break;
		if (w->classes & DATE_FUTURE || (present_ahead(f, i, w) && (date_says(f, i, "is") || date_says(f, i, "are"))))
			return TENSE_FUTURE;
		if (w->classes & DATE_PAST && !looks_ahead(f, i, w))
			return TENSE_PAST;
		if (ends_ed(f, i, w))
			return TENSE_PAST;
	}
	return TENSE_UNKNOWN;
}

bool
date_attributive(const struct finder *f, size_t first, size_t next)
{
	if (first == 0 || date_token(f, next)->kind != TOKEN_WORD || date_ends(f, next))
		return false;
	return date_is(f, first - 1, DATE_THE | DATE_ARTICLE) || date_among(f, first - 1, "its their his her s");
}

enum tense
date_tense(const struct finder *f, size_t first, size_t next)
{
	bool open = false;
	enum tense tense = tense_before(f, first, &open);
	bool bound = first > 0 && date_among(f, first - 1, "by until till through");

	if (date_attributive(f, first, next))
		return TENSE_UNKNOWN;
	if (first > 0 && date_says(f, first - 1, "for"))
		return TENSE_FUTURE; /* "a briefing for Thursday" */
	if (first > 1 && date_says(f, first - 1, "of") && date_says(f, first - 2, "ahead"))
		return TENSE_FUTURE;
	/* "extended to Saturday", "put off until Friday" */
	if (first > 1 && date_among(f, first - 1, "to until till")
	    && (ends_ed(f, first - 2, date_word_at(f, first - 2)) || date_among(f, first - 2, "back off forward")))
		return TENSE_FUTURE;
	if (open)
		return TENSE_UNKNOWN;
	if (bound && tense == TENSE_UNKNOWN)
		return tense_behind(f, next) == TENSE_PAST ? TENSE_PAST : TENSE_FUTURE;
	if (bound)
		return tense == TENSE_PAST ? TENSE_UNKNOWN : TENSE_FUTURE;
	return tense == TENSE_UNKNOWN ? tense_behind(f, next) : tense;
}
