/* What the verbs of a line tell: a report, or a past that captions have not. */
#include "ksplit_lists.h"
#include "split_fate.h"
#include "split_letters.h"
#include "split_words.h"

/* What somebody said, did or will do. */
static bool
has_report(const struct rules *r, struct str s)
{
	return line_told(r, s) || words_any(s, WORDS(" called on", "했다", " will "));
}

bool
reports(const struct page *p, size_t i)
{
	return page_asks(p, i, ASK_REPORTS, has_report);
}

static bool
has_past(const struct rules *r, struct str s)
{
	(void)r;
	if (words_any(s, WORDS(PAST_VERBS)))
		return true;
	for (size_t at = str_find(s, STR("ed "), 0); at < s.n; at = str_find(s, STR("ed "), at + 1)) {
		size_t from = letters_small_from(s, at);

		if (at > from + 1 && (from == 0 || s.p[from - 1] == ' ')) /* no Armed Services */
			return true;
	}
	return false;
}

bool
in_past(const struct page *p, size_t i)
{
	return page_asks(p, i, ASK_PAST, has_past);
}
