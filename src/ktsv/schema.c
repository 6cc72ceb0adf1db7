#include "schema.h"
#include "err.h"

static const struct {
	const char *database, *text, *number;
} databases[] = {
	{ "sqlite", "TEXT", "INTEGER" },
	{ "postgres", "text", "bigint" },
	{ "duckdb", "VARCHAR", "BIGINT" },
};

#define DATABASES (sizeof databases / sizeof *databases)

unsigned
schema_tables(const struct ktsv_opt *o)
{
	unsigned tables = table_list(o->table ? o->table : "mentions");

	if (o->columns && (tables & (tables - 1)))
		err_usage("-f chooses columns of one table");
	return tables;
}

static size_t
database_find(const char *name)
{
	size_t i = 0;

	while (i < DATABASES && strcmp(name, databases[i].database) != 0)
		i++;
	if (i == DATABASES)
		err_usage("--schema: '%s' is none of sqlite, postgres, duckdb", name);
	return i;
}

/* What relates the tables when they are loaded together. */
static const char *
constraint(size_t table, const char *column, bool related)
{
	if (!related || !(table == ARTICLES ? strcmp(column, "id") == 0 : strcmp(column, "article") == 0))
		return "";
	return table == ARTICLES ? " PRIMARY KEY" : " NOT NULL REFERENCES \"articles\" (\"id\")";
}

void
schema_put(struct buf *b, const struct ktsv_opt *o, const char *database, unsigned tables, size_t table)
{
	const struct table_def *t = &table_defs[table];
	struct pick pick = table_pick(t, o->columns);
	size_t as = database_find(database);
	bool related = (tables >> ARTICLES & 1) && tables != 1u << ARTICLES;

	buf_format(b, "CREATE TABLE \"%s\" ( -- %s\n", t->name, t->about);
	for (size_t i = 0; i < pick.n; i++) {
		const struct column *c = &t->columns[pick.at[i]];

		buf_format(b, "\t\"%s\" %s%s%s -- %s\n", c->name,
		    c->kind == NUMBER ? databases[as].number : databases[as].text, constraint(table, c->name, related),
		    i + 1 < pick.n ? "," : "", c->about);
	}
	buf_str(b, STR(");\n"));
}

void
ktsv_schema(struct out *out, const struct ktsv_opt *o)
{
	unsigned tables = schema_tables(o);
	struct buf b = { 0 };

	for (size_t t = 0; t < TABLES; t++)
		if (tables >> t & 1)
			schema_put(&b, o, o->schema, tables, t);
	out_str(out, buf_view(&b));
	buf_free(&b);
}
