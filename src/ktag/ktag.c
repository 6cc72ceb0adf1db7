#include "ktag.h"
#include "dates.h"
#include "err.h"
#include "format.h"
#include "lexicon.h"
#include "memory.h"
#include "names.h"
#include "quote.h"
#include "reader.h"
#include "role.h"
#include "unknown.h"
#include "utf8.h"
#include "words.h"

/* What all articles share. */
struct tagger {
	const struct ktag_opt *opt;
	struct out *out;
	struct gaz *gaz;
	struct lexicon *lexicon;
	struct unknown *unknown;
	unsigned types; /* of --only, a bit each */
	unsigned long long mentions;
};

/* An article while it is tagged. */
struct work {
	struct tagger *t;
	struct article *a;
	struct memory *memory;
	struct entity *items; /* what is written */
	size_t n;
	const struct entity *old; /* what the article had already */
	size_t old_n;
};

static struct str
joined(struct article *a, enum key key)
{
	struct str *items, all;
	size_t n = article_list(a, key, &items), size = 0;
	char *p;

	if (n == 1)
		return items[0];
	for (size_t i = 0; i < n; i++)
		size += items[i].n + 1;
	if (n == 0)
		return str_of(NULL, 0);
	p = arena_alloc(a->arena, size);
	all = str_of(p, size - 1);
	for (size_t i = 0; i < n; i++) {
		memcpy(p, items[i].p, items[i].n);
		p += items[i].n;
		if (i + 1 < n)
			*p++ = '\n';
	}
	return all;
}

static const char *
text_z(struct arena *arena, struct str s)
{
	char *p = arena_alloc(arena, s.n + 1);

	memcpy(p, s.n ? s.p : "", s.n);
	p[s.n] = '\0';
	return p;
}

/* The mentions that the article brought stay as they are; new ones may not overlap them. */
static void
add_old(struct work *w, struct doc *d)
{
	size_t at = 0, points = 0;

	for (size_t i = 0; i < w->old_n; i++) {
		const struct entity *e = &w->old[i];
		struct str field = e->field.n ? e->field : STR("text");
		if (!str_eq(field, d->field) || entity_type(e->type) == TYPES)
			continue;
		if (e->start < points)
			at = points = 0;
		at += utf8_offset(str_from(d->text, at), e->start - points);
		points = e->start;
		size_t end = at + utf8_offset(str_from(d->text, at), e->end - e->start);
		struct mention *m = doc_mention(d, entity_type(e->type), 0, end, "");
		*m = (struct mention) { .type = m->type, .token = (uint32_t)doc_token_of(d, at), .start = (uint32_t)at, .end = m->end, .flags = MENTION_FIXED,
			.id = e->id, .name = e->name, .value = e->value, .rule = text_z(d->arena, e->rule) };
	}
}

/* --block holds for what rules find, too. */
static void
drop_blocked(struct doc *d, const struct gaz *g)
{
	size_t n = 0;

	for (size_t i = 0; i < d->mentions_n; i++) {
		const struct mention *m = &d->mentions[i];
		if (m->flags & MENTION_FIXED || !gaz_blocked(g, mention_str(d, m)))
			d->mentions[n++] = *m;
	}
	d->mentions_n = n;
}

static void
tag(struct work *w, struct doc *d)
{
	const struct ktag_opt *o = w->t->opt;

	doc_tokens(d);
	add_old(w, d);
	names_find(d, w->t->gaz);
	dates_find(d, article_text(w->a, KEY_DATE));
	amounts_find(d);
	if (o->block.n)
		drop_blocked(d, w->t->gaz);
	doc_settle(d, o->nested);
	refer(d, w->t->gaz, w->memory);
	doc_settle(d, o->nested);
}

/* Code points of the text from byte a to byte b. *plain: up to there, and from the last b on, it is ASCII. */
static inline size_t
points_between(struct str text, size_t a, size_t b, size_t *plain)
{
	size_t n;

	if (b <= *plain)
		return b - a;
	n = utf8_count(str_of(text.p + a, b - a));
	*plain = b + utf8_ascii(str_from(text, b));
	return n;
}

/* Bytes become code points on one walk through the text. */
static void
collect(struct work *w, const struct doc *d)
{
	bool body = str_eq(d->field, STR("text"));
	size_t at = 0, points = 0, plain = utf8_ascii(d->text);

	for (size_t i = 0; i < d->mentions_n; i++) {
		const struct mention *m = &d->mentions[i];
		struct str span = mention_str(d, m);
		if (w->t->types && !(w->t->types & 1u << m->type))
			continue;
		points += points_between(d->text, at, m->start, &plain);
		at = m->start;
		w->items[w->n++] = (struct entity) { .type = entity_label(m->type), .start = points,
			.end = points + (m->end <= plain ? span.n : utf8_count(span)), .text = span, .id = m->id, .name = m->name,
			.value = m->value, .field = body ? str_of(NULL, 0) : d->field,
			.rule = str_z(m->rule) };
	}
}

/* --only */
static void
drop_types(struct doc *d, unsigned types)
{
	size_t n = 0;

	for (size_t i = 0; i < d->mentions_n; i++)
		if (types & 1u << d->mentions[i].type)
			d->mentions[n++] = d->mentions[i];
	d->mentions_n = n;
}

static void
show(struct work *w, struct doc *d)
{
	if (w->t->types)
		drop_types(d, w->t->types);
	if (w->t->unknown)
		unknown_count(w->t->unknown, d);
	else if (w->t->opt->format != FORMAT_JSON)
		format_write(w->t->out, d, w->t->opt);
}

static void
tag_field(struct work *w, struct doc *d, struct str field, struct str text)
{
	*d = (struct doc) { .article = w->a, .arena = w->a->arena, .lexicon = w->t->lexicon, .field = field, .text = text };
	if (text.n > 0)
		tag(w, d);
}

static void
read_old(struct work *w)
{
	const char *why;
	struct entity *old = NULL;
	long n;

	if (w->t->opt->replace) {
		for (int key = KEY_ENTITIES; key <= KEY_QUOTES; key++)
			article_set_raw(w->a, (enum key)key, str_of(NULL, 0));
		return;
	}
	n = article_entities(w->a, &old, &why);
	if (n < 0)
		err_at(STATUS_INPUT, w->a->file, w->a->line, "entities are dropped: %s", why);
	w->old = old;
	w->old_n = n > 0 ? (size_t)n : 0;
}

/* The body comes first: title and captions lean on the names it spells out. */
static void
tag_article(struct tagger *t, struct article *a)
{
	struct work w = { .t = t, .a = a, .memory = memory_new(a->arena) };
	struct role_list roles;
	struct doc title, text, captions;

	lexicon_trim(t->lexicon);
	read_old(&w);
	tag_field(&w, &text, STR("text"), article_text(a, KEY_TEXT));
	tag_field(&w, &title, STR("title"), article_text(a, KEY_TITLE));
	tag_field(&w, &captions, STR("captions"), joined(a, KEY_CAPTIONS));
	if (t->opt->format == FORMAT_JSON) { /* the others do not show them */
		roles_find(&text, &roles);
		quotes_find(&text, &roles);
	}
	w.items = arena_array(a->arena, title.mentions_n + text.mentions_n + captions.mentions_n, sizeof *w.items);
	collect(&w, &title);
	collect(&w, &text);
	collect(&w, &captions);
	t->mentions += w.n;
	if (t->opt->format == FORMAT_JSON) {
		article_set_entities(a, w.items, w.n);
		article_write(t->out, a);
		return;
	}
	if (t->opt->format == FORMAT_TEXT && out_bytes(t->out) > 0)
		out_char(t->out, '\n');
	show(&w, &title);
	show(&w, &text);
	show(&w, &captions);
}

static void
stats(const struct tagger *t, const struct in *in, unsigned long long articles)
{
	const struct opt_stat pairs[] = {
		{ "bytes", in_bytes(in) }, { "articles", articles }, { "mentions", t->mentions }, { NULL, 0 },
	};

	opt_stats(pairs);
}

void
ktag_run(struct in *in, struct out *out, const struct ktag_opt *opt)
{
	struct tagger t = { .opt = opt, .out = out };
	struct arena arena = { 0 };
	struct split_opt split = { .max_article = opt->common.max_article };
	struct reader *r;
	struct article a;

	dates_load();
	t.types = opt->only ? entity_types("--only", opt->only) : 0;
	t.gaz = gaz_open(&(struct gaz_opt) { .user = &opt->gazetteer, .block = &opt->block });
	t.lexicon = lexicon_new(&arena, t.gaz);
	t.unknown = opt->format == FORMAT_UNKNOWN ? unknown_new() : NULL;
	r = reader_open(in, &split);
	while (reader_next(r, &a))
		tag_article(&t, &a);
	if (t.unknown)
		unknown_write(t.unknown, out);
	if (opt->common.stats)
		stats(&t, in, reader_count(r));
	reader_close(r);
	arena_free(&arena);
	gaz_close(t.gaz);
}
