#include "pagedate_token.h"
#include "utf8.h"

static size_t
blank(struct str s, size_t i)
{
	size_t from = i;

	while (i < s.n) {
		if (s.p[i] == ' ' || s.p[i] == '\t')
			i++;
		else if (s.p[i] == '\xC2' && i + 1 < s.n && s.p[i + 1] == '\xA0')
			i += 2;
		else
			break;
	}
	return i - from;
}

/* `202417 Oct 2024`: the day of the same date printed again is stuck to the year; `20244:31 PM`: the time is. */
static bool
glued(struct str s)
{
	size_t n = str_digits_end(s, 0);

	if (n < 1 || n > 2 || n + 1 >= s.n)
		return false;
	return (s.p[n] == ' ' && in_word(s.p[n + 1])) || (s.p[n] == ':' && is_digit(s.p[n + 1]));
}

size_t
pagedate_number(struct str s, size_t i, struct token *t)
{
	size_t n = 0;

	t->kind = T_NUMBER;
	while (i + n < s.n && is_digit(s.p[i + n])) {
		if (n == 4 && t->value >= 1990 && t->value <= 2099 && glued(str_from(s, i + 4)))
			break;
		if (n < 9)
			t->value = t->value * 10 + (s.p[i + n] - '0');
		n++;
	}
	t->digits = n < 99 ? (int)n : 99;
	return n;
}

/* A word of letters. `5:37pmEDT` and `10:46Updated` glue words to numbers, `2026Jan` as well: a change of kind ends a token, and
 * so does an upper-case letter behind a lower-case one, or between others and a lower-case one, `MIN READMay 9`. Korean units end
 * at the next digit or blank. */
size_t
pagedate_letters(struct str s, size_t i, struct token *t)
{
	enum kind { NONE, SMALL, CAPITAL, BEYOND, SIGN };
	static const unsigned char kinds[256] = { ['a' ... 'z'] = SMALL, ['A' ... 'Z'] = CAPITAL, [0x80 ... 0xC1] = BEYOND, [0xC2] = SIGN,
		[0xC3 ... 0xE1] = BEYOND, [0xE2] = SIGN, [0xE3 ... 0xFF] = BEYOND };
	size_t from = i;
	enum kind before = NONE, kind;

	t->kind = T_WORD;
	for (; i < s.n && (kind = (enum kind)kinds[(unsigned char)s.p[i]]) != NONE; before = kind, i++) {
		if (kind == SMALL && before == CAPITAL && i >= from + 3)
			return i - 1 - from;
		if ((kind == CAPITAL && before == SMALL) || (kind == SIGN && s.n - i >= (s.p[i] == '\xC2' ? 2 : 3)))
			break;
	}
	return i - from;
}

static size_t
token_sign(struct str s, size_t i, struct token *t)
{
	size_t len;
	uint32_t c = utf8_decode(s.p + i, s.n - i, &len);

	t->kind = T_SIGN;
	t->sign = c < 128 ? (char)c : '?';
	if (c >= 0x2010 && c <= 0x2015)
		t->sign = '-';
	if (c == 0xB7 || c == 0x2022 || c == 0x2503 || c == 0x318D || c == 0xFF5C)
		t->sign = '|';
	return len;
}

static void
token_mean(const struct pagedate_words *words, struct token *t)
{
	static const struct str units[] = { STR_ITEM("년"), STR_ITEM("월"), STR_ITEM("일"), STR_ITEM("시"), STR_ITEM("분"), STR_ITEM("초") };
	const struct word *w = pagedate_word(words, t->s);

	for (size_t i = 0; !w && (*t->s.p & 0x80) && i < sizeof units / sizeof *units; i++)
		if (str_starts(t->s, units[i])) { /* 4일에는: the unit, then particles */
			t->word = WORD_UNIT;
			t->value = "ymdhis"[i];
			return;
		}
	if (w) {
		t->word = (enum word_kind)w->kind;
		t->value = w->value;
	}
}

void
pagedate_token(struct scan *c)
{
	struct token *t = &c->token[c->n];
	size_t n = blank(c->s, c->at);

	*t = (struct token) { .spaced = n > 0 };
	c->at += n;
	if (c->at >= c->s.n || c->n == TOKENS - 1) {
		*t = (struct token) { .kind = T_END, .s = { c->s.p + c->s.n, 0 } };
		c->ended = true;
		return;
	}
	n = 0;
	if (is_digit(c->s.p[c->at]))
		n = pagedate_number(c->s, c->at, t);
	else if (in_word(c->s.p[c->at]))
		n = pagedate_letters(c->s, c->at, t);
	if (n == 0)
		n = token_sign(c->s, c->at, t);
	t->s = str_of(c->s.p + c->at, n);
	if (t->kind == T_WORD)
		token_mean(c->words, t);
	c->at += n;
	c->n++;
}
