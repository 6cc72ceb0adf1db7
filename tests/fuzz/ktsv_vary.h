/* The length of the input chooses the table and the dialect. */
static const char *const fuzz_tables[] = { "articles", "mentions", "roles", "quotes", "dates", "pairs", "counts", "paragraphs" };
static const char *const fuzz_formats[] = { "tsv", "csv", "jsonl", "tsv", "csv" };

#define OPT_VARY(opt, n)                                                                                                \
	((opt).table = fuzz_tables[(n) % 8], (opt).format = fuzz_formats[(n) / 8 % 5], (opt).escape = (n) / 8 % 5 == 3, \
	    (opt).excel = (n) / 8 % 5 == 4)
