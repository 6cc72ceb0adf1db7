/* Which word is a verb of speech, and how it stands to its subject. Units are those of quote_frame.h. */
#ifndef KTAG_QUOTE_VERB_H
#define KTAG_QUOTE_VERB_H

#include "quote_frame.h"

/* A participle: its subject is that of the clause before it. */
bool verb_ing(struct frame *f, size_t i);

/* Is unit i a finite verb of `classes`, with what stands before it? */
bool verb_finite(struct frame *f, size_t i, uint32_t classes);

/* The past of a verb of any kind, behind its subject. */
bool verb_past(struct frame *f, size_t i);

/* "was told", "been criticized": the subject is not who speaks. */
bool verb_passive(struct frame *f, size_t i);

/* "he was quoted as saying": not passive for the one who speaks. */
bool verb_infinitive(struct frame *f, size_t i);

/* "he liked to say", "she went on to say": an infinitive that tells what was said. */
bool verb_liked(struct frame *f, size_t i);

/* After unit k a participle is an adjective: "a written statement", "in reported remarks". */
bool verb_attributive(struct frame *f, size_t k, uint32_t say);

/* "what he called "..."" gives the words to him, "a system called "..."" to nobody: a participle without a subject. */
bool verb_names(struct frame *f, size_t v, size_t open);

/* "could propose": nobody has said it. */
bool verb_maybe(struct frame *f, size_t v);

/* "expects that they will say": only if nobody else has said it. */
bool verb_to_come(const struct frame *f, size_t v);

#endif
