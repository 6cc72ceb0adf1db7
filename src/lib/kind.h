/* What an input holds, told by its beginning. */
#ifndef KWIRE_KIND_H
#define KWIRE_KIND_H

#include "str.h"

enum kind {
	KIND_UNSURE,   /* more of it must be seen */
	KIND_TEXT,
	KIND_ARTICLES, /* a JSON object a line */
	KIND_OTHER     /* no filter reads it: JSON in another layout, an archive, a page in HTML */
};

/* `s` begins at the first byte of an input that is not blank. A first line that is no object tells of text if something else than `{`
 * opens the next one. `all`: no more of the input will be seen. *why: a message (static), or NULL; of KIND_OTHER it says how the input
 * can be made one that is read. */
enum kind kind_of(struct str s, bool all, const char **why);

/* Does the input begin like an archive or a document? They can look like UTF-16. */
bool kind_is_file(struct str s);

#endif
