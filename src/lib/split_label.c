/* Captions that a label, a button or a player beside them tells, whatever their words. */
#include "split_fate.h"
#include "split_words.h"

/* What screens show to hide a picture's text. */
static bool
hides_caption(struct str s)
{
	return str_starts_nocase(s, STR("hide caption")) || str_starts_nocase(s, STR("toggle caption"));
}

/* `Image:`, `Image caption`, Nexis Uni's `Graphic`: the next line is a picture's text. */
static bool
opens_caption(struct str s)
{
	return s.n <= 16 && (str_last(s) == ':' || str_ends(s, STR("aption")) || str_eq(s, STR("Graphic"))) && !hides_caption(s);
}

/* Above the button that hides it stands a picture's text, and between the two whose it is, which may come again below. */
static void
take_hidden(struct page *p, size_t button)
{
	size_t told = button - 1, from;

	if (told > 0 && class(p, told) == CLASS_NONE && !is(p, told, LINE_STOP) && p->line[told].words <= 9)
		told--;
	if (class(p, told) != CLASS_NONE || !is(p, told, LINE_STOP | LINE_HEADLINE) || p->line[told].words < 5)
		return;
	classify(p, told, CLASS_CAPTION);
	for (from = button; from < p->n && from < button + 3 && class(p, from) == CLASS_PHOTO;)
		from++;
	if (told + 2 == button && from < p->n && same(p, told + 1, from))
		classify(p, from, CLASS_PHOTO);
	if (told + 2 == button)
		classify(p, told + 1, CLASS_PHOTO);
}

/* The last line of a player, as USA Today prints it above the film's text: `CLOSE`; `Embed`, `x`, `Share`. And of a link to a picture. */
static bool
player_ends(const struct page *p, size_t i)
{
	struct str s = text(p, i);

	return str_eq(s, STR("CLOSE")) || (i > 1 && str_eq(s, STR("Share")) && str_eq(text(p, i - 2), STR("Embed")))
	    || str_eq(s, STR("A link has been posted to your Facebook feed."));
}

void
labels_find(struct page *p)
{
	for (size_t i = 1; i < p->n; i++) {
		struct str label = text(p, i - 1);

		if (player_ends(p, i - 1) && line_plain(&p->line[i], LINE_DATELINE, 0) && p->line[i].words >= 8)
			classify(p, i, CLASS_CAPTION);
		else if (class(p, i) == CLASS_PHOTO && hides_caption(text(p, i)))
			take_hidden(p, i);
		else if (class(p, i - 1) == CLASS_PHOTO && opens_caption(label) && class(p, i) == CLASS_NONE
		    && p->line[i].words >= 4 && p->line[i].words <= 60 && !is(p, i, LINE_DATELINE) && !reports(p, i))
			classify(p, i, CLASS_CAPTION);
	}
}
