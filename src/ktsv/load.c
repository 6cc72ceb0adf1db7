/* --load: the commands that take the tables in. The tests run what is printed here. A database gets all of them or nothing: what stopped
 * half-way could not be run again over the tables that are there. */
#include "counts.h"
#include "err.h"
#include "filter.h"
#include "schema.h"

/* A word of a shell command. */
static void
put_word(struct buf *b, const char *word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./,:=+@%";

	buf_char(b, ' ');
	if (*word && strspn(word, plain) == strlen(word)) {
		buf_str(b, str_z(word));
		return;
	}
	buf_char(b, '\'');
	for (; *word; word++)
		if (*word == '\'')
			buf_str(b, STR("'\\''"));
		else
			buf_char(b, *word);
	buf_char(b, '\'');
}

static void
put_option(struct buf *b, const char *option, const char *value)
{
	if (!value)
		return;
	buf_format(b, " %s", option);
	put_word(b, value);
}

/* A table and the folder of its file ("" or "tables/"). */
struct target {
	const struct table_def *table;
	struct pick pick;
	const char *name, *folder;
};

/* csv: `.mode tabs` takes a quotation mark at the front of a cell for an opening one and swallows rows, and `.mode ascii`
 * drops a row whose first cell is empty. */
static void
load_sqlite(struct buf *b, const struct target *t)
{
	buf_format(b, ".import --csv --skip 1 %s%s.csv %s\n", t->folder, t->name, t->name);
}

/* MAX_LINE_SIZE: the length of the longest paragraph there can be. */
static void
load_duckdb(struct buf *b, const struct target *t)
{
	buf_format(b,
	    "COPY \"%s\" FROM '%s%s.tsv' (FORMAT csv, AUTO_DETECT false, HEADER, DELIMITER '\\t', QUOTE '',\n"
	    "\tESCAPE '', COMMENT '', NULLSTR '', NEW_LINE '\\n', MAX_LINE_SIZE 134217728);\n",
	    t->name, t->folder, t->name);
}

static void
load_postgres(struct buf *b, const struct target *t)
{
	buf_format(b, "\\copy \"%s\" FROM '%s%s.tsv' WITH (FORMAT text, NULL '\\N', ENCODING 'UTF8')\n", t->name, t->folder, t->name);
}

/* A line for each column of numbers; `format` takes table, column, table, column. */
static void
each_number(struct buf *b, const struct target *t, const char *format)
{
	for (size_t i = 0; i < t->pick.n; i++) {
		const struct column *c = &t->table->columns[t->pick.at[i]];

		if (c->kind == NUMBER)
			buf_format(b, format, t->name, c->name, t->name, c->name);
	}
}

static void
load_pandas(struct buf *b, const struct target *t)
{
	buf_format(b,
	    "%s = pandas.read_csv(\"%s%s.tsv\", sep=\"\\t\", quoting=csv.QUOTE_NONE, dtype=str,\n"
	    "    na_filter=False, skip_blank_lines=False, encoding=\"utf-8\", lineterminator=\"\\n\")\n",
	    t->name, t->folder, t->name);
	each_number(b, t, "%s[\"%s\"] = pandas.to_numeric(%s[\"%s\"]).astype(\"Int64\")\n");
	buf_format(b, "%s.to_pickle(\"%s%s.pkl\")\n", t->name, t->folder, t->name);
}

static void
load_r(struct buf *b, const struct target *t)
{
	buf_format(b,
	    "%s <- read.delim(\"%s%s.tsv\", quote = \"\", comment.char = \"\", na.strings = character(0),\n"
	    "    colClasses = \"character\", blank.lines.skip = FALSE, encoding = \"UTF-8\", check.names = FALSE)\n",
	    t->name, t->folder, t->name);
	each_number(b, t, "%s$%s <- as.numeric(%s$%s)\n");
	buf_format(b, "saveRDS(%s, \"%s%s.rds\")\n", t->name, t->folder, t->name);
}

static void
load_miller(struct buf *b, const struct target *t)
{
	buf_format(b, " &&\nmlr --itsv --ojson -S cat %s%s.tsv >%s%s.json", t->folder, t->name, t->folder, t->name);
}

static const struct reader_def {
	const char *name;
	const char *options; /* of ktsv */
	const char *opening; /* behind the command of ktsv */
	const char *database; /* whose CREATE TABLE comes next */
	const char *before;
	void (*load)(struct buf *b, const struct target *t);
	const char *closing;
} readers[] = {
	{ "sqlite", " --format csv", " &&\nsqlite3 -bail kwire.db <<'END'\nBEGIN;\n", "sqlite", "", load_sqlite, "COMMIT;\nEND\n" },
	{ "duckdb", "", " &&\nduckdb -bail kwire.duckdb <<'END'\nBEGIN;\n", "duckdb", "", load_duckdb, "COMMIT;\nEND\n" },
	{ "postgres", " -H --escape --null '\\N'", " &&\npsql -X -q -v ON_ERROR_STOP=1 <<'END'\nBEGIN;\n", "postgres", "", load_postgres,
	    "COMMIT;\nEND\n" },
	{ "pandas", "", " &&\npython3 - <<'END'\n", NULL, "import csv\nimport pandas\n", load_pandas, "END\n" },
	{ "r", "", " &&\nRscript - <<'END'\n", NULL, "", load_r, "END\n" },
	{ "miller", " --escape", "", NULL, "", load_miller, "\n" },
};

#define READERS (sizeof readers / sizeof *readers)

static const struct reader_def *
reader_find(const char *name)
{
	for (size_t i = 0; i < READERS; i++)
		if (strcmp(name, readers[i].name) == 0)
			return &readers[i];
	err_usage("--load: '%s' is none of sqlite, duckdb, postgres, pandas, r, miller", name);
}

/* The command that writes the tables, with the options given. */
static void
put_ktsv(struct buf *b, const struct ktsv_opt *o, const struct reader_def *r, unsigned tables, char **operands)
{
	bool several = tables & (tables - 1);

	buf_str(b, STR("ktsv"));
	put_option(b, "-t", o->table ? o->table : "mentions");
	put_option(b, "-f", o->columns);
	put_option(b, "--type", o->types);
	put_option(b, "--id", o->ids);
	put_option(b, "--since", o->since);
	put_option(b, "--until", o->until);
	put_option(b, "--by", o->by);
	buf_str(b, str_z(r->options));
	if (several)
		buf_str(b, STR(" --outdir tables"));
	if (!*operands)
		put_word(b, "articles.jsonl");
	for (; *operands; operands++)
		put_word(b, *operands);
	for (size_t t = 0; t < TABLES && !several; t++)
		if (tables >> t & 1)
			buf_format(b, " >%s.%s", table_defs[t].name, strstr(r->options, "csv") ? "csv" : "tsv");
	buf_str(b, STR(" || [ $? -eq 1 ]")); /* some input could not be used: what could is loaded */
}

static void
put_loads(struct buf *b, const struct ktsv_opt *o, const struct reader_def *r, unsigned tables)
{
	buf_str(b, str_z(r->opening));
	for (size_t t = 0; t < TABLES && r->database; t++)
		if (tables >> t & 1)
			schema_put(b, o, r->database, tables, t);
	buf_str(b, str_z(r->before));
	for (size_t t = 0; t < TABLES; t++)
		if (tables >> t & 1)
			r->load(b, &(struct target) { &table_defs[t], table_pick(&table_defs[t], o->columns),
			    table_defs[t].name, tables & (tables - 1) ? "tables/" : "" });
	buf_str(b, str_z(r->closing));
}

void
ktsv_load(struct out *out, const struct ktsv_opt *o, char **operands)
{
	const struct reader_def *r = reader_find(o->load);
	unsigned tables = schema_tables(o);
	struct buf b = { 0 };
	struct filter f;

	filter_open(&f, o); /* what ktsv would refuse is refused now */
	filter_close(&f);
	counts_by(o->by, tables);
	if (o->schema)
		err_usage("--schema and --load exclude each other");
	if (o->format || o->escape || o->excel || o->null || o->no_header || o->outdir)
		err_usage("--load chooses the dialect itself");
	put_ktsv(&b, o, r, tables, operands);
	put_loads(&b, o, r, tables);
	out_str(out, buf_view(&b));
	buf_free(&b);
}
