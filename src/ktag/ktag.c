#include "ktag.h"
#include "dates.h"
#include "err.h"
#include "format.h"
#include "hanja.h"
#include "kept.h"
#include "lexicon.h"
#include "memory.h"
#include "names.h"
#include "quote.h"
#include "reader.h"
#include "role.h"
#include "role_unit.h"
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
	struct kept kept[FIELDS + 1];
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

/* --block holds for what rules find, too: a name by its form, a surname of somebody named in full. */
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
tag(struct work *w, struct doc *d, const struct kept *kept)
{
	const struct ktag_opt *o = w->t->opt;

	if (!d->text.n)
		return;
	doc_tokens(d);
	kept_mark(kept, d);
	names_find(d, w->t->gaz);
	dates_find(d, article_text(w->a, KEY_DATE));
	amounts_find(d);
	if (o->block.n)
		drop_blocked(d, w->t->gaz);
	doc_settle(d, o->nested);
	refer(d, w->t->gaz, w->memory);
	if (o->block.n)
		drop_blocked(d, w->t->gaz);
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

/* Kept mentions on their way between the new ones. */
struct passing {
	const struct kept *of;
	size_t next;
	size_t reach; /* where those before `next` end */
};

/* Those that start at `last` or before. */
static void
put_kept(struct work *w, struct passing *p, size_t last)
{
	for (; p->next < p->of->n && p->of->items[p->next].start <= last; p->next++) {
		const struct entity *e = &p->of->items[p->next];

		if (e->end > p->reach)
			p->reach = e->end;
		if (!w->t->types || w->t->types & 1u << entity_type(e->type))
			w->items[w->n++] = *e;
	}
}

/* Does the new mention overlap one of the kept, of which those that start with it or before it are put? */
static inline bool
overlaps(const struct passing *p, const struct entity *e)
{
	return p->reach > e->start || (p->next < p->of->n && p->of->items[p->next].start < e->end);
}

/* Bytes become code points on one walk through the text. */
static void
collect(struct work *w, const struct doc *d, const struct kept *kept)
{
	struct passing passing = { .of = kept };
	bool body = str_eq(d->field, STR("text"));
	size_t at = 0, points = 0, plain = utf8_ascii(d->text);

	for (size_t i = 0; i < d->mentions_n; i++) {
		const struct mention *m = &d->mentions[i];
		struct str span = mention_str(d, m);
		struct entity *e;

		if (m->flags & MENTION_FIXED || (w->t->types && !(w->t->types & 1u << m->type)))
			continue;
		points += points_between(d->text, at, m->start, &plain);
		at = m->start;
		if (kept->n)
			put_kept(w, &passing, points);
		e = &w->items[w->n];
		*e = (struct entity) { .type = entity_label(m->type), .start = points,
			.end = points + (m->end <= plain ? span.n : utf8_count(span)), .text = span, .id = m->id, .name = m->name,
			.value = m->value, .field = body ? str_of(NULL, 0) : d->field,
			.rule = str_z(m->rule) };
		w->n += !kept->n || !overlaps(&passing, e);
	}
	put_kept(w, &passing, SIZE_MAX);
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
show(struct tagger *t, struct doc *d)
{
	if (t->types)
		drop_types(d, t->types);
	t->mentions += d->mentions_n;
	if (t->unknown)
		unknown_count(t->unknown, d);
	else
		format_write(t->out, d, t->opt);
}

/* --replace */
static void
drop_kept(struct article *a)
{
	for (int key = KEY_ENTITIES; key <= KEY_QUOTES; key++)
		article_set_raw(a, (enum key)key, str_of(NULL, 0));
}

static struct doc
doc_of(const struct work *w, struct str field, struct str text)
{
	return (struct doc) { .article = w->a, .arena = w->a->arena, .lexicon = w->t->lexicon, .field = field, .text = text };
}

/* Of a long text they take a lot of memory, which the mentions can have now. */
static void
drop_tokens(const struct doc *d, const struct units *units)
{
	arena_drop(d->arena, units->items);
	arena_drop(d->arena, d->calls);
	arena_drop(d->arena, d->tokens);
}

static void
write_json(struct work *w, struct doc *docs)
{
	struct role_list roles;
	size_t most = 0;

	roles_find(&docs[FIELD_TEXT], &roles);
	quotes_find(&docs[FIELD_TEXT], &roles);
	drop_tokens(&docs[FIELD_TEXT], roles.units);
	for (size_t f = 0; f < FIELDS; f++)
		most += docs[f].mentions_n + w->kept[f].n;
	w->items = arena_array(w->a->arena, most + w->kept[FIELDS].n, sizeof *w->items);
	for (size_t f = 0; f < FIELDS; f++)
		collect(w, &docs[f], &w->kept[f]);
	put_kept(w, &(struct passing) { .of = &w->kept[FIELDS] }, SIZE_MAX);
	w->t->mentions += w->n;
	article_set_entities(w->a, w->items, w->n);
	article_write(w->t->out, w->a);
}

/* The body comes first: title and captions lean on the names it spells out. */
static void
tag_article(struct tagger *t, struct article *a)
{
	static const int order[FIELDS] = { FIELD_TEXT, FIELD_TITLE, FIELD_CAPTIONS };
	struct work w = { .t = t, .a = a, .memory = memory_new(a->arena) };
	struct doc docs[FIELDS] = {
		[FIELD_TITLE] = doc_of(&w, STR("title"), article_text(a, KEY_TITLE)),
		[FIELD_TEXT] = doc_of(&w, STR("text"), article_text(a, KEY_TEXT)),
		[FIELD_CAPTIONS] = doc_of(&w, STR("captions"), joined(a, KEY_CAPTIONS)),
	};

	lexicon_trim(t->lexicon);
	if (t->opt->replace)
		drop_kept(a);
	else
		kept_read(w.kept, a, docs);
	for (size_t f = 0; f < FIELDS; f++)
		tag(&w, &docs[order[f]], &w.kept[order[f]]);
	if (t->opt->format == FORMAT_JSON) {
		write_json(&w, docs);
		return;
	}
	if (t->opt->format == FORMAT_TEXT && out_bytes(t->out) > 0)
		out_char(t->out, '\n');
	for (size_t f = 0; f < FIELDS; f++)
		show(t, &docs[f]);
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
	hanja_load();
	t.types = opt->only ? entity_types("--only", opt->only) : 0;
	t.gaz = gaz_open(&(struct gaz_opt) { .user = &opt->gazetteer, .block = &opt->block });
	t.lexicon = lexicon_new(&arena, t.gaz);
	t.unknown = opt->format == FORMAT_UNKNOWN ? unknown_new() : NULL;
	r = reader_open(in, &split);
	if (!opt->common.stats && !opt->common.progress)
		reader_relay(r);
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
