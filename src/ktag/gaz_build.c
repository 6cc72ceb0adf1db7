#include "gaz_build.h"
#include "annot.h"
#include "gaz.h"
#include "gaz_fold.h"
#include "mem.h"

#include <stdlib.h>

void *
gaz_array_add(struct gaz_array *a, const void *item)
{
	char *to;

	if (a->n == a->cap) {
		a->cap = a->cap ? a->cap * 2 : 256;
		a->items = mem_resize(a->items, a->cap, a->size);
	}
	to = (char *)a->items + a->n++ * a->size;
	memcpy(to, item, a->size);
	return to;
}

/* Spellings by rule come last, and never for a form that something other than a place bears already: Hwasong is a
 * missile before it is an old spelling of Hwaseong. */
struct later {
	uint32_t text, record, flags;
};

void
gaz_build_open(struct gaz_build *b, unsigned options, unsigned flags)
{
	*b = (struct gaz_build) { .options = options, .flags = flags, .slots_mask = 1023 };
	b->forms.size = sizeof(struct gaz_form);
	b->starts.size = sizeof(uint64_t);
	b->records.size = sizeof(struct gaz_record);
	b->later.size = sizeof(struct later);
	b->slots = mem_new((size_t)b->slots_mask + 1, sizeof *b->slots);
	buf_char(&b->pool, '\0');
}

uint32_t
gaz_build_string(struct gaz_build *b, struct str s)
{
	uint32_t at = (uint32_t)b->pool.n;

	if (s.n == 0)
		return 0;
	buf_str(&b->pool, s);
	buf_char(&b->pool, '\0');
	return at;
}

/* The slot of a hash: the one that holds it, or the free one where it belongs. */
static struct gaz_slot *
find_slot(struct gaz_build *b, uint64_t key)
{
	uint32_t i = (uint32_t)(key >> 32) & b->slots_mask;

	while (b->slots[i].first && b->slots[i].check != (uint32_t)key)
		i = (i + 1) & b->slots_mask;
	return &b->slots[i];
}

static void
grow_slots(struct gaz_build *b)
{
	struct gaz_slot *old = b->slots;
	size_t old_n = (size_t)b->slots_mask + 1;
	const struct gaz_form *forms = b->forms.items;

	b->slots_mask = b->slots_mask * 2 + 1;
	b->slots = mem_new((size_t)b->slots_mask + 1, sizeof *b->slots);
	for (size_t i = 0; i < old_n; i++) {
		struct gaz_slot *to;

		if (!old[i].first)
			continue;
		to = find_slot(b, forms[old[i].first - 1].hash);
		*to = old[i];
	}
	free(old);
}

/* Where a text may be cut into tokens: at white space and hyphens, between letters and digits, before a capital. */
struct boundary {
	bool gap, digit, upper, hangul, any;
};

static bool
is_mark(const struct fold_letter *l)
{
	unsigned char c = l->byte[0];

	return l->n == 1 && (c == '\'' || c == ',' || c == '&' || c == '/' || c == '+');
}

static bool
is_boundary(struct boundary before, const struct fold_letter *l, bool hangul)
{
	return before.any
	    && (before.gap || is_mark(l) || before.digit != l->digit || (l->upper && !before.upper) || (hangul && before.hangul));
}

/* The beginnings of a form; returns its hash. */
static uint64_t
add_starts(struct gaz_build *b, struct str form)
{
	struct boundary before = { 0 };
	uint64_t h = FOLD_START;

	for (size_t i = 0; i < form.n;) {
		struct fold_letter l = fold_letter(form.p + i, form.n - i);
		bool hangul = l.len == 3 && l.n == 3 && (unsigned char)form.p[i] >= 0xEA;

		i += l.len;
		if (l.n == 0) {
			before.gap = true;
			continue;
		}
		if (is_boundary(before, &l, hangul)) {
			uint64_t mixed = fold_mix(h);
			gaz_array_add(&b->starts, &mixed);
		}
		for (unsigned k = 0; k < l.n; k++)
			h = fold_byte(h, l.byte[k]);
		before = (struct boundary) { .digit = l.digit, .upper = l.upper, .hangul = hangul, .any = true, .gap = is_mark(&l) };
	}
	return fold_mix(h);
}

static void
add_lower(struct gaz_build *b, struct str form)
{
	unsigned char folded[8] = { 0 }, last = 0;
	size_t n = 0, i = 0;

	for (; i < form.n && ((unsigned char)form.p[i] | 0x20u) - 'a' < 26; i++) {
		last = (unsigned char)form.p[i] | 0x20;
		if (n < 2)
			folded[n] = last;
		n++;
	}
	uint32_t bit = gaz_lower_bit(folded[0], folded[1], last, n);
	b->lower[bit / 64] |= (uint64_t)1 << bit % 64;
}

static unsigned
form_flags(const struct gaz_build *b, struct str form)
{
	size_t capitals = 0, others = 0;

	for (size_t i = 0; i < form.n; i++) {
		capitals += form.p[i] >= 'A' && form.p[i] <= 'Z';
		others += (form.p[i] >= 'a' && form.p[i] <= 'z') || form.p[i] == ' ' || (unsigned char)form.p[i] >= 0x80;
	}
	if (capitals >= 2 && others == 0)
		return GAZ_ACRONYM;
	return form.p[0] >= 'a' && form.p[0] <= 'z' && !(b->options & GAZ_ANY_CASE) ? GAZ_LOWER : 0;
}

/* The canonical name itself; the form may have its heads in lower case. */
static unsigned
own_name(const struct gaz_build *b, struct str form, uint32_t record)
{
	const struct gaz_record *r = (const struct gaz_record *)b->records.items + record;

	return str_eq_nocase(form, gaz_build_text(b, r->name)) ? GAZ_OWN_NAME : 0;
}

/* The same form of the same entity again: the wider of the two stays (capitals that are not demanded, no doubts). */
static bool
is_repeated(const struct gaz_build *b, const struct gaz_form *old, struct str form, uint32_t record, unsigned flags)
{
	return old->record == record && str_eq(gaz_build_text(b, old->text), form) && (old->flags & GAZ_FORM_FLAGS & ~flags) == 0;
}

/* Most entities are called by their names: these lie in the pool already. */
static uint32_t
form_text(struct gaz_build *b, struct str form, uint32_t record)
{
	uint32_t name = ((const struct gaz_record *)b->records.items)[record].name;

	return str_eq(gaz_build_text(b, name), form) ? name : gaz_build_string(b, form);
}

static void
chain_form(struct gaz_build *b, uint64_t key, struct str form, const struct gaz_form *new)
{
	struct gaz_form *forms = b->forms.items;
	struct gaz_slot *slot = find_slot(b, key);
	uint32_t number = (uint32_t)b->forms.n + 1;

	if (!slot->first) {
		slot->check = (uint32_t)key;
		slot->first = number;
	} else {
		struct gaz_form *last = &forms[slot->first - 1];

		for (;; last = &forms[last->next - 1]) {
			if (is_repeated(b, last, form, new->record, new->flags))
				return;
			if (!last->next)
				break;
		}
		last->next = number;
	}
	struct gaz_form *added = gaz_array_add(&b->forms, new);
	added->hash = key;
	added->text = form_text(b, form, new->record);
	added->flags |= (uint32_t)form.n << 24;
	if (b->forms.n * 2 > b->slots_mask)
		grow_slots(b);
}

void
gaz_build_form(struct gaz_build *b, struct str form, uint32_t record, unsigned flags)
{
	char text[256];
	struct gaz_form new = { .record = record };

	if (form.n == 0 || form.n >= sizeof text)
		return;
	memcpy(text, form.p, form.n);
	text[form.n] = '\0';
	form.p = text;
	new.flags = flags | form_flags(b, form) | own_name(b, form, record);
	if (new.flags & GAZ_LOWER || b->options &GAZ_ANY_CASE)
		add_lower(b, form);
	chain_form(b, add_starts(b, form), form, &new);
}

uint32_t
gaz_build_record(struct gaz_build *b, const struct gaz_record *record)
{
	gaz_array_add(&b->records, record);
	return (uint32_t)b->records.n - 1;
}

void
gaz_build_later(struct gaz_build *b, struct str form, uint32_t record, unsigned flags)
{
	struct later new = { gaz_build_string(b, form), record, flags };

	gaz_array_add(&b->later, &new);
}

/* Does another entity bear that form already? Places may share theirs. */
static bool
is_taken(struct gaz_build *b, struct str form, bool place)
{
	const struct gaz_form *forms = b->forms.items;
	const struct gaz_record *records = b->records.items;

	for (uint32_t f = find_slot(b, fold_hash(form))->first; f; f = forms[f - 1].next)
		if (!place || !gaz_is_place(records[forms[f - 1].record].type))
			return true;
	return false;
}

static void
add_spellings_last(struct gaz_build *b)
{
	const struct later *later = b->later.items;

	for (size_t i = 0; i < b->later.n; i++) {
		const struct gaz_record *records = b->records.items;
		struct str form = gaz_build_text(b, later[i].text);
		char copy[256];

		if (form.n >= sizeof copy || is_taken(b, form, gaz_is_place(records[later[i].record].type)))
			continue;
		memcpy(copy, form.p, form.n); /* the pool moves as it grows */
		gaz_build_form(b, str_of(copy, form.n), later[i].record, later[i].flags);
	}
}

static const struct gaz_build *sorted; /* qsort has no argument to pass it by; the program is single-threaded here */

static int
by_id(const void *x, const void *y)
{
	const struct gaz_record *records = sorted->records.items;
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
	int order = str_cmp(gaz_build_text(sorted, records[a].id), gaz_build_text(sorted, records[b].id));

	return order ? order : (a > b) - (a < b);
}

static void
sort_ids(struct gaz_build *b)
{
	struct gaz_record *records = b->records.items;

	b->by_id = mem_new(b->records.n, sizeof *b->by_id);
	for (uint32_t i = 0; i < b->records.n; i++)
		b->by_id[i] = i;
	sorted = b;
	qsort(b->by_id, b->records.n, sizeof *b->by_id, by_id);
	for (uint32_t i = 0; i < b->records.n; i++)
		records[b->by_id[i]].place = i;
}

/* Forms that entities of two countries share are designations of a kind of body. */
static void
mark_generic(struct gaz_build *b)
{
	struct gaz_form *forms = b->forms.items;
	const struct gaz_record *records = b->records.items;

	for (size_t i = 0; i <= b->slots_mask; i++) {
		bool generic = false;
		uint32_t first = b->slots[i].first;

		if (!first || !forms[first - 1].next)
			continue;
		for (uint32_t f = first; f; f = forms[f - 1].next) {
			const struct gaz_record *a = &records[forms[first - 1].record], *r = &records[forms[f - 1].record];

			generic |= a->type == TYPE_ORG && r->type == TYPE_ORG && memcmp(a->country, r->country, 3) != 0;
		}
		for (uint32_t f = first; generic && f; f = forms[f - 1].next)
			forms[f - 1].flags |= GAZ_GENERIC;
	}
}

void
gaz_build_close(struct gaz_build *b)
{
	add_spellings_last(b);
	sort_ids(b);
	mark_generic(b);
}

void
gaz_build_free(struct gaz_build *b)
{
	free(b->forms.items);
	free(b->records.items);
	free(b->starts.items);
	free(b->later.items);
	free(b->slots);
	free(b->bloom);
	free(b->by_id);
	free(b->buckets);
	free(b->record_at);
	buf_free(&b->pool);
	buf_free(&b->laid_forms);
	buf_free(&b->laid_records);
}
