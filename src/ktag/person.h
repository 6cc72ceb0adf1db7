/* What the rules for persons share: how a name is read from left to right and what stands round it (person.c). */
#ifndef KTAG_PERSON_H
#define KTAG_PERSON_H

#include "scan.h"

enum { PERSON_NOT = CLASS_NATION | CLASS_CALENDAR | CLASS_HONORIFIC };
enum { PERSON_HEAD = CLASS_ORG | CLASS_UNIT | CLASS_COMPANY | CLASS_EVENT | CLASS_LAW };

/* The last token of the name that begins at i. */
size_t name_end(const struct scan *s, size_t i);

/* Would the name run on into the name of something else: "Political Bureau", "Grace Church"? */
bool runs_on(const struct scan *s, size_t last);

/* Does a verb of speech stand at token i: "said", "told"? */
bool speaks(const struct doc *d, size_t i);

/* Adds the person; returns the token behind the name. */
size_t add_person(struct scan *s, size_t a, size_t b, const char *rule);

/* A title ends just before token i: "Defense Minister", "Gen.", "analyst". */
bool person_behind_title(const struct scan *s, size_t i);

/* ", a senior researcher at", ", who", ", Director of": what follows a name and makes it a person's stands at token i. */
bool person_apposed(const struct scan *s, size_t i);

/* Rules. They return the token behind the name, i if there is none: Korean names (person_korean.c), and those that ask the form of the
 * words alone (person_alone.c). */
size_t person_korean(struct scan *s, size_t i);
size_t person_by_form(struct scan *s, size_t i);
size_t person_single(struct scan *s, size_t i);

#endif
