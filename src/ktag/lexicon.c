#include "lexicon.h"
#include "dates.h"
#include "gaz.h"
#include "hash.h"
#include "load.h"
#include "names.h"
#include "words.h"

enum { FIRST = 12 /* binary logarithm of the slots at first */, MANY = 1 << 16 };

static size_t
slots_n(const struct lexicon *x)
{
	return (size_t)1 << (64 - x->shift);
}

/* Free slots for words of half their number. */
static void
empty_slots(struct lexicon *x)
{
	struct lexicon_slot *p = arena_array(x->arena, slots_n(x) + 1, sizeof *p);

	x->slots = (struct lexicon_slot *)(((uintptr_t)p + sizeof *p - 1) & ~(uintptr_t)(sizeof *p - 1)); /* none on two lines */
	memset(x->slots, 0, slots_n(x) * sizeof *p);
}

static void
begin(struct lexicon *x)
{
	x->shift = 64 - FIRST;
	x->cap = slots_n(x) / 2;
	x->items = arena_array(x->arena, x->cap, sizeof *x->items);
	x->items[0] = (struct lexeme) { .plural = false }; /* what is no word */
	x->n = 1;
	empty_slots(x);
}

struct lexicon *
lexicon_new(struct arena *arena, const struct gaz *g)
{
	struct lexicon *x = arena_alloc(arena, sizeof *x);

	*x = (struct lexicon) { .arena = arena, .gaz = g };
	begin(x);
	return x;
}

void
lexicon_trim(struct lexicon *x)
{
	if (x->n <= MANY)
		return;
	memset(x->slots, 0, slots_n(x) * sizeof *x->slots);
	x->n = 1;
}

/* Where a key is, or the free slot where it belongs. */
static struct lexicon_slot *
slot(struct lexicon *x, uint64_t a, uint64_t b)
{
	size_t i = lexicon_hash(x, a, b);

	while (x->slots[i].lexeme && (x->slots[i].key[0] != a || x->slots[i].key[1] != b))
		i = (i + 1) & (slots_n(x) - 1);
	return &x->slots[i];
}

static void
grow(struct lexicon *x)
{
	const struct lexicon_slot *old = x->slots, *end = old + slots_n(x);

	x->items = arena_grow(x->arena, x->items, x->n, &x->cap, sizeof *x->items);
	while (slots_n(x) / 2 < x->cap)
		x->shift--;
	empty_slots(x);
	for (; old < end; old++)
		if (old->lexeme)
			*slot(x, old->key[0], old->key[1]) = *old;
}

/* 국방부는, but "KAI는" too: a name with its particle. */
static bool
ends_in_hangul(struct str w)
{
	return w.n > 3 && (uint8_t)str_last(w) >= 0x80 && (uint8_t)w.p[w.n - 3] >= 0xEA && (uint8_t)w.p[w.n - 3] <= 0xED;
}

/* The stages that a word or number calls for. */
static uint8_t
calls_of(const struct lexicon *x, const struct token_word *w, const struct lexeme *l, struct str word)
{
	bool number = w->kind == TOKEN_NUMBER, name = w->flags & (TOKEN_CAPITAL | TOKEN_HANGUL);
	bool calls = names_call(w, l->memo[MEMO_NAME]) || (number && l->hangul && word.n > 6);

	return (uint8_t)((x->gaz && gaz_begins(x->gaz, word, w, l) ? CALL_GAZETTEER : 0)
	    | (calls ? CALL_NAME : 0) | (name ? CALL_REFER : 0)
	    | (number || w->flags & TOKEN_HANGUL || date_calls(word) ? CALL_DATE : 0)
	    | (number || amount_calls(word) ? CALL_AMOUNT : 0));
}

static void
learn(const struct lexicon *x, struct token_word *w, struct lexeme *l, struct str word)
{
	w->kind = token_kind(word, &w->flags);
	w->classes = w->kind == TOKEN_WORD ? words_of(word.p, word.n) : 0;
	l->fold = fold_word(word);
	l->plural = fold_plural(word);
	l->hangul = w->flags & TOKEN_HANGUL || ends_in_hangul(word);
	l->memo[MEMO_NAME] = names_word(w, word);
	w->calls = calls_of(x, w, l, word);
	l->alone = w->calls & CALL_GAZETTEER && gaz_alone(x->gaz, l);
}

const struct lexicon_slot *
lexicon_add(struct lexicon *x, uint64_t a, uint64_t b, struct str word)
{
	struct lexicon_slot *s = slot(x, a, b);
	struct lexeme *l;

	if (s->lexeme)
		return s;
	if (x->n == x->cap) {
		grow(x);
		s = slot(x, a, b);
	}
	l = &x->items[x->n];
	*l = (struct lexeme) { .plural = false };
	*s = (struct lexicon_slot) { .key = { a, b }, .lexeme = (uint32_t)x->n++ };
	learn(x, &s->word, l, word);
	return s;
}

const struct lexicon_slot *
lexicon_word(struct lexicon *x, struct str word)
{
	struct hash128 h;

	if (word.n < 8)
		return lexicon_find(x, load_few(word.p, word.n), 0, word);
	if (word.n < 16)
		return lexicon_find(x, load64(word.p), load_few(word.p + 8, word.n - 8), word);
	h = hash128(word);
	return lexicon_find(x, h.low, h.high | (uint64_t)0xFF << 56, word); /* no word of at most 15 bytes has one there */
}
