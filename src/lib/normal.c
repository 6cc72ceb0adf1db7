#include "normal.h"
#include "err.h"
#include "mem.h"
#include "sse.h"
#include "utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

static bool
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* One space at most, and none at the start of what was appended since `start`. */
static void
add_gap(struct buf *b, size_t start)
{
	if (b->n > start && b->p[b->n - 1] != ' ')
		buf_char(b, ' ');
}

/* Characters that need no table: Hangul syllables stay as they are (NFC text), curly quotes and dashes are no letters. */
static bool
is_hangul_syllable(uint32_t c)
{
	return c >= 0xAC00 && c <= 0xD7A3;
}

/* No-break spaces, middle dots, copyright signs, boxes, arrowheads and brackets neither: none of them composes with what follows. */
static bool
is_gap(uint32_t c)
{
	return (c >= 0x2010 && c <= 0x2027) || (c >= 0x2500 && c <= 0x26FF) || (c >= 0x3000 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011)
	    || c == 0xA0 || c == 0xA9 || c == 0xB7 || c == 0xFFFD;
}

#define RUN 64 /* code points of most runs, once they are decomposed */

void
normal_order(int32_t *c, size_t n, int32_t *spare)
{
	for (size_t i = 0; i < n;) {
		size_t from = i, start[257] = { 0 };

		while (i < n && utf8proc_get_property(c[i])->combining_class)
			i++;
		if (i - from < 2) {
			i += i == from;
			continue;
		}
		for (size_t k = from; k < i; k++)
			start[(uint8_t)utf8proc_get_property(c[k])->combining_class + 1]++;
		for (size_t k = 1; k < 257; k++)
			start[k] += start[k - 1];
		memcpy(spare, c + from, (i - from) * sizeof *c);
		for (size_t k = 0; k < i - from; k++)
			c[from + start[(uint8_t)utf8proc_get_property(spare[k])->combining_class]++] = spare[k];
	}
}

size_t
normal_decompose(struct str s, int32_t *to, size_t room, utf8proc_option_t form)
{
	size_t n = 0;

	for (size_t i = 0, len; i < s.n; i += len) {
		int32_t c = (int32_t)utf8_decode(s.p + i, s.n - i, &len);
		size_t at = n < room ? n : room;
		int class = 0;

		n += (size_t)utf8proc_decompose_char(c, to + at, (utf8proc_ssize_t)(room - at), form, &class);
	}
	return n;
}

/* A run that needs the tables of Unicode. Done in its code points: utf8proc_map() would look each up twice, and sort marks in
 * time by their square. */
static void
add_folded(struct buf *b, size_t start, struct str run)
{
	const utf8proc_option_t form = UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	int32_t own[2 * RUN], *point = own;
	size_t all = normal_decompose(run, point, RUN, form);
	utf8proc_ssize_t n;

	if (all > RUN) {
		point = mem_new(2 * all, sizeof *point);
		normal_decompose(run, point, all, form);
	}
	normal_order(point, all, point + all);
	n = utf8proc_normalize_utf32(point, (utf8proc_ssize_t)all, form);
	if (n < 0)
		err_die("%s", utf8proc_errmsg(n));
	for (utf8proc_ssize_t i = 0; i < n; i++) {
		char c[4];

		if (utf8_is_word((uint32_t)point[i]))
			buf_add(b, c, utf8_encode(c, (uint32_t)point[i]));
		else
			add_gap(b, start);
	}
	if (point != own)
		free(point);
}

/* Where the run of characters that need the tables ends. */
static size_t
run_end(struct str s, size_t i)
{
	while (i < s.n && (unsigned char)s.p[i] >= 0x80) {
		size_t len;
		uint32_t c = utf8_decode(s.p + i, s.n - i, &len);

		if (is_hangul_syllable(c) || is_gap(c))
			break;
		i += len;
	}
	return i;
}

/* Where the run of syllables ends that byte i begins. */
static size_t
hangul_end(struct str s, size_t i)
{
	size_t len;

	while (i < s.n && is_hangul_syllable(utf8_point(s.p + i, s.n - i, &len)))
		i += len;
	return i;
}

#ifdef __SSE2__
#define BLOCK 16

/* The letters and digits of a block, which are left or go down; each other sign becomes a space, which is the bit that makes letters go
 * down. *gaps: a bit for each of those. */
static inline __m128i
fold_block(__m128i c, unsigned *gaps)
{
	const __m128i space = _mm_set1_epi8(' ');
	__m128i low = _mm_or_si128(c, space), letter = _mm_or_si128(sse_between(low, 'a', 'z'), sse_between(c, '0', '9'));

	*gaps = sse_mask(letter) ^ 0xFFFF;
	return _mm_and_si128(low, _mm_or_si128(letter, space));
}

/* The block without byte `at`: those behind it move up. With 16, the block. */
static inline __m128i
without_byte(__m128i c, unsigned at)
{
	static const char behind[2 * BLOCK] = { [BLOCK ... 2 * BLOCK - 1] = '\xFF' };
	__m128i differ = _mm_xor_si128(c, _mm_srli_si128(c, 1));

	return _mm_xor_si128(c, _mm_and_si128(differ, sse_load(behind + BLOCK - at)));
}

/* Adds the first `end` bytes of a block, without the second space of two in a row. Mostly it is no more than one in a block, and that is
 * looked for without asking whether it is there. *blank: a space stands before the block. Returns where the next one goes. */
static inline char *
add_block(char *to, __m128i c, unsigned end, unsigned *blank)
{
	unsigned gaps, again, gone;

	c = fold_block(c, &gaps);
	gaps &= end < BLOCK ? (1u << end) - 1 : gaps;
	again = gaps & (gaps << 1 | *blank);
	gone = again != 0;
	*blank = gaps >> (BLOCK - 1);
	c = without_byte(c, (unsigned)__builtin_ctz(again | 1u << BLOCK));
	while (again &= again - 1)
		c = without_byte(c, (unsigned)__builtin_ctz(again) - gone++);
	_mm_storeu_si128((__m128i *)(void *)to, c);
	return to + end - gone;
}

/* The ASCII from byte i on, as folded by add_ascii; *to: where it goes, behind `from`. */
static size_t
add_blocks(char **to, const char *from, struct str s, size_t i)
{
	unsigned blank = *to == from || (*to)[-1] == ' ', end;
	__m128i last;

	for (; i + BLOCK <= s.n && !sse_mask(sse_load(s.p + i)); i += BLOCK)
		*to = add_block(*to, sse_load(s.p + i), BLOCK, &blank);
	last = sse_most(s.p + i, s.n - i);
	end = (unsigned)__builtin_ctz(sse_mask(last) | 1u << (s.n - i < BLOCK ? s.n - i : BLOCK));
	*to = add_block(*to, last, end, &blank);
	return i + end;
}
#else
/* What an ASCII byte becomes: itself, its lower case, or 0 for what is no letter or digit. */
static const char ascii[128] = {
	['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8',
	['9'] = '9', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h',
	['I'] = 'i', ['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q',
	['R'] = 'r', ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z',
	['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h', ['i'] = 'i',
	['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r',
	['s'] = 's', ['t'] = 't', ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
};

static size_t
add_blocks(char **to, const char *from, struct str s, size_t i)
{
	for (; i < s.n && (unsigned char)s.p[i] < 0x80; i++) {
		char c = ascii[(unsigned char)s.p[i]];

		if (c)
			*(*to)++ = c;
		else if (*to > from && (*to)[-1] != ' ')
			*(*to)++ = ' ';
	}
	return i;
}
#endif

/* The run of ASCII from byte i on; returns where it ends. Never longer than it was. */
static size_t
add_ascii(struct buf *b, size_t start, struct str s, size_t i)
{
	size_t room = s.n - i + 16;
	char *to = b->cap - b->n < room ? buf_reserve(b, room) : b->p + b->n;

	i = add_blocks(&to, b->p + start, s, i);
	b->n = (size_t)(to - b->p);
	return i;
}

void
normal_form(struct buf *b, struct str s)
{
	size_t start = b->n, i = 0;

	while (i < s.n) {
		size_t len, end;
		uint32_t c;

		i = add_ascii(b, start, s, i);
		if (i == s.n)
			break;
		c = utf8_point(s.p + i, s.n - i, &len);
		if (is_gap(c)) {
			add_gap(b, start);
			i += len;
			continue;
		}
		if (is_hangul_syllable(c)) {
			end = hangul_end(s, i + len);
			buf_add(b, s.p + i, end - i);
			i = end;
			continue;
		}
		/* A combining mark composes with the letter before it: fold the two together. */
		end = run_end(s, i);
		if (i > 0 && is_alnum(s.p[i - 1])) {
			i--;
			b->n--;
		}
		add_folded(b, start, str_of(s.p + i, end - i));
		i = end;
	}
	if (b->n > start && b->p[b->n - 1] == ' ')
		b->n--;
}
