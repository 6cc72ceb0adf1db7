#include "boundary.h"
#include "ascii.h"
#include "utf8.h"

static bool
is_control(unsigned char c)
{
	return c < ' ' || c == 0x7f;
}

struct str
boundary_name(struct str line)
{
	struct str none = { NULL, 0 };

	if (str_ends(line, STR("\r")))
		line.n--;
	if (line.n < 3 || line.n > BOUNDARY_MAX || line.p[0] != BOUNDARY || str_last(line) != BOUNDARY)
		return none;
	line = str_of(line.p + 1, line.n - 2);
	for (size_t i = 0; i < line.n; i++)
		if (is_control((unsigned char)line.p[i]))
			return none;
	return utf8_valid(line) == line.n ? line : none;
}

void
name_put(struct buf *to, struct str name)
{
	for (size_t i = 0, n; i < name.n; i += n) {
		uint32_t c = utf8_decode(name.p + i, name.n - i, &n);

		if (c == UTF8_BAD || is_control((unsigned char)name.p[i]))
			buf_char(to, '?');
		else
			buf_add(to, name.p + i, n);
	}
}

void
boundary_put(struct buf *to, struct str name)
{
	buf_char(to, BOUNDARY);
	name_put(to, str_tail(name, BOUNDARY_MAX - 3));
	buf_char(to, BOUNDARY);
	buf_char(to, '\n');
}

void
nuls_pass(struct nuls *nuls, struct str bytes)
{
	size_t keep;

	bytes = str_tail(bytes, NUL_BEFORE);
	keep = nuls->n + bytes.n > NUL_BEFORE ? NUL_BEFORE - bytes.n : nuls->n;
	memmove(nuls->past, nuls->past + nuls->n - keep, keep);
	memcpy(nuls->past + keep, bytes.p ? bytes.p : "", bytes.n);
	nuls->n = keep + bytes.n;
}

static bool
has_nul(struct str s)
{
	return s.n && memchr(s.p, '\0', s.n);
}

/* Ends the text like a sentence, or with the bracket or quote behind one? */
static bool
ends_sentence(struct str s)
{
	const struct str closers[] = { STR_ITEM("\""), STR_ITEM("'"), STR_ITEM(")"), STR_ITEM("]"), STR_ITEM("”"), STR_ITEM("’") };

	for (size_t i = 0; i < sizeof closers / sizeof *closers; i++)
		if (str_ends(s, closers[i]))
			s.n -= closers[i].n;
	return str_ends_in(s, ".!?");
}

/* Could a text begin with it, and not only go on? */
static bool
opens_text(struct str s)
{
	if (str_starts(s, STR("”")) || str_starts(s, STR("’")))
		return false;
	return s.n && (is_capital(*s.p) || (*s.p & 0x80) || strchr("\"'[(<#", *s.p));
}

/* NULs that follow one another at the start of a line are the ends of empty files. */
#define EMPTY_FILES 3

/* What the place of a NUL tells that stands between the two. UTF-16 has another one near. */
static enum nul
judge(struct str before, struct str behind)
{
	char last = before.n ? str_last(before) : ' ';
	bool opens = last == '\n';

	for (size_t n = 0; opens && n < EMPTY_FILES && str_starts(behind, STR("\0")); n++)
		behind = str_from(behind, 1);
	if (has_nul(before) || has_nul(str_head(behind, NUL_BEHIND / 2)))
		return NUL_DAMAGE;
	if (opens)
		return behind.n && is_small(*behind.p) ? NUL_LIKELY : NUL_BOUNDARY;
	if (behind.n && is_small(*behind.p) && (is_letter(last) || is_digit(last)))
		return NUL_DAMAGE;
	return ends_sentence(before) && opens_text(behind) ? NUL_LIKELY : NUL_UNSURE;
}

size_t
nuls_amid(struct nuls *nuls, struct str s, size_t i)
{
	for (; i + 2 < s.n && s.p[i + 1] && !s.p[i + 2]; i += 2)
		nuls->last = NUL_DAMAGE;
	return i;
}

bool
nuls_boundary(struct nuls *nuls, struct str s, size_t i)
{
	enum nul nul;
	bool is;

	nuls_pass(nuls, str_of(s.p, i));
	nul = judge(str_of(nuls->past, nuls->n), str_head(str_from(s, i + 1), NUL_BEHIND));
	is = nul == NUL_BOUNDARY || (nul == NUL_LIKELY && nuls->last != NUL_DAMAGE) || (nul == NUL_UNSURE && nuls->last == NUL_BOUNDARY);
	if (nul == NUL_DAMAGE || (is && nul != NUL_UNSURE))
		nuls->last = nul == NUL_DAMAGE ? NUL_DAMAGE : NUL_BOUNDARY;
	nuls->n = is ? 0 : nuls->n;
	nuls_pass(nuls, is ? STR("\n") : str_of(s.p + i, 1)); /* what follows begins a line */
	return is;
}
