/* The Korean particles that follow a name in one word. */
#include "gaz_open.h"

/* What may follow a name in one word: particles, endings of the copula, and the suffixes of plain reference (측, 군,
 * 발). */
static const struct str particles[] = {
	STR_ITEM("으로부터"), STR_ITEM("로부터"), STR_ITEM("에게서"), STR_ITEM("에서는"), STR_ITEM("에서도"), STR_ITEM("에서의"),
	STR_ITEM("이라는"), STR_ITEM("이라고"), STR_ITEM("이었던"), STR_ITEM("이지만"), STR_ITEM("으로서"), STR_ITEM("으로써"), STR_ITEM("에서"),
	STR_ITEM("에게"), STR_ITEM("에는"), STR_ITEM("에도"), STR_ITEM("에선"), STR_ITEM("에만"), STR_ITEM("에겐"), STR_ITEM("한테"),
	STR_ITEM("께서"), STR_ITEM("까지"), STR_ITEM("부터"), STR_ITEM("보다"), STR_ITEM("처럼"), STR_ITEM("만큼"), STR_ITEM("으로"),
	STR_ITEM("로서"), STR_ITEM("로써"), STR_ITEM("라는"), STR_ITEM("라고"), STR_ITEM("이란"), STR_ITEM("이며"), STR_ITEM("이고"),
	STR_ITEM("인데"), STR_ITEM("이다"), STR_ITEM("이나"), STR_ITEM("이라"), STR_ITEM("조차"), STR_ITEM("마저"), STR_ITEM("하고"),
	STR_ITEM("과의"), STR_ITEM("와의"), STR_ITEM("로의"), STR_ITEM("뿐"), STR_ITEM("등"), STR_ITEM("들"), STR_ITEM("측"),
	STR_ITEM("군"), STR_ITEM("발"), STR_ITEM("간"), STR_ITEM("제"), STR_ITEM("산"), STR_ITEM("행"), STR_ITEM("내"),
	STR_ITEM("의"), STR_ITEM("은"), STR_ITEM("는"), STR_ITEM("이"), STR_ITEM("가"), STR_ITEM("을"), STR_ITEM("를"),
	STR_ITEM("에"), STR_ITEM("와"), STR_ITEM("과"), STR_ITEM("도"), STR_ITEM("상공"), STR_ITEM("상"), STR_ITEM("만"),
	STR_ITEM("로"), STR_ITEM("인"), STR_ITEM("나"), STR_ITEM("란"), STR_ITEM("며"), STR_ITEM("고"), STR_ITEM("및"),
	STR_ITEM("께"), STR_ITEM("랑"), STR_ITEM("였"), STR_ITEM("변"),
};

static size_t
particle_length(struct str s)
{
	if (s.n < 3)
		return 0;
	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		/* the last byte of the syllable tells most apart */
		if (particles[i].p[2] == s.p[2] && str_starts(s, particles[i]))
			return particles[i].n;
	return 0;
}

bool
gaz_particle(struct str s)
{
	for (int i = 0; i < 3 && s.n; i++) {
		size_t n = particle_length(s);

		if (n == 0)
			return false;
		s = str_from(s, n);
	}
	return s.n == 0;
}
