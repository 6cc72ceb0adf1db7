/* Documents of archives name their outlet on a line of its own. */
#ifndef KWIRE_SPLIT_ARCHIVE_H
#define KWIRE_SPLIT_ARCHIVE_H

#include "split_page.h"

/* The line that names the outlet of a document from an archive; p->n if there is none. */
size_t archive_source(const struct page *p);

/* `The Straits Times (Singapore)`, `The Korea Times ; Seoul [Seoul]. 08 Nov 2021.`: the name alone. */
struct str archive_name(const struct rules *r, struct str s);

#endif
