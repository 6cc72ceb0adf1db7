#include "dialect.h"
#include "json.h"
#include "spreadsheet.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Bytes that may need work: controls, DEL, and the first bytes of U+0080-009F (C2) and U+2028/9 (E2); in bit 1 the
 * backslash, which counts where cells are escaped. */
static const unsigned char suspect[256] = {
	[0x00] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['\\'] = 2, [0x7F] = 1, [0xC2] = 1, [0xE2] = 1,
};

/* Bytes of the harmful character at p; 0 if it is harmless. */
static size_t
harm(const char *p, size_t n)
{
	unsigned char c = (unsigned char)p[0];

	if (c < 0x20 || c == 0x7F)
		return 1;
	if (c == 0xC2)
		return n > 1 && (unsigned char)p[1] < 0xA0 ? 2 : 0; /* C1 controls, among them U+0085 NEXT LINE */
	if (c == 0xE2)
		return n > 2 && p[1] == '\x80' && (p[2] == '\xA8' || p[2] == '\xA9') ? 3 : 0;
	return 0;
}

/* Appends the harmless bytes at the front of s, as far as one scan goes; returns their number. */
static size_t
add_harmless(struct buf *b, struct str s, unsigned char mask)
{
	char *to = buf_reserve(b, s.n + 16);
	size_t i = 0;

#ifdef __SSE2__
	const __m128i space = _mm_set1_epi8(0x1F), del = _mm_set1_epi8(0x7F), c1 = _mm_set1_epi8((char)0xC2),
	              ls = _mm_set1_epi8((char)0xE2), slash = _mm_set1_epi8(mask & 2 ? '\\' : 0x7F);

	for (; i + 16 <= s.n; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(s.p + i));
		__m128i bad = _mm_cmpeq_epi8(_mm_min_epu8(v, space), v);

		bad = _mm_or_si128(bad, _mm_or_si128(_mm_cmpeq_epi8(v, del), _mm_cmpeq_epi8(v, slash)));
		bad = _mm_or_si128(bad, _mm_or_si128(_mm_cmpeq_epi8(v, c1), _mm_cmpeq_epi8(v, ls)));
		_mm_storeu_si128((__m128i *)(void *)(to + i), v);
		if (_mm_movemask_epi8(bad)) {
			i += (size_t)__builtin_ctz((unsigned)_mm_movemask_epi8(bad));
			b->n += i;
			return i;
		}
	}
#endif
	for (; i < s.n && !(suspect[(unsigned char)s.p[i]] & mask); i++)
		to[i] = s.p[i];
	b->n += i;
	return i;
}

static void
add_escape(struct buf *b, char c)
{
	buf_char(b, '\\');
	buf_char(b, c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\\');
}

/* Appends s without tab, line ends, controls: each is a space, or escaped where an escape is known. */
static void
add_clean(struct buf *b, struct str s, bool escape)
{
	unsigned char mask = escape ? 3 : 1;

	while (s.n) {
		size_t done = add_harmless(b, s, mask), len;

		s = str_from(s, done);
		if (!s.n)
			break;
		len = harm(s.p, s.n);
		if (escape && (*s.p == '\t' || *s.p == '\n' || *s.p == '\r' || *s.p == '\\')) {
			add_escape(b, *s.p);
			len = 1;
		} else if (len) {
			buf_char(b, ' ');
		} else {
			buf_char(b, *s.p);
			len = 1;
		}
		s = str_from(s, len);
	}
}

/* RFC 4180: quotes round a cell that needs them. Blanks at the ends are kept by quotes, an empty line is no row. */
static void
quote(struct buf *b, size_t from)
{
	struct str cell = str_from(buf_view(b), from);
	size_t quotes = 0, n = cell.n, at;
	bool needed = n == 0 || cell.p[0] == ' ' || cell.p[n - 1] == ' ';

	for (size_t i = 0; i < n; i++) {
		quotes += cell.p[i] == '"';
		needed |= cell.p[i] == '"' || cell.p[i] == ',';
	}
	if (!needed)
		return;
	buf_reserve(b, quotes + 2);
	b->n += quotes + 2;
	at = b->n;
	b->p[--at] = '"';
	while (n--) { /* from the end, in place */
		b->p[--at] = b->p[from + n];
		if (b->p[from + n] == '"')
			b->p[--at] = '"';
	}
	b->p[from] = '"';
}

void
dialect_text(struct dialect *d, struct buf *b, struct str s)
{
	size_t from = b->n;

	if (d->format == JSONL) {
		json_put(b, s);
		return;
	}
	add_clean(b, s, d->escape);
	if (d->excel)
		d->cut |= spreadsheet_guard(b, from);
	if (d->format == CSV)
		quote(b, from);
}

void
dialect_cell(struct dialect *d, struct buf *b, const struct cell *c)
{
	switch (c->kind) {
	case CELL_TEXT:
		dialect_text(d, b, c->s);
		break;
	case CELL_READY:
		buf_str(b, c->s);
		break;
	case CELL_NUMBER:
		buf_uint(b, c->number);
		break;
	case CELL_NOTHING:
		buf_str(b, d->format == JSONL ? STR("null") : d->null);
		break;
	}
}

/* Has x a byte of 0? */
static inline uint64_t
has_zero(uint64_t x)
{
	return (x - 0x0101010101010101) & ~x & 0x8080808080808080;
}

/* Has x one of the bytes of `suspect`, but for the backslash? C2 and E2 differ in one bit. */
static inline bool
has_suspect(uint64_t x)
{
	return has_zero(x & 0xE0E0E0E0E0E0E0E0) | has_zero(x ^ 0x7F7F7F7F7F7F7F7F)
	    | has_zero((x & 0xDFDFDFDFDFDFDFDF) ^ 0xC2C2C2C2C2C2C2C2);
}

/* Copies a short text of at least 4 bytes as its first and last word, which may overlap; false if it has a suspect byte. Most
 * cells are short, and this is what most of the time went to. */
static inline bool
copy_short(char *to, struct str s)
{
	uint64_t first = 0, last = 0;
	uint32_t low, high;

	if (s.n >= 8) {
		memcpy(&first, s.p, 8);
		memcpy(&last, s.p + s.n - 8, 8);
		memcpy(to, &first, 8);
		memcpy(to + s.n - 8, &last, 8);
		return !has_suspect(first) && !has_suspect(last);
	}
	memcpy(&low, s.p, 4);
	memcpy(&high, s.p + s.n - 4, 4);
	memcpy(to, &low, 4);
	memcpy(to + s.n - 4, &high, 4);
	return !has_suspect((uint64_t)high << 32 | low);
}

/* Copies what is ready: most such cells are ids and names of up to 32 bytes. */
static inline void
copy_ready(char *to, struct str s)
{
	if (s.n >= 16 && s.n <= 32) {
		char last[16];

		memcpy(last, s.p + s.n - 16, 16);
		memcpy(to, s.p, 16);
		memcpy(to + s.n - 16, last, 16);
	} else if (s.n >= 4 && s.n < 16)
		copy_short(to, s);
	else if (s.n)
		memcpy(to, s.p, s.n);
}

static inline char *
put_number(char *to, uint64_t number)
{
	char digits[20];
	size_t at = sizeof digits;

	do
		digits[--at] = (char)('0' + number % 10);
	while (number /= 10);
	memcpy(to, digits + at, sizeof digits - at);
	return to + (sizeof digits - at);
}

#define SHORT_CELL 32u

/* Writes a cell of plain TSV at the end of b, where there is room for a short one and `room` bytes more are wanted behind it. */
static inline void
add_plain(const struct dialect *d, struct buf *b, const struct cell *c, size_t room)
{
	struct str s = c->kind == CELL_NOTHING ? d->null : c->s;

	if (c->kind == CELL_NUMBER) {
		b->n = (size_t)(put_number(b->p + b->n, c->number) - b->p);
		return;
	}
	if (s.n > SHORT_CELL && b->cap - b->n < s.n + room)
		buf_reserve(b, s.n + room);
	if (c->kind != CELL_TEXT) {
		copy_ready(b->p + b->n, s);
		b->n += s.n;
	} else if (s.n >= 4 && s.n <= 16 && copy_short(b->p + b->n, s)) {
		b->n += s.n;
	} else {
		add_clean(b, s, false);
	}
}

/* A row of plain TSV: room for its short cells is made once. */
static void
plain_cells(const struct dialect *d, struct buf *b, const struct cell *cells, const size_t *at, size_t n)
{
	size_t room = (n + 1) * (SHORT_CELL + 1);

	if (b->cap - b->n < room)
		buf_reserve(b, room);
	for (size_t i = 0; i < n; i++) {
		if (i)
			b->p[b->n++] = '\t';
		add_plain(d, b, &cells[at[i]], room);
	}
}

void
dialect_cells(struct dialect *d, struct buf *b, const struct cell *cells, const size_t *at, size_t n)
{
	if (d->format == TSV && !d->escape && !d->excel) {
		plain_cells(d, b, cells, at, n);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_char(b, d->format == CSV ? ',' : '\t');
		dialect_cell(d, b, &cells[at[i]]);
	}
}
