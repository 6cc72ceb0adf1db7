/* Places in Hangul whose names are words, too (수단, 경기, 도하): what around them says that the place is meant. */
#include "hangul_rule.h"

static bool
same_country(const struct gaz_entity *a, const struct gaz_entity *b)
{
	return a->type == TYPE_GPE && b->country.n && str_eq(a->country, b->country);
}

/* "카타르 도하", "경기도 안양": right behind what the place lies in. The two Koreas are no such evidence: 북한 과일 is fruit. */
bool
hangul_place_settled(const struct scan *s, const struct gaz_hit *hit, size_t i)
{
	const struct doc *d = s->d;
	const struct mention *above = i > 0 ? known(s, i - 1) : NULL;
	uint32_t seat;

	if (!above || above->type != TYPE_GPE || above->end != tok(d, i - 1)->end || !is_spaced(d, i)
	    || str_eq(above->id, STR("country/kr")) || str_eq(above->id, STR("country/kp"))
	    || (seat = gaz_find(s->g, above->id)) == GAZ_NONE)
		return false;
	struct gaz_entity e = gaz_entity(s->g, seat), place = gaz_entity(s->g, hit->at[0].entity);
	return same_country(&e, &place);
}

/* Is the name at token i that of a place which is no other word? */
static bool
sure_place(const struct scan *s, size_t i, struct gaz_entity *place)
{
	struct gaz_hit hit;

	if (!is_hangul(s->d, i) || !gaz_match(s->g, s->d, i, 0, &hit) || hit.at[0].flags & GAZ_EVIDENCE)
		return false;
	*place = gaz_entity(s->g, hit.at[0].entity);
	return place->type == TYPE_GPE;
}

/* "경기 파주시", "경기 가평", "경기 남양주경찰서": right before what lies in it. */
static bool
before_part(const struct scan *s, const struct gaz_entity *place, size_t after)
{
	const struct doc *d = s->d;
	struct str w = doc_span(d, after < d->tokens_n ? after : 0, after < d->tokens_n ? after : 0);
	struct gaz_entity part;

	if (!is_spaced(d, after))
		return false;
	return (sure_place(s, after, &part) && same_country(&part, place))
	    || (str_eq(place->country, STR("KR")) && w.n >= 6 && words_of(w.p, 6) & CLASS_REGION)
	    || word_ends_in(hangul_stem(d, after), "경찰서 소방서");
}

/* "인천·경기", "이집트, 수단 등": beside another place. */
static bool
listed(const struct scan *s, size_t i, size_t after)
{
	const struct doc *d = s->d;
	struct gaz_entity other;

	if (i > 1 && (is_mark(d, i - 1, MARK_MIDDLE) || is_mark(d, i - 1, MARK_COMMA)) && known_as(s, i - 2, TYPE_GPE))
		return true;
	return (is_mark(d, after, MARK_MIDDLE) || is_mark(d, after, MARK_COMMA)) && sure_place(s, after + 1, &other);
}

/* Does the text say 조선 for North Korea, as Chinese outlets and the North's friends do: is nothing called 북한, and does it say what only
 * they say? */
static bool
calls_north_joseon(struct str text)
{
	return (str_has(text, STR("조선반도")) || str_has(text, STR("조선중앙통신")) || str_has(text, STR("조선 중앙통신"))
		   || str_has(text, STR("대조선")) || str_has(text, STR("조선인민군")) || str_has(text, STR("조선외무성"))
		   || str_has(text, STR("조선 외무성")) || (str_has(text, STR("조선의")) && str_has(text, STR("김정"))))
	    && !str_has(text, STR("북한"));
}

/* Asked once a text: it is read whole. */
static bool
is_north(struct scan *s, struct str behind)
{
	if (behind.n && !word_exactly(behind, "은 는 이 가 의 을 를 에 과 도 측 측은 측의 측이 측에 에서 으로 에게"))
		return false;
	if (s->north == UNASKED)
		s->north = calls_north_joseon(s->d->text) ? YES : NO;
	return s->north == YES;
}

bool
hangul_place_evident(struct scan *s, const struct gaz_hit *hit, size_t i)
{
	const struct doc *d = s->d;
	struct gaz_entity place = gaz_entity(s->g, hit->at[0].entity);
	size_t after = i + hit->tokens;

	if (str_eq(place.id, STR("country/kp")))
		return is_north(s, str_of(d->text.p + hit->end, tok(d, after - 1)->end - hit->end));
	if (listed(s, i, after))
		return true;
	if (hit->end < tok(d, after - 1)->end) /* 경기에서 is in a match */
		return str_starts(str_from(d->text, hit->end), STR("에서")) && !str_eq(place.kind, STR("province"));
	return before_part(s, &place, after) || (is_spaced(d, after) && word_begins(doc_span(d, after, after), HANGUL_PLACE_WORDS));
}
