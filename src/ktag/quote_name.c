/* Who a phrase stands for: pronouns, offices taken up again, the fullest name of the article. */
#include "ktag_lists.h"
#include "quote_frame.h"
#include "role_name.h"

enum { ROLES_TRIED = 64, PERSONS_TRIED = 12 };

/* Heads that stand for one another when a title is taken up again, a group each. */
static const char *const same_offices[] = { SAME_OFFICES };

static bool
in_group(const char *group, struct str word)
{
	struct str rest = str_z(group);

	if (str_last(word) == '.')
		word.n--;
	while (rest.p)
		if (str_eq_nocase(str_cut(&rest, ' '), word))
			return true;
	return false;
}

static bool
same_office(struct str a, struct str b)
{
	if (str_eq_nocase(a, b))
		return true;
	for (size_t i = 0; i < sizeof same_offices / sizeof *same_offices; i++)
		if (in_group(same_offices[i], a) && in_group(same_offices[i], b))
			return true;
	return false;
}

/* "country/kr" and "people/kr" are one state. */
static struct str
state_of(const struct frame *f, size_t i)
{
	struct str id = unit_mention(f->us, i)->id;

	str_cut(&id, '/');
	return id;
}

/* Does the place at unit i contradict the title of a row? "the Russian president" is not the "U.S. President". */
static bool
other_state(const struct frame *f, const struct role_found *row, size_t i)
{
	for (size_t k = row->head; k-- > 0 && f->us->items[k].start >= row->row.start;)
		if (unit_place(f->us, k))
			return state_of(f, k).n && state_of(f, i).n && !str_eq(state_of(f, k), state_of(f, i));
	return false;
}

/* Is the title of a row what the units [b, head] say? */
static bool
fits(struct frame *f, const struct role_found *row, size_t b, size_t head)
{
	if (!same_office(unit_str(f->us, head), unit_str(f->us, row->head)))
		return false;
	if (unit_says(f->us, head, "president")) { /* the majority leader and the vice president are no presidents */
		if (!unit_says(f->us, row->head, "president") && !(row->head > 0 && unit_place(f->us, row->head - 1)))
			return false;
		if (head == b && str_has_nocase(row->row.title, STR("vice")))
			return false;
	}
	for (size_t i = b; i < head; i++)
		if (unit_place(f->us, i) && other_state(f, row, i))
			return false;
		else if (f->us->items[i].kind != UNIT_POSS && !unit_place(f->us, i) && !unit_type(f->us, i, TYPE_ORG)
		    && !str_has_nocase(row->row.title, unit_str(f->us, i)) && !str_has_nocase(row->row.org, unit_str(f->us, i))
		    && !unit_among(f->us, i, "former then"))
			return false;
	return true;
}

/* "the North Korean leader", whom the text has not given that office: the first person of that state it names. */
static uint32_t
by_state(const struct frame *f, size_t b, size_t head)
{
	struct str state;

	if (head != b + 2 || !unit_says(f->us, head, "leader") || !unit_place(f->us, b + 1))
		return NONE;
	state = state_of(f, b + 1);
	for (size_t p = 0, n = persons_before(f->us, b); p < n && p < PERSONS_TRIED && state.n; p++) {
		uint32_t m = f->us->items[f->us->persons[p]].what;
		struct str id = f->d->mentions[m].id;

		if (str_eq(str_cut(&id, '/'), state))
			return m;
	}
	return NONE;
}

/* "the minister", "the defense minister": the person who last was given that title. */
static uint32_t
by_role(struct frame *f, const struct speaker *s)
{
	size_t b = s->first, head = first_preposition(f, s->first, s->end) - 1;
	int n = 0;

	if (head <= b || !(unit_word(f->us, head) & WORD_HEAD) || unit_says(f->us, head, "official")
	    || !unit_says(f->us, b, "the"))
		return NONE;
	while (f->roles_seen < f->roles->n && f->roles->items[f->roles_seen].row.start < f->us->items[b].start)
		f->roles_seen++;
	frame_follow(f, frame_sentence(f, b));
	uint32_t alike = NONE; /* "the president": a president before a leader and a former one */
	uint32_t about = f->subject == NONE ? NONE : f->d->mentions[f->subject].entity;

	for (size_t r = f->roles_seen; r-- > 0 && n < ROLES_TRIED; n++) {
		const struct role_found *row = &f->roles->items[r];

		if (!fits(f, row, b + 1, head))
			continue;
		if (row->person == about) /* of two generals the one whom the text is about */
			return about;
		if (str_eq_nocase(unit_str(f->us, head), unit_str(f->us, row->head))
		    && !(str_starts(row->row.title, STR("former ")) || str_starts(row->row.title, STR("Former "))))
			return row->person;
		if (alike == NONE)
			alike = row->person;
	}
	return alike == NONE ? by_state(f, b, head) : alike;
}

bool
office_taken(struct frame *f, size_t head)
{
	for (size_t r = 0; r < f->roles->n && r < ROLES_TRIED && f->roles->items[r].row.start < f->us->items[head].start; r++)
		if (same_office(unit_str(f->us, head), unit_str(f->us, f->roles->items[r].head)))
			return true;
	return false;
}

/* Capitals only: an acronym stands for its long form. */
static bool
acronym(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!(s.p[i] >= 'A' && s.p[i] <= 'Z'))
			return false;
	return s.n > 1;
}

/* 국정원 of 국가정보원, 합참 of 합동참모본부: syllables of the long name in their order, from its first one on. */
static bool
hangul_short(struct str full, struct str name)
{
	size_t i = 0;

	if (!name_hangul(name) || full.n < 3 || memcmp(full.p, name.p, 3) != 0)
		return false;
	for (size_t k = 0; k + 3 <= full.n && i + 3 <= name.n; k += (uint8_t)full.p[k] < 0x80 ? 1 : 3)
		if (memcmp(full.p + k, name.p + i, 3) == 0)
			i += 3;
	return i == name.n;
}

/* Does the long name hold every word of the short one? "the Pentagon" and "Department of War" are one body under two names. */
static bool
spells_out(struct str full, struct str name)
{
	if (acronym(name) || hangul_short(full, name))
		return true;
	while (name.p) {
		struct str word = str_cut(&name, ' ');

		if (!str_has_nocase(full, word))
			return false;
	}
	return true;
}

static enum gender gender_of(const struct frame *f, uint32_t mention);

/* "Ms. Kim": another Kim than the man the surname was linked to, if the text has named one. */
uint32_t
with_honorific(const struct frame *f, size_t i)
{
	uint32_t m = f->us->items[i].what;
	enum gender wanted = UNKNOWN, has;

	if (i > 0 && (unit_word(f->us, i - 1) & WORD_HON)) {
		struct str hon = unit_str(f->us, i - 1);

		wanted = str_starts(hon, STR("Ms")) || str_starts(hon, STR("Mrs")) || str_starts(hon, STR("Miss")) ? WOMAN
		    : str_starts(hon, STR("Mr"))								   ? MAN
														   : UNKNOWN;
	}
	has = wanted == UNKNOWN ? UNKNOWN : gender_of(f, m);
	if (has == UNKNOWN || has == wanted)
		return m;
	for (size_t p = persons_before(f->us, i), n = 0; p-- > 0 && n < PERSONS_TRIED; n++) {
		uint32_t other = f->us->items[f->us->persons[p]].what;

		if (gender_of(f, other) == wanted && str_has_nocase(name_str(f->d, role_fullest(f->roles, f->d, other)), name_str(f->d, m)))
			return other;
	}
	return m;
}

static struct str
mention_name(struct frame *f, uint32_t m, struct str *id)
{
	uint32_t full = role_fullest(f->roles, f->d, m);
	const struct mention *x = &f->d->mentions[m];

	if (x->type == TYPE_PERSON
	    || ((x->type == TYPE_ORG || !name_hangul(name_str(f->d, m))) && spells_out(name_str(f->d, full), name_str(f->d, m))))
		x = &f->d->mentions[full];

	*id = f->d->mentions[m].id.n ? f->d->mentions[m].id : x->id;
	return mention_str(f->d, x);
}

static enum gender
gender_of_name(const struct frame *f, struct str rest)
{
	struct str first = str_cut(&rest, ' ');
	bool surname = rest.n && memchr(rest.p, '-', rest.n); /* Jo Bok-rae is no Jo */
	uint32_t found = surname ? 0 : role_word_exact(f->given, first);
	char given[32];

	if (found || rest.n == 0 || rest.n >= sizeof given)
		return (enum gender)found;
	for (size_t i = 0; i < rest.n; i++)
		given[i] = rest.p[i] == ' ' ? '-' : rest.p[i];
	return (enum gender)role_word_exact(f->given, str_of(given, rest.n));
}

/* By the fullest name of the article, else by the gazetteer's, else by what the text has called him so far. */
static enum gender
gender_of(const struct frame *f, uint32_t mention)
{
	const struct mention *m = &f->d->mentions[mention];
	enum gender g = gender_of_name(f, name_str(f->d, role_fullest(f->roles, f->d, mention)));

	if (g == UNKNOWN && m->name.n)
		g = gender_of_name(f, m->name);
	if (g != UNKNOWN)
		return g;
	return f->told[WOMAN] == m->entity ? WOMAN : f->told[MAN] == m->entity ? MAN : UNKNOWN;
}

/* Whom the pronoun at unit i, of this gender, means: the person the text is about, unless the name says otherwise. */
static uint32_t
meant(const struct frame *f, size_t i, enum gender wanted)
{
	enum gender has = f->subject == NONE ? UNKNOWN : gender_of(f, f->subject);

	if (f->subject != NONE && (has == wanted || has == UNKNOWN))
		return f->subject;
	for (size_t p = persons_before(f->us, i), n = 0; p-- > 0 && n < PERSONS_TRIED; n++) {
		uint32_t person = f->us->items[f->us->persons[p]].what;

		if (stretch_at(f, f->us->persons[p]))
			continue;
		has = gender_of(f, person);
		if (has == wanted || has == UNKNOWN)
			return person;
	}
	if (f->subject == NONE && f->us->persons_n) { /* "He has said so before, Kim told ...": the name follows */
		size_t next = persons_before(f->us, i);

		return f->us->items[f->us->persons[next < f->us->persons_n ? next : next - 1]].what;
	}
	return NONE;
}

/* "the Ohio Republican", "the 47-year-old teacher from Paju": another way to speak of the person the text is about. */
static bool
by_epithet(struct frame *f, const struct speaker *s)
{
	struct str last = unit_str(f->us, s->end - 1);

	if (!unit_says(f->us, s->first, "the") || s->end < s->first + 2)
		return false;
	if (str_ends(unit_str(f->us, s->first + 1), STR("-year-old")))
		return true;
	return s->end <= s->first + 4 && (str_eq(last, STR("Republican")) || str_eq(last, STR("Democrat")));
}

/* A word that is no mention, but one word of a name before it: "Fico", where only "Robert Fico" was known. */
static uint32_t
by_surname(const struct frame *f, size_t i)
{
	struct str word = unit_str(f->us, i);

	for (size_t p = persons_before(f->us, i), n = 0; p-- > 0 && n < PERSONS_TRIED; n++) {
		uint32_t m = f->us->items[f->us->persons[p]].what;
		struct str rest = name_str(f->d, m);

		while (rest.p)
			if (str_eq(str_cut(&rest, ' '), word))
				return m;
	}
	return NONE;
}

/* The person of the mention, or the body; the text is about him from now on. */
static struct str
mention_speaker(struct frame *f, struct speaker *s, struct str *id)
{
	if (f->d->mentions[s->mention].type == TYPE_PERSON) {
		if (unit_mention(f->us, s->first))
			s->mention = with_honorific(f, s->first);
		f->subject = s->mention;
		f->unnamed = (struct speaker){ 0 };
		f->spoke = s->first;
	} else {
		f->thing = *s;
	}
	return mention_name(f, s->mention, id);
}

/* "A spokesman denied what he called ...": the office that opens the sentence of the pronoun. */
static bool
opening_office(struct frame *f, size_t low, size_t pronoun_at, struct speaker *head)
{
	return (unit_word(f->us, low) & WORD_DET) && clause_subject(f, low, pronoun_at, head) && head->mention == NONE && head->first == low
	    && head->end < pronoun_at && (unit_word(f->us, first_preposition(f, low, head->end) - 1) & WORD_HEAD);
}

/* "As NAME's eyes reddened, he said": whose something the clause before the pronoun at unit i is about, if nobody else is named there. */
static uint32_t
owner_before(struct frame *f, size_t low, size_t i)
{
	if (!(frame_say(f, low) & SAY_CLAUSE) || !unit_is(f->us, i - 1, ','))
		return NONE;
	for (size_t k = low; k < i; k++)
		if (unit_type(f->us, k, TYPE_PERSON))
			return possessor(f, k) ? f->us->items[k].what : NONE;
	return NONE;
}

/* Whom "he", "she" stand for. */
static struct str
pronoun_speaker(struct frame *f, struct speaker *s, struct str *id)
{
	size_t low = frame_sentence(f, s->first);
	enum gender gender = unit_among(f->us, s->first, "she her") ? WOMAN : MAN;
	uint32_t person;

	frame_follow(f, low);
	follow_sentence(f, low, s->first);
	person = owner_before(f, low, s->first);
	if (person != NONE) {
		f->subject = person;
		f->unnamed = (struct speaker) { 0 };
	}
	if (f->unnamed.end > f->unnamed.first) {
		*s = f->unnamed;
		return unit_span(f->us, s->first, s->end);
	}
	person = meant(f, s->first, gender);
	if (person != NONE) {
		f->subject = person;
		f->told[gender] = f->d->mentions[person].entity;
		return mention_name(f, person, id);
	}
	if (f->subject == NONE && f->named.end > f->named.first)
		*s = f->named;
	else if (f->subject == NONE && f->before.end > f->before.first + 1 && f->before.mention == NONE)
		*s = f->before; /* said one of the men. "...," he added. */
	return unit_span(f->us, s->first, s->end);
}

/* What "it", "they" stand for; other pronouns stand as they are. */
static struct str
thing_speaker(struct frame *f, const struct speaker *s, struct str *id)
{
	size_t low = frame_sentence(f, s->first);
	uint32_t subject;

	frame_follow(f, low);
	subject = f->subject;
	if (pronoun_thing(f, s->first))
		follow_sentence(f, low, s->first);
	f->subject = subject;
	if (unit_among(f->us, s->first, "they their them") && f->several.end > f->thing.end)
		return unit_span(f->us, f->several.first, f->several.end);
	if (!pronoun_thing(f, s->first) || f->thing.end == f->thing.first)
		return unit_span(f->us, s->first, s->end);
	if (f->thing.mention != NONE)
		return mention_name(f, f->thing.mention, id);
	return unit_span(f->us, f->thing.first, f->thing.end);
}

/* The person a noun phrase means: by his office, his age or party, one word of his name; NONE if it stands for itself. */
static uint32_t
phrase_person(struct frame *f, const struct speaker *s)
{
	uint32_t person = by_role(f, s);

	if (person == NONE && by_epithet(f, s)) {
		frame_follow(f, frame_sentence(f, s->first));
		person = f->subject;
	}
	if (person != NONE) {
		f->spoke = s->first;
		f->unnamed = (struct speaker){ 0 };
		return person;
	}
	return s->end == s->first + 1 && unit_capital(f->us, s->first) ? by_surname(f, s->first) : NONE;
}

struct str
speaker_name(struct frame *f, struct speaker *s, struct str *id)
{
	struct speaker head;
	bool single = s->end == s->first + 1;
	uint32_t person;

	*id = str_of(NULL, 0);
	if (s->end == s->first)
		return STR("?");
	if (s->mention == NONE && single && pronoun_person(f, s->first)) {
		if (!opening_office(f, frame_sentence(f, s->first), s->first, &head))
			return pronoun_speaker(f, s, id);
		s->first = head.first;
		s->end = head.end;
	}
	if (s->mention != NONE)
		return mention_speaker(f, s, id);
	if (single && s->end == s->first + 1 && ((frame_say(f, s->first) & SAY_PRON) || pronoun_thing(f, s->first)))
		return thing_speaker(f, s, id);
	while (s->first + 1 < s->end && (unit_word(f->us, s->first) & WORD_HON))
		s->first++;
	person = phrase_person(f, s);
	if (person != NONE) {
		f->subject = person;
		return mention_name(f, person, id);
	}
	if (unit_capital(f->us, s->first) && s->end - s->first < 4)
		f->named = *s;
	if (several(f, s))
		f->several = *s;
	else if (!person_noun(f, first_preposition(f, s->first, s->end) - 1)) /* an official is no "it" */
		f->thing = *s;
	return unit_span(f->us, s->first, s->end);
}
