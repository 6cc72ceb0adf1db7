#include "hangul_word.h"
#include "digit.h"
#include "gaz_open.h"
#include "hanja.h"
#include "ktag_lists.h"
#include "list.h"
#include "role_words.h"
#include "utf8.h"
#include "words.h"
#include "words_table.h"

enum { LONGEST_TITLE = 21 /* bytes */ };

/* A title that tells a name before it, be it no role: 장관, 기자; 공사 is too often a corporation. */
static uint32_t
title(struct str w)
{
	uint32_t found = role_word_exact(&role_words_titles, w);

	return found & WORD_KOWORD ? 0 : found & (WORD_KO | WORD_KONAME | WORD_KOALONE);
}

/* Does w end in a title of two syllables or more, with `least` to `most` bytes before it? 법안소위 is a subcommittee, no lieutenant. */
static bool
ends_in_title(struct str w, size_t least, size_t most)
{
	for (size_t n = 2 * HANGUL_SYLLABLE; n <= LONGEST_TITLE && n + least <= w.n; n += HANGUL_SYLLABLE)
		if (w.n - n <= most && (title(str_from(w, w.n - n)) & (WORD_KO | WORD_KOALONE)) == WORD_KO)
			return true;
	return false;
}

/* What makes a body of a title: 위원회, 대통령실. */
#define BODY_SYLLABLES "회 실 단 부 국 급 관"

bool
hangul_title(struct str w)
{
	/* 1차관, 2차장, 제1위원장 */
	if (str_starts(w, STR("제")) && str_digits_end(w, 3) > 3)
		w = str_from(w, 3);
	while (w.n > 0 && is_digit(w.p[0]))
		w = str_from(w, 1);
	if (w.n < HANGUL_SYLLABLE)
		return false;
	if (str_eq(w, STR("전"))) /* the former; 전면 is another word */
		return true;
	/* the title, and at most two syllables of particles behind it; but 위원회 and 대통령실 are bodies */
	for (size_t n = w.n; n >= HANGUL_SYLLABLE && n + 2 * HANGUL_SYLLABLE >= w.n; n -= HANGUL_SYLLABLE)
		if (title(str_of(w.p, n)) && !word_begins(str_from(w, n), BODY_SYLLABLES))
			return true;
	/* "통일부장관은": fused with its office */
	return ends_in_title(w, 1, 24)
	    || (!word_begins(str_from(w, w.n - HANGUL_SYLLABLE), BODY_SYLLABLES)
		&& ends_in_title(str_of(w.p, w.n - HANGUL_SYLLABLE), 0, 27));
}

/* Of data/hangul_names.tsv: its column. */
enum place { AS_SURNAME, AS_FIRST, AS_SECOND, AS_FOREIGN };

static int
syllable_weight(struct str syllable, enum place place)
{
	size_t low = 1, high = hangul_weights_n, len;
	uint32_t point = utf8_point(syllable.p, syllable.n, &len);

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (hangul_weights[mid].point < point)
			low = mid + 1;
		else
			high = mid;
	}
	return hangul_weights[low < hangul_weights_n && hangul_weights[low].point == point ? low : 0].weights[place];
}

bool
hangul_name_shape(struct str w)
{
	return w.n == HANGUL_NAME && words_of(w.p, HANGUL_SYLLABLE) & CLASS_SURNAME;
}

/* The logarithm, in tenths, of how much more likely three syllables are a name than another word: naive Bayes. */
static int
name_weight(struct str w)
{
	int sum = 0;

	for (int place = AS_SURNAME; place <= AS_SECOND; place++)
		sum += syllable_weight(str_of(w.p + place * HANGUL_SYLLABLE, HANGUL_SYLLABLE), (enum place)place);
	return sum;
}

/* "강서갑", "용인정": a constituency, the town and its sign. */
static bool
is_constituency(struct str w)
{
	return word_ends_in(w, "갑 을 병 정 무") && (words_of(w.p, 2 * HANGUL_SYLLABLE) & CLASS_REGION || word_begins(w, HANGUL_WARDS));
}

/* Three syllables, a surname and two of given names. Of the names that the weights were counted on, 99 of 100 pass, of other words that
 * begin with a surname's syllable 6; the frequent ones among these are listed as common. */
static bool
is_person(struct str w)
{
	if (w.n == HANGUL_NAME && word_begins(w, "남궁 황보 제갈 선우 사공 독고"))
		return words_of(w.p + 6, 3) & CLASS_SYLLABLE;
	return w.n == HANGUL_NAME && name_weight(w) >= -16 && !(words_of(w.p, w.n) & CLASS_COMMON) && !is_constituency(w);
}

/* A name so plainly that nothing around it need say so: of a hundred such words in news five are something else. "조정하는" is a verb, and
 * places alone take 에서. */
static bool
is_name(struct str stem, struct str word)
{
	struct str rest = str_from(word, stem.n);

	return is_person(stem) && name_weight(stem) >= 30 && !(str_ends(stem, STR("하")) && rest.n) && !word_exactly(rest, "에 에서 에서는");
}

/* "김 부부장": surnames that stand alone before a title, and are no word of their own there ("전 대통령" is a former one). */
static bool
is_surname(struct str w)
{
	return w.n == 3 && word_begins(w, HANGUL_LONE_SURNAMES);
}

/* "유관순함": ships named after persons. */
static bool
is_ship(struct str w)
{
	return w.n >= 12 && memcmp(w.p + 9, "함", 3) == 0 && words_of(w.p, 3) & CLASS_SURNAME && words_of(w.p + 3, 3) & CLASS_SYLLABLE
	    && words_of(w.p + 6, 3) & CLASS_SYLLABLE && !word_begins(w, "고속정 강습 상륙 이지스 구조 초계 호위 기뢰 소해 전투 수상 훈련");
}

int
hangul_foreign(struct str w)
{
	int sum = 0;

	for (size_t k = 0; k + HANGUL_SYLLABLE <= w.n; k += HANGUL_SYLLABLE)
		sum += syllable_weight(str_of(w.p + k, HANGUL_SYLLABLE), AS_FOREIGN);
	return sum;
}

/* May w be part of a foreign name: two to eight syllables that do not speak against it, without a particle? */
static bool
is_foreign(struct str w)
{
	return w.n >= 6 && w.n <= 24 && w.n % HANGUL_SYLLABLE == 0 && (uint8_t)w.p[0] >= 0x80 && hangul_foreign(w) >= -15
	    && (!word_begins(str_from(w, w.n - 3), "은 는 을 를 에 의 와 과 서 한 된 할 면 며 던") || word_exactly(w, JAPANESE_SURNAMES))
	    && !word_exactly(w, HANGUL_NO_FOREIGN_NAMES " " HANGUL_OPENERS);
}

static struct list particles = LIST_ITEM(HANGUL_PARTICLES);

/* A particle, or nothing at all. */
static bool
is_particle(struct str w)
{
	return w.n == 0 || list_holds(&particles, w);
}

/* Length of the particle that a word of more than three syllables ends in. */
static size_t
particle(struct str w)
{
	return w.n > HANGUL_NAME ? list_ends(&particles, str_from(w, 7)) : 0;
}

/* "17사단", "제431원정정찰대대": the number opens the name. */
static bool
is_unit(struct str w)
{
	size_t digits;

	if (str_starts(w, STR("제")))
		w = str_from(w, 3);
	digits = str_digits_end(w, 0);
	return digits > 0 && digits <= 4 && w.n >= digits + 6 && word_ends_in(w, HANGUL_UNITS) && (digits <= 3 || word_ends_in(w, "부대"));
}

static bool
is_body(struct str w)
{
	if (words_of(w.p, w.n) & CLASS_COMMON)
		return false; /* 국영방송, 저축은행 */
	if (word_ends_in(w, "임연구원 별연구원 원연구원 좌연구원 석연구원 빙연구원 촉연구원"))
		return false; /* 선임연구원, 객원연구원: what a person is */
	if (word_ends_in(w, "북방송 남방송 고방송 기방송 내방송 생방송 재방송 중방송"))
		return false; /* 대북방송, 경고방송 */
	if (word_ends_in(w, "복지법 방지법 금지법 유지법 농지법 토지법 광고법 신고법 보고법 국고법"))
		return false; /* acts, no courts */
	if (w.n > 9 && word_ends_in(str_from(w, 9), "연대 연합 행동 노조 기금 포럼 네트워크 평의회")
	    && !word_ends_in(w, "협력기금 단체행동 집단행동 공동행동 국제연대 사회연대 군사행동 자위행동"))
		return true;
	return w.n > 6 && word_ends_in(str_from(w, 6), HANGUL_BODY_HEADS);
}

struct str
hangul_state(struct str w)
{
	static const struct {
		const char *syllable;
		struct str id;
	} states[] = { { "한", STR_ITEM("country/kr") }, { "미", STR_ITEM("country/us") }, { "일", STR_ITEM("country/jp") },
		{ "중", STR_ITEM("country/cn") }, { "러", STR_ITEM("country/ru") }, { "북", STR_ITEM("country/kp") },
		{ "남", STR_ITEM("country/kr") } };

	bool side = w.n >= 6 && w.n <= 12 && word_begins(str_from(w, 3), "측") && (w.n == 6 || gaz_particle(str_from(w, 6))); /* 미측에 */

	bool tied = w.n >= 9 && word_begins(str_from(w, 3), HANGUL_STATE_TIES); /* 한·미동맹 */

	if (!side && !tied && (w.n == 6 ? !word_begins(str_from(w, 3), "은 는 이 가 의 을 를 과 와 도 간 에") : w.n != 3))
		return str_of(NULL, 0);
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (memcmp(w.p, states[i].syllable, 3) == 0)
			return states[i].id;
	return str_of(NULL, 0);
}

/* The head among heads, longest first, that w begins with, and at most a particle behind it: its bytes. */
static size_t
headed(struct str w, const char *heads)
{
	struct str rest = str_z(heads), head;

	while (rest.p) {
		head = str_cut(&rest, ' ');
		if (str_starts(w, head) && is_particle(str_from(w, head.n)))
			return head.n;
	}
	return 0;
}

size_t
hangul_accord(struct str w)
{
	if (w.n < 6 || !word_among(str_of(w.p, 3), "불 우 방 공 합 선 협 각"))
		return 0;
	return headed(w, "불가침조약 우호조약 방위조약 공동성명 합의 선언 협정 각서");
}

size_t
hangul_summit(struct str w)
{
	if (w.n < 6 || !word_among(str_of(w.p, 3), "국 외 정"))
		return 0;
	return headed(w, "국방장관회의 외교장관회의 정상회의 정상회담");
}

size_t
hangul_site(struct str w)
{
	return headed(w, HANGUL_SITES);
}

size_t
hangul_foreign_head(struct str w)
{
	return headed(w, HANGUL_FOREIGN_HEADS);
}

size_t
hangul_session(struct str w)
{
	if (w.n < 6 || !word_among(str_of(w.p, 3), "전 당 정 확 회 대"))
		return 0;
	return headed(w, "전원회의 당대회 정치국회의 확대회의 대회 회의");
}

/* "이석 선임연구위원", "윤진 기자": a given name of one syllable; titles that people alone bear follow it. */
static bool
is_short(struct str w)
{
	return w.n == 6 && words_of(w.p, 3) & CLASS_SURNAME && words_of(w.p + 3, 3) & CLASS_SYLLABLE
	    && !word_begins(w, HANGUL_NO_SHORT_NAMES) && !word_ends_in(w, "할 될");
}

/* "오아무개씨", "김씨는": the surname alone, glued to what stands for the rest. */
static bool
is_glued(struct str w)
{
	struct str rest = w.n >= 2 * HANGUL_SYLLABLE ? str_from(w, HANGUL_SYLLABLE) : str_of(NULL, 0);

	if (w.n > 24 || rest.n < HANGUL_SYLLABLE || !word_begins(str_of(rest.p, 3), "씨 아 모") || !(words_of(w.p, 3) & CLASS_SURNAME))
		return false;
	return str_starts(rest, STR("아무개")) || (str_starts(rest, STR("모씨")) && is_particle(str_from(rest, 2 * HANGUL_SYLLABLE)))
	    || (str_starts(rest, STR("씨")) && is_particle(str_from(rest, HANGUL_SYLLABLE)) && is_surname(str_of(w.p, HANGUL_SYLLABLE))
		&& !word_begins(w, "나씨 여씨 추씨"));
}

/* "리일규씨가", "김연철장관은", "김정은동지께서는": the name in full, glued to its title; of 선대위원장 the longest title, 위원장, leaves none. */
static bool
is_fused(struct str w)
{
	if (w.n <= HANGUL_NAME || w.n > HANGUL_NAME + LONGEST_TITLE || word_begins(w, "경기도 강원도 제주도 태평양")
	    || !is_person(str_of(w.p, HANGUL_NAME)))
		return false;
	for (size_t from = HANGUL_SYLLABLE; from <= HANGUL_NAME; from += HANGUL_SYLLABLE)
		for (size_t end = w.n; end > from && end + 4 * HANGUL_SYLLABLE >= w.n; end -= HANGUL_SYLLABLE)
			if (role_word_exact(&role_words_titles, str_of(w.p + from, end - from)) & (WORD_KO | WORD_KONAME | WORD_KOALONE)
			    && is_particle(str_from(w, end)))
				return from == HANGUL_NAME;
	return false;
}

size_t
hangul_fused(struct str w)
{
	return is_fused(w) ? HANGUL_NAME : is_glued(w) ? HANGUL_SYLLABLE : 0;
}

static bool
is_district(struct str w)
{
	return w.n >= 9 && w.n <= 15 && word_ends_in(w, "구역 읍 면 리 동 시 군 구") && !word_ends_in(w, HANGUL_NO_DISTRICTS);
}

/* "무건리훈련장": what stands at a place. The place ends in one of the syllables that places end in; 생산기지 is none. */
static bool
is_facility(struct str name)
{
	size_t head = word_ends_in(name, HANGUL_FACILITIES);
	struct str place = str_of(name.p, name.n - head);

	if (name.n > 6 && word_ends_in(str_from(name, 6), HANGUL_NAMED_SITES)) /* 강릉아산병원, 올림픽공원 */
		return !(words_of(name.p, name.n) & CLASS_COMMON);
	return head && place.n >= 6 && word_ends_in(place, HANGUL_PLACE_ENDS) && !word_ends_in(place, HANGUL_NO_PLACE_ENDS);
}

/* 美, 美국무부; 美中 is a word of its own. */
static bool
is_hanja(struct str w)
{
	return w.n >= HANJA && (uint8_t)w.p[0] < 0xEA && (w.n == HANJA || (uint8_t)w.p[HANJA] >= 0xEA) && hanja_of(w);
}

static bool
is_missile(struct str w)
{
	return w.n <= 9 && word_begins(w, HANGUL_MISSILES);
}

static bool
is_agreement(struct str w)
{
	return (w.n >= 12 && word_ends_in(w, "선언 협정 조약 군사합의 공동성명 합의서")) || (w.n >= 15 && word_ends_in(w, HANGUL_ACT_HEADS));
}

static uint32_t
says_if(bool yes, uint32_t what)
{
	return yes ? what : 0;
}

uint32_t
hangul_word(const struct token_word *t, struct str word)
{
	struct str stem;
	uint32_t says;

	if (!(t->flags & TOKEN_HANGUL) && (t->kind != TOKEN_NUMBER || utf8_ascii(word) == word.n))
		return 0;
	if (is_hanja(word))
		return SAYS_HANJA;
	stem = str_of(word.p, word.n - particle(word));
	says = (uint32_t)(word.n - stem.n) << SAYS_PARTICLE | says_if(hangul_title(word), SAYS_TITLE) | says_if(is_unit(stem), SAYS_UNIT);
	if (t->kind == TOKEN_NUMBER)
		return says;
	return says | says_if(is_person(word), SAYS_PERSON) | says_if(is_surname(word), SAYS_SURNAME)
	    | says_if(is_foreign(word), SAYS_FOREIGN) | says_if(is_ship(word), SAYS_SHIP) | says_if(hangul_state(word).n, SAYS_STATE)
	    | says_if(is_facility(stem), SAYS_FACILITY) | says_if(is_body(word), SAYS_BODY) | says_if(is_body(stem), SAYS_STEM_BODY)
	    | says_if(is_name(stem, word), SAYS_NAME) | says_if(is_short(word), SAYS_SHORT) | says_if(hangul_accord(word), SAYS_ACCORD)
	    | says_if(hangul_summit(word), SAYS_SUMMIT) | says_if(hangul_fused(word), SAYS_GLUED)
	    | says_if(is_district(stem), SAYS_DISTRICT) | says_if(is_missile(word), SAYS_WEAPON)
	    | says_if(is_agreement(stem), SAYS_AGREEMENT) | says_if(word_begins(word, HANGUL_NEAR), SAYS_NEAR);
}
