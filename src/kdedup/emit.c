#include "emit.h"
#include "json.h"

void
emit_open(struct emit *e, const struct kdedup_opt *opt, struct out *out)
{
	*e = (struct emit) { .opt = opt, .out = out };
	if (!opt->report)
		return;
	e->report = out_report(opt->report, STR("id\t"), out);
	out_str(e->report, STR("id\tof\trel\tjaccard\tc_new\tc_old\tshared\tn_new\tn_old\tdays\tfigs\tcluster\n"));
}

/* An id comes from anybody's JSON: what would break the table becomes a space. */
static void
put_field(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		buf_char(b, (unsigned char)s.p[i] < ' ' ? ' ' : s.p[i]);
}

void
emit_report(struct emit *e, struct str id, const struct verdict *v)
{
	struct buf *b = &e->scratch;

	e->counts.articles++;
	e->counts.kept += !relation_drops(v->rel);
	e->counts.of[v->rel]++;
	if (!e->report || v->rel == REL_NONE)
		return;
	b->n = 0;
	put_field(b, id);
	buf_char(b, '\t');
	put_field(b, v->match);
	buf_char(b, '\t');
	pair_columns(b, v->rel, &v->pair);
	buf_char(b, '\t');
	put_field(b, v->cluster);
	buf_char(b, '\n');
	out_str(e->report, buf_view(b));
}

static void
set_dup(struct emit *e, struct article *a, const struct verdict *v, bool relation)
{
	struct buf *b = &e->scratch;

	b->n = 0;
	buf_char(b, '{');
	if (relation) {
		buf_str(b, STR("\"of\":"));
		json_put(b, v->cluster);
		buf_char(b, ',');
		pair_members(b, v->rel, &v->pair);
	}
	if (relation && v->members.n)
		buf_char(b, ',');
	buf_str(b, v->members);
	buf_char(b, '}');
	article_set_raw(a, KEY_DUP, arena_str(a->arena, buf_view(b)));
}

void
emit_article(struct emit *e, struct article *a, const struct verdict *v)
{
	bool drops = relation_drops(v->rel), annotated = e->opt->annotate || e->opt->duplicates;

	if (!e->opt->annotate && drops != e->opt->duplicates)
		return;
	if ((annotated && v->rel != REL_NONE) || v->members.n)
		set_dup(e, a, v, annotated && v->rel != REL_NONE);
	if (!a->raw.n) {
		article_write(e->out, a);
		return;
	}
	out_str(e->out, str_trim(a->raw)); /* without the CR of CRLF */
	out_char(e->out, '\n');
}

void
emit_sync(struct emit *e)
{
	out_sync(e->out);
	if (e->report)
		out_sync(e->report);
}

void
emit_close(struct emit *e)
{
	const unsigned long long *of = e->counts.of;

	if (e->report)
		out_close(e->report);
	if (e->opt->common.stats)
		opt_stats((struct opt_stat[]) { { "articles", e->counts.articles }, { "kept", e->counts.kept },
		    { "exact", of[REL_EXACT] }, { "same", of[REL_SAME] }, { "subset", of[REL_SUBSET] },
		    { "superset", of[REL_SUPERSET] }, { "template", of[REL_TEMPLATE] },
		    { "compared", e->counts.candidates }, { NULL, 0 } });
	buf_free(&e->scratch);
}
