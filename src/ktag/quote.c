#include "quote.h"

#include "quote_frame.h"
#include "utf8.h"

enum { LOOK = 60 }; /* bytes of a quotation that tell its language */

/* Is the quotation in Korean? */
static bool
korean(const struct frame *f, const struct stretch *q)
{
	size_t hangul = 0, len;
	struct str s = str_of(f->us->text.p + q->start, q->end - q->start < LOOK ? q->end - q->start : LOOK);

	for (size_t i = utf8_ascii(s); i < s.n; i += len) {
		len = 1;
		if ((uint8_t)s.p[i] >= 0x80)
			hangul += utf8_is_hangul(utf8_decode(s.p + i, q->end - q->start - i, &len));
	}
	return hangul > 1;
}

/* Notes for each unit the stretch in which it stands. */
static void
cover(struct frame *f)
{
	size_t size = (f->us->n + 1) * sizeof *f->us->stretch;

	f->us->stretch = memset(arena_alloc(f->d->arena, size), 0, size);
	for (size_t i = 0; i < f->all.n; i++) {
		f->doubles |= !f->all.items[i].single;
		for (size_t u = f->all.items[i].open; u <= f->all.items[i].close; u++)
			f->us->stretch[u] = (uint32_t)i + 1;
	}
}

static void
write_rows(struct doc *d, struct quote *rows, size_t n)
{
	size_t byte = 0, point = 0;

	if (d->article->key[KEY_QUOTES].p) /* what the article brought stays */
		return;
	for (size_t i = 0; i < n; i++) {
		point += utf8_count(str_of(d->text.p + byte, rows[i].start - byte));
		byte = rows[i].start;
		rows[i].start = point;
		rows[i].end = point + utf8_count(rows[i].text);
	}
	article_set_quotes(d->article, rows, n);
}

static struct str
verb_str(const struct frame *f, const struct speaker *s)
{
	if (s->verb == NONE || s->end == s->first)
		return str_of(NULL, 0);
	if (unit_says(f->us, s->verb, "according") && unit_says(f->us, s->verb + 1, "to"))
		return unit_span(f->us, s->verb, s->verb + 2);
	return unit_str(f->us, s->verb);
}

/* A quotation over several paragraphs may name its speaker at its end only. */
static void
name_opening(struct quote *rows, size_t first, size_t n)
{
	for (size_t i = first; i < n; i++) {
		rows[i].speaker = rows[n].speaker;
		rows[i].speaker_id = rows[n].speaker_id;
	}
}

/* The quotes of the stretches f->all, in their order; rows has room for as many. Returns their number. */
static size_t
find_rows(struct frame *f, struct quote *rows)
{
	const struct doc *d = f->d;
	size_t n = 0, open = 0; /* rows from `open` on are paragraphs of one quotation that has not said yet who speaks */

	for (size_t i = 0; i < f->all.n; i++) {
		const struct stretch *q = &f->all.items[i];
		struct speaker s = { .mention = NONE, .verb = NONE };

		if (!(korean(f, q) ? attribute_korean(f, i, &s) : attribute(f, i, &s)))
			continue;
		rows[n] = (struct quote) {
			.text = str_of(d->text.p + q->start, q->end - q->start), .start = q->start, .verb = verb_str(f, &s)
		};
		rows[n].speaker = speaker_name(f, &s, &rows[n].speaker_id);
		if (!s.guessed)
			name_opening(rows, open, n);
		if (!(s.guessed && q->goes_on))
			open = n + 1;
		f->before = s;
		f->before_index = i;
		n++;
	}
	return n;
}

void
quotes_find(struct doc *d, const struct role_list *roles)
{
	struct frame f = { .d = d,
		.us = roles->units,
		.say = &role_words_quotes,
		.given = &role_words_given,
		.roles = roles,
		.subject = NONE,
		.told = { NONE, NONE, NONE },
		.thing = { .mention = NONE },
		.before_index = NONE,
		.before = { .mention = NONE, .verb = NONE } };
	struct quote *rows;

	if (!f.us)
		return;
	stretches_find(&f.all, f.us, d->arena);
	if (f.all.n == 0)
		return;
	cover(&f);
	rows = arena_array(d->arena, f.all.n, sizeof *rows);
	write_rows(d, rows, find_rows(&f, rows));
	arena_drop(d->arena, f.us->stretch);
	arena_drop(d->arena, f.all.items);
	arena_drop(d->arena, rows);
}
