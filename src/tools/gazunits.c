#include "gazunits.h"
#include "ascii.h"
#include "err.h"
#include "gaz_build.h"
#include "hash.h"

#include <stdio.h>
#include <stdlib.h>

struct unit {
	struct str text;
	uint32_t count;
	uint32_t number; /* UNITS: it stands as it is */
};

enum { SLOTS = 1 << 17 }; /* many times the words */

static struct unit slots[SLOTS], *numbered[UNITS];
static uint32_t units_n;

static bool
is_joint(char c)
{
	return is_letter(c) || is_digit(c);
}

static struct unit *
find(struct str text)
{
	size_t i = hash64(text) % SLOTS;

	while (slots[i].text.n && !str_eq(slots[i].text, text))
		i = (i + 1) % SLOTS;
	slots[i].text = text;
	return &slots[i];
}

/* Cuts the first unit off: letters and digits with one mark before them or a slash behind, a mark with the space behind it, or a
 * letter of another script. */
static struct str
cut_unit(struct str *rest)
{
	const char *p = rest->p;
	size_t n = 1;
	struct str unit;

	if ((unsigned char)p[0] >= 0x80) {
		while (n < rest->n && ((unsigned char)p[n] & 0xC0) == 0x80)
			n++;
	} else if (is_joint(p[0]) || (p[0] != ' ' && rest->n > 1 && is_joint(p[1]))) {
		while (n < rest->n && is_joint(p[n]))
			n++;
		n += is_joint(p[0]) && n < rest->n && p[n] == '/';
	} else if (rest->n > 1 && p[1] == ' ') {
		n = 2;
	}
	unit = str_of(p, n);
	*rest = str_from(*rest, n);
	if (is_joint(unit.p[n - 1]) && rest->n > 1 && rest->p[0] == ' ' && is_joint(rest->p[1]))
		*rest = str_from(*rest, 1);
	return unit;
}

void
units_count(struct str text)
{
	while (text.n)
		find(cut_unit(&text))->count++;
}

/* The length of "kr/" if the rest of the id is the name; else 0. */
static size_t
slug_at(struct str id, struct str name)
{
	struct buf slug = { 0 };
	size_t at = str_find(id, STR("/"), 0) + 1;
	bool same;

	gaz_slug(name, &slug);
	same = at < id.n && str_eq(str_from(id, at), buf_view(&slug));
	buf_free(&slug);
	return same ? at : 0;
}

void
units_count_id(struct str id, struct str name)
{
	size_t at = slug_at(id, name);

	units_count(at ? str_of(id.p, at) : id);
}

/* Does a number save room? It takes two bytes a time and two in the table of places, beside the text; raw text takes two more
 * a time. */
static bool
is_worth(const struct unit *u)
{
	return u->count * (2 + u->text.n) > u->text.n + 2 + u->count * 2;
}

static int
by_count(const void *x, const void *y)
{
	const struct unit *a = *(struct unit *const *)x, *b = *(struct unit *const *)y;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return str_cmp(a->text, b->text);
}

void
units_number(void)
{
	for (size_t i = 0; i < SLOTS; i++) {
		slots[i].number = UNITS;
		if (slots[i].text.n == 0 || slots[i].text.n > UNIT_LONGEST || !is_worth(&slots[i]))
			continue;
		if (units_n == UNITS)
			err_die("more than %d units", (int)UNITS);
		numbered[units_n++] = &slots[i];
	}
	qsort(numbered, units_n, sizeof *numbered, by_count);
	for (uint32_t i = 0; i < units_n; i++)
		numbered[i]->number = i;
}

static void
encode_unit(struct str text, struct buf *to)
{
	uint32_t number = find(text)->number;

	if (number == UNITS) {
		if (text.n > UINT8_MAX)
			err_die("'%.*s' is too long", (int)text.n, text.p);
		buf_char(to, UNIT_RAW);
		buf_char(to, (char)text.n);
		buf_str(to, text);
	} else if (number < UNIT_LONGS) {
		buf_char(to, (char)(UNIT_SHORT + number));
	} else {
		buf_char(to, (char)(UNIT_LONG + (number - UNIT_LONGS) / 256));
		buf_char(to, (char)(number - UNIT_LONGS));
	}
}

void
units_encode(struct str text, struct str name, struct buf *to)
{
	size_t at = slug_at(text, name);
	struct str rest = at ? str_of(text.p, at) : text;

	while (rest.n)
		encode_unit(cut_unit(&rest), to);
	if (at)
		buf_char(to, UNIT_SLUG);
}

void
units_print(void)
{
	uint32_t at = 0, wrap = units_n + 1;

	printf("static const char units_text[] = {");
	for (uint32_t i = 0; i < units_n; i++)
		for (size_t k = 0; k < numbered[i]->text.n; k++)
			printf("%d,%s", numbered[i]->text.p[k], k ? "" : "\n");
	for (size_t k = 0; k < UNIT_LONGEST; k++)
		printf("0,");
	printf("};\nstatic const uint16_t units_at[] = {");
	for (uint32_t i = 0; i <= units_n; i++) {
		if (at >> 16 && wrap > i)
			wrap = i;
		printf("%u,%s", at & 0xFFFF, i % 16 ? "" : "\n");
		at += i < units_n ? (uint32_t)numbered[i]->text.n : 0;
	}
	if (at >> 17)
		err_die("the text of the units is longer than 128 KiB");
	printf("};\nstatic const struct gaz_units units = {units_text, units_at, %u};\n", wrap);
}
