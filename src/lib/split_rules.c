#include "err.h"
#include "load.h"
#include "mem.h"
#include "split_fold.h"
#include "split_meta.h"
#include "split_tables.h"

#include <stdlib.h>

extern const struct str table_ksplit_furniture, table_ksplit_datewords;

enum kind { KIND_LINE, KIND_START, KIND_END, KIND_HAS, KIND_PATTERN };

unsigned char
rules_class(struct rules *r, struct str name)
{
	if (r->met && str_eq(r->class[r->met], name)) /* rows of a class stand together */
		return r->met;
	for (size_t i = 1; i < r->classes; i++)
		if (str_eq(r->class[i], name))
			return r->met = (unsigned char)i;
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

struct str
tables_fold(struct rules *r, const struct table *t, struct str text)
{
	char out[RULES_SHORT];
	size_t n = fold_line(text, out, sizeof out);

	if (n == 0)
		table_die(t, "nothing to look for in: %.*s", (int)text.n, text.p);
	return arena_str(&r->arena, str_of(out, n));
}

struct str
tables_lower(struct rules *r, struct str text)
{
	char *p = arena_alloc(&r->arena, text.n + 1);

	str_lower(p, text);
	return str_of(p, text.n);
}

static unsigned short
flags_of(const struct table *t, struct str words)
{
	static const struct {
		struct str name;
		unsigned short flag;
	} names[] = { { STR_ITEM("edge"), RULE_EDGE }, { STR_ITEM("head"), RULE_HEAD }, { STR_ITEM("tail"), RULE_TAIL },
		{ STR_ITEM("list"), RULE_LIST }, { STR_ITEM("long"), RULE_LONG }, { STR_ITEM("keep"), RULE_KEEP },
		{ STR_ITEM("brief"), RULE_BRIEF } };
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

unsigned
rules_number(const struct rules *r, const struct rule *rule)
{
	return rule ? (unsigned)(rule - r->rule) + 1 : 0;
}

const struct rule *
rules_numbered(const struct rules *r, unsigned number)
{
	return number ? &r->rule[number - 1] : NULL;
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
static unsigned
pattern_compile(struct rules *r, struct str text, const struct table *t)
{
	pcre2_code *code;
	int error;
	PCRE2_SIZE at;
	PCRE2_UCHAR why[128];

	code = pcre2_compile((PCRE2_SPTR)text.p, text.n, PCRE2_UTF | PCRE2_ANCHORED | PCRE2_CASELESS, &error, &at, NULL);
	if (!code) {
		pcre2_get_error_message(error, why, sizeof why);
		table_die(t, "pattern, byte %zu: %s", (size_t)at + 1, (const char *)why);
	}
	pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	r->code = arena_grow(&r->arena, r->code, r->codes, &r->code_cap, sizeof *r->code);
	r->code[r->codes] = code;
	return (unsigned)++r->codes;
}

/* The chain for a text of which n bytes at p are compared. */
static unsigned *
chain_of(struct chain *c, const char *p, size_t n)
{
	if (n == 4)
		return &c->four[(uint32_t)load32(p) * 2654435761u >> 22];
	return n == 2 ? &c->pair[(load16(p) * 40503u >> 4) % 256] : &c->one[(unsigned char)*p];
}

/* How many bytes of a text of n are compared. */
static size_t
chain_bytes(size_t n)
{
	return n >= 4 ? 4 : n >= 2 ? 2 : 1;
}

static void
rule_index(struct rules *r, struct rule *rule, unsigned index)
{
	struct str s = rule->text;
	unsigned *head = NULL;

	switch ((enum kind)rule->kind) {
	case KIND_LINE:
		map_put(&r->lines, &r->arena, s, index);
		r->longest_line = s.n > r->longest_line ? s.n : r->longest_line;
		break;
	case KIND_START:
		head = chain_of(&r->starts, s.p, chain_bytes(s.n));
		break;
	case KIND_END:
		head = chain_of(&r->ends, s.p + s.n - chain_bytes(s.n), chain_bytes(s.n));
		break;
	case KIND_HAS:
		r->has_rule = arena_grow(&r->arena, r->has_rule, r->has.n, &r->has_cap, sizeof *r->has_rule);
		r->has_rule[r->has.n] = index;
		find_add(&r->has, &r->arena, s);
		break;
	case KIND_PATTERN:
		head = &r->pattern;
		break;
	}
	if (rule->kind != KIND_PATTERN) /* the longest of a file is looked at first: it says most */
		while (head && *head > r->loaded && r->rule[*head - 1].text.n > s.n)
			head = &r->next[*head - 1];
	if (head) {
		r->next[index] = *head;
		*head = index + 1;
	}
}

static void
rule_add(struct rules *r, const struct table *t)
{
	struct rule rule = { .kind = (unsigned char)kind_of(t, t->field[1]) };

	rule.flags = flags_of(t, t->field[3]);
	rule.class = rules_class(r, t->field[0]);
	if (!rule.class)
		table_die(t, "too many classes");
	if (rule.class >= CLASSES_BUILT_IN && str_starts(t->field[0], STR("header.")))
		table_die(t, "unknown class: %.*s", (int)t->field[0].n, t->field[0].p);
	if (t->field[0].n == 0 || t->field[2].n == 0)
		table_die(t, t->field[0].n ? "nothing to look for" : "no class");
	rule.text = rule.kind == KIND_PATTERN ? arena_str(&r->arena, t->field[2])
	    : rule.kind == KIND_LINE          ? tables_fold(r, t, t->field[2])
	                                      : tables_lower(r, t->field[2]);
	if (rule.kind == KIND_HAS && rule.text.n < 2)
		table_die(t, "a part of one byte is too little");
	if (rule.kind == KIND_PATTERN)
		rule.pattern = pattern_compile(r, rule.text, t);
	if (r->n == RULES_MOST)
		table_die(t, "more than %d rules", RULES_MOST);
	r->rule = arena_grow(&r->arena, r->rule, r->n, &r->cap, sizeof *r->rule);
	r->next = arena_grow(&r->arena, r->next, r->n, &r->next_cap, sizeof *r->next);
	r->rule[r->n] = rule;
	r->next[r->n] = 0;
	if (rule.flags & RULE_KEEP) {
		r->keep = r->keep < r->keep_end ? r->keep : r->n;
		r->keep_end = r->n + 1;
	}
	rule_index(r, &rule, (unsigned)r->n);
	r->n++;
}

/* How many fields a row of the user's file can have that belongs to another table than that of furniture; else 0. */
static size_t
fields_of(struct str table)
{
	static const struct {
		struct str name;
		size_t fields;
	} tables[] = { { STR_ITEM("outlet"), 6 }, { STR_ITEM("mark"), 3 }, { STR_ITEM("dateword"), 4 }, { STR_ITEM("place"), 2 },
		{ STR_ITEM("naming"), 3 }, { STR_ITEM("evidence"), 3 }, { STR_ITEM("side"), 3 } };

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (str_eq(tables[i].name, table))
			return tables[i].fields;
	return 0;
}

static void
load_furniture(struct rules *r, struct str name, struct str text)
{
	struct table t;

	r->loaded = r->n;
	table_open(&t, name, text);
	while (table_row(&t, 1)) {
		size_t other = fields_of(t.field[0]), most = other ? other : 4;

		if (t.field[most].n)
			table_die(&t, "fields between tabs: %zu, wanted: at most %zu", t.fields, most);
		if (other)
			continue;
		if (t.fields < 3)
			table_die(&t, "fields between tabs: %zu, wanted: at least 3", t.fields);
		rule_add(r, &t);
	}
}

struct table
tables_own(const struct rules *r, const char *kind)
{
	struct table t;

	table_open_kind(&t, r->own_name, r->own_text, str_z(kind));
	return t;
}

/* The words of dates: the user's, then those built in. */
static void
load_words(struct rules *r)
{
	struct table t = tables_own(r, "dateword");

	r->words = pagedate_words_new(&r->arena);
	pagedate_words_add(r->words, &t);
	table_open(&t, STR("datewords.tsv"), table_ksplit_datewords);
	pagedate_words_add(r->words, &t);
}

void
rules_load(struct rules *r, const char *file)
{
	static const char *classes[CLASSES_BUILT_IN] = { "none", "date", "byline", "caption", "photo", "url", "separator", "crumb", "legal",
		"comment", "related", "section", "tags", "counter", "debris", "share", "nav", "wire", "subscribe", "prefix", "document",
		"agency", "title", "summary", "learned", "other", "source", "staff", "doubled", "header", "digest", "credit", "notice",
		"tool", "header.title", "header.author", "header.date", "header.source", "header.section", "header.place", "header.url",
		"end", "contact", "continue", "ad", "translation", "government", "imprint" };

	for (; r->classes < CLASSES_BUILT_IN; r->classes++)
		r->class[r->classes] = arena_str(&r->arena, str_z(classes[r->classes]));
	if (file) {
		struct str own = table_load(file);

		r->own_name = arena_str(&r->arena, str_z(file));
		r->own_text = arena_str(&r->arena, own); /* names and marks stay where they are */
		free((char *)own.p);
	}
	load_words(r);
	r->cap = r->next_cap = table_lines(table_ksplit_furniture);
	load_furniture(r, STR("furniture.tsv"), table_ksplit_furniture);
	load_furniture(r, r->own_name, r->own_text);
	find_ready(&r->has);
	phrases_load(r);
	evidence_load(r);
	marks_load(r);
	commons_load(r);
	outlets_load(r);
	namings_load(r);
}

struct rules *
rules_open(const char *file)
{
	struct rules *r = mem_new(1, sizeof *r);

	if (rules_image && !file)
		*r = *rules_image;
	else
		rules_load(r, file);
	r->recent = stamp_recent_open();
	r->named = names_recent_open();
	return r;
}

void
rules_close(struct rules *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->codes; i++)
		pcre2_code_free(r->code[i]);
	pcre2_match_data_free(r->match);
	pcre2_match_context_free(r->limits);
	stamp_recent_close(r->recent);
	free(r->named);
	arena_free(&r->arena);
	free(r);
}

const struct pagedate_words *
rules_words(const struct rules *r)
{
	return r->words;
}

struct stamp_recent *
rules_recent(const struct rules *r)
{
	return r->recent;
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
	return pcre2_match(r->code[rule->pattern - 1], (PCRE2_SPTR)s.p, s.n, 0, 0, r->match, r->limits)
	    >= 0; /* 0: it has groups, and they found no room */
}

/* Which rules are asked. */
enum asked { ASKED_ALL, ASKED_LONG, ASKED_FIRM /* all but RULE_BRIEF */ };

static bool
is_asked(const struct rule *rule, enum asked asked)
{
	return asked == ASKED_LONG ? rule->flags & RULE_LONG : asked == ASKED_ALL || !(rule->flags & RULE_BRIEF);
}

/* The last rule of a chain that begins or ends s; index + 1, or 0. */
static unsigned
chain_find(const struct rules *r, unsigned i, struct str s, enum asked asked)
{
	for (; i; i = r->next[i - 1]) {
		const struct rule *rule = &r->rule[i - 1];

		if (is_asked(rule, asked) && (rule->kind == KIND_START ? str_starts(s, rule->text) : str_ends(s, rule->text)))
			break;
	}
	return i;
}

/* Of the rules that begin, or end, s the one that was added last. */
static const struct rule *
match_chain(struct rules *r, struct chain *c, bool at_end, struct str s, enum asked asked)
{
	unsigned last = 0;

	for (size_t n = chain_bytes(s.n); n > 0; n /= 2) {
		unsigned i = chain_find(r, *chain_of(c, at_end ? s.p + s.n - n : s.p, n), s, asked);

		last = i > last ? i : last;
	}
	return last ? &r->rule[last - 1] : NULL;
}

static const struct rule *
match_inside(const struct rules *r, struct str low, enum asked asked)
{
	unsigned which;

	for (size_t at = find_next(&r->has, low, 0, &which); at < low.n; at = find_next(&r->has, low, at + 1, &which))
		if (is_asked(&r->rule[r->has_rule[which]], asked))
			return &r->rule[r->has_rule[which]];
	return NULL;
}

#define LONG_ENDS 80

/* A long line: its first and last bytes only. */
static const struct rule *
match_long(struct rules *r, struct str line)
{
	char head[LONG_ENDS], tail[LONG_ENDS];
	const struct rule *rule;

	str_lower(head, str_of(line.p, LONG_ENDS));
	str_lower(tail, str_of(line.p + line.n - LONG_ENDS, LONG_ENDS));
	rule = match_chain(r, &r->starts, false, str_of(head, LONG_ENDS), ASKED_LONG);
	return rule ? rule : match_chain(r, &r->ends, true, str_of(tail, LONG_ENDS), ASKED_LONG);
}

/* One rule against one line: exceptions are few. */
static bool
matches(struct rules *r, struct rule *rule, struct str line, struct str low)
{
	char key[RULES_SHORT];

	switch ((enum kind)rule->kind) {
	case KIND_LINE:
		return str_eq(str_of(key, fold_line(line, key, sizeof key)), rule->text);
	case KIND_START:
		return str_starts(low, rule->text);
	case KIND_END:
		return str_ends(low, rule->text);
	case KIND_HAS:
		return str_has(low, rule->text);
	case KIND_PATTERN:
		return pattern_matches(r, rule, line);
	}
	return false;
}

static const struct rule *
match(struct rules *r, struct str line, enum asked asked)
{
	char key[RULES_SHORT];
	const struct rule *rule;
	struct str low;
	unsigned found;

	if (line.n == 0)
		return NULL;
	if (line.n >= RULES_SHORT)
		return match_long(r, line);
	found = tables_could_hold(&r->lines, line) ? map_get(&r->lines, str_of(key, fold_line(line, key, r->longest_line))) : 0;
	rule = found ? &r->rule[found - 1] : NULL;
	if (rule && r->keep == r->keep_end)
		return rule;
	str_lower(key, line);
	low = str_of(key, line.n);
	if (!rule)
		rule = match_chain(r, &r->starts, false, str_starts(low, STR("• ")) && low.n > 4 ? str_from(low, 4) : low, asked);
	if (!rule)
		rule = match_chain(r, &r->ends, true, low, asked);
	if (!rule)
		rule = match_inside(r, low, asked);
	for (unsigned i = r->pattern; i && !rule; i = r->next[i - 1])
		if (pattern_matches(r, &r->rule[i - 1], line))
			rule = &r->rule[i - 1];
	for (size_t i = r->keep; rule && i < r->keep_end; i++)
		if ((r->rule[i].flags & RULE_KEEP) && matches(r, &r->rule[i], line, low))
			return &r->rule[i];
	return rule;
}

const struct rule *
rules_match(struct rules *r, struct str line)
{
	return match(r, line, ASKED_ALL);
}

const struct rule *
rules_match_firm(struct rules *r, struct str line)
{
	return match(r, line, ASKED_FIRM);
}

bool
rules_opens(const struct rules *r, struct str s)
{
	return tables_opens(&r->lines, s) || tables_opens(&r->name_map, s)
	    || (str_starts_nocase(s, STR("the ")) && tables_opens(&r->name_map, str_from(s, 4)));
}

bool
rules_match_whole(struct rules *r, struct str line)
{
	char key[RULES_SHORT];
	const struct rule *rule;

	if (!tables_could_hold(&r->lines, line) || !map_get(&r->lines, str_of(key, fold_line(line, key, r->longest_line))))
		return false;
	rule = rules_match(r, line); /* an exception may hold */
	return rule && !(rule->flags & RULE_KEEP);
}

bool
rules_section(struct rules *r, struct str line)
{
	return rules_match_whole(r, line) && rules_match(r, line)->class == CLASS_SECTION;
}
