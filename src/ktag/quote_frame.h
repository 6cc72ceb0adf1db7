/* What the search for a quote's speaker works on: units, stretches between marks, and who the text has been about so far. */
#ifndef KTAG_QUOTE_FRAME_H
#define KTAG_QUOTE_FRAME_H

#include "quote_mark.h"

/* Classes of data/quote_word.tsv. */
enum {
	SAY_SAY = 1 << 0,
	SAY_CALL = 1 << 1,
	SAY_ACT = 1 << 2,
	SAY_SOFT = 1 << 3,
	SAY_BOTH = 1 << 4,
	SAY_ING = 1 << 5,
	SAY_NOUN = 1 << 6,
	SAY_TERM = 1 << 7,
	SAY_AUX = 1 << 8,
	SAY_ADV = 1 << 9,
	SAY_PRON = 1 << 10,
	SAY_CLAUSE = 1 << 11,
	SAY_PREP = 1 << 12,
	SAY_BESIDE = 1 << 13,
	SAY_DONE = 1 << 14,
	SAY_KNOWN = 1 << 15, /* looked up */
	SAY_WHO = 1 << 16,
	SAY_WHOS = 1 << 17, /* several */
	SAY_WISH = 1 << 18,
	SAY_HABIT = 1 << 19,
	SAY_NAMES = 1 << 20,
	SAY_PAPER = 1 << 21,
	SAY_HOUR = 1 << 22,
	SAY_DID = 1 << 23,
	SAY_GIVE = 1 << 24,
	SAY_BODY = 1 << 25,
	SAY_PART = 1 << 26,
	SAY_QUOTE = 1 << 27,
	SAY_THING = SAY_WHO | SAY_WHOS | SAY_PAPER | SAY_HOUR | SAY_BODY, /* a noun like any other to its phrase */
	SAY_VERB = SAY_SAY | SAY_CALL | SAY_ACT
};

enum { SENTENCE = 160 }; /* units: how far one is followed, so that every search is short whatever the text */

/* Who speaks, as the text has it at the quote. */
struct speaker {
	size_t first, end; /* units of the phrase; equal if there is none */
	uint32_t mention;  /* its head, or NONE */
	size_t verb;       /* unit, or NONE */
	bool weak;         /* by a verb that need not be one of speech here */
	bool guessed;      /* nothing in its sentence says so */
};

/* What a given name tells. */
enum gender { UNKNOWN, WOMAN, MAN };

struct frame {
	struct doc *d;
	struct units *us;
	const struct role_words *say;
	const struct role_list *roles;
	struct stretches all;
	bool doubles;     /* some stretch has double marks */
	size_t seen;      /* units the discourse has been followed to: only as far as a pronoun needs it */
	size_t spoke;     /* unit of the last speaker; what stands before it tells no more */
	uint32_t subject; /* mention: the person the last sentences were about */
	const struct role_words *given; /* names that tell he from she */
	uint32_t told[3]; /* by gender: the entity the text spoke of so last, by pronoun or honorific; NONE */
	struct speaker thing;  /* the last body or state that spoke or led a sentence */
	struct speaker several; /* "The three ministers": the same for people whom only "they" means */
	struct speaker unnamed; /* "A resident of the province told us so": he is meant until a person is named */
	struct speaker named;  /* the last speaker that is a name, but no mention */
	struct speaker before; /* of the last quote */
	size_t before_index;   /* its stretch */
	size_t roles_seen;     /* roles that open before `seen` */
	size_t end_of, end;    /* the unit whose sentence's end was asked for last, and that end; 0: none */
};

/* What a word is to quotes; 0 for anything else and past the ends. */
uint32_t frame_say_asked(struct frame *f, size_t i);

static inline uint32_t
frame_say(struct frame *f, size_t i)
{
	uint32_t known;

	if (i >= f->us->n || f->us->items[i].kind != UNIT_WORD)
		return 0;
	known = f->us->lexicon->items[f->us->items[i].lexeme].memo[MEMO_SAY];
	return known ? known & ~(uint32_t)SAY_KNOWN : frame_say_asked(f, i);
}

/* The text as sentences, and whom it is about: quote_frame.c. */

/* First unit of the sentence around unit i outside of stretches, and the unit after its last. */
size_t frame_sentence(const struct frame *f, size_t i);
size_t frame_sentence_end(struct frame *f, size_t i);

/* Follows the discourse up to unit i. */
void frame_follow(struct frame *f, size_t i);

/* One sentence of the discourse: whom is it about? */
void follow_sentence(struct frame *f, size_t low, size_t high);

/* A noun for a person, "minister", "resident"; for a person or a body, "ministry". */
bool person_noun(struct frame *f, size_t i);
bool speaker_noun(struct frame *f, size_t i);

/* "the three ministers" */
bool several(struct frame *f, const struct speaker *s);

/* "he", "his"; "it", "their" */
bool pronoun_person(const struct frame *f, size_t i);
bool pronoun_thing(const struct frame *f, size_t i);

/* Does 's follow the unit? */
bool possessor(const struct frame *f, size_t i);

/* A mention that can speak. */
bool actor(const struct frame *f, size_t i);

/* The mention at unit i as a speaker. */
struct speaker at_mention(const struct frame *f, size_t i);

/* Is unit i one? */
bool preposition(struct frame *f, size_t i);

/* Does a preposition govern the noun at unit i: "of the South Korean Kim"? */
bool after_preposition(struct frame *f, size_t i);

/* A dash, of whatever length, that parts clauses. */
bool dash(const struct frame *f, size_t i);

/* Noun phrases: quote_phrase.c. */

/* A word that only says how ("angrily"). */
bool adverb(struct frame *f, size_t i);

/* A unit that no noun phrase runs across. */
bool bounds(struct frame *f, size_t i);

/* A pronoun as the whole phrase. */
bool pronoun(struct frame *f, size_t i, struct speaker *s);

/* Leftwards from unit i over what stands between a subject and its verb: "Kim on Tuesday reportedly said". */
size_t over_between(struct frame *f, size_t i, size_t low);

/* The first preposition in [b, e), or e. */
size_t first_preposition(struct frame *f, size_t b, size_t e);

/* The noun phrase that ends at unit `end`, not below `low`. */
bool phrase_before(struct frame *f, size_t end, size_t low, struct speaker *s);

/* The noun phrase from unit i on, for "said X" and "according to X"; not beyond `high`. */
bool phrase_at(struct frame *f, size_t i, size_t high, struct speaker *s);

/* Subjects of verbs: quote_subject.c. */

/* The subject of the verb at unit v, looked for down to unit `low`. */
bool subject_of(struct frame *f, size_t v, size_t low, struct speaker *s);

/* "The email goes on to say": the phrase that opens the clause at `low`, before unit v. */
bool first_phrase(struct frame *f, size_t low, size_t v, struct speaker *s);

/* The main subject of the clause that begins at `low`, before unit v. */
bool clause_subject(struct frame *f, size_t low, size_t v, struct speaker *s);

/* The subject of the clause just before the participle at unit `ing`. */
bool participle_subject(struct frame *f, size_t ing, size_t low, struct speaker *s);

/* Who a phrase stands for: quote_name.c. */

/* The person at unit i: by "Ms." or "Mr." before a surname another one than it was linked to, perhaps. */
uint32_t with_honorific(const struct frame *f, size_t i);

/* Has somebody been given the office at unit `head` before? "the spokesman" is he then. */
bool office_taken(struct frame *f, size_t head);

/* Pronouns and "the minister" become the one they stand for; the name is the fullest of the article. */
struct str speaker_name(struct frame *f, struct speaker *s, struct str *id);

/* Who says a quote: quote_say.c. */

/* Who says the stretch. False: it is no quote. s->first == s->end: a quote, its speaker unknown. s->guessed: by what stood before. */
bool attribute(struct frame *f, size_t index, struct speaker *s);

/* 'NAME: "..."', '[Sound bite] NAME(Role) : "..."' */
bool after_colon(struct frame *f, const struct stretch *q, size_t low, struct speaker *s);

/* "▶ 인터뷰 : NAME / 황해도 출신" as the paragraph before the quote. */
bool label_line(struct frame *f, const struct stretch *q, struct speaker *s);

/* What stands before it: quote_before.c. */

/* The nearest verb before the quote, in its sentence, and its subject. -1: what stands in the marks is a name; 0: none. */
int before_quote(struct frame *f, const struct stretch *q, size_t low, struct speaker *s);

/* "quoted NAME as saying": NAME speaks, "NAME was quoted as saying" too. */
bool quoted_as(struct frame *f, size_t ing, size_t low, struct speaker *s);

/* "said NAME", "according to NAME" from unit i on. */
bool inverted(struct frame *f, size_t i, size_t high, struct speaker *s);

/* What stands behind it: quote_after.c. */

/* What directly follows the closing mark. */
bool after_quote(struct frame *f, const struct stretch *q, size_t low, struct speaker *s);

/* "..., said NAME" or "..., NAME said." later in the sentence. */
bool later(struct frame *f, const struct stretch *q, struct speaker *s);

/* Quotes in Korean: quote_korean.c. */

/* The same for a sentence in Korean. */
bool attribute_korean(struct frame *f, size_t index, struct speaker *s);

/* The stretch that unit i stands in, its marks included; NULL outside. */
static inline struct stretch *
stretch_at(const struct frame *f, size_t unit)
{
	uint32_t s = f->us->stretch[unit];

	return s ? &f->all.items[s - 1] : NULL;
}

/* The unit before or after i, over whole stretches; NONE at the ends. */
static inline size_t
frame_left(const struct frame *f, size_t i)
{
	const struct stretch *s;

	if (i == 0 || i == NONE)
		return NONE;
	s = stretch_at(f, i - 1);
	return s ? s->open : i - 1;
}

static inline size_t
frame_right(const struct frame *f, size_t i)
{
	const struct stretch *s = stretch_at(f, i);
	size_t next = (s ? s->close : i) + 1;

	return next < f->us->n ? next : NONE;
}

#endif
