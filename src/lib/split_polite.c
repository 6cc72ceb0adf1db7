/* Korean papers tell in the plain form, `밝혔다`, and speak to their readers in the polite one, `양해 바랍니다`: on a page that tells plainly, a
 * polite sentence round the story is the site's. Broadcasters and offices are polite throughout; of them it tells nothing. */
#include "split_fate.h"
#include "split_words.h"

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

static bool
tells_plainly(const struct page *p)
{
	size_t plain = 0, others = 0;

	for (size_t i = p->first; i < p->n; i++) {
		if (!prose(p, i))
			continue;
		if (line_polite(text(p, i)))
			others++;
		else
			plain += str_ends(text(p, i), STR("다."));
	}
	return plain >= 2 && 2 * plain >= others;
}

static bool
furniture(const struct page *p, size_t i)
{
	return !class_in(class(p, i), IN(NONE) | IN(TITLE) | IN(CRUMB) | IN(CAPTION));
}

/* Sentences of the site among furniture, inside of the story and below it. */
static void
drop_below(struct page *p)
{
	size_t told = p->first;
	bool below = false; /* there is furniture below the story's last sentence */

	for (size_t i = p->first; i < p->n; i++)
		if (prose(p, i) && !line_polite(text(p, i)))
			told = i;
	for (size_t i = p->first + 1; i < p->n; i++) {
		below |= i > told && furniture(p, i);
		if (prose(p, i) && line_polite(text(p, i)) && below)
			drop(p, i, CLASS_NOTICE);
	}
}

void
polite_drop(struct page *p)
{
	if (!p->korean || !tells_plainly(p))
		return;
	drop_below(p);
}
