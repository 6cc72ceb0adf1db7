#include "quote_verb.h"

/* How far from a quote its verb may stand, in units. */
enum { BEFORE = 70, AFTER = 45, NEXT_SENTENCE = 9, NAMED = 4, LABEL = 10, RELATIVE = 40, MAIN_VERB = 14, PARAGRAPH = 400 };

/* "his remarks about", "Kim's call for": whose words these are. */
static bool
noun_possessor(struct frame *f, size_t i, size_t low, struct speaker *s)
{
	size_t k = frame_left(f, i);

	for (int n = 0; n < 3 && k != NONE && k >= low; n++, k = frame_left(f, k)) {
		if (unit_word(f->us, k) & WORD_PRON) {
			*s = (struct speaker){ .first = k, .end = k + 1, .mention = NONE, .verb = i };
			return true;
		}
		if (f->us->items[k].kind == UNIT_POSS && k > low && unit_mention(f->us, k - 1)) {
			*s = (struct speaker){
				.first = k - 1, .end = k, .mention = f->us->items[k - 1].what, .verb = i
			};
			return true;
		}
		if (f->us->items[k].kind == UNIT_POSS && k > low && phrase_before(f, k - 1, low, s)) {
			s->verb = i; /* "the minister's remark" */
			return true;
		}
		if (!unit_word_kind(f->us, k) || (frame_say(f, k) & (SAY_PREP | SAY_CLAUSE | SAY_VERB))
		    || (unit_word(f->us, k) & WORD_HEAD)) /* "their spokesman claims" */
			return false;
	}
	return false;
}

/* "a statement by NAME that "..."", "remarks made by NAME" */
static bool
noun_by(struct frame *f, size_t i, size_t open, struct speaker *s)
{
	size_t by = i + 1;

	if (unit_says(f->us, by, "made") || unit_says(f->us, by, "issued") || unit_says(f->us, by, "released"))
		by++;
	size_t k = frame_left(f, open);

	if (!unit_says(f->us, by, "by") || !(unit_says(f->us, k, "that") || unit_is(f->us, k, ':')) || !phrase_at(f, by + 1, k, s))
		return false;
	s->verb = i;
	return true;
}

/* "remarks about", "call for", "statement that", "message:" */
static bool
introduces(struct frame *f, size_t noun)
{
	size_t k = frame_right(f, noun);

	return k != NONE && ((frame_say(f, k) & SAY_PREP) || unit_says(f->us, k, "that") || unit_is(f->us, k, ':'));
}

/* "quoted NAME as saying": NAME speaks, "NAME was quoted as saying" too. */
static bool
quoted_as(struct frame *f, size_t ing, size_t low, struct speaker *s)
{
	size_t as, k;

	if (!verb_ing(f, ing))
		return false;
	as = frame_left(f, ing);
	k = as == NONE ? NONE : frame_left(f, as);
	if (k == NONE || k < low || !unit_says(f->us, as, "as"))
		return false;
	if (frame_say(f, k) & SAY_VERB)
		return subject_of(f, k, low, s);
	for (int n = 0; n < MAIN_VERB && k != NONE && k > low; n++, k = frame_left(f, k))
		if (unit_says(f->us, k, "quoted") || unit_says(f->us, k, "cited") || unit_says(f->us, k, "quoting")
		    || unit_says(f->us, k, "citing"))
			return phrase_at(f, k + 1, as, s);
	return false;
}

/* "said the deputy, Mr. NAME.": the name behind the office. */
static void
name_behind(struct frame *f, size_t high, struct speaker *s)
{
	size_t i = s->end;

	if (s->mention != NONE || !unit_is(f->us, i, ','))
		return;
	for (i++; i < high && (unit_word(f->us, i) & (WORD_HON | WORD_HEAD | WORD_MOD)); i++)
		;
	if (i < high && unit_type(f->us, i, TYPE_PERSON)
	    && (i + 1 >= high || unit_is(f->us, i + 1, ',') || unit_is(f->us, i + 1, '.'))) {
		s->first = i;
		s->end = i + 1;
		s->mention = f->us->items[i].what;
	}
}

/* "said NAME", "according to NAME" from unit i on. */
static bool
inverted(struct frame *f, size_t i, size_t high, struct speaker *s)
{
	size_t k = i + 1;

	if (unit_says(f->us, i, "according") && unit_says(f->us, k, "to")) {
		if (!phrase_at(f, i + 2, high, s))
			return false;
		name_behind(f, high, s);
		s->verb = i;
		return true;
	}
	if (!(frame_say(f, i) & (SAY_SAY | SAY_BESIDE)) || unit_capital(f->us, i) || unit_says(f->us, i, "told"))
		return false;
	if (verb_ing(f, i))
		return false;
	while (k < high && adverb(f, k))
		k++;
	if (k >= high || (frame_say(f, k) & (SAY_PREP | SAY_CLAUSE)) || !phrase_at(f, k, high, s))
		return false;
	name_behind(f, high, s);
	s->verb = i;
	return true;
}

/* "According to NAME, it is "..."", but not 'according to the rule on "..."'. */
static bool
according(struct frame *f, size_t i, size_t open, struct speaker *s)
{
	if (!unit_says(f->us, i, "according") || !inverted(f, i, open, s))
		return false;
	for (size_t k = i + 2; k < open; k++)
		if (unit_is(f->us, k, ',') || unit_is(f->us, k, ':'))
			return true;
	return false;
}

/* The subject of the verb at unit v, before it or, where a quote stands there ("...," said NAME, "..."), behind it. */
static bool
said_by(struct frame *f, size_t v, size_t low, size_t high, struct speaker *s)
{
	size_t k = frame_left(f, v);

	if (k != NONE && unit_is(f->us, k, ','))
		k = frame_left(f, k);
	if (k != NONE && stretch_at(f, k) && inverted(f, v, high, s))
		return true;
	if (v > low && unit_is(f->us, v - 1, ',') && unit_type(f->us, v + 1, TYPE_PERSON) && unit_is(f->us, v + 2, ',')
	    && inverted(f, v, high, s))
		return true; /* "A is open, said NAME, the mayor, but not "..."" */
	return subject_of(f, v, low, s);
}

/* "..., the report says, calling it "..."": a participle's subject is that of the verb of speech just before it. */
static bool
main_verb(struct frame *f, size_t ing, size_t low, struct speaker *s)
{
	size_t i = frame_left(f, ing);

	for (int n = 0; n < MAIN_VERB && i != NONE && i > low; n++, i = frame_left(f, i))
		if (!stretch_at(f, i) && verb_finite(f, i, SAY_SAY) && !verb_ing(f, i) && !verb_passive(f, i) && !verb_infinitive(f, i))
			return said_by(f, i, low, ing, s);
	return false;
}

/* Nothing but "of the" or the like stands between the word and the mark: 'under the theme of "..."', 'known as "..."'. */
static bool
names_it(struct frame *f, size_t term, size_t open)
{
	bool as =
	    unit_says(f->us, term, "known") || unit_says(f->us, term, "billed") || unit_says(f->us, term, "dubbed");

	for (size_t i = frame_right(f, term), n = 0; n < NAMED; i = frame_right(f, i), n++) {
		if (i == NONE || i >= open)
			return i == open;
		if (!(unit_says(f->us, i, "of") || (unit_word(f->us, i) & WORD_DET) || unit_is(f->us, i, ',')
			|| unit_is(f->us, i, ':') || (as && unit_says(f->us, i, "as"))))
			return false;
	}
	return false;
}

/* "the remark, which he made in May, was "..."": from the second comma to the first one. */
static size_t
over_relative(struct frame *f, size_t i, size_t low)
{
	size_t k = frame_left(f, i);

	for (int n = 0; n < RELATIVE && k != NONE && k > low; n++, k = frame_left(f, k))
		if (unit_is(f->us, k, ',')
		    && (unit_says(f->us, k + 1, "which") || unit_says(f->us, k + 1, "who") || unit_says(f->us, k + 1, "whose")))
			return k;
	return i;
}

/* The nearest verb before the quote, in its sentence, and its subject. -1: what stands in the marks is a name; 0: none. */
static int
before_quote(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	size_t i = frame_left(f, q->open), fallback = NONE;

	for (int n = 0; n < BEFORE && i != NONE && i >= low; n++, i = frame_left(f, i)) {
		uint32_t say = frame_say(f, i);

		if (according(f, i, q->open, s))
			return 1;
		if (unit_is(f->us, i, ',') && (frame_say(f, i + 1) & SAY_AUX))
			i = over_relative(f, i, low);
		if (stretch_at(f, i) || !say)
			continue;
		if ((say & SAY_TERM) && !q->comma && names_it(f, i, q->open)
		    && !(verb_finite(f, i, SAY_VERB) && !verb_names(f, i, q->open)))
			return -1;
		if ((say & SAY_NOUN) && n > 0 && n < NAMED && introduces(f, i)
		    && !((frame_say(f, q->open + 1) & SAY_AUX) && (frame_say(f, i + 1) & SAY_PREP)) && noun_possessor(f, i, low, s))
			return 1;
		if ((say & SAY_NOUN) && noun_by(f, i, q->open, s))
			return 1;
		if ((say & SAY_BESIDE) && fallback == NONE && !(say & SAY_ING) && i > 0 && !verb_attributive(f, i - 1, say))
			fallback = i;
		if (!verb_finite(f, i, SAY_VERB))
			continue;
		if (verb_passive(f, i)) {
			if ((say & SAY_CALL) && !(say & SAY_SAY) && n < NAMED)
				return 0; /* what has been described as a "sober" talk */
			continue;
		}
		if (verb_names(f, i, q->open))
			return -1;
		if (verb_infinitive(f, i) || verb_to_come(f, i)) {
			if (fallback == NONE)
				fallback = i;
			continue;
		}
		if (verb_maybe(f, i))
			return 0;
		if (quoted_as(f, i, low, s)
		    || (verb_ing(f, i) && (participle_subject(f, i, low, s) || main_verb(f, i, low, s)))
		    || said_by(f, i, low, q->open, s)) {
			s->verb = i;
			return 1;
		}
	}
	if (fallback != NONE && subject_of(f, fallback, low, s)) {
		s->weak = true;
		s->verb = fallback;
		return 1;
	}
	return 0;
}

/* "NAME, apposition, said" from unit i on. */
static bool
upright(struct frame *f, size_t i, size_t high, int far, struct speaker *s)
{
	size_t v = i;

	if (frame_say(f, i) & (SAY_CLAUSE | SAY_AUX) && !unit_says(f->us, i, "as"))
		return false;
	if (unit_says(f->us, i, "as"))
		v = ++i;
	for (int n = 0; n < far && v != NONE && v < high; n++, v = frame_right(f, v)) {
		if (n && unit_is(f->us, v, ';'))
			return false;
		if (stretch_at(f, v)) {
			if (v == i || stretch_at(f, v)->comma || stretch_at(f, v)->stop || !(unit_capital(f->us, v + 1) || unit_mention(f->us, v + 1)))
				return false;
			continue; /* NAME, with "A Slogan" on his cap, said */
		}
		if (v > i && quoted_as(f, v, i, s)) {
			s->verb = v;
			return true;
		}
		if (v == i || !verb_finite(f, v, v - i < NEXT_SENTENCE ? SAY_SAY | SAY_BESIDE : SAY_SAY) || verb_ing(f, v)
		    || verb_passive(f, v) || verb_infinitive(f, v))
			continue;
		if (!subject_of(f, v, i, s))
			return false;
		s->verb = v;
		return true;
	}
	return false;
}

/* Does the sentence that begins at i only say who spoke? `..." Hegseth said on Tuesday.` */
static bool
only_says(struct frame *f, size_t i, size_t high, struct speaker *s)
{
	size_t v;

	if (!upright(f, i, high, NEXT_SENTENCE, s))
		return false;
	v = s->verb + 1;
	return v >= high || f->us->items[v].kind != UNIT_WORD || (frame_say(f, v) & (SAY_ADV | SAY_PREP))
	    || unit_says(f->us, v, "reporters");
}

/* "..." -- NAME, alone at the end of its paragraph */
static bool
signed_by(const struct frame *f, size_t i, struct speaker *s)
{
	if (!(unit_is(f->us, i, 0x2014) || unit_is(f->us, i, 0x2013) || unit_is(f->us, i, 0x2015)
		|| unit_is(f->us, i, '-')))
		return false;
	while (unit_is(f->us, i, '-'))
		i++;
	if (f->us->items[i].kind == UNIT_PUNCT)
		i++;
	if (!unit_type(f->us, i, TYPE_PERSON) || (i + 1 < f->us->n && f->us->items[i + 1].kind != UNIT_BREAK))
		return false;
	*s = (struct speaker){ .first = i, .end = i + 1, .mention = f->us->items[i].what, .verb = NONE };
	return true;
}

/* `"...," NAME, director for Asia at` -- and here the page is cut: the name behind the comma. */
static bool
cut_off(const struct frame *f, const struct stretch *q, size_t i, size_t high, struct speaker *s)
{
	if (!q->comma || high < f->us->n || unit_is(f->us, high - 1, '.') || !unit_type(f->us, i, TYPE_PERSON))
		return false;
	*s = (struct speaker){ .first = i, .end = i + 1, .mention = f->us->items[i].what, .verb = NONE };
	return true;
}

/* What directly follows the closing mark. */
static bool
after_quote(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	size_t i = frame_right(f, q->close), high;
	bool comma = q->comma || q->stop == '?' || q->stop == '!', starts = low == q->open;

	if (i == NONE || f->us->items[i].kind == UNIT_BREAK)
		return false;
	if (signed_by(f, i, s))
		return true;
	if (f->us->items[i].flags & TOKEN_SENTENCE) {
		high = frame_sentence_end(f, i);
		if (q->stop == '?' || q->stop == '!')
			return inverted(f, i, high, s) || only_says(f, i, high, s);
		return q->stop == '.' && starts && only_says(f, i, high, s);
	}
	high = frame_sentence_end(f, q->close);
	while (unit_is(f->us, i, ',') || unit_is(f->us, i, 0x2014) || unit_is(f->us, i, 0x2013)
	    || unit_is(f->us, i, '-')) {
		comma = true;
		i++;
	}
	if (i >= high || !(comma || starts || q->lost))
		return false;
	return inverted(f, i, high, s) || upright(f, i, high, AFTER, s) || cut_off(f, q, i, high, s);
}

/* "..., said NAME" or "..., NAME said." later in the sentence. */
static bool
later(struct frame *f, const struct stretch *q, struct speaker *s)
{
	size_t high = frame_sentence_end(f, q->close), comma = NONE, first = NONE;
	size_t i = frame_right(f, q->close);

	for (int n = 0; n < BEFORE && i != NONE && i < high; n++, i = frame_right(f, i)) {
		if (unit_is(f->us, i, ',') || (stretch_at(f, i) && stretch_at(f, i)->comma)) {
			comma = i;
			if (first == NONE || stretch_at(f, i))
				first = i;
			continue;
		}
		if (stretch_at(f, i) || comma == NONE)
			continue;
		if (i == frame_right(f, comma) && inverted(f, i, high, s))
			return true;
		if (verb_finite(f, i, SAY_SAY) && !verb_ing(f, i) && !verb_passive(f, i) && !verb_infinitive(f, i)) {
			size_t next = frame_right(f, i);

			if (next != NONE && next < high && unit_word_kind(f->us, next) && !unit_says(f->us, i, "told")
			    && !(frame_say(f, next) & (SAY_PREP | SAY_ADV)))
				continue;
			if (subject_of(f, i, frame_right(f, first), s)) {
				s->verb = i;
				return true;
			}
		}
	}
	return false;
}

/* '[Sound bite] (A farmer of the village) : "..."': the words in the bracket before the colon at unit i. */
static bool
label(struct frame *f, size_t low, size_t i, struct speaker *s)
{
	size_t close = i - 1, open = close;

	if (i <= low + 2 || !unit_is(f->us, i, ':') || !unit_is(f->us, close, ')'))
		return false;
	while (open > low && close - open < LABEL && !unit_is(f->us, open, '('))
		open--;
	if (!unit_is(f->us, open, '(') || open + 1 == close || (open > low && !unit_is(f->us, open - 1, ']')))
		return false;
	*s = (struct speaker){ .first = open + 1, .end = close, .mention = NONE, .verb = NONE };
	return true;
}

bool
after_colon(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	size_t i = frame_left(f, q->open);

	if (i == NONE || i < low
	    || !(unit_is(f->us, i, ':') || unit_is(f->us, i, ']') || (unit_is(f->us, i, ')') && unit_is(f->us, low, '('))))
		return false;
	size_t from = unit_type(f->us, i - 1, TYPE_PERSON) ? i - 1 : low; /* the rise of A surprises B: "..." */

	for (size_t k = from; k < i; k++)
		if (unit_type(f->us, k, TYPE_PERSON)) {
			*s =
			    (struct speaker){ .first = k, .end = k + 1, .mention = f->us->items[k].what, .verb = NONE };
			return true;
		}
	return label(f, low, i, s);
}

/* 'In a joint statement, the ministers "condemned" it': what stands in the marks is the verb. */
static bool
in_statement(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	static const char *const nouns[] = { "statement", "release", "communique", "commentary", "readout", "editorial", "declaration" };
	size_t high = frame_sentence_end(f, q->close);

	for (size_t i = low, n = 0; i != NONE && i < high && n < BEFORE; i = frame_right(f, i), n++)
		for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
			if (!stretch_at(f, i) && unit_says(f->us, i, nouns[k]))
				return q->open > low && phrase_before(f, q->open - 1, low, s) && !unit_says(f->us, s->end - 1, nouns[k]);
	return false;
}

/* Does it stand as a sentence of its own? */
static bool
whole_sentence(struct frame *f, const struct stretch *q, size_t low)
{
	size_t i = q->close + 1;

	if (low != q->open)
		return false;
	return i >= f->us->n || f->us->items[i].kind == UNIT_BREAK || (f->us->items[i].flags & TOKEN_SENTENCE)
	    || q->lost || unit_is(f->us, i, '.') || unit_is(f->us, i, ']') || unit_is(f->us, i, ')');
}

/* A title ("Building Peace Through Cooperation") or a name marked as such ("Kill Chain"). */
static bool
title_or_name(struct frame *f, const struct stretch *q)
{
	size_t words = 0, small = 0, first = q->open + 1, last = q->lost ? q->close + 1 : q->close;

	if (last == first + 1 && unit_mention(f->us, first) && !unit_type(f->us, first, TYPE_DATE))
		return true;
	if (q->stop && q->stop != '.')
		return false;
	for (size_t i = first; i < last; i++) {
		const struct unit *u = &f->us->items[i];

		if (u->kind != UNIT_WORD && u->kind != UNIT_MENTION)
			continue;
		words++;
		if (u->kind == UNIT_WORD && !(u->flags & (TOKEN_CAPITAL | TOKEN_HANGUL)) && u->end - u->start > 3)
			return false;
		small += u->kind == UNIT_WORD && !(u->flags & TOKEN_CAPITAL);
	}
	if (words == 1 && small == 0 && !q->comma && q->open > 0) /* told the "Herald" */
		return unit_word(f->us, q->open - 1) & (WORD_DET | WORD_PRON);
	return words > 1 && small * 2 < words;
}

/* The last unit of the paragraph before the one that unit i opens; NONE if i opens none. */
static size_t
paragraph_before(const struct frame *f, size_t i)
{
	if (i == 0 || f->us->items[i - 1].kind != UNIT_BREAK)
		return NONE;
	while (i > 0 && f->us->items[i - 1].kind == UNIT_BREAK)
		i--;
	return i > 0 ? i - 1 : NONE;
}

/* The first unit of the paragraph of unit i. */
static size_t
paragraph_start(const struct frame *f, size_t i)
{
	for (int n = 0; n < PARAGRAPH && i > 0 && f->us->items[i - 1].kind != UNIT_BREAK; n++)
		i--;
	return i;
}

/* A quotation that opens a paragraph: the one before ended in "NAME said:", in its own attribution, or was about somebody. */
static bool
new_paragraph(struct frame *f, size_t index, struct speaker *s)
{
	const struct stretch *q = &f->all.items[index];
	size_t end = paragraph_before(f, q->open), low;

	if (end == NONE)
		return false;
	low = frame_sentence(f, stretch_at(f, end) ? stretch_at(f, end)->open : end);
	if (unit_is(f->us, end, ':')) {
		struct stretch head = { .open = (uint32_t)end, .close = (uint32_t)end };

		return before_quote(f, &head, low, s) > 0 || clause_subject(f, low, end, s);
	}
	if (index > 0 && f->before_index == index - 1 && f->before.end > f->before.first
	    && frame_sentence(f, f->all.items[index - 1].open) >= paragraph_start(f, end)) {
		*s = f->before;
		return true;
	}
	if (!clause_subject(f, low, end, s))
		return false;
	return s->mention != NONE ? f->d->mentions[s->mention].type == TYPE_PERSON : pronoun_person(f, s->first) && s->end == s->first + 1;
}

static bool
carry_on(struct frame *f, size_t index, struct speaker *s)
{
	const struct stretch *q = &f->all.items[index], *p;
	size_t low;

	if (index > 0 && f->all.items[index - 1].goes_on) {
		*s = f->before;
		return true;
	}
	if (index > 0 && f->before.end > f->before.first) {
		p = &f->all.items[index - 1];
		for (size_t i = p->close; i < q->open; i++)
			if (f->us->items[i].kind == UNIT_BREAK)
				p = NULL, i = q->open;
		if (p && f->before_index == index - 1) {
			*s = f->before;
			return true;
		}
	}
	if (new_paragraph(f, index, s))
		return true;
	/* the subject of the sentence before, in the same paragraph */
	if (q->open == 0 || f->us->items[q->open - 1].kind == UNIT_BREAK)
		return false;
	low = frame_sentence(f, q->open - 1);
	return clause_subject(f, low, q->open, s);
}

/* `said, "..."` and `said: "..."` leave no doubt. */
static bool
verb_at_mark(struct frame *f, const struct stretch *q)
{
	size_t i = frame_left(f, q->open);

	if (i != NONE && (unit_is(f->us, i, ',') || unit_is(f->us, i, ':')))
		i = frame_left(f, i);
	return i != NONE && (frame_say(f, i) & SAY_SAY) && !stretch_at(f, i);
}

/* A few words in single marks, beside a text whose quotes have double ones; 'would go ahead' is a clause that somebody said. */
static bool
scare(struct frame *f, const struct stretch *q)
{
	if (!q->single || q->close - q->open >= 5)
		return false;
	for (size_t i = q->open + 1; i < q->close; i++)
		if (frame_say(f, i) & (SAY_AUX | SAY_PRON))
			return false;
	return true;
}

/* The ministry "strongly condemned" it: the verb of speech stands inside the marks, its subject just before them. */
static bool
verb_inside(struct frame *f, const struct stretch *q, size_t low, struct speaker *s)
{
	size_t v = q->open + 1;

	if (low >= q->open || q->comma || q->stop || q->lost)
		return false;
	while (v < q->close && adverb(f, v))
		v++;
	if (v + (v == q->open + 1) >= q->close || !(frame_say(f, v) & SAY_VERB) || verb_ing(f, v)
	    || !(str_ends(unit_str(f->us, v), STR("ed")) || str_ends(unit_str(f->us, v), STR("s")))
	    || !unit_word_kind(f->us, q->close + 1) || (f->us->items[q->close + 1].flags & TOKEN_SENTENCE)
	    || (frame_say(f, q->close + 1) & SAY_PREP) || !phrase_before(f, q->open - 1, low, s))
		return false;
	s->verb = v;
	return true;
}

/* "said it 'resolutely opposes'" */
static bool
verb_near(struct frame *f, const struct stretch *q)
{
	size_t i = frame_left(f, q->open);

	for (int n = 0; n < NAMED && i != NONE; n++, i = frame_left(f, i))
		if ((frame_say(f, i) & SAY_SAY) && verb_finite(f, i, SAY_SAY))
			return true;
	return false;
}

bool
attribute(struct frame *f, size_t index, struct speaker *s)
{
	const struct stretch *q = &f->all.items[index];
	size_t low = frame_sentence(f, q->open);
	bool whole = whole_sentence(f, q, low), adjacent;
	int found;

	found = low >= q->open || !(verb_at_mark(f, q) || !q->stop) ? 0 : before_quote(f, q, low, s);
	if (found > 0 && !verb_at_mark(f, q) && (s->weak || s->mention == NONE))
		found = 0;
	if (found > 0 && !scare(f, q) && !title_or_name(f, q))
		return true;
	adjacent = after_quote(f, q, low, s);
	if (adjacent && (q->comma || q->stop || low == q->open))
		return !(f->doubles && scare(f, q)) && !(title_or_name(f, q) && low != q->open);
	if (title_or_name(f, q) || (f->doubles && scare(f, q) && !verb_near(f, q)))
		return false;
	found = low == q->open ? 0 : before_quote(f, q, low, s);
	if (found)
		return found > 0;
	if (adjacent || after_colon(f, q, low, s) || later(f, q, s))
		return true;
	if (!q->single && low < q->open && (in_statement(f, q, low, s) || verb_inside(f, q, low, s)))
		return true;
	if (!whole || (q->single && f->doubles))
		return false;
	if (!carry_on(f, index, s))
		*s = (struct speaker){ .mention = NONE, .verb = NONE };
	s->guessed = true;
	return true;
}
