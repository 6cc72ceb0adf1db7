/* Forms of the gazetteer that are words, too: which of them the context bears out. */
#include "hangul_rule.h"
#include "scan.h"

/* Words that a noun would not follow: after them a name at the start of a sentence is believed. */
static bool
goes_on(const struct doc *d, size_t i)
{
	return !is_lower(d, i) || has_class(d, i, CLASS_SPEECH | CLASS_COMMON);
}

/* "in The Diplomat": the article of a title, not of a sentence. */
static bool
capital_article(const struct doc *d, size_t i)
{
	return is_capital(d, i) && word_is(d, i, "the") && !(tok(d, i)->flags & (TOKEN_OPENS | TOKEN_HEADING));
}

/* 천룡 미사일, 로켓 '해룡': a weapon's kind beside an everyday word. */
static bool
hangul_weapon(const struct doc *d, size_t i, size_t after)
{
	struct list *kinds = LIST(HANGUL_ARMS);
	struct str next = doc_span(d, after < d->tokens_n ? after : i, after < d->tokens_n ? after : i);
	struct str before = i > 0 ? doc_span(d, i - 1, i - 1) : str_of(NULL, 0);

	return is_hangul(d, i) && (list_begins(kinds, next) || list_ends(kinds, before));
}

/* "WELLINGTON, June 3 (Yonhap) --", "SOFIA, Bulgaria --", "PERTH (Reuters)": does a paragraph's dateline begin at i? */
static bool
opens_dateline(const struct doc *d, size_t i, size_t after)
{
	if ((i > 0 && tok(d, i - 1)->kind != TOKEN_BREAK) || !(is_mark(d, after, MARK_COMMA) || is_mark(d, after, MARK_OPEN)))
		return false;
	for (size_t k = after; k < after + 9 && tok(d, k)->kind != TOKEN_BREAK && !is_lower(d, k); k++)
		if (is_mark(d, k, MARK_DASH) || is_mark(d, k, MARK_OPEN) || (is_mark(d, k, MARK_HYPHEN) && is_spaced(d, k)))
			return true;
	return false;
}

/* "TIME magazine", "told Reuters", "according to Rand", "an essay in Foreign Affairs", "wrote on X": does a body with that name speak? */
static bool
evident_body(const struct doc *d, const struct gaz_hit *hit, size_t i)
{
	size_t after = i + hit->tokens;

	if (word_in(d, after, "magazine corp corporation newspaper reported said report analyst analysts"))
		return true;
	if (i > 0 && word_in(d, i - 1, "told magazine newspaper"))
		return true;
	if (i < 2)
		return false;
	if (word_is(d, i - 1, "to") && word_is(d, i - 2, "according"))
		return true;
	if (hit->at[0].flags & GAZ_OUTLET
	    && (capital_article(d, i - 1)
		|| (word_is(d, i - 1, "in")
		    && word_in(d, i - 2, "wrote writing writes written published article essay interview piece"))))
		return true;
	return length(d, i) == 1 && word_is(d, i - 1, "on") && !is_capital(d, after) && !is_hyphen(d, after)
	    && tok(d, after)->kind != TOKEN_NUMBER;
}

/* Does the context say that a doubtful form is a name? */
static bool
evident(const struct doc *d, const struct gaz_hit *hit, size_t i, enum entity_type type)
{
	size_t after = i + hit->tokens;

	switch (type) {
	case TYPE_WEAPON:
		return word_in(d, after, WEAPON_NOUNS)
		    || (i > 2 && word_is(d, i - 1, "the") && word_is(d, i - 2, "as") && word_in(d, i - 3, "known named"))
		    || (word_is(d, after, "main") && word_is(d, after + 1, "battle"))
		    || is_hyphen(d, after) || hangul_weapon(d, i, after);
	case TYPE_ORG: return evident_body(d, hit, i);
	case TYPE_PERSON: return i > 0 && has_class(d, i - 1, CLASS_TITLE | CLASS_RANK | CLASS_HONORIFIC);
	default: return false;
	}
}

/* "Avenger, Patriot and THAAD": one of a list of weapons. */
static bool
listed(const struct scan *s, size_t i, size_t after)
{
	const struct doc *d = s->d;
	struct gaz_hit next;
	size_t j = is_mark(d, after, MARK_COMMA) && word_is(d, after + 1, "and") ? after + 2 : after + 1;

	/* "Patriot and Cheongung-II batteries" */
	if (word_is(d, after, "and") && is_capital(d, after + 1))
		for (size_t k = after + 2; k < after + 6 && tok(d, k)->kind != TOKEN_BREAK && !is_mark(d, k, MARK_COMMA); k++)
			if (word_in(d, k, "missile missiles battery batteries system systems interceptors launchers"))
				return true;
	if (i >= 2 && (is_mark(d, i - 1, MARK_COMMA) || word_is(d, i - 1, "and")) && known_as(s, i - 2, TYPE_WEAPON))
		return true;
	return (is_mark(d, after, MARK_COMMA) || word_is(d, after, "and")) && gaz_match(s->g, d, j, 0, &next)
	    && gaz_entity(s->g, next.at[0].entity).type == TYPE_WEAPON && !(next.at[0].flags & GAZ_EVIDENCE);
}

/* "Foreign Policy", "The Nation": an outlet whose name is made of everyday words. */
static bool
everyday(const struct doc *d, const struct gaz_hit *hit, size_t i)
{
	const uint32_t plain = CLASS_MODIFIER | CLASS_COMMON | CLASS_LAW | CLASS_EVERYDAY | CLASS_PLACE | CLASS_REGION | CLASS_NATION;

	for (size_t k = i; k < i + hit->tokens; k++)
		if (is_word(d, k) && !has_class(d, k, plain) && !word_in(d, k, OUTLET_WORDS))
			return false;
	return true;
}

/* "in English", "the Korean language": a language, not a people. */
static bool
language(const struct doc *d, size_t i, size_t after)
{
	if (word_in(d, after, "language initials subtitles acronym abbreviation edition alphabet"))
		return true;
	if (i == 0 || !word_in(d, i, TONGUES))
		return false;
	if (word_in(d, i - 1, "fluent broken flawless perfect speak speaks spoke speaking learn learns learned learning")
	    && (!is_word(d, after) || has_class(d, after, CLASS_COMMON)))
		return true;
	bool ends = !is_word(d, after) || word_is(d, after, "as");
	if (word_in(d, i - 1, "and or") && i > 2 && word_in(d, i - 2, TONGUES)) /* "in Korean and English" */
		return ends && word_in(d, i - 3, "in into both");
	if (word_in(d, after, "and or") && word_in(d, after + 1, TONGUES))
		return word_in(d, i - 1, "in into both") && !is_word(d, after + 2);
	return ends && word_in(d, i - 1, "in into from");
}

/* "memorandum of understanding (MOU)": letters of plain words, not of a name. */
static bool
plain_letters(const struct doc *d, size_t i)
{
	struct str letters = doc_span(d, i, i);
	size_t k = i - 2, n = letters.n;

	if (i < 2 || !is_mark(d, i - 1, MARK_OPEN))
		return false;
	while (n > 0 && is_lower(d, k) && ((d->text.p[tok(d, k)->start] | 0x20) == (letters.p[n - 1] | 0x20)
	    || (letters.p[n - 1] == 'X' && word_is(d, k, "exercise")))) {
		n--;
		k -= is_hyphen(d, k - 1) ? 2 : 1;
	}
	return n == 0;
}

/* A form that is a word, too: is there nothing in the text that makes it a name? */
static bool
unproven(struct scan *s, const struct gaz_hit *hit, size_t i, enum entity_type type)
{
	const struct doc *d = s->d;
	unsigned flags = hit->at[0].flags;
	size_t after = i + hit->tokens;
	bool opens = is_opening(d, i);

	/* Polish, Jordan: believed in mid-sentence, but not Defense Secretary Austin */
	if ((type == TYPE_NORP || type == TYPE_GPE) && is_capital(d, i) && !opens)
		return type == TYPE_GPE && is_capital(d, i - 1) && word_in(d, i - 1, "Secretary President Minister")
		    && !is_mark(d, after, MARK_COMMA);
	/* Lotte, AFP: a capital in mid-sentence will do for a company's name and for letters */
	if (type == TYPE_ORG && is_capital(d, i) && length(d, i) > 1 && !in_heading(d, i)
	    && (!opens || (is_lower(d, after) && has_class(d, after, CLASS_SPEECH)))
	    && (flags & GAZ_ACRONYM ? is_upper(d, i) && length(d, i) > 2
	                            : str_eq(gaz_entity(s->g, hit->at[0].entity).kind, STR("company"))))
		return plain_letters(d, i);
	/* 왕이 외교부장; 왕이 is "a king" otherwise */
	if (type == TYPE_PERSON && is_hangul(d, i)) {
		struct gaz_hit behind;
		size_t k = gaz_match(s->g, d, after, 0, &behind) && gaz_entity(s->g, behind.at[0].entity).type != TYPE_PERSON
		    ? after + behind.tokens
		    : after;
		return !gaz_title(s->g, d, k, 0, &behind) && !(name_word(d, k) & SAYS_TITLE);
	}
	if (type == TYPE_GPE && is_hangul(d, i))
		return !hangul_place_evident(s, hit, i);
	/* the opposition Greens, the Law and Justice party */
	if (type == TYPE_ORG && str_eq(gaz_entity(s->g, hit->at[0].entity).kind, STR("political party"))
	    && (word_in(d, after, "party lawmaker lawmakers politician candidate") || (i > 0 && word_in(d, i - 1, "opposition ruling"))))
		return false;
	return !evident(d, hit, i, type) && !(type == TYPE_WEAPON && is_capital(d, i) && listed(s, i, after));
}

/* Does the form go on to be another thing's name? */
static bool
is_part(const struct doc *d, const struct gaz_hit *hit, size_t i, enum entity_type type)
{
	size_t after = i + hit->tokens;
	bool one = hit->tokens == 1, capital = is_capital(d, after);

	switch (type) {
	case TYPE_ORG: /* Treasury Secretary, Cabinet Secretary, no Navy Captain; Navy Yard, Armed Forces Day; Air Force One */
		return (capital && is_capital(d, i) && word_in(d, after, "day week month"))
		    || (capital
			&& ((one && has_class(d, after, CLASS_TITLE) && !has_class(d, after, CLASS_RANK) && is_capital(d, i)
				&& word_in(d, i, "treasury cabinet navy army house senate press"))
			    || (one && word_in(d, after, "yard museum pier"))
			    || (word_is(d, after - 1, "force") && word_in(d, after, "one two"))));
	case TYPE_LAW: /* Constitution Day */
		return one && capital && word_in(d, after, "day week month");
	case TYPE_LOC: /* truce village of Panmunjom */
		return is_lower(d, i) && word_is(d, after, "of") && is_capital(d, after + 1);
	case TYPE_GPE: /* U.S.G. */
		return capital && length(d, after) == 1 && is_mark(d, after - 1, MARK_DOT) && is_glued(d, after);
	case TYPE_WEAPON: /* 240mm, 155-mm */
		return (tok(d, i)->kind == TOKEN_NUMBER && (one || word_is(d, after - 1, "mm")))
		    || word_in(d, after, "no-fly zone airspace");
	default:
		return false;
	}
}

/* One word that stands for other letters than the table's. */
static bool
other_letters(struct scan *s, unsigned flags, size_t i)
{
	const struct doc *d = s->d;

	if (flags & GAZ_ACRONYM && plain_letters(d, i)) {
		s->plain = doc_span(d, i, i);
		return true;
	}
	if (s->plain.n && str_eq(s->plain, doc_span(d, i, i)))
		return true;
	/* the "Un" of a name is not the UN */
	return flags & GAZ_ACRONYM && is_capital(d, i) && !is_upper(d, i) && length(d, i) <= 3;
}

/* GOP(일반전초), CCTV를 확인: letters that are no party's, no broadcaster's among Hangul; but 중국 CCTV is one. */
static bool
hangul_letters(const struct doc *d, size_t i)
{
	struct str w = doc_span(d, i, i), before = i > 0 ? doc_span(d, i - 1, i - 1) : str_of(NULL, 0);
	size_t next = i + 1 + is_mark(d, i + 1, MARK_OPEN);

	if (!(str_starts(w, STR("GOP")) || str_starts(w, STR("CCTV"))) || word_begins(before, "중국 관영 공화당"))
		return false;
	return (uint8_t)str_last(w) >= 0x80 || is_hangul(d, next) || (i > 0 && is_hangul(d, i - 1));
}

/* One word that is a body's elsewhere: a given name that a company has, "Rafael Grossi"; "IMO 7937317", a ship's number; "CCTV footage". */
static bool
no_body(const struct scan *s, const struct gaz_hit *hit, size_t i)
{
	const struct doc *d = s->d;

	if (has_class(d, i, CLASS_GIVEN) && is_capital(d, i + 1) && is_spaced(d, i + 1) && name_word(d, i + 1) & NAME_PART
	    && !has_class(d, i + 1, CLASS_EVERYDAY) && str_eq(gaz_entity(s->g, hit->at[0].entity).kind, STR("company")))
		return true;
	return (word_is(d, i, "IMO") && (tok(d, i + 1)->kind == TOKEN_NUMBER || word_in(d, i + 1, "number no")))
	    || (word_is(d, i, "CCTV") && word_in(d, i + 1, "camera cameras footage")) || hangul_letters(d, i);
}

/* Does the person's name go on: Park Jin-hwan is not Park Jin, Jo Chol Min not Jo Chol? */
static bool
longer_name(const struct doc *d, const struct gaz_hit *hit, size_t i)
{
	size_t after = i + hit->tokens;

	/* "김성은 전 장관": his name, not that of 김성 and a particle */
	if (hit->tokens == 1 && is_hangul(d, i) && hit->end - tok(d, i)->start == 2 * HANGUL_SYLLABLE && name_word(d, i) & SAYS_PERSON
	    && is_hangul(d, after) && is_spaced(d, after) && word_exactly(doc_span(d, after, after), "전 전임"))
		return true;
	if (hit->tokens > 1 && is_hyphen(d, after) && is_lower(d, after + 1) && has_class(d, after + 1, CLASS_SYLLABLE))
		return true;
	return hit->tokens == 2 && has_class(d, i, CLASS_SURNAME) && has_class(d, after, CLASS_SYLLABLE) && is_capital(d, after)
	    && is_spaced(d, after) && has_class(d, i + 1, CLASS_SYLLABLE) && !has_class(d, after, CLASS_TITLE | CLASS_COMMON)
	    && !is_capital(d, after + 1) && !is_hyphen(d, after + 1);
}

/* www.38north.org */
static bool
in_address(const struct doc *d, size_t i, size_t after)
{
	return is_glued(d, i) && is_mark(d, i - 1, MARK_DOT) && is_mark(d, after, MARK_DOT) && is_glued(d, after + 1)
	    && is_word(d, after + 1);
}

/* "인도 시점", "폴란드 인도 물량": a delivery, not India. */
static bool
delivery(const struct doc *d, size_t i)
{
	return str_eq(doc_span(d, i, i), STR("인도")) && word_begins(doc_span(d, i + 1, i + 1), HANGUL_DELIVERIES);
}

/* "한화 약 3조원", "한화로 5천억 원", "한화 이글스": won, or those who play, and not the firm. */
static bool
won(const struct doc *d, size_t i)
{
	if (!word_exactly(doc_span(d, i, i), "한화 한화로 한화론"))
		return false;
	return length(d, i) > strlen("한화") || tok(d, i + 1)->kind == TOKEN_NUMBER
	    || word_begins(doc_span(d, i + 1, i + 1), "약 환산 기준 가치 이글스 수백 수천 수십");
}

/* "‘진실’이란 제목": the particle on a closing mark, not Iran. */
static bool
on_closing(const struct doc *d, size_t i)
{
	return i > 1 && word_begins(doc_span(d, i, i), "이란") && is_glued(d, i) && tok(d, i - 1)->kind == TOKEN_PUNCT && is_glued(d, i - 1)
	    && is_spaced(d, i + 1) && !is_mark(d, i - 1, MARK_OPEN) && !is_mark(d, i - 1, MARK_MIDDLE) && !is_mark(d, i - 1, MARK_COMMA)
	    && !is_mark(d, i - 1, MARK_SLASH) && !is_hyphen(d, i - 1);
}

/* "브래들리 마틴 객원연구원", "해리스 김 대령": a gun's or ship's name that is a person's given one, before his surname and title. */
static bool
given_name(const struct doc *d, size_t i)
{
	return is_hangul(d, i) && name_word(d, i) & SAYS_FOREIGN && is_spaced(d, i + 1)
	    && name_word(d, i + 1) & SAYS_FOREIGN && is_spaced(d, i + 2) && name_word(d, i + 2) & SAYS_TITLE
	    && !(name_word(d, i + 1) & SAYS_TITLE);
}

/* "China's coast guard", "the Japanese coast guard said", not "Chinese coast guard ships". */
static bool
owned_guard(const struct doc *d, size_t i, size_t after)
{
	if (i > 0 && word_is(d, i - 1, "s") && is_glued(d, i - 1))
		return true;
	return i > 0 && is_capital(d, i - 1) && length(d, i - 1) > 1 && !word_is(d, i - 1, "the") && !has_class(d, after, CLASS_VESSEL);
}

bool
doubtful(struct scan *s, const struct gaz_hit *hit, size_t i, enum entity_type type)
{
	const struct doc *d = s->d;
	unsigned flags = hit->at[0].flags;
	size_t after = i + hit->tokens;
	bool one = hit->tokens == 1;

	if (flags & GAZ_USER)
		return false;
	/* an MOU: a memorandum, unless it speaks as the ministry does */
	if (type == TYPE_ORG && one && word_is(d, i, "MOU") && !(is_lower(d, after) && has_class(d, after, CLASS_SPEECH)))
		return !word_in(d, after, "official officials spokesperson");
	if (type == TYPE_ORG && is_lower(d, i) && word_is(d, i, "coast") && !owned_guard(d, i, after))
		return true;
	if ((type == TYPE_ORG && one && (no_body(s, hit, i) || won(d, i))) || (type == TYPE_PERSON && longer_name(d, hit, i)))
		return true;
	/* 부산서 열린, but 해양경찰서 is a station */
	if (type != TYPE_GPE && one && hit->end < tok(d, i)->end && str_starts(str_from(d->text, hit->end), STR("서")))
		return true;
	if (flags & GAZ_EVIDENCE) {
		if (type == TYPE_GPE && (opens_dateline(d, i, after) || hangul_place_settled(s, hit, i)))
			s->town = hit->at[0].entity;
		return s->town != hit->at[0].entity && unproven(s, hit, i, type);
	}
	if (is_part(d, hit, i, type) || in_address(d, i, after) || (one && other_letters(s, flags, i)))
		return true;
	if (flags & GAZ_OUTLET && everyday(d, hit, i))
		return !evident(d, hit, i, type);
	if (type == TYPE_NORP)
		return language(d, i, after);
	if ((type == TYPE_GPE && (delivery(d, i) || on_closing(d, i))) || (type == TYPE_WEAPON && one && given_name(d, i)))
		return true;
	if (type == TYPE_GPE) /* Calif.; US$924 million */
		return one && length(d, i) <= 5 && word_in(d, i, SHORT_STATES) ? !(is_mark(d, after, MARK_DOT) && is_glued(d, after))
		                                                        : is_glued(d, after) && d->text.p[tok(d, after)->start] == '$';
	return flags & GAZ_COMMON && one && is_opening(d, i) && !goes_on(d, after) && !evident(d, hit, i, type);
}
