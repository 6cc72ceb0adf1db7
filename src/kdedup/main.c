#include "err.h"
#include "kdedup.h"
#include "progress.h"

static const char help[] = "Usage: kdedup [OPTION]... [FILE]...\n"
"Leave out articles that were seen before, exactly or nearly. Reads articles or text.\n"
"  -a, --annotate        write all articles; copies get the key \"dup\"\n"
"  -d, --duplicates      write only what would be left out\n"
"  -r, --report FILE     one tab-separated line for each pair found\n"
"      --prefer WHICH    of the versions of a story keep the first, longest or latest\n"
"  -p, --paragraphs HOW  mark or remove paragraphs seen before\n"
"  -s, --state FILE      remember articles between runs (SQLite); with --expire DAYS,\n"
"                        --lock-wait SECONDS (60), --commit-every ARTICLES\n"
"      --threshold C     share of the shorter text that makes a copy (0.5)\n"
"      --window DAYS     copies lie no further apart (7; 0: any)\n"
"      --min-words N     shorter texts: exact copies only (20)\n"
"      --stock N         text in more than N kept articles proves nothing (15)\n"
"      --shingle K, --rate N   words in a shingle (3); one in N is indexed (8)\n"
"Stages over sort(1), for more than one machine holds (see kdedup(1)): --emit keys,\n"
"  --emit sketch, --pairs, --count, --verify, --decide, --apply FILE; --shard, --cap\n"
"      --strict, --stats, --progress, --max-article SIZE, -h/--help, -V/--version\n"
"Example: knorm *.txt | ksplit | kdedup --state seen.db --report dups.tsv | ktag\n";

/* One of the words, as it stands in the list; NULL stays. */
static void
choose(const char *option, const char **word, const char *const *words)
{
	if (*word)
		*word = words[opt_choice(option, str_z(*word), words)];
}

static void
check(const struct kdedup_opt *o)
{
	const struct kdedup_opt unasked = OPT_DEFAULTS;
	int stages = (o->emit != NULL) + o->pairs + o->count + o->verify + o->decide + (o->apply != NULL);

	if (o->threshold <= 0)
		err_usage("--threshold: more than 0 is wanted");
	if (o->shingle < 1 || o->shingle > 32)
		err_usage("--shingle: 1 to 32 is wanted");
	if (o->stock < 1)
		err_usage("--stock: at least 1 is wanted");
	if (o->cap < 1)
		err_usage("--cap: at least 1 is wanted");
	if (o->rate < 1)
		err_usage("--rate: at least 1 is wanted");
	if (o->min_words < o->shingle)
		err_usage("--min-words: at least --shingle is wanted");
	if (o->paragraphs && strcmp(o->prefer, "first"))
		err_usage("--paragraphs does not go with --prefer %s", o->prefer);
	if (o->annotate && o->duplicates)
		err_usage("--annotate and --duplicates exclude each other");
	if (stages > 1)
		err_usage("one stage at a time");
	if (stages && (o->paragraphs || strcmp(o->prefer, "first")))
		err_usage("--paragraphs and --prefer do not go with a stage");
	if (stages && !o->apply && (o->annotate || o->duplicates || o->report))
		err_usage("of the stages, --annotate, --duplicates and --report go with --apply");
	if (stages && o->state)
		err_usage("--state does not go with a stage");
	if (o->state && !*o->state)
		err_usage("--state: a file is wanted");
	if (*o->shard && !o->emit && !o->apply)
		err_usage("--shard is for --emit and --apply");
	if (o->cap != unasked.cap && !o->pairs)
		err_usage("--cap is for --pairs");
	if ((o->expire || o->commit_every || o->lock_wait != unasked.lock_wait) && !o->state)
		err_usage("--expire, --commit-every and --lock-wait need --state");
	if (o->commit_every && strcmp(o->prefer, "first"))
		err_usage("--commit-every does not go with --prefer %s", o->prefer);
}

int
main(int argc, char **argv)
{
	struct kdedup_opt o = OPT_DEFAULTS;
	const struct opt table[] = {
		OPT_COMMON(o.common),
		{ 'a', "annotate", OPT_FLAG, &o.annotate },
		{ 'd', "duplicates", OPT_FLAG, &o.duplicates },
		{ 'r', "report", OPT_STRING, &o.report },
		{ 0, "prefer", OPT_STRING, &o.prefer },
		{ 'p', "paragraphs", OPT_STRING, &o.paragraphs },
		{ 's', "state", OPT_STRING, &o.state },
		{ 0, "expire", OPT_UINT, &o.expire },
		{ 0, "lock-wait", OPT_UINT, &o.lock_wait },
		{ 0, "commit-every", OPT_UINT, &o.commit_every },
		{ 0, "threshold", OPT_RATIO, &o.threshold },
		{ 0, "window", OPT_UINT, &o.window },
		{ 0, "min-words", OPT_UINT, &o.min_words },
		{ 0, "stock", OPT_UINT, &o.stock },
		{ 0, "shingle", OPT_UINT, &o.shingle },
		{ 0, "rate", OPT_UINT, &o.rate },
		{ 0, "emit", OPT_STRING, &o.emit },
		{ 0, "shard", OPT_STRING, &o.shard },
		{ 0, "pairs", OPT_FLAG, &o.pairs },
		{ 0, "count", OPT_FLAG, &o.count },
		{ 0, "verify", OPT_FLAG, &o.verify },
		{ 0, "decide", OPT_FLAG, &o.decide },
		{ 0, "apply", OPT_STRING, &o.apply },
		{ 0, "cap", OPT_UINT, &o.cap },
		{ 0 },
	};
	char **operands = opt_parse(argc, argv, table, help);
	struct in *in;
	struct out *out;

	choose("prefer", &o.prefer, (const char *const[]) { "first", "longest", "latest", NULL });
	choose("paragraphs", &o.paragraphs, (const char *const[]) { "mark", "remove", NULL });
	choose("emit", &o.emit, (const char *const[]) { "keys", "sketch", NULL });
	check(&o);
	in = in_open(operands);
	out = out_open();
	in_tie(in, out);
	progress_open(o.common.progress, in);
	kdedup_run(in, out, &o);
	out_close(out);
	in_close(in);
	return err_status();
}
