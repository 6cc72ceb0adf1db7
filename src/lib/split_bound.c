#include "split_view.h"
#include "split_seam.h"

/* Does text begin at `at` right behind the end of a sentence, without a blank? Initials and domains do not end one. */
static bool
is_glued(struct str s, size_t at)
{
	size_t i = at;

	if (at < 3 || at >= s.n || !(is_capital(s.p[at]) || str_starts(str_from(s, at), STR("“"))))
		return false;
	if (s.p[i - 1] == '"' || s.p[i - 1] == ')')
		i--;
	else if (i >= 3 && memcmp(s.p + i - 3, "”", 3) == 0)
		i -= 3;
	return i >= 3 && strchr(".!?", s.p[i - 1]) && (is_small(s.p[i - 2]) || is_digit(s.p[i - 2]) || s.p[i - 2] == ')') && s.p[i - 3] != '.'
	    && !(i - 3 > 0 && s.p[i - 3] == ' ');
}

/* The last place of that kind in a line, s.n if there is none. */
static size_t
glued_at(struct str s)
{
	const char *dot = s.p;

	while ((dot = memchr(dot, '.', (size_t)(s.p + s.n - dot))) != NULL) {
		size_t i = (size_t)(dot - s.p) + 1;

		for (size_t k = i; k < s.n && k < i + 4; k++)
			if ((is_capital(s.p[k]) || s.p[k] == '\xE2') && s.p[k - 1] != ' ' && is_glued(s, k))
				return k;
		dot++;
	}
	return s.n;
}

/* Where the last sentence of a line begins, s.n if there is but one. */
static size_t
last_sentence(struct str s)
{
	for (size_t i = s.n; i-- > 30;)
		if (s.p[i - 1] == ' ' && is_capital(s.p[i]) && (s.p[i - 2] == '.' || ((s.p[i - 2] == '"' || s.p[i - 2] == ')') && s.p[i - 3] == '.'))
		    && (is_small(s.p[i - 3]) || is_digit(s.p[i - 3]) || s.p[i - 3] == '.'))
			return i;
	return s.n;
}

/* Names the day in its first lines, as first paragraphs do. */
static bool
names_day(struct str s)
{
	static const char *const days[] = { " Monday", " Tuesday", " Wednesday", " Thursday", " Friday", " Saturday", " Sunday", NULL };

	s = str_head(s, 260);
	for (size_t i = 0; days[i]; i++)
		if (str_has(s, str_z(days[i])))
			return true;
	return false;
}

static size_t
cut_at_rule(const struct bound *b, const struct view *v, size_t i)
{
	char sign = line_separator(text(v, i));
	size_t next;

	if (v->line[i].n < 8 || (sign != '=' && sign != '-' && sign != '#' && sign != '_'))
		return 0;
	next = view_next_prose(v, i + 1, 20);
	if (next == v->n)
		return 0;
	if (sign == '=')
		return b->texts ? i : 0;
	/* a digest's items: a headline or a dateline behind the line */
	for (size_t k = i + 1; k <= next && k < i + 6; k++)
		if (view_headline(v, k) || is(v, k, LINE_DATELINE | LINE_HEAD))
			return i;
	return 0;
}

static bool
header(const struct view *v, size_t i)
{
	return class(v, i) == CLASS_HEADER || (class(v, i) >= CLASS_HEADER_TITLE && class(v, i) <= CLASS_HEADER_URL);
}

/* The label that opened the page comes again: the next record of an archive. */
static bool
label_again(const struct view *v, size_t i)
{
	struct str s = text(v, i), first;
	size_t colon = str_find(s, STR(":"), 0);

	for (size_t k = 0; k < i && k < 4; k++) {
		first = text(v, k);
		if (header(v, k))
			return colon < s.n && colon < first.n && memcmp(s.p, first.p, colon + 1) == 0;
	}
	return false;
}

static size_t
cut_at(const struct bound *b, const struct view *v, size_t i)
{
	unsigned char c = class(v, i);

	if (c == CLASS_SEPARATOR)
		return cut_at_rule(b, v, i);
	if (c == CLASS_DOCUMENT)
		return i;
	if (!b->texts)
		return 0;
	if (c == CLASS_PREFIX || (header(v, i) && label_again(v, i)))
		return i;
	if (is(v, i, LINE_HEAD) || (c == CLASS_DIGEST && b->text != i) || view_cut_title(v, i))
		return seam_place(b, v, b->text, i);
	if (c == CLASS_SOURCE && b->text + 1 == i && view_headline(v, i - 1) && v->line[i - 1].words >= 4 && prose(v, i + 1)) /* a site's list of whole stories */
		return i - 1;
	return seam_find(b, v, i);
}

static void
advance(struct bound *b, const struct view *v, size_t i, size_t glue)
{
	b->stamped |= class(v, i) == CLASS_DATE && !b->texts;
	if (!prose(v, i))
		return;
	b->texts++;
	b->words += v->line[i].n < 400 ? v->line[i].words : v->line[i].n / 6; /* words of long lines are not counted */
	b->gaps += v->line[i].gap > 0;
	if (b->texts > 1 && v->line[i].gap > b->widest)
		b->widest = v->line[i].gap;
	b->koreans += is(v, i, LINE_KOREAN);
	if (b->texts > 1 && b->text + 1 == i && view_headline(v, i - 1))
		b->headings++;
	b->glues += glue < v->line[i].n;
	b->before = b->text;
	b->text = i + 1;
}

/* Another article begins inside line i, where cat glued two files: `...since 2012.First Launched by`. Offset, or 0. On a page
 * that has lost the blanks behind its full stops everywhere this tells nothing. */
static size_t
cut_inside(const struct bound *b, const struct view *v, size_t i, size_t at)
{
	struct str s = text(v, i), rest;
	size_t next = i + 1;

	if (b->texts < 2 || b->glues || !prose(v, i))
		return 0;
	if (at == s.n && !is(v, i, LINE_STOP))
		at = last_sentence(s);
	if (at == s.n)
		return 0;
	rest = str_from(s, at);
	if (is_glued(s, at) && rest.n < 120 && (rules_match(v->rules, rest) || rules_vocabulary(v->rules, rest)))
		return at; /* the next page's menu */
	if (line_stops(rest)) /* a first paragraph */
		return is_glued(s, at) && line_words(rest) >= 12 && names_day(rest) && b->texts >= 3 ? at : 0;
	if (line_words(rest) > 30 || (line_words(rest) < 4 && line_hangul(rest) < 8) || next >= v->n)
		return 0;
	if (str_eq(rest, text(v, next)) || class(v, next) == CLASS_DATE || class(v, next) == CLASS_BYLINE || class(v, next) == CLASS_CRUMB || class(v, next) == CLASS_URL
	    || class(v, next) == CLASS_SHARE || class(v, next) == CLASS_TOOL)
		return at;
	next = view_next_prose(v, next, 5);
	if (next == v->n)
		return 0;
	if (next > i + 1 && view_headline(v, i + 1) && view_shared_words(v, text(v, i + 1), next) >= 50)
		return at; /* a deck under it */
	return is_glued(s, at) || view_shared_words(v, rest, next) >= 50 || is(v, next, LINE_DATELINE) ? at : 0;
}

size_t
bound_find(struct bound *b, const struct view *v, size_t *inside)
{
	for (size_t i = b->at; i < v->n; i++) {
		size_t cut, glue;

		if (!v->final && i + BOUND_LOOK > v->n)
			break;
		if (i > 0 && is(v, i, LINE_CUT))
			return i;
		cut = i > 0 ? cut_at(b, v, i) : 0;
		if (cut)
			return cut;
		glue = prose(v, i) ? glued_at(text(v, i)) : v->line[i].n;
		*inside = cut_inside(b, v, i, glue);
		if (*inside)
			return i + 1;
		advance(b, v, i, glue);
		b->at = i + 1;
	}
	return v->final ? v->n : 0;
}
