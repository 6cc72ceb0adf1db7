#include "err.h"
#include "knorm.h"

static const char help[] =
    "Usage: knorm [OPTION]... [FILE]...\n"
    "Repairs encoding, Unicode, white space and broken lines of scraped text; correct text stays as it is.\n"
    "\n"
    "      --only STEPS       do these steps alone: encoding, mojibake, entities, controls, spaces, lookalikes,\n"
    "      --skip STEPS       leave these out       quotes, nfc, lines, gaps (a list with commas)\n"
    "      --from ENCODING    of all input: utf-8, cp949, cp1252, utf-16le, utf-16be (default: found out by line)\n"
    "      --quotes HOW       keep (default), straight or curly\n"
    "      --nfkc             compatibility characters too (form KC)\n"
    "      --width            full and half width forms everywhere\n"
    "      --jamo             compatibility jamo to syllables\n"
    "      --guess            guess quotes and dashes whose bytes are lost, instead of U+FFFD\n"
    "      --names            put the name of each file above its text, where ksplit finds it\n"
    "      --report FILE      a TSV row for each change: offsets before and after, rule, text before and after\n"
    "      --careful          look at each line, clean or not (slow; the output is the same)\n"
    OPT_COMMON_HELP
    "\n"
    "Example: knorm pages/*.txt | ktag | ktsv\n";

/* The bit set of a comma-separated list of steps. */
static unsigned
steps_of(const char *option, const char *list)
{
	const char *names[STEPS + 1] = { NULL };
	struct str rest = str_z(list);
	unsigned set = 0;

	for (unsigned step = 0; step < STEPS; step++)
		names[step] = step_name(step);
	while (rest.p)
		set |= 1u << opt_choice(option, str_cut(&rest, ','), names);
	return set;
}

int
main(int argc, char **argv)
{
	static const char *const encodings[] = { "auto", "utf-8", "cp949", "cp1252", "utf-16le", "utf-16be", NULL };
	static const char *const styles[] = { "keep", "straight", "curly", NULL };
	struct knorm_opt opt = { .steps = STEP_ALL };
	const char *only = NULL, *skip = NULL, *from = "auto", *quotes = "keep", *report = NULL;
	const struct opt table[] = {
		{ 0, "only", OPT_STRING, &only },
		{ 0, "skip", OPT_STRING, &skip },
		{ 0, "from", OPT_STRING, &from },
		{ 0, "quotes", OPT_STRING, &quotes },
		{ 0, "nfkc", OPT_FLAG, &opt.nfkc },
		{ 0, "width", OPT_FLAG, &opt.width },
		{ 0, "jamo", OPT_FLAG, &opt.jamo },
		{ 0, "guess", OPT_FLAG, &opt.guess },
		{ 0, "names", OPT_FLAG, &opt.names },
		{ 0, "report", OPT_STRING, &report },
		{ 0, "careful", OPT_FLAG, &opt.careful },
		OPT_COMMON(opt.common),
		{ 0, NULL, 0, NULL },
	};
	char **operands = opt_parse(argc, argv, table, help);
	struct out *out;
	struct in *in;

	if (only)
		opt.steps = steps_of("only", only);
	if (skip)
		opt.steps &= ~steps_of("skip", skip);
	opt.from = opt_choice("from", str_z(from), encodings);
	opt.quotes = opt_choice("quotes", str_z(quotes), styles);
	out = out_open();
	if (report)
		opt.report = out_report(report, STR("input\t"), out);
	if (opt.report == out) /* whose offsets the report is about */
		err_usage("--report: standard output is for the text");
	in = in_open(operands);
	in_tie(in, out);
	knorm_run(in, out, &opt);
	in_close(in);
	out_close(out);
	if (opt.report)
		out_close(opt.report);
	return err_status();
}
