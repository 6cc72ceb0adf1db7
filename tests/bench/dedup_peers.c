/* dedup_peers METHOD FILE: what the usual tools find in the articles of dedup_gen, one line "ID OF same" a copy. Written from
 * the methods' descriptions, for comparison:
 *   lsh14x8   MinHash of word 5-grams, 14 bands of 8 (defaults of datatrove)
 *   lsh50x4   MinHash of word 2-grams, 50 bands of 4 (text-dedup's setting for CORE)
 *   simhash   64-bit SimHash of word 3-grams, distance 3 at most
 * A copy is attributed to the first earlier article that it collides with. Nothing is verified: these methods keep no text. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t
mix(uint64_t z)
{
	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

struct grams {
	uint64_t v[1 << 16];
	size_t n;
};

/* Hashes of all runs of k words. */
static void
take_grams(struct grams *g, const char *text, size_t k)
{
	uint64_t last[8] = { 0 }, word = 0;
	size_t words = 0;

	g->n = 0;
	for (const char *p = text;; p++) {
		unsigned char c = (unsigned char)*p;

		if (c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z')) {
			word = mix(word + 1 + (c >= 'A' && c <= 'Z' ? c | 32 : c));
			continue;
		}
		if (word) {
			uint64_t h = 0;

			memmove(last, last + 1, sizeof last - sizeof *last);
			last[7] = word;
			for (size_t i = 8 - k; i < 8; i++)
				h = mix(h ^ last[i]);
			if (++words >= k && g->n < sizeof g->v / sizeof *g->v)
				g->v[g->n++] = h;
			word = 0;
		}
		if (!c)
			return;
	}
}

struct table {
	uint64_t *key;
	uint32_t *doc;
	size_t cap;
};

/* The document that first put this key, or `doc`, which puts it now. */
static uint32_t
first_with(struct table *t, uint64_t key, uint32_t doc)
{
	size_t i = key & (t->cap - 1);

	while (t->doc[i] && t->key[i] != key)
		i = (i + 1) & (t->cap - 1);
	if (t->doc[i])
		return t->doc[i];
	t->key[i] = key;
	t->doc[i] = doc;
	return doc;
}

static uint32_t
by_bands(struct table *t, const struct grams *g, size_t bands, size_t rows, uint32_t doc)
{
	uint32_t best = doc;

	for (size_t b = 0; b < bands; b++) {
		uint64_t key = b + 1;

		for (size_t r = 0; r < rows; r++) {
			uint64_t least = UINT64_MAX, seed = mix(b * rows + r + 1);

			for (size_t i = 0; i < g->n; i++) {
				uint64_t h = mix(g->v[i] ^ seed);

				least = h < least ? h : least;
			}
			key = mix(key ^ least);
		}
		uint32_t found = first_with(t, key, doc);

		best = found < best ? found : best;
	}
	return best;
}

static uint32_t
by_simhash(uint64_t *prints, const struct grams *g, uint32_t doc)
{
	int sum[64] = { 0 };
	uint64_t print = 0;

	for (size_t i = 0; i < g->n; i++)
		for (int b = 0; b < 64; b++)
			sum[b] += g->v[i] >> b & 1 ? 1 : -1;
	for (int b = 0; b < 64; b++)
		print |= (uint64_t)(sum[b] > 0) << b;
	prints[doc] = print;
	for (uint32_t d = 1; d < doc; d++)
		if (__builtin_popcountll(prints[d] ^ print) <= 3)
			return d;
	return doc;
}

/* The text of a line as dedup_gen writes it; escapes become spaces. */
static char *
text_of(char *line)
{
	char *p = strstr(line, "\"text\":\"");

	p = p ? p + 8 : line;
	for (char *q = p; *q; q++)
		if (*q == '\\' && q[1])
			q[0] = q[1] = ' ';
	return p;
}

int
main(int argc, char **argv)
{
	enum { MOST = 200000 };
	static struct grams g;
	struct table t = { .cap = 1 << 22 };
	char **ids = calloc(MOST, sizeof *ids), *line = NULL;
	uint64_t *prints = calloc(MOST, sizeof *prints);
	size_t room = 0, bands = 0, rows = 0, k = 3;
	uint32_t doc = 0;
	FILE *f = argc == 3 ? fopen(argv[2], "r") : NULL;

	t.key = calloc(t.cap, sizeof *t.key);
	t.doc = calloc(t.cap, sizeof *t.doc);
	if (!f || !ids || !prints || !t.key || !t.doc) {
		fputs("usage: dedup_peers lsh14x8|lsh50x4|simhash FILE\n", stderr);
		return 2;
	}
	if (!strcmp(argv[1], "lsh14x8"))
		bands = 14, rows = 8, k = 5;
	else if (!strcmp(argv[1], "lsh50x4"))
		bands = 50, rows = 4, k = 2;
	while (getline(&line, &room, f) > 0 && doc < MOST - 1) {
		uint32_t of;
		char *id = strndup(line + 7, strcspn(line + 7, "\""));

		ids[++doc] = id;
		take_grams(&g, text_of(line), k);
		of = bands ? by_bands(&t, &g, bands, rows, doc) : by_simhash(prints, &g, doc);
		if (of != doc)
			printf("%s\t%s\tsame\n", id, ids[of]);
	}
	return fflush(stdout) ? 2 : 0;
}
