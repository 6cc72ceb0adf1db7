/* HTML character references (HTML 13.2.5.72), also of references (&amp;#8217;). A reference is looked for where a ';' is written,
 * in the text as it has become, so that any number of levels costs one pass. */
#include "fix.h"
#include "mem.h"
#include "table.h"
#include "utf8.h"

#include <stdlib.h>

extern const struct str table_knorm_entities;

#define LONGEST 32

static int
by_name(const void *a, const void *b)
{
	const struct entity_name *x = a, *y = b;

	return str_cmp(x->name, y->name);
}

/* The names, sorted; read when the first '&' with a ';' is met. */
static void
load(struct fix *f)
{
	struct table t;
	size_t cap = 1;

	for (size_t i = 0; i < table_knorm_entities.n; i++)
		cap += table_knorm_entities.p[i] == '\n';
	f->entities = mem_resize(NULL, cap, sizeof *f->entities);
	table_open(&t, STR("entities.tsv"), table_knorm_entities);
	while (table_row(&t, 2))
		f->entities[f->entity_count++] = (struct entity_name) { t.field[0], (uint32_t)strtoul(t.field[1].p, NULL, 16) };
	qsort(f->entities, f->entity_count, sizeof *f->entities, by_name);
}

static uint32_t
named(struct fix *f, struct str name)
{
	struct entity_name key = { .name = name }, *found;

	if (!f->entities)
		load(f);
	found = bsearch(&key, f->entities, f->entity_count, sizeof *f->entities, by_name);
	return found ? found->c : 0;
}

static uint32_t
numeric(struct str s)
{
	bool hex = s.n && (s.p[0] | 0x20) == 'x';
	uint32_t c = 0;

	if (hex)
		s = str_from(s, 1);
	if (s.n == 0 || s.n > 8)
		return 0;
	for (size_t i = 0; i < s.n; i++) {
		int d = s.p[i] >= '0' && s.p[i] <= '9' ? s.p[i] - '0'
		    : hex && (s.p[i] | 0x20) >= 'a' && (s.p[i] | 0x20) <= 'f' ? (s.p[i] | 0x20) - 'a' + 10 : -1;

		if (d < 0 || c > 0x10FFFF)
			return 0;
		c = c * (hex ? 16 : 10) + (uint32_t)d;
	}
	if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return 0xFFFD;
	return c == '\n' || c == '\r' ? ' ' : c;
}

/* The character that `&body;` stands for; 0 if it is none. */
static uint32_t
meaning(struct fix *f, struct str body)
{
	if (body.n > 1 && body.p[0] == '#')
		return numeric(str_from(body, 1));
	return body.n > 1 ? named(f, body) : 0;
}

/* The '&' that the ';' at the end of `text` may belong to; text.n if there is none. */
static size_t
ampersand(struct str text)
{
	for (size_t i = text.n - 1, n = 0; i-- > 0 && n < LONGEST; n++) {
		char c = text.p[i];

		if (c == '&')
			return i;
		if (c != '#' && !(c >= '0' && c <= '9') && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
			break;
	}
	return text.n;
}

/* The text so far, ending in ';': resolves what ends there, and what that completes (`&#59;` is a ';' itself). */
static bool
resolve(struct fix *f, struct buf *to)
{
	bool any = false;

	while (to->n && to->p[to->n - 1] == ';') {
		size_t at = ampersand(buf_view(to));
		uint32_t c = at == to->n ? 0 : meaning(f, str_of(to->p + at + 1, to->n - at - 2));

		if (c == 0)
			break;
		to->n = at;
		to->n += utf8_encode(buf_reserve(to, 4), c);
		any = true;
	}
	return any;
}

bool
entity_step(struct fix *f)
{
	struct str s = fix_text(f);
	struct buf *to = &f->scratch;

	if (!s.n || !memchr(s.p, '&', s.n) || !memchr(s.p, ';', s.n))
		return false;
	for (size_t i = 0; i < s.n;) {
		/* A cluster: from an '&' on, as far as references can reach. */
		const char *mark = memchr(s.p + i, '&', s.n - i);
		size_t from, end, used = 0, made = 0; /* up to the last ';' that resolved */

		if (!mark)
			break;
		from = (size_t)(mark - s.p);
		to->n = 0;
		for (end = from; end < s.n; end++) {
			buf_char(to, s.p[end]);
			if (s.p[end] == ';') {
				if (resolve(f, to)) {
					used = end + 1;
					made = to->n;
				}
			} else if (s.p[end] != '&' && s.p[end] != '#' && !utf8_is_word((unsigned char)s.p[end]))
				break;
		}
		if (used)
			fix_change(f, RULE_ENTITY, from, used - from, to->p, made);
		i = end + (end < s.n);
	}
	return fix_end(f);
}
