/* Lines of tab-separated fields: what the stages pass through sort(1). */
#ifndef KDEDUP_LINES_H
#define KDEDUP_LINES_H

#include "buf.h"
#include "in.h"

#include <stdint.h>

#define LINE_FIELDS 32

struct lines {
	struct in *in;
	struct buf buf;
	size_t at; /* what is unread begins here */
	bool open, ended;
	struct str line, field[LINE_FIELDS]; /* valid until the next line; missing fields are empty */
	size_t fields;
	unsigned long long number; /* of the line, in the current input */
};

/* Reads from `in`, which is not owned. */
void lines_open(struct lines *l, struct in *in);

/* The next line; false at the end of all inputs. A line with less than `least` fields ends the program. */
bool lines_next(struct lines *l, size_t least);

/* A message about the current line, then the end of the program (status 2): a stage that goes on with half of its input would
 * lose articles silently. */
_Noreturn void lines_die(const struct lines *l, const char *what);

/* A field as a number; ends the program if it is none. */
uint64_t lines_uint(const struct lines *l, size_t field);

/* The same for a signed number, NO_DAY if the field is empty. */
int32_t lines_days(const struct lines *l, size_t field);

/* Frees the buffer. */
void lines_close(struct lines *l);

#endif
