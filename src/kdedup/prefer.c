#include "prefer.h"
#include "err.h"
#include "mem.h"

#include <stdlib.h>

static int
two_digits(struct str s, size_t at)
{
	if (s.n < at + 2 || s.p[at] < '0' || s.p[at] > '9' || s.p[at + 1] < '0' || s.p[at + 1] > '9')
		return -1;
	return (s.p[at] - '0') * 10 + s.p[at + 1] - '0';
}

/* "2024-11-28T07:37+09:00": the day, and the minute if there is one, both in UTC. */
static void
read_time(struct held *h, struct str date)
{
	int hour = two_digits(date, 11), minute = two_digits(date, 14), total;
	struct str zone = str_from(date, smaller(date.n, 16));

	h->day = day_of(date);
	h->minute = -1;
	if (h->day == NO_DAY || hour < 0 || minute < 0)
		return;
	if (zone.n && zone.p[0] == ':') /* seconds, and parts of them */
		zone = str_from(zone, smaller(zone.n, 3));
	while (zone.n && (zone.p[0] == '.' || (zone.p[0] >= '0' && zone.p[0] <= '9')))
		zone = str_from(zone, 1);
	total = hour * 60 + minute;
	if (zone.n >= 6 && two_digits(zone, 1) >= 0 && two_digits(zone, 4) >= 0)
		total -= (two_digits(zone, 1) * 60 + two_digits(zone, 4)) * (zone.p[0] == '-' ? -1 : 1);
	h->day += total < 0 ? -1 : total >= 1440;
	h->minute = (total + 1440) % 1440;
}

static void
hold_line(struct held *h, struct article *a)
{
	struct buf line = { 0 };
	struct out *out;

	if (a->raw.n) {
		struct str raw = str_trim(a->raw);

		h->line = mem_string(raw);
		h->n = raw.n;
		return;
	}
	out = out_memory(&line);
	article_write(out, a);
	out_close(out);
	h->line = mem_string(buf_view(&line));
	h->n = line.n - 1;
	buf_free(&line);
}

uint32_t
prefer_hold(struct prefer *p, struct article *a, struct str id, const struct verdict *v, size_t words)
{
	struct held *h;
	bool version = v->rel >= REL_SUPERSET;

	if (p->n == p->cap) {
		p->cap = p->cap ? p->cap * 2 : 1024;
		if (p->cap > UINT32_MAX)
			err_die("too many articles");
		p->item = mem_resize(p->item, p->cap, sizeof *p->item);
	}
	h = &p->item[p->n++];
	*h = (struct held) { .verdict = *v, .id = mem_string(id), .words = words };
	h->verdict.match = str_z(mem_string(v->match));
	h->verdict.cluster = str_z(mem_string(v->cluster));
	hold_line(h, a);
	read_time(h, article_text(a, a->key[KEY_UPDATED].p ? KEY_UPDATED : KEY_DATE));
	h->group = version && v->group ? v->group : relation_drops(v->rel) ? 0 : (uint32_t)p->n;
	return h->group;
}

/* Later by date; where dates do not tell, later by arrival: wires send their versions in order. A cut copy is no version. */
static bool
is_later(const struct held *a, const struct held *b)
{
	if (a->words * 5 < b->words * 4)
		return false;
	if (a->day != b->day && a->day != NO_DAY && b->day != NO_DAY)
		return a->day > b->day;
	return a->day == NO_DAY || b->day == NO_DAY || a->minute < 0 || b->minute < 0 || a->minute >= b->minute;
}

static bool
is_better(const struct prefer *p, const struct held *a, const struct held *b)
{
	return p->longest ? a->words > b->words : is_later(a, b);
}

/* The number (from 0) of the best version of each group, by the number of the group. */
static uint32_t *
choose(const struct prefer *p)
{
	uint32_t *best = mem_resize(NULL, p->n + 1, sizeof *best);

	for (uint32_t i = 0; i < p->n; i++) {
		const struct held *h = &p->item[i];

		if (h->group == i + 1 || (h->group && h->verdict.rel != REL_EXACT && is_better(p, h, &p->item[best[h->group]])))
			best[h->group] = i;
	}
	return best;
}

/* What is to be said of a version that another one replaces. The first of a group was compared with nothing: it is told by the
 * comparison that the other one went through, seen from its side. */
static struct verdict
replaced(const struct held *h, const struct held *by)
{
	struct verdict v = h->verdict;

	if (v.rel < REL_SUPERSET) {
		v = by->verdict;
		v.pair.n_new = by->verdict.pair.n_old;
		v.pair.n_old = by->verdict.pair.n_new;
		if (v.pair.days != NO_DAY)
			v.pair.days = -v.pair.days;
	}
	if (!relation_drops(v.rel) || v.pair.n_new < v.pair.n_old)
		v.rel = REL_SUBSET;
	v.match = v.cluster = str_z(by->id);
	return v;
}

static void
release(const struct held *h, const struct verdict *v, struct emit *e, struct arena *arena)
{
	struct article a;
	size_t at;

	arena_reset(arena);
	article_init(&a, arena);
	if (article_parse(&a, str_of(h->line, h->n), &at))
		err_die("an article that was held back cannot be read again");
	emit_article(e, &a, v);
	e->counts.kept += !relation_drops(v->rel);
}

void
prefer_release(struct prefer *p, struct emit *e)
{
	struct arena arena = { 0 };
	uint32_t *best = choose(p);

	e->counts.kept = 0;
	for (uint32_t i = 0; i < p->n; i++) {
		const struct held *h = &p->item[i];
		struct verdict v = h->verdict;

		if (h->group && best[h->group] != i)
			v = replaced(h, &p->item[best[h->group]]);
		else if (h->group && v.rel >= REL_SUPERSET && v.group)
			v = (struct verdict) { .rel = REL_NONE };
		release(h, &v, e, &arena);
	}
	free(best);
	arena_free(&arena);
}

void
prefer_free(struct prefer *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->item[i].line);
		free(p->item[i].id);
		free((char *)(uintptr_t)p->item[i].verdict.match.p);
		free((char *)(uintptr_t)p->item[i].verdict.cluster.p);
	}
	free(p->item);
}
