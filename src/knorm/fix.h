/* The line under repair. A step goes over `text`, says what it changes, and ends:
 *
 *	fix_change(f, RULE_SPACE, at, n, " ", 1);
 *	...
 *	if (fix_end(f)) ... something changed
 *
 * What lies between two changes is copied. A step that changes nothing copies nothing. */
#ifndef KNORM_FIX_H
#define KNORM_FIX_H

#include "buf.h"
#include "knorm.h"
#include "trace.h"

struct legacy;

/* A named character reference of HTML. */
struct entity_name {
	struct str name;
	uint32_t c;
};

struct fix {
	const struct knorm_opt *opt;
	struct buf text;  /* the line as it is now */
	struct buf next;  /* what the present step has written */
	size_t done;      /* bytes of text that it has dealt with */
	bool changed;     /* by the present step */
	bool quick;       /* all steps are on, so that the scan of clean lines may tell that nothing is left to do */
	unsigned long long count[RULES];
	struct trace *trace; /* of text, for --report; or NULL */
	struct trace step;   /* of the present step */
	struct legacy *legacy; /* NULL until it is needed */
	struct entity_name *entities; /* the same; sorted by name */
	size_t entity_count;
	struct buf scratch;
	bool roman[2]; /* a line of this file had quotes of Mac Roman, or of Windows-1252 read as it */
};

/* The step replaces n bytes at `at` (not before the last change) by the m bytes at p. */
void fix_change(struct fix *f, enum rule rule, size_t at, size_t n, const char *p, size_t m);

/* Ends the step; true if it changed anything. */
bool fix_end(struct fix *f);

/* The line as it is now; valid until the next step. */
static inline struct str
fix_text(const struct fix *f)
{
	return buf_view(&f->text);
}

/* Frees what it holds. */
void fix_free(struct fix *f);

/* Repairs the line in f->text until nothing is left to repair. Line ends found inside become '\n'. */
void line_repair(struct fix *f);

/* Does a tag stand in the line: <b>, </p>, <br />? */
bool has_tag(struct str s);

/* The steps of a line. */
bool chars_step(struct fix *f); /* controls, invisible characters, kinds of space, look-alikes, width */
bool nfc_step(struct fix *f);
bool space_step(struct fix *f);
bool entity_step(struct fix *f);
bool mojibake_step(struct fix *f); /* UTF-8 read as something else */
bool misread_step(struct fix *f);  /* quotes and Hangul of other encodings read as something else */
bool words_step(struct fix *f);    /* look-alikes, hyphens, full width inside Latin words */
bool jamo_step(struct fix *f);
bool quotes_step(struct fix *f);
bool gaps_step(struct fix *f);

#endif
