#include "sheet.h"
#include "json.h"

#define FULL ((size_t)64 << 10)

static void
end_row(struct sheet *s)
{
	if (s->dialect->excel || s->dialect->format == CSV)
		buf_char(&s->rows, '\r');
	buf_char(&s->rows, '\n');
	if (s->rows.n >= FULL)
		sheet_pour(s);
}

void
sheet_header(struct sheet *s, bool wanted)
{
	if (s->dialect->excel)
		buf_str(&s->rows, STR("\xEF\xBB\xBF"));
	if (!wanted || s->dialect->format == JSONL)
		return;
	for (size_t i = 0; i < s->pick.n; i++) {
		if (i)
			buf_char(&s->rows, s->dialect->format == CSV ? ',' : '\t');
		dialect_text(s->dialect, &s->rows, str_z(s->def->columns[s->pick.at[i]].name));
	}
	end_row(s);
}

static void
json_row(struct sheet *s, const struct cell *cells)
{
	for (size_t i = 0; i < s->pick.n; i++) {
		size_t column = s->pick.at[i];

		buf_char(&s->rows, i ? ',' : '{');
		json_put(&s->rows, str_z(s->def->columns[column].name));
		buf_char(&s->rows, ':');
		dialect_cell(s->dialect, &s->rows, &cells[column]);
	}
	buf_char(&s->rows, '}');
}

void
sheet_row(struct sheet *s, const struct cell *cells)
{
	s->n++;
	if (s->dialect->format == JSONL)
		json_row(s, cells);
	else
		dialect_cells(s->dialect, &s->rows, cells, s->pick.at, s->pick.n);
	/* a CSV row of one empty cell would be an empty line, which readers pass over */
	if (s->dialect->format == CSV && s->pick.n == 1 && cells[s->pick.at[0]].kind == CELL_NOTHING && !s->dialect->null.n)
		buf_str(&s->rows, STR("\"\""));
	end_row(s);
}

void
sheet_pour(struct sheet *s)
{
	out_str(s->out, buf_view(&s->rows));
	s->rows.n = 0;
}
