/* What becomes of the lines above, in and below the text that no rule has spoken of. */
#include "split_fate.h"
#include "split_naming.h"
#include "split_opening.h"
#include "split_source.h"

/* Not `Country:`, `(As prepared for delivery)`. */
static bool
could_be_deck(const struct page *p, size_t i)
{
	struct str s = text(p, i);

	if (line_greets(s))
		return true;
	if (line_speaker_tag(s)
	    && !(str_last(s) == ':' && i + 1 < p->n && p->line[i + 1].words < 8 && !is(p, i + 1, LINE_PROSE | LINE_STOP | LINE_KOREAN)))
		return true;
	if (!is(p, i, LINE_KOREAN) && (str_last(s) == ':' || (*s.p == '(' && str_last(s) == ')')) && p->line[i].words <= 6)
		return false;
	return p->line[i].words >= 4 || is(p, i, LINE_KOREAN | LINE_STOP);
}

/* Under the date of a Korean page stands what serves the reader's screen, and decks. */
static bool
serves_screen(const struct page *p, size_t i)
{
	struct str s = text(p, i);
	bool several = p->line[i].words >= 3;

	return !is(p, i, LINE_STOP) && line_hangul(s) < (several ? 9 : 15) && !line_speaker_tag(s) && !opens_broken(p, i)
	    && !str_starts(s, STR("■ "))
	    && !(several && i > 0 && p->fate[i - 1] == FATE_BODY); /* the second line of a deck */
}

/* `국경`, `정치`: one short word in Korean opens no text; who speaks, `앵커:`, does. */
static bool
word_alone(const struct page *p, size_t i)
{
	struct str s = text(p, i);

	return p->korean && p->first < p->n && p->line[i].words == 1 && s.n <= 15 && line_hangul(s) * 3 == s.n && !line_greets(s);
}

/* What a picture shows, in words for machines, above its caption: `border, river, smuggling`. */
static bool
alt_words(const struct page *p, size_t i)
{
	return i + 1 < p->first && class(p, i + 1) == CLASS_CAPTION && is_small(*text(p, i).p) && !is(p, i, LINE_STOP);
}

/* The class of a line of no class above the text; CLASS_NONE: it belongs to the text. */
static unsigned char
class_above(const struct page *p, size_t i, bool stamped)
{
	if (p->korean && stamped && serves_screen(p, i))
		return CLASS_TOOL;
	if (p->title < p->n && i < p->title)
		return line_words(text(p, i)) <= 3 ? CLASS_SECTION : CLASS_OTHER;
	if (word_alone(p, i) || alt_words(p, i))
		return CLASS_OTHER;
	return could_be_deck(p, i) && !dateline_place(p->rules, text(p, i)).n ? CLASS_NONE : CLASS_OTHER;
}

/* Text, or furniture of that class. */
static void
decide(struct page *p, size_t i, unsigned char class)
{
	if (class == CLASS_NONE)
		p->fate[i] = FATE_BODY;
	else
		drop(p, i, class);
}

/* Above line `text` an archive's summary stands. */
static void
decide_head(struct page *p, size_t text)
{
	bool stamped = false;

	for (size_t i = 0; i < p->first && i < p->n; i++) {
		unsigned char c = class(p, i);

		stamped |= c == CLASS_DATE;
		if (p->fate[i] != FATE_OPEN)
			continue;
		if (i == p->title)
			p->fate[i] = FATE_TITLE;
		else if (i < text)
			drop(p, i, CLASS_SUMMARY);
		else if (c == CLASS_CAPTION)
			p->fate[i] = FATE_CAPTION;
		else
			decide(p, i, c == CLASS_NONE ? class_above(p, i, stamped) : c);
	}
}

/* A furniture word inside the body that could be a cross-heading stays, unless others stand beside it. */
static bool
lonely(const struct page *p, size_t i)
{
	bool before = i > 0 && !class_in(class(p, i - 1), IN(NONE) | IN(CAPTION));
	bool after = i + 1 < p->n && !class_in(class(p, i + 1), IN(NONE) | IN(CAPTION));

	return is(p, i, LINE_EDGE) && !before && !after
	    && !class_in(class(p, i), IN(SHARE) | IN(AGENCY)); /* Yonhap: whose picture stood there */
}

static void
decide_body(struct page *p)
{
	for (size_t i = p->first; i < p->last; i++) {
		unsigned char c = class(p, i);

		if (p->fate[i] != FATE_OPEN)
			continue;
		if (c == CLASS_CAPTION)
			p->fate[i] = FATE_CAPTION;
		else if (class_in(c, IN(NONE) | IN(CRUMB)) || lonely(p, i))
			p->fate[i] = FATE_BODY;
		else if (c == CLASS_DATE && p->line[i].words <= 3 && !is(p, i, LINE_STOP) && i > p->first
		    && !stamp_full(p->rules, text(p, i)))
			p->fate[i] = FATE_BODY; /* a chronicle's heading */
		else
			p->fate[i] = FATE_DROP;
	}
}

/* Two lines in a row that end no sentence, below a text that ended with one: other headlines, or their first words. */
static bool
opens_list(const struct page *p, size_t i)
{
	if (i == 0 || i + 1 >= p->n || !is(p, i - 1, LINE_STOP) || is(p, i, LINE_STOP | LINE_DATELINE) || !is(p, i, LINE_HEADLINE)
	    || class(p, i + 1) != CLASS_NONE || page_asks(p, i, ASK_TOLD, line_told))
		return false;
	return !is(p, i + 1, LINE_STOP | LINE_PROSE);
}

/* Money of one country in that of another, `($1 = 1,357.2000 won)`, and the directions of a transcript: part of the text. */
static bool
belongs(struct str s)
{
	return str_starts(s, STR("($1 = ")) || (*s.p != '<' && str_last(s) == ')' && line_speaker_tag(s));
}

/* The class of a line of no class with nothing but text above it; CLASS_NONE: it is text, perhaps its last, broken line. */
static unsigned char
class_below(const struct page *p, size_t i)
{
	struct str s = text(p, i), as;
	bool story = is(p, i, LINE_STOP);

	if (rules_outlet(p->rules, s, &as))
		return CLASS_AGENCY;
	if (belongs(s))
		return CLASS_NONE;
	if (i > 0 && p->fate[i - 1] == FATE_BODY && opens_broken(p, i))
		return CLASS_NONE;
	if (opens_list(p, i))
		return CLASS_RELATED;
	if (p->korean)
		story = (story && line_hangul(s) >= 4 && !memchr(s.p, '!', s.n))
		    || (i + 1 == p->n && line_hangul(s) >= 20);
	else
		story |= p->line[i].words >= 6 || p->first == p->n;
	story |= i + 1 == p->n && opening_half(s);
	return story ? CLASS_NONE : CLASS_OTHER;
}

/* Where a page was cut, behind an advertisement. */
static bool
cut_off(const struct page *p, size_t i)
{
	struct str s = text(p, i);

	return i + 1 == p->n && i > 0 && p->line[i].words >= 10 && s.n >= 70 && is_small(str_last(s))
	    && !class_in(class(p, i - 1), IN(LEGAL) | IN(COMMENT) | IN(NAV) | IN(TAGS));
}

/* Behind furniture nothing is text. */
static void
decide_tail(struct page *p)
{
	bool behind = false;

	for (size_t i = p->last; i < p->n; i++) {
		unsigned char c = class(p, i);

		if (p->fate[i] == FATE_OPEN && c == CLASS_CAPTION)
			p->fate[i] = FATE_CAPTION;
		else if (p->fate[i] == FATE_OPEN && c == CLASS_NONE)
			decide(p, i, !behind ? class_below(p, i) : cut_off(p, i) ? CLASS_NONE : CLASS_OTHER);
		else if (p->fate[i] == FATE_OPEN)
			p->fate[i] = FATE_DROP;
		behind |= p->fate[i] == FATE_DROP && c != CLASS_TITLE;
	}
}

void
fates_decide(struct page *p, size_t text)
{
	decide_head(p, text);
	decide_body(p);
	decide_tail(p);
}

static void
drop_double(struct page *p, size_t i)
{
	p->fate[i] = FATE_DROP;
	classify(p, i, CLASS_DOUBLED);
}

void
doubles_drop(struct page *p)
{
	size_t size = 64, *slot, k; /* a hash table of lines, counted from 1 */

	while (size < p->n * 2)
		size *= 2;
	slot = arena_array(p->arena, size, sizeof *slot);
	memset(slot, 0, size * sizeof *slot);
	for (size_t i = 0; i < p->n; i++) {
		bool body = p->fate[i] == FATE_BODY, caption = p->fate[i] == FATE_CAPTION;
		size_t least = body ? 40 : 1;

		if (!((body | caption) & (p->line[i].n >= least)))
			continue;
		for (k = p->line[i].hash & (size - 1); slot[k] && !same(p, slot[k] - 1, i);)
			k = (k + 1) & (size - 1);
		if (slot[k])
			drop_double(p, i);
		else
			slot[k] = i + 1;
	}
}
