/* Words that tell the class of a line by their weight, and marks that tell where pages meet. */
#include "split_letters.h"
#include "split_tables.h"

extern const struct str table_ksplit_vocabulary, table_ksplit_marks, table_ksplit_common;

#define VOCABULARY_WORDS 60 /* of a line */
#define PHRASE_MOST 3       /* words of a phrase */

static size_t
word_slot(struct str word)
{
	uint64_t bytes = word.n >= 4 ? load32(word.p) : (unsigned char)word.p[0] | (uint64_t)(unsigned char)word.p[word.n / 2] << 8;

	return ((bytes << 32 | word.n) * 0x9E3779B97F4A7C15u >> 32) % PHRASE_WORDS;
}

/* Notes how many words the phrase has with its first word. */
static void
note_words(unsigned char *words, struct str phrase)
{
	struct str rest = phrase, first = str_cut(&rest, ' ');
	unsigned char *most = &words[word_slot(first)], n = 1;

	for (; rest.p && n < PHRASE_MOST; n++)
		str_cut(&rest, ' ');
	if (n > *most)
		*most = n;
}

void
phrases_load(struct rules *r)
{
	struct table t;

	table_open(&t, STR("vocabulary.tsv"), table_ksplit_vocabulary);
	while (table_row(&t, 3)) {
		struct str text = tables_lower(r, t.field[2]);

		r->phrase = arena_grow(&r->arena, r->phrase, r->phrases, &r->phrase_cap, sizeof *r->phrase);
		r->phrase[r->phrases] =
		    (struct phrase) { rules_class(r, t.field[0]), (unsigned short)(t.field[1].p[0] - '0'), map_get(&r->phrase_map, text) };
		note_words(r->phrase_words, text);
		if (r->phrase[r->phrases].class == CLASS_NOTICE)
			note_words(r->notice_words, text);
		map_put(&r->phrase_map, &r->arena, text, (unsigned)r->phrases++);
	}
}

static enum mark
mark_of(const struct table *t)
{
	static const struct str names[] = {
		[MARK_HEAD] = STR_ITEM("head"), [MARK_TAIL] = STR_ITEM("tail"), [MARK_PART] = STR_ITEM("part")
	};

	for (enum mark m = MARK_HEAD; m <= MARK_PART; m++)
		if (str_eq(t->field[0], names[m]))
			return m;
	table_die(t, "unknown kind of mark: %.*s (head, tail, part)", (int)t->field[0].n, t->field[0].p);
}

static size_t
read_marks(struct rules *r, struct table *t, struct str *text, size_t n)
{
	for (; table_row(t, 2); n++) {
		if (n == MARKS)
			table_die(t, "more than %d marks", MARKS);
		if (t->field[1].n < 4)
			table_die(t, "mark of less than four bytes");
		text[n] = t->field[1];
		r->mark_kind[n] = (unsigned char)mark_of(t);
	}
	return n;
}

void
commons_load(struct rules *r)
{
	struct table t;

	table_open(&t, STR("common.tsv"), table_ksplit_common);
	while (table_row(&t, 1))
		map_put(&r->common_map, &r->arena, t.field[0], 0);
}

bool
rules_common(const struct rules *r, struct str term)
{
	return map_get(&r->common_map, term);
}

void
marks_load(struct rules *r)
{
	struct str text[MARKS];
	struct table t = tables_own(r, "mark");
	size_t n = read_marks(r, &t, text, 0);

	table_open(&t, STR("marks.tsv"), arena_str(&r->arena, table_ksplit_marks)); /* marks stay where they are */
	n = read_marks(r, &t, text, n);
	for (size_t i = n; i-- > 0;) /* the first one wins */
		find_add(&r->marks, &r->arena, text[i]);
	find_ready(&r->marks);
}

/* Searching. ----------------------------------------------------------------------------------------------------------- */

/* Adds the weights of the phrases that begin with the first of n words; they have as many words as `words` tells. True if there are any. */
static bool
weigh_phrases(const struct rules *r, const unsigned char *words, const struct str *word, size_t n, unsigned *score)
{
	char key[64];
	size_t len = 0, most = words[word_slot(*word)];
	bool any = false;

	for (size_t k = 0; k < n && k < most && len + word[k].n + 1 <= sizeof key; k++) {
		unsigned found;

		if (len)
			key[len++] = ' ';
		memcpy(key + len, word[k].p, word[k].n);
		len += word[k].n;
		for (found = map_get(&r->phrase_map, str_of(key, len)); found; found = r->phrase[found - 1].next) {
			score[r->phrase[found - 1].class] += r->phrase[found - 1].weight;
			any = true;
		}
	}
	return any;
}

/* Adds up the weights of the phrases, a sum a class; returns the number of words. 0 if no phrase stands in the line. */
static size_t
weigh(const struct rules *r, const unsigned char *words, struct str line, unsigned *score)
{
	char low[RULES_SHORT];
	unsigned short from[VOCABULARY_WORDS], to[VOCABULARY_WORDS];
	struct str word[VOCABULARY_WORDS];
	size_t n = letters_cut(line, from, to, VOCABULARY_WORDS);
	bool any = false;

	str_lower(low, line);
	for (size_t i = 0; i < n; i++)
		word[i] = str_of(low + from[i], (size_t)(to[i] - from[i]));
	for (size_t i = 0; i < n; i++)
		any |= words[word_slot(word[i])] && weigh_phrases(r, words, word + i, n - i, score);
	return any ? n : 0;
}

bool
rules_notice(const struct rules *r, struct str s)
{
	unsigned score[CLASSES] = { 0 };

	s.n = s.n < RULES_SHORT ? s.n : RULES_SHORT - 1;
	weigh(r, r->notice_words, s, score);
	return score[CLASS_NOTICE] >= 4;
}

unsigned char
rules_vocabulary(const struct rules *r, struct str line)
{
	unsigned score[CLASSES] = { 0 };
	unsigned char best = 0;
	size_t n;

	if (line.n >= RULES_SHORT)
		return 0;
	n = weigh(r, r->phrase_words, line, score);
	for (unsigned c = 1; n && c < r->classes; c++)
		if (score[c] > score[best] && c != CLASS_NOTICE)
			best = (unsigned char)c;
	if (score[best] < 3
	    || (score[best] * 3 < n
		&& !(best == CLASS_SHARE && score[best] >= 6 && score[best] * 5 >= n))) /* three names of networks are enough */
		return 0;
	if (str_eq(r->class[best], STR("translation")) && score[best] * 4 < n * 5) /* nations fill headlines as well */
		return 0;
	return best;
}

size_t
rules_mark(const struct rules *r, struct str s, size_t from, size_t *len, enum mark *kind)
{
	unsigned which;
	size_t at = find_next(&r->marks, s, from, &which);

	if (at < s.n) {
		*len = r->marks.needle[which].text.n;
		*kind = (enum mark)r->mark_kind[r->marks.n - 1 - which];
	}
	return at;
}
