#include "split_markdown.h"
#include "split_words.h"
#include "utf8.h"

enum { LABEL = 400, TARGET = 2000 }; /* bytes of a link's words, and of its address */

/* Where the address that opens at byte i ends, behind its bracket; 0 if none stands there. */
static size_t
target_end(struct str s, size_t i)
{
	struct str target = str_head(str_from(s, i), TARGET);
	unsigned open = 1;

	if (!words_start(target, WORDS("http", "/", "#", "mailto:", "javascript:", "tel:", "www.", "<", "data:", "blob:", ")")))
		return 0;
	for (size_t k = 0; k < target.n && target.p[k] != '[' && target.p[k] != ']'; k++) { /* else the work would not be linear */
		open += target.p[k] == '(';
		if (target.p[k] == ')' && --open == 0)
			return i + k + 1;
	}
	return 0;
}

/* Takes the bracket of the link whose words end *b away; a picture's words, too. False: there is none. */
static bool
close_label(struct buf *b)
{
	size_t least = b->n > LABEL ? b->n - LABEL : 0;
	struct str label;
	unsigned open = 1;

	for (size_t k = b->n; k-- > least;) {
		open += b->p[k] == ']';
		open -= b->p[k] == '[';
		if (open)
			continue;
		if (k > 0 && b->p[k - 1] == '!') {
			b->n = k - 1;
			return true;
		}
		label = str_trim(str_of(b->p + k + 1, b->n - k - 1));
		memmove(b->p + k, label.p, label.n);
		b->n = k + label.n;
		return true;
	}
	return false;
}

/* `[12]` right before a word, as text browsers number links: its length, or 0. */
static size_t
numbered_link(struct str s, size_t i)
{
	size_t k = str_digits_end(s, i + 1);

	if (i > 0 && s.p[i - 1] != ' ' && s.p[i - 1] != '(' && s.p[i - 1] != '"')
		return 0;
	return k > i + 1 && k < i + 5 && k + 1 < s.n && s.p[k] == ']' && (is_wordy(s.p[k + 1]) || s.p[k + 1] == '"') ? k + 1 - i : 0;
}

/* Does `**` at byte i open or close emphasis? A footnote's stars stand alone, or are three. */
static bool
stars_at(struct str s, size_t i)
{
	return str_starts(str_from(s, i), STR("**")) && (i == 0 || s.p[i - 1] != '*') && (i + 2 == s.n || s.p[i + 2] != '*');
}

static bool
has_emphasis(struct str s)
{
	size_t n = 0;

	for (size_t at = str_find(s, STR("**"), 0); at < s.n; at = str_find(s, STR("**"), at + 2)) {
		if (!stars_at(s, at))
			return false;
		n++;
	}
	return n > 0 && n % 2 == 0;
}

static void
put_plain(struct buf *b, struct str s)
{
	bool emphasis = has_emphasis(s);

	for (size_t i = 0; i < s.n;) {
		size_t n = s.p[i] == '[' ? numbered_link(s, i) : 0;

		if (n || (emphasis && stars_at(s, i))) {
			i += n ? n : 2;
			continue;
		}
		n = s.p[i] == ']' && i + 1 < s.n && s.p[i + 1] == '(' ? target_end(s, i + 2) : 0;
		if (n && close_label(b))
			i = n;
		else
			buf_char(b, s.p[i++]);
	}
}

/* `## `: how many, with the blank; 0 where something else begins: a hashtag, a line of them. */
static size_t
heading_mark(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == '#')
		n++;
	return n && n <= 6 && n + 2 < s.n && s.p[n] == ' ' && !memchr(s.p + n, '#', s.n - n) && (n > 1 || line_words(s) > 3) ? n + 1 : 0;
}

struct str
markdown_plain(struct str s, struct buf *b, bool *heading)
{
	size_t mark = s.n && *s.p == '#' ? heading_mark(s) : 0;
	struct str plain;

	*heading = mark == 2;
	b->n = 0;
	if (!mark && !memchr(s.p, ']', s.n) && !memchr(s.p, '*', s.n))
		return s;
	put_plain(b, str_from(s, mark));
	plain = str_trim(buf_view(b));
	return line_words(plain) ? plain : s;
}

/* Is s the line of signs under a heading, one a character? */
static bool
underlines(struct str s, struct str heading)
{
	char sign = line_separator(s);

	return (sign == '=' || sign == '-') && s.n >= 8 && !memchr(s.p, ' ', s.n) && !(*s.p & 0x80) && utf8_count(heading) == s.n;
}

void
markdown_mark(struct line *l, const struct buf *text, bool below, bool heading)
{
	if (heading && l->class == CLASS_NONE)
		l->flags |= LINE_NAMED;
	if (l->class != CLASS_SEPARATOR || l->gap || !below
	    || !underlines(str_of(text->p + l->at, l->n), str_of(text->p + l[-1].at, l[-1].n)))
		return;
	l->class = CLASS_DEBRIS;
	if (l[-1].class == CLASS_NONE)
		l[-1].flags |= LINE_NAMED;
}
