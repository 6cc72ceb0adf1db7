/* knorm: repairs encoding, Unicode, white space and broken lines (knorm.1). */
#ifndef KNORM_H
#define KNORM_H

#include "in.h"
#include "opt.h"
#include "out.h"

/* What can be switched on and off, in the order of knorm.1. */
enum step {
	STEP_ENCODING,   /* other encodings to UTF-8, U+FFFD for what is none */
	STEP_MOJIBAKE,   /* text that was once decoded by the wrong table */
	STEP_ENTITIES,   /* &amp; &#8217; &#x27; */
	STEP_CONTROLS,   /* controls, escapes, invisible characters */
	STEP_SPACES,     /* kinds of space, runs of spaces and blank lines, line ends */
	STEP_LOOKALIKES, /* Cyrillic and Greek letters, odd hyphens, full-width letters inside Latin words */
	STEP_QUOTES,     /* quotation marks that look the wrong way, accents as apostrophes */
	STEP_NFC,        /* Unicode normalization form C */
	STEP_LINES,      /* lines that were broken by machines */
	STEP_GAPS,       /* spaces lost after full stops */
	STEPS
};

/* What a change is filed under: --stats, --report. */
enum rule {
	RULE_BOM, RULE_ENCODING, RULE_INVALID, RULE_MOJIBAKE, RULE_LOST, RULE_ENTITY, RULE_CONTROL, RULE_INVISIBLE, RULE_SPACE,
	RULE_BLANK, RULE_LINE_END, RULE_HYPHEN, RULE_LOOKALIKE, RULE_WIDTH, RULE_NFC, RULE_QUOTE, RULE_JOIN, RULE_GAP,
	RULE_TAG, /* lines with left-over mark-up: counted, not changed */
	RULE_BOUNDARY, /* NULs between articles: no damage */
	RULES
};

enum quotes {
	QUOTES_KEEP, QUOTES_STRAIGHT, QUOTES_CURLY
};

enum from {
	FROM_AUTO, FROM_UTF8, FROM_CP949, FROM_CP1252, FROM_UTF16LE, FROM_UTF16BE
};

struct knorm_opt {
	struct opt_common common;
	unsigned steps;      /* bit set of 1 << enum step */
	bool nfkc;           /* --nfkc: compatibility characters too */
	bool jamo;           /* --jamo: compatibility jamo to conjoining ones, then composed */
	bool width;          /* --width: full and half width everywhere */
	bool guess;          /* --guess: marks whose bytes are lost, from the context */
	enum quotes quotes;
	enum from from;      /* --from: encoding of all input */
	bool names;          /* --names: each file's name above its text */
	struct out *report;  /* --report, or NULL */
	bool careful;        /* never take the fast path (tests) */
};

#define STEP_ALL ((1u << STEPS) - 1)

/* Is the step asked for? */
static inline bool
step_on(const struct knorm_opt *opt, enum step step)
{
	return opt->steps >> step & 1;
}

/* Names as in options and reports. */
const char *step_name(enum step step);
const char *rule_name(enum rule rule);

/* Reads all inputs, writes them to `out`, prints --stats. */
void knorm_run(struct in *in, struct out *out, const struct knorm_opt *opt);

#endif
