/* Who speaks: the tags that turns of a talk open with, `Q:`, `MS HARLOW:`, `Nell Farrow:`, `문)`, `[앵커]`, and the times of a live page. */
#ifndef KWIRE_SPLIT_TALK_H
#define KWIRE_SPLIT_TALK_H

#include "str.h"

#include <stdbool.h>
#include <stdint.h>

enum { TALK_TAGS = 8 };

/* The tags of a page that were met last. Zero-initialised: none. */
struct talk {
	uint32_t tag[TALK_TAGS];
	unsigned tags;
	unsigned capitals; /* tags in capitals */
};

/* Bytes of the tag that the line opens with, 0 if there is none. A headline can have one, too (`Timeline: ...`): tags come again. */
size_t talk_tag(struct str s);

/* Is it all of the line, but for the time? What is said stands below, as below the headlines of a live page, `7.30am: Navies meet`. */
bool talk_tag_alone(struct str s);

/* Notes the line's tag, if it has one. */
void talk_note(struct talk *t, struct str s);

/* Does the line open with a tag that was noted? */
bool talk_goes_on(const struct talk *t, struct str s);

#endif
