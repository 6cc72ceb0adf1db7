/* What the rules of dates share: the text they read and the story's time as far as it is told. Internal to dates.c and date_*.c.
 *
 * A rule looks at the token where a date may begin and returns the token behind the last mention it added, 0 if it is none. */
#ifndef KTAG_DATE_FIND_H
#define KTAG_DATE_FIND_H

#include "date.h"
#include "date_word.h"
#include "lexicon.h"
#include "tokens.h"

struct finder {
	struct doc *d;
	struct date published; /* the article's date */
	struct date last;      /* the date named last: what "the same day" and "the year before" count from */
	struct date last_day;  /* the same, of those that name a day */
	struct date near;      /* the last of those within three days of the article's: what the news is about */
	struct date latest;    /* the latest day or year of the past that a text without a date of its own gives with its year */
	size_t last_at;        /* its token */
	size_t last_day_at;    /* that of last_day */
	bool last_told;        /* its year stands in the text, or follows from one that does */
	bool last_weekday;     /* it was a weekday by its name */
	bool last_month;       /* its month stands in the text, or follows from one that does */
	size_t done;           /* tokens before it belong to mentions */
	size_t sentence, before; /* first tokens of this sentence and of the one before in its paragraph */
	size_t paragraph[3];     /* first tokens of this paragraph and the two before */
};

enum { NEAR = 3 }; /* days */

enum tense { TENSE_UNKNOWN, TENSE_PAST, TENSE_FUTURE };

/* The tense of the verb that a date from token `first` to before `next` goes with. */
enum tense date_tense(const struct finder *f, size_t first, size_t next);

/* "a June agreement", "the Sept. 19, 2018, accord": the clause's verb says nothing about it, nor does the story go on from it. */
bool date_attributive(const struct finder *f, size_t first, size_t next);

/* A number token: "1,022" has value 1022 and is not plain. Letters behind the digits are the suffix. */
struct number {
	int value;
	unsigned digits;
	bool plain; /* digits without inner marks */
	struct str text, suffix;
};

/* Is token i a number? Fills in *n. */
bool date_number(const struct finder *f, size_t i, struct number *n);

/* Adds the mention from token `first` to token `last`, and makes it the date named last. Returns last + 1. `told`: its year
 * stands in the text, or follows from one that does. */
size_t date_found(struct finder *f, size_t first, size_t last, struct date date, bool told, const char *rule);

/* The same up to byte `end` of token `last`. */
size_t date_found_part(struct finder *f, size_t first, size_t last, size_t end, struct date date, bool told,
    const char *rule);

/* The year of a month (and day, or 0) that stands at tokens first to before next without one; 0 if nothing tells it. *told: the
 * text itself does. */
int date_year_of(const struct finder *f, int month, int day, size_t first, size_t next, bool *told);

/* The day of a month that is not named ("the 26th"). */
struct date date_day_of(const struct finder *f, int day, size_t first, size_t next);

/* The weekday (1 Monday to 7) of a text. */
struct date date_weekday_of(const struct finder *f, int weekday, size_t first, size_t next);

/* The date that a count in `unit` starts from in the story. */
struct date date_told(const struct finder *f, enum grain unit);

/* The day of a month: "4", "4th". */
bool date_day_at(const struct finder *f, size_t i, int *day);

/* What joins two days or months of a list or range; the token behind it, 0 if nothing does. */
size_t date_joint(const struct finder *f, size_t i);

/* Does "the" stand before token i? */
bool date_the_before(const struct finder *f, size_t i);

/* Rules. */
size_t date_at_number(struct finder *f, size_t i); /* date_digits.c */
size_t date_at_month(struct finder *f, size_t first, size_t i); /* date_month.c: first: where its mention begins */
size_t date_day_month(struct finder *f, size_t i);
/* "Thursday, January 18", "Tuesday 4 November": the mention begins at `first`, its month or day may stand at k; 0 if not. */
size_t date_weekday_date(struct finder *f, size_t first, size_t k);
size_t date_ordinal_of_month(struct finder *f, size_t i, int day); /* "fourth of July" */
size_t date_at_weekday(struct finder *f, size_t i); /* date_weekday.c */
size_t date_ordinal_day(struct finder *f, size_t i, const struct number *n);
size_t date_at_relative(struct finder *f, size_t i, const struct date_word *w); /* date_relative.c: this, last, next, same */
size_t date_at_unit(struct finder *f, size_t i, const struct date_word *w); /* a day earlier, two weeks ago, the end of the year */
size_t date_at_compare(struct finder *f, size_t i);
size_t date_at_season(struct finder *f, size_t i, const struct date_word *w);
size_t date_year_part(struct finder *f, size_t i, int year); /* date_part.c; "2024 third quarter": the year stands at i */
size_t date_part_sign(struct finder *f, size_t i); /* "Q3 2025", "3Q" */
size_t date_ordinal_part(struct finder *f, size_t i, int n);
size_t date_at_hangul(struct finder *f, size_t i); /* date_hangul.c: a Hangul word or a number with a Hangul unit */

/* Reads the table of Hangul words; to be called once, before the first article. */
void date_hangul_load(void);

/* A month named by direction: "last November" is the latest November before this month. */
struct date date_month_toward(struct date today, int month, int direction);

/* Token i of the text, and its bytes. */
static inline const struct token *
date_token(const struct finder *f, size_t i)
{
	return tok(f->d, i);
}

static inline struct str
date_text(const struct finder *f, size_t i)
{
	return doc_span(f->d, i, i);
}

/* What the table says of it; its `classes` are 0 if that is nothing. */
static inline const struct date_word *
date_word_at(const struct finder *f, size_t i)
{
	struct lexeme *l = lexeme_of(f->d, i);

	if (!l->memo[MEMO_DATE]) {
		if (date_token(f, i)->kind != TOKEN_WORD)
			return date_word(str_of("", 0));
		l->memo[MEMO_DATE] = 1 + date_word_index(date_text(f, i));
	}
	return &date_words[l->memo[MEMO_DATE] - 1];
}

/* Is token i a word of one of these classes? */
static inline bool
date_is(const struct finder *f, size_t i, uint64_t classes)
{
	return (date_word_at(f, i)->classes & classes) != 0;
}

/* Is it this word, whatever its case? */
static inline bool
date_says(const struct finder *f, size_t i, const char *word)
{
	return word_is(f->d, i, word);
}

/* Is it one of the words of a list? */
#define date_among(f, i, words) word_in((f)->d, i, words)

/* Is it punctuation of that kind? */
static inline bool
date_mark(const struct finder *f, size_t i, int mark)
{
	return is_mark(f->d, i, mark);
}

/* A hyphen, dash or tilde: what stands between the ends of a range. */
static inline bool
date_hyphen(const struct finder *f, size_t i)
{
	return date_mark(f, i, MARK_HYPHEN) || date_mark(f, i, MARK_DASH)
	    || (date_mark(f, i, MARK_OTHER) && word_exactly(date_text(f, i), "~ ∼"));
}

/* No white space before it. */
static inline bool
date_glued(const struct finder *f, size_t i)
{
	return !is_spaced(f->d, i);
}

/* It opens with a capital. */
static inline bool
date_capital(const struct finder *f, size_t i)
{
	return is_capital(f->d, i);
}

/* Does a date that stands for itself end before token i? */
bool date_ends(const struct finder *f, size_t i);

/* A year in four digits. */
bool date_year_at(const struct finder *f, size_t i, int *year);

/* "last year", "of that year", "this year" behind a month or a part of the year: the token behind it and the year; 0 if there is
 * none. */
size_t date_year_named(const struct finder *f, size_t i, int *year, bool *told);

/* The first token of "early", "mid-", "late", "mid-to-late" before token i; i if there is none. */
size_t date_edge(const struct finder *f, size_t i);

/* A month word and its period: the token behind it; 0 if there is none. */
size_t date_month_word(const struct finder *f, size_t i, int *month);

#endif
