/* Rows of the tables: their fields, flags and marks, and the forms that they name. */
#include "annot.h"
#include "gaz.h"
#include "gaz_build.h"
#include "gaz_fold.h"
#include "gaz_roman.h"
#include "utf8.h"

#include <stdio.h>

static const struct flag_word {
	const char *word;
	unsigned flag;
} flag_words[] = {
	{ "evidence", GAZ_EVIDENCE },
	{ "common", GAZ_COMMON },
	{ "exact", GAZ_EXACT },
	{ "generic", GAZ_GENERIC },
	{ "outlet", GAZ_OUTLET },
	{ "unnamed", GAZ_UNNAMED },
	{ "fixed", GAZ_FIXED },
};

static unsigned
row_flags(struct table *t, struct str words)
{
	unsigned flags = 0;

	while (words.p && words.n) {
		struct str word = str_trim(str_cut(&words, ';'));
		size_t i = 0;

		while (i < sizeof flag_words / sizeof *flag_words && !str_eq(word, str_z(flag_words[i].word)))
			i++;
		if (i == sizeof flag_words / sizeof *flag_words)
			table_die(t, "unknown flag '%.*s'", (int)word.n, word.p);
		flags |= flag_words[i].flag;
	}
	return flags;
}

/* `~` before a form: evidence needed; `?`: also a common word; `=`: these very capitals. */
static unsigned
form_marks(struct str *form)
{
	unsigned flags = 0;

	for (; form->n; *form = str_from(*form, 1)) {
		if (form->p[0] == '~')
			flags |= GAZ_EVIDENCE;
		else if (form->p[0] == '?')
			flags |= GAZ_COMMON;
		else if (form->p[0] == '=')
			flags |= GAZ_EXACT;
		else
			break;
	}
	return flags;
}

static uint32_t
same_string(struct gaz_build *b, uint32_t *seen, struct str s)
{
	if (!*seen || !str_eq(gaz_build_text(b, *seen), s))
		*seen = gaz_build_string(b, s);
	return *seen;
}

static void
check_row(struct table *t)
{
	struct str id = t->field[0], country = t->field[5];

	if (id.n == 0)
		table_die(t, "no id");
	if (entity_type(t->field[1]) >= TYPE_DATE)
		table_die(t, "'%.*s' is no type of names", (int)t->field[1].n, t->field[1].p);
	if (t->field[2].n == 0)
		table_die(t, "no name");
	if (country.n > 3)
		table_die(t, "'%.*s' is no country code", (int)country.n, country.p);
}

/* Length of the letters before the first blank or hyphen. */
static size_t
first_word(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] != ' ' && s.p[n] != '-')
		n++;
	return n;
}

/* A place written in one system of romanisation is written in the others too: if the first word of `form` is how the
 * first syllables of `hangul` are spelled in one of them, adds the form as the others spell it. */
static void
add_spellings(struct gaz_build *b, struct str hangul, const struct gaz_name *name, uint32_t record)
{
	struct str form = name->text, word = str_of(form.p, first_word(form));
	char roman[ROMAN_SYSTEMS][ROMAN_LONGEST], text[256];

	for (size_t n = 2; n <= hangul.n / 3 && n <= 5; n++) {
		size_t length[ROMAN_SYSTEMS];
		bool same = false;

		for (int i = 0; i < ROMAN_SYSTEMS; i++) {
			length[i] = gaz_roman(hangul, n, (enum roman_system)i, roman[i]);
			same |= length[i] && fold_hash(str_of(roman[i], length[i])) == fold_hash(word);
		}
		for (int i = 0; same && i < ROMAN_SYSTEMS; i++) {
			struct gaz_name other = *name;
			int total =
			    snprintf(text, sizeof text, "%.*s%.*s", (int)length[i], roman[i], (int)(form.n - word.n), form.p + word.n);

			other.text = str_of(text, (size_t)total);
			if (total < (int)sizeof text)
				gaz_forms(b, &other, record, gaz_build_later);
		}
	}
}

static void
add_place_spellings(struct gaz_build *b, struct table *t, struct gaz_name *name, uint32_t record)
{
	struct str forms = t->field[3];

	for (name->text = t->field[2]; name->text.p;) {
		struct str all = t->field[4];

		while (all.p && all.n)
			add_spellings(b, str_trim(str_cut(&all, ';')), name, record);
		name->text = forms.n ? str_trim(str_cut(&forms, ';')) : str_of(NULL, 0);
		if (name->text.p)
			name->flags = form_marks(&name->text);
	}
}

static struct str
roman(struct str hangul, size_t syllables, enum roman_system system, char out[ROMAN_LONGEST])
{
	return str_of(out, gaz_roman(hangul, syllables, system, out));
}

/* "Yi Chae-myong", if it fits. */
static void
add_person_spelling(
    struct gaz_build *b, const struct gaz_name *name, uint32_t record, struct str surname, struct str first, struct str second)
{
	char text[2 * ROMAN_LONGEST];
	int n = snprintf(text, sizeof text, "%.*s %.*s-%.*s", (int)surname.n, surname.p, (int)first.n, first.p, (int)second.n, second.p);

	if (n < (int)sizeof text)
		gaz_build_later(b, str_of(text, (size_t)n), record, name->flags);
}

/* A Korean is spelled by all systems, whichever the table prefers: Lee Jae-myung is Yi Chae-myong, too. The surname may stay as its bearer
 * spells it. The syllables of a given name are spelled each by itself, but for the consonant between them: Chae-myong, Tae-jung. */
static void
add_person_spellings(struct gaz_build *b, struct str hangul, const struct gaz_name *name, uint32_t record)
{
	struct str own = str_of(name->text.p, first_word(name->text)), given = str_from(hangul, hangul.n < 3 ? 0 : 3);

	if (given.n != 6)
		return;
	for (int i = 0; i < ROMAN_SYSTEMS; i++) {
		enum roman_system system = (enum roman_system)i;
		char text[4][ROMAN_LONGEST];
		struct str surname =
		    str_starts(hangul, STR("이")) ? STR("Yi") : roman(hangul, 1, system, text[0]); /* nobody is called "I" */
		struct str first = roman(given, 1, system, text[1]), second = roman(str_from(given, 3), 1, system, text[2]);
		struct str joined = roman(given, 2, system, text[3]),
			   voiced = str_starts(joined, first) ? str_from(joined, first.n) : second;

		add_person_spelling(b, name, record, surname, first, second);
		add_person_spelling(b, name, record, surname, first, voiced);
		add_person_spelling(b, name, record, own, first, second);
		add_person_spelling(b, name, record, own, first, voiced);
	}
}

static void
add_forms(struct gaz_build *b, struct str list, struct gaz_name *name, uint32_t record)
{
	while (list.p && list.n) {
		struct str form = str_trim(str_cut(&list, ';'));

		name->flags = form_marks(&form);
		name->text = form;
		gaz_forms(b, name, record, gaz_build_form);
	}
}

void
gaz_build_row(struct gaz_build *b, struct table *t)
{
	struct gaz_record record = { 0 };
	struct gaz_name name = { .lower_heads = true };
	struct str country = t->field[5];
	unsigned flags;
	uint32_t number;

	check_row(t);
	flags = row_flags(t, t->field[7]) | b->flags;
	record.type = (uint32_t)entity_type(t->field[1]);
	record.id = gaz_build_string(b, t->field[0]);
	record.name = gaz_build_string(b, t->field[2]);
	record.kind = same_string(b, &b->kind_seen, t->field[6]);
	memcpy(record.country, country.p, country.n);
	record.flags = (uint16_t)(flags & (GAZ_OUTLET | GAZ_USER));
	number = gaz_build_record(b, &record);
	name.person = record.type == TYPE_PERSON;
	name.korean = str_eq(country, STR("KR")) || str_eq(country, STR("KP"));
	if (!(flags & GAZ_UNNAMED)) {
		name.text = t->field[2];
		name.flags = flags & (GAZ_EVIDENCE | GAZ_COMMON | GAZ_EXACT | GAZ_GENERIC);
		gaz_forms(b, &name, number, gaz_build_form);
	}
	add_forms(b, t->field[3], &name, number);
	add_forms(b, t->field[4], &name, number);
	if (name.korean && gaz_is_place(record.type) && !(flags & GAZ_FIXED)) {
		name.flags = flags & (GAZ_EVIDENCE | GAZ_COMMON | GAZ_EXACT);
		add_place_spellings(b, t, &name, number);
	}
	if (name.korean && name.person && !(flags & GAZ_FIXED)) {
		name.text = t->field[2];
		name.flags = flags & (GAZ_EVIDENCE | GAZ_COMMON | GAZ_EXACT);
		add_person_spellings(b, t->field[4], &name, number);
	}
}
