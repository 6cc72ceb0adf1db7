#include "split_byline.h"
#include "ksplit_lists.h"
#include "list.h"
#include "split_line.h"
#include "split_source.h"
#include "split_words.h"

/* Words that no person's name holds; they open or close the rest of a byline. */
static bool
is_desk(struct str w)
{
	return word_among(w, DESK_WORDS);
}

static bool
is_particle(struct str w)
{
	return word_exactly(w, "de van der den von bin al la le du di da dos del ul ur bint ibn el af");
}

bool
name_shape(struct str s)
{
	unsigned n = 0;

	if (s.n < 4 || s.n > 48)
		return false;
	while (s.p) {
		struct str w = str_cut(&s, ' ');

		if (w.n == 0 || is_desk(w))
			return false;
		n++;
		if (is_particle(w) && n > 1)
			continue;
		if (!is_capital(*w.p) && !((unsigned char)*w.p >= 0xC3 && (unsigned char)*w.p <= 0xC5))
			return false;
		for (size_t i = 1; i < w.n; i++)
			if (!is_wordy(w.p[i]) && !strchr("-'.", w.p[i]))
				return false;
		for (size_t i = 0; i < w.n; i++)
			if (is_digit(w.p[i]))
				return false;
		if (w.n > 3 && str_last(w) == '.' && !str_eq(w, STR("Jr.")))
			return false;
	}
	return n >= 2 && n <= 5;
}

/* Ranks and titles before a name: `Petty Officer 2nd Class Dana R. Kessel`, `Lt. Col. Ivy Tan`. A name of two words is left. */
static struct str
without_rank(struct str s)
{
	static struct list ranks = LIST_ITEM(RANKS);

	for (;;) {
		struct str rest = s, word = str_cut(&rest, ' ');

		if (!rest.p || line_words(rest) < 2 || !list_has(&ranks, word))
			return s;
		s = str_trim(rest);
	}
}

/* The next cut between persons: `,` `;` `/` `&` ` and `, a middle dot; its length in *len. */
static size_t
next_cut(struct str s, size_t *len)
{
	const struct words cuts = WORDS(",", ";", "/", "&", "|", "<", ">", "·", " and ", " And ", " AND ", " in ", " for ", " at ");
	size_t at = words_find(s, cuts);

	*len = words_start(str_from(s, at), cuts);
	return at;
}

/* What the writer is, behind the name: `Jane Dover Political Editor`; without it. */
static struct str
without_post(struct str s)
{
	struct str rest = s;

	if (!words_end(s, WORDS(JOB_ENDS)))
		return s;
	while (line_words(rest) > 2 && (rest.n == s.n || is_desk(line_last_word(rest))))
		rest = str_trim(str_of(rest.p, rest.n - line_last_word(rest).n));
	return rest;
}

/* `Yeong-Sun, Lee`, of which `given` ends before the comma at s.p[cut]: both words; empty if no family name stands behind it. */
static struct str
family_behind(struct str s, struct str given, size_t cut)
{
	struct str family = str_trim(str_from(s, cut + 1));
	size_t len;

	family.n = next_cut(family, &len);
	if (line_words(family) != 1 || (size_t)(family.p + family.n - given.p) >= 48)
		return str_of(s.p, 0);
	while (str_last(family) == ' ')
		family.n--;
	return str_of(given.p, (size_t)(family.p + family.n - given.p));
}

/* Persons of a list; parts that are none (desks, places) are passed over once a person was found. */
size_t
names_read(struct str s, struct str *names)
{
	size_t n = 0;
	bool comma = false; /* given name, family name */
	bool work = false;  /* where or for whom the one before works: ` in New York`, ` for Harbor Signal` */

	while (s.n && n < NAMES) {
		size_t len, cut = next_cut(s, &len);
		struct str part = work ? STR("") : without_post(without_rank(str_trim(str_of(s.p, cut)))), name = str_of(s.p, 0);

		if (name_shape(part)) {
			name = part;
		} else if ((n == 0 || comma) && part.n && len == 1 && s.p[cut] == ',' && is_capital(*part.p) && line_words(part) == 1) {
			name = family_behind(s, part, cut);
			comma |= name.n > 0;
			if (name.n) {
				s = str_from(s, (size_t)(name.p + name.n - s.p));
				cut = next_cut(s, &len);
			}
		} else if (part.n && n == 0) {
			return 0; /* not a byline */
		}
		if (name.n && names)
			names[n] = name;
		n += name.n > 0;
		work = n > 0 && words_start(str_from(s, cut), WORDS(" in ", " for ", " at "));
		s = str_from(s, cut + len);
	}
	return n;
}

/* Cuts what stands behind the names: mail, brackets, dates, desks. */
static struct str
without_tail(struct str line)
{
	struct str s = without_rank(line), mail = line_mail(s);

	if (mail.n)
		s.n = (size_t)(mail.p - s.p);
	for (size_t i = 0; i < s.n; i++)
		if ((strchr("([<@", s.p[i]) && !(s.p[i] == '<' && str_starts(str_from(s, i), STR("< >")))) || is_digit(s.p[i])) {
			s.n = i;
			break;
		}
	s = str_trim(str_of(s.p, words_find(s, WORDS(BYLINE_TAILS))));
	for (size_t n; (n = words_end(s, WORDS("-", "|", ",", ":", ";", "/", "•", "·", " ", " and", " with", " via")))
	     > 0;) /* Jane Dover and Reuters */
		s.n -= n;
	return str_trim(s);
}

/* Length of the places that end s, with what joins them to the names: ` SEOUL and TOKYO`, `, Busan/Seoul`. */
static size_t
last_place(const struct rules *r, struct str s)
{
	size_t words = 0;

	for (size_t i = s.n; i-- > 4 && words < 2;) {
		struct str place = str_from(s, i + 1);

		if (s.p[i] != ' ' && s.p[i] != '/')
			continue;
		words++;
		if (rules_place(r, place)) {
			struct str rest = str_trim(str_of(s.p, i));

			rest.n -= words_end(rest, WORDS(",", "/", " and", " AND"));
			return s.n - str_trim(rest).n;
		}
	}
	return 0;
}

/* Length of the outlet that ends s, `NEIL HARDIN STARS AND STRIPES`, with the blank before it. */
static size_t
last_outlet(const struct rules *r, struct str s)
{
	size_t words = 0;
	struct str as;

	for (size_t i = s.n; i-- > 9 && words < 5;) {
		if (s.p[i] != ' ')
			continue;
		if (++words > 1 && rules_outlet(r, str_from(s, i + 1), &as))
			return is_letter(s.p[i - 1]) && !words_end(str_of(s.p, i), WORDS(" for", " of", " at", " in")) ? s.n - i : 0;
	}
	return 0;
}

/* `Jane Dover Stars and Stripes • August 7, 2025`, `Jane Dover Dec 11` */
static struct str
without_date(const struct rules *r, struct str s)
{
	const struct words signs = WORDS(" • ", " | ", " · ");
	size_t at = words_find(s, signs), sign = words_start(str_from(s, at), signs);
	struct pagedate d;

	if (at < s.n)
		return pagedate_opens(rules_words(r), str_from(s, at + sign), &d) ? str_of(s.p, at) : s;
	if (str_digit(s, 0) < s.n && pagedate_find(rules_words(r), s, 0, &d) && d.day.month && d.day.day && d.start > 4
	    && s.p[d.start - 1] == ' ')
		return str_of(s.p, d.start - 1);
	return s;
}

struct str
byline_without_places(const struct rules *r, struct str s)
{
	size_t n;
	struct str rest;

	if (s.n > 140 || line_stops(s))
		return s;
	s = rest = without_post(without_date(r, s));
	rest.n -= last_outlet(r, rest);
	while ((n = last_place(r, rest)) > 0)
		rest.n -= n;
	rest.n -= words_end(rest, WORDS(" in", " IN"));
	return rest;
}

bool
names_only(struct str s)
{
	size_t n = 0, len, in;

	if (s.n > 100 || (s.n && is_small(*s.p)))
		return false;
	in = str_find(s, STR(" in "), 0);
	if (in < s.n && line_words(str_from(s, in + 4)) <= 3) /* Justin Cole in Tokyo */
		s.n = in;
	while (s.n) {
		size_t cut = next_cut(s, &len);

		if (!name_shape(str_trim(str_of(s.p, cut))))
			return false;
		n++;
		s = str_from(s, cut + len);
	}
	return n > 0;
}

/* What a byline opens with: `By `, `Reported by `. Its bytes; 0 if there is nothing, or nothing behind it. */
static size_t
opening(struct str s)
{
	char low[24]; /* the longest has 22 */
	struct str head = str_head(s, sizeof low);
	size_t n;

	str_lower(low, head);
	n = words_start(str_of(low, head.n), WORDS(BYLINE_OPENERS));
	return n < s.n ? n : 0;
}

/* By defence correspondent Jane Dover */
static struct str
without_job(struct str s)
{
	struct str rest = s;

	for (unsigned words = 0; words < 5 && rest.n && is_small(*rest.p); words++) {
		struct str word = str_cut(&rest, ' ');

		if (words_end(word, WORDS("correspondent", "editor", "reporter", "writer")) && rest.n && is_capital(*rest.p))
			return rest;
	}
	return s;
}

/* The line without what says that it is a byline; *opened: something did. */
static struct str
behind_opening(struct str s, bool mail, bool *opened)
{
	size_t n = opening(s);

	*opened = n > 0;
	s = str_from(s, n);
	if (n && str_starts_nocase(s, STR("by "))) /* By By Petty Officer ... */
		s = str_from(s, 3);
	if (n)
		s = without_job(s);
	if (!n && str_starts(s, STR("From ")) && without_rank(str_from(s, 5)).n < s.n - 5) { /* From Petty Officer 2nd Class Dana Kessel */
		s = str_from(s, 5);
		*opened = true;
	}
	if (!n && s.n > 4 && str_starts(s, STR("By")) && is_capital(s.p[2]) && is_small(s.p[3])) { /* ByJane Dover */
		s = str_from(s, 2);
		*opened = true;
	}
	n = words_start(s, WORDS("Write to ", "Contact ", "Reach ", "Email ", "E-mail "));
	if (mail && n) { /* Write to Mi-Rae Seo at seo@example.com */
		s = str_from(s, n);
		s.n = str_find(s, STR(" at "), 0);
		*opened = true;
	}
	return s;
}

/* What the person does stands behind the name: `Mira Sohn, staff writer`. */
static bool
names_job(struct str s)
{
	return words_end(s, WORDS(" reporter", " Reporter", " mail", " correspondent", " Staff Writer", " staff writer"));
}

/* The writers' line where the outlet's name, or theirs, goes before: `[Associated Press; By NAME]`, `Landon Mion By Landon Mion Fox News`,
 * `Green Valley Radio | By Howard Pell`. */
static struct str
inner_byline(struct str s)
{
	struct str head = str_head(s, 44);
	size_t by = str_find(head, STR(" By "), 0), bar = by < head.n ? str_find(head, STR(" | By "), 0) : head.n;

	if (*s.p == '[' && str_has(s, STR("; By "))) {
		s = str_from(s, str_find(s, STR("; By "), 0) + 2);
		s.n -= str_last(s) == ']';
		return s;
	}
	if (by < 40 && by < s.n && name_shape(str_of(s.p, by)))
		s = str_from(s, by + 1);
	return bar < 40 && bar < s.n && line_words(str_of(s.p, bar)) <= 5 ? str_from(s, bar + 3) : s;
}

/* `• By Staff Sgt. Trevor Hale`, `- Author, Jean Mackay`: the head is a list. */
static struct str
listed(struct str s)
{
	struct str bare = without_bullet(s);

	return words_start(bare, WORDS("By ", "BY ", "Author, ")) ? bare : s;
}

size_t
byline_read(struct str s, struct str *names)
{
	bool mail = memchr(s.p, '@', s.n) && line_mail(s).n, opened;
	struct str whole;
	size_t n;

	if (s.n < 5 || s.n > 240)
		return 0;
	s = inner_byline(listed(s));
	if (korean_byline_read(&s, names, &n))
		return n;
	if (s.n < 5 || (!mail && !is_capital(*s.p) && *s.p != 'b' && *s.p != '[' && !(*s.p & 0x80)) || str_starts_nocase(s, STR("photo")))
		return 0;
	whole = s;
	s = behind_opening(s, mail, &opened);
	if ((!opened && !mail && !names_job(whole)) || (opened && line_stops(s) && line_words(s) > 14))
		return 0;
	if (opened && korean_name_only(s)) { /* By 홍길동 */
		if (names)
			names[0] = s;
		return 1;
	}
	return names_read(without_tail(s), names);
}

/* Behind a name and a comma, `for` or `with`: a job, an outlet or agencies. */
static bool
tells_work(const struct rules *r, struct str s)
{
	s.n = words_find(s, WORDS(" | ", " • ", " · ", ", "));
	return rules_outlet(r, s, NULL) || outlet_shape(s)
	    || words_start(s, WORDS("agencies", "news agencies", "wire", "news services", "news wires"))
	    || words_any(s, WORDS(JOB_ENDS, "Fellow", "rofessor", "esearcher", "Staff", "staff", "STAFF", "Bureau"));
}

struct str
names_lead(const struct rules *r, struct str s)
{
	const struct words signs = WORDS(" | ", " • ", " · ", " – ", " — ", " - ", " / ", " @", " (", ", ", " , ", " for ", " with ",
	    " via ", " and ", " on ", " Published", " Updated", " Posted");
	bool opened;

	s = behind_opening(s, false, &opened);
	if (s.n > 140)
		return str_of(s.p, 0);
	for (size_t at = words_find(s, signs); ; at += 1 + words_find(str_from(s, at + 1), signs)) {
		struct str names = str_trim(str_head(s, at)), rest = str_from(s, at);
		size_t sign = words_start(rest, signs);
		struct pagedate d;

		if (!names_only(names))
			return str_of(s.p, 0);
		if (!rest.n || rest.n == sign)
			return names;
		if (words_start(rest, WORDS(", ", " , ", " for ", " with ", " via ", " and ")) ? tells_work(r, str_from(rest, sign))
		        : str_starts(rest, STR(" on ")) ? pagedate_find(rules_words(r), str_head(rest, 40), 0, &d) : line_words(rest) <= 12)
			return names;
	}
}
