#include "json.h"
#include "json_scan.h"
#include "utf8.h"

const char *
json_fail(struct json *j, const char *at, const char *error)
{
	j->p = at;
	j->error = error;
	return NULL;
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

/* A run of non-ASCII characters and the blanks between them, as in Korean; NULL if it is ill-formed, with the place in *bad. */
static const char *
skip_wide(const char *p, const char *end, const char **bad)
{
	while (p < end && ((unsigned char)*p >= 0x80 || *p == ' ')) {
		size_t len = *p == ' ' ? 1 : utf8_three(p, (size_t)(end - p));

		if (!len && utf8_decode(p, (size_t)(end - p), &len) == UTF8_BAD) {
			*bad = p;
			return NULL;
		}
		p += len;
	}
	return p;
}

const char *
json_mixed(struct json *j, const char *p)
{
	const char *bad;

	for (;; p = scan_plain(p, j->end)) {
		if (p == j->end)
			return json_fail(j, p, "string without an end");
		if (*p == '"')
			return p + 1;
		if (*p == '\\') {
			size_t len = escape_length(p, j->end);

			if (!len)
				return json_fail(j, p, "wrong escape in a string");
			p += len;
		} else if ((unsigned char)*p < 0x20) {
			return json_fail(j, p, "control character in a string");
		} else {
			p = skip_wide(p, j->end, &bad);
			if (!p)
				return json_fail(j, bad, "invalid UTF-8");
		}
	}
}

static inline const char *
skip_digits(const char *p, const char *end)
{
	while (p < end && *p >= '0' && *p <= '9')
		p++;
	return p;
}

static const char *
skip_number(struct json *j, const char *p)
{
	const char *start = p, *digits;

	if (*p == '-')
		p++;
	digits = p;
	p = skip_digits(p, j->end);
	if (p == digits || (*digits == '0' && p - digits > 1))
		return json_fail(j, start, "wrong number");
	if (p < j->end && *p == '.') {
		digits = ++p;
		p = skip_digits(p, j->end);
		if (p == digits)
			return json_fail(j, p, "wrong number");
	}
	if (p < j->end && (*p == 'e' || *p == 'E')) {
		p++;
		if (p < j->end && (*p == '+' || *p == '-'))
			p++;
		digits = p;
		p = skip_digits(p, j->end);
		if (p == digits)
			return json_fail(j, p, "wrong number");
	}
	return p;
}

static const char *
skip_word(struct json *j, const char *p, struct str word)
{
	if (!str_starts(str_of(p, (size_t)(j->end - p)), word))
		return json_fail(j, p, "value expected");
	return p + word.n;
}

/* A number or a literal. */
static const char *
skip_scalar(struct json *j, const char *p)
{
	switch (*p) {
	case 't':
		return skip_word(j, p, STR("true"));
	case 'f':
		return skip_word(j, p, STR("false"));
	case 'n':
		return skip_word(j, p, STR("null"));
	default:
		return (*p >= '0' && *p <= '9') || *p == '-' ? skip_number(j, p) : json_fail(j, p, "value expected");
	}
}

/* `"key" :`, as the next thing, and the white space behind it. */
static inline const char *
skip_key(struct json *j, const char *p)
{
	if (p == j->end || *p != '"')
		return json_fail(j, p, "key expected");
	p = scan_string(j, p + 1);
	if (!p)
		return NULL;
	p = scan_space(p, j->end);
	if (p == j->end || *p != ':')
		return json_fail(j, p, "colon expected");
	return scan_space(p + 1, j->end);
}

/* The open brackets, a bit each: 1 is an object. */
struct nest {
	size_t depth;
	bool object; /* the innermost one */
	unsigned char bits[JSON_DEPTH / 8];
};

static inline void
nest_push(struct nest *n, bool object)
{
	unsigned char bit = (unsigned char)(1u << (n->depth % 8));

	if (object)
		n->bits[n->depth / 8] |= bit;
	else
		n->bits[n->depth / 8] &= (unsigned char)~bit;
	n->depth++;
	n->object = object;
}

static inline void
nest_pop(struct nest *n)
{
	if (--n->depth)
		n->object = n->bits[(n->depth - 1) / 8] >> ((n->depth - 1) % 8) & 1;
}

/* After a value inside brackets: closes what closes here. With depth left, another value follows. */
static inline const char *
skip_after(struct json *j, struct nest *n, const char *p)
{
	while (n->depth) {
		p = scan_space(p, j->end);
		if (p == j->end)
			return json_fail(j, p, "bracket without an end");
		if (*p == ',') {
			p = scan_space(p + 1, j->end);
			return n->object ? skip_key(j, p) : p;
		}
		if (*p != (n->object ? '}' : ']'))
			return json_fail(j, p, "comma or closing bracket expected");
		p++;
		nest_pop(n);
	}
	return p;
}

/* An opening bracket. *value: a value comes next; else it was closed at once. */
static inline const char *
skip_open(struct json *j, struct nest *n, const char *p, bool *value)
{
	bool object = *p == '{';

	if (n->depth == JSON_DEPTH)
		return json_fail(j, p, "nested too deep");
	nest_push(n, object);
	p = scan_space(p + 1, j->end);
	*value = p == j->end || *p != (object ? '}' : ']');
	if (!*value) {
		nest_pop(n);
		return p + 1;
	}
	return object ? skip_key(j, p) : p;
}

const char *
json_skip(struct json *j, const char *p)
{
	struct nest n;

	n.depth = 0;
	n.object = false;
	do {
		bool value = false;

		if (p == j->end)
			return json_fail(j, p, "value expected");
		if (*p == '"')
			p = scan_string(j, p + 1);
		else if (*p == '{' || *p == '[')
			p = skip_open(j, &n, p, &value);
		else
			p = skip_scalar(j, p);
		if (p && !value)
			p = skip_after(j, &n, p);
	} while (p && n.depth);
	return p;
}

const char *
json_check(struct str s)
{
	struct json j = { .p = s.p, .end = s.p + s.n };
	const char *p = json_skip(&j, scan_space(s.p, j.end));

	if (p)
		p = scan_space(p, j.end);
	if (p && p != j.end)
		json_fail(&j, p, "more after the value");
	return j.error;
}

void
json_open(struct json *j, struct str raw, char bracket)
{
	*j = (struct json) { .p = raw.p, .end = raw.p + raw.n, .first = true, .close = bracket == '{' ? '}' : ']' };
	j->p = scan_space(j->p, j->end);
	if (j->p == j->end || *j->p != bracket)
		json_fail(j, j->p, bracket == '{' ? "object expected" : "array expected");
	else
		j->p++;
}

/* The next element; NULL at the closing bracket, behind which only white space may stand, or on an error. */
static const char *
next(struct json *j)
{
	const char *p;

	if (j->error || j->close == 0)
		return NULL;
	p = scan_space(j->p, j->end);
	if (p < j->end && *p == j->close) {
		j->close = 0;
		j->p = scan_space(p + 1, j->end);
		return j->p == j->end ? NULL : json_fail(j, j->p, "more after the value");
	}
	if (!j->first) {
		if (p == j->end || *p != ',')
			return json_fail(j, p, "comma or closing bracket expected");
		p = scan_space(p + 1, j->end);
	}
	j->first = false;
	return p;
}

bool
json_value(struct json *j, struct str *value)
{
	const char *start = j->p, *p = json_skip(j, start);

	if (!p)
		return false;
	*value = str_of(start, (size_t)(p - start));
	j->p = p;
	return true;
}

bool
json_key(struct json *j, struct str *key)
{
	const char *start = next(j), *p;

	if (!start)
		return false;
	if (start == j->end || *start != '"')
		return json_fail(j, start, "key expected");
	p = scan_string(j, start + 1);
	if (!p)
		return false;
	*key = str_of(start, (size_t)(p - start));
	p = scan_space(p, j->end);
	if (p == j->end || *p != ':')
		return json_fail(j, p, "colon expected");
	j->p = scan_space(p + 1, j->end);
	return true;
}

bool
json_member(struct json *j, struct str *key, struct str *value)
{
	return json_key(j, key) && json_value(j, value);
}

bool
json_item(struct json *j, struct str *value)
{
	const char *start = next(j);

	if (!start)
		return false;
	j->p = start;
	return json_value(j, value);
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
		if (raw.p[k] < '0' || raw.p[k] > '9' || __builtin_mul_overflow(v, 10, &v) || __builtin_add_overflow(v, raw.p[k] - '0', &v))
			return false;
	}
	*value = i ? -v : v;
	return true;
}

static void
put_escape(struct buf *b, char c)
{
	static const char hex[] = "0123456789abcdef";
	static const char into[256] = {
		['"'] = '"', ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'
	};
	char sign = into[(unsigned char)c];

	buf_char(b, '\\');
	if (sign) {
		buf_char(b, sign);
		return;
	}
	buf_str(b, STR("u00"));
	buf_char(b, hex[(unsigned char)c >> 4]);
	buf_char(b, hex[c & 15]);
}

/* The first byte that must be escaped. */
static const char *
find_escape(const char *p, const char *end)
{
#ifdef __SSE2__
	for (; end - p >= 16; p += 16) {
		unsigned mask = scan_escapes(p);

		if (mask)
			return p + __builtin_ctz(mask);
	}
#endif
	while (p < end && (unsigned char)*p >= 0x20 && *p != '"' && *p != '\\')
		p++;
	return p;
}

void
json_put(struct buf *b, struct str s)
{
	const char *p = s.p, *end = s.p + s.n;
	char *to = b->cap - b->n < PLAIN_ROOM ? buf_reserve(b, PLAIN_ROOM) : b->p + b->n;

	if ((to = put_plain(to, s)) != NULL) {
		b->n = (size_t)(to - b->p);
		return;
	}
	buf_char(b, '"');
	while (p < end) {
		const char *stop = find_escape(p, end);

		buf_add(b, p, (size_t)(stop - p));
		if (stop < end)
			put_escape(b, *stop++);
		p = stop;
	}
	buf_char(b, '"');
}
