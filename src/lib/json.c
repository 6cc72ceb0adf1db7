#include "json.h"
#include "utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static bool
fail(struct json *j, const char *at, const char *error)
{
	j->p = at;
	j->error = error;
	return false;
}

static void
skip_space(struct json *j)
{
	while (j->p < j->end && (*j->p == ' ' || *j->p == '\t' || *j->p == '\n' || *j->p == '\r'))
		j->p++;
}

/* The first byte that ends a run of plain ASCII string characters: quote, backslash, control or non-ASCII. */
static const char *
skip_plain(const char *p, const char *end)
{
#ifdef __SSE2__
	const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\'), space = _mm_set1_epi8(0x20);

	for (; end - p >= 16; p += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
		/* signed: bytes from 0x80 on are negative, so one comparison finds them and the controls */
		__m128i stop = _mm_or_si128(_mm_cmplt_epi8(v, space),
		    _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, slash)));
		int mask = _mm_movemask_epi8(stop);

		if (mask)
			return p + __builtin_ctz((unsigned)mask);
	}
#endif
	while (p < end && (unsigned char)*p >= 0x20 && (unsigned char)*p < 0x80 && *p != '"' && *p != '\\')
		p++;
	return p;
}

static bool
is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Length of the escape at p (a backslash); 0 if it is none. */
static size_t
escape_length(const char *p, const char *end)
{
	if (end - p < 2)
		return 0;
	if (p[1] == 'u')
		return end - p >= 6 && is_hex(p[2]) && is_hex(p[3]) && is_hex(p[4]) && is_hex(p[5]) ? 6 : 0;
	return p[1] && strchr("\"\\/bfnrt", p[1]) ? 2 : 0;
}

/* A run of non-ASCII characters; NULL if it is ill-formed, with the place in *bad. */
static const char *
skip_wide(const char *p, const char *end, const char **bad)
{
	while (p < end && (unsigned char)*p >= 0x80) {
		size_t len;

		if (utf8_decode(p, (size_t)(end - p), &len) == UTF8_BAD) {
			*bad = p;
			return NULL;
		}
		p += len;
	}
	return p;
}

/* j->p is behind the opening quote; goes behind the closing one. */
static bool
skip_string(struct json *j)
{
	const char *p = j->p, *bad;

	for (;;) {
		size_t len;

		p = skip_plain(p, j->end);
		if (p == j->end)
			return fail(j, p, "string without an end");
		if (*p == '"') {
			j->p = p + 1;
			return true;
		}
		if (*p == '\\') {
			len = escape_length(p, j->end);
			if (!len)
				return fail(j, p, "wrong escape in a string");
			p += len;
		} else if ((unsigned char)*p < 0x20) {
			return fail(j, p, "control character in a string");
		} else {
			p = skip_wide(p, j->end, &bad);
			if (!p)
				return fail(j, bad, "invalid UTF-8");
		}
	}
}

static const char *
skip_digits(const char *p, const char *end)
{
	while (p < end && *p >= '0' && *p <= '9')
		p++;
	return p;
}

static bool
skip_number(struct json *j)
{
	const char *p = j->p, *digits;

	if (*p == '-')
		p++;
	digits = p;
	p = skip_digits(p, j->end);
	if (p == digits || (*digits == '0' && p - digits > 1))
		return fail(j, j->p, "wrong number");
	if (p < j->end && *p == '.') {
		digits = ++p;
		p = skip_digits(p, j->end);
		if (p == digits)
			return fail(j, p, "wrong number");
	}
	if (p < j->end && (*p == 'e' || *p == 'E')) {
		p++;
		if (p < j->end && (*p == '+' || *p == '-'))
			p++;
		digits = p;
		p = skip_digits(p, j->end);
		if (p == digits)
			return fail(j, p, "wrong number");
	}
	j->p = p;
	return true;
}

static bool
skip_word(struct json *j, struct str word)
{
	if (!str_starts(str_of(j->p, (size_t)(j->end - j->p)), word))
		return fail(j, j->p, "value expected");
	j->p += word.n;
	return true;
}

/* A string, number or literal. */
static bool
skip_scalar(struct json *j)
{
	switch (*j->p) {
	case '"':
		j->p++;
		return skip_string(j);
	case 't':
		return skip_word(j, STR("true"));
	case 'f':
		return skip_word(j, STR("false"));
	case 'n':
		return skip_word(j, STR("null"));
	default:
		return (*j->p >= '0' && *j->p <= '9') || *j->p == '-' ? skip_number(j)
		                                                        : fail(j, j->p, "value expected");
	}
}

/* `"key" :`, as the next thing. */
static bool
skip_key(struct json *j)
{
	if (j->p == j->end || *j->p != '"')
		return fail(j, j->p, "key expected");
	j->p++;
	if (!skip_string(j))
		return false;
	skip_space(j);
	if (j->p == j->end || *j->p != ':')
		return fail(j, j->p, "colon expected");
	j->p++;
	skip_space(j);
	return true;
}

/* The open brackets, a bit each: 1 is an object. */
struct nest {
	unsigned char bits[JSON_DEPTH / 8];
	size_t depth;
};

static bool
nest_object(const struct nest *n)
{
	return n->bits[(n->depth - 1) / 8] >> ((n->depth - 1) % 8) & 1;
}

static bool
nest_push(struct json *j, struct nest *n, bool object)
{
	unsigned char bit = (unsigned char)(1u << (n->depth % 8));

	if (n->depth == JSON_DEPTH)
		return fail(j, j->p, "nested too deep");
	if (object)
		n->bits[n->depth / 8] |= bit;
	else
		n->bits[n->depth / 8] &= (unsigned char)~bit;
	n->depth++;
	return true;
}

/* After a value inside brackets: closes what closes here. True with *more: another value follows. */
static bool
skip_after(struct json *j, struct nest *n, bool *more)
{
	for (*more = false; n->depth; n->depth--) {
		skip_space(j);
		if (j->p == j->end)
			return fail(j, j->p, "bracket without an end");
		if (*j->p == ',') {
			j->p++;
			skip_space(j);
			*more = true;
			return !nest_object(n) || skip_key(j);
		}
		if (*j->p != (nest_object(n) ? '}' : ']'))
			return fail(j, j->p, "comma or closing bracket expected");
		j->p++;
	}
	return true;
}

/* An opening bracket. Leaves *value true if a value comes next, false if it was closed at once. */
static bool
skip_open(struct json *j, struct nest *n, bool *value)
{
	bool object = *j->p == '{';

	if (!nest_push(j, n, object))
		return false;
	j->p++;
	skip_space(j);
	*value = true;
	if (j->p < j->end && *j->p == (object ? '}' : ']')) {
		j->p++;
		n->depth--;
		*value = false;
		return true;
	}
	return !object || skip_key(j);
}

/* One value of any kind, without white space round it. */
static bool
skip_value(struct json *j)
{
	struct nest n;
	bool more = true;

	n.depth = 0;
	while (more) {
		if (j->p == j->end)
			return fail(j, j->p, "value expected");
		if (*j->p == '{' || *j->p == '[') {
			bool value;

			if (!skip_open(j, &n, &value))
				return false;
			if (value)
				continue;
		} else if (!skip_scalar(j)) {
			return false;
		}
		if (!skip_after(j, &n, &more))
			return false;
	}
	return true;
}

const char *
json_check(struct str s, size_t *at)
{
	struct json j = { .p = s.p, .end = s.p + s.n };

	skip_space(&j);
	if (skip_value(&j)) {
		skip_space(&j);
		if (j.p != j.end)
			fail(&j, j.p, "more after the value");
	}
	if (at)
		*at = (size_t)(j.p - s.p);
	return j.error;
}

void
json_open(struct json *j, struct str raw, char bracket)
{
	*j = (struct json) { .p = raw.p, .end = raw.p + raw.n, .first = true, .close = bracket == '{' ? '}' : ']' };
	skip_space(j);
	if (j->p == j->end || *j->p != bracket)
		fail(j, j->p, bracket == '{' ? "object expected" : "array expected");
	else
		j->p++;
}

/* Goes to the next element; false at the closing bracket, behind which only white space may stand, or on an error. */
static bool
next(struct json *j)
{
	if (j->error || j->close == 0)
		return false;
	skip_space(j);
	if (j->p < j->end && *j->p == j->close) {
		j->p++;
		j->close = 0;
		skip_space(j);
		return j->p == j->end ? false : fail(j, j->p, "more after the value");
	}
	if (!j->first) {
		if (j->p == j->end || *j->p != ',')
			return fail(j, j->p, "comma or closing bracket expected");
		j->p++;
		skip_space(j);
	}
	j->first = false;
	return true;
}

static bool
take_value(struct json *j, struct str *value)
{
	const char *start = j->p;

	if (!skip_value(j))
		return false;
	*value = str_of(start, (size_t)(j->p - start));
	return true;
}

bool
json_member(struct json *j, struct str *key, struct str *value)
{
	const char *start;

	if (!next(j))
		return false;
	start = j->p;
	if (j->p == j->end || *j->p != '"')
		return fail(j, j->p, "key expected");
	j->p++;
	if (!skip_string(j))
		return false;
	*key = str_of(start, (size_t)(j->p - start));
	skip_space(j);
	if (j->p == j->end || *j->p != ':')
		return fail(j, j->p, "colon expected");
	j->p++;
	skip_space(j);
	return take_value(j, value);
}

bool
json_item(struct json *j, struct str *value)
{
	return next(j) && take_value(j, value);
}

static uint32_t
hex4(const char *p)
{
	uint32_t c = 0;

	for (int i = 0; i < 4; i++)
		c = c << 4 | (uint32_t)(p[i] <= '9' ? p[i] - '0' : (p[i] | 32) - 'a' + 10);
	return c;
}

/* Decodes the checked escape at p into `to`; returns the bytes read and adds the bytes written to *n. */
static size_t
unescape(const char *p, const char *end, char *to, size_t *n)
{
	static const char from[] = "\"\\/bfnrt", into[] = "\"\\/\b\f\n\r\t";
	uint32_t c;
	size_t len = 6;

	if (p[1] != 'u') {
		to[(*n)++] = into[strchr(from, p[1]) - from];
		return 2;
	}
	c = hex4(p + 2);
	if (c >= 0xD800 && c < 0xDC00 && end - p >= 12 && p[6] == '\\' && p[7] == 'u') {
		uint32_t low = hex4(p + 8);

		if (low >= 0xDC00 && low < 0xE000) {
			c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
			len = 12;
		}
	}
	if (c >= 0xD800 && c < 0xE000)
		c = 0xFFFD;
	*n += utf8_encode(to + *n, c);
	return len;
}

struct str
json_text(struct str raw, struct arena *a)
{
	const char *p, *end, *slash;
	char *to;
	size_t n = 0;

	if (raw.n < 2 || raw.p[0] != '"')
		return str_of(NULL, 0);
	p = raw.p + 1;
	end = raw.p + raw.n - 1;
	slash = memchr(p, '\\', (size_t)(end - p));
	if (!slash)
		return str_of(p, (size_t)(end - p));
	to = arena_alloc(a, raw.n); /* decoding never makes longer */
	while (slash) {
		memcpy(to + n, p, (size_t)(slash - p));
		n += (size_t)(slash - p);
		p = slash + unescape(slash, end, to, &n);
		slash = memchr(p, '\\', (size_t)(end - p));
	}
	memcpy(to + n, p, (size_t)(end - p));
	return str_of(to, n + (size_t)(end - p));
}

bool
json_int(struct str raw, int64_t *value)
{
	size_t i = raw.n && raw.p[0] == '-';
	int64_t v = 0;

	if (i == raw.n)
		return false;
	for (size_t k = i; k < raw.n; k++) {
		if (raw.p[k] < '0' || raw.p[k] > '9' || __builtin_mul_overflow(v, 10, &v)
		    || __builtin_add_overflow(v, raw.p[k] - '0', &v))
			return false;
	}
	*value = i ? -v : v;
	return true;
}

static void
put_escape(struct buf *b, char c)
{
	static const char hex[] = "0123456789abcdef";
	static const char from[] = "\"\\\b\f\n\r\t", into[] = "\"\\bfnrt";
	const char *hit = c ? strchr(from, c) : NULL;

	buf_char(b, '\\');
	if (hit) {
		buf_char(b, into[hit - from]);
		return;
	}
	buf_str(b, STR("u00"));
	buf_char(b, hex[(unsigned char)c >> 4]);
	buf_char(b, hex[c & 15]);
}

void
json_put(struct buf *b, struct str s)
{
	const char *p = s.p, *end = s.p + s.n;

	buf_char(b, '"');
	while (p < end) {
		const char *stop = skip_plain(p, end);

		while (stop < end && (unsigned char)*stop >= 0x80)
			stop = skip_plain(stop + 1, end);
		buf_add(b, p, (size_t)(stop - p));
		if (stop < end)
			put_escape(b, *stop++);
		p = stop;
	}
	buf_char(b, '"');
}
