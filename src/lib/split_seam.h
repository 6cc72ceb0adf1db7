/* Where two pages meet: what stands between two paragraphs, weighed. */
#ifndef KWIRE_SPLIT_SEAM_H
#define KWIRE_SPLIT_SEAM_H

#include "split_view.h"

/* Line i is a paragraph, and not the first one: is it of another page than the last one? The line its page begins with, or 0. */
size_t seam_find(const struct bound *b, const struct view *v, size_t i);

#endif
