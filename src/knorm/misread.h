/* Signs that were read in another encoding than they were written in. */
#ifndef KNORM_MISREAD_H
#define KNORM_MISREAD_H

#include <stdbool.h>
#include <stdint.h>

/* Is this one of the syllables that CP949 makes of a quote or dash of Windows-1252 (85, 91-97) and a Latin letter? */
bool misread_quote(uint32_t c);

#endif
