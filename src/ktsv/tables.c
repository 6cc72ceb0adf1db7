#include "tables.h"
#include "buf.h"
#include "err.h"

#define ARTICLE_COLUMNS                                                                                                 \
	{ "article", TEXT, false, "id of the article (articles.id)" }, { "date", TEXT, false, "its date of publication" }
#define SPAN_COLUMNS                                                                                                    \
	{ "start", NUMBER, false, "where it begins: code points from 0" }, { "end", NUMBER, false, "where it ends, exclusive" }

static const struct column articles[] = {
	{ "id", TEXT, false, "the same article has the same id on every machine" },
	{ "date", TEXT, false, "publication, ISO 8601, as precise as known" },
	{ "updated", TEXT, false, "last update" },
	{ "date_from", TEXT, false, "what the date rests on: published, byline, dateline, text, crawl" },
	{ "source", TEXT, false, "outlet whose page it is" },
	{ "agency", TEXT, false, "news agency credited" },
	{ "title", TEXT, false, "headline; empty where the page shows none" },
	{ "author", TEXT, false, "persons, '; ' between them" },
	{ "place", TEXT, false, "place of the dateline" },
	{ "section", TEXT, false, "breadcrumb or section" },
	{ "lang", TEXT, false, "en, ko" },
	{ "words", NUMBER, false, "words in the text (runs without white space)" },
	{ "captions", NUMBER, false, "number of photo captions" },
	{ "truncated", NUMBER, false, "1: the page was cut" },
	{ "file", TEXT, false, "input it began in" },
	{ "line", NUMBER, false, "line of that input" },
	{ "dup_of", TEXT, false, "kdedup --annotate: the article it is a copy of" },
	{ "url", TEXT, false, "address" },
	{ "dup_rel", TEXT, true, "kdedup --annotate: in which way it is a copy" },
	{ "deck", TEXT, true, "sub-headlines, '; ' between them" },
	{ "text", TEXT, true, "the whole text" },
};

static const struct column mentions[] = {
	ARTICLE_COLUMNS,
	{ "source", TEXT, false, "its outlet" },
	{ "type", TEXT, false, "PERSON ORG GPE LOC FAC NORP EVENT WEAPON LAW DATE MONEY PERCENT" },
	{ "id", TEXT, false, "canonical id; empty where the name is not known" },
	{ "name", TEXT, false, "canonical name" },
	{ "text", TEXT, false, "the words of the article" },
	SPAN_COLUMNS,
	{ "value", TEXT, false, "normal form of a date, an amount or a percentage" },
	{ "field", TEXT, false, "text, title or captions: what start and end count in" },
	{ "rule", TEXT, false, "the rule of ktag that found it" },
	{ "paragraph", NUMBER, true, "paragraph of the text, from 1 (paragraphs.n)" },
	{ "title", TEXT, true, "headline of the article" },
	{ "url", TEXT, true, "address of the article" },
};

static const struct column roles[] = {
	ARTICLE_COLUMNS,
	{ "person", TEXT, false, "fullest name in the article" },
	{ "person_id", TEXT, false, "canonical id" },
	{ "title", TEXT, false, "as written" },
	{ "org", TEXT, false, "organisation as written" },
	{ "org_id", TEXT, false, "its canonical id" },
	SPAN_COLUMNS,
	{ "source", TEXT, true, "outlet" },
};

static const struct column quotes[] = {
	ARTICLE_COLUMNS,
	{ "source", TEXT, false, "its outlet" },
	{ "speaker", TEXT, false, "fullest name in the article, or the words used; ? if unclear" },
	{ "speaker_id", TEXT, false, "canonical id" },
	{ "verb", TEXT, false, "verb of speech" },
	{ "text", TEXT, false, "the words between the marks" },
	SPAN_COLUMNS,
	{ "paragraph", NUMBER, true, "paragraph of the text, from 1 (paragraphs.n)" },
	{ "title", TEXT, true, "headline of the article" },
	{ "url", TEXT, true, "address of the article" },
};

static const struct column dates[] = {
	ARTICLE_COLUMNS,
	{ "source", TEXT, false, "its outlet" },
	{ "value", TEXT, false, "ISO 8601, as precise as the text says; empty if open" },
	{ "text", TEXT, false, "the words of the article" },
	SPAN_COLUMNS,
	{ "field", TEXT, false, "text, title or captions: what start and end count in" },
	{ "paragraph", NUMBER, true, "paragraph of the text, from 1 (paragraphs.n)" },
};

static const struct column pairs[] = {
	ARTICLE_COLUMNS,
	{ "a_id", TEXT, false, "the lesser id of the two, in byte order" },
	{ "a_name", TEXT, false, "its name" },
	{ "a_type", TEXT, false, "its type" },
	{ "b_id", TEXT, false, "the greater id" },
	{ "b_name", TEXT, false, "its name" },
	{ "b_type", TEXT, false, "its type" },
	{ "count", NUMBER, false, "paragraphs of the article that hold both" },
	{ "source", TEXT, true, "outlet" },
};

static const struct column counts[] = {
	{ "type", TEXT, false, "type of the entity" },
	{ "id", TEXT, false, "canonical id; empty where the name is not known" },
	{ "name", TEXT, false, "canonical name" },
	{ "period", TEXT, false, "day, week, month or source (--by); empty where the article does not tell" },
	{ "articles", NUMBER, false, "articles with a mention" },
	{ "mentions", NUMBER, false, "mentions" },
};

static const struct column paragraphs[] = {
	{ "article", TEXT, false, "id of the article (articles.id)" },
	{ "n", NUMBER, false, "number of the paragraph, from 1" },
	{ "text", TEXT, false, "the paragraph" },
};

#define DEF(name, about) { #name, about, name, sizeof name / sizeof *name }

_Static_assert(sizeof articles / sizeof *articles == A_COLUMNS, "articles");
_Static_assert(sizeof mentions / sizeof *mentions == M_COLUMNS, "mentions");
_Static_assert(sizeof roles / sizeof *roles == R_COLUMNS, "roles");
_Static_assert(sizeof quotes / sizeof *quotes == Q_COLUMNS, "quotes");
_Static_assert(sizeof dates / sizeof *dates == D_COLUMNS, "dates");
_Static_assert(sizeof pairs / sizeof *pairs == P_COLUMNS, "pairs");
_Static_assert(sizeof counts / sizeof *counts == C_COLUMNS, "counts");
_Static_assert(sizeof paragraphs / sizeof *paragraphs == G_COLUMNS, "paragraphs");
_Static_assert(A_COLUMNS <= COLUMNS && M_COLUMNS <= COLUMNS, "COLUMNS");

const struct table_def table_defs[TABLES] = {
	[ARTICLES] = DEF(articles, "one row an article"),
	[MENTIONS] = DEF(mentions, "one row an entity found in a text, title or captions"),
	[ROLES] = DEF(roles, "one row a title that an article gives a person"),
	[QUOTES] = DEF(quotes, "one row a quotation"),
	[DATES] = DEF(dates, "one row a date found in a text, title or captions"),
	[PAIRS] = DEF(pairs, "one row a pair of entities that share a paragraph of an article"),
	[COUNTS] = DEF(counts, "one row an entity and period (--by), sorted"),
	[PARAGRAPHS] = DEF(paragraphs, "one row a paragraph of a text"),
};

static void
add_name(struct buf *b, const char *name)
{
	if (b->n)
		buf_char(b, ' ');
	buf_str(b, str_z(name));
}

static size_t
find(struct str name)
{
	size_t i;

	for (i = 0; i < TABLES; i++)
		if (str_eq(name, str_z(table_defs[i].name)))
			break;
	return i;
}

static size_t
table_find(struct str name)
{
	struct buf known = { 0 };
	size_t found = find(name);

	if (found < TABLES)
		return found;
	for (size_t i = 0; i < TABLES; i++)
		add_name(&known, table_defs[i].name);
	err_usage("no table '%.*s': the tables are %.*s", (int)name.n, name.p, (int)known.n, known.p);
}

unsigned
table_list(const char *list)
{
	struct str rest = str_z(list);
	unsigned set = 0;

	while (rest.p) {
		struct str name = str_trim(str_cut(&rest, ','));

		set |= str_eq(name, STR("all")) ? (1u << TABLES) - 1 : 1u << table_find(name);
	}
	return set;
}

static _Noreturn void
unknown_column(const struct table_def *t, struct str name)
{
	struct buf known = { 0 };

	for (size_t i = 0; i < t->n; i++)
		add_name(&known, t->columns[i].name);
	err_usage("no column '%.*s' in %s: its columns are %.*s", (int)name.n, name.p, t->name, (int)known.n, known.p);
}

static size_t
column_find(const struct table_def *t, struct str name)
{
	for (size_t i = 0; i < t->n; i++)
		if (str_eq(name, str_z(t->columns[i].name)))
			return i;
	unknown_column(t, name);
}

struct pick
table_pick(const struct table_def *t, const char *list)
{
	struct str rest = str_z(list);
	struct pick p = { .n = 0 };

	if (!list) {
		for (size_t i = 0; i < t->n; i++)
			if (!t->columns[i].extra)
				p.at[p.n++] = i;
		return p;
	}
	while (rest.p) {
		size_t column = column_find(t, str_trim(str_cut(&rest, ',')));

		if (pick_has(&p, column))
			err_usage("column '%s' is named twice", t->columns[column].name);
		p.at[p.n++] = column;
	}
	return p;
}

bool
pick_has(const struct pick *p, size_t column)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->at[i] == column)
			return true;
	return false;
}
