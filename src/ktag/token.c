/* Cuts text into tokens, and says where sentences start. One pass, no look back further than one token. */
#include "digit.h"
#include "lexicon.h"
#include "utf8.h"
#include "words.h"

#include <stddef.h>
#include <utf8proc.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { PUNCT, LOWER, UPPER, DIGIT, BLANK, LINE };

/* Bytes of more than one go by their code point: kind_wide. Here they are PUNCT. */
static const uint8_t kind_of[256] = {
	['\t'] = BLANK, ['\n'] = LINE, ['\r'] = BLANK, [' '] = BLANK, ['\v'] = BLANK, ['\f'] = BLANK,
	['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT,
	['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT, ['8'] = DIGIT, ['9'] = DIGIT,
	['A'] = UPPER, ['B'] = UPPER, ['C'] = UPPER, ['D'] = UPPER, ['E'] = UPPER, ['F'] = UPPER, ['G'] = UPPER,
	['H'] = UPPER, ['I'] = UPPER, ['J'] = UPPER, ['K'] = UPPER, ['L'] = UPPER, ['M'] = UPPER, ['N'] = UPPER,
	['O'] = UPPER, ['P'] = UPPER, ['Q'] = UPPER, ['R'] = UPPER, ['S'] = UPPER, ['T'] = UPPER, ['U'] = UPPER,
	['V'] = UPPER, ['W'] = UPPER, ['X'] = UPPER, ['Y'] = UPPER, ['Z'] = UPPER,
	['a'] = LOWER, ['b'] = LOWER, ['c'] = LOWER, ['d'] = LOWER, ['e'] = LOWER, ['f'] = LOWER, ['g'] = LOWER,
	['h'] = LOWER, ['i'] = LOWER, ['j'] = LOWER, ['k'] = LOWER, ['l'] = LOWER, ['m'] = LOWER, ['n'] = LOWER,
	['o'] = LOWER, ['p'] = LOWER, ['q'] = LOWER, ['r'] = LOWER, ['s'] = LOWER, ['t'] = LOWER, ['u'] = LOWER,
	['v'] = LOWER, ['w'] = LOWER, ['x'] = LOWER, ['y'] = LOWER, ['z'] = LOWER,
};

static const uint8_t mark_of[128] = {
	['-'] = MARK_HYPHEN, ['.'] = MARK_DOT, [','] = MARK_COMMA, ['?'] = MARK_STOP, ['!'] = MARK_STOP,
	[':'] = MARK_COLON, [';'] = MARK_COLON, ['\''] = MARK_APOSTROPHE, ['`'] = MARK_APOSTROPHE, ['"'] = MARK_QUOTE,
	['('] = MARK_OPEN, ['['] = MARK_OPEN, ['<'] = MARK_OPEN, ['{'] = MARK_OPEN,
	[')'] = MARK_CLOSE, [']'] = MARK_CLOSE, ['>'] = MARK_CLOSE, ['}'] = MARK_CLOSE,
	['/'] = MARK_SLASH, ['&'] = MARK_AMPERSAND,
};

/* Does a word go on with that byte, or must one look closer? */
static const bool goes_on[256] = { ['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true, ['5'] = true, ['6'] = true,
	['7'] = true, ['8'] = true, ['9'] = true, [0x80 ... 0xFF] = true };

static const uint8_t mark_calls[] = {
	[MARK_OTHER] = CALL_AMOUNT | CALL_JOINT, /* $, %, № */
	[MARK_HYPHEN] = CALL_JOINT | CALL_NAME, [MARK_DOT] = CALL_JOINT, [MARK_APOSTROPHE] = CALL_JOINT, [MARK_QUOTE] = CALL_JOINT,
	[MARK_MIDDLE] = 0,
};

static uint8_t
mark_wide(uint32_t c)
{
	switch (c) {
	case 0x2010: case 0x2011: case 0x2012: case 0x2212: return MARK_HYPHEN;
	case 0x2013: case 0x2014: case 0x2015: return MARK_DASH;
	case 0x2018: case 0x2019: case 0xB4: return MARK_APOSTROPHE;
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0xAB:
	case 0xBB:
	case 0x300A:
	case 0x300B:
	case 0x300C:
	case 0x300D:
	case 0x300E:
	case 0x300F: return MARK_QUOTE;
	case 0x3010: case 0x3008: case 0xFF08: return MARK_OPEN;
	case 0x3011: case 0x3009: case 0xFF09: return MARK_CLOSE;
	case 0x3002: case 0xFF01: case 0xFF1F: return MARK_STOP;
	case 0xB7: case 0x318D: case 0x2024: case 0x2027: case 0x30FB: case 0x2022: return MARK_MIDDLE;
	default: return MARK_OTHER;
	}
}

/* What a code point above ASCII is: LOWER stands for any letter that is not upper case. */
static int
kind_wide(uint32_t c)
{
	if (c >= 0xAC00 && c <= 0xD7A3)
		return LOWER;
	if (c == 0xA0 || c == 0x3000)
		return BLANK;
	if (c == 0x318D || !utf8_is_word(c)) /* the letter araea, as a dot: 한ㆍ미 */
		return PUNCT;
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LT: return UPPER;
	case UTF8PROC_CATEGORY_ND: return DIGIT;
	default: return LOWER;
	}
}

/* The kind of what stands at byte i, and its length. */
static inline int
kind_at(struct str text, size_t i, size_t *len)
{
	uint8_t b = (uint8_t)text.p[i];

	if (b < 0x80) {
		*len = 1;
		return kind_of[b];
	}
	return kind_wide(utf8_point(text.p + i, text.n - i, len));
}

/* Curly quotes and dashes, U+2000 to U+203F: no word goes on with one. */
static inline bool
curly(struct str text, size_t i)
{
	return i + 1 < text.n && (uint8_t)text.p[i] == 0xE2 && (uint8_t)text.p[i + 1] == 0x80;
}

enum { WINDOW = 64, PLAIN = 15 /* bytes of the longest word that is its own key */ };

/* A stretch of text. */
struct window {
	size_t from;           /* its first byte of the text */
	const char *p;         /* the same; 16 bytes more can be read */
	uint64_t others;       /* a bit for every byte that is no letter of ASCII */
	char end[WINDOW + 32]; /* copy of the last stretch, with a line end behind it */
};

static void
window_move(struct window *w, struct str text, size_t i)
{
	w->from = i;
	w->p = text.p + i;
	w->others = 0;
	if (text.n - i < WINDOW + 16) {
		memset(w->end, 0, sizeof w->end);
		memcpy(w->end, w->p, text.n - i);
		w->end[text.n - i] = '\n';
		w->p = w->end;
	}
#ifdef __SSE2__
	for (unsigned k = 0; k < WINDOW; k += 16) {
		__m128i v = _mm_or_si128(_mm_loadu_si128((const __m128i *)(const void *)(w->p + k)), _mm_set1_epi8(0x20));
		__m128i past = _mm_subs_epu8(_mm_sub_epi8(v, _mm_set1_epi8('a')), _mm_set1_epi8('z' - 'a'));

		w->others |= (uint64_t)(uint16_t)~_mm_movemask_epi8(_mm_cmpeq_epi8(past, _mm_setzero_si128())) << k;
	}
#else
	for (unsigned k = 0; k < WINDOW; k++)
		w->others |= (uint64_t)(kind_of[(uint8_t)w->p[k]] != LOWER && kind_of[(uint8_t)w->p[k]] != UPPER) << k;
#endif
}

/* Half of the key of a word of n bytes (lexicon.h): what of bytes from to from + 7 belongs to it. */
static inline uint64_t
half_key(const char *p, size_t n, size_t from)
{
	static const char masks[32] = { -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1 };
	uint64_t bytes, mask;

	memcpy(&bytes, p + from, 8);
	memcpy(&mask, masks + 16 - n + from, 8);
	return bytes & mask;
}

/* The end of any word: with accents, digits, in other scripts. */
static size_t
scan_word(struct str text, size_t i)
{
	size_t len;

	while (i < text.n) {
		int kind = kind_at(text, i, &len);
		if (kind != LOWER && kind != UPPER && kind != DIGIT)
			break;
		i += len;
	}
	return i;
}

uint8_t
token_kind(struct str word, uint8_t *flags)
{
	size_t len, upper = 0, lower = 0;
	int first = kind_at(word, 0, &len);

	*flags = 0;
	if (first == DIGIT)
		return TOKEN_NUMBER;
	if (len == 3 && first == LOWER && utf8_is_korean(utf8_decode(word.p, word.n, &len)))
		*flags = TOKEN_HANGUL;
	for (size_t i = 0; first == UPPER && i < word.n; i += len) {
		int kind = kind_at(word, i, &len);
		upper += kind == UPPER;
		lower += kind == LOWER;
	}
	if (first == UPPER)
		*flags = TOKEN_CAPITAL | (lower == 0 && upper > 1 ? TOKEN_UPPER : 0);
	return TOKEN_WORD;
}

/* "1,022", "4.5", "57th", "35A" */
static size_t
scan_number(struct str text, size_t i)
{
	size_t len;

	while (i < text.n) {
		uint8_t b = (uint8_t)text.p[i];
		if (is_digit(b)) {
			i++;
			continue;
		}
		int kind = kind_at(text, i, &len);
		if (kind == DIGIT || kind == LOWER || kind == UPPER)
			i += len;
		else if ((text.p[i] == ',' || text.p[i] == '.') && i + 1 < text.n && kind_of[text.p[i + 1] & 0x7f] == DIGIT
		    && (uint8_t)text.p[i + 1] < 0x80 && kind_of[text.p[i - 1] & 0x7f] == DIGIT)
			i++;
		else
			break;
	}
	return i;
}

/* Is the word before a full stop one that is written with it ("Gen.", "U.S.", "Sept.")? */
static bool
abbreviated(const struct doc *d, const struct token *word)
{
	size_t n = word->end - word->start;

	if (word->kind != TOKEN_WORD)
		return false;
	return (n == 1 && word->flags & TOKEN_CAPITAL) || word->classes & CLASS_ABBREVIATION
	    || (n == 2 && d->text.p[word->end - 1] == 'h' && word->flags & TOKEN_CAPITAL);
}

/* The, It, But: a word that a sentence opens with, and no name goes on with ("U.S. State Department"). */
static bool
opener(const struct token *t)
{
	return t->classes & CLASS_COMMON
	    && !(t->classes & (CLASS_TITLE | CLASS_MODIFIER | CLASS_ORG | CLASS_REGION | CLASS_UNIT | CLASS_NOUN | CLASS_LAW | CLASS_EVENT
	    | CLASS_FACILITY | CLASS_PLACE));
}

/* Does a sentence start at t, given that the last one may have ended at the mark `stop`? */
static bool
opens_sentence(const struct doc *d, const struct token *t, const struct token *stop)
{
	const struct token *word = stop - 1;

	if (t->mark == MARK_COMMA || (t->kind == TOKEN_WORD && !(t->flags & (TOKEN_CAPITAL | TOKEN_HANGUL))))
		return false; /* "R-La., said" */
	if (stop->mark == MARK_STOP)
		return true;
	if (stop == d->tokens || !(stop->flags & TOKEN_SPACE ? 0 : 1))
		return true;
	if (t->flags & TOKEN_SPACE || t->kind == TOKEN_PUNCT)
		return !abbreviated(d, word) || opener(t);
	/* "on Tuesday.The ministry": glued, but not "en.yna.co.kr" or "U.S.A." */
	return t->kind == TOKEN_WORD && word->kind == TOKEN_WORD && word->end - word->start > 2
	    && !(word->flags & TOKEN_UPPER) && t->end - t->start > 1;
}

struct cutter {
	struct doc *d;
	size_t stop;  /* index + 1 of a mark that may have ended a sentence; 0 if there is none */
	bool opening; /* a sentence or quotation has begun, its first word not yet */
	size_t paragraph; /* its first token */
	bool alert;   /* one of the two, or a paragraph begins: else a word in mid-sentence changes nothing */
};

static void
mark_sentence(struct cutter *c, struct token *t)
{
	struct doc *d = c->d;
	size_t index = (size_t)(t - d->tokens);

	if (t->kind == TOKEN_BREAK) {
		c->stop = 0;
		c->opening = false;
		return;
	}
	if (index == 0 || t[-1].kind == TOKEN_BREAK) {
		t->flags |= TOKEN_SENTENCE;
		c->opening = true;
	} else if (c->stop) {
		bool closes = t->kind == TOKEN_PUNCT && !(t->flags & TOKEN_SPACE)
		    && (t->mark == MARK_QUOTE || t->mark == MARK_APOSTROPHE || t->mark == MARK_CLOSE);
		if (closes)
			return;
		if (opens_sentence(d, t, &d->tokens[c->stop - 1])) {
			t->flags |= TOKEN_SENTENCE;
			c->opening = true;
		}
		c->stop = 0;
	}
	if (t->kind != TOKEN_PUNCT) {
		if (c->opening)
			t->flags |= TOKEN_OPENS;
		c->opening = false;
	} else if (t->mark == MARK_QUOTE) {
		c->opening = t->flags & TOKEN_SPACE || c->opening;
	} else if (t->mark == MARK_DOT || t->mark == MARK_STOP) {
		c->stop = index + 1;
	}
}

/* A paragraph that ends at token `end` and began at `first`: is it a heading, its words capitalised for show? */
static void
mark_heading(struct doc *d, size_t first, size_t end)
{
	size_t words = 0, capitals = 0;

	/* headings are short, one sentence, and have no full stop; "General X, commander of the Y;" is one of a list */
	if (end - first > 36 || end <= first || d->tokens[end - 1].mark == MARK_DOT || d->text.p[d->tokens[end - 1].start] == ';'
	    || (end - first > 2 && d->text.p[d->tokens[end - 2].start] == ';' && d->tokens[end - 1].kind == TOKEN_WORD)
	    || (d->tokens[first].mark == MARK_OPEN && d->tokens[end - 1].mark == MARK_CLOSE)
	    || (d->tokens[end - 1].mark == MARK_QUOTE && end - first > 1 && d->tokens[end - 2].mark == MARK_DOT))
		return;
	for (size_t i = first; i < end; i++) {
		const struct token *t = &d->tokens[i];
		if (t->kind != TOKEN_WORD || t->end - t->start < 4 || t->flags & TOKEN_HANGUL)
			continue;
		words++;
		capitals += (t->flags & TOKEN_CAPITAL) != 0;
	}
	if (words < 4 || capitals * 6 < words * 5)
		return;
	for (size_t i = first; i < end; i++)
		d->tokens[i].flags |= TOKEN_HEADING;
}

/* doc_next looks at so many bytes from the last token on. */
enum { CALLS_BEHIND = 16 };

static void
grow(struct doc *d)
{
	uint8_t *calls;

	d->tokens = arena_grow(d->arena, d->tokens, d->tokens_n, &d->tokens_cap, sizeof *d->tokens);
	calls = arena_alloc(d->arena, d->tokens_cap + CALLS_BEHIND);
	memcpy(calls, d->calls, d->tokens_n);
	arena_drop(d->arena, d->calls);
	d->calls = calls;
}

_Static_assert((int)CALL_STEP == (int)TOKEN_SENTENCE, "one bit");

static inline uint8_t
calls_of(const struct token *t)
{
	return t->calls | (t->flags & TOKEN_SENTENCE);
}

/* The next token, for the caller to fill. */
static inline struct token *
add(struct doc *d)
{
	if (d->tokens_n == d->tokens_cap)
		grow(d);
	return &d->tokens[d->tokens_n++];
}

static inline struct token
mark_token(size_t start, size_t end, int flags, uint8_t mark)
{
	return (struct token) { .start = (uint32_t)start, .end = (uint32_t)end, .kind = TOKEN_PUNCT, .flags = (uint8_t)flags, .mark = mark,
		.calls = mark_calls[mark] };
}

_Static_assert(offsetof(struct token, classes) - offsetof(struct token, kind) == offsetof(struct token_word, classes), "one layout");

static inline void
set_word(struct token *t, const struct lexicon_slot *s, size_t start, size_t end, uint8_t flags)
{
	t->start = (uint32_t)start;
	t->end = (uint32_t)end;
	memcpy(&t->kind, &s->word, sizeof s->word);
	t->flags |= flags;
	t->lexeme = s->lexeme;
}

/* Adds a token that begins with a letter or digit; returns where it ends. */
static size_t
cut_other(struct doc *d, size_t i, int flags, bool number)
{
	size_t end = number ? scan_number(d->text, i) : scan_word(d->text, i);

	set_word(add(d), lexicon_word(d->lexicon, str_of(d->text.p + i, end - i)), i, end, (uint8_t)flags);
	return end;
}

static size_t
cut_punct(struct doc *d, size_t i, int flags)
{
	uint8_t b = (uint8_t)d->text.p[i];
	size_t len = 1;
	uint8_t mark = b < 0x80 ? mark_of[b] : mark_wide(utf8_point(d->text.p + i, d->text.n - i, &len));

	*add(d) = mark_token(i, i + len, flags, mark);
	return i + len;
}

/* The marks that mean something for sentences where no word waits for it. */
static inline bool
ends_or_quotes(uint8_t mark)
{
	return mark == MARK_DOT || mark == MARK_STOP || mark == MARK_QUOTE;
}

/* What is not a plain word: numbers, marks, line ends, words with accents or in other scripts, the end of the text. Adds it, or
 * steps over a blank; returns where it ends. */
static __attribute__((noinline)) size_t
cut(struct cutter *c, size_t i, int *flags)
{
	struct doc *d = c->d;
	size_t len, at = d->tokens_n, end;
	int kind = curly(d->text, i) ? PUNCT : kind_at(d->text, i, &len);

	if (kind == BLANK) {
		*flags = TOKEN_SPACE;
		return i + len;
	}
	if (kind == LINE) {
		mark_heading(d, c->paragraph, at);
		*add(d) = (struct token) { .start = (uint32_t)i,
			.end = (uint32_t)i + 1,
			.kind = TOKEN_BREAK,
			.flags = (uint8_t)*flags,
			.calls = CALL_STEP | CALL_JOINT };
		c->paragraph = d->tokens_n;
		end = i + 1;
	} else if (kind == PUNCT) {
		end = cut_punct(d, i, *flags);
	} else {
		end = cut_other(d, i, *flags, kind == DIGIT);
	}
	if (c->alert || kind == LINE || (kind == PUNCT && ends_or_quotes(d->tokens[at].mark))) {
		mark_sentence(c, &d->tokens[at]);
		c->alert = c->stop || c->opening || kind == LINE;
	}
	d->calls[at] = calls_of(&d->tokens[at]);
	*flags = kind == LINE ? TOKEN_SPACE : 0;
	if (end < d->text.n && d->text.p[end] == ' ') {
		*flags = TOKEN_SPACE;
		end++;
	}
	return end;
}

/* A mark of one byte that ends no sentence and opens no quotation. */
static inline bool
is_light(char c)
{
	return (uint8_t)c < 0x80 && kind_of[(uint8_t)c] == PUNCT && !ends_or_quotes(mark_of[(uint8_t)c]);
}

/* Is the window from byte `at` to `end` a word of at most 15 ASCII letters, whole? */
static inline bool
is_plain(const struct window *w, size_t at, size_t end)
{
	return end - at <= PLAIN && (!goes_on[(uint8_t)w->p[end]] || curly(str_of(w->p, WINDOW + 2), end));
}

static inline void
put_plain(struct cutter *c, struct lexicon *x, struct token *t, const struct window *w, size_t at, size_t end, int flags)
{
	struct str word = str_of(w->p + at, end - at);

	set_word(t, lexicon_find(x, half_key(word.p, word.n, 0), half_key(word.p, word.n, 8), word), w->from + at, w->from + end,
	    (uint8_t)flags);
	if (c->alert) {
		mark_sentence(c, t);
		c->alert = c->stop || c->opening;
	}
}

/* Adds the plain words from byte `at` of the window on and the marks, with blanks between them: the bulk of most texts. Returns where what
 * is no such thing begins, or what goes on behind the window. */
static inline size_t
cut_plain(struct cutter *c, const struct window *w, size_t at, int *flags)
{
	struct doc *d = c->d;
	struct lexicon *x = d->lexicon;
	struct token *t = d->tokens + d->tokens_n;
	uint8_t *restrict calls = d->calls + d->tokens_n; /* bytes may alias anything: what is at hand need not be read anew */

	for (uint64_t ends = w->others >> at << at; ends; ends &= ends - 1) {
		size_t end = (size_t)__builtin_ctzll(ends);

		if (end > at) {
			if (!is_plain(w, at, end))
				break;
			put_plain(c, x, t, w, at, end, *flags);
			*calls++ = calls_of(t++);
			*flags = 0;
			at = end;
		}
		if (w->p[end] == ' ') {
			*flags = TOKEN_SPACE;
		} else if (!c->alert && is_light(w->p[end])) {
			*t = mark_token(w->from + end, w->from + end + 1, *flags, mark_of[(uint8_t)w->p[end]]);
			*calls++ = calls_of(t++);
			*flags = 0;
		} else {
			break;
		}
		at = end + 1;
	}
	d->tokens_n = (size_t)(t - d->tokens);
	return at;
}

/* All tokens that begin in a window from byte i of the text on; returns where the first behind it begins. */
static size_t
cut_window(struct cutter *c, size_t i, int *flags)
{
	struct doc *d = c->d;
	struct window w;
	size_t at = 0;

	window_move(&w, d->text, i);
	while (at < WINDOW && i + at < d->text.n) {
		if (d->tokens_cap - d->tokens_n > WINDOW)
			at = cut_plain(c, &w, at, flags);
		if (at == WINDOW || i + at == d->text.n || (at && !(w.others >> at))) /* a word goes on */
			break;
		at = cut(c, i + at, flags) - i;
	}
	return i + at;
}

void
doc_tokens(struct doc *d)
{
	struct cutter c = { .d = d, .alert = true };
	int flags = 0;

	if (!d->lexicon)
		d->lexicon = lexicon_new(d->arena, NULL);
	if (d->tokens_cap == 0) {
		d->tokens_cap = d->text.n / 4 + 2 * WINDOW;
		d->tokens = arena_array(d->arena, d->tokens_cap, sizeof *d->tokens);
		d->calls = arena_alloc(d->arena, d->tokens_cap + CALLS_BEHIND);
	}
	for (size_t i = 0; i < d->text.n;)
		i = cut_window(&c, i, &flags);
	memset(d->calls + d->tokens_n, 0xFF, CALLS_BEHIND);
	mark_heading(d, c.paragraph, d->tokens_n);
}
