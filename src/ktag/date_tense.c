/* The tense of a date's clause, by the words around it: the nearest verb before it decides, else the next one behind it. */
#include "date_find.h"
#include "ktag_lists.h"
#include "list.h"

enum { REACH = 40 /* tokens; clauses are shorter */, LONGEST = 9 /* bytes of a word in the lists of tell() */ };

/* What a word tells of tense apart from its classes; kept in its lexeme. */
enum {
	ASKED = 1 << 0,
	SAYS_TO = 1 << 1,
	SAYS_FOR = 1 << 2,
	SAYS_NOT = 1 << 3,
	SAYS_IS = 1 << 4,       /* is are */
	SAYS_WAS = 1 << 5,      /* was were */
	SAYS_WOULD = 1 << 6,    /* would could */
	SAYS_RELATIVE = 1 << 7, /* opens a clause with a verb of its own */
	SAYS_AFTER = 1 << 8,    /* after following */
	SAYS_UNTIL = 1 << 9,    /* until till */
	SAYS_BY = 1 << 10,      /* by through */
	SAYS_HIS = 1 << 11,
	ENDS_ED = 1 << 12,
	ENDS_EED = 1 << 13,
	ENDS_ING = 1 << 14,
	SILENT = 1 << 15, /* nothing of use for the search of a verb */
	SAYS_ACCORDING = 1 << 16
};

/* What a word of those classes tells: SAYS_..., ENDS_... */
static uint32_t
tell(struct str s, uint64_t classes)
{
	static struct {
		uint32_t bit;
		struct list words;
	} lists[] = { { SAYS_TO, LIST_ITEM("to") }, { SAYS_FOR, LIST_ITEM("for") }, { SAYS_NOT, LIST_ITEM("not") },
		{ SAYS_IS, LIST_ITEM("is are") }, { SAYS_WAS, LIST_ITEM("was were") }, { SAYS_WOULD, LIST_ITEM("would could") },
		{ SAYS_RELATIVE, LIST_ITEM("that which who when") }, { SAYS_AFTER, LIST_ITEM("after following") },
		{ SAYS_UNTIL, LIST_ITEM("until till") }, { SAYS_BY, LIST_ITEM("by through") },
		{ SAYS_HIS, LIST_ITEM("its their his her s") },
		{ SAYS_ACCORDING, LIST_ITEM("according") } };
	uint32_t bits = ASKED;

	for (size_t i = 0; s.n <= LONGEST && i < sizeof lists / sizeof *lists; i++)
		if (list_has(&lists[i].words, s))
			bits |= lists[i].bit;
	if (s.n >= 4 && str_ends(s, STR("ed")))
		bits |= s.p[s.n - 3] == 'e' ? ENDS_EED : ENDS_ED;
	if (str_ends(s, STR("ing")))
		bits |= ENDS_ING;
	if (classes & (DATE_FUTURE | DATE_TOWARD | DATE_BE | DATE_PAST | DATE_PRESENT)
	    || bits & (SAYS_IS | SAYS_WAS | SAYS_RELATIVE | SAYS_AFTER | SAYS_ACCORDING | ENDS_ED))
		return bits;
	return bits | SILENT;
}

static inline uint32_t
tells(const struct finder *f, size_t i)
{
	uint32_t *memo = &lexeme_of(f->d, i)->memo[MEMO_TENSE];

	if (!*memo && date_token(f, i)->kind == TOKEN_WORD)
		*memo = tell(date_text(f, i), date_word_at(f, i)->classes);
	return *memo;
}

/* "suspended", "agreed"; not "need", "speed" */
static bool
ends_ed(const struct finder *f, size_t i, const struct date_word *w)
{
	uint32_t told = tells(f, i);

	return (told & ENDS_ED || (told & ENDS_EED && w->classes & DATE_TOWARD)) && !date_capital(f, i);
}

/* "thought to be", "appears to have been": what is held true, not what is to come */
static bool
supposed(const struct finder *f, size_t i)
{
	return i > 1 && date_among(f, i - 2, SUPPOSED);
}

/* "set to", "planned for", "due"; "is to", "were to"; "to be" */
static bool
looks_ahead(const struct finder *f, size_t i, const struct date_word *w)
{
	uint32_t next = tells(f, i + 1);

	if (w->classes & DATE_FUTURE)
		return !(next & SAYS_NOT) || !(tells(f, i) & SAYS_WOULD); /* "could not be reached on Friday" */
	if (w->classes & DATE_TOWARD)
		return w->value || next & (SAYS_TO | SAYS_FOR);
	if (w->classes & DATE_BE)
		return i > 0 && tells(f, i - 1) & SAYS_TO && !supposed(f, i);
	return next & SAYS_TO && tells(f, i) & (SAYS_IS | SAYS_WAS);
}

static bool
present_ahead(const struct finder *f, size_t i, const struct date_word *w)
{
	if (!(w->classes & DATE_PRESENT) || date_capital(f, i))
		return false;
	if (i > 1 && date_token(f, i - 1)->kind == TOKEN_NUMBER && !date_hyphen(f, i - 2))
		return false; /* "142 marks", but "Freedom Edge 24-2 ends" */
	if (i > 0 && date_is(f, i - 1, DATE_THE | DATE_ARTICLE))
		return false; /* "the visits" */
	if (!(tells(f, i) & SAYS_IS))
		return i == 0 || !(tells(f, i - 1) & SAYS_NOT);
	return date_is(f, i + 1, DATE_TOWARD) || tells(f, i + 1) & ENDS_ING;
}

/* What a word of the table before the date says; TENSE_UNKNOWN if nothing. */
static enum tense
word_before(const struct finder *f, size_t i, const struct date_word *w, bool past)
{
	if (looks_ahead(f, i, w))
		return TENSE_FUTURE;
	if (i > 0 && date_is(f, i - 1, DATE_BE))
		return TENSE_UNKNOWN; /* "will be held": "will" decides */
	if (i > 0 && w->classes & DATE_PAST && (tells(f, i - 1) & SAYS_TO || date_is(f, i - 1, DATE_FUTURE)))
		return TENSE_UNKNOWN; /* "plans to quit", "will cut" */
	if (w->classes & (DATE_PAST | DATE_FUTURE)) /* "could not" */
		return TENSE_PAST;
	return !past && present_ahead(f, i, w) ? TENSE_FUTURE : TENSE_UNKNOWN;
}

/* *open: the verb found is not that of the date ("opens on Feb. 20, after a launch in November"). */
static enum tense
tense_before(const struct finder *f, size_t first, bool *open)
{
	size_t stop = first > f->sentence + REACH ? first - REACH : f->sentence;
	const struct lexeme *items = f->d->lexicon->items;
	const struct token *tokens = f->d->tokens;
	bool past = false, comma = false;

	for (size_t i = first; i-- > stop;) {
		if (items[tokens[i].lexeme].memo[MEMO_TENSE] & SILENT)
			continue;
		if (date_token(f, i)->kind != TOKEN_WORD) {
			comma = comma || date_mark(f, i, MARK_COMMA);
			if (date_mark(f, i, MARK_COLON) || (past && date_mark(f, i, MARK_COMMA)))
				break;
			continue;
		}
		if (tells(f, i) & SAYS_ACCORDING && !comma)
			return TENSE_PAST; /* "is due this fall, according to a statement Wednesday" */
		const struct date_word *w = date_word_at(f, i);
		if (w->classes) {
			/* "brought the launcher, which goes by another name, to the base on Monday" */
			if (comma && i > 1 && date_among(f, i - 1, "which who") && date_mark(f, i - 2, MARK_COMMA))
				continue;
			/* "was to carry out what they had agreed on in June": what is done may lie on either side */
			if (tells(f, i) & SAYS_WAS && tells(f, i + 1) & SAYS_TO)
				return TENSE_UNKNOWN;
			enum tense tense = word_before(f, i, w, past);
			if (tense != TENSE_UNKNOWN)
				return tense;
			if (past && tells(f, i) & SAYS_RELATIVE)
				break;
			*open = *open || tells(f, i) & SAYS_AFTER;
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
		if (tells(f, i) & SILENT || date_token(f, i)->kind != TOKEN_WORD)
			continue;
		const struct date_word *w = date_word_at(f, i);
		if (tells(f, i) & SAYS_RELATIVE)
			break;
		if (w->classes & DATE_FUTURE || (tells(f, i) & SAYS_IS && present_ahead(f, i, w)))
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
	return date_is(f, first - 1, DATE_THE | DATE_ARTICLE) || tells(f, first - 1) & SAYS_HIS;
}

enum tense
date_tense(const struct finder *f, size_t first, size_t next)
{
	bool open = false;
	enum tense tense = tense_before(f, first, &open);
	uint32_t before = first > 0 ? tells(f, first - 1) : 0;
	bool bound = before & (SAYS_BY | SAYS_UNTIL);

	if (date_attributive(f, first, next))
		return TENSE_UNKNOWN;
	if (before & SAYS_FOR)
		return TENSE_FUTURE; /* "a briefing for Thursday" */
	if (first > 1 && date_says(f, first - 1, "of") && date_says(f, first - 2, "ahead"))
		return TENSE_FUTURE;
	/* "extended to Saturday", "put off until Friday" */
	if (first > 1 && before & (SAYS_TO | SAYS_UNTIL)
	    && (ends_ed(f, first - 2, date_word_at(f, first - 2)) || date_among(f, first - 2, "back off forward")))
		return TENSE_FUTURE;
	if (open) /* "marked the second, following one in February", but "opens in March, after one in February" */
		return tense == TENSE_PAST ? TENSE_PAST : TENSE_UNKNOWN;
	if (bound && tense == TENSE_UNKNOWN)
		return tense_behind(f, next) == TENSE_PAST ? TENSE_PAST : TENSE_FUTURE;
	if (bound)
		return tense == TENSE_PAST ? TENSE_UNKNOWN : TENSE_FUTURE;
	return tense == TENSE_UNKNOWN ? tense_behind(f, next) : tense;
}
