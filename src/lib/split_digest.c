#include "split_digest.h"
#include "ksplit_lists.h"
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
	for (size_t i = 0; page_has(p, IN(DIGEST)) && i < p->n; i++)
		if (class(p, i) == CLASS_DIGEST)
			return true;
	return false;
}

bool
digest_opens(const struct page *p, struct article *a, bool more)
{
	struct str told = article_text(a, KEY_TEXT);

	if (p->n > 12 || !more || p->line[p->n].class != CLASS_SEPARATOR || line_separator(text(p, p->n)) != '-'
	    || line_words(told) > 40 || a->key[KEY_CAPTIONS].p || a->key[KEY_AUTHOR].p || class(p, 0) == CLASS_SEPARATOR)
		return false;
	for (size_t i = p->first; i < p->last; i++)
		if (is(p, i, LINE_DATELINE))
			return false;
	for (size_t i = 0; i < p->n; i++)
		if (words_any(text(p, i), WORDS(DIGEST_WORDS)))
			return true;
	return false;
}

#define DIGEST_LOOK 200 /* lines behind an item in which its digest ends */

bool
digest_right(struct carry *c, const struct page *p, size_t n, bool ended)
{
	struct page all = *p;
	struct str as;

	if (!c->digest || c->source_n || class(p, 0) != CLASS_SEPARATOR)
		return true;
	all.n = n;
	for (size_t i = 0; i < n && i < DIGEST_LOOK; i++) {
		unsigned char own = class(&all, i);

		if (i >= p->n
		    && (is(&all, i, LINE_CUT | LINE_HEAD) || class_in(own, IN(DOCUMENT) | IN(URL) | IN(PREFIX) | IN(DATE))))
			return true;
		if (own != CLASS_LEGAL)
			continue;
		source_of_right(&all, i, &as);
		if (as.n && as.n < sizeof c->source) {
			memcpy(c->source, as.p, as.n);
			c->source_n = as.n;
			return true;
		}
	}
	return ended || n >= DIGEST_LOOK;
}
