/* What the speakers of Korean quotes are told by: particles, nouns for persons, offices. Units are those of quote_frame.h. */
#ifndef KTAG_QUOTE_KOREAN_H
#define KTAG_QUOTE_KOREAN_H

#include "quote_frame.h"

/* Does a particle that marks a topic or a subject end the unit, or follow it? */
bool subject_particle(struct frame *f, size_t i, bool topic);

/* The person or body whose phrase the particle at unit i closes. */
bool named(struct frame *f, size_t i, size_t low, struct speaker *s);

static inline uint32_t
korean_class(const struct frame *f, struct str word)
{
	return role_word_exact(f->say, word);
}

#endif
