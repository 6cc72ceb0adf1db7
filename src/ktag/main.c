#include "err.h"
#include "ktag.h"
#include "progress.h"

#include <unistd.h>

static const char help[] =
    "Usage: ktag [OPTION]... [FILE]...\n"
    "Find persons, organisations, places, weapons, events, laws, dates, amounts, roles and quotes in articles.\n"
    "\n"
    "  -g, --gazetteer=FILE   add the names of FILE to those built in\n"
    "      --block=FILE       never find the names or ids in FILE\n"
    "      --only=TYPE,...    write mentions of these types only\n"
    "      --nested           keep names inside longer names\n"
    "      --replace          drop the entities, roles and quotes an article has already\n"
    "      --format=FORMAT    json (default), text, conll, brat\n"
    "      --explain          print a line a mention: what it is and which rule found it\n"
    "      --unknown          print capitalised names that stayed untagged, most frequent first\n"
    OPT_COMMON_HELP
    "\n"
    "Example: knorm page.txt | ktag --format=text\n";

int
main(int argc, char **argv)
{
	static const char *const formats[] = { "json", "text", "conll", "brat", NULL }; /* as in enum ktag_format */
	static struct ktag_opt o = { .common.max_article = MAX_ARTICLE };
	const char *format = NULL;
	bool explain = false, unknown = false;
	const struct opt table[] = {
		OPT_COMMON(o.common),
		{ 'g', "gazetteer", OPT_LIST, &o.gazetteer },
		{ 0, "block", OPT_LIST, &o.block },
		{ 0, "only", OPT_STRING, &o.only },
		{ 0, "nested", OPT_FLAG, &o.nested },
		{ 0, "replace", OPT_FLAG, &o.replace },
		{ 0, "format", OPT_STRING, &format },
		{ 0, "explain", OPT_FLAG, &explain },
		{ 0, "unknown", OPT_FLAG, &unknown },
		{ 0, NULL, OPT_FLAG, NULL },
	};
	char **operands = opt_parse(argc, argv, table, help);
	struct out *out = out_open();
	struct in *in = in_open(operands);

	if (explain + unknown + (format != NULL) > 1)
		err_usage("--format, --explain and --unknown exclude each other");
	o.format = explain ? FORMAT_EXPLAIN
	    : unknown      ? FORMAT_UNKNOWN
			   : (enum ktag_format)opt_choice("format", str_z(format ? format : "json"), formats);
	o.colour = isatty(STDOUT_FILENO);
	in_tie(in, out);
	progress_open(o.common.progress, in);
	ktag_run(in, out, &o);
	in_close(in);
	out_close(out);
	return err_status();
}
