#include "err.h"
#include "ktsv.h"
#include "progress.h"

static const char help[] =
    "Usage: ktsv [OPTION]... [FILE]...\n"
    "Print articles (kwire.5) as a table that every reader loads cell for cell.\n"
    "  -t, --table=NAME     articles mentions roles quotes dates pairs counts paragraphs\n"
    "                       (default mentions); help: what their columns mean\n"
    "  -f, --fields=COL,... columns, in this order\n"
    "  -H, --no-header      no line with the names of the columns\n"
    "      --type=TYPE,...  mentions, pairs, counts of these types\n"
    "      --id=ID,...      rows about these entities\n"
    "      --since=DATE, --until=DATE  articles of these days (YYYY-MM-DD, YYYY-MM, YYYY)\n"
    "      --by=PERIOD      counts by day (default), week, month or source\n"
    "      --format=FORMAT  tsv (default), csv, jsonl\n"
    "      --escape         write \\t \\n \\r \\\\ where a space would stand for them\n"
    "      --null=TEXT      what stands in a cell without a value (default: nothing)\n"
    "      --excel          csv that a spreadsheet does not change\n"
    "      --outdir=DIR     all tables (or those of -t) into DIR, in one pass\n"
    "      --schema=sqlite|postgres|duckdb   print CREATE TABLE\n"
    "      --load=sqlite|duckdb|postgres|pandas|r|miller   print how to load it\n"
    "      --strict --stats --progress --max-article=SIZE   as in all filters, kwire(7)\n"
    "  -h, --help           print this\n"
    "  -V, --version        print the version\n"
    "Example: knorm *.txt | ktag | ktsv -t quotes --since 2025-11 >quotes.tsv\n";

static int
print_only(const struct ktsv_opt *o, char **operands)
{
	struct out *out = out_open();

	if (o->load)
		ktsv_load(out, o, operands);
	else if (o->schema)
		ktsv_schema(out, o);
	else
		ktsv_describe(out);
	out_close(out);
	return err_status();
}

int
main(int argc, char **argv)
{
	struct ktsv_opt o = { .common.max_article = MAX_ARTICLE };
	const struct opt table[] = { { 't', "table", OPT_STRING, &o.table }, { 'f', "fields", OPT_STRING, &o.columns },
		{ 'H', "no-header", OPT_FLAG, &o.no_header }, { 0, "type", OPT_STRING, &o.types },
		{ 0, "id", OPT_STRING, &o.ids }, { 0, "since", OPT_STRING, &o.since }, { 0, "until", OPT_STRING, &o.until },
		{ 0, "by", OPT_STRING, &o.by }, { 0, "format", OPT_STRING, &o.format },
		{ 0, "escape", OPT_FLAG, &o.escape }, { 0, "null", OPT_STRING, &o.null },
		{ 0, "excel", OPT_FLAG, &o.excel }, { 0, "outdir", OPT_STRING, &o.outdir },
		{ 0, "schema", OPT_STRING, &o.schema }, { 0, "load", OPT_STRING, &o.load }, OPT_COMMON(o.common),
		{ 0, NULL, OPT_FLAG, NULL } };
	char **operands = opt_parse(argc, argv, table, help);
	struct out *out;
	struct in *in;

	if (o.schema || o.load || (o.table && strcmp(o.table, "help") == 0))
		return print_only(&o, operands);
	in = in_open(operands);
	out = out_open();
	in_tie(in, out);
	progress_open(o.common.progress, in);
	ktsv_run(in, out, &o);
	out_close(out);
	in_close(in);
	return err_status();
}
