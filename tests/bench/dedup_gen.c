/* dedup_gen SEED ORIGINALS PER_CLASS [shuffle]: articles, copies of them edited in the ways of newsrooms and scrapers, and hard
 * negatives, as JSON Lines. dedup_gen SEED ARTICLES plain: articles only, for throughput.
 *
 * The id tells the truth: o7 is an original; v.cut50.0.7 is a copy of o7; v.merge2.0.7+12 holds o7 and o12; n.template.3.5 is a copy
 * of nothing. The text is made of sentences with some 700 words, invented names and figures; it means nothing, but its words
 * have the frequencies, its sentences the length and its names the repetition of news. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;

static unsigned
pick(unsigned n)
{
	uint64_t z = state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return (unsigned)((z ^ z >> 31) >> 33) % n;
}

static bool
chance(unsigned percent)
{
	return pick(100) < percent;
}

/* Zipf-like: the first words of a list are the frequent ones. */
static unsigned
pick_skewed(unsigned n)
{
	unsigned a = pick(n), b = pick(n);

	return a < b ? a : b;
}

#define COUNT(list) (sizeof list / sizeof *list)
#define ANY(list) list[pick_skewed(COUNT(list))]

static const char *const nouns[] = { "ministry", "government", "missile", "agreement", "border", "exercise", "meeting", "drill",
	"summit", "army", "navy", "parliament", "committee", "sanction", "vessel", "delegation", "hotline", "radar", "treaty",
	"island", "village", "report", "launch", "satellite", "regiment", "convoy", "factory", "railway", "bridge", "harbor",
	"tunnel", "reactor", "inspector", "statement", "envoy", "embassy", "economy", "budget", "election", "court", "ruling",
	"prosecutor", "lawmaker", "submarine", "frigate", "helicopter", "engine", "warhead", "rocket", "battalion", "soldier",
	"officer", "commander", "pilot", "sailor", "worker", "farmer", "fisherman", "teacher", "student", "reporter", "editor",
	"scholar", "expert", "analyst", "broker", "trader", "exporter", "company", "bank", "shipment", "cargo", "fuel", "coal",
	"grain", "fertilizer", "vaccine", "hospital", "school", "museum", "temple", "mountain", "river", "valley", "coast",
	"strait", "channel", "airport", "runway", "hangar", "barracks", "fence", "post", "gate", "checkpoint", "loudspeaker",
	"leaflet", "balloon", "drone", "camera", "sensor", "cable", "antenna", "frequency", "signal", "code", "document",
	"archive", "letter", "message", "telegram", "phone", "network", "server", "password", "hacker", "wallet", "coin",
	"exchange", "market", "price", "wage", "pension", "tax", "tariff", "quota", "license", "permit", "patent", "design",
	"prototype", "contract", "tender", "auction", "dispute", "strike", "union", "rally", "protest", "petition", "vote",
	"ballot", "district", "province", "county", "mayor", "governor", "council", "assembly", "speaker", "party", "faction",
	"coalition", "opposition", "cabinet", "minister", "deputy", "aide", "adviser", "spokesman", "office", "agency", "bureau",
	"institute", "university", "laboratory", "experiment", "sample", "result", "figure", "chart", "map", "photo", "image",
	"video", "film", "song", "concert", "festival", "holiday", "anniversary", "ceremony", "parade", "flag", "statue",
	"grave", "cemetery", "memorial", "veteran", "widow", "orphan", "family", "reunion", "relative", "refugee", "defector",
	"guard", "patrol", "ambush", "raid", "clash", "truce", "ceasefire", "armistice", "war", "peace", "proposal", "roadmap",
	"timetable", "deadline", "delay", "pretext", "motive", "warning", "threat", "risk", "crisis", "storm", "flood", "drought",
	"harvest", "forest", "wetland", "crane", "tiger", "bear", "survey", "census", "poll", "opinion", "mood", "rumor" };
static const char *const adjectives[] = { "new", "joint", "military", "nuclear", "senior", "former", "annual", "official", "naval",
	"northern", "southern", "western", "eastern", "major", "recent", "regional", "bilateral", "key", "local", "foreign",
	"domestic", "public", "private", "secret", "strategic", "tactical", "long", "short", "early", "late", "formal", "final",
	"initial", "limited", "broad", "narrow", "quiet", "loud", "steady", "sudden", "rapid", "slow", "heavy", "light", "civil",
	"legal", "illegal", "neutral", "hostile", "friendly", "practical", "abandoned", "remote", "coastal", "inland", "winter",
	"summer", "autumn", "spring", "daily", "weekly", "monthly", "technical", "financial", "industrial", "agricultural",
	"medical", "digital", "armored", "mobile", "fixed", "temporary", "permanent", "empty", "crowded", "damaged", "repaired",
	"modern", "outdated", "unarmed", "disputed", "shared", "unusual", "familiar" };
static const char *const verbs[] = { "announced", "confirmed", "denied", "reviewed", "delayed", "approved", "rejected", "inspected",
	"opened", "closed", "moved", "repaired", "tested", "tracked", "watched", "detected", "reported", "described", "criticized",
	"welcomed", "supported", "opposed", "discussed", "postponed", "resumed", "suspended", "expanded", "reduced", "doubled",
	"replaced", "removed", "installed", "photographed", "measured", "counted", "visited", "left", "entered", "crossed",
	"followed", "blocked", "escorted", "warned", "praised", "questioned", "investigated", "funded", "financed", "bought",
	"sold", "exported", "imported", "borrowed", "leased", "designed", "built", "dismantled", "buried", "recovered",
	"returned", "published", "withdrew", "amended", "drafted", "signed", "ratified", "ignored", "studied", "compared",
	"surveyed", "restored", "guarded", "shelled", "evacuated", "flooded", "rescued", "trained", "hired", "dismissed" };
static const char *const adverbials[] = { "on Tuesday", "last week", "on Monday morning", "earlier this month", "late on Thursday",
	"after a long debate", "without further comment", "for the first time in years", "despite heavy rain",
	"according to two officials", "under a plan from last spring", "at a press briefing", "over the weekend",
	"near the inner harbor", "in spite of earlier promises", "during a closed session", "at the request of both sides",
	"behind closed doors", "as part of a wider review", "with immediate effect", "under strict supervision",
	"in the presence of observers", "before the winter break", "by the end of the quarter", "along the western coast",
	"in a rare move", "amid growing doubts", "with the help of volunteers", "from a nearby hill", "at short notice",
	"for reasons that were not given", "in line with the constitution", "two days before the vote", "on a trial basis" };
static const char *const prepositions[] = { "of", "for", "near", "against", "with", "behind", "from", "inside", "beyond", "under" };
static const char *const determiners[] = { "the", "a", "its", "another", "each", "that", "this", "their" };
static const char *const surnames[] = { "Kim", "Lee", "Park", "Choi", "Jung", "Kang", "Cho", "Yoon", "Jang", "Lim", "Han", "Oh", "Seo",
	"Shin", "Kwon", "Hwang", "Ahn", "Song", "Yoo", "Hong" };
static const char *const syllables[] = { "min", "jun", "seo", "hyun", "ji", "ho", "woo", "jin", "young", "soo", "hee", "kyung", "tae",
	"dong", "sung", "chul", "eun", "ah", "bin", "gyu" };
static const char *const places[] = { "Paju", "Yeoncheon", "Goseong", "Sokcho", "Inje", "Cheorwon", "Hwacheon", "Yanggu", "Donghae",
	"Samcheok", "Uljin", "Pohang", "Ulsan", "Gimhae", "Jinju", "Yeosu", "Mokpo", "Gunsan", "Boryeong", "Seosan", "Dangjin",
	"Anseong", "Icheon", "Wonju", "Jecheon", "Andong", "Gumi", "Miryang", "Tongyeong", "Namhae" };
static const char *const furniture[] = { "Subscribe to our newsletter and get the top stories of the day in your inbox.",
	"Click here to read more articles from this section.", "Share this article on social media or print it.",
	"All rights reserved. Reproduction and redistribution without permission are prohibited.",
	"Most popular: five things to know about the new timetable of the night buses.",
	"Photo provided by the agency. Not for sale.", "Advertisement. The article continues below.",
	"Related stories: the harbor that never sleeps; what the census left out; a walk along the wall.",
	"Follow us for breaking news and live updates all day long.",
	"This website uses cookies to improve your experience. Accept all or manage your choices.",
	"Comments are open for 24 hours after publication. Please be polite.", "Download our application for phones and tablets.",
	"Editor's picks of the week can be found at the bottom of the page." };

/* A growing string; a few live at a time, none is ever freed early. */
struct text {
	char *p;
	size_t n, cap;
};

static void
add(struct text *t, const char *s, size_t n)
{
	if (t->n + n + 1 > t->cap) {
		t->cap = (t->n + n + 1) * 2;
		t->p = realloc(t->p, t->cap);
		if (!t->p)
			abort();
	}
	memcpy(t->p + t->n, s, n);
	t->n += n;
	t->p[t->n] = '\0';
}

static void
puts_to(struct text *t, const char *s)
{
	add(t, s, strlen(s));
}

/* What one story is about: its persons and places come back in it. */
struct story {
	char person[3][32];
	const char *place[2];
	int figure[4];
};

static void
make_name(char *to)
{
	snprintf(to, 32, "%s %s-%s", ANY(surnames), syllables[pick(COUNT(syllables))], syllables[pick(COUNT(syllables))]);
	to[strcspn(to, " ") + 1] -= 32;
}

static void
make_story(struct story *s)
{
	for (int i = 0; i < 3; i++)
		make_name(s->person[i]);
	for (int i = 0; i < 2; i++)
		s->place[i] = places[pick(COUNT(places))];
	for (int i = 0; i < 4; i++)
		s->figure[i] = (int)(pick(3) ? 11 + pick(900) : 1000 + pick(90000));
}

static void
put_number(struct text *t, int n)
{
	char digits[24];

	if (n >= 1000)
		snprintf(digits, sizeof digits, "%d,%03d", n / 1000, n % 1000);
	else
		snprintf(digits, sizeof digits, "%d", n);
	puts_to(t, digits);
}

static void
noun_phrase(struct text *t)
{
	puts_to(t, ANY(determiners));
	if (chance(55)) {
		puts_to(t, " ");
		puts_to(t, ANY(adjectives));
	}
	puts_to(t, " ");
	puts_to(t, nouns[pick(COUNT(nouns))]);
	if (chance(50)) {
		puts_to(t, " ");
		puts_to(t, nouns[pick(COUNT(nouns))]);
	}
	if (chance(25)) {
		puts_to(t, " ");
		puts_to(t, ANY(prepositions));
		puts_to(t, " ");
		puts_to(t, ANY(adjectives));
		puts_to(t, " ");
		puts_to(t, ANY(nouns));
		puts_to(t, "s");
	}
}

static void
clause(struct text *t, const struct story *s)
{
	noun_phrase(t);
	puts_to(t, " ");
	puts_to(t, ANY(verbs));
	puts_to(t, " ");
	if (chance(30)) {
		put_number(t, s->figure[pick(4)]);
		puts_to(t, " ");
		puts_to(t, ANY(nouns));
		puts_to(t, "s");
	} else {
		noun_phrase(t);
	}
	if (chance(45)) {
		puts_to(t, " ");
		puts_to(t, ANY(adverbials));
	}
}

static void
sentence(struct text *t, const struct story *s)
{
	size_t start = t->n;

	switch (pick(6)) {
	case 0:
		puts_to(t, s->person[pick(3)]);
		puts_to(t, ", ");
		noun_phrase(t);
		puts_to(t, ", said that ");
		clause(t, s);
		break;
	case 1:
		puts_to(t, "\"");
		clause(t, s);
		t->p[start + 1] = (char)(t->p[start + 1] - 32);
		puts_to(t, ",\" ");
		puts_to(t, s->person[pick(3)]);
		puts_to(t, " told reporters in ");
		puts_to(t, s->place[pick(2)]);
		break;
	case 2:
		puts_to(t, "In ");
		puts_to(t, s->place[pick(2)]);
		puts_to(t, ", ");
		clause(t, s);
		break;
	case 3:
		clause(t, s);
		puts_to(t, ", and ");
		clause(t, s);
		break;
	default:
		clause(t, s);
		puts_to(t, chance(50) ? ", the ministry said" : "");
	}
	if (t->p[start] >= 'a')
		t->p[start] = (char)(t->p[start] - 32);
	puts_to(t, ".");
}

/* Paragraphs of one or two sentences. */
static void
body(struct text *t, const struct story *s, unsigned sentences)
{
	for (unsigned i = 0; i < sentences; i++) {
		if (t->n)
			puts_to(t, chance(60) ? "\n" : " ");
		sentence(t, s);
	}
}

/* One article on its way out. */
struct item {
	char id[96];
	int day;
	char *text;
};

static struct item *items;
static size_t n_items, cap_items;

static void
emit(const char *id, int day, const struct text *t)
{
	if (n_items == cap_items) {
		cap_items = cap_items ? cap_items * 2 : 4096;
		items = realloc(items, cap_items * sizeof *items);
		if (!items)
			abort();
	}
	snprintf(items[n_items].id, sizeof items->id, "%s", id);
	items[n_items].day = day;
	items[n_items++].text = strdup(t->p);
}

static void
print_item(const struct item *item)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int month = 0, day = item->day % 365;

	while (day >= lengths[month])
		day -= lengths[month++];
	printf("{\"id\":\"%s\",\"date\":\"2021-%02d-%02d\",\"text\":\"", item->id, month + 1, day + 1);
	for (const char *p = item->text; *p; p++) {
		if (*p == '"' || *p == '\\')
			putchar('\\');
		if (*p == '\n')
			fputs("\\n", stdout);
		else
			putchar(*p);
	}
	puts("\"}");
}

/* Edits. Each takes the text of an original and writes a copy. */

/* End of the first part of `percent` of the words, at a sentence's end where one is near. */
static size_t
cut_at(const struct text *from, unsigned percent)
{
	size_t at = from->n * percent / 100;

	while (at < from->n && from->p[at] != ' ' && from->p[at] != '\n')
		at++;
	return at;
}

static void
cut(struct text *t, const struct text *from, unsigned percent)
{
	add(t, from->p, cut_at(from, percent));
}

static void
excerpt(struct text *t, const struct text *from)
{
	size_t a = cut_at(from, 30), b = cut_at(from, 65);

	add(t, from->p + a + 1, b - a - 1);
}

static const char *
random_word(void)
{
	switch (pick(4)) {
	case 0:
		return ANY(adjectives);
	case 1:
		return ANY(verbs);
	default:
		return ANY(nouns);
	}
}

/* Calls `edit` for each word and copies what lies between. */
static void
each_word(struct text *t, const struct text *from, void (*edit)(struct text *, const char *, size_t, unsigned), unsigned strength)
{
	size_t i = 0;

	while (i < from->n) {
		size_t n = strcspn(from->p + i, " \n");

		edit(t, from->p + i, n, strength);
		i += n;
		if (i < from->n)
			add(t, from->p + i++, 1);
	}
}

static void
substitute(struct text *t, const char *word, size_t n, unsigned percent)
{
	if (!chance(percent))
		add(t, word, n);
	else if (chance(75))
		puts_to(t, random_word());
}

static void
misread(struct text *t, const char *word, size_t n, unsigned percent)
{
	static const char *const pairs[] = { "rn", "m", "e", "c", "l", "1", "o", "0", "i", "l", "h", "b", "t", "f", "a", "o", "s", "5",
		"u", "n", "v", "y", "g", "q" };

	for (size_t i = 0; i < n; i++) {
		size_t k = chance(percent) ? 0 : COUNT(pairs);

		while (k < COUNT(pairs) && pairs[k][0] != word[i])
			k += 2;
		if (k < COUNT(pairs))
			puts_to(t, pairs[k + 1]);
		else if (!chance(percent / 2))
			add(t, word + i, 1);
	}
}

static void
damage(struct text *t, const char *word, size_t n, unsigned percent)
{
	static const char *const mojibake[] = { "\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2", "\xC3\x82\xC2\xA0", "\xEF\xBF\xBD", "\xE2\x80\x9C",
		"\xC2\xAD", "\xE2\x80\x8B" };

	for (size_t i = 0; i < n; i++) {
		if (word[i] == '"')
			puts_to(t, chance(50) ? "\xE2\x80\x9D" : "");
		else if (word[i] == '-')
			puts_to(t, chance(50) ? "\xE2\x80\x91" : " ");
		else
			add(t, word + i, 1);
	}
	if (chance(percent))
		puts_to(t, mojibake[pick(COUNT(mojibake))]);
}

/* Another desk's habits: quotes, hyphens, thousands, days, spelled-out figures. */
static void
restyle(struct text *t, const char *word, size_t n, unsigned percent)
{
	static const char *const pairs[] = { "on", "", "harbor", "harbour", "program", "programme", "late", "late on", "defense",
		"defence", "said", "told", "reporters", "journalists", "that", "", "12", "twelve", "15", "fifteen", "17", "seventeen" };

	for (size_t k = 0; k < COUNT(pairs); k += 2)
		if (strlen(pairs[k]) == n && memcmp(word, pairs[k], n) == 0 && chance(percent)) {
			puts_to(t, pairs[k + 1]);
			return;
		}
	for (size_t i = 0; i < n; i++) {
		if (word[i] == '"')
			puts_to(t, i ? "\xE2\x80\x9D" : "\xE2\x80\x9C");
		else if (word[i] == '-')
			puts_to(t, " ");
		else if (word[i] != ',' || i + 1 == n)
			add(t, word + i, 1);
	}
}

static void
reorder(struct text *t, const struct text *from)
{
	size_t a = cut_at(from, 33), b = cut_at(from, 66);

	add(t, from->p + b + 1, from->n - b - 1);
	puts_to(t, "\n");
	add(t, from->p, a);
	puts_to(t, "\n");
	add(t, from->p + a + 1, b - a - 1);
}

static void
furnish(struct text *t, const struct text *from, unsigned lines)
{
	for (unsigned i = 0; i < lines / 3; i++) {
		puts_to(t, furniture[pick(COUNT(furniture))]);
		puts_to(t, "\n");
	}
	add(t, from->p, from->n);
	for (unsigned i = lines / 3; i < lines; i++) {
		puts_to(t, "\n");
		puts_to(t, furniture[pick(COUNT(furniture))]);
	}
}

static unsigned
sentences_of(const struct text *from)
{
	unsigned n = 0;

	for (size_t i = 0; i < from->n; i++)
		n += from->p[i] == '.';
	return n;
}

static void
new_lead(struct text *t, const struct text *from, const struct story *s, unsigned percent)
{
	size_t end = cut_at(from, percent);

	body(t, s, sentences_of(from) * (100 - percent) / 100);
	puts_to(t, "\n");
	add(t, from->p, end);
}

static void
correct(struct text *t, const struct text *from)
{
	size_t i = 0, n;

	while (i < from->n && !(from->p[i] >= '0' && from->p[i] <= '9'))
		i++;
	add(t, from->p, i);
	n = strspn(from->p + i, "0123456789,");
	if (n) {
		put_number(t, (int)(11 + pick(900)));
		i += n;
	}
	puts_to(t, " ");
	add(t, from->p + i, from->n - i);
}

static void
drop_quotes(struct text *t, const struct text *from)
{
	bool inside = false;

	for (size_t i = 0; i < from->n; i++) {
		if (from->p[i] == '"')
			inside = !inside;
		else if (!inside)
			add(t, from->p + i, 1);
	}
}

/* One copy of `from`. False: the class needs more than one original. */
static bool
edit(struct text *t, const struct text *from, const struct story *s, const char *class, unsigned strength)
{
	struct text half = { 0 };

	if (!strcmp(class, "cut"))
		cut(t, from, strength);
	else if (!strcmp(class, "excerpt"))
		excerpt(t, from);
	else if (!strcmp(class, "words"))
		each_word(t, from, substitute, strength);
	else if (!strcmp(class, "reorder"))
		reorder(t, from);
	else if (!strcmp(class, "furniture"))
		furnish(t, from, strength);
	else if (!strcmp(class, "ocr"))
		each_word(t, from, misread, strength);
	else if (!strcmp(class, "damage"))
		each_word(t, from, damage, strength);
	else if (!strcmp(class, "style"))
		each_word(t, from, restyle, strength);
	else if (!strcmp(class, "lead"))
		new_lead(t, from, s, strength);
	else if (!strcmp(class, "correct"))
		correct(t, from);
	else if (!strcmp(class, "noquotes"))
		drop_quotes(t, from);
	else if (!strcmp(class, "mix")) {
		struct text edited = { 0 };

		cut(&half, from, 60);
		each_word(&edited, &half, substitute, 4);
		furnish(t, &edited, 4);
		free(half.p);
		free(edited.p);
	} else {
		return false;
	}
	return true;
}

static const struct {
	const char *class;
	unsigned strength;
} classes[] = { { "cut", 50 }, { "cut", 25 }, { "cut", 10 }, { "excerpt", 0 }, { "words", 2 }, { "words", 5 }, { "words", 10 },
	{ "words", 20 }, { "reorder", 0 }, { "furniture", 1 }, { "furniture", 6 }, { "furniture", 11 }, { "ocr", 1 }, { "ocr", 2 },
	{ "ocr", 5 }, { "damage", 5 }, { "style", 90 }, { "lead", 70 }, { "lead", 40 }, { "correct", 0 }, { "noquotes", 0 },
	{ "merge", 2 }, { "roundup", 5 }, { "mix", 0 } };

static struct text *bases;
static struct story *stories;
static int *days;

static void
variant(size_t class, unsigned number, unsigned of, unsigned originals)
{
	struct text t = { 0 };
	char id[96];

	if (edit(&t, &bases[of], &stories[of], classes[class].class, classes[class].strength)) {
		snprintf(id, sizeof id, "v.%s%u.%u.%u", classes[class].class, classes[class].strength, number, of);
	} else {
		int n = snprintf(id, sizeof id, "v.%s%u.%u.", classes[class].class, classes[class].strength, number);

		for (unsigned i = 0; i < classes[class].strength; i++) {
			unsigned one = (of + i * 7) % originals;

			n += snprintf(id + n, sizeof id - (size_t)n, i ? "+%u" : "%u", one);
			if (i)
				puts_to(&t, "\n");
			add(&t, bases[one].p, bases[one].n);
		}
	}
	emit(id, days[of] + (int)pick(2), &t);
	free(t.p);
}

/* Hard negatives: what only looks like a copy. */

static void
fill_template(struct text *t, const char *form)
{
	char name[32];

	for (; *form; form++) {
		switch (*form) {
		case '#':
			put_number(t, (int)(pick(2) ? 11 + pick(880) : 1000 + pick(80000)));
			break;
		case '@':
			puts_to(t, places[pick(COUNT(places))]);
			break;
		case '&':
			make_name(name);
			puts_to(t, name);
			break;
		default:
			add(t, form, 1);
		}
	}
}

static const char *const templates[] = {
	"North Korea fired a ballistic missile from @ toward the East Sea at around # a.m., the Joint Chiefs of Staff said. The "
	"missile flew about # kilometers at a top altitude of # kilometers. The military has stepped up surveillance and keeps a "
	"full readiness posture in close cooperation with the United States, it said in a message to reporters. & of the command at "
	"@ briefed the minister on the launch.",
	"The won closed at #.# won to the dollar, up # won from the session before, as foreign investors bought shares worth # "
	"billion won on the main board. The index ended # points higher at #.# points in moderate trade of # million shares worth "
	"# trillion won. Brokers said that the mood would depend on the meeting of the central bank next week.",
	"A total of # people from the North arrived in the South in the quarter that ended in March, the unification ministry said, "
	"against # in the quarter before. Women made up # percent of the arrivals. Since the border was closed the number has "
	"stayed below #. The ministry said that the center at @ had room for # more, and that & would head it.",
	"The city of @ reported # new cases of the disease, bringing its total to #, health officials said. Of the new cases # were "
	"traced to a market and # to travelers. The city has tested # people so far, and # of them wait for their results. & of the "
	"health center asked residents to stay at home and to wear masks in crowded places.",
	"The coast guard rescued # sailors from a fishing boat that lost power off @, it said. The #-ton boat, which had left @ with "
	"a crew of #, sent a distress call at # p.m. after its engine failed in high waves. Two patrol vessels and a helicopter took "
	"part in the search. The captain, &, was taken to hospital and is in stable condition, the coast guard added.",
	"The weather agency issued a heat advisory for @ and # other cities and counties as the highs are forecast to reach # "
	"degrees. The agency advised people to drink water often and to avoid outdoor work in the afternoon. Last year # people were "
	"treated for heat illness, # of them in @ alone, according to the disease control agency.",
	"& of @ County won the by-election with #.# percent of the vote, the election commission said after # of # ballots were "
	"counted. Turnout stood at #.# percent. The rival candidate, &, conceded at # p.m. and wished the winner well. The seat had "
	"been vacant since the death of the former member, and both parties had sent their leaders to campaign for it.",
	"A court in @ sentenced a # year old man to # months in prison for sending # leaflets across the border without a permit. "
	"Judge & said that the act had put residents at risk, but took into account that the man had no record. The prosecution had "
	"asked for # months. The defense, led by &, said that it would appeal the ruling within the legal term.",
	"The defense agency awarded a contract worth # billion won to a shipyard in @ for # patrol vessels, it said in a statement. "
	"The vessels, each of # tons and with a crew of #, will be delivered by the end of the decade. Vice Adm. & said that they "
	"would replace vessels that have been in service for # years. A rival bid by a yard in @ was # billion won higher.",
	"An earthquake of magnitude #.# struck # kilometers off @ at # a.m., the weather agency said. No damage or injuries have been "
	"reported. It was the #th quake of that strength this year. Residents of @ called the fire station # times to report "
	"shaking, an officer named & said. The agency said that the quake was natural and not a test.",
	"Exports rose #.# percent in the first # days of the month from a year earlier to # million dollars, customs data showed. "
	"Shipments of chips gained #.# percent and those of cars #.# percent, while sales of ships fell #.# percent. Imports grew "
	"#.# percent, leaving a deficit of # million dollars. Daily shipments averaged # million dollars over # working days.",
	"Soldiers recovered the remains of # people believed to have been killed in the war on a hill near @, the ministry said. "
	"Identification by genetic samples may take # months. Since the work began at the site # sets of remains and # items, among "
	"them buttons and bullets, have been found. Col. & said that # families had given samples, and asked others to follow.",
	"The two sides exchanged # lists of families for the reunion at @, the Red Cross said. Each list holds # names, and # of the "
	"people on it are over ninety. The meetings will last # hours over three days. & of the Red Cross said that buses would leave "
	"@ at # in the morning, and that doctors would travel with the oldest.",
	"A fire broke out at a warehouse in @ at # p.m., and # firefighters with # engines brought it under control after # hours. "
	"No one was hurt. The damage is put at # million won, a fire official named & said. The police look into the cause, and have "
	"asked the owner, a firm from @ with # workers, for its records.",
	"The ruling party has the support of #.# percent of voters, down #.# points from last week, and the opposition stands at #.# "
	"percent, a poll by a firm in @ showed. The poll asked # adults by phone and has a margin of error of #.# points. The "
	"approval of the president was #.# percent. & of the firm said that the price of housing had weighed on the result.",
	"The air force scrambled # fighters after # foreign military planes entered the air defense zone off @ at # a.m., the Joint "
	"Chiefs said. The planes left the zone at # a.m. without entering the air space of the country. It was the #th such case "
	"this year. Brig. Gen. & said that the hotline had been used, and that the neighbor had called it a routine drill.",
};

static void
negatives(unsigned per_class)
{
	char id[96];

	for (unsigned f = 0; f < COUNT(templates); f++)
		for (unsigned i = 0; i < per_class / 12; i++) {
			struct text t = { 0 };

			fill_template(&t, templates[f]);
			snprintf(id, sizeof id, "n.template.%u.%u", f, i);
			emit(id, (int)(i % 30), &t);
			free(t.p);
		}
	for (unsigned i = 0; i < per_class; i++) {
		static const char *const kinds[] = { "writers", "statement", "biography", "column" };
		struct story s;
		struct text shared = { 0 };
		unsigned kind = i % COUNT(kinds);

		make_story(&s);
		while (shared.n < (kind == 1 ? 380u : kind == 2 ? 250u : kind == 3 ? 300u : 0u))
			body(&shared, &s, 1);
		for (unsigned k = 0; k < 3; k++) {
			struct text t = { 0 };

			body(&t, &s, 8 + pick(8));
			if (shared.n) {
				puts_to(&t, "\n");
				add(&t, shared.p, shared.n);
				puts_to(&t, "\n");
			}
			body(&t, &s, 3 + pick(6));
			snprintf(id, sizeof id, "n.%s.%u.%u", kinds[kind], i, k);
			emit(id, (int)(i % 60 + k), &t);
			free(t.p);
		}
		free(shared.p);
	}
}

static void
plain(unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		struct story s;
		struct text t = { 0 };
		struct item item = { .day = (int)(i * 7u / n) };

		make_story(&s);
		body(&t, &s, 5 + pick(12));
		snprintf(item.id, sizeof item.id, "o%u", i);
		item.text = t.p;
		print_item(&item);
		free(t.p);
	}
}

int
main(int argc, char **argv)
{
	unsigned originals = argc > 3 ? (unsigned)strtoul(argv[2], NULL, 10) : 0, per_class;

	if (!originals) {
		fputs("usage: dedup_gen SEED ORIGINALS PER_CLASS [shuffle] | dedup_gen SEED ARTICLES plain\n", stderr);
		return 2;
	}
	state = strtoul(argv[1], NULL, 10);
	if (!strcmp(argv[3], "plain")) {
		plain(originals);
		return ferror(stdout) || fflush(stdout) ? 2 : 0;
	}
	per_class = (unsigned)strtoul(argv[3], NULL, 10);
	bases = calloc(originals, sizeof *bases);
	stories = calloc(originals, sizeof *stories);
	days = calloc(originals, sizeof *days);
	if (!bases || !stories || !days)
		abort();
	for (unsigned i = 0; i < originals; i++) {
		char id[16];

		make_story(&stories[i]);
		days[i] = (int)pick(60);
		body(&bases[i], &stories[i], 10 + pick(22));
		snprintf(id, sizeof id, "o%u", i);
		emit(id, days[i], &bases[i]);
	}
	negatives(per_class);
	for (size_t class = 0; class < COUNT(classes); class++)
		for (unsigned i = 0; i < per_class; i++)
			variant(class, i, pick(originals), originals);
	if (argc > 4)
		for (size_t i = n_items - 1; i > 0; i--) {
			size_t k = pick((unsigned)i + 1);
			struct item other = items[i];

			items[i] = items[k];
			items[k] = other;
		}
	for (size_t i = 0; i < n_items; i++)
		print_item(&items[i]);
	return ferror(stdout) || fflush(stdout) ? 2 : 0;
}
