/* Words beside which a page names its outlet: `Thanks for reading *`, `* is not responsible for ...` (namings.tsv). */
#ifndef KWIRE_SPLIT_NAMING_H
#define KWIRE_SPLIT_NAMING_H

#include "split_rules.h"
#include "str.h"

enum naming { NAMING_PAPER, NAMING_SITE, NAMING_OWN, NAMING_MENTION, NAMING_SELF };

#define NAMING_BYTES 700 /* of a line that are looked at */

struct named {
	enum naming kind;
	const struct outlet *outlet; /* NULL: no table knows the name */
	struct str as;
};

/* Does a line have such words? */
bool has_naming(const struct rules *r, struct str s);

/* The next name behind byte *at, which moves on; false if there is none. */
bool naming_next(const struct rules *r, struct str s, size_t *at, struct named *named);

/* The outlet whose name opens s, plain words too, `The Diplomat and writes`; the longest of at most six words, and its bytes in *n. NULL if
 * none does. */
const struct outlet *name_opens(const struct rules *r, struct str s, struct str *as, size_t *n);

#endif
