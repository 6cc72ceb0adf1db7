/* What the verbs of a line tell: a report, a past that captions have not, whether it speaks plainly or politely. */
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

bool
line_polite(struct str s)
{
	return (str_last(s) & 0x80 || str_ends_in(s, ".?!"))
	    && words_end(s, WORDS("니다.", "니다", "니다!", "니까?", "세요.", "세요", "세요!", "세요?", "시오.", "에요.", "어요.", "해요."))
	    && !words_any(s, WORDS("\"", "“", "<", "「"));
}

enum speech
line_speech(struct str s)
{
	if (words_end(s, WORDS("니다.", "니까?", "세요.", "죠.", "요.")))
		return SPEECH_POLITE;
	return str_ends(s, STR("다.")) ? SPEECH_PLAIN : SPEECH_NONE;
}
