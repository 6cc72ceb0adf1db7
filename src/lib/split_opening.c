#include "split_opening.h"
#include "list.h"
#include "split_line.h"
#include "split_words.h"

/* Verbs in the tense of headlines, and what stands for one. */
static struct list verbs = LIST_ITEM(
    "accuses agree agrees announces appears appoints approves arrests arrive arrives ask asks attacks attends are backs bans"
    " begin begins blames blasts boosts bolsters breaks brings builds calls can cancels celebrates cites claims clash clears"
    " comes condemns conduct conducts confirm confirms considers continues convene convenes could criticizes cuts defends"
    " defects delays delivers demands denies denounces deploys deploy detects detains discuss discusses dismisses downs drops"
    " ends enters escapes expands expects extends eyes faces fails falls finds fire fires flees flies fly frees gains gathers"
    " gets gives goes grows guides halts has have heads hears hikes hints hit hits hold holds hopes hosts imposes indicts inks"
    " inspects introduces investigates invites is join joins jumps keeps kicks kills lands launch launches lays leads leaves"
    " lifts lists looks loses makes marks may meet meets moves must mulls names nears needs observes offers open opens orders"
    " ousts outlines oversees pass passes pick picks plan plans point points pledges postpones prepares presents probes"
    " promises proposes protests pushes puts questions raises ramps reaches readies receives refuses rejects releases remains"
    " repeats replaces reports resumes returns reveals reviews rises rolls rules runs sacks sanctions says scraps secures"
    " seeks sees seizes send sends sentences sets shoots shows sign signals signs slams slaps spots stage stages stands starts"
    " steps stops strengthens stresses strikes suggests summons supervises supports suspends takes talks targets tells test"
    " tests threatens tightens to touts traces trades turns unveils urge urges verifies views visit visits vote votes vow vows"
    " wants warn warns was watches weighs welcomes were will wins withdraws won't would");

/* Words that lean on what was said before: a first paragraph does not begin with them. */
static struct list leaning = LIST_ITEM(
    "he she it they this that these those but and or however meanwhile moreover also earlier later still yet separately then"
    " there such instead furthermore additionally nevertheless nonetheless besides both another other others some many most so"
    " thus therefore we i you our his her its their all");

/* Words that it may begin with, as other paragraphs do. */
static struct list joining = LIST_ITEM(
    "in as after before since while for if when although though according among despite during under by on at to from with of");

/* The letters of the word at `at`. */
static struct str
word_at(struct str s, size_t at)
{
	size_t end = at;

	while (end < s.n && (is_capital(s.p[end]) || is_small(s.p[end]) || s.p[end] == '\''))
		end++;
	return str_of(s.p + at, end - at);
}

/* `How the North could use the ships` */
bool
opening_asks(struct str s)
{
	return word_among(word_at(s, 0), "how what why who where when which whose");
}

int
opening_headline(struct str s)
{
	unsigned words = line_words(s), hangul = line_hangul(s);
	bool verb = false;

	if (opening_asks(s) || (line_stops(s) && s.p[s.n - 1] != '.'))
		return 0; /* a question of an interview, a heading of an analysis */
	if (hangul >= 8)
		return (hangul >= 14) + (hangul >= 20) + 2 * words_any(s, WORDS("…", "...", "\"", "“", "‘"));
	for (size_t i = 1; i < s.n && !verb; i++) { /* not the first word */
		struct str w;

		if (s.p[i - 1] != ' ' && s.p[i - 1] != '-')
			continue;
		w = word_at(s, i);
		verb = list_has(&verbs, w);
	}
	return (words >= 7) + (words >= 9) + 2 * verb;
}

bool
opening_cut(struct str s)
{
	size_t from = s.n;

	while (from > 0 && s.p[from - 1] != ' ')
		from--;
	return s.n >= 30 && ((s.p[s.n - 1] == ',' && s.n >= 50) || word_among(str_from(s, from),
	    "a an and are as at be by for from had has have he her his if in including into is it its near of on or over said saying"
	    " so such than that the their them then they this those to under was were when where which while who will with"));
}

/* `Remarks at the Ceremony for the 71st Anniversary`: no longer word is in small letters. */
static bool
in_title_case(struct str s)
{
	unsigned capitals = 0;

	for (size_t i = 1; i < s.n; i++) {
		struct str w = s.p[i - 1] == ' ' ? word_at(s, i) : str_of(s.p, 0);

		if (w.n >= 5 && is_small(*w.p))
			return false;
		capitals += w.n && is_capital(*w.p);
	}
	return capitals >= 2;
}

bool
opening_stump(struct str s)
{
	size_t inner = 0, acts = 0;

	if (s.n < 30 || line_stops(s))
		return false;
	if (opening_cut(s))
		return true;
	for (size_t i = 1; i < s.n; i++) {
		struct str w = s.p[i - 1] == ' ' ? word_at(s, i) : str_of(s.p, 0);

		inner += word_exactly(w, "the a was were said that its an");
		acts += word_exactly(w, "was were said had has have") || (w.n > 4 && str_ends(w, STR("ed")));
	}
	return (inner >= 3 || (inner == 2 && s.n >= 90)) && acts && s.n >= 60 && is_small(s.p[s.n - 1]) && !in_title_case(s);
}

int
opening_lede(struct str s)
{
	const struct words days = WORDS(" Monday", " Tuesday", " Wednesday", " Thursday", " Friday", " Saturday", " Sunday");
	const struct words cues = WORDS(" said", " announced", " will ", " has ", " have ", " fired", " launched", "했다.", "밝혔다.", "했습니다.", "밝혔습니다.");
	struct str head = str_head(s, 400), first = word_at(s, 0);
	int points = 0;

	if (s.n == 0 || *s.p == '"' || *s.p == '-' || str_starts(s, STR("“")) || str_starts(s, STR("‘")) || str_starts(s, STR("•")))
		return -2;
	if (is_small(*s.p) || list_has(&leaning, first))
		return -3;
	if (list_has(&joining, first))
		points--;
	if (str_starts(s, STR("The ")) && s.n > 4 && is_small(s.p[4])) /* The launch came ... */
		points -= 2;
	points += (s.n > 80 && words_any(head, cues)) + (line_words(head) >= 18);
	return points < 2 ? points + words_any(head, days) : points;
}
