/* The fast path: whole lines that every step would leave as they are. */
#ifndef KNORM_SCAN_H
#define KNORM_SCAN_H

#include "str.h"

struct scan {
	size_t bytes;           /* of clean lines, each with its newline; the last of them is not blank */
	unsigned long long lines;
	unsigned long long chars;
	unsigned long long foreign; /* lines with characters beyond ASCII */
	bool unwrapped;         /* one of them has more than JOIN_WRAPPED characters */
};

/* Looks at lines from the start of s, which ends with a newline. `at`: characters of the file before s. */
struct scan scan_clean(struct str s, unsigned long long at);

/* The same for one line, without its newline; false also where another step would have to look. */
bool scan_line(struct str line);

#endif
