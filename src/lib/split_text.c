/* The text of an article: the lines of its body joined, without what stands before and behind it; its captions and decks. */
#include "ascii.h"
#include "buf.h"
#include "ksplit_lists.h"
#include "split_meta.h"
#include "split_page.h"
#include "split_words.h"

/* Without where the rest stands, behind the last sentence: `... giving details. Read more at Harbor News.` */
static struct str
without_more(struct str s)
{
	const struct words leads = WORDS(" Read more at ", " Read more on ", " Read More at ");
	size_t from = s.n > 60 ? s.n - 60 : s.n, at = from + words_find(str_from(s, from), leads);

	return at < s.n && line_stops(str_of(s.p, at)) ? str_of(s.p, at) : s;
}

/* The marks that stand behind the last word: `(END)`, `-0-`, `(Yonhap)`. */
static struct str
without_end_mark(const struct page *p, struct str s, struct article *a)
{
	struct str agency;
	size_t end;

	for (size_t n; (n = words_end(s, WORDS("(END)", "(end)", "-0-", "(끝)", "-30-", "■", "/끝/", "/End/", "Enditem"))) > 0;)
		s = str_trim(str_of(s.p, s.n - n));
	s = without_more(line_without_link(s));
	end = line_sign_off(p->rules, s, &agency);
	if (end < s.n)
		article_set(a, KEY_AGENCY, agency);
	return str_last(s) == ')' ? s : str_of(s.p, end); /* in brackets it is part of the text */
}

/* Does line i go on with the sentence of the line above? `..., said⏎⏎US-South Korea drills⏎⏎that began ...`: a page set every link
 * of its text on a line of its own. */
static bool
goes_on(const struct page *p, size_t i)
{
	struct str s = text(p, i), above = text(p, i - 1);

	return s.n && above.n && !is(p, i - 1, LINE_STOP | LINE_KOREAN) && (is_small(*s.p) || *s.p == ',')
	    && (is_small(str_last(above)) || is_capital(str_last(above)) || is_digit(str_last(above)));
}

/* What stands between line i of the body and what is already printed of it. */
static struct str
joint(const struct page *p, size_t i)
{
	if (i <= p->first || p->fate[i - 1] != FATE_BODY || !goes_on(p, i))
		return STR("\n");
	return *text(p, i).p == ',' ? STR("") : STR(" ");
}

/* What an aggregator writes before the first paragraph: `(MENAFN- IANS) Washington, Aug 19 (IANS) ...` */
static struct str
without_label(struct str s)
{
	size_t close = str_starts(s, STR("(MENAFN")) ? str_find(s, STR(")"), 0) : s.n;

	while (close + 1 < s.n && s.p[close + 1] == ')')
		close++;
	return close < 60 && close < s.n ? str_trim(str_from(s, close + 1)) : s;
}

/* Room for the whole body, in the arena: nothing grows, and the article keeps it. */
static struct buf
room_for_body(const struct page *p)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < p->n; i++)
		b.cap += (p->line[i].n + STR("\n").n) * (p->fate[i] == FATE_BODY);
	b.p = arena_alloc(p->arena, b.cap);
	return b;
}

void
text_keep(struct page *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->fate[i] == FATE_BODY || p->fate[i] == FATE_CAPTION || p->title < p->n)
			return;
	for (size_t i = 0; i < p->n; i++)
		if (class_in(class(p, i), IN(NONE) | IN(OTHER)))
			p->fate[i] = FATE_BODY;
}

/* Asks the page from line i on for money before it goes on? */
static bool
walled(const struct page *p, size_t i)
{
	for (size_t end = i + 4; i < end && i < p->n && p->fate[i] == FATE_DROP; i++)
		if (class_in(class(p, i), IN(CONTINUE) | IN(SUBSCRIBE) | IN(OTHER)) && words_any(text(p, i), WORDS(PAYWALLS)))
			return true;
	return false;
}

void
text_find(const struct page *p, struct article *a)
{
	struct buf b = room_for_body(p);
	struct str *captions = arena_array(p->arena, p->n + 1, sizeof *captions), *decks = arena_array(p->arena, p->n + 1, sizeof *decks);
	size_t n = 0, d = 0, last = p->n;
	bool open = false; /* the last sentence has no end */

	for (size_t i = 0; i < p->n; i++)
		last = p->fate[i] == FATE_BODY ? i : last;
	for (size_t i = 0; i < p->n; i++) {
		struct str s = text(p, i);

		if (p->fate[i] == FATE_CAPTION)
			captions[n++] = caption_clean(s);
		if (p->fate[i] != FATE_BODY)
			continue;
		s = without_label(s);
		if (i == last) {
			s = without_end_mark(p, s, a);
			open = !is(p, i, LINE_STOP) && !line_stops(s) && line_sign_off(p->rules, s, NULL) == s.n;
		}
		if (i < p->first && p->first < p->n && i > p->title && s.n && !strchr("[<", *s.p) && !line_greets(s)
		    && str_last(s) != ':') /* no `[Anchor]`, no `A spokesperson said:` */
			decks[d++] = s;
		if (b.n && s.n)
			buf_str(&b, joint(p, i));
		buf_str(&b, s);
	}
	article_set_text(a, buf_view(&b));
	article_set_list(a, KEY_CAPTIONS, captions, n);
	article_set_list(a, KEY_DECK, decks, d);
	if (last < p->n && ((last + 1 == p->n && open && p->line[last].words >= 8) || walled(p, last + 1)))
		article_set_raw(a, KEY_TRUNCATED, STR("true"));
}
