#include "lines.h"
#include "err.h"
#include "sketch.h"

#define BLOCK ((size_t)256 << 10)

void
lines_open(struct lines *l, struct in *in)
{
	*l = (struct lines) { .in = in };
	buf_reserve(&l->buf, BLOCK);
}

static bool
fill(struct lines *l)
{
	size_t n;

	buf_drop(&l->buf, l->at);
	l->at = 0;
	n = in_read(l->in, buf_reserve(&l->buf, BLOCK), BLOCK);
	l->buf.n += n;
	return n > 0;
}

static bool
take_line(struct lines *l)
{
	size_t searched = 0;

	for (;;) {
		struct str s = str_of(l->buf.p + l->at, l->buf.n - l->at);
		const char *end = s.n > searched ? memchr(s.p + searched, '\n', s.n - searched) : NULL;

		if (end) {
			l->line = str_of(s.p, (size_t)(end - s.p));
			l->at += l->line.n + 1;
			return true;
		}
		searched = s.n;
		if (fill(l))
			continue;
		l->line = str_of(l->buf.p + l->at, l->buf.n - l->at);
		l->at = l->buf.n;
		return l->line.n > 0;
	}
}

static void
split(struct lines *l)
{
	struct str rest = l->line;

	if (str_last(rest) == '\r')
		rest.n--;
	l->fields = 0;
	while (rest.p && l->fields < LINE_FIELDS)
		l->field[l->fields++] = str_cut(&rest, '\t');
	for (size_t i = l->fields; i < LINE_FIELDS; i++)
		l->field[i] = str_of("", 0);
}

bool
lines_next(struct lines *l, size_t least)
{
	for (;;) {
		if (!l->open) {
			if (!in_next(l->in))
				return false;
			l->open = true;
			l->number = 0;
			l->at = l->buf.n = 0;
		}
		if (take_line(l))
			break;
		l->open = false;
	}
	l->number++;
	split(l);
	if (l->fields < least)
		lines_die(l, "too few fields");
	return true;
}

void
lines_die(const struct lines *l, const char *what)
{
	err_at(STATUS_ERROR, in_name(l->in), l->number, "%s", what);
	err_die("nothing more was written; run the stage again");
}

uint64_t
lines_uint(const struct lines *l, size_t field)
{
	struct str s = l->field[field];
	uint64_t value = 0;

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9' || __builtin_mul_overflow(value, 10, &value)
		    || __builtin_add_overflow(value, (uint64_t)(s.p[i] - '0'), &value))
			lines_die(l, "a number is wanted");
	if (!s.n)
		lines_die(l, "a number is wanted");
	return value;
}

int32_t
lines_days(const struct lines *l, size_t field)
{
	struct str s = l->field[field];
	int32_t value = 0;
	bool negative = s.n && s.p[0] == '-';

	if (!s.n)
		return NO_DAY;
	for (size_t i = negative; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || value > 10000000)
			lines_die(l, "a number of days is wanted");
		value = value * 10 + (s.p[i] - '0');
	}
	return negative ? -value : value;
}

void
lines_close(struct lines *l)
{
	buf_free(&l->buf);
}
