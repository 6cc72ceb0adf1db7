#include "split_report.h"
#include "boundary.h"
#include "json.h"

/* What told the class where no rule of a table did: the line alone, or where it stands among others. */
static struct str
told_by(const struct page *p, size_t i)
{
	struct line alone = { 0 };

	if (p->line[i].weighed)
		return STR("evidence");
	if (class_in(class(p, i), IN(DOUBLED) | IN(TITLE)))
		return STR("repeated");
	if (class(p, i) == CLASS_LEARNED)
		return STR("learned");
	line_judge(p->rules, text(p, i), &alone);
	return alone.class == class(p, i) ? STR("line") : STR("place");
}

/* The rule as it stands in its table, `line go to contents`, or a word for what the code itself decided. */
static void
put_rule(struct buf *b, const struct page *p, size_t i, struct buf *scratch)
{
	const struct rule *rule = rules_numbered(p->rules, p->line[i].rule);

	scratch->n = 0;
	if (rule) {
		buf_str(scratch, rules_kind_name(rule));
		buf_char(scratch, ' ');
		buf_str(scratch, rule->text);
	} else {
		buf_str(scratch, told_by(p, i));
	}
	json_put(b, buf_view(scratch));
}

void
report_furniture(const struct page *p, struct article *a)
{
	struct buf b = { 0 }, scratch = { 0 };

	for (size_t i = 0; i < p->n; i++) {
		if (p->fate[i] != FATE_DROP)
			continue;
		buf_char(&b, b.n ? ',' : '[');
		buf_format(&b, "{\"line\":%llu,\"class\":", p->line[i].no);
		json_put(&b, rules_class_name(p->rules, class(p, i)));
		buf_str(&b, STR(",\"rule\":"));
		put_rule(&b, p, i, &scratch);
		buf_str(&b, STR(",\"text\":"));
		json_put(&b, text(p, i));
		buf_char(&b, '}');
	}
	if (b.n) {
		buf_char(&b, ']');
		article_set_raw(a, KEY_FURNITURE, arena_str(p->arena, buf_view(&b)));
	}
	buf_free(&scratch);
	buf_free(&b);
}

#define KINDS (256 + FATE_DROP) /* what became text, headline and captions, then the classes of furniture */

static size_t
kind_of(const struct page *p, size_t i)
{
	return p->fate[i] == FATE_DROP ? (size_t)FATE_DROP + class(p, i) : p->fate[i];
}

static struct str
kind_name(const struct page *p, size_t kind)
{
	static const char *const fates[FATE_DROP] = { "text", "text", "headline", "captions" };

	return kind < FATE_DROP ? str_z(fates[kind]) : rules_class_name(p->rules, (unsigned char)(kind - FATE_DROP));
}

static void
put_row(struct out *out, struct str file, unsigned long long line, struct str id, struct str kind, unsigned long long lines,
    unsigned long long bytes)
{
	struct buf b = { 0 };

	name_put(&b, file);
	buf_format(&b, "\t%llu\t", line);
	buf_str(&b, id);
	buf_char(&b, '\t');
	buf_str(&b, kind);
	buf_format(&b, "\t%llu\t%llu\n", lines, bytes);
	out_str(out, buf_view(&b));
	buf_free(&b);
}

void
report_begin(struct out *out)
{
	out_str(out, STR("file\tline\tid\tclass\tlines\tbytes\n"));
}

void
report_line(struct out *out, struct str file, unsigned long long line, struct str id, size_t bytes, struct account *sum)
{
	*(id.n ? &sum->article : &sum->unusable) += bytes;
	put_row(out, file, line, id, id.n ? STR("article") : STR("unusable"), 1, bytes);
}

/* The class of a line that belongs to no article. Text of such a page introduces a digest. */
static unsigned char
loose_class(const struct page *p, size_t i)
{
	return p->fate[i] == FATE_DROP ? class(p, i) : CLASS_DIGEST;
}

/* These lines are in no key furniture: a row for each stretch of one class says where they stand. */
static void
report_loose(struct out *out, const struct page *p, struct str file, struct account *sum)
{
	for (size_t i = 0, next; i < p->n; i = next) {
		unsigned char loose = loose_class(p, i);
		unsigned long long bytes = 0;

		for (next = i; next < p->n && loose_class(p, next) == loose; next++)
			bytes += p->line[next].raw;
		put_row(out, file, p->line[i].no, STR(""), rules_class_name(p->rules, loose), next - i, bytes);
		sum->furniture += bytes;
	}
}

void
report_page(struct out *out, const struct page *p, struct str file, struct str id, struct account *sum)
{
	unsigned long long lines[KINDS] = { 0 }, bytes[KINDS] = { 0 };

	if (!id.n) {
		report_loose(out, p, file, sum);
		return;
	}
	for (size_t i = 0; i < p->n; i++) {
		lines[kind_of(p, i)]++;
		bytes[kind_of(p, i)] += p->line[i].raw;
		*(p->fate[i] == FATE_DROP ? &sum->furniture : &sum->article) += p->line[i].raw;
	}
	for (size_t k = 0; k < KINDS; k++)
		if (lines[k])
			put_row(out, file, p->line[0].no, id, kind_name(p, k), lines[k], bytes[k]);
}

void
report_end(struct out *out, const struct account *sum, unsigned long long input)
{
	struct buf b = { 0 };

	buf_format(&b, "# article %llu, furniture %llu, blank %llu", sum->article, sum->furniture, sum->blank);
	if (sum->unusable)
		buf_format(&b, ", unusable %llu", sum->unusable);
	buf_format(&b, ": %llu of %llu bytes\n", sum->article + sum->furniture + sum->blank + sum->unusable, input);
	out_str(out, buf_view(&b));
	buf_free(&b);
}
