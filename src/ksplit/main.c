#include "err.h"
#include "ksplit.h"
#include "progress.h"

static const char help[] =
    "Usage: ksplit [OPTION]... [FILE]...\n"
    "Cut scraped pages into articles: title, date, author, source, clean text; furniture goes.\n"
    "\n"
    "  -k, --keep-furniture   list every removed line with its class and rule\n"
    "  -w, --whole            each FILE is one article\n"
    "  -n, --expect=N         exit with 1 unless exactly N articles were found\n"
    "      --rules=FILE       add rules: furniture, outlets, date words, places; they win over those built in\n"
    "      --report=FILE      write where each byte of the input went\n"
    OPT_COMMON_HELP
    "\n"
    "Example: knorm *.txt | ksplit --expect=5 | jq -r .title\n";

int
main(int argc, char **argv)
{
	struct ksplit_opt o = { .common.max_article = MAX_ARTICLE, .expect = EXPECT_ANY };
	const struct opt table[] = {
		OPT_COMMON(o.common),
		{ 'k', "keep-furniture", OPT_FLAG, &o.keep_furniture },
		{ 'w', "whole", OPT_FLAG, &o.whole },
		{ 'n', "expect", OPT_UINT, &o.expect },
		{ 0, "rules", OPT_STRING, &o.rules },
		{ 0, "report", OPT_STRING, &o.report },
		{ 0, NULL, OPT_FLAG, NULL },
	};
	char **operands = opt_parse(argc, argv, table, help);
	struct out *out = out_open();
	struct in *in = in_open(operands);

	in_tie(in, out);
	progress_open(o.common.progress, in);
	ksplit_run(in, out, &o);
	in_close(in);
	out_close(out);
	return err_status();
}
