/* The Korean particles that follow a name in one word. */
#include "gaz_open.h"
#include "ktag_lists.h"
#include "list.h"

enum { SYLLABLE = 3, LONGEST = 4 * SYLLABLE, MOST = 3 /* particles */ };

/* The length of the longest particle that s begins with; 0 if there is none. */
static size_t
particle_length(struct str s)
{
	struct list *particles = LIST(NAME_PARTICLES);
	size_t n = s.n < LONGEST ? s.n - s.n % SYLLABLE : LONGEST;

	while (n && !list_holds(particles, str_of(s.p, n)))
		n -= SYLLABLE;
	return n;
}

bool
gaz_particle(struct str s)
{
	for (int i = 0; i < MOST && s.n; i++) {
		size_t n = particle_length(s);

		if (n == 0)
			return false;
		s = str_from(s, n);
	}
	return s.n == 0;
}
