#include "paragraphs.h"
#include "json.h"
#include "mem.h"
#include "pair.h"

#include <stdlib.h>

/* Shorter paragraphs ("He declined to comment.") repeat by chance. */
#define LEAST_WORDS 8

static size_t
place(const struct paragraphs *p, uint64_t hash)
{
	size_t i = hash & (p->cap - 1);

	while (p->slots[i].text && p->slots[i].hash != hash)
		i = (i + 1) & (p->cap - 1);
	return i;
}

static void
grow(struct paragraphs *p)
{
	struct paragraph_slot *old = p->slots;
	size_t n = p->cap;

	p->cap = n ? n * 2 : 1024;
	p->slots = mem_new(p->cap, sizeof *p->slots);
	for (size_t i = 0; i < n; i++)
		if (old[i].text)
			p->slots[place(p, old[i].hash)] = old[i];
	free(old);
}

/* The hash of a paragraph worth looking at; 0 otherwise. */
static uint64_t
hash_of(struct paragraphs *p, struct str paragraph)
{
	words_clear(&p->words);
	words_add(&p->words, paragraph);
	return p->words.n < LEAST_WORDS ? 0 : words_hash(&p->words).low | 1;
}

/* Id of the article that had this paragraph first: `own` if it stands further up in this one. Empty if it is new, and then it
 * is noted. */
static struct str
origin(struct paragraphs *p, uint64_t hash, struct str own, struct state *state, struct arena *arena)
{
	size_t i = place(p, hash);
	struct str of = { NULL, 0 };

	if (p->slots[i].text)
		return str_of(p->slots[i].text, p->slots[i].n);
	if (state)
		of = state_paragraph(state, hash, arena);
	if (of.p)
		return of;
	p->slots[i] = (struct paragraph_slot) { hash, own.p, own.n };
	if (++p->n * 4 >= p->cap * 3)
		grow(p);
	if (state)
		state_add_paragraph(state, hash);
	return of;
}

static void
note_repeat(struct paragraphs *p, size_t number, struct str of)
{
	buf_str(&p->json, p->json.n ? STR(",{\"n\":") : STR("\"paragraphs\":[{\"n\":"));
	buf_uint(&p->json, number);
	buf_str(&p->json, STR(",\"of\":"));
	json_put(&p->json, of);
	buf_char(&p->json, '}');
}

void
paragraphs_look(struct paragraphs *p, struct article *a, bool remove, struct state *state)
{
	struct str rest = article_text(a, KEY_TEXT), own = arena_str(&p->arena, article_id(a));
	size_t number = 0, words = 0, repeated = 0;

	if (!p->cap)
		grow(p);
	p->text.n = p->json.n = 0;
	while (rest.p) {
		struct str paragraph = str_cut(&rest, '\n');
		uint64_t hash = hash_of(p, paragraph);
		struct str of = hash ? origin(p, hash, own, state, a->arena) : str_of(NULL, 0);

		number++;
		words += p->words.n;
		if (of.p) {
			repeated += p->words.n;
			p->repeated++;
			note_repeat(p, number, of);
			continue;
		}
		if (p->text.n)
			buf_char(&p->text, '\n');
		buf_str(&p->text, paragraph);
	}
	if (!p->json.n)
		return;
	buf_str(&p->json, STR("],\"coverage\":"));
	put_ratio(&p->json, repeated, words);
	if (remove) {
		article_set(a, KEY_TEXT, buf_view(&p->text));
		p->json.n = 0;
	}
}

void
paragraphs_free(struct paragraphs *p)
{
	free(p->slots);
	arena_free(&p->arena);
	words_free(&p->words);
	buf_free(&p->text);
	buf_free(&p->json);
}
