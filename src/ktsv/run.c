#include "counts.h"
#include "doc.h"
#include "err.h"
#include "filter.h"
#include "folder.h"
#include "ktsv.h"
#include "reader.h"
#include "rows.h"
#include "sheet.h"

typedef void maker(struct sheet *, struct doc *, const struct filter *);

static maker *const makers[TABLES] = {
	[ARTICLES] = rows_articles,
	[MENTIONS] = rows_mentions,
	[ROLES] = rows_roles,
	[QUOTES] = rows_quotes,
	[DATES] = rows_dates,
	[PAIRS] = rows_pairs,
	[PARAGRAPHS] = rows_paragraphs,
};

struct run {
	unsigned tables; /* bit set */
	struct sheet sheets[TABLES];
	struct dialect dialect;
	struct filter filter;
	struct counts *counts;
	struct folder *folder; /* --outdir */
};

static void
dialect_open(struct dialect *d, const struct ktsv_opt *o)
{
	static const char *const names[] = { "tsv", "csv", "jsonl", NULL };
	size_t i = opt_choice("format", str_z(o->format ? o->format : o->excel ? "csv" : "tsv"), names);

	if (i == JSONL && (o->escape || o->excel || o->null))
		err_usage("--escape, --null and --excel are not for jsonl");
	if (o->null && strpbrk(o->null, i == CSV ? "\t\r\n,\"" : "\t\r\n"))
		err_usage("--null: what stands for nothing must not break the table");
	*d = (struct dialect) { .format = i, .escape = o->escape, .excel = o->excel, .null = str_z(o->null) };
}

static unsigned
tables_wanted(const struct ktsv_opt *o)
{
	unsigned tables;

	if (o->outdir) {
		if (o->columns)
			err_usage("-f chooses columns of one table; it does not go with --outdir");
		return table_list(o->table ? o->table : "all");
	}
	tables = table_list(o->table ? o->table : "mentions");
	if (tables & (tables - 1))
		err_usage("-t: several tables need --outdir, --schema or --load");
	return tables;
}

static void
run_open(struct run *r, struct out *out, const struct ktsv_opt *o)
{
	*r = (struct run) { .tables = tables_wanted(o) };
	dialect_open(&r->dialect, o);
	filter_open(&r->filter, o);
	r->counts = counts_open(counts_by(o->by, r->tables));
	for (size_t t = 0; t < TABLES; t++)
		if (r->tables >> t & 1)
			r->sheets[t] = (struct sheet) { .def = &table_defs[t], .dialect = &r->dialect, .out = out,
				.pick = table_pick(&table_defs[t], o->columns) };
	if (o->outdir)
		r->folder = folder_open(o->outdir, r->dialect.format);
	for (size_t t = 0; t < TABLES; t++) {
		if (!r->sheets[t].def)
			continue;
		if (r->folder)
			r->sheets[t].out = folder_add(r->folder, table_defs[t].name);
		sheet_header(&r->sheets[t], !o->no_header);
	}
}

static void
run_article(struct run *r, struct doc *d)
{
	for (size_t t = 0; t < TABLES; t++) {
		struct sheet *s = &r->sheets[t];

		if (!s->def)
			continue;
		if (t == COUNTS)
			counts_add(r->counts, s, d, &r->filter);
		else
			makers[t](s, d, &r->filter);
		sheet_pour(s);
	}
	if (r->dialect.cut)
		err_at(STATUS_INPUT, d->a->file, d->a->line, "a cell was cut to 32767 characters (--excel)");
	r->dialect.cut = false;
}

static unsigned long long
run_close(struct run *r)
{
	unsigned long long rows = 0;

	counts_close(r->counts, &r->sheets[COUNTS]);
	for (size_t t = 0; t < TABLES; t++) {
		struct sheet *s = &r->sheets[t];

		if (!s->def)
			continue;
		sheet_pour(s);
		rows += s->n;
		buf_free(&s->rows);
	}
	if (r->folder)
		folder_close(r->folder);
	filter_close(&r->filter);
	return rows;
}

void
ktsv_run(struct in *in, struct out *out, const struct ktsv_opt *o)
{
	struct split_opt split = { .max_article = o->common.max_article };
	struct reader *reader;
	struct doc d = { 0 };
	struct article a;
	struct run r;
	unsigned long long articles, rows;

	run_open(&r, out, o);
	reader = reader_open(in, &split);
	reader_annotations(reader);
	while (reader_next(reader, &a))
		if (filter_date(&r.filter, article_text(&a, KEY_DATE)) && doc_load(&d, &a, &r.dialect))
			run_article(&r, &d);
	articles = reader_count(reader);
	reader_close(reader);
	doc_close(&d);
	rows = run_close(&r);
	if (o->common.stats)
		opt_stats((struct opt_stat[]) { { "articles", articles }, { "rows", rows }, { NULL, 0 } });
}
