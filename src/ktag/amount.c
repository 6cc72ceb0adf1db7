/* Amounts: MONEY ("$6.5 billion", "8.8 trillion won", "W17 billion", "1조 3천억 원") and PERCENT ("4.7 percent",
 * "30-point-nine percent", "63%"). The currency or the percent sign sets off the rule; the number is read backwards from
 * it, or forwards behind a sign. The value is the number written out, with the currency's code of ISO 4217 ("6500000000
 * USD"). */
#include "dates.h"
#include "err.h"
#include "lexicon.h"
#include "table.h"
#include "tokens.h"
#include "words.h"

#include <stdio.h>
#include <stdlib.h>

#define WORDS 128
#define CHAIN 12 /* tokens of a number: "one-million-500-thousand" has seven */

extern const struct str table_ktag_amounts;

enum kind { KIND_NONE, KIND_UNIT, KIND_RATE, KIND_CODE, KIND_SIGN, KIND_DOLLAR, KIND_SCALE, KIND_NUMBER };

struct amount_word {
	struct str word, code;
	enum kind kind;
	int value;
	uint8_t next; /* index + 1 of the next word with the same first letter */
};

static struct amount_word words[WORDS];
static size_t words_n;
static uint8_t heads[256]; /* by first byte, in either case: index + 1 of a word */
static struct word_filter filter;

static const struct amount_word nothing;

/* Upper case of ASCII letters; other bytes as they are. */
static uint8_t
upper(char c)
{
	return (uint8_t)(c >= 'a' && c <= 'z' ? c & ~0x20 : c);
}

static void
index_word(size_t k)
{
	struct amount_word *w = &words[k];
	uint8_t c = upper(w->word.p[0]);

	w->next = heads[c];
	heads[c] = (uint8_t)(k + 1);
	word_filter_add(&filter, w->word);
}

void
amounts_load(void)
{
	static const char *const kinds[] = { "", "unit", "rate", "code", "sign", "dollar", "scale", "number" };
	struct table t;

	words_n = 0;
	memset(heads, 0, sizeof heads);
	memset(&filter, 0, sizeof filter);
	table_open(&t, STR("amounts.tsv"), table_ktag_amounts);
	while (table_row(&t, 3)) {
		struct amount_word *w = &words[words_n++];
		size_t k = 1;
		while (k < sizeof kinds / sizeof *kinds && !str_eq(t.field[1], str_z(kinds[k])))
			k++;
		if (k == sizeof kinds / sizeof *kinds || words_n == WORDS)
			table_die(&t, "no such kind of word, or too many words");
		*w = (struct amount_word) { t.field[0], t.field[2], (enum kind)k, atoi(t.field[2].p), 0 };
		index_word(words_n - 1);
	}
}

static struct str
text(const struct doc *d, size_t i)
{
	return doc_span(d, i, i);
}

static const struct amount_word *
lookup(struct str s)
{
	if (s.n == 0 || !word_filter_has(&filter, s))
		return &nothing;
	for (size_t i = heads[upper(s.p[0])]; i != 0; i = words[i - 1].next) {
		const struct amount_word *w = &words[i - 1];
		if (w->word.n != s.n)
			continue;
		if (w->kind == KIND_CODE || w->kind == KIND_DOLLAR ? str_eq(w->word, s) : str_eq_nocase(w->word, s))
			return w;
	}
	return &nothing;
}

static const struct amount_word *
word_at(const struct doc *d, size_t i)
{
	const struct token *t = tok(d, i);
	const struct amount_word *w;
	uint32_t *memo;

	if (t->kind == TOKEN_PUNCT)
		return lookup(text(d, i));
	if (t->kind != TOKEN_WORD)
		return &nothing;
	memo = &lexeme_of(d, i)->memo[MEMO_AMOUNT];
	if (!*memo) {
		w = lookup(text(d, i));
		*memo = 1 + (w == &nothing ? WORDS : (uint32_t)(w - words));
	}
	return *memo == 1 + WORDS ? &nothing : &words[*memo - 1];
}

static bool
hyphen(const struct doc *d, size_t i)
{
	return is_mark(d, i, MARK_HYPHEN) || is_mark(d, i, MARK_DASH);
}

/* Digits with their commas and decimals; what follows them goes to *rest. */
static double
digits(struct str s, struct str *rest)
{
	double n = 0, part = 0;
	size_t i = 0;

	for (; i < s.n; i++) {
		if (is_digit(s.p[i])) {
			n = part > 0 ? n + (s.p[i] - '0') * part : n * 10 + (s.p[i] - '0');
			part /= 10;
		} else if (s.p[i] == '.' && part == 0) {
			part = 0.1;
		} else if (s.p[i] != ',') {
			break;
		}
	}
	*rest = str_from(s, i);
	return n;
}

static double
power(int n)
{
	double p = 1;

	while (n-- > 0)
		p *= 10;
	return p;
}

/* What the tokens first to last say: "3.71 trillion", "one-million-500-thousand", "30-point-nine"; -1 for a range ("5-10"). */
static double
number_of(const struct doc *d, size_t first, size_t last)
{
	double total = 0, now = 0, part = 0;

	for (size_t i = first; i <= last; i++) {
		if (i > first + 1 && hyphen(d, i - 1) && tok(d, i)->kind == TOKEN_NUMBER && tok(d, i - 2)->kind == TOKEN_NUMBER)
			return -1;
		const struct amount_word *w = word_at(d, i);
		struct str rest;
		if (tok(d, i)->kind == TOKEN_NUMBER || w->kind == KIND_NUMBER) {
			double n = w->kind == KIND_NUMBER ? w->value : digits(text(d, i), &rest);
			if (part > 0) {
				now += n * (n < 10 ? part : part / 10);
			} else {
				now += n;
			}
			w = tok(d, i)->kind == TOKEN_NUMBER && rest.n ? lookup(rest) : &nothing;
		} else if (word_is(d, i, "point")) {
			part = 0.1;
		} else if (word_is(d, i, "a")) {
			now = 1;
		}
		if (w->kind == KIND_SCALE && w->value == 2) {
			now *= 100;
		} else if (w->kind == KIND_SCALE) {
			total += now * power(w->value);
			now = part = 0;
		}
	}
	return total + now;
}

static struct str
value_of(struct arena *a, double n, struct str code)
{
	char s[64];
	int len = 0;

	if (n >= 0 && n <= 1e17 && n == (double)(uint64_t)n) { /* mostly; printf is slow */
		char back[24];
		int k = 0;
		for (uint64_t left = (uint64_t)n; left || k == 0; left /= 10)
			back[k++] = (char)('0' + left % 10);
		while (k > 0)
			s[len++] = back[--k];
		s[len++] = '.';
	} else { /* above 10^9 the fourth decimal is the double's, not the text's */
		len = snprintf(s, sizeof s, "%.*f", n < 1e9 ? 4 : 1, n);
	}

	if (n < 0 || n > 1e17 || len <= 0 || len >= 48)
		return STR("");
	while (s[len - 1] == '0')
		len--; /* a point stands behind the last digit that counts */
	if (s[len - 1] == '.')
		len--;
	if (code.n) {
		s[len++] = ' ';
		memcpy(s + len, code.p, code.n);
		len += (int)code.n;
	}
	return arena_str(a, str_of(s, (size_t)len));
}

/* Is token i part of a number in words or figures: "3.71", "trillion", "point"? */
static bool
in_number(const struct doc *d, size_t i)
{
	const struct amount_word *w = word_at(d, i);
	struct str rest;

	if (tok(d, i)->kind == TOKEN_NUMBER) {
		digits(text(d, i), &rest);
		return rest.n == 0 || lookup(rest)->kind == KIND_SCALE;
	}
	if (w->kind == KIND_SCALE)
		return w->word.n > 3;
	return w->kind == KIND_NUMBER || word_is(d, i, "point");
}

/* First token of the number that ends at token `last`; last + 1 if none does. */
static size_t
number_back(const struct doc *d, size_t last)
{
	size_t first = last + 1, i = first;
	bool figure = false; /* the token behind is a bare number in digits: another before it is not of it */

	while (i > 0 && last - i + 1 < CHAIN) {
		size_t k = i - 1;
		bool joined = hyphen(d, k) && !is_spaced(d, k) && !is_spaced(d, k + 1);
		if (joined && k > 0)
			k--;
		if (!in_number(d, k) || (first <= last && !joined && tok(d, i)->kind == TOKEN_BREAK))
			break;
		bool digit = tok(d, k)->kind == TOKEN_NUMBER;
		if (digit && figure && !joined)
			break;
		figure = digit || word_at(d, k)->kind == KIND_NUMBER;
		first = i = k;
	}
	if (first > last)
		return first;
	/* "point" and a scale alone are no number; "a million" is */
	if (word_at(d, first)->kind == KIND_SCALE && first > 0 && word_is(d, first - 1, "a"))
		return first - 1;
	if (word_at(d, first)->kind == KIND_SCALE || word_is(d, first, "point"))
		return last + 1;
	return first;
}

static size_t
add(struct doc *d, enum entity_type type, size_t first, size_t last, double n, struct str code, const char *rule)
{
	doc_mention(d, type, first, tok(d, last)->end, rule)->value = value_of(d->arena, n, code);
	return last + 1;
}

/* "4.7 percent", "63%", "2.5 percentage points", "per cent"; `last` is the last token of the unit at i */
static size_t
percent(struct doc *d, size_t i, size_t last)
{
	size_t end = i > 1 && hyphen(d, i - 1) && !is_spaced(d, i) ? i - 1 : i, first;

	first = end > 0 ? number_back(d, end - 1) : end;
	if (first >= end)
		return 0;
	return add(d, TYPE_PERCENT, first, last, number_of(d, first, end - 1), STR(""), "amount-percent");
}

/* "tens of millions of dollars": the first token, with the second "of" at `of`; `of` if it is none. */
static size_t
vague_back(const struct doc *d, size_t of)
{
	size_t first = of;

	while (first > 0 && word_in(d, first - 1, "tens dozens hundreds thousands millions billions trillions")) {
		first--;
		if (first == 0 || !str_eq(text(d, first - 1), STR("of")))
			break;
		if (first > 1 && tok(d, first - 2)->kind == TOKEN_WORD)
			first--;
	}
	return first < of && str_eq(text(d, first), STR("of")) ? first + 1 : first;
}

/* "No. 3 won the seat", "and in 2022 won by a hair", "figures for 2018 won't": the bare number before "won", at i, is not what it
 * counts. */
static bool
victory(const struct doc *d, size_t i)
{
	return word_exactly(text(d, i + 1), "the a an by his her its their")
	    || (is_mark(d, i + 1, MARK_APOSTROPHE) && str_eq(text(d, i + 2), STR("t")));
}

/* "7.4 trillion won", "11 million U.S. dollars", "five Hong Kong dollars" */
static size_t
unit_behind(struct doc *d, size_t i, const struct amount_word *unit)
{
	size_t end = i, first;
	struct str code = unit->code;

	if (end > 0 && hyphen(d, end - 1) && !is_spaced(d, end))
		end--;
	for (size_t n = 0; n < 4 && end > 0 && tok(d, end - 1)->kind != TOKEN_NUMBER
	    && (tok(d, end - 1)->flags & TOKEN_CAPITAL || is_mark(d, end - 1, MARK_DOT)); n++) {
		const struct amount_word *w = word_at(d, end - 1);
		if (w->kind == KIND_NUMBER || w->kind == KIND_SCALE)
			break;
		if (w->kind == KIND_DOLLAR && w->word.n > 2 && unit->word.p[0] == 'd' && str_eq(code, STR("USD")))
			code = w->code;
		end--;
	}
	if (end == 0)
		return 0;
	first = number_back(d, end - 1);
	if (first > end - 1) {
		if (!str_eq(text(d, end - 1), STR("of")) || (first = vague_back(d, end - 1)) == end - 1)
			return 0;
		return add(d, TYPE_MONEY, first, i, -1, code, "amount-unit");
	}
	if (str_eq(unit->word, STR("won")) && first == end - 1 && victory(d, i))
		return 0;
	return add(d, TYPE_MONEY, first, i, number_of(d, first, end - 1), code, "amount-unit");
}

/* The last token of the number in digits at i with its scale; 0 if there is none. */
static size_t
number_ahead(const struct doc *d, size_t i)
{
	struct str rest;
	size_t k;

	if (tok(d, i)->kind != TOKEN_NUMBER)
		return 0;
	digits(text(d, i), &rest);
	if (rest.n && lookup(rest)->kind != KIND_SCALE)
		return 0;
	k = i + 1;
	/* "$3-5 billion" */
	if (rest.n == 0 && hyphen(d, k) && !is_spaced(d, k) && !is_spaced(d, k + 1) && tok(d, k + 1)->kind == TOKEN_NUMBER
	    && word_at(d, k + 2)->kind == KIND_SCALE)
		return k + 2;
	if (rest.n == 0 && hyphen(d, k) && !is_spaced(d, k) && word_at(d, k + 1)->kind == KIND_SCALE)
		return k + 1;
	if (rest.n == 0 && word_at(d, k)->kind == KIND_SCALE && (word_at(d, k)->word.n > 1 || !is_spaced(d, k)))
		return k;
	return i;
}

/* "$US810 million", "$A1.2 billion", as Australians write them: the sign stands at i. */
static size_t
letters_behind(struct doc *d, size_t i)
{
	struct str s = text(d, i + 1), rest;
	size_t letters = str_digit(s, 0), last = i + 1;
	const struct amount_word *w;
	double n;

	if (letters == 0 || letters > 2 || letters == s.n || is_spaced(d, i + 1) || (w = lookup(str_of(s.p, letters)))->kind != KIND_DOLLAR)
		return 0;
	if (is_mark(d, last + 1, MARK_DOT) && !is_spaced(d, last + 2) && tok(d, last + 2)->kind == TOKEN_NUMBER)
		last += 2;
	n = digits(str_of(s.p + letters, tok(d, last)->end - tok(d, i + 1)->start - letters), &rest);
	if (rest.n == 0 && word_at(d, last + 1)->kind == KIND_SCALE)
		n *= power(word_at(d, ++last)->value);
	return add(d, TYPE_MONEY, i, last, n, w->code, "amount-sign");
}

/* "$6.5 billion", "US$150 billion", "KRW 5 trillion" */
static size_t
sign_before(struct doc *d, size_t i, const struct amount_word *w)
{
	size_t last = number_ahead(d, i + 1), first = i;
	struct str code = w->code;

	if (!last && w->kind == KIND_SIGN && tok(d, i + 1)->kind == TOKEN_WORD)
		return letters_behind(d, i);
	if (!last || (w->kind == KIND_SIGN && is_spaced(d, i + 1) && is_spaced(d, i)))
		return 0;
	if (i > 0 && w->kind == KIND_SIGN && !is_spaced(d, i) && tok(d, i - 1)->kind == TOKEN_WORD
	    && word_at(d, i - 1)->kind == KIND_DOLLAR) {
		first--;
		code = word_at(d, first)->code;
	}
	return add(d, TYPE_MONEY, first, last, number_of(d, i + 1, last), code, "amount-sign");
}

/* "W17 billion", "W290,000", "KRW3.4 trillion": a currency's letters glued to its number; by itself "W17" is a designation. */
static size_t
letters_glued(struct doc *d, size_t i)
{
	struct str s = text(d, i), rest, code = STR("KRW");
	size_t last = i, letters = 1;
	double n;

	if (s.n > 3 && is_digit(s.p[3]) && lookup(str_of(s.p, 3))->kind == KIND_CODE) {
		code = lookup(str_of(s.p, 3))->code;
		letters = 3;
	} else if (s.n > 2 && is_digit(s.p[2]) && lookup(str_of(s.p, 2))->kind == KIND_CODE) { /* RM4.21 */
		code = lookup(str_of(s.p, 2))->code;
		letters = 2;
	} else if (s.p[0] != 'W') {
		return 0;
	}
	s = str_from(s, letters);
	digits(s, &rest);
	if (s.n == 0 || rest.n == s.n || (rest.n && lookup(rest)->kind != KIND_SCALE))
		return 0;
	while (rest.n == 0 && (is_mark(d, last + 1, MARK_COMMA) || is_mark(d, last + 1, MARK_DOT)) && !is_spaced(d, last + 1)
	    && !is_spaced(d, last + 2) && tok(d, last + 2)->kind == TOKEN_NUMBER)
		last += 2;
	n = digits(str_of(s.p, tok(d, last)->end - tok(d, i)->start - letters), &rest);
	if (rest.n && lookup(rest)->kind == KIND_SCALE)
		n *= power(lookup(rest)->value);
	else if (rest.n == 0 && word_at(d, last + 1)->kind == KIND_SCALE && word_at(d, last + 1)->word.n > 1)
		n *= power(word_at(d, ++last)->value);
	return last > i || letters > 1 ? add(d, TYPE_MONEY, i, last, n, code, "amount-sign") : 0;
}

/* A Hangul power of ten at s: its length; 0 if none is there. */
static size_t
hangul_scale(struct str s, double *scale)
{
	static const struct {
		const char *word;
		double scale;
	} scales[] = { { "십", 1e1 }, { "백", 1e2 }, { "천", 1e3 }, { "만", 1e4 }, { "억", 1e8 }, { "조", 1e12 } };

	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
		if (str_starts(s, str_z(scales[i].word))) {
			*scale = scales[i].scale;
			return 3;
		}
	return 0;
}

/* "1조 3천억 원", "500만달러", "30퍼센트": reads bytes, for particles are glued to the last word. */
static size_t
hangul(struct doc *d, size_t i)
{
	static const struct {
		const char *word, *code;
	} units[] = { { "원", "KRW" }, { "달러", "USD" }, { "엔", "JPY" }, { "위안", "CNY" }, { "유로", "EUR" }, { "루블", "RUB" },
		{ "파운드", "GBP" }, { "퍼센트", "" }, { "불", "USD" } };
	struct str s = str_from(d->text, tok(d, i)->start), rest;
	double total = 0, group = 0, scale;
	size_t n = 0, len;

	while (s.n > 0 && is_digit(s.p[0]) && n++ < 6) {
		double now = digits(s, &rest);
		for (s = rest; (len = hangul_scale(s, &scale)) != 0; s = str_from(s, len)) {
			if (scale >= 1e4) {
				total += (group + now) * scale;
				group = now = 0;
			} else {
				now *= scale;
			}
		}
		group += now;
		if (str_starts(s, STR("여")))
			s = str_from(s, 3);
		if (s.n > 0 && s.p[0] == ' ')
			s = str_from(s, 1);
	}
	for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
		struct str unit = str_z(units[u].word), code = str_z(units[u].code);
		if (!str_starts(s, unit) || (unit.n == 3 && str_starts(str_from(s, 3), STR("칙"))) || str_starts(s, STR("원전"))
		    || (str_eq(unit, STR("불")) && total == 0)) /* 173억불; but 2불 is rare, 2불가 a word */
			continue;
		size_t end = (size_t)(s.p - d->text.p) + unit.n;
		doc_mention(d, code.n ? TYPE_MONEY : TYPE_PERCENT, i, end, "amount-hangul")->value
		    = value_of(d->arena, total + group, code);
		return doc_token_at(d, end);
	}
	return 0;
}

static size_t
at_word(struct doc *d, size_t i)
{
	const struct amount_word *w = word_at(d, i);

	switch (w->kind) {
	case KIND_UNIT: return unit_behind(d, i, w);
	case KIND_RATE: return percent(d, i, i);
	case KIND_SIGN: return sign_before(d, i, w);
	case KIND_CODE: {
		size_t next = sign_before(d, i, w);
		return next ? next : unit_behind(d, i, w);
	}
	default: break;
	}
	if (str_eq(text(d, i), STR("%")))
		return percent(d, i, i);
	if (tok(d, i)->kind != TOKEN_WORD)
		return 0;
	if (word_is(d, i, "per") && word_is(d, i + 1, "cent"))
		return percent(d, i, i + 1);
	if (word_is(d, i, "percentage") && word_exactly(text(d, i + 1), "point points"))
		return percent(d, i, i + 1);
	return text(d, i).n > 1 ? letters_glued(d, i) : 0;
}

bool
amount_calls(struct str word)
{
	const struct amount_word *w = lookup(word);

	if ((w->kind > KIND_NONE && w->kind <= KIND_CODE) || str_eq_nocase(word, STR("per")) || str_eq_nocase(word, STR("percentage")))
		return true;
	/* "W17", "KRW3", "RM4" */
	return word.n > 1
	    && (word.p[0] == 'W' || (word.n > 2 && word.p[0] >= 'A' && word.p[0] <= 'Z'
		    && (is_digit(word.p[2]) || (word.n > 3 && is_digit(word.p[3])))));
}

void
amounts_find(struct doc *d)
{
	for (size_t i = 0, next; (i = doc_next(d, i, CALL_AMOUNT)) < d->tokens_n; i = next > i ? next : i + 1) {
		const struct token *t = &d->tokens[i];
		next = 0;
		if (t->kind == TOKEN_NUMBER) {
			const struct token *then = tok(d, i + 1);
			if ((uint8_t)d->text.p[t->end - 1] >= 0x80 || (then->kind == TOKEN_WORD && then->flags & TOKEN_HANGUL))
				next = hangul(d, i);
		} else {
			next = at_word(d, i);
		}
	}
}
