#include "articles.h"
#include "article.h"
#include "err.h"
#include "join.h"
#include "mem.h"

#include <stdlib.h>

struct articles {
	struct fix fix;
	struct join *join;
	struct arena arena;
	struct out *out;
	struct buf value; /* what has come out of the present string, a newline after each paragraph */
	unsigned long long count;
};

static void
put_paragraph(void *to, struct str text, const struct trace *trace)
{
	struct articles *a = to;

	(void)trace;
	if (text.n == 0)
		return;
	buf_str(&a->value, text);
	buf_char(&a->value, '\n');
}

struct articles *
articles_open(const struct knorm_opt *opt, struct out *out)
{
	struct articles *a = mem_new(1, sizeof *a);

	a->fix.opt = opt;
	a->out = out;
	a->join = join_open(&a->fix, put_paragraph, a);
	return a;
}

/* The string as it should be, without its last newline. Valid until the next call. */
static struct str
repaired(struct articles *a, struct str value)
{
	a->value.n = 0;
	while (value.p) {
		struct str raw = str_cut(&value, '\n');
		struct broken line;

		a->fix.text.n = 0;
		buf_str(&a->fix.text, raw);
		line = join_measure(&a->fix);
		line_repair(&a->fix);
		line.text = fix_text(&a->fix);
		line.at = 0;
		join_parts(a->join, &line);
	}
	join_begin(a->join);
	if (a->value.n)
		a->value.n--;
	return buf_view(&a->value);
}

/* A title or caption is one line. */
static struct str
one_line(struct str s, char *p)
{
	for (size_t i = 0; i < s.n; i++)
		if (p[i] == '\n')
			p[i] = ' ';
	return s;
}

static void
string(struct articles *a, struct article *article, enum key key)
{
	struct str was = article_text(article, key), now;

	if (was.n == 0)
		return;
	now = repaired(a, was);
	if (key != KEY_TEXT)
		now = one_line(now, a->value.p);
	if (!str_eq(was, now))
		article_set(article, key, now);
}

static void
list(struct articles *a, struct article *article, enum key key)
{
	struct str *items, *made;
	size_t n = article_list(article, key, &items);
	bool changed = false;

	if (n == 0)
		return;
	made = arena_array(&a->arena, n, sizeof *made);
	for (size_t i = 0; i < n; i++) {
		struct str now = repaired(a, items[i]);

		now = one_line(now, a->value.p);
		changed |= !str_eq(items[i], now);
		made[i] = arena_str(&a->arena, now);
	}
	if (changed)
		article_set_list(article, key, made, n);
}

void
articles_line(struct articles *a, struct str file, unsigned long long number, struct str line)
{
	struct article article;
	size_t at = 0;
	const char *wrong;

	if (str_ends(line, STR("\r")))
		line.n--;
	if (str_trim(line).n == 0 || str_eq(line, STR("\x1C")))
		return;
	arena_reset(&a->arena);
	article_init(&article, &a->arena);
	wrong = article_parse(&article, line, &at);
	if (wrong) {
		err_at(STATUS_INPUT, file, number, "no article: %s (byte %zu)", wrong, at + 1);
		return;
	}
	a->count++;
	if (article.key[KEY_ENTITIES].p || article.key[KEY_ROLES].p || article.key[KEY_QUOTES].p) {
		err_at(STATUS_INPUT, file, number, "tagged already, so not repaired: its offsets would be wrong");
	} else {
		string(a, &article, KEY_TITLE);
		list(a, &article, KEY_DECK);
		string(a, &article, KEY_TEXT);
		list(a, &article, KEY_CAPTIONS);
	}
	article_write(a->out, &article);
}

unsigned long long
articles_count(const struct articles *a)
{
	return a ? a->count : 0;
}

void
articles_changes(const struct articles *a, unsigned long long *count)
{
	for (unsigned r = 0; a && r < RULES; r++)
		count[r] += a->fix.count[r];
}

void
articles_close(struct articles *a)
{
	if (!a)
		return;
	join_close(a->join);
	fix_free(&a->fix);
	arena_free(&a->arena);
	buf_free(&a->value);
	free(a);
}
