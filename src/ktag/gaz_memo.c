/* The entities that a form may mean, and a memory of those asked for last. */
#include "gaz_open.h"
#include "gaz_text.h"
#include "mem.h"

#include <stdlib.h>

enum { FEW = sizeof((struct gaz_memo *)0)->few / sizeof(struct gaz_candidate) };

static bool
is_blocked(const struct gaz *g, const struct gaz_set *set, uint32_t record, uint64_t key)
{
	return (set->blocked && set->blocked[record]) || (g->blocked_n && gaz_blocked_form(g, key));
}

/* Who needs evidence comes last; who is called just so comes before those of whom it is a by-name: Sunchon in the North
 * before Suncheon in the South, Liaoning the province before Liaoning the ship. */
static int
rank(unsigned flags)
{
	return (flags & GAZ_EVIDENCE ? 2 : 0) + (flags & GAZ_OWN_NAME ? 0 : 1);
}

static void
insert_candidate(struct gaz_hit *hit, uint32_t entity, unsigned flags)
{
	size_t at = hit->n;

	while (at > 0 && rank(hit->at[at - 1].flags) > rank(flags))
		at--;
	memmove(hit->at + at + 1, hit->at + at, (hit->n - at) * sizeof *hit->at);
	hit->at[at] = (struct gaz_candidate) { entity, flags };
	hit->n++;
}

static void
add_candidate(const struct gaz_set *set, const uint8_t *form, struct gaz_hit *hit)
{
	uint32_t record = gaz_form_record(form), entity = record + set->base;
	unsigned flags = gaz_form_flags(form) | gaz_record_flags(set->image, record);

	for (size_t i = 0; i < hit->n; i++) {
		if (hit->at[i].entity != entity)
			continue;
		/* The form with the fewest doubts counts. */
		flags &= hit->at[i].flags | ~(unsigned)(GAZ_EVIDENCE | GAZ_COMMON);
		hit->n--;
		memmove(hit->at + i, hit->at + i + 1, (hit->n - i) * sizeof *hit->at);
		break;
	}
	if (hit->n < GAZ_CANDIDATES)
		insert_candidate(hit, entity, flags);
}

/* Another form of an entity that is there already, without a doubt, adds nothing. */
static bool
is_certain(const struct gaz_hit *hit, uint32_t entity)
{
	for (size_t i = 0; i < hit->n; i++)
		if (hit->at[i].entity == entity)
			return !(hit->at[i].flags & (GAZ_EVIDENCE | GAZ_COMMON));
	return false;
}

/* The form as the table writes it; it may lie in the cache's buffer. */
static struct str
text_of(const struct gaz *g, const struct gaz_set *set, const uint8_t *form)
{
	struct buf *text = &g->cache->text;

	if (form[0] == 0)
		return gaz_entity(g, set->base + gaz_form_record(form)).name;
	if (!set->image->units)
		return str_of((const char *)form + GAZ_FORM_HEAD, form[0]);
	text->n = 0;
	gaz_expand(set->image->units, form + GAZ_FORM_HEAD, form[0], str_of(NULL, 0), text);
	return buf_view(text);
}

static void
look_up(const struct gaz *g, const struct gaz_set *set, uint64_t key, struct str text, bool plural, struct gaz_hit *hit)
{
	const struct gaz_image *im = set->image;
	const uint8_t *p = im->forms + im->buckets[gaz_bucket(im, key)], *end = im->forms + im->buckets[gaz_bucket(im, key) + 1], *form;

	hit->n = 0;
	while ((form = gaz_form_next(&p, end, key))) {
		uint32_t record = gaz_form_record(form), type = gaz_record_type(im, record);

		if (is_certain(hit, record + set->base))
			continue;
		if (plural && type != TYPE_WEAPON && type != TYPE_NORP)
			continue;
		if (is_blocked(g, set, record, key))
			continue;
		if (gaz_same(text_of(g, set, form), text, gaz_form_flags(form)))
			add_candidate(set, form, hit);
	}
}

/* The bytes of a span; plurals and the sets keep apart. */
static inline uint64_t
fingerprint(const struct gaz *g, const struct gaz_set *set, struct str text, bool plural)
{
	uint64_t h = (text.n << 3 | (size_t)plural << 2 | (set == &g->user) << 1 | (set == &g->titles)) + 1;
	const char *p = text.p, *end = text.p + text.n;

	for (; end - p > 8; p += 8) {
		h = (h ^ load64(p)) * 0x9E3779B97F4A7C15;
		h ^= h >> 32;
	}
	if (text.n >= 8)
		h ^= load64(end - 8);
	else if (text.n >= 4)
		h ^= load32(p) | load32(end - 4) << 32;
	else if (text.n > 0)
		h ^= (uint8_t)p[0] | (uint64_t)(uint8_t)p[text.n / 2] << 8 | (uint64_t)(uint8_t)end[-1] << 16;
	h *= 0xBF58476D1CE4E5B9;
	return h ^ h >> 29;
}

static void
remember(struct gaz_cache *c, struct gaz_memo *m, const struct gaz_hit *hit)
{
	struct gaz_candidate *to = m->few;

	if (hit->n > FEW) {
		c->long_memos++;
		free(m->more);
		to = m->more = mem_new(hit->n, sizeof *m->more);
	}
	m->n = (uint32_t)hit->n;
	memcpy(to, hit->at, hit->n * sizeof *to);
}

bool
gaz_candidates(const struct gaz *g, const struct gaz_set *set, uint64_t key, struct str text, bool plural, struct gaz_hit *hit)
{
	uint64_t bytes = fingerprint(g, set, text, plural);
	struct gaz_memo *m = &g->cache->memos[(bytes >> 40) % GAZ_MEMOS];

	if (m->text != bytes || m->key != key) {
		struct gaz_hit found;

		look_up(g, set, key, text, plural, &found);
		m->key = key;
		m->text = bytes;
		remember(g->cache, m, &found);
	}
	if (m->n == 0)
		return false;
	hit->n = m->n;
	for (size_t i = 0; i < m->n; i++)
		hit->at[i] = m->n > FEW ? m->more[i] : m->few[i];
	return true;
}
