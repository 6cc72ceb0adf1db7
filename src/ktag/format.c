#include "format.h"
#include "utf8.h"

static const char *const colours[TYPES] = {
	[TYPE_PERSON] = "1;33", [TYPE_ORG] = "1;34", [TYPE_GPE] = "1;32", [TYPE_LOC] = "32", [TYPE_FAC] = "36",
	[TYPE_NORP] = "1;36", [TYPE_EVENT] = "1;35", [TYPE_WEAPON] = "1;31", [TYPE_LAW] = "35", [TYPE_DATE] = "4",
	[TYPE_MONEY] = "4;33", [TYPE_PERCENT] = "4;33",
};

static void
put(struct out *out, const char *z)
{
	out_str(out, str_z(z));
}

static void
put_uint(struct out *out, unsigned long long value)
{
	char digits[24];
	size_t n = sizeof digits;

	do
		digits[--n] = (char)('0' + value % 10);
	while ((value /= 10) > 0);
	out_add(out, digits + n, sizeof digits - n);
}

static void
put_mention(struct out *out, const struct doc *d, const struct mention *m, bool colour)
{
	put(out, colour ? "\033[" : "[");
	out_str(out, colour ? str_z(colours[m->type]) : entity_label(m->type));
	put(out, colour ? "m" : " ");
	out_str(out, mention_str(d, m));
	put(out, colour ? "\033[0m" : "]");
}

static void
write_text(struct out *out, const struct doc *d, bool colour)
{
	size_t at = 0;

	for (size_t i = 0; i < d->mentions_n; i++) {
		const struct mention *m = &d->mentions[i];
		if (m->start < at)
			continue;
		out_add(out, d->text.p + at, m->start - at);
		put_mention(out, d, m, colour);
		at = m->end;
	}
	out_str(out, str_from(d->text, at));
	out_char(out, '\n');
}

/* Token, tab, B-TYPE / I-TYPE / O; an empty line ends a sentence. */
static void
write_conll(struct out *out, const struct doc *d)
{
	size_t next = 0;

	for (size_t i = 0; i < d->tokens_n; i++) {
		const struct token *t = &d->tokens[i];
		while (next < d->mentions_n && d->mentions[next].end <= t->start)
			next++;
		if (i > 0 && (t->flags & TOKEN_SENTENCE || t->kind == TOKEN_BREAK))
			out_char(out, '\n');
		if (t->kind == TOKEN_BREAK)
			continue;
		out_str(out, doc_span(d, i, i));
		if (next < d->mentions_n && d->mentions[next].start < t->end) {
			put(out, d->mentions[next].start >= t->start ? "\tB-" : "\tI-");
			out_str(out, entity_label(d->mentions[next].type));
			out_char(out, '\n');
		} else {
			put(out, "\tO\n");
		}
	}
	out_char(out, '\n');
}

/* The columns of a line, separated by tabs. */
static void
write_fields(struct out *out, const struct str *fields, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		out_str(out, fields[i]);
		out_char(out, i + 1 < n ? '\t' : '\n');
	}
}

/* T1, tab, TYPE START END, tab, words. */
static void
write_brat(struct out *out, const struct mention *m, size_t number, size_t start, struct str span)
{
	put(out, "T");
	put_uint(out, number);
	out_char(out, '\t');
	out_str(out, entity_label(m->type));
	out_char(out, ' ');
	put_uint(out, start);
	out_char(out, ' ');
	put_uint(out, start + utf8_count(span));
	out_char(out, '\t');
	out_str(out, span);
	out_char(out, '\n');
}

/* Field, start, end, type, words, id, name or value, and the rule that found it. */
static void
write_explained(struct out *out, const struct doc *d, const struct mention *m, size_t start, struct str span)
{
	const struct str rest[] = { entity_label(m->type), span, m->id, m->name.n ? m->name : m->value, str_z(m->rule) };

	out_str(out, d->field);
	out_char(out, '\t');
	put_uint(out, start);
	out_char(out, '\t');
	put_uint(out, start + utf8_count(span));
	out_char(out, '\t');
	write_fields(out, rest, sizeof rest / sizeof *rest);
}

/* A line a mention; offsets are code points. */
static void
write_lines(struct out *out, const struct doc *d, bool brat)
{
	size_t at = 0, points = 0;

	for (size_t i = 0; i < d->mentions_n; i++) {
		const struct mention *m = &d->mentions[i];
		struct str span = mention_str(d, m);
		points += utf8_count(str_of(d->text.p + at, m->start - at));
		at = m->start;
		if (brat)
			write_brat(out, m, i + 1, points, span);
		else
			write_explained(out, d, m, points, span);
	}
}

void
format_write(struct out *out, const struct doc *d, const struct ktag_opt *opt)
{
	bool body = str_eq(d->field, STR("text"));

	if (d->text.n == 0)
		return;
	switch (opt->format) {
	case FORMAT_TEXT: write_text(out, d, opt->colour); break;
	case FORMAT_CONLL: write_conll(out, d); break;
	case FORMAT_BRAT:
		if (body)
			write_lines(out, d, true);
		break;
	default: write_lines(out, d, false); break;
	}
}
