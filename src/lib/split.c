#include "split.h"
#include "err.h"

#include <stdlib.h>

/* Stands in until the real engine lands: each input is one article, all of it body. */
struct split {
	struct buf text;
	bool ended;
};

struct split *
split_open(const struct split_opt *opt)
{
	struct split *s = calloc(1, sizeof *s);

	(void)opt;
	if (!s)
		err_die("out of memory");
	return s;
}

void
split_begin(struct split *s, struct str name)
{
	(void)name;
	s->text.n = 0;
	s->ended = false;
}

void
split_feed(struct split *s, struct str bytes)
{
	buf_str(&s->text, bytes);
}

void
split_end(struct split *s)
{
	s->ended = true;
}

bool
split_next(struct split *s, struct article *a, struct arena *arena)
{
	if (!s->ended || s->text.n == 0)
		return false;
	article_init(a, arena);
	article_set(a, KEY_TEXT, buf_view(&s->text));
	s->text.n = 0;
	return true;
}

void
split_close(struct split *s)
{
	buf_free(&s->text);
	free(s);
}
