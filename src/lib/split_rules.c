#define PCRE2_CODE_UNIT_WIDTH 8
#include "split_rules.h"
#include "arena.h"
#include "err.h"
#include "hash.h"
#include "table.h"
#include "utf8.h"

#include <pcre2.h>
#include <stdlib.h>

extern const struct str table_ksplit_furniture, table_ksplit_vocabulary, table_ksplit_marks, table_ksplit_outlets,
    table_ksplit_datewords, table_ksplit_places;

#define CLASSES 128
#define VOCABULARY_CLASSES 16

enum kind { KIND_LINE, KIND_START, KIND_END, KIND_HAS, KIND_PATTERN };

/* A string map: open addressing, values are indices. */
struct map {
	struct slot {
		uint64_t hash;
		unsigned value; /* index + 1 */
	} *slot;
	size_t size, n;
};

/* Chains of rules by the first two bytes of their text. */
#define PAIRS 4096

static size_t
pair_of(const char *p)
{
	return ((size_t)(unsigned char)p[0] * 37 + (unsigned char)p[1]) % PAIRS;
}

/* Chains of rules by a byte of their text. */
struct chain {
	unsigned first[256]; /* index + 1 */
};

struct name {
	struct str text;   /* folded */
	struct str as;     /* in the table's spelling */
	unsigned outlet;
};

struct phrase {
	struct str text;
	unsigned char class, weight;
	unsigned next; /* the row before it with the same words, for another class; + 1 */
};

struct mark {
	struct str text;
	uint32_t key; /* its first four bytes */
	bool tail;
};

struct rules {
	struct arena arena;
	struct pagedate_words *words;
	struct str class[CLASSES];
	size_t classes;
	struct rule *rule;
	size_t n, cap;
	unsigned *next; /* of a rule in its chain */
	size_t next_cap;
	struct map lines;
	struct chain starts, ends;
	unsigned has[PAIRS];
	unsigned pattern; /* chain of patterns */
	bool keeps;       /* there are exceptions */
	struct phrase *phrase;
	size_t phrases, phrase_cap;
	struct map phrase_map;
	struct mark *mark;
	size_t marks, mark_cap;
	unsigned char mark_first[256], mark_second[256];
	struct outlet *outlet;
	size_t outlets, outlet_cap;
	struct name *own; /* words of its furniture */
	size_t owns, own_cap;
	struct name *name;
	size_t names, name_cap;
	struct map name_map, domain_map, place_map;
	unsigned char name_first[256];
	pcre2_match_data *match;
	pcre2_match_context *limits;
};

/* Maps. ---------------------------------------------------------------------------------------------------------------- */

static void
map_grow(struct map *m, struct arena *a)
{
	struct map bigger = { .size = m->size ? m->size * 2 : 256, .n = m->n };

	bigger.slot = arena_array(a, bigger.size, sizeof *bigger.slot);
	memset(bigger.slot, 0, bigger.size * sizeof *bigger.slot);
	for (size_t i = 0; i < m->size; i++) {
		size_t k = m->slot[i].hash & (bigger.size - 1);

		if (!m->slot[i].value)
			continue;
		while (bigger.slot[k].value)
			k = (k + 1) & (bigger.size - 1);
		bigger.slot[k] = m->slot[i];
	}
	*m = bigger;
}

static void
map_put(struct map *m, struct arena *a, struct str key, unsigned index)
{
	uint64_t h = hash64(key);
	size_t k;

	if (m->n * 2 >= m->size)
		map_grow(m, a);
	for (k = h & (m->size - 1); m->slot[k].value && m->slot[k].hash != h;)
		k = (k + 1) & (m->size - 1);
	m->n += m->slot[k].value == 0;
	m->slot[k] = (struct slot) { h, index + 1 };
}

/* Index + 1; 0 if absent. 64 bits of hash stand for the key. */
static unsigned
map_get(const struct map *m, struct str key)
{
	uint64_t h = hash64(key);

	if (!m->size)
		return 0;
	for (size_t k = h & (m->size - 1); m->slot[k].value; k = (k + 1) & (m->size - 1))
		if (m->slot[k].hash == h)
			return m->slot[k].value;
	return 0;
}

/* Folding. ------------------------------------------------------------------------------------------------------------- */

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Bullets, arrows, colons and dots that decorate a line. Length of the one at the start (or end) of s, 0 if there is none. */
static size_t
ornament(struct str s, bool at_end)
{
	static const struct str signs[] = { { "›", 3 }, { "»", 2 }, { "•", 3 }, { "·", 2 }, { "▶", 3 }, { "►", 3 },
		{ "◆", 3 }, { "■", 3 }, { "□", 3 }, { "○", 3 }, { "●", 3 }, { "ㆍ", 3 }, { "…", 3 }, { "→", 3 }, { "▲", 3 },
		{ "▼", 3 }, { "※", 3 }, { "《", 3 }, { "》", 3 }, { "◇", 3 }, { "★", 3 }, { "☞", 3 }, { "↑", 3 }, { "«", 2 } };
	char c = at_end ? s.p[s.n - 1] : s.p[0];

	if (c == ' ' || c == ':' || c == '>' || c == '|' || c == '*' || (at_end && (c == '.' || c == '!')))
		return 1;
	if (!(c & 0x80))
		return 0;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (at_end ? str_ends(s, signs[i]) : str_starts(s, signs[i]))
			return signs[i].n;
	return 0;
}

size_t
rules_fold(struct str s, char *out, size_t room)
{
	size_t n = 0, drop;

	while (s.n && (drop = ornament(s, false)) > 0)
		s = str_from(s, drop);
	while (s.n && (drop = ornament(s, true)) > 0)
		s.n -= drop;
	for (size_t i = 0; i < s.n; i++) {
		char c = lower(s.p[i]);

		if (c == '\xC2' && i + 1 < s.n && s.p[i + 1] == '\xA0') {
			i++;
			c = ' ';
		}
		if (c == '\t')
			c = ' ';
		if (c >= '0' && c <= '9')
			c = '0';
		if (n && (c == ' ' || c == '0') && out[n - 1] == c)
			continue;
		if (n == room)
			return 0;
		out[n++] = c;
	}
	return n;
}

/* Loading. ------------------------------------------------------------------------------------------------------------- */

unsigned char
rules_class(struct rules *r, struct str name)
{
	for (size_t i = 1; i < r->classes; i++)
		if (str_eq(r->class[i], name))
			return (unsigned char)i;
	if (r->classes == CLASSES)
		return 0;
	r->class[r->classes] = arena_str(&r->arena, name);
	return (unsigned char)r->classes++;
}

struct str
rules_class_name(const struct rules *r, unsigned char class)
{
	return r->class[class < r->classes ? class : CLASS_OTHER];
}

static struct str
folded(struct rules *r, const struct table *t, struct str text)
{
	char out[RULES_SHORT];
	size_t n = rules_fold(text, out, sizeof out);

	if (n == 0)
		table_die(t, "nothing to look for in: %.*s", (int)text.n, text.p);
	return arena_str(&r->arena, str_of(out, n));
}

/* Case-folded only: parts of lines keep their signs. */
static struct str
lowered(struct rules *r, struct str text)
{
	char *p = arena_alloc(&r->arena, text.n + 1);

	for (size_t i = 0; i < text.n; i++)
		p[i] = lower(text.p[i]);
	return str_of(p, text.n);
}

static unsigned short
flags_of(const struct table *t, struct str words)
{
	static const struct {
		struct str name;
		unsigned short flag;
	} names[] = { { { "edge", 4 }, RULE_EDGE }, { { "head", 4 }, RULE_HEAD }, { { "tail", 4 }, RULE_TAIL },
		{ { "list", 4 }, RULE_LIST }, { { "long", 4 }, RULE_LONG }, { { "keep", 4 }, RULE_KEEP }, { { "brief", 5 }, RULE_BRIEF } };
	unsigned short flags = 0;

	while (words.p) {
		struct str word = str_trim(str_cut(&words, ' '));
		size_t i = 0;

		if (!word.n)
			continue;
		while (i < 7 && !str_eq(names[i].name, word))
			i++;
		if (i == 7)
			table_die(t, "unknown flag: %.*s", (int)word.n, word.p);
		flags |= names[i].flag;
	}
	return flags;
}

static const char *const kind_names[] = { "line", "start", "end", "has", "pattern" };

struct str
rules_kind_name(const struct rule *rule)
{
	return str_z(kind_names[rule->kind]);
}

static enum kind
kind_of(const struct table *t, struct str name)
{
	for (int k = 0; k < 5; k++)
		if (str_eq(str_z(kind_names[k]), name))
			return (enum kind)k;
	table_die(t, "unknown kind: %.*s (line, start, end, has, pattern)", (int)name.n, name.p);
}

/* A pattern of the user's: checked when it is read, so that a bad one is reported with its line. */
static void
pattern_compile(struct rule *rule, const struct table *t)
{
	int error;
	PCRE2_SIZE at;
	PCRE2_UCHAR why[128];

	rule->code = pcre2_compile((PCRE2_SPTR)rule->text.p, rule->text.n, PCRE2_UTF | PCRE2_ANCHORED | PCRE2_CASELESS, &error,
	    &at, NULL);
	if (rule->code) {
		pcre2_jit_compile(rule->code, PCRE2_JIT_COMPLETE);
		return;
	}
	pcre2_get_error_message(error, why, sizeof why);
	table_die(t, "pattern, byte %zu: %s", (size_t)at + 1, (const char *)why);
}

static void
rule_index(struct rules *r, struct rule *rule, unsigned index)
{
	unsigned *head = NULL;

	switch ((enum kind)rule->kind) {
	case KIND_LINE:
		map_put(&r->lines, &r->arena, rule->text, index);
		break;
	case KIND_START:
		head = &r->starts.first[(unsigned char)rule->text.p[0]];
		break;
	case KIND_END:
		head = &r->ends.first[(unsigned char)rule->text.p[rule->text.n - 1]];
		break;
	case KIND_HAS:
		head = &r->has[pair_of(rule->text.p)];
		break;
	case KIND_PATTERN:
		head = &r->pattern;
		break;
	}
	if (head) {
		r->next[index] = *head;
		*head = index + 1;
	}
}

static void
rule_add(struct rules *r, const struct table *t)
{
	struct rule rule = { .kind = (unsigned char)kind_of(t, t->field[1]), .file = t->file, .line = (unsigned)t->line };

	rule.flags = flags_of(t, t->field[3]);
	rule.class = rules_class(r, t->field[0]);
	if (!rule.class)
		table_die(t, "too many classes");
	if (t->field[2].n == 0)
		table_die(t, "nothing to look for");
	rule.text = rule.kind == KIND_PATTERN ? arena_str(&r->arena, t->field[2])
	    : rule.kind == KIND_LINE          ? folded(r, t, t->field[2])
	                                      : lowered(r, t->field[2]);
	if (rule.kind == KIND_HAS && rule.text.n < 2)
		table_die(t, "a part of one byte is too little");
	if (rule.kind == KIND_PATTERN)
		pattern_compile(&rule, t);
	r->rule = arena_grow(&r->arena, r->rule, r->n, &r->cap, sizeof *r->rule);
	r->next = arena_grow(&r->arena, r->next, r->n, &r->next_cap, sizeof *r->next);
	r->rule[r->n] = rule;
	r->next[r->n] = 0;
	r->keeps |= (rule.flags & RULE_KEEP) != 0;
	rule_index(r, &rule, (unsigned)r->n);
	r->n++;
}

static void
load_furniture(struct rules *r, struct str name, struct str text)
{
	struct table t;

	table_open(&t, name, text);
	while (table_row(&t, 3))
		rule_add(r, &t);
}

static void
load_vocabulary(struct rules *r)
{
	struct table t;

	table_open(&t, STR("vocabulary.tsv"), table_ksplit_vocabulary);
	while (table_row(&t, 3)) {
		struct phrase p = { lowered(r, t.field[2]), rules_class(r, t.field[0]), (unsigned char)(t.field[1].p[0] - '0'), 0 };

		p.next = map_get(&r->phrase_map, p.text);

		r->phrase = arena_grow(&r->arena, r->phrase, r->phrases, &r->phrase_cap, sizeof p);
		r->phrase[r->phrases] = p;
		map_put(&r->phrase_map, &r->arena, p.text, (unsigned)r->phrases++);
	}
}

static void
load_marks(struct rules *r)
{
	struct table t;

	table_open(&t, STR("marks.tsv"), table_ksplit_marks);
	while (table_row(&t, 2)) {
		struct mark m = { .text = arena_str(&r->arena, t.field[1]), .tail = str_eq(t.field[0], STR("tail")) };

		if (m.text.n < 4)
			table_die(&t, "mark of less than four bytes");
		r->mark = arena_grow(&r->arena, r->mark, r->marks, &r->mark_cap, sizeof m);
		memcpy(&m.key, m.text.p, 4);
		r->mark[r->marks++] = m;
		r->mark_first[(unsigned char)m.text.p[0]] = 1;
		r->mark_second[(unsigned char)m.text.p[1]] = 1;
	}
}

static void
name_add(struct rules *r, const struct table *t, struct str name, struct str as)
{
	struct name n = { folded(r, t, name), as, (unsigned)r->outlets };

	if (str_starts(n.text, STR("the ")))
		n.text = str_from(n.text, 4);
	r->name = arena_grow(&r->arena, r->name, r->names, &r->name_cap, sizeof n);
	r->name[r->names] = n;
	r->name_first[(unsigned char)n.text.p[0]] = 1;
	if (!map_get(&r->name_map, n.text))
		map_put(&r->name_map, &r->arena, n.text, (unsigned)r->names);
	r->names++;
}

/* `~Purchase Licensing Rights`: what only this outlet's pages print. */
static void
own_add(struct rules *r, const struct table *t, struct str words)
{
	struct name n = { lowered(r, words), words, (unsigned)r->outlets };

	if (words.n < 8)
		table_die(t, "too short to tell an outlet: %.*s", (int)words.n, words.p);
	r->own = arena_grow(&r->arena, r->own, r->owns, &r->own_cap, sizeof n);
	r->own[r->owns++] = n;
}

static void
outlet_flags(struct outlet *o, const struct table *t, struct str words)
{
	while (words.p) {
		struct str word = str_trim(str_cut(&words, ' '));

		if (str_eq(word, STR("agency"))) {
			o->agency = true;
		} else if (str_eq(word, STR("wire"))) {
			o->agency = o->wire = true;
		} else if (str_eq(word, STR("plain"))) {
			o->plain = true;
		} else if (word.n == 6 && (word.p[0] == '+' || word.p[0] == '-')) {
			int h = (word.p[1] - '0') * 10 + word.p[2] - '0', m = (word.p[4] - '0') * 10 + word.p[5] - '0';

			o->zoned = true;
			o->zone = word.p[0] == '-' ? -(h * 60 + m) : h * 60 + m;
		} else if (word.n) {
			table_die(t, "unknown flag: %.*s", (int)word.n, word.p);
		}
	}
}

static void
load_outlets(struct rules *r)
{
	struct table t;

	table_open(&t, STR("outlets.tsv"), table_ksplit_outlets);
	while (table_row(&t, 1)) {
		struct outlet o = { .name = t.field[0], .ko = t.field[1], .aliases = t.field[2], .domains = t.field[3] };
		struct str list = o.aliases;

		outlet_flags(&o, &t, t.field[4]);
		name_add(r, &t, o.name, o.name);
		if (o.ko.n)
			name_add(r, &t, o.ko, o.ko);
		while (list.p && list.n) {
			struct str name = str_trim(str_cut(&list, ';'));
			bool other = *name.p == '='; /* `=RFA`: a name that the outlet is not to be called by */

			if (*name.p == '~') {
				own_add(r, &t, str_from(name, 1));
				continue;
			}

			name_add(r, &t, other ? str_from(name, 1) : name, other ? o.name : name);
		}
		list = o.domains;
		while (list.p && list.n)
			map_put(&r->domain_map, &r->arena, str_trim(str_cut(&list, ';')), (unsigned)r->outlets);
		r->outlet = arena_grow(&r->arena, r->outlet, r->outlets, &r->outlet_cap, sizeof o);
		r->outlet[r->outlets++] = o;
	}
}

static void
load_places(struct rules *r)
{
	struct table t;

	table_open(&t, STR("places.tsv"), table_ksplit_places);
	while (table_row(&t, 1))
		map_put(&r->place_map, &r->arena, folded(r, &t, t.field[0]), 0);
}

struct rules *
rules_open(const char *file)
{
	static const char *classes[CLASSES_BUILT_IN] = { "none", "date", "byline", "caption", "photo", "url", "separator", "crumb",
		"legal", "comment", "related", "section", "tags", "counter", "debris", "share", "nav", "wire", "subscribe", "prefix",
		"document", "agency", "title", "summary", "learned", "other", "source", "staff", "doubled", "header", "digest", "credit", "notice", "tool",
		"header.title", "header.author", "header.date", "header.source", "header.section", "header.place", "header.url", "end" };
	struct rules *r = calloc(1, sizeof *r);

	if (!r)
		err_die("out of memory");
	for (; r->classes < CLASSES_BUILT_IN; r->classes++)
		r->class[r->classes] = str_z(classes[r->classes]);
	r->words = pagedate_words_open(STR("datewords.tsv"), table_ksplit_datewords);
	load_furniture(r, STR("furniture.tsv"), table_ksplit_furniture);
	if (file) {
		struct str own = table_load(file);

		load_furniture(r, str_z(file), own);
		free((char *)own.p);
	}
	load_vocabulary(r);
	load_marks(r);
	load_outlets(r);
	load_places(r);
	return r;
}

void
rules_close(struct rules *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->n; i++)
		if (r->rule[i].code)
			pcre2_code_free(r->rule[i].code);
	pcre2_match_data_free(r->match);
	pcre2_match_context_free(r->limits);
	pagedate_words_close(r->words);
	arena_free(&r->arena);
	free(r);
}

const struct pagedate_words *
rules_words(const struct rules *r)
{
	return r->words;
}

/* Matching. ------------------------------------------------------------------------------------------------------------ */

static bool
pattern_matches(struct rules *r, struct rule *rule, struct str s)
{
	if (!r->match) {
		r->match = pcre2_match_data_create(1, NULL);
		r->limits = pcre2_match_context_create(NULL);
		if (!r->match || !r->limits)
			err_die("out of memory");
		pcre2_set_match_limit(r->limits, 100000);
	}
	return pcre2_match(rule->code, (PCRE2_SPTR)s.p, s.n, 0, 0, r->match, r->limits) > 0;
}

static const struct rule *
match_ends(const struct rules *r, struct str low, bool longer)
{
	const struct rule *found = NULL;

	for (unsigned i = r->starts.first[(unsigned char)low.p[0]]; i && !found; i = r->next[i - 1])
		if (str_starts(low, r->rule[i - 1].text) && (!longer || (r->rule[i - 1].flags & RULE_LONG)))
			found = &r->rule[i - 1];
	for (unsigned i = r->ends.first[(unsigned char)low.p[low.n - 1]]; i && !found; i = r->next[i - 1])
		if (str_ends(low, r->rule[i - 1].text) && (!longer || (r->rule[i - 1].flags & RULE_LONG)))
			found = &r->rule[i - 1];
	return found;
}

static const struct rule *
match_inside(const struct rules *r, struct str low)
{
	for (size_t at = 0; at + 1 < low.n; at++)
		for (unsigned i = r->has[pair_of(low.p + at)]; i; i = r->next[i - 1])
			if (str_starts(str_from(low, at), r->rule[i - 1].text))
				return &r->rule[i - 1];
	return NULL;
}

/* A long line: its first and last bytes only. */
static const struct rule *
match_long(const struct rules *r, struct str line)
{
	char low[2 * 80];
	struct str head, tail;
	const struct rule *rule;

	for (size_t i = 0; i < 80; i++) {
		low[i] = lower(line.p[i]);
		low[80 + i] = lower(line.p[line.n - 80 + i]);
	}
	head = str_of(low, 80);
	tail = str_of(low + 80, 80);
	rule = match_ends(r, head, true);
	return rule && rule->kind == KIND_START ? rule : (rule = match_ends(r, tail, true), rule && rule->kind == KIND_END) ? rule : NULL;
}

/* One rule against one line: exceptions are few. */
static bool
matches(struct rules *r, struct rule *rule, struct str line, struct str low)
{
	char key[RULES_SHORT];

	switch ((enum kind)rule->kind) {
	case KIND_LINE:
		return str_eq(str_of(key, rules_fold(line, key, sizeof key)), rule->text);
	case KIND_START:
		return str_starts(low, rule->text);
	case KIND_END:
		return str_ends(low, rule->text);
	case KIND_HAS:
		return str_find(low, rule->text, 0) < low.n;
	case KIND_PATTERN:
		return pattern_matches(r, rule, line);
	}
	return false;
}

const struct rule *
rules_match(struct rules *r, struct str line)
{
	char key[RULES_SHORT];
	const struct rule *rule = NULL;
	unsigned found;
	size_t n;

	if (line.n == 0)
		return NULL;
	if (line.n >= RULES_SHORT)
		return match_long(r, line);
	n = rules_fold(line, key, sizeof key);
	if (n) {
		found = map_get(&r->lines, str_of(key, n));
		if (found && !r->keeps)
			return &r->rule[found - 1];
		rule = found ? &r->rule[found - 1] : NULL;
	}
	for (size_t i = 0; i < line.n; i++)
		key[i] = lower(line.p[i]);
	if (!rule)
		rule = match_ends(r, str_of(key, line.n), false);
	if (!rule)
		rule = match_inside(r, str_of(key, line.n));
	for (unsigned i = r->pattern; i && !rule; i = r->next[i - 1])
		if (pattern_matches(r, &r->rule[i - 1], line))
			rule = &r->rule[i - 1];
	for (size_t i = 0; i < r->n && rule && r->keeps; i++)
		if ((r->rule[i].flags & RULE_KEEP) && matches(r, &r->rule[i], line, str_of(key, line.n)))
			return &r->rule[i];
	return rule;
}

bool
rules_whole(const struct rule *rule)
{
	return rule->kind == KIND_LINE;
}

/* Cuts a line into folded words: `FacebookTwitterWhatsapp` is three, Hangul runs are one each. */
static size_t
cut_words(struct str s, char *low, struct str *word, size_t most)
{
	size_t n = 0, i = 0;

	while (i < s.n && n < most) {
		size_t from;

		while (i < s.n && !((s.p[i] & 0x80) || (lower(s.p[i]) >= 'a' && lower(s.p[i]) <= 'z')))
			i++;
		from = i;
		while (i < s.n && ((s.p[i] & 0x80) || (lower(s.p[i]) >= 'a' && lower(s.p[i]) <= 'z'))) {
			if (i > from && s.p[i] >= 'A' && s.p[i] <= 'Z' && s.p[i - 1] >= 'a' && s.p[i - 1] <= 'z')
				break;
			low[i] = lower(s.p[i]);
			i++;
		}
		if (i > from)
			word[n++] = str_of(low + from, i - from);
	}
	return n;
}

#define VOCABULARY_WORDS 60

/* Adds up the weights of the phrases, a sum a class; returns the number of words. */
static size_t
weigh(const struct rules *r, struct str line, unsigned *score)
{
	char low[RULES_SHORT], key[64];
	struct str word[VOCABULARY_WORDS];
	size_t n = cut_words(line, low, word, VOCABULARY_WORDS);

	for (size_t i = 0; i < n; i++) {
		size_t len = 0;

		for (size_t k = i; k < n && k < i + 3; k++) { /* one to three words */
			unsigned found;

			if (len + word[k].n + 1 > sizeof key)
				break;
			if (len)
				key[len++] = ' ';
			memcpy(key + len, word[k].p, word[k].n);
			len += word[k].n;
			for (found = map_get(&r->phrase_map, str_of(key, len)); found; found = r->phrase[found - 1].next)
				score[r->phrase[found - 1].class] += r->phrase[found - 1].weight;
		}
	}
	return n;
}

bool
rules_notice(const struct rules *r, struct str s)
{
	unsigned score[CLASSES] = { 0 };

	s.n = s.n < RULES_SHORT ? s.n : RULES_SHORT - 1;
	weigh(r, s, score);
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
	n = weigh(r, line, score);
	for (unsigned c = 1; c < r->classes; c++)
		if (score[c] > score[best] && c != CLASS_NOTICE)
			best = (unsigned char)c;
	return score[best] >= 3 && score[best] * 3 >= n ? best : 0;
}

size_t
rules_mark(const struct rules *r, struct str s, size_t from, size_t *len, bool *tail)
{
	uint32_t key;

	for (size_t i = from; i + 4 <= s.n; i++) {
		if (!r->mark_first[(unsigned char)s.p[i]] || !r->mark_second[(unsigned char)s.p[i + 1]])
			continue;
		memcpy(&key, s.p + i, 4);
		for (size_t k = 0; k < r->marks; k++)
			if (r->mark[k].key == key && str_starts(str_from(s, i), r->mark[k].text)) {
				*len = r->mark[k].text.n;
				*tail = r->mark[k].tail;
				return i;
			}
	}
	return s.n;
}

/* Outlets. ------------------------------------------------------------------------------------------------------------- */

const struct outlet *
rules_outlet(const struct rules *r, struct str name, struct str *as)
{
	char key[RULES_SHORT];
	size_t n = rules_fold(name, key, sizeof key);
	struct str k = str_of(key, n);
	unsigned found;

	if (n == 0)
		return NULL;
	if (str_starts(k, STR("the ")))
		k = str_from(k, 4);
	found = map_get(&r->name_map, k);
	if (!found)
		return NULL;
	if (as)
		*as = r->name[found - 1].as;
	return &r->outlet[r->name[found - 1].outlet];
}

bool
rules_place(const struct rules *r, struct str name)
{
	char key[RULES_SHORT];
	size_t n = rules_fold(name, key, sizeof key);

	return n && map_get(&r->place_map, str_of(key, n));
}

const struct outlet *
rules_domain(const struct rules *r, struct str host)
{
	char low[128];

	if (host.n == 0 || host.n > sizeof low)
		return NULL;
	for (size_t i = 0; i < host.n; i++)
		low[i] = lower(host.p[i]);
	host.p = low;
	while (host.n) {
		unsigned found = map_get(&r->domain_map, host);
		size_t dot = str_find(host, STR("."), 0);

		if (found)
			return &r->outlet[found - 1];
		if (dot + 1 >= host.n)
			break;
		host = str_from(host, dot + 1);
	}
	return NULL;
}

static bool
word_byte(char c)
{
	return (c & 0x80) || (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

const struct outlet *
rules_own(const struct rules *r, struct str line)
{
	char low[RULES_SHORT];

	if (line.n < 8 || line.n >= sizeof low)
		return NULL;
	for (size_t i = 0; i < line.n; i++)
		low[i] = lower(line.p[i]);
	for (size_t i = 0; i < r->owns; i++)
		if (str_find(str_of(low, line.n), r->own[i].text, 0) < line.n)
			return &r->outlet[r->own[i].outlet];
	return NULL;
}

const struct outlet *
rules_outlet_in(const struct rules *r, struct str line, struct str *as)
{
	char low[RULES_SHORT];
	size_t best = 0;
	const struct name *found = NULL;

	if (line.n >= sizeof low)
		return NULL;
	for (size_t i = 0; i < line.n; i++)
		low[i] = lower(line.p[i]);
	for (size_t i = 0; i < line.n; i++) {
		if (!r->name_first[(unsigned char)low[i]] || (line.p[i] >= 'a' && line.p[i] <= 'z') || (i && word_byte(low[i - 1]) && !(low[i - 1] & 0x80)))
			continue;
		for (size_t end = line.n; end > i + best && end > i + 2; end--) {
			unsigned k;

			if (end < line.n && word_byte(low[end]) && word_byte(low[end - 1]) && ((low[end] ^ low[end - 1]) & 0x80) == 0 && !(low[end - 1] & 0x80))
				continue;
			k = map_get(&r->name_map, str_of(low + i, end - i));
			if (k && !r->outlet[r->name[k - 1].outlet].plain) {
				found = &r->name[k - 1];
				best = end - i;
				break;
			}
		}
	}
	if (!found)
		return NULL;
	*as = found->as;
	return &r->outlet[found->outlet];
}
