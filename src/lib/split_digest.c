#include "split_digest.h"
#include "split_words.h"

void
carry_set(struct carry *c, struct article *a)
{
	struct str date = article_text(a, KEY_DATE), source = article_text(a, KEY_SOURCE);

	*c = (struct carry) { .set = true, .from = STR("published"), .before = c->before };
	c->date_n = date.n < sizeof c->date ? date.n : 0;
	memcpy(c->date, date.p ? date.p : "", c->date_n);
	c->source_n = source.n < sizeof c->source ? source.n : 0;
	memcpy(c->source, source.p ? source.p : "", c->source_n);
}

bool
digest_introduces(const struct page *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->line[i].class == CLASS_DIGEST)
			return true;
	return false;
}

bool
digest_opens(const struct page *p, struct article *a, bool more)
{
	const struct words cues = WORDS("tories", "ummary", "igest", "eadlines", "ound-up", "oundup", "rief", "ollowing", "items", "다음은", "소식", "주요 뉴스", "요약");
	struct str text = article_text(a, KEY_TEXT);

	if (p->n > 12 || !more || p->line[p->n].class != CLASS_SEPARATOR || line_separator(page_line(p, p->n)) != '-'
	    || line_words(text) > 40 || a->key[KEY_CAPTIONS].p || a->key[KEY_AUTHOR].p || p->line[0].class == CLASS_SEPARATOR)
		return false;
	for (size_t i = p->first; i < p->last; i++)
		if (p->line[i].flags & LINE_DATELINE)
			return false;
	for (size_t i = 0; i < p->n; i++)
		if (words_any(page_line(p, i), cues))
			return true;
	return false;
}
