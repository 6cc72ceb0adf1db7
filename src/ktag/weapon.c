/* Weapons by the grammar of their designations: "F-35B", "KN-30", "Hwasong-11Da-4.5", "K9", "Type 209", "USS Higgins". */
#include "scan.h"

static bool
has_digit(struct str w)
{
	return str_digit(w, 0) < w.n;
}

uint32_t
weapon_word(const struct token_word *t, struct str word)
{
	uint32_t says = t->classes & (CLASS_WEAPON | CLASS_SHIP) || (t->flags & TOKEN_UPPER && word_among(word, "II III IV"))
		|| (word.n > 1 && word.p[0] == 'K' && is_digit(word.p[1]))
	    ? NAME_WEAPON
	    : 0;

	if (t->flags & TOKEN_UPPER && word_among(word, HULL_LETTERS))
		return says | NAME_HULL;
	return says | (word_among(word, "type mk mark") ? NAME_MARK : 0);
}

/* What looks like a designation and is none. */
static bool
not_weapon(const struct doc *d, size_t i)
{
	return word_in(d, i, NO_DESIGNATIONS);
}

/* "Hwasong-17", "Hyunmoo-V", "화성-18형": a family, a hyphen or blank, a number. Returns its last token, i if there is none. */
static size_t
family_number(const struct doc *d, size_t i)
{
	size_t last = i;

	if (is_hyphen(d, i + 1) && (tok(d, i + 2)->kind == TOKEN_NUMBER || word_in(d, i + 2, "I II III IV V VI VII X") || is_roman(d, i + 2)
	    || (is_capital(d, i + 2) && (length(d, i + 2) == 1 || (length(d, i + 2) <= 4 && has_digit(doc_span(d, i + 2, i + 2)))))))
		last = i + 2;
	else if (tok(d, i + 1)->kind == TOKEN_NUMBER && is_spaced(d, i + 1) && length(d, i + 1) <= 3
	    && !(is_mark(d, i + 2, MARK_COMMA) && tok(d, i + 3)->kind == TOKEN_NUMBER))
		last = i + 1;
	else
		return i;
	/* Hwasong-11Da-4.5, KSS-III Batch-II */
	if (is_hyphen(d, last + 1) && tok(d, last + 2)->kind == TOKEN_NUMBER)
		last += 2;
	return last;
}

size_t
weapon_block(const struct doc *d, size_t last)
{
	size_t n = last + 2;

	if (!word_in(d, last + 1, "Block Blk") || !is_capital(d, last + 1)
	    || !(tok(d, n)->kind == TOKEN_NUMBER || (is_capital(d, n) && is_upper(d, n) && length(d, n) <= 4)))
		return last;
	return is_mark(d, n + 1, MARK_SLASH) && is_glued(d, n + 1) && tok(d, n + 2)->kind == TOKEN_NUMBER ? n + 2 : n;
}

/* The nickname after a designation: "RQ-4 Global Hawk", "MK 39 EMATT". The gazetteer knows the usual ones. */
static size_t
nickname(const struct scan *s, size_t last)
{
	const struct doc *d = s->d;
	size_t i = last + 1;
	static struct list names = LIST_ITEM(WEAPON_NICKNAMES);

	if (weapon_block(d, last) > last)
		return weapon_block(d, last);
	if (!is_spaced(d, i) || !is_capital(d, i) || word_in(d, i, WEAPON_NOUNS))
		return last;
	if (word_in(d, i, "Global Super Black Gray Fighting Night") && word_listed(d, i + 1, &names))
		i++;
	/* KN-02 Toksa, CH-47D Chinooks: a name of its own, or a word that is nothing else */
	if (known_as(s, i, TYPE_WEAPON) && known(s, i)->start == tok(d, i)->start && known(s, i)->end == tok(d, i)->end)
		return i;
	if (!word_listed(d, i, &names)
	    && (known(s, i) || is_capital(d, i + 1) || tok(d, i)->flags & (TOKEN_UPPER | TOKEN_OPENS) || length(d, i) < 4
		|| is_hyphen(d, i + 1)
		|| has_class(d, i,
		    CLASS_CALENDAR | CLASS_NATION | CLASS_COMMON | CLASS_ORG | CLASS_TITLE | CLASS_UNIT | CLASS_RANK | CLASS_EVENT
			| CLASS_FACILITY | CLASS_MODIFIER | CLASS_SURNAME | CLASS_GIVEN)))
		return last;
	return word_in(d, i + 1, "II III") ? i + 1 : i;
}

static void
add(struct scan *s, size_t a, size_t last, const char *rule)
{
	const struct doc *d = s->d;

	struct mention *m;

	if (word_in(d, last + 1, "no zone airspace area") && !word_is(d, last + 2, "longer"))
		return;
	m = add_span(s, TYPE_WEAPON, a, nickname(s, last), rule);
	while (m->end > m->start && (uint8_t)d->text.p[m->end - 1] >= 0x80 && (uint8_t)d->text.p[m->start] < 0x80)
		m->end--; /* a Hangul particle behind the number */
}

/* One to four capitals, a hyphen, a number: "F-35B", "KN-23", "Su-57", "MiG-29"; but squadrons, "VMFA-242", are units. */
static bool
designation(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t n = length(d, i), last;

	if (word_in(d, i, SQUADRONS) && is_upper(d, i) && is_hyphen(d, i + 1) && tok(d, i + 2)->kind == TOKEN_NUMBER) {
		add_span(s, TYPE_ORG, i, i + 2, "squadron");
		return true;
	}
	if (!is_hyphen(d, i + 1) || tok(d, i + 2)->kind != TOKEN_NUMBER || (i > 0 && is_mark(d, i - 1, MARK_HYPHEN) && is_glued(d, i)))
		return false;
	if (length(d, i + 2) > 6 || not_weapon(d, i) || word_in(d, i + 3, "visa team squad highway vitamin form kit")
	    || (i > 0 && word_in(d, i - 1, "form visa route highway grade gate page")))
		return true;
	if (word_is(d, i, "MH") && (str_eq(doc_span(d, i + 2, i + 2), STR("17")) || str_eq(doc_span(d, i + 2, i + 2), STR("370"))))
		return true; /* flights, not helicopters */
	/* Fateh-110, Kosmos-2558; but Zapad-2021 is an exercise */
	if (n >= 4 && !has_digit(doc_span(d, i, i)) && !has_class(d, i, CLASS_WEAPON) && !(tok(d, i)->flags & (TOKEN_UPPER | TOKEN_OPENS))
	    && !known(s, i)
	    && !has_class(d, i,
		CLASS_COMMON | CLASS_CALENDAR | CLASS_NATION | CLASS_EVERYDAY | CLASS_TITLE | CLASS_ORG | CLASS_EVENT | CLASS_UNIT
		    | CLASS_REGION | CLASS_LAW | CLASS_MODIFIER | CLASS_FACILITY)) {
		bool year = length(d, i + 2) == 4 && d->text.p[tok(d, i + 2)->start] == '2' && d->text.p[tok(d, i + 2)->start + 1] == '0';
		add_span(s, year ? TYPE_EVENT : TYPE_WEAPON, i, i + 2, year ? "name and year" : "name and number");
		return true;
	}
	/* EIRSAT-1, ANASIS-2 */
	bool satellite = n > 4 && n <= 8 && is_upper(d, i) && length(d, i + 2) <= 2 && !tok(d, i)->classes;
	if (n > 4 && !has_class(d, i, CLASS_WEAPON) && !satellite)
		return true;
	if (n > 2 && !is_upper(d, i) && !has_class(d, i, CLASS_WEAPON) && !word_in(d, i, "MiG Mig Tu Su Yak"))
		return true;
	last = i + 2;
	if (is_hyphen(d, last + 1) && tok(d, last + 2)->kind == TOKEN_NUMBER)
		last += 2;
	/* F/A-18 Hornets */
	bool slash = i > 1 && word_is(d, i, "A") && is_mark(d, i - 1, MARK_SLASH) && is_glued(d, i) && word_is(d, i - 2, "F");
	add(s, slash ? i - 2 : i, last, "designation");
	return true;
}

/* "KSS-III", "KDX-II"; "KF-X fighter", "L-SAM missiles": letters on both sides of the hyphen. */
static bool
lettered(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last = i + 2;

	if (!is_hyphen(d, i + 1) || !is_capital(d, last) || length(d, i) > 4 || length(d, last) > 4 || is_hyphen(d, last + 1)
	    || !(length(d, i) == 1 || is_upper(d, i)) || (i > 0 && is_hyphen(d, i - 1)) || known(s, last))
		return false;
	bool roman = word_in(d, last, "II III IV") && is_upper(d, last) && length(d, i) >= 2;
	if (!roman
	    && !(word_in(d, last + 1, LETTERED_ARMS)
		&& (length(d, last) == 1 || is_upper(d, last))))
		return false;
	add(s, i, last, "designation");
	return true;
}

/* "K9", "T72", "PAC3" as one word; only letters that makers use so, and where arms are talked of. */
static bool
fused(const struct doc *d, size_t i)
{
	struct str w = doc_span(d, i, i);

	if (w.n < 2 || w.n > 6 || w.p[0] != 'K' || !is_digit(w.p[1]))
		return false;
	return !is_mark(d, i + 1, MARK_HYPHEN);
}

static size_t
ship(const struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last = i;

	if (!is_upper(d, i))
		return i;
	/* "MS PORTER: Good morning": who speaks, not a motor ship */
	if (has_class(d, i, CLASS_HONORIFIC) && (is_mark(d, i + 2, MARK_COLON) || is_mark(d, i + 3, MARK_COLON)))
		return i;
	/* "USS Benfold Conducts Port Visit": in a heading the table's name is all of it */
	if (in_heading(d, i) && known_as(s, i, TYPE_WEAPON) && known(s, i)->token == i)
		return i;
	/* USS Nimitz Carrier Strike Group is more than the ship */
	while (last < i + 5 && is_spaced(d, last + 1) && is_capital(d, last + 1) && !word_in(d, last + 1, "carrier expeditionary strike")
	    && !has_class(d, last + 1, CLASS_TITLE) && (last == i || !(has_class(d, last + 1, CLASS_COMMON)
	    || (is_hyphen(d, last + 2) && is_lower(d, last + 3) && !has_class(d, last + 3, CLASS_SYLLABLE))))) {
		last++;
		if (is_hyphen(d, last + 1) && is_word(d, last + 2))
			last += 2;
		if (last + 2 < d->tokens_n && length(d, last) == 1 && is_mark(d, last + 1, MARK_DOT))
			last++;
	}
	/* Sejong the Great */
	if (last > i && word_is(d, last + 1, "the") && is_capital(d, last + 2) && tok(d, last + 2)->flags & TOKEN_CAPITAL
	    && word_is(d, last + 2, "great"))
		last += 2;
	return last;
}

/* "Hwasong rockets": families that are nothing but weapons, without their number. */
static bool
bare_family(const struct scan *s, size_t i)
{
	return word_in(s->d, i, BARE_FAMILIES)
	    && !known(s, i) && !(is_hyphen(s->d, i + 1) && is_lower(s->d, i + 2)) && !is_capital(s->d, i + 1);
}

/* "cargo ship Angara"; a bare "ship" has no name behind it but by chance. */
static bool
takes_name(const struct doc *d, size_t i)
{
	return !word_in(d, i, "ship ships boat boats") || word_in(d, i - 1, NAMED_SHIPS);
}

/* The last token of the ship's name that begins at j, behind a word for ships: "Choe Hyon", "Stena Immaculate 2", "Frankfurt am Main". 0 if
 * none does. */
static size_t
ship_end(const struct scan *s, size_t j)
{
	const struct doc *d = s->d;
	size_t last = j;

	if (!is_capital(d, j) || !is_spaced(d, j) || has_class(d, j, CLASS_NATION | CLASS_CALENDAR | CLASS_SHIP | CLASS_ORG | CLASS_UNIT)
	    || (has_class(d, j, CLASS_TITLE) && !known_as(s, j, TYPE_WEAPON)) || (has_class(d, j, CLASS_COMMON) && !is_capital(d, j + 1))
	    || (is_upper(d, j) && word_exactly(doc_span(d, j, j), NO_BODIES)))
		return 0;
	while (last < j + 3 && is_capital(d, last + 1) && is_spaced(d, last + 1) && !has_class(d, last + 1, CLASS_TITLE))
		last++;
	if (is_hyphen(d, last + 1) && is_lower(d, last + 2) && !has_class(d, last + 2, CLASS_SYLLABLE))
		return 0;
	if (is_hyphen(d, last + 1) && (is_word(d, last + 2) || tok(d, last + 2)->kind == TOKEN_NUMBER))
		last += 2;
	if (tok(d, last + 1)->kind == TOKEN_NUMBER && length(d, last + 1) <= 2 && is_spaced(d, last + 1))
		last++;
	return word_in(d, last + 1, "am de del of") && is_capital(d, last + 2) ? last + 2 : last;
}

/* "destroyer Choe Hyon", "destroyers, the Kirishima and the Chokai", "the carrier, George Washington, docked": names behind a word for
 * ships. */
static void
ships_after(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	bool several = d->text.p[tok(d, i)->end - 1] == 's';
	size_t j = i + 1;

	for (int n = 0; n < 8 && takes_name(d, i); n++) {
		if (is_mark(d, j, MARK_COMMA))
			j++;
		if (n > 0 && word_is(d, j, "and"))
			j++;
		bool named = word_in(d, j, "the named called"), apposed = !named && j > i + 1 && !several;
		j += named;
		size_t last = ship_end(s, j);
		if (!last
		    || (known(s, j) && !known_as(s, j, TYPE_PERSON) && !known_place(s, j) && !(several && known_as(s, j, TYPE_WEAPON))))
			return;
		if (n == 0 && j > i + 1 && known_as(s, j, TYPE_GPE) && has_class(d, last, CLASS_NATION))
			return; /* "nuclear submarines, South Korea's capability": no ship */
		if (apposed
		    && (!word_in(d, i, "carrier destroyer frigate cruiser submarine") || is_hyphen(d, i - 1) || last == j
			|| !has_class(d, j, CLASS_GIVEN) || !is_mark(d, last + 1, MARK_COMMA)))
			return;
		if (!known_as(s, j, TYPE_WEAPON))
			add_span(s, TYPE_WEAPON, j, last, "ship behind its type");
		if (known_place(s, j) && !in_heading(d, j))
			s->d->mentions[s->known[j] - 1].flags |= MENTION_WEAK; /* the destroyer Zibo: not the town */
		j = last + 2;
		if (!(word_is(d, last + 1, "and") || is_mark(d, last + 1, MARK_COMMA)) || !(word_is(d, j, "the") || several))
			return;
	}
}

/* "Gumdoksuri-class": a class of ships. "KN-23-class": the missile alone. Tried at the word "class". */
static void
rule_class(struct scan *s, size_t h)
{
	const struct doc *d = s->d;
	size_t a, last = h - 2;

	if (h < 2 || !is_hyphen(d, h - 1) || !word_is(d, h, "class") || !is_capital(d, last) || has_class(d, last, CLASS_COMMON)
	    || word_in(d, last, "ICBM IRBM MRBM SRBM SLBM LRBM"))
		return;
	a = last;
	if (known(s, a))
		a = known(s, a)->token;
	while (a > 0 && a + 4 > last
	    && ((is_capital(d, a - 1) && is_spaced(d, a) && !has_class(d, a - 1, CLASS_NATION | CLASS_TITLE)
		    && !known_as(s, a - 1, TYPE_ORG)
		    && !(is_opening(d, a - 1) && has_class(d, a - 1, CLASS_COMMON)))
		|| (word_is(d, a - 1, "the") && word_is(d, a, "great"))))
		a--;
	if (is_word(d, a) && is_capital(d, a))
		add_span(s, TYPE_WEAPON, a, known_as(s, last, TYPE_WEAPON) || has_class(d, a, CLASS_WEAPON) ? last : h,
		    "class of ships or arms");
}

void
rule_ships(struct scan *s, size_t i)
{
	if (word_is(s->d, i, "class"))
		rule_class(s, i);
	else
		ships_after(s, i);
}

/* "CVN 73", "DDG-105", "SSN 768": hull numbers. */
static bool
hull(const struct doc *d, size_t i)
{
	return name_word(d, i) & NAME_HULL && tok(d, i + 1)->kind == TOKEN_NUMBER && is_spaced(d, i + 1) && length(d, i + 1) <= 4;
}

/* "the Sea Sword III": a Roman numeral behind an unknown name with an article. Popes and kings have none. */
static bool
marked(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t a = i;

	if (!is_upper(d, i) || !word_in(d, i, "II III IV") || in_heading(d, i) || is_capital(d, i + 1) || is_hyphen(d, i + 1))
		return false;
	while (a > 0 && a + 3 > i && is_capital(d, a - 1) && is_spaced(d, a) && !known(s, a - 1) && !not_weapon(d, a - 1)
	    && !has_class(
		d, a - 1, CLASS_COMMON | CLASS_TITLE | CLASS_CALENDAR | CLASS_NATION | CLASS_EVENT | CLASS_LAW | CLASS_ORG | CLASS_UNIT)
	    && !word_in(d, a - 1, "war world class part type mark annex title camp category stage"))
		a--;
	if (a == i || a == 0 || !word_in(d, a - 1, "the a its"))
		return false;
	add_span(s, TYPE_WEAPON, a, i, "name and Roman numeral");
	return true;
}

void
rule_weapon(struct scan *s, size_t i)
{
	const struct doc *d = s->d;
	size_t last;

	if (has_class(d, i, CLASS_WEAPON) && (last = family_number(d, i)) > i) {
		add(s, i, last, "weapon family and number");
	} else if (has_class(d, i, CLASS_WEAPON) && bare_family(s, i)) {
		add_span(s, TYPE_WEAPON, i, i, "weapon family");
	} else if (hull(d, i)) {
		add_span(s, TYPE_WEAPON, i, i + 1, "hull number");
	} else if (designation(s, i) || lettered(s, i) || marked(s, i)) {
		return;
	} else if (has_class(d, i, CLASS_SHIP) && (last = ship(s, i)) > i) {
		add_span(s, TYPE_WEAPON, i, last, "ship");
	} else if (fused(d, i)) {
		add(s, i, i, "designation");
	} else if (name_word(d, i) & NAME_MARK && tok(d, i + 1)->kind == TOKEN_NUMBER && is_spaced(d, i + 1)
	    && length(d, i + 1) >= 2 && length(d, i + 1) <= 4) {
		last = i + 1;
		if (word_is(d, i, "mk") && is_capital(d, i + 2) && is_upper(d, i + 2))
			last = i + 2;
		add_span(s, TYPE_WEAPON, i, last, "designation");
	}
}
