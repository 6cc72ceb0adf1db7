#include "table.h"
#include "err.h"
#include "utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void
table_open(struct table *t, struct str name, struct str text)
{
	static const struct str mark = STR_ITEM("\xEF\xBB\xBF"); /* some editors put it in front */

	*t = (struct table) { .rest = str_starts(text, mark) ? str_from(text, mark.n) : text, .file = name, .fields = TABLE_FIELDS };
}

void
table_open_kind(struct table *t, struct str name, struct str text, struct str kind)
{
	table_open(t, name, text);
	t->kind = kind;
}

/* Takes the first field off. */
static void
drop_field(struct table *t)
{
	memmove(t->field, t->field + 1, (TABLE_FIELDS - 1) * sizeof *t->field);
	t->field[TABLE_FIELDS - 1] = str_of(t->field[0].p, 0);
	t->fields--;
}

size_t
table_lines(struct str text)
{
	size_t n = 0;

	while (text.p) {
		str_cut(&text, '\n');
		n++;
	}
	return n;
}

bool
table_row(struct table *t, size_t least)
{
	while (t->rest.p) {
		struct str row = str_cut(&t->rest, '\n');
		size_t before = t->fields, wanted;

		t->line++;
		if (row.n == 0 || row.p[0] == '#' || str_trim(row).n == 0)
			continue;
		if (memchr(row.p, '\0', row.n) || utf8_valid(row) != row.n)
			table_die(t, "not UTF-8 text");
		t->fields = 0;
		while (row.p) {
			if (t->fields == TABLE_FIELDS)
				table_die(t, "more than %d fields", TABLE_FIELDS);
			t->field[t->fields++] = str_trim(str_cut(&row, '\t'));
		}
		for (size_t i = t->fields; i < before; i++) /* the others are empty since the first row */
			t->field[i] = str_of(t->field[0].p, 0);
		if (t->kind.n && !str_eq(t->field[0], t->kind))
			continue;
		wanted = t->kind.n ? least + 1 : least;
		if (t->fields < wanted)
			table_die(t, "fields between tabs: %zu, wanted: at least %zu", t->fields, wanted);
		if (t->kind.n)
			drop_field(t);
		return true;
	}
	return false;
}

void
table_die(const struct table *t, const char *format, ...)
{
	char what[512];
	va_list args;

	va_start(args, format);
	vsnprintf(what, sizeof what, format, args);
	va_end(args);
	err_at(STATUS_ERROR, t->file, t->line, "%s", what);
	exit(STATUS_ERROR);
}

struct str
table_load(const char *path)
{
	struct buf b = { 0 };
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got;

	if (fd < 0)
		err_die("%s:", path);
	for (;;) {
		char *p = buf_reserve(&b, (size_t)64 << 10);

		got = read(fd, p, (size_t)64 << 10);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		b.n += (size_t)got;
	}
	if (got < 0)
		err_die("%s:", path);
	close(fd);
	return buf_view(&b);
}

struct table
table_in(const char *directory, const char *name)
{
	struct buf path = { 0 };
	struct table t;

	buf_format(&path, "%s/%s.tsv", directory, name);
	buf_char(&path, '\0');
	table_open(&t, str_z(path.p), table_load(path.p)); /* the path is kept for messages */
	return t;
}
