/* Captions that a label, a button or a player beside them tells, whatever their words. */
#include "split_fate.h"
#include "split_words.h"

/* `Image:`, `Image caption`, Nexis Uni's `Graphic`: the next line is a picture's text. */
static bool
opens_caption(struct str s)
{
	return s.n <= 16 && (str_last(s) == ':' || str_ends(s, STR("aption")) || str_eq(s, STR("Graphic")));
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
		else if (class(p, i - 1) == CLASS_PHOTO && opens_caption(label) && class(p, i) == CLASS_NONE
		    && p->line[i].words >= 4 && p->line[i].words <= 60 && !is(p, i, LINE_DATELINE) && !reports(p, i))
			classify(p, i, CLASS_CAPTION);
	}
}
