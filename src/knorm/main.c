#include "err.h"
#include "knorm.h"

static const char help[] =
    "usage: knorm [OPTION]... [FILE]...\n"
    "Repairs encoding, Unicode, white space and broken lines of scraped text; correct text stays as it is.\n"
    "\n"
    "      --only STEPS       do these alone (encoding,mojibake,entities,controls,spaces,lookalikes,nfc,lines,gaps)\n"
    "      --skip STEPS       leave these out\n"
    "      --strict           status 1 if anything had to be repaired\n"
    "      --stats            counts on standard error at the end\n"
    "      --progress         a progress line on standard error\n"
    "      --max-article N    longest article in articles input, in bytes (16M)\n"
    "  -h, --help             this text\n"
    "  -V, --version          version\n"
    "\n"
    "Example: knorm pages/*.txt | ktag | ktsv\n";

/* The bit set of a comma-separated list of steps. */
static unsigned
steps_of(const char *option, const char *list)
{
	struct str rest = str_z(list);
	unsigned set = 0;

	while (rest.p) {
		struct str name = str_cut(&rest, ',');
		unsigned step = 0;

		while (step < STEPS && !str_eq(name, str_z(step_name(step))))
			step++;
		if (step == STEPS)
			err_usage("--%s: there is no step '%.*s'", option, (int)name.n, name.p);
		set |= 1u << step;
	}
	return set;
}

int
main(int argc, char **argv)
{
	struct knorm_opt opt = { .steps = STEP_ALL };
	const char *only = NULL, *skip = NULL;
	const struct opt table[] = {
		{ 0, "only", OPT_STRING, &only },
		{ 0, "skip", OPT_STRING, &skip },
		{ 0, "careful", OPT_FLAG, &opt.careful },
		OPT_COMMON(opt.common),
		{ 0, NULL, 0, NULL },
	};
	char **operands = opt_parse(argc, argv, table, help);
	struct out *out = out_open();
	struct in *in = in_open(operands);

	if (only)
		opt.steps = steps_of("only", only);
	if (skip)
		opt.steps &= ~steps_of("skip", skip);
	in_tie(in, out);
	knorm_run(in, out, &opt);
	in_close(in);
	out_close(out);
	return err_status();
}
